//! Whether a topic's name is a part of another name, which the base does not know: `digital economy jobs`, 海洋数字经济.
//!
//! What stands right before and behind a name tells: a noun of its own makes it the name of something else, and a
//! word that narrows makes it a part or a kind of the topic.

use super::link::Link;
use super::names::{Hit, What};
use super::scene::{Scene, last_word};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

impl Scene<'_> {
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
        // `the digital economy narrowly defined`
        let narrowed = rest.trim_start().trim_start_matches([',', '(']).trim_start();
        if rest.starts_with('-')
            || ["narrow", "in the narrow", "in a narrow"].iter().any(|word| narrowed.starts_with(word))
        {
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
            // `productivity in China's digital economy`
            let home =
                |hit: &Hit| hit.what == What::Home && hit.range.start <= absolute && absolute < hit.range.end;
            return self.hits.iter().any(home) && self.embraced(absolute, word);
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
                // `core industries in the digital economy`
                let adjective = self.small_before(absolute).rsplit(' ').next().unwrap_or_default();
                if noun == "industries" && NARROWING.contains(&adjective) {
                    return true;
                }
                let strange = self.strange(absolute..absolute + before[start..].len()) > 0;
                // `Productivity in the digital economy stood at`: in the place of the subject.
                let opening = self.clause_range(absolute).start..absolute;
                let subject = !noun.ends_with("ed")
                    && self.strange(opening.clone()) == 0
                    && !self.figures.iter().any(|figure| opening.contains(&figure.range.start));
                return strange && (word == "of" || subject);
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

    /// Whether a count counts a kind of its own that nobody knows: `400 million broadband users and 1.2 billion 3G/4G users`.
    pub(super) fn counts_others(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En || !matches!(figure.kind, FigureKind::Count | FigureKind::Number) {
            return false;
        }
        let mut words = self.after(figure.range.end).split(' ');
        let (Some(kind), Some(noun)) = (words.next(), words.next()) else { return false };
        let at = self.range.end - self.after(figure.range.end).len();
        let named = self.hits.iter().any(|hit| hit.range.start <= at && at < hit.range.end);
        let sign = kind.contains(|c: char| c.is_ascii_digit()) && kind.contains(char::is_alphabetic);
        let noun = noun.trim_end_matches([',', '.', ';']);
        !named && sign && COUNTED.contains(&noun)
    }

    /// Whether an amount is said of two things together: `revenue of cloud computing and big data jumped to 1 trillion yuan`.
    pub(super) fn is_of_two_together(&self, figure: &Figure, link: &Link) -> bool {
        let Some(hit) = link.hit.filter(|_| self.lang == Lang::En && figure.kind == FigureKind::Money) else {
            return false;
        };
        let start = self.hits[hit].range.start;
        self.hits[hit].range.end <= figure.range.start
            && (0..self.hits.len()).any(|other| {
                let range = &self.hits[other].range;
                self.topic(other).is_some()
                    && range.end <= start
                    && matches!(self.text[range.end..start].trim(), "and" | "and the")
            })
    }

    fn is_part_of_name_zh(&self, hit: usize) -> bool {
        let range = self.hits[hit].range.clone();
        let rest = &self.text[range.end..self.range.end.max(range.end)];
        // 实物商品部分: the same, as a part of what was told before.
        let (range, rest) = match rest.strip_prefix("部分") {
            Some(behind) => (range.start..self.range.end - behind.len(), behind),
            None => (range, rest),
        };
        let first = rest.chars().next();
        // 15项“互联网+”相关议题 counts what concerns it.
        let counted = |figure: &&Figure| {
            figure.kind == FigureKind::Count
                && figure.range.end <= range.start
                && self.text[figure.range.end..range.start]
                    .trim_matches(['“', '「', '"', '‘', '的'])
                    .is_empty()
        };
        let concerns = rest.trim_start_matches(['”', '」', '"', '’']);
        if (concerns.starts_with("相关") || concerns.starts_with("有关"))
            && self.figures.iter().any(|one| counted(&one))
        {
            return false;
        }
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
            // 大数据交易额 is of what is sold of it; 电子商务交易额 is all of it.
            if rest.starts_with("交易") && !self.text[range.clone()].ends_with(['务', '務', '购', '購', '售'])
            {
                return true;
            }
            // 大数据业务收入 is that of whole companies' departments; …服务的业务收入 is what the services bring in.
            let others = rest.trim_start_matches('的');
            let sells = others.starts_with("业务收入") && self.text[range.clone()].ends_with("服务");
            if !sells && OTHER_THINGS_ZH.iter().any(|word| others.starts_with(word)) {
                return true;
            }
        }
        let before = self.before(range.start);
        let named = self.hits.iter().any(|other| {
            other.range.end == range.start && !matches!(other.what, What::Place(_) | What::World)
        });
        !named && NARROWING_ZH.iter().any(|word| before.ends_with(word))
    }
}

fn next_word(rest: &str) -> Option<&str> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let trimmed = trimmed.strip_prefix("'s ").or_else(|| trimmed.strip_prefix("’s ")).unwrap_or(trimmed);
    let end = trimmed.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(trimmed.len());
    (end > 0).then(|| &trimmed[..end])
}

/// Nouns that make a topic's name the name of something else.
#[rustfmt::skip]
const OTHER_THINGS: &[&str] = &[
    "jobs", "employment", "employees", "workers", "talent", "talents", "companies", "company", "firms", "enterprises", "startups", "start-ups", "users", "user",
    "customers", "subscribers", "patents", "investment", "investments", "exports", "imports", "trade", "index", "indices", "park", "parks", "zone", "zones", "fund", "funds",
    "platform", "platforms", "center", "centers", "centre", "centres", "policy", "law", "forum", "summit", "conference", "agreement", "cooperation", "tax", "taxes", "projects", "project",
    "pilot", "pilots", "stations", "devices", "equipment", "standard", "standards", "strategy", "spending", "adoption", "bills", "fees", "plans", "consumption", "loans", "financing", "profits", "profit",
];

/// Nouns of those who are counted by kind.
const COUNTED: [&str; 6] = ["users", "subscribers", "customers", "households", "homes", "connections"];

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
    "及以上",
    "兆以上",
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
    "当地",
    "當地",
    "学校",
    "學校",
    "小学",
    "小學",
    "医院",
    "醫院",
    "狭义",
    "新型",
    "新兴",
    "世界",
    "全球",
    "各省",
    "外国",
    "本地",
];
