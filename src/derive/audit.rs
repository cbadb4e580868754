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
        // Where a formula has escapes its parts cannot be told apart in the file: then all of it is meant.
        let written = base.document.text.get(derived.formula_span.clone()).unwrap_or_default();
        let start = written.find(&derived.formula).map(|at| derived.formula_span.start + at);
        match worked::work_derived(exchange, derived, Lang::En) {
            Err(error) => {
                let span = match start {
                    Some(start) => start + error.span.start..start + error.span.end,
                    None => derived.formula_span.clone(),
                };
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
