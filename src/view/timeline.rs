//! What `timeline` shows: a table of dated entries and, on a wide terminal, their marks on an axis of years.
//!
//! A document, event or outcome is a mark at its day (`■ ● ▲`). A target is a line from the day it was made
//! known to its deadline (`├──◆`); the end is full when the target was met, and a cross when it was missed.

use chrono::{Datelike, NaiveDate};

use super::fact::{day_cell, status_cells, status_text, value_cells, value_columns, value_text};
use super::say;
use super::show::Look;
use crate::facts::model::{Base, Fact, Source};
use crate::lang::Lang;
use crate::page::{Audience, Cell, Column, Face, Page, Table};
use crate::status::Status;
use crate::timeline::{Entry, Item, What};

/// What stands between marks: a blank that no line breaks at.
const BLANK: char = '\u{a0}';

/// The widest an axis may be, in columns.
const WIDEST: usize = 40;

/// The entries as a table.
#[must_use]
pub fn page(look: Look<'_>, entries: &[Entry<'_>]) -> Page {
    let table = match look.face {
        Face::People => for_people(look, entries),
        Face::Machines => for_machines(look, entries),
    };
    Page::facing(look.face, table)
}

fn for_people(look: Look<'_>, entries: &[Entry<'_>]) -> Table {
    let Look { base, lang, .. } = look;
    let axis = Axis::over(entries, base);
    let mut table = Table::new(vec![
        Column::people(say(lang, "WHEN", "时间")),
        Column::people(axis.as_ref().map_or_else(String::new, Axis::head)).audience(Audience::WideTerminal),
        Column::people(say(lang, "KIND", "类别")),
        Column::people(say(lang, "WHAT", "事项")),
        Column::people(say(lang, "STATUS", "状态")),
        Column::people(say(lang, "ID", "编号")),
    ]);
    for entry in entries {
        let when = match lang {
            Lang::En => entry.period.to_string(),
            Lang::Zh => entry.period.phrase(lang),
        };
        let what = match entry.item {
            Item::Document(document) => titled(document, lang),
            Item::Fact(fact) => said(base, fact, lang),
        };
        table.push(vec![
            Cell::text(when),
            Cell::text(axis.as_ref().map_or_else(String::new, |axis| axis.row(entry, base))),
            Cell::text(kind_name(entry.what, lang)),
            Cell::text(what),
            status(entry, lang),
            Cell::text(entry.id()),
        ]);
    }
    table
}

/// How a target stands and which outcome says so, or that a document was signed on another day.
fn status(entry: &Entry<'_>, lang: Lang) -> Cell {
    let Some(judgement) = &entry.judgement else { return Cell::text(signed_apart(entry, lang)) };
    let (text, tone) = status_text(judgement, lang);
    match decided_by(entry) {
        Some(outcome) if !text.is_empty() => Cell::toned(format!("{text} [{outcome}]"), tone),
        _ => Cell::toned(text, tone),
    }
}

/// The outcome that decided.
fn decided_by<'e>(entry: &'e Entry<'_>) -> Option<&'e str> {
    let judgement = entry.judgement.as_ref()?;
    Some(judgement.outcomes[judgement.decided_by?].fact.id.as_str())
}

fn for_machines(look: Look<'_>, entries: &[Entry<'_>]) -> Table {
    let mut columns = ["when", "first", "last", "kind", "what", "value"].map(Column::machine).to_vec();
    columns.extend(value_columns());
    columns.extend(
        [
            "status",
            "months_early_least",
            "months_early_most",
            "decided_by",
            "id",
            "number_of_document",
            "signed",
            "public",
            "source",
            "supports",
        ]
        .map(Column::machine),
    );
    let mut table = Table::new(columns);
    for entry in entries {
        table.push(record(look, entry));
    }
    table
}

/// A row for machines.
fn record(look: Look<'_>, entry: &Entry<'_>) -> Vec<Cell> {
    let Look { base, lang, .. } = look;
    let (document, fact) = match entry.item {
        Item::Document(document) => (Some(document), None),
        Item::Fact(fact) => (None, Some(fact)),
    };
    let (what, source, supports) = match entry.item {
        Item::Document(document) => (titled(document, lang), &document.id, &document.supports),
        Item::Fact(fact) => (said(base, fact, lang), &fact.source, &fact.supports),
    };
    let value = fact.and_then(|fact| fact.value.as_ref());
    let mut row = vec![
        Cell::text(entry.period.to_string()),
        day_cell(entry.period.first()),
        day_cell(entry.period.last()),
        Cell::text(kind_name(entry.what, lang)),
        Cell::text(what),
        Cell::maybe(value.map(|value| value.text())),
    ];
    row.extend(value_cells(fact));
    row.extend(status_cells(entry.judgement.as_ref()));
    row.extend([
        Cell::maybe(decided_by(entry)),
        Cell::text(entry.id()),
        Cell::maybe(document.and_then(|document| document.number.as_deref())),
        day_cell(document.and_then(|document| document.signed)),
        day_cell(document.and_then(|document| document.public)),
        Cell::text(source),
        Cell::list(supports),
    ]);
    row
}

/// A document in one line: its title and number.
fn titled(document: &Source, lang: Lang) -> String {
    let title = document.title_in.get(lang).unwrap_or(&document.title);
    let number = document.number.as_ref().map_or_else(String::new, |number| format!(", {number}"));
    format!("{title}{number}")
}

/// What a fact says, in one line: its figure and subject, or its claim.
fn said(base: &Base, fact: &Fact, lang: Lang) -> String {
    if fact.value.is_none() {
        return base.claim(fact, lang);
    }
    format!("{}{}{}", base.subject(fact, lang), say(lang, ": ", "："), value_text(fact, lang))
}

/// That a document was signed on another day than it was made public.
fn signed_apart(entry: &Entry<'_>, lang: Lang) -> String {
    let Item::Document(document) = entry.item else { return String::new() };
    match (document.signed, document.public) {
        (Some(signed), Some(public)) if signed != public => {
            format!("{}{signed}", say(lang, "signed ", "成文日期："))
        }
        (Some(_), None) => say(lang, "day signed", "成文日期").to_owned(),
        _ => String::new(),
    }
}

fn kind_name(what: What, lang: Lang) -> &'static str {
    match (lang, what) {
        (Lang::En, _) => what.name(),
        (Lang::Zh, What::Document) => "文件",
        (Lang::Zh, What::Event) => "事件",
        (Lang::Zh, What::Target) => "目标",
        (Lang::Zh, What::Outcome) => "结果",
        (Lang::Zh, What::Figure) => "数据",
    }
}

/// An axis of years: so many columns a year.
struct Axis {
    first: i32,
    years: usize,
    columns: usize,
}

impl Axis {
    /// The axis over all entries; none when there is no entry or too many years to draw.
    fn over(entries: &[Entry<'_>], base: &Base) -> Option<Self> {
        let days = || entries.iter().flat_map(|entry| [Self::day(entry), Self::start(entry, base)]).flatten();
        let first = days().min()?.year();
        let years = usize::try_from(days().max()?.year() - first).ok()? + 1;
        let columns = (WIDEST / years).min(12);
        (columns >= 3).then_some(Self { first, years, columns })
    }

    /// The day an entry's mark stands at.
    fn day(entry: &Entry<'_>) -> Option<NaiveDate> {
        entry.period.last().or_else(|| entry.period.first())
    }

    /// The day a target's line begins: the day its source was published.
    fn start(entry: &Entry<'_>, base: &Base) -> Option<NaiveDate> {
        match entry.item {
            Item::Fact(fact) if entry.what == What::Target => fact.known_since(base),
            _ => None,
        }
    }

    /// The column of a day; a day before the axis begins has the first.
    fn column(&self, day: NaiveDate) -> usize {
        match usize::try_from(day.year() - self.first) {
            Ok(year) => year * self.columns + day.month0() as usize * self.columns / 12,
            Err(_) => 0,
        }
    }

    fn head(&self) -> String {
        let label = |year: i32| match self.columns {
            ..5 => format!("{:02}", year.rem_euclid(100)),
            _ => year.to_string(),
        };
        let years = (0..self.years).map(|at| {
            let year = self.first + i32::try_from(at).expect("an axis has few years");
            format!("{:<width$}", label(year), width = self.columns)
        });
        years.collect::<String>().trim_end().replace(' ', &BLANK.to_string())
    }

    fn row(&self, entry: &Entry<'_>, base: &Base) -> String {
        let Some(day) = Self::day(entry) else { return String::new() };
        let mut cells: Vec<char> = (0..self.years * self.columns)
            .map(|at| if at % self.columns == 0 { '·' } else { BLANK })
            .collect();
        let end = self.column(day);
        if let Some(start) = Self::start(entry, base).map(|day| self.column(day))
            && start < end
        {
            cells[start..end].fill('─');
            cells[start] = '├';
        }
        cells[end] = match (entry.what, entry.judgement.as_ref().map(|judgement| judgement.status)) {
            (_, Some(Status::Met { .. } | Status::MetLate)) => '◆',
            (_, Some(Status::Missed)) => '×',
            (_, Some(_)) => '◇',
            (What::Document, _) => '■',
            (What::Outcome, _) => '▲',
            _ => '●',
        };
        // What decided a target early stands on its line.
        let decided = entry
            .judgement
            .as_ref()
            .and_then(|judgement| Self::outcome_day(judgement.outcomes[judgement.decided_by?].fact));
        if let Some(at) = decided.map(|day| self.column(day))
            && at < end
        {
            cells[at] = '▲';
        }
        cells.into_iter().collect()
    }

    fn outcome_day(fact: &Fact) -> Option<NaiveDate> {
        fact.period.and_then(|period| period.last())
    }
}
