//! The text of a prose: one of its own, or the beginning of the file where that reads as it is.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::document::Document;

/// The text of a prose. Used as a string is.
#[derive(Clone)]
pub struct Text(Held);

#[derive(Clone)]
enum Held {
    Own(String),
    Shared(Arc<Document>, usize),
}

impl Text {
    /// A text of its own, with room for so many bytes.
    pub(super) fn own(capacity: usize) -> Self {
        Self(Held::Own(String::with_capacity(capacity)))
    }

    /// The first `length` bytes of a document.
    pub(super) fn shared(document: &Arc<Document>, length: usize) -> Self {
        Self(Held::Shared(Arc::clone(document), length))
    }

    pub(super) fn is_shared(&self) -> bool {
        matches!(self.0, Held::Shared(..))
    }

    /// Puts a text behind it. A shared one becomes its own.
    pub(super) fn push_str(&mut self, text: &str) {
        if let Held::Shared(document, length) = &self.0 {
            let mut own = String::with_capacity(document.text.len() / 8 * 9);
            own.push_str(&document.text[..*length]);
            self.0 = Held::Own(own);
        }
        if let Held::Own(own) = &mut self.0 {
            own.push_str(text);
        }
    }

    /// Goes on to byte `end` of the document that is shared.
    pub(super) fn extend_to(&mut self, end: usize) {
        if let Held::Shared(_, length) = &mut self.0 {
            *length = end;
        }
    }

    pub(super) fn truncate(&mut self, at: usize) {
        match &mut self.0 {
            Held::Own(own) => own.truncate(at),
            Held::Shared(_, length) => *length = at.min(*length),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Held::Own(own) => own,
            Held::Shared(document, length) => &document.text[..*length],
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::own(0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}
