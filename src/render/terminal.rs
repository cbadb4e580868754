//! Pages for a terminal: aligned columns without a frame, cards with aligned labels.
//!
//! Two spaces part the columns; nothing is drawn. Text wraps within its column when the terminal says how
//! wide it is. A column for wide terminals is shown when it fits with all others unwrapped, and a table that
//! would have to break a word shows each row as a card instead. A table without rows is its head.
//!
//! Colour is laid on after all widths are known, piece by piece, so it moves nothing.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ink};

use super::columns::{self, Claim};
use super::{Style, safe, sheet, wrap};
use crate::page::{Align, Audience, Card, Cell, Field, Page, Part, Table, Tone};

/// The least width of text beside a column for wide terminals.
const LEAST_TEXT: usize = 24;

/// Spaces between two columns, and before the fields of a card.
const GAP: usize = 2;

/// The same, as the table takes it.
const GAP_PADDING: u16 = 2;

/// The least width of a card's values: below it they hang out of the terminal rather than stand one by one.
const LEAST_VALUE: usize = 16;

/// Writes the parts of a page, a blank line between them.
pub(super) fn write(page: &Page, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for (at, part) in page.parts.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let lines = match part {
            Part::Table(table) => draw_table(table, style),
            Part::Card(card) => draw_card(card, style),
            Part::Text(text) => paragraph(text, Ink::new(), style),
            Part::Markdown(text) => sheet::lines(text, style),
            Part::Literal(lines) => lines.iter().map(|line| safe::line(line).trim_end().to_owned()).collect(),
        };
        for line in lines {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// A text wrapped to the terminal.
fn paragraph(text: &str, ink: Ink, style: &Style) -> Vec<String> {
    let lines = |width| {
        wrap::lines(&safe::line(text), width).into_iter().map(|line| paint(line, ink, style)).collect()
    };
    lines(style.width.map_or(usize::MAX, usize::from))
}

/// A table under its caption; as cards where it is too wide.
pub(super) fn draw_table(table: &Table, style: &Style) -> Vec<String> {
    let shown = shown(table, style);
    let mut lines = table.caption.iter().flat_map(|text| paragraph(text, Ink::new().bold(), style)).collect();
    match widths(table, &shown, style) {
        Some(widths) => draw_rows(table, &shown, &widths, style, &mut lines),
        None => draw_cards(table, &shown, style, &mut lines),
    }
    lines
}

/// The columns to show.
fn shown(table: &Table, style: &Style) -> Vec<usize> {
    // Readable: what has to wrap keeps some words a line.
    let is_readable = |shown: &[usize], width: u16| {
        let claims: Vec<Claim> = shown.iter().map(|&at| claim(table, at)).collect();
        let room = usize::from(width).saturating_sub(GAP * shown.len().saturating_sub(1));
        columns::share(&claims, room).is_some_and(|widths| {
            widths.iter().zip(&claims).all(|(width, claim)| *width >= claim.wants.min(LEAST_TEXT))
        })
    };
    let mut shown = table.columns_where(|column| column.is_for_people());
    for at in table.columns_where(|column| column.audience == Audience::WideTerminal) {
        let mut more = shown.clone();
        more.insert(more.partition_point(|&before| before < at), at);
        if style.width.is_none_or(|width| is_readable(&more, width)) {
            shown = more;
        }
    }
    shown
}

/// The width of each shown column; none if the terminal is too narrow for the words.
fn widths(table: &Table, shown: &[usize], style: &Style) -> Option<Vec<usize>> {
    let claims: Vec<Claim> = shown.iter().map(|&at| claim(table, at)).collect();
    match style.width {
        // A single column has nothing beside it: what is too wide may as well hang out.
        Some(width) if shown.len() > 1 => {
            columns::share(&claims, usize::from(width).saturating_sub(GAP * (shown.len() - 1)))
        }
        Some(width) => Some(claims.iter().map(|claim| claim.wants.min(usize::from(width))).collect()),
        None => Some(claims.iter().map(|claim| claim.wants).collect()),
    }
}

/// What a column wants and needs.
fn claim(table: &Table, at: usize) -> Claim {
    let head = table.columns[at].head.as_str();
    let texts = table.rows.iter().map(|row| row[at].plain()).chain([Cow::Borrowed(head)]);
    let claim = texts.fold(Claim { wants: 0, needs: 0 }, |claim, text| {
        let text = safe::line(&text);
        let wants = claim.wants.max(wrap::width(text.trim_end()));
        Claim { wants, needs: claim.needs.max(wrap::widest_word(&text)).min(wants) }
    });
    // Chinese breaks anywhere, but a column of one character a line is no column.
    Claim { needs: claim.needs.max(LEAST_VALUE.min(claim.wants)), ..claim }
}

/// Head and rows.
///
/// Each cell is wrapped to its column first, by rules that keep a figure with its unit; the table then only
/// aligns the lines. The ink is laid on afterwards, column by column.
fn draw_rows(table: &Table, shown: &[usize], widths: &[usize], style: &Style, lines: &mut Vec<String>) {
    let wrapped = |text: &str, width: usize| wrap::lines(&safe::line(text), width).join("\n");
    let cells = |texts: Vec<Cow<'_, str>>| {
        texts.iter().zip(widths).map(|(text, &width)| wrapped(text, width)).collect::<Vec<String>>()
    };
    let head = cells(shown.iter().map(|&at| Cow::Borrowed(table.columns[at].head.as_str())).collect());
    let rows = table.rows.iter().map(|row| cells(shown.iter().map(|&at| row[at].plain()).collect()));
    let all: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();

    let mut aligned = comfy_table::Table::new();
    aligned.load_style(comfy_table::presets::NOTHING);
    aligned.set_content_arrangement(comfy_table::ContentArrangement::Disabled);
    for row in &all {
        aligned.add_row(row);
    }
    let last = shown.len().saturating_sub(1);
    for (at, &column) in shown.iter().enumerate() {
        let Some(layout) = aligned.column_mut(at) else { continue };
        layout.set_padding((0, if at == last { 0 } else { GAP_PADDING }));
        if table.columns[column].align == Align::Right {
            layout.set_cell_alignment(comfy_table::CellAlignment::Right);
        }
    }
    let width_of = |at: usize| all.iter().flat_map(|row| row[at].lines()).map(wrap::width).max().unwrap_or(0);
    let edges: Vec<usize> = (0..shown.len()).map(width_of).collect();
    let mut drawn = aligned.lines();
    for (number, row) in all.iter().enumerate() {
        let height = row.iter().map(|cell| cell.lines().count().max(1)).max().unwrap_or(1);
        for line in drawn.by_ref().take(height) {
            let inks = shown.iter().map(|&at| match number {
                0 => Ink::new().bold(),
                _ => ink(table.rows[number - 1][at].tone()),
            });
            lines.push(inked(&line, &edges, inks, style));
        }
    }
}

/// A line of a table with each column in its ink; `edges` are the widths of the columns without their gaps.
fn inked(line: &str, edges: &[usize], inks: impl Iterator<Item = Ink>, style: &Style) -> String {
    if !style.color {
        return line.trim_end().to_owned();
    }
    let mut painted = String::new();
    let mut rest = line;
    for (width, ink) in edges.iter().zip(inks) {
        let (cell, behind) = wrap::split(rest, width + GAP);
        let text = cell.trim();
        let before = &cell[..cell.len() - cell.trim_start().len()];
        let after = &cell[before.len() + text.len()..];
        painted.extend([before, &paint(text, ink, style), after]);
        rest = behind;
    }
    painted.trim_end().to_owned()
}

/// Each row as a card: the first column is its title, the heads are its labels.
fn draw_cards(table: &Table, shown: &[usize], style: &Style, lines: &mut Vec<String>) {
    for row in &table.rows {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let field =
            |&at: &usize| Field { label: table.columns[at].head.clone(), lines: vec![row[at].clone()] };
        let (title, fields) =
            shown.split_first().map_or((Cow::Borrowed(""), &[][..]), |(&at, rest)| (row[at].plain(), rest));
        let title = title.into_owned();
        lines.extend(draw_card(
            &Card { title, subtitle: None, fields: fields.iter().map(field).collect() },
            style,
        ));
    }
}

/// A card: title, subtitle, then label and value side by side.
fn draw_card(card: &Card, style: &Style) -> Vec<String> {
    let mut lines = paragraph(&card.title, Ink::new().bold(), style);
    lines.extend(card.subtitle.iter().flat_map(|text| paragraph(text, Ink::new(), style)));

    let fields: Vec<(Cow<'_, str>, Vec<&Cell>)> = card
        .fields
        .iter()
        .map(|field| {
            (safe::line(&field.label), field.lines.iter().filter(|cell| **cell != Cell::Empty).collect())
        })
        .filter(|(_, cells): &(_, Vec<&Cell>)| !cells.is_empty())
        .collect();
    let labels = fields.iter().map(|(label, _)| wrap::width(label)).max().unwrap_or(0);
    let indent = GAP + labels + GAP;
    let room =
        style.width.map_or(usize::MAX, |width| usize::from(width).saturating_sub(indent).max(LEAST_VALUE));
    for (label, cells) in fields {
        let mut label = &*label;
        for cell in cells {
            for piece in wrap::lines(&safe::line(&cell.plain()), room) {
                let pad = " ".repeat(labels - wrap::width(label) + GAP);
                let piece = paint(piece, ink(cell.tone()), style);
                lines.push(format!("{:GAP$}{label}{pad}{piece}", "").trim_end().to_owned());
                label = "";
            }
        }
    }
    lines
}

/// The look of a tone.
fn ink(tone: Tone) -> Ink {
    match tone {
        Tone::Plain => Ink::new(),
        Tone::Strong => Ink::new().bold(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Bad => AnsiColor::Red.on_default(),
        Tone::Open => AnsiColor::Yellow.on_default(),
        Tone::Faint => Ink::new().dimmed(),
    }
}

/// The text in that look, if there is colour and something to see.
pub(super) fn paint(text: &str, ink: Ink, style: &Style) -> String {
    if style.color && !text.is_empty() { format!("{ink}{text}{ink:#}") } else { text.to_owned() }
}
