//! Which word near a percentage tells what it is.

use std::ops::Range;

use super::scene::{Scene, is_part};
use super::words::{Cue, Mark};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

impl Scene<'_> {
    /// The cue that tells what a percentage is.
    pub(super) fn part_cue(&self, figure: &Figure, clause: &Range<usize>) -> Option<Cue> {
        let last = self
            .figures_before(figure.range.start)
            .iter()
            .rev()
            .take_while(|other| other.range.start >= clause.start)
            // `grew three times as fast as GDP: 18.9 percent` goes on about the growth.
            .find(|other| other.kind != FigureKind::Multiple)
            .map(|other| other.range.end);
        let from = last.unwrap_or(clause.start);
        if let Some(of) = self.compared(figure, clause) {
            return of;
        }
        let tells =
            |cue: Cue| matches!(cue, Cue::Share | Cue::Growth | Cue::Fall | Cue::Contribution | Cue::Average);
        let before: Vec<_> = self
            .marks
            .iter()
            .filter(|mark| mark.range.start >= from && mark.range.end <= figure.range.start)
            .map(|mark| Mark { cue: self.cue_of(mark), range: mark.range.clone() })
            .collect();
        let nearest = before.iter().rev().find(|mark| tells(mark.cue));
        // `the economy slowed to 6.7 percent`: what slows is growth.
        let slows = self.lang == Lang::En
            && !before.iter().any(|mark| matches!(mark.cue, Cue::Share | Cue::Contribution))
            && self.is_slowing(clause.start..figure.range.start)
            && self.is_slowing(self.slowing_from(clause.start, figure)..figure.range.start);
        if slows && before.iter().any(|mark| matches!(mark.cue, Cue::To | Cue::From)) {
            return Some(Cue::Growth);
        }
        let to_after = |mark: &Mark| {
            before.iter().any(|to| {
                to.cue == Cue::To
                    && to.range.start >= mark.range.end
                    && matches!(
                        self.text[to.range.clone()].to_lowercase().as_str(),
                        "to" | "reach" | "到" | "至"
                    )
            })
        };
        // 占比平均为29.6%: an average of shares is a share.
        let nearest = nearest.map(|mark| {
            let shares = before.iter().rev().find(|share| {
                share.cue == Cue::Share
                    && self.text[share.range.end..mark.range.start.max(share.range.end)].trim().is_empty()
            });
            shares.filter(|_| mark.cue == Cue::Average && self.lang == Lang::Zh).unwrap_or(mark)
        });
        if let Some(mark) = nearest {
            let contributes = before.iter().any(|mark| mark.cue == Cue::Contribution);
            if contributes {
                return Some(Cue::Contribution);
            }
            let verb = matches!(mark.cue, Cue::Growth | Cue::Fall)
                && !self.text[mark.range.clone()].contains("rate")
                && !self.text[mark.range.clone()].contains("growth");
            // `rose to 30.3 percent`, `rose from 27.5 percent to`: the state, not the change; the share before it
            // tells.
            let from_after = before.iter().any(|from| {
                from.cue == Cue::From
                    && from.range.start >= mark.range.end
                    && self.text[from.range.end..figure.range.start].trim().is_empty()
                    && self.text[from.range.clone()].eq_ignore_ascii_case("from")
            });
            if verb && self.lang == Lang::En && (to_after(mark) || from_after) {
                let share = before.iter().any(|mark| mark.cue == Cue::Share);
                // `growth slowed down to 6.6 percent`: what falls is the growth.
                let growth = before.iter().any(|mark| {
                    let word = &self.text[mark.range.clone()];
                    mark.cue == Cue::Growth && (word.contains("growth") || word == "expansion")
                });
                return match (share, growth) {
                    (true, _) => Some(Cue::Share),
                    (false, true) => Some(Cue::Growth),
                    (false, false) => Some(Cue::To),
                };
            }
            return Some(mark.cue);
        }
        let end = self
            .figures_from(figure.range.end)
            .first()
            .map(|other| other.range.start)
            .filter(|&at| at < clause.end)
            .unwrap_or(clause.end);
        let after = self
            .marks
            .iter()
            .find(|mark| mark.range.start >= figure.range.end && mark.range.end <= end && tells(mark.cue));
        if let Some(mark) = after {
            let near = self.text[figure.range.end..mark.range.start].chars().count()
                <= if self.lang == Lang::En { 25 } else { 4 };
            if near {
                return Some(mark.cue);
            }
        }
        // 占比由2015年的27.5%升至30.3%: both ends of a change are of what it began with.
        let begun = self
            .marks
            .iter()
            .any(|mark| mark.cue == Cue::From && clause.start <= mark.range.start && mark.range.end <= from);
        if before.iter().any(|mark| mark.cue == Cue::To) && !(self.lang == Lang::Zh && begun) {
            return Some(Cue::To);
        }
        // `grew 30 and 45 percent`: the cue of the figure before holds on.
        if last.is_some() {
            let previous = self
                .figures_before(figure.range.start)
                .iter()
                .rev()
                .find(|other| is_part(other.kind))
                .filter(|other| other.range.start >= clause.start)?;
            return self.part_cue(previous, clause);
        }
        // 增长30%、45%: so it does over a comma, when nothing stands between.
        let previous = self.figures_before(clause.start).iter().rev().find(|other| is_part(other.kind))?;
        let joined =
            self.text[clause.start..figure.range.start].trim().trim_start_matches("and").trim().is_empty();
        let bounds = self.clauses.get(self.clause_at(previous.range.start))?.range.clone();
        if joined { self.part_cue(previous, &bounds) } else { None }
    }

    /// Whether a stretch has a verb of what slows.
    fn is_slowing(&self, range: Range<usize>) -> bool {
        self.small(range).split(|c: char| !c.is_ascii_alphabetic()).any(|word| SLOWING.contains(&word))
    }

    /// Where the words begin that tell what slows: `from 10.4 percent in 2010 to 9.3 percent in 2011` is one way down.
    fn slowing_from(&self, clause: usize, figure: &Figure) -> usize {
        let mut from = clause;
        for other in &self.figures {
            if clause <= other.range.start && other.range.end <= figure.range.start {
                let next = self.figures_from(other.range.end).first().unwrap_or(figure);
                let on = self.text[other.range.end..next.range.start].trim_start();
                // `6.7 percent in 2016 from 6.9 percent`, `… to 9.3 percent`
                let on = self.times.iter().fold(on, |on, time| {
                    on.strip_prefix("in ")
                        .unwrap_or(on)
                        .strip_prefix(&self.text[time.range.clone()])
                        .unwrap_or(on)
                });
                if !is_part(other.kind)
                    || !["to ", "from "].iter().any(|word| on.trim_start().starts_with(word))
                {
                    from = other.range.end;
                }
            }
        }
        from
    }

    /// What a cue tells: `the estimate of GDP growth` is one of growth, `the share of GDP growth` of a contribution to it.
    fn cue_of(&self, mark: &Mark) -> Cue {
        let of_growth = mark.cue == Cue::Contribution && self.small(mark.range.clone()).starts_with("of ");
        let parts = ["share", "proportion", "percentage", "percent", "part", "portion", "ratio", "%"];
        let before = self.small_before(mark.range.start);
        let end = self.range.start + before.len();
        let part = parts.iter().any(|part| before.ends_with(part))
            || self.figures.iter().any(|figure| figure.range.end == end);
        if of_growth && !part { Cue::Growth } else { mark.cue }
    }

    /// Of a figure that another is compared with (比2015年的27.5%, `from 27.5 percent`), the cue of the other.
    fn compared(&self, figure: &Figure, clause: &Range<usize>) -> Option<Option<Cue>> {
        if self.lang != Lang::Zh {
            return None;
        }
        let from = self
            .marks
            .iter()
            .rev()
            .find(|mark| mark.range.start >= clause.start && mark.range.end <= figure.range.start)?;
        let text = &self.text[from.range.clone()];
        let between = self.text[from.range.end..figure.range.start].trim_end_matches('的');
        let time = between.chars().all(|c| c.is_ascii_digit() || "年月日上去末底".contains(c));
        if !matches!(text, "比" | "较" | "較") || !time {
            return None;
        }
        let before = self.figures_before(from.range.start).iter().rev().find(|other| is_part(other.kind));
        Some(before.and_then(|before| {
            let bounds = self.clauses.get(self.clause_at(before.range.start))?.range.clone();
            self.part_cue(before, &bounds)
        }))
    }
}

/// Verbs of which growth is the subject, or an economy that grows.
const SLOWING: [&str; 10] = [
    "eased",
    "easing",
    "slowed",
    "slows",
    "slow",
    "slowing",
    "decelerated",
    "decelerating",
    "cooled",
    "moderated",
];
