//! Every ID of a base, sorted, and what it stands for; and which facts are of which kind, so that nobody must
//! read them all to find a few.
//!
//! The index of the embedded base was packed when the program was built (`build/base.rs` says how), and is used
//! where it lies.

use super::model::{Entry, Fact, Kind, Measure};

/// The index of a base.
#[derive(Debug, Clone)]
pub(super) enum Index {
    /// Of the embedded base.
    Packed(Packed),
    /// Of a file: its IDs, sorted, and of each fact what a search asks first.
    Made { ids: Vec<(String, Entry)>, marks: Vec<Mark> },
}

/// What a fact can be searched by without being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    pub(super) measure: Option<Measure>,
    /// Whether its source is the article, or the base has none.
    pub(super) of_article: bool,
    /// What it is about, as a position among the topics.
    pub(super) topic: Option<usize>,
    /// The whole that it is a share of, likewise.
    pub(super) whole: Option<usize>,
}

impl Mark {
    /// The mark of a fact, given the article and where each topic stands.
    pub(super) fn of(fact: &Fact, article: Option<&str>, topic: impl Fn(&str) -> Option<usize>) -> Self {
        Self {
            kind: fact.kind,
            measure: fact.measure,
            of_article: article.is_none_or(|article| fact.source == article),
            topic: fact.topic.as_deref().and_then(&topic),
            whole: fact.whole.as_deref().and_then(&topic),
        }
    }
}

impl Index {
    /// How many IDs there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Packed(packed) => packed.records.len(),
            Self::Made { ids, .. } => ids.len(),
        }
    }

    /// The ID at a position among the sorted ones, and what it stands for.
    pub(super) fn at(&self, at: usize) -> (&str, Entry) {
        match self {
            Self::Packed(packed) => packed.at(at),
            Self::Made { ids, .. } => (&ids[at].0, ids[at].1),
        }
    }

    /// What an ID stands for.
    pub(super) fn entry(&self, id: &str) -> Option<Entry> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            let (known, entry) = self.at(middle);
            match known.cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(entry),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The mark of the fact at a position.
    pub(super) fn mark(&self, at: usize) -> Mark {
        match self {
            Self::Packed(packed) => packed.mark(at),
            Self::Made { marks, .. } => marks[at],
        }
    }
}

/// The packed index of the embedded base. Its bytes never come from a user, so it panics where they are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packed {
    file: &'static str,
    /// Where the entries of each kind begin in the packed tree, by kind.
    offsets: [&'static [[u8; 4]]; 6],
    /// Of each fact, as `build/base.rs` packs it.
    marks: &'static [[u8; 7]],
    records: &'static [[u8; 11]],
}

/// The kinds of entries, as the index has them.
pub(super) const BODY: usize = 0;
pub(super) const SOURCE: usize = 1;
pub(super) const TOPIC: usize = 2;
pub(super) const FACT: usize = 3;
pub(super) const RATE: usize = 4;
pub(super) const DERIVED: usize = 5;

impl Packed {
    pub(super) fn new(bytes: &'static [u8], file: &'static str) -> Self {
        let (counts, mut rest) = bytes.split_first_chunk::<24>().expect("six counts");
        let offsets = std::array::from_fn(|kind| {
            let count = number(counts.as_chunks::<4>().0[kind]);
            let (own, after) = rest.split_at(count * 4);
            rest = after;
            own.as_chunks::<4>().0
        });
        let (marks, records) = rest.split_at(offsets[FACT].len() * 7);
        Self { file, offsets, marks: marks.as_chunks().0, records: records.as_chunks().0 }
    }

    /// How many entries of a kind there are.
    pub(super) fn count(&self, kind: usize) -> usize {
        self.offsets[kind].len()
    }

    /// Where an entry begins in the packed tree.
    pub(super) fn offset(&self, kind: usize, at: usize) -> usize {
        number(self.offsets[kind][at])
    }

    fn at(&self, at: usize) -> (&'static str, Entry) {
        let [kind, low, high, span @ ..] = self.records[at];
        let at = usize::from(u16::from_le_bytes([low, high]));
        let entry = match usize::from(kind) {
            BODY => Entry::Body(at),
            SOURCE => Entry::Source(at),
            TOPIC => Entry::Topic(at),
            FACT => Entry::Fact(at),
            RATE => Entry::Rate(at),
            DERIVED => Entry::Derived(at),
            other => unreachable!("no kind of entry is packed as {other}"),
        };
        let [start, end] =
            [0, 4].map(|from| number([span[from], span[from + 1], span[from + 2], span[from + 3]]));
        (&self.file[start..end], entry)
    }

    fn mark(&self, at: usize) -> Mark {
        let [kind, measure, of_article, topic, topic_high, whole, whole_high] = self.marks[at];
        let position = |bytes| match u16::from_le_bytes(bytes) {
            u16::MAX => None,
            at => Some(usize::from(at)),
        };
        Mark {
            kind: Kind::ALL[usize::from(kind)],
            measure: Measure::ALL.get(usize::from(measure)).copied(),
            of_article: of_article != 0,
            topic: position([topic, topic_high]),
            whole: position([whole, whole_high]),
        }
    }
}

fn number(bytes: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(bytes)).expect("a base is smaller than memory")
}
