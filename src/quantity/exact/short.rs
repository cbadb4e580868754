//! Decimals of at most 18 digits, which nearly all figures are: a whole number times a power of ten, in two
//! machine words, whose arithmetic takes no memory.
//!
//! There is one way to write each value, so that two are equal when their parts are: the digits do not end in
//! nought, and nought itself has the exponent 0.

use std::cmp::Ordering;

use super::Rounding;

/// `digits` × 10^`exponent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Short {
    digits: i64,
    exponent: i16,
}

/// Exponents beyond this on either side are left to numbers of any size.
const FARTHEST: i32 = 300;

/// So many digits fit behind those of another in 128 bits.
const SHIFT: u32 = 18;

impl Short {
    pub(super) const ZERO: Self = Self { digits: 0, exponent: 0 };
    pub(super) const ONE: Self = Self { digits: 1, exponent: 0 };

    /// `digits` × 10^`exponent`; none when it takes more than 18 digits or lies too far out.
    pub(super) fn new(digits: i128, exponent: i32) -> Option<Self> {
        let (mut digits, mut exponent) = (digits, exponent);
        let mut short = match i64::try_from(digits) {
            Ok(short) => short,
            Err(_) => loop {
                if digits % 10 != 0 {
                    return None;
                }
                digits /= 10;
                exponent = exponent.checked_add(1)?;
                if let Ok(short) = i64::try_from(digits) {
                    break short;
                }
            },
        };
        if short == 0 {
            return Some(Self::ZERO);
        }
        while short & 1 == 0 && short % 10 == 0 {
            short /= 10;
            exponent = exponent.checked_add(1)?;
        }
        let near = short.unsigned_abs() < 10u64.pow(SHIFT) && exponent.abs() <= FARTHEST;
        near.then(|| Self { digits: short, exponent: i16::try_from(exponent).expect("it is near") })
    }

    pub(super) fn digits(self) -> i64 {
        self.digits
    }

    pub(super) fn exponent(self) -> i32 {
        i32::from(self.exponent)
    }

    pub(super) fn neg(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    pub(super) fn mul(self, other: Self) -> Option<Self> {
        Self::new(i128::from(self.digits) * i128::from(other.digits), self.exponent() + other.exponent())
    }

    pub(super) fn add(self, other: Self) -> Option<Self> {
        match (self.digits, other.digits) {
            (0, _) => return Some(other),
            (_, 0) => return Some(self),
            _ => {}
        }
        let (one, two, exponent) = self.aligned(other)?;
        Self::new(one + two, exponent)
    }

    /// The quotient where it comes out within 18 more digits; one that goes on is none, though it may still end.
    pub(super) fn div(self, divisor: Self) -> Option<Self> {
        let dividend = i128::from(self.digits) * 10i128.pow(SHIFT);
        let below = i128::from(divisor.digits);
        if below == 0 || dividend % below != 0 {
            return None;
        }
        let shift = i32::try_from(SHIFT).expect("it is small");
        Self::new(dividend / below, self.exponent() - divisor.exponent() - shift)
    }

    /// Both digits at the lower of both exponents; none when they lie too far apart.
    fn aligned(self, other: Self) -> Option<(i128, i128, i32)> {
        let apart = self.exponent() - other.exponent();
        let power =
            Some(apart.unsigned_abs()).filter(|apart| *apart <= SHIFT).map(|apart| 10i128.pow(apart))?;
        let (one, two) = (i128::from(self.digits), i128::from(other.digits));
        Some(if apart >= 0 {
            (one * power, two, other.exponent())
        } else {
            (one, two * power, self.exponent())
        })
    }

    /// The power of ten of the first digit; none for nought.
    pub(super) fn magnitude(self) -> Option<i32> {
        let last = self.digits.unsigned_abs().checked_ilog10()?;
        Some(self.exponent() + i32::try_from(last).expect("few digits"))
    }

    /// Itself where it is a whole number that a machine holds.
    pub(super) fn to_integer(self) -> Option<i128> {
        10i128.checked_pow(u32::try_from(self.exponent).ok()?)?.checked_mul(self.digits.into())
    }

    /// All its digits, without exponent.
    pub(super) fn to_text(self) -> String {
        let digits = self.digits.unsigned_abs().to_string();
        let places = self.places() as usize;
        let noughts = usize::try_from(self.exponent.max(0)).expect("it is not negative");
        let mut text = String::with_capacity(digits.len() + places + noughts + 3);
        if self.digits < 0 {
            text.push('-');
        }
        // Digits before the point, at least one.
        let whole = digits.len().saturating_sub(places);
        text.push_str(if whole == 0 { "0" } else { &digits[..whole] });
        text.extend(std::iter::repeat_n('0', noughts));
        if places > 0 {
            text.push('.');
            text.extend(std::iter::repeat_n('0', places.saturating_sub(digits.len())));
            text.push_str(&digits[whole..]);
        }
        text
    }

    /// How many decimal places write it in full.
    pub(super) fn places(self) -> u32 {
        self.exponent().min(0).unsigned_abs()
    }

    pub(super) fn round_to_places(self, places: i32, rounding: Rounding) -> Option<Self> {
        let dropped = i64::from(-self.exponent()) - i64::from(places);
        if dropped <= 0 {
            return Some(self);
        }
        // All digits and more dropped: what is left is nought and a part that is less than a tenth.
        let power =
            u32::try_from(dropped).ok().filter(|dropped| *dropped <= SHIFT).map(|drop| 10i64.pow(drop));
        let whole = match (power, rounding) {
            (None, Rounding::Down) => -i64::from(self.digits < 0),
            (None, Rounding::Up) => i64::from(self.digits > 0),
            (None, Rounding::HalfAwayFromZero) => 0,
            (Some(power), Rounding::Down) => self.digits.div_euclid(power),
            (Some(power), Rounding::Up) => -(-self.digits).div_euclid(power),
            (Some(power), Rounding::HalfAwayFromZero) => {
                let (whole, rest) = (self.digits / power, self.digits % power);
                let away = rest.unsigned_abs() * 2 >= power.unsigned_abs();
                whole + if away { self.digits.signum() } else { 0 }
            }
        };
        Self::new(i128::from(whole), places.checked_neg()?)
    }
}

impl Ord for Short {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = self.digits.signum().cmp(&other.digits.signum());
        if signs != Ordering::Equal {
            return signs;
        }
        match self.aligned(*other) {
            Some((one, two, _)) => one.cmp(&two),
            // So far apart, the first digits decide.
            None if self.digits < 0 => other.magnitude().cmp(&self.magnitude()),
            None => self.magnitude().cmp(&other.magnitude()),
        }
    }
}

impl PartialOrd for Short {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
