//! How the program ends when its reader leaves, when standard output is closed, and when the disk is full: for
//! every command in every format.

#![cfg(unix)]

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const COMMANDS: [&[&str]; 11] = [
    &["show", "--all"],
    &["show", "broadband-villages-2020"],
    &["timeline"],
    &["convert", "--all"],
    &["derive"],
    &["sources"],
    &["cite"],
    &["explain"],
    &["explain", "facts"],
    &["scan", "tests/cmd/check.in/draft.md"],
    &["check", "tests/cmd/check.in/clean.md"],
];
const FORMATS: [&str; 7] = ["table", "markdown", "csv", "tsv", "json", "jsonl", "html"];

fn ipfacts(command: &[&str], format: &str) -> Command {
    let mut ipfacts = Command::new(env!("CARGO_BIN_EXE_ipfacts"));
    ipfacts.args(command).args(["--format", format, "--quiet"]).stdin(Stdio::null());
    ipfacts
}

fn for_each_call(test: impl Fn(&[&str], &str)) {
    for command in COMMANDS {
        for format in FORMATS {
            test(command, format);
        }
    }
}

#[test]
fn a_reader_that_left_is_a_quiet_end() {
    for_each_call(|command, format| {
        let mut child =
            ipfacts(command, format).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let end = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&end.stderr), "", "{command:?} {format}");
        assert_eq!(end.status.code(), Some(0), "{command:?} {format}");
        assert!(!first.is_empty(), "{command:?} {format}");
    });
}

#[test]
fn no_escape_byte_reaches_a_pipe() {
    for_each_call(|command, format| {
        let output = ipfacts(command, format).output().unwrap();
        assert!(!output.stdout.contains(&0x1b), "{command:?} {format}");
        assert!(std::str::from_utf8(&output.stdout).is_ok(), "{command:?} {format}");
        assert_eq!(output.status.code(), Some(0), "{command:?} {format}");
    });
}

#[test]
fn a_full_device_is_an_error() {
    for_each_call(|command, format| {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let end = ipfacts(command, format).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&end.stderr);
        assert_eq!(
            said, "error: cannot write to standard output\n  no space left on device\n",
            "{command:?} {format}"
        );
        assert_eq!(end.status.code(), Some(2), "{command:?} {format}");
    });
}

#[test]
fn a_full_device_named_as_the_file_is_an_error() {
    let end = ipfacts(&["show"], "csv").args(["-o", "/dev/full"]).output().unwrap();
    let said = String::from_utf8_lossy(&end.stderr);
    assert_eq!(said, "error: cannot write to `/dev/full`\n  no space left on device\n");
    assert_eq!(end.status.code(), Some(2));
}

#[test]
fn a_closed_standard_output_is_an_error() {
    for_each_call(|command, format| {
        // Only a shell can start a program with its standard output closed.
        let words: Vec<String> = command.iter().map(|word| format!("'{word}'")).collect();
        let line = format!(
            "exec '{}' {} --format {format} --quiet >&-",
            env!("CARGO_BIN_EXE_ipfacts"),
            words.join(" ")
        );
        let end = Command::new("sh").args(["-c", &line]).stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8_lossy(&end.stderr);
        assert_eq!(said, "error: cannot write to standard output\n  it is closed\n", "{command:?} {format}");
        assert_eq!(end.status.code(), Some(2), "{command:?} {format}");
    });
}

#[test]
fn the_null_device_is_no_closed_output() {
    let end = ipfacts(&["show"], "csv").stdout(Stdio::null()).output().unwrap();
    assert_eq!(end.status.code(), Some(0));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = std::env::temp_dir().join(format!("ipfacts-endings-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("report.csv");
    let mut show = Command::new(env!("CARGO_BIN_EXE_ipfacts"));
    assert!(show.args(["show", "-q", "-o"]).arg(&path).status().unwrap().success());
    let head = BufReader::new(std::fs::File::open(&path).unwrap()).lines().next().unwrap().unwrap();
    assert!(head.starts_with("id,kind,topic,measure,whole,subject,value,number,unit,"), "{head}");
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is left beside it");
    std::fs::remove_dir_all(&folder).unwrap();
}
