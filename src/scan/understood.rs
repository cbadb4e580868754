//! Units that are understood: a number in a table takes the unit from the head of its column or row, 22.6万亿 the currency
//! that the draft says goes for all (人民币，下同) or the sentence for what follows (按美元计), and `from 22.6 trillion a year
//! earlier` that of the amount before it.

use super::figure::{Figure, FigureKind};
use super::idiom;
use super::prose::{BlockKind, Prose};
use super::{Sentence, glyph};
use crate::lang::Lang;
use crate::quantity::{self, Currency, Exact, Nouns, Reading};

/// The currency that a prose says goes for what follows: `（人民币，下同）`.
pub(super) fn currency_of(text: &str) -> Option<Currency> {
    let at = memchr::memmem::find(text.as_bytes(), "下同".as_bytes())?;
    let before = glyph::tail(text, at, 10);
    let begin = before
        .rfind(['（', '('])
        .map(|open| open + before[open..].chars().next().map_or(1, char::len_utf8))?;
    let word = before[begin..].trim_end_matches(['，', ',', '、', ' ']);
    Currency::parse(word)
}

/// Gives bare numbers of a sentence the unit that is understood, if one is. The ranges are of the sentence.
pub(super) fn add_units(prose: &Prose, sentence: &Sentence, figures: &mut [Figure]) {
    let text = &prose.text[sentence.range.clone()];
    let cell = matches!(prose.blocks[sentence.block].kind, BlockKind::Cell { .. });
    let unit = if cell { unit_of_column(prose, sentence.block) } else { unit_of_label(text, figures) };
    let mut last: Option<(Currency, Exact)> = None;
    for figure in figures.iter_mut() {
        // `101.6 trillion yuan ($15.51 trillion) … 100 trillion`: what stands in parentheses converts.
        let aside = text[..figure.range.start].trim_end().ends_with('(');
        if let Some(currency) = figure.quantity.unit().currency() {
            if aside && last.is_some() {
                continue;
            }
            last = Some((currency, figure.quantity.written().scale().clone()));
        } else if matches!(figure.kind, FigureKind::Count | FigureKind::Other) {
            last = None;
        }
        if figure.kind != FigureKind::Number {
            continue;
        }
        let again = last.as_ref().filter(|(_, scale)| scale == figure.quantity.written().scale());
        let again = again.map(|(currency, _)| *currency).filter(|_| figure.lang == Lang::En && !cell);
        if let Some(unit) = unit {
            let words = format!("{} {unit}", &text[figure.range.clone()]);
            if let Ok(quantity) = quantity::parse(&words, &Nouns::none()) {
                figure.kind = FigureKind::of(&quantity, false);
                figure.quantity = quantity;
            }
        } else if let Some(currency) = said_before(&text[..figure.range.start])
            .or_else(|| prose.currency.filter(|_| figure.lang == Lang::Zh))
            .or(again)
            && figure.quantity.written().scale() >= &Exact::from(100_000_000u32)
        {
            let reading = Reading { range: figure.range.clone(), quantity: figure.quantity.clone() };
            figure.quantity = idiom::in_currency(text, reading, currency).quantity;
            figure.kind = FigureKind::of(&figure.quantity, false);
        }
    }
}

/// The currency in which the words before a figure say that it is counted: 按美元计, `in dollar terms`.
fn said_before(text: &str) -> Option<Currency> {
    const DOLLARS: [&str; 10] = [
        "美元计",
        "换算成美元",
        "折算成美元",
        "折合成美元",
        "換算成美元",
        "以美元",
        "n dollar terms",
        "n dollars,",
        "n US dollars,",
        "n U.S. dollars,",
    ];
    DOLLARS.iter().any(|words| text.contains(words)).then_some(Currency::USD)
}

/// What stands in parentheses before the colon that leads to the first figure: 数字经济规模（万亿元）：2015年18.6.
fn unit_of_label<'t>(text: &'t str, figures: &[Figure]) -> Option<&'t str> {
    let first = figures.iter().find(|figure| figure.kind == FigureKind::Number)?;
    let label = text[..first.range.start].rfind(['：', ':']).map(|colon| text[..colon].trim_end())?;
    in_parentheses(label).filter(|_| label.ends_with(['）', ')']))
}

/// What stands in parentheses at the head of a cell's column, or else of its row: `Value (trillion yuan)`, 占比（%）.
fn unit_of_column(prose: &Prose, block: usize) -> Option<&str> {
    let [row, column] = prose.heads_of(block);
    let heads = [column, row].into_iter().flatten();
    heads.into_iter().find_map(|head| in_parentheses(&prose.text[prose.blocks[head].range.clone()]))
}

/// What stands in the last parentheses, without the word 单位.
fn in_parentheses(text: &str) -> Option<&str> {
    let open = text.rfind(['（', '('])?;
    let begin = open + text[open..].chars().next().map_or(1, char::len_utf8);
    let end = begin + text[begin..].find(['）', ')'])?;
    let unit = text[begin..end].trim();
    Some(unit.strip_prefix("单位").map_or(unit, |unit| unit.trim_start_matches(['：', ':', ' '])))
}
