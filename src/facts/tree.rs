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
    /// Where the key stands; at the start of the file in a packed tree, which has no fault to point at.
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

/// A tree that `build/base.rs` packed, and says how.
///
/// Its bytes are made when the program is built and never come from a user, so it panics where they are no tree.
#[derive(Debug, Clone, Copy)]
pub struct Prepared {
    bytes: &'static [u8],
    around: &'static Around,
}

/// What a packed tree speaks of.
#[derive(Debug)]
pub struct Around {
    /// The keys of its tables.
    pub keys: &'static [&'static str],
    /// The file, in which texts lie where they stand.
    pub file: &'static str,
    /// Texts that the file writes otherwise, with escapes.
    pub texts: &'static str,
}

impl Prepared {
    /// A packed tree.
    #[must_use]
    pub fn new(bytes: &'static [u8], around: &'static Around) -> Self {
        Self { bytes, around }
    }

    /// The whole tree.
    #[must_use]
    pub fn root(mut self) -> Node<'static> {
        self.node()
    }

    /// The table of a key of the root.
    #[must_use]
    pub fn table(mut self, key: &str) -> Option<Node<'static>> {
        self.byte();
        let (_, count) = self.enter();
        for _ in 0..count {
            if self.key() == key {
                return Some(self.node());
            }
            self.skip();
        }
        None
    }

    /// The value that begins at a byte of the packed tree.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Node<'static> {
        self.bytes = &self.bytes[offset..];
        self.node()
    }

    /// Goes into an array or table and says where it stands in the file, and how many things it has.
    fn enter(&mut self) -> (Range<usize>, usize) {
        let span = self.span();
        self.place();
        (span, self.count())
    }

    /// Goes past a value.
    fn skip(&mut self) {
        match self.byte() {
            b't' | b'f' => {
                self.place();
            }
            b'a' | b'm' => {
                self.span();
                let length = self.place();
                self.bytes = &self.bytes[length..];
            }
            _ => {
                self.leaf();
            }
        }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (taken, rest) = self.bytes.split_first_chunk().expect("the tree is whole");
        self.bytes = rest;
        *taken
    }

    fn byte(&mut self) -> u8 {
        let [byte] = self.take();
        byte
    }

    fn place(&mut self) -> usize {
        u32::from_le_bytes(self.take()) as usize
    }

    fn count(&mut self) -> usize {
        usize::from(u16::from_le_bytes(self.take()))
    }

    fn span(&mut self) -> Range<usize> {
        let start = self.place();
        start..self.place()
    }

    fn key(&mut self) -> &'static str {
        self.around.keys[usize::from(self.byte())]
    }

    /// A text and its place in the file.
    fn leaf(&mut self) -> (Range<usize>, Text<'static>) {
        let quotes = self.byte();
        let elsewhere = (quotes == u8::MAX).then(|| self.span());
        let start = self.place();
        let text = start..start + self.count();
        match elsewhere {
            Some(span) => (span, Text::Embedded(&self.around.texts[text])),
            None => {
                let quotes = usize::from(quotes);
                (text.start - quotes..text.end + quotes, Text::Embedded(&self.around.file[text]))
            }
        }
    }

    fn node(&mut self) -> Node<'static> {
        let of = |(span, text), value: fn(Text<'static>) -> Value<'static>| Node { span, value: value(text) };
        match self.byte() {
            b's' => of(self.leaf(), Value::String),
            b'd' => of(self.leaf(), Value::Date),
            b'n' => of(self.leaf(), Value::Number),
            tag @ (b't' | b'f') => {
                let start = self.place();
                let flag = tag == b't';
                Node { span: start..start + flag.to_string().len(), value: Value::Bool(flag) }
            }
            b'a' => {
                let (span, count) = self.enter();
                Node { span, value: Value::Array((0..count).map(|_| self.node()).collect()) }
            }
            b'm' => {
                let (span, count) = self.enter();
                Node { span, value: Value::Table((0..count).map(|_| self.entry()).collect()) }
            }
            tag => unreachable!("no packed value has the tag {tag}"),
        }
    }

    fn entry(&mut self) -> Entry<'static> {
        Entry { key: Text::Embedded(self.key()), key_span: 0..0, node: self.node() }
    }
}
