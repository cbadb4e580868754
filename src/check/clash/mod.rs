//! Figures of one sentence that its own words tie together, and that cannot all be true: an amount with its share
//! and whole ([`share`]), parts with their sum ([`sum`]), growth from and to ([`growth`]), both ends of a rise or fall
//! ([`course`]), an amount and what it is worth in another currency ([`conversion`]).
//!
//! Words tie figures together only where nothing unaccounted for stands between them; whatever else a sentence
//! says is no reason to speak.

mod conversion;
mod course;
mod growth;
mod share;
mod sum;

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;

use super::compare;
use super::finding::{Finding, Issue, Verdict};
use super::{rules, unknown};
use crate::lang::Lang;
use crate::quantity::{Computed, Exact, Interval, Quantity, Unit};
use crate::scan::{Figure, Time};

/// Figures that cannot all be true, by their positions in the sentence.
struct Clash {
    /// The one to point at, and the one beside it.
    at: usize,
    with: usize,
    /// All of them.
    parts: Vec<usize>,
    /// What is wrong, in one line.
    title: String,
    /// What the others give.
    working: String,
}

/// A sentence of which only the words between figures are looked at.
struct Tied<'a> {
    text: &'a str,
    /// The text in simplified characters.
    plain: &'a str,
    lang: Lang,
    start: usize,
    end: usize,
    figures: &'a [Figure],
    times: &'a [Time],
    /// Positions of the figures, without conversions in parentheses: `(about $3.4 trillion)`.
    order: Vec<usize>,
    /// The places of times, and of conversions with their parentheses, in order.
    holes: Vec<Range<usize>>,
    /// The words behind each figure of the order up to the next, once they were asked for.
    between: Vec<OnceCell<Vec<String>>>,
    /// Whether the sentence is about another place than the base's.
    foreign: bool,
}

/// A sentence with more figures than this is a table; nothing ties them together.
const MOST_FIGURES: usize = 64;

/// Whether a sentence can hold figures that clash: enough digits, and a word that ties them together.
pub(super) fn may(text: &str) -> bool {
    let digit = |byte: &u8| byte.is_ascii_digit();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let bytes = text.as_bytes();
    let mut groups = 0;
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(digit) {
        groups += 1;
        at += ahead;
        at += bytes[at..]
            .iter()
            .position(|byte| !digit(byte) && !b".,".contains(byte))
            .unwrap_or(bytes.len() - at);
    }
    groups >= 2 && has(&["of which", "其中", "from ", "从", "由", "從", "($", "(US", "（", "(about", "ollar"])
        || groups >= 3 && (has(&["percent", "per cent", "%", "％", "百分点"]) || has(sum::SIGNS))
}

/// Says of the figures of a sentence which of them cannot all be true. `findings` from `from` on are those of the
/// sentence.
pub(super) fn check(
    (text, plain): (&str, &str),
    (range, lang, day): (Range<usize>, Lang, Option<NaiveDate>),
    figures: &[Figure],
    times: &[Time],
    foreign: bool,
    findings: &mut Vec<Finding>,
    from: usize,
) {
    if figures.len() > MOST_FIGURES {
        return;
    }
    let converted = conversion::clashes(text, &range, figures, day);
    let tied = Tied::new((text, plain), range, lang, figures, times, foreign);
    let found = if tied.order.len() < 2 {
        vec![converted]
    } else {
        vec![
            share::clashes(&tied),
            sum::clashes(&tied),
            growth::clashes(&tied),
            course::clashes(&tied),
            converted,
        ]
    };
    for mut clash in found.into_iter().flatten() {
        let place = |figure: usize| {
            let of = |finding: &Finding| {
                finding.figure.as_ref().is_some_and(|one| one.range == figures[figure].range)
            };
            findings[from..].iter().position(of).map(|at| from + at)
        };
        let told = |figure: &usize| place(*figure).is_some_and(|at| findings[at].issue.is_some());
        let agrees =
            |figure: &usize| place(*figure).is_some_and(|at| findings[at].verdict == Verdict::Agrees);
        if clash.parts.iter().any(told) || clash.parts.iter().all(agrees) {
            continue;
        }
        // What the base knows to be true is not the one to point at.
        if agrees(&clash.at)
            && let Some(&doubtful) = clash.parts.iter().find(|part| !agrees(part))
        {
            clash.with = std::mem::replace(&mut clash.at, doubtful);
        }
        let at = place(clash.at).unwrap_or_else(|| {
            // It would be there if it hung on anything.
            findings.push(unknown(figures[clash.at].clone(), true));
            findings.len() - 1
        });
        let mut issue = Issue::new(&rules::CANNOT_BOTH_HOLD, clash.title);
        issue.note = Some(clash.working);
        issue.also = Some((figures[clash.with].range.clone(), "with this".to_owned()));
        findings[at].issue = Some(issue);
    }
}

impl<'a> Tied<'a> {
    fn new(
        (text, plain): (&'a str, &'a str),
        range: Range<usize>,
        lang: Lang,
        figures: &'a [Figure],
        times: &'a [Time],
        foreign: bool,
    ) -> Self {
        let mut order: Vec<usize> = Vec::new();
        let mut holes: Vec<Range<usize>> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let aside = order.last().and_then(|&last| {
                let unit = figures[last].quantity.unit();
                let converted = unit.currency().is_some() && unit != figure.quantity.unit();
                let head =
                    text[figures[last].range.end.min(figure.range.start)..figure.range.start].trim_start();
                let tail = &text[figure.range.end..range.end.max(figure.range.end)];
                let open =
                    head.starts_with(['(', '（']) && converted && figure.quantity.unit().currency().is_some();
                let close = tail.chars().next().filter(|&sign| open && matches!(sign, ')' | '）'))?;
                Some(figure.range.start - head.len()..figure.range.end + close.len_utf8())
            });
            match aside {
                Some(aside) => holes.push(aside),
                None => order.push(at),
            }
        }
        holes.extend(times.iter().map(|time| time.range.clone()));
        holes.sort_by_key(|hole| hole.start);
        let between = vec![OnceCell::new(); order.len()];
        Self {
            text,
            plain,
            lang,
            start: range.start,
            end: range.end,
            figures,
            times,
            order,
            holes,
            between,
            foreign,
        }
    }

    /// The figure at a position of the order.
    fn figure(&self, at: usize) -> Option<&'a Figure> {
        self.order.get(at).map(|&at| &self.figures[at])
    }

    /// The stretches between a figure of the order and the next that are neither times nor asides.
    fn stretches(&self, at: usize) -> Vec<&'a str> {
        let (Some(first), Some(second)) = (self.figure(at), self.figure(at + 1)) else { return Vec::new() };
        self.open(first.range.end..second.range.start)
    }

    /// The stretches of a part of the sentence that are neither times nor asides.
    fn open(&self, range: Range<usize>) -> Vec<&'a str> {
        let mut open = Vec::new();
        let mut at = range.start;
        for hole in self.holes.iter().filter(|hole| hole.start < range.end) {
            if hole.start > at {
                open.push(&self.plain[at..hole.start]);
            }
            at = at.max(hole.end);
        }
        if at < range.end {
            open.push(&self.plain[at..range.end]);
        }
        open
    }

    /// The words and signs between a figure and the next of an English sentence; numbers within stand as themselves.
    fn words(&self, at: usize) -> &[String] {
        self.between.get(at).map_or(&[], |words_at| words_at.get_or_init(|| words(&self.stretches(at))))
    }

    /// The characters between a figure and the next of a Chinese sentence.
    fn letters(&self, at: usize) -> String {
        self.stretches(at).concat().split_whitespace().collect()
    }

    /// Whether a Chinese change sets out from a figure: 从19万亿元, 由2015年的40%.
    fn sets_out(&self, at: usize) -> bool {
        let Some(figure) = self.figure(at) else { return false };
        let opened = |end: usize| self.plain[..end].trim_end().ends_with(['从', '由']);
        let before =
            self.plain[..figure.range.start].trim_end().trim_end_matches(['的', '底', '末', '初']).len();
        let time = self.times.iter().find(|time| time.range.end <= before && time.range.end + 6 >= before);
        opened(figure.range.start) || time.is_some_and(|time| opened(time.range.start))
    }

    /// The words right behind a figure.
    fn words_behind(&self, at: usize, most: usize) -> Vec<String> {
        let Some(figure) = self.figure(at) else { return Vec::new() };
        let next = self.figure(at + 1).map_or(self.end, |next| next.range.start);
        let mut words = words(&self.open(figure.range.end..next.max(figure.range.end)));
        words.truncate(most);
        words
    }

    /// Whether a time is said between two figures.
    fn has_time(&self, one: usize, other: usize) -> bool {
        let (Some(first), Some(second)) = (self.figure(one), self.figure(other)) else { return false };
        self.times
            .iter()
            .any(|time| first.range.start <= time.range.start && time.range.end <= second.range.end)
    }

    /// The draft's words for a figure.
    fn said(&self, at: usize) -> &'a str {
        self.figure(at).map_or("", |figure| &self.text[figure.range.clone()])
    }

    /// The number that the draft gives, with its unit, without what qualifies it.
    fn number(&self, at: usize) -> &'a str {
        self.figure(at).map_or("", |figure| &self.text[figure.number.clone()])
    }

    /// A result with its interval, in the words of the sentence's language.
    fn shown(&self, result: &Computed) -> String {
        let figure = result.figure(self.lang, None);
        match result.bounds(self.lang, None) {
            bounds if bounds.is_empty() => figure,
            bounds => format!("{figure} ({bounds})"),
        }
    }

    /// A clash of figures of the order; the first is pointed at, the second stands beside it.
    fn clash(&self, parts: &[usize], title: String, working: String) -> Clash {
        let parts: Vec<usize> = parts.iter().map(|&at| self.order[at]).collect();
        Clash { at: parts[0], with: parts[1], parts, title, working }
    }
}

/// Words and signs of stretches of English.
fn words(stretches: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for stretch in stretches {
        let is_word = |letter: char| letter.is_alphanumeric() || "'’-".contains(letter);
        let mut rest = *stretch;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
            let end = if end == 0 { first.len_utf8() } else { end };
            if !first.is_whitespace() {
                words.push(rest[..end].to_lowercase());
            }
            rest = &rest[end..];
        }
    }
    words
}

/// Whether all words are among some.
fn all_in(words: &[String], some: &[&str]) -> bool {
    words.iter().all(|word| some.contains(&word.as_str()))
}

/// Whether two figures are amounts of one thing: of a currency, or counts.
fn amounts(one: &Figure, other: &Figure) -> bool {
    let is_amount = |unit: &Unit| matches!(unit, Unit::Money(_) | Unit::Number | Unit::Count(_));
    is_amount(one.quantity.unit())
        && is_amount(other.quantity.unit())
        && compare::comparable(one.quantity.unit(), other.quantity.unit())
}

/// A figure to be reckoned with; what is counted does not matter.
fn computed(figure: &Figure) -> Computed {
    let mut computed = Computed::from(&figure.quantity);
    if matches!(computed.unit, Unit::Count(_)) {
        computed.unit = Unit::Number;
    }
    computed
}

/// All that a figure can stand for if its last digit was cut off or badly rounded.
fn wide(quantity: &Quantity) -> Interval {
    let interval = quantity.interval();
    if interval.is_point() || quantity.qualifier().is_bound() || quantity.range_end().is_some() {
        return interval.clone();
    }
    let step = quantity.written().last_place();
    let around = Interval::point(quantity.value() - &step).hull(&Interval::point(quantity.value() + &step));
    interval.hull(&around)
}

/// A percentage as a factor.
fn factor(percent: &Interval) -> Interval {
    percent.mul(&Interval::point(Exact::pow10(-2)))
}
