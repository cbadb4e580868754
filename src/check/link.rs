//! Which topic a figure hangs on, by grammar: the topic of its own clause, the one that the clauses before
//! speak of, one right behind it, or the one carried from the sentence before.
//!
//! A link is sound when every word between topic and figure is accounted for. A noun that follows a topic's
//! name and is not a word of size makes it another thing (`digital economy jobs`), and then there is no link.

use std::ops::Range;

use super::names::What;
use super::scene::{Scene, last_word};
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
    /// The time that was in force.
    pub(super) when: Option<When>,
}

impl Scene<'_> {
    /// The link of a figure; `avoid` is a hit that is its whole.
    pub(super) fn link(&self, figure: &Figure, avoid: Option<usize>, carried: &Carried) -> Option<Link> {
        let clause = self.clause_at(figure.range.start);
        let start = self.clauses.get(clause).map_or(self.range.start, |clause| clause.range.start);
        let end = self.clauses.get(clause).map_or(self.range.end, |clause| clause.range.end);
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
        // In its own clause, before it.
        if let Some(&hit) = named(start..figure.range.start).last() {
            let hit = self.subject_among(&named(start..figure.range.start)).unwrap_or(hit);
            return Some(self.bound(hit, self.hits[hit].range.end..figure.range.start));
        }
        // In its own clause, right behind it.
        if let Some(&hit) = named(figure.range.end..end).first() {
            let between = figure.range.end..self.hits[hit].range.start;
            let close = self.text[between.clone()].chars().count() <= 60;
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
        let plain = self.opens_plainly(start..figure.range.start);
        // In a clause before.
        for before in (0..clause).rev() {
            let range = self.clauses[before].range.clone();
            let hits = named(range.clone());
            let Some(&last) = hits.last() else { continue };
            let hit = self.subject_among(&hits).unwrap_or(last);
            // `the integrated part, industry digitalisation, at 17.4 trillion yuan`: a name alone that follows no
            // other says who is meant.
            let apposed = named(self.clauses[before.saturating_sub(1)].range.clone()).is_empty();
            if before > 0
                && (self.is_aside(range.clone(), hit) || self.is_list(range.clone(), &hits) && !apposed)
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
            if !plain && self.own_subject(start..figure.range.start) {
                link.bond = Bond::Broken;
            }
            return Some(link);
        }
        // In the clause behind, when this one only opens the sentence: `With 22.58 trillion yuan, X ranked …`.
        if plain && self.opens_the_sentence(start) {
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
        let bond =
            if self.goes_on(opening.clone()) { carried.bond.unwrap_or(Bond::Loose) } else { Bond::Broken };
        Some(Link { topics: carried.topics.clone(), bond, hit: None })
    }

    /// Whether a clause is an opening that waits for its subject: it begins with a preposition or a participle.
    fn opens_the_sentence(&self, start: usize) -> bool {
        let text = self.text[start..self.range.end].trim_start().to_lowercase();
        let words: &[&str] = match self.lang {
            Lang::En => &[
                "with",
                "at",
                "worth",
                "valued",
                "reaching",
                "totaling",
                "totalling",
                "accounting",
                "ranking",
                "making up",
                "contributing",
                "representing",
                "by",
                "to ",
                "from ",
                "up from",
                "as of",
                "in 20",
                "in terms",
            ],
            Lang::Zh => &["以", "占", "达", "凭借", "位居", "居", "比起", "相比", "较", "与"],
        };
        words.iter().any(|word| text.starts_with(word))
    }

    /// Of several names the one that the clause is about: not `by X`, `of X` behind another.
    fn subject_among(&self, hits: &[usize]) -> Option<usize> {
        let &last = hits.last()?;
        // `the digital economy, driven by big data`, `数字经济带动云计算`: what stands behind `by` is no subject.
        let aside = |at: usize| {
            let before = self.before(self.hits[at].range.start);
            match self.lang {
                Lang::En => {
                    ["by", "by the", "including", "like", "such as", "and the", "with", "than", "than the"]
                        .iter()
                        .any(|word| {
                            before.strip_suffix(word).is_some_and(|rest| rest.ends_with(char::is_whitespace))
                                && *word != "and the"
                        })
                }
                Lang::Zh => ["包括", "如", "带动", "推动", "通过", "比", "以"]
                    .iter()
                    .any(|word| before.ends_with(word)),
            }
        };
        if aside(last) { hits.iter().rev().copied().find(|&at| !aside(at)) } else { Some(last) }
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
    fn is_aside(&self, range: Range<usize>, hit: usize) -> bool {
        let text = self.text[range.start..self.hits[hit].range.start].trim_start().to_lowercase();
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
        let bond = if topics.is_empty() || self.is_part_of_name(hit) {
            Bond::Broken
        } else if self.strange(between) > 0 || self.has_another_owner(hit) {
            Bond::Loose
        } else {
            Bond::Sound
        };
        Link { topics, bond, hit: Some(hit) }
    }

    /// Whether somebody else is said to have it: `the rival reported revenue of`.
    fn has_another_owner(&self, hit: usize) -> bool {
        let start = self.hits[hit].range.start;
        let before =
            self.before(start).trim_end_matches(" its").trim_end_matches(" a").trim_end_matches(" total");
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
        let clause =
            self.clauses.get(self.clause_at(start)).map_or(self.range.start, |clause| clause.range.start);
        // `The retailer said cloud computing revenues rose`: what a company tells of is its own.
        let company = |words: &str| {
            let mut words = words.split_whitespace().rev();
            words.next().is_some_and(|verb| matches!(verb, "said" | "says" | "reported" | "expects"))
                && words.next().is_some_and(|noun| COMPANIES.contains(&noun))
        };
        if self.lang == Lang::En && company(self.before(start)) {
            return true;
        }
        self.lang == Lang::En
            && verbs.iter().any(|verb| before.strip_suffix(verb).is_some_and(|rest| rest.ends_with(' ')))
            && self.strange(clause..start) > 0
    }

    /// Whether a name is part of a longer one, which the base does not know.
    pub(super) fn is_part_of_name(&self, hit: usize) -> bool {
        match self.lang {
            Lang::En => self.is_part_of_name_en(hit),
            Lang::Zh => self.is_part_of_name_zh(hit),
        }
    }

    fn is_part_of_name_en(&self, hit: usize) -> bool {
        let range = self.hits[hit].range.clone();
        // behind: `digital economy jobs`, `digital economy-related`
        let rest = &self.text[range.end..self.range.end.max(range.end)];
        if rest.starts_with('-') {
            return true;
        }
        if let Some(word) = next_word(rest) {
            let at = range.end + (word.as_ptr() as usize - rest.as_ptr() as usize);
            let lower = word.to_lowercase();
            let verb = lower.ends_with("ed")
                || lower.ends_with("ing")
                || lower.ends_with("ly")
                || word.starts_with(|c: char| c.is_ascii_digit());
            if !verb && self.strange(at..at + word.len()) > 0 {
                return true;
            }
            if OTHER_THINGS.contains(&lower.as_str()) {
                return true;
            }
        }
        // before: `Alibaba's cloud computing`, `core digital economy`
        let before = self.before(range.start);
        let start = before
            .rfind(|c: char| c.is_whitespace() || "(“\"‘—–".contains(c))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let word = &before[start..];
        let absolute = self.range.start + start;
        let is_named =
            self.hits.iter().any(|other| other.range.start <= absolute && absolute < other.range.end);
        let lower = word.to_lowercase();
        if is_named || word.is_empty() {
            return false;
        }
        if NARROWING.contains(&lower.trim_end_matches("'s").trim_end_matches("’s")) {
            return true;
        }
        let owner = lower.ends_with("'s") || lower.ends_with("’s");
        let common = ["country's", "nation's", "country’s", "nation’s", "year's", "year’s", "it's"]
            .contains(&lower.as_str());
        if owner && !common {
            return true;
        }
        // A capitalised word that nobody knows, right before a name, owns it. At the start of a sentence any
        // word is capitalised.
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        if capital
            && start > 0
            && self.strange(absolute..absolute + word.len()) > 0
            && !before[..start].trim_end().ends_with(['.', ':', '“', '"'])
        {
            return true;
        }
        // `employment in the digital economy`, `core industries of the digital economy`
        self.embraced(absolute, word)
    }

    /// Whether `of the` before a name hangs on a noun that is no size.
    fn embraced(&self, mut at: usize, word: &str) -> bool {
        let mut word = word.to_lowercase();
        for _ in 0..4 {
            if matches!(word.as_str(), "of" | "in" | "for" | "within" | "on") {
                let before = self.before(at);
                let start = last_word(before);
                let noun = before[start..].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                let absolute = self.range.start + start;
                let ended = before.ends_with([',', ';', ':']) || noun.is_empty();
                if ended
                    || noun.ends_with("ly")
                    || noun.ends_with("ing")
                    || noun.chars().all(|c| c.is_ascii_digit())
                {
                    return false;
                }
                if OTHER_THINGS.contains(&noun.as_str()) {
                    return true;
                }
                return word == "of" && self.strange(absolute..absolute + before[start..].len()) > 0;
            }
            let skip = matches!(
                word.as_str(),
                "the" | "its" | "a" | "an" | "whole" | "national" | "our" | "their" | "that" | "this"
            ) || self
                .hits
                .iter()
                .any(|hit| matches!(hit.what, What::Home) && hit.range.start <= at && at < hit.range.end)
                || word == "country's"
                || word == "nation's"
                || word == "country’s";
            if !skip {
                return false;
            }
            let before = self.before(at);
            let start = last_word(before);
            word = before[start..].to_lowercase();
            at = self.range.start + start;
        }
        false
    }

    fn is_part_of_name_zh(&self, hit: usize) -> bool {
        let range = self.hits[hit].range.clone();
        let rest = &self.text[range.end..self.range.end.max(range.end)];
        let first = rest.chars().next();
        if rest.starts_with("相关")
            || rest.starts_with("领域")
            || rest.starts_with("类")
            || rest.starts_with("核心")
        {
            return true;
        }
        if let Some(first) = first.filter(|c| c.is_alphabetic() && !c.is_ascii()) {
            let named = self.hits.iter().any(|other| other.range.start == range.end);
            // The first two characters tell whether a plain word begins here.
            let two = range.end + rest.chars().take(2).map(char::len_utf8).sum::<usize>();
            let one = range.end + first.len_utf8();
            if !named && self.strange(range.end..one) > 0 && self.strange(range.end..two) > 0 {
                let four = range.end + rest.chars().take(4).map(char::len_utf8).sum::<usize>();
                let three = range.end + rest.chars().take(3).map(char::len_utf8).sum::<usize>();
                if self.strange(range.end..four) >= 3 || self.strange(range.end..three) >= 2 {
                    return true;
                }
            }
            if OTHER_THINGS_ZH.iter().any(|word| rest.trim_start_matches('的').starts_with(word)) {
                return true;
            }
        }
        let before = self.before(range.start);
        let named = self.hits.iter().any(|other| {
            other.range.end == range.start && !matches!(other.what, What::Place(_) | What::World)
        });
        !named && NARROWING_ZH.iter().any(|word| before.ends_with(word))
    }

    /// Whether the words that open a clause bring in no subject of their own.
    fn opens_plainly(&self, opening: Range<usize>) -> bool {
        self.strange(opening) == 0
    }

    /// Whether a clause clearly has a subject of its own.
    fn own_subject(&self, opening: Range<usize>) -> bool {
        let limit = match self.lang {
            Lang::En => 1,
            Lang::Zh => 2,
        };
        self.strange(opening) >= limit
    }

    /// Whether a sentence that names no topic goes on about the one before.
    fn goes_on(&self, opening: Range<usize>) -> bool {
        self.strange(opening) == 0
    }
}

fn next_word(rest: &str) -> Option<&str> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let trimmed = trimmed.strip_prefix("'s ").or_else(|| trimmed.strip_prefix("’s ")).unwrap_or(trimmed);
    let end = trimmed.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(trimmed.len());
    (end > 0).then(|| &trimmed[..end])
}

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

/// Nouns that make a topic's name the name of something else.
#[rustfmt::skip]
const OTHER_THINGS: &[&str] = &[
    "jobs", "employment", "employees", "workers", "talent", "talents", "companies", "company", "firms", "enterprises", "startups", "start-ups", "users", "user",
    "customers", "subscribers", "patents", "investment", "investments", "exports", "imports", "trade", "index", "indices", "park", "parks", "zone", "zones", "fund", "funds",
    "platform", "platforms", "center", "centers", "centre", "centres", "policy", "law", "forum", "summit", "conference", "agreement", "cooperation", "tax", "taxes", "projects", "project",
    "pilot", "pilots", "stations", "devices", "equipment", "standard", "standards", "strategy", "spending", "adoption", "speeds", "bills", "fees", "plans", "consumption", "loans", "financing", "profits", "profit",
];

/// Words before a topic's name that make it a part or a kind of it.
#[rustfmt::skip]
const NARROWING: &[&str] = &[
    "core", "rural", "urban", "regional", "local", "provincial", "municipal", "industrial", "agricultural", "narrow", "green", "marine", "smart", "city", "town", "county",
    "world", "global", "per-capita", "capita", "private", "public", "foreign", "overseas", "county-level", "cross-border", "non", "traditional", "military", "african", "european",
];

const OTHER_THINGS_ZH: &[&str] = &[
    "就业",
    "企业",
    "人才",
    "岗位",
    "用户",
    "投资",
    "出口",
    "进口",
    "贸易",
    "指数",
    "园区",
    "基金",
    "平台",
    "公司",
    "专利",
    "论坛",
    "大会",
    "峰会",
    "合作",
    "试验区",
    "示范区",
    "项目",
    "机构",
    "岗",
    "税收",
    "融资",
    "独角兽",
    "领域",
    "相关",
    "核心产业",
    "从业",
    "人口",
    "竞争力",
    "工程",
    "技术",
    "人员",
    "带动",
    "消费",
    "业务收入",
];

const NARROWING_ZH: &[&str] = &[
    "省",
    "市",
    "县",
    "区",
    "州",
    "镇",
    "乡",
    "村",
    "人均",
    "核心",
    "农村",
    "城市",
    "工业",
    "农业",
    "智能",
    "阿里",
    "腾讯",
    "华为",
    "百度",
    "亚马逊",
    "微软",
    "谷歌",
    "非",
    "海洋",
    "绿色",
    "地方",
    "狭义",
    "新型",
    "新兴",
    "世界",
    "全球",
    "各省",
    "外国",
    "本地",
];
