//! The tree of a TOML file: tables, arrays and leaves, each with its place in the text.
//!
//! It comes from two doors that give the same tree: [`parse`] reads the text of a file and gathers every
//! fault of syntax; [`Prepared`] unpacks what `build/base.rs` packed when the program was built, entry by entry, so
//! that the embedded base costs little at start. A test holds the two doors to each other.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::facts::tree::{self, Value};
//!
//! let document = Arc::new(Document::new("facts.toml", "[base]\ntitle = \"Roads\"\n"));
//! let (root, faults) = tree::parse(&document);
//! assert!(faults.is_empty());
//! let base = root.entry("base").unwrap();
//! assert_eq!(base.entry("title").unwrap().value, Value::String(String::from("Roads").into()));
//! ```

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::text::Text;
use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// A value of the file and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'t> {
    /// UTF-8 byte offsets in the file.
    pub span: Range<usize>,
    /// The value.
    pub value: Value<'t>,
}

/// A value of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'t> {
    /// A string, its escapes resolved.
    String(Text<'t>),
    /// A day or time as written.
    Date(Text<'t>),
    /// An integer or float as written; a base needs none.
    Number(Text<'t>),
    /// True or false.
    Bool(bool),
    /// An array, in order.
    Array(Vec<Node<'t>>),
    /// A table, sorted by key.
    Table(Vec<Entry<'t>>),
}

/// A key of a table, its place, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The key.
    pub key: Text<'t>,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// What it holds.
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The value under a key, if this is a table that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Node<'t>> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|entry| entry.key == *key).map(|entry| &entry.node),
            _ => None,
        }
    }
}

impl Value<'_> {
    /// What kind of value this is, with its article, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Date(_) => "a date",
            Self::Number(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::Array(_) => "an array",
            Self::Table(_) => "a table",
        }
    }
}

/// Reads the text of a file; faults of syntax are gathered, what could be read is in the tree.
#[must_use]
pub fn parse(document: &Arc<Document>) -> (Node<'_>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(&document.text);
    let faults = errors
        .iter()
        .map(|error| {
            let place = error.span().unwrap_or(0..0);
            let date = error.message().starts_with("invalid date");
            let title = if date { "this is no day of the calendar" } else { "this is not TOML" };
            Diagnostic::error("syntax", title.to_owned()).at(document, place, error.message())
        })
        .collect();
    (Node { span: table.span(), value: Value::Table(entries(table.into_inner())) }, faults)
}

fn entries(table: DeTable<'_>) -> Vec<Entry<'_>> {
    table
        .into_iter()
        .map(|(key, value)| {
            let key_span = key.span();
            let span = value.span();
            let node = Node { span, value: convert(value.into_inner()) };
            Entry { key: key.into_inner().into(), key_span, node }
        })
        .collect()
}

fn convert(value: DeValue<'_>) -> Value<'_> {
    match value {
        DeValue::String(text) => Value::String(text.into()),
        DeValue::Integer(number) => Value::Number(number.to_string().into()),
        DeValue::Float(number) => Value::Number(number.to_string().into()),
        DeValue::Boolean(flag) => Value::Bool(flag),
        DeValue::Datetime(date) => Value::Date(date.to_string().into()),
        DeValue::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| {
                    let span = item.span();
                    Node { span, value: convert(item.into_inner()) }
                })
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(entries(table)),
    }
}

/// A tree that `build/base.rs` packed: texts lie where they stand in the file, or, where the file writes them with
/// escapes, in a text of their own.
///
/// Its bytes are made when the program is built and never come from a user, so it panics where they are no tree.
#[derive(Debug, Clone, Copy)]
pub struct Prepared {
    bytes: &'static [u8],
    file: &'static str,
    texts: &'static str,
}

impl Prepared {
    /// The packed tree of a file.
    #[must_use]
    pub fn new(bytes: &'static [u8], file: &'static str, texts: &'static str) -> Self {
        Self { bytes, file, texts }
    }

    /// The whole tree.
    #[must_use]
    pub fn root(mut self) -> Node<'static> {
        self.node()
    }

    /// The table of a key of the root.
    #[must_use]
    pub fn table(self, key: &str) -> Option<Node<'static>> {
        self.seek(key).map(|mut at| at.node())
    }

    /// The value that begins at a byte of the packed tree.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Node<'static> {
        self.bytes = &self.bytes[offset..];
        self.node()
    }

    /// Where the value of a key of the root begins.
    fn seek(mut self, key: &str) -> Option<Self> {
        for _ in 0..self.enter() {
            self.span();
            if self.text() == *key {
                return Some(self);
            }
            self.skip();
        }
        None
    }

    /// Goes into an array or table and says how many things it has.
    fn enter(&mut self) -> usize {
        self.span();
        self.tag();
        self.number();
        self.number()
    }

    /// Goes past a value.
    fn skip(&mut self) {
        self.span();
        match self.tag() {
            b's' | b'd' | b'n' => {
                self.text();
            }
            b'a' | b'm' => {
                let length = self.number();
                self.bytes = &self.bytes[length..];
            }
            _ => {}
        }
    }

    fn number(&mut self) -> usize {
        let (taken, rest) = self.bytes.split_first_chunk::<4>().expect("a number takes four bytes");
        self.bytes = rest;
        u32::from_le_bytes(*taken) as usize
    }

    fn tag(&mut self) -> u8 {
        let (tag, rest) = self.bytes.split_first().expect("a tag takes a byte");
        self.bytes = rest;
        *tag
    }

    fn span(&mut self) -> Range<usize> {
        let start = self.number();
        start..self.number()
    }

    /// A text: where it stands in the file, or behind a mark where it stands among the texts.
    fn text(&mut self) -> Text<'static> {
        let from = if self.tag() == 0 { self.file } else { self.texts };
        Text::Embedded(&from[self.span()])
    }

    fn node(&mut self) -> Node<'static> {
        let span = self.span();
        let value = match self.tag() {
            b's' => Value::String(self.text()),
            b'd' => Value::Date(self.text()),
            b'n' => Value::Number(self.text()),
            b'f' => Value::Bool(false),
            b't' => Value::Bool(true),
            b'a' => {
                self.number();
                Value::Array((0..self.number()).map(|_| self.node()).collect())
            }
            b'm' => {
                self.number();
                Value::Table((0..self.number()).map(|_| self.entry()).collect())
            }
            tag => unreachable!("no packed value has the tag {tag}"),
        };
        Node { span, value }
    }

    fn entry(&mut self) -> Entry<'static> {
        let key_span = self.span();
        let key = self.text();
        Entry { key, key_span, node: self.node() }
    }
}
