//! Writes the faults of files in the formats that other programs read: for a person, for SARIF viewers, for
//! GitHub, for reviewdog. One file a format.

use std::io::{self, Write};

use super::{Style, github, rdjson, sarif, snippet};
use crate::diagnostic::{Diagnostic, Severity};

/// A format of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultFormat {
    /// Each fault drawn under its text.
    Human,
    /// The Static Analysis Results Interchange Format, version 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Reviewdog's diagnostic format, as one JSON object.
    Rdjson,
}

impl FaultFormat {
    /// All formats.
    pub const ALL: &'static [Self] = &[Self::Human, Self::Sarif, Self::Github, Self::Rdjson];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Rdjson => "rdjson",
        }
    }
}

/// Writes faults. `rules` are the codes that can occur, each with what it finds, for formats that list them.
///
/// # Errors
///
/// Whatever `out` fails with.
pub fn faults(
    faults: &[Diagnostic],
    rules: &[(&str, &str)],
    format: FaultFormat,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        FaultFormat::Human => {
            for fault in faults {
                writeln!(out, "{}", snippet::diagnostic(fault, style))?;
            }
            Ok(())
        }
        FaultFormat::Sarif => sarif::write(faults, rules, out),
        FaultFormat::Github => github::write(faults, out),
        FaultFormat::Rdjson => rdjson::write(faults, out),
    }
}

/// The title, then what would be right and the notes, each a sentence of its own.
pub(super) fn message(fault: &Diagnostic) -> String {
    let mut text = fault.title.clone();
    let label = fault.labels.first().map_or("", |label| label.text.as_str());
    for line in [label].into_iter().chain(fault.notes.iter().map(String::as_str)) {
        if !line.is_empty() {
            text.push_str("; ");
            text.push_str(line);
        }
    }
    text
}

/// The word for a severity that SARIF and GitHub share.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
