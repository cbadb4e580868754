//! Whether a sentence speaks of what is to be or of what is: a goal is held against targets, a state against outcomes.

use super::anywhere::{self, Anywhere};
use crate::lang::Lang;

/// Whether a sentence speaks of what is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// It does.
    Goal,
    /// It names a deadline, which can be one or a time that has come: `by 2020`, 到2020年.
    Either,
    /// It speaks of what is.
    State,
}

/// Words of what is to be, of what is done, and of a deadline.
#[rustfmt::skip]
const AIMS_EN: [&[&str]; 3] = [
    &[
        "will ", "aim", "target", "goal", "plan", "to ensure", "ensure that", "ensures", "ensuring", "pledge", "is to ",
        "are to ", "were to ", "was to ", "set to", "seek", "strive", "expected", "would ", "shall", "must ", "intend",
        "vow", "to bring", "to cover", "to connect", "to have", "to give", "promise", "call for", "calls for",
        "called for", "require", "should", "hopes ", "hoped ", "hoping ", "wants ",
    ],
    &[" had ", "has reached", "have reached", " reached", "already"],
    &["by 20", "by the end of 20"],
];

#[rustfmt::skip]
const AIMS_ZH: [&[&str]; 3] = [
    &[
        "将", "目标", "力争", "计划", "规划", "确保", "提出", "争取", "应", "预计", "实施", "要达", "要实现", "要超过",
        "要覆盖", "要新增", "要求", "会议确定", "部署", "年内",
    ],
    &["已达", "已经", "截至", "已通", "已实现", "为止", "超额", "提前实现", "提前完成", "实际完成", "实际达"],
    &["到201", "到202", "到203", "至201", "至202", "至203"],
];

/// What a sentence speaks of.
pub(super) fn of(text: &str, lang: Lang) -> Aim {
    static ENGLISH: Anywhere<{ anywhere::count(&AIMS_EN) }> = Anywhere::new(&AIMS_EN);
    static CHINESE: Anywhere<{ anywhere::count(&AIMS_ZH) }> = Anywhere::new(&AIMS_ZH);
    let said = match lang {
        Lang::En => ENGLISH.sets(text),
        Lang::Zh => CHINESE.sets(text),
    };
    let (goal, done, deadline) = (said & 1 != 0, said & 2 != 0, said & 4 != 0);
    match (goal, done, deadline) {
        // 截至2015年底 names no deadline.
        (false, true, _) if lang == Lang::Zh => Aim::State,
        (true, false, _) => Aim::Goal,
        (true, true, _) | (false, _, true) => Aim::Either,
        (false, ..) => Aim::State,
    }
}
