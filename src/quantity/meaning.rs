//! The values that a written figure can stand for.
//!
//! The table in the documentation of [`quantity`](super) is this module in words.

use super::{Bound, Exact, Interval, Qualifier, Unit, Written};

/// Everything that `written`, under its qualifier, can stand for.
pub(super) fn interval(written: &Written, qualifier: Qualifier, unit: &Unit) -> Interval {
    let value = written.value();
    match qualifier {
        Qualifier::None => match step(written, unit) {
            None => Interval::point(value),
            Some(step) => around(&value, &step.half()),
        },
        Qualifier::About => around(&value, &vague(written).half()),
        Qualifier::MoreThan => Interval::above(value),
        Qualifier::AtLeast => Interval::at_least(value),
        Qualifier::LessThan => Interval::below(value),
        Qualifier::AtMost => Interval::at_most(value),
        Qualifier::Nearly => {
            let unit = if written.is_rough() { rough(written).half() } else { written.last_measured_place() };
            // Nearer to nought than the figure.
            let (low, high) = if value.is_negative() {
                (Bound::Open(value.clone()), Bound::Closed(&value + &unit))
            } else {
                (Bound::Closed(&value - &unit), Bound::Open(value))
            };
            Interval::new(low, high).expect("one unit is more than nought")
        }
    }
}

/// One unit of the last digit that was measured; none when the figure is exact.
pub(super) fn step(written: &Written, unit: &Unit) -> Option<Exact> {
    match unit {
        Unit::Rank => None,
        _ if written.is_rough() => Some(rough(written)),
        Unit::Count(_) | Unit::Number => {
            let small = written.value().abs() < Exact::from(1000);
            let in_full = written.places() == 0 && written.scale() == &Exact::ONE;
            if written.places() == 0 && (small || in_full && written.zeros_at_end() == 0) {
                None
            } else if in_full {
                Some(written.last_nonzero_place())
            } else {
                Some(written.last_place())
            }
        }
        _ => Some(written.last_place()),
    }
}

/// The same for a figure that is only `about` right: noughts at its end are not measured.
pub(super) fn vague(written: &Written) -> Exact {
    if written.is_rough() { rough(written) } else { written.last_measured_place() }
}

/// A third is within five points of a third; a twentieth is nearer.
fn rough(written: &Written) -> Exact {
    written.value().abs().min(Exact::from(10))
}

/// What rounds to a value when a half goes away from nought.
fn around(value: &Exact, half: &Exact) -> Interval {
    let (low, high) = (value - half, value + half);
    let (low, high) = if value.is_negative() {
        (Bound::Open(low), Bound::Closed(high))
    } else if value.is_zero() {
        (Bound::Open(low), Bound::Open(high))
    } else {
        (Bound::Closed(low), Bound::Open(high))
    };
    Interval::new(low, high).expect("half a unit is more than nought")
}
