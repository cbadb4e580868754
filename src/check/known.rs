//! What was known, and what was yet to come, on the day of a draft.

use chrono::Datelike;

use super::judge::Judge;
use super::mention::Mention;
use crate::facts::model::{Fact, Kind};

impl Judge<'_> {
    /// Whether a fact was made known by the draft's day; a source of some month counts for all of it. What one
    /// compiler has of one topic and time is published together: level, share and growth.
    pub(super) fn is_known(&self, fact: &Fact, topic: usize) -> bool {
        // What is made known in China in the morning is in American papers of the day before.
        let Some(day) = self.day.and_then(|day| day.succ_opt()) else { return true };
        let known = |fact: &Fact| {
            fact.known_since(self.base).is_none_or(|since| since <= day)
                || fact.published.is_none()
                    && self.base.source_of(fact).date.as_ref().is_some_and(|date| date.first() <= Some(day))
        };
        let together = |other: &Fact| {
            other.by.is_some()
                && (&other.by, other.vintage, other.period) == (&fact.by, fact.vintage, fact.period)
        };
        // What a meeting decided was known from its day.
        let decided = || {
            fact.supports.iter().filter_map(|id| self.base.fact(id)).any(|other| {
                other.kind == Kind::Event && other.period.and_then(|of| of.last()).is_some_and(|of| of <= day)
            })
        };
        known(fact)
            || fact.kind == Kind::Target && decided()
            || self.index.of_topic(topic).any(|other| together(other) && known(other))
    }

    /// Whether the time said ends after the draft's year.
    pub(super) fn is_to_come(&self, mention: &Mention) -> bool {
        let (Some(day), Some(period)) = (self.day, mention.period) else { return false };
        period.last().is_some_and(|last| last.year() > day.year())
    }

    /// Whether the time said is not over on the draft's day.
    pub(super) fn is_under_way(&self, mention: &Mention) -> bool {
        let (Some(day), Some(period)) = (self.day, mention.period) else { return false };
        period.last().is_some_and(|last| last > day)
    }

    /// Whether the time said has not begun on the draft's day.
    pub(super) fn is_all_to_come(&self, mention: &Mention) -> bool {
        let (Some(day), Some(period)) = (self.day, mention.period) else { return false };
        period.first().is_some_and(|first| first > day)
    }

    /// Whether the time said is over on the draft's day.
    pub(super) fn is_past(&self, mention: &Mention) -> bool {
        let (Some(day), Some(period)) = (self.day, mention.period) else { return false };
        period.last().is_some_and(|last| last < day)
    }

    /// Whether the time that a fact tells of was over by the draft's day.
    pub(super) fn is_over(&self, fact: &Fact) -> bool {
        let Some(day) = self.day else { return false };
        fact.kind == Kind::Figure
            && fact.period.is_some_and(|period| period.last().is_some_and(|last| last < day))
    }
}
