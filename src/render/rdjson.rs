//! Faults in reviewdog's diagnostic format, one JSON object.
//!
//! By <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>: lines and columns count from 1, and columns are
//! UTF-8 bytes; an end column is the one behind the last byte.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::faults::message;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;

/// Writes the faults.
pub(super) fn write(faults: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let diagnostics: Vec<Value> = faults.iter().filter_map(diagnostic).collect();
    let whole = json!({
        "source": { "name": "ipfacts" },
        "diagnostics": diagnostics,
    });
    writeln!(out, "{}", super::json::visible(&serde_json::to_string_pretty(&whole)?))
}

fn diagnostic(fault: &Diagnostic) -> Option<Value> {
    let label = fault.labels.first()?;
    let mut value = json!({
        "message": message(fault),
        "severity": match fault.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        },
        "code": { "value": fault.code },
        "location": { "path": label.document.name, "range": range(&label.document, &label.span) },
    });
    if let Some((span, text)) = &fault.replacement {
        value["suggestions"] = json!([{ "range": range(&label.document, span), "text": text }]);
    }
    Some(value)
}

fn range(document: &Document, span: &std::ops::Range<usize>) -> Value {
    json!({ "start": position(document, span.start), "end": position(document, span.end) })
}

fn position(document: &Document, at: usize) -> Value {
    let position = document.position(at);
    json!({ "line": position.line, "column": position.offset - position.line_start + 1 })
}
