//! The entries of one kind, in the order of the file.
//!
//! Of a base that the program carries inside it each entry is read when it is first asked for, since most
//! commands look at a few of them; of a file all are read at once, for each must be free of faults.

use std::fmt;
use std::ops::Index;
use std::sync::{Arc, OnceLock};

/// The entries of one kind. Used as a slice of them is.
#[derive(Clone)]
pub struct Entries<T> {
    cells: Box<[OnceLock<Box<T>>]>,
    read: Read<T>,
}

/// Reads the entry at a position.
type Read<T> = Arc<dyn Fn(usize) -> T + Send + Sync>;

impl<T> Entries<T> {
    /// So many entries, each read when it is first asked for.
    pub(super) fn unread(count: usize, read: impl Fn(usize) -> T + Send + Sync + 'static) -> Self {
        Self { cells: (0..count).map(|_| OnceLock::new()).collect(), read: Arc::new(read) }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        (0..self.cells.len()).map(|at| &self[at])
    }
}

impl<T> Index<usize> for Entries<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.cells[at].get_or_init(|| Box::new((self.read)(at)))
    }
}

impl<T: 'static> From<Vec<T>> for Entries<T> {
    fn from(entries: Vec<T>) -> Self {
        let cells = entries.into_iter().map(|entry| OnceLock::from(Box::new(entry))).collect();
        Self { cells, read: Arc::new(|_| unreachable!("all are read")) }
    }
}

impl<T> Default for Entries<T>
where
    T: 'static,
{
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'e, T: 'e> IntoIterator for &'e Entries<T> {
    type Item = &'e T;
    type IntoIter = Box<dyn Iterator<Item = &'e T> + 'e>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<T: fmt::Debug> fmt::Debug for Entries<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self).finish()
    }
}
