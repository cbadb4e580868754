//! Numbers in digits: `22.58`, `744,127`, `1 234 567` with spaces that do not break, `３０.３`.
//!
//! A comma groups three digits; a point begins the decimals, once. What could be read in two ways is not
//! read: `22,58` may be a decimal comma, `1.234.567` another country's groups. Among Chinese characters spaces part no
//! words, and those that a page's print left in a number are read over: 129 . 4 万亿元, 53 980 元.

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
    if let Some(number) = in_lakhs(text, at) {
        return Ok(number);
    }
    let mut run = Run { digits: 0, count: 0, end: at };
    run.take(text);
    let mut grouped_by = None;
    let mut places = None;
    loop {
        let mut rest = text[run.end..].chars();
        let (Some(mark), Some(next)) = (rest.next(), rest.next()) else { break };
        if places.is_none() && text[run.end..].starts_with(" . ") && is_among_han(text, at, run.end + 3) {
            let before = run.count;
            let mut longer = Run { end: run.end + 3, ..run };
            longer.take(text);
            if longer.count == before {
                break;
            }
            run = longer;
            places = Some(run.count - before);
            continue;
        }
        if !is_digit(next) {
            break;
        }
        if mark == ' '
            && places.is_none()
            && grouped_by.is_none_or(|one| one == ' ')
            && thousands(text, at, run)
        {
            run.end += 1;
            run.take(text);
            grouped_by = Some(mark);
            continue;
        }
        // Digits of full width are grouped by a comma of full width: １１１，１１１.
        let wide = !next.is_ascii() && text[..run.end].ends_with(|last: char| !last.is_ascii());
        match mark {
            '，' if !wide => break,
            '，' | ',' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => {
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
                } else if groups(mark) || mark == '，' {
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
            // ３·５ in print of full width.
            '·' if !wide => break,
            '.' | '．' | '·' => {
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

/// `12,34,567`, as India groups its digits: twos before the last three.
fn in_lakhs(text: &str, at: usize) -> Option<Numeral> {
    let bytes = &text.as_bytes()[at..];
    let first = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let group = |from: usize, many: usize| {
        let digits = bytes.get(from + 1..from + 1 + many)?;
        let free = bytes.get(from + 1 + many).is_none_or(|next| !next.is_ascii_digit());
        (bytes[from] == b',' && free && digits.iter().all(u8::is_ascii_digit)).then_some(from + 1 + many)
    };
    if !(1..=2).contains(&first) || bytes[0] == b'0' || bytes.get(first) != Some(&b',') {
        return None;
    }
    let mut end = group(first, 2)?;
    while let Some(next) = bytes.get(end).and_then(|_| group(end, 2)).filter(|next| *next < 30) {
        end = next;
    }
    bytes.get(end)?;
    end = group(end, 3)?;
    let mut run = Run { digits: 0, count: 0, end: at };
    while run.end < at + end {
        run.take(text);
        run.end += 1;
    }
    run.end -= 1;
    let whole = run.count;
    let behind = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    match bytes.get(end) {
        Some(b',') if behind => None,
        Some(b'.') if behind => {
            run.end += 1;
            run.take(text);
            Some(Numeral { places: run.count - whole, ..Numeral::whole(run.digits, run.end) })
        }
        _ => Some(Numeral::whole(run.digits, run.end)),
    }
}

/// Whether three noughts behind a space are thousands of the digits before it: `10 000`. Other groups behind an
/// ordinary space may be numbers of their own, but for those between a Chinese word and a unit: 产值 53 980 元.
fn thousands(text: &str, at: usize, run: Run) -> bool {
    let behind = &text.as_bytes()[run.end + 1..];
    let group = behind.iter().take_while(|byte| byte.is_ascii_digit()).count() == 3;
    (behind.starts_with(b"000") || group && stands_between_han(text, at, run.end + 4))
        && behind.get(3).is_none_or(|next| !next.is_ascii_alphanumeric())
        && (run.end - at <= 3 || text[at..run.end].contains(' '))
        && text.as_bytes()[at] != b'0'
}

/// The letter before the spaces before a byte, and the one behind those that begin at another.
fn around(text: &str, start: usize, end: usize) -> [Option<char>; 2] {
    [
        text[..start].trim_end_matches(' ').chars().next_back(),
        text[end..].trim_start_matches(' ').chars().next(),
    ]
}

fn is_han(letter: &char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

/// Whether a Chinese character stands next to a number, of which `end` is somewhere behind its point.
fn is_among_han(text: &str, start: usize, end: usize) -> bool {
    let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    around(text, start, end + digits).iter().flatten().any(is_han)
}

/// Whether groups of digits stand between a Chinese word, that is no 表 or 图 which they number, and a unit: further groups
/// and decimals may follow.
fn stands_between_han(text: &str, start: usize, end: usize) -> bool {
    let rest =
        text[end..].trim_start_matches(|next: char| next.is_ascii_digit() || matches!(next, ' ' | '.'));
    let [before, _] = around(text, start, end);
    before.is_some_and(|last| is_han(&last) && !"表图第年月日图附".contains(last))
        && rest.starts_with([
            '元', '亿', '万', '户', '人', '个', '家', '座', '件', '吨', '次', '项', '名', '辆', '台',
        ])
}

/// A number with parts of one behind it: `10 1/2`, `2½`.
/// Only parts whose decimals end are read.
pub(super) fn with_parts(text: &str, whole: Numeral) -> Option<Numeral> {
    if whole.places > 0 || whole.digits >= 1_000_000 {
        return None;
    }
    let rest = &text[whole.end..];
    let (thousandths, length) = match rest.chars().next()? {
        '¼' => (250, 2),
        '½' => (500, 2),
        '¾' => (750, 2),
        ' ' => {
            let (parts, length) = parts_of_one(&rest[1..])?;
            (parts, length + 1)
        }
        _ => return None,
    };
    let mut digits = whole.digits * 1000 + thousandths;
    let mut places = 3;
    while digits.is_multiple_of(10) {
        digits /= 10;
        places -= 1;
    }
    Some(Numeral { places, ..Numeral::whole(digits, whole.end + length) })
}

/// `1/4` alone, in thousandths.
pub(in crate::quantity) fn parts(text: &str, at: usize) -> Option<Numeral> {
    let (thousandths, length) = parts_of_one(&text[at..])?;
    Some(Numeral { places: 3, ..Numeral::whole(thousandths, at + length) })
}

/// `3/4` at the beginning of a text: how many thousandths, and how long it is.
fn parts_of_one(text: &str) -> Option<(u128, usize)> {
    let &[above @ b'1'..=b'9', b'/', below @ (b'2' | b'4' | b'5' | b'8'), ..] = text.as_bytes() else {
        return None;
    };
    let (above, below) = (u128::from(above - b'0'), u128::from(below - b'0'));
    let ends = text.as_bytes().get(3).is_none_or(|next| {
        !next.is_ascii_alphanumeric() && !matches!(next, b'/' | b'.' | b',' | b'-' | b'%')
            || *next == b',' && text.as_bytes().get(4) == Some(&b' ')
    });
    (above < below && ends).then_some((above * 1000 / below, 3))
}

/// `1.5e10`: a power of ten behind a number.
pub(super) fn with_power(text: &str, number: Numeral) -> Option<Numeral> {
    let rest = text[number.end..].strip_prefix('e')?;
    let signed = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let length = signed.bytes().take_while(u8::is_ascii_digit).take(3).count();
    let power: u32 = signed[..length].parse().ok().filter(|power| *power <= 24)?;
    let end = text.len() - signed.len() + length;
    if text[end..].starts_with(|next: char| next.is_alphanumeric() || next == '.') {
        return None;
    }
    Some(if rest.starts_with('-') {
        Numeral { places: number.places + power, end, ..number }
    } else {
        number.scaled_by(power, end)
    })
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
        assert_eq!(number("３·５％"), r#"35e-1 "％""#);
        assert_eq!(number("3·5"), r#"3e-0 "·5""#);
        assert_eq!(number("12,34,567.89 rupees"), r#"123456789e-2 " rupees""#);
        assert_eq!(number("1,23,45,678"), r#"12345678e-0 """#);
        assert_eq!(number("10 000 dollars"), r#"10000e-0 " dollars""#);
        assert_eq!(number("1 000 000"), r#"1000000e-0 """#);
        assert_eq!(number("2016 000"), r#"2016e-0 " 000""#);
        assert_eq!(number("1 200 people"), r#"1e-0 " 200 people""#);
        assert_eq!(number("5, 6"), r#"5e-0 ", 6""#);
        assert_eq!(number("129 . 4 万亿元"), r#"1294e-1 " 万亿元""#);
        assert_eq!(number("129 . 4 trillion"), r#"129e-0 " . 4 trillion""#);
        let behind = |text| read(text, "产值 ".len()).map(|number| (number.digits, number.places));
        assert_eq!(behind("产值 53 980 元"), Ok((53980, 0)));
        assert_eq!(behind("产值 744 127.2 亿元"), Ok((7_441_272, 1)));
        assert_eq!(behind("产值 53 980 980"), Ok((53, 0)));
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
