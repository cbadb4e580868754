//! Coins behind money of the same currency: `3 dollars 50 cents` is 3.50 dollars, 五元三角二分 is 5.32 yuan.

use super::number::{self, Manner, Numeral};
use super::words::{Case, end_of, ends_word, gap};
use super::{Currency, Exact, measure};

/// An amount that is whole as far as it goes, in a currency, and what stands behind it as coins: both as one number.
pub(super) fn joined(text: &str, numeral: Numeral, end: usize, currency: Currency) -> Option<Numeral> {
    if numeral.places > 0 || numeral.scaled && numeral.exponent > 0 || numeral.more {
        return None;
    }
    let (coins, places, end) = small_change(text, end, currency)?;
    let digits = numeral.digits.checked_mul(10u128.pow(places))?.checked_add(coins)?;
    Some(Numeral { places, end, ..Numeral::whole(digits, end) })
}

/// 块 is a yuan of speech where no thing of so many pieces follows: 三块, 三块五, 三块钱; 三块石头 are stones.
pub(super) fn piece_of_money(text: &str, at: usize) -> Option<usize> {
    let end = end_of(text, at, "块", Case::Exact).or_else(|| end_of(text, at, "塊", Case::Exact))?;
    let rest = text[end..].trim_start_matches([' ', '\u{3000}']);
    if let Some(after) = rest.strip_prefix(['钱', '錢']) {
        return Some(text.len() - after.len());
    }
    let next = rest.chars().next();
    let ends = next.is_none_or(|next| !next.is_alphanumeric());
    let change = small_change(text, end, Currency::CNY).is_some();
    (ends || change || rest.starts_with("左右")).then_some(end)
}

/// The coins at byte `at`: how many, of which place behind the point, and where they end.
fn small_change(text: &str, at: usize, currency: Currency) -> Option<(u128, u32, usize)> {
    if currency == Currency::CNY
        && let Some(found) = jiao_and_fen(text, at)
    {
        return Some(found);
    }
    let next = gap(text, at);
    let and = end_of(text, next, "and", Case::Any).filter(|&end| ends_word(text, end));
    let and = and
        .or_else(|| end_of(text, next, "又", Case::Exact))
        .or_else(|| end_of(text, next, "零", Case::Exact));
    let begin = and.map_or(next, |end| gap(text, end));
    let spoken = begin > at && text[begin..].starts_with(|first: char| first.is_ascii_alphabetic());
    let (coins, end) = below_hundred(text, begin)?;
    // `50 cents`: the unit must be the hundredth of the same money.
    if let Some((measure::Meaning::Measure(coin), after)) = measure::at(text, gap(text, end))
        && coin.unit().currency().is_some()
        && coin.factor() == Exact::pow10(-2)
        && (coin.unit().currency() == Some(currency) || has_cents(currency) && is_cents(&text[end..after]))
    {
        return Some((coins, 2, after));
    }
    // `thirteen dollars forty-five`: said in words to the end of the sentence.
    let stops = text[end..]
        .trim_start()
        .chars()
        .next()
        .is_none_or(|next| matches!(next, '.' | ',' | ';' | '?' | '!' | ')'));
    (spoken && and.is_none() && coins >= 10 && stops).then_some((coins, 2, end))
}

/// A number below a hundred.
fn below_hundred(text: &str, at: usize) -> Option<(u128, usize)> {
    let first = text[at..].chars().next()?;
    let found = if first.is_ascii_alphabetic() {
        number::english_small(text, at)?
    } else {
        let numeral = number::read(text, at, Manner { joins: false }).ok()?;
        (!numeral.scaled && numeral.places == 0).then_some((numeral.digits, numeral.end))?
    };
    (found.0 < 100).then_some(found)
}

/// Currencies whose hundredth is a cent.
fn has_cents(currency: Currency) -> bool {
    matches!(currency.code(), "USD" | "EUR" | "AUD" | "CAD" | "NZD" | "HKD" | "SGD" | "TWD" | "ZAR")
}

fn is_cents(word: &str) -> bool {
    matches!(word.trim_start_matches([' ', '-']), "cent" | "cents" | "¢" | "分")
}

/// 三角二分, 三毛, 五分, and what is said for them behind 块: 三块五.
fn jiao_and_fen(text: &str, at: usize) -> Option<(u128, u32, usize)> {
    let digit = |at: usize| {
        let numeral = number::read(text, at, Manner { joins: false }).ok()?;
        (numeral.digits < 10 && numeral.places == 0 && !numeral.scaled)
            .then_some((numeral.digits, numeral.end))
    };
    let money = |end: usize| end_of(text, end, "钱", Case::Exact).unwrap_or(end);
    let begin = end_of(text, at, "又", Case::Exact).unwrap_or(at);
    let nought = end_of(text, begin, "零", Case::Exact);
    let (first, end) = digit(nought.unwrap_or(begin))?;
    // 五元三角形, 三角洲 are no coins.
    let tenth = ["角", "毛"].iter().find_map(|word| end_of(text, end, word, Case::Exact));
    if let Some(end) = tenth.filter(|&end| !text[end..].starts_with(['形', '洲', '度', '色', '落', '线']))
    {
        let second = digit(end).and_then(|(fen, after)| Some((fen, end_of(text, after, "分", Case::Exact)?)));
        return Some(match second {
            Some((fen, end)) => (first * 10 + fen, 2, money(end)),
            None => (first, 1, money(end)),
        });
    }
    if let Some(end) =
        end_of(text, end, "分", Case::Exact).filter(|&end| !text[end..].starts_with(['之', '钟', '鐘']))
    {
        return Some((first, 2, money(end)));
    }
    let last = text[..at].chars().next_back();
    let stops = text[end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    (matches!(last, Some('块' | '塊')) && nought.is_none() && stops).then_some((first, 1, end))
}
