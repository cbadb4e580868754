//! Records as JSON Lines: one object a line, as JSON writes them but without spaces.

use std::io::{self, Write};

use super::{Style, json};
use crate::page::Page;

/// Writes the records, each on its line.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    for row in json::rows(&page.records) {
        writeln!(out, "{}", json::visible(&serde_json::to_string(&row)?))?;
    }
    Ok(())
}
