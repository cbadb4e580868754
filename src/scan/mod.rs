//! Reads prose: which figures, times and document numbers a draft in English or Chinese holds, and where.
//!
//! A draft goes through three steps, each of which can be asked alone. [`prose()`] takes the markup out and keeps
//! a map back to the file. [`sentences`] cuts the prose. [`figures`], [`times`] and [`documents()`] find what a
//! sentence holds; a sentence without a digit or a number word costs them nothing. Nothing here knows a fact.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft};
//!
//! let text = "China's digital economy reached **22.58** trillion yuan in 2016.";
//! let draft = Draft::new(Arc::new(Document::new("draft.md", text)));
//! let prose = scan::prose(&draft);
//! let sentence = &scan::sentences(&prose)[0];
//! let figure = &scan::figures(&prose, sentence, prose.day)[0];
//! assert_eq!(&prose.text[figure.range.clone()], "22.58 trillion yuan");
//! assert_eq!(&text[prose.in_document(figure.range.clone())], "22.58** trillion yuan");
//! assert_eq!(figure.when.as_ref().unwrap().period.unwrap().to_string(), "2016");
//! ```

mod above;
mod alone;
mod change;
mod chinese;
mod clause;
mod documents;
mod english;
mod entities;
mod figure;
mod glyph;
mod html;
mod idiom;
mod joined;
mod markdown;
mod marks;
mod odd;
mod plain;
mod prose;
mod reader;
mod respective;
mod sentence;
mod text;
mod time;
mod token;
mod understood;
mod when;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::Document;

pub use clause::{Clause, clauses};
pub use documents::DocumentMention;
pub use figure::{
    Direction, Figure, FigureKind, Findings, When, documents, figures, findings, period, times,
};
pub(crate) use glyph::floor;
pub use prose::{Allow, Block, BlockKind, Prose};
pub(crate) use respective::respectively;
pub use sentence::{Sentence, each_sentence, lang as language, sentences};
pub use text::Text;
pub use time::{How, Time};

/// How a draft is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// Markdown: only its prose is read.
    Markdown,
    /// HTML: only its text is read.
    Html,
    /// Text as it is.
    Plain,
}

impl Input {
    /// By the ending of a file's name: `.md` and `.markdown`, `.html` and `.htm`, everything else is plain.
    ///
    /// ```
    /// use ipfacts::scan::Input;
    ///
    /// assert_eq!(Input::of_name("notes/draft.MD"), Input::Markdown);
    /// assert_eq!(Input::of_name("<stdin>"), Input::Plain);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => Self::Plain,
        }
    }
}

/// A text to be read.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file as it is.
    pub document: Arc<Document>,
    /// How it is written.
    pub input: Input,
    /// The day it speaks on, from which `last year` counts; none when nobody said so.
    pub day: Option<NaiveDate>,
}

impl Draft {
    /// A document, read by the ending of its name.
    #[must_use]
    pub fn new(document: Arc<Document>) -> Self {
        let input = Input::of_name(&document.name);
        Self { document, input, day: None }
    }
}

/// The readable text of a draft.
#[must_use]
pub fn prose(draft: &Draft) -> Prose {
    let text: &str = &draft.document.text;
    match draft.input {
        Input::Markdown => markdown::read(text, draft.day),
        Input::Html => html::read(text, draft.day),
        Input::Plain => plain::read(&draft.document, draft.day),
    }
}
