//! A fault in a file, as data: what is wrong, where, and what would be right.
//!
//! A diagnostic points at one place or more, each in a [`Document`], and may carry
//! notes and a help that can be typed. It knows nothing of how it is drawn.

use std::ops::Range;
use std::sync::Arc;

use crate::document::Document;

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Loose or doubtful.
    Warning,
    /// Wrong.
    Error,
}

/// A fault in a file.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// A stable name of the kind of fault, like `unknown-field`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one line: lower case, no full stop, names in backticks.
    pub title: String,
    /// The places it points at; the first is where the fault is.
    pub labels: Vec<Label>,
    /// Further lines: a reason, a context.
    pub notes: Vec<String>,
    /// What to do about it; a command or a text that can be typed.
    pub help: Option<String>,
    /// The text that would be right, in place of bytes of the first label's document.
    pub replacement: Option<(Range<usize>, String)>,
}

/// A place in a document and what is to be said of it.
#[derive(Debug, Clone)]
pub struct Label {
    /// The document.
    pub document: Arc<Document>,
    /// UTF-8 byte offsets of the place.
    pub span: Range<usize>,
    /// What is to be said there; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// An error with its title.
    #[must_use]
    pub fn error(code: &'static str, title: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            title: title.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            replacement: None,
        }
    }

    /// Points at one more place.
    #[must_use]
    pub fn at(mut self, document: &Arc<Document>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { document: Arc::clone(document), span, text: text.into() });
        self
    }

    /// Adds a further line.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
