//! A fact base you can cite, a calculator that shows its working, and a spell-checker for figures.
//!
//! This is the map of the house: a floor, a module, and the modules it may use. Imports run down only.
//! `tests/floors.rs` reads this map and every `use crate::…` and fails on an import that is not on the map, on
//! one that is on the map and not used, and on one that runs up.
//!
//! ```text
//! 8  view -> check cite derive diagnostic document explain facts lang page period quantity rates scan status timeline
//! 7  check -> derive diagnostic document facts lang nearest period quantity rates scan
//! 6  derive -> diagnostic facts lang nearest period quantity rates status
//! 6  query -> facts lang nearest period status
//! 6  timeline -> facts period status
//! 5  cite -> facts lang period
//! 5  status -> facts period quantity
//! 4  facts -> diagnostic document lang nearest period quantity rates
//! 3  rates -> diagnostic document lang period quantity
//! 3  render -> diagnostic document page
//! 3  scan -> document lang period quantity
//! 2  diagnostic -> document
//! 2  period -> lang
//! 2  quantity -> lang nearest
//! 1  document
//! 1  explain
//! 1  lang
//! 1  nearest
//! 1  page
//! ```
//!
//! The binary in `src/bin/ipfacts` stands above all of it: it reads the command line, the clock, the disk and
//! the terminal, asks the library, and hands the page to `render`. The knowing side (`facts` and what asks it)
//! and the showing side (`render`) meet only in `page` and `diagnostic`.

pub mod check;
pub mod cite;
pub mod derive;
pub mod diagnostic;
pub mod document;
pub mod explain;
pub mod facts;
pub mod lang;
pub mod nearest;
pub mod page;
pub mod period;
pub mod quantity;
pub mod query;
pub mod rates;
pub mod render;
pub mod scan;
pub mod status;
pub mod timeline;
pub mod view;
