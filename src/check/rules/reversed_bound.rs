//! The bound is turned round.

use super::{Case, Cause, Rule};
use crate::check::compare::{Side, side};
use crate::diagnostic::Severity;
use crate::lang::Lang;
use crate::quantity::Qualifier;

pub(in crate::check) static RULE: Rule = Rule {
    code: "reversed-bound",
    severity: Severity::Error,
    summary: "the bound is turned round",
    page: "\
Compares the direction of a bound with the fact's. `less than 98 percent` is the contrary of `more than 98 percent`,
and a plain 22.58 is neither `under 22 trillion` nor `more than 23 trillion`.

Wrong: Less than 98 percent of administrative villages will have broadband by 2020.
Right: More than 98 percent of administrative villages will have broadband by 2020.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    if !case.comparable() || case.said.range_end().is_some() {
        return None;
    }
    let (said, known) = (side(case.said.qualifier()), side(case.known.qualifier()));
    let (value, number) = (case.known.value(), case.said.value());
    let turned = match (said, known) {
        (Side::Up, Side::Down) | (Side::Down, Side::Up) => value == number,
        // A plain fact just on the other side of the bound.
        (Side::Up, Side::At) => value < number && close(case),
        (Side::Down, Side::At) => value >= number && close(case),
        _ => false,
    };
    if !turned {
        return None;
    }
    let title = format!("`{}` turns the bound round", case.whole);
    let bound = case.known.qualifier().is_bound();
    let qualifier = match said {
        _ if bound => case.known.qualifier(),
        Side::Up => Qualifier::LessThan,
        _ => Qualifier::MoreThan,
    };
    let mut cause = Cause::new(title).right(turned_round(case, qualifier), bound);
    cause.whole = true;
    Some(cause)
}

/// The figure with another bound, where the old one stood.
fn turned_round(case: &Case<'_>, qualifier: Qualifier) -> String {
    let start = case.whole.find(case.number).unwrap_or_default();
    let word = qualifier.word(case.lang);
    if start == 0 {
        // 98%以下
        let behind =
            if matches!(qualifier, Qualifier::MoreThan | Qualifier::AtLeast) { "以上" } else { "以下" };
        return match case.lang {
            Lang::Zh => format!("{}{behind}", case.number),
            Lang::En => format!("{word} {}", case.number),
        };
    }
    let capital = case.whole.starts_with(|c: char| c.is_uppercase());
    let word = if capital { word[..1].to_uppercase() + &word[1..] } else { word.to_owned() };
    let gap = if case.lang == Lang::En { " " } else { "" };
    format!("{word}{gap}{}", case.number)
}

fn close(case: &Case<'_>) -> bool {
    // The last place of a round number is wide: 突破1000万亿元 is not 101 turned round.
    let off = (case.said.value() - case.known.value()).abs();
    off < case.said.written().last_nonzero_place() && &off + &off < case.said.value().abs()
}
