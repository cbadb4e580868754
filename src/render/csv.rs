//! Records as comma-separated values: one head line of keys, one line a record.
//!
//! Quoting follows RFC 4180; lines end with a line feed alone, which every reader takes and line tools
//! expect. A record is always one line: a line break or tab within a text is a space. Columns stand in the
//! order of the page, several texts of one cell are joined by `; `, a truth is `true` or `false`, and a
//! number is its exact text. Whoever needs texts byte for byte takes JSON.
//!
//! A spreadsheet takes a cell for a formula when it begins with `=`, `+`, `-` or `@`, be it after spaces or
//! as a full-width character, and a formula can run programs
//! (<https://owasp.org/www-community/attacks/CSV_Injection>). Such a cell gets an apostrophe in front, unless
//! it is a number or a percentage: `-3.5 %` stays as it is.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Style, safe};
use crate::page::{Cell, Page};

/// Writes the records with commas.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    separated(page, b',', out)
}

/// Writes the records with that delimiter.
pub(super) fn separated(page: &Page, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let table = &page.records;
    let shown: Vec<usize> = table.columns_where(|column| column.is_for_machines());
    if shown.is_empty() {
        return Ok(());
    }
    let mut head = writer(delimiter, &mut *out);
    head.write_record(shown.iter().map(|&at| table.columns[at].key))?;
    head.flush()?;
    drop(head);
    rows(page, delimiter, out)
}

fn writer(delimiter: u8, out: &mut dyn Write) -> ::csv::Writer<&mut dyn Write> {
    ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(::csv::Terminator::Any(b'\n'))
        .from_writer(out)
}

/// Writes the records without their head.
pub(super) fn rows(page: &Page, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let table = &page.records;
    let shown: Vec<usize> = table.columns_where(|column| column.is_for_machines());
    let mut writer = writer(delimiter, out);
    for row in &table.rows {
        writer.write_record(shown.iter().map(|&at| field(&row[at])))?;
    }
    writer.flush()
}

/// The text of a cell as a spreadsheet may have it.
fn field(cell: &Cell) -> String {
    let text = match cell {
        Cell::Bool(truth) => Cow::Owned(truth.to_string()),
        Cell::Text(text, _) | Cell::Number(text) => safe::line(text),
        Cell::Word(word) => Cow::Borrowed(*word),
        _ => Cow::Owned(safe::line(&cell.plain()).into_owned()),
    };
    if is_formula(&text) { format!("'{text}") } else { text.into_owned() }
}

/// Whether a spreadsheet would reckon with the text instead of showing it.
fn is_formula(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number(text)
}

/// Whether the text is a decimal number or fraction, with or without a sign and a percent sign.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let text = text.strip_suffix(['%', '‰']).map_or(text, str::trim_end);
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once(['.', '/']) {
        Some((before, after)) => is_digits(before) && is_digits(after),
        None => is_digits(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_disarmed() {
        for text in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "  =1",
            "　＝1",
            "\t=1",
            "-",
            "--1",
            "-1.",
            "-1e5",
        ] {
            assert_eq!(field(&Cell::text(text)), format!("'{}", safe::line(text)));
        }
        assert_eq!(field(&Cell::list(["=1", "a"])), "'=1; a");
    }

    #[test]
    fn a_number_is_left_alone() {
        for text in ["-22.58", "+5", "-1/3", "-3.5 %", "-2‰", "74.41", "22.58 trillion yuan", "a=1"] {
            assert_eq!(field(&Cell::text(text)), text);
        }
        assert_eq!(field(&Cell::Number("-74.41".into())), "-74.41");
    }

    #[test]
    fn other_cells() {
        assert_eq!(field(&Cell::Empty), "");
        assert_eq!(field(&Cell::Bool(false)), "false");
        assert_eq!(field(&Cell::list(["a", "b\nc"])), "a; b c");
    }
}
