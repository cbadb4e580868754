//! Years in English: `2016`, `2012-2016`, `the 1990s`, `Q3 2018`; and whether four digits are a year at all.

use super::super::{Core, dash, number, small, year};
use super::Part;
use crate::period::Stretch;
use crate::quantity::{self, Unit};
use crate::scan::glyph::{
    before, before_spaces, is_digit, is_one_of, lower, past_spaces, phrase_at, word_at, word_before,
};

/// `Q3 2018`, `Q1–Q3 2018`, `2018 Q3`, `H1 of 2018`, `3Q18` from the digit in it.
pub(super) fn quarter_sign(text: &str, at: usize) -> Option<Part> {
    let bytes = text.as_bytes();
    let (value, after, _) = number(text, at, 1)?;
    let sign = |byte: u8| matches!(byte, b'Q' | b'H');
    let letter = at.checked_sub(1).map(|index| bytes[index]).filter(|byte| sign(*byte));
    let (letter, begin, end) = match letter {
        Some(letter) => {
            let free = at < 2 || !bytes[at - 2].is_ascii_alphanumeric();
            (letter, free.then_some(at - 1)?, after)
        }
        None => {
            let letter = *bytes.get(after).filter(|byte| sign(**byte))?;
            (letter, at, after + 1)
        }
    };
    let make = |year| {
        if letter == b'Q' { Stretch::quarter(year, small(value)) } else { Stretch::half(year, small(value)) }
    };
    // Q1–Q3 2021
    let last = dash(text, end).filter(|_| letter == b'Q' && begin < at).and_then(|next| {
        let next = next + usize::from(bytes.get(next) == Some(&b'Q'));
        number(text, next, 1).filter(|(last, ..)| *last > value)
    });
    let end = last.map_or(end, |(_, end, _)| end);
    let core = |year| match last {
        Some((last, ..)) => Some(Core::Range(
            Stretch::month(year, small(value) * 3 - 2)?,
            Stretch::month(year, small(last) * 3)?,
        )),
        None => make(year).map(Core::One),
    };
    let of = phrase_at(text, past_spaces(text, end), "of").unwrap_or(end);
    if let Some((year, end)) = year(text, past_spaces(text, of)) {
        return Some((core(year)?, begin, end, false));
    }
    if let Some((short, end, 2)) = number(text, end, 2) {
        return Some((Core::One(make(2000 + short)?), begin, end, false));
    }
    bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric()).then_some((
        Core::Unknown,
        begin,
        end,
        true,
    ))
}

/// `21/9/2018`, `9/21/2018`: known only when one of the two cannot be a month.
pub(super) fn slashed(text: &str, at: usize) -> Option<Part> {
    let (one, end, _) = number(text, at, 2)?;
    let separator = *text.as_bytes().get(end).filter(|byte| matches!(byte, b'/' | b'.' | b'-'))?;
    let (two, end, _) = number(text, end + 1, 2)?;
    if text.as_bytes().get(end) != Some(&separator) {
        return None;
    }
    let (year, end) = year(text, end + 1)?;
    let day = match (one, two) {
        (13..=31, 1..=12) => Stretch::day(year, small(two), small(one)),
        (1..=12, 13..=31) => Stretch::day(year, small(one), small(two)),
        (1..=12, 1..=12) if one == two => Stretch::day(year, small(one), small(two)),
        (1..=12, 1..=12) => None,
        _ => return None,
    };
    Some((day.map_or(Core::Unknown, Core::One), at, end, false))
}

/// A year, or a range of years.
pub(super) fn years(text: &str, at: usize) -> Option<Part> {
    let bytes = text.as_bytes();
    let before_it = before(text, at);
    if before_it.is_some_and(|letter| letter == '.' || letter == ',' && text[..at - 1].ends_with(is_digit)) {
        return None;
    }
    let (first, end) = year(text, at)?;
    // the 1990s
    if bytes.get(end) == Some(&b's')
        && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)
        && first % 10 == 0
    {
        let decade = Core::Range(Stretch::year(first)?, Stretch::year(first + 9)?);
        return Some((decade, at, end + 1, false));
    }
    if bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) && !text[end..].starts_with(['Q', 'H']) {
        return None;
    }
    // 2018 Q3, 2018Q3, 2018-H1
    let sign = end + usize::from(matches!(bytes.get(end), Some(b' ' | b'-')));
    if let (Some(letter @ (b'Q' | b'H')), Some((value, behind, _))) =
        (bytes.get(sign), number(text, sign + 1, 1).filter(|_| sign < bytes.len()))
    {
        let part = if *letter == b'Q' {
            Stretch::quarter(first, small(value))
        } else {
            Stretch::half(first, small(value))
        };
        return Some((Core::One(part?), at, behind, false));
    }
    if let Some(part) = range_of_years(text, at, first, end) {
        return Some(part);
    }
    is_year(text, at, first, end).then_some(())?;
    Some((Core::One(Stretch::year(first)?), at, end, false))
}

/// `2012-2016`, `2012–16`, `2012 to 2021`, `between 2012 and 2016`.
pub(super) fn range_of_years(text: &str, at: usize, first: i32, end: usize) -> Option<Part> {
    let between = word_before(text, at).eq_ignore_ascii_case("between");
    let next = past_spaces(text, end);
    let line = dash(text, next);
    let to = line
        .or_else(|| phrase_at(text, next, "to"))
        .or_else(|| phrase_at(text, next, "through"))
        .or_else(|| if between { phrase_at(text, next, "and") } else { None })?;
    let to = past_spaces(text, to);
    let (second, stop) = match year(text, to) {
        Some(found) => found,
        None => {
            // 2012-16; but 2018-09 is a month.
            let (short, stop, 2) = number(text, to, 2)? else { return None };
            line.filter(|line| *line == to && next == end)?;
            let second = first / 100 * 100 + short;
            if second <= first {
                let month = Stretch::month(first, small(short))?;
                return Some((Core::One(month), at, stop, false));
            }
            (second, stop)
        }
    };
    let free =
        !text[stop..].starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, '%' | '％'));
    let plausible = second > first && second - first <= 150 && (1700..2200).contains(&first) && free;
    // `rose from 1900 to 2000 yuan` is money.
    let counted = quantity::read_one_at(text, to)
        .is_some_and(|read| read.quantity.unit() != &Unit::Number && read.range.end > stop);
    (plausible && !counted).then_some((
        Core::Range(Stretch::year(first)?, Stretch::year(second)?),
        at,
        stop,
        false,
    ))
}

/// Whether four digits are a year by what stands around them.
pub(super) fn is_year(text: &str, at: usize, year: i32, end: usize) -> bool {
    let last = before(text, at);
    // mid-2018
    let hyphen = text[..at].ends_with('-')
        && is_one_of(word_before(text, at - 1), &["mid", "end", "pre", "post", "late", "early"]);
    if hyphen {
        return true;
    }
    if last.is_some_and(|last| {
        matches!(last, '$' | '¥' | '￥' | '€' | '£' | '-' | '−' | '+' | '#' | '/' | '.' | '_' | '@')
    }) {
        return false;
    }
    let mut rest = text[end..].chars();
    if let (Some('.' | ',' | ':' | '/' | '-' | '–'), Some(digit)) = (rest.next(), rest.next())
        && is_digit(digit)
    {
        return false;
    }
    let word = word_before(text, at);
    let said = matches!(
        &*lower(word),
        "in" | "since"
            | "by"
            | "during"
            | "until"
            | "till"
            | "before"
            | "after"
            | "year"
            | "fiscal"
            | "early"
            | "late"
            | "mid"
            | "throughout"
            | "end"
            | "circa"
            | "summer"
            | "winter"
            | "spring"
            | "autumn"
            | "fall"
            | "fy"
    );
    let read = if may_have_unit(text, end) { quantity::read_one_at(text, at) } else { None };
    if let Some(read) = read {
        let unit = read.quantity.unit();
        if read.range.end > end && unit != &Unit::Number {
            // `in 2016 RMB 5 billion`: the currency leads the next number.
            let next = past_spaces(text, read.range.end);
            return said
                && matches!(unit, Unit::Money(_))
                && (text[next..].starts_with(is_digit) || word.eq_ignore_ascii_case("in"));
        }
        if read.range.end > end {
            return false;
        }
    }
    if said {
        return (1000..2500).contains(&year);
    }
    if !(1900..2100).contains(&year) || is_title(text, at, word) {
        return false;
    }
    let noun = word_at(text, past_spaces(text, end));
    let counted = noun.len() > 3
        && !is_one_of(noun, &["onwards", "afterwards", "levels", "prices", "terms", "figures", "results"])
        && noun.starts_with(|first: char| first.is_ascii_lowercase())
        && (noun.ends_with('s') && !noun.ends_with("ss")
            || is_one_of(noun, &["people", "men", "women", "children", "hours", "years", "days"]));
    if is_one_of(word, &["over", "than", "around", "about", "from", "to"]) {
        return !counted && year > 1948;
    }
    if is_one_of(
        word,
        &[
            "some",
            "nearly",
            "almost",
            "approximately",
            "roughly",
            "least",
            "most",
            "under",
            "below",
            "above",
            "exceeding",
            "totaling",
            "totalling",
            "total",
        ],
    ) {
        return false;
    }
    !counted || word.eq_ignore_ascii_case("the") || year % 100 != 0 && (1980..2040).contains(&year)
}

/// `Made in China 2025`, `Vision 2030`: a name ends with the year.
pub(super) fn is_title(text: &str, at: usize, word: &str) -> bool {
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    let end = before_spaces(text, at);
    let opens = text[..end - word.len().min(end)].trim_start().is_empty();
    let spaced = text[..at].ends_with(word) || text[..at].ends_with(' ');
    const PLAIN: [&str; 18] = [
        "The",
        "Q",
        "Meanwhile",
        "January",
        "GDP",
        "Of",
        "And",
        "From",
        "Between",
        "To",
        "For",
        "But",
        "While",
        "When",
        "After",
        "Until",
        "Over",
        "Throughout",
    ];
    capital && !opens && spaced && !is_one_of(word, &PLAIN)
}

/// Whether a unit can follow digits that end at byte `end`: not a comma, not `the` or `was`.
fn may_have_unit(text: &str, end: usize) -> bool {
    let next = past_spaces(text, end);
    match text.as_bytes().get(next) {
        None => false,
        Some(byte) if byte.is_ascii_alphabetic() => {
            let word = lower(word_at(text, next));
            !matches!(
                &*word,
                "a" | "and"
                    | "as"
                    | "at"
                    | "but"
                    | "by"
                    | "for"
                    | "from"
                    | "has"
                    | "he"
                    | "in"
                    | "is"
                    | "it"
                    | "of"
                    | "on"
                    | "or"
                    | "she"
                    | "that"
                    | "the"
                    | "they"
                    | "to"
                    | "was"
                    | "were"
                    | "when"
                    | "which"
                    | "while"
                    | "who"
                    | "will"
                    | "with"
            )
        }
        Some(byte) => !matches!(byte, b',' | b'.' | b';' | b')' | b':' | b'"' | b'\'' | b'?' | b'!'),
    }
}
