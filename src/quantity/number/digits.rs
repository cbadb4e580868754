//! Numbers in digits: `22.58`, `744,127`, `1 234 567` with spaces that do not break, `３０.３`.
//!
//! A comma groups three digits; a point begins the decimals, once. What could be read in two ways is not
//! read: `22,58` may be a decimal comma, `1.234.567` another country's groups.

use super::{MOST_DIGITS, Numeral, too_long};
use crate::quantity::error::{Fault, FaultKind};

/// A digit, of ordinary or full width.
pub(in crate::quantity) fn is_digit(character: char) -> bool {
    value(character).is_some()
}

fn value(character: char) -> Option<u128> {
    match character {
        '0'..='9' => Some(u128::from(u32::from(character) - u32::from('0'))),
        '０'..='９' => Some(u128::from(u32::from(character) - u32::from('０'))),
        _ => None,
    }
}

/// Spaces that may stand between groups of three digits.
fn groups(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// The number in digits at byte `at`, where a digit stands.
pub(super) fn read(text: &str, at: usize) -> Result<Numeral, Fault> {
    let mut run = Run { digits: 0, count: 0, end: at };
    run.take(text);
    let mut grouped_by = None;
    let mut places = None;
    loop {
        let mut rest = text[run.end..].chars();
        let (Some(mark), Some(next)) = (rest.next(), rest.next()) else { break };
        if !is_digit(next) {
            break;
        }
        match mark {
            ',' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => {
                let first = grouped_by.is_none();
                let before = run.count;
                let mut longer = run;
                longer.end += mark.len_utf8();
                longer.take(text);
                let group = longer.count - before == 3
                    && places.is_none()
                    && (!first || before <= 3 && text.as_bytes()[at] != b'0')
                    && grouped_by.is_none_or(|one| one == mark);
                if group {
                    run = longer;
                    grouped_by = Some(mark);
                } else if groups(mark) {
                    break;
                } else {
                    let kind = if first && places.is_none() {
                        FaultKind::CommaOrPoint
                    } else {
                        FaultKind::MixedSeparators
                    };
                    return Err(Fault { span: (at, longer.end), kind });
                }
            }
            '.' | '．' => {
                let before = run.count;
                run.end += mark.len_utf8();
                run.take(text);
                if places.is_some() {
                    return Err(Fault { span: (at, run.end), kind: FaultKind::MixedSeparators });
                }
                places = Some(run.count - before);
            }
            _ => break,
        }
    }
    // Zeros before the first other digit count too: a figure has none.
    if run.count > MOST_DIGITS {
        return Err(too_long(at, run.end));
    }
    Ok(Numeral { places: places.unwrap_or(0), ..Numeral::whole(run.digits, run.end) })
}

/// Digits without anything between them.
#[derive(Clone, Copy)]
struct Run {
    /// Their number, no longer right when there are more than [`MOST_DIGITS`].
    digits: u128,
    count: u32,
    end: usize,
}

impl Run {
    fn take(&mut self, text: &str) {
        for character in text[self.end..].chars() {
            let Some(digit) = value(character) else { break };
            // Enough to know that it is no figure; a page of digits is not read to its end at every digit.
            if self.count > MOST_DIGITS {
                break;
            }
            self.digits = self.digits.wrapping_mul(10).wrapping_add(digit);
            self.count += 1;
            self.end += character.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> String {
        match read(text, 0) {
            Ok(number) => format!("{}e-{} {:?}", number.digits, number.places, &text[number.end..]),
            Err(fault) => format!("{:?} {:?}", fault.kind, &text[fault.span.0..fault.span.1]),
        }
    }

    #[test]
    fn digits_are_read_as_written() {
        assert_eq!(number("22.580 trillion"), r#"22580e-3 " trillion""#);
        assert_eq!(number("744,127亿元"), r#"744127e-0 "亿元""#);
        assert_eq!(number("1\u{202f}234\u{202f}567"), r#"1234567e-0 """#);
        assert_eq!(number("３０．３％"), r#"303e-1 "％""#);
        assert_eq!(number("2016\u{a0}100"), "2016e-0 \"\\u{a0}100\"");
        assert_eq!(number("5."), r#"5e-0 ".""#);
        assert_eq!(number("5, 6"), r#"5e-0 ", 6""#);
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_not_read() {
        assert_eq!(number("22,58"), r#"CommaOrPoint "22,58""#);
        assert_eq!(number("0,123"), r#"CommaOrPoint "0,123""#);
        assert_eq!(number("22,5800"), r#"CommaOrPoint "22,5800""#);
        assert_eq!(number("1.234.567"), r#"MixedSeparators "1.234.567""#);
        assert_eq!(number("1.234,5"), r#"MixedSeparators "1.234,5""#);
        assert_eq!(number("1,234,56"), r#"MixedSeparators "1,234,56""#);
    }

    #[test]
    fn a_long_run_is_refused() {
        assert!(number(&"7".repeat(30)).starts_with("777"));
        assert!(number(&"7".repeat(31)).starts_with("TooManyDigits"));
        assert!(number(&"7".repeat(100_000)).starts_with("TooManyDigits"));
        assert!(number(&"7,777".repeat(100_000)).starts_with("CommaOrPoint"));
    }
}
