//! The base says something else.

use super::{Case, Cause, Rule};
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-figure",
    severity: Severity::Error,
    summary: "the base says something else",
    page: "\
The figure fits no fact of its subject and time, in no publication and by no compiler, and no likelier cause was
found.

Wrong: China's digital economy reached 47.94 trillion yuan in 2021.
Right: China's digital economy reached 45.5 trillion yuan in 2021.",
    look: Some(look),
    strong: false,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    if !case.comparable() {
        return None;
    }
    let title = format!("`{}` is not what the base has", case.number);
    Some(Cause::new(title).right(case.right(), false))
}
