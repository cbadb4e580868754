//! An amount, its share and the whole: `22.58 trillion yuan, 30.3 percent of the GDP of 74.4 trillion yuan`.

use super::{Clash, Tied, all_in, amounts, computed, factor, wide};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// What may stand between an amount and the share that it is.
const APPOSED: &[&str] = &[
    ",",
    "(",
    "or",
    "accounting",
    "for",
    "making",
    "up",
    "which",
    "that",
    "is",
    "was",
    "equal",
    "equivalent",
    "to",
    "representing",
    "constituting",
    "accounts",
    "accounted",
    "represents",
    "represented",
    "makes",
    "made",
    "just",
    "only",
    "—",
    "some",
];

/// What may stand between `of` and an amount that is the whole.
const ARTICLES: &[&str] = &["the", "its", "their", "a", "total", "all", "these", "those", "overall", "whole"];

/// Words that bring another thing in between a share and its whole.
const TURNS: &[&str] = &[
    "at", "with", "by", "for", "on", "from", "to", "who", "which", "that", "growth", "increase", "rise",
    "than", "and", "or", "new", "more", "worth", "costing", "into", "over", "per", "each", "under", "above",
    "below", "between",
];

pub(super) fn clashes(tied: &Tied<'_>) -> Vec<Clash> {
    (0..tied.order.len().saturating_sub(2)).filter_map(|at| clash(tied, at)).collect()
}

/// A clash of three figures that follow each other.
fn clash(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    let (part, share, whole) = match tied.lang {
        Lang::En => english(tied, at)?,
        Lang::Zh => chinese(tied, at)?,
    };
    let (amount, percent, all) = (tied.figure(part)?, tied.figure(share)?, tied.figure(whole)?);
    if !amounts(amount, all) {
        return None;
    }
    let given = wide(&all.quantity).mul(&factor(&wide(&percent.quantity)));
    if given.overlaps(&wide(&amount.quantity)) {
        return None;
    }
    let result = computed(amount).share_of(&computed(all)).ok()?;
    let (said, of, it) = (tied.said(share), tied.said(whole), tied.said(part));
    let title = format!("`{it}` is not `{said}` of `{of}`");
    let working = format!("{} ÷ {} = {}", tied.number(part), tied.number(whole), tied.shown(&result));
    Some(tied.clash(&[share, part, whole], title, working))
}

fn is_percent(figure: &Figure) -> bool {
    figure.kind == FigureKind::Percent && figure.direction.is_none()
}

/// Positions of part, share and whole.
fn english(tied: &Tied<'_>, at: usize) -> Option<(usize, usize, usize)> {
    let (first, second, third) = (tied.figure(at)?, tied.figure(at + 1)?, tied.figure(at + 2)?);
    let (one, other) = (tied.words(at), tied.words(at + 1));
    if amounts(first, third) && is_percent(second) {
        // `V, or P of the W`
        let verb = one.iter().any(|word| word.starts_with("account") || word.starts_with("ma"));
        let one: Vec<String> = one.iter().filter(|word| !(verb && *word == "and")).cloned().collect();
        return (one.len() <= 5 && !one.is_empty() && all_in(&one, APPOSED) && leads_to_whole(other))
            .then_some((at, at + 1, at + 2));
    }
    if is_percent(first) && amounts(second, third) {
        // `P of the W, or V`
        let (end, middle) = (["or", "i.e."], other.len().checked_sub(2)?);
        let apposed = other[middle] == "," && end.contains(&other[middle + 1].as_str());
        let plain = other[..middle].iter().all(|word| word.starts_with(char::is_alphabetic));
        return (leads_to_whole(one) && apposed && plain && middle <= 3).then_some((at + 2, at, at + 1));
    }
    if amounts(first, second) && is_percent(third) && *first.quantity.value() > crate::quantity::Exact::ONE {
        // `V of the W (P)`
        let of = one.first().is_some_and(|word| word == "of")
            || one.starts_with(&["out".to_owned(), "of".to_owned()]);
        let articles =
            one.iter().filter(|word| !matches!(word.as_str(), "of" | "out")).cloned().collect::<Vec<_>>();
        let (words, sign) = other.split_at(other.iter().position(|word| matches!(word.as_str(), "(" | ","))?);
        let behind = tied.words_behind(at + 2, 1);
        let closed = match sign.join(" ").as_str() {
            "(" => behind == [")"],
            ", or" => behind.is_empty() || behind.iter().all(|word| matches!(word.as_str(), "," | "." | ";")),
            _ => false,
        };
        let plain = words.len() <= 3 && words.iter().all(|word| !TURNS.contains(&word.as_str()));
        return (of && all_in(&articles, ARTICLES) && plain && closed).then_some((at, at + 2, at + 1));
    }
    None
}

/// Whether the words between a share and an amount make the amount its whole: `of the GDP of`, `of the`.
fn leads_to_whole(words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let Some((last, middle)) = words.split_last() else { return false };
    first == "of"
        && words.len() <= 8
        && (ARTICLES.contains(&last.as_str())
            || matches!(last.as_str(), "of" | "(" | "worth")
            || last.ends_with("'s")
            || last.ends_with("’s"))
        && !middle.iter().chain(rest.first()).any(|word| TURNS.contains(&word.as_str()))
        && middle.iter().all(|word| word.starts_with(char::is_alphabetic))
}

fn chinese(tied: &Tied<'_>, at: usize) -> Option<(usize, usize, usize)> {
    let (first, second, third) = (tied.figure(at)?, tied.figure(at + 1)?, tied.figure(at + 2)?);
    if !(amounts(first, second) && is_percent(third)) {
        return None;
    }
    // 22.58万亿元，占74.4万亿元国内生产总值的30.3%
    let (one, other) = (tied.letters(at), tied.letters(at + 1));
    let signs = |sign: char| matches!(sign, '，' | ',' | '（' | '(' | '约' | '仅' | '只' | '已' | '就');
    let verb = one.trim_start_matches(signs);
    let rest = ["占到", "占了", "占", "佔", "相当于"].iter().find_map(|word| verb.strip_prefix(word))?;
    let plain = |text: &str| {
        text.chars().all(char::is_alphabetic)
            && !["比", "增", "和", "与", "及", "从", "由", "每"].iter().any(|word| text.contains(word))
    };
    let of = ["的", "的比重为", "的比重达", "的比例为", "的约", "的近"]
        .iter()
        .find_map(|end| other.strip_suffix(end))?;
    let short = rest.chars().count() <= 12 && of.chars().count() <= 10;
    (short && plain(rest) && plain(of)).then_some((at, at + 2, at + 1))
}
