//! The fact base: from the text of a TOML file to a model that can be asked.
//!
//! A file is read in three steps: [`tree`] gives its tables with the place of every value, `lower` makes the
//! [`model`] of them field by field and gathers every fault of the file, and only a file without a fault
//! becomes a [`Base`]. The article's own base is embedded, its tree prepared when the program was built.
//!
//! ```
//! let base = ipfacts::facts::embedded();
//! let fact = base.fact("digital-economy-2016").unwrap();
//! assert_eq!(fact.value.as_ref().unwrap().text(), "22.58 trillion yuan");
//! ```

mod entries;
mod index;
mod lower;
pub mod model;
mod reader;
pub mod text;
pub mod tree;
mod value;
pub mod weights;
mod words;

use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;

use index::Packed;
pub use model::Base;
use tree::{Around, Prepared};

use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// The text of the embedded base.
const EMBEDDED: &str = include_str!("../../facts.toml");

/// Its tree, packed by `build/base.rs`.
const PREPARED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/base.bin"));

/// What that speaks of.
static AROUND: Around = Around {
    keys: include!(concat!(env!("OUT_DIR"), "/keys.rs")),
    file: EMBEDDED,
    texts: include_str!(concat!(env!("OUT_DIR"), "/base.txt")),
};

/// Its IDs, and where its entries stand in the tree.
const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/base.idx"));

/// The name the embedded base goes by in messages.
pub const EMBEDDED_NAME: &str = "facts.toml (embedded)";

/// Reads a base.
///
/// # Errors
///
/// Every fault of the file, in the order of the file, each pointing at its place.
pub fn read(document: Document) -> Result<Base, Vec<Diagnostic>> {
    let document = Arc::new(document);
    let (root, syntax) = tree::parse(&document);
    lower::lower(&document, &root, syntax)
}

/// Whether a file is the embedded base, byte for byte: then [`embedded`] answers, and needs no reading.
///
/// What is no regular file is not: a pipe can be read only once.
///
/// # Errors
///
/// The file cannot be read.
pub fn is_embedded(mut file: &File) -> io::Result<bool> {
    let about = file.metadata()?;
    if !about.is_file() || about.len() != EMBEDDED.len() as u64 {
        return Ok(false);
    }
    let mut rest = EMBEDDED.as_bytes();
    let mut piece = [0; 16 * 1024];
    while !rest.is_empty() {
        let length = piece.len().min(rest.len());
        file.read_exact(&mut piece[..length])?;
        match rest.strip_prefix(&piece[..length]) {
            Some(after) => rest = after,
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// The article's base, as it was when the program was built.
#[must_use]
pub fn embedded() -> Base {
    let document = Arc::new(Document::embedded(EMBEDDED_NAME, EMBEDDED));
    let packed = Packed::new(INDEX, EMBEDDED);
    lower::lower_prepared(&document, Prepared::new(PREPARED, &AROUND), packed)
}
