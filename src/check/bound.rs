//! Verbs that make a figure a bound: `exceeded 22 trillion yuan`, `fell short of`, 突破.

use crate::lang::Lang;
use crate::quantity::{self, Qualifier};
use crate::scan::{Figure, Sentence};

/// Reads the verbs before the figures of a sentence that make them bounds.
pub(super) fn by_verbs(text: &str, sentence: &Sentence, figures: &mut [Figure]) {
    let start = sentence.range.start;
    figures.iter_mut().for_each(|figure| by_verb(&text[start..], start, figure));
}

/// `exceeded 22 trillion yuan` is a bound like `more than`, `fell short of` one like `less than`.
fn by_verb(text: &str, base: usize, figure: &mut Figure) {
    if figure.quantity.qualifier() != Qualifier::None || figure.range.start < base {
        return;
    }
    let before = text[..figure.range.start - base].trim_end();
    if figure.lang == Lang::En && nearly(before, base, figure) {
        return;
    }
    // `exceeded the 100-trillion-yuan mark`
    let behind = &text[figure.range.end - base..];
    let behind = match behind.strip_prefix(" (") {
        Some(rest) => rest.split_once(')').map_or(behind, |(_, behind)| behind),
        None => behind,
    };
    let mark = [" mark", " threshold", " milestone", " barrier", " level"];
    let marked = figure.lang == Lang::En && mark.iter().any(|word| behind.starts_with(word));
    let before = match before.strip_suffix(" the").or_else(|| before.strip_suffix(" a")) {
        Some(verb) if marked => verb,
        _ => before,
    };
    // `crossed the threshold of 80 trillion yuan`
    let of_a_mark = ["the mark of", "the threshold of", "the milestone of"];
    let before = match of_a_mark.iter().find_map(|mark| before.strip_suffix(mark)) {
        Some(verb) if figure.lang == Lang::En => verb.trim_end(),
        _ => before,
    };
    let (up, down): (&[&'static str], &[&'static str]) = match figure.lang {
        Lang::En => (
            &[
                "exceeded",
                "exceeds",
                "exceeding",
                "exceed",
                "passing",
                "breaching",
                "breached",
                "surpassed",
                "surpasses",
                "surpass",
                "surpassing",
                "topped",
                "topping",
                "tops",
                "crossed",
                "cross",
                "crossing",
                "passed",
                "broke",
            ],
            &[
                "fell short of",
                "falls short of",
                "fall short of",
                "falling short of",
                "failed to reach",
                "short of",
            ],
        ),
        Lang::Zh => (
            &["破", "跨过", "越过", "跨越", "站上", "迈上", "跨上", "登上", "跃上", "迈过"],
            &["不及", "未达", "未达到", "没有达到", "未能达到"],
        ),
    };
    // `is to top 3.2 trillion yuan`: only what is to be can stand before a word that is many things.
    let to_be = figure.lang == Lang::En
        && before.rsplit_once(' ').is_some_and(|(rest, verb)| {
            matches!(verb, "top" | "pass" | "beat" | "break")
                && ["to", "will", "would", "could", "may", "might", "should", "likely"]
                    .iter()
                    .any(|word| rest.ends_with(word))
        });
    let up: &[&'static str] = if to_be { &["top", "pass", "beat", "break"] } else { up };
    let ending = |verbs: &[&'static str]| verbs.iter().find(|verb| before.ends_with(**verb)).copied();
    let (verb, bound) = match (ending(down), ending(up)) {
        (Some(verb), _) => (verb, "less than"),
        (None, Some(verb)) => (verb, "more than"),
        (None, None) => return,
    };
    if let Ok(quantity) = quantity::parse_any(&format!("{bound} {}", figure.quantity.text())) {
        figure.quantity = quantity;
        figure.range.start = base + before.len() - verb.len();
    }
}

/// `almost reached 100 trillion yuan` says what `reached almost 100 trillion yuan` does.
fn nearly(before: &str, base: usize, figure: &mut Figure) -> bool {
    let Some((rest, verb)) = before.rsplit_once(' ') else { return false };
    let adverb = ["almost", "nearly"].iter().find(|adverb| rest.ends_with(**adverb));
    let Some(adverb) = adverb.filter(|_| REACHING.contains(&verb)) else { return false };
    let Ok(quantity) = quantity::parse_any(&format!("{adverb} {}", figure.quantity.text())) else {
        return false;
    };
    figure.quantity = quantity;
    figure.range.start = base + rest.len() - adverb.len();
    true
}

/// Verbs of coming to an amount.
const REACHING: [&str; 12] = [
    "reached", "reaches", "reach", "reaching", "hit", "hits", "hitting", "touched", "totaled", "totalled",
    "equaled", "equalled",
];
