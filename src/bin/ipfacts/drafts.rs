//! Drafts from the disk and from standard input: which files there are, and their texts.
//!
//! A folder stands for the files in it whose ending says that they hold prose, in the order of their names, but
//! for those that git ignores. A text that is not UTF-8 is a failure that says where.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ipfacts::document::Document;
use serde::Deserialize;

use crate::context::reason;
use crate::encoding;
use crate::error::{Failure, Outcome};

/// Where a draft comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// The endings of files that a folder stands for.
const ENDINGS: [&str; 7] = ["htm", "html", "markdown", "md", "text", "txt", "xhtml"];

impl Place {
    /// Its name, as people see it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    fn open(&self) -> Outcome<Box<dyn Read>> {
        match self {
            Self::Stdin => Ok(Box::new(io::stdin().lock())),
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(unread(&self.name(), &error)),
            },
        }
    }

    /// The whole text.
    pub(crate) fn read(&self) -> Outcome<Document> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| unread(&self.name(), &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let note = format!("byte {at} begins no character");
            not_utf8(&self.name(), &note).hint(encoding::remedy(error.as_bytes(), &self.name()))
        })?;
        Ok(Document::new(self.name(), text))
    }

    /// Its lines as drafts, one after the other.
    pub(crate) fn lines(&self) -> Outcome<Lines> {
        let reader = BufReader::with_capacity(1 << 16, self.open()?);
        Ok(Lines { name: self.name(), reader, line: 0, offset: 0, bytes: Vec::new() })
    }
}

/// The drafts that words on the command line stand for; what cannot be found is told beside them.
pub(crate) fn places(words: &[PathBuf]) -> (Vec<Place>, Vec<Failure>) {
    let mut places = Vec::new();
    let mut failures = Vec::new();
    if words.is_empty() {
        places.push(Place::Stdin);
    }
    for word in words {
        if word.as_os_str() == "-" {
            places.push(Place::Stdin);
        } else if word.is_dir() {
            walk(word, &mut places, &mut failures);
        } else {
            places.push(Place::File(word.clone()));
        }
    }
    (places, failures)
}

fn walk(folder: &Path, places: &mut Vec<Place>, failures: &mut Vec<Failure>) {
    let walk = ignore::WalkBuilder::new(folder).sort_by_file_path(Ord::cmp).require_git(false).build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
                let prose = ENDINGS.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok();
                if prose && entry.file_type().is_some_and(|kind| !kind.is_dir()) {
                    places.push(Place::File(path.to_owned()));
                }
            }
            Err(error) => failures.push(
                Failure::new(format!("cannot read all of `{}`", folder.display())).note(error.to_string()),
            ),
        }
    }
}

/// A draft that came as a line of JSON.
#[derive(Debug)]
pub(crate) struct Line {
    /// Its `id` as text; without one, the number of its line.
    pub(crate) id: String,
    /// Its text, under the name of its file.
    pub(crate) document: Document,
    /// Its `date`.
    pub(crate) date: Option<NaiveDate>,
}

/// Drafts as lines of JSON: `{"id": …, "text": …, "date": …}`. One line at a time is held.
pub(crate) struct Lines {
    name: String,
    reader: BufReader<Box<dyn Read>>,
    line: usize,
    /// How many bytes were read before the line at hand.
    offset: usize,
    bytes: Vec<u8>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

impl Lines {
    fn draft(&self) -> Outcome<Line> {
        let place = format!("{}:{}", self.name, self.line);
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let at = self.offset + error.valid_up_to();
            not_utf8(&place, &format!("byte {at} of the file begins no character"))
        })?;
        let record: Record = serde_json::from_str(text).map_err(|error| {
            Failure::new(format!("`{place}` is no draft"))
                .note(json_reason(&error))
                .hint(r#"a line is like {"id": 1, "text": "…", "date": "2018-01-21"}"#)
        })?;
        let date = match &record.date {
            None => None,
            Some(date) => {
                Some(NaiveDate::parse_from_str(date.get(..10).unwrap_or(date), "%Y-%m-%d").map_err(|_| {
                    Failure::new(format!("`{date}` in `{place}` is no day")).hint("write it like 2018-01-21")
                })?)
            }
        };
        let id = match record.id {
            serde_json::Value::Null => self.line.to_string(),
            serde_json::Value::String(id) => id,
            other => other.to_string(),
        };
        Ok(Line { id, document: Document::new(place, record.text), date })
    }
}

impl Iterator for Lines {
    type Item = Outcome<Line>;

    fn next(&mut self) -> Option<Outcome<Line>> {
        loop {
            self.offset += self.bytes.len();
            self.bytes.clear();
            match self.reader.read_until(b'\n', &mut self.bytes) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => return Some(Err(unread(&self.name, &error))),
            }
            self.line += 1;
            if !self.bytes.trim_ascii().is_empty() {
                return Some(self.draft());
            }
        }
    }
}

fn unread(name: &str, error: &io::Error) -> Failure {
    Failure::new(format!("cannot read `{name}`")).note(reason(error))
}

fn not_utf8(name: &str, note: &str) -> Failure {
    Failure::new(format!("`{name}` is not UTF-8")).note(note).hint("save the file as UTF-8")
}

/// What is wrong with a line of JSON, without the line number within it.
fn json_reason(error: &serde_json::Error) -> String {
    let said = error.to_string();
    match said.split_once(" at line ") {
        Some((what, _)) if error.column() > 0 => format!("{what}, at column {}", error.column()),
        Some((what, _)) => what.to_owned(),
        None => said,
    }
}
