//! What `scan` shows: a row for each figure, time and document number of a draft.
//!
//! The keys are a promise: `file` (or `id`, of drafts that came as JSON Lines), `start` and `end` (bytes of the
//! file, from 0), `line` and `column` (from 1, the column in characters), `text` (as it stands in the file, with the
//! markup in it), `kind` (one of [`KINDS`]), `value` (exact, in the base unit), `unit`, `low` and `high` (the ends
//! of the interval of values it can stand for; none where it is open), `qualifier`, `period`, `lang`, and `noun`,
//! what a count counts. A time has only its period, a document number only its `value`.

use std::borrow::Cow;

use crate::document::{Document, Places};
use crate::page::{Audience, Cell, Column, Table};
use crate::period::{Kind, Length, Period};
use crate::quantity::{Bound, Unit};
use crate::scan::{DocumentMention, Figure, FigureKind, Findings, Prose, Sentence, Time};

/// The kinds that a row can be of.
pub const KINDS: [&str; 13] = [
    "money",
    "percent",
    "percentage-points",
    "rank",
    "count",
    "multiple",
    "fraction",
    "speed",
    "number",
    "other",
    "date",
    "period",
    "document",
];

/// What names a draft in the first column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The file it came from.
    File,
    /// Its own `id`.
    Id,
}

/// A table without rows. With `names`, people see which draft a row is of.
#[must_use]
pub fn table(named: Named, names: bool) -> Table {
    let name = match named {
        Named::File => Column::new("file", "FILE"),
        Named::Id => Column::new("id", "ID"),
    };
    let name = if names { name } else { name.audience(Audience::Machines) };
    Table::new(vec![
        name,
        Column::people("PLACE").right(),
        Column::machine("start"),
        Column::machine("end"),
        Column::machine("line"),
        Column::machine("column"),
        Column::people("TEXT"),
        Column::machine("text"),
        Column::new("kind", "KIND"),
        Column::new("value", "VALUE").right(),
        Column::new("unit", "UNIT"),
        Column::machine("low"),
        Column::machine("high"),
        Column::machine("qualifier"),
        Column::new("period", "PERIOD"),
        Column::machine("lang"),
        Column::machine("noun"),
    ])
}

/// How many columns the table has.
const COLUMNS: usize = 17;

/// Makes rows of what the sentences of a draft hold, asked in order.
pub struct Rows<'a> {
    document: &'a Document,
    prose: &'a Prose,
    name: &'a str,
    kinds: &'a [String],
    places: Places<'a>,
    /// Whether people read the rows, not only machines.
    people: bool,
}

impl<'a> Rows<'a> {
    /// For a draft under a name. Of other kinds than these no row is made; without any, of all.
    #[must_use]
    pub fn new(document: &'a Document, prose: &'a Prose, name: &'a str, kinds: &'a [String]) -> Self {
        Self { document, prose, name, kinds, places: Places::of(document), people: true }
    }

    /// For machines only: what only people see is left out.
    #[must_use]
    pub fn for_machines(mut self) -> Self {
        self.people = false;
        self
    }

    /// Adds the rows of a sentence, in the order of the text.
    pub fn add(&mut self, table: &mut Table, sentence: &Sentence, found: &Findings) {
        let mut rows: Vec<(usize, Row<'_>)> = Vec::new();
        rows.extend(found.figures.iter().map(|figure| (figure.range.start, Row::Figure(figure))));
        rows.extend(found.times.iter().map(|time| (time.range.start, Row::Time(time))));
        rows.extend(found.documents.iter().map(|document| (document.range.start, Row::Document(document))));
        rows.sort_by_key(|(start, _)| *start);
        for (_, row) in rows {
            if self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == row.kind()) {
                let cells = self.cells(&row, sentence);
                table.push(cells);
            }
        }
    }

    fn cells(&mut self, row: &Row<'_>, sentence: &Sentence) -> Vec<Cell> {
        let range = match row {
            Row::Figure(figure) => &figure.range,
            Row::Time(time) => &time.range,
            Row::Document(document) => &document.range,
        };
        let span = self.prose.in_document(range.clone());
        let (line, column) = self.places.at(span.start);
        let number = Cell::whole;
        let for_people =
            |text: &dyn Fn() -> String| if self.people { Cell::text(text()) } else { Cell::Empty };
        let mut cells = Vec::with_capacity(COLUMNS);
        cells.extend([
            Cell::text(self.name),
            for_people(&|| format!("{line}:{column}")),
            number(span.start),
            number(span.end),
            number(line),
            number(column),
            for_people(&|| self.prose.text[range.clone()].to_owned()),
            Cell::text(&self.document.text[span]),
            Cell::word(row.kind()),
        ]);
        match row {
            Row::Figure(figure) => cells.extend(self.of_figure(figure)),
            Row::Time(time) => {
                cells.extend([const { Cell::Empty }; 5]);
                cells.push(period(time.period));
            }
            Row::Document(document) => {
                cells.push(Cell::text(&document.number));
                cells.extend([const { Cell::Empty }; 5]);
            }
        }
        cells.push(Cell::word(sentence.lang.code()));
        cells.push(match row {
            Row::Figure(figure) => Cell::maybe(figure.noun.clone().map(|noun| &self.prose.text[noun])),
            _ => Cell::Empty,
        });
        cells
    }

    fn of_figure(&self, figure: &Figure) -> [Cell; 6] {
        let quantity = &figure.quantity;
        let interval = quantity.interval();
        let bound = |bound: &Bound| match bound {
            Bound::Unbounded => Cell::Empty,
            Bound::Open(value) | Bound::Closed(value) => Cell::number(value.to_text()),
        };
        let unit = match quantity.unit() {
            Unit::Number if figure.kind == FigureKind::Count => Cow::Borrowed("count"),
            unit => unit.code(),
        };
        let unit = match unit {
            Cow::Borrowed(word) => Cell::word(word),
            Cow::Owned(text) => Cell::text(text),
        };
        [
            Cell::number(quantity.value().to_text()),
            unit,
            bound(interval.low()),
            bound(interval.high()),
            Cell::word(quantity.qualifier().code()),
            period(figure.when.as_ref().and_then(|when| when.period)),
        ]
    }
}

enum Row<'a> {
    Figure(&'a Figure),
    Time(&'a Time),
    Document(&'a DocumentMention),
}

impl Row<'_> {
    fn kind(&self) -> &'static str {
        match self {
            Self::Figure(figure) => figure.kind.name(),
            Self::Time(time) => {
                let day = time.period.is_some_and(|period| {
                    matches!(period.kind(), Kind::During(_)) && period.precision() == Length::Day
                });
                if day { "date" } else { "period" }
            }
            Self::Document(_) => "document",
        }
    }
}

fn period(period: Option<Period>) -> Cell {
    Cell::maybe(period.map(|period| period.to_string()))
}
