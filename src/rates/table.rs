//! A table of daily rates against the euro, and the questions it answers.
//!
//! The embedded table of the European Central Bank is one; a file of the user's own in the same layout is
//! another. Both answer alike.
//!
//! ```
//! use std::sync::Arc;
//! use chrono::NaiveDate;
//! use ipfacts::{document::Document, rates::table};
//!
//! let file = "Date,USD,CNY\n2030-01-03,1.25,7.50\n2030-01-02,1.20,7.44\n";
//! let table = table::read(&Arc::new(Document::new("rates.csv", file))).unwrap();
//! let day = NaiveDate::from_ymd_opt(2030, 1, 2).unwrap();
//! let rate = table.on("USD/CNY".parse().unwrap(), day).unwrap();
//! assert_eq!(rate.figure(), "6.20");
//! assert_eq!(rate.source, "rates.csv");
//! ```

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::average::{self, LONGEST_PAUSE, all_closed};
use super::compact::Compact;
use super::legs::Legs;
use super::outline::Outlines;
use super::{Kind, NoRate, Pair, Rate, read};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::quantity::{Currency, Exact, Interval};

/// A table of daily rates.
#[derive(Debug, Clone)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    source: Cow<'static, str>,
    outlines: Outlines,
}

/// The lowest and the highest of the daily rates of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extremes {
    /// The lowest; of equal ones the earliest.
    pub low: Rate,
    /// The highest; of equal ones the earliest.
    pub high: Rate,
}

/// The days of a time on which the rate can have lain within some bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysWithin {
    /// How many days there are.
    pub count: u32,
    /// The first of them.
    pub first: NaiveDate,
    /// The last of them.
    pub last: NaiveDate,
}

/// Reads a table from a file in the ECB's layout: a line `Date,USD,JPY,…`, then a line for each day with how
/// much of each currency one euro was worth, `N/A` where that is not known. Days may come in any order.
///
/// # Errors
///
/// Every fault of the file, each at its place.
pub fn read(document: &Arc<Document>) -> Result<Table, Vec<Diagnostic>> {
    let bytes = read::packed(document)?;
    Ok(Table {
        bytes: Cow::Owned(bytes),
        source: Cow::Owned(document.name.clone()),
        outlines: Outlines::new(),
    })
}

impl Table {
    /// A table that the build script packed.
    pub(super) const fn packed(bytes: &'static [u8], source: &'static str) -> Self {
        Self { bytes: Cow::Borrowed(bytes), source: Cow::Borrowed(source), outlines: Outlines::new() }
    }

    /// Whose rates these are.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The currencies that have rates, by code; the euro is not among them.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> {
        self.compact().codes().filter_map(Currency::parse)
    }

    /// The first and the last day with a rate of a currency. Of the euro: of the whole table.
    #[must_use]
    pub fn span(&self, currency: Currency) -> Option<(NaiveDate, NaiveDate)> {
        let table = self.compact();
        let (first, last) = match currency {
            Currency::EUR => (0, table.rows().checked_sub(1)?),
            _ => table.series(currency.code()).map(|series| (series.first(), series.last()))?,
        };
        Some((table.day(first), table.day(last)))
    }

    /// The last day of the table.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        let table = self.compact();
        table.day(table.rows().saturating_sub(1))
    }

    /// The rate of a day, or of the last day before it that had one.
    ///
    /// # Errors
    ///
    /// When a currency is not in the table, when the day lies before its first or after its last rate
    /// (a weekend after the last one is still answered), and when there was none for more than ten days.
    pub fn on(&self, pair: Pair, day: NaiveDate) -> Result<Rate, NoRate> {
        let legs = Legs::new(self.compact(), pair)?;
        let row = legs.row_until(day).ok_or_else(|| legs.outside(day))?;
        let published = legs.day(row);
        match legs.row_after(day) {
            Some(after) if (day - published).num_days() > LONGEST_PAUSE => {
                return Err(NoRate::Gap { pair, asked: day, before: published, after: legs.day(after) });
            }
            None if published < day && !all_closed(published.succ_opt().unwrap_or(day), Some(day)) => {
                return Err(legs.outside(day));
            }
            _ => {}
        }
        Ok(self.of_row(legs, row, day))
    }

    /// The mean of the daily rates from one day to another, both with it.
    ///
    /// # Errors
    ///
    /// When a currency is not in the table, and when the time does not have rates all through: the average
    /// of a part is not the average of the whole, but may be asked for by its own days.
    pub fn average(&self, pair: Pair, from: NaiveDate, to: NaiveDate) -> Result<Rate, NoRate> {
        average::average(Legs::new(self.compact(), pair)?, from, to, &self.source)
    }

    /// The days from one to another that have a rate, with it, in order.
    ///
    /// # Errors
    ///
    /// When a currency is not in the table.
    pub fn days(
        &self,
        pair: Pair,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<impl Iterator<Item = (NaiveDate, Exact)>, NoRate> {
        let legs = Legs::new(self.compact(), pair)?;
        Ok(legs.rows(from, to).map(move |row| (legs.day(row), legs.value(row))))
    }

    /// The lowest and the highest rate among the days from one to another.
    ///
    /// # Errors
    ///
    /// When a currency is not in the table, or no day of the time has a rate.
    pub fn range(&self, pair: Pair, from: NaiveDate, to: NaiveDate) -> Result<Extremes, NoRate> {
        let legs = Legs::new(self.compact(), pair)?;
        let mut rates = legs.rows(from, to).map(|row| (row, legs.value(row)));
        let mut low = rates.next().ok_or(NoRate::NoDay { from, to })?;
        let mut high = low.clone();
        for (row, value) in rates {
            if value < low.1 {
                low = (row, value);
            } else if value > high.1 {
                high = (row, value);
            }
        }
        let rate = |row| self.of_row(legs, row, legs.day(row));
        Ok(Extremes { low: rate(low.0), high: rate(high.0) })
    }

    /// The days from one to another on which the rate, with its rounding, can have lain within some bounds;
    /// nothing when it never did.
    ///
    /// # Errors
    ///
    /// When a currency is not in the table.
    pub fn days_within(
        &self,
        pair: Pair,
        from: NaiveDate,
        to: NaiveDate,
        bounds: &Interval,
    ) -> Result<Option<DaysWithin>, NoRate> {
        let legs = Legs::new(self.compact(), pair)?;
        let mut found: Option<DaysWithin> = None;
        for row in legs.rows(from, to).filter(|&row| legs.interval(row).overlaps(bounds)) {
            let day = legs.day(row);
            let so_far = found.get_or_insert(DaysWithin { count: 0, first: day, last: day });
            so_far.count += 1;
            so_far.last = day;
        }
        Ok(found)
    }

    /// Whether there is such a day at all: looks no further than the first.
    ///
    /// # Errors
    ///
    /// As [`days_within`](Self::days_within).
    pub fn has_day_within(
        &self,
        pair: Pair,
        from: NaiveDate,
        to: NaiveDate,
        bounds: &Interval,
    ) -> Result<bool, NoRate> {
        let legs = Legs::new(self.compact(), pair)?;
        let outline = self.outlines.of(legs, self.compact().rows());
        Ok(outline.rows(legs.span(from, to), bounds).any(|row| legs.interval(row).overlaps(bounds)))
    }

    /// Whether any day from one to another has a rate.
    #[must_use]
    pub fn has_day(&self, pair: Pair, from: NaiveDate, to: NaiveDate) -> bool {
        Legs::new(self.compact(), pair).is_ok_and(|legs| legs.rows(from, to).next().is_some())
    }

    fn of_row(&self, legs: Legs, row: usize, asked: NaiveDate) -> Rate {
        Rate {
            pair: legs.pair,
            value: legs.value(row),
            interval: legs.interval(row),
            digits: legs.digits(row),
            kind: Kind::Day { asked, published: legs.day(row) },
            source: self.source.clone().into_owned(),
            legs: legs.published(row),
        }
    }

    fn compact(&self) -> Compact<'_> {
        Compact::new(&self.bytes)
    }
}
