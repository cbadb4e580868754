//! The edges of a number in prose: what it goes on with, what may lead to it, which part of it is the number.

use std::ops::Range;

use super::glyph::{any_before, before, before_spaces, is_digit, is_one_of, is_wide, word_before};
use crate::quantity::{Currency, Qualifier, Quantity};

/// Whether a digit at byte `at` goes on with a word or number before it: `G20`, `COVID-19`, `v2`, `3.5`.
pub(super) fn glued(text: &str, at: usize) -> bool {
    let mut letters = text[..at].chars().rev();
    let Some(last) = letters.next() else { return false };
    if last == '+' {
        // 10+1 talks, +86 10 6520 3118
        if letters.next().is_some_and(is_digit) {
            return true;
        }
        let number = text[at..].trim_start_matches(is_digit);
        return number.starts_with([' ', '-']) && number[1..].starts_with(is_digit);
    }
    if last.is_ascii_alphabetic() {
        // 占GDP30.3%, 2021年GDP114.4万亿元
        let number = text[at..].trim_start_matches(|letter| is_digit(letter) || matches!(letter, '.' | ','));
        if number.starts_with(['%', '％', '‰', '万', '亿', '萬', '億']) || number.starts_with("个百分点")
        {
            return false;
        }
        // RMB22.58, but also Q3 and FY2016, which are times.
        let word = word_before(text, at);
        return Currency::parse(word).is_none() && !is_one_of(word, &["Q", "H", "FY"]);
    }
    match last {
        '_' | '@' | '&' | '\\' => true,
        // mid-2018
        '-' if is_one_of(word_before(text, at - 1), &["mid", "end", "pre", "post", "late", "early"]) => false,
        '-' | '.' | ',' | '/' | ':' | '：' | '–' => letters.next().is_some_and(|other| {
            // 1-9月 within a time was read already; a letter before makes a name; `,` and `.` belong to a number.
            other.is_ascii_alphabetic() && matches!(last, '-' | '.' | '/') && !is_currency_before(text, at)
                || is_digit(other) && last != '：'
        }),
        _ => last.is_alphabetic() && !is_wide(last),
    }
}

/// `US-$5`: no; `RMB-5`: no. A currency and a minus may stand before a number.
fn is_currency_before(text: &str, at: usize) -> bool {
    let word = word_before(text, at - 1);
    word.len() >= 2 && Currency::parse(word).is_some()
}

/// Past a number that is none with all that hangs on it: `12306`, `2.1.3`, `010-6520-3118`, `5G`.
pub(super) fn past_token(text: &str, at: usize) -> usize {
    let mut end = at;
    if text[..at].ends_with('+') {
        // +86 10 6520 3118
        let dial = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '(' | ')');
        return at + (text[at..].len() - text[at..].trim_start_matches(dial).len());
    }
    let mut letters = text[at..].chars().peekable();
    while let Some(letter) = letters.next() {
        let joins = matches!(letter, '.' | ',' | '-' | '/' | ':' | '_' | '–' | '’' | '\'');
        let goes_on = letter.is_ascii_alphanumeric()
            || is_digit(letter)
            || joins && letters.peek().is_some_and(|next| next.is_ascii_alphanumeric());
        if !goes_on {
            break;
        }
        end += letter.len_utf8();
    }
    end
}

/// Whether digits that end at byte `end` are the beginning of a chain: `3-1`, `010-65203118`, `9:30`.
pub(super) fn chain(text: &str, end: usize) -> bool {
    let mut rest = text[end..].chars();
    rest.next();
    rest.next().is_some_and(|next| is_digit(next) || next.is_ascii_alphabetic())
}

/// Where `No. ` or `#` begins that stands before a number.
pub(super) fn numbered(text: &str, at: usize) -> Option<usize> {
    let end = before_spaces(text, at);
    any_before(text, end, &["No.", "no.", "Nos.", "NO.", "№", "#"])
        .map(|(_, begin)| begin)
        .filter(|begin| !before(text, *begin).is_some_and(|last| last.is_ascii_alphanumeric()))
}

/// Whether a sign, currency or qualifier can stand before byte `at`: the reader of quantities looks for it then.
pub(super) fn leads(text: &str, at: usize) -> bool {
    let end = before_spaces(text, at);
    let Some(last) = before(text, end) else { return false };
    if !last.is_ascii() {
        // The last characters of qualifiers, of currencies and of 负.
        return !is_wide(last)
            || "约約为合概致过過了超逾破于於出多少码低近乎到足满高占达有币幣元圆圓金镑鎊盾郎铢负負￥＄～＞＜－".contains(last);
    }
    if !last.is_ascii_alphabetic() {
        return !matches!(last, ',' | '(' | ')' | ';' | ':' | '"' | '\'') && !is_digit(last);
    }
    #[rustfmt::skip]
    const LAST_WORDS: [&str; 40] = [
        "about", "around", "roughly", "approximately", "approx", "some", "circa", "estimated", "of", "than",
        "over", "above", "exceeding", "beyond", "least", "minimum", "nearly", "almost", "to", "approaching",
        "nearing", "under", "below", "quite", "most", "much", "many", "maximum", "rmb", "renminbi", "yuan",
        "dollars", "euros", "as", "between", "minus", "negative", "us", "dollar", "yen",
    ];
    let word = word_before(text, end);
    is_one_of(word, &LAST_WORDS) || word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The part of a figure's range that is number, currency and unit, without the words that qualify it.
pub(super) fn number(text: &str, range: &Range<usize>, at: usize, quantity: &Quantity) -> Range<usize> {
    if quantity.qualifier() == Qualifier::None || at < range.start || at > range.end {
        return range.clone();
    }
    let mut begin = at;
    let lead = &text[range.start..at];
    if !lead.is_empty() && quantity.unit().currency().is_some() {
        let starts = lead.char_indices().map(|(index, _)| index);
        let found = starts
            .filter(|index| !lead[*index..].starts_with(' '))
            .find(|index| Currency::parse(&lead[*index..]).is_some());
        begin = found.map_or(begin, |index| range.start + index);
    }
    if let Some((_, earlier)) =
        any_before(text, begin, &["-", "−", "负"]).filter(|(_, earlier)| *earlier >= range.start)
    {
        begin = earlier;
    }
    #[rustfmt::skip]
    const BEHIND: [&str; 24] = [
        "及以上", "或以上", "以上", "左右", "上下", "及以下", "或以下", "以下", "以内", "之内", "or more", "or so", "or thereabouts",
        "or above", "and above", "or higher", "or over", "and over", "and more", "or less", "or fewer",
        "or below", "or lower", "and below",
    ];
    let mut end = range.end;
    if let Some((_, earlier)) = any_before(text, end, &BEHIND).filter(|(_, earlier)| *earlier > at) {
        end = before_spaces(text, earlier);
    }
    begin..end.max(begin)
}
