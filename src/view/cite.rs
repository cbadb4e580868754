//! What `cite` shows: one citation a line.

use crate::cite;
use crate::facts::model::{Base, Fact, Source};
use crate::lang::Lang;
use crate::page::{Cell, Column, Page, Part, Table};

/// What can be cited.
#[derive(Debug, Clone, Copy)]
pub enum Cited<'b> {
    /// A fact, with its place in its source.
    Fact(&'b Fact),
    /// A source.
    Source(&'b Source),
}

/// The citations, in the order asked for.
#[must_use]
pub fn page(base: &Base, cited: &[Cited<'_>], lang: Lang) -> Page {
    let mut records = Table::new(["id", "source", "at", "citation"].map(Column::machine).to_vec());
    let mut parts = Vec::new();
    for one in cited {
        let (id, source, at, citation) = match one {
            Cited::Fact(fact) => (&fact.id, &fact.source, fact.at.as_deref(), cite::fact(base, fact, lang)),
            Cited::Source(source) => (&source.id, &source.id, None, cite::source(base, source, lang)),
        };
        parts.push(Part::Text(citation.clone()));
        records.push(vec![Cell::text(id), Cell::text(source), Cell::maybe(at), Cell::text(citation)]);
    }
    Page { parts, records, single: cited.len() == 1 }
}
