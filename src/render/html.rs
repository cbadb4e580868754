//! Pages as one HTML document that needs nothing beside it.
//!
//! It fits a screen in light or dark and a sheet of paper. All text is escaped, and the document forbids
//! itself scripts and anything from outside. Only `http` and `https` addresses become links.

use std::io::{self, Write};

use super::inline::{self, Piece};
use super::{Style, safe};
use crate::page::{Align, Card, Cell, Page, Part, Table, Tone};

/// What stands before the title.
const BEFORE_TITLE: &str = r#"<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
"#;

/// What stands between title and parts.
const AFTER_TITLE: &str = r"<style>
body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 80rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8886 }
th.right, td.right { text-align: right }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dt { font-weight: bold; grid-column: 1 }
dd { margin: 0; grid-column: 2; overflow-wrap: anywhere }
pre { overflow-x: auto }
.strong { font-weight: bold }
.good { color: light-dark(#17692f, #6fcf8a) }
.bad { color: light-dark(#b3261e, #ff9a90) }
.open { color: light-dark(#7a5600, #e8bd5a) }
.faint { opacity: .7 }
@media print { body { max-width: none; margin: 0 } thead { display: table-header-group } tr, section { break-inside: avoid } }
</style>
</head>
<body>
";

/// Writes the parts of a page as a document.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{BEFORE_TITLE}<title>{}</title>\n{AFTER_TITLE}", escape(title(page)))?;
    for part in &page.parts {
        match part {
            Part::Table(table) => write_table(table, out)?,
            Part::Card(card) => write_card(card, out)?,
            Part::Text(text) => writeln!(out, "<p>{}</p>", inline(text))?,
            Part::Markdown(text) => {
                writeln!(out, "<pre>")?;
                for line in text.lines() {
                    writeln!(out, "{}", escape(line))?;
                }
                writeln!(out, "</pre>")?;
            }
            Part::Literal(lines) => {
                // A line feed right after the tag is not part of the text.
                writeln!(out, "<pre>")?;
                for line in lines {
                    writeln!(out, "{}", escape(line))?;
                }
                writeln!(out, "</pre>")?;
            }
        }
    }
    writeln!(out, "</body>\n</html>")
}

/// What the page is called: its first heading or sentence.
fn title(page: &Page) -> &str {
    let headings = page.parts.iter().find_map(|part| match part {
        Part::Table(table) => table.caption.as_deref(),
        Part::Card(card) => Some(card.title.as_str()),
        Part::Text(text) => Some(text.as_str()),
        Part::Literal(_) | Part::Markdown(_) => None,
    });
    headings.filter(|title| !title.is_empty()).unwrap_or("ipfacts")
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let shown = table.columns_where(|column| column.is_for_people());
    writeln!(out, "<table>")?;
    if let Some(caption) = &table.caption {
        writeln!(out, "<caption>{}</caption>", inline(caption))?;
    }
    writeln!(out, "<thead>\n<tr>")?;
    for &at in &shown {
        let column = &table.columns[at];
        writeln!(out, "<th scope=\"col\"{}>{}</th>", class(column.align, Tone::Plain), inline(&column.head))?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    for row in &table.rows {
        writeln!(out, "<tr>")?;
        for &at in &shown {
            let (cell, align) = (&row[at], table.columns[at].align);
            writeln!(out, "<td{}>{}</td>", class(align, cell.tone()), inline(&cell.plain()))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn write_card(card: &Card, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section>\n<h2>{}</h2>", inline(&card.title))?;
    if let Some(subtitle) = &card.subtitle {
        writeln!(out, "<p>{}</p>", inline(subtitle))?;
    }
    writeln!(out, "<dl>")?;
    for field in &card.fields {
        let mut cells = field.lines.iter().filter(|cell| **cell != Cell::Empty).peekable();
        if cells.peek().is_some() {
            writeln!(out, "<dt>{}</dt>", inline(&field.label))?;
        }
        for cell in cells {
            writeln!(out, "<dd{}>{}</dd>", class(Align::Left, cell.tone()), inline(&cell.plain()))?;
        }
    }
    writeln!(out, "</dl>\n</section>")
}

/// The class attribute for an alignment and a tone, if they ask for one.
fn class(align: Align, tone: Tone) -> String {
    let tone = match tone {
        Tone::Plain => None,
        Tone::Strong => Some("strong"),
        Tone::Good => Some("good"),
        Tone::Bad => Some("bad"),
        Tone::Open => Some("open"),
        Tone::Faint => Some("faint"),
    };
    let classes: Vec<&str> = (align == Align::Right).then_some("right").into_iter().chain(tone).collect();
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

/// Text with its names and web addresses marked up.
fn inline(text: &str) -> String {
    let text = safe::line(text);
    let pieces = inline::pieces(&text).into_iter().map(|piece| match piece {
        Piece::Text(words) => escape(words),
        Piece::Code(name) => format!("<code>{}</code>", escape(name)),
        Piece::Link(address) => {
            let address = escape(address);
            format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>")
        }
    });
    pieces.collect()
}

/// Text as it may stand in an element or in an attribute in quotes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in safe::line(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        assert_eq!(inline("<b onclick='a'>&\"\u{1b}"), "&lt;b onclick=&#39;a&#39;&gt;&amp;&quot;␛");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            inline("https://a.b/?c=d&e='f"),
            "<a href=\"https://a.b/?c=d&amp;e=&#39;f\" rel=\"noreferrer\">https://a.b/?c=d&amp;e=&#39;f</a>"
        );
        assert_eq!(inline("javascript:alert(1)"), "javascript:alert(1)");
    }
}
