//! Numbers in English words, and the words of scale behind digits: `twenty-two point five eight trillion`,
//! `half a million`, `two and a half billion`, `27 trillion and 200 billion`.

use super::{Manner, Numeral, digits, is_digit, scale};
use crate::quantity::words::{Case, end_of, ends_word, gap};

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENTHS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

/// The number in words at byte `at`.
pub(super) fn read(text: &str, at: usize, manner: Manner) -> Option<Numeral> {
    if let Some(half) = half_a(text, at) {
        return Some(half);
    }
    if let Some((_, end)) = word(text, at, &["a"]) {
        // `a million`, `a dozen`, but a bare `a` is no number.
        if let Some(dozen) = dozens(text, Numeral::whole(1, end)) {
            return Some(dozen);
        }
        let (exponent, end) = scale(text, end)?;
        return Some(continued(text, Numeral::whole(1, at).scaled_by(exponent, end), manner, true));
    }
    let (digits, end) = small(text, at)?;
    let mut number = Numeral::whole(digits, end);
    if let Some(longer) = and_a_part(text, number).or_else(|| point(text, number)) {
        number = longer;
    }
    Some(scaled_and_continued(text, number, manner, true))
}

/// The number in digits `number` with the scale words behind it.
pub(super) fn behind(text: &str, number: Numeral, manner: Manner) -> Numeral {
    scaled_and_continued(text, number, manner, false)
}

fn scaled_and_continued(text: &str, number: Numeral, manner: Manner, in_words: bool) -> Numeral {
    if let Some(dozens) = dozens(text, number) {
        return dozens;
    }
    let number = odd(text, number).unwrap_or(number);
    match scale(text, number.end) {
        Some((exponent, end)) => continued(text, number.scaled_by(exponent, end), manner, in_words),
        None => number,
    }
}

/// The smaller parts behind a scaled number, as long as they go on. Behind digits a word without a scale is no part:
/// `75 billion two years later`.
fn continued(text: &str, number: Numeral, manner: Manner, in_words: bool) -> Numeral {
    let mut whole = number;
    while manner.joins && whole.places == 0 {
        let Some(part) = part(text, whole.end).filter(|part| in_words || part.scaled) else { break };
        let Some(longer) = whole.joined(part) else { break };
        whole = longer;
        if !part.scaled {
            break;
        }
    }
    whole
}

/// A part that may follow: `and 200 billion`, `two hundred thousand`, `five`, `and five`.
fn part(text: &str, at: usize) -> Option<Numeral> {
    let mut begin = gap(text, at);
    if begin == at {
        return None;
    }
    let and = word(text, begin, &["and"]).map(|(_, end)| gap(text, end));
    begin = and.unwrap_or(begin);
    if text[begin..].chars().next().is_some_and(is_digit) {
        // Digits without a scale are another figure: `27 trillion and 200 villages`.
        let part = digits::read(text, begin).ok()?;
        let (exponent, end) = scale(text, part.end)?;
        return Some(part.scaled_by(exponent, end));
    }
    let (digits, end) = small(text, begin)?;
    let part = Numeral::whole(digits, end);
    match scale(text, end) {
        Some((exponent, end)) => Some(part.scaled_by(exponent, end)),
        None if and.is_some() && digits >= 100 => None,
        None => Some(part),
    }
}

/// A number below a thousand in words (`twelve hundred` too).
pub(in crate::quantity) fn small(text: &str, at: usize) -> Option<(u128, usize)> {
    let hundred = |at| word(text, gap(text, at), &["hundred"]).map(|(_, end)| end);
    let (number, end) = match word(text, at, &["a"]) {
        Some((_, end)) => {
            hundred(end)?;
            (1, end)
        }
        None => below_hundred(text, at)?,
    };
    let Some(end) = hundred(end) else { return Some((number, end)) };
    let number = number * 100;
    let next = gap(text, end);
    let next = word(text, next, &["and"]).map_or(next, |(_, end)| gap(text, end));
    match below_hundred(text, next) {
        Some((rest, end)) => Some((number + rest, end)),
        None => Some((number, end)),
    }
}

fn below_hundred(text: &str, at: usize) -> Option<(u128, usize)> {
    if let Some((unit, end)) = word(text, at, &UNITS) {
        return Some((unit, end));
    }
    let (ten, end) = word(text, at, &TENS)?;
    let ten = (ten + 2) * 10;
    match word(text, hyphen_or_gap(text, end), &UNITS) {
        Some((unit @ 1..=9, end)) => Some((ten + unit, end)),
        _ => Some((ten, end)),
    }
}

/// `first`, `twenty-first`, `thirtieth`: the number and its end.
pub(in crate::quantity) fn ordinal(text: &str, at: usize) -> Option<(u128, usize)> {
    if let Some((ordinal @ 1.., end)) = word(text, at, &ORDINALS) {
        return Some((ordinal, end));
    }
    if let Some((ten, end)) = word(text, at, &TENTHS) {
        return Some(((ten + 2) * 10, end));
    }
    if let Some((ten, end)) = word(text, at, &TENS)
        && let Some((ordinal @ 1.., end)) = word(text, hyphen_or_gap(text, end), &ORDINALS[..10])
    {
        return Some(((ten + 2) * 10 + ordinal, end));
    }
    // `two hundredth`, `one hundred and twenty-fifth`
    let (hundreds, end) = below_hundred(text, at)?;
    let next = hyphen_or_gap(text, end);
    if let Some((_, end)) = word(text, next, &["hundredth"]) {
        return Some((hundreds * 100, end));
    }
    let (_, end) = word(text, next, &["hundred"])?;
    let next = gap(text, end);
    let next = word(text, next, &["and"]).map_or(next, |(_, end)| gap(text, end));
    let (rest, end) = ordinal(text, next).filter(|(rest, _)| *rest < 100)?;
    Some((hundreds * 100 + rest, end))
}

/// `half a million`, `half a percent`, `a quarter of a million`; a bare `half` or `quarter` is a share and no number.
fn half_a(text: &str, at: usize) -> Option<Numeral> {
    let begin = word(text, at, &["a"]).map_or(at, |(_, end)| gap(text, end));
    if let Some((part, end)) = word(text, begin, &["half", "quarter"]) {
        let of = end_of(text, gap(text, end), "of a", Case::Any).filter(|&end| ends_word(text, end));
        if let Some((exponent @ 3.., end)) = scale(text, of.unwrap_or(end)) {
            let number = if part == 0 { (5, 1) } else { (25, 2) };
            return Some(
                Numeral { places: number.1, ..Numeral::whole(number.0, end) }.scaled_by(exponent, end),
            );
        }
    }
    let end = end_of(text, at, "half a", Case::Any).filter(|&end| ends_word(text, end))?;
    if let Some((_, end)) = word(text, gap(text, end), &["dozen"]) {
        return Some(Numeral::whole(6, end));
    }
    let half = Numeral { places: 1, ..Numeral::whole(5, end) };
    match scale(text, end) {
        Some((exponent, end)) => Some(half.scaled_by(exponent, end)),
        None => word(text, gap(text, end), &["percent", "percentage", "per"]).map(|_| half),
    }
}

/// `30-odd`, `thirty-some`, `30 some odd` before what is counted: a round number and a few more.
fn odd(text: &str, number: Numeral) -> Option<Numeral> {
    if number.places > 0 || number.scaled || !number.digits.is_multiple_of(10) || number.digits == 0 {
        return None;
    }
    let hyphen = text.as_bytes().get(number.end) == Some(&b'-');
    let (first, mut end) = word(text, hyphen_or_gap(text, number.end), &["odd", "some"])?;
    let second = word(text, hyphen_or_gap(text, end), &["odd"]).filter(|_| first == 1);
    end = second.map_or(end, |(_, end)| end);
    let counts = text[gap(text, end)..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '%');
    (counts && (hyphen || second.is_some())).then_some(Numeral { more: true, end, ..number })
}

/// `two dozen`, `3 dozens`: twelve each.
fn dozens(text: &str, number: Numeral) -> Option<Numeral> {
    let (_, end) = word(text, gap(text, number.end), &["dozen", "dozens"])?;
    let few = number.places == 0 && !number.scaled && number.digits < 1000;
    few.then(|| Numeral::whole(number.digits * 12, end))
}

/// `two and a half`, `five and three quarters`: a whole and parts of one whose decimals end.
fn and_a_part(text: &str, number: Numeral) -> Option<Numeral> {
    let (_, end) = word(text, gap(text, number.end), &["and"])?;
    let begin = gap(text, end);
    let (above, end) = match word(text, begin, &["a"]) {
        Some((_, end)) => (1, end),
        None => word(text, begin, &UNITS[..10])?,
    };
    const PARTS: [&str; 5] = ["half", "quarter", "fourth", "fifth", "tenth"];
    const MANY: [&str; 5] = ["halves", "quarters", "fourths", "fifths", "tenths"];
    let (part, end) = word(text, hyphen_or_gap(text, end), if above == 1 { &PARTS } else { &MANY })?;
    let below = [2, 4, 4, 5, 10][usize::try_from(part).ok()?];
    if above == 0 || above >= below || number.digits >= 1_000_000 {
        return None;
    }
    let places = if below == 4 { 2 } else { 1 };
    let unit = 10u128.pow(places);
    Some(Numeral { places, ..Numeral::whole(number.digits * unit + above * unit / below, end) })
}

/// `twenty-two point five eight`.
fn point(text: &str, number: Numeral) -> Option<Numeral> {
    let (_, mut end) = word(text, gap(text, number.end), &["point"])?;
    let mut longer = number;
    while let Some((digit, after)) = word(text, gap(text, end), &UNITS[..10]) {
        if longer.places >= 20 {
            return None;
        }
        longer.digits = longer.digits * 10 + digit;
        longer.places += 1;
        end = after;
        longer.end = after;
    }
    (longer.places > 0).then_some(longer)
}

fn hyphen_or_gap(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at) == Some(&b'-') { at + 1 } else { gap(text, at) }
}

/// Which of some words stands at byte `at`, in any case, and where it ends.
fn word(text: &str, at: usize, words: &[&str]) -> Option<(u128, usize)> {
    let bytes = &text.as_bytes()[at..];
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).take(13).count();
    let found = &bytes[..length];
    let index = words.iter().position(|word| word.as_bytes().eq_ignore_ascii_case(found))?;
    ends_word(text, at + length).then_some((index as u128, at + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> String {
        let read = if text.starts_with(|c: char| c.is_ascii_digit()) {
            digits::read(text, 0).ok().map(|number| behind(text, number, Manner { joins: true }))
        } else {
            read(text, 0, Manner { joins: true })
        };
        match read {
            None => "none".to_owned(),
            Some(n) => {
                format!("{}e{} {:?}", n.digits, i64::from(n.exponent) - i64::from(n.places), &text[n.end..])
            }
        }
    }

    #[test]
    fn words_are_digits_written_out() {
        assert_eq!(number("fifteen topics"), r#"15e0 " topics""#);
        assert_eq!(number("Twenty-two point five eight trillion"), r#"2258e10 """#);
        assert_eq!(number("two hundred and fifty million"), r#"250e6 """#);
        assert_eq!(number("a hundred and five"), r#"105e0 """#);
        assert_eq!(number("twelve hundred"), r#"1200e0 """#);
        assert_eq!(number("a million"), r#"1e6 """#);
        assert_eq!(number("half a million yuan"), r#"5e5 " yuan""#);
        assert_eq!(number("half million yuan"), r#"5e5 " yuan""#);
        assert_eq!(number("a quarter million"), r#"25e4 """#);
        assert_eq!(number("a quarter of a billion"), r#"25e7 """#);
        assert_eq!(number("two and a half billion"), r#"25e8 """#);
        assert_eq!(number("five and three-quarters"), r#"575e-2 """#);
        assert_eq!(number("one and a fifth"), r#"12e-1 """#);
        assert_eq!(number("one and a third"), r#"1e0 " and a third""#);
        assert_eq!(number("half a dozen eggs"), r#"6e0 " eggs""#);
        assert_eq!(number("a dozen or so"), r#"12e0 " or so""#);
        assert_eq!(number("30-odd million yuan"), r#"30e6 " yuan""#);
        assert_eq!(number("30 some odd percent"), r#"30e0 " percent""#);
        assert_eq!(number("30 odd numbers"), r#"30e0 " odd numbers""#);
        assert_eq!(number("3 dozens"), r#"36e0 """#);
        assert_eq!(number("zero point zero seven"), r#"7e-2 """#);
        for text in ["a", "half", "an", "tent", "onerous", "point five", "hundred"] {
            assert_eq!(number(text), "none", "{text}");
        }
    }

    #[test]
    fn parts_that_add_up_are_joined() {
        assert_eq!(number("27 trillion and 200 billion yuan"), r#"27200e9 " yuan""#);
        assert_eq!(number("27 trillion and 200 villages"), r#"27e12 " and 200 villages""#);
        assert_eq!(number("two thousand five hundred"), r#"2500e0 """#);
        assert_eq!(number("one million and five"), r#"1000005e0 """#);
        assert_eq!(number("200 billion and 27 trillion"), r#"200e9 " and 27 trillion""#);
        assert_eq!(number("1.5 billion and 200 million"), r#"15e8 " and 200 million""#);
        assert_eq!(number("75 billion two years later"), r#"75e9 " two years later""#);
        assert_eq!(number("two three"), r#"2e0 " three""#);
    }

    #[test]
    fn ordinals() {
        assert_eq!(ordinal("second", 0), Some((2, 6)));
        assert_eq!(ordinal("twenty-first place", 0), Some((21, 12)));
        assert_eq!(ordinal("thirtieth", 0), Some((30, 9)));
        assert_eq!(ordinal("two hundredth", 0), Some((200, 13)));
        assert_eq!(ordinal("one hundred and twenty-fifth", 0), Some((125, 28)));
        assert_eq!(ordinal("one hundred villages", 0), None);
        assert_eq!(ordinal("seconds", 0), None);
        assert_eq!(ordinal("twenty", 0), None);
        assert_eq!(ordinal("zeroth", 0), None);
    }
}
