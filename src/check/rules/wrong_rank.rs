//! Another place in the order.

use super::{Case, Cause, Rule};
use crate::diagnostic::Severity;
use crate::quantity::Unit;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-rank",
    severity: Severity::Error,
    summary: "another place in the order",
    page: "\
Compares a rank with the fact's. Ranks are exact.

Wrong: China's digital economy ranked third in the world in 2016.
Right: China's digital economy ranked second in the world in 2016.",
    look: Some(look),
    strong: false,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    if !matches!((case.said.unit(), case.known.unit()), (Unit::Rank, Unit::Rank)) {
        return None;
    }
    let title = format!("`{}` is another rank than the base has", case.number);
    Some(Cause::new(title).right(case.right(), true))
}
