//! Numbers and days of documents, and days of the week.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::finding::{Finding, Fix, Issue, Verdict};
use super::names::{Hit, What};
use super::rules;
use crate::facts::model::{Base, Source, Text};
use crate::lang::Lang;
use crate::period::{Kind, Length};
use crate::scan::{self, Prose, Sentence, Time};

/// Checks what a sentence says of documents and of days of the week.
pub(super) fn check(
    base: &Base,
    prose: &Prose,
    sentence: &Sentence,
    hits: &[Hit],
    read: &scan::Findings,
    findings: &mut Vec<Finding>,
) {
    let titles: Vec<&Hit> = hits.iter().filter(|hit| matches!(hit.what, What::Title(_))).collect();
    let scan::Findings { documents: numbers, times, .. } = read;
    for time in times {
        findings.extend(wrong_weekday(prose, sentence, time));
    }
    let mut sources: Vec<(&Source, Range<usize>)> = Vec::new();
    for mention in numbers {
        let known: Vec<&Source> =
            base.sources.iter().filter(|source| is_number(source, &mention.number)).collect();
        let beside: Vec<&Source> = titles
            .iter()
            .filter(|hit| gap(&hit.range, &mention.range) < 120)
            .filter_map(|hit| match hit.what {
                What::Title(source) => Some(&base.sources[source]),
                _ => None,
            })
            .collect();
        if let Some(source) = beside.first()
            && titles.len() == beside.len()
            && numbers.len() == 1
            && !known.iter().any(|known| beside.iter().any(|source| source.id == known.id))
            && let Some(right) = &source.number
        {
            let said = &prose.text[mention.range.clone()];
            let mut issue = Issue::new(
                &rules::WRONG_DOCUMENT_NUMBER,
                format!("`{said}` is not the number of this document"),
            );
            issue.fix = Some(Fix::new(&prose.text, mention.range.clone(), in_style(said, right), true));
            findings.push(found(mention.range.clone(), Verdict::Differs, &source.id, Some(issue)));
            sources.push((source, mention.range.clone()));
            continue;
        }
        if let [source] = known[..] {
            findings.push(found(mention.range.clone(), Verdict::Agrees, &source.id, None));
            sources.push((source, mention.range.clone()));
        }
    }
    if sources.is_empty() && numbers.is_empty() {
        for hit in &titles {
            if let What::Title(source) = hit.what {
                sources.push((&base.sources[source], hit.range.clone()));
            }
        }
        sources.dedup_by_key(|(source, _)| source.id.clone());
    }
    if let [(source, _)] = &sources[..] {
        for time in times {
            findings.extend(wrong_day(prose, sentence, source, time));
        }
    }
}

fn found(range: Range<usize>, verdict: Verdict, id: &Text, issue: Option<Issue>) -> Finding {
    Finding {
        span: range.clone(),
        prose: range,
        text: String::new(),
        figure: None,
        verdict,
        fact: Some(id.to_owned()),
        issue,
    }
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

/// Whether a number as read is a source's; an English one names no issuer.
fn is_number(source: &Source, number: &str) -> bool {
    source.number.as_ref().is_some_and(|own| {
        own == number || number.starts_with('〔') && own.starts_with("国发") && own.ends_with(number)
    })
}

/// The right number in the style of the one written.
fn in_style(said: &str, right: &str) -> String {
    let digits: Vec<&str> =
        right.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [year, number] = digits[..] else { return right.to_owned() };
    if said.contains("号") && said.contains('〔') {
        return right.to_owned();
    }
    // The digits are exchanged, all else stays.
    let mut out = String::new();
    let mut run = 0;
    let mut inside = false;
    for c in said.chars() {
        if c.is_ascii_digit() {
            if !inside {
                out.push_str(if run == 0 { year } else { number });
                run += 1;
                inside = true;
            }
        } else {
            inside = false;
            out.push(c);
        }
    }
    out
}

/// A day said of a document that is not one of its days.
fn wrong_day(prose: &Prose, sentence: &Sentence, source: &Source, time: &Time) -> Option<Finding> {
    let period = time.period?;
    let (first, last) = period.days()?;
    if !matches!(period.kind(), Kind::During(_)) || first != last || period.precision() != Length::Day {
        return None;
    }
    let days: Vec<NaiveDate> = [source.signed, source.public].into_iter().flatten().collect();
    if days.is_empty() {
        return None;
    }
    if days.contains(&first) {
        return Some(found(time.range.clone(), Verdict::Agrees, &source.id, None));
    }
    if days.len() < 2 || !is_issuing(&prose.text, &time.range, sentence) {
        return None;
    }
    // Days a little apart may be those of a meeting or of another page; only what resembles is an error.
    let close = days
        .iter()
        .any(|day| day.year() == first.year() || day.month() == first.month() && day.day() == first.day());
    if !close {
        return None;
    }
    let text = &prose.text[time.range.clone()];
    let known: Vec<String> = days.iter().map(ToString::to_string).collect();
    let mut issue = Issue::new(&rules::WRONG_DATE, format!("`{text}` is no day of this document"));
    issue.note = Some(format!("signed and made public: {}", known.join(", ")));
    Some(found(time.range.clone(), Verdict::Differs, &source.id, Some(issue)))
}

/// Whether the words near a day say that a document was issued on it.
fn is_issuing(text: &str, range: &Range<usize>, sentence: &Sentence) -> bool {
    let near = text[sentence.range.clone()].to_lowercase();
    let words: &[&str] = match sentence.lang {
        Lang::En => {
            &["issued", "released", "published", "signed", "made public", "dated", "unveiled", "promulgated"]
        }
        Lang::Zh => &["印发", "公布", "发布", "签发", "成文", "印發", "發布", "日期"],
    };
    let other = ["meeting", "premier said", "会议", "座谈"].iter().any(|word| near.contains(word));
    let _ = range;
    words.iter().any(|word| near.contains(word)) && !other
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Whether a text may name a document, or a day of the week beside a date; else it need not be read.
pub(super) fn may_name(text: &str, hits: &[Hit]) -> bool {
    hits.iter().any(|hit| matches!(hit.what, What::Title(_)))
        || memchr::memmem::find(text.as_bytes(), "〔".as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), b"No. ").is_some()
        || memchr::memmem::find(text.as_bytes(), b"day, ").is_some()
        || memchr::memmem::find(text.as_bytes(), "星期".as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), "（周".as_bytes()).is_some()
        || memchr::memmem::find(text.as_bytes(), "［".as_bytes()).is_some()
}

/// A weekday that does not fit its date.
fn wrong_weekday(prose: &Prose, sentence: &Sentence, time: &Time) -> Option<Finding> {
    let weekday = time.weekday?;
    let (first, last) = time.period?.days()?;
    if first != last || first.weekday() == weekday {
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
    Some(Finding {
        span: time.range.clone(),
        prose: time.range.clone(),
        text: String::new(),
        figure: None,
        verdict: Verdict::Differs,
        fact: None,
        issue: Some(issue),
    })
}
