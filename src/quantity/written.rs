//! A number as it was written: its digits and places, apart from what it is worth.
//!
//! ```
//! use ipfacts::quantity::parse_any;
//!
//! let level = parse_any("22.580 trillion yuan").unwrap();
//! assert_eq!(level.written().significant_digits(), 5);
//! assert_eq!(level.written().last_place().to_text(), "1000000000");
//! assert_eq!(level.value(), parse_any("22.58 trillion yuan").unwrap().value());
//! ```

use super::Exact;
use super::number::{Numeral, count};

/// A number as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    negative: bool,
    digits: u128,
    places: u32,
    scale: Exact,
    rough: bool,
}

impl Written {
    /// A numeral in a unit that is `factor` of its base unit.
    pub(super) fn new(numeral: Numeral, negative: bool, factor: &Exact) -> Self {
        let exponent = i32::try_from(numeral.exponent).expect("scale words are small");
        Self {
            negative,
            digits: numeral.digits,
            places: numeral.places,
            scale: Exact::pow10(exponent) * factor,
            rough: false,
        }
    }

    /// A fraction in words, as a percentage: `two thirds`. The lower number must not be nought.
    pub(super) fn fraction(above: u128, below: u128) -> Option<Self> {
        let scale = Exact::from(100u32).checked_div(&Exact::from(below))?;
        Some(Self { negative: false, digits: above, places: 0, scale, rough: true })
    }

    /// The same digits in the scale of another number: `1.5` of `1.5 to 2 billion`.
    pub(super) fn in_scale_of(&self, other: &Self) -> Self {
        Self { scale: other.scale.clone(), ..self.clone() }
    }

    /// Whether a minus was written.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// All digits as one whole number: 22580 for `22.580`.
    #[must_use]
    pub fn digits(&self) -> u128 {
        self.digits
    }

    /// How many digits stand behind the point: 3 for `22.580`.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.places
    }

    /// What the words of scale and the unit multiply the digits by, in the base unit: 10¹² for
    /// `22.58 trillion yuan`, 10⁶ for `20 Mbps`.
    #[must_use]
    pub fn scale(&self) -> &Exact {
        &self.scale
    }

    /// Whether it is a fraction in words (`a third`, `one in five`), which nobody means to the digit.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.rough
    }

    /// What it is worth, in the base unit.
    #[must_use]
    pub fn value(&self) -> Exact {
        let size = Exact::from(self.digits) * self.last_place();
        if self.negative { -size } else { size }
    }

    /// One unit of the last digit written, in the base unit: 10¹⁰ for `22.58 trillion`.
    #[must_use]
    pub fn last_place(&self) -> Exact {
        Exact::pow10(-i32::try_from(self.places).expect("few places")) * &self.scale
    }

    /// One unit of the last digit that is not nought: 10¹⁰ for `50 billion`. Of nought, as
    /// [`last_place`](Self::last_place).
    #[must_use]
    pub fn last_nonzero_place(&self) -> Exact {
        self.last_place() * Exact::pow10(i32::try_from(self.zeros_at_end()).expect("few digits"))
    }

    /// As [`last_nonzero_place`](Self::last_nonzero_place), except that noughts behind the point count as
    /// measured: nobody writes them by chance. 10¹⁰ for `50 billion`, 10⁸ for `50.0 billion`.
    #[must_use]
    pub fn last_measured_place(&self) -> Exact {
        if self.places > 0 { self.last_place() } else { self.last_nonzero_place() }
    }

    /// How many digits are written from the first that is not nought: 5 for `22.580`, 1 for `0.07`.
    #[must_use]
    pub fn significant_digits(&self) -> u32 {
        count(self.digits)
    }

    /// How many noughts end the digits; none for nought itself.
    #[must_use]
    pub fn zeros_at_end(&self) -> u32 {
        let mut rest = self.digits;
        let mut zeros = 0;
        while rest != 0 && rest.is_multiple_of(10) {
            rest /= 10;
            zeros += 1;
        }
        zeros
    }
}
