//! A text with a name, and where in it a byte stands.
//!
//! ```
//! use ipfacts::document::Document;
//!
//! let document = Document::new("draft.md", "one\n二 two\n");
//! assert_eq!(document.place(8), (2, 3)); // line 2, third character
//! ```

use std::borrow::Cow;
use std::ops::Range;

/// A text with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The name people see: a path, `<stdin>`, `facts.toml (embedded)`.
    pub name: String,
    /// The text.
    pub text: Cow<'static, str>,
}

impl Document {
    /// A text under a name.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: Cow::Owned(text.into()) }
    }

    /// A text that the program carries inside it.
    #[must_use]
    pub fn embedded(name: impl Into<String>, text: &'static str) -> Self {
        Self { name: name.into(), text: Cow::Borrowed(text) }
    }

    /// Where a part of a text stands that is written within a span of this document. Where escapes or line
    /// breaks make what is written differ from the text, the whole span stands for the part.
    #[must_use]
    pub fn part(&self, span: &Range<usize>, text: &str, part: &Range<usize>) -> Range<usize> {
        let written = self.text.get(span.clone()).unwrap_or_default();
        match written.find(text) {
            Some(at) => span.start + at + part.start..span.start + at + part.end,
            None => span.clone(),
        }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    ///
    /// An offset inside a character or past the end stands for the nearest character before it.
    #[must_use]
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() + 1)
    }
}

/// Line and column of bytes asked for in order: each costs what lies between it and the one before.
///
/// ```
/// use ipfacts::document::{Document, Places};
///
/// let document = Document::new("draft.md", "one\n二 two\n");
/// let mut places = Places::of(&document);
/// assert_eq!(places.at(2), (1, 3));
/// assert_eq!(places.at(8), document.place(8));
/// ```
#[derive(Debug)]
pub struct Places<'d> {
    document: &'d Document,
    last: (usize, usize, usize),
}

impl<'d> Places<'d> {
    /// Places in a document.
    #[must_use]
    pub fn of(document: &'d Document) -> Self {
        Self { document, last: (0, 1, 1) }
    }

    /// Line and column of a byte at the beginning of a character.
    pub fn at(&mut self, offset: usize) -> (usize, usize) {
        let (from, mut line, mut column) = self.last;
        let Some(between) = self.document.text.get(from..offset) else {
            return self.document.place(offset);
        };
        match between.rfind('\n') {
            None => column += between.chars().count(),
            Some(last) => {
                line += between.bytes().filter(|byte| *byte == b'\n').count();
                column = between[last + 1..].chars().count() + 1;
            }
        }
        self.last = (offset, line, column);
        (line, column)
    }
}
