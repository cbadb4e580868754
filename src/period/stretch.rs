//! A piece of the calendar: a year, a half, a quarter, a month or a day.
//!
//! It is kept as its first day and its length, so that there is no thirteenth month to guard against.
//!
//! ```
//! use chrono::NaiveDate;
//! use ipfacts::period::{Length, Stretch};
//!
//! let day = NaiveDate::from_ymd_opt(2018, 9, 21).unwrap();
//! let quarter = Stretch::containing(day, Length::Quarter);
//! assert_eq!(quarter.to_string(), "2018-Q3");
//! assert_eq!(quarter.last().to_string(), "2018-09-30");
//! ```

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// How long a piece of the calendar is, from the coarsest to the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A calendar year.
    Year,
    /// Half a year, from January or July.
    Half,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A calendar month.
    Month,
    /// One day.
    Day,
}

impl Length {
    /// How many months it has; a day has none.
    fn months(self) -> u32 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
            Self::Day => 0,
        }
    }
}

/// A year, half, quarter, month or day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    first: NaiveDate,
    length: Length,
    /// Follows from both, and is asked for often.
    last: NaiveDate,
}

impl Stretch {
    /// The piece of that length in which a day lies.
    #[must_use]
    pub fn containing(day: NaiveDate, length: Length) -> Self {
        let first = match length.months() {
            0 => Some(day),
            months => NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1),
        };
        Self::from(first.unwrap_or(day), length)
    }

    fn from(first: NaiveDate, length: Length) -> Self {
        let last = match length.months() {
            0 => first,
            months => first
                .checked_add_months(Months::new(months))
                .and_then(|next| next.pred_opt())
                .unwrap_or(NaiveDate::MAX),
        };
        Self { first, length, last }
    }

    /// A year, from 1000 to 9999.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Self::new(year, 1, 1, Length::Year)
    }

    /// A half (1 or 2) of a year.
    #[must_use]
    pub fn half(year: i32, half: u32) -> Option<Self> {
        (1..=2).contains(&half).then(|| Self::new(year, half * 6 - 5, 1, Length::Half))?
    }

    /// A quarter (1 to 4) of a year.
    #[must_use]
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (1..=4).contains(&quarter).then(|| Self::new(year, quarter * 3 - 2, 1, Length::Quarter))?
    }

    /// A month (1 to 12) of a year.
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::new(year, month, 1, Length::Month)
    }

    /// A day of a month of a year.
    #[must_use]
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::new(year, month, day, Length::Day)
    }

    fn new(year: i32, month: u32, day: u32, length: Length) -> Option<Self> {
        if !(1000..=9999).contains(&year) {
            return None;
        }
        Some(Self::from(NaiveDate::from_ymd_opt(year, month, day)?, length))
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// How long it is.
    #[must_use]
    pub fn length(self) -> Length {
        self.length
    }

    /// Its place among its like within a year, from 1: `2018-Q3` is 3, `2018-09` is 9. A year and a day: 1.
    #[must_use]
    pub fn number(self) -> u32 {
        match self.length {
            Length::Year | Length::Day => 1,
            length => self.first.month0() / length.months() + 1,
        }
    }

    /// Whether one of the two lies in the other.
    #[must_use]
    pub fn nests(&self, other: &Self) -> bool {
        let holds = |outer: &Self, inner: &Self| outer.first <= inner.first && inner.last() <= outer.last();
        holds(self, other) || holds(other, self)
    }
}

/// `2018`, `2018-H1`, `2018-Q3`, `2018-09`, `2018-09-21`.
impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        match self.length {
            Length::Year => write!(f, "{year:04}"),
            Length::Half => write!(f, "{year:04}-H{}", self.number()),
            Length::Quarter => write!(f, "{year:04}-Q{}", self.number()),
            Length::Month => write!(f, "{year:04}-{month:02}"),
            Length::Day => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}
