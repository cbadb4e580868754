//! Times in Chinese: 2016年, 到2020年底, 2018年9月21日, 今年上半年, 2012—2021年, 自2013年以来.

use chrono::{Datelike, Weekday};

use super::{Bound, Context, Core, Time, dash, iso, number, small, year};
use crate::period::Stretch;
use crate::scan::glyph::{any_at, any_before, before, before_spaces, head, is_digit, is_han, past_spaces};

/// The time whose core begins with the digit at byte `at`.
pub(super) fn at_digit(text: &str, at: usize, context: Context) -> Option<Time> {
    // 报告称,2016年: a comma belongs to a number only behind another digit.
    let before = text[..at].strip_suffix(['.', ',']).unwrap_or(&text[..at]);
    if before.ends_with(is_digit) {
        return None;
    }
    let (core, end, relative) = dated(text, at)
        .or_else(|| iso(text, at).map(|(day, end)| (Core::One(day), end, false)))
        .or_else(|| month_alone(text, at, context))
        .or_else(|| counted(text, at, context))
        .or_else(|| quarter_alone(text, at, context))
        .or_else(|| decade(text, at))
        .or_else(|| bare_year(text, at, context))?;
    Some(framed(text, core, at, end, relative))
}

/// The time whose core begins with the Chinese character at byte `at`.
pub(super) fn at_han(text: &str, at: usize, context: Context) -> Option<Time> {
    let (core, end, relative) = written_year(text, at)
        .map(|(year, end)| parts(text, year, end, false))
        .or_else(|| relative(text, at, context))
        .or_else(|| counted(text, at, context))
        .or_else(|| quarter_alone(text, at, context))
        .or_else(|| half_alone(text, at, context))
        .or_else(|| plan(text, at))?;
    Some(framed(text, core, at, end, relative))
}

type Part = (Core, usize, bool);

/// A year with 年, or the first of several: `2016年`, `2012—2021年`, `2016、2017年`.
fn dated(text: &str, at: usize) -> Option<Part> {
    let (first, end) = year(text, at)?;
    let behind = past_spaces(text, end);
    let named = any_at(text, behind, &["年度", "年"]);
    let after = named.map_or(end, |(_, end)| end);
    // 2012年至2021年, 2012-2021年
    let gap = past_spaces(text, after);
    let joint = dash(text, gap).or_else(|| any_at(text, gap, &["至", "到"]).map(|(_, end)| end));
    if let Some((second, end)) = joint.and_then(|joint| year(text, past_spaces(text, joint))) {
        let named = any_at(text, past_spaces(text, end), &["年"]);
        if let (Some((_, end)), true) = (named, second > first) {
            // 2012年1月至2013年5月 is another matter, and 到2020年 may be a deadline of its own.
            if any_at(text, end, &["底", "末", "初"]).is_none() {
                return Some((Core::Range(Stretch::year(first)?, Stretch::year(second)?), end, false));
            }
        }
    }
    if let Some((_, end)) = named {
        return Some(parts(text, first, end, false));
    }
    // 2016、2017年; 2016和2017年
    let listed = any_at(text, behind, &["、", "和", "与", "及", "，"])
        .and_then(|(_, end)| year(text, past_spaces(text, end)));
    let listed =
        listed.is_some_and(|(_, end)| any_at(text, past_spaces(text, end), &["年", "、", "和"]).is_some());
    (listed && (1900..2100).contains(&first)).then_some((Core::One(Stretch::year(first)?), end, false))
}

/// What follows a year: a month, day, quarter or half. 底 and 初 are for the frame.
fn parts(text: &str, year: i32, end: usize, relative: bool) -> Part {
    let whole = || Stretch::year(year).map_or(Core::Unknown, Core::One);
    let next = past_spaces(text, end);
    let next = any_at(text, next, &["的"]).map_or(next, |(_, end)| end);
    let (core, end) = month(text, next, year)
        .or_else(|| {
            quarter(text, next)
                .and_then(|(quarter, end)| Some((Core::One(Stretch::quarter(year, quarter)?), end)))
        })
        .or_else(|| {
            half(text, next).and_then(|(half, end)| Some((Core::One(Stretch::half(year, half)?), end)))
        })
        .or_else(|| first_part(text, next, year))
        .unwrap_or((whole(), end));
    (core, end, relative)
}

/// `9月`, `9月21日`, `1-9月`, `1至9月` of a year.
fn month(text: &str, at: usize, year: i32) -> Option<(Core, usize)> {
    let (first, end, _) = number(text, at, 2)?;
    let named = any_at(text, past_spaces(text, end), &["月份", "月"]);
    let after = named.map_or(end, |(_, end)| end);
    let gap = past_spaces(text, after);
    let joint = dash(text, gap).or_else(|| any_at(text, gap, &["至", "到"]).map(|(_, end)| end));
    if let Some((last, end, _)) = joint.and_then(|joint| number(text, past_spaces(text, joint), 2))
        && let Some((_, end)) = any_at(text, past_spaces(text, end), &["月份", "月"])
    {
        let range = Core::Range(Stretch::month(year, small(first))?, Stretch::month(year, small(last))?);
        return (last > first).then_some((range, end));
    }
    let (_, end) = named?;
    let month = Stretch::month(year, small(first))?;
    let day = number(text, past_spaces(text, end), 2).and_then(|(day, end, _)| {
        let (_, end) = any_at(text, past_spaces(text, end), &["日", "号"])?;
        Some((Stretch::day(year, small(first), small(day))?, end))
    });
    let Some((from, end)) = day else { return Some((Core::One(month), end)) };
    // 10月18日至24日
    let gap = past_spaces(text, end);
    let joint = dash(text, gap).or_else(|| any_at(text, gap, &["至", "到"]).map(|(_, end)| end));
    let to = joint.and_then(|joint| number(text, past_spaces(text, joint), 2)).and_then(|(day, end, _)| {
        let (_, end) = any_at(text, past_spaces(text, end), &["日", "号"])?;
        Some((Stretch::day(year, small(first), small(day)).filter(|to| to.first() > from.first())?, end))
    });
    Some(to.map_or((Core::One(from), end), |(to, end)| (Core::Range(from, to), end)))
}

/// `9月21日`, `9月` without a year.
fn month_alone(text: &str, at: usize, context: Context) -> Option<Part> {
    // Only the shape is asked of this year; the right one comes from the context.
    let (core, end) = month(text, at, 2000)?;
    if any_at(text, end, &["球", "嫂", "子", "饼"]).is_some() {
        return None;
    }
    let (found, relative) = match core {
        Core::One(stretch) => context.of_year(|year| {
            let first = stretch.first();
            if stretch.length() == crate::period::Length::Day {
                Stretch::day(year, first.month(), first.day())
            } else {
                Stretch::month(year, first.month())
            }
        }),
        Core::Range(from, to) => {
            let known = context.year.or_else(|| context.day.map(|day| day.year()));
            let range = known.and_then(|year| {
                Some(Core::Range(
                    Stretch::month(year, from.first().month())?,
                    Stretch::month(year, to.first().month())?,
                ))
            });
            (range.unwrap_or(Core::Unknown), context.year.is_none())
        }
        Core::Unknown | Core::Beyond(_) => (Core::Unknown, true),
    };
    Some((found, end, relative))
}

/// `第三季度`, `三季度`, `3季度`: the quarter and where it ends.
fn quarter(text: &str, at: usize) -> Option<(u32, usize)> {
    let at = any_at(text, at, &["第"]).map_or(at, |(_, end)| end);
    let mut letters = text[at..].chars();
    let first = letters.next()?;
    let quarter = match first {
        '一' | '1' | '首' => 1,
        '二' | '2' => 2,
        '三' | '3' => 3,
        '四' | '4' => 4,
        _ => return None,
    };
    let (_, end) = any_at(text, at + first.len_utf8(), &["季度", "季"])?;
    Some((quarter, end))
}

fn quarter_alone(text: &str, at: usize, context: Context) -> Option<Part> {
    let (number, end) = quarter(text, at)?;
    if !text[..end].ends_with("季度") {
        return None;
    }
    let (core, relative) = context.of_year(|year| Stretch::quarter(year, number));
    Some((core, end, relative))
}

fn half(text: &str, at: usize) -> Option<(u32, usize)> {
    let (word, end) = any_at(text, at, &["上半年", "下半年", "年中"])?;
    Some((if word == "下半年" { 2 } else { 1 }, end))
}

fn half_alone(text: &str, at: usize, context: Context) -> Option<Part> {
    // 一年中, 近年中国 are no middle of a year.
    let opens = |last: char| "到比在至较和与从自截，、；：。（,;( ".contains(last);
    let names = |rest: &str| rest.starts_with(|next: char| "国央部西东小等华科共美日间".contains(next));
    let middle = text[at..]
        .strip_prefix("年中")
        .is_some_and(|rest| names(rest) || !before(text, at).is_none_or(opens));
    if let Some((number, end)) = half(text, at).filter(|_| !middle) {
        let (core, relative) = context.of_year(|year| Stretch::half(year, number));
        return Some((core, end, relative));
    }
    let known = context.year.or_else(|| context.day.map(|day| day.year()));
    let (mut core, end) = first_part(text, at, known.unwrap_or(2000))?;
    // 前三季度, told in January, are those of the year before.
    let over = |core: Core| match (core, context.day) {
        (Core::Range(_, last), Some(day)) => last.last() <= day,
        _ => true,
    };
    if context.year.is_none() && !over(core) {
        core = first_part(text, at, known.unwrap_or(2000) - 1)?.0;
    }
    let core = if known.is_some() { core } else { Core::Unknown };
    Some((core, end, context.year.is_none()))
}

/// `前三季度`, `前9个月`, `前九月` of a year.
fn first_part(text: &str, at: usize, year: i32) -> Option<(Core, usize)> {
    let (_, at) = any_at(text, at, &["前"])?;
    let (count, end) = match number(text, at, 2) {
        Some((count, end, _)) => (small(count), end),
        None => {
            let letter = text[at..].chars().next()?;
            let index = "一二三四五六七八九十".chars().position(|digit| digit == letter)?;
            (small(i32::try_from(index).ok()?) + 1, at + letter.len_utf8())
        }
    };
    let (word, end) = any_at(text, end, &["季度", "个季度", "个月", "月"])?;
    let months = if word.ends_with("季度") { count * 3 } else { count };
    if !(2..12).contains(&months) {
        return None;
    }
    Some((Core::Range(Stretch::month(year, 1)?, Stretch::month(year, months)?), end))
}

/// `20世纪90年代`, `90年代`, `1990年代`.
fn decade(text: &str, at: usize) -> Option<Part> {
    let (value, end, count) = number(text, at, 4)?;
    let (_, end) = any_at(text, end, &["年代"])?;
    let first = if count == 4 { value } else { 1900 + value };
    let decade = Stretch::year(first).zip(Stretch::year(first + 9)).filter(|_| first % 10 == 0);
    Some((decade.map_or(Core::Unknown, |(from, to)| Core::Range(from, to)), end, decade.is_none()))
}

/// A year without 年 that nothing is counted by.
fn bare_year(text: &str, at: usize, context: Context) -> Option<Part> {
    let (found, end) = year(text, at)?;
    let counted = text[end..].starts_with(|next: char| {
        next.is_alphanumeric() || matches!(next, '%' | '％' | '.' | ',' | '-' | '/' | ' ' | '+')
    });
    let measured = any_before(
        text,
        before_spaces(text, at),
        &[
            "达", "到", "为", "共", "约", "超", "近", "过", "余", "$", "¥", "￥", "元", "币", "-", "/", "有",
            "的", "了", "第", ".",
        ],
    );
    // 中国制造2025 is a name.
    let named = before(text, at).is_some_and(is_han);
    let plain = !named
        && context.lang == crate::lang::Lang::Zh
        && !counted
        && measured.is_none()
        && (1990..2036).contains(&found);
    plain.then_some((Core::One(Stretch::year(found)?), end, false))
}

/// `二〇一六年`.
fn written_year(text: &str, at: usize) -> Option<(i32, usize)> {
    let mut value = 0;
    let mut end = at;
    for (count, letter) in text[at..].chars().enumerate() {
        let digit = match letter {
            '〇' | '零' | '○' => 0,
            '一' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '年' if count == 4 => {
                return (1000..3000).contains(&value).then_some((value, end + letter.len_utf8()));
            }
            _ => return None,
        };
        if count >= 4 {
            return None;
        }
        value = value * 10 + digit;
        end += letter.len_utf8();
    }
    None
}

/// `去年`, `今年9月`, `上年同期`, `上个月`, `昨天`.
fn relative(text: &str, at: usize, context: Context) -> Option<Part> {
    const YEARS: [(&str, i32); 13] = [
        ("去年", -1),
        ("今年", 0),
        ("明年", 1),
        ("前年", -2),
        ("上年度", -1),
        ("上年", -1),
        ("上一年", -1),
        ("前一年", -1),
        ("本年度", 0),
        ("本年", 0),
        ("当年", 0),
        ("翌年", 1),
        ("次年", 1),
    ];
    const MONTHS: [(&str, i32); 6] =
        [("上个月", -1), ("上月", -1), ("本月", 0), ("当月", 0), ("下个月", 1), ("下月", 1)];
    const DAYS: [(&str, i64); 6] =
        [("昨天", -1), ("昨日", -1), ("今天", 0), ("今日", 0), ("明天", 1), ("明日", 1)];
    let rest = &text[at..];
    // 去年年初占88%，到年底提高到91%: the end of the year that was named; 底 is for the frame.
    let edge = ["年底", "年末", "年初"].iter().any(|edge| rest.starts_with(edge));
    if let Some(year) = context.told.filter(|_| edge) {
        let core = Stretch::year(year).map_or(Core::Unknown, Core::One);
        return Some((core, at + '年'.len_utf8(), true));
    }
    if let Some((word, more)) = YEARS.iter().find(|(word, _)| rest.starts_with(word)) {
        let end = at + word.len();
        // 上年 and 当年 belong to the year that the text speaks of.
        let of_text = matches!(*word, "上年" | "上年度" | "上一年" | "前一年" | "当年" | "翌年" | "次年");
        let year = match context.spoken().filter(|_| of_text) {
            Some(year) => Some(year + more),
            None if of_text => None,
            None => context.day.map(|day| day.year() + more),
        };
        return Some(match year {
            Some(year) => parts(text, year, end, true),
            None => {
                let (core, end, _) = parts(text, 2000, end, true);
                let whole = matches!(core, Core::One(at) if at.length() == crate::period::Length::Year);
                (if whole { Core::Beyond(*more) } else { Core::Unknown }, end, true)
            }
        });
    }
    if let Some((word, more)) = MONTHS.iter().find(|(word, _)| rest.starts_with(word)) {
        return Some((context.month_from_day(*more), at + word.len(), true));
    }
    let (word, more) = DAYS.iter().find(|(word, _)| rest.starts_with(word))?;
    Some((context.day_from_day(*more), at + word.len(), true))
}

/// 两年前, 5年后, 半年前, 再过五年, 随后两年: so many years from the one spoken of.
fn counted(text: &str, at: usize, context: Context) -> Option<Part> {
    if before(text, at).is_some_and(|last| is_digit(last) || crate::scan::chinese::is_numeral(last)) {
        return None;
    }
    let letter = text[at..].chars().next()?;
    let (years, end) = match number(text, at, 2) {
        Some((years, end, _)) => (Some(years), end),
        None if letter == '半' => (None, at + letter.len_utf8()),
        None => {
            let letter = if letter == '两' || letter == '兩' { '二' } else { letter };
            let years = "一二三四五六七八九十".chars().zip(1..).find(|(known, _)| *known == letter)?.1;
            (Some(years), at + letter.len_utf8())
        }
    };
    let (_, end) = any_at(text, past_spaces(text, end), &["年"])?;
    // 再过五年
    if any_before(text, at, &["再过", "又过", "再过了", "又过了"]).is_some() {
        let core = years.map_or(Core::Unknown, |years| Core::years_from(context.year, years));
        return Some((core, end, true));
    }
    // 随后两年累计: all of them together.
    if any_before(text, at, &["随后", "其后", "此后", "接下来", "隨後", "其後", "此後", "随后的", "接下来的"])
        .is_some()
        && any_at(text, end, &["之", "以", "内", "後", "后"]).is_none()
    {
        let year = |more| context.year.and_then(|year| Stretch::year(year + more));
        let range = year(1).zip(years.and_then(year)).map_or(Core::Unknown, |(from, to)| match from == to {
            true => Core::One(from),
            false => Core::Range(from, to),
        });
        return Some((range, end, true));
    }
    let (word, end) = any_at(text, end, &["之前", "以前", "前", "之后", "以后", "后", "之後", "以後", "後"])?;
    // 三年前的2016年6月，…，两年前的同期: from now, not from the time named last.
    if text[end..].starts_with("的同期") {
        return Some((Core::Unknown, end, true));
    }
    let sign = if word.ends_with('前') { -1 } else { 1 };
    let core = years.map_or(Core::Unknown, |years| Core::years_from(context.year, sign * years));
    Some((core, end, true))
}

/// `十三五时期`, `“十二五”期间`: the five years of a plan, when they are named as a time.
fn plan(text: &str, at: usize) -> Option<Part> {
    let (number, end) = plan_number(text, at)?;
    let end = any_at(text, end, &["”", "\"", "」", "’"]).map_or(end, |(_, end)| end);
    let first = plan_year(number)?;
    if let Some((_, end)) = any_at(text, end, &["开局前", "开局之前", "启动前", "实施前", "之前"])
    {
        return Some((Core::Unknown, end, true));
    }
    if let Some((_, end)) = any_at(text, end, &["末期", "期末", "末"]) {
        return Some((Core::One(Stretch::year(first + 4)?), end, false));
    }
    let (_, end) = any_at(text, end, &["规划时期", "规划期间", "时期", "期间", "規劃期間", "時期", "期間"])?;
    Some((Core::Range(Stretch::year(first)?, Stretch::year(first + 4)?), end, false))
}

/// The number of the five-year plan that is named by it at byte `at`: `十三五`, `“十二五`.
pub(in crate::scan) fn plan_number(text: &str, at: usize) -> Option<(u32, usize)> {
    const NAMES: [&str; 9] = ["十五", "十四五", "十三五", "十二五", "十一五", "九五", "八五", "七五", "六五"];
    const NUMBERS: [u32; 9] = [10, 14, 13, 12, 11, 9, 8, 7, 6];
    let rest = &text[at..];
    let index = NAMES.iter().position(|name| rest.starts_with(name))?;
    Some((NUMBERS[index], at + NAMES[index].len()))
}

/// The first year of a five-year plan; the sixth began in 1981.
fn plan_year(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|number| (6..40).contains(number)).map(|number| 1951 + number * 5)
}

/// The time with what stands around its core: 到…底, 截至, 自…以来, 比…, …前.
fn framed(text: &str, core: Core, begin: usize, end: usize, relative: bool) -> Time {
    let mut bound = Bound::During;
    let mut start = begin;
    let mut stop = end;
    if let Some((word, after)) = any_at(text, stop, &["年底", "年末", "底", "末", "年初", "初"]) {
        bound = if word.ends_with('初') { Bound::Start } else { Bound::End };
        stop = after;
    }
    let edge = before_spaces(text, begin);
    let edge = any_before(text, edge, &["“", "\"", "「", "‘"]).map_or(edge, |(_, open)| open);
    if let Some((word, earlier)) = any_before(
        text,
        edge,
        &[
            "截至到",
            "截止到",
            "截至",
            "截止",
            "到了",
            "直到",
            "预计到",
            "到",
            "至",
            "自从",
            "始于",
            "自",
            "从",
            "從",
        ],
    ) {
        // 若把时间拉长到2002年至2016年: how long a time is made is no deadline.
        let stretched = ["拉长", "延长", "放宽", "扩大", "拉開", "拉長"]
            .iter()
            .any(|verb| text[..earlier].ends_with(verb));
        match word {
            "到" | "至" if stretched => {}
            "自从" | "自從" | "自" | "从" | "從" => {
                if let Some((_, after)) = since_behind(text, stop) {
                    bound = Bound::Since;
                    stop = after;
                    start = earlier;
                }
            }
            "截至到" | "截止到" | "截至" | "截止" => {
                if bound == Bound::During {
                    bound = Bound::AsOf;
                }
                start = earlier;
            }
            _ if reaches(text, earlier, stop) => {}
            _ => {
                bound = Bound::By;
                start = earlier;
            }
        }
    }
    if matches!(bound, Bound::During | Bound::End | Bound::By) {
        if let Some((word, after)) = any_at(text, stop, &["之前", "以前", "前"]) {
            let counted = text[after..]
                .starts_with(|next: char| is_digit(next) || "一二三四五六七八九十几".contains(next));
            if !counted {
                bound = if word == "以前" && bound == Bound::During { Bound::Before } else { Bound::By };
                stop = after;
            }
        } else if let Some((_, after)) = since_behind(text, stop).filter(|_| bound == Bound::During) {
            bound = Bound::Since;
            stop = after;
        }
    }
    let (weekday, stop) = weekday(text, stop);
    let compared = is_compared(text, before_spaces(text, start), stop) || is_said(text, stop);
    Time {
        range: start..stop,
        period: bound.period(core),
        how: bound.how(relative || core == Core::Unknown),
        weekday,
        compared,
        beyond: core.beyond(),
    }
}

/// Whether 到 tells where a change ended, not when: 增长到2021年的45.5万亿元.
fn reaches(text: &str, at: usize, end: usize) -> bool {
    text[end..].starts_with('的')
        || any_before(
            text,
            at,
            &[
                "增长", "提升", "提高", "增加", "上升", "扩大", "下降", "降低", "减少", "上涨", "增", "升",
                "降",
            ],
        )
        .is_some()
}

/// 以来, 起, 开始.
fn since_behind(text: &str, at: usize) -> Option<(&'static str, usize)> {
    any_at(text, at, &["以来", "以來", "之后", "之後", "以后", "以後", "开始", "開始", "起"])
}

/// Whether a time tells when something was said or made known: 1月18日公布的数据, 2015年7月4日印发, 1月22日电.
fn is_said(text: &str, at: usize) -> bool {
    const VERBS: [&str; 24] = [
        "公布",
        "发布",
        "發布",
        "印发",
        "印發",
        "发表",
        "發表",
        "召开",
        "召開",
        "举行",
        "舉行",
        "表示",
        "介绍",
        "介紹",
        "指出",
        "透露",
        "宣布",
        "报道",
        "報道",
        "消息",
        "出版",
        "签署",
        "通过了",
        "电（",
    ];
    // 7月中旬公布
    let at = any_at(text, at, &["上旬", "中旬", "下旬", "初", "底"]).map_or(at, |(_, end)| end);
    let by =
        any_at(text, at, &["正式", "联合", "对外", "在京", "在北京", "由新华社"]).map_or(at, |(_, end)| end);
    any_at(text, by, &VERBS).is_some() || any_at(text, by, &["电 ", "讯 ", "电(", "讯（", "電（"]).is_some()
}

/// Whether a time is only compared with, or has only begun: 比2015年, 较上年同期, 与去年相比, 进入2018年, 达到2015年平均水平; 同比
/// is none.
fn is_compared(text: &str, at: usize, end: usize) -> bool {
    if any_before(
        text,
        at,
        &[
            "比",
            "较",
            "較",
            "较之",
            "相比",
            "相较于",
            "高于",
            "低于",
            "超过",
            "是",
            "相对于",
            "进入",
            "進入",
            "迈入",
            "邁入",
            "步入",
            "跨入",
        ],
    )
    .is_some_and(|(word, _)| {
        // 是2012年的3倍 compares, 是2016年的 does not.
        word != "是" || head(text, end, 8).contains('倍')
    }) {
        return true;
    }
    // 达到2015年发达国家平均水平: how far others were then; 到 is the verb's.
    if text[at..].starts_with('到') && text[..at].ends_with(['达', '達', '回']) {
        return true;
    }
    let level = ["接近", "相当于", "相當於", "恢复到"];
    let rest = text[end..].chars().take(14).take_while(|letter| !matches!(letter, '，' | '。' | '；' | '、'));
    if any_before(text, at, &level).is_some() && rest.collect::<String>().ends_with("水平") {
        return true;
    }
    let behind = any_at(text, end, &["同期", "全年", "的水平"]).map_or(end, |(_, end)| end);
    any_at(text, behind, &["相比", "相较", "比较"]).is_some()
}

/// The day of the week behind a date: （星期一）, 周一.
fn weekday(text: &str, at: usize) -> (Option<Weekday>, usize) {
    let next = any_at(text, at, &["（", "(", "，", " "]).map_or(at, |(_, end)| end);
    let Some((_, day)) = any_at(text, next, &["星期", "周", "礼拜"]) else { return (None, at) };
    let Some(letter) = text[day..].chars().next() else { return (None, at) };
    let weekday = match letter {
        '一' => Weekday::Mon,
        '二' => Weekday::Tue,
        '三' => Weekday::Wed,
        '四' => Weekday::Thu,
        '五' => Weekday::Fri,
        '六' => Weekday::Sat,
        '日' | '天' => Weekday::Sun,
        _ => return (None, at),
    };
    let end = day + letter.len_utf8();
    let end = if next > at { any_at(text, end, &["）", ")"]).map_or(end, |(_, end)| end) } else { end };
    (Some(weekday), end)
}
