//! Figures of one sentence come from different publications.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "mixed-vintages",
    severity: Severity::Warning,
    summary: "figures of one sentence come from different publications",
    page: "\
Finds figures of one topic and time in one sentence that no single compiler or publication has together. Each is
right somewhere; side by side they do not belong together.

Loose: The digital economy was 22.6 trillion yuan, or 30.1 percent of GDP. (22.6 goes with 30.3, 22.4 with 30.1.)
Right: The digital economy was 22.6 trillion yuan, or 30.3 percent of GDP.",
    look: None,
    strong: false,
};
