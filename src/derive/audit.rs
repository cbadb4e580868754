//! Holds a base's derived figures against itself: every formula can be read and worked out, and is compared with
//! figures of its own unit.

use super::compare::{self, Comparison};
use super::exchange::Exchange;
use super::worked;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

/// Every fault of the base's derived figures, in the order of the file, each at its place in the formula.
#[must_use]
pub fn audit(exchange: &Exchange<'_>) -> Vec<Diagnostic> {
    let base = exchange.base;
    let mut faults = Vec::new();
    for derived in &base.derived {
        match worked::work_derived(exchange, derived, Lang::En) {
            Err(error) => {
                let span = base.document.part(&derived.formula_span, &derived.formula, &error.span);
                let title = format!("`{}` cannot be worked out: {error}", derived.id);
                let mut fault = Diagnostic::error("formula", title).at(&base.document, span, "here");
                fault.help = error.hint;
                faults.push(fault);
            }
            Ok(worked) => {
                for id in &derived.compare {
                    let compared = compare::value_of(exchange, id)
                        .map(|value| (compare::compare(base, &worked, id, &value), value));
                    if let Some((Comparison::OtherUnit, value)) = compared {
                        let (one, other) = (&worked.result.unit, &value.unit);
                        let title = format!("`{}` is held against a figure of another unit", derived.id);
                        let label = format!("this gives `{one}`, and `{id}` is in `{other}`");
                        let span = derived.formula_span.clone();
                        faults.push(Diagnostic::error("unit-clash", title).at(&base.document, span, label));
                    }
                }
            }
        }
    }
    faults
}
