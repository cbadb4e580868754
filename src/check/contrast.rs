//! Percentages that go on about what the one before them is: a year and its figure, and what a figure is compared with.
//!
//! 2016年贡献率达69.9%，2017年为55% tells of two contributions, `grew 6.7 percent in 2016, compared with 6.9 percent in 2015` of
//! two growths, and neither says it twice.

use std::ops::Range;

use super::names::What;
use super::scene::{Scene, is_part};
use super::words::Cue;
use crate::lang::Lang;
use crate::scan::Figure;

impl Scene<'_> {
    /// The percentage before one whose clause has a time and nothing else: 2017年为55%, `, and in 2018 34.8 percent`.
    pub(super) fn goes_on_from(&self, figure: &Figure, bounds: &Range<usize>) -> Option<&Figure> {
        let opening = bounds.start..figure.range.start;
        let within = |range: &Range<usize>| opening.start <= range.start && range.end <= opening.end;
        let told =
            |cue: Cue| matches!(cue, Cue::Share | Cue::Growth | Cue::Fall | Cue::Contribution | Cue::Average);
        // An English clause has no verb then.
        let bare = self.lang == Lang::Zh || {
            let time = self.times.iter().find(|time| within(&time.range));
            time.is_some_and(|time| {
                let around = [opening.start..time.range.start, time.range.end..opening.end];
                let [before, behind] = around.map(|part| self.small(part).trim().trim_matches(',').trim());
                matches!(before, "" | "and" | "and in" | "in" | "then" | "and then" | "and at" | "but in")
                    && behind.is_empty()
            })
        };
        let alone = bare
            && self.times.iter().any(|time| within(&time.range))
            && !self.hits.iter().any(|hit| within(&hit.range))
            && !self.marks.iter().any(|mark| within(&mark.range) && told(mark.cue))
            && self.strange(opening.clone()) == 0;
        let before = self.figure_before(figure.range.start)?;
        (alone && before.range.end <= opening.start && is_part(before.kind)).then_some(before)
    }

    /// The percentage that one in English is said to be what it is compared with: `6.7 percent in 2016, down from 6.9
    /// percent in 2015`, `46.9 percent, up from an initial estimate of 46.1 percent`.
    pub(super) fn compared_with_it(&self, figure: &Figure) -> Option<&Figure> {
        if self.lang != Lang::En {
            return None;
        }
        let before = self.figure_before(figure.range.start)?;
        let between = before.range.end..figure.range.start;
        let marked = self.marks.iter().rev().find(|mark| {
            mark.cue == Cue::From && between.start <= mark.range.start && mark.range.end <= between.end
        });
        // `6.9 percent, faster than the 6.7 percent of 2016`
        let than = || {
            let at = between.start + self.small(between.clone()).rfind(" than ")? + 1;
            Some(at..at + "than".len())
        };
        // `grew 20.9 percent in 2018, after 18.9 percent in 2016`
        let after = || {
            let at = self.range.start + self.small_before(between.end).len();
            self.small_before(between.end).ends_with(", after").then(|| at - "after".len()..at)
        };
        let from = marked.map(|mark| mark.range.clone()).or_else(than).or_else(after)?;
        let alike = is_part(before.kind) && is_part(figure.kind);
        if !alike || !self.is_bare(from.end..between.end) {
            return None;
        }
        // `up from`, `compared with`: no verb stands between, which would have a subject of its own.
        let led = self.text[between.start..from.start].trim_end();
        let words = led.rsplit(',').next().unwrap_or(led).trim();
        let opens = matches!(
            words,
            "" | "up"
                | "down"
                | "and"
                | "and up"
                | "and down"
                | "rising"
                | "falling"
                | "slowing"
                | "slowing down"
        ) || self.is_bare(between.start..from.start);
        (opens && !self.is_of_its_own(figure)).then_some(before)
    }

    /// Whether a stretch says no more than a time and small words.
    fn is_bare(&self, stretch: Range<usize>) -> bool {
        let named = |range: &Range<usize>| stretch.start < range.end && range.start < stretch.end;
        self.strange(stretch.clone()) == 0
            && !self.hits.iter().any(|hit| !matches!(hit.what, What::Home) && named(&hit.range))
            && !self.marks.iter().any(|mark| mark.cue != Cue::From && named(&mark.range))
    }

    /// Whether the words behind a percentage say what it is of: `compared with 6.2 percent for exports`.
    fn is_of_its_own(&self, figure: &Figure) -> bool {
        let rest = self.small_after(figure.range.end);
        let at = self.range.end - rest.len();
        let ends = [",", ";", "(", " and "];
        let clause = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
        let of = ["of ", "for ", "in ", "by ", "growth ", "increase ", "among "]
            .iter()
            .any(|word| rest.starts_with(word));
        of && (self.strange(at..at + clause) > 0
            || self.hits.iter().any(|hit| at <= hit.range.start && hit.range.end <= at + clause))
    }
}
