//! What `derive` shows: worked lines that can go into a footnote, or each with what it rests on.

use super::fact::{end_cells, value_text};
use super::say;
use crate::cite;
use crate::derive::compare::{self, Comparison};
use crate::derive::exchange::Exchange;
use crate::derive::worked::{Input, Worked};
use crate::facts::model::{Derived, Entry};
use crate::lang::Lang;
use crate::page::{Card, Cell, Column, Field, Page, Part, Table, Tone};
use crate::status::Finding;

/// A derived figure of the base, or a formula typed, worked out.
#[derive(Debug)]
pub struct Answer<'b> {
    /// The entry, if it is one of the base.
    pub derived: Option<&'b Derived>,
    /// Its working.
    pub worked: Worked<'b>,
}

/// What a page of derived figures is made with.
#[derive(Debug, Clone, Copy)]
pub struct Look<'e, 'b> {
    /// The base and its rates.
    pub exchange: &'e Exchange<'b>,
    /// The language.
    pub lang: Lang,
}

/// A table of derived figures.
#[must_use]
pub fn list(look: Look<'_, '_>, answers: &[Answer<'_>]) -> Page {
    Page::of(table(look, answers))
}

/// Each figure with what it rests on, down to the sources.
#[must_use]
pub fn cards(look: Look<'_, '_>, answers: &[Answer<'_>]) -> Page {
    let parts = answers.iter().map(|answer| Part::Card(card(look, answer))).collect();
    Page { parts, records: table(look, answers), single: answers.len() == 1 }
}

/// The whole working: `22.58 trillion yuan ÷ 30.3 % = 74.5 trillion yuan (74.38 … 74.67)`.
#[must_use]
pub fn line(worked: &Worked<'_>, lang: Lang) -> String {
    let result = worked.result.figure(lang, None);
    let bounds = worked.result.bounds(lang, None);
    let figure =
        if worked.is_plain { worked.working.clone() } else { format!("{} = {result}", worked.working) };
    if bounds.is_empty() { figure } else { format!("{figure} ({bounds})") }
}

fn table(look: Look<'_, '_>, answers: &[Answer<'_>]) -> Table {
    let lang = look.lang;
    let mut table = Table::new(vec![
        Column::new("id", say(lang, "ID", "编号")),
        Column::machine("formula"),
        Column::new("worked", say(lang, "WORKED", "算式")),
        Column::machine("number"),
        Column::machine("unit"),
        Column::machine("low"),
        Column::machine("low_open"),
        Column::machine("high"),
        Column::machine("high_open"),
        Column::new("against", say(lang, "AGAINST", "对照")),
        Column::machine("inputs"),
        Column::machine("claim"),
        Column::machine("note"),
    ]);
    for answer in answers {
        let worked = &answer.worked;
        let [low, low_open] = end_cells(worked.result.interval.low());
        let [high, high_open] = end_cells(worked.result.interval.high());
        let against = comparisons(look, answer);
        let tone = against.iter().map(|(_, tone)| *tone).find(|tone| *tone == Tone::Bad).unwrap_or_default();
        let against: Vec<String> = against.into_iter().map(|(text, _)| text).collect();
        table.push(vec![
            Cell::maybe(answer.derived.map(|derived| derived.id.as_str())),
            Cell::text(&worked.formula),
            Cell::text(line(worked, lang)),
            Cell::number(worked.result.value.to_text()),
            Cell::text(worked.result.unit.code()),
            low,
            low_open,
            high,
            high_open,
            Cell::toned(against.join("; "), tone),
            Cell::list(inputs(look, worked)),
            Cell::maybe(answer.derived.and_then(|derived| derived.claim.as_deref())),
            Cell::maybe(answer.derived.and_then(|derived| derived.note.as_deref())),
        ]);
    }
    table
}

/// The IDs of what went in.
fn inputs(look: Look<'_, '_>, worked: &Worked<'_>) -> Vec<String> {
    let base = look.exchange.base;
    worked
        .inputs
        .iter()
        .map(|input| match input {
            Input::Entry(Entry::Fact(at)) => base.facts[*at].id.to_string(),
            Input::Entry(Entry::Rate(at)) => base.rates[*at].id.to_string(),
            Input::Entry(_) => String::new(),
            Input::Derived(derived, _) => derived.id.to_string(),
            Input::Rate(rate) => rate.source.clone(),
        })
        .collect()
}

/// What the result is held against, and how it stands to it, a line each.
fn comparisons(look: Look<'_, '_>, answer: &Answer<'_>) -> Vec<(String, Tone)> {
    let lang = look.lang;
    let Some(derived) = answer.derived else { return Vec::new() };
    derived
        .compare
        .iter()
        .filter_map(|id| {
            let base = look.exchange.base;
            let value = compare::value_of(look.exchange, id)?;
            let (verdict, tone) = match compare::compare(base, &answer.worked, id, &value) {
                Comparison::Target(Finding::Meets) => (say(lang, "meets", "达到").to_owned(), Tone::Good),
                Comparison::Target(Finding::Fails | Finding::Part) => {
                    (say(lang, "not up to", "未达到").to_owned(), Tone::Plain)
                }
                Comparison::Target(Finding::Either) => {
                    (say(lang, "may or may not meet", "不能判定是否达到").to_owned(), Tone::Open)
                }
                Comparison::Agrees => (say(lang, "agrees with", "符合").to_owned(), Tone::Good),
                Comparison::Differs => (say(lang, "differs from", "不符合").to_owned(), Tone::Bad),
                Comparison::NotComparable => {
                    let basis = base.fact(id).and_then(|fact| fact.basis);
                    let basis = basis.map_or("", |basis| basis.name_in(lang));
                    let text = match lang {
                        Lang::En => format!("not comparable ({basis} basis) with"),
                        Lang::Zh => format!("口径不同（{basis}），不可比："),
                    };
                    (text, Tone::Open)
                }
                Comparison::OtherUnit => {
                    (say(lang, "not of one unit with", "单位不同：").to_owned(), Tone::Open)
                }
            };
            let stated = base.fact(id).map(|fact| value_text(fact, lang));
            let stated = stated.unwrap_or_else(|| value.figure(lang, None));
            Some((format!("{verdict} {stated} [{id}]"), tone))
        })
        .collect()
}

fn card(look: Look<'_, '_>, answer: &Answer<'_>) -> Card {
    let lang = look.lang;
    let mut fields = Vec::new();
    let mut add = |english: &str, chinese: &str, lines: Vec<Cell>| {
        if !lines.is_empty() {
            fields.push(Field { label: say(lang, english, chinese).to_owned(), lines });
        }
    };
    let worked = &answer.worked;
    add("Worked", "算式", vec![Cell::toned(line(worked, lang), Tone::Strong)]);
    add("Formula", "公式", vec![Cell::text(&worked.formula)]);
    let against = comparisons(look, answer);
    add("Against", "对照", against.into_iter().map(|(text, tone)| Cell::toned(text, tone)).collect());
    let mut tree = Vec::new();
    branches(look, worked, 0, &mut tree);
    add("From", "来自", tree.into_iter().map(Cell::text).collect());
    let note = answer.derived.and_then(|derived| derived.note.as_ref());
    add("Note", "备注", note.into_iter().map(Cell::text).collect());
    let claim = answer.derived.and_then(|derived| derived.claim_in.get(lang).or(derived.claim.as_deref()));
    Card {
        title: answer.derived.map_or_else(|| worked.formula.clone(), |derived| derived.id.to_string()),
        subtitle: claim.map(str::to_owned),
        fields,
    }
}

/// What went in, down to the sources, a line each; what a derived input rests on stands beneath it.
fn branches(look: Look<'_, '_>, worked: &Worked<'_>, depth: usize, lines: &mut Vec<String>) {
    let base = look.exchange.base;
    let lang = look.lang;
    let indent = "  ".repeat(depth);
    for input in &worked.inputs {
        let text = match input {
            Input::Entry(Entry::Fact(at)) => {
                let fact = &base.facts[*at];
                let period =
                    fact.period.map_or_else(String::new, |period| format!(" ({})", period.phrase(lang)));
                format!("{}{period} [{}], {}", value_text(fact, lang), fact.id, cite::fact(base, fact, lang))
            }
            Input::Entry(Entry::Rate(at)) => {
                let rate = &base.rates[*at];
                let source = base.source(&rate.source).expect("a rate's source is in its base");
                let value = rate.value.text();
                format!("{value} [{}], {}", rate.id, cite::source(base, source, lang))
            }
            Input::Entry(_) => continue,
            Input::Derived(derived, inner) => {
                lines.push(format!("{indent}{} [{}]", line(inner, lang), derived.id));
                branches(look, inner, depth + 1, lines);
                continue;
            }
            Input::Rate(rate) => {
                let (quote, of) = (rate.pair.quote.code(), rate.pair.base.code());
                format!("{} {quote}/{of}, {} [{}]", rate.figure(), rate.kind.phrase(lang), rate.source)
            }
        };
        lines.push(format!("{indent}{text}"));
    }
}
