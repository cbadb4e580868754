//! The European Central Bank's euro foreign exchange reference rates, embedded.
//!
//! Every TARGET working day since 1999-01-04. The rates are for information only; the terms under which
//! they are used stand beside the table in `src/rates/ecb/README.md`.
//!
//! ```
//! use chrono::NaiveDate;
//! use ipfacts::rates::ecb;
//!
//! let day = |month, day| NaiveDate::from_ymd_opt(2016, month, day).unwrap();
//! let average = ecb::average("USD/CNY".parse().unwrap(), day(1, 1), day(12, 31)).unwrap();
//! assert_eq!(average.figure(), "6.6444"); // the official average of the year is 6.6423
//! ```

use chrono::NaiveDate;

use super::table::{DaysWithin, Extremes, Table};
use super::{NoRate, Pair, Rate};
use crate::quantity::{Currency, Exact, Interval};

/// How the table is cited, as the ECB asks.
pub const SOURCE: &str = "European Central Bank, euro foreign exchange reference rates";

static TABLE: Table = Table::packed(include_bytes!(concat!(env!("OUT_DIR"), "/ecb.bin")), SOURCE);

/// The embedded table.
#[must_use]
pub fn table() -> &'static Table {
    &TABLE
}

/// The rate of a day, or of the last day before it that had one.
///
/// # Errors
///
/// As [`Table::on`].
pub fn on(pair: Pair, day: NaiveDate) -> Result<Rate, NoRate> {
    TABLE.on(pair, day)
}

/// The mean of the daily rates from one day to another, both with it.
///
/// # Errors
///
/// As [`Table::average`].
pub fn average(pair: Pair, from: NaiveDate, to: NaiveDate) -> Result<Rate, NoRate> {
    TABLE.average(pair, from, to)
}

/// The first and the last day with a rate of a currency.
#[must_use]
pub fn span(currency: Currency) -> Option<(NaiveDate, NaiveDate)> {
    TABLE.span(currency)
}

/// The last day of the table.
#[must_use]
pub fn last_day() -> NaiveDate {
    TABLE.last_day()
}

/// The days from one to another that have a rate, with it, in order.
///
/// # Errors
///
/// As [`Table::days`].
pub fn days(
    pair: Pair,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<impl Iterator<Item = (NaiveDate, Exact)>, NoRate> {
    TABLE.days(pair, from, to)
}

/// The lowest and the highest rate among the days from one to another.
///
/// # Errors
///
/// As [`Table::range`].
pub fn range(pair: Pair, from: NaiveDate, to: NaiveDate) -> Result<Extremes, NoRate> {
    TABLE.range(pair, from, to)
}

/// The days from one to another on which the rate can have lain within some bounds.
///
/// # Errors
///
/// As [`Table::days_within`].
pub fn days_within(
    pair: Pair,
    from: NaiveDate,
    to: NaiveDate,
    bounds: &Interval,
) -> Result<Option<DaysWithin>, NoRate> {
    TABLE.days_within(pair, from, to, bounds)
}

/// Whether there is a day from one to another on which the rate can have lain within some bounds.
///
/// # Errors
///
/// As [`Table::days_within`].
pub fn has_day_within(pair: Pair, from: NaiveDate, to: NaiveDate, bounds: &Interval) -> Result<bool, NoRate> {
    TABLE.has_day_within(pair, from, to, bounds)
}

/// Whether any day from one to another has a rate.
#[must_use]
pub fn has_day(pair: Pair, from: NaiveDate, to: NaiveDate) -> bool {
    TABLE.has_day(pair, from, to)
}
