//! Of whom a percentage is, where a sentence says it by more than a name behind `of`: of those who have a thing, of a sector that a
//! clause turns to, of nobody because it is only compared.

use std::ops::Range;

use super::index::{Index, Subject};
use super::link::{Bond, Link};
use super::part::Part;
use super::scene::{Scene, is_part};
use crate::facts::model::{Base, Measure};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

impl Scene<'_> {
    /// A share told as that of those who have a thing: `the share of households with fixed broadband rose to 67 percent`.
    pub(super) fn share_of_those_with(
        &self,
        figure: &Figure,
        bounds: &Range<usize>,
        base: &Base,
        index: &Index,
    ) -> Option<Part> {
        const WITH: [&str; 13] = [
            "with",
            "using",
            "that have",
            "that had",
            "who have",
            "who had",
            "having",
            "covered by",
            "with access to",
            "that use",
            "connected to",
            "on",
            "reached by",
        ];
        const SHARE: [&str; 3] = ["share of", "proportion of", "percentage of"];
        if self.lang != Lang::En || figure.kind != FigureKind::Percent {
            return None;
        }
        let named = |at: &usize| {
            bounds.start <= self.hits[*at].range.start && self.hits[*at].range.end <= figure.range.start
        };
        let pair = |whole: usize, part: usize| {
            let (whole, part) = (&self.hits[whole].range, &self.hits[part].range);
            let said = self.small(bounds.start..whole.start);
            whole.end <= part.start
                && WITH.contains(&self.small(whole.end..part.start).trim())
                && SHARE.iter().any(|share| {
                    said.rfind(share).is_some_and(|at| self.strange(bounds.start + at..whole.start) == 0)
                })
        };
        // `households with fixed broadband` has a name of its own.
        let called = |name: &str| {
            base.topics
                .iter()
                .position(|topic| topic.names.en.iter().any(|other| other.eq_ignore_ascii_case(name)))
        };
        let own = (0..self.hits.len()).filter(named).find_map(|at| {
            let range = &self.hits[at].range;
            let said = self.small(bounds.start..range.start);
            let share = SHARE.iter().find_map(|share| said.rfind(share))?;
            let (who, what) = self.small(range.clone()).split_once(" with ")?;
            let (of, topic) = (called(who)?, called(what)?);
            let found = index.pairs(topic, of, Measure::Share)
                && self.strange(bounds.start + share..range.start) == 0;
            found.then_some((at, at, of, topic))
        });
        let apart = || {
            (0..self.hits.len()).filter(named).find_map(|whole| {
                let of = self.topic(whole)?;
                (whole + 1..self.hits.len()).filter(named).find_map(|part| {
                    let topic = self.topic(part)?;
                    let found = index.pairs(topic, of, Measure::Share) && pair(whole, part);
                    found.then_some((whole, part, of, topic))
                })
            })
        };
        let (whole, part, of, topic) = own.or_else(apart)?;
        let sound = self.strange(self.hits[part].range.end..figure.range.start) == 0
            && self
                .figure_before(figure.range.start)
                .is_none_or(|other| other.range.end <= self.hits[whole].range.start);
        let bond = if sound { Bond::Sound } else { Bond::Loose };
        let subject = Subject { topic, measure: Measure::Share, whole: Some(of) };
        Some((vec![subject], Link { topics: vec![topic], bond, hit: Some(part) }, None))
    }

    /// The topic that a percentage is said to be of, right behind it: `92.5 percent of all netizens`.
    pub(super) fn of_a_name(&self, figure: &Figure) -> Option<usize> {
        let hit = (0..self.hits.len())
            .find(|&at| self.hits[at].range.start >= figure.range.end && self.topic(at).is_some())?;
        let between = self.small(figure.range.end..self.hits[hit].range.start).trim();
        let of = between.strip_prefix("of")?.trim();
        let all = [
            "",
            "the",
            "all",
            "all the",
            "its",
            "china's",
            "china’s",
            "the country's",
            "the nation's",
            "chinese",
        ];
        all.contains(&of).then(|| self.topic(hit)).flatten()
    }

    /// Whether a thing that has shares of its own, and none of a whole, is named between the whole and a figure: `89 percent of
    /// households, and the penetration of mobile broadband reached 96 percent`.
    pub(super) fn names_another_behind(
        &self,
        from: usize,
        of: usize,
        figure: &Figure,
        index: &Index,
    ) -> bool {
        let parted = self.figure_before(figure.range.start).is_some_and(|before| {
            is_part(before.kind)
                && before.range.end <= from
                && from <= figure.range.start
                && self.text[from..figure.range.start].contains(" and ")
        });
        self.lang == Lang::En
            && parted
            && (0..self.hits.len())
                .filter(|&at| {
                    from <= self.hits[at].range.start && self.hits[at].range.end <= figure.range.start
                })
                .any(|at| {
                    self.topic(at).is_some_and(|topic| {
                        index.has_share(topic) && !index.pairs(topic, of, Measure::Share)
                    })
                })
    }

    /// Whether a clause between a name and a figure turns to a part of an economy: `in industry, 17.0 percent`.
    pub(super) fn turns_to_a_sector(&self, hit: usize, figure: &Figure) -> bool {
        let (from, to) = (self.clause_at(self.hits[hit].range.start), self.clause_at(figure.range.start));
        self.clauses.get(from + 1..to).is_some_and(|between| {
            between.iter().any(|clause| self.opens_with_a_sector(clause.range.clone()))
        })
    }

    /// Whether a percentage says how much more or less something is than another: `3.8 percent more than a year earlier`.
    pub(super) fn is_more_than_another(&self, figure: &Figure) -> bool {
        const MORE: [&str; 6] =
            ["more than", "higher than", "lower than", "less than", "fewer than", "up on"];
        let behind = self.small_after(figure.range.end);
        self.lang == Lang::En && MORE.iter().any(|words| behind.starts_with(words))
    }
}
