//! Records as JSON Lines: one object a line, as JSON writes them but without spaces.

use std::io::{self, Write};

use super::{Style, json};
use crate::page::Page;

/// Writes the records, each on its line.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    let keys = json::keys(&page.records);
    let mut line = Vec::new();
    for row in json::rows(&page.records, &keys) {
        line.clear();
        serde_json::to_writer(&mut line, &row)?;
        let text = std::str::from_utf8(&line).expect("JSON is text");
        out.write_all(json::visible(text).as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
