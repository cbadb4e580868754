//! The figure is that of a part of the time, or of a longer one.

use super::{Case, Cause, Rule, digits};
use crate::diagnostic::Severity;
use crate::period::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-period",
    severity: Severity::Error,
    summary: "the figure is that of a part of the time, or of a longer one",
    page: "\
Finds a figure that is not of the time said but of one that overlaps it: half a year for a year, an average of
ten years for one of them.

Wrong: The digital economy reached 16 trillion yuan in 2018. (It did in the first half.)
Right: The digital economy reached 31.3 trillion yuan in 2018.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    let period = case.mention.period.as_ref()?;
    if digits(case.said) < 2 {
        return None;
    }
    let deadline = |kind: Kind| matches!(kind, Kind::By(_) | Kind::Since(_) | Kind::Before(_));
    let other = case.other_times().find(|fact| {
        case.is(fact)
            && fact.period.as_ref().is_some_and(|other| {
                other.overlaps(period) && !deadline(other.kind()) && !deadline(period.kind())
            })
    })?;
    let title = format!("`{}` is the figure of {}", case.number, case.when(other));
    Some(Cause::new(title).right(case.right(), false).really(other))
}
