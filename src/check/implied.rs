//! Growth that follows from the levels of two years: 31.3 trillion yuan in 2018 after 27.2 trillion is 15 percent more,
//! whatever growth a compiler gives, who may reckon at comparable prices.

use super::index::Subject;
use super::judge::Judge;
use super::mention::Mention;
use crate::facts::model::{Fact, Measure};
use crate::quantity::{Exact, Interval};
use crate::scan::Figure;

impl Judge<'_> {
    /// Whether a growth is that between two levels of the base, of the year that is said and the one before.
    pub(super) fn follows_from_levels(&self, figure: &Figure, mention: &Mention) -> bool {
        let Some(year) = mention.period.and_then(|period| period.year()) else { return false };
        mention.subjects.iter().filter(|subject| subject.measure == Measure::Growth).any(|subject| {
            let level = Subject { topic: subject.topic, measure: Measure::Level, whole: None };
            let of = |year: i32| {
                let is_of = move |fact: &&Fact| fact.period.and_then(|period| period.year()) == Some(year);
                self.index.of(level).filter(is_of)
            };
            of(year).any(|now| of(year - 1).any(|before| is_growth(figure, now, before)))
        })
    }
}

fn is_growth(figure: &Figure, now: &Fact, before: &Fact) -> bool {
    let (Some(now), Some(before)) = (&now.value, &before.value) else { return false };
    if now.unit() != before.unit() {
        return false;
    }
    let Ok(times) = now.plain_interval().div(before.plain_interval()) else { return false };
    let more = times.sub(&Interval::point(Exact::ONE)).mul(&Interval::point(Exact::from(100u32)));
    more.overlaps(figure.quantity.interval())
}
