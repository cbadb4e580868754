//! The figure is of another whole, measure or subject.

use super::{Case, Cause, Rule};
use crate::check::index::same_time;
use crate::diagnostic::Severity;
use crate::facts::model::{Fact, Measure};
use crate::lang::Lang;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-whole",
    severity: Severity::Error,
    summary: "the figure is of another whole, measure or subject",
    page: "\
Looks whether the figure is a right one of the same topic and time, but of another whole or measure: a contribution
to growth given as a share of GDP, the share of administrative villages given as one of the rural population.

Wrong: The digital economy accounted for 69.9 percent of GDP in 2016. (It contributed that to GDP's growth.)
Right: The digital economy accounted for 30.3 percent of GDP in 2016.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    let percent = |fact: &&&Fact| {
        matches!(fact.measure, Some(Measure::Share | Measure::Contribution | Measure::Growth))
    };
    let other_subject = |fact: &&&Fact| (fact.measure, &fact.whole) != (case.fact.measure, &case.fact.whole);
    let time = |fact: &&&Fact| match &case.mention.period {
        Some(period) => same_time(fact, period),
        None => fact.period == case.fact.period,
    };
    let digits = super::digits(case.said);
    let other = case
        .topic
        .iter()
        .filter(percent)
        .filter(other_subject)
        .filter(|fact| fact.place == case.fact.place)
        .filter(time)
        .find(|fact| case.is(fact) && digits >= 2)?;
    let title = format!("`{}` is of something else: {}", case.number, case.base.subject(other, Lang::En));
    Some(Cause::new(title).right(case.right(), false).really(other))
}
