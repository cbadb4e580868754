//! Times in prose: dates, months, quarters, years, deadlines, and those that count from the draft's day.
//!
//! A time is found from its core, a year, month or word like `last year`; what stands before and behind makes
//! it the end of something, a deadline, a beginning or a range.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft, How};
//!
//! let text = "By the end of 2020 more than 98 percent of villages were to have it; 到2020年底实现。";
//! let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
//! let times = scan::times(&prose, &scan::sentences(&prose)[0], None);
//! assert_eq!(&prose.text[times[0].range.clone()], "By the end of 2020");
//! assert_eq!(times[0].how, How::Deadline);
//! assert_eq!(times[0].period.unwrap().to_string(), "by 2020");
//! assert_eq!(times[0].period, times[1].period);
//! ```

mod chinese;
mod english;

use std::ops::Range;

pub(super) use chinese::plan_number;
use chrono::{Datelike, NaiveDate, Weekday};

use super::glyph::{is_digit, is_space, past_spaces, rest};
use crate::lang::Lang;
use crate::period::{Kind, Length, Period, Stretch};

/// A time named in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Its bytes in the prose, with the words that make it a deadline, a beginning or an end.
    pub range: Range<usize>,
    /// What it stands for; none when it counts from the draft's day and nobody said which that is.
    pub period: Option<Period>,
    /// How it is said.
    pub how: How,
    /// The day of the week written with a date.
    pub weekday: Option<Weekday>,
    /// Whether it is only named to compare with (`than in 2015`, 比上年) or to say when something was said
    /// (`a report released in July 2017`, 1月18日公布). No figure holds for it but one that stands right beside it.
    pub compared: bool,
    /// How many years from the time spoken of before, when no year of its sentence says which: `A year earlier it
    /// had been …`.
    pub beyond: Option<i32>,
}

/// How a time is said, or how a figure's is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// In full: `in 2016`, 2016年.
    Explicit,
    /// As a deadline: `by 2020`, 到2020年.
    Deadline,
    /// As a beginning: `since 2013`, 2013年以来.
    Since,
    /// Counted from the draft's day: `last year`, 去年.
    Relative,
    /// Only of figures: it stands in a sentence before.
    Inherited,
    /// Only of figures: it stands in the heading above, or at the head of the table's row or column.
    Heading,
}

/// What a time is read with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub(super) lang: Lang,
    /// The draft's day.
    pub(super) day: Option<NaiveDate>,
    /// The last year named before, which a month or quarter without one belongs to.
    pub(super) year: Option<i32>,
    /// The year of the last time told before, even of one that counts from the day: 去年年初…，到年底….
    pub(super) told: Option<i32>,
    /// The year of the last time before, even of one that is only compared with.
    pub(super) seen: Option<i32>,
    /// Whether a later one was named before that: the sentence looked back, and whose month it is nobody says.
    pub(super) back: bool,
}

impl Context {
    /// The year spoken of, by name or counted from the day: what another counts from.
    fn spoken(self) -> Option<i32> {
        self.year.or(self.told)
    }

    /// A month, quarter or half without a year: of the year named last, else the latest that had begun by the
    /// draft's day. Whether it was counted from the day is said too.
    fn of_year(self, make: impl Fn(i32) -> Option<Stretch>) -> (Core, bool) {
        if self.back && self.lang == Lang::En {
            return (Core::Unknown, false);
        }
        if let Some(year) = self.year {
            return (make(year).map_or(Core::Unknown, Core::One), false);
        }
        let found = self.day.and_then(|day| {
            let this = make(day.year())?;
            if this.first() <= day { Some(this) } else { make(day.year() - 1) }
        });
        (found.map_or(Core::Unknown, Core::One), true)
    }

    /// The draft's year and so many years more.
    fn year_from_day(self, more: i32) -> Core {
        self.day.and_then(|day| Stretch::year(day.year() + more)).map_or(Core::Unknown, Core::One)
    }

    /// The month so many months from the draft's.
    fn month_from_day(self, more: i32) -> Core {
        let month = self.day.map(|day| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0) + more);
        let stretch = month.and_then(|month| {
            Stretch::month(month.div_euclid(12), u32::try_from(month.rem_euclid(12)).unwrap_or(0) + 1)
        });
        stretch.map_or(Core::Unknown, Core::One)
    }

    /// The day so many days from the draft's.
    fn day_from_day(self, more: i64) -> Core {
        let day = self.day.and_then(|day| day.checked_add_signed(chrono::TimeDelta::days(more)));
        day.map_or(Core::Unknown, |day| Core::One(Stretch::containing(day, Length::Day)))
    }
}

/// The middle of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Core {
    One(Stretch),
    Range(Stretch, Stretch),
    /// It counts from a day that is not known.
    Unknown,
    /// So many years from the year spoken of before, which the sentence does not name.
    Beyond(i32),
}

impl Core {
    /// So many years from a year, if it is known.
    fn years_from(year: Option<i32>, more: i32) -> Self {
        match year {
            Some(year) => Stretch::year(year + more).map_or(Self::Unknown, Self::One),
            None => Self::Beyond(more),
        }
    }

    fn beyond(self) -> Option<i32> {
        match self {
            Self::Beyond(years) => Some(years),
            _ => None,
        }
    }
}

/// What the words around a core make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    During,
    Start,
    End,
    AsOf,
    By,
    Since,
    Before,
}

impl Bound {
    fn period(self, core: Core) -> Option<Period> {
        let kind = match (core, self) {
            (Core::Unknown | Core::Beyond(_), _) => return None,
            (Core::Range(from, to), Self::During | Self::Start | Self::AsOf | Self::End) => {
                Kind::Range(from, to)
            }
            (Core::Range(from, _), Self::Since | Self::Before) => Kind::Since(from),
            (Core::Range(_, to), Self::By) => Kind::By(to),
            (Core::One(at), Self::During) => Kind::During(at),
            (Core::One(at), Self::Start) => Kind::Start(at),
            (Core::One(at), Self::End) => Kind::End(at),
            (Core::One(at), Self::AsOf) => Kind::AsOf(at),
            (Core::One(at), Self::By) => Kind::By(at),
            (Core::One(at), Self::Since) => Kind::Since(at),
            (Core::One(at), Self::Before) => Kind::Before(at),
        };
        Period::new(kind).ok()
    }

    fn how(self, relative: bool) -> How {
        match self {
            Self::By => How::Deadline,
            Self::Since => How::Since,
            _ if relative => How::Relative,
            _ => How::Explicit,
        }
    }
}

/// The time whose core begins with the digit at byte `at`. What stands behind the digits says in which
/// language it is written.
pub(super) fn at_digit(text: &str, at: usize, context: Context) -> Option<Time> {
    if !may_begin(text, at) {
        return None;
    }
    let behind = text[at..].trim_start_matches(|letter: char| is_digit(letter) || is_space(letter));
    let chinese = context.lang == Lang::Zh || behind.starts_with(['年', '月']);
    let (first, second): (Reader, Reader) =
        if chinese { (chinese::at_digit, english::at_digit) } else { (english::at_digit, chinese::at_digit) };
    first(text, at, context).or_else(|| second(text, at, context))
}

/// Whether a time can begin with the digits at byte `at`, by how many they are and what follows. Most digits of a
/// text are part of a figure, and go no further.
fn may_begin(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let count = bytes[at..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + count;
    if matches!(count, 0 | 4) || count <= 2 && at > 0 && matches!(bytes[at - 1], b'Q' | b'H' | b'Y') {
        return true;
    }
    if count > 2 {
        return false;
    }
    let digits = |from: usize| bytes.get(from).is_some_and(u8::is_ascii_digit);
    match bytes.get(end) {
        None => false,
        Some(b'Q' | b'H' | b's' | b'n' | b'r' | b't') => true,
        Some(b'-' | b'/') => digits(end + 1),
        // 21.9.2018
        Some(b'.') => (2..=3).any(|more| bytes.get(end + more) == Some(&b'.') && digits(end + more + 1)),
        Some(b' ') => {
            let next = past_spaces(text, end);
            let first = bytes.get(next).copied().unwrap_or(0);
            matches!(first, b'A'..=b'Z' | b'o' | 0xe2..=0xef)
        }
        Some(byte) => !byte.is_ascii(),
    }
}

type Reader = fn(&str, usize, Context) -> Option<Time>;

/// The time whose core begins with the English word from `begin` to `end`.
pub(super) fn at_word(text: &str, begin: usize, end: usize, context: Context) -> Option<Time> {
    english::at_word(text, begin, end, context)
}

/// The time whose core begins with the Chinese character at byte `at`.
pub(super) fn at_han(text: &str, at: usize, context: Context) -> Option<Time> {
    let mut letters = rest(text, at).chars();
    let (first, next) = (letters.next()?, letters.next()?);
    let begins = match first {
        '翌' | '次' => next == '年',
        '半' => next == '年',
        '年' => matches!(next, '底' | '末' | '初' | '中'),
        '去' | '今' | '明' | '昨' | '本' | '当' => matches!(next, '年' | '月' | '天' | '日'),
        '上' if next == '一' => letters.next() == Some('年'),
        '上' | '下' => matches!(next, '年' | '月' | '个' | '半'),
        '前' => next == '年' || is_digit(next) || crate::scan::chinese::is_numeral(next),
        '第' => letters.next() == Some('季'),
        // 三季度, 十三五, 二〇一六年
        // 两年前
        _ if next == '年' => crate::scan::chinese::is_numeral(first),
        _ => next == '季' || crate::scan::chinese::is_numeral(next),
    };
    if begins { chinese::at_han(text, at, context) } else { None }
}

/// A number of at most `most` digits, of ordinary or full width, at byte `at`, with none before or behind.
fn number(text: &str, at: usize, most: usize) -> Option<(i32, usize, usize)> {
    let mut value = 0i32;
    let mut count = 0;
    let mut end = at;
    for letter in rest(text, at).chars() {
        let digit = match letter {
            '0'..='9' => u32::from(letter) - u32::from('0'),
            '０'..='９' => u32::from(letter) - u32::from('０'),
            _ => break,
        };
        count += 1;
        if count > most {
            return None;
        }
        value = value * 10 + i32::try_from(digit).ok()?;
        end += letter.len_utf8();
    }
    (count > 0).then_some((value, end, count))
}

/// A year of four digits at byte `at`.
fn year(text: &str, at: usize) -> Option<(i32, usize)> {
    let (year, end, count) = number(text, at, 4)?;
    (count == 4 && (1000..3000).contains(&year)).then_some((year, end))
}

fn small(value: i32) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

/// `2018-09-21`, `2018/9/21`, `2018.9.21` at byte `at`.
fn iso(text: &str, at: usize) -> Option<(Stretch, usize)> {
    let (year, end) = year(text, at)?;
    let separator = text.as_bytes().get(end).filter(|byte| matches!(byte, b'-' | b'/' | b'.'))?;
    let (month, end, _) = number(text, end + 1, 2)?;
    if text.as_bytes().get(end) != Some(separator) {
        return None;
    }
    let (day, end, _) = number(text, end + 1, 2)?;
    Some((Stretch::day(year, small(month), small(day))?, end))
}

/// A dash between the ends of a range at byte `at`; where it ends.
fn dash(text: &str, at: usize) -> Option<usize> {
    let rest = rest(text, at);
    let length = rest.len() - rest.trim_start_matches(['-', '–', '—', '~', '～', '－', '−']).len();
    (length > 0).then_some(at + length)
}
