//! Ways to write a quantity that only prose has: `$3.4-trillion`, `5m users`, 1/3的, 100兆宽带, 22.6万亿（人民币）.

use super::glyph::{
    any_at, any_before, before_spaces, head, is_digit, is_one_of, past_spaces, phrase_at, tail, word_at,
    word_before,
};
use super::{chinese, english};
use crate::quantity::{self, Currency, Nouns, Reading, Unit};

/// `1/3` as a share: between words that say so.
pub(super) fn parts_of_one(text: &str, at: usize) -> Option<Reading> {
    let bytes = text.as_bytes();
    let &[above, b'/', below, ..] = &bytes[at..] else { return None };
    let digit = |byte: u8| (b'1'..=b'9').contains(&byte);
    let end = at + 3;
    let free = bytes
        .get(end)
        .is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, b'/' | b'.' | b'-' | b'%'));
    if !digit(above) || !digit(below) || above >= below || !free {
        return None;
    }
    let next = past_spaces(text, end);
    let said = phrase_at(text, next, "of").is_some()
        || any_at(text, end, &["的", "以上", "左右", "强"]).is_some()
        || any_at(text, end, &["，", "。"]).is_some()
            && any_before(
                text,
                before_spaces(text, at),
                &["占", "约", "近", "超过", "超", "到", "达", "的", "为", "逾"],
            )
            .is_some()
        || is_one_of(word_before(text, at), &["about", "nearly", "almost", "over", "than", "roughly"]);
    if !said {
        return None;
    }
    let words = format!("{}分之{}", char::from(below), char::from(above));
    let quantity = quantity::parse_any(&words).ok()?;
    Some(Reading { range: at..end, quantity })
}

/// `100兆`, `20M` where the words around speak of data lines.
pub(super) fn mega(text: &str, at: usize) -> Option<Reading> {
    let length = text.as_bytes()[at..].iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
    let (_, end) = any_at(text, at + length, &["兆", "M"]).filter(|_| length > 0)?;
    let lines = chinese::speaks_of_lines(tail(text, at, 40)) || chinese::speaks_of_lines(head(text, end, 30));
    let free = !text[end..].starts_with(|next: char| next.is_ascii_alphanumeric());
    if !lines || !free {
        return None;
    }
    let (more, end) = any_at(text, end, &["及以上", "以上"]).unwrap_or(("", end));
    let quantity = quantity::parse_any(&format!("{} Mbps{more}", &text[at..at + length])).ok()?;
    Some(Reading { range: at..end, quantity })
}

/// `$3.4-trillion`, `22.58-trillion-yuan`: a scale behind a hyphen.
pub(super) fn with_hyphen(text: &str, reading: Reading) -> Reading {
    let end = reading.range.end;
    if !text[end..].starts_with('-') {
        return reading;
    }
    let word = word_at(text, end + 1);
    if !is_one_of(word, &["thousand", "million", "billion", "trillion"]) {
        return reading;
    }
    let stop = end + 1 + word.len();
    let unit = text[stop..].strip_prefix('-').map_or("", |rest| word_at(rest, 0));
    let first = format!("{} {word}", &text[reading.range.start..end]);
    let longer = format!("{first} {unit}");
    if let Ok(quantity) = quantity::parse(&longer, &Nouns::none())
        && !unit.is_empty()
    {
        return Reading { range: reading.range.start..stop + 1 + unit.len(), quantity };
    }
    match quantity::parse(&first, &Nouns::none()) {
        Ok(quantity) => Reading { range: reading.range.start..stop, quantity },
        Err(_) => reading,
    }
}

/// `5m users`: before a noun in the plural `m` is a million, not a metre.
pub(super) fn in_millions(text: &str, reading: Reading) -> Reading {
    let end = reading.range.end;
    if reading.quantity.unit() != &Unit::Metre || !text[..end].ends_with('m') || text[..end].ends_with(" m") {
        return reading;
    }
    let next = word_at(text, past_spaces(text, end));
    if !english::is_plural(next) || !text[..end - 1].ends_with(is_digit) {
        return reading;
    }
    let text = format!("{} million", &text[reading.range.start..end - 1]);
    match quantity::parse(&text, &Nouns::none()) {
        Ok(quantity) => Reading { range: reading.range, quantity },
        Err(_) => reading,
    }
}

/// `22.6万亿（人民币，下同）`: a currency that stands behind in parentheses.
pub(super) fn with_currency(text: &str, reading: Reading) -> Reading {
    if reading.quantity.unit() != &Unit::Number || reading.quantity.written().scale() == &quantity::Exact::ONE
    {
        return reading;
    }
    let end = reading.range.end;
    let Some((_, begin)) = any_at(text, end, &["（", "("]) else { return reading };
    let length = head(text, begin, 14).find(['，', ',', '）', ')', '、', ';', '；']).unwrap_or(0);
    match Currency::parse(&text[begin..begin + length]) {
        Some(currency) => in_currency(text, reading, currency),
        None => reading,
    }
}

/// The same number as money.
pub(super) fn in_currency(text: &str, reading: Reading, currency: Currency) -> Reading {
    let words = format!("{}{}", &text[reading.range.clone()], currency.name_zh());
    match quantity::parse(&words, &Nouns::none()) {
        Ok(quantity) => Reading { range: reading.range, quantity },
        Err(_) => reading,
    }
}

/// 港币800亿元: the word before says whose 元 they are.
pub(super) fn of_currency_before(text: &str, reading: Reading) -> Reading {
    const WORDS: [&str; 11] =
        ["港币", "港幣", "新台币", "新臺幣", "台币", "台幣", "澳门币", "澳門幣", "新加坡币", "美金", "加币"];
    let begin = reading.range.start;
    let whole = &text[reading.range.clone()];
    if reading.quantity.unit() != &Unit::Money(Currency::CNY) || !whole.ends_with('元') {
        return reading;
    }
    let Some((word, earlier)) = any_before(text, before_spaces(text, begin), &WORDS) else { return reading };
    let number = whole.trim_end_matches('元');
    match quantity::parse(&format!("{word}{number}"), &Nouns::none()) {
        Ok(quantity) => Reading { range: earlier..reading.range.end, quantity },
        Err(_) => reading,
    }
}

/// `a hundred thousand`: a hundred of the scale behind it.
pub(super) fn of_hundreds(text: &str, reading: Reading) -> Reading {
    let end = reading.range.end;
    let whole = &text[reading.range.clone()];
    let scale = word_at(text, past_spaces(text, end));
    let hundred =
        whole.len() >= 9 && whole.is_ascii() && whole[whole.len() - 9..].eq_ignore_ascii_case("a hundred");
    if !hundred || !is_one_of(scale, &["thousand", "million", "billion", "trillion"]) {
        return reading;
    }
    let stop = past_spaces(text, end) + scale.len();
    let words = format!("{}100 {scale}", &whole[..whole.len() - 9]);
    match quantity::parse(&words, &Nouns::none()) {
        Ok(quantity) => Reading { range: reading.range.start..stop, quantity },
        Err(_) => reading,
    }
}

/// `6 in 98 percent`, `15 in 2016` are no shares: the number alone is read.
pub(super) fn not_in(text: &str, reading: Reading) -> Option<Reading> {
    let whole = &text[reading.range.clone()];
    if !reading.quantity.written().is_rough() || !whole.contains(" in ") && !whole.contains(" out of ") {
        return Some(reading);
    }
    let below = whole.rsplit(' ').next().and_then(|number| number.parse::<u32>().ok());
    let usual =
        below.is_none_or(|below| below <= 10 || matches!(below, 12 | 20 | 25 | 50 | 100 | 1000 | 10_000));
    let next = past_spaces(text, reading.range.end);
    let united = quantity::read_one_at(text, reading.range.start + whole.rfind(' ').unwrap_or(0) + 1)
        .is_some_and(|number| number.range.end > reading.range.end)
        || text[next..].starts_with(['%', '％']);
    if usual && !united {
        return Some(reading);
    }
    let end = reading.range.start + whole.find(" in ").or_else(|| whole.find(" out of "))?;
    quantity::read_at(&text[..end], reading.range.start)
}

/// 展板50块 are pieces, not yuan: 块 counts slabs, and a slab stands before its number.
pub(super) fn not_pieces(text: &str, reading: Reading) -> Reading {
    const SLABS: &str = "板碑石砖磚瓦牌匾布肉糖表璃田木屏池皂饼鐵铁冰岩玉";
    let begin = reading.range.start;
    let whole = &text[reading.range.clone()];
    let Some(number) = whole.strip_suffix(['块', '塊']) else { return reading };
    if !text[..begin].ends_with(|last: char| SLABS.contains(last)) {
        return reading;
    }
    match quantity::parse(number, &Nouns::none()) {
        Ok(quantity) => Reading { range: begin..begin + number.len(), quantity },
        Err(_) => reading,
    }
}
