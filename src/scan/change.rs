//! Where a change is told from and to: `from 11 trillion yuan to 45.5 trillion`, 由21.6%提升至39.8%, and what a revision was of.

use super::figure::{Figure, FigureKind};
use super::glyph::{any_before, before_spaces, is_one_of, is_space, phrase_before, word_before};
use super::{chinese, english};
use crate::lang::Lang;

/// Whether a figure is where a change began: `from 11 trillion`.
pub(super) fn begins(text: &str, figure: &Figure, lang: Lang) -> bool {
    let at = figure.range.start;
    match lang {
        Lang::En => {
            let edge = text[..at].trim_end_matches([' ', '.']).len();
            english::begins_change(text, at)
                || is_one_of(word_before(text, edge), &["than", "against", "versus", "vs", "after"])
                || ["having been", "having stood at", "having reached", "compared with"]
                    .iter()
                    .any(|words| phrase_before(text, at, words).is_some())
                || phrase_before(text, at, "compared to").is_some()
        }
        Lang::Zh => {
            let head = text[..at].trim_end_matches(is_space);
            let head = head.strip_suffix('的').unwrap_or(head);
            chinese::begins_change(text, at)
                || head.ends_with('年')
                    && head.char_indices().rev().take(9).any(|(_, letter)| matches!(letter, '从' | '由'))
        }
    }
}

/// Whether a figure is what another was before a revision, and so of the same time: `revised the growth of 2021 to 8.4
/// percent from 8.1 percent`.
pub(super) fn is_before_revision(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.range.start].trim_end();
    // 增速由6.9%修订为6.8%
    let behind = text[figure.range.end..].trim_start();
    if REVISED.iter().any(|verb| behind.starts_with(verb)) {
        return true;
    }
    let revised = || {
        let verb = [" revis", " its estimate", " growth figure", " its figure"]
            .iter()
            .filter_map(|word| head.rfind(word))
            .max()?;
        Some(!head[verb..].contains([',', ';']) && !head[verb..].contains(" and "))
    };
    head.ends_with("from")
        && (text[figure.range.end..].trim_start().starts_with("previously") || revised() == Some(true))
}

/// What follows, in Chinese, a figure that was revised.
const REVISED: [&str; 14] = [
    "修订为",
    "修订至",
    "修订到",
    "修正为",
    "修正至",
    "调整为",
    "调整至",
    "更正为",
    "改为",
    "核定为",
    "核实为",
    "下修至",
    "上修至",
    "最终核实为",
];

/// Whether a figure is where a change ended: `to 45.5 trillion`.
pub(super) fn ends(text: &str, figure: &Figure, lang: Lang) -> bool {
    let at = figure.range.start;
    match lang {
        Lang::En => is_one_of(word_before(text, at), &["to"]),
        Lang::Zh => any_before(text, before_spaces(text, at), &["到", "至", "到了", "为", "的"]).is_some(),
    }
}

/// Whether a change is told from one figure to the other.
pub(super) fn is_change(text: &str, one: &Figure, two: &Figure, lang: Lang) -> bool {
    alike(one.kind, two.kind) && begins(text, one, lang) && ends(text, two, lang)
}

/// Whether two figures can be the ends of one change; percent and percentage points are taken for each other.
pub(super) fn alike(one: FigureKind, two: FigureKind) -> bool {
    let part = |kind| matches!(kind, FigureKind::Percent | FigureKind::PercentagePoints);
    one == two || part(one) && part(two)
}
