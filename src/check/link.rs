//! Which topic a figure hangs on, by grammar: the topic of its own clause, the one that the clauses before
//! speak of, one right behind it, or the one carried from the sentence before.
//!
//! A link is sound when every word between topic and figure is accounted for. A noun that follows a topic's
//! name and is not a word of size makes it another thing (`digital economy jobs`), and then there is no link.

use std::ops::Range;

use super::names::What;
use super::scene::Scene;
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind, When};

/// How surely a figure hangs on a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Every word between is accounted for.
    Sound,
    /// Words between may bring in another subject.
    Loose,
    /// The topic is part of the name of something else, or another's.
    Broken,
}

/// The topic a figure hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// The topics of the name: one, seldom more.
    pub(super) topics: Vec<usize>,
    pub(super) bond: Bond,
    /// The position of the name among the sentence's; none when it is carried from before.
    pub(super) hit: Option<usize>,
}

/// What a sentence leaves for the next one.
#[derive(Debug, Clone, Default)]
pub(super) struct Carried {
    pub(super) topics: Vec<usize>,
    pub(super) bond: Option<Bond>,
    pub(super) block: usize,
    /// Whether a place other than the base's was in force.
    pub(super) foreign: bool,
    /// Whether its topic is what each head has.
    pub(super) per_head: bool,
    /// Whether its topic is an industry, so that `the industry` goes on about it.
    pub(super) industry: bool,
    /// Whether the sentence named another place, and before home.
    pub(super) of_another: bool,
    /// The time that was in force.
    pub(super) when: Option<When>,
}

impl Scene<'_> {
    /// The amount right before a share that says it in other words: `21 trillion yuan, or 25.4%`.
    pub(super) fn said_again(&self, figure: &Figure) -> Option<&Figure> {
        let before = self.figure_before(figure.range.start)?;
        let gap = self.text[before.range.end..figure.range.start].trim();
        (figure.kind == FigureKind::Percent && before.kind == FigureKind::Money && gap == ", or")
            .then_some(before)
    }

    /// The amount right before one in another currency that converts it: `22.58 trillion yuan in 2016, or $3.4 trillion`.
    fn converted_again(&self, figure: &Figure) -> Option<&Figure> {
        let before = self.figure_before(figure.range.start)?;
        let (one, other) = (before.quantity.unit().currency()?, figure.quantity.unit().currency()?);
        let gap = before.range.end..figure.range.start;
        let joined = self.before(gap.end).ends_with(" or") && self.text[gap.clone()].contains(", or");
        (self.lang == Lang::En && one != other && joined && self.strange(gap) == 0).then_some(before)
    }

    /// The link of a figure; `avoid` is a hit that is its whole.
    pub(super) fn link(&self, figure: &Figure, avoid: Option<usize>, carried: &Carried) -> Option<Link> {
        // `worth 21 trillion yuan, or 25.4%`: a share says again what the amount before it is of.
        if let Some(before) = self.said_again(figure).or_else(|| self.converted_again(figure)) {
            return self.link(before, avoid, carried);
        }
        let clause = self.clause_at(figure.range.start);
        let Range { start, end } = self.clause_range(figure.range.start);
        let free = |at: &usize| {
            !self.wholes[*at]
                && Some(*at) != avoid
                && avoid.is_none_or(|whole| self.hits[whole].range != self.hits[*at].range)
        };
        let named = |range: Range<usize>| {
            let inside = move |at: &usize| {
                let hit = &self.hits[*at];
                range.start <= hit.range.start
                    && hit.range.end <= range.end
                    && matches!(hit.what, What::Topic(_) | What::Not(_))
            };
            (0..self.hits.len()).filter(inside).filter(free).collect::<Vec<_>>()
        };
        // `95 percent had 4G`: what stands behind a verb of having is had by the figure before it.
        if matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction)
            && let Some(&hit) = named(figure.range.end..end).first()
            && HAVING.contains(&self.text[figure.range.end..self.hits[hit].range.start].trim())
        {
            return Some(self.bound(hit, figure.range.end..figure.range.end));
        }
        if let Some(hit) = self.amount_of_whole(figure).filter(|hit| avoid != Some(*hit)) {
            return Some(self.bound(hit, figure.range.start..figure.range.start));
        }
        // `aims at 1.1 billion internet users`, 4亿户固定宽带用户: what a count counts is what it is about, and so is
        // `the $11.5 trillion digital economy of the United States`.
        let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Number);
        let of = counts || matches!(figure.kind, FigureKind::Speed | FigureKind::Other);
        if counts
            && let Some(hit) =
                named(figure.range.end..end).into_iter().find(|&hit| self.tells_who_they_are(figure, hit))
        {
            let mut link = self.bound(hit, figure.range.end..figure.range.end);
            if self.strange(start..figure.range.start) > 1 {
                link.bond = link.bond.max(Bond::Loose);
            }
            return Some(link);
        }
        if (of || figure.kind == FigureKind::Money && self.lang == Lang::En)
            && let Some(&hit) = named(figure.range.end..end).first()
            && (matches!((self.text[figure.range.end..self.hits[hit].range.start].trim(), of), ("", _) | ("of", true))
                // `20 Mbps in cities`
                || figure.kind == FigureKind::Speed
                    && matches!(self.text[figure.range.end..self.hits[hit].range.start].trim(), "in" | "in the" | "for" | "for the" | "in some" | "in certain"))
            // 新增5万个行政村通宽带: unless a name stands around it.
            && !self.hits.iter().any(|hit| hit.range.end == figure.range.start)
        {
            let mut link = self.bound(hit, figure.range.end..figure.range.end);
            // A verb is no owner.
            if link.bond == Bond::Sound && self.strange(start..figure.range.start) > 1 {
                link.bond = Bond::Loose;
            }
            return Some(link);
        }
        // `the official figure of 6.7 percent for China's GDP growth`, `counts 26.7 trillion yuan for the digital economy`
        if self.lang == Lang::En
            && named(start..figure.range.start).is_empty()
            && let Some(&hit) = named(figure.range.end..end).first()
            && self.is_figure_for(figure.range.end..self.hits[hit].range.start)
        {
            return Some(self.bound(hit, figure.range.end..figure.range.end));
        }
        // `7.1 trillion yuan came from the digital industries and 28.8 trillion from …`
        if self.lang == Lang::En
            && figure.kind == FigureKind::Money
            && let Some(&hit) = named(figure.range.end..end).first()
            && self.is_the_source(figure.range.end..self.hits[hit].range.start)
        {
            return Some(self.bound(hit, figure.range.end..figure.range.end));
        }
        // In its own clause, before it.
        if let Some(&hit) = named(start..figure.range.start).last() {
            let hit = self.subject_among(&named(start..figure.range.start)).unwrap_or(hit);
            return Some(self.bound(hit, self.hits[hit].range.end..figure.range.start));
        }
        // In its own clause, right behind it.
        if let Some(&hit) = named(figure.range.end..end).first() {
            let between = figure.range.end..self.hits[hit].range.start;
            let close = self.text[between.clone()].chars().count() <= 60;
            // `15 percent was 2.2 times that of GDP`
            let close = close && !self.small(between.clone()).contains(" that of");
            // `50.2 trillion yuan to China's economy`
            let close = close && !(self.lang == Lang::En && self.before(between.end).ends_with(" to"));
            if close && self.opens_plainly(start..figure.range.start) {
                let mut link = self.bound(hit, between);
                let counted = matches!(figure.kind, FigureKind::Count | FigureKind::Number);
                // 98%行政村通光纤: the whole stands between.
                if self.lang == Lang::Zh
                    && avoid.is_none()
                    && !counted
                    && link.bond == Bond::Sound
                    && !self.text[figure.range.end..self.hits[hit].range.start].starts_with('的')
                {
                    link.bond = Bond::Loose;
                }
                return Some(link);
            }
        }
        if let Some(hit) = self.stands_with(figure).filter(free) {
            return Some(self.bound(hit, figure.range.end..figure.range.end));
        }
        let plain = self.opens_plainly(start..figure.range.start);
        // In a clause before.
        for before in (0..clause).rev() {
            let range = self.clauses[before].range.clone();
            let hits = named(range.clone());
            let Some(&last) = hits.last() else { continue };
            let hit = self.subject_among(&hits).unwrap_or(last);
            // `Digital activities were worth 50.2 trillion yuan to China's economy, up 10.3 percent`
            let start = self.hits[hit].range.start;
            if self.lang == Lang::En
                && self.before(start).ends_with(" to")
                && self.figure_before(start).is_some_and(|amount| start - amount.range.end < 24)
            {
                continue;
            }
            // `the integrated part, industry digitalisation, at 17.4 trillion yuan`: a name alone that follows no
            // other says who is meant.
            // `should number 270 million; 3G and LTE users, 450 million`: so does one behind a semicolon.
            let apposed = named(self.clauses[before.saturating_sub(1)].range.clone()).is_empty()
                || self.before(range.start).ends_with([';', '；']);
            // … , including digital industries of 7.1 trillion yuan (7.2 percent of GDP)
            let within = self.clauses[clause].depth > 0 && before + 1 == clause;
            if before > 0
                && !within
                && (self.is_aside(range.clone(), hit)
                    || self.is_outdone(hit)
                    || self.is_list(range.clone(), &hits) && !apposed)
            {
                continue;
            }
            let until = self
                .figures
                .iter()
                .map(|figure| figure.range.start)
                .find(|&at| at >= self.hits[hit].range.end && at < range.end)
                .unwrap_or(range.end);
            let mut link = self.bound(hit, self.hits[hit].range.end..until);
            if !plain && link.bond == Bond::Sound {
                link.bond = Bond::Loose;
            }
            // `kept expanding, adding 9.7 percent to reach 39.2 trillion yuan`: a participle has the subject of its verb.
            let first =
                self.small(start..figure.range.start).trim_start().split(' ').next().unwrap_or_default();
            let participle = self.lang == Lang::En && first.ends_with("ing") && first != "during";
            let own = !plain && !participle && self.own_subject(start..figure.range.start)
                || self.opens_with_a_sector(start..figure.range.start)
                || self.brings_in_another(hit, start..figure.range.start);
            // `Taken together with the digital industries, the total reached`
            let joined = ["together with", "combined with", "along with", "added to"]
                .iter()
                .any(|with| self.small(range.start..self.hits[hit].range.start).contains(with));
            // 人均GDP为80976元；全年总量1143670亿元: no longer of each head.
            let name = self.small(self.hits[hit].range.clone());
            let total = (name.contains("per capita") || name.contains("per head") || name.contains("人均"))
                && TOTALS.iter().any(|word| self.small(range.start..figure.range.start).contains(word));
            if own || joined || total || self.tells_of_the_economy(start..figure.range.start) {
                link.bond = Bond::Broken;
            }
            return Some(link);
        }
        // In the clause behind, when this one only opens the sentence: `With 22.58 trillion yuan, X ranked …`.
        // `In 2018 it grew by 20.9 percent, faster than GDP` has its subject.
        let subject = self.lang == Lang::En
            && self.small(start..figure.range.start).split(' ').any(|word| matches!(word, "it" | "they"));
        if plain && !subject && self.opens_the_sentence(start) && self.is_all_opening(clause) {
            for behind in self.clauses.iter().skip(clause + 1).take(2) {
                let hits = named(behind.range.clone());
                let Some(&hit) = hits.first() else { continue };
                let ahead = behind.range.start..self.hits[hit].range.start;
                if self.strange(ahead) == 0 {
                    return Some(self.bound(hit, figure.range.end..figure.range.end));
                }
                break;
            }
        }
        // From the sentence before.
        if carried.topics.is_empty() {
            return None;
        }
        let opening = self.range.start..figure.range.start;
        // `Five years on, these figures should be 50 Mbps and 12 Mbps`: of several that were told.
        let several = [
            "these figures",
            "these numbers",
            "these targets",
            "these speeds",
            "these rates",
            "the two rates",
            "the two figures",
            "both rates",
            "both figures",
        ]
        .iter()
        .any(|all| self.small(opening.clone()).contains(all));
        let goes_on = self.goes_on(opening.clone(), carried) && !several && !self.is_of_its_own_noun(figure);
        // `The total of 99.09 trillion yuan` behind what each head has.
        let total = TOTALS.iter().any(|word| self.small(opening.clone()).contains(word));
        let bond = if goes_on { carried.bond.unwrap_or(Bond::Loose) } else { Bond::Broken };
        let bond = if carried.per_head && total { Bond::Broken } else { bond };
        Some(Link { topics: carried.topics.clone(), bond, hit: None })
    }

    /// The link of a percentage to what those that it is of have, behind a verb of having or where that is understood.
    pub(super) fn has_what_stands_behind(&self, figure: &Figure, bounds: &Range<usize>) -> Option<Link> {
        if self.lang != Lang::En || !matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction) {
            return None;
        }
        let hit = (0..self.hits.len()).find(|&at| {
            let range = &self.hits[at].range;
            figure.range.end <= range.start && range.end <= bounds.end && self.topic(at).is_some()
        })?;
        let between = self.small(figure.range.end..self.hits[hit].range.start).trim();
        let before = self.small_before(figure.range.start);
        let understood = matches!(between, "a" | "an") && (before.ends_with(" and") || before.ends_with(','));
        (understood || HAVING.contains(&between) && !self.wholes[hit])
            .then(|| self.bound(hit, figure.range.end..figure.range.end))
    }

    /// The topic right before a comma that a figure stands with: `both fibre, with over 98 percent, and 4G, with 95 percent`.
    pub(super) fn stands_with(&self, figure: &Figure) -> Option<usize> {
        let clause = self.clause_at(figure.range.start);
        let start = self.clause_range(figure.range.start).start;
        if self.lang != Lang::En || !matches!(self.small(start..figure.range.start).trim(), "with" | "at") {
            return None;
        }
        let end = self.clauses[clause.checked_sub(1)?].range.end;
        (0..self.hits.len()).rev().find(|&at| {
            let hit = &self.hits[at].range;
            self.topic(at).is_some() && hit.end <= end && self.text[hit.end..end].trim().is_empty()
        })
    }

    /// The whole that a figure right behind it is the amount of: `30.3 percent of the GDP of 74.4 trillion yuan`.
    fn amount_of_whole(&self, figure: &Figure) -> Option<usize> {
        let amount = !matches!(
            figure.kind,
            FigureKind::Percent | FigureKind::Fraction | FigureKind::PercentagePoints | FigureKind::Rank
        );
        let hit = (0..self.hits.len()).rev().find(|&at| self.hits[at].range.end <= figure.range.start)?;
        let between = self.text[self.hits[hit].range.end..figure.range.start].trim();
        (amount
            && self.wholes[hit]
            && matches!(between, "of" | "(" | "（" | "总量" | "总额" | "總量" | "總額"))
        .then_some(hit)
    }

    /// Whether what stands behind a count is what those who are counted do: `753 million of them went online by phone`, `688
    /// million people who use the internet`.
    fn tells_who_they_are(&self, figure: &Figure, hit: usize) -> bool {
        const WHO: [&str; 17] = [
            "of", "them", "whom", "these", "those", "who", "people", "chinese", "persons", "citizens",
            "users", "netizens", "in", "china", "the", "now", "had",
        ];
        let name = self.small(self.hits[hit].range.clone());
        let acts = [
            "were", "was", "are", "is", "use", "used", "go", "went", "access", "accessed", "have", "had",
            "on",
        ]
        .contains(&name.split(' ').next().unwrap_or_default());
        let between = self.small(figure.range.end..self.hits[hit].range.start);
        self.lang == Lang::En
            && acts
            && !between.trim().is_empty()
            && between.split(' ').filter(|word| !word.is_empty()).all(|word| WHO.contains(&word))
    }

    /// Whether the words between an amount and a name say that the thing brought it in.
    fn is_the_source(&self, between: Range<usize>) -> bool {
        const VERBS: [&str; 8] =
            ["", "came", "comes", "coming", "stemmed", "derived", "originated", "was contributed"];
        let words = self.small(between).trim();
        let words = words.strip_suffix(" the").unwrap_or(words);
        let words =
            words.strip_suffix("from").or_else(|| words.strip_suffix("by").filter(|verb| !verb.is_empty()));
        words.is_some_and(|verb| VERBS.contains(&verb.trim()))
    }

    /// Whether the words between a figure and a name say that it is one for the thing.
    fn is_figure_for(&self, between: Range<usize>) -> bool {
        let words = self.small(between.clone()).trim();
        let Some(owner) = words.strip_prefix("for") else { return false };
        let home = self.hits.iter().find(|hit| {
            matches!(hit.what, What::Home) && between.start <= hit.range.start && hit.range.end <= between.end
        });
        let owner = owner.trim();
        matches!(owner, "" | "the" | "its")
            || home.is_some_and(|home| {
                let name = self.small(home.range.clone());
                let rest = owner.trim_start_matches("the ");
                rest.strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "'s" | "’s"))
            })
    }

    /// Of several names the one that the clause is about: not `by X`, `of X` behind another.
    fn subject_among(&self, hits: &[usize]) -> Option<usize> {
        let &last = hits.last()?;
        // `the digital economy, driven by big data`, `数字经济带动云计算`: what stands behind `by` is no subject.
        let aside = |at: usize| {
            let before = self.before(self.hits[at].range.start);
            match self.lang {
                Lang::En => [
                    "by",
                    "by the",
                    "including",
                    "within",
                    "within the",
                    "like",
                    "such as",
                    "and the",
                    "with",
                    "than",
                    "than the",
                    "as fast as",
                    "as quickly as",
                    "as much as",
                    "as big as",
                    "the pace of",
                    "the rate of",
                ]
                .iter()
                .any(|word| {
                    before.strip_suffix(word).is_some_and(|rest| rest.ends_with(char::is_whitespace))
                        && *word != "and the"
                }),
                Lang::Zh => {
                    // 是GDP增速的3倍以上: what a growth is so many times of.
                    let rest = self.after(self.hits[at].range.end);
                    let rest = rest.split(['，', '；', ',', ';']).next().unwrap_or(rest);
                    let measured = before.ends_with('是') && rest.contains('倍');
                    measured
                        || self.is_outdone(at)
                        || ["包括", "如", "带动", "推动", "通过", "比", "以"]
                            .iter()
                            .any(|word| before.ends_with(word))
                }
            }
        };
        if aside(last) { hits.iter().rev().copied().find(|&at| !aside(at)) } else { Some(last) }
    }

    /// Whether a Chinese name is of what something is faster or larger than: 明显快过同期GDP.
    fn is_outdone(&self, hit: usize) -> bool {
        const THAN: [&str; 9] = ["快过", "高过", "快于", "高于", "低于", "超过", "跑赢", "快過", "高過"];
        let before = self.before(self.hits[hit].range.start);
        let before = ["同期", "全国", "同年", "当年"]
            .iter()
            .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before));
        self.lang == Lang::Zh && THAN.iter().any(|word| before.ends_with(word))
    }

    /// Whether a clause is no more than names in a list: `driven by e-commerce, big data and cloud computing`.
    fn is_list(&self, range: Range<usize>, hits: &[usize]) -> bool {
        // 网民数量：7.0亿人 is no list of one.
        if self.after(range.end).starts_with(['：', ':']) {
            return false;
        }
        let mut rest = self.text[range.clone()].to_owned();
        for &hit in hits {
            rest = rest.replace(&self.text[self.hits[hit].range.clone()], "");
        }
        rest.split_whitespace().all(|word| matches!(word, "and" | "or" | "the" | "和" | "与" | "及" | "等"))
    }

    /// Whether a clause is an aside that names a topic without being about it.
    pub(super) fn is_aside(&self, range: Range<usize>, hit: usize) -> bool {
        let text = self.small(range.start..self.hits[hit].range.start).trim_start();
        [
            "driven by",
            "including",
            "such as",
            "with the",
            "thanks to",
            "led by",
            "fuelled by",
            "fueled by",
            "supported by",
            "powered by",
            "against ",
            "compared with ",
            "compared to ",
            "versus ",
            "as well as",
        ]
        .iter()
        .any(|word| text.starts_with(word))
            || ["包括", "以", "得益于", "受"].iter().any(|word| text.starts_with(word))
    }

    /// The bond of a named topic over the words between it and the figure.
    fn bound(&self, hit: usize, between: Range<usize>) -> Link {
        let range = &self.hits[hit].range;
        let topics: Vec<usize> = (0..self.hits.len())
            .filter(|&at| self.hits[at].range == *range)
            .filter_map(|at| self.topic(at))
            .collect();
        // 《云计算发展三年行动计划》，力争…产业规模达到: the rest of a title brings in nothing.
        let between = match self.end_of_title(range) {
            Some(end) if between.start < end && end <= between.end => end..between.end,
            _ => between,
        };
        let bond = if topics.is_empty() || self.is_part_of_name(hit) {
            Bond::Broken
        } else if self.strange(between) > 0 || self.has_another_owner(hit) {
            Bond::Loose
        } else {
            Bond::Sound
        };
        Link { topics, bond, hit: Some(hit) }
    }

    /// Where the title ends that a name stands in: 《云计算发展三年行动计划》.
    fn end_of_title(&self, name: &Range<usize>) -> Option<usize> {
        if self.lang != Lang::Zh {
            return None;
        }
        let before = &self.text[self.range.start..name.start];
        let open = before.rfind('《').filter(|open| !before[*open..].contains('》'));
        let behind = &self.text[name.end..self.range.end];
        open.and(behind.find('》')).map(|close| name.end + close + '》'.len_utf8())
    }

    /// Whether somebody else is said to have it: `the rival reported revenue of`.
    fn has_another_owner(&self, hit: usize) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        let start = self.hits[hit].range.start;
        let before = [" its", " a", " total"]
            .iter()
            .fold(self.before(start), |before, word| before.strip_suffix(word).unwrap_or(before));
        let verbs = [
            "reported",
            "posted",
            "had",
            "has",
            "have",
            "recorded",
            "saw",
            "earned",
            "generated",
            "booked",
            "with",
        ];
        let clause = self.clause_range(start).start;
        // `The retailer said cloud computing revenues rose`: what a company tells of is its own.
        let company = |words: &str| {
            let mut words = words.split_whitespace().rev();
            words.next().is_some_and(|verb| matches!(verb, "said" | "says" | "reported" | "expects"))
                && words.next().is_some_and(|noun| COMPANIES.contains(&noun))
        };
        if company(self.before(start)) {
            return true;
        }
        verbs.iter().any(|verb| before.strip_suffix(verb).is_some_and(|rest| rest.ends_with(' ')))
            && self.strange(clause..start) > 0
    }
}

/// Words for what all have together, behind what each head has.
const TOTALS: [&str; 5] = ["the total", "total of", "总量", "總量", "总额"];

/// Verbs of having.
const HAVING: &[&str] = &[
    "had",
    "have",
    "has",
    "had access to",
    "have access to",
    "were covered by",
    "are covered by",
    "used",
    "use",
];

/// Nouns for somebody who does business.
const COMPANIES: &[&str] = &[
    "company",
    "firm",
    "group",
    "giant",
    "retailer",
    "carrier",
    "operator",
    "provider",
    "startup",
    "maker",
    "vendor",
    "conglomerate",
    "corporation",
];
