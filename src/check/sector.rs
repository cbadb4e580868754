//! English subjects that come in anew, where every word of them is one that carries a sentence on: `services grew`,
//! `government revenues rose`; what firms of an industry take in; a fraction of the figure behind it.

use std::ops::Range;

use super::link::Link;
use super::scene::Scene;
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Parts of an economy and of a budget, as a sentence on an economy begins with them.
const SECTORS: &[&str] = &[
    "services ",
    "services,",
    "the services ",
    "service sector ",
    "the service sector ",
    "industry ",
    "industrial output ",
    "industrial production ",
    "manufacturing ",
    "agriculture ",
    "government revenue",
    "government spending",
    "government debt",
    "government expenditure",
    "fiscal revenue",
    "household",
    "data output ",
    "data traffic ",
];

/// What stands before the name of such a part.
const OF_IT: &[&str] = &[
    "the value added of ",
    "value added of ",
    "the added value of ",
    "added value of ",
    "the output of ",
    "the ",
];

/// The sectors themselves, as they stand behind `in`.
const TRADES: &[&str] =
    &["services", "industry", "manufacturing", "farming", "agriculture", "construction", "trade", "retail"];

/// Those who do business in an industry.
const FIRMS: &[&str] = &["businesses", "companies", "firms", "enterprises"];

/// What they take in.
const TAKEN_IN: &[&str] =
    &["revenue", "revenues", "turnover", "profit", "profits", "sales", "income", "output", "exports"];

/// Words before `industry` that name none.
const OF_NO_NAME: &[&str] = &[
    "the",
    "this",
    "that",
    "its",
    "their",
    "such",
    "whole",
    "entire",
    "overall",
    "total",
    "related",
    "same",
    "each",
    "every",
    "other",
    "core",
    "and",
    "in",
    "of",
    "china's",
    "china’s",
    "chinese",
];

/// Whether words begin with what an industry takes in: `Information industry revenue rose`.
fn is_of_an_industry(words: &str) -> bool {
    // `The wider information industry had sales of`
    let wider = ["wider ", "broader "].iter().find_map(|wide| words.strip_prefix(wide));
    wider.is_some_and(|words| behind_an_industry(words).is_some())
        || behind_an_industry(words)
            .is_some_and(|mut rest| rest.next().is_some_and(|word| TAKEN_IN.contains(&word)))
}

/// The words behind the name of an industry that others begin with: `Information industry`.
fn behind_an_industry(words: &str) -> Option<impl Iterator<Item = &str>> {
    let mut words = words.split(' ');
    let named = words.next().is_some_and(|name| !OF_NO_NAME.contains(&name))
        && matches!(words.next(), Some("industry" | "sector"));
    named.then_some(words)
}

/// Whether words begin with a part of an economy that was named before: `in that sector`.
fn is_in_that_sector(words: &str) -> bool {
    ["in that ", "in this ", "in these ", "in those "].iter().any(|there| {
        words.strip_prefix(there).is_some_and(|rest| {
            ["sector", "industry", "industries", "trade", "field"].iter().any(|one| rest.starts_with(one))
        })
    })
}

/// Words between a fraction and the figure that it is of.
const OF_A_FIGURE: &[&str] = &[
    "of", "the", "that", "in", "last", "previous", "prior", "year", "year's", "years", "a", "earlier",
    "rate", "its",
];

impl Scene<'_> {
    /// Whether a clause begins with a part of an economy that has figures of its own.
    pub(super) fn opens_with_a_sector(&self, opening: Range<usize>) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        let words = self.small(opening).trim_start_matches([' ', ',', '"', '“']);
        let words = ["while ", "and ", "but ", "meanwhile, "]
            .iter()
            .fold(words, |words, join| words.strip_prefix(join).unwrap_or(words));
        let named =
            |words: &str| SECTORS.iter().any(|sector| words.starts_with(sector)) || is_of_an_industry(words);
        // `In services, digital penetration rose to 37.8 percent`
        let within = words.strip_prefix("in ").and_then(|words| words.split(',').next());
        is_in_that_sector(words)
            || within.is_some_and(|trade| TRADES.contains(&trade))
            || named(words)
            || OF_IT.iter().any(|of| words.strip_prefix(of).is_some_and(named))
    }

    /// Whether the clause of a figure tells of a part of an economy named before it: `Services lead: in that sector the digital
    /// economy has a penetration of 44.7 percent`.
    pub(super) fn is_of_that_sector(&self, figure: &Figure) -> bool {
        let clause = self.clause_range(figure.range.start).start;
        self.lang == Lang::En && is_in_that_sector(self.small(clause..figure.range.start).trim_start())
    }

    /// Whether an amount is what firms of the industry that is named take in, which is not its size: `businesses in the
    /// digital economy generated revenue of`.
    pub(super) fn is_taken_in_by_firms(&self, figure: &Figure, link: &Link) -> bool {
        let Some(hit) = link.hit.filter(|_| self.lang == Lang::En && figure.kind == FigureKind::Money) else {
            return false;
        };
        let name = &self.hits[hit].range;
        if name.end > figure.range.start {
            return false;
        }
        let mut before = self.small_before(name.start).split_whitespace().rev();
        let place =
            before.find(|word| !matches!(*word, "the" | "key" | "core" | "major" | "china's" | "its"));
        let firms =
            matches!(place, Some("in" | "of")) && before.next().is_some_and(|word| FIRMS.contains(&word));
        firms
            && self
                .small(name.end..figure.range.start)
                .split(|letter: char| !letter.is_ascii_alphabetic())
                .any(|word| TAKEN_IN.contains(&word))
    }

    /// Whether a fraction is one of the percentage behind it: `3 percent, less than half of the previous year's 8.1`.
    pub(super) fn is_fraction_of_the_next(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En || figure.kind != FigureKind::Fraction {
            return false;
        }
        let next = self.figures_from(figure.range.end).first();
        next.is_some_and(|next| {
            let mut words = self.small(figure.range.end..next.range.start).split_whitespace().peekable();
            matches!(next.kind, FigureKind::Percent)
                && words.peek().is_some_and(|word| matches!(*word, "of" | "the" | "that" | "last"))
                && words.all(|word| OF_A_FIGURE.contains(&word.trim_end_matches('’')) || word.ends_with("’s"))
        })
    }
}
