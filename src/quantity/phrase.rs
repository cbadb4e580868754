//! Quantities that are said rather than counted: shares (`a third`, `one in five`, 三分之一, 百分之三十),
//! ranks (`2nd`, `No. 2`, 第二) and multiples (`doubled`, `threefold`, 翻一番).

use super::number::{self, Manner, Numeral};
use super::read::Read;
use super::words::{Case, end_of, ends_word, gap};
use super::{Exact, Qualifier, Unit, Written};

const NO_JOIN: Manner = Manner { joins: false };

/// The phrase at byte `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Read> {
    let first = text[at..].chars().next()?;
    if first.is_ascii_alphabetic() {
        return share_en(text, at).or_else(|| rank_en(text, at)).or_else(|| multiple_en(text, at));
    }
    if first == '#' || first == '№' {
        return numbered(text, at + first.len_utf8());
    }
    if number::is_digit(first) {
        // What follows the digits tells which phrase it can be; mostly it is none.
        let digits = text[at..].trim_start_matches(|c| number::is_digit(c) || matches!(c, ',' | '.'));
        return match digits.trim_start().chars().next()? {
            '分' => share_zh(text, at),
            'i' | 'I' | 'o' | 'O' => one_in(text, at),
            's' | 'S' | 'n' | 'N' | 'r' | 'R' | 't' | 'T' => rank_digits(text, at),
            _ => None,
        };
    }
    match first {
        '第' => rank_zh(text, at),
        '翻' | '倍' => multiple_zh(text, at),
        _ if first.is_ascii() => None,
        _ => special_zh(text, at).or_else(|| share_zh(text, at)),
    }
}

fn plain(written: Written, unit: Unit, end: usize) -> Read {
    Read { written, to: None, unit, qualifier: Qualifier::None, end }
}

fn whole(digits: u128, unit: Unit, end: usize) -> Read {
    plain(Written::new(Numeral::whole(digits, end), false, &Exact::ONE), unit, end)
}

fn fraction(above: u128, below: u128, end: usize) -> Option<Read> {
    let proper = below >= 2 && above >= 1 && above < below;
    let written = Written::fraction(above, below).filter(|_| proper)?;
    Some(plain(written, Unit::Percent, end))
}

fn word(text: &str, at: usize, word: &str) -> Option<usize> {
    end_of(text, at, word, Case::Any).filter(|&end| ends_word(text, end))
}

/// `half`, `a third`, `two-thirds`, `three quarters`, `one in five`.
fn share_en(text: &str, at: usize) -> Option<Read> {
    if let Some(end) = word(text, at, "half") {
        return fraction(1, 2, end);
    }
    let (above, end) = match word(text, at, "a") {
        Some(end) => (1, end),
        None => number::english_small(text, at)?,
    };
    let next = if text.as_bytes().get(end) == Some(&b'-') { end + 1 } else { gap(text, end) };
    for (below, one, many) in [(2, "half", "halves"), (4, "quarter", "quarters")] {
        if let Some(end) = word(text, next, if above == 1 { one } else { many }) {
            return fraction(above, below, end);
        }
    }
    if let Some((below, end)) = part_en(text, next, above > 1) {
        return fraction(above, below, end);
    }
    one_in(text, at)
}

/// `third`, `thirds`, `fifths`: the lower number of a fraction.
fn part_en(text: &str, at: usize, many: bool) -> Option<(u128, usize)> {
    const PARTS: [&str; 8] = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    PARTS.iter().zip(3u128..).find_map(|(part, below)| {
        let mut end = end_of(text, at, part, Case::Any)?;
        if many {
            end = end_of(text, end, "s", Case::Any)?;
        }
        ends_word(text, end).then_some((below, end))
    })
}

/// `one in five`, `9 out of 10`.
fn one_in(text: &str, at: usize) -> Option<Read> {
    let number = |at: usize| match text[at..].chars().next() {
        Some(first) if number::is_digit(first) => {
            let numeral = number::read(text, at, NO_JOIN).ok()?;
            (numeral.places == 0 && !numeral.scaled).then_some((numeral.digits, numeral.end))
        }
        _ => number::english_small(text, at),
    };
    let (above, end) = number(at)?;
    let next = gap(text, end);
    let end = word(text, next, "in").or_else(|| word(text, next, "out of"))?;
    let (below, end) = number(gap(text, end))?;
    // `2 in 2016` is a year, `5 in 20.5` nothing.
    let ends = ends_word(text, end) && !text[end..].starts_with(['%', '％', '.', ',']);
    if below > 100 || !ends { None } else { fraction(above, below, end) }
}

/// `second`, `twenty-first`, `No. 2`.
fn rank_en(text: &str, at: usize) -> Option<Read> {
    if let Some((rank, end)) = number::ordinal(text, at) {
        return Some(whole(rank, Unit::Rank, end));
    }
    let end = ["No.", "No", "Nos."].iter().find_map(|no| end_of(text, at, no, Case::Any))?;
    numbered(text, gap(text, end))
}

/// The digits behind `No.` or `#`.
fn numbered(text: &str, at: usize) -> Option<Read> {
    if !text[at..].starts_with(number::is_digit) {
        return None;
    }
    let numeral = number::read(text, at, NO_JOIN).ok()?;
    let rank = numeral.places == 0 && !numeral.scaled && numeral.digits > 0 && ends_word(text, numeral.end);
    rank.then(|| whole(numeral.digits, Unit::Rank, numeral.end))
}

/// `2nd`, `21st`, `3rd`.
fn rank_digits(text: &str, at: usize) -> Option<Read> {
    let length = text[at..].bytes().take_while(u8::is_ascii_digit).take(7).count();
    let rank: u128 = text[at..at + length].parse().ok()?;
    let suffix = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let end = word(text, at + length, suffix).filter(|_| rank > 0)?;
    Some(whole(rank, Unit::Rank, end))
}

/// `第二`, `第2位`, `第三名`.
fn rank_zh(text: &str, at: usize) -> Option<Read> {
    let numeral = number::read(text, at + '第'.len_utf8(), NO_JOIN).ok()?;
    if numeral.places > 0 || numeral.scaled || numeral.more || numeral.digits == 0 {
        return None;
    }
    let place = text[numeral.end..].chars().next().filter(|next| matches!(next, '位' | '名'));
    Some(whole(numeral.digits, Unit::Rank, numeral.end + place.map_or(0, char::len_utf8)))
}

/// `doubled`, `threefold`, `twice`.
fn multiple_en(text: &str, at: usize) -> Option<Read> {
    const WORDS: [(&str, u32); 17] = [
        ("double", 2),
        ("doubled", 2),
        ("doubles", 2),
        ("doubling", 2),
        ("twice", 2),
        ("twofold", 2),
        ("triple", 3),
        ("tripled", 3),
        ("tripling", 3),
        ("trebled", 3),
        ("threefold", 3),
        ("quadrupled", 4),
        ("quadruple", 4),
        ("fourfold", 4),
        ("fivefold", 5),
        ("quintupled", 5),
        ("tenfold", 10),
    ];
    let (times, end) =
        WORDS.iter().find_map(|&(known, times)| word(text, at, known).map(|end| (times, end)))?;
    // `double-digit growth` is no multiple.
    if end_of(text, end, " digit", Case::Any).is_some() {
        return None;
    }
    Some(whole(u128::from(times), Unit::Times, end))
}

/// `翻番`, `翻一番` (2), `翻两番` (4), `翻三番` (8), `翻了一番`, `翻倍`.
fn multiple_zh(text: &str, at: usize) -> Option<Read> {
    const PHRASES: [(&str, u32); 7] =
        [("番", 2), ("一番", 2), ("1番", 2), ("倍", 2), ("两番", 4), ("2番", 4), ("三番", 8)];
    let begin = end_of(text, at, "翻", Case::Exact)?;
    let begin = end_of(text, begin, "了", Case::Exact).unwrap_or(begin);
    let (times, end) = PHRASES
        .iter()
        .find_map(|&(known, times)| end_of(text, begin, known, Case::Exact).map(|end| (times, end)))?;
    Some(whole(u128::from(times), Unit::Times, end))
}

/// `一半`, `半数`, `过半`; `百分之三十点三`, `千分之五`, `万分之三`.
fn special_zh(text: &str, at: usize) -> Option<Read> {
    for (known, qualifier) in [
        ("一半", Qualifier::None),
        ("半数", Qualifier::None),
        ("过半", Qualifier::MoreThan),
        ("多半", Qualifier::MoreThan),
    ] {
        if let Some(end) = end_of(text, at, known, Case::Exact) {
            return fraction(1, 2, end).map(|half| Read { qualifier, ..half });
        }
    }
    if let Some(end) = end_of(text, at, "半成", Case::Exact) {
        // 半成品 is half-finished, 半成年 half grown up.
        let written = Written::new(Numeral::whole(5, end), false, &Exact::ONE);
        return (!text[end..].starts_with(['品', '年', '熟', '了', '为', '功']))
            .then(|| plain(written, Unit::Percent, end));
    }
    let (negative, begin) = match end_of(text, at, "负", Case::Exact) {
        Some(end) => (true, end),
        None => (false, at),
    };
    for (known, exponent) in [("百分之", 0), ("千分之", -1), ("万分之", -2)] {
        if let Some(end) = end_of(text, begin, known, Case::Exact) {
            // 百分之百 is said without its one.
            let hundred = end_of(text, end, "百", Case::Exact).map(|end| Numeral::whole(100, end));
            let numeral = hundred.or_else(|| number::read(text, end, NO_JOIN).ok())?;
            let written = Written::new(numeral, negative, &Exact::pow10(exponent));
            let qualifier = if numeral.more { Qualifier::MoreThan } else { Qualifier::None };
            return Some(Read { qualifier, ..plain(written, Unit::Percent, numeral.end) });
        }
    }
    None
}

/// `三分之一`, `3分之2`.
fn share_zh(text: &str, at: usize) -> Option<Read> {
    let below = number::read(text, at, NO_JOIN).ok()?;
    let next = end_of(text, below.end, "分之", Case::Exact)?;
    let above = number::read(text, next, NO_JOIN).ok()?;
    let plain = [below, above].iter().all(|part| part.places == 0 && !part.scaled && !part.more);
    if plain { fraction(above.digits, below.digits, above.end) } else { None }
}
