//! Packs `facts.toml` into what `facts::tree::prepared` unpacks.
//!
//! A node is a tag and what the tag calls for:
//!
//! - `s`, `d`, `n`, a string, a date, a number: how many quotation marks stand on each side of it in the file, where
//!   its text begins there, and how long that is. Where the file writes it otherwise: [`ELSEWHERE`], its span,
//!   where its text begins among the texts that have a file of their own, and how long it is.
//! - `t`, `f`, true and false: where it begins.
//! - `a`, an array: its span, its length in bytes from here on, the number of its items, and they.
//! - `m`, a table: its span, its length, the number of its entries, and of each the key, as a byte that is a position
//!   among the keys there are, and the node.
//!
//! Places are little-endian `u32`, lengths of texts and numbers of items `u16`. Where keys stand is not packed: only
//! a fault asks for that.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use crate::words::{Kind, Measure};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Marks a text that the file writes with escapes, or over several lines.
const ELSEWHERE: u8 = u8::MAX;

/// Reads the base at `from` and writes its packed tree into a folder, as `base.bin` and `base.txt`, the keys there
/// are as `keys.rs`, and its index as `base.idx`.
pub(crate) fn pack(from: &Path, folder: &Path) {
    println!("cargo::rerun-if-changed={}", from.display());
    #[expect(clippy::disallowed_methods, reason = "a build script has no other door to the disk")]
    let file = std::fs::read_to_string(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    let table = DeTable::parse(&file).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    let mut packer = Packer {
        file: &file,
        packed: Vec::with_capacity(file.len()),
        keys: Vec::new(),
        texts: String::new(),
    };
    let offsets = packer.root(table.get_ref(), table.span());
    let edition = table.get_ref().get("base").and_then(|base| base.get_ref().get("edition"));
    let edition = edition.and_then(|edition| edition.get_ref().as_str()).unwrap_or("unnamed");
    println!("cargo::rustc-env=IPFACTS_EDITION={edition}");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    write("base.bin", &packer.packed);
    write("base.txt", packer.texts.as_bytes());
    write("keys.rs", format!("&{:?}", packer.keys).as_bytes());
    write("base.idx", &index(table.get_ref(), &file, &offsets));
}

/// The kinds of entries, in the order in which the index has them.
const KINDS: [&str; 6] = ["body", "source", "topic", "fact", "rate", "derived"];

/// The index: of each kind the number of its entries; of each kind where its entries begin in the packed tree;
/// of each fact its mark (see [`mark`]); and every ID, sorted, with its kind as a byte, its position as two, and its
/// span in the file. Numbers are `u32` else.
fn index(table: &DeTable<'_>, file: &str, offsets: &BTreeMap<String, Vec<usize>>) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).expect("a base is smaller than 4 GiB").to_le_bytes();
    let items = |key: &str| table.get(key).and_then(|items| items.get_ref().as_array()).into_iter().flatten();
    let text = |item: &Spanned<DeValue<'_>>, key: &str| {
        item.get_ref().get(key).and_then(|value| value.get_ref().as_str()).map(str::to_owned)
    };
    let none = Vec::new();
    let of_kind = |kind: &str| offsets.get(kind).unwrap_or(&none);
    let mut packed = Vec::new();
    packed.extend(KINDS.iter().flat_map(|kind| number(of_kind(kind).len())));
    packed.extend(KINDS.iter().flat_map(|kind| of_kind(kind).iter().copied()).flat_map(number));
    let article = table.get("base").and_then(|base| text(base, "article"));
    let topics: Vec<_> = items("topic").map(|topic| text(topic, "id")).collect();
    for fact in items("fact") {
        packed.extend(mark(|key| text(fact, key), article.as_deref(), &topics));
    }
    let mut ids: Vec<(String, u8, u16, Range<usize>)> = Vec::new();
    for (kind, key) in (0..).zip(KINDS) {
        for (at, item) in items(key).enumerate() {
            let at = u16::try_from(at).expect("a base has fewer than 65,536 entries of a kind");
            let Some(id) = text(item, "id") else { continue };
            let quoted = item.get_ref().get("id").map_or(0..0, Spanned::span);
            let start = quoted.start + file[quoted].find(&id).expect("an ID is written without escapes");
            ids.push((id.clone(), kind, at, start..start + id.len()));
        }
    }
    ids.sort_by(|one, other| one.0.cmp(&other.0));
    for (_, kind, at, span) in ids {
        packed.push(kind);
        packed.extend(at.to_le_bytes());
        packed.extend(number(span.start));
        packed.extend(number(span.end));
    }
    packed
}

/// What a fact can be searched by without being read: its kind and measure as positions among the words there are,
/// whether its source is the article, and its topic and its whole as positions among the topics, two bytes each;
/// all bits are set where it has none.
fn mark(field: impl Fn(&str) -> Option<String>, article: Option<&str>, topics: &[Option<String>]) -> [u8; 7] {
    let kind = field("kind").and_then(|word| Kind::from_name(&word)).unwrap_or(Kind::Statement);
    let measure = field("measure").and_then(|word| Measure::from_name(&word));
    let of_article = article.is_none_or(|article| field("source").is_none_or(|source| source == article));
    let topic = |key| {
        let at = field(key).and_then(|id| topics.iter().position(|topic| topic.as_ref() == Some(&id)));
        at.map_or([u8::MAX; 2], |at| u16::try_from(at).expect("a base has few topics").to_le_bytes())
    };
    let ([topic, topic_high], [whole, whole_high]) = (topic("topic"), topic("whole"));
    let measure = measure.map_or(u8::MAX, |measure| measure as u8);
    [kind as u8, measure, u8::from(of_article), topic, topic_high, whole, whole_high]
}

struct Packer<'f> {
    file: &'f str,
    packed: Vec<u8>,
    keys: Vec<String>,
    texts: String,
}

impl Packer<'_> {
    fn place(&mut self, value: usize) {
        let value = u32::try_from(value).expect("a base is smaller than 4 GiB");
        self.packed.extend_from_slice(&value.to_le_bytes());
    }

    fn count(&mut self, value: usize) {
        let value = u16::try_from(value).expect("texts are shorter than 64 KiB, and items fewer");
        self.packed.extend_from_slice(&value.to_le_bytes());
    }

    fn span(&mut self, span: Range<usize>) {
        self.place(span.start);
        self.place(span.end);
    }

    fn key(&mut self, key: &str) {
        let at = self.keys.iter().position(|known| known == key).unwrap_or_else(|| {
            self.keys.push(key.to_owned());
            self.keys.len() - 1
        });
        self.packed.push(u8::try_from(at).expect("a base has fewer than 256 keys"));
    }

    fn leaf(&mut self, tag: u8, written: &str, span: Range<usize>) {
        self.packed.push(tag);
        let quotes = span.len().saturating_sub(written.len()) / 2;
        let inner = span.start + quotes..span.end - quotes;
        if self.file.get(inner.clone()) == Some(written) {
            self.packed.push(u8::try_from(quotes).expect("there are one or three quotation marks"));
            self.place(inner.start);
        } else {
            self.packed.push(ELSEWHERE);
            self.span(span);
            self.place(self.texts.len());
            self.texts.push_str(written);
        }
        self.count(written.len());
    }

    fn table(
        &mut self,
        table: &DeTable<'_>,
        span: Range<usize>,
        mut node: impl FnMut(&mut Self, &str, &Spanned<DeValue<'_>>),
    ) {
        self.packed.push(b'm');
        self.span(span);
        self.measured(|packer| {
            packer.count(table.len());
            for (key, value) in table {
                packer.key(key.get_ref());
                node(packer, key.get_ref(), value);
            }
        });
    }

    /// Writes the tree and says where the items of each array of its root begin.
    fn root(&mut self, table: &DeTable<'_>, span: Range<usize>) -> BTreeMap<String, Vec<usize>> {
        let mut offsets = BTreeMap::new();
        self.table(table, span, |packer, key, value| match value.get_ref() {
            DeValue::Array(items) => {
                offsets.insert(key.to_owned(), packer.array(items, value.span()));
            }
            _ => packer.node(value),
        });
        offsets
    }

    /// Writes an array and says where its items begin.
    fn array(&mut self, items: &DeArray<'_>, span: Range<usize>) -> Vec<usize> {
        self.packed.push(b'a');
        self.span(span);
        self.measured(|packer| {
            packer.count(items.len());
            let mut offsets = Vec::with_capacity(items.len());
            for item in items {
                offsets.push(packer.packed.len());
                packer.node(item);
            }
            offsets
        })
    }

    /// Writes what `write` does behind its length in bytes.
    fn measured<R>(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        let at = self.packed.len();
        self.place(0);
        let result = write(self);
        let length = self.packed.len() - at - 4;
        let length = u32::try_from(length).expect("a base is smaller than 4 GiB");
        self.packed[at..at + 4].copy_from_slice(&length.to_le_bytes());
        result
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        match value.get_ref() {
            DeValue::String(written) => self.leaf(b's', written, span),
            DeValue::Datetime(date) => self.leaf(b'd', &date.to_string(), span),
            DeValue::Integer(written) => self.leaf(b'n', &written.to_string(), span),
            DeValue::Float(written) => self.leaf(b'n', &written.to_string(), span),
            DeValue::Boolean(flag) => {
                self.packed.push(if *flag { b't' } else { b'f' });
                self.place(span.start);
            }
            DeValue::Array(items) => {
                self.array(items, span);
            }
            DeValue::Table(table) => self.table(table, span, |packer, _, value| packer.node(value)),
        }
    }
}
