//! What the company of a figure tells of it: the figures of one sentence are mostly of one plan and one time.
//!
//! `到2015年，城市宽带达到20Mbps，农村宽带达到8Mbps` names a deadline, and that may be a goal or a time that has come.
//! Where one of its figures is that of a goal and of nothing else, the others are goals as well. And where no time
//! is said at all, figures of a topic whose neighbour is that of one time are of that time.

use super::aim::Aim;
use super::finding::Verdict;
use super::judge::{Found, Judge};
use super::mention::{Mention, Where};
use super::rules;
use crate::facts::model::{Kind, Text};
use crate::period::Period;
use crate::quantity::Exact;
use crate::scan::{Figure, FigureKind};

/// A figure of a sentence with what it claims, where it is of, and what was found.
pub(super) struct Judged<'a> {
    pub(super) mention: Mention,
    pub(super) found: Found<'a>,
    pub(super) at: usize,
    pub(super) place: Where,
}

/// Judges again what was left open, by what its company tells.
pub(super) fn again<'a>(judge: &Judge<'a>, figures: &[Figure], judged: &mut [Judged<'a>]) {
    let of_another_time = of_another_time(judge, figures, judged);
    let open = |one: &Judged<'_>| {
        one.mention.sure && (one.found.verdict == Verdict::Undecided || of_another_time.contains(&one.at))
    };
    if judged.len() < 2 || !judged.iter().any(open) {
        return;
    }
    for at in 0..judged.len() {
        let one = &judged[at];
        if !open(one) {
            continue;
        }
        let kin = |other: &&Judged<'_>| other.mention.sure && agrees_beside(other, one);
        let is_goal = |other: &Judged<'_>| other.found.agreeing.iter().all(|fact| fact.kind == Kind::Target);
        let timed = one.mention.period.is_some();
        // 2013年为2.1亿户，2015年为2.7亿户，2020年为4亿户: where one is a plan's, so are those of its other years.
        let plan = judged.iter().filter(|_| timed).find_map(|other| plan_beside(other, one));
        let goal = plan.is_some() || timed && judged.iter().filter(kin).any(is_goal);
        let mut mention = one.mention.clone();
        // Who is named has the base's own figure beside this one, and so passes on its compiler's.
        let passed_on = timed
            && (one.mention.by_stranger || !one.mention.by.is_empty())
            && judged.iter().filter(kin).any(|other| topic(other) == topic(one));
        if passed_on {
            mention.by.clear();
            mention.by_stranger = false;
        }
        let again = if timed {
            passed_on || goal
        } else {
            let near = judged.iter().filter(kin).find(|other| topic(other) == topic(one));
            let id = near.and_then(|other| other.found.fact.as_deref());
            mention.period = id.and_then(|id| judge.base.fact(id)).and_then(|fact| fact.period);
            mention.period.is_some()
        };
        if again {
            let aim = if goal { Aim::Goal } else { Aim::State };
            mention.goal = goal;
            let found = judge.judge(&figures[one.at], &mention, place_beside(one), aim);
            // What is like nothing known may be the count of the one who is named.
            let own =
                passed_on && found.issue.as_ref().is_some_and(|issue| issue.rule.code == "wrong-figure");
            let of_plan = plan.is_none_or(|plan| is_of_source(judge, &found, &plan));
            if found.verdict == Verdict::Differs && !own && of_plan {
                judged[at].found = found;
            }
        }
    }
}

/// Takes back that a figure is another year's where its company is of that year least of all: 2022年，规模达9.2万亿元，占比18.3%,
/// when 18.3% was the share of 2021 as well, and 8.35 trillion the amount.
pub(super) fn of_the_year_said(judge: &Judge<'_>, figures: &[Figure], judged: &mut [Judged<'_>]) {
    let wrong = |one: &Judged<'_>| {
        one.found.issue.as_ref().is_some_and(|issue| issue.rule.code == "wrong-year")
            && !one.mention.period.is_some_and(|period| judge.has_at(&one.mention, &period))
    };
    if !judged.iter().any(wrong) {
        return;
    }
    let mut back = Vec::new();
    for at in (0..judged.len()).filter(|&at| wrong(&judged[at])) {
        let fact = judged[at].found.fact.as_deref().and_then(|id| judge.base.fact(id));
        let Some(year) = fact.and_then(|fact| fact.period) else { continue };
        let said = judged[at].mention.period;
        let of_no_such_year = judged.iter().enumerate().any(|(other, one)| {
            let quantity = &figures[one.at].quantity;
            other != at
                && one.mention.period == said
                && one.mention.sure
                && one.found.verdict == Verdict::Undecided
                && rules::digits(quantity) >= 2
                && judge.tells_otherwise(&one.mention, &year, quantity)
        });
        if of_no_such_year {
            back.push(at);
        }
    }
    for at in back {
        judged[at].found = Found::only(Verdict::Undecided);
    }
}

/// The figures without a time that agree only with other times than that of which a neighbour of the same topic, told
/// by its four digits and more, is: 全年国内生产总值744127亿元，增长6.0%.
fn of_another_time(judge: &Judge<'_>, figures: &[Figure], judged: &[Judged<'_>]) -> Vec<usize> {
    let agrees = |one: &Judged<'_>| one.found.verdict == Verdict::Agrees && one.mention.period.is_none();
    let times =
        |one: &Judged<'_>| one.found.agreeing.iter().filter_map(|fact| fact.period).collect::<Vec<_>>();
    let telling: Vec<&Judged<'_>> =
        judged.iter().filter(|one| agrees(one) && rules::digits(&figures[one.at].quantity) >= 4).collect();
    let lone = |one: &Judged<'_>| {
        let mut beside = telling
            .iter()
            .filter(|other| other.at != one.at && topic(other) == topic(one))
            .map(|other| times(other))
            .peekable();
        let ours = times(one);
        // 从689052亿元增加到744127亿元: of two times told, either may be meant.
        beside.peek().is_some()
            && beside.all(|theirs| {
                !ours.iter().any(|time| theirs.contains(time))
                    && theirs.iter().all(|time| judge.has_at(&one.mention, time))
            })
    };
    let telling_little = |one: &Judged<'_>| rules::digits(&figures[one.at].quantity) < 4;
    judged.iter().filter(|one| agrees(one) && telling_little(one) && lone(one)).map(|one| one.at).collect()
}

/// Judges again what words between topic and figure, or the day of the draft, left in doubt, where figures beside it
/// are the very ones that the base has: then the sentence is about what the base is about, and knew of it. One of
/// the same topic and time is enough; of other topics there must be two, of one source, and it is held against that.
pub(super) fn vouched<'a>(judge: &Judge<'a>, figures: &[Figure], judged: &mut [Judged<'a>], aim: Aim) {
    let open = |one: &Judged<'_>| {
        one.found.verdict == Verdict::Undecided && one.mention.period.is_some() && one.place != Where::Foreign
    };
    for at in 0..judged.len() {
        let one = &judged[at];
        if !open(one) {
            continue;
        }
        let kin = |other: &&Judged<'_>| {
            agrees_beside(other, one)
                && topic(other) == topic(one)
                && rules::digits(&figures[other.at].quantity) >= 3
        };
        let vouched = judged.iter().any(|other| kin(&other));
        let source = if vouched { None } else { quoted(judged, one) };
        if !vouched && source.is_none() {
            continue;
        }
        let company = judged
            .iter()
            .filter(kin)
            .filter(|other| rules::digits(&figures[other.at].quantity) >= 4)
            .flat_map(|other| other.found.agreeing.iter().map(|fact| fact.id.clone()))
            .collect();
        let mention = Mention { sure: true, known: true, company, ..one.mention.clone() };
        let found = judge.judge(&figures[one.at], &mention, place_beside(one), aim);
        let told = found.issue.as_ref().is_some_and(|issue| issue.rule.code != "wrong-figure");
        let of_source = source.is_none_or(|source| is_of_source(judge, &found, &source));
        if found.verdict == Verdict::Differs && of_source && (told || vouched && one.mention.sure) {
            judged[at].found = found;
        }
    }
}

/// Judges again what agrees with any time, since none is said, where a figure of many digits beside it is of one time only:
/// `114.92 trillion yuan ($15.61 trillion)`, `74.41 trillion yuan, 6.1 percent more than a year before`.
pub(super) fn of_the_time_beside<'a>(
    judge: &Judge<'a>,
    figures: &[Figure],
    judged: &mut [Judged<'a>],
    aim: Aim,
) {
    for at in 0..judged.len() {
        let one = &judged[at];
        // Which year's rates an amount was held against, nothing had said.
        let dollars = one.found.issue.as_ref().is_some_and(|issue| issue.rule.code == "impossible-dollars");
        let open = (dollars || one.found.verdict != Verdict::Differs && one.found.issue.is_none())
            && one.found.verdict != Verdict::Unknown
            && one.mention.period.is_none()
            && one.place != Where::Foreign;
        if !open {
            continue;
        }
        let period = [amount_before(judge, figures, judged, at), amount_behind(judge, figures, judged, at)]
            .into_iter()
            .flatten()
            .find_map(|amount| time_told_by(&judged[amount], &figures[judged[amount].at], one));
        let Some(period) = period else { continue };
        let mention = Mention { period: Some(period), unknown_time: false, ..one.mention.clone() };
        judged[at].found = judge.judge(&figures[one.at], &mention, place_beside(one), aim);
        judged[at].mention = mention;
    }
}

/// The amount that a figure stands right behind as its conversion or its growth.
fn amount_before(judge: &Judge<'_>, figures: &[Figure], judged: &[Judged<'_>], at: usize) -> Option<usize> {
    let (one, next) = (&judged[at], &judged[at.checked_sub(1)?]);
    let stretch = figures[next.at].range.end..figures[one.at].range.start;
    let amount = if next.mention.beside.is_some() { at.checked_sub(2)? } else { at - 1 };
    let close = one.at == next.at + 1
        && (one.mention.beside.is_some() || is_the_growth_of_it(&judge.text[stretch]) && one.mention.sure);
    // `growing by 6.8 percent in the first quarter`
    let rest = judge.text[figures[one.at].range.end..].trim_start();
    let of_a_part = ["in the ", "during the "].iter().any(|words| rest.starts_with(words))
        && rest.split([' ', ',', '.']).take(4).any(|word| matches!(word, "quarter" | "half" | "months"));
    (close && !of_a_part).then_some(amount)
}

/// The amount that a growth leads to: `expanded 8.1 percent year on year to 114.37 trillion yuan`.
fn amount_behind(judge: &Judge<'_>, figures: &[Figure], judged: &[Judged<'_>], at: usize) -> Option<usize> {
    let (one, next) = (&judged[at], judged.get(at + 1)?);
    let between = judge.text.get(figures[one.at].range.end..figures[next.at].range.start)?;
    let between = ["year-on-year", "year on year", "from a year earlier", "on the year"]
        .iter()
        .fold(between.trim(), |rest, year| rest.strip_prefix(year).unwrap_or(rest));
    let leads = matches!(between.trim(), "to" | "to reach" | "to hit" | "to about" | "to some");
    (leads && one.mention.sure && next.at == one.at + 1).then_some(at + 1)
}

/// The time that an amount tells for a figure beside it, by four digits that are of one time only.
fn time_told_by(amount: &Judged<'_>, figure: &Figure, one: &Judged<'_>) -> Option<Period> {
    let first = amount.found.agreeing.first()?.period?;
    let alike = amount.mention.period.is_none()
        && (amount.mention.unknown_time, &amount.mention.time)
            == (one.mention.unknown_time, &one.mention.time)
        && topic(amount) == topic(one);
    let telling = rules::digits(&figure.quantity) >= 4
        && amount.found.verdict == Verdict::Agrees
        && amount.found.issue.is_none()
        && amount.found.agreeing.iter().all(|fact| fact.period == Some(first));
    (alike && telling).then_some(first)
}

/// Whether the words between an amount and a percentage say that this is how much the amount grew.
fn is_the_growth_of_it(between: &str) -> bool {
    let between = between.trim_start_matches([')', ']', ',', ' ']);
    [
        "which is",
        "up",
        "up by",
        "an increase of",
        "a rise of",
        "or",
        "growing",
        "growing by",
        "，增长",
        "，同比增长",
    ]
    .iter()
    .any(|words| between.trim() == *words)
}

/// Whether what is found is held against a fact of a source.
fn is_of_source(judge: &Judge<'_>, found: &Found<'_>, source: &Text) -> bool {
    let fact = found.fact.as_deref().and_then(|id| judge.base.fact(id));
    fact.is_some_and(|fact| fact.source == *source)
}

/// The source that two figures beside one, of its time, are of.
fn quoted(judged: &[Judged<'_>], one: &Judged<'_>) -> Option<Text> {
    let sources = |other: &Judged<'_>| {
        other.found.agreeing.iter().map(|fact| fact.source.clone()).collect::<std::collections::BTreeSet<_>>()
    };
    let mut beside =
        judged.iter().filter(|other| agrees_beside(other, one) && other.mention.sure).map(sources);
    let first = beside.next()?;
    let rest: Vec<_> = beside.collect();
    first.into_iter().find(|source| rest.iter().any(|other| other.contains(source)))
}

/// Marks the figures that share their year with one that is another year's, where they are of that year as well: the
/// year is what was slipped, and it is wrong for all of them.
pub(super) fn of_the_same_slip<'a>(
    judge: &Judge<'a>,
    figures: &[Figure],
    judged: &mut [Judged<'a>],
    aim: Aim,
) {
    let slipped = |one: &Judged<'_>| {
        let issue = one.found.issue.as_ref().filter(|issue| issue.rule.code == "wrong-year")?;
        issue.also.as_ref()?;
        let period = judge.base.fact(one.found.fact.as_deref()?)?.period?;
        Some((topic(one)?, one.mention.period?, period))
    };
    let Some((topic_of, said, meant)) = judged.iter().find_map(slipped) else { return };
    for one in judged.iter_mut() {
        let open = one.found.verdict == Verdict::Undecided
            && one.place != Where::Foreign
            && one.mention.period == Some(said)
            && topic(one) == Some(topic_of);
        // A rank stays the same for years: it is none of one year more than of another.
        if !open || figures[one.at].kind == FigureKind::Rank {
            continue;
        }
        let mention = Mention { period: Some(meant), ..one.mention.clone() };
        let found = judge.judge(&figures[one.at], &mention, place_beside(one), aim);
        let fact = found.fact.as_deref().and_then(|id| judge.base.fact(id));
        if let (Verdict::Agrees, None, Some(fact)) = (found.verdict, &found.issue, fact) {
            one.found = judge.is_of_another_time(&figures[one.at], &one.mention, fact);
        }
    }
}

/// The source of the plan that a figure of another time and the same subject is of, and of nothing else.
fn plan_beside(other: &Judged<'_>, one: &Judged<'_>) -> Option<Text> {
    let first = other.found.agreeing.first()?;
    let planned = other.found.agreeing.iter().all(|fact| fact.kind == Kind::Target);
    let of_subject = !one.mention.subjects.is_empty()
        && one.mention.subjects.first() == other.mention.subjects.first()
        && other.mention.sure
        && other.mention.period.is_some()
        && other.mention.period != one.mention.period;
    (planned && of_subject && other.found.issue.is_none()).then(|| first.source.clone())
}

/// Whether a figure beside another, of the same time, is one that the base has.
fn agrees_beside(other: &Judged<'_>, one: &Judged<'_>) -> bool {
    other.at != one.at
        && other.found.verdict == Verdict::Agrees
        && other.found.issue.is_none()
        && other.mention.period == one.mention.period
}

/// The place of a figure with a neighbour that is the base's own: it is of the base's place unless another is said.
fn place_beside(one: &Judged<'_>) -> Where {
    if one.place == Where::Unsaid { Where::Home } else { one.place }
}

/// The topic that is meant first.
fn topic(one: &Judged<'_>) -> Option<usize> {
    one.mention.subjects.first().map(|subject| subject.topic)
}

/// One figure that is like nothing the base has is a slip; two of one topic and time are another's counting, unless
/// they are out of all proportion.
pub(super) fn strangers<'a>(judge: &Judge<'a>, figures: &[Figure], judged: &mut [Judged<'a>]) {
    let in_proportion = |one: &Judged<'_>| {
        let fact = one.found.fact.as_deref().and_then(|id| judge.base.fact(id));
        let known = fact.and_then(|fact| fact.value.as_ref()).map(|value| value.value().abs());
        let said = figures[one.at].quantity.value().abs();
        // Compilers of a young industry lie a dozen times apart; a slip of scale a thousand.
        let fifty = Exact::from(50u32);
        known.is_some_and(|known| &said * &fifty > known && &known * &fifty > said)
    };
    let unlike = |one: &Judged<'_>| {
        let slip = one.found.issue.as_ref().is_some_and(|issue| issue.rule.code == "wrong-figure");
        (slip && in_proportion(one)).then(|| (topic(one), one.mention.period))
    };
    // A bound that holds only far off is as unlike it.
    let far = |one: &Judged<'_>| {
        let loose = one.found.issue.as_ref().is_some_and(|issue| issue.rule.code == "loose");
        loose.then(|| (topic(one), one.mention.period))
    };
    // A digit off in a number of two is a slip only where nothing else is unlike, and so is a bound that the fact
    // lies beyond.
    let weak = |one: &Judged<'_>| {
        let few = rules::digits(&figures[one.at].quantity) < 3;
        let code = one.found.issue.as_ref().map(|issue| issue.rule.code);
        (few && matches!(code, Some("changed-digit" | "reversed-bound")))
            .then(|| (topic(one), one.mention.period))
    };
    let keys: Vec<_> = judged.iter().map(unlike).collect();
    let weak: Vec<_> = judged.iter().map(weak).collect();
    let far: Vec<_> = judged.iter().map(far).collect();
    for (at, key) in keys.iter().enumerate() {
        let like = |other: usize| keys[other] == *key || far[other] == *key || weak[other] == *key;
        let again = (0..judged.len()).any(|other| other != at && like(other));
        let again_weak = weak[at].is_some() && keys.contains(&weak[at]);
        let again_far = far[at].is_some() && keys.contains(&far[at]);
        if key.is_some() && again || again_far || again_weak {
            judged[at].found = Found::only(Verdict::Undecided);
        }
    }
}
