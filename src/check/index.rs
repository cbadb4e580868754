//! The facts of a base by topic, so that a figure is held against those of its own topic only.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact, Kind, Measure};
use crate::period::Period;

/// The facts with a figure, by topic.
#[derive(Debug)]
pub(super) struct Index {
    by_topic: Vec<Vec<Indexed>>,
    as_whole: Vec<usize>,
}

/// A fact of a topic, and what of it is asked first.
#[derive(Debug)]
struct Indexed {
    at: usize,
    measure: Measure,
    whole: Option<usize>,
    /// Whether it is of the base's own place.
    home: bool,
    days: Option<Days>,
}

/// The first and the last day of a period.
pub(super) type Days = (NaiveDate, NaiveDate);

/// What a figure is of: topic, measure, whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    pub(super) topic: usize,
    pub(super) measure: Measure,
    pub(super) whole: Option<usize>,
}

impl Index {
    pub(super) fn new(base: &Base) -> Self {
        let positions: BTreeMap<&str, usize> =
            base.topics.iter().enumerate().map(|(at, topic)| (topic.id.as_str(), at)).collect();
        let mut by_topic = std::iter::repeat_with(Vec::new).take(base.topics.len()).collect::<Vec<_>>();
        let mut as_whole = vec![0; base.topics.len()];
        for (at, fact) in base.facts.iter().enumerate() {
            let Some(topic) = fact.topic.as_deref().and_then(|id| positions.get(id)) else { continue };
            let whole = fact.whole.as_deref().and_then(|id| positions.get(id)).copied();
            if let (Some(measure), true) = (fact.measure, fact.value.is_some()) {
                let days = fact.period.and_then(|period| period.days());
                by_topic[*topic].push(Indexed { at, measure, whole, home: fact.place.is_none(), days });
            }
            if let Some(whole) = whole {
                as_whole[whole] += 1;
            }
        }
        Self { by_topic, as_whole }
    }

    /// Whether a topic is the whole of any fact.
    pub(super) fn is_whole(&self, topic: usize) -> bool {
        self.as_whole[topic] > 0
    }

    /// Whether a topic is a whole about as often as a topic of its own.
    pub(super) fn is_mostly_whole(&self, topic: usize) -> bool {
        self.as_whole[topic] * 2 > self.by_topic[topic].len()
    }

    /// The facts of a topic.
    pub(super) fn of_topic<'b>(&self, base: &'b Base, topic: usize) -> impl Iterator<Item = &'b Fact> {
        self.by_topic[topic].iter().map(|fact| &base.facts[fact.at])
    }

    /// The facts of a subject, at the base's own place.
    pub(super) fn of<'b>(&self, base: &'b Base, subject: Subject) -> impl Iterator<Item = &'b Fact> {
        self.with_days(base, subject).map(|(fact, _)| fact)
    }

    /// The same with the days of each, where it has a first and a last.
    pub(super) fn with_days<'b>(
        &self,
        base: &'b Base,
        subject: Subject,
    ) -> impl Iterator<Item = (&'b Fact, Option<Days>)> {
        self.by_topic[subject.topic]
            .iter()
            .filter(move |fact| fact.home && fact.measure == subject.measure)
            .filter(move |fact| subject.whole.is_none() || fact.whole == subject.whole)
            .map(|fact| (&base.facts[fact.at], fact.days))
    }

    /// Whether a topic is a share of anything in this base.
    pub(super) fn has_share(&self, topic: usize) -> bool {
        self.by_topic[topic].iter().any(|fact| fact.measure == Measure::Share)
    }

    /// Whether something is a share of a whole in this base.
    pub(super) fn pairs(&self, topic: usize, whole: usize, measure: Measure) -> bool {
        self.by_topic[topic].iter().any(|fact| fact.measure == measure && fact.whole == Some(whole))
    }
}

/// Whether a fact speaks of a time that a mention may mean.
pub(super) fn same_time(fact: &Fact, said: &Period) -> bool {
    let Some(period) = &fact.period else { return true };
    if period.compatible(said) {
        return period.precision() == said.precision()
            || fact.kind != Kind::Figure
            || coarse_is_same(period, said);
    }
    false
}

/// What a quarter or half a year adds up to is no year's figure; a state at a day is one.
fn coarse_is_same(one: &Period, other: &Period) -> bool {
    use crate::period::{Kind as When, Length};
    let sum = |period: &Period| matches!(period.kind(), When::During(at) if matches!(at.length(), Length::Half | Length::Quarter | Length::Month));
    !(sum(one) || sum(other))
}

/// Whether a fact is what was so in a time that its source names.
pub(super) fn is_of_a_year(fact: &Fact) -> bool {
    fact.kind == Kind::Figure
        && !fact.inferred
        && fact.period.is_some_and(|period| matches!(period.kind(), crate::period::Kind::During(_)))
}
