//! Numbers and days of documents, and days of the week.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::called;
use super::finding::{Finding, Fix, Issue, Verdict};
use super::names::{Hit, What};
use super::rules;
use crate::facts::model::{Base, Source, Text};
use crate::lang::Lang;
use crate::period::{Kind, Length, MONTHS};
use crate::scan::{self, Prose, Sentence, Time};

/// Checks what a sentence says of documents and of days of the week.
pub(super) fn check(
    base: &Base,
    prose: &Prose,
    sentence: &Sentence,
    (hits, called): (&[Hit], &[(Range<usize>, usize)]),
    read: &scan::Findings,
    day: Option<NaiveDate>,
    findings: &mut Vec<Finding>,
) {
    let titles: Vec<&Hit> = hits.iter().filter(|hit| matches!(hit.what, What::Title(_))).collect();
    let scan::Findings { documents: numbers, times, .. } = read;
    for time in times {
        findings.extend(calendar::wrong_weekday(prose, sentence, time, day));
        findings.extend(calendar::impossible_day(prose, sentence, time));
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
        // A name that the number follows in parentheses is the document's own.
        let own = called.iter().find(|(name, _)| is_followed_by(&prose.text, name, &mention.range));
        let alone = !beside.is_empty() && titles.len() == beside.len() && numbers.len() == 1;
        let meant = match alone {
            true => beside,
            false => own.iter().map(|(_, source)| &base.sources[*source]).collect(),
        };
        if let Some(source) = meant.first()
            && !known.iter().any(|known| meant.iter().any(|source| source.id == known.id))
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
    if let [(source, name)] = &sources[..] {
        // `the Made in China 2025 plan`: what people call it may be longer than the title.
        let longer = called.iter().find(|(called, _)| called.start <= name.start && name.end <= called.end);
        let name = longer.map_or(name, |(called, _)| called);
        for time in times {
            let is_day = time.period.is_some_and(|period| period.precision() == Length::Day);
            let says = || match is_day {
                true => is_issuing(&prose.text, sentence) || is_date_of(&prose.text, name, &time.range),
                false => called::says_issued(&prose.text, sentence, name, &time.range),
            };
            findings.extend(wrong_day(prose, sentence, source, time, says));
        }
        return;
    }
    let apart = |name: &Range<usize>| titles.iter().all(|hit| gap(&hit.range, name) > 0);
    for (name, source) in called.iter().filter(|(name, _)| sources.is_empty() && apart(name)) {
        let source = &base.sources[*source];
        for time in times {
            let says = called::says_issued(&prose.text, sentence, name, &time.range);
            findings.extend(says.then(|| wrong_day(prose, sentence, source, time, || true)).flatten());
        }
    }
}

fn found(range: Range<usize>, verdict: Verdict, id: &Text, issue: Option<Issue>) -> Finding {
    Finding { fact: Some(id.to_owned()), issue, ..Finding::new(range, None, verdict) }
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

/// Whether nothing but an opening parenthesis stands between a name and a number.
fn is_followed_by(text: &str, name: &Range<usize>, number: &Range<usize>) -> bool {
    let between = text.get(name.end..number.start).map(|between| between.trim_start_matches("的通知"));
    between.is_some_and(|between| {
        between.len() <= 8
            && between.contains(['(', '（', '[', '［'])
            && between.chars().all(|c| c.is_whitespace() || "(（[［》”’\"'」』".contains(c))
    })
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

/// A time said of a document that none of its days lies in; the document was issued then if `says` says so.
fn wrong_day(
    prose: &Prose,
    sentence: &Sentence,
    source: &Source,
    time: &Time,
    says: impl Fn() -> bool,
) -> Option<Finding> {
    let period = time.period?;
    let (first, last) = period.days()?;
    let fine = matches!(period.precision(), Length::Day | Length::Month | Length::Year);
    if !matches!(period.kind(), Kind::During(_)) || !fine {
        return None;
    }
    let days: Vec<NaiveDate> = [source.signed, source.public].into_iter().flatten().collect();
    if days.iter().any(|day| (first..=last).contains(day)) {
        return (first == last).then(|| found(time.range.clone(), Verdict::Agrees, &source.id, None));
    }
    if days.len() < 2 || !says() {
        return None;
    }
    // Days a little apart may be those of a meeting or of another page; only what resembles is an error.
    let parts = |day: &NaiveDate| match period.precision() {
        Length::Day => {
            usize::from(day.year() != first.year())
                + usize::from(day.month() != first.month())
                + usize::from(day.day() != first.day())
        }
        Length::Month => usize::from(day.year() != first.year()) + usize::from(day.month() != first.month()),
        _ => 1,
    };
    let close = days.iter().any(|day| day.year() == first.year() || parts(day) == 1);
    if !close {
        return None;
    }
    let text = &prose.text[time.range.clone()];
    let known: Vec<String> = days.iter().map(ToString::to_string).collect();
    let mut issue = Issue::new(&rules::WRONG_DATE, format!("`{text}` is no time of this document"));
    issue.note = Some(format!("signed and made public: {}", known.join(", ")));
    let near = days.iter().filter(|day| parts(day) == 1).map(|day| same_style(text, *day, sentence.lang));
    let near: BTreeSet<String> = near.collect();
    if let (Some(right), 1, None) = (near.first().cloned(), near.len(), time.weekday) {
        issue.fix = Some(Fix::new(&prose.text, time.range.clone(), right, true));
    }
    Some(found(time.range.clone(), Verdict::Differs, &source.id, Some(issue)))
}

/// A day as finely and in the way that another one is written: `Aug 17, 2013`, 2013年8月.
fn same_style(said: &str, day: NaiveDate, lang: Lang) -> String {
    let mut out = String::new();
    let mut rest = said;
    let mut numbers = [day.year().to_string(), day.month().to_string(), day.day().to_string()].into_iter();
    while let Some(first) = rest.chars().next() {
        let class = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let end = rest.find(|c| class(c) != class(first)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let month = lang == Lang::En
            && MONTHS
                .iter()
                .any(|month| word.get(..3).is_some_and(|head| month[..3].eq_ignore_ascii_case(head)));
        match (first.is_ascii_digit(), lang) {
            (true, Lang::Zh) => out += &numbers.next().unwrap_or_default(),
            (true, Lang::En) if word.len() == 4 => out += &day.year().to_string(),
            (true, Lang::En) => out += &day.day().to_string(),
            // The month that is right stays as it is written.
            _ if month && is_month_of(word, day) => out += word,
            _ if month && word.len() == 3 && !word.eq_ignore_ascii_case("may") => {
                out += &day.format("%b").to_string();
            }
            _ if month => out += &day.format("%B").to_string(),
            _ => out += word,
        }
        rest = behind;
    }
    out
}

/// Whether a word is the month of a day, written out or cut short.
fn is_month_of(word: &str, day: NaiveDate) -> bool {
    let month = day.format("%B").to_string();
    month.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Whether nothing but a comma or a parenthesis stands between a name or number and a day, as in the head of a document.
fn is_date_of(text: &str, name: &Range<usize>, day: &Range<usize>) -> bool {
    let between = text.get(name.end..day.start);
    between.is_some_and(|between| {
        between.trim().chars().count() == 1
            && between.chars().all(|c| c.is_whitespace() || ",，(（".contains(c))
    })
}

/// Whether the words of a sentence say that a document was issued on its day.
fn is_issuing(text: &str, sentence: &Sentence) -> bool {
    let near = text[sentence.range.clone()].to_lowercase();
    let words: &[&str] = match sentence.lang {
        Lang::En => {
            &["issued", "released", "published", "signed", "made public", "dated", "unveiled", "promulgated"]
        }
        Lang::Zh => &["印发", "公布", "发布", "签发", "成文", "印發", "發布", "日期"],
    };
    let other = ["meeting", "premier said", "会议", "座谈"].iter().any(|word| near.contains(word));
    words.iter().any(|word| near.contains(word)) && !other
}

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
