//! Times in English: `in 2016`, `by the end of 2020`, `Sept. 21, 2018`, `the first half of 2018`, `last year`.

mod frame;
mod month;
mod year;

use chrono::Datelike;

use self::frame::framed;
use self::month::{day_first, month, month_first};
use self::year::{quarter_sign, slashed, years};
use super::{Context, Core, Time, iso, number, small, year as year_at};
use crate::period::{Length, Stretch};
use crate::scan::glyph::{floor, is_one_of, past_spaces, phrase_at, phrase_before, word_at};

/// The time whose core begins with the digit at byte `at`.
pub(in crate::scan) fn at_digit(text: &str, at: usize, context: Context) -> Option<Time> {
    let (core, begin, end, relative) = quarter_sign(text, at)
        .or_else(|| day_first(text, at, context))
        .or_else(|| iso(text, at).map(|(day, end)| (Core::One(day), at, end, false)))
        .or_else(|| slashed(text, at))
        .or_else(|| ordinal_part(text, at, past_ordinal(text, at)?, context))
        .or_else(|| {
            let (count, end, _) = number(text, at, 2)?;
            counted(text, at, (count, end), context)
        })
        .or_else(|| years(text, at))?;
    Some(framed(text, core, begin, end, relative))
}

/// `two years later`, `eleven months earlier`, `five years before`, `3 years ago`, `the following two years`, from a number of years at byte `at`
/// with its end.
fn counted(text: &str, at: usize, (count, end): (i32, usize), context: Context) -> Option<Part> {
    if let Some(months) = phrase_at(text, past_spaces(text, end), "months") {
        let word = word_at(text, past_spaces(text, months));
        let end = past_spaces(text, months) + word.len();
        if count == 12 && is_one_of(word, &["later", "earlier", "before"]) {
            let more = if is_one_of(word, &["later"]) { 1 } else { -1 };
            return Some((Core::years_from(context.spoken(), more), at, end, true));
        }
        // From which month, the sentence need not say.
        return is_one_of(word, &["later", "earlier", "before", "ago"]).then_some((
            Core::Unknown,
            at,
            end,
            true,
        ));
    }
    let years = phrase_at(text, past_spaces(text, end), "years")?;
    let next = past_spaces(text, years);
    let following = phrase_before(text, at, "following").or_else(|| phrase_before(text, at, "next"));
    if let Some(begin) = following.filter(|begin| phrase_before(text, *begin, "the").is_some()) {
        let year = |more| context.year.and_then(|year| Stretch::year(year + more));
        let range = year(1).zip(year(count)).map_or(Core::Unknown, |(from, to)| Core::Range(from, to));
        return Some((range, begin, years, true));
    }
    let word = word_at(text, next);
    let end = next + word.len();
    // `two years before that`, `five years on these become`
    let then = ["that", "then"].iter().find_map(|then| phrase_at(text, past_spaces(text, end), then));
    // `two years before that deadline` counts from what follows.
    let alone = |then: usize| {
        let next = word_at(text, past_spaces(text, then));
        next.is_empty() || is_one_of(next, &["it", "they", "there", "the"])
    };
    if let Some(then) = then.filter(|then| is_one_of(word, &["before"]) && alone(*then)) {
        return Some((Core::years_from(context.spoken(), -count), at, then, true));
    }
    let goes_on = is_one_of(word_at(text, past_spaces(text, end)), &["it", "they", "these"]);
    // `five years before the deadline`, `two years later than planned`: from what follows.
    let stands = !text[end..].trim_start().starts_with(|letter: char| letter.is_alphanumeric());
    match word {
        "later" if phrase_at(text, past_spaces(text, end), "than").is_none() => {
            Some((Core::years_from(context.spoken(), count), at, end, true))
        }
        "after" | "on" | "afterwards" if stands || word == "on" && goes_on => {
            Some((Core::years_from(context.spoken(), count), at, end, true))
        }
        "earlier" | "before" if stands => Some((Core::years_from(context.spoken(), -count), at, end, true)),
        "ago" => Some((context.year_from_day(-count), at, end, true)),
        _ => None,
    }
}

/// The number that a word from two to twelve is, with its end.
fn small_number(word: &str, end: usize) -> Option<(i32, usize)> {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let at = words.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    Some((i32::try_from(at).ok()? + 2, end))
}

/// The time whose core begins with the word from `begin` to `end`.
pub(in crate::scan) fn at_word(text: &str, begin: usize, end: usize, context: Context) -> Option<Time> {
    let word = &text[begin..end];
    if let Some(month) = month(text, begin) {
        let (core, end, relative) = month_first(text, begin, month, context)?;
        return Some(framed(text, core, begin, end, relative));
    }
    if is_one_of(word, &["first", "second", "third", "fourth"]) {
        let (core, begin, end, relative) = ordinal_part(text, begin, (rank(word)?, end), context)?;
        return Some(framed(text, core, begin, end, relative));
    }
    if is_one_of(word, &["final", "last"])
        && let Some((core, begin, end, relative)) = ordinal_part(text, begin, (LAST, end), context)
    {
        return Some(framed(text, core, begin, end, relative));
    }
    if let Some(end) = half_a_year(text, begin, end) {
        return Some(framed(text, Core::Unknown, begin, end, true));
    }
    if let Some((core, begin, end, relative)) =
        small_number(word, end).and_then(|number| counted(text, begin, number, context))
    {
        return Some(framed(text, core, begin, end, relative));
    }
    let (core, end) = relative(text, begin, context)?;
    let begin =
        if end > begin + "year".len() { begin } else { phrase_before(text, begin, "that").unwrap_or(begin) };
    let mut time = framed(text, core, begin, end, true);
    if phrase_before(text, begin, "same period")
        .or_else(|| phrase_before(text, begin, "same period of"))
        .is_some()
    {
        time.compared = true;
    }
    Some(time)
}

/// `half a year before` from the word `half`: from which month, the sentence need not say.
fn half_a_year(text: &str, begin: usize, end: usize) -> Option<usize> {
    let year = phrase_at(text, past_spaces(text, end), "a year")?;
    let word = word_at(text, past_spaces(text, year));
    let half = is_one_of(&text[begin..end], &["half"]);
    (half && is_one_of(word, &["before", "earlier", "later", "ago"]))
        .then(|| past_spaces(text, year) + word.len())
}

type Part = (Core, usize, usize, bool);

/// The rank of the last part of a year: `the final quarter`, `the last three months`.
const LAST: u32 = 0;

fn rank(word: &str) -> Option<u32> {
    ["first", "second", "third", "fourth"]
        .iter()
        .zip(1..)
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|(_, rank)| rank)
}

/// `1st`, `2nd`, `3rd`, `4th` at byte `at`: the number and its end.
fn past_ordinal(text: &str, at: usize) -> Option<(u32, usize)> {
    let (value, end, _) = number(text, at, 1)?;
    let suffix = word_at(text, end);
    is_one_of(suffix, &["st", "nd", "rd", "th"]).then_some((small(value), end + 2))
}

/// `first half of 2018`, `third quarter`, `first nine months of 2018`, from the ordinal with its end.
fn ordinal_part(text: &str, begin: usize, ordinal: (u32, usize), context: Context) -> Option<Part> {
    let (rank, end) = ordinal;
    let next = if text.as_bytes().get(end) == Some(&b'-') { end + 1 } else { past_spaces(text, end) };
    let (end, length) = if let Some(end) = phrase_at(text, next, "half") {
        (end, 6)
    } else if let Some(end) = phrase_at(text, next, "quarter") {
        (end, 3)
    } else {
        const COUNTS: [&str; 11] =
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "quarter"];
        let (months, end) = match number(text, next, 2) {
            Some((months, end, _)) => (small(months), end),
            None => {
                let word = word_at(text, next);
                let index = COUNTS[..10].iter().position(|known| known.eq_ignore_ascii_case(word))?;
                (small(i32::try_from(index).ok()?) + 2, next + word.len())
            }
        };
        let (end, months) = match phrase_at(text, past_spaces(text, end), "months") {
            Some(end) => (end, months),
            None => (phrase_at(text, past_spaces(text, end), "quarters")?, months * 3),
        };
        if !matches!(rank, LAST | 1) || !(2..=11).contains(&months) {
            return None;
        }
        (end, 12 + months)
    };
    let make = |year| match (length, rank) {
        (6 | 18, LAST) => Stretch::half(year, 2).map(Core::One),
        (3, LAST) | (15, LAST) => Stretch::quarter(year, 4).map(Core::One),
        // The first six months are the first half.
        (6 | 18, _) => Stretch::half(year, rank).map(Core::One),
        (3 | 15, _) => Stretch::quarter(year, rank).map(Core::One),
        (months, LAST) => Some(Core::Range(Stretch::month(year, 25 - months)?, Stretch::month(year, 12)?)),
        (months, _) => Some(Core::Range(Stretch::month(year, 1)?, Stretch::month(year, months - 12)?)),
    };
    let next = past_spaces(text, end);
    let of = phrase_at(text, next, "of").or_else(|| phrase_at(text, next, "in"));
    let next = of.map_or(next, |of| past_spaces(text, of));
    let next = phrase_at(text, next, "the year").map_or(next, |year| past_spaces(text, year));
    if let Some((year, end)) = year_at(text, next).filter(|_| next > end) {
        return Some((make(year)?, begin, end, false));
    }
    if let Some((core, end)) = relative(text, next, context) {
        let core = match core {
            Core::One(year) => make(year.first().year())?,
            _ => Core::Unknown,
        };
        return Some((core, begin, end, true));
    }
    if of.is_some() && length == 6 && phrase_at(text, next, "the year").is_none() {
        // The first half of the match.
        return None;
    }
    // `last quarter` and `the last three months` count from the day.
    if rank == LAST && (length > 6 || !begins_final(text, begin)) {
        return None;
    }
    let known = context.year.or_else(|| context.day.map(|day| day.year()));
    Some((known.and_then(make).unwrap_or(Core::Unknown), begin, end, context.year.is_none()))
}

/// Whether the beginning of the year that was named last was told of, not far before byte `at`.
fn begun(text: &str, at: usize, context: Context) -> bool {
    let before = &text[floor(text, at.saturating_sub(120))..at];
    context.year.is_some_and(|year| {
        ["start", "beginning"].iter().any(|begin| before.contains(&format!("{begin} of {year}")))
    })
}

/// Whether a clause opens with `a year on`.
fn opens_a_year_on(text: &str, at: usize) -> bool {
    let Some(end) = phrase_at(text, at, "year on") else { return false };
    let Some(begin) = phrase_before(text, at, "a") else { return false };
    let before = text[..begin].trim_end();
    let next = word_at(text, past_spaces(text, end));
    let hyphen = text[at..end].contains('-') || text[end..].starts_with('-');
    (before.is_empty() || before.ends_with(['.', ',', ';', ':']))
        && !hyphen
        && !is_one_of(next, &["year", "average", "a", "the"])
}

/// Whether a number with its unit stands right before byte `at`.
fn is_behind_a_number(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.ends_with(|last: char| last == '%' || last.is_ascii_digit())
        || ["percent", "per cent", "million", "billion", "trillion"].iter().any(|unit| before.ends_with(unit))
}

/// Where `the` before byte `at` begins, or `at` itself.
fn begin_of(text: &str, at: usize) -> usize {
    phrase_before(text, at, "the").unwrap_or(at)
}

/// Whether a part of a year is called its final one, which needs no year to be known.
fn begins_final(text: &str, begin: usize) -> bool {
    is_one_of(word_at(text, begin), &["final"])
}

/// `last year`, `this month`, `a year earlier`, `yesterday`.
fn relative(text: &str, at: usize, context: Context) -> Option<(Core, usize)> {
    let at = phrase_at(text, at, "the").map_or(at, |end| past_spaces(text, end));
    let word = word_at(text, at);
    let end = at + word.len();
    let more = match word.to_ascii_lowercase().as_str() {
        // `The next year it rose to`, behind a year that was named; `next year` counts from the day.
        "next" if phrase_before(text, at, "the").is_some() && phrase_at(text, at, "next year").is_some() => {
            let year = phrase_at(text, at, "next year")?;
            return Some((Core::years_from(context.spoken(), 1), year));
        }
        // `the last year for which data are available`
        "last"
            if phrase_before(text, at, "the").is_some()
                && phrase_at(text, at, "last year").is_some_and(|end| {
                    is_one_of(
                        word_at(text, past_spaces(text, end)),
                        &["for", "in", "of", "before", "with", "that"],
                    )
                }) =>
        {
            return None;
        }
        "last" => -1,
        "this" | "current" => 0,
        "next" => 1,
        "yesterday" => return Some((context.day_from_day(-1), end)),
        "today" => return Some((context.day_from_day(0), end)),
        "tomorrow" => return Some((context.day_from_day(1), end)),
        "previous" | "preceding" | "prior" => {
            let year = ["previous year", "preceding year", "prior year"]
                .iter()
                .find_map(|words| phrase_at(text, at, words))?;
            return Some((Core::years_from(context.spoken(), -1), year));
        }
        "following" => {
            let year = phrase_at(text, at, "following year")?;
            return Some((Core::years_from(context.spoken(), 1), year));
        }
        // `the middle of that year`
        "year" if phrase_before(text, at, "that").is_some() => {
            // `15.6 percent above the previous year; in that year`: which of the two, nobody says.
            let other = context.seen.is_some() && context.seen != context.spoken();
            let open = context.back || other;
            let core = if open { Core::Unknown } else { Core::years_from(context.spoken(), 0) };
            return Some((core, end));
        }
        // `A year on it stood at`; `a year on average` is none.
        "year" if opens_a_year_on(text, at) => {
            return Some((Core::years_from(context.spoken(), 1), phrase_at(text, at, "year on")?));
        }
        "year" if phrase_at(text, at, "year later").is_some() => {
            return Some((Core::years_from(context.spoken(), 1), phrase_at(text, at, "year later")?));
        }
        "year" if phrase_at(text, at, "year after").is_some() => {
            let end = phrase_at(text, at, "year after")?;
            let next = word_at(text, past_spaces(text, end));
            let stands = text[end..].starts_with([',', '.', ';']) || is_one_of(next, &["and", "but"]);
            return stands.then(|| (Core::years_from(context.spoken(), 1), end));
        }
        // `from 88 percent at the start of 2013 to 91 percent at the end of the year`
        "year" if phrase_before(text, begin_of(text, at), "end of").is_some() && begun(text, at, context) => {
            return Some((Core::years_from(context.spoken(), 0), end));
        }
        // `by the end of 2013, more than at the start of the year`
        "year"
            if ["start of", "beginning of"]
                .iter()
                .any(|of| phrase_before(text, begin_of(text, at), of).is_some()) =>
        {
            return context.year.and_then(Stretch::year).map(|year| (Core::One(year), end));
        }
        // `At the end of the year it was`: of the year spoken of before, in whichever sentence.
        "year"
            if context.spoken().is_none()
                && phrase_before(text, begin_of(text, at), "at the end of").is_some() =>
        {
            return Some((Core::Beyond(0), end));
        }
        // `51.7% in the middle of 2016, 53.2% at its close`
        "close" if phrase_before(text, at, "at its").is_some() => {
            return Some((Core::years_from(context.spoken(), 0), end));
        }
        // `54.3% now`
        "now" if text[end..].starts_with([',', '.', ';', ')']) && is_behind_a_number(text, at) => {
            return Some((Core::Unknown, end));
        }
        // `by the end of the year`: the draft's own, unless another is spoken of.
        "year" if phrase_before(text, begin_of(text, at), "end of").is_some() => {
            let own = context.year_from_day(0);
            let other = context.year.and_then(Stretch::year).map(Core::One);
            return Some((if other.is_none_or(|other| other == own) { own } else { Core::Unknown }, end));
        }
        "year" => {
            if let Some(end) = phrase_at(text, at, "year ago") {
                let of = context.year.and_then(|year| Stretch::year(year - 1));
                return Some((of.map_or_else(|| context.year_from_day(-1), Core::One), end));
            }
            let end = phrase_at(text, at, "year earlier").or_else(|| phrase_at(text, at, "year before"))?;
            return Some((Core::years_from(context.spoken(), -1), end));
        }
        _ => return None,
    };
    let next = past_spaces(text, end);
    if let Some(end) = phrase_at(text, next, "year").or_else(|| phrase_at(text, next, "year's")) {
        // `this year-end`, `last year's`
        return Some((context.year_from_day(more), end));
    }
    if let Some(end) = phrase_at(text, next, "month") {
        return Some((context.month_from_day(more), end));
    }
    if let Some(end) = phrase_at(text, next, "quarter") {
        let core = match context.month_from_day(more * 3) {
            Core::One(month) => Core::One(Stretch::containing(month.first(), Length::Quarter)),
            other => other,
        };
        return Some((core, end));
    }
    None
}
