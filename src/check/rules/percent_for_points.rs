//! Percent and percentage points are mixed up.

use super::{Case, Cause, Rule};
use crate::diagnostic::Severity;
use crate::quantity::Unit;

pub(in crate::check) static RULE: Rule = Rule {
    code: "percent-for-points",
    severity: Severity::Error,
    summary: "percent and percentage points are mixed up",
    page: "\
Finds a share or growth that is given in percentage points, and a difference of shares that is given in percent.

A share that rises from 27.5 to 30.3 percent rises by 2.8 percentage points, but by 10.2 percent. Per mille for
percent is found by the same rule.

Wrong: It accounted for 30.3 percentage points of GDP.
Right: It accounted for 30.3 percent of GDP.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    let (wrong, meant) = match (case.said.unit(), case.known.unit()) {
        (Unit::PercentagePoint, Unit::Percent) => ("percentage points", "percent"),
        (Unit::Percent, Unit::PercentagePoint) => ("percent", "percentage points"),
        _ => return None,
    };
    if !case.rounds_to(case.known.value()) {
        return None;
    }
    let title = format!("`{}` is in {wrong}, but {meant} are meant", case.number);
    let digits = case.said.written().significant_digits();
    let right = crate::check::fix::fresh(case.said.value(), digits, case.known.unit(), case.lang);
    let right = if case.lang == crate::lang::Lang::En { right.replace('%', "percent") } else { right };
    let right = right.replace("  ", " ");
    Some(Cause::new(title).right(right, true))
}
