//! Whether a written figure says what a fact says.
//!
//! A figure agrees when the fact rounds to it at the digits written. A bound in prose agrees with a plain
//! fact that lies closely beyond it; a fact that is itself a bound is compared by what it says: number and
//! direction.
//!
//! ```
//! use ipfacts::check::compare::{Fit, fit};
//! use ipfacts::quantity::parse_any;
//!
//! let fit = |mention, fact| fit(&parse_any(mention).unwrap(), &parse_any(fact).unwrap());
//! assert_eq!(fit("22.6 trillion yuan", "22.58 trillion yuan"), Fit::Agrees);
//! assert_eq!(fit("22.5 trillion yuan", "22.58 trillion yuan"), Fit::Differs);
//! assert_eq!(fit("over 18 trillion yuan", "18.6 trillion yuan"), Fit::Agrees);
//! assert_eq!(fit("98 percent", "more than 98 percent"), Fit::DroppedBound);
//! assert_eq!(fit("22.58 trillion yuan", "22.6 trillion yuan"), Fit::Finer);
//! ```

use crate::quantity::{Exact, Qualifier, Quantity, Unit};

/// How a written figure fits a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It says the same, as exactly as it is written.
    Agrees,
    /// It has more digits than the fact and rounds to it: no contradiction, unless a finer fact says so.
    Finer,
    /// The number of a bound without its bound: `98 percent` for `more than 98 percent`.
    DroppedBound,
    /// A bound where the fact has the plain number: `more than 22.58 trillion` for 22.58 trillion.
    AddedBound,
    /// True, but far from the fact: `more than 10 trillion` for 22.58 trillion, `a third` for 28.6 percent.
    Far,
    /// It rounds to a fact that is written too coarsely to tell: 800 billion of 1 trillion.
    Coarse,
    /// It says something else.
    Differs,
}

impl Fit {
    /// Whether nothing at all is to be said.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Agrees | Self::Finer)
    }
}

/// On which side of its number a qualifier leaves the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The number itself.
    At,
    /// Above it.
    Up,
    /// Below it.
    Down,
}

/// The side of a qualifier.
pub(super) fn side(qualifier: Qualifier) -> Side {
    match qualifier {
        Qualifier::None | Qualifier::About => Side::At,
        Qualifier::MoreThan | Qualifier::AtLeast => Side::Up,
        Qualifier::Nearly | Qualifier::LessThan | Qualifier::AtMost => Side::Down,
    }
}

/// Whether two figures are in one unit, so that their values can be compared at all. A share may be written
/// as a number of hundredths or as a fraction; counts go by their number.
#[must_use]
pub fn comparable(one: &Unit, other: &Unit) -> bool {
    match (one, other) {
        (Unit::Money(one), Unit::Money(other)) => one == other,
        (one, other) => one.dimension() == other.dimension(),
    }
}

/// How a mention fits a fact's value. The units must be [`comparable`].
#[must_use]
pub fn fit(mention: &Quantity, fact: &Quantity) -> Fit {
    let (said, known) = (mention.value(), fact.value());
    if mention.written().is_rough() {
        return rough(mention, known);
    }
    if mention.range_end().is_some() || fact.range_end().is_some() {
        let (said, known) = (mention.interval(), fact.interval());
        return if said.overlaps(known) { Fit::Agrees } else { Fit::Differs };
    }
    match (side(fact.qualifier()), side(mention.qualifier())) {
        (Side::At, Side::At) => plain(mention, fact),
        // 近500亿元 of about 50 billion.
        (Side::At, Side::Down)
            if said == known
                && fact.qualifier() == Qualifier::About
                && mention.qualifier() == Qualifier::Nearly =>
        {
            Fit::Agrees
        }
        (Side::At, Side::Up) => above(mention, known),
        (Side::At, Side::Down) => below(mention, known),
        // 超3万亿元 of 超过3.2万亿元: the bound is rounded as well.
        (Side::Up, Side::Up) if said < known && is_rounded_bound(mention, fact) => Fit::Agrees,
        _ if said != known => Fit::Differs,
        (_, Side::At) => Fit::DroppedBound,
        (one, two) if one == two => Fit::Agrees,
        _ => Fit::Differs,
    }
}

/// Whether an amount is that of a bound, cut at fewer digits and hardly less.
fn is_rounded_bound(mention: &Quantity, fact: &Quantity) -> bool {
    let off = (fact.value() - mention.value()).abs();
    matches!(mention.unit(), Unit::Money(_))
        && mention.written().last_nonzero_place() > fact.written().last_nonzero_place()
        && off < mention.written().last_nonzero_place()
        && off * Exact::from(15i64) <= fact.value().abs()
}

/// Two plain numbers.
fn plain(mention: &Quantity, fact: &Quantity) -> Fit {
    let said = mention.value();
    // 33%左右 is as little 30%左右 as 33% is 30%: who is told of about so much says about so much.
    let about = mention.qualifier() == Qualifier::About && fact.qualifier() == Qualifier::About;
    if mention.plain_interval().contains(fact.value()) || !about && mention.interval().contains(fact.value())
    {
        return Fit::Agrees;
    }
    if !(fact.plain_interval().contains(said) || !about && fact.interval().contains(said)) {
        return Fit::Differs;
    }
    let finer =
        mention.written().last_place() < fact.written().last_place() || fact.qualifier() == Qualifier::About;
    // Half a unit of a number of one digit can be half of it.
    let off = (said - fact.value()).abs() * Exact::from(20i64);
    let told = fact.qualifier() == Qualifier::About || off <= fact.value().abs();
    match (finer, told) {
        (true, true) => Fit::Finer,
        (true, false) => Fit::Coarse,
        (false, _) => Fit::Differs,
    }
}

/// `more than X` against a plain number.
fn above(mention: &Quantity, known: &Exact) -> Fit {
    let said = mention.value();
    if known == said {
        return if mention.qualifier() == Qualifier::AtLeast { Fit::Agrees } else { Fit::AddedBound };
    }
    if known < said {
        return Fit::Differs;
    }
    near(mention, &(known - said), known)
}

/// `less than X`, `nearly X` against a plain number.
fn below(mention: &Quantity, known: &Exact) -> Fit {
    let said = mention.value();
    if known == said {
        return if mention.qualifier() == Qualifier::AtMost { Fit::Agrees } else { Fit::Differs };
    }
    if known > said {
        return Fit::Differs;
    }
    near(mention, &(said - known), known)
}

/// Whether a plain number lies right beyond a fact's bound: 45.5 of more than 45.
pub(super) fn is_within(mention: &Quantity, fact: &Quantity) -> bool {
    let off = mention.value() - fact.value();
    side(mention.qualifier()) == Side::At
        && side(fact.qualifier()) == Side::Up
        && off > Exact::ZERO
        && off < fact.written().last_nonzero_place()
}

/// A bound that holds: closely, far off, or by a factor of ten.
fn near(mention: &Quantity, off: &Exact, known: &Exact) -> Fit {
    let said = mention.value().abs();
    let ten = Exact::from(8i64);
    if *off < mention.written().last_nonzero_place() {
        Fit::Agrees
    } else if known.abs() >= &said * &ten
        || said >= known.abs() * ten
        || mention.qualifier() == Qualifier::Nearly && off * &Exact::from(5i64) > said
    {
        // What is nearly so much is not less than four fifths of it.
        Fit::Differs
    } else {
        Fit::Far
    }
}

/// A fraction in words, which nobody means to the digit: five points agree, one closely.
fn rough(mention: &Quantity, known: &Exact) -> Fit {
    if mention.value() == known && side(mention.qualifier()) == Side::Up {
        return Fit::AddedBound;
    }
    if !mention.interval().contains(known) {
        return Fit::Differs;
    }
    let off = (mention.value() - known).abs();
    let one_sided = side(mention.qualifier()) != Side::At;
    if one_sided && off < Exact::from(5i64) || off <= Exact::from(2i64) { Fit::Agrees } else { Fit::Far }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::parse_any;

    fn of(mention: &str, fact: &str) -> Fit {
        fit(&parse_any(mention).unwrap(), &parse_any(fact).unwrap())
    }

    #[test]
    fn bounds_in_prose_hold_closely_or_loosely() {
        assert_eq!(of("over 30 %", "35.9 %"), Fit::Agrees);
        assert_eq!(of("over 3 trillion yuan", "over 3.2 trillion yuan"), Fit::Agrees);
        assert_eq!(of("over 2 trillion yuan", "over 3.2 trillion yuan"), Fit::Differs);
        assert_eq!(of("over 90 %", "over 98 %"), Fit::Differs);
        assert_eq!(of("over 20 %", "35.9 %"), Fit::Far);
        assert_eq!(of("more than 2 trillion yuan", "22.58 trillion yuan"), Fit::Differs);
        assert_eq!(of("more than 22.58 trillion yuan", "22.58 trillion yuan"), Fit::AddedBound);
        assert_eq!(of("less than 22.58 trillion yuan", "22.58 trillion yuan"), Fit::Differs);
        assert_eq!(of("近500亿元", "approximately 50 billion yuan"), Fit::Agrees);
        assert_eq!(of("nearly 23 trillion yuan", "22.58 trillion yuan"), Fit::Agrees);
        assert_eq!(of("nearly 27 trillion yuan", "22.58 trillion yuan"), Fit::Far);
        assert_eq!(of("nearly 32 trillion yuan", "22.58 trillion yuan"), Fit::Differs);
        assert_eq!(of("不到三成", "30.3%"), Fit::Differs);
    }

    #[test]
    fn a_bound_is_compared_by_what_it_says() {
        assert_eq!(of("98%以上", "more than 98 %"), Fit::Agrees);
        assert_eq!(of("less than 98 %", "more than 98 %"), Fit::Differs);
        assert_eq!(of("more than 95 %", "more than 98 %"), Fit::Differs);
        assert_eq!(of("at least 15 topics", "at least 15 topics"), Fit::Agrees);
        assert_eq!(of("15 topics", "at least 15 topics"), Fit::DroppedBound);
    }

    #[test]
    fn rounding_is_read_from_the_digits() {
        assert_eq!(of("30 %", "30.3 %"), Fit::Agrees);
        assert_eq!(of("about 3.4 trillion US dollars", "3.4 trillion US dollars"), Fit::Agrees);
        assert_eq!(of("3.40 trillion US dollars", "about 3.4 trillion US dollars"), Fit::Agrees);
        assert_eq!(of("51.49 billion yuan", "approximately 50 billion yuan"), Fit::Finer);
        assert_eq!(of("33%左右", "about 30 %"), Fit::Differs);
        assert_eq!(of("about 3.35 trillion US dollars", "about 3.4 trillion US dollars"), Fit::Finer);
        assert_eq!(of("almost a third", "30.3 %"), Fit::Agrees);
        assert_eq!(of("逾三成", "30.3 %"), Fit::Agrees);
        assert_eq!(of("800 billion yuan", "1 trillion yuan"), Fit::Coarse);
        assert_eq!(of("1.03 trillion yuan", "1 trillion yuan"), Fit::Finer);
        assert_eq!(of("3 trillion yuan", "1 trillion yuan"), Fit::Differs);
        assert_eq!(of("over half", "50 %"), Fit::AddedBound);
        assert_eq!(of("less than half", "50 %"), Fit::Differs);
    }
}
