//! The figure is another compiler's.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "other-compiler",
    severity: Severity::Note,
    summary: "the figure is another compiler's",
    page: "\
Reads who is said to have counted. A figure that the base has from another body than the one named is shown as such.

Loose: According to the Tencent Research Institute, the digital economy was 30.3 percent of GDP in 2016.
Right: According to CAICT, the digital economy was 30.3 percent of GDP in 2016.",
    look: None,
    strong: false,
};
