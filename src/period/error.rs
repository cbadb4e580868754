//! What can be wrong with the text of a period, and what would be right.
//!
//! ```
//! use ipfacts::period::Period;
//!
//! let fault = Period::parse("until 2020").unwrap_err();
//! assert_eq!(fault.to_string(), "`until` is no word for a period");
//! assert_eq!(fault.hint().unwrap(), "write `by 2020`");
//! ```

use std::fmt;

use super::phrase;
use super::{Length, Stretch};

/// Why a text is no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// Nothing is written.
    Empty,
    /// The text has none of the forms of a period.
    Form {
        /// What is written.
        text: String,
        /// The period that was probably meant.
        right: Option<Stretch>,
    },
    /// The year lies outside 1000 to 9999.
    Year {
        /// The year as written.
        text: String,
    },
    /// A month beyond 12, a half beyond 2, a quarter beyond 4.
    Part {
        /// What is written.
        text: String,
        /// Which part of the year it names.
        length: Length,
    },
    /// A day that its month does not have.
    Day {
        /// What is written.
        text: String,
        /// The month it names.
        month: Stretch,
    },
    /// A word that says nothing about when.
    Word {
        /// The word as written.
        word: String,
        /// What follows it.
        rest: String,
        /// The known word that is nearest to it or means the same.
        right: Option<&'static str>,
    },
    /// A word that lacks its year, month or day.
    Missing {
        /// The word.
        word: &'static str,
    },
    /// A range with one end only.
    OneEnd {
        /// What is written.
        text: String,
        /// An open period that says the same.
        right: String,
    },
    /// A range that ends before it starts.
    Reversed {
        /// The later end, written first.
        from: Stretch,
        /// The earlier end, written last.
        to: Stretch,
    },
    /// The start or end of a single day.
    PartOfDay {
        /// `start` or `end`.
        word: &'static str,
        /// The day.
        day: Stretch,
    },
}

impl PeriodError {
    /// What to write instead, where that can be told.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        let write = |right: &dyn fmt::Display| Some(format!("write `{right}`"));
        match self {
            Self::Empty => Some("write a year, a month or a day, such as `2016` or `by 2020`".into()),
            Self::Form { right: Some(right), .. } => write(right),
            Self::Form { right: None, .. } => {
                Some("write a year, a month or a day, such as `2016`, `2018-09` or `2018-01-21`".into())
            }
            Self::Year { .. } => Some("write the year with four digits, such as `2016`".into()),
            Self::Part { length, .. } => Some(
                match length {
                    Length::Half => "halves are `H1` and `H2`",
                    Length::Quarter => "quarters are `Q1` to `Q4`",
                    _ => "months are `01` to `12`",
                }
                .into(),
            ),
            Self::Day { month, .. } => Some(format!("the last day is `{}`", month.last())),
            Self::Word { rest, right: Some(right), .. } => write(&format!("{right} {rest}").trim()),
            Self::Word { right: None, .. } => {
                Some("the words are `start`, `end`, `as of`, `by`, `since` and `before`".into())
            }
            Self::Missing { word } => write(&format!("{word} 2020")),
            Self::OneEnd { right, .. } => write(right),
            Self::Reversed { from, to } => write(&format!("{to}..{from}")),
            Self::PartOfDay { day, .. } => write(&format!("as of {day}")),
        }
    }
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "a period is missing"),
            Self::Form { text, .. } => write!(f, "`{text}` is no period"),
            Self::Year { text } => write!(f, "the year `{text}` is not between 1000 and 9999"),
            Self::Part { text, length } => {
                let (part, count) = match length {
                    Length::Half => ("half", 2),
                    Length::Quarter => ("quarter", 4),
                    _ => ("month", 12),
                };
                write!(f, "`{text}` is no {part}: a year has {count}")
            }
            Self::Day { text, month } => {
                let count = chrono::Datelike::day(&month.last());
                write!(f, "`{text}` is no day: {} has {count} days", phrase::english(*month))
            }
            Self::Word { word, .. } => write!(f, "`{word}` is no word for a period"),
            Self::Missing { word } => write!(f, "`{word}` needs a year, a month or a day after it"),
            Self::OneEnd { text, .. } => write!(f, "the range `{text}` lacks an end"),
            Self::Reversed { from, to } => write!(f, "the range `{from}..{to}` ends before it starts"),
            Self::PartOfDay { word, day } => write!(f, "`{word} {day}` names a part of a single day"),
        }
    }
}

impl std::error::Error for PeriodError {}
