//! Days that no calendar has, and days of the week that do not fit their date: nothing of a base is asked for them.

use chrono::Datelike;

use super::finding::{Finding, Issue, Verdict};
use super::rules;
use crate::lang::Lang;
use crate::period::{Length, Stretch};
use crate::scan::{Prose, Sentence, Time};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A weekday that does not fit its date.
pub(super) fn wrong_weekday(prose: &Prose, sentence: &Sentence, time: &Time) -> Option<Finding> {
    let weekday = time.weekday?;
    let (first, last) = time.period?.days()?;
    if first != last || first.weekday() == weekday {
        return None;
    }
    // `GDP grew 2.3 percent in 2020, data showed on Monday, January 18`: the day is of the year after.
    let year = first.year();
    let unsaid = sentence.lang == Lang::En && !prose.text[time.range.clone()].contains(&year.to_string());
    if unsaid && first.with_year(year + 1).is_some_and(|next| next.weekday() == weekday) {
        return None;
    }
    let right = first.weekday().num_days_from_monday() as usize;
    let name = match sentence.lang {
        Lang::En => WEEKDAYS[right].to_owned(),
        Lang::Zh => format!("星期{}", "一二三四五六日".chars().nth(right).expect("seven days")),
    };
    let text = &prose.text[time.range.clone()];
    let mut issue = Issue::new(&rules::WRONG_WEEKDAY, format!("`{text}` was no such day of the week"));
    issue.note = Some(format!("{first} was a {}", WEEKDAYS[right]));
    issue.also = Some((time.range.clone(), format!("{name} fits the date")));
    Some(told(time.range.clone(), issue))
}

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
