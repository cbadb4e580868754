//! From and to against the word between them: `rose from 51.6 percent to 39.8 percent`, 从51.6%提升至39.8%.

use super::{Clash, Tied, amounts, computed};
use crate::lang::Lang;
use crate::quantity::Unit;
use crate::scan::{Direction, Figure, FigureKind};

/// Words right before `from` and `to` that say that something became more.
#[rustfmt::skip]
const ROSE: &[&str] = &[
    "rose", "rise", "rises", "risen", "rising", "grew", "grow", "grows", "grown", "growing", "growth", "increase",
    "increases", "increased", "increasing", "climbed", "climb", "climbing", "jumped", "jump", "jumping", "surged", "surge",
    "surging", "soared", "soaring", "expanded", "expand", "expanding", "up", "advanced", "swelled", "ballooned", "raised",
];

/// Words that say that it became less.
#[rustfmt::skip]
const FELL: &[&str] = &[
    "fell", "fall", "falls", "fallen", "falling", "dropped", "drop", "drops", "dropping", "declined", "decline", "declining",
    "decreased", "decrease", "decreasing", "shrank", "shrunk", "shrinking", "down", "slid", "slumped", "plunged", "tumbled",
    "reduced",
];

/// What stands before the second figure of a Chinese rise.
const TO_MORE: &[&str] = &[
    "增长到",
    "增长至",
    "增加到",
    "增加至",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "攀升到",
    "攀升至",
    "跃升到",
    "跃升至",
    "扩大到",
    "扩大至",
    "增至",
    "升至",
    "升到",
];

/// And of a fall.
const TO_LESS: &[&str] = &[
    "下降到",
    "下降至",
    "降低到",
    "降低至",
    "减少到",
    "减少至",
    "缩小到",
    "缩小至",
    "回落到",
    "回落至",
    "降至",
    "降到",
];

/// In characters. What stands between two ends and says more than which way it went is another clause.
const MOST_BETWEEN: usize = 10;

pub(super) fn clashes(tied: &Tied<'_>) -> Vec<Clash> {
    (0..tied.order.len().saturating_sub(1)).filter_map(|at| clash(tied, at)).collect()
}

fn clash(tied: &Tied<'_>, at: usize) -> Option<Clash> {
    let (one, other) = (tied.figure(at)?, tied.figure(at + 1)?);
    if !are_of_one_thing(one, other) {
        return None;
    }
    let (direction, from, to) = match tied.lang {
        Lang::En => english(tied, at)?,
        Lang::Zh => (chinese(tied, at)?, at, at + 1),
    };
    let (old, new) = (&tied.figure(from)?.quantity, &tied.figure(to)?.quantity);
    let turned = match direction {
        Direction::Up => new.value() < old.value(),
        Direction::Down => new.value() > old.value(),
    };
    if !turned || old.interval().overlaps(new.interval()) {
        return None;
    }
    let (said, set_out) = (tied.said(to), tied.said(from));
    let title = match direction {
        Direction::Up => format!("nothing rises from `{set_out}` to `{said}`"),
        Direction::Down => format!("nothing falls from `{set_out}` to `{said}`"),
    };
    let result = computed(tied.figure(to)?).sub(&computed(tied.figure(from)?)).ok()?;
    let working = format!("{} − {} = {}", tied.number(to), tied.number(from), tied.shown(&result));
    Some(tied.clash(&[to, from], title, working))
}

/// Whether two figures can be two ends of one series.
fn are_of_one_thing(one: &Figure, other: &Figure) -> bool {
    let (unit, same) = (one.quantity.unit(), one.quantity.unit() == other.quantity.unit());
    let plain = |figure: &Figure| {
        !figure.quantity.written().is_rough()
            && figure.quantity.range_end().is_none()
            && matches!(
                figure.kind,
                FigureKind::Money
                    | FigureKind::Percent
                    | FigureKind::Count
                    | FigureKind::Number
                    | FigureKind::Speed
            )
    };
    plain(one) && plain(other) && same && (!matches!(unit, Unit::Number) || amounts(one, other))
}

/// Which way an English sentence says that it went, from which figure to which.
fn english(tied: &Tied<'_>, at: usize) -> Option<(Direction, usize, usize)> {
    let mut between = tied.words(at).iter().map(String::as_str).filter(|word| !matches!(*word, "in" | "at"));
    let (only, more) = (between.next()?, between.next());
    let (opens, from, to) = match (only, more) {
        ("to", None) => ("from", at, at + 1),
        ("from", None) => ("to", at + 1, at),
        _ => return None,
    };
    let start = tied.figure(at)?.range.start;
    let head = tied.plain[tied.start..start].trim_end().strip_suffix(opens)?.to_lowercase();
    // `rose steadily from`, `rose, in 2015, from` is not read.
    let mut words = head.split_whitespace().rev().skip_while(|word| word.ends_with("ly")).take(3);
    let said = words.next()?;
    let denied = |word: &str| matches!(word, "not" | "no" | "never" | "n't" | "cannot");
    if words.any(denied) {
        return None;
    }
    let direction = if ROSE.contains(&said) {
        Direction::Up
    } else if FELL.contains(&said) {
        Direction::Down
    } else {
        return None;
    };
    Some((direction, from, to))
}

/// Which way a Chinese sentence says that it went from a figure to the next.
fn chinese(tied: &Tied<'_>, at: usize) -> Option<Direction> {
    let between = tied.letters(at);
    if between.chars().count() > MOST_BETWEEN
        || between.contains(['，', '、', '；', ','])
        || !tied.sets_out(at)
    {
        return None;
    }
    let end = ["了", "的", "目前", "现在", "当前", "如今", "全部"]
        .iter()
        .fold(between.as_str(), |rest, word| rest.strip_suffix(word).unwrap_or(rest));
    let says = |words: &[&str]| words.iter().any(|word| end.ends_with(word));
    if says(TO_MORE) {
        return Some(Direction::Up);
    }
    says(TO_LESS).then_some(Direction::Down)
}
