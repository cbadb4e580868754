//! Values as people type them on the command line: periods, days, scales, words of a closed list.

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use ipfacts::lang::Lang;
use ipfacts::period::Period;
use ipfacts::quantity::Scale;
use ipfacts::scan;

/// A period as a base writes it, or as prose does: `2015-10-14`, `14 October 2015`, 2015年10月14日.
pub(crate) fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).or_else(|error| {
        scan::period(text).ok_or_else(|| match error.hint() {
            Some(hint) => format!("{error}; {hint}"),
            None => error.to_string(),
        })
    })
}

/// A day as typed.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let no_day = || format!("`{text}` is no day: write it like 2018-01-21");
    // What is wrong with a word as a period helps nobody who was to write a day.
    let period = period(text)
        .map_err(|fault| if text.contains(|sign: char| sign.is_ascii_digit()) { fault } else { no_day() })?;
    match period.days() {
        Some((first, last)) if first == last => Ok(first),
        _ => Err(no_day()),
    }
}

/// A word without spaces around it.
pub(crate) fn trimmed(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(text.trim().to_owned())
}

/// A scale as typed.
pub(crate) fn scale(word: &str) -> Result<(Scale, Lang), String> {
    let lang = if word.is_ascii() { Lang::En } else { Lang::Zh };
    Scale::parse(word).map(|scale| (scale, lang)).ok_or_else(|| {
        format!("`{word}` is no scale: one of one, thousand, million, billion, trillion, 万, 亿, 万亿")
    })
}

/// A closed list of words that map to values.
pub(crate) fn words<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| name(*value))).map(move |word| {
        let found = all.iter().find(|value| name(**value) == word);
        *found.expect("clap lets only these words pass")
    })
}
