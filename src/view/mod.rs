//! What each command shows: from results to a page, one file a command.
//!
//! Views choose words and columns; they neither ask the base questions of their own nor lay anything out.

pub mod check;
pub mod cite;
pub mod convert;
pub mod derive;
pub mod explain;
mod fact;
mod list;
pub mod scan;
pub mod show;
pub mod sources;
pub mod timeline;

use crate::lang::Lang;

/// One of two words, by language.
fn say<'w>(lang: Lang, english: &'w str, chinese: &'w str) -> &'w str {
    match lang {
        Lang::En => english,
        Lang::Zh => chinese,
    }
}
