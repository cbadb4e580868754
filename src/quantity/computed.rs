//! Arithmetic with units: exact values, the intervals that their inputs' rounding leaves them, and the
//! unit that comes out.
//!
//! | | |
//! |---|---|
//! | amount × percentage, amount ÷ percentage | an amount |
//! | amount ÷ amount of one unit | a number |
//! | amount ÷ amount of another unit | a [rate](Unit::Rate) |
//! | amount ÷ rate, amount × rate | an amount of the rate's other unit |
//! | percentage − percentage | percentage points |
//! | percentage ± percentage points | a percentage |
//! | percentage × percentage | a percentage (of a percentage) |
//! | yuan + percentage, yuan + dollars, anything with a rank | an error that names both |
//!
//! ```
//! use ipfacts::quantity::{Computed, Exact, Rounding, parse_any};
//!
//! let of = |text| Computed::from(&parse_any(text).unwrap());
//! let gdp = of("22.58 trillion yuan").div(&of("30.3 %")).unwrap();
//! assert_eq!(gdp.value.round_to_digits(gdp.digits, Rounding::HalfAwayFromZero).to_text(), "74500000000000");
//! let low = gdp.interval.low().value().unwrap();
//! let high = gdp.interval.high().value().unwrap();
//! assert_eq!(low.round_to_digits(6, Rounding::Down).to_text(), "74382200000000");
//! assert_eq!(high.round_to_digits(6, Rounding::Up).to_text(), "74661200000000");
//!
//! let error = of("5 yuan").add(&of("5 %")).unwrap_err();
//! assert_eq!(error.to_string(), "cannot add `yuan` and `percent`");
//! ```

use std::fmt;

use super::{Bound, Exact, Interval, Quantity, Unit};

/// A figure that was computed, or an input to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// What the inputs' values give, in the base unit. Where an input is a bound (`more than 98 %`) the
    /// value is that bound's, and lies at the edge of the interval or outside.
    pub value: Exact,
    /// Every value that the inputs' intervals can give.
    pub interval: Interval,
    /// The base unit.
    pub unit: Unit,
    /// How many significant digits the least precise input leaves; [`Computed::EXACT`] when all are exact.
    pub digits: u32,
}

/// Why two figures cannot be computed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArithmeticError {
    /// Their units do not go together.
    Units {
        /// What was to be done.
        operation: Operation,
        /// The first unit.
        left: Unit,
        /// The second unit.
        right: Unit,
    },
    /// A divisor's interval holds nought.
    DivisorMayBeZero,
    /// A rate of growth over years of figures that are not above nought, or over no years.
    NoGrowthRate,
}

/// What was to be done with two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// A sum.
    Add,
    /// A difference.
    Subtract,
    /// A product.
    Multiply,
    /// A quotient.
    Divide,
}

impl fmt::Display for ArithmeticError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Units { operation, left, right } => match operation {
                Operation::Add => write!(out, "cannot add `{left}` and `{right}`"),
                Operation::Subtract => write!(out, "cannot subtract `{right}` from `{left}`"),
                Operation::Multiply => write!(out, "cannot multiply `{left}` by `{right}`"),
                Operation::Divide => write!(out, "cannot divide `{left}` by `{right}`"),
            },
            Self::DivisorMayBeZero => out.write_str("the divisor may be zero"),
            Self::NoGrowthRate => {
                out.write_str("a yearly growth needs figures above zero and a year at least")
            }
        }
    }
}

impl std::error::Error for ArithmeticError {}

type Result = std::result::Result<Computed, ArithmeticError>;

impl Computed {
    /// The digits of a figure that no rounding limits.
    pub const EXACT: u32 = u32::MAX;

    /// An exact number in a unit.
    #[must_use]
    pub fn exact(value: Exact, unit: Unit) -> Self {
        Self { interval: Interval::point(value.clone()), value, unit, digits: Self::EXACT }
    }

    fn refuse(&self, operation: Operation, other: &Self) -> ArithmeticError {
        ArithmeticError::Units { operation, left: self.unit.clone(), right: other.unit.clone() }
    }

    /// The sum. Its digits end where those of the input that ends first do.
    ///
    /// # Errors
    ///
    /// When the units differ (a percentage and percentage points do not), or are ranks or rates.
    pub fn add(&self, other: &Self) -> Result {
        use Unit::{Count, Number, Percent, PercentagePoint as Point};
        let unit = match (&self.unit, &other.unit) {
            (Percent, Point) | (Point, Percent) => Percent,
            (Count(_), Number) => self.unit.clone(),
            (Number, Count(_)) => other.unit.clone(),
            (one, two) if one == two && *one != Unit::Rank => one.clone(),
            _ => return Err(self.refuse(Operation::Add, other)),
        };
        Ok(self.summed(&other.value, self.interval.add(&other.interval), unit, other))
    }

    /// The difference. Its digits end where those of the input that ends first do.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn sub(&self, other: &Self) -> Result {
        use Unit::{Count, Number, Percent, PercentagePoint as Point};
        let unit = match (&self.unit, &other.unit) {
            (Percent, Percent) => Point,
            (Percent, Point) => Percent,
            (Count(_), Number) => self.unit.clone(),
            (Number, Count(_)) => other.unit.clone(),
            (one, two) if one == two && *one != Unit::Rank => one.clone(),
            _ => return Err(self.refuse(Operation::Subtract, other)),
        };
        Ok(self.summed(&-&other.value, self.interval.sub(&other.interval), unit, other))
    }

    fn summed(&self, other_value: &Exact, interval: Interval, unit: Unit, other: &Self) -> Self {
        let value = &self.value + other_value;
        let digits = match (self.last_place(), other.last_place()) {
            (None, None) => Self::EXACT,
            (one, two) => {
                let place = one.into_iter().chain(two).max().expect("one of them ends");
                digits_to(&value, place)
            }
        };
        Self { value, interval, unit, digits }
    }

    /// The power of ten at which its digits end; none when they do not.
    fn last_place(&self) -> Option<i64> {
        if self.digits == Self::EXACT {
            return None;
        }
        Some(i64::from(self.value.magnitude().unwrap_or(0)) - i64::from(self.digits) + 1)
    }

    /// The product.
    ///
    /// # Errors
    ///
    /// When neither is a number, a percentage, a multiple or a rate to the other's unit.
    pub fn mul(&self, other: &Self) -> Result {
        use Unit::{Number, Percent, PercentagePoint as Point, Rank, Rate, Times};
        let hundredth = Exact::pow10(-2);
        let (unit, factor) = match (&self.unit, &other.unit) {
            (Rank, _) | (_, Rank) | (Percent, Point) | (Point, Percent) => {
                return Err(self.refuse(Operation::Multiply, other));
            }
            (unit, Percent) | (Percent, unit) => (unit.clone(), hundredth),
            (unit, Number) | (Number, unit) | (unit, Times) | (Times, unit) => (unit.clone(), Exact::ONE),
            (Rate(of, to), Rate(from, under)) if to == from => (rate(of, under), Exact::ONE),
            (Rate(over, of), Rate(to, from)) if over == from => (rate(to, of), Exact::ONE),
            (Rate(of, to), unit) | (unit, Rate(of, to)) if **to == *unit => ((**of).clone(), Exact::ONE),
            _ => return Err(self.refuse(Operation::Multiply, other)),
        };
        Ok(Self {
            value: &self.value * &other.value * &factor,
            interval: self.interval.mul(&other.interval).mul(&Interval::point(factor)),
            unit,
            digits: self.digits.min(other.digits),
        })
    }

    /// The quotient.
    ///
    /// # Errors
    ///
    /// When the units have no quotient, or the divisor may be zero.
    pub fn div(&self, other: &Self) -> Result {
        use Unit::{Number, Percent, PercentagePoint as Point, Rank, Rate, Times};
        let (unit, factor) = match (&self.unit, &other.unit) {
            (Rank, _) | (_, Rank) => return Err(self.refuse(Operation::Divide, other)),
            (one, two) if one == two => (Number, Exact::ONE),
            (unit, Number | Times) => (unit.clone(), Exact::ONE),
            (Point, Percent) | (Percent, Point) => return Err(self.refuse(Operation::Divide, other)),
            (unit, Percent) => (unit.clone(), Exact::from(100)),
            (unit, Rate(of, to)) if *unit == **of => ((**to).clone(), Exact::ONE),
            (Percent | Point | Rate(..) | Times, _) | (_, Point | Rate(..)) => {
                return Err(self.refuse(Operation::Divide, other));
            }
            (one, two) => (rate(one, two), Exact::ONE),
        };
        let value = self.value.checked_div(&other.value).ok_or(ArithmeticError::DivisorMayBeZero)? * &factor;
        let interval = self.interval.div(&other.interval).map_err(|_| ArithmeticError::DivisorMayBeZero)?;
        Ok(Self {
            value,
            interval: interval.mul(&Interval::point(factor)),
            unit,
            digits: self.digits.min(other.digits),
        })
    }

    /// The same number as a percentage: 0.303 is 30.3 %.
    ///
    /// # Errors
    ///
    /// When it is not a number without a unit, a multiple or a percentage.
    pub fn to_percent(&self) -> Result {
        let hundred = Self::exact(Exact::from(100), Unit::Number);
        match self.unit {
            Unit::Percent => Ok(self.clone()),
            Unit::Number | Unit::Times => {
                let product = self.mul(&hundred)?;
                Ok(Self { unit: Unit::Percent, ..product })
            }
            _ => Err(self.refuse(Operation::Divide, &hundred)),
        }
    }

    /// One and a percentage: 18.9 % growth multiplies by 1.189.
    fn growth_factor(&self) -> Result {
        let one = Self::exact(Exact::ONE, Unit::Number);
        if self.unit != Unit::Percent {
            return Err(one.refuse(Operation::Add, self));
        }
        one.add(&Self { unit: Unit::Number, ..one.mul(self)? })
    }

    /// Which percentage of `whole` it is.
    ///
    /// # Errors
    ///
    /// When the units differ or the whole may be nought.
    pub fn share_of(&self, whole: &Self) -> Result {
        if self.unit != whole.unit {
            return Err(self.refuse(Operation::Divide, whole));
        }
        self.div(whole)?.to_percent()
    }

    /// By which percentage it has grown from `old`.
    ///
    /// ```
    /// use ipfacts::quantity::{Computed, Rounding, parse_any};
    ///
    /// let of = |text| Computed::from(&parse_any(text).unwrap());
    /// let revision = of("743,585亿元").growth_from(&of("744,127亿元")).unwrap();
    /// assert_eq!(revision.value.round_to_digits(revision.digits, Rounding::HalfAwayFromZero).to_text(), "-0.0728");
    /// ```
    ///
    /// # Errors
    ///
    /// When the units differ or the old figure may be nought.
    pub fn growth_from(&self, old: &Self) -> Result {
        if self.unit != old.unit {
            return Err(self.refuse(Operation::Divide, old));
        }
        let ratio = self.div(old)?;
        ratio.sub(&Self::exact(Exact::ONE, Unit::Number))?.to_percent()
    }

    /// What it was before it grew by a percentage.
    ///
    /// # Errors
    ///
    /// When `growth` is no percentage or may be -100 %.
    pub fn before(&self, growth: &Self) -> Result {
        self.div(&growth.growth_factor()?)
    }

    /// What it is after it has grown by a percentage.
    ///
    /// # Errors
    ///
    /// When `growth` is no percentage.
    pub fn after(&self, growth: &Self) -> Result {
        self.mul(&growth.growth_factor()?)
    }

    /// By which percentage a year it has grown from `old` in so many years, compounded.
    ///
    /// Roots do not end: the value is cut to 20 digits, and the interval is rounded outwards there.
    ///
    /// # Errors
    ///
    /// When the units differ, a figure may be nought or less, or there is no year between.
    pub fn yearly_growth_from(&self, old: &Self, years: u32) -> Result {
        const DIGITS: u32 = 20;
        /// No series is longer; roots beyond only take time.
        const MOST_YEARS: u32 = 1000;
        if self.unit != old.unit {
            return Err(self.refuse(Operation::Divide, old));
        }
        let ratio = self.div(old)?;
        let wrong = || ArithmeticError::NoGrowthRate;
        let positive = ratio.interval.low().value().is_some_and(|low| !low.is_negative());
        if !(1..=MOST_YEARS).contains(&years)
            || !positive
            || ratio.value.is_negative()
            || ratio.value.is_zero()
        {
            return Err(wrong());
        }
        let root = |value: &Exact| value.nth_root_bounds(years, DIGITS);
        let outward = |bound: &Bound, up: bool| {
            let Some(value) = bound.value() else { return Some(Bound::Unbounded) };
            let (low, high) = root(value)?;
            let exact = low == high;
            let value = if up { high } else { low };
            Some(if bound.is_closed() || !exact { Bound::Closed(value) } else { Bound::Open(value) })
        };
        let low = outward(ratio.interval.low(), false).ok_or_else(wrong)?;
        let high = outward(ratio.interval.high(), true).ok_or_else(wrong)?;
        let factor = Self {
            value: root(&ratio.value).ok_or_else(wrong)?.0,
            interval: Interval::new(low, high).ok_or_else(wrong)?,
            ..ratio
        };
        factor.sub(&Self::exact(Exact::ONE, Unit::Number))?.to_percent()
    }
}

fn rate(of: &Unit, to: &Unit) -> Unit {
    if of == to { Unit::Number } else { Unit::Rate(Box::new(of.clone()), Box::new(to.clone())) }
}

/// How many significant digits of `value` stand down to a power of ten; one at least.
fn digits_to(value: &Exact, place: i64) -> u32 {
    let digits = i64::from(value.magnitude().unwrap_or(0)) - place + 1;
    u32::try_from(digits.max(1)).unwrap_or(Computed::EXACT - 1)
}

/// A figure as an input: with its interval, and as many digits as were measured.
impl From<&Quantity> for Computed {
    fn from(quantity: &Quantity) -> Self {
        Self {
            value: quantity.value().clone(),
            interval: quantity.interval().clone(),
            unit: quantity.unit().clone(),
            digits: quantity.measured_digits().unwrap_or(Self::EXACT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Rounding, parse_any};

    fn of(text: &str) -> Computed {
        Computed::from(&parse_any(text).unwrap())
    }

    /// Value at its digits, code of the unit.
    fn shown(result: &Result) -> String {
        match result {
            Err(error) => error.to_string(),
            Ok(computed) if computed.digits == Computed::EXACT => {
                format!("{} {} exactly", computed.value, computed.unit.code())
            }
            Ok(computed) => {
                let value = computed.value.round_to_digits(computed.digits, Rounding::HalfAwayFromZero);
                format!("{value} {} to {}", computed.unit.code(), computed.digits)
            }
        }
    }

    #[test]
    fn units_come_out() {
        for (result, expected) in [
            (of("22.58 trillion yuan").div(&of("30.3 %")), "74500000000000 CNY to 3"),
            (of("30.3 %").mul(&of("74.41 trillion yuan")), "22500000000000 CNY to 3"),
            (of("22.58 trillion yuan").div(&of("74.4127 trillion yuan")), "0.3034 number to 4"),
            (of("22.58 trillion yuan").share_of(&of("74.4127 trillion yuan")), "30.34 percent to 4"),
            (of("22.58 trillion yuan").div(&of("3.399 trillion dollars")), "6.643 CNY/USD to 4"),
            (of("30.3 %").sub(&of("27.5 %")), "2.8 percentage-point to 2"),
            (of("27.5 %").add(&of("2.8 percentage points")), "30.3 percent to 3"),
            (of("50 %").mul(&of("50 %")), "25 percent to 2"),
            (of("744,127亿元").sub(&of("743,585亿元")), "54200000000 CNY to 3"),
            (of("676,708亿元").add(&of("8,798亿元")), "68550600000000 CNY to 6"),
            (of("15 topics").add(&of("3 topics")), "18 count exactly"),
            (of("1").div(&of("50 %")), "2 number to 2"),
            (of("22.58 trillion yuan").before(&of("18.9 %")), "18990000000000 CNY to 4"),
            (of("500 yuan").div(&of("20 villages")), "25 CNY/count to 3"),
            (of("16.8 billion yuan").after(&of("39 %")), "23400000000 CNY to 3"),
        ] {
            assert_eq!(shown(&result), expected);
        }
    }

    #[test]
    fn a_rate_turns_one_unit_into_the_other() {
        let rate = of("6.6423 yuan").div(&Computed::exact(Exact::ONE, of("1 dollar").unit)).unwrap();
        assert_eq!(rate.unit.code(), "CNY/USD");
        assert_eq!(shown(&of("22.58 trillion yuan").div(&rate)), "3399000000000 USD to 4");
        assert_eq!(shown(&of("3.399 trillion dollars").mul(&rate)), "22580000000000 CNY to 4");
        let back = Computed::exact(Exact::ONE, of("1 dollar").unit).div(&of("6.6423 yuan")).unwrap();
        assert_eq!(shown(&rate.mul(&back)), "1 number to 5");
    }

    #[test]
    fn units_that_do_not_go_together_are_named() {
        for (result, expected) in [
            (of("5 yuan").add(&of("5 %")), "cannot add `yuan` and `percent`"),
            (of("5 yuan").sub(&of("5 dollars")), "cannot subtract `US dollars` from `yuan`"),
            (of("5 yuan").mul(&of("5 yuan")), "cannot multiply `yuan` by `yuan`"),
            (of("5 %").div(&of("5 yuan")), "cannot divide `percent` by `yuan`"),
            (of("2nd").add(&of("1st")), "cannot add `ranks` and `ranks`"),
            (of("5 topics").add(&of("5 villages")), "cannot add `topics` and `villages`"),
            (of("5 yuan").div(&of("0 %")), "the divisor may be zero"),
            (of("5 yuan").div(&of("0.4")), "12.5 CNY to 1"),
            (of("5 yuan").growth_from(&of("5 dollars")), "cannot divide `yuan` by `US dollars`"),
            (of("5 yuan").before(&of("5 yuan")), "cannot add `number` and `yuan`"),
            (
                of("-5 yuan").yearly_growth_from(&of("5 yuan"), 3),
                "a yearly growth needs figures above zero and a year at least",
            ),
        ] {
            if expected.starts_with("12.5") {
                assert_eq!(result.unwrap().value.to_text(), "12.5");
            } else {
                assert_eq!(shown(&result), expected);
            }
        }
    }

    #[test]
    fn the_intervals_of_the_documentation() {
        let gdp = of("22.58 trillion yuan").div(&of("30.3 %")).unwrap();
        let exact = |above: i64, below: i64| Exact::from_fraction(above, below).unwrap() * Exact::pow10(12);
        assert_eq!(
            gdp.interval.low(),
            &Bound::Open(
                exact(22575, 1000)
                    * exact(100, 1)
                    * Exact::pow10(-12)
                    * Exact::from_fraction(100, 3035).unwrap()
            )
        );
        assert_eq!(gdp.interval.high(), &Bound::Open(exact(22585 * 100, 30250)));
        let growth = of("50.2 trillion yuan").yearly_growth_from(&of("11 trillion yuan"), 10).unwrap();
        assert_eq!(growth.value.round_to_places(1, Rounding::HalfAwayFromZero).to_text(), "16.4");
        assert!(growth.interval.contains(&growth.value));
    }
}
