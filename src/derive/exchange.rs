//! Which rate a conversion takes.
//!
//! Rates are of three kinds and stay apart: an official average of a period (the base's `[[rate]]` entries), an
//! average of daily reference rates, and one day's reference rate. For a whole period that the base has an
//! official average of, that comes first; for any other period it is the average of the daily rates; for a day
//! the day's rate. A deadline stands for the year, month or day it names.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use chrono::NaiveDate;

use crate::facts::model::{Base, DatedRate};
use crate::period::{Kind as When, Length, Period, Stretch};
use crate::quantity::{Currency, Exact};
use crate::rates::ecb;
use crate::rates::table::Table;
use crate::rates::{Kind, NoRate, Pair, Rate};

/// Which rates may be used.
#[derive(Debug, Clone, Default)]
pub enum Choice {
    /// The base's official average for a whole period, else the table.
    #[default]
    Best,
    /// The base's own rates only.
    Official,
    /// The table only.
    Table,
    /// A rate given by hand: the price of one unit of the currency wanted.
    ByHand(Box<Rate>),
}

/// Where rates come from.
#[derive(Debug, Clone)]
pub struct Exchange<'b> {
    /// The base with its official rates.
    pub base: &'b Base,
    /// The table of daily rates.
    pub table: Cow<'b, Table>,
    /// Which of them may be used.
    pub choice: Choice,
    /// Averages worked out so far: a year's is the mean of more than 250 fractions.
    averages: RefCell<Vec<Average>>,
}

/// An average that was asked for, and what came of it.
type Average = ((Pair, NaiveDate, NaiveDate), Result<Rate, NoRate>);

/// Why there is no rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The pair.
    pub pair: Pair,
    /// The period, as asked.
    pub period: Period,
    /// Why.
    pub why: Why,
    /// The base's own rates of the pair: what there is.
    pub official: Vec<String>,
}

/// Why there is no rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The period has no day or length that a rate could be of.
    Open,
    /// The base has no such rate, and only the base was to be asked.
    NotInBase,
    /// The table has none.
    NotInTable(NoRate),
}

/// A day or a stretch of days: what a rate is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// One day.
    Day(NaiveDate),
    /// From one day to another, both with it.
    Days(NaiveDate, NaiveDate),
}

/// The day or the days whose rate a period calls for; none for a period without an end.
#[must_use]
pub fn span(period: Period) -> Option<Span> {
    let whole = |at: Stretch| match at.length() {
        Length::Day => Span::Day(at.first()),
        _ => Span::Days(at.first(), at.last()),
    };
    match period.kind() {
        When::During(at) | When::By(at) => Some(whole(at)),
        When::Start(at) => Some(Span::Day(at.first())),
        When::End(at) | When::AsOf(at) => Some(Span::Day(at.last())),
        When::Range(from, to) => Some(Span::Days(from.first(), to.last())),
        When::Since(_) | When::Before(_) => None,
    }
}

impl<'b> Exchange<'b> {
    /// A base's rates and the embedded daily table, the best of them for each question.
    #[must_use]
    pub fn of(base: &'b Base) -> Self {
        Self::new(base, Cow::Borrowed(ecb::table()), Choice::Best)
    }

    /// A base's rates and a table of daily rates, of which some may be used.
    #[must_use]
    pub fn new(base: &'b Base, table: Cow<'b, Table>, choice: Choice) -> Self {
        Self { base, table, choice, averages: RefCell::default() }
    }

    /// The rate for changing `from` into `to`: how much of `from` one unit of `to` costs.
    ///
    /// # Errors
    ///
    /// Why there is none, and what there is.
    pub fn rate(&self, from: Currency, to: Currency, period: Period) -> Result<Rate, Missing> {
        let pair = Pair::new(to, from);
        let missing = |why| {
            let official = match self.choice {
                Choice::Best | Choice::Official => self.official_list(pair),
                _ => Vec::new(),
            };
            Missing { pair, period, why, official }
        };
        let span = span(period).ok_or_else(|| missing(Why::Open));
        match &self.choice {
            Choice::ByHand(rate) => Ok((**rate).clone()),
            Choice::Official => self.official(pair, span?).ok_or_else(|| missing(Why::NotInBase)),
            Choice::Table => self.of_table(pair, span?).map_err(|why| missing(Why::NotInTable(why))),
            Choice::Best => {
                let span = span?;
                let official = match span {
                    Span::Days(..) => self.official(pair, span),
                    // A printed rate of a day is a witness, the table the authority.
                    Span::Day(_) => None,
                };
                let found = official.map_or_else(|| self.of_table(pair, span), Ok);
                // Currencies that the table lacks may still stand in the base.
                found.or_else(|why| self.official(pair, span).ok_or_else(|| missing(Why::NotInTable(why))))
            }
        }
    }

    /// A rate given by hand the way round that the market knows it: 6.65 is yuan for a dollar, whichever of the two
    /// is wanted. Where the market is not known it is the price of one unit of the currency wanted.
    #[must_use]
    pub fn by_hand(&self, given: &Rate, from: Currency, to: Currency, period: Option<Period>) -> Rate {
        let pair = Pair::new(to, from);
        let rate = Rate { pair, ..given.clone() };
        let day = match period.and_then(span) {
            Some(Span::Day(day) | Span::Days(_, day)) => day,
            None => self.table.last_day(),
        };
        let market = self.table.on(pair, day).or_else(|_| self.table.on(pair, self.table.last_day()));
        let Ok(market) = market else { return rate };
        let turned = Rate { pair: pair.inverse(), ..given.clone() }.inverse();
        let apart = |rate: &Rate| {
            let ratio = rate.value.checked_div(&market.value).expect("a rate is above zero");
            let inverse = market.value.checked_div(&rate.value).expect("a rate is above zero");
            ratio.max(inverse)
        };
        if apart(&turned) < apart(&rate) { turned } else { rate }
    }

    /// Every other rate that could be taken for the period, to hold the chosen one against: the official one,
    /// the table's average, and the last day's.
    #[must_use]
    pub fn others(&self, chosen: &Rate, from: Currency, to: Currency, period: Period) -> Vec<Rate> {
        let pair = Pair::new(to, from);
        let Some(span) = span(period) else { return Vec::new() };
        let mut rates: Vec<Rate> = self.all_official(pair, span).collect();
        if !matches!(self.choice, Choice::Official) {
            rates.extend(self.of_table(pair, span));
            if let Span::Days(_, last) = span {
                rates.extend(self.table.on(pair, last));
            }
        }
        rates.retain(|rate| (rate.kind, &rate.value) != (chosen.kind, &chosen.value));
        rates
    }

    fn of_table(&self, pair: Pair, span: Span) -> Result<Rate, NoRate> {
        match span {
            Span::Day(day) => self.table.on(pair, day),
            Span::Days(first, last) => self.average(pair, first, last),
        }
    }

    fn average(&self, pair: Pair, first: NaiveDate, last: NaiveDate) -> Result<Rate, NoRate> {
        let key = (pair, first, last);
        if let Some((_, known)) = self.averages.borrow().iter().find(|(asked, _)| *asked == key) {
            return known.clone();
        }
        // One average serves both ways round: the mean of the prices of a dollar in yuan, not also the mean of the
        // prices of a yuan in dollars. It is taken the way the rates are quoted: so much of a currency for a euro,
        // and of two others the way round that gives more than one.
        let inverse = || self.table.average(pair.inverse(), first, last).map(|rate| rate.inverse());
        let average = if pair.quote == Currency::EUR {
            inverse()
        } else {
            match self.table.average(pair, first, last) {
                Ok(rate) if pair.base != Currency::EUR && rate.value < Exact::ONE => inverse(),
                average => average,
            }
        };
        self.averages.borrow_mut().push((key, average.clone()));
        average
    }

    /// The base's rate of a pair for exactly that time.
    fn official(&self, pair: Pair, wanted: Span) -> Option<Rate> {
        self.all_official(pair, wanted).next()
    }

    fn all_official(&self, pair: Pair, wanted: Span) -> impl Iterator<Item = Rate> {
        self.base
            .rates
            .iter()
            .filter(move |rate| span(rate.period) == Some(wanted))
            .filter_map(move |rate| official(rate, pair))
    }

    fn official_list(&self, pair: Pair) -> Vec<String> {
        let mut list: Vec<(Period, &str)> = self
            .base
            .rates
            .iter()
            .filter(|rate| official(rate, pair).is_some())
            .map(|rate| (rate.period, rate.id.as_str()))
            .collect();
        list.sort_unstable();
        list.into_iter().map(|(period, _)| period.to_string()).collect()
    }
}

/// A rate of the base as the price of the pair, either way round.
pub(super) fn official(rate: &DatedRate, pair: Pair) -> Option<Rate> {
    let own = Pair::new(rate.base, rate.quote);
    let made = || {
        Rate::written(own, rate.value.text(), Kind::Official(rate.period), rate.id.clone())
            .expect("a rate of a base is a number above zero")
    };
    if own == pair {
        Some(made())
    } else if own == pair.inverse() {
        Some(made().inverse())
    } else {
        None
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "there is no rate of {} for `{}`", self.pair, self.period)
    }
}

impl Missing {
    /// Why, and what there is, a line each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match &self.why {
            Why::Open => notes.push("a period without an end has no rate of its own".to_owned()),
            Why::NotInBase => notes.push("the base has no such rate".to_owned()),
            Why::NotInTable(why) => notes.push(why.to_string()),
        }
        let asked_base = !matches!(self.why, Why::NotInTable(_)) || !self.official.is_empty();
        if !asked_base {
            return notes;
        }
        if self.official.is_empty() {
            notes.push(format!("the base has no rate of {} at all", self.pair));
        } else {
            notes.push(format!("the base has {} for {}", self.pair, self.official.join(", ")));
        }
        notes
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match &self.why {
            Why::Open => "say of which day or year with --on".to_owned(),
            _ => "give a rate by hand with --rate, another time with --on, or add a [[rate]] to the base"
                .to_owned(),
        }
    }
}
