//! A page of our own in Markdown as a terminal shows it: headings in bold, code indented, tables aligned, links with
//! their address behind them.
//!
//! Text is wrapped first and inked afterwards, so that ink moves nothing. Where there is no ink, a heading is
//! underlined instead.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style as Ink};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::terminal::{draw_table, paint};
use super::{Style, safe, wrap};
use crate::page::{Cell, Column, Table};

/// Spaces before a line of code.
const CODE: &str = "    ";

/// The lines of a page.
pub(super) fn lines(text: &str, style: &Style) -> Vec<String> {
    let mut sheet =
        Sheet { style, lines: Vec::new(), flow: Flow::default(), lists: 0, link: None, table: None };
    let mut code = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::Text(text) if code => sheet.code(&text),
            Event::End(TagEnd::CodeBlock) => code = false,
            event => sheet.take(event),
        }
    }
    sheet.lines
}

/// A page being drawn.
struct Sheet<'s> {
    style: &'s Style,
    lines: Vec<String>,
    flow: Flow,
    /// How many lists are open.
    lists: usize,
    /// The address of the link that is open, and where its text began.
    link: Option<(String, usize)>,
    table: Option<Table>,
}

/// Text that flows, and what of it has a look of its own.
#[derive(Default)]
struct Flow {
    text: String,
    looks: Vec<(Range<usize>, Ink)>,
    /// The looks that are open: where each began.
    open: Vec<(usize, Ink)>,
}

impl Flow {
    fn begin(&mut self, ink: Ink) {
        self.open.push((self.text.len(), ink));
    }

    fn end(&mut self) {
        if let Some((start, ink)) = self.open.pop() {
            self.looks.push((start..self.text.len(), ink));
        }
    }

    /// A line of the text with its looks; the innermost was closed first.
    fn inked(&self, line: &str, style: &Style) -> String {
        let start = line.as_ptr() as usize - self.text.as_ptr() as usize;
        let ink = |at: usize| self.looks.iter().find(|(range, _)| range.contains(&at)).map(|(_, ink)| *ink);
        let mut inked = String::new();
        let mut from = 0;
        for (at, letter) in line.char_indices() {
            let next = at + letter.len_utf8();
            if next == line.len() || ink(start + next) != ink(start + from) {
                inked.push_str(&paint(&line[from..next], ink(start + from).unwrap_or_default(), style));
                from = next;
            }
        }
        inked
    }
}

impl Sheet<'_> {
    fn take(&mut self, event: Event<'_>) {
        let faint = AnsiColor::Cyan.on_default();
        match event {
            Event::Start(Tag::Heading { .. }) => self.flow.begin(Ink::new().bold()),
            Event::Start(Tag::Emphasis) => self.flow.begin(Ink::new().italic()),
            Event::Start(Tag::Strong) => self.flow.begin(Ink::new().bold()),
            Event::Start(Tag::List(_)) => {
                // The text of the item that this list stands in.
                self.flush(false);
                self.lists += 1;
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((dest_url.into_string(), self.flow.text.len()));
            }
            Event::Start(Tag::Table(_)) => self.table = Some(Table::new(Vec::new())),
            Event::Start(Tag::TableRow) => {
                self.table.iter_mut().for_each(|table| table.rows.push(Vec::new()))
            }
            Event::End(TagEnd::Heading(_)) => {
                self.flow.end();
                let underline = (!self.style.color).then(|| wrap::width(&self.flow.text));
                self.flush(true);
                let sign = if self.style.unicode { "─" } else { "-" };
                self.lines.extend(underline.map(|width| sign.repeat(width)));
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => self.flow.end(),
            Event::End(TagEnd::Paragraph) => self.flush(self.lists == 0),
            Event::End(TagEnd::Item) => self.flush(false),
            Event::End(TagEnd::List(_)) => self.lists -= 1,
            Event::End(TagEnd::Link) => self.address(),
            Event::End(TagEnd::TableCell) => self.cell(),
            Event::End(TagEnd::Table) => {
                if let Some(table) = self.table.take() {
                    self.gap();
                    self.lines.extend(draw_table(&table, self.style));
                }
            }
            Event::Code(text) => {
                self.flow.begin(faint);
                self.flow.text.push_str(&safe::line(&text));
                self.flow.end();
            }
            Event::Text(text) => self.flow.text.push_str(&safe::line(&text)),
            Event::SoftBreak | Event::HardBreak => self.flow.text.push(' '),
            _ => {}
        }
    }

    /// A blank line, unless nothing stands above.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Draws the text at hand, with a blank line above it or, in a list, its mark before it.
    fn flush(&mut self, apart: bool) {
        let flow = std::mem::take(&mut self.flow);
        if flow.text.trim().is_empty() {
            return;
        }
        let first = self.lists > 0 && !self.lines.last().is_some_and(|line| is_item(line));
        if apart || first {
            self.gap();
        }
        let indent = "  ".repeat(self.lists.saturating_sub(1));
        let mark = match (self.lists, self.style.unicode) {
            (0, _) => "",
            (_, true) => "• ",
            (_, false) => "- ",
        };
        let hang = indent.len() + wrap::width(mark);
        let room =
            self.style.width.map_or(usize::MAX, |width| usize::from(width).saturating_sub(hang).max(1));
        for (at, line) in wrap::lines(&flow.text, room).into_iter().enumerate() {
            let mut drawn = if at == 0 { format!("{indent}{mark}") } else { " ".repeat(hang) };
            drawn.push_str(&flow.inked(line, self.style));
            self.lines.push(drawn);
        }
    }

    /// Lines of code, indented and never wrapped.
    fn code(&mut self, text: &str) {
        self.gap();
        self.lines.extend(
            text.trim_end().lines().map(|line| format!("{CODE}{}", safe::line(line)).trim_end().to_owned()),
        );
    }

    /// Writes the address of a link behind its text, if that is another.
    fn address(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        if self.flow.text[start..] != *address {
            write!(self.flow.text, " <{}>", safe::line(&address)).expect("a text takes every letter");
        }
    }

    /// Ends a cell of a table: of its head, or of the row at hand.
    fn cell(&mut self) {
        let text = std::mem::take(&mut self.flow).text;
        let Some(table) = &mut self.table else { return };
        match table.rows.last_mut() {
            Some(row) => row.push(Cell::text(text)),
            None => table.columns.push(Column::people(text)),
        }
    }
}

/// Whether a drawn line belongs to an item of a list.
fn is_item(line: &str) -> bool {
    let text = line.trim_start();
    text.starts_with("• ") || text.starts_with("- ") || line.starts_with("  ") && !line.starts_with(CODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Rounding\n\nA **written** figure `22.58`\nstands for [more](https://example.org/a).\n\n\
        ## In code\n\n```console\n$ ipfacts  show\n```\n\n- one item that goes on and on\n- two\n\n\
        | written | for |\n|---|---|\n| `15` | exactly 15 |\n";

    fn drawn(color: bool, width: u16) -> String {
        lines(PAGE, &Style { color, width: Some(width), unicode: true }).join("\n")
    }

    #[test]
    fn a_page_without_ink() {
        assert_eq!(
            drawn(false, 44),
            "\
Rounding
────────

A written figure 22.58 stands for more
<https://example.org/a>.

In code
───────

    $ ipfacts  show

• one item that goes on and on
• two

written  for
15       exactly 15"
        );
    }

    #[test]
    fn a_page_with_ink_has_the_same_lines() {
        let inked = drawn(true, 24);
        assert_eq!(
            inked.lines().take(5).collect::<Vec<_>>(),
            [
                "\u{1b}[1mRounding\u{1b}[0m",
                "",
                "A \u{1b}[1mwritten\u{1b}[0m figure \u{1b}[36m22.58\u{1b}[0m",
                "stands for more",
                "<https://example.org/a>.",
            ]
        );
        assert!(inked.contains("• one item that goes on\n  and on\n"));
    }
}
