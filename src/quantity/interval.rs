//! The values that a figure can stand for: everything between two ends, each open, closed or absent.
//!
//! Sums, products and quotients are the exact images of their operands: every value that can come out
//! lies within, and no narrower interval would do, open and closed ends included.
//!
//! ```
//! use ipfacts::quantity::{Bound, Exact, Interval};
//!
//! let decimal = |text| Exact::parse_decimal(text).unwrap();
//! let level = Interval::new(Bound::Closed(decimal("22.575")), Bound::Open(decimal("22.585"))).unwrap();
//! assert_eq!(level.to_string(), "[22.575, 22.585)");
//! assert!(level.contains(&decimal("22.58")) && !level.contains(&decimal("22.585")));
//! let doubled = level.mul(&Interval::point(Exact::new(2)));
//! assert_eq!(doubled.to_string(), "[45.15, 45.17)");
//! ```

use std::cmp::Ordering;
use std::fmt;

use super::Exact;

/// One end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Bound {
    /// No end on this side.
    Unbounded,
    /// Up to this value, without it.
    Open(Exact),
    /// Up to this value, with it.
    Closed(Exact),
}

impl Bound {
    /// Its value; none when there is no end.
    #[must_use]
    pub fn value(&self) -> Option<&Exact> {
        match self {
            Self::Unbounded => None,
            Self::Open(value) | Self::Closed(value) => Some(value),
        }
    }

    /// Whether the value itself belongs to the interval.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }

    fn of(value: Exact, closed: bool) -> Self {
        if closed { Self::Closed(value) } else { Self::Open(value) }
    }
}

/// A non-empty interval of exact numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Interval {
    low: Bound,
    high: Bound,
}

/// A divisor that may be nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DivisorMayBeZero;

impl fmt::Display for DivisorMayBeZero {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the divisor may be zero")
    }
}

impl std::error::Error for DivisorMayBeZero {}

impl Interval {
    /// From `low` to `high`; none when nothing lies between them.
    #[must_use]
    pub fn new(low: Bound, high: Bound) -> Option<Self> {
        if let (Some(bottom), Some(top)) = (low.value(), high.value()) {
            let empty = match bottom.cmp(top) {
                Ordering::Less => false,
                Ordering::Equal => !(low.is_closed() && high.is_closed()),
                Ordering::Greater => true,
            };
            if empty {
                return None;
            }
        }
        Some(Self { low, high })
    }

    /// One value and no other.
    #[must_use]
    pub fn point(value: Exact) -> Self {
        Self { low: Bound::Closed(value.clone()), high: Bound::Closed(value) }
    }

    /// Every number.
    #[must_use]
    pub fn all() -> Self {
        Self { low: Bound::Unbounded, high: Bound::Unbounded }
    }

    /// Everything above a value, without it.
    #[must_use]
    pub fn above(value: Exact) -> Self {
        Self { low: Bound::Open(value), high: Bound::Unbounded }
    }

    /// Everything from a value on.
    #[must_use]
    pub fn at_least(value: Exact) -> Self {
        Self { low: Bound::Closed(value), high: Bound::Unbounded }
    }

    /// Everything below a value, without it.
    #[must_use]
    pub fn below(value: Exact) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Open(value) }
    }

    /// Everything up to a value.
    #[must_use]
    pub fn at_most(value: Exact) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Closed(value) }
    }

    /// The lower end.
    #[must_use]
    pub fn low(&self) -> &Bound {
        &self.low
    }

    /// The upper end.
    #[must_use]
    pub fn high(&self) -> &Bound {
        &self.high
    }

    /// Whether it is one value.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.low.value().is_some() && self.low == self.high
    }

    /// Upper end less lower end; none when an end is absent.
    #[must_use]
    pub fn width(&self) -> Option<Exact> {
        Some(self.high.value()? - self.low.value()?)
    }

    /// Whether a value lies within.
    #[must_use]
    pub fn contains(&self, value: &Exact) -> bool {
        let from_below = match &self.low {
            Bound::Unbounded => true,
            Bound::Open(low) => low < value,
            Bound::Closed(low) => low <= value,
        };
        from_below
            && match &self.high {
                Bound::Unbounded => true,
                Bound::Open(high) => value < high,
                Bound::Closed(high) => value <= high,
            }
    }

    /// Whether all of another interval lies within this one.
    #[must_use]
    pub fn contains_interval(&self, other: &Self) -> bool {
        compare_low(&self.low, &other.low).is_le() && compare_high(&self.high, &other.high).is_ge()
    }

    /// Whether some value lies in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }

    /// What lies in both; none when nothing does.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let low = if compare_low(&self.low, &other.low).is_ge() { &self.low } else { &other.low };
        let high = if compare_high(&self.high, &other.high).is_le() { &self.high } else { &other.high };
        Self::new(low.clone(), high.clone())
    }

    /// The narrowest interval around both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let low = if compare_low(&self.low, &other.low).is_le() { &self.low } else { &other.low };
        let high = if compare_high(&self.high, &other.high).is_ge() { &self.high } else { &other.high };
        Self { low: low.clone(), high: high.clone() }
    }

    /// The part that a percentage of a whole can take, from 0 to 100; none when no part can.
    ///
    /// Only the caller knows that a percentage is a share and not a growth.
    #[must_use]
    pub fn of_a_whole(&self) -> Option<Self> {
        self.intersect(&Self { low: Bound::Closed(Exact::ZERO), high: Bound::Closed(Exact::from(100)) })
    }

    /// Every sum of a value of each.
    #[must_use]
    pub fn add(&self, other: &Self) -> Self {
        Self { low: sum(&self.low, &other.low), high: sum(&self.high, &other.high) }
    }

    /// Every difference of a value of this one and a value of the other.
    #[must_use]
    pub fn sub(&self, other: &Self) -> Self {
        self.add(&other.neg())
    }

    /// Every value with its sign turned.
    #[must_use]
    pub fn neg(&self) -> Self {
        let turned = |bound: &Bound| match bound {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Open(value) => Bound::Open(-value),
            Bound::Closed(value) => Bound::Closed(-value),
        };
        Self { low: turned(&self.high), high: turned(&self.low) }
    }

    /// Every product of a value of each.
    #[must_use]
    pub fn mul(&self, other: &Self) -> Self {
        // A product that grows with both factors is extreme at a corner.
        let corners = [
            product(End::low(&self.low), End::low(&other.low)),
            product(End::low(&self.low), End::high(&other.high)),
            product(End::high(&self.high), End::low(&other.low)),
            product(End::high(&self.high), End::high(&other.high)),
        ];
        let mut low = corners[0].clone();
        let mut high = corners[0].clone();
        for corner in &corners[1..] {
            low = low.lower(corner);
            high = high.higher(corner);
        }
        Self { low: low.bound(), high: high.bound() }
    }

    /// Every quotient of a value of this one by a value of the other.
    ///
    /// # Errors
    ///
    /// When nought lies in the divisor.
    pub fn div(&self, divisor: &Self) -> Result<Self, DivisorMayBeZero> {
        if divisor.contains(&Exact::ZERO) {
            return Err(DivisorMayBeZero);
        }
        Ok(self.mul(&divisor.reciprocal()))
    }

    /// One through every value; nought must not lie within.
    fn reciprocal(&self) -> Self {
        let turned = |bound: &Bound| match bound {
            // One through ever more comes ever nearer to nought.
            Bound::Unbounded => Bound::Open(Exact::ZERO),
            Bound::Open(value) => Exact::ONE.checked_div(value).map_or(Bound::Unbounded, Bound::Open),
            Bound::Closed(value) => Exact::ONE.checked_div(value).map_or(Bound::Unbounded, Bound::Closed),
        };
        Self { low: turned(&self.high), high: turned(&self.low) }
    }
}

/// Which of two lower ends begins earlier.
fn compare_low(a: &Bound, b: &Bound) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(x), Some(y)) => x.cmp(y).then(b.is_closed().cmp(&a.is_closed())),
    }
}

/// Which of two upper ends ends earlier.
fn compare_high(a: &Bound, b: &Bound) -> Ordering {
    match (a.value(), b.value()) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(x), Some(y)) => x.cmp(y).then(a.is_closed().cmp(&b.is_closed())),
    }
}

fn sum(a: &Bound, b: &Bound) -> Bound {
    match (a.value(), b.value()) {
        (Some(x), Some(y)) => Bound::of(x + y, a.is_closed() && b.is_closed()),
        _ => Bound::Unbounded,
    }
}

/// An end with its infinities told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum End {
    Below,
    At(Exact, bool),
    Above,
}

impl End {
    fn low(bound: &Bound) -> Self {
        bound.value().map_or(Self::Below, |value| Self::At(value.clone(), bound.is_closed()))
    }

    fn high(bound: &Bound) -> Self {
        bound.value().map_or(Self::Above, |value| Self::At(value.clone(), bound.is_closed()))
    }

    fn sign(&self) -> Ordering {
        match self {
            Self::Below => Ordering::Less,
            Self::At(value, _) => value.cmp(&Exact::ZERO),
            Self::Above => Ordering::Greater,
        }
    }

    /// The lower of two; of two equal ones the closed one, since one way to reach a value is enough.
    fn lower(self, other: &Self) -> Self {
        match self.order(other) {
            Ordering::Less => self,
            Ordering::Equal => self.joined(other),
            Ordering::Greater => other.clone(),
        }
    }

    fn higher(self, other: &Self) -> Self {
        match self.order(other) {
            Ordering::Greater => self,
            Ordering::Equal => self.joined(other),
            Ordering::Less => other.clone(),
        }
    }

    fn joined(self, other: &Self) -> Self {
        match (self, other) {
            (Self::At(value, a), Self::At(_, b)) => Self::At(value, a || *b),
            (end, _) => end,
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::At(a, _), Self::At(b, _)) => a.cmp(b),
            (Self::Below, Self::Below) | (Self::Above, Self::Above) => Ordering::Equal,
            (Self::Below, _) | (_, Self::Above) => Ordering::Less,
            (Self::Above, _) | (_, Self::Below) => Ordering::Greater,
        }
    }

    fn bound(self) -> Bound {
        match self {
            Self::At(value, closed) => Bound::of(value, closed),
            Self::Below | Self::Above => Bound::Unbounded,
        }
    }
}

fn product(a: End, b: End) -> End {
    let sign = match (a.sign(), b.sign()) {
        // Nought times anything, even without end, is nought. It is reached when the nought is
        // (whatever the other factor is then).
        (Ordering::Equal, _) | (_, Ordering::Equal) => {
            let reached = |end: &End| matches!(end, End::At(value, true) if value.is_zero());
            let both = matches!((&a, &b), (End::At(_, true), End::At(_, true)));
            return End::At(Exact::ZERO, reached(&a) || reached(&b) || both);
        }
        (x, y) => x == y,
    };
    match (a, b) {
        (End::At(x, p), End::At(y, q)) => End::At(x * y, p && q),
        _ if sign => End::Above,
        _ => End::Below,
    }
}

/// `[22.575, 22.585)`; an end that is absent is `…`.
impl fmt::Display for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.low {
            Bound::Unbounded => out.write_str("(…")?,
            Bound::Open(value) => write!(out, "({value}")?,
            Bound::Closed(value) => write!(out, "[{value}")?,
        }
        match &self.high {
            Bound::Unbounded => out.write_str(", …)"),
            Bound::Open(value) => write!(out, ", {value})"),
            Bound::Closed(value) => write!(out, ", {value}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[1, 2)`, `(…, 3]` as printed.
    fn read(text: &str) -> Interval {
        let (open, rest) = text.split_at(1);
        let (inner, close) = rest.split_at(rest.len() - 1);
        let (low, high) = inner.split_once(", ").unwrap();
        let bound = |text: &str, closed| match text {
            "…" => Bound::Unbounded,
            number => Bound::of(Exact::parse_decimal(number).unwrap(), closed),
        };
        Interval::new(bound(low, open == "["), bound(high, close == "]")).unwrap()
    }

    fn product(a: &str, b: &str) -> String {
        read(a).mul(&read(b)).to_string()
    }

    fn quotient(a: &str, b: &str) -> String {
        read(a).div(&read(b)).map_or_else(|error| error.to_string(), |interval| interval.to_string())
    }

    #[test]
    fn nothing_between_the_ends_is_no_interval() {
        let one = || Exact::ONE;
        assert_eq!(Interval::new(Bound::Open(one()), Bound::Closed(one())), None);
        assert_eq!(Interval::new(Bound::Closed(Exact::new(2)), Bound::Closed(one())), None);
        assert!(Interval::new(Bound::Closed(one()), Bound::Closed(one())).unwrap().is_point());
        assert!(!Interval::all().is_point());
    }

    #[test]
    fn products_know_which_ends_are_reached() {
        assert_eq!(product("[2, 3)", "[5, 7]"), "[10, 21)");
        assert_eq!(product("[-2, 3)", "[-5, 7)"), "(-15, 21)");
        assert_eq!(product("[0, 1)", "(2, …)"), "[0, …)");
        assert_eq!(product("(0, 1]", "(0, …)"), "(0, …)");
        assert_eq!(product("(0, 1)", "[-1, 1]"), "(-1, 1)");
        assert_eq!(product("(0, 5)", "[-1, 0]"), "(-5, 0]");
        assert_eq!(product("[0, 0]", "(…, …)"), "[0, 0]");
        assert_eq!(product("(…, -1]", "[-2, …)"), "(…, …)");
    }

    #[test]
    fn a_divisor_may_come_near_nought_but_not_be_it() {
        assert_eq!(quotient("[1, 2]", "[4, 5)"), "(0.2, 0.5]");
        assert_eq!(quotient("[1, 2]", "(0, 4]"), "[0.25, …)");
        assert_eq!(quotient("[1, 2]", "[-4, 0)"), "(…, -0.25]");
        assert_eq!(quotient("[1, 2]", "[4, …)"), "(0, 0.5]");
        assert_eq!(quotient("[1, 2]", "[-1, 1]"), "the divisor may be zero");
        assert_eq!(quotient("[1, 2]", "[0, 1]"), "the divisor may be zero");
    }

    #[test]
    fn sets_compare_with_their_ends() {
        assert!(read("[1, 2]").contains_interval(&read("[1, 2)")));
        assert!(!read("[1, 2)").contains_interval(&read("[1, 2]")));
        assert!(!read("[1, 2)").overlaps(&read("[2, 3]")));
        assert!(read("[1, 2]").overlaps(&read("[2, 3]")));
        assert_eq!(read("(98, …)").of_a_whole().unwrap().to_string(), "(98, 100]");
        assert_eq!(read("(100, …)").of_a_whole(), None);
        assert_eq!(read("[1, 2)").hull(&read("(3, 4]")).to_string(), "[1, 4]");
        assert_eq!(read("[1, 2)").sub(&read("(3, 4]")).to_string(), "[-3, -1)");
        assert_eq!(read("(…, 2)").width(), None);
        assert_eq!(read("[1, 2.5)").width().unwrap().to_text(), "1.5");
    }
}
