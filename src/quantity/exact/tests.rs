//! Exact numbers of both kinds, by example and by chance.

use proptest::prelude::*;

use super::*;

fn decimal(text: &str) -> Exact {
    Exact::parse_decimal(text).unwrap()
}

#[test]
fn decimals_come_back_as_they_went_in() {
    for text in ["0", "22.58", "-0.07", "744127", "0.000001", "100", "-12.5"] {
        assert_eq!(decimal(text).to_text(), text);
    }
    assert_eq!(decimal("22.580").to_text(), "22.58");
    assert_eq!(decimal("+3").to_text(), "3");
    assert_eq!(decimal("-0").to_text(), "0");
}

#[test]
fn what_is_no_plain_decimal_is_refused() {
    for text in ["", "-", ".", ".5", "5.", "1e3", "1,000", " 1", "1 ", "--1", "1.2.3", "１", "one"] {
        assert_eq!(Exact::parse_decimal(text), None, "{text:?}");
    }
    assert_eq!(Exact::parse_decimal(&"9".repeat(61)), None);
    assert!(Exact::parse_decimal(&"9".repeat(60)).is_some());
}

#[test]
fn fractions_without_end_stay_fractions() {
    let third = Exact::from_fraction(-2, -6).unwrap();
    assert_eq!(third.to_text(), "1/3");
    assert_eq!(third.to_decimal_text(), None);
    assert_eq!(Exact::from_fraction(1, 0), None);
    assert_eq!(Exact::ONE.checked_div(&Exact::ZERO), None);
}

#[test]
fn rounding_names_its_direction() {
    let rounded = |text: &str, places, rounding| decimal(text).round_to_places(places, rounding).to_text();
    assert_eq!(rounded("2.5", 0, Rounding::HalfAwayFromZero), "3");
    assert_eq!(rounded("-2.5", 0, Rounding::HalfAwayFromZero), "-3");
    assert_eq!(rounded("-2.49", 0, Rounding::HalfAwayFromZero), "-2");
    assert_eq!(rounded("-2.5", 0, Rounding::Down), "-3");
    assert_eq!(rounded("-2.5", 0, Rounding::Up), "-2");
    assert_eq!(rounded("744127", -3, Rounding::HalfAwayFromZero), "744000");
    assert_eq!(decimal("0.0996").round_to_digits(2, Rounding::HalfAwayFromZero).to_text(), "0.1");
    assert_eq!(decimal("22.58").to_fixed_text(3), "22.580");
    assert_eq!(decimal("-0.004").to_fixed_text(2), "0.00");
    assert_eq!(decimal("-0.07").to_fixed_text(1), "-0.1");
}

#[test]
fn magnitude_is_exact_at_powers_of_ten() {
    assert_eq!(Exact::ZERO.magnitude(), None);
    for exponent in -40..40 {
        let power = Exact::pow10(exponent);
        assert_eq!(power.magnitude(), Some(exponent));
        assert_eq!((&power * &decimal("0.9999")).magnitude(), Some(exponent - 1));
        assert_eq!((-&power * Exact::from(3)).magnitude(), Some(exponent));
    }
    assert_eq!(Exact::from_fraction(1, 3).unwrap().magnitude(), Some(-1));
    assert_eq!(Exact::from_fraction(99, 100).unwrap().magnitude(), Some(-1));
}

#[test]
fn each_number_is_held_in_one_way() {
    let tiny = Exact::from_fraction(1, 1 << 25).unwrap();
    assert_eq!(tiny, decimal("0.0000000298023223876953125"));
    assert_eq!(Exact::pow10(40) * Exact::pow10(-40), Exact::ONE);
    assert_eq!(Exact::pow10(500) * Exact::pow10(-499), Exact::new(10));
    assert_eq!(Exact::from_fraction(1, 3).unwrap() * Exact::new(3), Exact::ONE);
    assert_eq!(Exact::pow10(30) + Exact::pow10(-30) - Exact::pow10(30), Exact::pow10(-30));
    assert_eq!(Exact::new(i64::MIN) + Exact::new(1), -Exact::new(i64::MAX));
}

/// A number of either kind, at the edges of what is short too.
fn any_exact() -> impl Strategy<Value = Exact> {
    let decimal =
        (any::<u128>(), 0..38u32, -30..30i32, any::<bool>()).prop_map(|(digits, cut, exponent, minus)| {
            let number = Exact::decimal(digits / 10u128.pow(cut), exponent);
            if minus { -number } else { number }
        });
    let fraction =
        (any::<i64>(), 1..i64::MAX).prop_map(|(top, bottom)| Exact::from_fraction(top, bottom).unwrap());
    prop_oneof![3 => decimal, 1 => fraction]
}

proptest! {
    #[test]
    fn short_numbers_reckon_as_fractions_do(one in any_exact(), two in any_exact(), places in -40..40i32) {
        let held = |fraction: RBig| Exact::of(fraction);
        let (a, b) = (one.fraction().into_owned(), two.fraction().into_owned());
        prop_assert_eq!(held(a.clone()), one.clone());
        prop_assert_eq!(&one + &two, held(&a + &b));
        prop_assert_eq!(&one - &two, held(&a - &b));
        prop_assert_eq!(&one * &two, held(&a * &b));
        prop_assert_eq!(one.cmp(&two), a.cmp(&b));
        if !two.is_zero() {
            prop_assert_eq!(one.checked_div(&two), Some(held(&a / &b)));
        }
        let unit = scaled(IBig::ONE, -places);
        for (rounding, whole) in [(Rounding::Down, (&a / &unit).floor()), (Rounding::Up, (&a / &unit).ceil())] {
            prop_assert_eq!(one.round_to_places(places, rounding), held(RBig::from(whole) * &unit));
        }
        prop_assert_eq!(one.is_integer(), a.is_int());
    }

    #[test]
    fn text_is_read_back(number in any_exact()) {
        if let Some(text) = number.to_decimal_text().filter(|text| text.len() < 60) {
            prop_assert_eq!(Exact::parse_decimal(&text), Some(number));
        }
    }

    #[test]
    fn rounding_down_and_up_enclose(numerator in any::<i64>(), denominator in 1..i64::MAX, places in -6..12i32) {
        let exact = Exact::from_fraction(numerator, denominator).unwrap();
        let down = exact.round_to_places(places, Rounding::Down);
        let up = exact.round_to_places(places, Rounding::Up);
        let near = exact.round_to_places(places, Rounding::HalfAwayFromZero);
        prop_assert!(down <= exact && exact <= up);
        prop_assert!(near == down || near == up);
        prop_assert!((&near - &exact).abs() <= Exact::pow10(-places).half());
    }

    #[test]
    fn a_root_lies_between_its_bounds(number in 1..i64::MAX, below in 1..1_000_000i64, n in 1..12u32, digits in 1..12u32) {
        let exact = Exact::from_fraction(number, below).unwrap();
        let (low, high) = exact.nth_root_bounds(n, digits).unwrap();
        prop_assert!(low.pow(n) <= exact && exact <= high.pow(n));
        let unit = Exact::pow10(high.magnitude().unwrap() - i32::try_from(digits).unwrap() + 1);
        prop_assert!(&high - &low <= unit);
    }

    #[test]
    fn order_is_that_of_cross_products(a in -1000..1000i64, b in 1..1000i64, c in -1000..1000i64, d in 1..1000i64) {
        let order = Exact::from_fraction(a, b).unwrap().cmp(&Exact::from_fraction(c, d).unwrap());
        prop_assert_eq!(order, (a * d).cmp(&(c * b)));
    }
}
