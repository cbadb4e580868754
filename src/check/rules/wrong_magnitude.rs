//! The digits are right, their scale is not.

use super::{Case, Cause, Rule, digits};
use crate::check::compare::{Side, side};
use crate::diagnostic::Severity;
use crate::lang::Lang;
use crate::quantity::{Exact, Qualifier, Unit};

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-magnitude",
    severity: Severity::Error,
    summary: "the digits are right, their scale is not",
    page: "\
Compares the digits with those of the fact. When one is the other times ten, a hundred, a thousand and so on, the
scale word or the decimal point is wrong.

`billion` and `trillion`, 亿 and 万亿 are the commonest slips between English and Chinese, whose scales differ. An
amount in dollars that no exchange rate gives, but one would at another scale, is such a slip as well.

Wrong: China's digital economy reached 22.58 billion yuan in 2016.
Right: China's digital economy reached 22.58 trillion yuan in 2016.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    // Dollars that a rate would give at another scale.
    if let Some(off) = case.impossible.as_ref().and_then(|why| why.off)
        && !case.comparable()
    {
        return Some(off_by(case, off));
    }
    if !case.comparable() || matches!(case.known.unit(), Unit::Rank) {
        return None;
    }
    let (said, known) = (case.said.value(), case.known.value());
    if said.is_zero() || known.is_zero() || said.is_negative() != known.is_negative() {
        return None;
    }
    let off = said.magnitude()? - known.magnitude()?;
    for exponent in [off, off - 1, off + 1] {
        if exponent == 0 {
            continue;
        }
        let scaled = known * &Exact::pow10(exponent);
        // A fact of four digits and more stands for what is said with more of them.
        let finer = || {
            let meant = said * &Exact::pow10(-exponent);
            digits(case.known) >= 4 && case.known.plain_interval().contains(&meant)
        };
        // One digit is no proof: 4 Mbps is not 40.
        if case.rounds_to(&scaled) && (digits(case.said) > 1 || digits(case.known) == 1) || finer() {
            return Some(off_by(case, exponent));
        }
    }
    // `exceeded 90 billion` for 90.03 trillion, 近100亿 for 98.65万亿: the bound holds closely once the scale word is
    // changed. One or two noughts more or less are no word; those of Chinese have four and eight.
    let way = side(case.said.qualifier());
    let bound = way == Side::Up || case.said.qualifier() == Qualifier::Nearly;
    if !bound || case.said.written().is_rough() || side(case.known.qualifier()) != Side::At {
        return None;
    }
    let words = match case.lang {
        Lang::En => [-6, -3, 3, 6],
        Lang::Zh => [-8, -4, 4, 8],
    };
    for exponent in words {
        let scaled = known * &Exact::pow10(exponent);
        let over = if way == Side::Up { &scaled - said } else { said - &scaled };
        let close = case.said.written().last_nonzero_place();
        let near = if way == Side::Up { over < close } else { !over.is_zero() && over < close };
        if !over.is_negative() && near {
            return Some(off_by(case, exponent));
        }
    }
    None
}

/// A figure that is a power of ten off: 22.6 billion becomes 22.6 trillion, not 22.58.
fn off_by(case: &Case<'_>, exponent: i32) -> Cause {
    let factor = super::super::say::times(exponent.unsigned_abs());
    let way = if exponent < 0 { "small" } else { "large" };
    let title = format!("`{}` is {factor} times too {way}", case.number);
    let meant = case.said.value() * &Exact::pow10(-exponent);
    Cause::new(title).right(case.rewritten(&meant), true)
}
