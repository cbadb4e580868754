//! HTML: its text, without tags, scripts, styles, code and comments.
//!
//! Only as much of HTML is read as is needed to know what is text and which block it belongs to. A tokenizer of
//! its own keeps the place of each character reference in the file, so that `&nbsp;` within a figure can be
//! pointed at.

use std::ops::Range;

use chrono::NaiveDate;
use memchr::{memchr, memchr2, memmem};

use super::entities;
use super::prose::{BlockKind, Builder, Prose};

/// Reads an HTML text.
pub(super) fn read(text: &str, day: Option<NaiveDate>) -> Prose {
    let mut builder = Builder::new(text, day);
    Html::default().read(&mut builder, 0..text.len());
    builder.finish()
}

/// Where in the structure of a text the reader is.
#[derive(Default)]
pub(super) struct Html {
    /// The element whose text is no prose, and how many of its kind are open.
    silent: Option<(&'static str, usize)>,
    /// The kind of block that a text begins.
    kind: Option<BlockKind>,
    /// The tables that are open: number, row, column.
    tables: Vec<(usize, usize, usize)>,
    seen: usize,
}

/// Elements whose text is no prose.
#[rustfmt::skip]
const SILENT: [&str; 14] = [
    "code", "datalist", "kbd", "math", "noscript", "pre", "samp", "script", "select", "style", "sup", "svg",
    "template", "textarea",
];

/// Of these, the ones in which a `<` is no tag.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// Elements that stand within a line; all others end the block before.
#[rustfmt::skip]
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "del", "dfn", "em", "embed", "font", "i", "img",
    "input", "ins", "label", "mark", "meta", "nobr", "o:p", "picture", "q", "rp", "ruby", "s", "small", "source",
    "span", "strike", "strong", "sub", "u",
];

/// Elements within a line that part words or say nothing of them.
const INLINE_TOO: [&str; 5] = ["data", "time", "tt", "var", "wbr"];

impl Html {
    /// Whether text here is no prose.
    pub(super) fn is_silent(&self) -> bool {
        self.silent.is_some()
    }

    /// Reads a piece of the file that is HTML.
    pub(super) fn read(&mut self, builder: &mut Builder<'_>, range: Range<usize>) {
        let text = &builder.source()[..range.end];
        let mut at = range.start;
        while at < range.end {
            let rest = &text.as_bytes()[at..];
            let Some(ahead) = memchr2(b'<', b'&', rest) else {
                self.text(builder, at..range.end);
                return;
            };
            self.text(builder, at..at + ahead);
            at += ahead;
            at = if text.as_bytes()[at] == b'&' {
                self.reference(builder, text, at)
            } else {
                self.markup(builder, text, at)
            };
        }
    }

    /// Text as it stands in the file; runs of spaces are one.
    fn text(&mut self, builder: &mut Builder<'_>, range: Range<usize>) {
        if self.silent.is_some() || range.is_empty() {
            return;
        }
        let source = builder.source();
        let bytes = source.as_bytes();
        let is_space = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xc);
        let mut at = range.start;
        while at < range.end {
            let length = bytes[at..range.end].iter().take_while(|byte| is_space(**byte)).count();
            if length > 0 {
                builder.wrap(at..at + length);
                at += length;
                continue;
            }
            // Single ordinary spaces stay within the piece.
            let mut end = at;
            while end < range.end
                && !(is_space(bytes[end])
                    && (bytes[end] != b' ' || end + 1 == range.end || is_space(bytes[end + 1])))
            {
                end += 1;
            }
            self.open(builder);
            builder.take(at..end);
            at = end;
        }
    }

    fn open(&mut self, builder: &mut Builder<'_>) {
        if !builder.is_open() {
            builder.begin(self.kind.unwrap_or(BlockKind::Paragraph));
        }
    }

    /// A character reference at byte `at`; where to go on.
    fn reference(&mut self, builder: &mut Builder<'_>, text: &str, at: usize) -> usize {
        match entities::read(&text[at..]) {
            Some((character, length)) => {
                if self.silent.is_none() {
                    self.open(builder);
                    let mut buffer = [0; 4];
                    let shown: &str = match character {
                        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
                        '\u{2000}'..='\u{2006}' | '\u{2008}' | '\u{200a}' | '\n' | '\t' => " ",
                        other => other.encode_utf8(&mut buffer),
                    };
                    builder.put(shown, at..at + length);
                }
                at + length
            }
            None => {
                self.text(builder, at..at + 1);
                at + 1
            }
        }
    }

    /// A tag, comment or other markup at byte `at`, or a `<` that is none; where to go on.
    fn markup(&mut self, builder: &mut Builder<'_>, text: &str, at: usize) -> usize {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"<!--") {
            let end = memmem::find(&rest[4..], b"-->").map_or(text.len(), |length| at + 4 + length + 3);
            allow(builder, at + 4..end);
            return end;
        }
        let close = rest.get(1) == Some(&b'/');
        let begin = at + 1 + usize::from(close);
        match text.as_bytes().get(begin) {
            Some(letter) if letter.is_ascii_alphabetic() => {}
            Some(b'!' | b'?') => return memchr(b'>', rest).map_or(text.len(), |length| at + length + 1),
            _ => {
                self.text(builder, at..at + 1);
                return at + 1;
            }
        }
        let length = text.as_bytes()[begin..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-'))
            .count();
        let name = text[begin..begin + length].to_ascii_lowercase();
        let end = end_of_tag(text, begin + length);
        self.tag(builder, &name, close, at..end);
        if !close && RAW.contains(&name.as_str()) && !text[at..end].ends_with("/>") {
            return self.raw(text, end, &name);
        }
        end
    }

    fn tag(&mut self, builder: &mut Builder<'_>, name: &str, close: bool, range: Range<usize>) {
        if let Some((silent, open)) = &mut self.silent {
            if *silent == name {
                if close {
                    *open -= 1;
                } else {
                    *open += 1;
                }
                if *open == 0 {
                    self.silent = None;
                }
            }
            return;
        }
        if let Ok(index) = SILENT.binary_search(&name) {
            let closed = builder.source()[..range.end].ends_with("/>");
            if !close && !closed {
                self.silent = Some((SILENT[index], 1));
            }
            return;
        }
        match name {
            "br" => builder.wrap(range),
            _ if INLINE.binary_search(&name).is_ok() || INLINE_TOO.contains(&name) => {}
            _ => {
                builder.end();
                self.kind = self.block(name, close);
            }
        }
    }

    /// The kind of block that begins behind a tag.
    fn block(&mut self, name: &str, close: bool) -> Option<BlockKind> {
        match (name, close) {
            ("table", false) => {
                self.tables.push((self.seen, 0, 0));
                self.seen += 1;
            }
            ("table", true) => {
                self.tables.pop();
            }
            ("tr", true) => {
                if let Some((_, row, column)) = self.tables.last_mut() {
                    *row += 1;
                    *column = 0;
                }
            }
            ("td" | "th", false) => {
                let (table, row, column) = *self.tables.last()?;
                return Some(BlockKind::Cell { table, row, column });
            }
            ("td" | "th", true) => {
                if let Some((_, _, column)) = self.tables.last_mut() {
                    *column += 1;
                }
            }
            ("li" | "dd" | "dt", false) => return Some(BlockKind::Item),
            ("title", false) => return Some(BlockKind::Heading(1)),
            ("p" | "div", false) => {
                return self.kind.filter(|kind| matches!(kind, BlockKind::Cell { .. } | BlockKind::Item));
            }
            (_, false) => {
                let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
                return level.filter(|level| (1..=6).contains(level)).map(BlockKind::Heading);
            }
            _ => {}
        }
        None
    }

    /// Past the text of an element in which a `<` is no tag.
    fn raw(&mut self, text: &str, from: usize, name: &str) -> usize {
        let mut at = from;
        while let Some(ahead) = memmem::find(&text.as_bytes()[at..], b"</") {
            at += ahead;
            let end = at + 2 + name.len();
            if text
                .as_bytes()
                .get(at + 2..end)
                .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            {
                return at;
            }
            at += 2;
        }
        text.len()
    }
}

/// Where the tag ends whose attributes begin at byte `at`; a `>` within quotes ends none.
fn end_of_tag(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        end += 1;
        match byte {
            b'>' => return end,
            b'"' | b'\'' if bytes[..end - 1].ends_with(b"=") => {
                end = memchr(byte, &bytes[end..]).map_or(bytes.len(), |length| end + length + 1);
            }
            _ => {}
        }
    }
    text.len()
}

/// `ipfacts: allow CODE, CODE` in a comment, by the place of what stands between its marks.
fn allow(builder: &mut Builder<'_>, comment: Range<usize>) {
    let source = builder.source();
    let inner = source[comment.clone()].trim_end_matches("-->").trim();
    let codes = inner.strip_prefix("ipfacts:").and_then(|rest| rest.trim_start().strip_prefix("allow"));
    let Some(codes) = codes else { return };
    let mut at = comment.start + source[comment].find(codes).unwrap_or_default();
    for piece in codes.split_inclusive([' ', ',', '\n', '\t', '\r']) {
        let code = piece.trim_end_matches([' ', ',', '\n', '\t', '\r']);
        if !code.is_empty() {
            builder.allow(at..at + code.len());
        }
        at += piece.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> String {
        read(source, None).text.to_string()
    }

    #[test]
    fn tags_are_no_text() {
        assert_eq!(
            text(
                "<html><head><title>A 1</title><script>if (a<5) { x = '</b>'; }</script><style>p{x:7}</style></head>\
                 <body><!-- 9 --><p class=\"a>b\">It was <b>22.58</b>\n  trillion&nbsp;yuan<sup>1</sup>.<br>So 3 < 4 &amp; \
                 5.</p><table><tr><th>Y</th><td>2016</td></tr></table><pre>8</pre>end"
            ),
            "A 1\nIt was 22.58 trillion\u{a0}yuan. So 3 < 4 & 5.\nY\n2016\nend\n"
        );
    }

    #[test]
    fn cells_know_their_place() {
        let prose = read("<table><tr><td>a<td>b</tr><tr><td>c</td><td><p>d</p></td></tr></table>", None);
        let cells: Vec<_> = prose.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(cells[3], BlockKind::Cell { table: 0, row: 1, column: 1 });
    }

    #[test]
    fn what_is_not_closed_ends_somewhere() {
        for source in
            ["<", "<a", "<a href=\"", "<!--", "<script>", "</", "&", "&#", "&#x110000;", "<p", "a<b"]
        {
            let prose = read(source, None);
            assert!(prose.text.len() <= source.len() + 1, "{source}");
        }
    }
}
