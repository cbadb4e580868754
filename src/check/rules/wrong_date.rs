//! The day is not that of the document.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-date",
    severity: Severity::Error,
    summary: "the day is not that of the document, or no day at all",
    page: "\
Holds a day said of a document (issued, signed, made public, 印发, 公布) against the days the base has of it. Both the
day it was signed and the day it was made public are right. A Chinese date that no calendar has (9月31日) is told of
beside the name or the number of a document.

Wrong: The State Council issued the Broadband China plan, Guofa [2013] No. 31, on September 17, 2013.
Right: The State Council issued the Broadband China plan, Guofa [2013] No. 31, on August 17, 2013.",
    look: None,
    strong: false,
};
