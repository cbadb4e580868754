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

/// Appends a row as an object on one line, whose keys were made ready by [`ready`].
pub(super) fn append(line: &mut Vec<u8>, ready: &[(String, usize)], cells: &[Cell]) -> io::Result<()> {
    for (key, at) in ready {
        line.extend_from_slice(key.as_bytes());
        match &cells[*at] {
            Cell::Empty => line.extend_from_slice(b"null"),
            Cell::Text(text, _) | Cell::Number(text) => append_text(line, text)?,
            Cell::Word(word) => append_text(line, word)?,
            Cell::Whole(number) => write!(line, "{number}")?,
            cell => {
                let value = serde_json::to_string(&Value(cell))?;
                line.extend_from_slice(visible(&value).as_bytes());
            }
        }
    }
    line.extend_from_slice(if ready.is_empty() { b"{}" } else { b"}" });
    Ok(())
}

/// The keys with what stands before each in an object on one line.
pub(super) fn ready(keys: &[(&'static str, usize)]) -> Vec<(String, usize)> {
    let open = |first: bool| if first { '{' } else { ',' };
    keys.iter()
        .enumerate()
        .map(|(at, (key, column))| (format!("{}\"{key}\":", open(at == 0)), *column))
        .collect()
}

/// Most texts have nothing in them to escape.
fn append_text(line: &mut Vec<u8>, text: &str) -> io::Result<()> {
    let plain = |byte: &u8| *byte >= b' ' && !matches!(byte, b'"' | b'\\') && !MAY_HIDE[usize::from(*byte)];
    if text.as_bytes().iter().all(plain) {
        line.push(b'"');
        line.extend_from_slice(text.as_bytes());
        line.push(b'"');
    } else {
        line.extend_from_slice(visible(&serde_json::to_string(text)?).as_bytes());
    }
    Ok(())
}

/// The bytes that hidden characters behind ASCII begin with, and the last of ASCII. Few others begin with them, and
/// those of Chinese writing do not, but for its punctuation.
const MAY_HIDE: [bool; 256] = {
    let mut may = [false; 256];
    let first = [0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef, 0xf3];
    let mut at = 0;
    while at < first.len() {
        may[first[at]] = true;
        at += 1;
    }
    may
};

/// The JSON with hidden characters escaped.
///
/// They can only stand within quotes, and those of ASCII but the last are escaped already.
pub(super) fn visible(json: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| c >= '\u{7f}' && safe::is_hidden(c);
    if !json.bytes().any(|byte| MAY_HIDE[usize::from(byte)]) || !json.contains(is_hidden) {
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
    fn a_row_on_one_line_is_what_the_writer_of_json_makes_of_it() {
        let texts = ["", "plain", "数字经济，22.58", "a\"b\\c\n\t", "\u{1b}\u{7f}\u{202e}é\u{e0041}"];
        let mut cells: Vec<Cell> = texts.map(Cell::number).into();
        cells.extend([0, 7, 10, u64::MAX].map(Cell::Whole));
        cells.extend([Cell::Empty, Cell::word("money"), Cell::Bool(true), Cell::list(["a", "b\u{feff}"])]);
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"];
        let keys: Vec<(&'static str, usize)> = names.into_iter().zip(0..cells.len()).collect();
        assert_eq!(keys.len(), cells.len());
        let mut line = Vec::new();
        append(&mut line, &ready(&keys), &cells).unwrap();
        let whole = serde_json::to_string(&Row { keys: &keys, cells: &cells }).unwrap();
        assert_eq!(std::str::from_utf8(&line).unwrap(), visible(&whole));
    }

    #[test]
    fn hidden_characters_are_escaped() {
        let begins = |c: char| MAY_HIDE[usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0])];
        assert!(('\u{7f}'..=char::MAX).all(|c| !safe::is_hidden(c) || begins(c)));
        assert_eq!(visible("\"\u{7f}\u{9b}\u{202e}\u{e0041}元\""), r#""\u007f\u009b\u202e\udb40\udc41元""#);
    }
}
