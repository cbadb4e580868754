//! Records as JSON Lines: one object a line, as JSON writes them but without spaces.

use std::io::{self, Write};

use super::{Style, json};
use crate::page::Page;

/// Writes the records, each on its line.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    let keys = json::ready(&json::keys(&page.records));
    let mut line = Vec::new();
    for cells in &page.records.rows {
        line.clear();
        json::append(&mut line, &keys, cells)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}
