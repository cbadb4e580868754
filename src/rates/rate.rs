//! One exchange rate with its own rounding and its origin.
//!
//! ```
//! use ipfacts::period::Period;
//! use ipfacts::rates::{Kind, Rate};
//!
//! let year = Period::parse("2016").unwrap();
//! let rate = Rate::written("USD/CNY".parse().unwrap(), "6.6423", Kind::Official(year), "nbs").unwrap();
//! assert_eq!(rate.interval.to_string(), "[6.64225, 6.64235)");
//! assert_eq!(rate.inverse().figure(), "0.15055");
//! ```

use chrono::NaiveDate;

use super::Pair;
use crate::lang::Lang;
use crate::period::{self, Length, Period, Stretch};
use crate::quantity::{Bound, Currency, Exact, Interval, Rounding};

/// The price of one unit of a currency in another, with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The two currencies: the price of one `base` in `quote`.
    pub pair: Pair,
    /// The price, exactly as computed from the published numbers.
    pub value: Exact,
    /// What the price can have been before the published numbers were rounded.
    pub interval: Interval,
    /// Significant digits of the least precise number it was made from.
    pub digits: u32,
    /// Which kind of rate it is, and of when.
    pub kind: Kind,
    /// Where it was read: the publisher, a source's ID, a file's name.
    pub source: String,
    /// The published rates it was made from, for one day; the euro itself is no leg. An average lists none.
    pub legs: Vec<Leg>,
}

/// The kinds of rates, never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Published as such: the average of a year or another period, or the rate of a day.
    Official(Period),
    /// The mean of all daily reference rates from one day to another.
    Average {
        /// The first day of the time asked for.
        from: NaiveDate,
        /// The last day of the time asked for.
        to: NaiveDate,
        /// How many days had a rate.
        days: u32,
    },
    /// The reference rate of one day.
    Day {
        /// The day asked for.
        asked: NaiveDate,
        /// The day it was published: the last one not after the day asked for.
        published: NaiveDate,
    },
    /// Typed by the user.
    ByHand,
}

/// A published rate against the euro: how much of a currency one euro was worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// The currency.
    pub currency: Currency,
    /// The day it was published.
    pub day: NaiveDate,
    /// Its value.
    pub value: Exact,
    /// Digits after the decimal point it was published with.
    pub places: u32,
}

impl Rate {
    /// A rate as someone wrote it: `6.6423` stands for half a unit of its last place on either side.
    ///
    /// Nothing when the text is no plain decimal number above zero.
    #[must_use]
    pub fn written(pair: Pair, text: &str, kind: Kind, source: impl Into<String>) -> Option<Self> {
        let value = Exact::parse_decimal(text).filter(|value| *value > Exact::ZERO)?;
        let places = u32::try_from(text.split_once('.').map_or(0, |(_, fraction)| fraction.len())).ok()?;
        let digits = text.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0').count();
        Some(Self {
            pair,
            interval: rounded_to(&value, places),
            value,
            digits: u32::try_from(digits).ok()?,
            kind,
            source: source.into(),
            legs: Vec::new(),
        })
    }

    /// The same rate seen from the other currency.
    ///
    /// The inverse of an average is not the average of the inverses; it is what one gets who divides by it.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let one = Interval::point(Exact::ONE);
        Self {
            pair: self.pair.inverse(),
            value: Exact::ONE.checked_div(&self.value).expect("a rate is above zero"),
            interval: one.div(&self.interval).expect("a rate is above zero"),
            ..self.clone()
        }
    }

    /// Its value at its significant digits, such as `6.6423`.
    #[must_use]
    pub fn figure(&self) -> String {
        let rounded = self.value.round_to_digits(self.digits, Rounding::HalfAwayFromZero);
        let magnitude = i64::from(rounded.magnitude().unwrap_or(0));
        rounded.to_fixed_text(u32::try_from(i64::from(self.digits) - 1 - magnitude).unwrap_or(0))
    }
}

impl Kind {
    /// The kind in plain words, such as `average of 257 daily reference rates, 2016`.
    #[must_use]
    pub fn phrase(&self, lang: Lang) -> String {
        let day = |day: NaiveDate| Period::day(day).phrase(lang);
        match (lang, self) {
            (Lang::En, Self::Official(at)) if at.precision() == Length::Day => {
                format!("official rate, {}", at.phrase(lang))
            }
            (Lang::En, Self::Official(at)) => format!("official average, {}", at.phrase(lang)),
            (Lang::Zh, Self::Official(at)) if at.precision() == Length::Day => {
                format!("{}官方汇率", at.phrase(lang))
            }
            (Lang::Zh, Self::Official(at)) => format!("{}官方平均汇率", at.phrase(lang)),
            (Lang::En, Self::Average { from, to, days }) => {
                format!("average of {days} daily reference rates, {}", time(*from, *to).phrase(lang))
            }
            (Lang::Zh, Self::Average { from, to, days }) => {
                format!("{}{days}个每日参考汇率的平均值", time(*from, *to).phrase(lang))
            }
            (Lang::En, Self::Day { asked, published }) if asked == published => {
                format!("reference rate, {}", day(*asked))
            }
            (Lang::En, Self::Day { asked, published }) => {
                format!("reference rate, {}, the last up to {}", day(*published), day(*asked))
            }
            (Lang::Zh, Self::Day { asked, published }) if asked == published => {
                format!("{}参考汇率", day(*asked))
            }
            (Lang::Zh, Self::Day { asked, published }) => {
                format!("{}参考汇率（截至{}最近一次公布）", day(*published), day(*asked))
            }
            (Lang::En, Self::ByHand) => "rate given by hand".into(),
            (Lang::Zh, Self::ByHand) => "手工给定的汇率".into(),
        }
    }
}

/// The time from one day to another, by its name in the calendar if it has one: a year, a month.
pub(super) fn time(from: NaiveDate, to: NaiveDate) -> Period {
    let day = |day| Stretch::containing(day, Length::Day);
    [Length::Year, Length::Half, Length::Quarter, Length::Month, Length::Day]
        .map(|length| Stretch::containing(from, length))
        .into_iter()
        .find(|named| named.first() == from && named.last() == to)
        .map_or_else(
            || Period::new(period::Kind::Range(day(from), day(to))).unwrap_or_else(|_| Period::day(from)),
            Period::during,
        )
}

/// Everything that rounds to a value written with that many places.
pub(super) fn rounded_to(value: &Exact, places: u32) -> Interval {
    let half = Exact::pow10(i32::try_from(places).map_or(i32::MIN, |places| -places)).half();
    Interval::new(Bound::Closed(value - &half), Bound::Open(value + &half))
        .expect("half a unit is not nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn digits_that_were_written_count_zeros_too() {
        let by_hand = |text| Rate::written("USD/CNY".parse().unwrap(), text, Kind::ByHand, "").unwrap();
        assert_eq!(by_hand("6.60").figure(), "6.60");
        assert_eq!(by_hand("6.60").interval.to_string(), "[6.595, 6.605)");
        assert_eq!(by_hand("0.0150").digits, 3);
        assert_eq!(by_hand("20193").figure(), "20193");
        assert_eq!(Rate::written("USD/CNY".parse().unwrap(), "0.00", Kind::ByHand, ""), None);
        assert_eq!(Rate::written("USD/CNY".parse().unwrap(), "six", Kind::ByHand, ""), None);
    }

    #[test]
    fn an_inverse_undone_is_the_rate_again() {
        let rate = Rate::written("USD/CNY".parse().unwrap(), "6.6423", Kind::ByHand, "").unwrap();
        let again = rate.inverse().inverse();
        assert_eq!((again.pair, &again.value), (rate.pair, &rate.value));
    }

    #[test]
    fn every_kind_is_named_in_both_languages() {
        let (first, last) = (day("2016-01-01"), day("2016-12-31"));
        let cases = [
            (Kind::Official(Period::parse("2016").unwrap()), "official average, 2016", "2016年官方平均汇率"),
            (
                Kind::Official(Period::parse("2018-01-16").unwrap()),
                "official rate, 16 January 2018",
                "2018年1月16日官方汇率",
            ),
            (
                Kind::Average { from: first, to: last, days: 257 },
                "average of 257 daily reference rates, 2016",
                "2016年257个每日参考汇率的平均值",
            ),
            (
                Kind::Average { from: first, to: day("2016-02-03"), days: 24 },
                "average of 24 daily reference rates, 1 January 2016 to 3 February 2016",
                "2016年1月1日至2016年2月3日24个每日参考汇率的平均值",
            ),
            (
                Kind::Day { asked: last, published: day("2016-12-30") },
                "reference rate, 30 December 2016, the last up to 31 December 2016",
                "2016年12月30日参考汇率（截至2016年12月31日最近一次公布）",
            ),
            (
                Kind::Day { asked: first, published: first },
                "reference rate, 1 January 2016",
                "2016年1月1日参考汇率",
            ),
            (Kind::ByHand, "rate given by hand", "手工给定的汇率"),
        ];
        for (kind, english, chinese) in cases {
            assert_eq!(kind.phrase(Lang::En), english);
            assert_eq!(kind.phrase(Lang::Zh), chinese);
        }
    }
}
