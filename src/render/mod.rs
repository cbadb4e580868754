//! Draws a page in a format, and a fault under its text.
//!
//! One file a format. Those for people ([`Format::Table`], [`Format::Markdown`], [`Format::Html`]) draw a
//! page's parts; those for machines ([`Format::Csv`], [`Format::Tsv`], [`Format::Json`], [`Format::Jsonl`])
//! write its records. Whatever text a page brings along, no format lets it give orders to a terminal, a
//! browser, a spreadsheet or a Markdown reader; see [`safe`].
//!
//! ```
//! use ipfacts::page::{Cell, Column, Page, Table};
//! use ipfacts::render::{self, Format, Style};
//!
//! let mut table = Table::new(vec![Column::new("id", "ID"), Column::new("value", "VALUE").right()]);
//! table.push(vec![Cell::text("gdp-2016"), Cell::text("74.41 万亿元")]);
//! let mut out = Vec::new();
//! render::page(&Page::of(table), Format::Markdown, &Style::PLAIN, &mut out)?;
//! assert_eq!(
//!     String::from_utf8_lossy(&out),
//!     "| ID       |        VALUE |\n\
//!      | :------- | -----------: |\n\
//!      | gdp-2016 | 74.41 万亿元 |\n"
//! );
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! A new format is a file with a `write` function, a variant of [`Format`] and a row of its table.

pub mod columns;
pub mod safe;
pub mod wrap;

mod csv;
mod faults;
mod github;
mod html;
mod inline;
mod json;
mod jsonl;
mod markdown;
mod rdjson;
mod sarif;
mod sheet;
mod snippet;
mod terminal;
mod tsv;

use std::io::{self, Write};

use crate::page::{Face, Page};

pub use faults::{FaultFormat, faults};
pub use snippet::diagnostic;

/// A format a page can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Aligned columns for a terminal.
    Table,
    /// Pipe tables as GitHub and pandoc read them.
    Markdown,
    /// Records as comma-separated values.
    Csv,
    /// Records as tab-separated values.
    Tsv,
    /// Records as one JSON array, or one object where there can be but one.
    Json,
    /// Records as JSON, one object a line.
    Jsonl,
    /// A complete document for a browser.
    Html,
}

/// What the terminal, or whatever stands in its place, can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether escape codes for bold and colour are understood.
    pub color: bool,
    /// The width in columns that lines are wrapped to; none: they are never wrapped.
    pub width: Option<u16>,
    /// Whether rules and frames may be drawn with characters outside ASCII.
    pub unicode: bool,
}

impl Style {
    /// No colour, no wrapping, Unicode frames: what a file or a pipe gets.
    pub const PLAIN: Self = Self { color: false, width: None, unicode: true };
}

/// What draws a format.
type Writer = fn(&Page, &Style, &mut dyn Write) -> io::Result<()>;

/// The formats: name, file extensions and what draws them, in the order of [`Format`].
const FORMATS: [(Format, &str, &[&str], Writer); 7] = [
    (Format::Table, "table", &["txt"], terminal::write),
    (Format::Markdown, "markdown", &["md", "markdown"], markdown::write),
    (Format::Csv, "csv", &["csv"], csv::write),
    (Format::Tsv, "tsv", &["tsv"], tsv::write),
    (Format::Json, "json", &["json"], json::write),
    (Format::Jsonl, "jsonl", &["jsonl", "ndjson"], jsonl::write),
    (Format::Html, "html", &["html", "htm"], html::write),
];

/// Writes the rows of a page after those of another that [`page`] wrote: no head, nothing around them.
///
/// Only where [`Format::rows_can_follow`]; another format writes the page whole.
///
/// # Errors
///
/// When the rows cannot be written.
pub fn more_rows(page: &Page, format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Csv => csv::rows(page, b',', out),
        Format::Tsv => csv::rows(page, b'\t', out),
        _ => self::page(page, format, &Style::PLAIN, out),
    }
}

impl Format {
    /// Whether rows can follow rows written before, so that an answer without end can be written as it comes.
    #[must_use]
    pub fn rows_can_follow(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Jsonl)
    }

    /// Whether it writes the records for machines, not the parts for people.
    #[must_use]
    pub fn is_for_machines(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Json | Self::Jsonl)
    }

    /// Who reads what it writes.
    #[must_use]
    pub fn face(self) -> Face {
        if self.is_for_machines() { Face::Machines } else { Face::People }
    }

    /// All formats, in the order they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Table, Self::Markdown, Self::Csv, Self::Tsv, Self::Json, Self::Jsonl, Self::Html];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The format of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        FORMATS.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The format of files with that extension, given without its dot and in any case.
    ///
    /// ```
    /// use ipfacts::render::Format;
    ///
    /// assert_eq!(Format::from_extension("MD"), Some(Format::Markdown));
    /// assert_eq!(Format::from_extension("docx"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        FORMATS.iter().find(|row| row.2.contains(&extension.as_str())).map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, &'static [&'static str], Writer) {
        &FORMATS[self as usize]
    }
}

/// Writes a page.
///
/// It is written in small pieces, so `out` had better be buffered.
///
/// # Errors
///
/// Whatever `out` fails with; a closed pipe is [`io::ErrorKind::BrokenPipe`].
pub fn page(page: &Page, format: Format, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    (format.row().3)(page, style, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_finds_its_own_row() {
        assert_eq!(Format::ALL.len(), FORMATS.len());
        for (&format, row) in Format::ALL.iter().zip(&FORMATS) {
            assert_eq!(format, row.0);
            assert_eq!(format.row().0, format);
            assert_eq!(Format::from_name(format.name()), Some(format));
            assert!(row.2.iter().all(|extension| Format::from_extension(extension) == Some(format)));
        }
        assert_eq!(Format::from_name("yaml"), None);
    }
}
