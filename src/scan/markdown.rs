//! Markdown: its prose, without code, addresses, comments and the marks of emphasis.
//!
//! Headings, paragraphs, list items and the cells of tables are blocks. HTML within is read as HTML. `date` in
//! the front matter gives the draft's day.

use std::ops::Range;

use chrono::NaiveDate;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::html::Html;
use super::prose::{BlockKind, Builder, Prose};

/// Reads a Markdown text.
pub(super) fn read(text: &str, day: Option<NaiveDate>) -> Prose {
    // No `~strikethrough~`: a tilde stands between the ends of a range in Chinese. No `$math$`: dollars.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::new(text, day);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.builder.finish()
}

struct Reader<'a> {
    builder: Builder<'a>,
    html: Html,
    /// What a text outside of any paragraph belongs to.
    items: usize,
    /// How many things are open whose text is no prose: code, pictures, bare addresses.
    silent: usize,
    front_matter: bool,
    tables: usize,
    row: usize,
    column: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, day: Option<NaiveDate>) -> Self {
        let builder = Builder::new(text, day);
        let html = Html::default();
        Self { builder, html, items: 0, silent: 0, front_matter: false, tables: 0, row: 0, column: 0 }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.front_matter => self.builder.day_if_none(date(&text)),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.builder.wrap(range),
            Event::InlineHtml(_) => self.html.read(&mut self.builder, range),
            Event::Rule => self.builder.end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.silent > 0 || self.html.is_silent() {
            return;
        }
        if !self.builder.is_open() {
            self.builder.begin(self.kind());
        }
        if self.builder.source().get(range.clone()) == Some(text) {
            self.builder.take(range);
        } else {
            self.builder.put(text, range);
        }
    }

    fn kind(&self) -> BlockKind {
        if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.builder.begin(self.kind()),
            Tag::Heading { level, .. } => self.builder.begin(BlockKind::Heading(*level as u8)),
            Tag::Item => {
                self.builder.end();
                self.items += 1;
            }
            Tag::Table(_) => {
                self.builder.end();
                self.tables += 1;
                self.row = 0;
            }
            Tag::TableHead | Tag::TableRow => self.column = 0,
            Tag::TableCell => {
                let (row, column) = (self.row, self.column);
                self.builder.begin(BlockKind::Cell { table: self.tables - 1, row, column });
            }
            Tag::CodeBlock(_) => {
                self.builder.end();
                self.silent += 1;
            }
            Tag::Image { .. } => self.silent += 1,
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => self.silent += 1,
            Tag::MetadataBlock(_) => self.front_matter = true,
            Tag::HtmlBlock => {
                self.builder.end();
                self.html.read(&mut self.builder, range);
                self.builder.end();
            }
            Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_) => self.builder.end(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::BlockQuote(_) => self.builder.end(),
            TagEnd::Item => {
                self.builder.end();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.builder.end();
                self.column += 1;
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row += 1,
            TagEnd::CodeBlock | TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            // Only addresses in angle brackets are silent; their end does not tell them from other links, but
            // nothing can stand within one.
            TagEnd::Link => self.silent = 0,
            TagEnd::MetadataBlock(_) => self.front_matter = false,
            _ => {}
        }
    }
}

/// The day in a line `date: 2018-01-21` of a front matter, quoted or not, with or without a time.
fn date(front: &str) -> Option<NaiveDate> {
    front.lines().find_map(|line| {
        let rest = line.strip_prefix("date")?.trim_start();
        let value = rest.strip_prefix([':', '='])?.trim_start().trim_start_matches(['"', '\'']);
        NaiveDate::parse_from_str(value.get(..10)?, "%Y-%m-%d").ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        let prose = read(text, None);
        let text = |range: &Range<usize>| prose.text[range.clone()].to_owned();
        prose
            .blocks
            .iter()
            .map(|block| match block.kind {
                BlockKind::Heading(level) => format!("{} {}", "#".repeat(level.into()), text(&block.range)),
                BlockKind::Paragraph => text(&block.range),
                BlockKind::Item => format!("- {}", text(&block.range)),
                BlockKind::Cell { table, row, column } => {
                    format!("{table}.{row}.{column} {}", text(&block.range))
                }
            })
            .collect()
    }

    #[test]
    fn prose_only() {
        let text = "---\ntitle: x 5 y\ndate: 2018-01-21\n---\n\n# In *2016*\n\nIt was **22.58** `trillion 7`\ntrillion \
                    &amp; more, [see 3](http://a.b/4) <http://c.d/5> ![a 6](b).\n\n```\ncode 8\n```\n\n1. one\n2. two\n   \
                    - three\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<div>nine\n<b>ten</b></div>\n\nlast\n";
        assert_eq!(
            blocks(text),
            [
                "# In 2016",
                "It was 22.58 trillion & more, see 3  .",
                "- one",
                "- two",
                "- three",
                "0.0.0 A",
                "0.0.1 B",
                "0.1.0 1",
                "0.1.1 2",
                "nine ten",
                "last",
            ]
        );
        assert_eq!(read(text, None).day, NaiveDate::from_ymd_opt(2018, 1, 21));
    }

    #[test]
    fn places_in_the_file() {
        let text = "# A\n\nIt was **22.58**\ntrillion&nbsp;yuan.\n";
        let prose = read(text, None);
        let begin = prose.text.find("22.58").unwrap();
        let end = prose.text.find('.').map(|_| prose.text.rfind('.').unwrap()).unwrap();
        assert_eq!(&prose.text[begin..end], "22.58 trillion\u{a0}yuan");
        assert_eq!(&text[prose.in_document(begin..end)], "22.58**\ntrillion&nbsp;yuan");
    }

    #[test]
    fn comments_allow_findings() {
        let prose = read("# A\n\n<!-- ipfacts: allow loose, wrong-year -->\n\nOne.\n\nTwo.\n", None);
        let one = &prose.blocks[1].range;
        let allowed: Vec<_> = prose.allows.iter().map(|allow| (allow.code.as_str(), &allow.range)).collect();
        assert_eq!(allowed, [("loose", one), ("wrong-year", one)]);
        let top = read(
            "<!-- ipfacts: allow loose -->\n\nOne.\n\nTwo.\n\n<!-- ipfacts: allow wrong-year -->\n",
            None,
        );
        let allowed: Vec<_> =
            top.allows.iter().map(|allow| (&top.text[allow.range.clone()], &allow.source)).collect();
        assert_eq!(allowed, [("One.", &(20..25)), ("", &(63..73))]);
    }
}
