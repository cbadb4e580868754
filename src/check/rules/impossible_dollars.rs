//! No day's exchange rate gives the amount.

use super::{Case, Cause, Rule};
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "impossible-dollars",
    severity: Severity::Error,
    summary: "no day's exchange rate gives the amount",
    page: "\
Holds an amount in a foreign currency against the fact in its own: the official average of the period and every
daily rate from its beginning to the draft's day; yuan also at the central bank's parity, which is two percent off the
market's rate at most. What fits any of them is right. What fits none cannot be.

Wrong: GDP was 74.36 trillion yuan (7.52 trillion dollars) in 2016. (That would be 9.89 yuan a dollar.)
Right: GDP was 74.36 trillion yuan (11.2 trillion dollars) in 2016.",
    look: Some(look),
    strong: false,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    let why = case.impossible.as_ref()?;
    let title = format!("`{}` is what no exchange rate of the time gives", case.number);
    let mut cause = Cause::new(format!("{title}: {}", why.need));
    if case.comparable() {
        cause = cause.right(case.right(), false);
    }
    Some(cause)
}
