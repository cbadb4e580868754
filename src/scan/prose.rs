//! Prose: the readable text of a draft, in blocks, with a map back to the file.
//!
//! The text is built from pieces of the file. A piece that was taken over as it is maps byte by byte; one that
//! stands for something else (`&nbsp;`, the end of a line) maps as a whole. So a figure that runs through
//! emphasis, entities and line ends has one range in the prose and one in the file.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft};
//!
//! let draft = Draft::new(Arc::new(Document::new("draft.txt", "22.58\r\ntrillion yuan\n\nNext.")));
//! let prose = scan::prose(&draft);
//! assert_eq!(prose.text, "22.58 trillion yuan\nNext.\n");
//! assert_eq!(prose.blocks.len(), 2);
//! assert_eq!(prose.in_document(0..14), 0..15);
//! ```

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::above::Frame;
use super::glyph::{is_space, is_wide};
use super::odd::{self, Odd, Oddities};
use super::text::Text;
use super::understood;
use crate::document::Document;
use crate::quantity::Currency;

/// The readable text of a draft.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The text: the blocks in order, with ends of lines between them.
    pub text: Text,
    /// The blocks in order; they do not overlap.
    pub blocks: Vec<Block>,
    /// Which findings comments allow, and where.
    pub allows: Vec<Allow>,
    /// The day the draft speaks on: as given, or as its front matter says.
    pub day: Option<NaiveDate>,
    /// The currency that is said to go for all amounts without one.
    pub(super) currency: Option<Currency>,
    pieces: Vec<Piece>,
    /// The blocks that are headings.
    headings: Vec<usize>,
    /// The first block of each table.
    tables: Vec<usize>,
    /// What the stretches that were asked last speak of: each sentence asks those above it.
    pub(super) frames: RefCell<VecDeque<Frame>>,
}

/// A paragraph, heading, list item or table cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its bytes in the prose.
    pub range: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, with its level from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell {
        /// Which table of the draft, from 0.
        table: usize,
        /// Its row, from 0; of a table with a head, row 0 is the head.
        row: usize,
        /// Its column, from 0.
        column: usize,
    },
}

/// A code that a comment allows, by `<!-- ipfacts: allow CODE -->`, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The code of a rule, as written.
    pub code: String,
    /// The bytes of the prose that it holds for: the block that the comment stands in, or the one after it. None
    /// where no block follows.
    pub range: Range<usize>,
    /// The bytes of the file that the code stands in.
    pub source: Range<usize>,
}

/// A stretch of the prose and where it comes from.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it begins in the prose; it ends where the next one begins.
    at: usize,
    /// Where its source begins in the file.
    from: usize,
    /// How many bytes its source has; as many as itself when it was taken over as it is.
    length: usize,
}

/// So many columns of a table at most are looked through for heads.
const WIDEST: usize = 1000;

/// In so many cells above one the head of a row that names a subject is looked for.
const LONGEST: usize = 128;

impl Prose {
    /// Where a range of the prose stands in the file. Markup within is included, markup around is not.
    ///
    /// A range that begins or ends within something that was replaced includes all of it.
    #[must_use]
    pub fn in_document(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source(range.start, false);
        if range.end <= range.start {
            return start..start;
        }
        start..self.source(range.end - 1, true).max(start)
    }

    /// Where the byte at `at` of the prose begins, or ends, in the file.
    fn source(&self, at: usize, ends: bool) -> usize {
        let index = self.pieces.partition_point(|piece| piece.at <= at);
        let Some(piece) = index.checked_sub(1).map(|index| self.pieces[index]) else { return 0 };
        let next = self.pieces.get(index).map_or(self.text.len(), |next| next.at);
        if next - piece.at == piece.length {
            piece.from + (at - piece.at).min(piece.length) + usize::from(ends && at < next)
        } else if ends {
            piece.from + piece.length
        } else {
            piece.from
        }
    }

    /// The heading that a block stands under, if any.
    #[must_use]
    pub fn heading_of(&self, block: usize) -> Option<usize> {
        let index = self.headings.partition_point(|heading| *heading < block);
        index.checked_sub(1).map(|index| self.headings[index])
    }

    /// The first cell of the row and the first cell of the column that a cell stands in, as blocks; of a cell
    /// that is one of them itself, only the other.
    #[must_use]
    pub fn heads_of(&self, block: usize) -> [Option<usize>; 2] {
        let BlockKind::Cell { table, row, column } = self.blocks[block].kind else { return [None; 2] };
        let cell = |index: usize| match self.blocks.get(index).map(|block| block.kind) {
            Some(BlockKind::Cell { table, row, column }) => Some((table, row, column)),
            _ => None,
        };
        // Of a row that is longer than any that people make, the head is not looked for.
        let mut first = block;
        while first > block.saturating_sub(WIDEST)
            && cell(first - 1).is_some_and(|before| before.0 == table && before.1 == row)
        {
            first -= 1;
        }
        let begin = self.tables.get(table).copied().unwrap_or(block);
        let above = (begin..block)
            .take_while(|index| cell(*index).is_some_and(|head| head.0 == table && head.1 == 0));
        let above = above.into_iter().find(|index| cell(*index).is_some_and(|head| head.2 == column));
        let whole = block - first < WIDEST;
        [(whole && first < block).then_some(first), above.filter(|_| row > 0)]
    }

    /// The block right above the table of a cell, which may name it.
    #[must_use]
    pub fn caption_of(&self, block: usize) -> Option<usize> {
        let BlockKind::Cell { table, .. } = self.blocks[block].kind else { return None };
        let above = self.tables.get(table)?.checked_sub(1)?;
        (!matches!(self.blocks[above].kind, BlockKind::Cell { .. })).then_some(above)
    }

    /// The heads of the rows of the table that a cell stands in, down to its own row, as blocks.
    pub fn row_heads_of(&self, block: usize) -> impl Iterator<Item = usize> {
        let of = match self.blocks[block].kind {
            BlockKind::Cell { table, .. } => Some(table),
            _ => None,
        };
        let begin = of.and_then(|table| self.tables.get(table).copied()).unwrap_or(block);
        // Of a table that is longer than any that people make, the heads are not looked for.
        (begin.max(block.saturating_sub(LONGEST))..block).filter(move |index| {
            match self.blocks[*index].kind {
                BlockKind::Cell { table, row, column } => Some(table) == of && row > 0 && column == 0,
                _ => false,
            }
        })
    }

    /// The heads of the columns of the table that a cell stands in, as blocks.
    #[must_use]
    pub fn head_row_of(&self, block: usize) -> Range<usize> {
        let BlockKind::Cell { table, .. } = self.blocks[block].kind else { return block..block };
        let begin = self.tables.get(table).copied().unwrap_or(block);
        let is_head = |index: &usize| matches!(self.blocks[*index].kind, BlockKind::Cell { table: of, row: 0, .. } if of == table);
        let end =
            (begin..block.min(begin + WIDEST)).take_while(is_head).last().map_or(begin, |last| last + 1);
        begin..end
    }
}

/// Puts a prose together from pieces of a file.
pub(super) struct Builder<'a> {
    source: &'a str,
    prose: Prose,
    open: Option<(usize, BlockKind)>,
    /// Codes allowed for the block that comes next.
    allowed: Vec<(String, Range<usize>)>,
    /// A line end whose place in the prose depends on what follows.
    wrap: Option<Range<usize>>,
    oddities: Oddities,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, day: Option<NaiveDate>) -> Self {
        let prose = Prose { text: Text::own(source.len() / 8 * 9), day, ..Prose::default() };
        Self { source, prose, open: None, allowed: Vec::new(), wrap: None, oddities: Oddities::default() }
    }

    /// Puts it together from a document whose text is shared as far as it reads as it is.
    pub(super) fn sharing(document: &'a Arc<Document>, day: Option<NaiveDate>) -> Self {
        let mut builder = Self::new("", day);
        builder.source = &document.text;
        builder.prose.text = Text::shared(document, 0);
        builder
    }

    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// Whether a block is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the block before and begins one.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.open = Some((self.prose.text.len(), kind));
    }

    /// Ends the open block; an empty one is forgotten.
    pub(super) fn end(&mut self) {
        self.wrap = None;
        let Some((begin, kind)) = self.open.take() else { return };
        let end = begin + self.prose.text[begin..].trim_end_matches(is_space).len();
        if end == begin {
            self.prose.text.truncate(begin);
            self.prose.pieces.retain_from(begin);
            return;
        }
        for (code, source) in self.allowed.drain(..) {
            self.prose.allows.push(Allow { code, range: begin..end, source });
        }
        let index = self.prose.blocks.len();
        match kind {
            BlockKind::Heading(_) => self.prose.headings.push(index),
            BlockKind::Cell { table, .. } if table >= self.prose.tables.len() => {
                self.prose.tables.resize(table + 1, index);
            }
            _ => {}
        }
        self.prose.blocks.push(Block { range: begin..end, kind });
        self.prose.text.truncate(end);
        self.prose.pieces.retain_from(end);
        if !self.prose.text.is_shared() {
            self.end_line();
        }
    }

    /// Adds the end of a line behind a block: that of the file, if there is one.
    fn end_line(&mut self) {
        let from = self.prose.pieces.last().map_or(0, |last| last.from + last.length);
        let line = usize::from(self.source.as_bytes().get(from) == Some(&b'\n'));
        self.add("\n", from..from + line);
    }

    /// What a comment allows, by the place of a code in it: for the block at hand or else the next one, also at the
    /// top of a draft. Who means the whole draft says so on the command line or in a configuration.
    pub(super) fn allow(&mut self, source: Range<usize>) {
        self.allowed.push((self.source[source.clone()].to_owned(), source));
    }

    /// Adds a piece of the file as it is, but for addresses, odd spaces and signs without width.
    pub(super) fn take(&mut self, range: Range<usize>) {
        if !self.oddities.are_within(self.source, &range) {
            return self.take_plainly(range);
        }
        let text = &self.source[range.clone()];
        let mut done = 0;
        for (begin, end) in odd::addresses(text) {
            self.take_words(range.start + done..range.start + begin);
            done = end;
        }
        self.take_words(range.start + done..range.end);
    }

    fn take_words(&mut self, range: Range<usize>) {
        let text = &self.source[range.clone()];
        let mut done = 0;
        for Odd { range: odd, is_space } in odd::signs(text) {
            self.take_plainly(range.start + done..range.start + odd.start);
            done = odd.end;
            if is_space {
                self.put(" ", range.start + odd.start..range.start + odd.end);
            }
        }
        self.take_plainly(range.start + done..range.end);
    }

    fn take_plainly(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let source = self.source;
            self.put(&source[range.clone()], range);
        }
    }

    /// Adds a text that stands for a piece of the file.
    pub(super) fn put(&mut self, text: &str, range: Range<usize>) {
        let Some(first) = text.chars().next() else { return };
        if let Some(wrap) = self.wrap.take() {
            // Chinese sets no space at the end of a line.
            let last = self.prose.text.chars().next_back();
            let spaceless = last.is_none_or(is_wide) && is_wide(first) || last.is_some_and(is_space);
            if !spaceless && self.open.is_some_and(|(begin, _)| begin < self.prose.text.len()) {
                self.add(" ", wrap);
            }
        }
        self.add(text, range);
    }

    /// The end of a line within a block.
    pub(super) fn wrap(&mut self, range: Range<usize>) {
        self.wrap = Some(range);
    }

    fn add(&mut self, text: &str, range: Range<usize>) {
        if self.prose.text.is_shared() {
            if self.shares(text, &range) {
                return;
            }
            self.share_no_more();
        }
        let at = self.prose.text.len();
        let joins = self.prose.pieces.last().is_some_and(|last| {
            at - last.at == last.length && text.len() == range.len() && last.from + last.length == range.start
        });
        if joins {
            self.prose.pieces.last_mut().expect("there is a last one").length += range.len();
        } else {
            self.prose.pieces.push(Piece { at, from: range.start, length: range.len() });
        }
        self.prose.text.push_str(text);
    }

    /// Whether a piece of the file can be taken over by sharing it: it stands behind what is shared, or only space
    /// stands between and a block begins with it.
    fn shares(&mut self, text: &str, range: &Range<usize>) -> bool {
        let done = self.prose.text.len();
        let as_it_is = range.len() == text.len() && text.as_ptr() == self.source[range.clone()].as_ptr();
        if !as_it_is || range.start < done {
            return false;
        }
        if range.start > done {
            let space = self.source[done..range.start].bytes().all(|byte| byte.is_ascii_whitespace());
            match &mut self.open {
                Some((begin, _)) if space && *begin == done => *begin = range.start,
                _ => return false,
            }
        }
        self.prose.text.extend_to(range.end);
        true
    }

    /// Goes on with a text of its own.
    fn share_no_more(&mut self) {
        let done = self.prose.text.len();
        self.prose.text.push_str("");
        if done == 0 {
            return;
        }
        self.prose.pieces.push(Piece { at: 0, from: 0, length: done });
        if self.prose.blocks.last().is_some_and(|last| last.range.end == done) {
            self.end_line();
            if let Some((begin, _)) = &mut self.open {
                *begin = self.prose.text.len();
            }
        }
    }

    pub(super) fn finish(mut self) -> Prose {
        self.end();
        if self.prose.text.is_shared() {
            self.prose.pieces.push(Piece { at: 0, from: 0, length: self.prose.text.len() });
        }
        self.prose.currency = understood::currency_of(&self.prose.text);
        let end = self.prose.text.len();
        for (code, source) in self.allowed.drain(..) {
            self.prose.allows.push(Allow { code, range: end..end, source });
        }
        self.prose
    }

    pub(super) fn day_if_none(&mut self, day: Option<NaiveDate>) {
        self.prose.day = self.prose.day.or(day);
    }
}

/// Cutting pieces off at the end of a prose.
trait RetainFrom {
    fn retain_from(&mut self, end: usize);
}

impl RetainFrom for Vec<Piece> {
    /// Forgets all that lies at or behind byte `end` of the prose.
    fn retain_from(&mut self, end: usize) {
        while self.last().is_some_and(|piece| piece.at >= end) {
            self.pop();
        }
        if let Some(last) = self.last_mut() {
            // Only a piece that maps byte by byte can have been cut: the others are one character.
            last.length = last.length.min(end - last.at).max(usize::from(last.length > 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(pieces: &[(&str, bool)]) -> Prose {
        let source: String = pieces.iter().map(|(text, _)| *text).collect();
        let mut builder = Builder::new(&source, None);
        builder.begin(BlockKind::Paragraph);
        let mut at = 0;
        for (text, kept) in pieces {
            if *kept {
                builder.take(at..at + text.len());
            }
            at += text.len();
        }
        builder.finish()
    }

    #[test]
    fn a_range_runs_through_markup() {
        let prose =
            prose(&[("**", false), ("22.58", true), ("** ", false), ("trillion", true), ("**", false)]);
        assert_eq!(prose.text, "22.58trillion\n");
        assert_eq!(prose.in_document(0..5), 2..7);
        assert_eq!(prose.in_document(0..13), 2..18);
        assert_eq!(prose.in_document(5..13), 10..18);
        assert_eq!(prose.in_document(3..3), 5..5);
    }

    #[test]
    fn addresses_and_odd_signs_are_no_prose() {
        assert_eq!(prose(&[("see https://a.b/2016?x=5, and 7", true)]).text, "see , and 7\n");
        assert_eq!(prose(&[("见www.gov.cn/2016年", true)]).text, "见年\n");
        let thin = prose(&[("1\u{2009}234\u{200b}5\u{2003}km", true)]);
        assert_eq!(thin.text, "1\u{2009}2345 km\n");
        assert_eq!(thin.in_document(4..8), 4..11);
    }
}
