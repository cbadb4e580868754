//! Words and what they mean: finds the longest known word at a place in a text.
//!
//! A space in a word matches any gap in the text: spaces, a hyphen, the end of a line. A match ends where
//! the word ends: `won` is not found in `wonder`. Looking up allocates nothing.

/// How a word's case is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Letter by letter: `Mb` is not `MB`.
    Exact,
    /// Upper or lower alike.
    Any,
}

/// Known words with their meanings, `COUNT` of them. The tables are made by the compiler, so that a program that
/// starts has nothing to build.
///
/// ```ignore
/// static WORDS: Words<u8, 2> = Words::none(0).with("percent", Case::Any, 1).with("%", Case::Any, 1).complete();
/// ```
pub(super) struct Words<T, const COUNT: usize> {
    entries: [Word<T>; COUNT],
    count: usize,
    /// The entry that was added last of those that share a place, by a hash of their keys.
    last: [u16; PLACES],
    /// A bit for each ending that a word has, by a hash of its last two bytes.
    endings: [u64; PLACES / 64],
}

#[derive(Debug, Clone, Copy)]
struct Word<T> {
    text: &'static str,
    case: Case,
    meaning: T,
    key: u32,
    /// The entry that was added before this one and shares its place.
    before: u16,
}

/// Places enough that few words share one.
const PLACES: usize = 512;

/// No entry.
const NONE: u16 = u16::MAX;

impl<T: Copy, const COUNT: usize> Words<T, COUNT> {
    /// No word yet; the places that words will take hold any meaning.
    pub(super) const fn none(any: T) -> Self {
        assert!(COUNT < NONE as usize, "there are few words");
        let word = Word { text: "", case: Case::Any, meaning: any, key: 0, before: NONE };
        Self { entries: [word; COUNT], count: 0, last: [NONE; PLACES], endings: [0; PLACES / 64] }
    }

    /// One word more.
    pub(super) const fn with(mut self, text: &'static str, case: Case, meaning: T) -> Self {
        let key = key(text.as_bytes());
        let last = &mut self.last[place(key)];
        self.entries[self.count] = Word { text, case, meaning, key, before: *last };
        #[expect(clippy::cast_possible_truncation, reason = "there are fewer than `NONE`")]
        {
            *last = self.count as u16;
        }
        self.count += 1;
        let ending = ending(text.as_bytes(), text.len());
        self.endings[ending / 64] |= 1 << (ending % 64);
        self
    }

    /// Several words of one meaning, in any case.
    pub(super) const fn with_all(mut self, words: &[&'static str], meaning: T) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.with(words[at], Case::Any, meaning);
            at += 1;
        }
        self
    }

    /// The words that were added, which must be as many as were counted.
    pub(super) const fn complete(self) -> Self {
        assert!(self.count == COUNT, "the words are not as many as were counted");
        self
    }

    /// The meaning of the longest word at byte `at`, and where it ends.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(T, usize)> {
        self.find(text, at, ends_word)
    }

    /// The same where a digit may follow at once: `RMB22.58`.
    pub(super) fn before_digits(&self, text: &str, at: usize) -> Option<(T, usize)> {
        self.find(text, at, |text, end| ends_word(text, end) || text.as_bytes()[end].is_ascii_digit())
    }

    /// Whether a word may end at byte `at`: right whenever it says no.
    pub(super) fn may_end(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes();
        // A word of one byte ends with it, whatever stands before.
        [ending(bytes, at), ending(&bytes[at.saturating_sub(1)..], at.min(1))]
            .iter()
            .any(|ending| (self.endings[ending / 64] >> (ending % 64)) & 1 == 1)
    }

    fn find(&self, text: &str, at: usize, ends: fn(&str, usize) -> bool) -> Option<(T, usize)> {
        let key = key(&text.as_bytes()[at..]);
        let mut index = self.last[place(key)];
        let mut longest: Option<(T, usize)> = None;
        while let Some(word) = self.entries.get(usize::from(index)) {
            index = word.before;
            if word.key != key {
                continue;
            }
            // Of two that end alike, the one that was added first.
            if let Some(end) = end_of(text, at, word.text, word.case)
                && longest.is_none_or(|(_, longest)| end >= longest)
                && ends(text, end)
            {
                longest = Some((word.meaning, end));
            }
        }
        longest
    }

    /// All words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|word| word.text)
    }
}

/// What a word is looked up by: its first two letters, or its first character if that is none of ASCII.
const fn key(bytes: &[u8]) -> u32 {
    match *bytes {
        [first @ 0xe0..=0xff, second, third, ..] => u32::from_be_bytes([1, first, second, third]),
        [first @ 0xc0..=0xff, second, ..] => u32::from_be_bytes([0, 1, first, second]),
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
            u32::from_be_bytes([0, 0, first.to_ascii_lowercase(), second.to_ascii_lowercase()])
        }
        [first, ..] => u32::from_be_bytes([0, 0, 0, first.to_ascii_lowercase()]),
        [] => 0,
    }
}

const fn place(key: u32) -> usize {
    // Nine bits are left.
    (key.wrapping_mul(0x9e37_79b9) >> 23) as usize
}

/// Where the ending of a word is kept: its last two bytes, or its last where the one before is a gap or nothing.
const fn ending(bytes: &[u8], end: usize) -> usize {
    let last = if end > 0 { bytes[end - 1] | 0x20 } else { 0 };
    let before = if end > 1 { bytes[end - 2] | 0x20 } else { b' ' };
    let before = if matches!(before, b' ' | b'-') { b' ' } else { before };
    place(u32::from_be_bytes([0, 0, before, last]))
}

/// Where `word` ends when it stands at byte `at`, whatever follows.
pub(super) fn end_of(text: &str, at: usize, word: &str, case: Case) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at;
    for &wanted in word.as_bytes() {
        if wanted == b' ' {
            let next = if bytes.get(end) == Some(&b'-') { end + 1 } else { gap(text, end) };
            if next == end {
                return None;
            }
            end = next;
            continue;
        }
        let found = *bytes.get(end)?;
        let same = match case {
            Case::Exact => found == wanted,
            Case::Any => found.eq_ignore_ascii_case(&wanted),
        };
        if !same {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// Whether a word that was matched up to `end` really ends there.
///
/// Chinese sets no spaces, so a Chinese character may follow anything; a letter or digit may not follow
/// a letter or digit.
pub(super) fn ends_word(text: &str, end: usize) -> bool {
    let Some(last) = text[..end].chars().next_back() else { return true };
    if !is_letter(last) && !last.is_ascii_digit() {
        return true;
    }
    !text[end..].chars().next().is_some_and(|next| is_letter(next) || next.is_ascii_digit())
}

/// A letter of a script that sets spaces between its words.
pub(super) fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || (character < '\u{2e80}' && character.is_alphabetic())
}

/// A space, whatever its width.
pub(super) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{3000}')
}

/// No gap within a quantity is wider; a page of spaces is not searched from every place in it.
pub(super) const WIDEST_GAP: usize = 40;

/// Where the spaces at byte `at` end; they may hold one end of a line, since prose is wrapped.
pub(super) fn gap(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut lines = 0;
    for character in text[at..].chars().take(WIDEST_GAP) {
        if character == '\n' && lines == 0 {
            lines = 1;
        } else if character != '\r' && !is_space(character) {
            break;
        }
        end += character.len_utf8();
    }
    end
}

/// Where the spaces that end at byte `at` begin.
pub(super) fn gap_before(text: &str, at: usize) -> usize {
    let mut begin = at;
    for (index, character) in text[..at].char_indices().rev().take(WIDEST_GAP) {
        if !is_space(character) && !matches!(character, '\n' | '\r') {
            break;
        }
        begin = index;
    }
    begin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words<u8, 5> {
        Words::none(0)
            .with("percent", Case::Any, 1)
            .with("percentage points", Case::Any, 2)
            .with("MB", Case::Exact, 3)
            .with_all(&["美元"], 4)
            .with_all(&["$"], 5)
            .complete()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(words().at("Percentage\n  points.", 0), Some((2, 19)));
        assert_eq!(words().at("2.8 percent", 4), Some((1, 11)));
        assert_eq!(words().at("a percentage-points", 2), Some((2, 19)));
    }

    #[test]
    fn what_no_word_ends_with_is_known() {
        for text in ["5 Percent", "percentage-points", "MB", "5美元", "$", "US$"] {
            assert!(words().may_end(text, text.len()), "{text}");
        }
        for text in ["", "it reached", "in", "达到"] {
            assert!(!words().may_end(text, text.len()), "{text}");
        }
    }

    #[test]
    fn a_word_ends_where_it_ends() {
        assert_eq!(words().at("percents", 0), None);
        assert_eq!(words().at("percent人", 0), Some((1, 7)));
        assert_eq!(words().at("美元x", 0), Some((4, 6)));
        assert_eq!(words().at("$5", 0), Some((5, 1)));
        assert_eq!(words().at("mb", 0), None);
        assert_eq!(words().at("", 0), None);
    }

    #[test]
    fn a_gap_holds_one_end_of_a_line() {
        assert_eq!(gap("a \n b", 1), 4);
        assert_eq!(gap("a \n\n b", 1), 3);
        assert_eq!(gap("a\u{a0}b", 1), 3);
    }
}
