//! Intervals against a judge that knows nothing of them: the same sums on small whole fractions, every
//! corner tried, infinity stood for by a million.
//!
//! Two claims are held, a hundred thousand times each. An interval is the tightest there is, its open and
//! closed ends right; and what true figures give lies in the interval that their written, rounded forms
//! give.

use std::cmp::Ordering;

use ipfacts::quantity::{Bound, Computed, Exact, Interval, parse_any};

/// The same cases every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> i128 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i128::from((self.0 >> 11) % sides)
    }

    fn size(&mut self, sides: u64) -> u32 {
        u32::try_from(self.below(sides)).expect("few sides")
    }
}

/// A fraction of machine integers, the lower one above nought.
#[derive(Debug, Clone, Copy)]
struct Small(i128, i128);

impl Small {
    fn new(above: i128, below: i128) -> Self {
        if below < 0 { Self(-above, -below) } else { Self(above, below) }
    }

    fn order(self, other: Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }

    fn exact(self) -> Exact {
        let machine = |number| i64::try_from(number).expect("small");
        Exact::from_fraction(machine(self.0), machine(self.1)).expect("a lower number above nought")
    }
}

/// Two ends; none stands for infinity.
#[derive(Debug, Clone, Copy)]
struct Ends {
    low: Option<Small>,
    low_closed: bool,
    high: Option<Small>,
    high_closed: bool,
}

const FAR: i128 = 1_000_000;

impl Ends {
    /// Ends between -12 and 12, in sixths at the finest, so that equal values often meet.
    fn roll(dice: &mut Dice) -> Self {
        loop {
            let end = |dice: &mut Dice| {
                let value = Small::new(dice.below(25) - 12, dice.below(6) + 1);
                (dice.below(8) > 0).then_some(value)
            };
            let ends = Self {
                low: end(dice),
                low_closed: dice.below(2) == 0,
                high: end(dice),
                high_closed: dice.below(2) == 0,
            };
            let order = match (ends.low, ends.high) {
                (Some(low), Some(high)) => low.order(high),
                _ => Ordering::Less,
            };
            if order == Ordering::Less || order == Ordering::Equal && ends.low_closed && ends.high_closed {
                return ends;
            }
        }
    }

    fn holds(self, value: Small) -> bool {
        let above = self.low.is_none_or(|low| match low.order(value) {
            Ordering::Less => true,
            Ordering::Equal => self.low_closed,
            Ordering::Greater => false,
        });
        let below = self.high.is_none_or(|high| match value.order(high) {
            Ordering::Less => true,
            Ordering::Equal => self.high_closed,
            Ordering::Greater => false,
        });
        above && below
    }

    /// The values at its ends, reached or not.
    fn limits(self) -> [Small; 2] {
        [self.low.unwrap_or(Small(-FAR, 1)), self.high.unwrap_or(Small(FAR, 1))]
    }

    /// Some values within: its ends where they are reached, nought, its middle, and others.
    fn members(self) -> Vec<Small> {
        let [low, high] = self.limits();
        let middle = Small(low.0 * high.1 + high.0 * low.1, 2 * low.1 * high.1);
        let some = [low, high, middle, Small(0, 1), Small(1, 7), Small(-1, 7), Small(5, 1), Small(-5, 1)];
        some.into_iter().filter(|&value| self.holds(value)).collect()
    }

    fn interval(self) -> Interval {
        let bound = |value: Option<Small>, closed| match value {
            None => Bound::Unbounded,
            Some(value) if closed => Bound::Closed(value.exact()),
            Some(value) => Bound::Open(value.exact()),
        };
        Interval::new(bound(self.low, self.low_closed), bound(self.high, self.high_closed))
            .expect("not empty")
    }
}

fn combine(operation: i128, x: Small, y: Small) -> Small {
    match operation {
        0 => Small(x.0 * y.1 + y.0 * x.1, x.1 * y.1),
        1 => Small(x.0 * y.1 - y.0 * x.1, x.1 * y.1),
        2 => Small(x.0 * y.0, x.1 * y.1),
        _ => Small::new(x.0 * y.1, x.1 * y.0),
    }
}

/// What a corner's value stands for: too large is infinite, too small is nought.
fn judged(value: Small) -> Option<Small> {
    let size = value.0.abs();
    if size > 10_000 * value.1 {
        None
    } else if size * 1000 < value.1 {
        Some(Small(0, 1))
    } else {
        Some(value)
    }
}

#[test]
fn sums_products_and_quotients_are_the_tightest_there_are() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for case in 0..100_000 {
        let (left, right) = (Ends::roll(&mut dice), Ends::roll(&mut dice));
        let operation = dice.below(4);
        if operation == 3 && right.holds(Small(0, 1)) {
            assert!(left.interval().div(&right.interval()).is_err(), "case {case}");
            continue;
        }
        let computed = match operation {
            0 => left.interval().add(&right.interval()),
            1 => left.interval().sub(&right.interval()),
            2 => left.interval().mul(&right.interval()),
            _ => left.interval().div(&right.interval()).unwrap(),
        };
        // An open end at nought of a divisor is come near to, never reached.
        let near = |value: Small, side: i128| if value.0 == 0 { Small(side, FAR) } else { value };
        let [low, high] = right.limits();
        let others = if operation == 3 { [near(low, 1), near(high, -1)] } else { [low, high] };
        let corners: Vec<Small> = left
            .limits()
            .into_iter()
            .flat_map(|x| others.into_iter().map(move |y| combine(operation, x, y)))
            .collect();
        let lowest = *corners.iter().min_by(|a, b| a.order(**b)).unwrap();
        let highest = *corners.iter().max_by(|a, b| a.order(**b)).unwrap();
        let values: Vec<Small> = left
            .members()
            .into_iter()
            .flat_map(|x| right.members().into_iter().map(move |y| combine(operation, x, y)))
            .collect();
        let expected = |corner: Small| match judged(corner) {
            None => Bound::Unbounded,
            Some(end) if values.iter().any(|value| value.order(end).is_eq()) => Bound::Closed(end.exact()),
            Some(end) => Bound::Open(end.exact()),
        };
        let context = || format!("case {case}: {left:?} {operation} {right:?} = {computed}");
        assert_eq!(computed.low(), &expected(lowest), "{}", context());
        assert_eq!(computed.high(), &expected(highest), "{}", context());
        for value in values.into_iter().step_by(7) {
            assert!(computed.contains(&value.exact()), "{} without {value:?}", context());
        }
    }
}

/// `true_value / 10^cut`, rounded half away from nought, as text with `places` decimals.
fn written(true_value: i128, cut: u32, places: u32) -> String {
    let unit = 10i128.pow(cut);
    let rounded = (true_value.abs() * 2 + unit) / (unit * 2);
    let digits = format!("{rounded:0width$}", width = places as usize + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places as usize);
    let sign = if true_value < 0 && rounded != 0 { "-" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

#[test]
fn what_true_figures_give_lies_within_what_their_written_forms_give() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    for case in 0..100_000 {
        // True amounts in millionths of a yuan, true percentages in millionths of a percent.
        let amount = dice.below(2_000_000_000_000) - 1_000_000_000_000;
        let percent = dice.below(200_000_000) + 1_000_000;
        let (amount_cut, percent_cut) = (dice.size(7), dice.size(6));
        let money = parse_any(&format!("{} yuan", written(amount, amount_cut, 6 - amount_cut))).unwrap();
        let share = parse_any(&format!("{} %", written(percent, percent_cut, 6 - percent_cut))).unwrap();
        let exact = |millionths: i128| Exact::from(i64::try_from(millionths).unwrap()) * Exact::pow10(-6);
        let (true_amount, true_percent) = (exact(amount), exact(percent));
        assert!(money.interval().contains(&true_amount), "case {case}: {money}");
        assert!(share.interval().contains(&true_percent), "case {case}: {share}");
        let (money, share) = (Computed::from(&money), Computed::from(&share));
        let hundredth = Exact::pow10(-2);
        let share_of_it = &true_percent * &hundredth;
        let (computed, truth) = match case % 3 {
            0 => (money.mul(&share), &true_amount * &share_of_it),
            1 => (money.div(&share), true_amount.checked_div(&share_of_it).unwrap()),
            _ => (money.before(&share), true_amount.checked_div(&(Exact::ONE + share_of_it)).unwrap()),
        };
        assert!(computed.unwrap().interval.contains(&truth), "case {case}");
    }
}
