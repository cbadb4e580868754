//! Money in another currency: the rate, its kind and day, the result with its interval, and what a source says.
//!
//! The result is the amount divided by the rate (how much of the amount's currency one unit of the other costs),
//! both with the intervals they can stand for. What a source states in the other currency about the same
//! subject is judged against it: it agrees, or agrees only with another rate, or cannot be.

use chrono::NaiveDate;

use super::exchange::{Choice, Exchange, Missing, Span, span};
use crate::facts::model::{Base, Fact};
use crate::period::Period;
use crate::quantity::{Computed, Currency, Exact, Interval, Quantity, Unit};
use crate::rates::{Pair, Rate};

/// An amount in another currency.
#[derive(Debug, Clone)]
pub struct Converted<'b> {
    /// The amount.
    pub amount: Quantity,
    /// Its currency.
    pub from: Currency,
    /// The currency wanted.
    pub to: Currency,
    /// The period whose rate was taken; a rate given by hand needs none.
    pub period: Option<Period>,
    /// The rate: how much of `from` one unit of `to` costs. None when both are the same currency.
    pub rate: Option<Rate>,
    /// The result.
    pub result: Computed,
    /// What other rates give, where that differs by more than the result's rounding.
    pub others: Vec<(Rate, Computed)>,
    /// What sources state, judged.
    pub stated: Vec<Stated<'b>>,
}

/// A figure in the other currency that a source states about the same subject.
#[derive(Debug, Clone)]
pub struct Stated<'b> {
    /// The fact that states it.
    pub fact: &'b Fact,
    /// Whether it fits.
    pub fit: Fit,
    /// The rates that would give just this figure, as it is rounded.
    pub implied: Interval,
    /// On which days of the period, and up to the day of the source, the market stood there.
    pub market: Option<Market>,
}

/// Whether a stated figure fits the amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// It is what the rate gives, as it is rounded.
    Agrees,
    /// It is not what the rate gives, but what another gives.
    OnlyWith(Box<Rate>),
    /// It is what the rate of some day of the period, or up to the source's day, gives.
    OnSomeDays,
    /// No rate that could be meant gives it.
    Cannot,
}

/// The days on which the market stood where a stated figure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Market {
    /// The first of them.
    pub first: NaiveDate,
    /// The last of them.
    pub last: NaiveDate,
    /// How many they are.
    pub days: u32,
}

impl Converted<'_> {
    /// The ends of a range of amounts, each at the rate; none for a single amount.
    #[must_use]
    pub fn ends(&self) -> Option<(Computed, Computed)> {
        let high = self.amount.range_end()?.value();
        let end = |value: Exact| {
            let value = match &self.rate {
                Some(rate) => value.checked_div(&rate.value).expect("a rate is above zero"),
                None => value,
            };
            Computed { interval: Interval::point(value.clone()), value, ..self.result.clone() }
        };
        Some((end(self.amount.written().value()), end(high)))
    }
}

/// Why an amount cannot be converted.
#[derive(Debug, Clone)]
pub enum Unconverted {
    /// It cannot be read at all, and why.
    Unread(String),
    /// It is no money.
    NoMoney,
    /// No time is known whose rate could be taken.
    NoTime,
    /// There is no rate.
    NoRate(Missing),
}

/// Converts an amount at the rate of a period.
///
/// A rate given by hand needs no period, and neither does an amount that is in the currency already.
///
/// # Errors
///
/// When it is no money, or no rate can be taken.
pub fn amount<'b>(
    exchange: &Exchange<'b>,
    amount: &Quantity,
    to: Currency,
    period: Option<Period>,
) -> Result<Converted<'b>, Unconverted> {
    let from = amount.unit().currency().ok_or(Unconverted::NoMoney)?;
    let computed = Computed::from(amount);
    let mut converted = Converted {
        amount: amount.clone(),
        from,
        to,
        period,
        rate: None,
        result: computed.clone(),
        others: Vec::new(),
        stated: Vec::new(),
    };
    if from == to {
        return Ok(converted);
    }
    let rate = match (&exchange.choice, period) {
        (Choice::ByHand(rate), _) => exchange.by_hand(rate, from, to, period),
        (_, Some(period)) => exchange.rate(from, to, period).map_err(Unconverted::NoRate)?,
        (_, None) => return Err(Unconverted::NoTime),
    };
    converted.result = at(&computed, &rate, to);
    converted.rate = Some(rate);
    Ok(converted)
}

/// Adds what other rates of the period give, where that differs by more than the result's rounding.
#[must_use]
pub fn with_others<'b>(exchange: &Exchange<'b>, mut converted: Converted<'b>) -> Converted<'b> {
    if let (Some(rate), Some(period)) = (&converted.rate, converted.period) {
        let computed = Computed::from(&converted.amount);
        let others = exchange.others(rate, converted.from, converted.to, period).into_iter();
        let others = others.map(|other| {
            let result = at(&computed, &other, converted.to);
            (other, result)
        });
        converted.others =
            others.filter(|(_, other)| !converted.result.interval.contains(&other.value)).collect();
    }
    converted
}

/// An amount at a rate.
fn at(amount: &Computed, rate: &Rate, to: Currency) -> Computed {
    Computed {
        value: amount.value.checked_div(&rate.value).expect("a rate is above zero"),
        interval: amount.interval.div(&rate.interval).expect("a rate is above zero"),
        unit: Unit::Money(to),
        digits: amount.digits.min(rate.digits),
    }
}

/// Converts a fact's amount at the rate of its own period, or of another, and judges what sources state.
///
/// # Errors
///
/// When it has no money, or no rate can be taken.
pub fn fact<'b>(
    exchange: &Exchange<'b>,
    fact: &'b Fact,
    to: Currency,
    on: Option<Period>,
) -> Result<Converted<'b>, Unconverted> {
    let value = fact.value.as_ref().ok_or(Unconverted::NoMoney)?;
    let mut converted = with_others(exchange, amount(exchange, value, to, on.or(fact.period))?);
    // What a source says of a time is judged by the rates of that time only.
    if converted.rate.is_some() && on.is_none_or(|on| Some(on) == fact.period) {
        converted.stated =
            stated(exchange.base, fact, to).map(|other| judge(exchange, &converted, other)).collect();
    }
    Ok(converted)
}

/// What sources state in a currency about the very subject and period of a fact.
fn stated<'b>(base: &'b Base, fact: &'b Fact, to: Currency) -> impl Iterator<Item = &'b Fact> {
    base.facts.iter().filter(move |other| {
        base.same_subject(fact, other)
            && other.period == fact.period
            && other.source == fact.source
            && other.value.as_ref().and_then(|value| value.unit().currency()) == Some(to)
    })
}

/// Judges a stated figure.
fn judge<'b>(exchange: &Exchange<'b>, converted: &Converted<'_>, fact: &'b Fact) -> Stated<'b> {
    let value = fact.value.as_ref().expect("a stated figure has a value");
    let interval = value.interval();
    let computed = Computed::from(&converted.amount);
    // Money is not zero here: an interval of a stated sum of money lies above it, or nothing can be said.
    let implied = computed.interval.div(interval).unwrap_or_else(|_| Interval::all());
    let second = fact.or.as_ref().map(|or| or.interval());
    let fits = |rate: &Rate| {
        let result = at(&computed, rate, converted.to).interval;
        result.overlaps(interval) || second.as_ref().is_some_and(|second| result.overlaps(second))
    };
    let market = market(exchange, converted, fact, &implied);
    let fit = if converted.rate.as_ref().is_some_and(fits) {
        Fit::Agrees
    } else if let Some((rate, _)) = converted.others.iter().find(|(rate, _)| fits(rate)) {
        Fit::OnlyWith(Box::new(rate.clone()))
    } else if market.is_some() {
        Fit::OnSomeDays
    } else {
        Fit::Cannot
    };
    Stated { fact, fit, implied, market }
}

/// The days from the beginning of the period to the day of the source on which the market was there.
fn market(
    exchange: &Exchange<'_>,
    converted: &Converted<'_>,
    fact: &Fact,
    implied: &Interval,
) -> Option<Market> {
    let pair = Pair::new(converted.to, converted.from);
    let (first, last) = match span(converted.period?)? {
        Span::Day(day) => (day, day),
        Span::Days(first, last) => (first, last),
    };
    let last = fact.known_since(exchange.base).map_or(last, |day| day.max(last));
    let within = exchange.table.days_within(pair, first, last, implied).ok()??;
    Some(Market { first: within.first, last: within.last, days: within.count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::facts;
    use crate::lang::Lang;
    use crate::quantity::parse_any;

    fn in_dollars(text: &str, on: &str) -> String {
        let base = facts::embedded();
        let exchange = Exchange::of(&base);
        let period = Some(Period::parse(on).unwrap());
        match amount(&exchange, &parse_any(text).unwrap(), Currency::USD, period) {
            Ok(converted) => {
                let rate = converted.rate.unwrap();
                let result = converted.result.figure(Lang::En, None);
                format!("{result} at {}, {}", rate.figure(), rate.kind.phrase(Lang::En))
            }
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn each_time_has_its_kind_of_rate() {
        let amount = "22.58 trillion yuan";
        for (on, expected) in [
            ("2016", "3.399 trillion US dollars at 6.6423, official average, 2016"),
            (
                "2016-12-31",
                "3.251 trillion US dollars at 6.9445, reference rate, 30 December 2016, the last up to 31 December 2016",
            ),
            (
                "end 2016",
                "3.251 trillion US dollars at 6.9445, reference rate, 30 December 2016, the last up to 31 December 2016",
            ),
            (
                "2016-Q1",
                "3.451 trillion US dollars at 6.5431, average of 62 daily reference rates, first quarter of 2016",
            ),
        ] {
            assert_eq!(in_dollars(amount, on), expected);
        }
        assert!(in_dollars(amount, "since 2013").contains("Open"));
        assert!(in_dollars(amount, "2004").contains("NotInTable"));
        assert!(in_dollars("30 %", "2016").contains("NoMoney"));
    }

    /// A base whose source states an amount in yuan and in dollars for 2016.
    fn stated(yuan: &str, dollars: &str) -> Fit {
        let fact = |id: &str, value: &str| {
            format!(
                "[[fact]]\nid = \"{id}\"\nkind = \"figure\"\ntopic = \"sales\"\nmeasure = \"level\"\n\
                 value = \"{value}\"\nperiod = \"2016\"\n"
            )
        };
        let text = format!(
            "[base]\ntitle = \"Sales\"\narticle = \"report\"\n[[source]]\nid = \"report\"\ntype = \"report\"\n\
             title = \"Report\"\ndate = 2017-03-01\n[[topic]]\nid = \"sales\"\nnames = {{ en = [\"sales\"] }}\n{}{}",
            fact("yuan", yuan),
            fact("dollars", dollars)
        );
        let base = facts::read(Document::new("sales.toml", text)).unwrap();
        let exchange = Exchange::of(&base);
        let converted = super::fact(&exchange, base.fact("yuan").unwrap(), Currency::USD, None).unwrap();
        converted.stated[0].fit.clone()
    }

    #[test]
    fn stated_dollars_are_judged_by_the_rates_there_were() {
        assert_eq!(stated("22.58 trillion yuan", "3.4 trillion dollars"), Fit::Agrees);
        assert_eq!(stated("22.58 trillion yuan", "3.398 trillion dollars"), Fit::Agrees);
        // The last day of the year: 6.9445.
        assert!(matches!(stated("22.58 trillion yuan", "3.251 trillion dollars"), Fit::OnlyWith(_)));
        // A day of April 2016: 6.48.
        assert_eq!(stated("22.58 trillion yuan", "3.485 trillion dollars"), Fit::OnSomeDays);
        assert_eq!(stated("22.58 trillion yuan", "2.28 trillion dollars"), Fit::Cannot);
    }

    #[test]
    fn a_rate_by_hand_needs_no_time_and_one_currency_no_rate() {
        let base = facts::embedded();
        let pair = Pair::new(Currency::USD, Currency::CNY);
        let rate = Rate::written(pair, "6.65", crate::rates::Kind::ByHand, "").unwrap();
        let table = Exchange::of(&base).table;
        let exchange = Exchange::new(&base, table, Choice::ByHand(Box::new(rate)));
        let yuan = parse_any("665 yuan").unwrap();
        let converted = amount(&exchange, &yuan, Currency::EUR, None).unwrap();
        assert_eq!(converted.result.figure(Lang::En, None), "100 euros");
        let same = amount(&Exchange::of(&base), &yuan, Currency::CNY, None).unwrap();
        assert!(same.rate.is_none());
        assert_eq!(same.result.figure(Lang::En, None), "665 yuan");
    }
}
