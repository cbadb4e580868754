//! Months and days in English: `September 2018`, `Sept. 21, 2018`, `the 21st of September`, `from January to June 2018`.

use super::super::{Context, Core, dash, number, small, year};
use super::Part;
use crate::period::{MONTHS, Stretch};
use crate::scan::glyph::{is_digit, is_one_of, past_spaces, phrase_at, word_at, word_before};

/// The month that is named at byte `at`, with the stop of a short name, and its end.
pub(super) fn month(text: &str, at: usize) -> Option<(u32, usize)> {
    let word = word_at(text, at);
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    let end = at + word.len();
    let index = MONTHS.iter().position(|month| {
        let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
        month.eq_ignore_ascii_case(word)
            || short && month.as_bytes()[..word.len().min(month.len())].eq_ignore_ascii_case(word.as_bytes())
    })?;
    if !capital {
        return None;
    }
    let stop = word.len() <= 4 && word.len() < MONTHS[index].len() && text.as_bytes().get(end) == Some(&b'.');
    Some((small(i32::try_from(index).ok()?) + 1, end + usize::from(stop)))
}

/// `September 2018`, `September 21, 2018`, `from January to June 2018`, `September`.
pub(super) fn month_first(
    text: &str,
    begin: usize,
    month: (u32, usize),
    context: Context,
) -> Option<(Core, usize, bool)> {
    let (month, end) = month;
    let next = past_spaces(text, end);
    // January to June 2018, January-June 2018
    let to =
        dash(text, next).or_else(|| phrase_at(text, next, "to")).or_else(|| phrase_at(text, next, "through"));
    if let Some((last, end)) = to.and_then(|to| self::month(text, past_spaces(text, to)))
        && let Some((year, end)) = year_behind(text, end)
    {
        let range = Core::Range(Stretch::month(year, month)?, Stretch::month(year, last)?);
        return (last > month).then_some((range, end, false));
    }
    if let Some((year, end)) = year_behind(text, end) {
        return Some((Core::One(Stretch::month(year, month)?), end, false));
    }
    if let Some((from, to, end)) = days(text, next, month).filter(|_| next > end) {
        return Some((Core::Range(from, to), end, false));
    }
    if let Some((day, end, _)) = number(text, next, 2).filter(|_| next > end) {
        let suffix = word_at(text, end);
        let end = if is_one_of(suffix, &["st", "nd", "rd", "th"]) { end + 2 } else { end };
        let apart =
            text.as_bytes().get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'%');
        if (1..=31).contains(&day) && apart {
            if let Some((year, end)) = year_behind(text, end) {
                return Some((Core::One(Stretch::day(year, month, small(day))?), end, false));
            }
            let (core, relative) = context.of_year(|year| Stretch::day(year, month, small(day)));
            return Some((core, end, relative));
        }
    }
    // Alone: `in September`, `last May`; not the verb or a name.
    let word = word_before(text, begin);
    let preposition = is_one_of(
        word,
        &[
            "in", "since", "by", "until", "till", "of", "last", "this", "next", "early", "late", "mid",
            "from", "to", "through", "before", "after", "during", "for", "and",
        ],
    );
    if !preposition || phrase_at(text, past_spaces(text, end), "Day").is_some() {
        return None;
    }
    // `this October` counts from the day, whatever year was spoken of.
    let year = if is_one_of(word, &["this", "last", "next"]) { None } else { context.year };
    let (core, relative) = Context { year, back: context.back && year.is_some(), ..context }
        .of_year(|year| Stretch::month(year, month));
    Some((core, end, relative))
}

/// `18 to 24, 2017`, `18-24, 2017` behind a month.
pub(super) fn days(text: &str, at: usize, month: u32) -> Option<(Stretch, Stretch, usize)> {
    let (first, end, _) = number(text, at, 2)?;
    let next = past_spaces(text, end);
    let to = dash(text, next).or_else(|| phrase_at(text, next, "to"))?;
    let (last, end, _) = number(text, past_spaces(text, to), 2)?;
    let (year, end) = year_behind(text, end)?;
    let range = (Stretch::day(year, month, small(first))?, Stretch::day(year, month, small(last))?);
    (last > first).then_some((range.0, range.1, end))
}

/// A year behind a month or day: ` 2018`, `, 2018`, ` of 2018`.
pub(super) fn year_behind(text: &str, at: usize) -> Option<(i32, usize)> {
    let comma = at + usize::from(text.as_bytes().get(at) == Some(&b','));
    let next = past_spaces(text, comma);
    let next = phrase_at(text, next, "of").map_or(next, |end| past_spaces(text, end));
    if next == at {
        return None;
    }
    let (year, end) = year(text, next)?;
    // `In May, 2016 villages` is a count; so is `1,234`.
    let apart = !text[end..].starts_with([',', '.']) || !text[end + 1..].starts_with(is_digit);
    (apart && (1800..2200).contains(&year)).then_some((year, end))
}

/// `21 September 2018`, `21st of September`.
pub(super) fn day_first(text: &str, at: usize, context: Context) -> Option<Part> {
    let (day, end, _) = number(text, at, 2)?;
    let suffix = word_at(text, end);
    let end = if is_one_of(suffix, &["st", "nd", "rd", "th"]) { end + 2 } else { end };
    let next = past_spaces(text, end);
    let next = phrase_at(text, next, "of").map_or(next, |end| past_spaces(text, end));
    if next == end || !(1..=31).contains(&day) {
        return None;
    }
    let (month, end) = month(text, next)?;
    if let Some((year, end)) = year_behind(text, end) {
        return Some((Core::One(Stretch::day(year, month, small(day))?), at, end, false));
    }
    let (core, relative) = context.of_year(|year| Stretch::day(year, month, small(day)));
    Some((core, at, end, relative))
}
