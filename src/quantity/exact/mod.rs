//! An exact number: a decimal of few digits, or a fraction of two whole numbers of any size.
//!
//! No figure of this program is ever held in floating point. A number is rounded in one place only,
//! where it is shown, and there the direction is named. Nearly all figures are decimals of few digits, which
//! [`short`] reckons with quickly; what does not fit there is a fraction.
//!
//! ```
//! use ipfacts::quantity::{Exact, Rounding};
//!
//! let gdp = Exact::parse_decimal("22.58").unwrap().checked_div(&Exact::parse_decimal("0.303").unwrap()).unwrap();
//! assert_eq!(gdp.to_text(), "22580/303");
//! assert_eq!(gdp.round_to_digits(3, Rounding::HalfAwayFromZero).to_text(), "74.5");
//! assert_eq!(gdp.round_to_places(4, Rounding::Down).to_text(), "74.5214");
//! ```

mod short;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use dashu_base::{BitTest, Signed, UnsignedAbs};
use dashu_int::{IBig, Sign, UBig};
use dashu_ratio::RBig;
use short::Short;

/// More digits than this are no figure; `parse_decimal` refuses them.
const MOST_DIGITS: usize = 60;

/// An exact rational number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exact(Number);

/// A number in the one way that it is held: whatever is a short decimal is no fraction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Number {
    Short(Short),
    /// In lowest terms. It is rare, and would make every figure three times as large.
    Fraction(Box<RBig>),
}

/// Which way a number goes when it is cut to fewer digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest; a half goes away from zero, as statistics offices round: 2.5 to 3, -2.5 to -3.
    HalfAwayFromZero,
    /// Towards negative infinity (floor).
    Down,
    /// Towards positive infinity (ceiling).
    Up,
}

impl Exact {
    /// Nought.
    pub const ZERO: Self = Self(Number::Short(Short::ZERO));
    /// One.
    pub const ONE: Self = Self(Number::Short(Short::ONE));

    /// A whole number.
    #[must_use]
    pub fn new(number: i64) -> Self {
        Self::from(number)
    }

    /// `numerator / denominator`; none when the denominator is nought.
    #[must_use]
    pub fn from_fraction(numerator: i64, denominator: i64) -> Option<Self> {
        Self::from(numerator).checked_div(&Self::from(denominator))
    }

    /// `digits` × 10^`exponent`: `decimal(2258, -2)` is 22.58. Beyond some 300 places its size in memory grows
    /// with the exponent.
    #[must_use]
    pub fn decimal(digits: u128, exponent: i32) -> Self {
        let short = i128::try_from(digits).ok().and_then(|digits| Short::new(digits, exponent));
        short.map_or_else(|| Self::of(scaled(IBig::from(digits), exponent)), Self::short)
    }

    /// A power of ten; `pow10(-2)` is 0.01.
    #[must_use]
    pub fn pow10(exponent: i32) -> Self {
        Self::decimal(1, exponent)
    }

    /// Reads a plain decimal: an optional sign, ASCII digits, an optional point and more digits, as in
    /// `-22.58`. Nothing else: no exponent, no separators, no space, not more than 60 digits.
    #[must_use]
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, places) = match rest.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (rest, ""),
        };
        let written = || whole.bytes().chain(places.bytes());
        let long = whole.len() + places.len() > MOST_DIGITS;
        if whole.is_empty() || long || !written().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut digits = UBig::ZERO;
        for byte in written() {
            digits = digits * 10u8 + (byte - b'0');
        }
        let places = i32::try_from(places.len()).ok()?;
        let number = match u128::try_from(&digits) {
            Ok(digits) => Self::decimal(digits, -places),
            Err(_) => Self::of(scaled(IBig::from(digits), -places)),
        };
        Some(if negative { -number } else { number })
    }

    /// Whether it is nought.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// Whether it is below nought.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Number::Short(short) => short.digits() < 0,
            Number::Fraction(fraction) => fraction.is_negative(),
        }
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.places() == Some(0)
    }

    /// Its distance from nought.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// Half of it.
    #[must_use]
    pub fn half(&self) -> Self {
        self * &Self::decimal(5, -1)
    }

    /// Itself divided by another; none when that is nought.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        let short = match (&self.0, &divisor.0) {
            (Number::Short(one), Number::Short(two)) => one.div(*two).map(Self::short),
            _ => None,
        };
        Some(short.unwrap_or_else(|| Self::of(&*self.fraction() / &*divisor.fraction())))
    }

    /// Itself multiplied `exponent` times; anything to the power of nought is one.
    #[must_use]
    pub fn pow(&self, exponent: u32) -> Self {
        let exponent = exponent as usize;
        let fraction = self.fraction();
        Self::of(RBig::from_parts(fraction.numerator().pow(exponent), fraction.denominator().pow(exponent)))
    }

    /// The power of ten of its first digit: 2 for 314, -2 for 0.05; none for nought. Exact, no logarithm.
    #[must_use]
    pub fn magnitude(&self) -> Option<i32> {
        let fraction = match &self.0 {
            Number::Short(short) => return short.magnitude(),
            Number::Fraction(fraction) => fraction,
        };
        let top = fraction.numerator().unsigned_abs();
        let bottom = fraction.denominator();
        // The true power is this difference or the one below it.
        let guess = i64::try_from(top.ilog(&UBig::from(10u8))).ok()?
            - i64::try_from(bottom.ilog(&UBig::from(10u8))).ok()?;
        let guess = i32::try_from(guess).ok()?;
        let power = ten_to(guess.unsigned_abs());
        let reached = if guess < 0 { top * power >= *bottom } else { top >= bottom * power };
        Some(if reached { guess } else { guess - 1 })
    }

    /// How many decimal places write it in full; none when no number of places does (1/3).
    #[must_use]
    pub fn places(&self) -> Option<u32> {
        match &self.0 {
            Number::Short(short) => Some(short.places()),
            Number::Fraction(fraction) => ending(fraction).map(|(_, places)| places),
        }
    }

    /// Rounds to a number of decimal places; below nought to tens (-1), hundreds (-2), ...
    #[must_use]
    pub fn round_to_places(&self, places: i32, rounding: Rounding) -> Self {
        if let Number::Short(short) = &self.0
            && let Some(rounded) = short.round_to_places(places, rounding)
        {
            return Self::short(rounded);
        }
        let scaled = (self * &Self::pow10(places)).fraction().into_owned();
        let whole = match rounding {
            Rounding::Down => scaled.floor(),
            Rounding::Up => scaled.ceil(),
            Rounding::HalfAwayFromZero => {
                let half = RBig::from_parts(IBig::ONE, UBig::from(2u8));
                if scaled.is_negative() { (scaled - half).ceil() } else { (scaled + half).floor() }
            }
        };
        Self::of(RBig::from(whole)) * Self::pow10(places.saturating_neg())
    }

    /// Rounds to a number of significant digits (nought digits are read as one).
    #[must_use]
    pub fn round_to_digits(&self, digits: u32, rounding: Rounding) -> Self {
        match self.magnitude() {
            None => Self::ZERO,
            Some(magnitude) => {
                let digits = i32::try_from(digits.max(1)).unwrap_or(i32::MAX);
                self.round_to_places(digits.saturating_sub(1).saturating_sub(magnitude), rounding)
            }
        }
    }

    /// Two numbers of `digits` significant digits between which the positive `n`th root lies: the first
    /// not above it, the second not below it, equal when the root itself has no more digits.
    /// None for a number below nought or for `n` nought.
    ///
    /// ```
    /// use ipfacts::quantity::Exact;
    ///
    /// let (low, high) = Exact::new(2).nth_root_bounds(2, 5).unwrap();
    /// assert_eq!((low.to_text(), high.to_text()), ("1.4142".to_owned(), "1.4143".to_owned()));
    /// ```
    #[must_use]
    pub fn nth_root_bounds(&self, n: u32, digits: u32) -> Option<(Self, Self)> {
        if n == 0 || self.is_negative() {
            return None;
        }
        let Some(magnitude) = self.magnitude() else { return Some((Self::ZERO, Self::ZERO)) };
        let root_magnitude = i64::from(magnitude).div_euclid(i64::from(n));
        let places = i32::try_from(i64::from(digits.max(1)) - 1 - root_magnitude).ok()?;
        let power = i32::try_from(i64::from(places) * i64::from(n)).ok()?;
        let scaled = (self * &Self::pow10(power)).fraction().into_owned();
        let root = scaled.floor().unsigned_abs().nth_root(n as usize);
        let exact = RBig::from(root.pow(n as usize)) == scaled;
        let unit = Self::pow10(-places);
        let low = Self::of(RBig::from(root.clone())) * &unit;
        let high = if exact { low.clone() } else { Self::of(RBig::from(root + UBig::ONE)) * &unit };
        Some((low, high))
    }

    /// Rounded to a whole number; none when that is too large for a machine's.
    #[must_use]
    pub fn to_integer(&self, rounding: Rounding) -> Option<i128> {
        match self.round_to_places(0, rounding).0 {
            Number::Short(short) => short.to_integer(),
            Number::Fraction(whole) => i128::try_from(whole.numerator()).ok(),
        }
    }

    /// All its digits, without exponent; none when they do not end.
    #[must_use]
    pub fn to_decimal_text(&self) -> Option<String> {
        match &self.0 {
            Number::Short(short) => Some(short.to_text()),
            Number::Fraction(_) => self.places().map(|places| self.to_fixed_text(places)),
        }
    }

    /// All its digits when they end, else the fraction: `74.5`, `1/3`.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.to_decimal_text().unwrap_or_else(|| self.fraction().to_string())
    }

    /// Its digits with exactly so many places, rounded to the nearest; zeros at the end stay: `22.580`.
    #[must_use]
    pub fn to_fixed_text(&self, places: u32) -> String {
        let shift = i32::try_from(places).unwrap_or(i32::MAX);
        let rounded = self.round_to_places(shift, Rounding::HalfAwayFromZero);
        let mut digits = match &rounded.0 {
            Number::Short(short) => {
                let mut digits = short.digits().unsigned_abs().to_string();
                let noughts =
                    usize::try_from(short.exponent() + shift).expect("it was rounded to these places");
                digits.extend(std::iter::repeat_n('0', noughts));
                digits
            }
            Number::Fraction(_) => (rounded.abs() * Self::pow10(shift)).fraction().numerator().to_string(),
        };
        let places = places as usize;
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        if places > 0 {
            digits.insert(digits.len() - places, '.');
        }
        if rounded.is_negative() {
            digits.insert(0, '-');
        }
        digits
    }

    /// How much memory its digits take, in bits; a guard against numbers grown by repeated powers.
    #[must_use]
    pub fn bits(&self) -> usize {
        match &self.0 {
            Number::Short(_) => 64,
            Number::Fraction(fraction) => fraction.numerator().bit_len() + fraction.denominator().bit_len(),
        }
    }

    fn short(short: Short) -> Self {
        Self(Number::Short(short))
    }

    /// A fraction, held as a short decimal where it is one.
    fn of(fraction: RBig) -> Self {
        Self(match short_of(&fraction) {
            Some(short) => Number::Short(short),
            None => Number::Fraction(Box::new(fraction)),
        })
    }

    fn fraction(&self) -> Cow<'_, RBig> {
        match &self.0 {
            Number::Short(short) => Cow::Owned(scaled(IBig::from(short.digits()), short.exponent())),
            Number::Fraction(fraction) => Cow::Borrowed(fraction),
        }
    }
}

fn ten_to(exponent: u32) -> UBig {
    UBig::from(10u8).pow(exponent as usize)
}

/// `digits` × 10^`exponent`.
fn scaled(digits: IBig, exponent: i32) -> RBig {
    let power = ten_to(exponent.unsigned_abs());
    if exponent < 0 { RBig::from_parts(digits, power) } else { RBig::from(digits * power) }
}

/// Of a fraction whose digits end: all of them without sign and point, and how many stand behind the point.
fn ending(fraction: &RBig) -> Option<(UBig, u32)> {
    let mut rest = fraction.denominator().clone();
    let twos = rest.remove(&UBig::from(2u8)).unwrap_or(0);
    let fives = rest.remove(&UBig::from(5u8)).unwrap_or(0);
    if rest != UBig::ONE {
        return None;
    }
    let places = twos.max(fives);
    let more = UBig::from(2u8).pow(places - twos) * UBig::from(5u8).pow(places - fives);
    Some((fraction.numerator().unsigned_abs() * more, u32::try_from(places).ok()?))
}

fn short_of(fraction: &RBig) -> Option<Short> {
    let (mut digits, places) = ending(fraction)?;
    let tens = if digits.bit_len() > 64 { digits.remove(&UBig::from(10u8)).unwrap_or(0) } else { 0 };
    let digits = i128::from(u64::try_from(&digits).ok()?);
    let exponent = i32::try_from(tens).ok()?.checked_sub(i32::try_from(places).ok()?)?;
    Short::new(if fraction.sign() == Sign::Negative { -digits } else { digits }, exponent)
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        let size = Self::decimal(number.unsigned_abs().into(), 0);
        if number < 0 { -size } else { size }
    }
}

impl From<u64> for Exact {
    fn from(number: u64) -> Self {
        Self::decimal(number.into(), 0)
    }
}

impl From<i32> for Exact {
    fn from(number: i32) -> Self {
        Self::from(i64::from(number))
    }
}

impl From<u32> for Exact {
    fn from(number: u32) -> Self {
        Self::decimal(number.into(), 0)
    }
}

impl From<u128> for Exact {
    fn from(number: u128) -> Self {
        Self::decimal(number, 0)
    }
}

impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Number::Short(one), Number::Short(two)) => one.cmp(two),
            _ => self.fraction().cmp(&other.fraction()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As [`Exact::to_text`].
impl fmt::Display for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.to_text())
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        let short = match (&self.0, &other.0) {
            (Number::Short(one), Number::Short(two)) => one.add(*two),
            _ => None,
        };
        short.map_or_else(|| Exact::of(&*self.fraction() + &*other.fraction()), Exact::short)
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self + &-other
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        let short = match (&self.0, &other.0) {
            (Number::Short(one), Number::Short(two)) => one.mul(*two),
            _ => None,
        };
        short.map_or_else(|| Exact::of(&*self.fraction() * &*other.fraction()), Exact::short)
    }
}

macro_rules! of_values {
    ($trait:ident, $method:ident) => {
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(&self, &other)
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                $trait::$method(&self, other)
            }
        }
        impl $trait<Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(self, &other)
            }
        }
    };
}
of_values!(Add, add);
of_values!(Sub, sub);
of_values!(Mul, mul);

impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(match self.0 {
            Number::Short(short) => Number::Short(short.neg()),
            Number::Fraction(fraction) => Number::Fraction(Box::new(-*fraction)),
        })
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        -self.clone()
    }
}

#[cfg(test)]
mod tests;
