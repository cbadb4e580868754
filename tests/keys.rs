//! The page on the keys of CSV and JSON is true: it names every key that a command writes, and no other.

#![expect(clippy::unwrap_used, reason = "what goes wrong in a test is told by its panic")]

use std::collections::BTreeSet;
use std::process::Command;

/// The keys that the page names for a command.
fn documented(command: &str) -> BTreeSet<String> {
    let page = ipfacts::explain::page("keys").unwrap().text;
    let head = format!("- **{command}**: ");
    let entry = page.split("\n- **").find(|entry| format!("- **{entry}").starts_with(&head)).unwrap();
    // What stands in brackets explains a key.
    let mut keys = BTreeSet::new();
    let mut depth = 0;
    for (at, part) in entry.split('`').enumerate() {
        if at % 2 == 1 && depth == 0 {
            keys.insert(part.to_owned());
        }
        if at % 2 == 0 {
            depth += part.matches('(').count();
            depth -= part.matches(')').count();
        }
    }
    keys
}

/// The keys of the first record of a command.
fn written(arguments: &[&str]) -> BTreeSet<String> {
    let mut ipfacts = Command::new(env!("CARGO_BIN_EXE_ipfacts"));
    let output = ipfacts.args(arguments).args(["--quiet", "--format", "jsonl"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let record: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text.lines().next().unwrap()).unwrap();
    record.keys().cloned().collect()
}

#[test]
fn every_key_is_documented_and_every_documented_key_is_written() {
    let calls: [&[&str]; 7] = [
        &["show"],
        &["timeline"],
        &["convert"],
        &["derive"],
        &["sources"],
        &["cite", "guofa-2015-40"],
        &["scan", "tests/cmd/check.in/draft.md"],
    ];
    for arguments in calls {
        assert_eq!(documented(arguments[0]), written(arguments), "{arguments:?}");
    }
    // What `check` writes of a figure has the keys of `scan` and its own.
    let mut check = documented("check");
    check.retain(|key| !matches!(key.as_str(), "scan" | "noun"));
    check.extend(documented("scan").into_iter().filter(|key| key != "noun"));
    assert_eq!(check, written(&["check", "tests/cmd/check.in/draft.md"]));
}
