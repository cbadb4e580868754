//! True, but so loose that it misleads.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "loose",
    severity: Severity::Warning,
    summary: "true, but so loose that it misleads",
    page: "\
Finds a bound or a fraction that holds, but lies far from the fact, and a bound word before the very figure.

Loose: China's digital economy exceeded 15 trillion yuan in 2016. (It was 22.58 trillion.)
Right: China's digital economy exceeded 22 trillion yuan in 2016.",
    look: None,
    strong: false,
};
