//! Figures that share their unit: `11.3 and 12.5 trillion yuan`, `from 18.6 to 22.58 trillion yuan`, 11.3和12.5万亿元.
//!
//! A bare number takes over scale and unit of the figure behind it when only a conjunction stands between.

use super::figure::{Figure, FigureKind};
use super::glyph::{is_digit, is_space};
use crate::quantity::{self, Exact, Nouns, Unit};

/// What may stand between two figures with one unit.
#[rustfmt::skip]
const BETWEEN: [&str; 30] = [
    ",", "，", "、", "and", "or", "to", ", and", ", or", "和", "与", "及", "至", "到", "或", "以及", "和约", "增长到", "提高到", "提升到",
    "增加到", "上升到", "增至", "升至", "降至", "下降到", "and about", "to about", "to over", "to more than", "to nearly",
];

/// Gives bare numbers the unit of the figure behind them, or the currency of the one before them.
pub(super) fn share_units(text: &str, figures: &mut [Figure]) {
    // What stands around the digits of the figure behind: `US$` and ` trillion`.
    let mut around: Option<(String, String)> = None;
    for index in (0..figures.len() - 1).rev() {
        let (head, rest) = figures.split_at_mut(index + 1);
        let (first, second) = (&mut head[index], &rest[0]);
        let known = around.take();
        let bare = first.kind == FigureKind::Number && first.quantity.range_end().is_none();
        if !bare || matches!(second.quantity.unit(), Unit::Number | Unit::Rank | Unit::Count(_)) {
            continue;
        }
        let Some(between) = text.get(first.range.end..second.range.start) else { continue };
        if between.len() > 24 || !BETWEEN.contains(&between.trim_matches(is_space)) {
            continue;
        }
        let (lead, tail) = known.unwrap_or_else(|| parts(&text[second.number.clone()]));
        let number = &text[first.range.clone()];
        let words = if first.quantity.written().scale() == &Exact::ONE {
            format!("{lead}{number}{tail}")
        } else {
            // `from 18.6 trillion to 22.58 trillion yuan`: only the currency is missing.
            let Some(currency) = second.quantity.unit().currency() else { continue };
            format!("{number}{}", currency.name_zh())
        };
        if take(first, &words, second.quantity.unit()) {
            around = Some((lead, tail));
        }
    }
    for index in 1..figures.len() {
        let (head, rest) = figures.split_at_mut(index);
        let (first, second) = (&head[index - 1], &mut rest[0]);
        // `168.2 billion yuan, up from 120.7 billion`
        let Some(currency) = first.quantity.unit().currency() else { continue };
        let scaled = second.quantity.written().scale() != &Exact::ONE;
        let near = text
            .get(first.range.end..second.range.start)
            .is_some_and(|gap| gap.len() < 60 && gap.ends_with("from "));
        if second.kind == FigureKind::Number && scaled && near {
            let words = format!("{}{}", &text[second.range.clone()], currency.name_zh());
            take(second, &words, first.quantity.unit());
        }
    }
}

/// What stands before and behind the digits of a number.
fn parts(whole: &str) -> (String, String) {
    let digits = whole.find(is_digit).unwrap_or(0);
    let tail =
        whole[digits..].trim_start_matches(|letter: char| is_digit(letter) || matches!(letter, '.' | ','));
    (whole[..digits].to_owned(), tail.to_owned())
}

/// Lets a figure be what `words` say, if that is of the unit.
fn take(figure: &mut Figure, words: &str, unit: &Unit) -> bool {
    let Ok(quantity) = quantity::parse(words, &Nouns::none()) else { return false };
    let fits = quantity.unit() == unit;
    if fits {
        figure.kind = FigureKind::of(&quantity, false);
        figure.quantity = quantity;
    }
    fits
}
