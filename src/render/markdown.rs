//! Pages as Markdown that GitHub, CommonMark and pandoc read alike.
//!
//! Tables are pipe tables, padded so that the source reads well too. A card is a heading and a list of its
//! fields; tones are not shown. Text is escaped wherever it could be read as markup: it brings in no HTML, no
//! link, no image, no formula, no citation and no new block. Two things are taken over: a plain web address is
//! written as a link, and a name in backticks as code. (GitHub alone makes a link of a bare e-mail address,
//! escaped or not.)

use std::borrow::Cow;
use std::io::{self, Write};

use super::inline::{self, Piece};
use super::{Style, safe, wrap};
use crate::page::{Align, Card, Cell, Page, Part, Table};

/// Cells are padded to the widest of their column, but to no more columns than this.
const WIDEST: usize = 48;

/// Writes the parts of a page, a blank line between them.
pub(super) fn write(page: &Page, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    for (at, part) in page.parts.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        match part {
            Part::Table(table) => write_table(table, out)?,
            Part::Card(card) => write_card(card, out)?,
            Part::Text(text) => writeln!(out, "{}", block(text))?,
            Part::Markdown(text) => write!(out, "{text}")?,
            Part::Literal(lines) => write_literal(lines, out)?,
        }
    }
    Ok(())
}

/// A pipe table under its caption.
fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    if let Some(caption) = &table.caption {
        writeln!(out, "{}\n", strong(caption))?;
    }
    let shown = table.columns_where(|column| column.is_for_people());
    if shown.is_empty() {
        return Ok(());
    }
    let head = shown.iter().map(|&at| inline(&table.columns[at].head)).collect();
    let rows = table.rows.iter().map(|row| shown.iter().map(|&at| inline(&row[at].plain())).collect());
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let columns: Vec<(usize, Align)> = (0..shown.len())
        .map(|at| {
            let widest = rows.iter().map(|row| wrap::width(&row[at])).max().unwrap_or(0);
            (widest.clamp(3, WIDEST), table.columns[shown[at]].align)
        })
        .collect();

    for (number, row) in rows.iter().enumerate() {
        for (text, (width, align)) in row.iter().zip(&columns) {
            let pad = " ".repeat(width.saturating_sub(wrap::width(text)));
            match align {
                Align::Left => write!(out, "| {text}{pad} ")?,
                Align::Right => write!(out, "| {pad}{text} ")?,
            }
        }
        writeln!(out, "|")?;
        if number == 0 {
            for (width, align) in &columns {
                let dashes = "-".repeat(width - 1);
                match align {
                    Align::Left => write!(out, "| :{dashes} ")?,
                    Align::Right => write!(out, "| {dashes}: ")?,
                }
            }
            writeln!(out, "|")?;
        }
    }
    Ok(())
}

/// A heading, a paragraph and a list: one item a field, its lines one under the other.
fn write_card(card: &Card, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "### {}", inline(&card.title))?;
    if let Some(subtitle) = &card.subtitle {
        writeln!(out, "\n{}", block(subtitle))?;
    }
    let mut apart = true;
    for field in &card.fields {
        let lines: Vec<String> = field.lines.iter().filter(|cell| **cell != Cell::Empty).map(line).collect();
        if lines.is_empty() {
            continue;
        }
        if std::mem::take(&mut apart) {
            writeln!(out)?;
        }
        let mut first = lines[0].as_str();
        let mut label = strong(&field.label);
        if !label.is_empty() {
            label.push_str(": ");
            first = first.trim_start();
        }
        // A backslash at the end of a line breaks it there.
        let rest: String = lines[1..].iter().map(|line| format!("\\\n  {line}")).collect();
        writeln!(out, "- {label}{first}{rest}")?;
    }
    Ok(())
}

/// A cell that begins a line.
fn line(cell: &Cell) -> String {
    block(&cell.plain())
}

/// Lines as they are, in a fence longer than any within.
fn write_literal(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    let lines: Vec<Cow<'_, str>> = lines.iter().map(|line| safe::line(line)).collect();
    let longest = lines.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    writeln!(out, "{fence}text")?;
    for line in lines {
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "{fence}")
}

/// Text in bold; nothing if there is none.
fn strong(text: &str) -> String {
    let text = inline(text);
    if text.is_empty() { text } else { format!("**{text}**") }
}

/// Text that begins a block: nothing in it begins a list, a heading, a quotation, a rule or a line block.
fn block(text: &str) -> String {
    let text = inline(text);
    let mut rest = text.as_str();
    if rest.starts_with(['>', '+', '-', '=', '%', ':']) {
        return format!("\\{text}");
    }
    // `1.`, `a)`, `(iv)`: a mark of a numbered list, with brackets and letters to pandoc.
    rest = rest.strip_prefix('(').unwrap_or(rest);
    let mark = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let at = text.len() - rest.len() + mark;
    if (1..=9).contains(&mark) && matches!(&rest.as_bytes()[mark..], [b'.' | b')'] | [b'.' | b')', b' ', ..])
    {
        return format!("{}\\{}", &text[..at], &text[at..]);
    }
    text
}

/// Text within a line: words stay words, web addresses become links, names in backticks code.
fn inline(text: &str) -> String {
    let text = safe::line(text);
    // Most cells are words that mean nothing to Markdown.
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b'%' | b'-' | b'(' | b')');
    if text.bytes().all(plain) {
        return text.trim().to_owned();
    }
    let mut escaped = String::with_capacity(text.len());
    for piece in inline::pieces(text.trim()) {
        match piece {
            Piece::Code(name) => escaped.extend(["`", name, "`"]),
            Piece::Link(address) => escaped.extend(["<", address, ">"]),
            Piece::Text(words) => escape(words, &mut escaped),
        }
    }
    escaped
}

fn escape(words: &str, escaped: &mut String) {
    for (at, c) in words.char_indices() {
        let rest = &words[at..];
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '<' | '|' | '~' | '^' | '$' | '@' | '#' => true,
            '&' => begins_character_reference(rest),
            // GitHub makes links of bare addresses.
            ':' => rest.starts_with("://"),
            '.' => words[..at].to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

/// Whether the text begins like `&amp;` or `&#38;`.
fn begins_character_reference(text: &str) -> bool {
    let name = text.trim_start_matches(['&', '#']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_words() {
        assert_eq!(inline("<script>alert(1)</script> | a"), r"\<script>alert(1)\</script> \| a");
        assert_eq!(
            inline("[a](javascript:b) ![c](d) *e* _f_ ` g` ~~h~~"),
            r"\[a\](javascript:b) !\[c\](d) \*e\* \_f\_ \` g\` \~\~h\~\~"
        );
        assert_eq!(inline(r"back\|slash &lt; R&D; Q&A"), r"back\\\|slash \&lt; R\&D; Q&A");
        assert_eq!(inline("#1 $3 trillion, $5 @caict x^2^"), r"\#1 \$3 trillion, \$5 \@caict x\^2\^");
        assert_eq!(inline(" two\r\nlines "), "two lines");
    }

    #[test]
    fn only_plain_addresses_are_links() {
        assert_eq!(inline("see https://www.gov.cn/a_b?c=d&e=f."), "see <https://www.gov.cn/a_b?c=d&e=f>.");
        assert_eq!(inline("ftp://a.b www.gov.cn WWW.x"), r"ftp\://a.b www\.gov.cn WWW\.x");
        assert_eq!(inline("https://<b>"), r"https\://\<b>");
    }

    #[test]
    fn no_text_begins_a_block() {
        let cases = [
            ("- a", r"\- a"),
            ("> a", r"\> a"),
            ("=== a", r"\=== a"),
            ("# a", r"\# a"),
            ("2016. a", r"2016\. a"),
            ("a) b", r"a\) b"),
            ("(1) b", r"(1\) b"),
            ("    code", "code"),
            ("3.399 trillion", "3.399 trillion"),
            ("(CAICT, 2017) says", "(CAICT, 2017) says"),
        ];
        for (text, expected) in cases {
            assert_eq!(block(text), expected);
        }
    }

    #[test]
    fn a_fence_is_longer_than_any_within() {
        let mut out = Vec::new();
        write_literal(&["````".into(), "a  ".into()], &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "`````text\n````\na\n`````\n");
    }
}
