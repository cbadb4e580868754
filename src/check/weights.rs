//! How much each rule weighs: what the command line says, then a configuration, then the base.
//!
//! ```
//! use ipfacts::check::{Level, Weights};
//!
//! let mut weights = Weights::default();
//! weights.say("loose", Level::Deny).unwrap();
//! let unknown = weights.say("wrong-magnitud", Level::Allow).unwrap_err();
//! assert_eq!(unknown.right, "did you mean `wrong-magnitude`?");
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Report, rules};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::facts::weights::{Level, Weight};
use crate::nearest::nearest;

/// What stands for all rules that are warnings; it can be denied, and nothing else.
const WARNINGS: &str = "warnings";

/// How much each rule weighs that something is said of.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    levels: BTreeMap<String, Level>,
}

/// A code that no rule has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule {
    /// What is wrong with it: lower case, names in backticks.
    pub what: String,
    /// What would be right.
    pub right: String,
}

/// That there is such a rule, and that this can be said of it.
pub(super) fn known(code: &str, level: Level) -> Result<(), UnknownRule> {
    let all = code == WARNINGS;
    if all && level != Level::Deny {
        let what = format!("`{WARNINGS}` can only be denied");
        return Err(UnknownRule { what, right: "name the rules instead".to_owned() });
    }
    if all || rules::rule(code).is_some() {
        return Ok(());
    }
    let codes = rules::RULES.iter().map(|rule| rule.code);
    let right = match nearest(code, codes.chain([WARNINGS])) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`ipfacts explain` lists the rules".to_owned(),
    };
    Err(UnknownRule { what: format!("there is no rule `{code}`"), right })
}

impl Weights {
    /// Says what becomes of a rule, or of `warnings`; what was said of it first stays.
    ///
    /// # Errors
    ///
    /// When there is no such rule.
    pub fn say(&mut self, code: &str, level: Level) -> Result<(), UnknownRule> {
        known(code, level)?;
        self.levels.entry(code.to_owned()).or_insert(level);
        Ok(())
    }

    /// Adds what a file says.
    ///
    /// # Errors
    ///
    /// Every code in it that no rule has.
    pub fn say_all(&mut self, document: &Arc<Document>, said: &[Weight]) -> Result<(), Vec<Diagnostic>> {
        let mut faults = Vec::new();
        for weight in said {
            if let Err(unknown) = self.say(&weight.code, weight.level) {
                let fault = Diagnostic::error("unknown-rule", unknown.what);
                faults.push(fault.at(document, weight.span.clone(), unknown.right));
            }
        }
        faults.sort_by_key(|fault| fault.labels[0].span.start);
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Weighs the findings of a report.
    pub fn weigh(&self, report: &mut Report) {
        let deny_warnings = self.levels.contains_key(WARNINGS);
        for finding in &mut report.findings {
            let Some(issue) = &mut finding.issue else { continue };
            match self.levels.get(issue.rule.code) {
                Some(Level::Allow) => {
                    finding.issue = None;
                    continue;
                }
                Some(Level::Deny) => issue.severity = Severity::Error,
                Some(Level::Warn) => issue.severity = Severity::Warning,
                None => {}
            }
            if deny_warnings && issue.severity == Severity::Warning {
                issue.severity = Severity::Error;
            }
        }
    }
}
