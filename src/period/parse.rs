//! Reads a period from its text.
//!
//! A word first (or none), then a piece of the calendar, or two pieces with `..` between them. What does
//! not fit is looked at once more, for what it was probably meant to be.

use chrono::Datelike;

use super::{Kind, Length, Period, PeriodError, Stretch};

/// What a word makes of the piece that follows it.
type Make = fn(Stretch) -> Kind;

/// The words a period may start with.
const WORDS: [(&str, Make); 6] = [
    ("start", Kind::Start),
    ("end", Kind::End),
    ("as of", Kind::AsOf),
    ("by", Kind::By),
    ("since", Kind::Since),
    ("before", Kind::Before),
];

/// Words people write for those above.
const OTHER_WORDS: [(&str, &str); 13] = [
    ("after", "since"),
    ("at", "as of"),
    ("as at", "as of"),
    ("beginning", "start"),
    ("early", "start"),
    ("from", "since"),
    ("in", ""),
    ("late", "end"),
    ("on", ""),
    ("till", "by"),
    ("until", "by"),
    ("up to", "by"),
    ("year-end", "end"),
];

/// Reads a whole period.
pub(super) fn period(text: &str) -> Result<Period, PeriodError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PeriodError::Empty);
    }
    let (word, rest) = split_word(text);
    if word.is_empty() {
        return match text.split_once("..") {
            Some((from, to)) => range(text, from.trim(), to.trim()),
            None => Ok(Period::during(stretch(text)?)),
        };
    }
    let Some((name, make)) = WORDS.into_iter().find(|(name, _)| is_word(word, name)) else {
        return Err(unknown_word(text, word, rest));
    };
    if rest.is_empty() {
        return Err(PeriodError::Missing { word: name });
    }
    Period::new(make(stretch(rest)?))
}

/// The words before the first digit, and the text from that digit on; `end of 2013` is `end` and `2013`.
fn split_word(text: &str) -> (&str, &str) {
    let digit = text.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(text.len());
    let (words, rest) = text.split_at(digit);
    let words = words.trim_end();
    if is_word(words, "as of") {
        return (words, rest);
    }
    let without_of = words.len().checked_sub(3).and_then(|at| words.split_at_checked(at));
    match without_of {
        Some((word, of)) if of.trim_start().eq_ignore_ascii_case("of") => (word.trim_end(), rest),
        _ => (words, rest),
    }
}

/// Whether a text is that word, whatever its case and the number of its spaces.
fn is_word(text: &str, word: &str) -> bool {
    let mut parts = text.split_whitespace();
    word.split(' ').all(|part| parts.next().is_some_and(|other| other.eq_ignore_ascii_case(part)))
        && parts.next().is_none()
}

fn unknown_word(text: &str, word: &str, rest: &str) -> PeriodError {
    // `Q3 2018`, `第三季度`: no word for when, but a period in another dress.
    if let Some(right) = guess(text) {
        return PeriodError::Form { text: text.into(), right: Some(right) };
    }
    let lower = word.to_lowercase();
    let right = OTHER_WORDS
        .into_iter()
        .find(|(other, _)| is_word(&lower, other))
        .map(|(_, known)| known)
        .or_else(|| nearest(&lower));
    PeriodError::Word { word: word.into(), rest: rest.into(), right }
}

/// The known word that is at most two letters away.
fn nearest(word: &str) -> Option<&'static str> {
    WORDS
        .into_iter()
        .map(|(name, _)| (strsim::damerau_levenshtein(word, name), name))
        .min()
        .filter(|(letters, name)| *letters <= 2 && *letters < name.len())
        .map(|(_, name)| name)
}

fn range(text: &str, from: &str, to: &str) -> Result<Period, PeriodError> {
    match (from, to) {
        ("", "") => Err(PeriodError::Form { text: text.into(), right: None }),
        (from, "") => {
            Err(PeriodError::OneEnd { text: text.into(), right: format!("since {}", stretch(from)?) })
        }
        ("", to) => Err(PeriodError::OneEnd { text: text.into(), right: format!("by {}", stretch(to)?) }),
        (from, to) => Period::new(Kind::Range(stretch(from)?, stretch(to)?)),
    }
}

/// Reads a piece of the calendar: `2018`, `2018-H1`, `2018-Q3`, `2018-09`, `2018-09-21`.
fn stretch(text: &str) -> Result<Stretch, PeriodError> {
    let form = || PeriodError::Form { text: text.into(), right: guess(text) };
    let mut parts = text.split('-');
    let year_text = parts.next().unwrap_or_default();
    let part = parts.next();
    let day = parts.next();
    if year_text.is_empty() || !year_text.bytes().all(|byte| byte.is_ascii_digit()) || parts.next().is_some()
    {
        return Err(form());
    }
    let year = match (year_text.len(), year_text.parse::<i32>()) {
        (4, Ok(year)) if year >= 1000 => year,
        _ => return Err(PeriodError::Year { text: year_text.into() }),
    };
    let Some(part) = part else {
        return Stretch::year(year).ok_or_else(form);
    };
    if let Some((length, number)) = half_or_quarter(part) {
        let found = match length {
            Length::Half => Stretch::half(year, number),
            _ => Stretch::quarter(year, number),
        };
        return match day {
            Some(_) => Err(form()),
            None => found.ok_or_else(|| PeriodError::Part { text: text.into(), length }),
        };
    }
    let month_number = two_digits(part).ok_or_else(form)?;
    let month = Stretch::month(year, month_number)
        .ok_or_else(|| PeriodError::Part { text: text.into(), length: Length::Month })?;
    let Some(day) = day else {
        return Ok(month);
    };
    let day = two_digits(day).ok_or_else(form)?;
    Stretch::day(year, month_number, day).ok_or_else(|| PeriodError::Day { text: text.into(), month })
}

fn half_or_quarter(part: &str) -> Option<(Length, u32)> {
    let (letter, number) = part.split_at_checked(1)?;
    let length = match letter {
        "H" | "h" => Length::Half,
        "Q" | "q" => Length::Quarter,
        _ => return None,
    };
    (number.len() == 1).then(|| number.parse().ok().map(|number| (length, number)))?
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// What a text in another form was probably meant to be: `2018/9/21`, `2018-9`, `2018年9月`, `Q3 2018`.
fn guess(text: &str) -> Option<Stretch> {
    let lower = text.to_ascii_lowercase();
    let numbers: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let numbers: Vec<u32> = numbers.into_iter().map(str::parse).collect::<Result<_, _>>().ok()?;
    let lettered = |letter: char| {
        lower.contains(letter) && lower.chars().all(|c| !c.is_ascii_alphabetic() || c == letter)
    };
    let year = |number: u32| i32::try_from(number).ok().filter(|year| (1000..=9999).contains(year));
    let found = match *numbers.as_slice() {
        [one, two] if lettered('q') || lettered('h') => {
            let (year, number) = match year(one) {
                Some(year) => (year, two),
                None => (year(two)?, one),
            };
            if lettered('q') { Stretch::quarter(year, number) } else { Stretch::half(year, number) }
        }
        _ if lower.bytes().any(|byte| byte.is_ascii_alphabetic()) => None,
        [one] if !text.contains(['季', '半']) => Stretch::year(year(one)?),
        [one, two] => Stretch::month(year(one)?, two),
        [one, two, three] => Stretch::day(year(one)?, two, three),
        _ => None,
    };
    found.filter(|found| found.first().year() >= 1000)
}
