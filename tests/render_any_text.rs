//! What every format keeps, whatever text a page brings along.

use ipfacts::page::{Card, Cell, Column, Field, Page, Part, Table};
use ipfacts::render::{self, Format, Style, safe, wrap};
use proptest::prelude::*;

/// A page in a format.
fn drawn(page: &Page, format: Format, style: &Style) -> String {
    let mut out = Vec::new();
    render::page(page, format, style, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("pages are UTF-8")
}

/// A page as a file gets it.
fn plain(page: &Page, format: Format) -> String {
    drawn(page, format, &Style::PLAIN)
}

/// Any text, and text made of what formats trip over.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[ -~中万亿，。（“|`\\\\\r\n\t\u{1b}\u{202e}\u{200d}\u{301}👩]{0,30}"]
}

/// A page with these texts in all its parts.
fn page_of(texts: &[String]) -> Page {
    let mut table =
        Table::new(vec![Column::new("a", "A"), Column::new("b", "B").right(), Column::new("c", "C")]);
    for texts in texts.chunks_exact(3) {
        table.push(texts.iter().map(Cell::text).collect());
    }
    let text = texts.first().cloned().unwrap_or_default();
    let field = Field { label: text.clone(), lines: texts.iter().map(Cell::text).collect() };
    let card = Card { title: text.clone(), subtitle: Some(text.clone()), fields: vec![field] };
    let parts =
        vec![Part::Table(table.clone()), Part::Card(card), Part::Text(text), Part::Literal(texts.to_vec())];
    Page { parts, records: table, single: false }
}

proptest! {
    #[test]
    fn nothing_hidden_comes_out(texts in proptest::collection::vec(text(), 0..7), width in proptest::option::of(0_u16..90)) {
        let page = page_of(&texts);
        for &format in Format::ALL {
            let drawn = drawn(&page, format, &Style { color: false, width, unicode: true });
            let hidden = drawn.chars().find(|&c| safe::is_hidden(c) && c != '\n' && (format, c) != (Format::Tsv, '\t'));
            prop_assert_eq!(hidden, None, "in {}", format.name());
        }
    }

    #[test]
    fn json_gives_back_the_very_text(texts in proptest::collection::vec(text(), 3)) {
        let page = page_of(&texts);
        let array: serde_json::Value = serde_json::from_str(&plain(&page, Format::Json)).unwrap();
        let line: serde_json::Value = serde_json::from_str(plain(&page, Format::Jsonl).trim_end()).unwrap();
        for (key, text) in ["a", "b", "c"].iter().zip(&texts) {
            let expected = if text.is_empty() { serde_json::Value::Null } else { text.as_str().into() };
            prop_assert_eq!(&array[0][key], &expected);
            prop_assert_eq!(&line[key], &expected);
        }
    }

    #[test]
    fn csv_and_tsv_give_back_the_visible_text(texts in proptest::collection::vec(text(), 3)) {
        for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
            let written = plain(&page_of(&texts), format);
            prop_assert_eq!(written.matches('\n').count(), 2);
            let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).from_reader(written.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            for (field, text) in record.iter().zip(&texts) {
                let text = safe::line(text);
                prop_assert!(field == text || field == format!("'{text}"), "{:?} is not {:?}", field, text);
                let begins = field.trim_start().chars().next();
                let is_number = field.chars().all(|c| c.is_ascii_digit() || "+-./%‰ ".contains(c));
                prop_assert!(is_number || begins.is_none_or(|c| !"=+-@＝＋－＠".contains(c)), "{:?}", field);
            }
        }
    }

    #[test]
    fn a_markdown_row_has_as_many_pipes_as_edges(texts in proptest::collection::vec(text(), 3)) {
        let mut page = page_of(&texts);
        page.parts.truncate(1);
        let markdown = plain(&page, Format::Markdown);
        prop_assert_eq!(markdown.lines().count(), 3);
        for line in markdown.lines() {
            let mut escaped = false;
            let pipes = line.chars().filter(|&c| {
                let bare = c == '|' && !escaped;
                escaped = c == '\\' && !escaped;
                bare
            });
            prop_assert_eq!(pipes.count(), 4, "{}", line);
        }
    }

    #[test]
    fn a_terminal_is_never_too_narrow_for_words_that_fit(
        texts in proptest::collection::vec("([a-z0-9.-]{1,8}%? |[0-9] % |[中国万亿元，。（）]){0,12}", 0..10),
        width in 30_u16..90,
    ) {
        let mut page = page_of(&texts);
        page.parts.retain(|part| !matches!(part, Part::Literal(_)));
        if let Part::Card(card) = &mut page.parts[1] {
            card.fields[0].label = "Label".into();
        }
        for line in drawn(&page, Format::Table, &Style { width: Some(width), ..Style::PLAIN }).lines() {
            prop_assert!(wrap::width(line) <= usize::from(width), "{}", line);
            prop_assert!(!line.ends_with(' '));
        }
    }
}
