//! Whether a figure that stands with a topic is another's after all: of a part of it, of a half of the country, of one worker, of
//! one thing of a list that nobody told, of a goal that the sentence only looks back on.

use super::index::Index;
use super::link::Link;
use super::scene::{Scene, is_part};
use crate::facts::model::Base;
use crate::lang::Lang;
use crate::quantity::Qualifier;
use crate::scan::{Figure, FigureKind, respectively};

impl Scene<'_> {
    /// Whether a figure is one of several that go one by one with things of which only some are known: `fixed lines and
    /// 4G are to reach 70 and 85 percent respectively`, `beyond the targets of 46% and 62.5%`.
    pub(super) fn is_of_an_untold_list(&self, at: usize) -> bool {
        if self.lang != Lang::En {
            return self.is_of_an_untold_list_zh(at);
        }
        const SEVERAL: [&str; 7] =
            ["targets of", "goals of", "levels of", "rates of", "shares of", "speeds of", "growths of"];
        let ends = |figure: &Figure| {
            let before = self.small_before(figure.range.start);
            SEVERAL.iter().any(|words| before.ends_with(words))
        };
        if self.is_of_two_who_have_it(at) {
            return true;
        }
        let first = (at.saturating_sub(1)..=at).any(|at| ends(&self.figures[at]));
        // `urban and rural speeds of 20 and 4 Mbps by 2015 and 50 and 12 Mbps by 2020`
        let listed = ["respectively", "urban and rural", "rural and urban"];
        if !first && !listed.iter().any(|words| self.small(self.range.clone()).contains(words)) {
            return false;
        }
        self.is_beside_another(at, |one, next| {
            let between = self.text[one.range.end..next.range.start].trim().trim_start_matches(',').trim();
            // `the targets of 46% and 62.5% for the end of that year`: the time may stand with one of them.
            matches!(between, "and" | "")
                && is_part(one.kind) == is_part(next.kind)
                && (first || one.when == next.when)
        })
    }

    /// Whether a speed is one of a pair that goes with two who were told before: `20 Mbps in cities and 4 Mbps in the countryside,
    /// increasing to 50 Mbps and 12 Mbps`.
    fn is_of_two_who_have_it(&self, at: usize) -> bool {
        let pair = |one: &Figure, next: &Figure| {
            one.kind == FigureKind::Speed
                && next.kind == FigureKind::Speed
                && self.text[one.range.end..next.range.start].trim() == "and"
        };
        let first = match self.figures.get(at + 1) {
            Some(next) if pair(&self.figures[at], next) => at,
            _ => at.saturating_sub(1),
        };
        let before = self.figures[first].range.start;
        let told = (0..self.hits.len()).filter(|&hit| self.hits[hit].range.end <= before);
        let mut told: Vec<usize> = told.filter_map(|hit| self.topic(hit)).collect();
        told.dedup();
        self.is_beside_another(at, pair) && told.len() > 1
    }

    /// Whether a figure is joined to the one before it or to the one behind it.
    fn is_beside_another(&self, at: usize, joined: impl Fn(&Figure, &Figure) -> bool) -> bool {
        let around = &self.figures[at.saturating_sub(1)..self.figures.len().min(at + 2)];
        around.windows(2).any(|pair| joined(&pair[0], &pair[1]))
    }

    /// 其中A为…，B为…，分别占GDP的30.7%和7.5%; 均高于目标（46%、62.5%）: each goes with a thing of the clauses before.
    fn is_of_an_untold_list_zh(&self, at: usize) -> bool {
        let joined = |one: &Figure, next: &Figure| {
            let between = self.text[one.range.end..next.range.start].trim();
            matches!(between, "和" | "、" | "与" | "及") && is_part(one.kind) && is_part(next.kind)
        };
        if !self.is_beside_another(at, joined) {
            return false;
        }
        let mut first = at;
        while first > 0 && joined(&self.figures[first - 1], &self.figures[first]) {
            first -= 1;
        }
        let first = self.figures[first].range.start;
        let opening = self.clause_range(first).start..first;
        let opening = self.text[opening].trim();
        let goals = || {
            let name = self.before(first).strip_suffix(['（', '('])?.trim_end();
            Some(["目标", "要求", "指标"].iter().any(|goal| name.ends_with(goal)))
        };
        // 高于规划定下的46%和62.5%的进度要求
        let mut last = at;
        while last + 1 < self.figures.len() && joined(&self.figures[last], &self.figures[last + 1]) {
            last += 1;
        }
        let of = self.after(self.figures[last].range.end).strip_prefix('的');
        let asked = of.is_some_and(|of| {
            let near: String = of.chars().take(6).collect();
            ["目标", "要求", "指标", "任务"].iter().any(|goal| near.contains(goal))
        });
        respectively(opening) > 0 || goals() == Some(true) || asked
    }

    /// Whether a list goes with two things that were told before, and nobody says which: 两项分别升至50Mbps和12Mbps.
    pub(super) fn is_of_both_told_before(&self, at: usize) -> bool {
        if self.lang != Lang::Zh || !self.is_of_an_untold_list_zh(at) && !self.is_in_a_list(at) {
            return false;
        }
        let opening = self.clause_range(self.figures[at].range.start).start..self.figures[at].range.start;
        ["两项分别", "两者分别", "二者分别", "两项指标分别", "两项依次", "前者和后者分别"]
            .iter()
            .any(|both| self.text[opening.clone()].contains(both))
    }

    fn is_in_a_list(&self, at: usize) -> bool {
        self.is_beside_another(at, |one, next| {
            matches!(self.text[one.range.end..next.range.start].trim(), "和" | "、" | "与" | "及")
        })
    }

    /// Whether a percentage is the part of a growth that something brought about: GDP增长里有66.45%要归功于它.
    pub(super) fn is_owed_to_another(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let of = before.strip_suffix('有').unwrap_or(before);
        let of = ["当中", "里", "中"].iter().fold(of, |of, within| of.strip_suffix(within).unwrap_or(of));
        let behind = self.after(figure.range.end);
        self.lang == Lang::Zh
            && ["增长", "增量", "增幅"].iter().any(|growth| of.ends_with(growth))
            && before.ends_with('有')
            && ["由", "来自", "要归", "归功", "源自", "源于", "是由", "得益", "靠"]
                .iter()
                .any(|word| behind.starts_with(word))
    }

    /// Whether a percentage is what the parts told before leave over: 其余19.1%来自数字产业化, `the remaining
    /// 81.7 percent`.
    pub(super) fn is_what_is_left(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let before = before.strip_suffix('的').unwrap_or(before);
        if self.lang == Lang::En {
            let before = self.small_before(figure.range.start);
            return ["the remaining", "the other", "the rest,", "the remainder,"]
                .iter()
                .any(|left| before.ends_with(left));
        }
        self.lang == Lang::Zh
            && ["其余", "剩余", "余下", "剩下", "另外", "其餘", "餘下"]
                .iter()
                .any(|left| before.ends_with(left))
    }

    /// Whether what happened before an event is told, and when that was, nobody says: 试点开始之前，这个比例不到70%, `Before they
    /// began, it was less than 70%`.
    pub(super) fn is_before_an_event(&self, figure: &Figure) -> bool {
        let clause = self.clause_at(figure.range.start);
        let Some(before) = clause.checked_sub(1).and_then(|at| self.clauses.get(at)) else { return false };
        let timed = self.times.iter().any(|time| before.range.contains(&time.range.start));
        let said = self.small(before.range.clone()).trim();
        let event = match self.lang {
            Lang::Zh => ["之前", "以前", "前夕"].iter().any(|word| said.ends_with(word)),
            Lang::En => said.starts_with("before ") || said.starts_with("until then"),
        };
        event && !timed
    }

    /// Whether a count is of those of whom the words behind it tell: 有1.27亿人只用手机上网.
    pub(super) fn counts_those_who(&self, figure: &Figure) -> bool {
        const TELLING: [&str; 20] = [
            "只", "仅", "通过", "使用", "用", "没", "未", "不", "还", "从", "曾", "会", "能", "正", "每",
            "经常", "选择", "表示", "认为", "同时",
        ];
        let before = self.before(figure.range.start);
        self.lang == Lang::Zh
            && matches!(figure.kind, FigureKind::Count | FigureKind::Number)
            && before.ends_with('有')
            && !["拥有", "已有", "共有", "现有", "只有", "仅有"].iter().any(|verb| before.ends_with(verb))
            && TELLING.iter().any(|verb| self.after(figure.range.end).starts_with(verb))
    }

    /// Whether the words behind an amount say that others made it: `15 trillion yuan of output in related sectors`.
    pub(super) fn is_of_others_output(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En || figure.kind != FigureKind::Money {
            return false;
        }
        let rest = self.after(figure.range.end);
        let words = &rest[..rest.find([',', ';', '(', '.']).unwrap_or(rest.len())];
        let at = self.range.end - rest.len();
        words.contains(" related ") || rest.starts_with("of ") && self.strange(at..at + words.len()) > 0
    }

    /// Whether the sentence says of an amount what else it is: `41 trillion yuan was the output of farms and factories`.
    pub(super) fn is_said_to_be_of_others(&self, figure: &Figure) -> bool {
        const BEING: [&str; 10] = [
            "was ",
            "is ",
            "were ",
            "are ",
            "belongs to ",
            "belonged to ",
            "went to ",
            "goes to ",
            "lay in ",
            "lies in ",
        ];
        if self.lang != Lang::En || figure.kind != FigureKind::Money {
            return false;
        }
        let rest = self.small_after(figure.range.end);
        let Some(said) = BEING.iter().find_map(|verb| rest.strip_prefix(verb)) else { return false };
        let at = self.range.end - said.len();
        let end = at + said.find([',', ';', '(']).unwrap_or(said.len());
        self.strange(at..end) > 0
    }

    /// Whether an amount says again what a part of the topic is: `four-fifths of it, 28.8 trillion yuan, lay in`.
    pub(super) fn is_of_a_part_of_it(&self, figure: &Figure) -> bool {
        // `The larger part, 12.85 trillion yuan or 30.7 percent of GDP`
        if is_part(figure.kind)
            && let Some(amount) = self.figure_before(figure.range.start)
            && self.text[amount.range.end..figure.range.start].trim_matches([' ', ',']) == "or"
        {
            return self.is_of_a_part_of_it(amount);
        }
        let before = self.small_before(figure.range.start);
        if self.lang == Lang::Zh {
            // 2020年的占比是7.8%，约合7.8万亿元
            let said = &self.text[figure.range.clone()];
            let worked_out = ["约合", "折合", "相当于", "即", "约为"];
            return figure.kind == FigureKind::Money
                && self.figure_before(figure.range.start).is_some_and(|share| {
                    // 数字经济占GDP的41.5%，约合50.2万亿元 says what it is.
                    let clause = self.clause_range(share.range.start);
                    let named = (0..self.hits.len()).any(|at| {
                        clause.contains(&self.hits[at].range.start)
                            && self.topic(at).is_some()
                            && !self.wholes[at]
                    });
                    let gap = self.text[share.range.end..figure.range.start]
                        .trim_matches(['，', ',', ' ', '（', '(']);
                    is_part(share.kind)
                        && !named
                        && (worked_out.contains(&gap)
                            || gap.is_empty() && worked_out.iter().any(|word| said.starts_with(word)))
                });
        }
        self.lang == Lang::En
            && figure.kind == FigureKind::Money
            && [
                "the rest,",
                "the remainder,",
                "the remaining",
                "the other",
                "part,",
                "portion,",
                "bulk,",
                "half,",
                "of it,",
                "of that,",
                "of this,",
                "of which,",
                "of the total,",
                "of it –",
                "of it --",
            ]
            .iter()
            .any(|words| before.ends_with(words))
    }

    /// Whether a round number is a mark that something passes: `no earlier year had got past 100 trillion yuan`.
    pub(super) fn is_a_mark(&self, figure: &Figure) -> bool {
        const PASSED: [&str; 7] = [
            " past",
            " the mark of",
            " the threshold of",
            " the barrier of",
            " the line of",
            " broken",
            " crossed",
        ];
        let before = self.small_before(figure.range.start);
        self.lang == Lang::En
            && super::rules::digits(&figure.quantity) == 1
            && PASSED.iter().any(|word| before.ends_with(word))
    }

    /// Whether a figure is of the thing that `and` joins to the name behind it, which nobody knows: `fixed and 3G/LTE
    /// penetration should stand at 70% and 85%`.
    pub(super) fn is_first_of_a_pair(&self, at: usize, link: &Link) -> bool {
        let (Some(hit), Some(next)) = (link.hit, self.figures.get(at + 1)) else { return false };
        let figure = &self.figures[at];
        let name = &self.hits[hit].range;
        self.lang == Lang::En
            && name.end <= figure.range.start
            && self.small_before(name.start).ends_with(" and")
            && next.kind == figure.kind
            && self.text[figure.range.end..next.range.start].trim() == "and"
    }

    /// Whether a count may be of some of the things that shares are of: `fibre has come to 43,000 poor villages`.
    pub(super) fn counts_a_part(&self, figure: &Figure, link: &Link, index: &Index) -> bool {
        matches!(figure.kind, FigureKind::Count | FigureKind::Number)
            && link.hit.is_some_and(|hit| self.hits[hit].range.start >= figure.range.end)
            && link.topics.iter().all(|&topic| index.is_mostly_whole(topic))
    }

    /// Whether an amount or a count is that of the country's towns or of its countryside, which no name says: `rural areas saw
    /// online retail sales of`, `rural ‘netizens’`.
    pub(super) fn is_of_a_half(&self, figure: &Figure, link: &Link) -> bool {
        if self.lang == Lang::Zh {
            return self.is_of_a_half_zh(figure, link);
        }
        if !matches!(figure.kind, FigureKind::Money | FigureKind::Count) {
            return false;
        }
        let halves = ["rural", "urban", "countryside"];
        let within = |at: usize, word: &str| {
            link.hit.is_some_and(|hit| {
                let name = &self.hits[hit].range;
                self.small(name.clone()).contains(word) || name.start <= at && at < name.end
            })
        };
        let before = self.small(self.range.start..figure.range.start);
        halves.iter().any(|half| before.find(half).is_some_and(|at| !within(self.range.start + at, half)))
    }

    /// 固定宽带用户达到2.1亿户，其中城市1.6亿户: so it is in Chinese, where the clause begins with them.
    fn is_of_a_half_zh(&self, figure: &Figure, link: &Link) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let opening = self.text[start..figure.range.start].trim_start();
        let opening = opening.strip_prefix("其中").unwrap_or(opening).trim_start_matches(['，', ',']);
        matches!(figure.kind, FigureKind::Money | FigureKind::Count | FigureKind::Number)
            && link.hit.is_none_or(|hit| self.hits[hit].range.start < start)
            && ["城市", "农村", "城镇", "乡村", "東部", "东部", "中部", "西部"]
                .iter()
                .any(|half| opening.starts_with(half))
    }

    /// Whether a figure is told of the first or the second of two that another sentence named: `the latter 81.7 percent`,
    /// 后一个是77.4%; or of something new: 还有15万个村….
    pub(super) fn is_of_one_of_two(&self, figure: &Figure, link: &Link) -> bool {
        #[rustfmt::skip]
        const ONES: [&str; 8] = ["the former", "the latter", "前者", "后者", "前一个", "后一个", "前一项", "后一项"];
        let start = self.clause_range(figure.range.start).start;
        let opening = self.small(start..figure.range.start);
        let before = link.hit.is_none_or(|hit| self.hits[hit].range.start < start);
        let new = self.lang == Lang::Zh
            && figure.kind == FigureKind::Count
            && ["还有", "另有"].iter().any(|word| opening.trim() == *word);
        let one = ONES.iter().any(|one| opening.contains(one));
        // `9.76 trillion yuan of the latter sum`
        let behind = self.small_after(figure.range.end);
        if ["of the former", "of the latter"].iter().any(|one| behind.starts_with(one)) {
            return true;
        }
        before && new || (link.hit.is_none() || before && self.lang == Lang::Zh) && one
    }

    /// Whether a Chinese figure is of one of several that only their order tells apart: 前一个普及率是67%.
    pub(super) fn is_of_the_one_before(&self, figure: &Figure, link: &Link) -> bool {
        let opening = &self.text[self.clause_range(figure.range.start).start..figure.range.start];
        self.lang == Lang::Zh
            && link.hit.is_none()
            && ["前一个", "后一个", "前一项", "后一项"]
                .iter()
                .any(|one| opening.trim_start().starts_with(one))
    }

    /// Whether a sentence that goes on about something else than the economy opens with `The economy`.
    pub(super) fn is_of_the_economy_at_large(&self, figure: &Figure, link: &Link, base: &Base) -> bool {
        let names = |topic: usize| base.topics[topic].names.en.iter();
        link.hit.is_none()
            && self.tells_of_the_economy(self.range.start..figure.range.start)
            && !link.topics.iter().any(|&topic| names(topic).any(|name| name == "whole economy"))
    }

    /// Whether a bare number stands in a row of them that wide spaces part, as the print of a table has it: its head is lost.
    pub(super) fn is_in_a_column(&self, figure: &Figure) -> bool {
        let (before, behind) =
            (&self.text[self.range.start..figure.range.start], &self.text[figure.range.end..self.range.end]);
        let left = before.ends_with("  ") && before.trim_end().ends_with(|last: char| last.is_ascii_digit());
        let right =
            behind.starts_with("  ") && behind.trim_start().starts_with(|next: char| next.is_ascii_digit());
        figure.kind == FigureKind::Number && (left || right)
    }

    /// Whether an amount is that of one worker, user or the like: `178,000 yuan per worker, up from 88,000`.
    pub(super) fn is_of_one_of_many(&self, figure: &Figure, link: &Link) -> bool {
        if self.lang != Lang::En || figure.kind != FigureKind::Money {
            return false;
        }
        // GDP per head is.
        let own = link.hit.is_some_and(|hit| {
            let name = self.small(self.hits[hit].range.clone());
            name.contains("capita") || name.contains("per head")
        });
        let opening = self.small(self.range.clone());
        if ["per head", "per capita", "per person"].iter().any(|each| opening.starts_with(each)) {
            return !own;
        }
        let before = self.figure_before(figure.range.start);
        let compared = ["up from", "down from", "against", "compared with", "compared to", "and", "to"]
            .iter()
            .any(|word| self.small_before(figure.range.start).ends_with(word));
        !own && (self.is_for_each(figure)
            || before
                .is_some_and(|before| compared && before.kind == figure.kind && self.is_for_each(before)))
    }

    /// Whether `per worker`, `a head` or the like stands right behind an amount.
    fn is_for_each(&self, figure: &Figure) -> bool {
        #[rustfmt::skip]
        const ONES: [&str; 14] = [
            "worker", "employee", "person", "head", "capita", "inhabitant", "resident", "household", "user", "customer",
            "subscriber", "company", "firm", "visitor",
        ];
        let rest = self.small_after(figure.range.end);
        let one = ["per ", "a ", "for each ", "for every ", "each "]
            .iter()
            .find_map(|each| rest.strip_prefix(each));
        let noun = one.map(|rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
        noun.is_some_and(|noun| ONES.contains(&noun))
    }

    /// Whether an amount only tells which places or firms are meant: 国内生产总值超10万亿元的省份.
    pub(super) fn is_of_those_behind(&self, figure: &Figure) -> bool {
        let Some(noun) = self.after(figure.range.end).strip_prefix('的') else { return false };
        let noun = noun.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let head: String = noun.chars().take(8).collect();
        self.lang == Lang::Zh
            && figure.kind == FigureKind::Money
            && ["省", "市", "县", "城", "国家", "地区", "企业", "公司", "园区"]
                .iter()
                .any(|class| head.contains(class) && !head.starts_with("市场"))
    }

    /// Whether a figure is a goal of no said time that was met or missed: 提前完成不低于90%的要求, 未达到6万亿元目标,
    /// `the goal of at least 90% has been met`.
    pub(super) fn is_a_goal_looked_back_on(&self, figure: &Figure) -> bool {
        let behind = self.after(figure.range.end);
        let before = &self.text[self.clause_range(figure.range.start).start..figure.range.start];
        if self.lang == Lang::En {
            // `the plan's goal of at least 90% has been met two years early`
            let ahead = self.small_before(figure.range.start);
            let goal =
                ["goal of", "target of", "aim of", "objective of"].iter().any(|of| ahead.ends_with(of));
            let met = ["met", "reached", "achieved", "fulfilled", "exceeded", "surpassed", "attained"];
            let mut words = behind.split(|c: char| !c.is_ascii_alphabetic()).take(4);
            return goal && words.any(|word| met.contains(&word));
        }
        self.lang == Lang::Zh
            && (figure.quantity.qualifier() == Qualifier::LessThan
                || ["完成", "达到", "满足", "兑现"].iter().any(|verb| before.contains(verb)))
            && ["目标", "预期", "要求", "任务"]
                .iter()
                .any(|goal| behind.strip_prefix('的').unwrap_or(behind).starts_with(goal))
    }
}
