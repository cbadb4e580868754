//! When a figure holds: a day, a month, a year, a deadline, a range.
//!
//! A period keeps the words it was written with, because they mean different things: `2020` is a whole
//! year, `end 2020` is its last day, `by 2020` is any day up to that one. What they have in common is
//! asked through days: [`Period::first`], [`Period::last`], [`Period::contains`].
//!
//! | written | stands for |
//! |---|---|
//! | `2016`, `2018-H1`, `2016-Q4`, `2018-09`, `2018-01-21` | every day of it |
//! | `start 2013`, `end 2013`, `end 2016-11` | its first, its last day |
//! | `as of 2019-08-01` | the state on that day |
//! | `by 2020` | a deadline: any day up to the last of 2020 |
//! | `since 2013-03-15` | from that day on |
//! | `before 2016` | any day before the first of 2016 |
//! | `2012..2021` | from the first day of 2012 to the last of 2021 |
//!
//! ```
//! use ipfacts::period::Period;
//!
//! let target = Period::parse("by 2020").unwrap();
//! assert_eq!(target.deadline().unwrap().to_string(), "2020-12-31");
//!
//! let outcome = Period::parse("as of 2019-08-01").unwrap();
//! assert_eq!(ipfacts::period::months_early(&outcome, &target), Some((17, 17)));
//!
//! let fault = Period::parse("2018-02-30").unwrap_err();
//! assert_eq!(fault.to_string(), "`2018-02-30` is no day: February 2018 has 28 days");
//! ```

mod error;
mod parse;
mod phrase;
mod stretch;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};

pub use error::PeriodError;
pub use phrase::MONTHS;
pub use stretch::{Length, Stretch};

/// When a figure holds, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    kind: Kind,
}

/// The ways to say when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `2016`: the whole of it.
    During(Stretch),
    /// `start 2013`: its first day.
    Start(Stretch),
    /// `end 2013`: its last day.
    End(Stretch),
    /// `as of 2019-08-01`: the state at that time.
    AsOf(Stretch),
    /// `by 2020`: a deadline, not later than its last day.
    By(Stretch),
    /// `since 2013-03-15`: from its first day on.
    Since(Stretch),
    /// `before 2016`: earlier than its first day.
    Before(Stretch),
    /// `2012..2021`: from the first day of the one to the last of the other.
    Range(Stretch, Stretch),
}

impl Period {
    /// A period of a kind.
    ///
    /// # Errors
    ///
    /// [`PeriodError::Reversed`] for a range that ends before it starts, and [`PeriodError::PartOfDay`] for
    /// the start or end of a single day.
    pub fn new(kind: Kind) -> Result<Self, PeriodError> {
        match kind {
            Kind::Range(from, to) if to.last() < from.first() => Err(PeriodError::Reversed { from, to }),
            Kind::Start(day) if day.length() == Length::Day => {
                Err(PeriodError::PartOfDay { word: "start", day })
            }
            Kind::End(day) if day.length() == Length::Day => Err(PeriodError::PartOfDay { word: "end", day }),
            _ => Ok(Self { kind }),
        }
    }

    /// The whole of a day, month, quarter, half or year.
    #[must_use]
    pub fn during(stretch: Stretch) -> Self {
        Self { kind: Kind::During(stretch) }
    }

    /// One day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self::during(Stretch::containing(day, Length::Day))
    }

    /// Reads a period in one of the forms of the table above.
    ///
    /// Letters may be upper or lower case, and `of` may follow `start` and `end`.
    ///
    /// # Errors
    ///
    /// Names what is wrong; [`PeriodError::hint`] says what would be right.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        parse::period(text)
    }

    /// What was said.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The first day, unless the period is open towards the past (`by`, `before`).
    #[must_use]
    pub fn first(&self) -> Option<NaiveDate> {
        match self.kind {
            Kind::During(at) | Kind::Start(at) | Kind::AsOf(at) | Kind::Since(at) | Kind::Range(at, _) => {
                Some(at.first())
            }
            Kind::End(at) => Some(at.last()),
            Kind::By(_) | Kind::Before(_) => None,
        }
    }

    /// The last day, unless the period is open towards the future (`since`).
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        match self.kind {
            Kind::During(at) | Kind::End(at) | Kind::AsOf(at) | Kind::By(at) | Kind::Range(_, at) => {
                Some(at.last())
            }
            Kind::Start(at) => Some(at.first()),
            Kind::Before(at) => Some(at.first().checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN)),
            Kind::Since(_) => None,
        }
    }

    /// First and last day, where there are both.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.first().zip(self.last())
    }

    /// The last day that still keeps a deadline; only `by` sets one.
    #[must_use]
    pub fn deadline(&self) -> Option<NaiveDate> {
        match self.kind {
            Kind::By(at) => Some(at.last()),
            _ => None,
        }
    }

    /// The earliest and the latest day at which a figure of this period can have been the state of things.
    ///
    /// `start 2013` and `end 2013` are one day; a month's or a year's figure may be of any of its days; what
    /// a range adds up to is there on its last day. A deadline and an open period name no such day.
    #[must_use]
    pub fn state_day_range(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self.kind {
            Kind::Range(_, to) => Some((to.last(), to.last())),
            _ => self.days(),
        }
    }

    /// Whether a day lies in the period.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first().is_none_or(|first| first <= day) && self.last().is_none_or(|last| day <= last)
    }

    /// Whether any day lies in both periods.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_in_time = |one: &Self, two: &Self| match (one.first(), two.last()) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// The calendar year that holds the whole period, if one does.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        let (first, last) = self.days()?;
        (first.year() == last.year()).then_some(first.year())
    }

    /// How fine it is said: of a range, its coarser end.
    #[must_use]
    pub fn precision(&self) -> Length {
        match self.kind {
            Kind::During(at)
            | Kind::Start(at)
            | Kind::End(at)
            | Kind::AsOf(at)
            | Kind::By(at)
            | Kind::Since(at)
            | Kind::Before(at) => at.length(),
            Kind::Range(from, to) => from.length().min(to.length()),
        }
    }

    /// Whether one of the two may be a less exact way to say the other.
    ///
    /// `2019` is compatible with `as of 2019-08-01`, `in 2020` with `by 2020`, `since 2013` with
    /// `since 2013-03-15`; `2016` is not with `2012..2021`, nor `by 2020` with a day of 2019. The relation
    /// says nothing of amounts: a quarter lies in its year, but what is sold in it does not equal the
    /// year's sales. Compare [`Period::precision`] where that matters.
    #[must_use]
    pub fn compatible(&self, other: &Self) -> bool {
        use Kind::{AsOf, Before, By, During, End, Range, Since, Start};
        match (self.kind, other.kind) {
            (By(one), By(two)) | (Since(one), Since(two)) | (Before(one), Before(two)) => one.nests(&two),
            (Range(from, to), Range(from_2, to_2)) => from.nests(&from_2) && to.nests(&to_2),
            (By(_), Before(_)) | (Before(_), By(_)) => self.last() == other.last(),
            (Since(one), Range(two, _)) | (Range(one, _), Since(two)) => one.nests(&two),
            (By(deadline), During(_) | End(_) | AsOf(_)) => other.contains(deadline.last()),
            (During(_) | End(_) | AsOf(_), By(deadline)) => self.contains(deadline.last()),
            (Range(..), During(_)) | (During(_), Range(..)) => self.days() == other.days(),
            (During(_) | Start(_) | End(_) | AsOf(_), During(_) | Start(_) | End(_) | AsOf(_)) => {
                self.covers(other) || other.covers(self)
            }
            _ => false,
        }
    }

    /// Whether every day of a closed period lies in this one.
    fn covers(&self, other: &Self) -> bool {
        other.days().is_some_and(|(first, last)| self.contains(first) && self.contains(last))
    }
}

/// Whole months from the day of an outcome to the first day after the deadline, at least and at most.
///
/// The two differ when the outcome names no single day. Nothing when `deadline` sets none, when the outcome
/// names no day, or when it may lie after the deadline.
///
/// ```
/// use ipfacts::period::{Period, months_early};
///
/// let by_2020 = Period::parse("by 2020").unwrap();
/// let during = |text| months_early(&Period::parse(text).unwrap(), &by_2020);
/// assert_eq!(during("2019-08"), Some((16, 17)));
/// assert_eq!(during("end 2019"), Some((12, 12)));
/// assert_eq!(during("2021-01"), None);
/// ```
#[must_use]
pub fn months_early(outcome: &Period, deadline: &Period) -> Option<(u32, u32)> {
    let (earliest, latest) = outcome.state_day_range()?;
    let end = deadline.deadline()?;
    if latest > end {
        return None;
    }
    let after = end.succ_opt()?;
    Some((whole_months(latest, after)?, whole_months(earliest, after)?))
}

/// How many whole months lie between two days.
fn whole_months(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let started = month(to) - month(from);
    u32::try_from(started - i64::from(to.day() < from.day())).ok()
}

/// Earlier last days come first, then earlier first days, then the coarser; what is open sorts outermost.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| {
            (
                period.last().unwrap_or(NaiveDate::MAX),
                period.first().unwrap_or(NaiveDate::MIN),
                period.precision(),
                period.kind,
            )
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The form that [`Period::parse`] reads back, for years from 1000 to 9999.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::During(at) => write!(f, "{at}"),
            Kind::Start(at) => write!(f, "start {at}"),
            Kind::End(at) => write!(f, "end {at}"),
            Kind::AsOf(at) => write!(f, "as of {at}"),
            Kind::By(at) => write!(f, "by {at}"),
            Kind::Since(at) => write!(f, "since {at}"),
            Kind::Before(at) => write!(f, "before {at}"),
            Kind::Range(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests;
