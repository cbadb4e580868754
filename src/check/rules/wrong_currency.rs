//! The number is right, its currency is not.

use super::{Case, Cause, Rule, digits};
use crate::check::compare::{Side, side};
use crate::diagnostic::Severity;
use crate::quantity::Unit;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-currency",
    severity: Severity::Error,
    summary: "the number is right, its currency is not",
    page: "\
Compares the number with facts of the same subject in other currencies. When the digits and the scale are those of
a fact in another currency, the currency is wrong, not the number.

An amount in yuan that becomes dollars in translation is more than six times too large.

Wrong: China's digital economy reached 22.58 trillion dollars in 2016.
Right: China's digital economy reached 22.58 trillion yuan in 2016.",
    look: Some(look),
    strong: true,
};

fn look(case: &Case<'_>) -> Option<Cause> {
    let (Unit::Money(said), Unit::Money(known)) = (case.said.unit(), case.known.unit()) else { return None };
    // `exceeded $90 trillion` for 90.03 trillion yuan
    let over = case.known.value() - case.said.value();
    let bound = side(case.said.qualifier()) == Side::Up
        && side(case.known.qualifier()) == Side::At
        && !over.is_negative()
        && over < case.said.written().last_nonzero_place();
    if said == known
        || !bound
            && (!case.rounds_to(case.known.value())
                || digits(case.said) < 2 && case.said.value() != case.known.value())
    {
        return None;
    }
    let title = format!("`{}` is in the wrong currency", case.number);
    Some(Cause::new(title).right(case.right(), true))
}
