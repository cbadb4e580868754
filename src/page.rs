//! What a command shows, before any format.
//!
//! A page has two faces. Its *parts* are for people: tables, cards and sentences, which a terminal,
//! Markdown or HTML lays out. Its *records* are for machines: one table whose columns have stable keys,
//! which CSV, TSV, JSON and JSON Lines write. Most pages are one table, and then both faces are that
//! table, each column saying for whom it is.
//!
//! Text in a page is as it came from a file or a command line. Making it harmless for a terminal, a
//! spreadsheet or a browser is the work of each format.
//!
//! ```
//! use ipfacts::page::{Cell, Column, Page, Table};
//!
//! let mut table = Table::new(vec![Column::new("id", "ID"), Column::new("value", "VALUE").right()]);
//! table.push(vec![Cell::text("gdp-2016"), Cell::number("74.41")]);
//! let page = Page::of(table);
//! assert_eq!(page.records.rows.len(), 1);
//! ```

use std::borrow::Cow;

/// Who reads a page: a view that knows it need not make what nobody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// People: its parts are read.
    People,
    /// Machines: its records are read.
    Machines,
}

/// What one command shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The face for people, in reading order.
    pub parts: Vec<Part>,
    /// The face for machines.
    pub records: Table,
    /// Whether the records are one thing rather than a list (JSON then writes an object, not an array).
    pub single: bool,
}

/// A block of a page that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A table; only its columns for people are shown.
    Table(Table),
    /// One thing with its fields, each on a line of its own.
    Card(Card),
    /// A paragraph.
    Text(String),
    /// A page of our own in Markdown; a terminal shows it drawn.
    Markdown(String),
    /// Lines that must stay as they are, column under column: a worked calculation, a citation entry.
    Literal(Vec<String>),
}

/// One thing with its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// What it is: an identifier.
    pub title: String,
    /// A line under the title in full words, if any.
    pub subtitle: Option<String>,
    /// The fields in reading order.
    pub fields: Vec<Field>,
}

/// A field of a card: a label and one line or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The label.
    pub label: String,
    /// The lines; a field without a line is not shown.
    pub lines: Vec<Cell>,
}

/// Rows under named columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// A caption above the table, if any.
    pub caption: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column: its key for machines, its head for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The stable key in CSV and JSON: lower case, underscores.
    pub key: &'static str,
    /// The head that people see.
    pub head: String,
    /// Who sees it.
    pub audience: Audience,
    /// Where its text stands.
    pub align: Align,
}

/// Who sees a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// People and machines.
    Everyone,
    /// Terminal, Markdown and HTML.
    People,
    /// CSV, TSV, JSON and JSON Lines.
    Machines,
    /// Nobody: a column that this page has no use for.
    Nobody,
    /// A terminal that is wide enough for this one beside all others, with some words a line where they wrap.
    WideTerminal,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// At the right.
    Right,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: an empty cell for people, `null` in JSON.
    Empty,
    /// Text, with the tone it is said in.
    Text(String, Tone),
    /// A word of a closed list: a kind, a unit.
    Word(&'static str),
    /// A figure as exact decimal or fraction text; never a JSON number.
    Number(String),
    /// A place or a count, small and exact: a number in JSON.
    Whole(u64),
    /// Several texts: an array in JSON, joined by `; ` elsewhere.
    List(Vec<String>),
    /// True or false; `yes` or `no` for people.
    Bool(bool),
}

/// How a text is meant; a terminal may show it in colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// What one looks for first.
    Strong,
    /// All is well: agrees, met.
    Good,
    /// Something is off: differs, missed.
    Bad,
    /// Not decided.
    Open,
    /// Beside the point.
    Faint,
}

impl Page {
    /// A page that is one table, for people and machines alike.
    #[must_use]
    pub fn of(table: Table) -> Self {
        Self { parts: vec![Part::Table(table.clone())], records: table, single: false }
    }

    /// A page that is one table, made for those who read it.
    #[must_use]
    pub fn facing(face: Face, table: Table) -> Self {
        match face {
            Face::People => Self { parts: vec![Part::Table(table)], ..Self::default() },
            Face::Machines => Self { records: table, ..Self::default() },
        }
    }
}

impl Table {
    /// An empty table with these columns.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { caption: None, columns, rows: Vec::new() }
    }

    /// The same table under a caption.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// The places of the columns that are wanted, in order.
    #[must_use]
    pub fn columns_where(&self, wanted: impl Fn(&Column) -> bool) -> Vec<usize> {
        (0..self.columns.len()).filter(|&at| wanted(&self.columns[at])).collect()
    }

    /// Adds a row.
    ///
    /// # Panics
    ///
    /// If the row has not one cell a column: that is a fault of the program.
    pub fn push(&mut self, row: Vec<Cell>) {
        assert_eq!(row.len(), self.columns.len(), "a row has one cell a column");
        self.rows.push(row);
    }
}

impl Column {
    /// A column for everyone, text at the left.
    #[must_use]
    pub fn new(key: &'static str, head: impl Into<String>) -> Self {
        Self { key, head: head.into(), audience: Audience::Everyone, align: Align::Left }
    }

    /// A column for machines only; it needs no head.
    #[must_use]
    pub fn machine(key: &'static str) -> Self {
        Self { key, head: String::new(), audience: Audience::Machines, align: Align::Left }
    }

    /// A column for people only; its key is never written.
    #[must_use]
    pub fn people(head: impl Into<String>) -> Self {
        Self { key: "", head: head.into(), audience: Audience::People, align: Align::Left }
    }

    /// Whether people see it wherever they read: on a terminal, in Markdown, in HTML.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        matches!(self.audience, Audience::Everyone | Audience::People)
    }

    /// Whether it is written for machines: in CSV, TSV, JSON and JSON Lines.
    #[must_use]
    pub fn is_for_machines(&self) -> bool {
        matches!(self.audience, Audience::Everyone | Audience::Machines)
    }

    /// The same column with its text at the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// The same column for another audience.
    #[must_use]
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }
}

impl Cell {
    /// Plain text; empty text is an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    /// Text in a tone; empty text is an empty cell.
    #[must_use]
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text, tone) }
    }

    /// Text if there is any.
    #[must_use]
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A word of a closed list.
    #[must_use]
    pub fn word(word: &'static str) -> Self {
        Self::Word(word)
    }

    /// A number as exact text.
    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self::Number(text.into())
    }

    /// A place in a text or a count of things.
    #[must_use]
    pub fn whole(number: usize) -> Self {
        u64::try_from(number).map_or_else(|_| Self::number(number.to_string()), Self::Whole)
    }

    /// Several texts; none is an empty list.
    #[must_use]
    pub fn list<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// The cell as people read it.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text, _) | Self::Number(text) => Cow::Borrowed(text),
            Self::Word(word) => Cow::Borrowed(word),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::List(items) => Cow::Owned(items.join("; ")),
            Self::Bool(true) => Cow::Borrowed("yes"),
            Self::Bool(false) => Cow::Borrowed("no"),
        }
    }

    /// The tone people see it in.
    #[must_use]
    pub fn tone(&self) -> Tone {
        match self {
            Self::Text(_, tone) => *tone,
            _ => Tone::Plain,
        }
    }
}
