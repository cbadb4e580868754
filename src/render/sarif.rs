//! Faults as SARIF 2.1.0, one JSON object with one run.
//!
//! By <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>: columns count UTF-16 code units, offsets of characters too,
//! so the places are given by line and column alone.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::faults::{level, message};
use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// Writes the faults; `rules` are the codes that can occur, each with what it finds.
pub(super) fn write(faults: &[Diagnostic], rules: &[(&str, &str)], out: &mut dyn Write) -> io::Result<()> {
    let listed: Vec<Value> = rules
        .iter()
        .map(|(code, about)| json!({ "id": code, "shortDescription": { "text": about } }))
        .collect();
    let results: Vec<Value> = faults.iter().map(|fault| result(fault, rules)).collect();
    let whole = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "ipfacts", "version": env!("CARGO_PKG_VERSION"), "rules": listed } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    writeln!(out, "{}", super::json::visible(&serde_json::to_string_pretty(&whole)?))
}

fn result(fault: &Diagnostic, rules: &[(&str, &str)]) -> Value {
    let mut value = json!({
        "ruleId": fault.code,
        "level": level(fault.severity),
        "message": { "text": message(fault) },
    });
    if let Some(index) = rules.iter().position(|(code, _)| *code == fault.code) {
        value["ruleIndex"] = json!(index);
    }
    if let Some(label) = fault.labels.first() {
        value["locations"] = json!([location(&label.document, &label.span)]);
        if let Some((span, text)) = &fault.replacement {
            value["fixes"] = json!([{
                "description": { "text": label.text },
                "artifactChanges": [{
                    "artifactLocation": { "uri": uri(&label.document.name) },
                    "replacements": [{ "deletedRegion": region(&label.document, span), "insertedContent": { "text": text } }],
                }],
            }]);
        }
    }
    let related: Vec<Value> = fault
        .labels
        .iter()
        .skip(1)
        .map(|label| {
            let mut place = location(&label.document, &label.span);
            place["message"] = json!({ "text": label.text });
            place
        })
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = json!(related);
    }
    value
}

fn location(document: &Document, span: &std::ops::Range<usize>) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&document.name) },
        "region": region(document, span),
    } })
}

fn region(document: &Document, span: &std::ops::Range<usize>) -> Value {
    let (line, column) = place(document, span.start);
    let (end_line, end_column) = place(document, span.end);
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// Line and column in UTF-16 code units, both from 1.
fn place(document: &Document, at: usize) -> (usize, usize) {
    let position = document.position(at);
    (position.line, position.utf16 + 1)
}

/// A path as a relative URI reference: what may not stand in one is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            b'\\' => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
