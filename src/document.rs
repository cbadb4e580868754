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
use std::sync::OnceLock;

/// A text with a name.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name people see: a path, `<stdin>`, `facts.toml (embedded)`.
    pub name: String,
    /// The text.
    pub text: Cow<'static, str>,
    /// What stands before every so many bytes, made when a place is first asked for.
    marks: OnceLock<Vec<Position>>,
}

/// Where a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The byte.
    pub offset: usize,
    /// Its line, from 1.
    pub line: usize,
    /// The first byte of its line.
    pub line_start: usize,
    /// How many characters stand before it in its line.
    pub characters: usize,
    /// How many UTF-16 code units those are.
    pub utf16: usize,
}

/// So many bytes lie between two marks at least.
const STEP: usize = 4096;

impl Position {
    const START: Self = Self { offset: 0, line: 1, line_start: 0, characters: 0, utf16: 0 };

    /// The position of a later byte of the same text.
    fn forward(self, text: &str, offset: usize) -> Self {
        let between = &text[self.offset..offset];
        let counted = |text: &str| (text.chars().count(), text.encode_utf16().count());
        match between.rfind('\n') {
            None => {
                let (characters, utf16) = counted(between);
                Self { offset, characters: self.characters + characters, utf16: self.utf16 + utf16, ..self }
            }
            Some(last) => {
                let (characters, utf16) = counted(&between[last + 1..]);
                let line = self.line + memchr::memchr_iter(b'\n', between.as_bytes()).count();
                Self { offset, line, line_start: self.offset + last + 1, characters, utf16 }
            }
        }
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Document {}

impl Document {
    /// A text under a name.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: Cow::Owned(text.into()), marks: OnceLock::new() }
    }

    /// A text that the program carries inside it.
    #[must_use]
    pub fn embedded(name: impl Into<String>, text: &'static str) -> Self {
        Self { name: name.into(), text: Cow::Borrowed(text), marks: OnceLock::new() }
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

    /// Where the text begins: behind a byte order mark, which is no character of it.
    #[must_use]
    pub fn begin(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    ///
    /// An offset inside a character or past the end stands for the nearest character before it.
    #[must_use]
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let position = self.position(offset);
        (position.line, position.characters + 1)
    }

    /// All that is to be known of the place of a byte. However long the text is and wherever the byte stands, it costs
    /// the same, once the text has been gone through for the first.
    ///
    /// An offset inside a character or past the end stands for the nearest character before it.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let text: &str = &self.text;
        let start = Position { offset: self.begin(), line_start: self.begin(), ..Position::START };
        let mut at = offset.clamp(start.offset, text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let marks = self.marks.get_or_init(|| {
            let mut marks = vec![start];
            let mut last = start;
            while let Some(next) = (last.offset + STEP..text.len()).find(|&at| text.is_char_boundary(at)) {
                last = last.forward(text, next);
                marks.push(last);
            }
            marks
        });
        let before = marks.partition_point(|mark| mark.offset <= at);
        marks[before.saturating_sub(1)].forward(text, at)
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
        Self { document, last: (document.begin(), 1, 1) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let document = Document::new("draft.md", "\u{feff}In 2016\n5 %");
        assert_eq!(document.place(6), (1, 4));
        assert_eq!(document.place(0), (1, 1));
        assert_eq!(document.place(11), (2, 1));
        let mut places = Places::of(&document);
        assert_eq!([6, 11].map(|at| places.at(at)), [(1, 4), (2, 1)]);
    }

    #[test]
    fn a_place_is_the_same_near_and_far_from_a_mark() {
        let text = "一行\n😀 two, and a line that goes on\r\n".repeat(400) + &"长".repeat(9000) + "\nend";
        let document = Document::new("draft.md", text.clone());
        for (offset, _) in text.char_indices().step_by(37).chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            let expected = Position {
                offset,
                line: before.matches('\n').count() + 1,
                line_start,
                characters: before[line_start..].chars().count(),
                utf16: before[line_start..].encode_utf16().count(),
            };
            assert_eq!(document.position(offset), expected);
        }
        assert_eq!(document.position(1), document.position(0));
        assert_eq!(document.position(text.len() + 9), document.position(text.len()));
    }
}
