//! Figures: a quantity in a sentence, what kind it is of, what it counts and when it holds.

use std::ops::Range;

use chrono::NaiveDate;

use super::reader::{self, Wanted};
use super::{DocumentMention, How, Prose, Sentence, Time, above, understood, when};
use crate::lang::Lang;
use crate::period::Period;
use crate::quantity::{Qualifier, Quantity, Unit};

/// A figure found in prose. All ranges are bytes of [`Prose::text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// All of it: qualifier, sign, currency, number, unit.
    pub range: Range<usize>,
    /// The number with its currency and unit, without the words that qualify it.
    pub number: Range<usize>,
    /// What it is worth. Its text can have more than stands at `range` where a scale, unit or currency is
    /// understood from the words around: `11.3` of `11.3 and 12.5 trillion yuan`.
    pub quantity: Quantity,
    /// What it is.
    pub kind: FigureKind,
    /// The noun phrase that it counts, right behind it.
    pub noun: Option<Range<usize>>,
    /// When it holds, by the grammar of the sentence or what stands above it.
    pub when: Option<When>,
    /// The language of its sentence.
    pub lang: Lang,
    /// Which way a change went, when the words before it say so: `fell 3 percent`, 增长18.9%.
    pub direction: Option<Direction>,
}

impl Figure {
    /// What the words around the number say about it.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.quantity.qualifier()
    }
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKind {
    /// An amount of money.
    Money,
    /// A percentage: a share, a growth.
    Percent,
    /// A difference of percentages.
    PercentagePoints,
    /// A place in an order.
    Rank,
    /// So many of a thing.
    Count,
    /// How many times as much.
    Multiple,
    /// A share in words: `a third`.
    Fraction,
    /// A data rate, or how fast a thing moves.
    Speed,
    /// A number without a unit or noun, as `22.6万亿` with its currency left out.
    Number,
    /// Anything else: a length, an area, a mass.
    Other,
}

impl FigureKind {
    /// The kind of a quantity; a bare number with a noun is a count.
    pub(super) fn of(quantity: &Quantity, noun: bool) -> Self {
        match quantity.unit() {
            Unit::Money(_) => Self::Money,
            Unit::Percent if quantity.written().is_rough() => Self::Fraction,
            Unit::Percent => Self::Percent,
            Unit::PercentagePoint => Self::PercentagePoints,
            Unit::Rank => Self::Rank,
            Unit::Times => Self::Multiple,
            Unit::Count(_) => Self::Count,
            Unit::Number if noun => Self::Count,
            Unit::Number => Self::Number,
            Unit::BitPerSecond | Unit::KilometrePerHour => Self::Speed,
            _ => Self::Other,
        }
    }

    /// Its stable name: `money`, `percent`, `percentage-points`, `rank`, `count`, `multiple`, `fraction`,
    /// `speed`, `number`, `other`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::PercentagePoints => "percentage-points",
            Self::Rank => "rank",
            Self::Count => "count",
            Self::Multiple => "multiple",
            Self::Fraction => "fraction",
            Self::Speed => "speed",
            Self::Number => "number",
            Self::Other => "other",
        }
    }
}

/// Which way a change went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It grew.
    Up,
    /// It fell.
    Down,
}

/// When a figure holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The period; none when it counts from the draft's day and nobody said which that is.
    pub period: Option<Period>,
    /// How it is known.
    pub how: How,
    /// Where it is said, in the prose.
    pub range: Option<Range<usize>>,
    /// The two periods that the sentence before names, where nobody says which of them goes on.
    pub among: Option<[Period; 2]>,
}

/// The figures of a sentence in order. `day` is the day that `last year` counts from.
///
/// A sentence can be asked alone: what stands above it is looked at only when it has a figure without a time.
#[must_use]
pub fn figures(prose: &Prose, sentence: &Sentence, day: Option<NaiveDate>) -> Vec<Figure> {
    findings(prose, sentence, day).figures
}

/// The times of a sentence in order. `day` is the day that `last year` counts from.
#[must_use]
pub fn times(prose: &Prose, sentence: &Sentence, day: Option<NaiveDate>) -> Vec<Time> {
    findings(prose, sentence, day).times
}

/// The period that a whole text names, and nothing else: `14 October 2015`, `the first half of 2016`, 2016年底.
/// None when it holds more, or when the period counts from a day nobody named (`last year`).
///
/// ```
/// use ipfacts::scan;
///
/// assert_eq!(scan::period("October 14, 2015").unwrap().to_string(), "2015-10-14");
/// assert_eq!(scan::period("2016年上半年").unwrap().to_string(), "2016-H1");
/// assert_eq!(scan::period("14 million in 2015"), None);
/// ```
#[must_use]
pub fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    let found = reader::read(text, super::language(text), None, Wanted::Times);
    let [time] = found.times.as_slice() else { return None };
    let mut before = text[..time.range.start].split_whitespace();
    let is_whole = time.range.end == text.len() && before.all(|word| NO_MORE.contains(&word));
    time.period.filter(|_| is_whole)
}

/// Words before a period that say nothing more.
const NO_MORE: [&str; 5] = ["in", "on", "the", "during", "from"];

/// The document numbers of a sentence in order.
#[must_use]
pub fn documents(prose: &Prose, sentence: &Sentence) -> Vec<DocumentMention> {
    findings(prose, sentence, None).documents
}

/// Everything that a sentence holds, read once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Its figures in order.
    pub figures: Vec<Figure>,
    /// Its times in order.
    pub times: Vec<Time>,
    /// The document numbers in it, in order.
    pub documents: Vec<DocumentMention>,
}

/// Figures, times and document numbers of a sentence. `day` is the day that `last year` counts from.
#[must_use]
pub fn findings(prose: &Prose, sentence: &Sentence, day: Option<NaiveDate>) -> Findings {
    let text = &prose.text[sentence.range.clone()];
    let mut found = reader::read(text, sentence.lang, day, Wanted::All);
    when::assign(text, &mut found, sentence.lang);
    if found.figures.iter().any(|figure| figure.kind == FigureKind::Number) {
        understood::add_units(prose, sentence, &mut found.figures);
    }
    let base = sentence.range.start;
    let shift = |range: &mut Range<usize>| {
        range.start += base;
        range.end += base;
    };
    for time in &mut found.times {
        shift(&mut time.range);
    }
    for document in &mut found.documents {
        shift(&mut document.range);
    }
    for figure in &mut found.figures {
        shift(&mut figure.range);
        shift(&mut figure.number);
        figure.noun.as_mut().map(shift);
        figure.when.as_mut().and_then(|when| when.range.as_mut()).map(shift);
    }
    let counted = |time: &Time| time.beyond.is_some() || above::is_the_same_part(&prose.text, time);
    if found.times.iter().any(counted) {
        above::resolve(prose, sentence, day, &mut found.times, &mut found.figures);
    }
    if found.figures.iter().any(|figure| figure.when.as_ref().is_none_or(|when| when.period.is_none())) {
        above::inherit(prose, sentence, day, &mut found.figures);
    }
    Findings { figures: found.figures, times: found.times, documents: found.documents }
}
