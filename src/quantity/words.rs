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

/// Known words with their meanings.
pub(super) struct Words<T> {
    /// By first byte, then the longest first.
    entries: Vec<(&'static str, Case, T)>,
    /// Where the words of each first byte begin.
    first: Vec<usize>,
}

impl<T: Copy> Words<T> {
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, Case, T)>) -> Self {
        let mut entries: Vec<_> = words.into_iter().filter(|(word, ..)| !word.is_empty()).collect();
        entries.sort_by_key(|(word, ..)| (first_byte(word), std::cmp::Reverse(word.len())));
        let first =
            (0..=256).map(|byte| entries.partition_point(|(word, ..)| first_byte(word) < byte)).collect();
        Self { entries, first }
    }

    /// The meaning of the longest word at byte `at`, and where it ends.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(T, usize)> {
        self.find(text, at, ends_word)
    }

    /// The same where a digit may follow at once: `RMB22.58`.
    pub(super) fn before_digits(&self, text: &str, at: usize) -> Option<(T, usize)> {
        self.find(text, at, |text, end| ends_word(text, end) || text.as_bytes()[end].is_ascii_digit())
    }

    fn find(&self, text: &str, at: usize, ends: fn(&str, usize) -> bool) -> Option<(T, usize)> {
        let here = &text.as_bytes()[at..];
        let byte = usize::from(here.first()?.to_ascii_lowercase());
        self.entries[self.first[byte]..self.first[byte + 1]].iter().find_map(|(word, case, meaning)| {
            // Chinese words share their first byte: most are done with after a look at the next two.
            if let (&[_, second, third, ..], Some(0x80..)) = (word.as_bytes(), here.first())
                && (here.get(1) != Some(&second) || here.get(2) != Some(&third))
            {
                return None;
            }
            let end = end_of(text, at, word, *case)?;
            ends(text, end).then_some((*meaning, end))
        })
    }

    /// All words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|(word, ..)| *word)
    }
}

fn first_byte(word: &str) -> usize {
    usize::from(word.as_bytes()[0].to_ascii_lowercase())
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

    fn words() -> Words<u8> {
        Words::new([
            ("percent", Case::Any, 1),
            ("percentage points", Case::Any, 2),
            ("MB", Case::Exact, 3),
            ("美元", Case::Any, 4),
            ("$", Case::Any, 5),
        ])
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(words().at("Percentage\n  points.", 0), Some((2, 19)));
        assert_eq!(words().at("2.8 percent", 4), Some((1, 11)));
        assert_eq!(words().at("a percentage-points", 2), Some((2, 19)));
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
