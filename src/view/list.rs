//! A table of facts: what each is about, its value, time and source for people; every field for machines.

use super::fact::{day_cell, period_text, status_cells, status_text, value_cells, value_columns, value_text};
use super::say;
use super::show::Look;
use crate::facts::model::{Base, Fact, Kind, Measure};
use crate::lang::Lang;
use crate::page::{Audience, Cell, Column, Table};
use crate::status;

/// The table that people read.
pub(super) fn for_people(look: Look<'_>, facts: &[&Fact]) -> Table {
    let Look { base, lang, day, .. } = look;
    let has_targets = facts.iter().any(|fact| fact.kind == Kind::Target);
    let mut table = Table::new(vec![
        Column::people(say(lang, "ID", "编号")),
        Column::people(say(lang, "SUBJECT", "主题")),
        Column::people(say(lang, "VALUE", "数值")),
        Column::people(say(lang, "PERIOD", "时间")),
        Column::people(say(lang, "SOURCE", "来源")),
        Column::people(say(lang, "STATUS", "状态")).audience(match has_targets {
            true => Audience::People,
            false => Audience::Nobody,
        }),
    ]);
    for fact in facts {
        let status = match fact.kind {
            Kind::Target => {
                let (text, tone) = status_text(&status::judge(base, fact, day), lang);
                Cell::toned(text, tone)
            }
            _ => Cell::Empty,
        };
        table.push(vec![
            Cell::text(&fact.id),
            Cell::text(subject(base, fact, lang)),
            Cell::text(value_text(fact, lang)),
            Cell::text(period_text(fact, lang)),
            Cell::text(&fact.source),
            status,
        ]);
    }
    table
}

/// The table that machines read.
pub(super) fn for_machines(look: Look<'_>, facts: &[&Fact]) -> Table {
    let mut columns =
        ["id", "kind", "topic", "measure", "whole", "subject", "value"].map(Column::machine).to_vec();
    columns.extend(value_columns());
    columns.extend(
        [
            "or",
            "period",
            "period_inferred",
            "period_first",
            "period_last",
            "source",
            "status",
            "months_early_least",
            "months_early_most",
            "at",
            "by",
            "claim",
            "place",
            "among",
            "vintage",
            "known_since",
            "basis",
            "supports",
            "tags",
            "note",
        ]
        .map(Column::machine),
    );
    let mut table = Table::new(columns);
    for fact in facts {
        table.push(record(look, fact));
    }
    table
}

/// What a fact is about; without a figure it is its claim.
fn subject(base: &Base, fact: &Fact, lang: Lang) -> String {
    if fact.value.is_some() { base.subject(fact, lang) } else { base.claim(fact, lang) }
}

/// A row for machines.
fn record(look: Look<'_>, fact: &Fact) -> Vec<Cell> {
    let Look { base, lang, day, .. } = look;
    let judgement = (fact.kind == Kind::Target).then(|| status::judge(base, fact, day));
    let [status, least, most] = status_cells(judgement.as_ref());
    let mut row = vec![
        Cell::text(&fact.id),
        Cell::text(fact.kind.name()),
        Cell::maybe(fact.topic.as_deref()),
        Cell::maybe(fact.measure.map(Measure::name)),
        Cell::maybe(fact.whole.as_deref()),
        Cell::text(subject(base, fact, lang)),
        Cell::text(value_text(fact, lang)),
    ];
    row.extend(value_cells(Some(fact)));
    row.extend([
        Cell::maybe(fact.or.as_ref().map(|or| or.text())),
        Cell::maybe(fact.period.map(|period| period.to_string())),
        Cell::Bool(fact.inferred),
        day_cell(fact.period.and_then(|period| period.first())),
        day_cell(fact.period.and_then(|period| period.last())),
        Cell::text(&fact.source),
        status,
        least,
        most,
        Cell::maybe(fact.at.as_deref()),
        Cell::maybe(fact.by.as_deref()),
        Cell::text(base.claim(fact, lang)),
        Cell::maybe(fact.place.as_deref().or(base.place.as_deref())),
        Cell::maybe(fact.among.as_deref()),
        Cell::maybe(fact.vintage.map(|vintage| vintage.name())),
        day_cell(fact.known_since(base)),
        Cell::maybe(fact.basis.map(|basis| basis.name())),
        Cell::list(&fact.supports),
        Cell::list(&fact.tags),
        Cell::maybe(fact.note.as_deref()),
    ]);
    row
}
