//! Why there is no rate, and what there is instead.
//!
//! ```
//! use chrono::NaiveDate;
//! use ipfacts::rates::ecb;
//!
//! let day = NaiveDate::from_ymd_opt(2004, 6, 1).unwrap();
//! let none = ecb::on("USD/CNY".parse().unwrap(), day).unwrap_err();
//! assert_eq!(
//!     none.to_string(),
//!     "no rate of `CNY` on 2004-06-01: `USD/CNY` has rates from 2005-04-01 to 2026-10-30"
//! );
//! ```

use std::fmt;

use chrono::NaiveDate;

use super::Pair;
use super::rate::time;
use crate::quantity::Currency;

/// Why there is no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRate {
    /// The currency is not in the table.
    Unknown {
        /// The currency.
        currency: Currency,
    },
    /// Both currencies are the same.
    Same {
        /// The currency.
        currency: Currency,
    },
    /// No day has rates of both currencies.
    NeverTogether {
        /// The two currencies.
        pair: Pair,
    },
    /// The day lies before the first or after the last rate.
    Outside {
        /// The two currencies.
        pair: Pair,
        /// The currency whose rates do not reach the day.
        currency: Currency,
        /// The day asked for.
        asked: NaiveDate,
        /// The first day with rates of the pair.
        first: NaiveDate,
        /// The last day with rates of the pair.
        last: NaiveDate,
    },
    /// Publication had ceased for a time.
    Gap {
        /// The two currencies.
        pair: Pair,
        /// The day asked for; of a time, its first day without a rate.
        asked: NaiveDate,
        /// The last day with rates before it.
        before: NaiveDate,
        /// The first day with rates after it.
        after: NaiveDate,
    },
    /// Only a part of the time has rates, and the average of a part is not the average of the whole.
    Part {
        /// The two currencies.
        pair: Pair,
        /// The first day of the time asked for.
        from: NaiveDate,
        /// The last day of the time asked for.
        to: NaiveDate,
        /// The first day of it that has rates.
        first: NaiveDate,
        /// The last day of it that has rates.
        last: NaiveDate,
    },
    /// No day from `from` to `to` has rates: they are all holidays, or the time is turned round.
    NoDay {
        /// The first day of the time asked for.
        from: NaiveDate,
        /// The last day of the time asked for.
        to: NaiveDate,
    },
}

impl NoRate {
    /// What to do instead.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unknown { currency } => Some(format!(
                "give a table with a column `{}` by `--rates FILE`, or a `[[rate]]` in the base",
                currency.code()
            )),
            Self::Outside { asked, first, last, .. } => {
                let (edge, nearest) = if asked < first { ("first", first) } else { ("last", last) };
                Some(format!("the {edge} day with a rate is `{nearest}`"))
            }
            Self::Gap { before, after, .. } => {
                Some(format!("the nearest days with a rate are `{before}` and `{after}`"))
            }
            Self::Part { first, last, .. } => {
                Some(format!("ask for `{first}..{last}` to have that part's average"))
            }
            Self::Same { .. } | Self::NeverTogether { .. } | Self::NoDay { .. } => None,
        }
    }
}

impl fmt::Display for NoRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { currency } => write!(f, "there are no rates of `{}`", currency.code()),
            Self::Same { currency } => write!(f, "`{}` has no rate to itself", currency.code()),
            Self::NeverTogether { pair } => {
                let (base, quote) = (pair.base.code(), pair.quote.code());
                write!(f, "no day has rates of both `{base}` and `{quote}`")
            }
            Self::Outside { pair, currency, asked, first, last } => {
                let code = currency.code();
                write!(f, "no rate of `{code}` on {asked}: `{pair}` has rates from {first} to {last}")
            }
            Self::Gap { pair, asked, before, after } => {
                write!(f, "no rate of `{pair}` on {asked}: none was published between {before} and {after}")
            }
            Self::Part { pair, from, to, first, last } => {
                let whole = time(*from, *to);
                write!(f, "no average of `{pair}` for `{whole}`: it has rates from {first} to {last} only")
            }
            Self::NoDay { from, to } => write!(f, "no rate was published from {from} to {to}"),
        }
    }
}

impl std::error::Error for NoRate {}
