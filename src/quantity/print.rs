//! Figures as people read them, in English and Chinese.
//!
//! A figure is rounded here and nowhere else. What is printed reads back as a quantity of the same unit;
//! of rates only those of two currencies do.
//!
//! ```
//! use ipfacts::lang::Lang;
//! use ipfacts::quantity::print::{figure, phrase};
//! use ipfacts::quantity::{Computed, parse_any};
//!
//! let of = |text| Computed::from(&parse_any(text).unwrap());
//! let gdp = of("22.58 trillion yuan").div(&of("30.3 %")).unwrap();
//! assert_eq!(
//!     figure(&gdp.value, Some(&gdp.interval), &gdp.unit, gdp.digits, Lang::En, None),
//!     "74.5 trillion yuan (74.38 … 74.67)"
//! );
//! assert_eq!(figure(&gdp.value, None, &gdp.unit, gdp.digits, Lang::Zh, None), "74.5万亿元");
//! assert_eq!(phrase(&parse_any("超过98%").unwrap(), Lang::En), "more than 98 %");
//! assert_eq!(phrase(&parse_any("744,127亿元").unwrap(), Lang::En), "74.4127 trillion yuan");
//! ```

use super::{Computed, Exact, Interval, Qualifier, Quantity, Rounding, Scale, Unit, Written};
use crate::lang::Lang;

/// An exact number without end is cut to so many digits.
const ENDLESS: u32 = 12;

/// A value with so many significant digits and its unit: `3.399 trillion US dollars`, `3.399万亿美元`.
///
/// With an interval its ends follow in brackets, as [`bounds`] prints them. `digits` of
/// [`Computed::EXACT`] prints all digits. `scale` names the word of scale; without one it is the largest
/// that fits.
#[must_use]
pub fn figure(
    value: &Exact,
    interval: Option<&Interval>,
    unit: &Unit,
    digits: u32,
    lang: Lang,
    scale: Option<Scale>,
) -> String {
    let shape = Shape::of(value, unit, digits, lang, scale);
    let number = shape.number(value);
    let text = match (unit, lang) {
        (Unit::Rank, Lang::En) => format!("{number}{}", ordinal_suffix(&number)),
        (Unit::Rank, Lang::Zh) => format!("第{number}位"),
        _ => shape.with_unit(&number),
    };
    match (interval, lang) {
        (None, _) => text,
        (Some(interval), Lang::En) => format!("{text} ({})", shape.bounds(interval)),
        (Some(interval), Lang::Zh) => format!("{text}（{}）", shape.bounds(interval)),
    }
}

/// The ends of the interval around a value, rounded outwards at the scale of [`figure`] and one digit
/// finer: `3.3986 … 3.4003`. An end that is absent is left out: `98 …`.
#[must_use]
pub fn bounds(
    value: &Exact,
    interval: &Interval,
    unit: &Unit,
    digits: u32,
    lang: Lang,
    scale: Option<Scale>,
) -> String {
    Shape::of(value, unit, digits, lang, scale).bounds(interval)
}

impl Computed {
    /// The value at its digits, with its unit: `3.399 trillion US dollars`.
    #[must_use]
    pub fn figure(&self, lang: Lang, scale: Option<Scale>) -> String {
        // Where its digits would put it outside its own interval, one digit more keeps it in.
        let rounded = self.value.round_to_digits(self.digits.min(ENDLESS), Rounding::HalfAwayFromZero);
        let strays = self.interval.contains(&self.value) && !self.interval.contains(&rounded);
        // One digit tells too little where there is more: about 50 billion yuan are 7.5 billion dollars, not 8.
        let cut = self.digits == 1 && rounded != self.value;
        let digits = if strays || cut { self.digits.saturating_add(1) } else { self.digits };
        figure(&self.value, None, &self.unit, digits, lang, scale)
    }

    /// The ends of the interval, as [`bounds`] prints them; empty where the value is exact.
    #[must_use]
    pub fn bounds(&self, lang: Lang, scale: Option<Scale>) -> String {
        if self.interval.is_point() {
            return String::new();
        }
        bounds(&self.value, &self.interval, &self.unit, self.digits.max(2), lang, scale)
    }
}

/// A figure in the words of a language, with its qualifier and the digits as written.
#[must_use]
pub fn phrase(quantity: &Quantity, lang: Lang) -> String {
    let unit = quantity.unit();
    let rough = quantity.written().is_rough();
    let digits = |written: &Written| match unit {
        _ if rough => 2,
        // The noughts of a round number are not worth a place behind the point: 5万, not 5.0000万.
        Unit::Money(_) | Unit::Percent | Unit::PercentagePoint => written.significant_digits(),
        _ if written.places() == 0 => written.significant_digits() - written.zeros_at_end(),
        _ => written.significant_digits(),
    };
    let low = quantity.written();
    let text = match quantity.range_end() {
        None => figure(&low.value(), None, unit, digits(low), lang, None),
        Some(high) => {
            let shape = Shape::of(&high.value(), unit, digits(high), lang, None);
            let first = Shape { places: None, digits: digits(low), ..shape.clone() };
            let joint = if lang == Lang::En { " to " } else { "至" };
            shape.with_unit(&format!("{}{joint}{}", first.number(&low.value()), shape.number(&high.value())))
        }
    };
    let word = match quantity.qualifier() {
        Qualifier::None if rough => Qualifier::About.word(lang),
        qualifier => qualifier.word(lang),
    };
    match lang {
        Lang::En if !word.is_empty() => format!("{word} {text}"),
        _ => format!("{word}{text}"),
    }
}

/// How a figure is laid out: what it is divided by, how far it is rounded, what follows it.
#[derive(Debug, Clone)]
struct Shape {
    factor: Exact,
    digits: u32,
    /// Decimal places of the rounded figure, below nought for tens; none when all digits are shown.
    places: Option<i32>,
    /// The scale word and the unit.
    behind: String,
}

impl Shape {
    fn of(value: &Exact, unit: &Unit, digits: u32, lang: Lang, scale: Option<Scale>) -> Self {
        let rounded = match digits {
            Computed::EXACT => value.clone(),
            digits => value.round_to_digits(digits, Rounding::HalfAwayFromZero),
        };
        let (exponent, name) = multiple(unit, &rounded, lang);
        let in_unit = &rounded * &Exact::pow10(-exponent);
        let scale = scale.unwrap_or_else(|| match unit {
            Unit::Rank | Unit::Percent | Unit::PercentagePoint | Unit::Times | Unit::Rate(..) => Scale::One,
            // Nobody wants an exact count cut up: 1,234,567 villages.
            _ if lang == Lang::En && digits == Computed::EXACT && value.is_integer() => Scale::One,
            _ => Scale::fitting(&in_unit, lang),
        });
        let factor = Exact::pow10(exponent + scale.exponent());
        let shown = &rounded * &Exact::pow10(-exponent - scale.exponent());
        let places = (digits != Computed::EXACT).then(|| {
            if shown.is_zero() {
                return 0;
            }
            let digits = i32::try_from(digits.max(1)).unwrap_or(i32::MAX);
            digits.saturating_sub(1).saturating_sub(shown.magnitude().unwrap_or(0))
        });
        let one = scale == Scale::One && shown == Exact::ONE;
        let name = name.unwrap_or_else(|| unit.name(lang, !one));
        let behind = match lang {
            Lang::En => match (unit, scale.word(lang)) {
                (Unit::Percent, "") => " %".to_owned(),
                (_, "") if name.is_empty() => String::new(),
                (_, "") => format!(" {name}"),
                (_, word) if name.is_empty() => format!(" {word}"),
                (_, word) => format!(" {word} {name}"),
            },
            Lang::Zh => {
                let gap = if name.starts_with(|first: char| first.is_ascii_alphabetic()) { " " } else { "" };
                format!("{}{gap}{name}", scale.word(lang))
            }
        };
        Self { factor, digits, places, behind }
    }

    fn with_unit(&self, number: &str) -> String {
        format!("{number}{}", self.behind)
    }

    fn scaled(&self, value: &Exact) -> Exact {
        value.checked_div(&self.factor).expect("a power of ten is not nought")
    }

    fn number(&self, value: &Exact) -> String {
        let value = self.scaled(value);
        let places = match self.places {
            Some(places) => places,
            None if self.digits != Computed::EXACT => {
                let digits = i32::try_from(self.digits).unwrap_or(i32::MAX);
                let rounded = value.round_to_digits(self.digits, Rounding::HalfAwayFromZero);
                digits.saturating_sub(1).saturating_sub(rounded.magnitude().unwrap_or(0))
            }
            None => return grouped(&in_full(&value, Rounding::HalfAwayFromZero)),
        };
        let rounded = value.round_to_places(places, Rounding::HalfAwayFromZero);
        grouped(&rounded.to_fixed_text(u32::try_from(places).unwrap_or(0)))
    }

    fn bounds(&self, interval: &Interval) -> String {
        let end = |value: &Exact, rounding| {
            let value = self.scaled(value);
            match self.places.map(|places| places.saturating_add(1)) {
                None => grouped(&in_full(&value, rounding)),
                // An end that is a round number needs no noughts: 98 … 100, not 98.0 … 100.0.
                Some(places) if places >= 1 && value.is_integer() => grouped(&value.to_text()),
                Some(places) => {
                    let rounded = value.round_to_places(places, rounding);
                    grouped(&rounded.to_fixed_text(u32::try_from(places).unwrap_or(0)))
                }
            }
        };
        let low = interval.low().value().map(|value| end(value, Rounding::Down));
        let high = interval.high().value().map(|value| end(value, Rounding::Up));
        match (low, high) {
            (Some(low), Some(_)) if interval.is_point() && self.places.is_none() => low,
            (Some(low), Some(high)) => format!("{low} … {high}"),
            (Some(low), None) => format!("{low} …"),
            (None, Some(high)) => format!("… {high}"),
            (None, None) => "…".to_owned(),
        }
    }
}

/// All digits of a number; of one whose digits do not end, the first twelve.
fn in_full(value: &Exact, rounding: Rounding) -> String {
    value.to_decimal_text().unwrap_or_else(|| value.round_to_digits(ENDLESS, rounding).to_text())
}

/// The multiple of a unit in which a value is shown: its power of ten and its name, when it has another
/// than the unit itself.
fn multiple(unit: &Unit, value: &Exact, lang: Lang) -> (i32, Option<String>) {
    let steps: &[(i32, &str, &str)] = match unit {
        Unit::BitPerSecond => {
            &[(12, "Tbps", "Tbps"), (9, "Gbps", "Gbps"), (6, "Mbps", "Mbps"), (3, "kbps", "kbps")]
        }
        Unit::Byte => &[
            (18, "EB", "EB"),
            (15, "PB", "PB"),
            (12, "TB", "TB"),
            (9, "GB", "GB"),
            (6, "MB", "MB"),
            (3, "kB", "kB"),
        ],
        Unit::Watt => &[(9, "GW", "GW"), (6, "MW", "MW"), (3, "kW", "kW")],
        Unit::WattHour => &[(12, "TWh", "TWh"), (9, "GWh", "GWh"), (6, "MWh", "MWh"), (3, "kWh", "kWh")],
        Unit::Hertz => &[(9, "GHz", "GHz"), (6, "MHz", "MHz"), (3, "kHz", "kHz")],
        Unit::Metre => &[(3, "kilometres", "公里")],
        Unit::SquareMetre => &[(6, "square kilometres", "平方公里")],
        Unit::Kilogram => &[(3, "tonnes", "吨")],
        _ => &[],
    };
    let magnitude = value.magnitude().unwrap_or(0);
    match steps.iter().find(|(exponent, ..)| *exponent <= magnitude) {
        Some((exponent, en, zh)) => (*exponent, Some((if lang == Lang::En { *en } else { *zh }).to_owned())),
        None => (0, None),
    }
}

/// Commas between groups of three digits before the point.
fn grouped(number: &str) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, places) =
        digits.split_once('.').map_or((digits, None), |(whole, places)| (whole, Some(places)));
    let mut text = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(places) = places {
        text.push('.');
        text.push_str(places);
    }
    text
}

fn ordinal_suffix(number: &str) -> &'static str {
    let tail = |length: usize| number.get(number.len().saturating_sub(length)..).unwrap_or(number);
    match (tail(1), tail(2)) {
        (_, "11" | "12" | "13") => "th",
        ("1", _) => "st",
        ("2", _) => "nd",
        ("3", _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::parse_any;

    #[test]
    fn a_phrase_in_both_languages() {
        for (text, en, zh) in [
            ("22.580 trillion yuan", "22.580 trillion yuan", "22.580万亿元"),
            ("744,127亿元", "74.4127 trillion yuan", "74.4127万亿元"),
            ("about 3.4 trillion US dollars", "about 3.4 trillion US dollars", "约3.4万亿美元"),
            ("16.8 billion yuan", "16.8 billion yuan", "168亿元"),
            ("more than 98 %", "more than 98 %", "超过98%"),
            ("at least 15 topics", "at least 15 topics", "至少15 topics"),
            ("2nd", "2nd", "第2位"),
            ("11th", "11th", "第11位"),
            ("21st", "21st", "第21位"),
            ("50 Mbps", "50 Mbps", "50 Mbps"),
            ("2.1亿户", "210 million 户", "2.1亿户"),
            ("12.29万个", "122,900 个", "12.29万个"),
            ("50,000 villages", "50,000 villages", "5万 villages"),
            ("2.8个百分点", "2.8 percentage points", "2.8个百分点"),
            ("1.5倍", "1.5 times", "1.5倍"),
            ("一万亿元", "1 trillion yuan", "1万亿元"),
            ("1 dollar", "1 US dollar", "1美元"),
            ("-0.07 %", "-0.07 %", "-0.07%"),
            ("almost a third", "nearly 33 %", "近33%"),
            ("a third", "about 33 %", "约33%"),
            ("1.5 to 2 billion yuan", "1.5 to 2 billion yuan", "15至20亿元"),
            ("15%-20%", "15 to 20 %", "15至20%"),
            ("960万平方公里", "9.6 million square kilometres", "960万平方公里"),
        ] {
            let quantity = parse_any(text).unwrap();
            assert_eq!(phrase(&quantity, Lang::En), en, "{text}");
            assert_eq!(phrase(&quantity, Lang::Zh), zh, "{text}");
        }
    }

    #[test]
    fn bounds_are_rounded_outwards() {
        let decimal = |text| Exact::parse_decimal(text).unwrap();
        let interval = Interval::new(
            crate::quantity::Bound::Closed(decimal("3398611")),
            crate::quantity::Bound::Open(decimal("3400299")),
        )
        .unwrap();
        let unit = parse_any("1 dollar").unwrap().unit().clone();
        let shown = |scale| bounds(&decimal("3399424"), &interval, &unit, 4, Lang::En, scale);
        assert_eq!(shown(None), "3.3986 … 3.4003");
        assert_eq!(shown(Some(Scale::One)), "3,398,600 … 3,400,300");
        assert_eq!(shown(Some(Scale::Thousand)), "3,398.6 … 3,400.3");
        let over = parse_any("over 30 %").unwrap();
        assert_eq!(
            figure(over.value(), Some(over.interval()), over.unit(), 2, Lang::En, None),
            "30 % (30 …)"
        );
    }

    #[test]
    fn rounding_that_carries_keeps_its_digits() {
        let unit = parse_any("1 yuan").unwrap().unit().clone();
        let shown = |text| figure(&Exact::parse_decimal(text).unwrap(), None, &unit, 3, Lang::En, None);
        assert_eq!(shown("999960000000"), "1.00 trillion yuan");
        assert_eq!(shown("9996000000"), "10.0 billion yuan");
        assert_eq!(shown("12345"), "12,300 yuan");
        assert_eq!(shown("0"), "0 yuan");
        assert_eq!(shown("-0.0012345"), "-0.00123 yuan");
    }

    #[test]
    fn exact_numbers_are_shown_in_full() {
        let shown = |value: &Exact, lang| figure(value, None, &Unit::Number, Computed::EXACT, lang, None);
        assert_eq!(shown(&Exact::new(1_234_567), Lang::En), "1,234,567");
        assert_eq!(shown(&Exact::new(1_234_567), Lang::Zh), "123.4567万");
        assert_eq!(shown(&Exact::from_fraction(1, 3).unwrap(), Lang::En), "0.333333333333");
    }
}
