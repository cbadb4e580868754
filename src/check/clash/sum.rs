//! Parts and their sum, and a part and its whole: `urban 530 million, rural 200 million, 731 million in all`;
//! 22万亿元，其中30万亿元….

use super::{Clash, Tied, amounts, computed, wide};
use crate::lang::Lang;
use crate::quantity::{Computed, Interval, Unit};
use crate::scan::Figure;

/// Words of which one stands in every sentence that sums up.
pub(super) const SIGNS: &[&str] = &[
    "in all",
    "total",
    "altogether",
    "all told",
    "combined",
    "up of",
    "sisting of",
    "posed of",
    "prised of",
    "计",
    "共",
];

/// What makes the figure before it the sum.
const BEHIND: &[&[&str]] = &[&["in", "all"], &["in", "total"], &["altogether"], &["all", "told"]];

/// What makes the figure behind it the sum.
const BEFORE: &[&str] = &["a total of", "totalling", "totaling", "adding up to", "add up to", "adds up to"];

/// What makes the figures behind it all the parts of the one before it.
const MADE_OF: &[&str] = &["made up of", "consisting of", "composed of", "comprised of", "the sum of"];

/// Words that make the next figure something else than the next part.
#[rustfmt::skip]
const TURNS: &[&str] = &[
    "to", "than", "compared", "against", "more", "less", "up", "down", "per", "each", "which", "including", "between",
    "or", "another", "over", "under", "average", "only", "about", "same", "both", "them", "than", "after", "before", "while",
    "but", "excluding", "except", "not", "some", "of", ":", ";", "plus", "minus", "again", "also", "already", "until", "since",
];

pub(super) fn clashes(tied: &Tied<'_>) -> Vec<Clash> {
    let count = tied.order.len();
    let mut found: Vec<Clash> = (1..count).filter_map(|at| larger_part(tied, at)).collect();
    found.extend((0..count).filter_map(|at| sum_behind(tied, at)));
    found.extend((0..count).filter_map(|at| sum_before(tied, at)));
    found
}

/// A part that is larger than its whole.
fn larger_part(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    let (whole, part) = (tied.figure(at - 1)?, tied.figure(at)?);
    // People and things may be counted twice, or be others than those just before; money is money.
    let money = whole.quantity.unit().currency().is_some();
    if !money || !amounts(whole, part) || whole.direction.is_some() {
        return None;
    }
    let said = match tied.lang {
        Lang::En => {
            let words = tied.words(at - 1);
            let head = words.iter().skip_while(|word| matches!(word.as_str(), "," | "(")).take(2);
            words.len() <= 6 && head.map(String::as_str).eq(["of", "which"])
        }
        Lang::Zh => {
            let letters = tied.letters(at - 1);
            let rest = letters.trim_start_matches(['，', ',', '；', '（', '(']).strip_prefix("其中");
            rest.is_some_and(|rest| rest.chars().count() <= 14)
        }
    };
    if !said || is_rest(tied, whole) {
        return None;
    }
    let (all, some) = (wide(&whole.quantity), wide(&part.quantity));
    let above = matches!((all.high().value(), some.low().value()), (Some(high), Some(low)) if low > high);
    if !above {
        return None;
    }
    let title = format!("`{}` cannot be a part of `{}`", tied.said(at), tied.said(at - 1));
    let line = |figure: &Figure| tied.shown(&computed(figure));
    Some(tied.clash(&[at, at - 1], title, format!("{} > {}", line(part), line(whole))))
}

/// Whether an amount is what is left of others, by how much something changed, or an average: parts of those can be
/// larger.
fn is_rest(tied: &Tied<'_>, figure: &Figure) -> bool {
    let from =
        tied.figures.iter().map(|other| other.range.end).filter(|&end| end <= figure.range.start).max();
    let head = tied.plain[from.unwrap_or(0)..figure.range.start].to_lowercase();
    let start = head.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let words = [
        "surplus", "deficit", "net", "profit", "balance", "rose", "grew", "increas", "decreas", "fell",
        "more", "gap", "average", "mean", "per", "差", "均", "每", "净", "凈", "增", "减", "減", "盈", "利",
        "多", "少", "余",
    ];
    words.iter().any(|word| head[start..].contains(word))
}

/// `A 3, B 5, 9 in all`; A 3、B 5，合计9.
fn sum_behind(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    let last = at.checked_sub(1)?;
    if last == 0 || !listed(tied, last - 1) {
        return None;
    }
    let joint = match tied.lang {
        Lang::En => {
            let words = tied.words(last);
            let line = words.join(" ");
            let sum = BEFORE.iter().any(|sign| line.ends_with(sign));
            let behind = tied.words_behind(at, 2);
            let sum = sum
                || BEHIND
                    .iter()
                    .any(|sign| behind.iter().map(String::as_str).take(sign.len()).eq(sign.iter().copied()));
            sum && words.len() <= 9 && words.iter().any(|word| word == "," || word == "for" || word == "and")
        }
        Lang::Zh => {
            let letters = tied.letters(last);
            let head = letters.trim_end_matches(['为', '達', '达', '到', '约', '有', '是']);
            let head = ["合计", "共计", "总计", "总共", "一共", "合計", "共計", "總計"]
                .iter()
                .find_map(|sign| head.strip_suffix(sign));
            head.is_some_and(|head| head.chars().count() <= 8)
        }
    };
    if !joint {
        return None;
    }
    let whole = tied.figure(at)?;
    let mut first = last;
    while first > 0 && listed(tied, first - 1) {
        first -= 1;
    }
    // What stands before the list and could belong to it leaves doubt about where the list begins.
    let doubt = (0..first).any(|other| tied.figure(other).is_some_and(|other| amounts(other, whole)));
    if first == last || doubt {
        return None;
    }
    sums_up(tied, &(first..at).collect::<Vec<_>>(), at)
}

/// `9 in all, made up of 3 A and 5 B`.
fn sum_before(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    if tied.lang == Lang::Zh || at + 2 >= tied.order.len() {
        return None;
    }
    if !listed(tied, at + 1) {
        return None;
    }
    let line = tied.words(at).join(" ");
    let made =
        MADE_OF.iter().any(|sign| line.ends_with(sign)) || matches!(line.as_str(), "in all :" | "in total :");
    if !made {
        return None;
    }
    let mut last = at + 1;
    while last + 1 < tied.order.len() && listed(tied, last) {
        last += 1;
    }
    // The list ends with `and`, and with the sentence's last amount.
    let whole = tied.figure(at)?;
    let ended = tied.words(last - 1).iter().any(|word| word == "and");
    let more = (last + 1..tied.order.len())
        .any(|other| tied.figure(other).is_some_and(|other| amounts(other, whole)));
    if last == at + 1 || !ended || more {
        return None;
    }
    sums_up(tied, &(at + 1..=last).collect::<Vec<_>>(), at)
}

/// Whether the figure behind one goes on with the same list.
fn listed(tied: &Tied<'_>, at: usize) -> bool {
    let (Some(one), Some(other)) = (tied.figure(at), tied.figure(at + 1)) else { return false };
    // `made up of` is no rise.
    let same = amounts(one, other) && other.direction.is_none();
    same && match tied.lang {
        Lang::En => {
            let words = tied.words(at);
            let turns = |word: &String| TURNS.contains(&word.as_str());
            let from = words.last().is_some_and(|word| word == "from");
            (1..=6).contains(&words.len()) && !from && !words.iter().any(turns)
        }
        Lang::Zh => {
            let letters = tied.letters(at);
            let turns = [
                "比", "较", "从", "由", "到", "至", "增", "减", "其", "计", "共", "。", "；", "每", "同",
                "年", "月", "内", "含", "包括",
            ];
            (1..=10).contains(&letters.chars().count()) && !turns.iter().any(|word| letters.contains(word))
        }
    }
}

/// Holds a sum against its parts.
fn sums_up(tied: &Tied<'_>, parts: &[usize], sum: usize) -> Option<Clash> {
    let (&first, &last) = (parts.first()?, parts.last()?);
    // What adds up over times may have begun before them.
    if tied.has_time(first.min(sum), last.max(sum)) {
        return None;
    }
    let figures: Vec<&Figure> = parts.iter().filter_map(|&at| tied.figure(at)).collect();
    let whole = tied.figure(sum)?;
    // 3个自然村、7个村民小组，共计246户: what is counted in Chinese has its own word.
    let one_thing = |figure: &&Figure| match tied.lang {
        Lang::En => amounts(figure, whole),
        Lang::Zh => figure.quantity.unit() == whole.quantity.unit() && *whole.quantity.unit() != Unit::Number,
    };
    if !figures.iter().all(one_thing) {
        return None;
    }
    let widest = figures.iter().map(|figure| wide(&figure.quantity)).reduce(|one, other| one.add(&other))?;
    let said: Interval = wide(&whole.quantity);
    if widest.overlaps(&said) {
        return None;
    }
    let reckoned = figures.iter().map(|figure| computed(figure));
    let result: Computed = reckoned.reduce(|one, other| one.add(&other).unwrap_or(one))?;
    let names: Vec<String> = parts.iter().map(|&at| format!("`{}`", tied.said(at))).collect();
    let title = format!("{} do not make `{}`", names.join(" and "), tied.said(sum));
    let operands: Vec<&str> = parts.iter().map(|&at| tied.number(at)).collect();
    let working = format!("{} = {}", operands.join(" + "), tied.shown(&result));
    let order: Vec<usize> = std::iter::once(sum).chain(parts.iter().copied()).collect();
    Some(tied.clash(&order, title, working))
}
