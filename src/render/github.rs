//! Faults as workflow commands of GitHub Actions, a line each, which show beside the changed lines.
//!
//! By <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>: columns count characters,
//! and `%`, line ends, `:` and `,` are escaped.

use std::io::{self, Write};

use super::faults::message;
use crate::diagnostic::{Diagnostic, Severity};

/// Writes the faults.
pub(super) fn write(faults: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for fault in faults {
        let word = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let Some(label) = fault.labels.first() else { continue };
        let (line, column) = label.document.place(label.span.start);
        let (end_line, end_column) = label.document.place(label.span.end);
        let file = property(&label.document.name);
        let title = property(fault.code);
        write!(out, "::{word} file={file},line={line},endLine={end_line}")?;
        if line == end_line {
            write!(out, ",col={column},endColumn={end_column}")?;
        }
        writeln!(out, ",title={title}::{}", data(&message(fault)))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::Document;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let draft = Arc::new(Document::new("a,b.md", "50%\n"));
        let fault = Diagnostic::error("wrong-figure", "`50%` is not\nwhat").at(&draft, 0..3, "");
        let mut out = Vec::new();
        write(&[fault], &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "::error file=a%2Cb.md,line=1,endLine=1,col=1,endColumn=4,title=wrong-figure::`50%25` is not%0Awhat\n"
        );
    }
}
