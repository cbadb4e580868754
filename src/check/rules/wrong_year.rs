//! The figure is that of another year.

use super::{Case, Cause, Rule};
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-year",
    severity: Severity::Error,
    summary: "the figure is that of another year",
    page: "\
Looks whether the figure is the right one of another year of the same subject. Either the year or the figure is
wrong; which of them, only the writer knows, so nothing is changed by `--fix`.

Wrong: China's digital economy reached 11 trillion yuan in 2016. (It did in 2012.)
Right: China's digital economy reached 22.58 trillion yuan in 2016.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    case.mention.period?;
    let other = case.other_times().find(|fact| case.is(fact))?;
    let title = format!("`{}` is the figure of {}", case.number, case.when(other));
    Some(Cause::new(title).right(case.right(), false).really(other))
}
