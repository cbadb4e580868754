//! Reads a table of a base field by field and gathers every fault on the way.
//!
//! [`Fields`] knows which keys it was asked for; what is left when it is finished is an unknown field. A
//! reference to another entry is only noted, in [`Faults::references`]: it can be judged when all entries
//! are known.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::model::{Names, Text, Translations};
use super::tree::{Entry, Node, Value};
use super::value;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::nearest::nearest;
use crate::period::Period;
use crate::quantity::{self, Nouns};

/// What was found wrong in a file so far, and what is still to be looked up.
pub(super) struct Faults<'t> {
    pub(super) document: &'t Arc<Document>,
    pub(super) list: Vec<Diagnostic>,
    pub(super) references: Vec<Reference<'t>>,
    /// Whether the file is known to have no fault: values then need not be read now.
    pub(super) trusted: bool,
}

/// A mention of another entry by its ID.
pub(super) struct Reference<'t> {
    pub(super) id: &'t str,
    pub(super) span: Range<usize>,
    pub(super) wanted: Wanted,
    /// The entry that mentions it.
    pub(super) from: What<'t>,
}

/// What a table is, for messages; put into words only when there is something to say.
#[derive(Clone, Copy)]
pub(super) enum What<'t> {
    /// A part of the file that there is once: the base, its head.
    Part(&'static str),
    /// An entry with its ID: `fact \`gdp-2016\``.
    Entry(&'static str, &'t str),
    /// An entry without one: `this fact`.
    Nameless(&'static str),
    /// A table in a field of an entry.
    Field(&'static str, &'static str, &'t str),
}

impl fmt::Display for What<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) => formatter.write_str(part),
            Self::Entry(kind, id) => write!(formatter, "{kind} `{id}`"),
            Self::Nameless(kind) => write!(formatter, "this {kind}"),
            Self::Field(key, kind, "") => write!(formatter, "`{key}` of this {kind}"),
            Self::Field(key, kind, id) => write!(formatter, "`{key}` of {kind} `{id}`"),
        }
    }
}

impl<'t> What<'t> {
    /// A table in a field of this.
    pub(super) fn field(self, key: &'static str) -> Self {
        match self {
            Self::Entry(kind, id) => Self::Field(key, kind, id),
            Self::Nameless(kind) => Self::Field(key, kind, ""),
            Self::Part(part) | Self::Field(part, ..) => Self::Field(key, part, ""),
        }
    }
}

/// What kind of entry a reference must lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Body,
    Source,
    Topic,
    /// A fact, a source or a derived figure: what a claim can rest on.
    Evidence,
    /// A fact, a rate or a derived figure: what a figure can be held against.
    Comparable,
}

impl Wanted {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Evidence => "fact or source",
            Self::Comparable => "fact, rate or derived figure",
        }
    }
}

impl<'t> Faults<'t> {
    pub(super) fn new(document: &'t Arc<Document>, list: Vec<Diagnostic>, trusted: bool) -> Self {
        Self { document, list, references: Vec::new(), trusted }
    }

    pub(super) fn error(
        &mut self,
        code: &'static str,
        title: impl Into<String>,
        span: Range<usize>,
        label: impl Into<String>,
    ) -> &mut Diagnostic {
        self.list.push(Diagnostic::error(code, title).at(self.document, span, label));
        self.list.last_mut().expect("one was just pushed")
    }
}

/// More fields than any table has.
const MOST_FIELDS: usize = 32;

/// The fields of one table.
pub(super) struct Fields<'f, 't> {
    /// What the table is, for messages.
    pub(super) what: What<'t>,
    pub(super) span: Range<usize>,
    entries: &'t [Entry<'t>],
    asked: Vec<&'static str>,
    pub(super) faults: &'f mut Faults<'t>,
}

impl<'f, 't> Fields<'f, 't> {
    /// The fields of a node; a fault, and no fields, if it is not a table.
    pub(super) fn of(what: What<'t>, node: &'t Node<'t>, faults: &'f mut Faults<'t>) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            faults.error(
                "wrong-type",
                format!("{what} is {}, not a table", node.value.kind()),
                node.span.clone(),
                "a table is wanted here",
            );
            return None;
        };
        // What was asked for tells unknown fields, and a file without a fault has none.
        let asked = Vec::with_capacity(if faults.trusted { 0 } else { MOST_FIELDS });
        Some(Self { what, span: node.span.clone(), entries, asked, faults })
    }

    /// The node under a key.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'t Node<'t>> {
        if !self.faults.trusted {
            self.asked.push(key);
        }
        self.entry(key).map(|entry| &entry.node)
    }

    /// The entry of a key. A table has few, and most keys differ by their length already.
    fn entry(&self, key: &str) -> Option<&'t Entry<'t>> {
        self.entries.iter().find(|entry| entry.key.len() == key.len() && entry.key == key)
    }

    /// A string and its place.
    pub(super) fn spanned(&mut self, key: &'static str) -> Option<(&'t super::text::Text<'t>, Range<usize>)> {
        let node = self.node(key)?;
        match &node.value {
            Value::String(text) if !self.faults.trusted && text.trim().is_empty() => {
                let title = format!("`{key}` of {} is empty", self.what);
                self.faults.error(
                    "missing-value",
                    title,
                    node.span.clone(),
                    "write a text, or leave the field out",
                );
                None
            }
            Value::String(text) => Some((text, node.span.clone())),
            other => {
                self.wrong_type(key, node, other, "a string");
                None
            }
        }
    }

    fn wrong_type(&mut self, key: &str, node: &Node<'_>, found: &Value<'_>, wanted: &str) {
        let title = format!("`{key}` of {} is {}, not {wanted}", self.what, found.kind());
        self.faults.error("wrong-type", title, node.span.clone(), format!("{wanted} is wanted here"));
    }

    /// A string.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Text> {
        self.spanned(key).map(|(text, _)| text.keep())
    }

    /// A string that must be there; empty, with a fault, if it is not.
    pub(super) fn required(&mut self, key: &'static str) -> Text {
        self.text(key).unwrap_or_else(|| {
            self.missing(key, "");
            Text::default()
        })
    }

    /// Says that a field is missing, and why it is wanted; only if the file does not have it at all.
    pub(super) fn missing(&mut self, key: &str, why: &str) {
        if self.entry(key).is_some() {
            return;
        }
        let title = format!("{} has no `{key}`", self.what);
        self.faults.error("missing-field", title, self.span.clone(), format!("add `{key} = …`{why}"));
    }

    /// Says that names are wanted, unless there are some.
    pub(super) fn nameless_unless(&mut self, names: &Names) {
        const LIKE: &str = "as `{ en = [\"…\"], zh = [\"…\"] }`";
        if names.all().next().is_some() {
            return;
        }
        match self.entry("names") {
            None => self.missing("names", &format!(", {LIKE}")),
            Some(entry) => {
                let title = format!("{} has no name", self.what);
                self.faults.error(
                    "missing-value",
                    title,
                    entry.key_span.clone(),
                    format!("give one, {LIKE}"),
                );
            }
        }
    }

    /// The same, unless what the field gives is there.
    pub(super) fn missing_unless(&mut self, there: bool, key: &str, why: &str) {
        if !there {
            self.missing(key, why);
        }
    }

    /// Says that a field does not belong here, and why.
    pub(super) fn unwanted(&mut self, key: &str, why: &str) {
        let Some(entry) = self.entry(key) else { return };
        let title = format!("`{key}` does not belong to {}", self.what);
        self.faults.error("misplaced-field", title, entry.key_span.clone(), why);
    }

    /// An array of strings with their places; a single string stands for an array of one.
    pub(super) fn spanned_texts(
        &mut self,
        key: &'static str,
    ) -> Vec<(&'t super::text::Text<'t>, Range<usize>)> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items = match &node.value {
            Value::String(_) => return self.spanned_again(key).into_iter().collect(),
            Value::Array(items) => items,
            other => {
                self.wrong_type(key, node, other, "an array of strings");
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::String(text) if !self.faults.trusted && text.trim().is_empty() => {
                    let title = format!("a text in `{key}` of {} is empty", self.what);
                    self.faults.error(
                        "missing-value",
                        title,
                        item.span.clone(),
                        "write a text, or leave it out",
                    );
                }
                Value::String(text) => texts.push((text, item.span.clone())),
                other => self.wrong_type(key, item, other, "a string"),
            }
        }
        texts
    }

    /// A string whose key was asked for already.
    fn spanned_again(&mut self, key: &'static str) -> Option<(&'t super::text::Text<'t>, Range<usize>)> {
        self.asked.pop();
        self.spanned(key)
    }

    /// An array of strings.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        self.spanned_texts(key).into_iter().map(|(text, _)| text.keep()).collect()
    }

    /// True or false; false if it is not there.
    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        match self.node(key) {
            None => false,
            Some(Node { value: Value::Bool(flag), .. }) => *flag,
            Some(node) => {
                self.wrong_type(key, node, &node.value, "true or false");
                false
            }
        }
    }

    /// A day.
    pub(super) fn day(&mut self, key: &'static str) -> Option<NaiveDate> {
        let node = self.node(key)?;
        let (Value::Date(text) | Value::String(text)) = &node.value else {
            self.wrong_type(key, node, &node.value, "a date");
            return None;
        };
        if self.is_told(node, text) {
            return None;
        }
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        if day.is_none() {
            let title = format!("`{text}` is no day of the calendar");
            self.faults.error("impossible-date", title, node.span.clone(), "write a day as 2018-01-21");
        }
        day
    }

    /// Whether nothing could be read of what stands there without quotation marks: that is a fault of syntax, and told.
    fn is_told(&self, node: &Node<'_>, text: &str) -> bool {
        let quoted = || {
            let written = self.faults.document.text.get(node.span.clone());
            written.is_some_and(|written| written.starts_with(['"', '\'']))
        };
        text.is_empty() && !quoted()
    }

    /// A period; a date of TOML is a day.
    pub(super) fn period(&mut self, key: &'static str) -> Option<Period> {
        let node = self.node(key)?;
        let (Value::Date(text) | Value::String(text) | Value::Number(text)) = &node.value else {
            self.wrong_type(key, node, &node.value, "a period");
            return None;
        };
        if self.is_told(node, text) {
            return None;
        }
        match Period::parse(text) {
            Ok(period) => Some(period),
            Err(error) => {
                let fault =
                    self.faults.error("unreadable-period", error.to_string(), node.span.clone(), "here");
                fault.help = error.hint();
                None
            }
        }
    }

    /// A value; its nouns are those a count may have.
    pub(super) fn value(&mut self, key: &'static str, nouns: &Nouns) -> Option<(value::Value, Range<usize>)> {
        let (text, span) = self.spanned(key)?;
        if self.faults.trusted {
            return Some((value::Value::unread(text, nouns), span));
        }
        match quantity::parse(text, nouns) {
            Ok(quantity) => Some((value::Value::read(quantity), span)),
            Err(error) => {
                let place = self.faults.document.part(&span, text, &error.span());
                let title = format!("`{key}` of {} cannot be read: {error}", self.what);
                let fault = self.faults.error("unreadable-value", title, place, "here");
                fault.help = error.hint().map(str::to_owned);
                None
            }
        }
    }

    /// One of a closed list of words.
    pub(super) fn word<W: Copy>(
        &mut self,
        key: &'static str,
        all: &[W],
        read: impl Fn(&str) -> Option<W>,
        name: impl Fn(W) -> &'static str,
    ) -> Option<W> {
        let (text, span) = self.spanned(key)?;
        let word = read(text);
        if word.is_none() {
            let names: Vec<&str> = all.iter().map(|word| name(*word)).collect();
            let title = format!("`{text}` is no {key}");
            let label = match nearest(text, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of {}", names.join(", ")),
            };
            self.faults.error("unknown-word", title, span, label);
        }
        word
    }

    /// A mention of another entry.
    pub(super) fn reference(&mut self, key: &'static str, wanted: Wanted) -> Option<Text> {
        let (text, span) = self.spanned(key)?;
        self.note_reference(text, span, wanted);
        Some(text.keep())
    }

    /// Mentions of other entries.
    pub(super) fn references(&mut self, key: &'static str, wanted: Wanted) -> Vec<Text> {
        let found = self.spanned_texts(key);
        for (text, span) in &found {
            self.note_reference(text, span.clone(), wanted);
        }
        found.into_iter().map(|(text, _)| text.keep()).collect()
    }

    fn note_reference(&mut self, id: &'t str, span: Range<usize>, wanted: Wanted) {
        if !self.faults.trusted {
            self.faults.references.push(Reference { id, span, wanted, from: self.what });
        }
    }

    /// Names in each language.
    pub(super) fn names(&mut self, key: &'static str) -> Names {
        let what = self.what.field(key);
        let Some(node) = self.node(key) else { return Names::default() };
        let Some(mut fields) = Fields::of(what, node, self.faults) else { return Names::default() };
        let names = Names { en: fields.texts("en"), zh: fields.texts("zh") };
        fields.finish();
        names
    }

    /// A text in other languages.
    pub(super) fn translations(&mut self, key: &'static str) -> Translations {
        let what = self.what.field(key);
        let Some(node) = self.node(key) else { return Translations::default() };
        let Some(mut fields) = Fields::of(what, node, self.faults) else { return Translations::default() };
        let translations = Translations { en: fields.text("en"), zh: fields.text("zh") };
        fields.finish();
        translations
    }

    /// Ends the reading: a key that nothing asked for is an unknown field.
    pub(super) fn finish(self) {
        if self.faults.trusted {
            return;
        }
        for entry in self.entries {
            if self.asked.iter().any(|asked| entry.key == *asked) {
                continue;
            }
            let title = format!("{} has an unknown field `{}`", self.what, entry.key);
            let label = match nearest(&entry.key, self.asked.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "no such field".to_owned(),
            };
            let known = self.asked.join(", ");
            let fault = self.faults.error("unknown-field", title, entry.key_span.clone(), label);
            fault.help = Some(format!("the fields are {known}"));
        }
    }
}
