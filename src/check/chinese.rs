//! What a check says, in Chinese.
//!
//! The rules speak English, and what they say is a promise of JSON and CSV. For people who read Chinese the same
//! lines are put by phrases: a line in which `{}` stands for what it names, and the same line in Chinese.
//!
//! ```
//! use ipfacts::check::chinese::line;
//!
//! assert_eq!(line("should be `22.58万亿元`"), "应为`22.58万亿元`");
//! assert_eq!(line("`11万亿元` is the figure of 2012"), "`11万亿元`是2012年的数字");
//! assert_eq!(line("2015-08-31 was a Monday"), "2015年8月31日是星期一");
//! assert_eq!(line("nothing known"), "nothing known");
//! ```

use super::calendar::{CHINESE_WEEKDAYS, WEEKDAYS};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::period::{MONTHS, Period};

/// English and Chinese; `{1}` is what the first `{}` stood for.
#[rustfmt::skip]
const PHRASES: &[(&str, &str)] = &[
    ("should be `{}`", "应为`{1}`"),
    ("perhaps `{}`", "也许是`{1}`"),
    ("this is the time said", "文中说的时间"),
    ("with this", "与此相比"),
    ("{}, stated by {}", "{1}，出自{2}"),
    ("{} fits the date", "与日期相符的是{1}"),
    ("{} was a {}", "{1}是{2}"),
    ("signed and made public: {}", "签发与公布的日期：{1}"),
    ("it would take {} {} for one {}", "那样1{3}要合{1}{2}"),
    ("its sentence does not say what it is of; its digits do, but for a slip", "句中没有说是什么的数字；看数字本身，只差一处笔误"),
    ("`{}` writes what is certain", "用`{1}`写入有把握的改正"),
    ("a digit of `{}` is not the fact's", "`{1}`有数字与事实不符"),
    ("`{}` is cut off, not rounded", "`{1}`是截去尾数，没有四舍五入"),
    ("`{}` is what no exchange rate of the time gives: {}", "`{1}`不是当时的汇率能折算出来的：{2}"),
    ("`{}` is in percentage points, but percent are meant", "`{1}`用了百分点，应为百分数"),
    ("`{}` is in percent, but percentage points are meant", "`{1}`用了百分数，应为百分点"),
    ("`{}` turns the bound round", "`{1}`把界限说反了"),
    ("`{}` is in the wrong currency", "`{1}`的币种不对"),
    ("`{}` is not what the base has", "`{1}`与事实库不符"),
    ("`{}` is {} times too small", "`{1}`只有应有数值的1/{2}"),
    ("`{}` is {} times too large", "`{1}`是应有数值的{2}倍"),
    ("`{}` is the figure of {}, not of {}", "`{1}`是{2}的数字，不是{3}的"),
    ("`{}` is the figure of {}", "`{1}`是{2}的数字"),
    ("`{}` is a rise in the base, not a fall", "`{1}`在事实库中是增长，不是下降"),
    ("`{}` is another rank than the base has", "`{1}`与事实库的位次不符"),
    ("`{}` is of something else: {}", "`{1}`说的是另一项：{2}"),
    ("`{}` is not what the share is of", "这一比例不是占`{1}`的"),
    ("`{}` is no contribution to growth", "`{1}`不是对增长的贡献率"),
    ("`{}` is no share of {}", "`{1}`不是占{2}的比重"),
    ("`{}` has lost the bound of the fact", "`{1}`漏了事实里的界限"),
    ("`{}` puts a bound where the fact has the number itself", "`{1}`加了界限，事实正是这个数"),
    ("`{}` holds, but only loosely", "`{1}`虽然成立，却过于宽泛"),
    ("`{}` and `{}` are of different publications", "`{1}`与`{2}`出自不同的版本"),
    ("`{}` is not the number of this document", "`{1}`不是这份文件的文号"),
    ("`{}` is no time of this document", "`{1}`不是这份文件的日期"),
    ("`{}` was no such day of the week", "`{1}`与星期不符"),
    ("`{}` is no day of the calendar", "历法上没有`{1}`这一天"),
    ("`{}` does not lead from `{}` to `{}`", "按`{1}`，`{2}`到不了`{3}`"),
    ("`{}` is not what `{}` is worth", "`{1}`不是`{2}`折合的数"),
    ("nothing rises from `{}` to `{}`", "从`{1}`不会上升到`{2}`"),
    ("nothing falls from `{}` to `{}`", "从`{1}`不会下降到`{2}`"),
    ("`{}` is not `{}` of `{}`", "`{1}`不是`{3}`的`{2}`"),
    ("`{}` cannot be a part of `{}`", "`{1}`不可能是`{2}`的一部分"),
    ("{} do not make `{}`", "{1}之和不是`{2}`"),
    ("`{}` and `{}`", "`{1}`与`{2}`"),
    ("`{}` is not decided", "`{1}`无法判断"),
    ("its subject, place or time is not clear, or the base has it at another time only", "所说的事物、地方或时间不明，或事实库只有别的时间的数字"),
];

/// A fault of a draft in Chinese.
#[must_use]
pub fn told(mut fault: Diagnostic) -> Diagnostic {
    fault.title = line(&fault.title);
    for label in &mut fault.labels {
        label.text = line(&label.text);
    }
    for note in &mut fault.notes {
        *note = line(note);
    }
    fault.help = fault.help.as_deref().map(line);
    fault
}

/// A line in Chinese; as it is, when no phrase fits.
#[must_use]
pub fn line(english: &str) -> String {
    PHRASES
        .iter()
        .find_map(|(pattern, chinese)| {
            let named = named(english, pattern)?;
            let mut text = (*chinese).to_owned();
            for (at, word) in named.iter().enumerate() {
                // What stands in backticks is the draft's own.
                let quoted = pattern.split("{}").nth(at).is_some_and(|before| before.ends_with('`'));
                let word = if quoted { (*word).to_owned() } else { time(word).unwrap_or_else(|| line(word)) };
                text = text.replace(&format!("{{{}}}", at + 1), &word);
            }
            Some(text)
        })
        .unwrap_or_else(|| english.to_owned())
}

/// What the `{}` of a pattern stand for in a line.
fn named<'l>(text: &'l str, pattern: &str) -> Option<Vec<&'l str>> {
    let mut pieces = pattern.split("{}");
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let at = match pieces.peek() {
            None => rest.len().checked_sub(piece.len()).filter(|&at| rest.ends_with(piece) && at > 0)?,
            Some(_) => rest.find(piece)?,
        };
        found.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    rest.is_empty().then_some(found)
}

/// A time in Chinese.
fn time(english: &str) -> Option<String> {
    if let Some(at) = WEEKDAYS.iter().position(|name| *name == english) {
        return Some(format!("星期{}", CHINESE_WEEKDAYS[at]));
    }
    let read = Period::parse(english).ok().or_else(|| {
        // A month is written with its name.
        let (month, year) = english.split_once(' ')?;
        let at = MONTHS.iter().position(|name| *name == month)?;
        Period::parse(&format!("{year}-{:02}", at + 1)).ok()
    });
    Some(read?.phrase(Lang::Zh))
}
