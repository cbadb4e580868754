//! Datelines: where and when a report was filed, which is not what it tells of.

use std::ops::Range;

use super::names::{Hit, What};
use crate::lang::Lang;
use crate::scan::floor;

/// No dateline is longer, in bytes.
const LONGEST: usize = 90;

/// Where a report begins behind the dateline that opens its first sentence: `FUZHOU, May 7 (Xinhua) -- At 31.3 trillion
/// yuan, …`, 新华社福州5月7日电（记者…）。
pub(super) fn body(text: &str, sentence: &Range<usize>, lang: Lang) -> usize {
    let head = &text[sentence.start..floor(text, sentence.end.min(sentence.start + LONGEST))];
    let length = match lang {
        Lang::En => english(head),
        Lang::Zh => chinese(head),
    };
    sentence.start + length.unwrap_or(0)
}

fn english(head: &str) -> Option<usize> {
    let (at, dash) =
        [" -- ", " – ", " — ", " - "].iter().filter_map(|dash| Some((head.find(dash)?, dash.len()))).min()?;
    let place = &head[..at];
    // Behind a day or an agency any dash will do, behind nothing but capitals it must be a city's: `BEIJING – …`.
    let plain = place.split(['(', ')']).step_by(2);
    let mut words = plain.flat_map(|part| part.split([' ', ',', '.', '/'])).filter(|word| !word.is_empty());
    let signed = place.contains(", ") && place.contains(|letter: char| letter.is_ascii_digit())
        || place.ends_with(')');
    let city = |word: &str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let capital =
        |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit());
    let first = words.next()?;
    (capital(first) && (signed && words.all(capital) || city(first) && words.all(city))).then_some(at + dash)
}

fn chinese(head: &str) -> Option<usize> {
    // 本报讯（记者…） has no day.
    let undated = ["本报讯", "本報訊", "本刊讯", "本网讯"].iter().find(|wire| head.starts_with(**wire));
    let wire = undated.map(|wire| wire.len()).or_else(|| {
        ["日电", "日電", "日讯", "日訊"].iter().find_map(|wire| Some(head.find(wire)? + wire.len()))
    })?;
    let filed =
        head[..wire].chars().all(|letter| letter.is_alphanumeric() || letter == '（' || letter == '）');
    let rest = head[wire..].trim_start();
    let signed = rest.strip_prefix(['（', '(']).and_then(|by| Some(&by[by.find(['）', ')'])?..]));
    let behind = signed.map_or(rest, |by| by.trim_start_matches(['）', ')']).trim_start());
    filed.then(|| head.len() - behind.len())
}

/// Whether a place is only where a report was filed: 新华社北京1月5日电.
pub(super) fn is_dateline(text: &str, hit: &Hit) -> bool {
    if !matches!(hit.what, What::Place(_) | What::Home) {
        return false;
    }
    let digits = |rest: &'_ str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = &text[hit.range.end..];
    for unit in ["月", "日"] {
        let count = digits(rest);
        let Some(next) = rest[count..].strip_prefix(unit).filter(|_| count > 0) else { return false };
        rest = next;
    }
    ["电", "電", "讯", "訊", "专电", "消息"].iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_begins_behind_its_dateline() {
        for (lang, text, report) in [
            (Lang::En, "FUZHOU, May 7 (Xinhua) -- At 31.3 trillion yuan", "At 31.3 trillion yuan"),
            (Lang::En, "BEIJING – China's GDP", "China's GDP"),
            (Lang::En, "Hong Kong, Jan. 18, 2018 - China's GDP", "China's GDP"),
            (Lang::Zh, "新华社福州5月7日电（记者张三）中国数字经济", "中国数字经济"),
            (Lang::Zh, "本报北京1月18日讯 国内生产总值", "国内生产总值"),
            (Lang::Zh, "本报讯（记者李四）我国大数据产业", "我国大数据产业"),
            (Lang::En, "China – the second largest – grew", "China – the second largest – grew"),
            (Lang::En, "GDP – 82.7 trillion yuan", "GDP – 82.7 trillion yuan"),
            (Lang::En, "In 2016, it grew – by 18.9 percent", "In 2016, it grew – by 18.9 percent"),
        ] {
            assert_eq!(&text[body(text, &(0..text.len()), lang)..], report);
        }
    }
}
