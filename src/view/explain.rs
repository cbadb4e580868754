//! What `explain` shows: the list of pages, or a page.

use crate::explain;
use crate::page::{Cell, Column, Page, Part, Table};

/// The list of pages.
#[must_use]
pub fn list() -> Page {
    let mut table = Table::new(vec![Column::new("page", "PAGE"), Column::new("about", "ABOUT")]);
    for page in explain::PAGES {
        table.push(vec![Cell::text(page.name), Cell::text(page.about)]);
    }
    for rule in crate::check::rules::RULES {
        table.push(vec![Cell::text(rule.code), Cell::text(format!("check: {}", rule.summary))]);
    }
    Page::of(table)
}

/// A page.
#[must_use]
pub fn page(page: &explain::Page) -> Page {
    let mut records = Table::new(["page", "about", "text"].map(Column::machine).to_vec());
    records.push(vec![Cell::text(page.name), Cell::text(page.about), Cell::text(page.text)]);
    Page { parts: vec![Part::Markdown(page.text.to_owned())], records, single: true }
}
