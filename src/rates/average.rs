//! The mean of all daily rates of a time.
//!
//! A mean is the time's own only if the whole time has rates: the average of ten months is not the year's.

use std::ops::Add;

use chrono::{Datelike, NaiveDate, Weekday};

use super::legs::Legs;
use super::{Kind, NoRate, Rate};
use crate::quantity::{Exact, Interval};

/// Days from one publication to the next, at most. Holidays make up to five; more means that it had ceased.
pub(super) const LONGEST_PAUSE: i64 = 10;

/// The mean of the daily rates from one day to another.
pub(super) fn average(legs: Legs, from: NaiveDate, to: NaiveDate, source: &str) -> Result<Rate, NoRate> {
    let rows: Vec<usize> = legs.rows(from, to).collect();
    check_whole(&legs, from, to, &rows)?;
    let days = u32::try_from(rows.len()).expect("a table has fewer days");
    let part = Exact::ONE.checked_div(&Exact::from(days)).ok_or(NoRate::NoDay { from, to })?;
    let value = total(rows.iter().map(|&row| legs.value(row)).collect(), &Exact::add)
        .ok_or(NoRate::NoDay { from, to })?;
    let interval = total(rows.iter().map(|&row| legs.interval(row)).collect(), &|one, two| one.add(&two))
        .ok_or(NoRate::NoDay { from, to })?;
    Ok(Rate {
        pair: legs.pair,
        value: &value * &part,
        interval: interval.mul(&Interval::point(part)),
        digits: rows.iter().map(|&row| legs.digits(row)).min().unwrap_or(1),
        kind: Kind::Average { from, to, days },
        source: source.into(),
        legs: Vec::new(),
    })
}

/// Whether rates were published all through the time.
fn check_whole(legs: &Legs, from: NaiveDate, to: NaiveDate, rows: &[usize]) -> Result<(), NoRate> {
    let (Some(&first), Some(&last)) = (rows.first(), rows.last()) else {
        return Err(match (legs.row_until(from), legs.row_after(to)) {
            _ if to < from => NoRate::NoDay { from, to },
            (None, _) | (_, None) => legs.outside(from),
            (Some(before), Some(after)) => {
                pause(legs, before, after).err().unwrap_or(NoRate::NoDay { from, to })
            }
        });
    };
    let (first_day, last_day) = (legs.day(first), legs.day(last));
    let before = from.pred_opt().and_then(|day| legs.row_until(day));
    let after = legs.row_after(to);
    if (before.is_none() && !all_closed(from, first_day.pred_opt()))
        || (after.is_none() && !last_day.succ_opt().is_none_or(|next| all_closed(next, Some(to))))
    {
        return Err(NoRate::Part { pair: legs.pair, from, to, first: first_day, last: last_day });
    }
    let all: Vec<usize> = before.into_iter().chain(rows.iter().copied()).chain(after).collect();
    all.windows(2).try_for_each(|pair| pause(legs, pair[0], pair[1]))
}

/// Two neighbouring rows must not lie too far apart.
pub(super) fn pause(legs: &Legs, before: usize, after: usize) -> Result<(), NoRate> {
    let (before, after) = (legs.day(before), legs.day(after));
    if (after - before).num_days() <= LONGEST_PAUSE {
        return Ok(());
    }
    let asked = before.succ_opt().unwrap_or(before);
    Err(NoRate::Gap { pair: legs.pair, asked, before, after })
}

/// Whether no rates are ever published from one day to another: weekends and the fixed holidays of banks.
pub(super) fn all_closed(from: NaiveDate, to: Option<NaiveDate>) -> bool {
    let closed = |day: NaiveDate| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        weekend || matches!((day.month(), day.day()), (1 | 5, 1) | (12, 25 | 26))
    };
    // Ten days in a row never are; nobody need count further.
    to.is_none_or(|to| {
        (to - from).num_days() < LONGEST_PAUSE && from.iter_days().take_while(|&day| day <= to).all(closed)
    })
}

/// The sum of many fractions, halves first: denominators grow slowest that way.
fn total<T>(mut terms: Vec<T>, add: &impl Fn(T, T) -> T) -> Option<T> {
    while terms.len() > 1 {
        let mut pairs = terms.into_iter();
        let mut sums = Vec::new();
        while let Some(one) = pairs.next() {
            sums.push(match pairs.next() {
                Some(two) => add(one, two),
                None => one,
            });
        }
        terms = sums;
    }
    terms.pop()
}
