//! Breaks a line of text where a reader may pause.
//!
//! A terminal's columns are counted as it shows them: a Chinese character takes two. Lines break at spaces
//! and between Chinese characters, with three courtesies. A closing mark never begins a line and an opening
//! mark never ends one. A figure is never torn: digits stay with the 万, 亿 or % that follows them. And a
//! word is never broken: an identifier or an address that is too long stands whole on its line, so that it
//! can be copied.
//!
//! ```
//! use ipfacts::render::wrap;
//!
//! assert_eq!(wrap::width("22.58万亿元"), 11);
//! assert_eq!(wrap::lines("2016年数字经济总量达22.58万亿元。", 20), ["2016年数字经济总量达", "22.58万亿元。"]);
//! ```

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::safe;

/// The columns a text takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    if safe::is_printable_ascii(text) { text.len() } else { text.width() }
}

/// The columns of the widest piece that is never broken.
#[must_use]
pub fn widest_word(text: &str) -> usize {
    pieces(text).map(|piece| width(piece.trim_end())).max().unwrap_or(0)
}

/// The text in lines of at most so many columns, without spaces at their ends.
///
/// A piece wider than that stands alone on its line. There is always one line at least.
#[must_use]
pub fn lines(text: &str, columns: usize) -> Vec<&str> {
    if width(text.trim_end()) <= columns {
        return vec![text.trim_end()];
    }
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for piece in pieces(text) {
        let whole = text[start..end + piece.len()].trim_end();
        if end > start && width(whole) > columns {
            lines.push(text[start..end].trim_end());
            start = end;
        }
        end += piece.len();
    }
    lines.push(text[start..].trim_end());
    lines
}

/// The text in pieces, each ending where a line may end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let mut before = chars.next()?.1;
        // Spaces that the text begins with are its indent.
        let mut indent = before == ' ';
        for (at, c) in chars {
            if !indent && may_break(before, c) {
                let (piece, tail) = rest.split_at(at);
                rest = tail;
                return Some(piece);
            }
            indent &= c == ' ';
            before = c;
        }
        Some(std::mem::take(&mut rest))
    })
}

/// Whether a line may end between two neighbours.
fn may_break(before: char, after: char) -> bool {
    if is_space(after) || is_joining(before) || is_joining(after) {
        return false;
    }
    if is_space(before) {
        return !matches!(after, '%' | '‰');
    }
    (is_wide(before) || is_wide(after))
        && !ENDS_NO_LINE.contains(before)
        && !BEGINS_NO_LINE.contains(after)
        && !(is_figure(before) && is_wide(after))
}

/// Closing marks and marks that belong to what they follow.
const BEGINS_NO_LINE: &str = "、。，．：；？！）］｝〉》」』】〕〗〙〛”’…—～％‰℃ー々ゝゞヽヾ・,.:;?!)]}%>";

/// Opening marks and marks that belong to what follows them.
const ENDS_NO_LINE: &str = "（［｛〈《「『【〔〖〘〚“‘￥＄([{<$¥€£";

/// Digits and the Chinese words of scale that make one number with what follows.
fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || "十百千万亿兆".contains(c)
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Whether the character makes one sign with its neighbours: accents, joiners, variation selectors.
fn is_joining(c: char) -> bool {
    c.width() == Some(0) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// A text in two: what fits into so many columns, and the rest.
#[must_use]
pub fn split(text: &str, columns: usize) -> (&str, &str) {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, letter)| {
        taken += letter.width().unwrap_or(0);
        taken > columns
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(lines("more than 98 % of villages", 12), ["more than", "98 % of", "villages"]);
        assert_eq!(lines("", 10), [""]);
        assert_eq!(lines("   ", 2), [""]);
    }

    #[test]
    fn spaces_within_a_line_stay_as_they_are() {
        assert_eq!(lines("  rate      6.6423 yuan", 40), ["  rate      6.6423 yuan"]);
        assert_eq!(lines("  rate      6.6423 yuan", 14), ["  rate", "6.6423 yuan"]);
    }

    #[test]
    fn a_word_is_never_broken() {
        assert_eq!(
            lines("see https://www.gov.cn/x/y.htm today", 10),
            ["see", "https://www.gov.cn/x/y.htm", "today"]
        );
        assert_eq!(widest_word("see broadband-villages-2020 today"), 23);
    }

    #[test]
    fn chinese_breaks_between_characters_but_keeps_its_marks() {
        assert_eq!(lines("宽带覆盖行政村。目标", 14), ["宽带覆盖行政", "村。目标"]);
        assert_eq!(lines("根据《规划》要求", 6), ["根据", "《规", "划》要", "求"]);
    }

    #[test]
    fn a_chinese_figure_stays_whole() {
        assert_eq!(lines("达到22.58万亿元", 12), ["达到", "22.58万亿元"]);
        assert_eq!(lines("占GDP的30.3％", 10), ["占GDP的", "30.3％"]);
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_line_too_wide(text in "[ a-z0-9%.,中国万亿元。《》👩\u{200d}\u{301}]{0,60}", columns in 1_usize..30) {
            let lines = lines(&text, columns);
            let kept: String = lines.concat().split(' ').collect();
            prop_assert_eq!(kept, text.split(' ').collect::<String>());
            for line in lines {
                prop_assert!(width(line) <= columns || pieces(line).count() == 1, "{:?}", line);
            }
        }
    }
}
