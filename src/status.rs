//! How a target stands: judged by the outcomes of the base, never typed in.
//!
//! An outcome counts when it is about the target's topic or one within it, with the same measure, whole and
//! place. A target without a bound word is a floor: `95 %` is met by whatever rounds to 95 or is more. A bound
//! is taken at its word: `98 %` neither meets nor misses `more than 98 %`, and the status says undecided.
//! How early is counted in whole months from the outcome's day to the first day after the deadline.

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact};
use crate::period::{self, Period};
use crate::quantity::{Bound, Interval, Qualifier, Quantity, Unit};

/// How a target stands on a day, and the outcomes that say so.
#[derive(Debug, Clone)]
pub struct Judgement<'b> {
    /// How it stands.
    pub status: Status,
    /// The outcomes that count, by day.
    pub outcomes: Vec<Tested<'b>>,
    /// The outcome that decided, as a position among `outcomes`.
    pub decided_by: Option<usize>,
}

/// An outcome held against a target.
#[derive(Debug, Clone, Copy)]
pub struct Tested<'b> {
    /// The outcome.
    pub fact: &'b Fact,
    /// What it says of the target.
    pub finding: Finding,
}

/// What an outcome says of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// The target is reached.
    Meets,
    /// The target is not reached.
    Fails,
    /// The outcome as written can be on either side of the target.
    Either,
    /// The outcome is not up to the target, but it is of a part of what the target is about.
    Part,
}

/// How a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Its deadline is still to come and no outcome meets it yet.
    Open,
    /// Met by the deadline.
    Met {
        /// Whole months before the deadline's end: at least and at most (an outcome of a month or a year
        /// gives a range). Zero and zero is "in time".
        early: (u32, u32),
    },
    /// Not met at the deadline, met after it.
    MetLate,
    /// Not met at the deadline, and no later outcome meets it.
    Missed,
    /// The outcomes do not decide.
    Undecided,
    /// The deadline has passed and the base has no outcome for it.
    NoOutcome,
}

impl Status {
    /// The stable name of the status, for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met { .. } => "met",
            Self::MetLate => "met-late",
            Self::Missed => "missed",
            Self::Undecided => "undecided",
            Self::NoOutcome => "no-outcome",
        }
    }
}

/// Judges a target by what was known on a day.
///
/// `today` is the day the deadline is compared with; outcomes published later than it do not count.
#[must_use]
pub fn judge<'b>(base: &'b Base, target: &Fact, today: NaiveDate) -> Judgement<'b> {
    let (Some(value), Some(period)) = (&target.value, &target.period) else {
        return Judgement { status: Status::Undecided, outcomes: Vec::new(), decided_by: None };
    };
    let goal = goal(value);
    let outcomes: Vec<Tested<'_>> = base
        .outcomes_for(target)
        .into_iter()
        .filter(|fact| counts(base, target, fact) && known(base, fact, today))
        .map(|fact| {
            let found = fact.interval().map_or(Finding::Either, |interval| finding(&goal, &interval));
            // Who has fibre has broadband, but who has no fibre may have it all the same.
            let is_part = fact.topic != target.topic;
            let other_basis = matches!((fact.basis, target.basis), (Some(one), Some(other)) if one != other);
            let finding = match found {
                _ if other_basis => Finding::Either,
                Finding::Fails if is_part => Finding::Part,
                found => found,
            };
            Tested { fact, finding }
        })
        .collect();
    let deadline = period.last();
    let (status, decided_by) = decide(&outcomes, period, deadline, today);
    Judgement { status, outcomes, decided_by }
}

fn decide(
    outcomes: &[Tested<'_>],
    period: &Period,
    deadline: Option<NaiveDate>,
    today: NaiveDate,
) -> (Status, Option<usize>) {
    let Some(deadline) = deadline else { return (Status::Undecided, None) };
    let in_time = |tested: &Tested<'_>| last_day(tested.fact).is_some_and(|day| day <= deadline);
    // A target is met when it first is; a later dip is news of its own.
    if let Some(at) = outcomes.iter().position(|tested| tested.finding == Finding::Meets && in_time(tested)) {
        let early = outcomes[at]
            .fact
            .period
            .as_ref()
            .and_then(|outcome| period::months_early(outcome, period))
            .unwrap_or((0, 0));
        return (Status::Met { early }, Some(at));
    }
    if today <= deadline {
        return (Status::Open, None);
    }
    let at_or_after = |tested: &Tested<'_>| last_day(tested.fact).is_some_and(|day| day >= deadline);
    let failed = outcomes.iter().position(|tested| tested.finding == Finding::Fails && at_or_after(tested));
    let met = outcomes.iter().position(|tested| tested.finding == Finding::Meets);
    match (failed, met) {
        (Some(failed), Some(met)) if failed < met => (Status::MetLate, Some(met)),
        // Met after the deadline, and nothing tells how it was then; a later dip does not either.
        (_, Some(met)) => (Status::Undecided, Some(met)),
        (Some(failed), None) => (Status::Missed, Some(failed)),
        _ if outcomes.iter().any(|tested| tested.finding == Finding::Either) => (Status::Undecided, None),
        _ => (Status::NoOutcome, None),
    }
}

fn last_day(fact: &Fact) -> Option<NaiveDate> {
    fact.period.as_ref().and_then(Period::last)
}

/// Whether an outcome of a target's topic, measure and whole is one that it is judged by.
fn counts(base: &Base, target: &Fact, fact: &Fact) -> bool {
    // What was so before the time a target is for does not test it: growth of 2012, a target for 2017.
    let begins = target.period.and_then(|period| period.first());
    base.place_of(fact) == base.place_of(target)
        && begins.is_none_or(|begins| last_day(fact).is_some_and(|day| day >= begins))
        && match (&fact.value, &target.value) {
            (Some(one), Some(other)) => {
                one.unit().dimension() == other.unit().dimension()
                    && one.unit().currency() == other.unit().currency()
            }
            _ => false,
        }
}

/// Whether a fact was known on a day.
#[must_use]
pub fn known(base: &Base, fact: &Fact, day: NaiveDate) -> bool {
    fact.known_since(base).is_none_or(|since| since <= day)
}

/// The values that reach a target: a plain figure is a floor, a bound is itself.
fn goal(value: &Quantity) -> Interval {
    let interval = value.interval();
    if *value.unit() == Unit::Rank {
        // A place in an order is reached by that place or a better one.
        return Interval::new(Bound::Unbounded, interval.high().clone())
            .expect("nothing lies below an open end");
    }
    match value.qualifier() {
        Qualifier::None | Qualifier::About | Qualifier::Nearly => {
            Interval::new(interval.low().clone(), Bound::Unbounded).expect("nothing lies beyond an open end")
        }
        _ => interval.clone(),
    }
}

/// What values say of a target with that value.
#[must_use]
pub fn test(target: &Quantity, values: &Interval) -> Finding {
    finding(&goal(target), values)
}

fn finding(goal: &Interval, values: &Interval) -> Finding {
    if goal.contains_interval(values) {
        Finding::Meets
    } else if goal.overlaps(values) {
        Finding::Either
    } else {
        Finding::Fails
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::facts;

    /// A base with one target and outcomes, each as value and period.
    fn base(target: (&str, &str), outcomes: &[(&str, &str, &str)]) -> Base {
        let mut text = format!(
            r#"
            [base]
            title = "A target"
            article = "plan"

            [[source]]
            id = "plan"
            type = "report"
            title = "Plan"
            date = 2013-08-17

            [[topic]]
            id = "broadband"
            names = {{ en = ["broadband"] }}

            [[topic]]
            id = "fibre"
            within = "broadband"
            names = {{ en = ["fibre"] }}

            [[fact]]
            id = "target"
            kind = "target"
            topic = "broadband"
            measure = "share"
            value = "{}"
            period = "{}"
            "#,
            target.0, target.1
        );
        for (number, (topic, value, period)) in outcomes.iter().enumerate() {
            text += &format!(
                "[[fact]]\nid = \"outcome-{number}\"\nkind = \"outcome\"\ntopic = \"{topic}\"\nmeasure = \"share\"\n\
                 value = \"{value}\"\nperiod = \"{period}\"\npublished = 2014-01-01\n"
            );
        }
        facts::read(Document::new("target.toml", text)).unwrap()
    }

    fn status(target: (&str, &str), outcomes: &[(&str, &str, &str)], today: &str) -> &'static str {
        let base = base(target, outcomes);
        let status = judge(&base, base.fact("target").unwrap(), today.parse().unwrap()).status;
        status.name()
    }

    #[test]
    fn a_target_without_an_outcome_is_open_until_its_deadline() {
        let target = ("more than 98 %", "by 2020");
        assert_eq!(status(target, &[], "2020-12-31"), "open");
        assert_eq!(status(target, &[], "2021-01-01"), "no-outcome");
        assert_eq!(status(target, &[("broadband", "91 %", "end 2013")], "2018-01-21"), "open");
        assert_eq!(status(target, &[("broadband", "91 %", "end 2013")], "2022-01-01"), "no-outcome");
    }

    #[test]
    fn an_outcome_up_to_the_deadline_meets_it() {
        let target = ("more than 98 %", "by 2020");
        assert_eq!(status(target, &[("broadband", "99 %", "as of 2020-12-31")], "2022-01-01"), "met");
        assert_eq!(status(target, &[("broadband", "99 %", "as of 2019-08-01")], "2022-01-01"), "met");
        assert_eq!(status(target, &[("fibre", "99 %", "as of 2019-08-01")], "2022-01-01"), "met");
    }

    #[test]
    fn early_is_counted_in_whole_months() {
        let base = base(("more than 98 %", "by 2020"), &[("fibre", "over 98 %", "as of 2019-08-01")]);
        let judged = judge(&base, base.fact("target").unwrap(), "2022-01-01".parse().unwrap());
        assert_eq!(judged.status, Status::Met { early: (17, 17) });
        assert_eq!(judged.outcomes[judged.decided_by.unwrap()].fact.id, "outcome-0");
    }

    #[test]
    fn a_bound_is_taken_at_its_word_and_a_plain_figure_is_a_floor() {
        let over = ("more than 98 %", "by 2020");
        assert_eq!(status(over, &[("broadband", "98 %", "end 2020")], "2022-01-01"), "undecided");
        assert_eq!(status(over, &[("broadband", "98.0 %", "end 2020")], "2022-01-01"), "undecided");
        assert_eq!(status(over, &[("broadband", "97 %", "end 2020")], "2022-01-01"), "missed");
        let plain = ("95 %", "by 2015");
        assert_eq!(status(plain, &[("broadband", "95 %", "end 2015")], "2022-01-01"), "met");
        assert_eq!(status(plain, &[("broadband", "99 %", "end 2015")], "2022-01-01"), "met");
        assert_eq!(status(plain, &[("broadband", "94 %", "end 2015")], "2022-01-01"), "missed");
    }

    #[test]
    fn what_comes_after_the_deadline_is_late_or_undecided() {
        let target = ("95 %", "by 2015");
        let late = [("broadband", "93 %", "end 2015"), ("broadband", "96 %", "end 2017")];
        assert_eq!(status(target, &late, "2022-01-01"), "met-late");
        assert_eq!(status(target, &[("broadband", "96 %", "end 2017")], "2022-01-01"), "undecided");
    }

    #[test]
    fn a_part_that_falls_short_says_nothing_of_the_whole() {
        let target = ("more than 98 %", "by 2020");
        assert_eq!(status(target, &[("fibre", "70 %", "end 2020")], "2022-01-01"), "no-outcome");
    }

    #[test]
    fn what_was_not_known_yet_does_not_count() {
        let base = base(("95 %", "by 2015"), &[("broadband", "96 %", "end 2012")]);
        let on = |day: &str| judge(&base, base.fact("target").unwrap(), day.parse().unwrap()).status.name();
        assert_eq!(on("2013-12-31"), "open");
        assert_eq!(on("2014-01-01"), "met");
    }
}
