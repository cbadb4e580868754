//! The number is another document's.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-document-number",
    severity: Severity::Error,
    summary: "the number is another document's",
    page: "\
Holds the number of a policy document against the title beside it, and a number that no document of the base has
against the nearest one.

Wrong: 国务院关于积极推进“互联网+”行动的指导意见（国发〔2015〕41号）
Right: 国务院关于积极推进“互联网+”行动的指导意见（国发〔2015〕40号）",
    look: None,
    strong: false,
};
