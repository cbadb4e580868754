//! A figure of which no time is said: of which it is, and of which it is not.
//!
//! It is held against every time that the base has. What that shows is taken back where it is of a time long gone, of which
//! the draft does not speak; and what it leaves open is of the last time, or of one told before, if it is a fact's of that
//! time but for a slip.

use std::ops::Range;

use chrono::TimeDelta;

use super::aim::Aim;
use super::finding::Verdict;
use super::index::Subject;
use super::judge::{Found, Judge};
use super::mention::{Mention, Where};
use super::recalled::{Memory, shown};
use super::scene::Scene;
use crate::facts::model::Fact;
use crate::period::{Kind, Length, Period};
use crate::quantity::Exact;
use crate::scan::{Figure, How, When};

/// What is told of no time is of the last one that there are figures of; by now they are so old at most.
const LATELY: TimeDelta = TimeDelta::days(500);

/// Why what is found is not certain.
const UNTIMED: &str =
    "no time is said; its digits, but for a slip, are of one told before or of the last one";

impl<'a> Judge<'a> {
    /// What was found of a figure, as far as it holds where no time is said.
    pub(super) fn of_no_said_time(
        &self,
        found: Found<'a>,
        (scene, at): (&Scene<'_>, usize),
        mention: &Mention,
        (place, aim): (Where, Aim),
        (memory, block): (&Memory, usize),
    ) -> Found<'a> {
        if mention.how.is_some() {
            return found;
        }
        let figure = &scene.figures[at];
        let fact = found.fact.as_deref().and_then(|id| self.base.fact(id));
        let taken_back = fact.is_some_and(|fact| {
            is_passed_some_day(figure, &found, fact)
                || found.verdict == Verdict::Differs && self.is_long_gone(fact, memory, block)
        });
        let found = if taken_back { Found::only(Verdict::Undecided) } else { found };
        if found.verdict != Verdict::Undecided || scene.is_where_it_came_to(figure) {
            return found;
        }
        self.at_a_time_told(figure, mention, place, aim, (memory, block, &scene.range)).unwrap_or(found)
    }

    /// Whether a fact is of a time long before the draft's day, of which the draft does not speak, while it speaks of others.
    fn is_long_gone(&self, fact: &Fact, memory: &Memory, block: usize) -> bool {
        let old =
            |period: &Period| self.day.zip(period.last()).is_some_and(|(day, last)| day - last > LATELY);
        fact.period.is_some_and(|period| old(&period) && memory.speaks_of_others(block, &period))
    }

    /// What a figure is of which no time is said, as its likeness to a fact of its subject at a time told before tells.
    fn at_a_time_told(
        &self,
        figure: &Figure,
        mention: &Mention,
        place: Where,
        aim: Aim,
        (memory, block, sentence): (&Memory, usize, &Range<usize>),
    ) -> Option<Found<'a>> {
        let doubtful = !mention.sure || mention.other_kind || mention.unknown_time;
        if doubtful || mention.how.is_some() || mention.among.is_some() {
            return None;
        }
        let at = |period: Period| {
            let mention = Mention { period: Some(period), how: Some(How::Inherited), ..mention.clone() };
            self.judge(figure, &mention, place, aim)
        };
        // `growth of around 6.5 percent, after 6.9 percent in 2017`: a time of its own sentence is another figure's.
        let (before, here): (Vec<&When>, Vec<&When>) = memory
            .times(block)
            .partition(|when| when.range.as_ref().is_none_or(|range| range.end <= sentence.start));
        let told = before.into_iter().take(2).filter_map(|when| when.period);
        // 目前…已达到91%: what was so at some day in between may be of few digits.
        let latest = self.latest(&mention.subjects).filter(|period| {
            let year = matches!(period.kind(), Kind::During(at) if at.length() == Length::Year);
            let anothers = here.iter().any(|when| when.period.is_some_and(|told| told.compatible(period)));
            (year || shown(&figure.quantity) >= 3) && !anothers
        });
        let found: Vec<Found<'a>> = told.chain(latest).map(at).collect();
        let slip = found.iter().find(|found| found.is_a_slip())?;
        let agrees = found.iter().any(|found| found.verdict == Verdict::Agrees);
        (shown(&figure.quantity) >= 2 && !agrees).then(|| slip.clone().uncertain(UNTIMED))
    }

    /// The last time before the draft's day that the base has some subjects at, if it is not long ago.
    fn latest(&self, subjects: &[Subject]) -> Option<Period> {
        let day = self.day?;
        let known =
            subjects.iter().flat_map(|&subject| self.index.of(subject)).filter_map(|fact| fact.period);
        let ended = known.filter_map(|period| Some((period.last().filter(|last| *last <= day)?, period)));
        let (last, period) = ended.max_by_key(|(last, _)| *last)?;
        (day - last <= LATELY).then_some(period)
    }
}

/// Whether a bound is turned round that was so on some day: `passed 10 trillion yuan for the first time`, when, nobody says.
fn is_passed_some_day(figure: &Figure, found: &Found<'_>, fact: &Fact) -> bool {
    let another = fact.value.as_ref().is_some_and(|value| {
        let off = (value.value() - figure.quantity.value()).abs();
        off * Exact::from(100i64) > figure.quantity.value().abs()
    });
    another && found.issue.as_ref().is_some_and(|issue| issue.rule.code == "reversed-bound")
}
