//! Where a quantity begins whose number was found: signs, currencies and qualifiers stand before numbers.

use super::words::{Case, end_of, gap, gap_before, is_letter};
use super::{measure, number, qualifier, read};

/// The first byte of the quantity whose number begins at byte `at`: `more than RMB ` before `22.58tn`.
///
/// What stands before is taken only where the reader of quantities would read on into the number.
pub(super) fn begin(text: &str, at: usize) -> usize {
    let at = lead(text, at);
    let signed = sign(text, at);
    let led = currency(text, signed);
    let mut begin = if led == signed { signed } else { sign(text, led) };
    for _ in 0..2 {
        match qualifier::ending_at(text, begin) {
            Some((_, earlier)) => begin = earlier,
            None => break,
        }
    }
    begin
}

/// Whether a number may begin at byte `at`: not within another one, a time, a version or a name.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match (before.next(), before.next()) {
        (Some('.' | ',' | '/' | ':' | '．' | '：'), Some(earlier)) => !number::is_digit(earlier),
        (Some(last), _) if number::is_digit(last) => !text[at..].starts_with(number::is_digit),
        // RMB22.58, but not A4.
        (Some(last), _) if is_letter(last) => {
            !text[at..].starts_with(is_letter)
                && (currency(text, at) < at || !text[at..].starts_with(number::is_digit))
        }
        _ => true,
    }
}

/// Where `a` stands before byte `at`: `a third`, `a million`. It may as well be an article.
pub(super) fn article(text: &str, at: usize) -> Option<usize> {
    let end = gap_before(text, at);
    let begin = end.checked_sub(1).filter(|&begin| text.is_char_boundary(begin) && end < at)?;
    let letter = matches!(text.as_bytes()[begin], b'a' | b'A');
    (letter && !text[..begin].chars().next_back().is_some_and(is_letter)).then_some(begin)
}

/// Before the words that make a number at byte `at` a rank, a share or negative: 第, 百分之, `No.`, `minus`.
fn lead(text: &str, at: usize) -> usize {
    const LEADS: [&str; 9] = ["第", "百分之", "千分之", "万分之", "No.", "#", "№", "minus", "negative"];
    let end = gap_before(text, at);
    let found = LEADS.iter().find_map(|lead| {
        let begin = end.checked_sub(lead.len()).filter(|&begin| text.is_char_boundary(begin))?;
        let stop = end_of(text, begin, lead, Case::Any).filter(|&stop| stop == end)?;
        let glued = !lead.is_ascii() && gap(text, stop) != stop;
        let inner = text[..begin].chars().next_back().is_some_and(is_letter) && lead.starts_with(is_letter);
        (!glued && !inner).then_some(begin)
    });
    found.unwrap_or(at)
}

/// Before a minus at byte `at`, unless it joins two words or numbers: `2012-2016`, `COVID-19`.
fn sign(text: &str, at: usize) -> usize {
    let mut before = text[..at].char_indices().rev();
    match before.next() {
        Some((begin, '-' | '−' | '－')) => match before.next() {
            Some((_, other)) if is_letter(other) || number::is_digit(other) || other == '-' => at,
            Some((_, '%' | '％')) => at,
            _ => begin,
        },
        // 减负1.78亿元: a burden taken off.
        Some((begin, '负' | '負')) => match before.next() {
            Some((
                _,
                '减' | '減' | '担' | '擔' | '承' | '背' | '欠' | '胜' | '勝' | '自' | '肩' | '抱' | '辜',
            )) => at,
            _ => begin,
        },
        _ => at,
    }
}

/// Before a currency that leads to byte `at`.
fn currency(text: &str, at: usize) -> usize {
    let end = gap_before(text, at);
    let mut begin = at;
    if !measure::may_end_currency(text, end) {
        return at;
    }
    // The longest name of a currency lies in this window.
    for (index, _) in text[..end].char_indices().rev().take(20) {
        let starts = !text[..index].chars().next_back().is_some_and(is_letter)
            || !text[index..].starts_with(|first: char| is_letter(first));
        if starts && read::leading_currency(text, index).is_some_and(|(_, stop)| stop == end) {
            begin = index;
        }
    }
    debug_assert!(begin == at || measure::currency_at(text, begin).is_some());
    begin
}

#[cfg(test)]
mod tests {
    use crate::quantity::read_around;

    #[test]
    fn no_number_begins_within_another_or_a_name() {
        for (text, at) in
            [("5.2.1", 2), ("12:30", 3), ("1/2", 2), ("A4", 1), ("1,234", 2), ("22.58", 1), ("often", 2)]
        {
            assert_eq!(read_around(text, at), None, "{text}");
        }
        assert!(read_around("RMB22.58 trillion", 3).is_some());
        assert!(read_around("达22.58万亿", 3).is_some());
    }

    #[test]
    fn what_stands_before_a_number_belongs_to_it() {
        for (text, number, expected) in [
            ("It was more than RMB 22.58tn then.", "22", "more than RMB 22.58tn"),
            ("worth at least US$3.4 trillion", "3.4", "at least US$3.4 trillion"),
            ("投资超过人民币5000亿元。", "5000", "超过人民币5000亿元"),
            ("占比约为三成五左右", "三", "约为三成五左右"),
            ("fell by -0.07 % a year", "0.07", "-0.07 %"),
            ("GDP不低于 6.5%", "6.5", "不低于 6.5%"),
            ("in 2012-2016", "2016", "2016"),
            ("covid-19 cases", "19", "19"),
            ("moreover 5 people", "5", "5"),
            ("they won 5 medals", "5", "5"),
            ("up 18.9 percent", "18.9", "18.9 percent"),
            ("up to 18.9 percent", "18.9", "up to 18.9 percent"),
            ("最近5年", "5", "5"),
            ("节约50亿元", "50", "50亿元"),
            ("减负50亿元", "50", "50亿元"),
            ("增速为负5%", "5", "负5%"),
            ("大约50亿元", "50", "大约50亿元"),
            ("位居第二", "二", "第二"),
            ("占百分之30.3", "30", "百分之30.3"),
            ("ranked No. 2 by size", "2", "No. 2"),
            ("almost a third of it", "third", "almost a third"),
            ("a 5 % share", "5", "5 %"),
            ("more than minus 5 %", "5", "more than minus 5 %"),
            ("nearly\ntwo thirds", "two", "nearly\ntwo thirds"),
        ] {
            let reading = read_around(text, text.find(number).unwrap()).unwrap();
            assert_eq!(&text[reading.range], expected);
        }
    }
}
