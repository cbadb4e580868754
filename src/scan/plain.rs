//! Plain text: paragraphs between empty lines, lines that may be wrapped by hand.
//!
//! Whether the end of a line ends a paragraph nobody wrote down. It does not when the next word would not have
//! fitted, or when the next line goes on in the middle of a sentence; it does when a short line stands above a
//! new beginning, as a title does. A table drawn with bars and a line of dashes, as in Markdown, is read as one.

use std::sync::Arc;

use chrono::NaiveDate;

use super::glyph::is_wide;
use super::prose::{BlockKind, Builder, Prose};
use crate::document::Document;

/// Reads a plain text.
pub(super) fn read(document: &Arc<Document>, day: Option<NaiveDate>) -> Prose {
    paragraphs(Builder::sharing(document, day))
}

fn paragraphs(mut builder: Builder<'_>) -> Prose {
    let text = builder.source();
    let (mut at, mut tables) = (0, 0);
    while at < text.len() {
        at = paragraph(&mut builder, at, &mut tables);
    }
    builder.finish()
}

/// A line without the spaces around it: where it begins and ends, and where the next one begins.
struct Line {
    begin: usize,
    end: usize,
    next: usize,
}

fn line(text: &str, at: usize) -> Line {
    let next = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length + 1);
    let whole = &text[at..next];
    let begin = at + (whole.len() - whole.trim_start().len());
    let end = begin.max(at + whole.trim_end().len());
    Line { begin, end, next }
}

/// Reads the lines up to an empty one; where to go on.
fn paragraph(builder: &mut Builder<'_>, at: usize, tables: &mut usize) -> usize {
    let text = builder.source();
    let first = line(text, at);
    if first.begin >= first.end {
        return first.next;
    }
    let mut widest = 0;
    let mut end = at;
    while end < text.len() {
        let line = line(text, end);
        if line.begin >= line.end {
            break;
        }
        widest = widest.max(line.end - line.begin);
        end = line.next;
    }
    let mut before: Option<Line> = None;
    let mut at = at;
    while at < end {
        let line = line(text, at);
        at = line.next;
        let here = &text[line.begin..line.end];
        if is_head_of_table(text, &line, end) {
            at = table(builder, &line, end, *tables);
            *tables += 1;
            before = None;
            continue;
        }
        match before {
            Some(before) if goes_on(&text[before.begin..before.end], here, widest) => {
                builder.wrap(before.end..line.begin);
            }
            _ => builder.begin(if is_item(here) { BlockKind::Item } else { BlockKind::Paragraph }),
        }
        builder.take(line.begin..line.end);
        before = Some(line);
    }
    builder.end();
    end
}

/// Whether a line is the head of a table: bars, and below it a line of dashes between bars.
fn is_head_of_table(text: &str, head: &Line, end: usize) -> bool {
    text[head.begin..head.end].starts_with('|') && head.next < end && {
        let below = line(text, head.next);
        let below = &text[below.begin..below.end];
        below.starts_with('|')
            && below.contains('-')
            && below.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
    }
}

/// Reads the lines of a table, each a row of cells, as far as they begin with a bar; where to go on.
fn table(builder: &mut Builder<'_>, head: &Line, end: usize, table: usize) -> usize {
    let text = builder.source();
    let dashes = line(text, head.next).begin;
    let (mut at, mut row) = (head.begin, 0);
    while at < end {
        let line = line(text, at);
        let here = &text[line.begin..line.end];
        if !here.starts_with('|') {
            break;
        }
        at = line.next;
        if row == 0 || line.begin != dashes {
            let cells = here[1..].strip_suffix('|').unwrap_or(&here[1..]);
            let mut begin = line.begin + 1;
            for (column, cell) in cells.split('|').enumerate() {
                builder.begin(BlockKind::Cell { table, row, column });
                let start = begin + (cell.len() - cell.trim_start().len());
                builder.take(start..start.max(begin + cell.trim_end().len()));
                builder.end();
                begin += cell.len() + 1;
            }
            row += 1;
        }
    }
    at
}

/// Whether a line is the continuation of the one above it.
fn goes_on(above: &str, here: &str, widest: usize) -> bool {
    if is_item(here) {
        return false;
    }
    let Some(first) = here.chars().next() else { return false };
    if first.is_lowercase() || matches!(first, '%' | '％' | ')' | '）' | ',' | '，' | '。' | '、' | '.')
    {
        return true;
    }
    let last = above.chars().next_back().unwrap_or('.');
    // A number and the unit of it.
    if last.is_ascii_digit() && matches!(first, '万' | '萬' | '亿' | '億' | '元' | '个' | '個') {
        return true;
    }
    if last.is_lowercase() && (first.is_ascii_digit() || first == '(')
        || matches!(last, ',' | '，' | '、' | '(' | '（' | '-')
    {
        return true;
    }
    let word = if is_wide(first) { first.len_utf8() } else { here.find(' ').unwrap_or(here.len()) };
    // Lines are wrapped at a width in columns; bytes will do, with some slack.
    (above.len() + 1 + word) * 10 > widest * 9
}

/// Whether a line begins as an item of a list does: `- `, `3. `, `（一）`, `二、`.
fn is_item(line: &str) -> bool {
    let mut letters = line.chars();
    match letters.next() {
        Some('•' | '·' | '●' | '■' | '◆' | '①'..='⑳') => true,
        Some('-' | '*' | '–' | '—') => letters.next() == Some(' '),
        Some('0'..='9') => {
            let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let short = line.len() - rest.len() <= 2;
            short
                && (rest.starts_with(". ")
                    || rest.starts_with(") ")
                    || rest.starts_with('、')
                    || rest.starts_with('）'))
        }
        // `(1)`, `(a)`, `(iv)`, （一）; `(GDP)` is a name cut short, right behind the long one.
        Some('（' | '(') => line
            .char_indices()
            .take(5)
            .find(|(_, letter)| matches!(letter, '）' | ')'))
            .is_some_and(|(end, _)| line[..end].chars().filter(char::is_ascii_uppercase).count() < 2),
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
            line.chars().take(4).any(|letter| letter == '、')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_cut_short_begins_no_item() {
        assert!(!is_item("(CPI) rose 1.6 percent"));
        assert!(is_item("(a) broadband") && is_item("(iv) cloud computing") && is_item("（一）宽带"));
        assert!(goes_on("China's consumer price index", "(CPI) rose", 80));
    }

    proptest! {
        /// Whether the text is shared with the file or not, each block says the same and stands at the same place.
        #[test]
        fn a_shared_text_reads_as_one_of_its_own(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "It grew 5.\n", "\n", "  ", "a b\n", "\r\n", "数字经济\n", "22.58 trillion", "\u{2009}", "- x\n",
                    "https://a.b/c ", "\u{ad}", "Title\n\n", "| x | 5 |\n", "|---|--:|\n",
                ]),
                0..12,
            )
        ) {
            let document = Arc::new(Document::new("draft.txt", pieces.concat()));
            let of = |prose: &Prose| -> Vec<_> {
                let block = |block: &super::super::Block| {
                    (prose.text[block.range.clone()].to_owned(), prose.in_document(block.range.clone()))
                };
                prose.blocks.iter().map(block).collect()
            };
            let (shared, own) = (read(&document, None), paragraphs(Builder::new(&document.text, None)));
            prop_assert_eq!(of(&shared), of(&own));
        }
    }

    fn blocks(text: &str) -> Vec<String> {
        let prose = read(&Arc::new(Document::new("draft.txt", text)), None);
        prose.blocks.iter().map(|block| prose.text[block.range.clone()].to_owned()).collect()
    }

    #[test]
    fn lines_wrapped_by_hand_are_joined() {
        assert_eq!(
            blocks("The total was 22.58\ntrillion yuan then.\n\nNext one."),
            ["The total was 22.58 trillion yuan then.", "Next one."]
        );
        assert_eq!(
            blocks("数字经济规模达到22.58\n万亿元，占国内生产\n总值的30.3%。"),
            ["数字经济规模达到22.58 万亿元，占国内生产总值的30.3%。"]
        );
        assert_eq!(blocks("比初步核算数增加 3 . 4\n万亿元，全国一共有这么多人口，比上年多。").len(), 1);
        assert_eq!(blocks("in the year of\r\n2016 it\r\nrose\r\n"), ["in the year of 2016 it rose"]);
    }

    #[test]
    fn bars_and_dashes_draw_a_table() {
        let text =
            "What it was:\n| Year | GDP |\n|---|--:|\n| 2016 | 74.41 |\n| 2017 |\nin trillion yuan\n| no |\n";
        let prose = read(&Arc::new(Document::new("draft.txt", text)), None);
        let kinds = prose.blocks.iter().map(|block| (block.kind, &prose.text[block.range.clone()]));
        let cell = |row, column| BlockKind::Cell { table: 0, row, column };
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [
                (BlockKind::Paragraph, "What it was:"),
                (cell(0, 0), "Year"),
                (cell(0, 1), "GDP"),
                (cell(1, 0), "2016"),
                (cell(1, 1), "74.41"),
                (cell(2, 0), "2017"),
                (BlockKind::Paragraph, "in trillion yuan | no |"),
            ]
        );
    }

    #[test]
    fn a_short_line_above_a_new_beginning_stands_alone() {
        assert_eq!(
            blocks("Digital Economy 2016\nChina's digital economy reached a new high in the year, and rose."),
            ["Digital Economy 2016", "China's digital economy reached a new high in the year, and rose."]
        );
        assert_eq!(blocks("- one\n- two\n3. three"), ["- one", "- two", "3. three"]);
    }
}
