//! Characters and words at a place in a text: which scripts set spaces, what stands before and behind.

/// A character of Chinese writing, or punctuation that is set as wide as one.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{303f}' | '\u{3041}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// A Chinese character.
pub(super) fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// A space of any width.
pub(super) fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// A digit of ordinary or full width.
pub(super) fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// The character before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The text from byte `at` on; nothing past its end or within a character.
pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The character at byte `at`.
pub(super) fn at(text: &str, at: usize) -> Option<char> {
    rest(text, at).chars().next()
}

/// Where the spaces at byte `at` end.
pub(super) fn past_spaces(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let at = if bytes.get(at) == Some(&b' ') { at + 1 } else { at };
    if bytes.get(at).is_some_and(u8::is_ascii_graphic) {
        return at;
    }
    let rest = rest(text, at);
    at + (rest.len() - rest.trim_start_matches(is_space).len())
}

/// Where the spaces before byte `at` begin.
pub(super) fn before_spaces(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let at = if at > 0 && bytes[at - 1] == b' ' { at - 1 } else { at };
    if at > 0 && bytes[at - 1].is_ascii_graphic() {
        return at;
    }
    text[..at].trim_end_matches(is_space).len()
}

/// The nearest start of a character at or before byte `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The ASCII word at byte `at`; empty when there is none. At most 24 letters are looked at.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = rest(text, at);
    let length = rest.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
    &rest[..length]
}

/// The ASCII word before byte `at`, past spaces; empty when something else stands there.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let end = before_spaces(text, at);
    let letters = text.as_bytes()[..end].iter().rev().take(24);
    let length = letters.take_while(|byte| byte.is_ascii_alphabetic()).count();
    &text[end - length..end]
}

/// A word of at most 24 ASCII letters in lower case, kept without an allocation.
pub(super) struct Lower {
    bytes: [u8; 24],
    length: usize,
}

impl std::ops::Deref for Lower {
    type Target = str;

    fn deref(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

/// A word in lower case; what is longer than any word that is looked for is empty.
pub(super) fn lower(word: &str) -> Lower {
    let mut bytes = [0; 24];
    let length = if word.len() <= 24 { word.len() } else { 0 };
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    bytes[..length].make_ascii_lowercase();
    Lower { bytes, length }
}

/// Whether a word is one of some, whatever its case.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Where `word` ends when it stands at byte `at` as a whole ASCII word, whatever its case; a space in it
/// matches any spaces, or a hyphen.
pub(super) fn phrase_at(text: &str, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            let next = if text.as_bytes().get(end) == Some(&b'-') { end + 1 } else { past_spaces(text, end) };
            if next == end {
                return None;
            }
            end = next;
        }
        let found = text.as_bytes().get(end..end + word.len())?;
        if !found.eq_ignore_ascii_case(word.as_bytes()) {
            return None;
        }
        end += word.len();
    }
    let next = text.as_bytes().get(end);
    (!next.is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

/// Where a phrase begins that ends at byte `at`, past spaces; as [`phrase_at`].
pub(super) fn phrase_before(text: &str, at: usize, words: &str) -> Option<usize> {
    let (bytes, mut begin, mut rest) = (text.as_bytes(), at, words.as_bytes());
    loop {
        let first = rest.iter().rposition(|byte| *byte == b' ').map_or(0, |space| space + 1);
        let end = match bytes[..begin].last() {
            Some(b'-') if begin < at => begin - 1,
            _ => before_spaces(text, begin),
        };
        begin = end.checked_sub(rest.len() - first)?;
        if !bytes[begin..end].eq_ignore_ascii_case(&rest[first..]) {
            return None;
        }
        if first == 0 {
            break;
        }
        rest = &rest[..first - 1];
    }
    let before = begin.checked_sub(1).map(|last| bytes[last]);
    (!before.is_some_and(|byte| byte.is_ascii_alphanumeric())).then_some(begin)
}

/// The last few characters before byte `at`, at most `count` of them.
pub(super) fn tail(text: &str, at: usize, count: usize) -> &str {
    let begin = text[..at].char_indices().rev().take(count).last().map_or(at, |(index, _)| index);
    &text[begin..at]
}

/// The first few characters from byte `at` on, at most `count` of them.
pub(super) fn head(text: &str, at: usize, count: usize) -> &str {
    let rest = rest(text, at);
    let end = rest.char_indices().nth(count).map_or(rest.len(), |(index, _)| index);
    &rest[..end]
}

/// Which of some texts stands at byte `at`, and its end.
pub(super) fn any_at<'w>(text: &str, at: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
    let rest = rest(text, at);
    // Most differ in the first byte.
    let first = rest.as_bytes().first();
    let stands = |word: &&&str| word.as_bytes().first() == first && rest.starts_with(**word);
    words.iter().find(stands).map(|word| (*word, at + word.len()))
}

/// Which of some texts ends at byte `at`, and its beginning.
pub(super) fn any_before<'w>(text: &str, at: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
    let head = &text[..at];
    let last = head.as_bytes().last();
    let stands = |word: &&&str| word.as_bytes().last() == last && head.ends_with(**word);
    words.iter().find(stands).map(|word| (*word, at - word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases() {
        assert_eq!(word_before("up to 5", 6), "to");
        assert_eq!(word_before("数5", 3), "");
        assert_eq!(phrase_at("By the  end of 2016", 3, "the end of"), Some(14));
        assert_eq!(phrase_before("by the end of 2016", 14, "the end of"), Some(3));
        assert_eq!(phrase_before("lithe end of 2016", 13, "the end of"), None);
        assert_eq!(tail("数字经济", 12, 2), "经济");
        assert_eq!(head("数字经济", 0, 2), "数字");
    }
}
