//! The time of a sentence that names none, or counts from one: what the sentences before it, the heading or the heads of
//! the table speak of.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::figure::{Figure, When};
use super::glyph::{floor, is_space};
use super::prose::BlockKind;
use super::reader::{self, Wanted};
use super::{How, Prose, Sentence, Time, change, sentence};
use crate::period::{Kind, Length, Period, Stretch};

/// How far back a time is looked for in the block of a sentence, in bytes.
const REACH: usize = 600;

/// Gives figures without a time the one of a sentence before, of the heading, or of the table's heads.
pub(super) fn inherit(prose: &Prose, of: &Sentence, day: Option<NaiveDate>, figures: &mut [Figure]) {
    both_ends(prose, of, day, figures);
    if figures.iter().all(|figure| figure.when.is_some()) {
        return;
    }
    // 初步核算，全年国内生产总值…: the whole of the year that was named, not the day of the report.
    // So it is where the sentence before only asked for it: 全年呢？
    let asked = prose.text[..of.range.start].trim_end().ends_with("全年呢？");
    let whole_year = asked || prose.text[of.range.clone()].contains("全年");
    let Some(mut when) = above(prose, of, day, whole_year) else { return };
    if whole_year {
        when.widen();
    }
    if spans_the_times_before(prose, of, day) {
        when = When::UNKNOWN;
    }
    for figure in figures.iter_mut().filter(|figure| figure.when.is_none()) {
        figure.when = Some(when.clone());
    }
}

/// The ends of a change of which the sentence names no time, where the one before it names two, one after the other:
/// 由2012年的11万亿元增长到2021年的45.5万亿元。占GDP比重由21.6%提升至39.8%。
fn both_ends(prose: &Prose, of: &Sentence, day: Option<NaiveDate>, figures: &mut [Figure]) {
    let untold = |figure: &Figure| figure.when.as_ref().is_none_or(|when| *when == When::UNKNOWN);
    if !figures.iter().all(untold) {
        return;
    }
    let (text, lang) = (&prose.text[..], of.lang);
    let pairs: Vec<usize> = (1..figures.len())
        .filter(|&at| change::is_change(text, &figures[at - 1], &figures[at], lang))
        .collect();
    if pairs.is_empty() {
        return;
    }
    let Some(before) =
        sentences_before(prose, of).into_iter().rfind(|one| !text[one.clone()].trim().is_empty())
    else {
        return;
    };
    let found = reader::read(&text[before], lang, day, Wanted::Times);
    let mut ends: Vec<Period> = Vec::new();
    for time in found.times.iter().filter(|time| tells(time)) {
        let Some(period) = time.period else { return };
        match period.kind() {
            Kind::Range(first, last) => ends.extend([Period::during(first), Period::during(last)]),
            _ => ends.push(period),
        }
    }
    ends.dedup();
    let &[first, last] = &ends[..] else { return };
    if first.last() >= last.last() {
        return;
    }
    let when = |period| Some(When { period: Some(period), how: How::Inherited, range: None, among: None });
    for at in pairs {
        (figures[at - 1].when, figures[at].when) = (when(first), when(last));
    }
}

/// Where what is looked at before a sentence begins: within its block, and no further than is of use.
fn reach(prose: &Prose, of: &Sentence) -> usize {
    let begin = prose.blocks[of.block].range.start;
    floor(&prose.text, of.range.start.saturating_sub(REACH)).max(begin)
}

/// The sentences before one, in its block.
fn sentences_before(prose: &Prose, of: &Sentence) -> Vec<Range<usize>> {
    let text = &prose.text[..of.range.start];
    let mut at = reach(prose, of);
    let mut found = Vec::new();
    while at < text.len() {
        let end = sentence::end_of(text, at).max(at + 1);
        found.push(at..end);
        at = end;
    }
    found
}

/// Whether a time says when something was so, not only what that is compared with or since when.
fn tells(time: &Time) -> bool {
    !time.compared && time.how != How::Since
}

/// Whether a sentence speaks of all the times of the one before it: `rises from 180 to 200 million in the same period` behind
/// `50 million in 2013 and 70 million in 2015`.
fn spans_the_times_before(prose: &Prose, of: &Sentence, day: Option<NaiveDate>) -> bool {
    const SPANS: [&str; 6] =
        ["same period", "same years", "that period", "those years", "the two years", "这期间"];
    let said = &prose.text[of.range.clone()];
    if !SPANS.iter().any(|span| said.contains(span)) {
        return false;
    }
    let before = &prose.text[reach(prose, of)..of.range.start];
    let found = reader::read(before, sentence::lang(before), day, Wanted::Times);
    let mut periods = found.times.iter().filter(|time| !time.compared).filter_map(|time| time.period);
    periods.next().is_some_and(|first| periods.any(|other| other != first))
}

/// Whether a time is the part of a year that another was told of: 上年同期.
pub(super) fn is_the_same_part(text: &str, time: &Time) -> bool {
    text[time.range.clone()].ends_with("同期") || text[time.range.end..].starts_with("同期")
}

/// Times that count from one spoken of before the sentence: `A year earlier it had been 27.5%`.
pub(super) fn resolve(
    prose: &Prose,
    of: &Sentence,
    day: Option<NaiveDate>,
    times: &mut [Time],
    figures: &mut [Figure],
) {
    let above = above(prose, of, day, false);
    // 当年 is that of a year that was named, no month's.
    let of_that_year = times.iter().any(|time| time.beyond == Some(0));
    let told = match &above {
        Some(when) => when.period,
        None => paragraph_before(prose, of, day),
    };
    let spoken = told.and_then(|period| match period.kind() {
        Kind::During(at) | Kind::End(at) | Kind::By(at) if at.length() == Length::Year => {
            Some(at.first().year())
        }
        Kind::During(at) | Kind::End(at) | Kind::Start(at) | Kind::AsOf(at) | Kind::By(at)
            if !of_that_year =>
        {
            Some(at.first().year())
        }
        _ => None,
    });
    for at in 0..times.len() {
        let time = &times[at];
        let mut period = time.period;
        if let Some(years) = time.beyond {
            // 上年 at the head of a paragraph may count from the day as well as from the paragraph before.
            let either = above.is_none() && prose.text[time.range.clone()].starts_with("上年");
            let from = spoken.filter(|_| !either);
            period = period.or(from.and_then(|year| Stretch::year(year + years)).map(Period::during));
        }
        if is_the_same_part(&prose.text, time) {
            // 上半年…，上年同期为…: the same part of that year.
            let before = match times[..at].last() {
                Some(before) => before.period,
                None => above.as_ref().and_then(|when| when.period),
            };
            period = before.zip(period).and_then(|(part, year)| part_of_its_year(part, year)).or(period);
        }
        if period == time.period {
            continue;
        }
        for when in figures.iter_mut().filter_map(|figure| figure.when.as_mut()) {
            if when.range.as_ref() == Some(&time.range) {
                when.period = period;
            }
        }
        times[at].period = period;
    }
}

/// The part of a year that one period is of its own, in the year of another: the first half of 2020 and 2019 make the first
/// half of 2019.
fn part_of_its_year(part: Period, year: Period) -> Option<Period> {
    let Kind::During(year) = year.kind() else { return None };
    if year.length() != Length::Year {
        return None;
    }
    let year = year.first().year();
    let moved = |at: Stretch| Some(Stretch::containing(at.first().with_year(year)?, at.length()));
    match part.kind() {
        Kind::During(at) if matches!(at.length(), Length::Half | Length::Quarter | Length::Month) => {
            moved(at).map(Period::during)
        }
        Kind::Range(from, to)
            if from.length() == Length::Month && from.first().year() == to.first().year() =>
        {
            Period::new(Kind::Range(moved(from)?, moved(to)?)).ok()
        }
        _ => None,
    }
}

/// The time that the paragraph before that of a sentence told last.
fn paragraph_before(prose: &Prose, of: &Sentence, day: Option<NaiveDate>) -> Option<Period> {
    let before = of.block.checked_sub(1).map(|block| &prose.blocks[block])?;
    if before.kind != BlockKind::Paragraph || prose.blocks[of.block].kind != BlockKind::Paragraph {
        return None;
    }
    let end = Sentence { range: before.range.end..before.range.end, block: of.block - 1, lang: of.lang };
    let sentences = sentences_before(prose, &end).into_iter().rev();
    sentences
        .take(4)
        .find_map(|one| frame(prose, one, day, How::Inherited, false))
        .and_then(|when| when.period)
}

fn above(prose: &Prose, of: &Sentence, day: Option<NaiveDate>, whole_year: bool) -> Option<When> {
    let block = &prose.blocks[of.block];
    for before in sentences_before(prose, of).into_iter().rev().take(3) {
        if let Some(when) = frame(prose, before, day, How::Inherited, whole_year) {
            return Some(when);
        }
    }
    if let BlockKind::Cell { .. } = block.kind {
        let heads = prose.heads_of(of.block);
        return heads
            .into_iter()
            .flatten()
            .find_map(|head| frame(prose, prose.blocks[head].range.clone(), day, How::Heading, false));
    }
    let heading = prose.heading_of(of.block)?;
    frame(prose, prose.blocks[heading].range.clone(), day, How::Heading, whole_year)
}

/// A stretch of prose, the day it is read on, how its time is passed on, and whether a whole year is meant.
type Asked = (Range<usize>, Option<NaiveDate>, How, bool);

/// What was asked of a stretch, and the time that it speaks of.
pub(super) type Frame = (Asked, Option<When>);

/// So many stretches are kept in mind.
const KEPT: usize = 16;

/// The time that a stretch of prose speaks of, read once for the sentences below it.
fn frame(
    prose: &Prose,
    range: Range<usize>,
    day: Option<NaiveDate>,
    how: How,
    whole_year: bool,
) -> Option<When> {
    let asked = (range, day, how, whole_year);
    let mut kept = prose.frames.borrow_mut();
    if let Some((_, when)) = kept.iter().rev().find(|frame| frame.0 == asked) {
        return when.clone();
    }
    let when = read_frame(&prose.text, &asked);
    if kept.len() == KEPT {
        kept.pop_front();
    }
    kept.push_back((asked, when.clone()));
    when
}

/// Whether a stretch tells of a change from one time to another: `from 11 trillion in 2012 to 45.5 trillion in 2021`.
fn changes(text: &str, first: &Time, last: &Time) -> bool {
    let head = &text[floor(text, first.range.start.saturating_sub(60))..first.range.start];
    let between = &text[first.range.end..last.range.start];
    let english = head.contains("from ") && between.split(is_space).any(|word| word == "to");
    let said = &text[first.range.clone()];
    let begun = said.starts_with(['从', '由', '自']) || head.trim_end().ends_with(['从', '由', '自']);
    english || begun && between.contains(['到', '至', '达'])
}

/// Whether a time is that of a figure which another is compared with: `against 9.7 percent in 2020`.
fn is_of_what_is_compared(text: &str, time: &Time) -> bool {
    #[rustfmt::skip]
    const OF_A_FIGURE: [&str; 16] = [
        "percent", "per", "cent", "percentage", "points", "trillion", "billion", "million", "yuan", "dollars", "U.S.", "US",
        "in", "at", "the", "about",
    ];
    let before = &text[floor(text, time.range.start.saturating_sub(80))..time.range.start];
    // 与发布的2022年50.2万亿元相比，一年增加…
    let behind = text[time.range.end..].split(['，', '。', ',', '；']).next().unwrap_or_default();
    let with = before.rsplit(['，', '。', ',', '；']).next().unwrap_or_default();
    if behind.ends_with("相比") && with.contains(['与', '與', '同', '和', '较', '比', '跟']) {
        return true;
    }
    let mut words = before.split_whitespace().rev();
    let figure = |word: &&str| OF_A_FIGURE.contains(word) || word.bytes().any(|byte| byte.is_ascii_digit());
    let mut count = 0;
    let word = words.by_ref().inspect(|_| count += 1).find(|word| !figure(word));
    match word {
        _ if count < 2 => false,
        Some("with") => words.next().is_some_and(|word| word.starts_with("compare")),
        Some("against" | "versus" | "from") => true,
        _ => false,
    }
}

/// The first time that is not only compared with; the first year, if a whole year is meant and one is named.
fn read_frame(text: &str, (range, day, how, whole_year): &Asked) -> Option<When> {
    let part = &text[range.clone()];
    let found = reader::read(part, sentence::lang(part), *day, Wanted::Times);
    let mut times: Vec<Time> = found.times.into_iter().filter(tells).collect();
    // `The rate compares with 9.7 percent in 2020.` tells of now.
    times.retain(|time| !is_of_what_is_compared(part, time));
    let is_year = |time: &Time| {
        time.period
            .is_some_and(|period| matches!(period.kind(), Kind::During(at) if at.length() == Length::Year))
    };
    if *whole_year && times.iter().any(is_year) {
        times.retain(is_year);
    }
    let first = times.first()?;
    let end = |time: &Time| time.period.and_then(|period| period.last());
    let later = times[1..].iter().filter(|time| end(time) > end(first)).max_by_key(|time| end(time));
    let time = match later {
        // 由2012年的11万亿元增长到2021年的45.5万亿元。占GDP的39.8%: what goes on is where it came to.
        Some(later) if changes(part, first, later) => later,
        // Of two times one after the other, nobody says which goes on.
        Some(later) => {
            // Of three and more, not even that it is one of two.
            let others = times.iter().any(|time| time.period != first.period && time.period != later.period);
            let among =
                first.period.zip(later.period).map(|(first, later)| [first, later]).filter(|_| !others);
            return Some(When { among, ..When::UNKNOWN });
        }
        None => first,
    };
    Some(When {
        period: time.period,
        how: *how,
        range: Some(time.range.start + range.start..time.range.end + range.start),
        among: None,
    })
}
