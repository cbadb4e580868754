//! A number as it is written, in digits or words, without its unit.
//!
//! What is kept is what was written: the digits, how many of them are decimal places, and the power of
//! ten of the scale words behind them. `22.580 trillion` is digits 22580, places 3, exponent 12. Number
//! words are digits written out (`五千八百亿` is `5,800亿`); words of scale, from thousand and 万 up, are
//! the exponent. Parts that add up are joined: `27 trillion and 200 billion` is digits 27200, exponent 9.

mod chinese;
mod digits;
mod english;

use super::error::{Fault, FaultKind};
use super::words::gap;

pub(super) use digits::{is_digit, parts};
pub(super) use english::{ordinal, small as english_small};

/// More digits than this are no figure.
pub(super) const MOST_DIGITS: u32 = 30;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// All digits, as one whole number of at most [`MOST_DIGITS`] digits.
    pub(super) digits: u128,
    /// How many of them stand behind the point.
    pub(super) places: u32,
    /// The power of ten of the words of scale.
    pub(super) exponent: u32,
    /// Whether a word of scale was written.
    pub(super) scaled: bool,
    /// Whether 多 or 余 says that it is more.
    pub(super) more: bool,
    /// Where it ends.
    pub(super) end: usize,
}

impl Numeral {
    pub(super) fn whole(digits: u128, end: usize) -> Self {
        Self { digits, places: 0, exponent: 0, scaled: false, more: false, end }
    }

    /// The number times a power of ten, as far as a scale word goes.
    fn scaled_by(mut self, exponent: u32, end: usize) -> Self {
        self.exponent += exponent;
        self.scaled = true;
        self.end = end;
        self
    }

    /// This number and a smaller one behind it, when together they are one: the first must be whole and
    /// the second less than one unit of its last digit.
    fn joined(self, smaller: Self) -> Option<Self> {
        if self.places > 0 || smaller.exponent >= self.exponent {
            return None;
        }
        let shift = self.exponent - smaller.exponent + smaller.places;
        let unit = 10u128.checked_pow(shift)?;
        if smaller.digits >= unit {
            return None;
        }
        let digits = self.digits.checked_mul(unit)?.checked_add(smaller.digits)?;
        (count(digits) <= MOST_DIGITS).then_some(Self {
            digits,
            places: smaller.places,
            exponent: smaller.exponent,
            scaled: self.scaled || smaller.scaled,
            more: self.more || smaller.more,
            end: smaller.end,
        })
    }
}

/// How many digits a whole number has; nought has one.
pub(super) fn count(digits: u128) -> u32 {
    digits.checked_ilog10().unwrap_or(0) + 1
}

/// How numbers are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Whether `27 trillion and 200 billion` is one number.
    pub(super) joins: bool,
}

/// The number at byte `at`, the longest there is.
pub(super) fn read(text: &str, at: usize, manner: Manner) -> Result<Numeral, Fault> {
    let first = text[at..].chars().next().ok_or(Fault::nothing(at))?;
    if is_digit(first) {
        let number = digits::read(text, at)?;
        if let Some(longer) = digits::with_parts(text, number).or_else(|| digits::with_power(text, number)) {
            return Ok(english::behind(text, longer, manner));
        }
        return match chinese::behind(text, number)? {
            Some(longer) => Ok(longer),
            None => Ok(english::behind(text, number, manner)),
        };
    }
    // `.5 percent`, as American papers write.
    let behind = &text[at + first.len_utf8()..];
    if first == '.' && behind.starts_with(|next: char| next.is_ascii_digit()) {
        let decimals = digits::read(text, at + 1)?;
        let places = u32::try_from(decimals.end - at - 1).unwrap_or(MOST_DIGITS);
        let plain = decimals.places == 0 && places <= 9;
        return if plain {
            Ok(english::behind(text, Numeral { places, ..decimals }, manner))
        } else {
            Err(Fault::nothing(at))
        };
    }
    if first.is_ascii() {
        return english::read(text, at, manner).ok_or(Fault::nothing(at));
    }
    chinese::read(text, at)
}

/// The scale word at byte `at`, or behind a gap or hyphen there: its power of ten and its end.
fn scale(text: &str, at: usize) -> Option<(u32, usize)> {
    let begin = if text.as_bytes().get(at) == Some(&b'-') { at + 1 } else { gap(text, at) };
    super::scale::word_at(text, begin)
}

fn too_long(at: usize, end: usize) -> Fault {
    Fault { span: (at, end), kind: FaultKind::TooManyDigits }
}
