//! The rules: every way in which a draft can be told that it is wrong, one file each.
//!
//! A rule that explains a difference looks at a case, a figure and the fact it should fit, and says whether it is
//! the cause. They are asked in the order of [`RULES`], the simplest first. The other rules judge sentences or
//! documents as a whole and have no `look`.

mod cannot_both_hold;
mod changed_digit;
mod cut_off;
mod dropped_bound;
mod impossible_dollars;
mod loose;
mod mixed_vintages;
mod other_compiler;
mod percent_for_points;
mod reversed_bound;
mod wrong_currency;
mod wrong_date;
mod wrong_document_number;
mod wrong_figure;
mod wrong_magnitude;
mod wrong_period;
mod wrong_rank;
mod wrong_weekday;
mod wrong_whole;
mod wrong_year;

use super::compare::{self, Fit, fit};
use super::dollars::Impossible;
use super::index::same_time;
use super::mention::Mention;
use crate::diagnostic::Severity;
use crate::facts::model::{Base, Fact, Text};
use crate::lang::Lang;
use crate::quantity::{Exact, Quantity};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which is what `--allow` and `explain` take.
    pub code: &'static str,
    /// How much a finding of it weighs.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// What it does, why, and an example, in Markdown.
    pub page: &'static str,
    /// Whether it is the cause of a difference.
    pub(super) look: Option<fn(&Case<'_>) -> Option<Cause>>,
    /// Whether its digits prove the subject: then words between topic and figure raise no doubt.
    pub(super) strong: bool,
}

/// Every rule. Causes are looked for in this order.
pub static RULES: [&Rule; 20] = [
    &wrong_currency::RULE,
    &wrong_magnitude::RULE,
    &percent_for_points::RULE,
    &reversed_bound::RULE,
    &wrong_rank::RULE,
    &cut_off::RULE,
    &wrong_period::RULE,
    &wrong_year::RULE,
    &wrong_whole::RULE,
    &changed_digit::RULE,
    &impossible_dollars::RULE,
    &wrong_figure::RULE,
    &other_compiler::RULE,
    &mixed_vintages::RULE,
    &cannot_both_hold::RULE,
    &dropped_bound::RULE,
    &loose::RULE,
    &wrong_document_number::RULE,
    &wrong_date::RULE,
    &wrong_weekday::RULE,
];

pub(in crate::check) use cannot_both_hold::RULE as CANNOT_BOTH_HOLD;
pub(in crate::check) use dropped_bound::RULE as DROPPED_BOUND;
pub(in crate::check) use loose::RULE as LOOSE;
pub(in crate::check) use mixed_vintages::RULE as MIXED_VINTAGES;
pub(in crate::check) use other_compiler::RULE as OTHER_COMPILER;
pub(in crate::check) use wrong_date::RULE as WRONG_DATE;
pub(in crate::check) use wrong_document_number::RULE as WRONG_DOCUMENT_NUMBER;
pub(in crate::check) use wrong_weekday::RULE as WRONG_WEEKDAY;

/// The rule of a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// A figure that fits no fact of its subject, and one fact that it is held against.
pub(super) struct Case<'a> {
    pub(super) base: &'a Base,
    pub(super) mention: &'a Mention,
    pub(super) said: &'a Quantity,
    /// The figure's text.
    pub(super) whole: &'a str,
    /// The figure's text without its qualifier.
    pub(super) number: &'a str,
    pub(super) lang: Lang,
    /// The fact it should fit.
    pub(super) fact: &'a Fact,
    /// Its value.
    pub(super) known: &'a Quantity,
    /// All facts of the topic.
    pub(super) topic: &'a [&'a Fact],
    /// Whether only dollars that no day's rate gives are left.
    pub(super) impossible: Option<Impossible>,
}

/// Why a figure is wrong.
#[derive(Debug, Clone)]
pub(super) struct Cause {
    /// What is wrong, in one line.
    pub(super) title: String,
    /// The fact that it is really of, if it is another than the case's.
    pub(super) really: Option<Text>,
    /// What should stand in the place of the number.
    pub(super) right: Option<String>,
    /// Whether that is certain.
    pub(super) certain: bool,
    /// Whether it stands for the qualifier too.
    pub(super) whole: bool,
}

impl Case<'_> {
    /// Whether the figure is in the fact's unit.
    pub(super) fn comparable(&self) -> bool {
        compare::comparable(self.said.unit(), self.known.unit())
    }

    /// Whether the fact, times a factor, rounds to the figure.
    pub(super) fn rounds_to(&self, value: &Exact) -> bool {
        self.said.plain_interval().contains(value)
    }

    /// The facts of this very subject at another time.
    pub(super) fn other_times(&self) -> impl Iterator<Item = &Fact> {
        let whole = self.fact.whole.clone();
        self.topic.iter().copied().filter(move |fact| {
            fact.measure == self.fact.measure
                && fact.whole == whole
                && fact.place == self.fact.place
                && self.mention.period.as_ref().is_some_and(|period| !same_time(fact, period))
        })
    }

    /// Whether the figure is what a fact says, closely.
    pub(super) fn is(&self, fact: &Fact) -> bool {
        let Some(value) = &fact.value else { return false };
        if !compare::comparable(self.said.unit(), value.unit()) {
            return false;
        }
        matches!(fit(self.said, value), Fit::Agrees)
    }

    /// The fact's value written in the figure's place.
    pub(super) fn right(&self) -> String {
        self.write(self.known.value(), self.known.written().significant_digits())
    }

    /// A value written in the figure's place.
    pub(super) fn write(&self, value: &Exact, digits: u32) -> String {
        super::fix::write(self.number, self.said, value, digits, self.known.unit(), self.lang)
    }

    /// Another value in the figure's place, in its own unit and with as many digits.
    pub(super) fn rewritten(&self, value: &Exact) -> String {
        // 1680亿 becomes 168亿, not 168.0亿: the fact has no more digits to give.
        let digits = self.said.written().significant_digits().min(self.known.written().significant_digits());
        super::fix::write(self.number, self.said, value, digits, self.said.unit(), self.lang)
    }

    /// What the fact is called.
    pub(super) fn when(&self, fact: &Fact) -> String {
        fact.period.as_ref().map_or_else(String::new, |period| period.phrase(Lang::En))
    }
}

impl Cause {
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), really: None, right: None, certain: false, whole: false }
    }

    pub(super) fn right(mut self, right: String, certain: bool) -> Self {
        self.right = Some(right);
        self.certain = certain;
        self
    }

    pub(super) fn really(mut self, fact: &Fact) -> Self {
        self.really = Some(fact.id.clone());
        self
    }
}

/// How many digits a figure gives, noughts at its end left out.
pub(super) fn digits(quantity: &Quantity) -> u32 {
    quantity.written().significant_digits() - quantity.written().zeros_at_end()
}
