//! Quantities: what a written figure says, and which values it can stand for.
//!
//! One language everywhere: in a fact base, on the command line and in prose, English or Chinese.
//! [`parse`] reads a text that is one quantity; [`read_at`] finds one at a place in running text.
//!
//! A [`Quantity`] keeps two things apart: what was [written](Written) (digits and places, so that
//! `22.580` is not `22.58`) and what it is worth, an [exact](Exact) value in its base [unit](Unit) with the
//! [interval](Interval) of values that the writing can stand for. Those are the rules:
//!
//! | written | stands for | because |
//! |---|---|---|
//! | `22.58 trillion yuan` | `[22.575, 22.585)` × 10¹² | half a unit of the last digit written; a half rounds away from nought |
//! | `-0.07 %` | `(-0.075, -0.065]` | the same, mirrored |
//! | `50 billion yuan` | `[49.5, 50.5)` × 10⁹ | the noughts of a scale word are not written digits |
//! | `about 50 billion yuan` | `[45, 55)` × 10⁹ | `about` leaves noughts at the end unmeasured |
//! | `about 50.0 billion yuan` | `[49.95, 50.05)` × 10⁹ | noughts behind the point are measured |
//! | `more than 98 %`, `over`, 超过, 逾, 余 | `(98, …)` | |
//! | `at least 15`, `15 or more`, 以上 | `[15, …)` | 以上 includes its number |
//! | `less than 70 %`, `under`, 不到 | `(…, 70)` | |
//! | `up to 70 %`, `at most`, 以下, 以内 | `(…, 70]` | 以下 includes its number |
//! | `nearly 19 %`, 近 | `[18, 19)` | one unit of the last digit that is not nought, below: `nearly 20 %` is `[10, 20)` |
//! | `15 topics` | `15` | a count below a thousand, or that ends in another digit than nought, is exact |
//! | `50,000 villages` | `[45000, 55000)` | else its noughts are not measured |
//! | `61 million households` | `[60.5, 61.5)` × 10⁶ | a scale word measures as in money |
//! | `a third`, `one in five`, 三分之一 | five points on either side | nobody means them to the digit; small ones less: half of themselves |
//! | `almost a third` | the five points below it | |
//! | 三成, 三成五 | `[25, 35)`, `[34.5, 35.5)` | tenths are digits: half a unit of the last |
//! | `2nd`, 第二 | `2` | ranks are exact |
//! | `1.5 to 2 billion yuan` | `[1.45, 2.5)` × 10⁹ | from the first number's lowest to the second's highest value |
//!
//! A percentage of a whole ends at 100, which only the reader of a sentence can know:
//! [`Interval::of_a_whole`].
//!
//! ```
//! use ipfacts::quantity::{Unit, Currency, parse_any};
//!
//! let meaning = |text| parse_any(text).unwrap().interval().to_string();
//! assert_eq!(meaning("22.58 trillion yuan"), "[22575000000000, 22585000000000)");
//! assert_eq!(meaning("-0.07 %"), "(-0.075, -0.065]");
//! assert_eq!(meaning("约500亿元"), "[45000000000, 55000000000)");
//! assert_eq!(meaning("more than 98 %"), "(98, …)");
//! assert_eq!(meaning("98%以上"), "[98, …)");
//! assert_eq!(meaning("nearly 20 %"), "[10, 20)");
//! assert_eq!(meaning("15 topics"), "[15, 15]");
//! assert_eq!(meaning("50,000 villages"), "[45000, 55000)");
//! assert_eq!(meaning("逾三成"), "(30, …)");
//! assert_eq!(meaning("almost a quarter"), "[20, 25)");
//! assert_eq!(meaning("15%-20%"), "[14.5, 20.5)");
//!
//! let level = parse_any("225,800亿元").unwrap();
//! assert_eq!(level.value(), parse_any("RMB22.58tn").unwrap().value());
//! assert_eq!(level.unit(), &Unit::Money(Currency::CNY));
//! ```

mod coins;
mod computed;
mod currency;
mod error;
mod exact;
mod interval;
mod lookback;
mod meaning;
mod measure;
mod nouns;
mod number;
mod phrase;
pub mod print;
mod qualifier;
mod read;
mod scale;
mod unit;
mod words;
mod written;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::OnceLock;

pub use crate::lang::Lang;
pub use computed::{ArithmeticError, Computed, Operation};
pub use currency::Currency;
pub use error::{FaultKind, ParseError};
pub use exact::{Exact, Rounding};
pub use interval::{Bound, DivisorMayBeZero, Interval};
pub use nouns::Nouns;
pub use print::phrase;
pub use qualifier::Qualifier;
pub use scale::Scale;
pub use unit::{Dimension, Unit};
pub use written::Written;

use error::Fault;
use read::{Options, Read};

/// A figure as written, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    text: String,
    written: Written,
    to: Option<Written>,
    unit: Unit,
    qualifier: Qualifier,
    value: Exact,
    interval: Kept<Interval>,
    plain: Kept<Interval>,
}

/// Something that follows from the rest of a value and is worked out when it is first asked for. It takes no part
/// in comparisons.
#[derive(Debug, Clone)]
struct Kept<T>(OnceLock<Box<T>>);

impl<T> Kept<T> {
    const fn nothing() -> Self {
        Self(OnceLock::new())
    }

    fn or_made(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| Box::new(make()))
    }
}

impl<T> PartialEq for Kept<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Kept<T> {}

impl<T> Hash for Kept<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Quantity {
    fn new(text: &str, read: Read) -> Self {
        let value = match &read.to {
            None => read.written.value(),
            Some(to) => (read.written.value() + to.value()).half(),
        };
        Self {
            text: text.to_owned(),
            written: read.written,
            to: read.to,
            unit: read.unit,
            qualifier: read.qualifier,
            value,
            interval: Kept::nothing(),
            plain: Kept::nothing(),
        }
    }

    /// The number as written; of a range, the lower one.
    #[must_use]
    pub fn written(&self) -> &Written {
        &self.written
    }

    /// The upper number of a range.
    #[must_use]
    pub fn range_end(&self) -> Option<&Written> {
        self.to.as_ref()
    }

    /// The base unit that the value is in.
    #[must_use]
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// What the words around the number say about it.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// What it is worth in its base unit: yuan, percent, bits a second. Of a range, the middle.
    #[must_use]
    pub fn value(&self) -> &Exact {
        &self.value
    }

    /// Every value that it can stand for, by the table in [the module](self).
    #[must_use]
    pub fn interval(&self) -> &Interval {
        if self.qualifier == Qualifier::None {
            return self.plain_interval();
        }
        self.interval.or_made(|| self.under(self.qualifier))
    }

    /// The figure without its qualifier: what it says the number is, rounded as written.
    #[must_use]
    pub fn plain_interval(&self) -> &Interval {
        self.plain.or_made(|| self.under(Qualifier::None))
    }

    /// Every value that it can stand for under a qualifier.
    fn under(&self, qualifier: Qualifier) -> Interval {
        let low = meaning::interval(&self.written, qualifier, &self.unit);
        match &self.to {
            None => low,
            Some(to) => low.hull(&meaning::interval(to, qualifier, &self.unit)),
        }
    }

    /// How many digits of it are measured; none when it is exact, as `15 topics` or `2nd`.
    #[must_use]
    pub fn measured_digits(&self) -> Option<u32> {
        let of = |written: &Written| {
            let step = match self.qualifier {
                Qualifier::About | Qualifier::Nearly => meaning::vague(written),
                _ => meaning::step(written, &self.unit)?,
            };
            let value = written.value().magnitude().unwrap_or(0);
            u32::try_from(value - step.magnitude().unwrap_or(0) + 1)
                .ok()
                .map(|digits| digits.max(1))
                .or(Some(1))
        };
        match &self.to {
            None => of(&self.written),
            Some(to) => [of(&self.written), of(to)].into_iter().flatten().min(),
        }
    }

    /// The text that it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The text it was read from, which reads as the same quantity again.
impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.text)
    }
}

/// Reads a text that is one quantity and nothing else (spaces around it are dropped).
///
/// `nouns` are the words that a number may count; the Chinese counters (个, 户, 家, …) always may.
///
/// ```
/// use ipfacts::quantity::{Nouns, Unit, parse};
///
/// let nouns: Nouns = ["topics", "项"].into_iter().collect();
/// assert_eq!(parse("at least 15 topics", &nouns).unwrap().unit(), &Unit::Count("topics".into()));
/// assert!(parse("at least 15 bananas", &nouns).is_err());
/// ```
///
/// # Errors
///
/// When it is no quantity, or could be read in two ways. The error knows where, why and what would be
/// right.
pub fn parse(text: &str, nouns: &Nouns) -> Result<Quantity, ParseError> {
    let begin = text.len() - text.trim_start().len();
    let end = begin + text.trim().len();
    let options = Options { nouns: Some(nouns), joins: true, strict: true };
    let whole = &text[..end];
    let fail = |fault| ParseError::new(whole, fault, nouns);
    if begin >= end {
        return Err(fail(Fault::nothing(end)));
    }
    let read = read::read(whole, begin, options).map_err(fail)?;
    if read.end < end {
        return Err(fail(Fault { span: (read.end, read.end), kind: FaultKind::Unknown }));
    }
    Ok(Quantity::new(&whole[begin..], read))
}

/// Reads a text that is one quantity, whatever it counts.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_any(text: &str) -> Result<Quantity, ParseError> {
    parse(text, &Nouns::any())
}

/// A quantity found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The bytes that it takes up.
    pub range: Range<usize>,
    /// The quantity.
    pub quantity: Quantity,
}

/// The longest quantity that begins exactly at byte `at` of a running text: a number, a number word, or a
/// qualifier, sign or currency before one. None when there is none, or it could be read in two ways.
///
/// Nouns are not looked for: the number of `50,000 villages` is a [`Unit::Number`], and what follows its
/// range is for the caller to see. Two numbers that can be one range (`from 11 to 50 trillion yuan`) are
/// read as one; [`read_one_at`] reads the first alone.
///
/// ```
/// use ipfacts::quantity::read_at;
///
/// let text = "It reached 22.58 trillion\nyuan in 2016.";
/// let reading = read_at(text, 11).unwrap();
/// assert_eq!(&text[reading.range], "22.58 trillion\nyuan");
/// assert_eq!(read_at(text, 0), None);
/// ```
#[must_use]
pub fn read_at(text: &str, at: usize) -> Option<Reading> {
    reading(text, at, true)
}

/// As [`read_at`], but one number: of `1.5 to 2 billion` the `1.5`, of `27 trillion and 200 billion` the
/// `27 trillion`.
#[must_use]
pub fn read_one_at(text: &str, at: usize) -> Option<Reading> {
    reading(text, at, false)
}

/// As [`read_at`], for a number whose first digit or word stands at byte `at`: the sign, currency and
/// qualifier before it are found too. None in the middle of a number or a name (`5.2.1`, `12:30`, `A4`).
///
/// ```
/// use ipfacts::quantity::read_around;
///
/// let text = "to more than 98 percent of villages";
/// let reading = read_around(text, 13).unwrap();
/// assert_eq!(&text[reading.range], "more than 98 percent");
/// ```
#[must_use]
pub fn read_around(text: &str, at: usize) -> Option<Reading> {
    around(text, at, true)
}

/// As [`read_around`], but one number, as [`read_one_at`].
#[must_use]
pub fn read_one_around(text: &str, at: usize) -> Option<Reading> {
    around(text, at, false)
}

fn around(text: &str, at: usize, joins: bool) -> Option<Reading> {
    if at >= text.len() || !text.is_char_boundary(at) {
        return None;
    }
    if !lookback::may_begin(text, at) {
        return None;
    }
    let earlier = |begin: usize| {
        (begin < at).then(|| reading(text, begin, joins)).flatten().filter(|found| found.range.end > at)
    };
    let article = || earlier(lookback::begin(text, lookback::article(text, at)?));
    article().or_else(|| earlier(lookback::begin(text, at))).or_else(|| reading(text, at, joins))
}

fn reading(text: &str, at: usize, joins: bool) -> Option<Reading> {
    if at >= text.len() || !text.is_char_boundary(at) {
        return None;
    }
    let read = read::read(text, at, Options { nouns: None, joins, strict: false }).ok()?;
    let range = at..read.end;
    Some(Reading { quantity: Quantity::new(&text[range.clone()], read), range })
}

#[cfg(test)]
mod tests;
