//! Sentences: where one ends and the next begins, in English and Chinese.
//!
//! A full stop ends a sentence when a space and a new beginning follow, and the word before it is not one that
//! is written with a stop (`No.`, `Mr.`, `Jan.`). Behind initials (`U.S.`) the next word decides. 。！？ always
//! end one, ； never does.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft};
//!
//! let text = "It is second only to the U.S. in size. It rose 3.4 percent. 按国发〔2015〕40号，要加快。";
//! let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
//! let sentences = scan::sentences(&prose);
//! assert_eq!(sentences.len(), 3);
//! assert_eq!(&prose.text[sentences[0].range.clone()], "It is second only to the U.S. in size.");
//! ```

use std::ops::Range;

use super::Prose;
use super::glyph::{floor, is_han, is_space};
use crate::lang::Lang;

/// A sentence of the prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the prose, without the spaces around it.
    pub range: Range<usize>,
    /// The index of its block.
    pub block: usize,
    /// The language that most of it is written in.
    pub lang: Lang,
}

/// The sentences of a prose in order.
#[must_use]
pub fn sentences(prose: &Prose) -> Vec<Sentence> {
    each_sentence(prose).collect()
}

/// The sentences of a prose in order, one after the other.
pub fn each_sentence(prose: &Prose) -> impl Iterator<Item = Sentence> + '_ {
    let mut block = 0;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let part = prose.blocks.get(block)?;
            at = at.max(part.range.start);
            if at >= part.range.end {
                block += 1;
                continue;
            }
            let text = &prose.text[..part.range.end];
            let end = cut(text, at);
            let whole = &text[at..end];
            let begin = end - whole.trim_start_matches(is_space).len();
            let stop = begin.max(at + whole.trim_end_matches(is_space).len());
            at = end;
            if begin < stop {
                return Some(Sentence { range: begin..stop, block, lang: lang(&text[begin..stop]) });
            }
        }
    })
}

/// The language that most of a text is written in: a Chinese character weighs as two letters.
pub fn lang(text: &str) -> Lang {
    if text.is_ascii() {
        return Lang::En;
    }
    let (mut han, mut letters) = (0usize, 0usize);
    for character in text.chars().take(2000) {
        if character.is_ascii_alphabetic() {
            letters += 1;
        } else if is_han(character) {
            han += 1;
        }
    }
    if han > 0 && han * 2 >= letters { Lang::Zh } else { Lang::En }
}

/// Bytes that may end a sentence or begin a character that does: `.`, `!`, `?`, 。, ！, ？.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    stops[b'.' as usize] = true;
    stops[b'!' as usize] = true;
    stops[b'?' as usize] = true;
    stops[0xe3] = true;
    stops[0xef] = true;
    stops
};

/// No writer's sentence has more bytes. What goes on beyond, a list or data on one line, is cut, so that what is
/// looked for within a sentence is looked for in little.
const LONGEST: usize = 16 * 1024;

/// The pieces that it is cut into: small, for what is said far away belongs to nothing here.
const PIECE: usize = 1024;

/// Where the sentence that begins at byte `from` ends, or where it is cut.
fn cut(text: &str, from: usize) -> usize {
    if text.len() - from <= LONGEST {
        return end_of(text, from);
    }
    let reach = floor(text, from + LONGEST);
    let end = end_of(&text[..reach], from);
    if end < reach {
        return end;
    }
    // Best between two things of a list, else between two words, else anywhere.
    let near = &text[from..floor(text, from + PIECE)];
    let behind = |mark: fn(char) -> bool| {
        let at = near.rfind(mark)?;
        near[at..].chars().next().map(|mark| at + mark.len_utf8())
    };
    let list =
        near.rfind(", ").map(|at| at + 2).max(behind(|mark| matches!(mark, '，' | '、' | '；' | ';' | '\n')));
    from + list.or_else(|| behind(is_space)).unwrap_or(near.len())
}

/// Where the sentence that begins at byte `from` ends.
pub(super) fn end_of(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(ahead) = bytes[at..].iter().position(|&byte| STOPS[usize::from(byte)]) {
        at += ahead;
        let (stop, length) = match bytes[at] {
            0xe3 => (bytes[at..].starts_with("。".as_bytes()), 3),
            0xef => (bytes[at..].starts_with("！".as_bytes()) || bytes[at..].starts_with("？".as_bytes()), 3),
            _ => (true, 1),
        };
        if !stop {
            at += 1;
            continue;
        }
        let wide = length == 3;
        let mut end = at + length;
        end += closing(&text[end..]);
        let fresh = wide || at == from || ends_here(text, from, at, end);
        at = end;
        if fresh {
            return end;
        }
    }
    text.len()
}

/// How many bytes of closing quotes, parentheses and further stops stand at the beginning.
fn closing(text: &str) -> usize {
    let closes = |letter: char| {
        matches!(
            letter,
            '"' | '\''
                | '”'
                | '’'
                | '」'
                | '』'
                | ')'
                | '）'
                | ']'
                | '】'
                | '.'
                | '!'
                | '?'
                | '。'
                | '！'
                | '？'
        )
    };
    text.len() - text.trim_start_matches(closes).len()
}

/// Whether the ASCII stop at byte `at`, closed by byte `end`, ends a sentence that began at `from`.
fn ends_here(text: &str, from: usize, at: usize, end: usize) -> bool {
    let rest = &text[end..];
    let next = rest.trim_start_matches(is_space);
    let Some(first) = next.chars().next() else { return true };
    if next.len() == rest.len() {
        // No space: `3.4`, `gov.cn`, `U.S.`; but a Chinese sentence may follow an ASCII stop at once.
        return is_han(first) && text[from..at].chars().next_back().is_some_and(is_han);
    }
    if text.as_bytes()[at] != b'.' {
        return !first.is_lowercase();
    }
    if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | '，') {
        return false;
    }
    let head = &text[from..at];
    let word = &head[head
        .rfind(|letter: char| is_space(letter) || matches!(letter, '(' | '（' | '"' | '“'))
        .map_or(0, |space| space + head[space..].chars().next().map_or(1, char::len_utf8))..];
    // 129 . 4 万亿元, as a page's print has it.
    let mut letters = head.chars().rev();
    if first.is_ascii_digit()
        && letters.next() == Some(' ')
        && letters.next().is_some_and(|last| last.is_ascii_digit())
        && letters.take(12).chain(next.chars().take(12)).any(is_han)
    {
        return false;
    }
    if is_initials(word) {
        return starts_sentence(next);
    }
    if word.len() <= 3
        && !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && word.len() == head.trim_start().len()
    {
        // `1. The first item`
        return false;
    }
    !is_abbreviation(word, first)
}

/// `U.S`, `p.m`, `J`.
fn is_initials(word: &str) -> bool {
    let bytes = word.as_bytes();
    match bytes {
        [letter] => letter.is_ascii_uppercase(),
        [.., b'.', last] => last.is_ascii_alphabetic() && bytes.len() <= 7,
        _ => false,
    }
}

/// Words that begin a sentence more often than they follow initials.
fn starts_sentence(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 34] = [
        "A", "About", "According", "After", "All", "An", "And", "As", "At", "But", "By", "For", "From", "He",
        "However", "If", "In", "It", "Its", "Last", "Meanwhile", "More", "Of", "On", "Over", "She", "Since", "That",
        "The", "These", "They", "This", "We", "While",
    ];
    let word = &text[..text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len())];
    WORDS.binary_search(&word).is_ok()
}

/// Words that are written with a stop within a sentence; some only before a number.
fn is_abbreviation(word: &str, next: char) -> bool {
    #[rustfmt::skip]
    const ALWAYS: [&str; 40] = [
        "Adm", "Capt", "Col", "Dr", "Fig", "Figs", "Gen", "Gov", "Hon", "Lt", "Messrs", "Mr", "Mrs", "Ms", "Mt", "No",
        "Nos", "Pres", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr", "St", "approx", "ca", "cf", "cit", "eds", "esp",
        "est", "fig", "incl", "pp", "resp", "viz", "vol", "vols", "vs",
    ];
    #[rustfmt::skip]
    const BEFORE_DIGITS: [&str; 24] = [
        "Apr", "Art", "Aug", "Ch", "Dec", "Feb", "Jan", "Jul", "Jun", "Mar", "Nov", "Oct", "Par", "Sec", "Sep",
        "Sept", "Tel", "Vol", "art", "ch", "no", "nos", "p", "tel",
    ];
    ALWAYS.binary_search(&word).is_ok() || next.is_ascii_digit() && BEFORE_DIGITS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::Document;
    use crate::scan::{self, Draft};

    fn cut(text: &str) -> Vec<String> {
        let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
        sentences(&prose).iter().map(|sentence| prose.text[sentence.range.clone()].to_owned()).collect()
    }

    #[test]
    fn stops_that_end_nothing() {
        for text in [
            "It grew to $3.4 trillion, second only to the U.S. economy.",
            "Guofa [2015] No. 40 was issued.",
            "Mr. Smith and Dr. Wu met on Jan. 21, 2018.",
            "He lives in Washington D.C. now.",
            "It rose at 3 p.m. and fell e.g. by 5 percent.",
            "1. The plan covers 15 topics.",
            "根据国发〔2015〕40号文件；规模达3.4万亿元",
            "What? he asked.",
            "总值修订为129 . 4 万亿元",
        ] {
            assert_eq!(cut(text), [text]);
        }
    }

    #[test]
    fn stops_that_end_a_sentence() {
        assert_eq!(cut("It is in the U.S. The rest is not."), ["It is in the U.S.", "The rest is not."]);
        assert_eq!(cut("It rose 5 percent. 3 of them fell."), ["It rose 5 percent.", "3 of them fell."]);
        assert_eq!(cut("“It rose.” He left."), ["“It rose.”", "He left."]);
        assert_eq!(cut("增长5%。占三成！“是吗？”他说。"), ["增长5%。", "占三成！", "“是吗？”", "他说。"]);
        assert_eq!(cut("In 2016. Then it fell."), ["In 2016.", "Then it fell."]);
    }

    #[test]
    fn what_is_no_sentence_is_cut() {
        let cells = "12.5 percent, ".repeat(5000);
        let pieces = cut(&cells);
        assert_eq!(pieces.len(), 54);
        assert!(pieces.iter().all(|piece| piece.starts_with("12.5 percent,") && piece.ends_with("percent,")));
        assert_eq!(cut(&"数".repeat(10_000)).len(), 15);
    }

    #[test]
    fn the_language_of_a_sentence() {
        assert_eq!(lang("GDP占比30.3%"), Lang::Zh);
        assert_eq!(lang("the “digital economy” (数字经济) of China"), Lang::En);
    }
}
