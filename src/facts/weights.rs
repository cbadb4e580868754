//! How much the rules of `check` weigh, as a base's `[check]` or a configuration file says.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::facts::weights::{self, Level};
//!
//! let text = "[check]\ndeny = [\"warnings\"]\nallow = [\"loose\"]\n";
//! let weights = weights::read(&Arc::new(Document::new(".ipfacts.toml", text))).unwrap();
//! assert_eq!(weights[1].code, "loose");
//! assert_eq!(weights[1].level, Level::Allow);
//!
//! let faults = weights::read(&Arc::new(Document::new(".ipfacts.toml", "[check]\ndeni = []\n"))).unwrap_err();
//! assert_eq!(faults[0].labels[0].text, "did you mean `deny`?");
//! ```

use std::ops::Range;
use std::sync::Arc;

use super::reader::{Faults, Fields, What};
use super::tree::{self, Node};
use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// What becomes of a rule's findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// They are errors.
    Deny,
    /// They are warnings.
    Warn,
    /// Nothing is said.
    Allow,
}

/// What a file says of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// The rule's code as written.
    pub code: String,
    /// Its place in the file.
    pub span: Range<usize>,
    /// What is said.
    pub level: Level,
}

/// Reads a configuration file: a `[check]` and nothing else.
///
/// # Errors
///
/// Every fault of the file at its place. Whether there are rules of such codes is not asked here.
pub fn read(document: &Arc<Document>) -> Result<Vec<Weight>, Vec<Diagnostic>> {
    let (root, syntax) = tree::parse(document);
    let mut faults = Faults::new(document, syntax, false);
    let mut top = Fields::of(What::Part("the configuration"), &root, &mut faults).expect("TOML is a table");
    let table = top.node("check");
    top.finish();
    let weights = table.map(|node| of_table(node, &mut faults)).unwrap_or_default();
    if faults.list.is_empty() { Ok(weights) } else { Err(faults.list) }
}

/// Reads a `[check]`.
pub(super) fn of_table<'t>(node: &'t Node<'t>, faults: &mut Faults<'t>) -> Vec<Weight> {
    let Some(mut fields) = Fields::of(What::Part("`[check]`"), node, faults) else { return Vec::new() };
    let mut weights = Vec::new();
    for (key, level) in [("deny", Level::Deny), ("warn", Level::Warn), ("allow", Level::Allow)] {
        let texts = fields.spanned_texts(key).into_iter();
        weights.extend(texts.map(|(code, span)| Weight { code: code.to_string(), span, level }));
    }
    fields.finish();
    weights
}
