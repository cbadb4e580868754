//! The facts of a base by topic, so that a figure is held against those of its own topic only.
//!
//! The facts of a topic are read when a draft first speaks of it: most drafts speak of few.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact, Kind, Measure};
use crate::period::Period;
use crate::quantity::Currency;

/// The facts with a figure, by topic.
#[derive(Debug)]
pub(super) struct Index<'b> {
    base: &'b Base,
    topics: Vec<OfTopic>,
    home_currency: OnceLock<Option<Currency>>,
    /// Of each topic, those within it and the one around it, once any is asked for.
    kin: OnceLock<Vec<Vec<usize>>>,
    /// Of each body, what it counts, once any is asked for.
    counted: OnceLock<Vec<Vec<usize>>>,
}

/// What is known of a topic.
#[derive(Debug, Clone, Default)]
struct OfTopic {
    /// Which facts are about it.
    facts: Vec<usize>,
    /// Those of them with a figure, once they are read.
    figures: OnceLock<Vec<Indexed>>,
    /// How many facts it is the whole of.
    as_whole: usize,
}

/// A fact of a topic, and what of it is asked first.
#[derive(Debug, Clone)]
struct Indexed {
    at: usize,
    measure: Measure,
    whole: Option<usize>,
    /// Whether it is of the base's own place.
    home: bool,
    days: Option<Days>,
    /// Whether more facts of its subject and time say on which side of its number the truth lies.
    tells_less: bool,
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

impl<'b> Index<'b> {
    pub(super) fn new(base: &'b Base) -> Self {
        let mut topics = vec![OfTopic::default(); base.topics.len()];
        for at in 0..base.facts.len() {
            let about = base.about(at);
            if let Some(topic) = about.topic {
                topics[topic].facts.push(at);
                if let Some(whole) = about.whole {
                    topics[whole].as_whole += 1;
                }
            }
        }
        Self { base, topics, home_currency: OnceLock::new(), kin: OnceLock::new(), counted: OnceLock::new() }
    }

    /// The facts of a topic that have a figure.
    fn figures(&self, topic: usize) -> &[Indexed] {
        let topic = &self.topics[topic];
        topic.figures.get_or_init(|| {
            let indexed = |&at: &usize| {
                let fact = &self.base.facts[at];
                let measure = fact.measure.filter(|_| fact.value.is_some())?;
                let whole = self.base.about(at).whole;
                let days = fact.period.and_then(|period| period.days());
                Some(Indexed { at, measure, whole, home: fact.place.is_none(), days, tells_less: false })
            };
            let mut figures: Vec<Indexed> = topic.facts.iter().filter_map(indexed).collect();
            self.find_those_that_tell_less(&mut figures);
            figures
        })
    }

    /// Of facts with one number, those that say on which side of it the truth lies say more, when they are the most.
    fn find_those_that_tell_less(&self, figures: &mut [Indexed]) {
        let fact = |one: &Indexed| &self.base.facts[one.at];
        let value = |one: &Indexed| fact(one).value.as_ref();
        let is_bound = |one: &Indexed| value(one).is_some_and(|value| value.qualifier().is_bound());
        let is_alike = |one: &Indexed, other: &Indexed| {
            (one.measure, one.whole, one.home) == (other.measure, other.whole, other.home)
                && value(one).map(|value| (value.value(), value.unit()))
                    == value(other).map(|value| (value.value(), value.unit()))
                && fact(one).period == fact(other).period
        };
        for at in 0..figures.len() {
            if is_bound(&figures[at]) {
                let alike: Vec<usize> =
                    (0..figures.len()).filter(|&other| is_alike(&figures[at], &figures[other])).collect();
                let bounds = alike.iter().filter(|&&other| is_bound(&figures[other])).count();
                if bounds * 2 > alike.len() {
                    alike
                        .into_iter()
                        .for_each(|other| figures[other].tells_less = !is_bound(&figures[other]));
                }
            }
        }
    }

    /// The currency that the base counts in; amounts in others may be conversions.
    pub(super) fn home_currency(&self) -> Option<Currency> {
        *self.home_currency.get_or_init(|| self.base.home_currency())
    }

    /// A topic, those that lie within it, and the one that it lies within.
    pub(super) fn kin(&self, topic: usize) -> &[usize] {
        let topics = &self.base.topics;
        let kin = |topic: usize| {
            let (id, outer) = (&topics[topic].id, topics[topic].within.as_ref());
            (0..topics.len())
                .filter(|&other| {
                    other == topic
                        || topics[other].within.as_ref() == Some(id)
                        || outer == Some(&topics[other].id)
                })
                .collect()
        };
        &self.kin.get_or_init(|| (0..topics.len()).map(kin).collect())[topic]
    }

    /// The topics that the base has figures of by a body.
    pub(super) fn counted_by(&self, body: usize) -> &[usize] {
        let of = |body: usize| {
            let id = &self.base.bodies[body].id;
            let facts = (0..self.base.facts.len()).filter(|&at| self.base.facts[at].by.as_ref() == Some(id));
            let mut topics: Vec<usize> = facts.filter_map(|at| self.base.about(at).topic).collect();
            topics.sort_unstable();
            topics.dedup();
            topics
        };
        &self.counted.get_or_init(|| (0..self.base.bodies.len()).map(of).collect())[body]
    }

    /// Whether a topic is the whole of any fact.
    pub(super) fn is_whole(&self, topic: usize) -> bool {
        self.topics[topic].as_whole > 0
    }

    /// Whether a topic is a whole about as often as a topic of its own.
    pub(super) fn is_mostly_whole(&self, topic: usize) -> bool {
        self.topics[topic].as_whole * 2 > self.figures(topic).len()
    }

    /// The facts of a topic.
    pub(super) fn of_topic(&self, topic: usize) -> impl Iterator<Item = &'b Fact> {
        self.figures(topic).iter().map(|fact| &self.base.facts[fact.at])
    }

    /// The facts of a subject, at the base's own place.
    pub(super) fn of(&self, subject: Subject) -> impl Iterator<Item = &'b Fact> {
        self.figures_of(subject).map(|fact| &self.base.facts[fact.at])
    }

    /// Those of them that tell the most, and the days of each, where it has a first and a last.
    pub(super) fn telling(&self, subject: Subject) -> impl Iterator<Item = (&'b Fact, Option<Days>)> {
        self.figures_of(subject)
            .filter(|fact| !fact.tells_less)
            .map(|fact| (&self.base.facts[fact.at], fact.days))
    }

    fn figures_of(&self, subject: Subject) -> impl Iterator<Item = &Indexed> {
        self.figures(subject.topic)
            .iter()
            .filter(move |fact| fact.home && fact.measure == subject.measure)
            .filter(move |fact| subject.whole.is_none() || fact.whole == subject.whole)
    }

    /// Whether a topic is a share of anything in this base.
    pub(super) fn has_share(&self, topic: usize) -> bool {
        self.figures(topic).iter().any(|fact| fact.measure == Measure::Share)
    }

    /// Whether a topic has growths in this base, and is a share of nothing.
    pub(super) fn is_known_by_growth(&self, topic: usize) -> bool {
        self.figures(topic).iter().any(|fact| fact.measure == Measure::Growth) && !self.has_share(topic)
    }

    /// Whether something is a share of a whole in this base.
    pub(super) fn pairs(&self, topic: usize, whole: usize, measure: Measure) -> bool {
        self.figures(topic).iter().any(|fact| fact.measure == measure && fact.whole == Some(whole))
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

/// What a quarter or half a year adds up to is no year's figure; a state at a day is one, and what was so at the end of a
/// year was so in its December.
fn coarse_is_same(one: &Period, other: &Period) -> bool {
    use crate::period::{Kind as When, Length};
    if matches!(one.kind(), When::End(_)) && one.last() == other.last() {
        return true;
    }
    let sum = |period: &Period| matches!(period.kind(), When::During(at) if matches!(at.length(), Length::Half | Length::Quarter | Length::Month));
    !(sum(one) || sum(other))
}

/// Whether a fact is what was so in a time that its source names.
pub(super) fn is_of_a_year(fact: &Fact) -> bool {
    fact.kind == Kind::Figure
        && !fact.inferred
        && fact.period.is_some_and(|period| matches!(period.kind(), crate::period::Kind::During(_)))
}
