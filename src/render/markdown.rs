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

/// What cells are padded with.
const SPACES: &str = "                                                ";

/// What stands under heads.
const DASHES: &str = "------------------------------------------------";

const _: () = assert!(SPACES.len() == WIDEST && DASHES.len() == WIDEST, "the widest column has its padding");

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
    // Head and rows, one cell after the other, each with its width.
    let measured = |text| {
        let text = inline(text);
        let width = wrap::width(&text);
        (text, width)
    };
    let texts: Vec<Cow<'_, str>> =
        table.rows.iter().flat_map(|row| shown.iter().map(|&at| row[at].plain())).collect();
    let heads = shown.iter().map(|&at| table.columns[at].head.as_str());
    let cells: Vec<(Cow<'_, str>, usize)> =
        heads.chain(texts.iter().map(|text| &**text)).map(measured).collect();
    let mut columns: Vec<(usize, Align)> = shown.iter().map(|&at| (3, table.columns[at].align)).collect();
    for row in cells.chunks_exact(columns.len()) {
        for ((_, own), (width, _)) in row.iter().zip(&mut columns) {
            *width = (*own).min(WIDEST).max(*width);
        }
    }

    let widths: usize = columns.iter().map(|(width, _)| width + 3).sum();
    let mut lines = String::with_capacity((table.rows.len() + 2) * (widths + 2));
    for (number, row) in cells.chunks_exact(columns.len()).enumerate() {
        for ((text, own), (width, align)) in row.iter().zip(&columns) {
            let pad = &SPACES[..width.saturating_sub(*own)];
            match align {
                Align::Left => lines.extend(["| ", text, pad, " "]),
                Align::Right => lines.extend(["| ", pad, text, " "]),
            }
        }
        lines.push_str("|\n");
        if number == 0 {
            for (width, align) in &columns {
                let dashes = &DASHES[..width - 1];
                match align {
                    Align::Left => lines.extend(["| :", dashes, " "]),
                    Align::Right => lines.extend(["| ", dashes, ": "]),
                }
            }
            lines.push_str("|\n");
        }
    }
    out.write_all(lines.as_bytes())
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
    if text.is_empty() { String::new() } else { format!("**{text}**") }
}

/// Text that begins a block: nothing in it begins a list, a heading, a quotation, a rule or a line block.
fn block(text: &str) -> String {
    let text = inline(text);
    let mut rest = &*text;
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
    text.into_owned()
}

/// Text within a line: words stay words, web addresses become links, names in backticks code.
fn inline(text: &str) -> Cow<'_, str> {
    // Most texts mean nothing to Markdown.
    if is_plain(text) {
        return Cow::Borrowed(text.trim());
    }
    let text = safe::line(text);
    let mut escaped = String::with_capacity(text.len());
    for piece in inline::pieces(text.trim()) {
        match piece {
            Piece::Code(name) => escaped.extend(["`", name, "`"]),
            Piece::Link(address) => escaped.extend(["<", address, ">"]),
            Piece::Text(words) => escape(words, &mut escaped),
        }
    }
    Cow::Owned(escaped)
}

/// Whether nothing in a text could be taken for markup, or is hidden, by a look at its bytes alone. What needs a
/// second look is not plain: most Chinese characters are, the marks between them are not.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        // A full stop can make an address of `www`.
        let is_plain = PLAIN[usize::from(byte)] && !(byte == b'.' && matches!(before, b'w' | b'W'));
        before = byte;
        is_plain
    })
}

/// The bytes that mean nothing to Markdown within a line: of ASCII all that [`escape`] lets pass and no address
/// needs; the first bytes of U+4000 to U+9FFF, and what follows a first byte.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let is_markup = matches!(
            byte as u8,
            b'\\'
                | b'`'
                | b'*'
                | b'_'
                | b'['
                | b']'
                | b'{'
                | b'<'
                | b'|'
                | b'~'
                | b'^'
                | b'$'
                | b'@'
                | b'#'
                | b'&'
                | b':'
        );
        plain[byte] = matches!(byte, 0x20..=0x7e | 0x80..=0xbf | 0xe4..=0xe9) && !is_markup;
        byte += 1;
    }
    plain
};

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
    fn a_plain_text_is_the_same_when_looked_at_closely() {
        for c in '\0'..='\u{ffff}' {
            let text = format!("w{c}ww{c}a");
            if is_plain(&text) {
                let mut escaped = String::new();
                escape(&safe::line(&text), &mut escaped);
                assert_eq!(escaped, text);
                assert!(matches!(&inline::pieces(&text)[..], [Piece::Text(_)]));
            }
        }
        assert!(is_plain("3.4 trillion (2016); about 30 % / 22.58万亿元"));
        assert!(!is_plain("www.gov.cn") && !is_plain("http://gov.cn") && !is_plain("逾三成，"));
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
