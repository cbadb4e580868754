//! Pages of our own that explain what the program goes by: what a written figure stands for, which rate is
//! taken, how formulas are written, how a fact base is.
//!
//! A page is a Markdown file beside this one and a row of [`PAGES`]. Its examples are run by a test.
//!
//! ```
//! assert!(ipfacts::explain::page("rounding").unwrap().text.starts_with("# What a written figure stands for"));
//! ```

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The name it is asked for by.
    pub name: &'static str,
    /// What it is about, in a line.
    pub about: &'static str,
    /// Its text in Markdown.
    pub text: &'static str,
}

/// All pages.
pub const PAGES: &[Page] = &[
    Page {
        name: "facts",
        about: "the fact base: tables, fields, how values and periods are written",
        text: include_str!("facts.md"),
    },
    Page {
        name: "formulas",
        about: "derived figures: operators, functions, units",
        text: include_str!("formulas.md"),
    },
    Page {
        name: "keys",
        about: "the keys of CSV and JSON, command by command",
        text: include_str!("keys.md"),
    },
    Page {
        name: "rates",
        about: "which exchange rate is taken, and where it comes from",
        text: include_str!("rates.md"),
    },
    Page {
        name: "rounding",
        about: "the interval that a written figure stands for",
        text: include_str!("rounding.md"),
    },
    Page {
        name: "status",
        about: "when a target is met, missed or undecided",
        text: include_str!("status.md"),
    },
];

/// The page of a name.
#[must_use]
pub fn page(name: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.name == name)
}
