//! Numbers in Chinese words, and the words of scale behind digits: `二十二万五千八百亿`, `三十点三`,
//! `22.58万亿`, `27万2000亿`, `50多亿`.
//!
//! 兆 is 10¹² in Taiwan and 10⁶ (mega) on the mainland: it is never read as a number here, and the
//! reader of quantities says so or knows better from what follows.

use super::{Numeral, digits, is_digit};
use crate::quantity::error::Fault;
use crate::quantity::measure::currency_at;
use crate::quantity::words::gap;

fn digit(character: char) -> Option<u128> {
    Some(match character {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' | '貳' => 2,
        '三' | '叁' | '參' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Scales within a section, up to a thousand.
fn small_scale(character: char) -> Option<u32> {
    Some(match character {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// Scales between sections.
fn large_scale(character: char) -> Option<u32> {
    Some(match character {
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        _ => return None,
    })
}

fn next(text: &str, at: usize) -> Option<(char, usize)> {
    text[at..].chars().next().map(|character| (character, at + character.len_utf8()))
}

/// The number in words at byte `at`.
pub(super) fn read(text: &str, at: usize) -> Result<Numeral, Fault> {
    let first = section(text, at).ok_or(Fault::nothing(at))?;
    let first = decimals(text, first).unwrap_or(first);
    let whole = sections(text, first)?.unwrap_or(first);
    // 十万零五十六点三
    let longer =
        (whole.exponent == 0 && whole.places == 0 && !whole.more).then(|| decimals(text, whole)).flatten();
    Ok(longer.unwrap_or(whole))
}

/// The number in digits `number` with the Chinese scale words behind it; none when there are none.
pub(super) fn behind(text: &str, number: Numeral) -> Result<Option<Numeral>, Fault> {
    sections(text, number)
}

/// Below ten thousand, in words: `五千八百`, `十二`, `两`. Digits that stand side by side (`七八`,
/// "seven or eight") are no number.
fn section(text: &str, at: usize) -> Option<Numeral> {
    let mut total = 0;
    let mut pending = None;
    let mut lowest = 4;
    let mut nought = false;
    let mut end = at;
    while let Some((character, after)) = next(text, end) {
        if matches!(character, '两' | '兩') && lowest < 4 && !scale_follows(text, after) {
            // 三十两: the weight; a number ends with 二.
            break;
        }
        if let Some(value) = digit(character) {
            nought = value == 0 || nought && pending.is_some();
            match pending {
                None => pending = Some(value),
                // 一百零五
                Some(0) if value > 0 => pending = Some(value),
                Some(_) => return None,
            }
        } else if let Some(scale) = small_scale(character) {
            // Only ten may stand without its one: 十二.
            if pending.is_none() && end > at && begins_unit(&text[end..]) {
                break;
            }
            let times = pending.take().or((end == at && scale == 1).then_some(1))?;
            if scale >= lowest || times == 0 {
                return None;
            }
            total += times * 10u128.pow(scale);
            lowest = scale;
        } else {
            break;
        }
        end = after;
    }
    if end == at {
        return None;
    }
    if let Some(value) = pending {
        // 一百零: something is missing.
        if value == 0 && lowest < 4 {
            return None;
        }
        // 三千五 is 3,500: 3,005 is never said without its nought, 三千零五.
        let spoken = lowest > 1 && lowest < 4 && !nought;
        total += if spoken { value * 10u128.pow(lowest - 1) } else { value };
    }
    Some(Numeral::whole(total, end))
}

/// 两个亿 is said for 两亿, alone or before a currency; three 亿元项目 are projects, 十个亿吨级油田 oil fields.
fn says_hundred_million(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(['亿', '億']) else { return false };
    let currency = currency_at(rest, 0).is_some() && !rest.starts_with(['元', '圆']);
    currency
        || rest
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric() || matches!(next, '的' | '左' | '以'))
}

/// Whether a thousand is part of a unit: 一百千瓦.
fn begins_unit(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next() == Some('千') && letters.next().is_some_and(|next| "瓦米克卡赫伏".contains(next))
}

fn scale_follows(text: &str, at: usize) -> bool {
    next(text, at)
        .is_some_and(|(character, _)| small_scale(character).or_else(|| large_scale(character)).is_some())
}

/// `三十点三`.
fn decimals(text: &str, number: Numeral) -> Option<Numeral> {
    let ('点' | '點', mut end) = next(text, number.end)? else { return None };
    let mut longer = number;
    while let Some((value, after)) =
        next(text, end).and_then(|(character, after)| Some((digit(character)?, after)))
    {
        if longer.places >= 20 {
            return None;
        }
        longer.digits = longer.digits * 10 + value;
        longer.places += 1;
        end = after;
        longer.end = after;
    }
    (longer.places > 0).then_some(longer)
}

/// `first` with the scales and sections behind it: 万 multiplies the section before it, 亿 all that
/// stands before it, so that 27万2000亿 is 272,000亿.
fn sections(text: &str, first: Numeral) -> Result<Option<Numeral>, Fault> {
    let mut done: Option<Numeral> = None; // up to the last 亿
    let mut low: Option<Numeral> = None; // after it, up to the last 万
    let mut open = Some(first); // after that
    let mut end = first.end;
    let mut more = false;
    let mut scales = 0u32;
    // The power of ten of a digit alone behind a scale, when it is one: 两万五 is 25,000.
    let mut spoken = None;
    let mut scale_here = 0;
    loop {
        let here = gap_before_scale(text, end);
        let Some((character, after)) = next(text, here) else { break };
        let between = open.is_none() && low.is_some() && text[after..].starts_with(['亿', '億']);
        if matches!(character, '多' | '余' | '餘')
            && !more
            && (between || open.is_some_and(|part| part.end == end))
        {
            // 50多亿, 3000余; 亿多 is below.
            more = true;
            end = after;
        } else if let Some(scale) = small_scale(character).filter(|_| in_digits(text, open)) {
            // 5千, 2百万: a scale behind digits; behind words it belongs to the section.
            let part = open.expect("in digits");
            if part.scaled {
                break;
            }
            let mut part = part.scaled_by(scale, after);
            while let Some(longer) = smaller_in_digits(text, part) {
                part = longer;
            }
            end = part.end;
            open = Some(part);
            scales += 1;
        } else if character == '个' && scales == 0 && !more && says_hundred_million(&text[after..]) {
            // 两个亿; what it scales comes next.
            end = after;
        } else if let Some(scale) = large_scale(character) {
            let joined = match (low, open) {
                (Some(low), Some(part)) if scale == 8 => low.joined(part),
                (Some(low), None) if scale == 8 => Some(low),
                (None, Some(part)) => Some(part),
                _ => None,
            };
            let Some(part) = joined else { break };
            let part = part.scaled_by(scale, after);
            scale_here = part.exponent;
            spoken = None;
            if scale == 8 {
                if done.is_some() {
                    break;
                }
                done = Some(part);
                low = None;
            } else {
                low = Some(part);
            }
            open = None;
            end = after;
            scales += 1;
        } else if open.is_none() && !more {
            // Another section: digits, or words.
            let part = if is_digit(character) && here == end {
                digits::read(text, here)?
            } else if let Some(part) = (here == end).then(|| section(text, skip_zero(text, here))).flatten() {
                part
            } else {
                break;
            };
            if part.places > 0 || first.places > 0 {
                break;
            }
            let alone = text[here..part.end].chars().count() == 1 && !is_digit(character);
            spoken = Some(scale_here - 1).filter(|_| alone && part.digits > 0);
            end = part.end;
            open = Some(part);
        } else {
            break;
        }
    }
    if let (Some(exponent), Some(part)) = (spoken, open) {
        open = Some(Numeral { digits: part.digits * 10u128.pow(exponent), ..part });
    }
    if next(text, end).is_some_and(|(character, _)| large_scale(character).is_some()) {
        // 1亿亿, 1万1万: a scale that cannot belong to what stands before it.
        return Err(Fault::nothing(end));
    }
    if scales == 0 && !more {
        return Ok(None);
    }
    // 亿多
    if let Some(('多' | '余' | '餘', after)) = next(text, end).filter(|_| !more && scales > 0) {
        more = true;
        end = after;
    }
    let mut whole: Option<Numeral> = None;
    for part in [done, low, open].into_iter().flatten() {
        whole = match whole {
            None => Some(part),
            Some(before) => match before.joined(part) {
                Some(longer) => Some(longer),
                None => return Err(Fault::nothing(first.end)),
            },
        };
    }
    Ok(whole.map(|number| Numeral { more, end, ..number }))
}

/// `part` with the next smaller scale behind it: the 6百 of 4千6百.
fn smaller_in_digits(text: &str, part: Numeral) -> Option<Numeral> {
    let (first, _) = next(text, part.end)?;
    if !is_digit(first) {
        return None;
    }
    let smaller = digits::read(text, part.end).ok().filter(|smaller| smaller.places == 0)?;
    let (character, after) = next(text, smaller.end)?;
    part.joined(smaller.scaled_by(small_scale(character)?, after))
}

/// One ordinary space may stand before 万亿 and the like: `22.58 万亿元`.
fn gap_before_scale(text: &str, at: usize) -> usize {
    let after = gap(text, at);
    match next(text, after) {
        Some((character, _)) if large_scale(character).is_some() || small_scale(character).is_some() => after,
        _ => at,
    }
}

/// 三万零五百: the nought only holds a place.
fn skip_zero(text: &str, at: usize) -> usize {
    match next(text, at) {
        Some(('零' | '〇', after)) => after,
        _ => at,
    }
}

fn in_digits(text: &str, part: Option<Numeral>) -> bool {
    part.is_some_and(|part| {
        let written = &text[..part.end];
        part.scaled || written.chars().next_back().is_some_and(|last| is_digit(last) || last.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> String {
        let read = if text.starts_with(is_digit) {
            digits::read(text, 0).and_then(|number| behind(text, number)).map(Option::unwrap)
        } else {
            read(text, 0)
        };
        match read {
            Err(fault) => format!("{:?}", fault.kind),
            Ok(n) => format!(
                "{}e{}{} {:?}",
                n.digits,
                i64::from(n.exponent) - i64::from(n.places),
                if n.more { "+" } else { "" },
                &text[n.end..]
            ),
        }
    }

    #[test]
    fn words_are_digits_written_out() {
        for (text, read) in [
            ("二十二万五千八百亿元", r#"225800e8 "元""#),
            ("三十点三", r#"303e-1 """#),
            ("二十二点五八万亿", r#"2258e10 """#),
            ("十二", r#"12e0 """#),
            ("一百零五", r#"105e0 """#),
            ("三万零五百", r#"30500e0 """#),
            ("两千", r#"2000e0 """#),
            ("五千亿", r#"5000e8 """#),
            ("一亿二千万", r#"12000e4 """#),
            ("一万亿", r#"1e12 """#),
            ("十万零五十六点三", r#"1000563e-1 """#),
            ("一百千瓦", r#"100e0 "千瓦""#),
            ("三十两", r#"30e0 "两""#),
            ("三千五", r#"3500e0 """#),
            ("两千四百五", r#"2450e0 """#),
            ("一千零五", r#"1005e0 """#),
            ("两万五", r#"25000e0 """#),
            ("三亿二", r#"320000000e0 """#),
            ("一万零三", r#"10003e0 """#),
            ("一亿二万", r#"10002e4 """#),
            ("壹仟玖佰", r#"1900e0 """#),
            ("柒拾捌萬", r#"78e4 """#),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
        for text in ["七八", "百", "万", "零百", "十百", "零零", "一百零"] {
            assert_eq!(number(text), "Nothing", "{text}");
        }
    }

    #[test]
    fn scales_behind_digits() {
        for (text, read) in [
            ("22.58万亿元", r#"2258e10 "元""#),
            ("22.58 万亿 元", r#"2258e10 " 元""#),
            ("27万2000亿元", r#"272000e8 "元""#),
            ("3亿5000万", r#"35000e4 """#),
            ("34009亿美元", r#"34009e8 "美元""#),
            ("12.29万个", r#"1229e2 "个""#),
            ("5千", r#"5e3 """#),
            ("2百万", r#"2e6 """#),
            ("50多亿元", r#"50e8+ "元""#),
            ("3000余家", r#"3000e0+ "家""#),
            ("2亿多户", r#"2e8+ "户""#),
            ("11.4万多亿日元", r#"114e11+ "日元""#),
            ("2016万多", r#"2016e4+ """#),
            ("2千3百万", r#"23e6 """#),
            ("2个亿卢布", r#"2e8 "卢布""#),
            ("12万个亿元项目", r#"12e4 "个亿元项目""#),
            ("7万5千4百", r#"754e2 """#),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }

    #[test]
    fn endless_scales_end() {
        assert_eq!(number(&format!("1{}", "亿".repeat(1000))), "Nothing");
        assert_eq!(number(&format!("1{}", "万".repeat(1000))), "Nothing");
        assert_eq!(number(&"1万".repeat(1000)), "Nothing");
        assert_eq!(number("1万20000亿"), "Nothing");
    }
}
