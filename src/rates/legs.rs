//! A pair's two series in one table, met on the same days.

use std::ops::Range;

use chrono::NaiveDate;

use super::compact::{Compact, Series};
use super::outline::{PLACES, Room};
use super::pack::Digits;
use super::rate::rounded_to;
use super::{Leg, NoRate, Pair};
use crate::quantity::{Currency, Exact, Interval};

/// The series of both currencies; the euro has none, it is what the others are counted in.
#[derive(Clone, Copy)]
pub(super) struct Legs<'a> {
    pub(super) pair: Pair,
    table: Compact<'a>,
    base: Option<Series<'a>>,
    quote: Option<Series<'a>>,
    /// The first row that both reach.
    first: usize,
    /// The last row that both reach.
    last: usize,
}

impl<'a> Legs<'a> {
    pub(super) fn new(table: Compact<'a>, pair: Pair) -> Result<Self, NoRate> {
        if pair.base == pair.quote {
            return Err(NoRate::Same { currency: pair.base });
        }
        let series = |currency: Currency| match currency {
            Currency::EUR => Ok(None),
            _ => table.series(currency.code()).map(Some).ok_or(NoRate::Unknown { currency }),
        };
        let (base, quote) = (series(pair.base)?, series(pair.quote)?);
        let both = [base, quote];
        let first = both.iter().flatten().map(|series| series.first()).max().unwrap_or_default();
        let last = both.iter().flatten().map(|series| series.last()).min().unwrap_or_default();
        let mut legs = Self { pair, table, base, quote, first, last };
        // A series has a rate on its own first and last day, but the other one need not.
        let together = |row: &usize| legs.has(*row);
        let (Some(first), Some(last)) = ((first..=last).find(together), (first..=last).rfind(together))
        else {
            return Err(NoRate::NeverTogether { pair });
        };
        (legs.first, legs.last) = (first, last);
        Ok(legs)
    }

    /// Whether both currencies have a rate in a row.
    pub(super) fn has(&self, row: usize) -> bool {
        [self.base, self.quote].iter().flatten().all(|series| series.has(row))
    }

    pub(super) fn day(&self, row: usize) -> NaiveDate {
        self.table.day(row)
    }

    /// The first day with rates of both.
    pub(super) fn first_day(&self) -> NaiveDate {
        self.day(self.first)
    }

    /// The last day with rates of both.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.day(self.last)
    }

    /// The rows that have rates of both, from one day to another.
    pub(super) fn rows(self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = usize> {
        self.span(from, to).filter(move |&row| self.has(row))
    }

    /// The rows from one day to another that both currencies reach.
    pub(super) fn span(&self, from: NaiveDate, to: NaiveDate) -> Range<usize> {
        let start = from.pred_opt().map_or(0, |day| self.table.rows_until(day));
        start.max(self.first)..self.table.rows_until(to).min(self.last + 1)
    }

    /// The last row with rates of both up to a day.
    pub(super) fn row_until(&self, day: NaiveDate) -> Option<usize> {
        let end = self.table.rows_until(day).min(self.last + 1);
        (self.first..end).rfind(|&row| self.has(row))
    }

    /// The first row with rates of both after a day.
    pub(super) fn row_after(&self, day: NaiveDate) -> Option<usize> {
        let start = self.table.rows_until(day).max(self.first);
        (start..=self.last).find(|&row| self.has(row))
    }

    /// Says that a day lies before the first or after the last row.
    pub(super) fn outside(&self, asked: NaiveDate) -> NoRate {
        let (first, last) = (self.first_day(), self.last_day());
        let blamed = |series: Option<Series>| {
            series.is_some_and(|series| asked < self.day(series.first()) || self.day(series.last()) < asked)
        };
        let currency =
            if blamed(self.quote) || !blamed(self.base) { self.pair.quote } else { self.pair.base };
        NoRate::Outside { pair: self.pair, currency, asked, first, last }
    }

    /// The price of one `base` in `quote`, as the published numbers have it.
    pub(super) fn value(&self, row: usize) -> Exact {
        let (base, quote) = (self.leg(self.base, row), self.leg(self.quote, row));
        exact(quote).checked_div(&exact(base)).expect("published rates are above zero")
    }

    /// What the price can have been before the published numbers were rounded.
    pub(super) fn interval(&self, row: usize) -> Interval {
        let bounds = |series: Option<Series>| match series.and_then(|series| series.cell(row)) {
            Some(cell) => rounded_to(&exact(cell), u32::from(cell.places)),
            None => Interval::point(Exact::ONE),
        };
        bounds(self.quote).div(&bounds(self.base)).expect("published rates are above zero")
    }

    /// Some room around what the price can have been; none in a gap.
    pub(super) fn room(&self, row: usize) -> Option<Room> {
        let rough = |series: Option<Series>| match series {
            Some(series) => series.rough(row),
            None => Some((2, 2, 0)),
        };
        let ((base_low, base_high, base_places), (low, high, places)) =
            (rough(self.base)?, rough(self.quote)?);
        // A quote of many places makes small numbers of the price; it never has as many as are counted in and more.
        let shift = u32::try_from(PLACES + i32::from(base_places) - i32::from(places)).ok()?;
        let power = 10_u128.pow(shift);
        Some((low * power / base_high, (high * power).div_ceil(base_low)))
    }

    /// Significant digits of the less precise leg.
    pub(super) fn digits(&self, row: usize) -> u32 {
        [self.base, self.quote]
            .iter()
            .flatten()
            .filter_map(|series| series.cell(row))
            .map(|cell| cell.digits.ilog10() + 1)
            .min()
            .unwrap_or(1)
    }

    /// The published rates of a row.
    pub(super) fn published(&self, row: usize) -> Vec<Leg> {
        [(self.pair.base, self.base), (self.pair.quote, self.quote)]
            .into_iter()
            .filter_map(|(currency, series)| {
                let cell = series?.cell(row)?;
                Some(Leg { currency, day: self.day(row), value: exact(cell), places: cell.places.into() })
            })
            .collect()
    }

    fn leg(&self, series: Option<Series>, row: usize) -> Digits {
        series.and_then(|series| series.cell(row)).unwrap_or(Digits { digits: 1, places: 0 })
    }
}

fn exact(cell: Digits) -> Exact {
    Exact::from(cell.digits) * Exact::pow10(-i32::from(cell.places))
}
