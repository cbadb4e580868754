//! A digit is changed, moved or lost.

use super::{Case, Cause, Rule, digits};
use crate::check::compare::{Side, side};
use crate::diagnostic::Severity;
use crate::quantity::{Rounding, Unit};

pub(in crate::check) static RULE: Rule = Rule {
    code: "changed-digit",
    severity: Severity::Error,
    summary: "a digit is changed, moved or lost",
    page: "\
Compares the digits one by one. One other digit, two neighbours exchanged, one digit lost or one too many is a slip
of the keyboard, and the fact tells which digits were meant.

Wrong: China's digital economy reached 25.28 trillion yuan in 2016.
Right: China's digital economy reached 22.58 trillion yuan in 2016.",
    look: Some(look),
    strong: false,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    if !case.comparable() || matches!(case.known.unit(), Unit::Rank) || case.said.written().is_rough() {
        return None;
    }
    if side(case.said.qualifier()) != side(case.known.qualifier())
        && side(case.said.qualifier()) != Side::At
        && side(case.known.qualifier()) != Side::At
    {
        return None;
    }
    let (said, known) = (digits_of(case, true), digits_of(case, false));
    // Noughts behind the point were measured: 33.0 is no slip of 32.
    let whole = case.said.written().places() == 0;
    let slip = said.len() == known.len() && slipped(&said, &known)
        || whole && slipped(without_noughts(&said), without_noughts(&known));
    // 100 trillion is a round number, and no slip of 101.6.
    let round = digits(case.said) < 2 && digits(case.known) > 2;
    if without_noughts(&known).len() < 2 || round || !slip {
        return None;
    }
    // The size must be nearly the same: 2.258 for 22.58 is a matter of scale.
    let (one, other) = (case.said.value().magnitude()?, case.known.value().magnitude()?);
    if one.abs_diff(other) > 1 {
        return None;
    }
    let title = format!("a digit of `{}` is not the fact's", case.number);
    Some(Cause::new(title).right(case.right(), true))
}

/// The digits as written; of the fact no more than are said: 74.36 of 743,585.
fn digits_of(case: &Case<'_>, said: bool) -> Vec<u8> {
    let written = if said { case.said.written() } else { case.known.written() };
    let place = case.said.written().last_place();
    let text = match case.known.value().checked_div(&place) {
        Some(known) if !said && case.known.written().last_place() < place => {
            known.round_to_places(0, Rounding::HalfAwayFromZero).to_string()
        }
        _ => written.digits().to_string(),
    };
    text.into_bytes()
}

/// Without the noughts at the end.
fn without_noughts(digits: &[u8]) -> &[u8] {
    let end = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
    &digits[..end]
}

/// Whether two runs of digits differ by one slip.
fn slipped(one: &[u8], other: &[u8]) -> bool {
    if one.len() == other.len() {
        let off: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
        return match off[..] {
            [_] => true,
            [first, second] => one[first] == other[second] && one[second] == other[first],
            _ => false,
        };
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.len() == short.len() + 1
        && long.len() > 2
        && (0..long.len()).any(|skip| {
            long.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, digit)| digit).eq(short)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_one_slip() {
        assert!(!slipped(b"2538", b"2258"));
        assert!(slipped(b"2285", b"2258"));
        assert!(slipped(b"2528", b"2258"));
        assert!(slipped(b"2259", b"2258"));
        assert!(slipped(b"258", b"2258"));
        assert!(!slipped(b"2", b"22"));
    }
}
