//! Records as JSON: an array of objects, or one object where the page is one thing.
//!
//! Each object has every key, sorted. A missing value is `null`, several texts are an array, and a number is
//! its exact text in quotes, because most readers of JSON would round it. Texts are exact; hidden characters
//! (see [`safe`]) are written as `\u` escapes, so that a terminal which shows the JSON obeys none of them.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Style, safe};
use crate::page::{Cell, Page, Table};

/// Writes the records, indented.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    let keys = keys(&page.records);
    let rows: Vec<Row<'_>> = rows(&page.records, &keys).collect();
    let json = match &rows[..] {
        [row] if page.single => serde_json::to_string_pretty(row)?,
        rows => serde_json::to_string_pretty(rows)?,
    };
    writeln!(out, "{}", visible(&json))
}

/// The keys of a table, sorted, and the columns that they stand for.
pub(super) fn keys(table: &Table) -> Vec<(&'static str, usize)> {
    let columns = table.columns_where(|column| column.is_for_machines());
    let mut keys: Vec<_> = columns.into_iter().map(|at| (table.columns[at].key, at)).collect();
    keys.sort_unstable();
    keys
}

/// The rows of a table as objects with these keys.
pub(super) fn rows<'a>(table: &'a Table, keys: &'a [(&'static str, usize)]) -> impl Iterator<Item = Row<'a>> {
    table.rows.iter().map(move |cells| Row { keys, cells })
}

/// One record.
pub(super) struct Row<'a> {
    keys: &'a [(&'static str, usize)],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.keys.len()))?;
        for &(key, at) in self.keys {
            map.serialize_entry(key, &Value(&self.cells[at]))?;
        }
        map.end()
    }
}

/// One cell.
struct Value<'a>(&'a Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(text, _) | Cell::Number(text) => serializer.serialize_str(text),
            Cell::Word(word) => serializer.serialize_str(word),
            Cell::Whole(number) => serializer.serialize_u64(*number),
            Cell::List(items) => items.serialize(serializer),
            Cell::Bool(truth) => serializer.serialize_bool(*truth),
        }
    }
}

/// The JSON with hidden characters escaped.
///
/// They can only stand within quotes, and those of ASCII but the last are escaped already.
pub(super) fn visible(json: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| c >= '\u{7f}' && safe::is_hidden(c);
    let ascii = json.bytes().all(|byte| byte < 0x7f);
    if ascii || !json.contains(is_hidden) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped() {
        assert_eq!(visible("\"\u{7f}\u{9b}\u{202e}\u{e0041}元\""), r#""\u007f\u009b\u202e\udb40\udc41元""#);
    }
}
