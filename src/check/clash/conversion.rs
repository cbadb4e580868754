//! An amount and what it is worth in another currency: `616.5 billion yuan (US$85.5 billion)`.
//!
//! Whoever converts may take the rate of another day, and `$` may be the dollar of another country: only what no rate of
//! years around comes near is told.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::Clash;
use crate::check::dollars::rate_needed;
use crate::quantity::{Exact, Interval, Unit};
use crate::rates::{Pair, ecb};
use crate::scan::Figure;

/// In days. So long before the time of an amount, or before the draft's day, rates are looked for.
const BEFORE: u64 = 2200;

/// How far off a rate may lie, in per cent, where the currency is named in full.
const NAMED: i64 = 12;

/// And where it is a bare `$`, which other countries write too.
const BARE: i64 = 125;

pub(super) fn clashes(
    text: &str,
    range: &Range<usize>,
    figures: &[Figure],
    day: Option<NaiveDate>,
) -> Vec<Clash> {
    (1..figures.len()).filter_map(|at| clash(text, range, figures, at, day)).collect()
}

fn clash(
    text: &str,
    range: &Range<usize>,
    figures: &[Figure],
    at: usize,
    day: Option<NaiveDate>,
) -> Option<Clash> {
    let (amount, aside) = (&figures[at - 1], &figures[at]);
    let (Unit::Money(from), Unit::Money(to)) = (amount.quantity.unit(), aside.quantity.unit()) else {
        return None;
    };
    let between = text.get(amount.range.end..aside.range.start)?.trim();
    let closes = text[aside.range.end..range.end.max(aside.range.end)].starts_with([')', '）']);
    if from == to || !matches!(between, "(" | "（") || !closes {
        return None;
    }
    let implied = amount.quantity.plain_interval().div(aside.quantity.plain_interval()).ok()?;
    let written = &text[aside.range.clone()];
    let bare = written.contains('$') && !written.to_ascii_uppercase().contains("US");
    let allowed = Exact::from(100 + if bare { BARE } else { NAMED }) * Exact::pow10(-2);
    let slack = Interval::point(Exact::ONE.checked_div(&allowed)?).hull(&Interval::point(allowed));
    let period = [amount, aside].iter().find_map(|figure| figure.when.as_ref()?.period);
    let said = period.and_then(|period| period.days());
    let until = day.map_or(ecb::last_day(), |day| day.min(ecb::last_day()));
    let first = said.map_or(until, |(first, _)| first.min(until)).checked_sub_days(Days::new(BEFORE))?;
    let pair = Pair::new(*to, *from);
    if ecb::has_day_within(pair, first, until, &implied.mul(&slack)) != Ok(false)
        || !ecb::has_day(pair, first, until)
    {
        return None;
    }
    Some(Clash {
        at,
        with: at - 1,
        parts: vec![at, at - 1],
        title: format!("`{}` is not what `{}` is worth", written, &text[amount.range.clone()]),
        working: rate_needed(&aside.quantity, &amount.quantity, pair),
    })
}
