//! Cut off instead of rounded.

use super::{Case, Cause, Rule};
use crate::check::compare::{Side, side};
use crate::diagnostic::Severity;
use crate::quantity::Rounding;

pub(in crate::check) static RULE: Rule = Rule {
    code: "cut-off",
    severity: Severity::Error,
    summary: "cut off instead of rounded",
    page: "\
Finds a figure whose last digits were dropped though the next one calls for rounding up. After `about`, or with five
digits and more, it is a warning: that misleads nobody.

Wrong: China's digital economy reached 22.5 trillion yuan in 2016. (22.58 rounds to 22.6.)
Right: China's digital economy reached 22.6 trillion yuan in 2016.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    if !case.comparable() || side(case.said.qualifier()) != Side::At || case.said.written().is_rough() {
        return None;
    }
    let place = case.said.written().last_place();
    let (said, known) = (case.said.value(), case.known.value());
    let over = known - said;
    if said.is_negative()
        || over < place.half()
        || over >= place
        || place <= case.known.written().last_place()
    {
        return None;
    }
    let rounded = known.checked_div(&place)?.round_to_places(0, Rounding::HalfAwayFromZero) * &place;
    let digits = case.said.written().significant_digits().max(1);
    let title = format!("`{}` is cut off, not rounded", case.number);
    Some(Cause::new(title).right(case.write(&rounded, digits), true))
}
