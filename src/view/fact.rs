//! What all views say of a fact: its cells for machines, its value and period for people.

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact};
use crate::lang::Lang;
use crate::page::{Cell, Column, Tone};
use crate::period::Period;
use crate::quantity::Bound;
use crate::status::{Judgement, Status};

use super::say;

/// The cell of a day; empty where there is none.
pub(super) fn day_cell(day: Option<NaiveDate>) -> Cell {
    Cell::maybe(day.map(|day| day.to_string()))
}

/// The columns that tell a quantity to machines: as written, exact in its base unit, and its interval.
pub(super) fn value_columns() -> Vec<Column> {
    ["number", "unit", "low", "low_open", "high", "high_open", "qualifier"].map(Column::machine).to_vec()
}

/// The cells of an end of an interval: where it is, and whether it is open. An end without a limit is empty.
pub(super) fn end_cells(bound: &Bound) -> [Cell; 2] {
    match bound {
        Bound::Unbounded => [Cell::Empty, Cell::Bool(true)],
        Bound::Open(at) => [Cell::number(at.to_text()), Cell::Bool(true)],
        Bound::Closed(at) => [Cell::number(at.to_text()), Cell::Bool(false)],
    }
}

/// The cells under [`value_columns`]; all empty for a fact without a figure.
pub(super) fn value_cells(fact: Option<&Fact>) -> Vec<Cell> {
    let figure = fact.and_then(|fact| Some((fact.value.as_ref()?, fact.interval()?)));
    let Some((quantity, interval)) = figure else { return vec![Cell::Empty; 7] };
    let [low, low_open] = end_cells(interval.low());
    let [high, high_open] = end_cells(interval.high());
    vec![
        Cell::number(quantity.value().to_text()),
        Cell::text(quantity.unit().code()),
        low,
        low_open,
        high,
        high_open,
        Cell::text(quantity.qualifier().code()),
    ]
}

/// The value as people read it, with a second reading the source allows.
pub(super) fn value_text(fact: &Fact, lang: Lang) -> String {
    let Some(value) = &fact.value else { return String::new() };
    let Some(or) = &fact.or else { return value.text().to_owned() };
    // `over 45 %` beside `45 %` differs by a word only.
    let or = or.text().strip_suffix(value.text()).unwrap_or(or.text()).trim_end();
    match lang {
        Lang::En => format!("{} (or {or})", value.text()),
        Lang::Zh => format!("{}（或{or}）", value.text()),
    }
}

/// The period as people read it, marked when it is inferred.
pub(super) fn period_text(fact: &Fact, lang: Lang) -> String {
    match &fact.period {
        Some(period) if fact.inferred => {
            format!("{} {}", period.phrase(lang), say(lang, "(inferred)", "（推断）"))
        }
        Some(period) => period.phrase(lang),
        None => String::new(),
    }
}

/// Who counted or decided, by its short name: the fact's own body, or the issuer of its source.
pub(super) fn counted_by<'b>(base: &'b Base, fact: &Fact, lang: Lang) -> &'b str {
    let body = fact.by.as_ref().or(base.source_of(fact).issuer.as_ref()).and_then(|id| base.body(id));
    body.map_or("", |body| body.names.short(lang))
}

/// The cells that tell a target's status to machines: its name, and how many whole months early at least and at
/// most.
pub(super) fn status_cells(judgement: Option<&Judgement<'_>>) -> [Cell; 3] {
    let Some(judgement) = judgement else { return [Cell::Empty, Cell::Empty, Cell::Empty] };
    let name = Cell::text(judgement.status.name());
    match judgement.status {
        Status::Met { early: (least, most) } => [name, Cell::Whole(least.into()), Cell::Whole(most.into())],
        _ => [name, Cell::Empty, Cell::Empty],
    }
}

/// A target's status in words, and its tone.
pub(super) fn status_text(judgement: &Judgement<'_>, lang: Lang) -> (String, Tone) {
    let months = |(least, most): (u32, u32)| {
        let count = if least == most { least.to_string() } else { format!("{least}–{most}") };
        match lang {
            Lang::En if (least, most) == (1, 1) => "1 month".to_owned(),
            Lang::En => format!("{count} months"),
            Lang::Zh => format!("{count}个月"),
        }
    };
    match judgement.status {
        Status::Open => (say(lang, "open", "未到期").to_owned(), Tone::Open),
        Status::Met { early: (_, 0) } => (say(lang, "met in time", "按期完成").to_owned(), Tone::Good),
        Status::Met { early: (0, most) } => match lang {
            Lang::En => (format!("met, up to {} early", months((most, most))), Tone::Good),
            Lang::Zh => (format!("完成，至多提前{}", months((most, most))), Tone::Good),
        },
        Status::Met { early } => match lang {
            Lang::En => (format!("met, {} early", months(early)), Tone::Good),
            Lang::Zh => (format!("提前{}完成", months(early)), Tone::Good),
        },
        Status::MetLate => (say(lang, "met late", "逾期完成").to_owned(), Tone::Bad),
        Status::Missed => (say(lang, "missed", "未完成").to_owned(), Tone::Bad),
        // Reached by the time of the first outcome that meets it; whether by the deadline is not known.
        Status::Undecided => match judgement.decided_by.and_then(|at| judgement.outcomes[at].fact.period) {
            Some(period) => {
                let by = period.last().map_or_else(String::new, |day| Period::day(day).phrase(lang));
                let text = match lang {
                    Lang::En => format!("undecided, met by {by}"),
                    Lang::Zh => format!("无法判定，{by}前已达到"),
                };
                (text, Tone::Open)
            }
            None => (say(lang, "undecided", "无法判定").to_owned(), Tone::Open),
        },
        Status::NoOutcome => (say(lang, "no outcome in the base", "库中无结果").to_owned(), Tone::Faint),
    }
}
