//! Whether a cause is proof enough to be said: words between topic and figure, a time nobody named, another
//! revision or compiler can all be why a figure is not what the base has.

use chrono::Months;

use super::index::is_of_a_year;
use super::judge::{Held, Judge};
use super::mention::Mention;
use super::rules::{self, Rule};
use crate::facts::model::{Fact, Kind as FactKind, Measure, Vintage};
use crate::period::{Kind as When, Length, Period};
use crate::quantity::{Exact, Unit};
use crate::scan::Figure;

/// In days. What stood so long ago need not be what stands now.
const HALF_A_YEAR: i64 = 180;

impl Judge<'_> {
    /// Whether a cause is proof enough to be said.
    pub(super) fn may_say(
        &self,
        rule: &Rule,
        figure: &Figure,
        mention: &Mention,
        doubtful: bool,
        attributed: bool,
        timed: &[&Held<'_>],
    ) -> bool {
        let many = rules::digits(&figure.quantity) >= 3;
        let bound = figure.quantity.qualifier().is_bound() && rules::digits(&figure.quantity) >= 2;
        // Four digits of which one is off prove the subject as well as the right ones would.
        let slip = matches!(rule.code, "changed-digit" | "cut-off") && rules::digits(&figure.quantity) >= 4;
        if doubtful {
            return (mention.near || many)
                && (rule.strong && (many || bound && rule.code == "reversed-bound") || slip)
                && !mention.other_kind;
        }
        // Whoever counted, a thousand times more is no other counting.
        let scale =
            matches!(rule.code, "wrong-magnitude" | "wrong-currency") && rules::digits(&figure.quantity) >= 2;
        if attributed && !(rule.strong && many) && !scale {
            return false;
        }
        // 电子商务研究中心称，网络零售7.17万亿元: whoever counts for himself comes near to what others counted.
        let near = |one: &&Held<'_>| {
            one.fact.value.as_ref().is_some_and(|known| {
                let off = (known.value() - figure.quantity.value()).abs();
                off * Exact::from(50i64) < known.value().abs()
            })
        };
        if attributed && rule.code == "changed-digit" && !slip && timed.iter().any(near) {
            return false;
        }
        // What is spent on something need not be the whole investment in it.
        if mention.paraphrase && (rule.code == "wrong-figure" || rule.code == "changed-digit" && !many) {
            return false;
        }
        if rule.code == "wrong-figure" && self.follows_from_levels(figure, mention) {
            return false;
        }
        // By how much a figure was raised once: it may have been raised again, and it grew besides.
        let of_a_change =
            |one: &&Held<'_>| one.subject.measure == Measure::Change && one.fact.kind == FactKind::Figure;
        if rule.code == "wrong-figure" && timed.iter().all(of_a_change) {
            return false;
        }
        if self.may_be_unlisted(rule, figure, mention, timed) || self.may_be_raised(rule, figure, timed) {
            return false;
        }
        // What was so on a day of a year was not so all year.
        let of_a_year =
            |period: Period| matches!(period.kind(), When::During(at) if at.length() == Length::Year);
        if mention.period.is_some_and(of_a_year)
            && timed.iter().all(|one| {
                one.fact.period.is_some_and(|of| {
                    matches!(of.kind(), When::AsOf(_))
                        || one.fact.kind == FactKind::Outcome && of.precision() > Length::Year
                })
            })
            && !(rule.strong && many)
            && !slip
            && !(scale && (rule.code == "wrong-currency" || self.far_from_all(figure, timed)))
        {
            return false;
        }
        // Nor what was so in a month all its quarter.
        if rule.code == "wrong-figure"
            && mention.period.is_some_and(|period| {
                timed.iter().all(|one| {
                    one.fact.kind == FactKind::Outcome
                        && one.fact.period.is_some_and(|of| of.precision() > period.precision())
                })
            })
        {
            return false;
        }
        // Nor what was so on a day of it at its end: 到2019年底 of what was counted in August.
        let at_its_end = mention.period.filter(|period| matches!(period.kind(), When::By(_) | When::End(_)));
        let grows = matches!(rule.code, "wrong-figure" | "changed-digit");
        if grows
            && at_its_end.is_some_and(|end| {
                let mut counted = timed.iter().filter(|one| one.fact.kind == FactKind::Outcome).peekable();
                counted.peek().is_some()
                    && counted.all(|one| one.fact.period.is_some_and(|of| of.last() < end.last()))
            })
        {
            return false;
        }
        let far = scale && rule.code == "wrong-magnitude" && self.far_from_all(figure, timed);
        let telling = rule.strong && many || slip || far;
        if mention.unknown_time && !telling {
            return false;
        }
        // `130,000 villages with 60,000 base stations`: a count without a time, and far from the base's, is of some of them.
        let some = || {
            matches!(figure.quantity.unit(), Unit::Number | Unit::Count(_))
                && timed.iter().filter_map(|one| one.fact.value.as_ref()).all(|known| {
                    let (said, known) = (figure.quantity.value(), known.value());
                    said * &Exact::from(2i64) < *known
                })
        };
        if mention.period.is_none() && rule.code == "wrong-figure" && some() {
            return false;
        }
        if mention.period.is_none() {
            // Without a time: what it clearly resembles, or the subject's only value.
            let one_value = timed.iter().filter(|one| one.fit.is_some()).all(|one| {
                one.fact.value.as_ref().map(|value| value.value())
                    == timed
                        .iter()
                        .find(|one| one.fit.is_some())
                        .and_then(|first| first.fact.value.as_ref())
                        .map(|value| value.value())
            });
            return match rule.code {
                // What is said without a time may be of another year than a fact's own.
                "wrong-figure" => {
                    one_value
                        && !timed.iter().all(|one| is_of_a_year(one.fact) || self.may_have_grown(figure, one))
                }
                // How many there are changes from month to month: three digits of it are another month's as well.
                "changed-digit" => {
                    let counted = matches!(figure.quantity.unit(), Unit::Number | Unit::Count(_));
                    many && (!counted || slip) || one_value
                }
                "cut-off" => many,
                "reversed-bound" => figure.quantity.qualifier().is_bound(),
                "wrong-magnitude" if self.far_from_all(figure, timed) => true,
                "wrong-magnitude" | "wrong-currency" => rules::digits(&figure.quantity) >= 2 || one_value,
                // What it would be in the other currency is another year's figure as well as not.
                "impossible-dollars" => mention.beside.is_some() || self.is_one_value_of_no_year(timed),
                _ => true,
            };
        }
        // A time that was inferred for the fact proves less.
        if timed.iter().all(|one| one.fact.inferred) && rule.code == "wrong-figure" {
            return mention.near;
        }
        true
    }

    /// Whether a goal may be one that was set anew: more than a year later, a point or two higher.
    fn may_be_raised(&self, rule: &Rule, figure: &Figure, timed: &[&Held<'_>]) -> bool {
        let weak =
            matches!(rule.code, "changed-digit" | "wrong-figure") && rules::digits(&figure.quantity) < 3;
        let Some(day) = self.day.filter(|_| weak && figure.quantity.unit() == &Unit::Percent) else {
            return false;
        };
        let raised = |one: &&Held<'_>| {
            let since =
                one.fact.known_since(self.base).and_then(|since| since.checked_add_months(Months::new(12)));
            let over = one.fact.value.as_ref().map(|known| figure.quantity.value() - known.value());
            one.fact.kind == FactKind::Target
                && since.is_some_and(|since| since < day)
                && over.is_some_and(|over| over > Exact::ZERO && over <= Exact::from(2u32))
        };
        timed.iter().any(raised)
    }

    /// Whether the base knows of revisions in a series.
    pub(super) fn has_revisions(&self, timed: &[&Held<'_>]) -> bool {
        timed.iter().any(|one| {
            self.index
                .of_topic(one.subject.topic)
                .any(|fact| matches!(fact.vintage, Some(Vintage::Final | Vintage::Revised)))
        })
    }

    /// Whether a fact is a first publication of which the base knows the next one, and that came after the draft's day:
    /// then no other can have been meant.
    fn is_yet_to_be_revised(&self, one: &Held<'_>) -> bool {
        let Some(day) = self.day.and_then(|day| day.succ_opt()) else { return false };
        let since = |fact: &Fact| fact.known_since(self.base);
        let first = one.fact.vintage == Some(Vintage::Preliminary)
            && since(one.fact).is_some_and(|since| since <= day);
        // An amount and its growth are revised together, whichever of them the base has anew.
        let mut next = self
            .index
            .of_topic(one.subject.topic)
            .filter(|next| {
                next.period == one.fact.period
                    && matches!(next.vintage, Some(Vintage::Final | Vintage::Revised))
            })
            .peekable();
        first && next.peek().is_some() && next.all(|next| since(next).is_some_and(|since| since > day))
    }

    /// Whether a figure without a time is more than was counted long before the draft's day: it may have grown since.
    fn may_have_grown(&self, figure: &Figure, one: &Held<'_>) -> bool {
        let counted = one.fact.period.filter(|_| one.fact.kind != FactKind::Target).and_then(|of| of.last());
        let Some((day, counted)) = self.day.zip(counted) else { return false };
        let more = one.fact.value.as_ref().is_some_and(|value| figure.quantity.value() > value.value());
        more && (day - counted).num_days() > HALF_A_YEAR
    }

    /// Whether the facts, in whichever unit, are one number, and that not of a year.
    fn is_one_value_of_no_year(&self, timed: &[&Held<'_>]) -> bool {
        let number = |one: &&Held<'_>| one.fact.value.as_ref().map(|value| value.value().clone());
        timed.iter().all(|one| number(one) == timed.first().and_then(number))
            && !timed.iter().all(|one| is_of_a_year(one.fact))
    }

    /// Whether a figure may be one that the base does not list: another revision of a series that is revised, or
    /// another compiler's of a subject that compilers count apart.
    fn may_be_unlisted(&self, rule: &Rule, figure: &Figure, mention: &Mention, timed: &[&Held<'_>]) -> bool {
        let said = figure.quantity.value();
        let plain: Vec<(&Fact, &Exact)> = timed
            .iter()
            .filter(|one| one.fit.is_some())
            .filter_map(|one| one.fact.value.as_ref().map(|value| (one.fact, value)))
            .filter(|(_, value)| !value.qualifier().is_bound())
            .map(|(fact, value)| (fact, value.value()))
            .collect();
        if matches!(rule.code, "wrong-figure" | "changed-digit" | "wrong-year" | "wrong-period") {
            let revised = timed.iter().any(|one| {
                self.index
                    .of_topic(one.subject.topic)
                    .any(|fact| matches!(fact.vintage, Some(Vintage::Final | Vintage::Revised)))
                    && !self.is_yet_to_be_revised(one)
            });
            // GDP moves by some two hundredths from census to census, less once it was verified, and its growth by a
            // tenth of a point or two.
            let settled =
                timed.iter().any(|one| matches!(one.fact.vintage, Some(Vintage::Final | Vintage::Revised)));
            let parts = if settled { 66i64 } else { 50 };
            let other_year = matches!(rule.code, "wrong-year" | "wrong-period");
            let tenths = if other_year { 1i64 } else { 2 };
            let near = |known: &Exact| {
                let off = (said - known).abs();
                match figure.quantity.unit() {
                    Unit::Percent => off <= Exact::pow10(-1) * Exact::from(tenths),
                    _ => off * Exact::from(parts) <= known.abs(),
                }
            };
            // With four digits and more, one slip is a slip: revisions change more of them.
            let slip = rule.code == "changed-digit" && rules::digits(&figure.quantity) >= 4;
            // Whoever has the level of one publication beside it has its growth of the same.
            let published_beside = plain.iter().any(|(fact, _)| {
                let mut beside = mention.company.iter().filter_map(|id| self.base.fact(id));
                fact.vintage.is_some() && beside.any(|other| other.vintage == fact.vintage)
            });
            let revised = revised && !published_beside;
            if revised && !slip && plain.iter().any(|(_, known)| near(known)) {
                return true;
            }
        }
        // 30.6% of a fact of 30%: a source may have cut off what another rounds.
        let coarser = |fact: &Fact| {
            fact.value.as_ref().is_some_and(|known| {
                known.written().last_place() > figure.quantity.written().last_place()
                    && (said - known.value()).abs() < known.written().last_place()
            })
        };
        // Where the base has it as finely as it is said, it is known how it rounds.
        let as_fine = |fact: &Fact| {
            fact.value
                .as_ref()
                .is_some_and(|known| known.written().last_place() <= figure.quantity.written().last_place())
        };
        if matches!(rule.code, "wrong-figure" | "changed-digit")
            && plain.iter().any(|(fact, _)| coarser(fact))
            && !plain.iter().any(|(fact, _)| as_fine(fact))
        {
            return true;
        }
        // `over 1 trillion` is a count as well as 638.8 billion.
        let apart = || {
            let facts = || timed.iter().filter_map(|one| Some((one.fact, one.fact.value.as_ref()?)));
            facts().any(|(one, value)| {
                facts().any(|(other, known)| {
                    let off = (value.value() - known.value()).abs() * Exact::from(10i64);
                    one.by != other.by && value.unit() == known.unit() && off > known.value().abs()
                })
            })
        };
        // Money in another currency with nothing beside it that it converts may be of any of their counts.
        if rule.code == "impossible-dollars" && mention.beside.is_none() && apart() {
            return true;
        }
        if rule.code == "wrong-figure" {
            // Far outside all that is known it is no compiler's.
            let low = plain.iter().all(|(_, known)| said * &Exact::from(5i64) < *known * &Exact::from(4i64));
            let high = plain.iter().all(|(_, known)| said * &Exact::from(4i64) > *known * &Exact::from(5i64));
            return !plain.is_empty() && !low && !high && apart();
        }
        false
    }

    /// Whether a figure is a hundred times off every fact of its subject.
    pub(super) fn far_from_all(&self, figure: &Figure, held: &[&Held<'_>]) -> bool {
        let size = figure.quantity.value().magnitude();
        held.iter().filter(|one| one.fit.is_some()).all(|one| {
            let known = one.fact.value.as_ref().and_then(|value| value.value().magnitude());
            matches!((size, known), (Some(one), Some(other)) if one.abs_diff(other) >= 2)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::NaiveDate;

    use crate::check::Checker;
    use crate::document::Document;
    use crate::scan::Draft;

    fn faults(text: &str, day: &str) -> usize {
        let base = crate::facts::embedded();
        let mut draft = Draft::new(Arc::new(Document::new("draft.md", text)));
        draft.day = day.parse::<NaiveDate>().ok();
        let report = Checker::new(&base).check(&draft);
        report.findings.iter().filter(|finding| finding.issue.is_some()).count()
    }

    #[test]
    fn a_goal_may_be_raised_after_a_year() {
        assert_eq!(faults("确保2020年底前贫困村通宽带比例超过99%。", "2020-05-18"), 0);
        assert_eq!(faults("确保2020年底前贫困村通宽带比例超过89%。", "2020-05-18"), 1);
        assert_eq!(faults("确保2020年底前贫困村通宽带比例超过99%。", "2018-08-01"), 1);
    }

    #[test]
    fn a_month_that_took_over_its_year_may_be_of_another() {
        let told = "China's internet penetration rate rose from 53.2 percent in 2016 to 67 percent by June.";
        assert_eq!(faults(told, "2020-11-24"), 0);
        assert_eq!(faults(told, "2016-11-24"), 1);
    }

    #[test]
    fn what_came_of_a_goal_is_not_held_against_it() {
        let told = "到2015年底，行政村通宽带比例达到94%。";
        assert_eq!(faults(told, "2016-03-01"), 0);
        assert_eq!(faults(told, "2014-03-01"), 1);
        assert_eq!(faults("到2015年底，我国固定宽带用户2.1亿户。", "2016-03-01"), 0);
        let plan = "意见提出，2015年网络建设投资超过4300亿元";
        assert_eq!(faults(&format!("{plan}，实际完成4539亿元。"), "2016-03-01"), 0);
        assert_eq!(faults("意见提出，2015年网络建设投资超过4600亿元。", "2016-03-01"), 1);
    }
}
