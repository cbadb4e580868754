//! What Chinese makes of a number: names it belongs to, what it counts, ranks, changes.

use std::ops::Range;

use super::Direction;
use super::glyph::{
    any_at, any_before, at as char_at, before, before_spaces, head, is_digit, is_han, past_spaces, tail,
};

/// Whether a number that is a figure can begin with the character at byte `at`, by what follows. Cheap, and right
/// whenever it says no.
pub(super) fn opens_number(text: &str, at: usize) -> bool {
    let mut letters = text[at..].chars();
    let Some(first) = letters.next() else { return false };
    let second = letters.next().unwrap_or(' ');
    match first {
        '百' | '千' | '万' => second == '分',
        // 陆军, 捌 in a name: a numeral of a cheque stands among others, or before its money.
        '肆' | '伍' | '陆' | '陸' | '柒' | '捌' | '玖' | '拾' => {
            is_numeral(second) && past_numerals(text, at) >= at + 2 * first.len_utf8()
        }
        '翻' => matches!(second, '番' | '一' | '两' | '兩' | '三' | '了' | '倍' | '1' | '2'),
        // 多半成了: mostly became
        '半' => {
            second == '数' || second == '成' && !matches!(before(text, at), Some('多' | '大' | '一' | '过'))
        }
        '过' => second == '半',
        // 减负5亿元 is a burden taken off.
        '负' | '負' => {
            !matches!(before(text, at), Some(last) if "减減担擔承背欠胜勝自肩抱辜".contains(last))
        }
        '第' => {
            let digits = text[at + first.len_utf8()..]
                .trim_start_matches(|letter: char| is_digit(letter) || is_numeral(letter));
            let end = text.len() - digits.len();
            any_at(text, end, &["位", "名"]).is_some() || rank(text, at, end)
        }
        '一' if !is_numeral(second) => {
            "成倍半点點分元块吨".contains(second)
                || text[at + first.len_utf8()..].starts_with(['美', '欧', '英', '日', '港'])
                    && any_at(text, at, &["一美元", "一美分", "一欧元", "一英镑", "一日元", "一港元"])
                        .is_some()
                || matches!(second, '到' | '至') && char_at(text, at + 6).is_some_and(is_numeral)
                || any_at(text, at, &["一个百分点", "一個百分點", "一个基点"]).is_some()
        }
        _ if is_numeral(first) => {
            let end = past_numerals(text, at);
            let next = char_at(text, end).unwrap_or(' ');
            // A counter or unit, or the noun behind a scale.
            "成折倍点點分余餘多个個户戶家项項人名所座条條台臺部件次辆輛只隻例起份种種类類处處艘架套张張篇款元美欧英日韩港澳新加台泰卢公千平立吨亩斤米克升兆字比吉瓦度海基人村县镇块塊角毛圆圓厘毫微纳焦赫".contains(next)
                || matches!(next, '到' | '至') && char_at(text, end + 3).is_some_and(is_numeral)
                || !next.is_alphabetic() && !matches!(next, '，' | '、' | '。')
                || text[at..end].contains(['万', '亿', '千', '百', '萬', '億'])
        }
        _ => false,
    }
}

/// Characters behind a number that make it a name or a label: 5号, 500强, 3.0版, 90后.
#[rustfmt::skip]
const LABELS: [&str; 37] = [
    "号", "號", "强", "版", "楼", "层", "路", "级", "期", "届", "章", "型", "代", "室", "栋", "线", "环", "日", "时", "点钟", "分钟前", "秒前",
    "频道", "航班", "中学", "小学", "医院", "工程", "计划", "高校", "院校", "团", "师", "公路", "国道", "高速", "后出生",
];

/// Whether a bare number or count from `begin` to `end` is part of a name or label.
pub(super) fn is_name(text: &str, begin: usize, end: usize) -> bool {
    let last = before(text, begin);
    let rest = &text[end..];
    if matches!(last, Some('“' | '「' | '『' | '‘' | '"'))
        && head(rest, 0, 4).contains(['”', '」', '』', '’', '"'])
    {
        return true;
    }
    if matches!((last, rest.chars().next()), (Some('（' | '(' | '[' | '〔'), Some('）' | ')' | ']' | '〕')))
    {
        return true;
    }
    // 双11, 工业4.0, 第3章, 图2, 表1
    if any_before(
        text,
        before_spaces(text, begin),
        &[
            "双", "第", "前", "图", "表", "附件", "电话", "热线", "邮编", "编号", "拨打", "传真", "代码",
            "专栏", "附录",
        ],
    )
    .is_some()
    {
        return true;
    }
    if any_at(text, end, &LABELS)
        .is_some_and(|(word, after)| word != "时" || !text[after..].starts_with(['候', '期', '速']))
    {
        return true;
    }
    let number = &text[begin..end];
    let digits = number.chars().count();
    if digits == 2 && rest.starts_with('后') && (number.ends_with('0') || number.ends_with('5')) {
        return true;
    }
    // 9点30分, 9:30
    if rest.starts_with('点') && digits <= 2 {
        return true;
    }
    if rest.starts_with('分') && !rest.starts_with("分之") && matches!(tail(text, begin, 1), "点" | "时")
    {
        return true;
    }
    // 8部门联合发文, 中国制造2025
    if rest.starts_with(['门', '委']) && number.ends_with('部') {
        return true;
    }
    digits == 4
        && (number.starts_with("19") || number.starts_with("20"))
        && last.is_some_and(is_han)
        && !rest.starts_with(|next: char| is_han(next))
}

/// Characters that no noun behind a number goes beyond.
const STOPS: &str = "未里從達佔約較與後為於來長的了是在已将通实占均都和与及或等中内外上下以有被为于超约近同较比增达从到至就也而其这那并还又再把对向由让使得不没会可能要应且则时年月日分秒第个";

/// The noun right behind a number or counter that ends at byte `end`: up to six characters.
pub(super) fn noun(text: &str, end: usize) -> Option<Range<usize>> {
    let begin = past_spaces(text, end);
    if let Some((_, stop)) = any_at(text, begin, &["年", "天", "周岁", "岁", "小时", "分钟", "小時", "分鐘"])
    {
        return Some(begin..stop);
    }
    let mut stop = begin;
    for (count, letter) in text[begin..].chars().enumerate() {
        if !is_han(letter)
            || STOPS.contains(letter)
            || count >= 6
            || "一二三四五六七八九十两百千万亿".contains(letter)
        {
            break;
        }
        stop += letter.len_utf8();
    }
    (stop > begin).then_some(begin..stop)
}

/// Words that a rank stands behind.
#[rustfmt::skip]
const PLACED: [&str; 27] = [
    "居", "位居", "列", "位列", "排名", "名列", "排", "排在", "跃居", "稳居", "升至", "升到", "跃升至", "降至", "处于", "占", "全球", "世界", "全国",
    "全省", "亚洲", "同类", "行业", "位于", "获得", "保持", "的",
];

/// Words behind 第二 that make it a rank: 第二大经济体, 第二位.
const ORDERS: [&str; 8] = ["大", "高", "多", "强", "长", "快", "富", "低"];

/// Words behind 第二大 that make it no rank: 第五大道.
const NO_ORDERS: [&str; 8] = ["大道", "大街", "大队", "大学", "高中", "强制", "长", "大会"];

/// Whether 第二 from `begin` to `end` is a place in an order.
pub(super) fn rank(text: &str, begin: usize, end: usize) -> bool {
    if text[begin..end].ends_with(['位', '名']) {
        return true;
    }
    if any_at(text, end, &NO_ORDERS).is_some() {
        return false;
    }
    if any_at(text, end, &ORDERS).is_some() {
        return true;
    }
    let edge = before_spaces(text, begin);
    let next = char_at(text, past_spaces(text, end));
    let ends = next.is_none_or(|next| {
        !is_han(next) && !next.is_ascii_alphanumeric() || matches!(next, '的' | '和' | '与' | '及' | '，')
    });
    ends && any_before(text, edge, &PLACED)
        .is_some_and(|(word, _)| word != "的" || tail(text, edge, 5).contains(['界', '球', '国']))
}

/// Whether a number in words from `begin` to `end` is a figure: it needs a unit, or a counter and no set phrase.
pub(super) fn counts(text: &str, begin: usize, end: usize, counter: bool) -> bool {
    #[rustfmt::skip]
    const SETS: [&str; 19] = [
        "三个代表", "四个全面", "四个意识", "四个自信", "两个维护", "两个一百年", "两个确立", "三个务必", "两个毫不动摇", "一个", "一家", "一项", "一名", "一座", "一条",
        "一人", "一次", "一种", "一部",
    ];
    if any_at(text, begin, &SETS).is_some() || vague(text, begin, end) || text[..begin].ends_with('前') {
        return false;
    }
    let words = text[begin..end].chars().filter(|letter| is_numeral(*letter)).count();
    let last = text[..end].chars().next_back();
    // 三次产业, 五部委, 二人转
    let loose = matches!(last, Some('次' | '部' | '人' | '处' | '起' | '件' | '条')) && words == 1;
    counter && !loose
}

/// Whether a number in words with its scale ends a clause: 投资三千万。 Not 不怕一万，只怕万一.
pub(super) fn stops_behind_scale(text: &str, begin: usize, end: usize) -> bool {
    let stops =
        char_at(text, end).is_none_or(|next| matches!(next, '，' | '。' | '；' | '！' | '？' | '、' | '）'));
    stops && !matches!(&text[begin..end], "一万" | "一千" | "一百")
}

/// 几十, 数百, 十几: nobody can say how many.
pub(super) fn vague(text: &str, begin: usize, end: usize) -> bool {
    before(text, begin).is_some_and(|last| {
        matches!(last, '几' | '数' | '上' | '好' | '若' | '幾' | '數') && !text[..begin].ends_with("以上")
    }) || text[end..].starts_with(['几', '来', '幾'])
}

/// A Chinese numeral.
pub(super) fn is_numeral(character: char) -> bool {
    "〇零一二两兩三四五六七八九十百千万亿億萬壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟".contains(character)
}

/// Where the numerals at byte `at` end.
pub(super) fn past_numerals(text: &str, at: usize) -> usize {
    at + text[at..].chars().take_while(|letter| is_numeral(*letter)).map(char::len_utf8).sum::<usize>()
}

#[rustfmt::skip]
const UP: [&str; 19] = [
    "增长", "增長", "增加", "上升", "提高", "提升", "上涨", "扩大", "擴大", "增幅", "增速", "增", "升", "涨", "多出", "高出", "增长率", "成长", "攀升",
];
const DOWN: [&str; 14] =
    ["下降", "减少", "減少", "降低", "回落", "下滑", "下跌", "缩小", "降幅", "降", "减", "減", "跌", "萎缩"];

/// Which way a change went, by the words before a figure that begins at byte `at`.
pub(super) fn direction(text: &str, at: usize) -> Option<Direction> {
    let mut end = before_spaces(text, at);
    if let Some((_, earlier)) =
        any_before(text, end, &["了", "为", "為", "约", "約", "幅度达", "达", "速度为", "率为"])
    {
        end = earlier;
    }
    // 增长到 and 降至 tell where it ended, not by how much.
    if any_before(text, end, &UP).is_some() {
        return Some(Direction::Up);
    }
    any_before(text, end, &DOWN).map(|_| Direction::Down)
}

/// The same by the words behind a figure: 18.9%的增长.
pub(super) fn direction_behind(text: &str, end: usize) -> Option<Direction> {
    let (_, at) = any_at(text, end, &["的"])?;
    if any_at(text, at, &["增长", "增速", "增幅", "涨幅"]).is_some() {
        return Some(Direction::Up);
    }
    any_at(text, at, &["降幅", "跌幅", "下降"]).map(|_| Direction::Down)
}

/// Whether the number that begins at byte `at` is where a change began: 从18.6.
pub(super) fn begins_change(text: &str, at: usize) -> bool {
    any_before(text, before_spaces(text, at), &["从", "從", "由", "自"]).is_some()
}

/// Whether what stands before a figure says that it changed by so much: 增长18.9%至….
pub(super) fn changes(text: &str, at: usize) -> bool {
    let end = before_spaces(text, at);
    any_before(text, end, &UP).is_some() || any_before(text, end, &DOWN).is_some()
}

/// Whether the words about data lines stand in a text: then 100兆 is a speed.
pub(super) fn speaks_of_lines(text: &str) -> bool {
    ["宽带", "网速", "带宽", "光纤", "速率", "接入", "下载", "寬頻", "家庭", "用户"]
        .iter()
        .any(|word| text.contains(word))
        && !text.contains("瓦")
        && text.chars().take(400).any(|letter| !is_digit(letter))
}
