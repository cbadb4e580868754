//! Clauses: the parts of a sentence between commas, semicolons, colons, dashes and parentheses.
//!
//! A comma within a number (`744,127`) parts nothing. What stands in parentheses is a clause of its own, one
//! level deeper, and the clause around it goes on behind it as another one.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft};
//!
//! let text = "It hit 22.58 trillion yuan (about $3.4 trillion), up 18.9 percent.";
//! let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
//! let clauses = scan::clauses(&prose, &scan::sentences(&prose)[0]);
//! let texts: Vec<_> = clauses.iter().map(|clause| (clause.depth, &text[clause.range.clone()])).collect();
//! assert_eq!(texts, [(0, "It hit 22.58 trillion yuan"), (1, "about $3.4 trillion"), (0, "up 18.9 percent.")]);
//! ```

use std::ops::Range;

use super::glyph::is_space;
use super::{Prose, Sentence};

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its bytes in the prose, without the signs and spaces around it.
    pub range: Range<usize>,
    /// How many parentheses it stands in.
    pub depth: usize,
}

/// The clauses of a sentence in order; they do not overlap.
#[must_use]
pub fn clauses(prose: &Prose, sentence: &Sentence) -> Vec<Clause> {
    let text = &prose.text[..sentence.range.end];
    let mut found = Vec::new();
    let mut begin = sentence.range.start;
    let mut depth = 0usize;
    let mut add = |range: Range<usize>, depth| {
        let whole = &text[range.clone()];
        let start = range.end - whole.trim_start_matches(is_space).len();
        let end = range.start + whole.trim_end_matches(is_space).len();
        if start < end {
            found.push(Clause { range: start..end, depth });
        }
    };
    for (ahead, letter) in text[sentence.range.clone()].char_indices() {
        let at = sentence.range.start + ahead;
        let behind = at + letter.len_utf8();
        match letter {
            ',' | ':' | '—'
                if text.as_bytes().get(behind).is_some_and(u8::is_ascii_digit)
                    && text[..at].ends_with(|last: char| last.is_ascii_digit()) => {}
            ',' | '，' | '、' | ';' | '；' | ':' | '：' | '—' => {
                add(begin..at, depth);
                begin = behind;
            }
            '(' | '（' | '[' | '〔' | '［' => {
                add(begin..at, depth);
                begin = behind;
                depth += 1;
            }
            ')' | '）' | ']' | '〕' | '］' => {
                add(begin..at, depth);
                begin = behind;
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
    add(begin..sentence.range.end, depth);
    found
}
