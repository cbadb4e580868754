//! What `sources` shows: each source and how many facts rest on it.

use super::fact::day_cell;
use super::say;
use super::show::{self, Look};
use crate::cite;
use crate::facts::model::{Base, Source};
use crate::lang::Lang;
use crate::page::{Cell, Column, Page, Part, Table};

/// A table of sources.
#[must_use]
pub fn list(base: &Base, sources: &[&Source], lang: Lang) -> Page {
    Page::of(table(base, sources, lang))
}

/// The cards of sources.
#[must_use]
pub fn cards(look: Look<'_>, sources: &[&Source]) -> Page {
    let parts = sources.iter().map(|source| Part::Card(show::source_card(look, source))).collect();
    let records = table(look.base, sources, look.lang);
    Page { parts, records, single: sources.len() == 1 }
}

fn table(base: &Base, sources: &[&Source], lang: Lang) -> Table {
    let mut table = Table::new(vec![
        Column::new("id", say(lang, "ID", "编号")),
        Column::machine("type"),
        Column::new("facts", say(lang, "FACTS", "条目")).right(),
        Column::new("date", say(lang, "DATE", "日期")),
        Column::new("publisher", say(lang, "PUBLISHER", "发布者")),
        Column::new("title", say(lang, "TITLE", "标题")),
        Column::machine("title_described"),
        Column::machine("language"),
        Column::machine("container"),
        Column::machine("authors"),
        Column::machine("number"),
        Column::machine("signed"),
        Column::machine("public"),
        Column::machine("url"),
        Column::machine("seen"),
        Column::machine("seen_copy"),
        Column::machine("doi"),
        Column::machine("note"),
        Column::machine("citation"),
    ]);
    for source in sources {
        let facts = base.facts.iter().filter(|fact| fact.source == source.id).count();
        let rates = base.rates.iter().filter(|rate| rate.source == source.id).count();
        let title = source.title_in.get(lang).unwrap_or(&source.title);
        let date = source
            .document_day()
            .map(|day| day.to_string())
            .or_else(|| source.date.map(|date| date.to_string()));
        table.push(vec![
            Cell::text(&source.id),
            Cell::text(source.kind.name()),
            Cell::whole(facts + rates),
            Cell::maybe(date),
            Cell::text(cite::publisher(base, source, lang)),
            Cell::text(title),
            Cell::Bool(source.described),
            Cell::maybe(source.language.as_deref()),
            Cell::maybe(source.container.as_deref()),
            Cell::list(&source.authors),
            Cell::maybe(source.number.as_deref()),
            day_cell(source.signed),
            day_cell(source.public),
            Cell::maybe(source.url.as_deref()),
            Cell::maybe(source.seen.as_ref().map(|seen| seen.url.as_str())),
            Cell::Bool(source.seen.as_ref().is_some_and(|seen| seen.copy)),
            Cell::maybe(source.doi.as_deref()),
            Cell::maybe(source.note.as_deref()),
            Cell::text(cite::source(base, source, lang)),
        ]);
    }
    table
}
