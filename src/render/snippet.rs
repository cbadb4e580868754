//! Draws a fault under the text it is in.
//!
//! The picture is `annotate-snippets`': title, then each place with its line and a stroke under it, then
//! notes and help. What goes in is made ready here: hidden characters are made visible one for one, so the
//! stroke and the column stay right; spans are brought within the text; and only the lines between a
//! document's first and last place are handed over, and of a very long line only what stands around the place, so a
//! fault in a long file costs no more than one in a short one. A line wider than the terminal is cut on both sides of
//! the place.
//!
//! ```
//! use std::sync::Arc;
//!
//! use ipfacts::diagnostic::Diagnostic;
//! use ipfacts::document::Document;
//! use ipfacts::render::{self, Style};
//!
//! let draft = Arc::new(Document::new("draft.md", "规模达22.58亿元。\n"));
//! let fault = Diagnostic::error("wrong-magnitude", "`22.58亿元` is 10,000 times too small")
//!     .at(&draft, 9..20, "should be `22.58万亿元`");
//! assert_eq!(
//!     render::diagnostic(&fault, &Style::PLAIN),
//!     "\
//! error[wrong-magnitude]: `22.58亿元` is 10,000 times too small
//!   ╭▸ draft.md:1:4
//!   │
//! 1 │ 规模达22.58亿元。
//!   ╰╴      ━━━━━━━━━ should be `22.58万亿元`
//! "
//! );
//! ```

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::{DEFAULT_TERM_WIDTH, DecorStyle};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Style, safe};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::document::Document;

/// So many bytes of a line are handed over before and behind its places: more than any terminal shows.
const FAR: usize = 4096;

/// The least width for a line of text; a narrower terminal folds it by itself.
const LEAST_WIDTH: u16 = 40;

/// The fault as a picture of several lines, with a line feed at its end.
///
/// Where no width is given, lines are cut at 140 columns: a stroke far to the right helps nobody.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic, style: &Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(safe::line(&diagnostic.title)).id(diagnostic.code);
    let documents = by_document(&diagnostic.labels);
    let drawn: Vec<(Snippet<'_, _>, Option<Cut>)> =
        documents.iter().enumerate().map(|(at, labels)| snippet(labels, at == 0)).collect();
    let (snippets, cuts): (Vec<_>, Vec<_>) = drawn.into_iter().unzip();
    let notes = diagnostic.notes.iter().map(|note| Level::NOTE.message(visible(note)));
    let mut group = Group::with_title(title).elements(snippets).elements(notes);
    let mut groups = Vec::new();
    match diagnostic.help.as_deref().map(visible) {
        // Without a frame to close, help hangs from the title.
        Some(help) if diagnostic.labels.is_empty() => group = group.element(Level::HELP.message(help)),
        Some(help) => groups.push(Group::with_title(Level::HELP.secondary_title(help))),
        None => {}
    }
    groups.insert(0, group);

    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() }
        .decor_style(if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii })
        .term_width(style.width.map_or(DEFAULT_TERM_WIDTH, |width| usize::from(width.max(LEAST_WIDTH))));
    let mut picture = String::new();
    for line in renderer.render(&groups).lines() {
        picture.push_str(line.trim_end());
        picture.push('\n');
    }
    cuts.into_iter().flatten().fold(picture, |picture, cut| cut.told(picture))
}

/// A line of which the beginning was not handed over.
struct Cut {
    /// The place without its column, as the picture says it: `draft.md:1:`.
    place: String,
    /// How many characters were left out.
    characters: usize,
}

impl Cut {
    /// The picture with the column that the place has in the whole line.
    fn told(&self, mut picture: String) -> String {
        if let Some(found) = picture.find(&self.place) {
            let start = found + self.place.len();
            let rest = &picture[start..];
            let end = start + rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
            if let Ok(column) = picture[start..end].parse::<usize>() {
                picture.replace_range(start..end, &(column + self.characters).to_string());
            }
        }
        picture
    }
}

/// The labels in groups, one a document, in the order the documents are first pointed at.
fn by_document(labels: &[Label]) -> Vec<Vec<&Label>> {
    let mut groups: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        let is_same = |other: &&Label| {
            Arc::ptr_eq(&other.document, &label.document) || other.document == label.document
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(is_same)) {
            Some(group) => group.push(label),
            None => groups.push(vec![label]),
        }
    }
    groups
}

/// The lines of one document from its first label to its last, with strokes under what is meant.
fn snippet<'a>(labels: &[&'a Label], is_first: bool) -> (Snippet<'a, Annotation<'a>>, Option<Cut>) {
    let document: &Document = &labels[0].document;
    let text: &str = &document.text;
    let spans: Vec<Range<usize>> = labels
        .iter()
        .map(|label| within(text, &label.span))
        .map(|span| span.start.max(document.begin())..span.end.max(document.begin()))
        .collect();
    let first = spans.iter().map(|span| span.start).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end).max().unwrap_or(0);
    let position = document.position(first);
    let whole = |offset: usize| (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let from = if first - position.line_start > FAR { whole(first - FAR) } else { position.line_start };
    let reach = whole((last + FAR).min(text.len()));
    let to = off_break(text, text[last..reach].find('\n').map_or(reach, |newline| last + newline));
    let name = safe::line(&document.name);
    let cut = (from > position.line_start).then(|| Cut {
        place: format!("{name}:{}:", position.line),
        characters: document.position(from).characters,
    });

    let place = |offset: usize| visible(&text[from..offset]).len();
    let strokes = labels.iter().zip(&spans).enumerate().map(|(at, (label, span))| {
        let kind = if is_first && at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = Some(label.text.as_str()).filter(|text| !text.is_empty());
        kind.span(place(span.start)..place(span.end)).label(label.map(safe::line))
    });
    let snippet =
        Snippet::source(visible(&text[from..to])).path(name).line_start(position.line).annotations(strokes);
    (snippet, cut)
}

/// The span brought within the text, between whole characters, without the line break at its end.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let whole =
        |offset: usize| (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = off_break(text, whole(span.start));
    let end = text[..whole(span.end)].trim_end_matches(['\r', '\n']).len();
    start..end.max(start)
}

/// The offset, moved to the front if it stands between the two halves of a line break.
fn off_break(text: &str, offset: usize) -> usize {
    let is_between = text[offset..].starts_with('\n') && text[..offset].ends_with('\r');
    if is_between { offset - 1 } else { offset }
}

/// The lines with hidden characters made visible, one character for one, tabs left to be drawn as spaces.
///
/// The carriage return before a line feed is dropped: it is part of the line break.
fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().map(|c| if matches!(c, '\t' | '\n') { c } else { safe::visible(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use snapbox::{IntoData, assert_data_eq, str};

    fn document(name: &str, text: &str) -> Arc<Document> {
        Arc::new(Document::new(name, text))
    }

    fn drawn(fault: &Diagnostic) -> String {
        diagnostic(fault, &Style::PLAIN)
    }

    fn wrong_magnitude() -> Diagnostic {
        let draft =
            document("draft.md", "# Draft\n\nChina's digital economy reached 22.58 billion yuan in 2016.\n");
        let facts = document("facts.toml", &format!("{}value = \"22.58 trillion yuan\"\n", "\n".repeat(40)));
        Diagnostic::error("wrong-magnitude", "`22.58 billion yuan` is 1,000 times too small")
            .at(&draft, 41..59, "should be `22.58 trillion yuan`")
            .at(&facts, 48..69, "digital-economy-2016, stated by govcn-2018-01-21")
            .note("the fact was published before the draft")
            .help("`ipfacts check --fix draft.md` writes the suggestion")
    }

    #[test]
    fn both_ends() {
        assert_data_eq!(
            drawn(&wrong_magnitude()),
            str![[r#"
error[wrong-magnitude]: `22.58 billion yuan` is 1,000 times too small
   ╭▸ draft.md:3:33
   │
 3 │ China's digital economy reached 22.58 billion yuan in 2016.
   │                                 ━━━━━━━━━━━━━━━━━━ should be `22.58 trillion yuan`
   │
   ⸬  facts.toml:41:9
   │
41 │ value = "22.58 trillion yuan"
   │         ───────────────────── digital-economy-2016, stated by govcn-2018-01-21
   │
   ╰ note: the fact was published before the draft
help: `ipfacts check --fix draft.md` writes the suggestion

"#]]
            .raw()
        );
    }

    #[test]
    fn in_ascii() {
        let style = Style { unicode: false, ..Style::PLAIN };
        assert_data_eq!(
            diagnostic(&wrong_magnitude(), &style),
            str![[r#"
error[wrong-magnitude]: `22.58 billion yuan` is 1,000 times too small
  --> draft.md:3:33
   |
 3 | China's digital economy reached 22.58 billion yuan in 2016.
   |                                 ^^^^^^^^^^^^^^^^^^ should be `22.58 trillion yuan`
   |
  ::: facts.toml:41:9
   |
41 | value = "22.58 trillion yuan"
   |         --------------------- digital-economy-2016, stated by govcn-2018-01-21
   |
   = note: the fact was published before the draft
help: `ipfacts check --fix draft.md` writes the suggestion

"#]]
            .raw()
        );
    }

    #[test]
    fn in_colour() {
        let style = Style { color: true, ..Style::PLAIN };
        let draft = document("draft.md", "in 2016\n");
        let fault = Diagnostic::error("wrong-year", "`2016` is a year early").at(&draft, 3..7, "");
        assert_data_eq!(
            diagnostic(&fault, &style).replace('\u{1b}', "ESC"),
            str![[r#"
ESC[1mESC[91merror[wrong-year]ESC[0mESC[1m: `2016` is a year earlyESC[0m
 ESC[1mESC[94m ╭▸ ESC[0mdraft.md:1:4
  ESC[1mESC[94m│ESC[0m
ESC[1mESC[94m1ESC[0m ESC[1mESC[94m│ESC[0m in 2016
  ESC[1mESC[94m╰╴ESC[0m   ESC[1mESC[91m━━━━ESC[0m

"#]]
            .raw()
        );
    }

    #[test]
    fn two_places_in_one_document() {
        let facts = document("facts.toml", "id = \"gdp\"\n\n[[fact]]\nvalue = 1\n\nid = \"gdp\"\n");
        let fault = Diagnostic::error("duplicate-id", "`gdp` is taken");
        let fault = fault.at(&facts, 37..42, "again here").at(&facts, 5..10, "first here");
        assert_data_eq!(
            drawn(&fault),
            str![[r#"
error[duplicate-id]: `gdp` is taken
  ╭▸ facts.toml:6:6
  │
1 │ id = "gdp"
  │      ───── first here
  ┆
6 │ id = "gdp"
  ╰╴     ━━━━━ again here

"#]]
            .raw()
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let draft =
            document("draft.md", &format!("{}达到22.58亿元{}", "数字经济。".repeat(40), "，占比".repeat(40)));
        let fault = Diagnostic::error("wrong-magnitude", "`22.58亿元`").at(&draft, 606..617, "22.58万亿元");
        let style = Style { width: Some(60), ..Style::PLAIN };
        assert_data_eq!(
            diagnostic(&fault, &style),
            str![[r#"
error[wrong-magnitude]: `22.58亿元`
  ╭▸ draft.md:1:203
  │
1 │ … 数字经济。达到22.58亿元，占比，占比，占比，占比，占…
  ╰╴                ━━━━━━━━━ 22.58万亿元

"#]]
            .raw()
        );
    }

    #[test]
    fn a_very_long_line_is_cut_before_it_is_drawn() {
        let head = "数字经济。".repeat(40_000);
        let draft = document("draft.md", &format!("one\n{head}达到22.58亿元{}", "，占比".repeat(40_000)));
        let start = 4 + head.len() + 6;
        let fault =
            Diagnostic::error("wrong-magnitude", "`22.58亿元`").at(&draft, start..start + 11, "22.58万亿元");
        let style = Style { width: Some(60), ..Style::PLAIN };
        assert_data_eq!(
            diagnostic(&fault, &style),
            str![[r#"
error[wrong-magnitude]: `22.58亿元`
  ╭▸ draft.md:2:200003
  │
2 │ … 数字经济。达到22.58亿元，占比，占比，占比，占比，占…
  ╰╴                ━━━━━━━━━ 22.58万亿元

"#]]
            .raw()
        );
    }

    #[test]
    fn a_place_over_several_lines() {
        let draft = document("draft.md", "one\r\ntwo\r\nthree\r\n");
        let fault = Diagnostic::error("split", "a figure over two lines").at(&draft, 1..7, "here");
        assert_data_eq!(
            drawn(&fault),
            str![[r#"
error[split]: a figure over two lines
  ╭▸ draft.md:1:2
  │
1 │   one
  │ ┏━━┛
2 │ ┃ two
  ╰╴┗━━┛ here

"#]]
            .raw()
        );
    }

    #[test]
    fn without_a_place() {
        let mut fault =
            Diagnostic::error("no-base", "no `facts.toml` here").help("give one with `--facts FILE`");
        fault.severity = Severity::Warning;
        assert_data_eq!(
            drawn(&fault),
            str![[r#"
warning[no-base]: no `facts.toml` here
 │
 ╰ help: give one with `--facts FILE`

"#]]
            .raw()
        );
    }

    #[test]
    fn the_end_of_a_file_and_places_beyond_it() {
        for text in ["", "a", "a\n", "元"] {
            let draft = document("d", text);
            for span in [text.len()..text.len(), 0..0, 1..2, 5..9] {
                let picture = drawn(&Diagnostic::error("end", "unexpected end").at(&draft, span, "here"));
                assert!(picture.contains(" here\n"), "{picture}");
            }
        }
    }

    #[test]
    fn hostile_text_gives_no_orders() {
        let draft = document("a\u{1b}[2J\n.md", "\u{1b}[31m22\u{202e}.58\t\u{9b}x\n");
        let fault = Diagnostic::error("odd", "`\u{1b}]0;\u{7}` is odd\nerror: forged")
            .at(&draft, 12..15, "\u{1b}[0m\nforged")
            .note("\u{202e}note")
            .help("\u{2028}help\u{0}");
        assert_data_eq!(
            drawn(&fault),
            str![[r#"
error[odd]: `␛]0;␇` is odd error: forged
  ╭▸ a␛[2J .md:1:11
  │
1 │ ␛[31m22�.58    �x
  │           ━━━━━ ␛[0m forged
  │
  ╰ note: �note
help: �help␀

"#]]
            .raw()
        );
    }

    proptest! {
        #[test]
        fn no_place_is_a_panic_and_nothing_hidden_comes_out(
            text in "([a-z 元。👩\u{200d}\u{301}\t\r\n\u{1b}\u{2028}]|\r\n){0,40}",
            spans in proptest::collection::vec((0_usize..50, 0_usize..50, any::<bool>(), "[a-z元\n]{0,5}"), 0..4),
            width in proptest::option::of(0_u16..100),
            unicode in any::<bool>(),
        ) {
            let documents = [document("a", &text), document("b", "one\ntwo\n")];
            let fault = spans.into_iter().fold(Diagnostic::error("any", "anything"), |fault, (from, to, which, label)| {
                fault.at(&documents[usize::from(which)], from..to, label)
            });
            let picture = diagnostic(&fault, &Style { color: false, width, unicode });
            prop_assert!(picture.ends_with('\n'));
            prop_assert!(picture.lines().all(|line| !line.chars().any(safe::is_hidden) && line.trim_end() == line));
        }
    }
}
