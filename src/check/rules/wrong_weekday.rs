//! The day of the week does not fit the date.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-weekday",
    severity: Severity::Error,
    summary: "the day of the week does not fit the date",
    page: "\
Reckons the day of the week of a date.

Wrong: Sunday, January 22, 2018
Right: Monday, January 22, 2018",
    look: None,
    strong: false,
};
