//! Packs `facts.toml` into what `facts::tree::prepared` unpacks.
//!
//! A node is its span (two numbers), a tag, and what the tag calls for: a text; a length in bytes, a count and nodes
//! for an array; a length, a count and entries (key span, key, node) for a table. A text is a mark and a span: in the file where it stands
//! there as it is, else in a second file. Numbers are little-endian `u32`.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the base at `from` and writes its packed tree into a folder, as `base.bin` and `base.txt`,
/// and its index as `base.idx`.
pub(crate) fn pack(from: &Path, folder: &Path) {
    println!("cargo::rerun-if-changed={}", from.display());
    #[expect(clippy::disallowed_methods, reason = "a build script has no other door to the disk")]
    let file = std::fs::read_to_string(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    let table = DeTable::parse(&file).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    let mut packer = Packer { file: &file, packed: Vec::with_capacity(file.len()), texts: String::new() };
    packer.span(table.span());
    packer.entries(table.get_ref());
    let edition = table.get_ref().get("base").and_then(|base| base.get_ref().get("edition"));
    let edition = edition.and_then(|edition| edition.get_ref().as_str()).unwrap_or("unnamed");
    println!("cargo::rustc-env=IPFACTS_EDITION={edition}");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    write("base.bin", &packer.packed);
    write("base.txt", packer.texts.as_bytes());
    write("base.idx", &index(table.get_ref()));
}

/// Every entry that has an ID, sorted by ID: its kind as a byte, its position as two.
fn index(table: &DeTable<'_>) -> Vec<u8> {
    let mut entries: Vec<(&str, u8, u16)> = Vec::new();
    for (kind, key) in
        [(b'b', "body"), (b's', "source"), (b't', "topic"), (b'f', "fact"), (b'r', "rate"), (b'd', "derived")]
    {
        let items = table.get(key).and_then(|items| items.get_ref().as_array());
        for (at, item) in items.into_iter().flatten().enumerate() {
            let id = item.get_ref().get("id").and_then(|id| id.get_ref().as_str());
            let at = u16::try_from(at).expect("a base has fewer than 65,536 entries of a kind");
            entries.extend(id.map(|id| (id, kind, at)));
        }
    }
    entries.sort_unstable();
    entries.into_iter().flat_map(|(_, kind, at)| [kind, at.to_le_bytes()[0], at.to_le_bytes()[1]]).collect()
}

struct Packer<'f> {
    file: &'f str,
    packed: Vec<u8>,
    texts: String,
}

impl Packer<'_> {
    fn number(&mut self, value: usize) {
        let value = u32::try_from(value).expect("a base is smaller than 4 GiB");
        self.packed.extend_from_slice(&value.to_le_bytes());
    }

    fn span(&mut self, span: Range<usize>) {
        self.number(span.start);
        self.number(span.end);
    }

    /// A text that stands within a span of the file, perhaps in quotes, perhaps with escapes.
    fn text(&mut self, text: &str, within: Range<usize>) {
        match self.file[within.clone()].find(text) {
            Some(at) => {
                self.packed.push(0);
                let start = within.start + at;
                self.span(start..start + text.len());
            }
            None => {
                self.packed.push(1);
                let start = self.texts.len();
                self.texts.push_str(text);
                self.span(start..self.texts.len());
            }
        }
    }

    fn entries(&mut self, table: &DeTable<'_>) {
        self.packed.push(b'm');
        self.measured(|packer| {
            packer.number(table.len());
            for (key, value) in table {
                packer.span(key.span());
                packer.text(key.get_ref(), key.span());
                packer.node(value);
            }
        });
    }

    /// Writes what `write` does behind its length in bytes.
    fn measured(&mut self, write: impl FnOnce(&mut Self)) {
        let at = self.packed.len();
        self.number(0);
        write(self);
        let length = self.packed.len() - at - 4;
        let length = u32::try_from(length).expect("a base is smaller than 4 GiB");
        self.packed[at..at + 4].copy_from_slice(&length.to_le_bytes());
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        self.span(span.clone());
        match value.get_ref() {
            DeValue::String(written) => self.leaf(b's', written, span),
            DeValue::Datetime(date) => self.leaf(b'd', &date.to_string(), span),
            DeValue::Integer(written) => self.leaf(b'n', &written.to_string(), span),
            DeValue::Float(written) => self.leaf(b'n', &written.to_string(), span),
            DeValue::Boolean(flag) => self.packed.push(if *flag { b't' } else { b'f' }),
            DeValue::Array(items) => {
                self.packed.push(b'a');
                self.measured(|packer| {
                    packer.number(items.len());
                    for item in items {
                        packer.node(item);
                    }
                });
            }
            DeValue::Table(table) => self.entries(table),
        }
    }

    fn leaf(&mut self, tag: u8, written: &str, span: Range<usize>) {
        self.packed.push(tag);
        self.text(written, span);
    }
}
