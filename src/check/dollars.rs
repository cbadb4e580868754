//! Whether an amount in another currency can be what a fact is worth.
//!
//! Any rate that could be meant is tried: the base's official one of the period, its average, and every day's
//! from the beginning of the period to the draft's day (or, without one, to the last day of the table).

use chrono::{Days, NaiveDate};

use crate::derive::exchange::Exchange;
use crate::facts::model::Fact;
use crate::quantity::{Bound, Exact, Interval, Quantity, Rounding, Unit};
use crate::rates::{Pair, ecb};

/// What rates say of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rated {
    /// Some rate of the time gives it.
    Possible,
    /// None does.
    Impossible(Impossible),
    /// There is no rate to tell.
    Unknown,
}

/// Why no rate gives an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Impossible {
    /// The rate it would need, in words.
    pub(super) need: String,
    /// The power of ten that the amount is off, if it would be right without it.
    pub(super) off: Option<i32>,
}

/// Holds an amount against a fact in another currency, and against the amount beside it that it converts.
///
/// Without one beside it, it may be its compiler's own reckoning: then only what is a tenth off or more is
/// impossible.
pub(super) fn rated(
    exchange: &Exchange<'_>,
    said: &Quantity,
    beside: Option<&Quantity>,
    fact: &Fact,
    day: Option<NaiveDate>,
) -> Rated {
    let Some(value) = &fact.value else { return Rated::Unknown };
    if let Some(beside) = beside
        && at_a_rate(exchange, said, beside, fact, day, 0) == Rated::Possible
    {
        return Rated::Possible;
    }
    match at_a_rate(exchange, said, value, fact, day, 0) {
        Rated::Impossible(_) if beside.is_none() && is_near(exchange, said, value, fact) => Rated::Unknown,
        Rated::Impossible(mut why) if !said.qualifier().is_bound() => {
            // Near to ten or a thousand times the rate of the time first: that asks for no day's.
            let off = ratio(exchange, said, value, fact).and_then(|ratio| {
                let near = |off: &i32| (&ratio * &Exact::pow10(*off) - Exact::from(1u32)).abs() < third();
                [-3, 3, -1, 1, -2, 2, -6, 6].into_iter().find(near)
            });
            why.off = off.filter(|off| at_a_rate(exchange, said, value, fact, day, *off) == Rated::Possible);
            Rated::Impossible(why)
        }
        rated => rated,
    }
}

/// Whether an amount is what the one beside it is worth at a rate of the time of a fact.
pub(super) fn is_conversion(
    exchange: &Exchange<'_>,
    said: &Quantity,
    beside: &Quantity,
    fact: &Fact,
    day: Option<NaiveDate>,
) -> bool {
    at_a_rate(exchange, said, beside, fact, day, 0) == Rated::Possible
}

/// Whether an amount is less than a tenth off the fact at the rate of the fact's time.
fn is_near(exchange: &Exchange<'_>, said: &Quantity, value: &Quantity, fact: &Fact) -> bool {
    ratio(exchange, said, value, fact)
        .is_some_and(|ratio| (ratio - Exact::from(1u32)).abs() * Exact::from(10u32) < Exact::from(1u32))
}

/// The rate that an amount would need, in parts of the rate of the fact's time.
fn ratio(exchange: &Exchange<'_>, said: &Quantity, value: &Quantity, fact: &Fact) -> Option<Exact> {
    let rate = exchange.rate(value.unit().currency()?, said.unit().currency()?, fact.period?).ok()?;
    value.value().checked_div(said.value())?.checked_div(&rate.value)
}

/// So far the rates of a few years lie apart at most.
fn third() -> Exact {
    Exact::pow10(-1) * Exact::from(3u32)
}

/// Whether the rates of some days lay below a price and those of others above it: in between they came by it, though
/// at no hour at which the table has them.
fn moved_through(pair: Pair, (from, to): (NaiveDate, NaiveDate), price: &Interval) -> bool {
    let (Some(low), Some(high)) = (price.low().value(), price.high().value()) else { return false };
    [Interval::at_most(high.clone()), Interval::at_least(low.clone())]
        .iter()
        .all(|side| matches!(ecb::has_day_within(pair, from, to, side), Ok(true)))
}

/// What the market paid in parts of the central parity, by which the wire converts yuan: since March 2014 it may be two percent
/// off, and in 2014 and 2015 it was for months. None for other currencies, or before.
fn market_beside_parity(pair: Pair, until: NaiveDate) -> Option<Interval> {
    let wide = NaiveDate::from_ymd_opt(2014, 3, 17).is_some_and(|since| since <= until);
    let of_yuan = [pair.base, pair.quote].iter().any(|currency| currency.code() == "CNY");
    let part = |hundredths: u32| Bound::Closed(Exact::from(hundredths) * Exact::pow10(-2));
    Interval::new(part(98), part(102)).filter(|_| of_yuan && wide)
}

/// Holds an amount, taken to be a power of ten off, against one in another currency that is of the time of a fact.
fn at_a_rate(
    exchange: &Exchange<'_>,
    said: &Quantity,
    value: &Quantity,
    fact: &Fact,
    day: Option<NaiveDate>,
    off: i32,
) -> Rated {
    let (Unit::Money(to), Unit::Money(from)) = (said.unit(), value.unit()) else { return Rated::Unknown };
    let pair = Pair::new(*to, *from);
    let Some(implied) = value.plain_interval().div(said.plain_interval()).ok() else {
        return Rated::Unknown;
    };
    // `over 45 trillion yuan ($6.7 trillion)`: the number is converted, not all that lies beyond it.
    let implied = match value.interval().div(said.interval()) {
        _ if value.qualifier().is_bound() => implied,
        Ok(wide) => wide.hull(&implied),
        Err(_) => implied,
    };
    let implied = implied.mul(&Interval::point(Exact::pow10(off)));
    let Some((first, last)) = fact.period.as_ref().and_then(crate::period::Period::days) else {
        return Rated::Unknown;
    };
    // The cheap before the dear: one rate, then day after day, and an average of a year's days only at the end.
    let official = fact.period.and_then(|period| Some((exchange.rate(*from, *to, period).ok()?, period)));
    if official.as_ref().is_some_and(|(rate, _)| rate.interval.overlaps(&implied)) {
        return Rated::Possible;
    }
    let until = day.map_or(ecb::last_day(), |day| day.max(last));
    // Without a table of that time nothing can be said.
    let start = first.checked_sub_days(Days::new(3)).unwrap_or(first);
    let on_a_day = ecb::has_day_within(pair, start, until, &implied);
    if matches!(on_a_day, Ok(true)) || moved_through(pair, (start, until), &implied) {
        return Rated::Possible;
    }
    if let Some((rate, period)) = &official
        && exchange.others(rate, *from, *to, *period).iter().any(|rate| rate.interval.overlaps(&implied))
    {
        return Rated::Possible;
    }
    // The central bank's own rate of a day, of which the table has none.
    let parity = market_beside_parity(pair, until).map(|market| implied.mul(&market));
    if parity.is_some_and(|parity| matches!(ecb::has_day_within(pair, start, until, &parity), Ok(true))) {
        return Rated::Possible;
    }
    match on_a_day {
        Ok(false) if ecb::has_day(pair, first, until) => {
            Rated::Impossible(Impossible { need: rate_needed(said, value, pair), off: None })
        }
        _ => Rated::Unknown,
    }
}

/// The rate at which an amount would be what another one is worth, in words.
pub(super) fn rate_needed(said: &Quantity, value: &Quantity, pair: Pair) -> String {
    let rate = value.value().checked_div(said.value());
    let rate = rate.map(|rate| rate.round_to_digits(3, Rounding::HalfAwayFromZero).to_text());
    format!("it would take {} {} for one {}", rate.unwrap_or_default(), pair.quote.code(), pair.base.code())
}
