//! What stands in a text otherwise than it reads: addresses, signs that no reader sees, spaces of unusual kinds, and
//! the spaces that text taken out of a printed page has between Chinese characters: 22.58 万 亿 元, 百 分点.

use std::ops::Range;

use memchr::memmem;

use super::glyph::{is_han, is_space, is_wide};

/// Where the next address or odd sign stands: most pieces of most files hold none, and a file is looked through once.
#[derive(Debug, Default)]
pub(super) struct Oddities {
    /// From which byte on each was looked for, and where it was found.
    schemes: Next,
    names: Next,
    signs: Next,
}

/// From which byte on something was looked for, and where it was found.
#[derive(Debug, Clone, Copy, Default)]
struct Next {
    from: usize,
    at: usize,
}

impl Next {
    /// Where the next one from `from` on stands, as `find` says unless it is known.
    fn from(&mut self, from: usize, length: usize, find: impl FnOnce() -> Option<usize>) -> usize {
        if from < self.from || self.at < from || self.at == 0 {
            *self = Self { from, at: find().map_or(length, |ahead| from + ahead) };
        }
        self.at
    }
}

impl Oddities {
    /// Whether any of them may stand within a range of a text.
    pub(super) fn are_within(&mut self, text: &str, range: &Range<usize>) -> bool {
        let rest = &text.as_bytes()[range.start..];
        let find = |needle: &[u8]| memmem::find(rest, needle);
        self.schemes.from(range.start, text.len(), || find(b"://")) < range.end
            || self.names.from(range.start, text.len(), || find(b"www.")) < range.end
            || self.signs.from(range.start, text.len(), || {
                signs(&text[range.start..]).next().map(|odd| odd.range.start)
            }) < range.end
    }
}

/// The addresses in a text, `https://…` and `www.…`: where they begin and end.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let scheme = |at: usize| {
        at - bytes[..at].iter().rev().take(12).take_while(|byte| byte.is_ascii_alphanumeric()).count()
    };
    let mut schemes = memmem::find_iter(bytes, b"://").map(scheme).peekable();
    let mut names = memmem::find_iter(bytes, b"www.").peekable();
    let mut done = 0;
    std::iter::from_fn(move || {
        loop {
            let begin = match (schemes.peek(), names.peek()) {
                (Some(one), Some(two)) if one <= two => schemes.next(),
                (Some(_), None) => schemes.next(),
                _ => names.next(),
            }?;
            if begin >= done {
                done = end_of_address(text, begin);
                return Some((begin, done));
            }
        }
    })
}

/// Where the address that begins at byte `begin` ends; the stop of a sentence is no part of it.
fn end_of_address(text: &str, begin: usize) -> usize {
    let ends =
        |letter: char| is_space(letter) || is_wide(letter) || matches!(letter, '<' | '>' | '"' | '”' | '“');
    let rest = &text[begin..];
    let whole = &rest[..rest.find(ends).unwrap_or(rest.len())];
    begin + whole.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len().max(3)
}

/// A sign that reads as a space, or as nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Odd {
    pub(super) range: Range<usize>,
    pub(super) is_space: bool,
}

/// The signs of a text that no reader sees or that are spaces of an unusual kind, and single spaces between Chinese
/// characters, in order.
pub(super) fn signs(text: &str) -> impl Iterator<Item = Odd> {
    let mut unseen = unseen(text).peekable();
    let mut gaps = gaps(text).peekable();
    std::iter::from_fn(move || match (unseen.peek(), gaps.peek()) {
        (Some(one), Some(other)) if other.range.start < one.range.start => gaps.next(),
        (None, _) => gaps.next(),
        _ => unseen.next(),
    })
}

/// Characters that no reader sees or that are spaces of an unusual kind.
fn unseen(text: &str) -> impl Iterator<Item = Odd> {
    // All but three of them begin with this byte; so do the quotation marks and dashes of Chinese text.
    let bytes = text.as_bytes();
    memchr::memchr3_iter(0xe2, 0xc2, 0xef, bytes).filter_map(move |at| {
        let odd = matches!(
            (bytes[at], bytes.get(at + 1)?, bytes.get(at + 2)),
            (0xe2, 0x80, Some(0x80..=0x86 | 0x88 | 0x8a..=0x8d))
                | (0xe2, 0x81, Some(0x9f | 0xa0))
                | (0xc2, 0xad, _)
                | (0xef, 0xbb, Some(0xbf))
        );
        let character = odd.then(|| text[at..].chars().next())??;
        Some(Odd { range: at..at + character.len_utf8(), is_space: is_space(character) })
    })
}

/// The single spaces between two Chinese characters, which are no spaces of the text.
fn gaps(text: &str) -> impl Iterator<Item = Odd> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += next_gap(&bytes[at..])?;
            let (before, behind) = (&text[..at], &text[at + 1..]);
            at += 1;
            if before.chars().next_back().is_some_and(is_han) && behind.chars().next().is_some_and(is_han) {
                return Some(Odd { range: at - 1..at, is_space: false });
            }
        }
    })
}

/// Where the first space stands between bytes that Chinese characters may end and begin with.
fn next_gap(bytes: &[u8]) -> Option<usize> {
    /// So many places are looked at together: few texts have any.
    const STRETCH: usize = 64;
    let is_gap = |three: &[u8]| three[0] >= 0x80 && three[1] == b' ' && three[2] >= 0xe3;
    let mut at = 0;
    while at + 2 < bytes.len() {
        let stretch = &bytes[at..bytes.len().min(at + STRETCH + 2)];
        let places = stretch.iter().zip(&stretch[1..]).zip(&stretch[2..]);
        if places.fold(false, |any, ((one, two), three)| {
            any | ((*one >= 0x80) & (*two == b' ') & (*three >= 0xe3))
        }) {
            return stretch.windows(3).position(is_gap).map(|place| at + place + 1);
        }
        at += STRETCH;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn single_spaces_between_chinese_characters_are_none() {
        let read = |text: &str| {
            let mut read = text.to_owned();
            let odd: Vec<Odd> = signs(text).collect();
            odd.into_iter().rev().for_each(|odd| {
                read.replace_range(odd.range, if odd.is_space { " " } else { "" });
            });
            read
        };
        assert_eq!(read("达 22.58 万 亿 元，占 百 分 之 三十"), "达 22.58 万亿元，占百分之三十");
        assert_eq!(read("北京  上海 Beijing 上海， 天津"), "北京  上海 Beijing 上海， 天津");
        assert_eq!(read("a\u{ad}b 数\u{2003}字"), "ab 数 字");
    }

    proptest! {
        #[test]
        fn every_gap_is_found(text in "([a-z ]|[数字。é] ?){0,60}") {
            let letters: Vec<(usize, char)> = text.char_indices().collect();
            let gap = |three: &[(usize, char)]| {
                (is_han(three[0].1) && three[1].1 == ' ' && is_han(three[2].1)).then_some(three[1].0)
            };
            let expected: Vec<usize> = letters.windows(3).filter_map(gap).collect();
            prop_assert_eq!(gaps(&text).map(|odd| odd.range.start).collect::<Vec<_>>(), expected);
        }
    }
}
