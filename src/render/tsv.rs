//! Records as tab-separated values.
//!
//! As CSV in all else: one line a record, keys in the head, formulas disarmed. A tab within a text is a
//! space, so a tab always parts two cells. A text with a quotation mark is quoted as spreadsheets and data
//! frames read it.

use std::io::{self, Write};

use super::{Style, csv};
use crate::page::Page;

/// Writes the records with tabs.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    csv::separated(page, b'\t', out)
}
