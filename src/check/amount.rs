//! Amounts whose currency is left out: 22.6万亿 of what is counted in yuan is 22.6万亿元, 折合美元约3.4万亿 are dollars.

use super::judge::Judge;
use super::mention::Mention;
use crate::lang::Lang;
use crate::quantity::{Currency, Exact};
use crate::scan::{Figure, FigureKind};

impl Judge<'_> {
    /// 22.6万亿 of a subject that is counted in money is money.
    pub(super) fn in_money(&self, figure: &Figure, mention: &Mention) -> Option<Figure> {
        let scale = figure.quantity.written().scale();
        if figure.kind != FigureKind::Number
            || figure.lang != Lang::Zh
            || scale < &Exact::from(100_000_000i64)
        {
            return None;
        }
        // 折合美元约3.4万亿
        let before = self.plain[..figure.range.start].trim_end();
        let word = before.char_indices().rev().nth(1).map_or(before, |(at, _)| &before[at..]);
        let money = Currency::parse(word).or_else(|| self.index.home_currency())?;
        let mut facts = mention.subjects.iter().flat_map(|subject| self.index.of(*subject)).peekable();
        facts.peek()?;
        if !facts.all(|fact| fact.value.as_ref().is_some_and(|value| value.unit().currency().is_some())) {
            return None;
        }
        let text = format!("{} {}", figure.quantity.text(), money.code());
        Some(Figure {
            quantity: crate::quantity::parse_any(&text).ok()?,
            kind: FigureKind::Money,
            ..figure.clone()
        })
    }
}
