//! How a command ends when it cannot do what was asked: what is wrong, why, and what to type next.

use std::fmt;

use ipfacts::diagnostic::Diagnostic;
use ipfacts::query::Unknown;

/// The end of a command that could not run. The process exits with 2.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something said in words.
    Said(Said),
    /// Faults in a file, each at its place.
    Faults(Vec<Diagnostic>),
    /// The reader of the output went away; that is no fault of anyone's.
    ReaderLeft,
}

/// A failure in words.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// What is wrong, names in backticks; lower case, no full stop.
    pub(crate) what: String,
    /// Further lines: where, why, what there is.
    pub(crate) notes: Vec<String>,
    /// What to type next.
    pub(crate) hint: Option<String>,
}

/// A result whose failure ends the command.
pub(crate) type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// A failure in one line.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self::Said(Said { what: what.into(), ..Said::default() })
    }

    /// Adds a line.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        if let Self::Said(said) = &mut self {
            said.notes.push(note.into());
        }
        self
    }

    /// Says what to type next.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Self::Said(said) = &mut self {
            said.hint = Some(hint.into());
        }
        self
    }

    /// Says what to type next, if there is anything.
    pub(crate) fn maybe_hint(self, hint: Option<impl Into<String>>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }
}

impl Failure {
    /// An unknown word, with the call that would be right if there is a near one.
    pub(crate) fn unknown(unknown: Unknown, list: &str) -> Self {
        let failure = Self::new(format!("there is no {} `{}`", unknown.wanted, unknown.word));
        match unknown.nearest {
            Some(near) => failure.note(format!("did you mean `{near}`?")),
            None => failure.note(list),
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.what)?;
        for note in &self.notes {
            write!(formatter, "\n  {note}")?;
        }
        match &self.hint {
            Some(hint) => write!(formatter, "\nhint: {hint}"),
            None => Ok(()),
        }
    }
}
