//! Growth, from and to: `rose 18.9 percent from 19 trillion to 25 trillion yuan`.

use super::{Clash, Tied, all_in, amounts, computed};
use crate::lang::Lang;
use crate::quantity::{Computed, Exact, Interval, Unit};
use crate::scan::{Direction, Figure, FigureKind};

/// What may stand between the two ends and the growth: `to 25 trillion yuan, an increase of 31.6 percent`.
#[rustfmt::skip]
const SAID_AFTER: &[&str] = &[
    ",", "(", "up", "down", "by", "an", "a", "the", "increase", "rise", "growth", "gain", "jump", "fall", "drop", "decline",
    "decrease", "of", "representing", "which", "is", "or", "rising", "growing", "falling", "year-on-year", "yoy",
];

/// Words that make a growth one of several years, of one of them, or of other prices.
const OTHER: &[&str] = &[
    "annual",
    "average",
    "a year",
    "per year",
    "each year",
    "yearly",
    "compound",
    "cagr",
    "real terms",
    "constant",
    "comparable",
    "organic",
    "like-for-like",
    "adjusted",
    "年均",
    "平均",
    "每年",
    "复合",
    "可比",
    "实际",
    "不变价",
    "按月",
    "季",
];

pub(super) fn clashes(tied: &Tied<'_>) -> Vec<Clash> {
    (0..tied.order.len().saturating_sub(2)).filter_map(|at| clash(tied, at)).collect()
}

fn clash(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    let (growth, from, to) = match tied.lang {
        Lang::En => english(tied, at)?,
        Lang::Zh => chinese(tied, at)?,
    };
    let (rate, old, new) = (tied.figure(growth)?, tied.figure(from)?, tied.figure(to)?);
    let start = tied.figure(at)?.range.start;
    let head = tied.plain[..start].char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let end = tied.figure(at + 2)?.range.end;
    let tail = tied.plain[end..tied.end.max(end)]
        .char_indices()
        .nth(30)
        .map_or(tied.end.max(end), |(at, _)| end + at);
    let stretch = tied.plain[head..tail].to_lowercase();
    if OTHER.iter().any(|word| stretch.contains(word)) || years_between(old, new) > 1 {
        return None;
    }
    let sign = match rate.direction? {
        Direction::Up => Exact::ONE,
        Direction::Down => -&Exact::ONE,
    };
    let said = rate.quantity.interval().mul(&Interval::point(sign));
    let (result, working) = if rate.kind == FigureKind::PercentagePoints {
        let result = computed(new).sub(&computed(old)).ok()?;
        if result.unit != Unit::PercentagePoint {
            return None;
        }
        let working = format!("{} − {} = {}", tied.number(to), tied.number(from), tied.shown(&result));
        // Ends that were rounded badly move it by a digit more.
        (Computed { interval: widened(&result, old, new), ..result }, working)
    } else {
        if !amounts(old, new) {
            return None;
        }
        let result = computed(new).growth_from(&computed(old)).ok()?;
        let working = format!("{} ÷ {} − 1 = {}", tied.number(to), tied.number(from), tied.shown(&result));
        let money = old.quantity.unit().currency().is_some();
        if money && !stretch.contains("nominal") && !stretch.contains("名义") {
            // Real growth of amounts in the prices of their years: the base's own place knows no great inflation.
            if tied.foreign {
                return None;
            }
            (with_prices(&result), working)
        } else {
            (result, working)
        }
    };
    if result.interval.overlaps(&said) {
        return None;
    }
    let (rate, old, new) = (tied.said(growth), tied.said(from), tied.said(to));
    let title = format!("`{rate}` does not lead from `{old}` to `{new}`");
    Some(tied.clash(&[growth, from, to], title, working))
}

/// The difference of two percentages with a digit more on each side.
fn widened(result: &Computed, old: &Figure, new: &Figure) -> Interval {
    let step = &old.quantity.written().last_place() + &new.quantity.written().last_place();
    let half = step.half();
    result.interval.add(&Interval::point(-&half).hull(&Interval::point(half)))
}

/// The growths that a year's rise of prices by up to a twentieth leaves, or their fall.
fn with_prices(growth: &Computed) -> Computed {
    let hundred = Interval::point(Exact::from(100));
    let twentieth = Interval::point(Exact::decimal(95, -2)).hull(&Interval::point(Exact::decimal(105, -2)));
    let interval = growth.interval.add(&hundred).mul(&twentieth).sub(&hundred);
    Computed { interval, ..growth.clone() }
}

/// How many years lie between the times of two figures, as far as they are said.
fn years_between(old: &Figure, new: &Figure) -> i32 {
    let year =
        |figure: &Figure| figure.when.as_ref().and_then(|when| when.period).and_then(|period| period.year());
    match (year(old), year(new)) {
        (Some(old), Some(new)) => (new - old).abs(),
        _ => 0,
    }
}

fn is_growth(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Percent | FigureKind::PercentagePoints) && figure.direction.is_some()
}

/// Positions of growth, from and to.
fn english(tied: &Tied<'_>, at: usize) -> Option<(usize, usize, usize)> {
    let (one, other) = (tied.words(at), tied.words(at + 1));
    let only = |words: &[String], word: &str| {
        let words: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !matches!(*word, "in" | "some" | ",")).collect();
        words == [word]
    };
    if is_growth(tied.figure(at)?) {
        if only(one, "from") && only(other, "to") {
            return Some((at, at + 1, at + 2));
        }
        if only(one, "to") && only(other, "from") {
            return Some((at, at + 2, at + 1));
        }
    }
    if is_growth(tied.figure(at + 2)?) && only(one, "to") && opens_from(tied, at) {
        let other: Vec<String> = other.iter().filter(|word| *word != "in").cloned().collect();
        let after = !other.is_empty() && other.len() <= 6 && all_in(&other, SAID_AFTER);
        return (after && matches!(other[0].as_str(), "," | "(")).then_some((at + 2, at, at + 1));
    }
    None
}

/// Whether `from` stands before a figure.
fn opens_from(tied: &Tied<'_>, at: usize) -> bool {
    let Some(figure) = tied.figure(at) else { return false };
    let head = tied.plain[..figure.range.start].trim_end();
    head.ends_with("from")
}

fn chinese(tied: &Tied<'_>, at: usize) -> Option<(usize, usize, usize)> {
    if !is_growth(tied.figure(at + 2)?) {
        return None;
    }
    // 从19万亿元增长到25万亿元，增长18.9%
    let (one, other) = (tied.letters(at), tied.letters(at + 1));
    let from = tied.sets_out(at);
    let one = one.trim_start_matches('，');
    let to = [
        "增长到",
        "增加到",
        "提高到",
        "提升到",
        "提升至",
        "上升到",
        "上升至",
        "增至",
        "升至",
        "扩大到",
        "扩大至",
        "增长至",
        "增加至",
        "下降到",
        "降至",
        "下降至",
        "到",
    ]
    .contains(&one);
    let signs = other.trim_start_matches(['，', ',', '（', '(']);
    let rose = [
        "增长",
        "增长了",
        "增幅达",
        "增幅为",
        "增长率为",
        "增加",
        "增加了",
        "上升",
        "上升了",
        "提高",
        "提高了",
        "提升",
        "提升了",
        "下降",
        "下降了",
        "增幅",
        "同比增长",
    ]
    .contains(&signs);
    (from && to && rose && signs.len() < other.len()).then_some((at + 2, at, at + 1))
}
