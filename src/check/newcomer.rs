//! Subjects that come in anew in Chinese, where nothing but the words tells that another is meant: 义乌数字经济, 沿线国家GDP,
//! 第三产业对GDP增长的贡献率, 农村 after 城市.

use std::ops::Range;

use super::index::{Index, Subject};
use super::names::What;
use super::part::Part;
use super::scene::Scene;
use crate::facts::model::{Base, Measure};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Nouns of many that a topic's name is of when something stands before them: 高收入国家数字经济.
const OF_MANY: [&str; 6] = ["国家", "國家", "经济体", "經濟體", "地区", "地區"];

/// What stands before such a noun without saying which: 推动国家数字经济.
const LEADING: &str = "的在是对對我全由从從以与與和及为為让讓使向给給到于於据據按将將，、；：（(“「";

/// Parts of an economy that have figures of their own.
const SECTORS: [&str; 8] =
    ["第一产业", "第二产业", "第三产业", "第一產業", "第二產業", "第三產業", "最终消费", "货物和服务净出口"];

/// Verbs that have what follows for their object and own nothing: 带动企业投资.
#[rustfmt::skip]
const VERBS: [&str; 28] = [
    "带动", "帶動", "推动", "推動", "拉动", "推进", "促进", "助推", "助力", "赋能", "培育", "支持", "支撑", "引领", "围绕", "依托", "聚焦", "抢抓",
    "布局", "做强", "做大", "做优", "壮大", "拥抱", "打造", "激发", "释放", "吸引",
];

const TOWNS: [&str; 4] = ["城市", "城镇", "城鎮", "城区"];
const COUNTRY: [&str; 3] = ["农村", "農村", "乡村"];

impl Scene<'_> {
    /// Whether a topic's name is owned by somebody whom nobody knows.
    pub(super) fn is_owned_by_a_stranger(&self, hit: usize) -> bool {
        let at = self.hits[hit].range.start;
        let before = self.before(at);
        // 某东南亚国家的固定宽带, 某省的数字经济
        let near = before.char_indices().rev().nth(11).map_or(before, |(at, _)| &before[at..]);
        let owned = near.strip_suffix('的').unwrap_or(near);
        if owned.contains('某')
            && owned.ends_with(['国', '國', '家', '省', '市', '县', '縣', '区', '區', '地'])
        {
            return true;
        }
        let many = OF_MANY.iter().find_map(|noun| before.strip_suffix(noun));
        let kind = |rest: &str| {
            ["农村", "農村", "偏远", "偏遠", "边远", "邊遠", "贫困", "貧困"]
                .iter()
                .any(|kind| rest.ends_with(kind))
        };
        if many
            .is_some_and(|rest| rest.chars().next_back().is_some_and(|c| !LEADING.contains(c)) && !kind(rest))
        {
            return true;
        }
        // A word of two or three characters and nothing else, at the start of a clause or behind its time.
        let clause = self.clause_range(at).start;
        let time = self.times.iter().rev().map(|time| time.range.end).find(|end| *end <= at);
        let from = clause.max(time.unwrap_or(clause));
        let word = self.text[from..at].trim();
        let letters = word.chars().count();
        (2..=3).contains(&letters)
            && !VERBS.iter().any(|verb| word.ends_with(verb))
            && word.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
            && self.strange(from..at) == letters
    }

    /// Whether a clause opens with a subject that its words tell from the one named before.
    pub(super) fn brings_in_another(&self, hit: usize, opening: Range<usize>) -> bool {
        let (name, opening) = (&self.text[self.hits[hit].range.clone()], &self.text[opening]);
        let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        self.lang == Lang::Zh
            && (says(name, &TOWNS) && says(opening, &COUNTRY)
                || says(name, &COUNTRY) && says(opening, &TOWNS)
                || TOWNS.iter().chain(&COUNTRY).any(|kind| opening.starts_with(kind))
                || SECTORS
                    .iter()
                    .any(|sector| opening.trim_start_matches(['而', '其', '中']).starts_with(sector)))
    }

    /// Whether the clause of a share has a subject of its own, so that it is none of a pair that was named before: 全国网民7.31亿，
    /// 普及率为53.2% behind a share of GDP.
    pub(super) fn is_of_no_pair_before(
        &self,
        figure: &Figure,
        bounds: &Range<usize>,
        (subjects, link, _): &Part,
        index: &Index<'_>,
    ) -> bool {
        let opening = bounds.start..figure.range.start;
        if self.own_subject(opening.clone()) {
            return true;
        }
        let named = self.hits.iter().any(|hit| {
            let (What::Topic(topic) | What::Not(topic)) = hit.what else { return false };
            opening.start <= hit.range.start
                && hit.range.end <= opening.end
                && !link.topics.contains(&topic)
                && !subjects.iter().any(|subject| subject.whole == Some(topic))
        });
        named || self.covers_an_amount(opening, subjects, index)
    }

    /// Whether a share is said to cover what is counted in money, which nothing covers: 普及率 beside GDP.
    pub(super) fn covers_an_amount(
        &self,
        opening: Range<usize>,
        subjects: &[Subject],
        index: &Index<'_>,
    ) -> bool {
        let covers = ["普及率", "覆盖率", "覆蓋率", "通达率", "通達率", "接入率", "开通率"]
            .iter()
            .any(|rate| self.text[opening.clone()].contains(rate));
        let amount = subjects.iter().filter_map(|subject| subject.whole).any(|topic| {
            index
                .of(Subject { topic, measure: Measure::Level, whole: None })
                .any(|fact| fact.value.as_ref().is_some_and(|value| value.unit().currency().is_some()))
        });
        covers && amount
    }

    /// The whole that a share's own name tells: 固定宽带家庭普及率 is of households.
    pub(super) fn whole_in_name(
        &self,
        hit: Option<usize>,
        wholes: &[Option<usize>],
        base: &Base,
    ) -> Option<usize> {
        let name = &self.text[self.hits[hit.filter(|_| self.lang == Lang::Zh)?].range.clone()];
        wholes
            .iter()
            .flatten()
            .copied()
            .find(|&whole| base.topics[whole].names.all().any(|of| !of.is_ascii() && name.contains(of)))
    }

    /// Whether an amount is one side of an exchange rate: 1美元兑6.6423元.
    pub(super) fn is_a_rate(&self, figure: &Figure) -> bool {
        let sign = ["兑", "对", "折合", "等于", "="];
        // 每100元GDP里有22元
        let of_each = || {
            let clause = &self.text[self.clause_range(figure.range.start)];
            ["每100元", "每百元", "每1元", "每一元", "每万元"].iter().any(|each| clause.contains(each))
        };
        self.lang == Lang::Zh
            && figure.kind == FigureKind::Money
            && (of_each()
                || sign.iter().any(|word| self.after(figure.range.end).starts_with(word))
                || ["美元兑", "人民币兑", "元兑", "美元=", "美元折合"]
                    .iter()
                    .any(|word| self.before(figure.range.start).ends_with(word)))
    }

    /// Whether the clause of a figure tells by how much something grew, not what it came to: 其增量为4.03万亿元.
    pub(super) fn is_increment(&self, figure: &Figure) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let last = self.figure_before(figure.range.start).map(|other| other.range.end);
        let opening = &self.text[start.max(last.unwrap_or(start))..figure.range.start];
        self.lang == Lang::Zh && ["增量", "增加额", "净增额"].iter().any(|word| opening.contains(word))
    }

    /// Whether a whole stands right before 占 and has the part: 其中，服务业占52.6% is no share of services.
    pub(super) fn is_the_part_itself(&self, whole: &Range<usize>, figure: &Figure) -> bool {
        self.lang == Lang::Zh
            && whole.end <= figure.range.start
            && matches!(self.text[whole.end..figure.range.start].trim(), "占" | "约占" | "占到" | "占了")
    }

    /// Whether an amount stands behind 增加了, 多出, 减少了: how much came on top or went.
    pub(super) fn is_grown_by(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let grown = |verb: &str| {
            [
                "增加", "增长", "增長", "提高", "扩大", "上升", "减少", "減少", "下降", "缩减", "调增",
                "调减", "净增", "多", "少",
            ]
            .iter()
            .any(|word| verb.ends_with(word))
        };
        self.lang == Lang::Zh
            && matches!(figure.kind, FigureKind::Money | FigureKind::Count | FigureKind::Number)
            && (before.ends_with("多出") || before.strip_suffix('了').is_some_and(grown))
    }
}
