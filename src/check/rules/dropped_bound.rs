//! A bound has lost its word.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "dropped-bound",
    severity: Severity::Note,
    summary: "a bound has lost its word",
    page: "\
Finds the number of a bound without the word that makes it one. It is a note: the number is right, and what is lost
may not matter.

Loose: 98 percent of administrative villages will have broadband by 2020.
Right: More than 98 percent of administrative villages will have broadband by 2020.",
    look: None,
    strong: false,
};
