//! The right figure in the draft's own language and style.
//!
//! What stands around the digits stays: `RMB 22.58bn` becomes `RMB 22.58tn`, `22.58亿元` becomes `22.58万亿元`.
//! Only where the unit itself is wrong is the figure written anew.

use super::say::grouped;
use crate::lang::Lang;
use crate::quantity::{Computed, Exact, Interval, Quantity, Rounding, Unit};

/// A figure of an old one's style with another value. `number` is the old figure's text without qualifier.
pub(super) fn write(
    number: &str,
    old: &Quantity,
    value: &Exact,
    digits: u32,
    unit: &Unit,
    lang: Lang,
) -> String {
    if let Unit::Rank = unit {
        return rank(number, value, lang);
    }
    let fresh = fresh(value, digits, unit, lang);
    if old.unit() != unit
        && !matches!((old.unit(), unit), (Unit::Count(_) | Unit::Number, Unit::Count(_) | Unit::Number))
    {
        return fresh;
    }
    let (Some(pieces), Some(new)) = (Pieces::of(number), Pieces::of(&fresh)) else { return fresh };
    // Where the unit says how large it is (Gbps, TB), the number is one of the draft's unit: 9,500 Gbps becomes 6,500 Gbps.
    let sized = !matches!(
        unit,
        Unit::Money(_) | Unit::Count(_) | Unit::Number | Unit::Percent | Unit::PercentagePoint | Unit::Times
    );
    if sized && let Some(shown) = value.checked_div(old.written().scale()) {
        let text = shown.to_text();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        let whole = if pieces.digits.contains(',') { grouped(whole) } else { whole.to_owned() };
        let point = if places.is_empty() { "" } else { "." };
        return format!(
            "{}{whole}{point}{places}{}{}{}",
            pieces.head, pieces.joint, pieces.scale, pieces.tail
        );
    }
    // What is as large as before keeps its scale: 872122亿元 becomes 827122亿元, not 82.7122万亿元.
    let scaled = matches!(unit, Unit::Money(_) | Unit::Count(_) | Unit::Number | Unit::Percent);
    if scaled && old.unit() == unit && value.magnitude() == old.value().magnitude() {
        let digits = pieces.in_scale(value, digits);
        if let Some(digits) = digits {
            return format!("{}{digits}{}{}{}", pieces.head, pieces.joint, pieces.scale, pieces.tail);
        }
    }
    let old = pieces;
    let joint = if old.scale.is_empty() { if lang == Lang::En { " " } else { "" } } else { old.joint };
    let scale = old.in_style(new.scale);
    let joint = if scale.is_empty() { "" } else { joint };
    let mut tail = old.tail.to_owned();
    if old.scale.is_empty() && old.tail.is_empty() && old.head.is_empty() && !new.tail.is_empty() {
        tail = String::new();
    }
    let digits = new.digits;
    format!("{}{digits}{joint}{scale}{tail}", old.head)
}

/// A figure as this program writes it.
pub(super) fn fresh(value: &Exact, digits: u32, unit: &Unit, lang: Lang) -> String {
    Computed { value: value.clone(), interval: Interval::all(), unit: unit.clone(), digits }
        .figure(lang, None)
}

/// The parts of a written figure.
struct Pieces<'a> {
    head: &'a str,
    digits: &'a str,
    joint: &'a str,
    scale: &'a str,
    tail: &'a str,
}

const SCALES: [(&str, i32); 22] = [
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
    ("trn", 12),
    ("tn", 12),
    ("bn", 9),
    ("bln", 9),
    ("mln", 6),
    ("mn", 6),
    ("万亿", 12),
    ("萬億", 12),
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("兆", 12),
    ("t", 12),
    ("b", 9),
    ("m", 6),
    ("trln", 12),
    ("Tn", 12),
];

impl<'a> Pieces<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let rest = &text[start..];
        // Spaces between digits are the number's own: 129 . 4 万亿元, 53 980 元.
        let spaces = [' ', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}'];
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',') || spaces.contains(&c)))
            .unwrap_or(rest.len());
        let digits = rest[..end].trim_end_matches(['.', ',']).trim_end_matches(spaces);
        let rest = &rest[digits.len()..];
        let word = rest.trim_start_matches([' ', '\u{a0}', '\n', '-']);
        let joint = &rest[..rest.len() - word.len()];
        let scale = SCALES
            .iter()
            .map(|(scale, _)| *scale)
            .filter(|scale| word.get(..scale.len()).is_some_and(|head| head.eq_ignore_ascii_case(scale)))
            .filter(|scale| {
                !scale.is_ascii() || !word[scale.len()..].starts_with(|c: char| c.is_ascii_alphabetic())
            })
            .max_by_key(|scale| scale.len())
            .map_or("", |scale| &word[..scale.len()]);
        let (joint, tail) = if scale.is_empty() { ("", rest) } else { (joint, &word[scale.len()..]) };
        Some(Self { head: &text[..start], digits, joint, scale, tail })
    }

    /// The digits of a value behind which this figure's scale stands, with commas where it has them; none where it has no
    /// scale that is known here or would not give all digits.
    fn in_scale(&self, value: &Exact, digits: u32) -> Option<String> {
        let known = SCALES.iter().find(|(word, _)| word.eq_ignore_ascii_case(self.scale)).map(|row| row.1);
        let exponent = if self.scale.is_empty() { 0 } else { known? };
        let shown =
            value.round_to_digits(digits, Rounding::HalfAwayFromZero).checked_div(&Exact::pow10(exponent))?;
        let text = shown.to_text();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        // Noughts that the source writes stay.
        let missing = usize::try_from(digits).ok()?.saturating_sub(whole.len() + places.len());
        let places =
            if whole == "0" { places.to_owned() } else { format!("{places}{}", "0".repeat(missing)) };
        let whole = if self.digits.contains(',') { grouped(whole) } else { whole.to_owned() };
        Some(if places.is_empty() { whole } else { format!("{whole}.{places}") })
    }

    /// A scale word in the style of this figure's.
    fn in_style(&self, scale: &str) -> String {
        let exponent =
            |word: &str| SCALES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|row| row.1);
        let wanted = exponent(scale);
        let short = self.scale.is_ascii() && !self.scale.is_empty() && self.scale.len() <= 4;
        let traditional = self.scale.contains(['億', '萬']);
        match wanted {
            Some(_) if exponent(self.scale) == wanted => self.scale.to_owned(),
            Some(wanted) if short => {
                let one = self.scale.len() == 1;
                let word = match (wanted, one) {
                    (12, true) => "t",
                    (9, true) => "b",
                    (6, true) => "m",
                    (12, _) => "tn",
                    (9, _) => "bn",
                    (6, _) => "mn",
                    _ => scale,
                };
                if self.scale.starts_with(|c: char| c.is_ascii_uppercase()) {
                    word.to_uppercase()
                } else {
                    word.to_owned()
                }
            }
            _ if traditional => scale.replace('亿', "億").replace('万', "萬"),
            _ => scale.to_owned(),
        }
    }
}

const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// A rank in words or figures, as the old one was.
fn rank(old: &str, value: &Exact, lang: Lang) -> String {
    let number: usize = value.to_text().parse().unwrap_or_default();
    let digits = old.contains(|c: char| c.is_ascii_digit());
    match lang {
        Lang::En if !digits && (1..=10).contains(&number) => {
            let word = ORDINALS[number - 1];
            if old.starts_with(|c: char| c.is_uppercase()) {
                word[..1].to_uppercase() + &word[1..]
            } else {
                word.to_owned()
            }
        }
        Lang::Zh if !digits && (1..=10).contains(&number) => {
            let numeral = "一二三四五六七八九十".chars().nth(number - 1).expect("ten numerals");
            let tail: String = old.chars().skip(2).collect();
            format!("第{numeral}{tail}")
        }
        _ => fresh(value, 1, &Unit::Rank, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::parse_any;

    fn of(old: &str, new: &str, lang: Lang) -> String {
        let (before, after) = (parse_any(old).unwrap(), parse_any(new).unwrap());
        let digits = after.written().significant_digits();
        write(old, &before, after.value(), digits, after.unit(), lang)
    }

    #[test]
    fn the_style_stays() {
        assert_eq!(of("22.58 billion yuan", "22.58 trillion yuan", Lang::En), "22.58 trillion yuan");
        assert_eq!(of("RMB 22.58bn", "22.58 trillion yuan", Lang::En), "RMB 22.58tn");
        assert_eq!(of("22.58亿元", "22.58 trillion yuan", Lang::Zh), "22.58万亿元");
        assert_eq!(of("22.58億元", "22.58 trillion yuan", Lang::Zh), "22.58萬億元");
        assert_eq!(of("33.3 percent", "30.3 %", Lang::En), "30.3 percent");
        assert_eq!(of("872122亿元", "827,122亿元", Lang::Zh), "827122亿元");
        assert_eq!(of("192 . 4 万亿元", "129.4 万亿元", Lang::Zh), "129.4 万亿元");
        assert_eq!(of("42 Mbps", "12 Mbps", Lang::En), "12 Mbps");
        assert_eq!(of("129200个", "12.29万个", Lang::Zh), "122900个");
        assert_eq!(of("91,982.1 billion yuan", "91,928.1 billion yuan", Lang::En), "91,928.1 billion yuan");
        assert_eq!(of("9,500 Gbps", "6500 Gbps", Lang::En), "6,500 Gbps");
        assert_eq!(of("51,000 TB", "15000 TB", Lang::En), "15,000 TB");
        assert_eq!(of("third", "2nd", Lang::En), "second");
        assert_eq!(of("第三", "2nd", Lang::Zh), "第二");
        assert_eq!(of("22.58 trillion US dollars", "22.58 trillion yuan", Lang::En), "22.58 trillion yuan");
    }
}
