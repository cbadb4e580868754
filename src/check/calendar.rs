//! Days that no calendar has, and days of the week that do not fit their date: nothing of a base is asked for them.

use chrono::{Datelike, NaiveDate};

use super::finding::{Finding, Issue, Verdict};
use super::rules;
use crate::lang::Lang;
use crate::period::{Length, Stretch};
use crate::scan::{Prose, Sentence, Time};

pub(super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What they are called behind 星期.
pub(super) const CHINESE_WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// A weekday that does not fit its date, in a draft of a day.
pub(super) fn wrong_weekday(
    prose: &Prose,
    sentence: &Sentence,
    time: &Time,
    day: Option<NaiveDate>,
) -> Option<Finding> {
    let weekday = time.weekday?;
    let (first, last) = time.period?.days()?;
    if first != last || first.weekday() == weekday {
        return None;
    }
    // `hit 101.6 trillion yuan in 2020, data showed on Monday, January 18`: another year than the date's was named.
    let named = prose.text[time.range.clone()].contains(&first.year().to_string());
    let near = day.is_some_and(|day| (day - first).num_days().abs() < HALF_A_YEAR);
    if !named && !near {
        return None;
    }
    let right = first.weekday().num_days_from_monday() as usize;
    let name = match sentence.lang {
        Lang::En => WEEKDAYS[right].to_owned(),
        Lang::Zh => format!("星期{}", CHINESE_WEEKDAYS[right]),
    };
    let text = &prose.text[time.range.clone()];
    let mut issue = Issue::new(&rules::WRONG_WEEKDAY, format!("`{text}` was no such day of the week"));
    issue.note = Some(format!("{first} was a {}", WEEKDAYS[right]));
    issue.also = Some((time.range.clone(), format!("{name} fits the date")));
    Some(told(time.range.clone(), issue))
}

/// In days.
const HALF_A_YEAR: i64 = 183;

/// A year that has every day.
const LEAP_YEAR: i32 = 2000;

/// A Chinese date whose day its month does not have, or whose month no year has: 2015年9月31日, 8月42日.
pub(super) fn impossible_day(prose: &Prose, sentence: &Sentence, time: &Time) -> Option<Finding> {
    if sentence.lang != Lang::Zh {
        return None;
    }
    // What is no day was left behind the month or the year that it could be read of.
    let said = &prose.text[time.range.clone()];
    let rest = &prose.text[time.range.end..sentence.range.end];
    let first = time.period.and_then(|period| period.first());
    let (month, behind) = match time.period.map(|period| period.precision()) {
        Some(Length::Month) => (first?.month(), rest),
        Some(Length::Year) => numbered(rest, "月")?,
        // A month of a year that nothing tells.
        None => (numbered(said, "月").filter(|(_, end)| end.is_empty())?.0, rest),
        _ => return None,
    };
    let (day, behind) = numbered(behind, "日")?;
    // 2月29日 may be of another year than the one that was gathered for it.
    let year = first.filter(|_| said.contains('年')).map_or(LEAP_YEAR, |first| first.year());
    // 0月0日 is a form to be filled in.
    if month == 0 || day == 0 || Stretch::day(year, month, day).is_some() {
        return None;
    }
    let range = time.range.start..sentence.range.end - behind.len();
    let title = format!("`{}` is no day of the calendar", &prose.text[range.clone()]);
    Some(told(range, Issue::new(&rules::WRONG_DATE, title)))
}

/// A number of at most two digits before a word, and what follows.
fn numbered<'t>(text: &'t str, word: &str) -> Option<(u32, &'t str)> {
    let count = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let number = text[..count].parse().ok().filter(|_| count <= 2)?;
    Some((number, text[count..].strip_prefix(word)?))
}

fn told(range: std::ops::Range<usize>, issue: Issue) -> Finding {
    Finding { issue: Some(issue), ..Finding::new(range, None, Verdict::Differs) }
}
