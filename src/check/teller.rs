//! Who is said to have counted: a body of the base, or a house that it does not know.

use std::ops::Range;

use super::names::What;
use super::scene::{Scene, last_word};
use crate::facts::model::Base;
use crate::lang::Lang;
use crate::scan::Figure;

/// What stands behind a day of the month that a text begins with: 26日, 1月26日.
fn past_a_day(text: &str) -> &str {
    let day = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '月').strip_prefix('日');
    day.filter(|_| text.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

impl Scene<'_> {
    /// Whether a house that the base does not know is said to have counted: 某研究院发布的报告显示, 某交易所在其发布的白皮书中称.
    pub(super) fn is_strangers(&self, figure: &Figure) -> bool {
        if self.lang == Lang::En {
            return *self.told_by_stranger.get_or_init(|| self.is_told_by_a_stranger());
        }
        let before = &self.text[self.range.start..figure.range.start];
        // Who compares 47个国家 counts each of them in one way, which is seldom a country's own.
        let compared = self.lang == Lang::Zh
            && self
                .figures
                .iter()
                .any(|other| other.range.end <= figure.range.start && self.counts_countries(other).is_some());
        if compared {
            return true;
        }
        // 业内人士预计: whoever foresees it.
        let foreseen = self.lang == Lang::Zh
            && ["专家", "人士", "机构", "分析师", "学者"].iter().any(|who| {
                let said = before.find(who).map(|at| &before[at + who.len()..]);
                said.is_some_and(|said| {
                    ["预计", "预测", "估计", "认为", "预期"].iter().any(|verb| said.starts_with(verb))
                })
            });
        if foreseen {
            return true;
        }
        // Most sentences name no house at all, and one look at each character tells.
        if self.lang != Lang::Zh || !before.contains(['院', '所', '心', '会', '询', '库', '学', '司', '团'])
        {
            return false;
        }
        let known = |at: usize| {
            let body = |what| matches!(what, What::Body(_) | What::Title(_) | What::Home);
            self.hits.iter().any(|hit| body(hit.what) && hit.range.start <= at && at < hit.range.end)
        };
        HOUSES.iter().any(|house| {
            before.match_indices(house).any(|(at, _)| {
                // 电子商务研究中心26日称
                let rest = past_a_day(&before[at + house.len()..]);
                let lead = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
                COUNTED.iter().any(|word| lead.starts_with(word)) && !known(self.range.start + at)
            })
        })
    }

    /// `according to the Asian Development Bank`, `IDC said`, `a report by Peking University`, `an association said`.
    fn is_told_by_a_stranger(&self) -> bool {
        let said = &self.text[self.range.clone()];
        let mut at = 0;
        said.split_inclusive([' ', '\n']).any(|piece| {
            let begin = at;
            at += piece.len();
            let word = piece.trim_start_matches(['(', '"', '“', '‘', '\'']);
            let begin = begin + (piece.len() - word.len());
            let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let word = ["'s", "’s"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word);
            let proper = HOUSES_EN.binary_search(&word).is_ok();
            let common = KINDS_OF_HOUSES.contains(&word);
            (proper || common)
                && self.is_teller(self.range.start + begin..self.range.start + begin + word.len(), proper)
        })
    }

    /// Whether the house whose name ends with these bytes is unknown to the base and said to have told.
    fn is_teller(&self, last: Range<usize>, proper: bool) -> bool {
        let mut start = last.start;
        // The name or noun phrase from its first word on.
        for _ in 0..8 {
            let head = self.before(start);
            let word = &head[last_word(head)..];
            let part = match proper {
                true => {
                    word.starts_with(|c: char| c.is_uppercase()) && !word.ends_with([',', '.', ':', ';'])
                        || matches!(word, "of" | "for" | "and" | "&" | "on")
                }
                false => {
                    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                        && !LEADING.contains(&word)
                }
            };
            if word.is_empty() || !part {
                break;
            }
            start = self.range.start + (head.len() - word.len());
        }
        let known = self.hits.iter().any(|hit| {
            matches!(hit.what, What::Body(_) | What::Title(_))
                && hit.range.start < last.end
                && start < hit.range.end
        });
        if known {
            return false;
        }
        let behind = self.small_after(last.end);
        let behind = ["'s ", "’s "].iter().find_map(|s| behind.strip_prefix(s)).unwrap_or(behind);
        let first = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if TELLING.contains(&first) {
            return true;
        }
        let before = self.small_before(start);
        let before = ["the", "a", "an"]
            .iter()
            .find_map(|article| before.strip_suffix(article))
            .map_or(before, str::trim_end);
        if before.ends_with("according to") {
            return true;
        }
        let Some(before) = ["by", "from", "at", "of"].iter().find_map(|word| before.strip_suffix(word))
        else {
            return false;
        };
        let near = before.trim_end();
        let noun = &near[last_word(near)..];
        COUNTS.contains(&noun)
    }

    /// Whether a document that the base does not know is said to set what the sentence tells: 《…发展规划》要求.
    pub(super) fn is_of_another_plan(&self, figure: &Figure, base: &Base) -> bool {
        let before = &self.text[self.range.start..figure.range.start];
        let Some((_, title)) = before.rsplit_once('《').filter(|_| self.lang == Lang::Zh) else {
            return false;
        };
        let Some((title, said)) = title.split_once('》') else { return false };
        let at = self.range.start + (title.as_ptr() as usize - before.as_ptr() as usize);
        let known = self.hits.iter().any(|hit| {
            matches!(hit.what, What::Title(_)) && hit.range.start < at + title.len() && at < hit.range.end
        });
        let said = said.split(['，', ',', '：', ':']).next().unwrap_or(said);
        // 《意见》 is one named before.
        !known
            && title.chars().count() > 4
            && ["提出", "要求", "明确", "规定", "确定"].iter().any(|verb| said.contains(verb))
            && !base.sources.iter().any(|source| is_title(title, &source.title))
    }

    /// The bodies said to have counted, in the sentence.
    pub(super) fn attributed(&self, figure: &Figure) -> Vec<usize> {
        let mut bodies: Vec<usize> = Vec::new();
        if let Some(body) = self.is_said_next_by(figure) {
            return vec![body];
        }
        for hit in &self.hits {
            let What::Body(body) = hit.what else { continue };
            let before = self.small_before(hit.range.start);
            let after = self.small_after(hit.range.end);
            let behind = after.trim_start_matches("'s ").trim_start_matches(") ");
            let said = match self.lang {
                Lang::En => {
                    [
                        "according to",
                        "according to the",
                        "by the",
                        "by",
                        "from the",
                        "from",
                        "released by the",
                        "data of the",
                        "of the",
                        "citing",
                        "according to a report by the",
                        "the",
                    ]
                    .iter()
                    .any(|word| before.ends_with(word))
                        && (before.contains("according to")
                            || before.contains("by ")
                            || before.ends_with("by")
                            || before.contains("data")
                            || before.contains("report"))
                        || [
                            "said",
                            "says",
                            "reported",
                            "announced",
                            "estimates",
                            "estimated",
                            "put ",
                            "puts ",
                            "data",
                            "figures",
                            "report",
                            "white paper",
                            "showed",
                            "shows",
                            "released",
                            "calculated",
                            "found",
                            "'s data",
                            "'s report",
                            "’s",
                        ]
                        .iter()
                        .any(|word| behind.starts_with(word))
                }
                Lang::Zh => {
                    before.ends_with('据')
                        || before.ends_with("根据")
                        || before.ends_with('據')
                        || before.ends_with("来自")
                        || [
                            "发布",
                            "数据",
                            "的数据",
                            "的统计",
                            "的测算",
                            "的估算",
                            "统计",
                            "报告",
                            "《",
                            "的报告",
                            "表示",
                            "称",
                            "指出",
                            "测算",
                            "估算",
                            "显示",
                            "公布",
                            "介绍",
                            "院长",
                            "白皮书",
                            "發布",
                            "認為",
                            "认为",
                            "给出",
                            "最新",
                        ]
                        .iter()
                        .any(|word| after.starts_with(word))
                        // 仅相当于工信部口径的十几分之一 only compares.
                        || hit.range.end <= figure.range.start
                            && ["的口径", "口径", "的数字", "的说法"].iter().any(|word| after.starts_with(word))
                }
            };
            if said && hit.range.start.abs_diff(figure.range.start) < 400 {
                bodies.push(body);
            }
        }
        bodies
    }
}

impl Scene<'_> {
    /// The body that opens the clause of a figure, where others before it have told theirs: 赛迪的统计是6388亿元，中国互联网协会只有
    /// 718.7亿元.
    fn is_said_next_by(&self, figure: &Figure) -> Option<usize> {
        let start = self.clause_range(figure.range.start).start;
        let bodies = self.hits.iter().filter(|hit| matches!(hit.what, What::Body(_))).count();
        let told = bodies > 1 || self.figure_before(start).is_some();
        let hit =
            self.hits.iter().find(|hit| matches!(hit.what, What::Body(_)) && hit.range.start >= start)?;
        let opening = self.text.get(start..hit.range.start).unwrap_or("?").trim();
        let near = figure.range.start.checked_sub(hit.range.end).is_some_and(|gap| gap <= NEXT);
        let What::Body(body) = hit.what else { return None };
        (told && near && self.lang == Lang::Zh && matches!(opening, "" | "而" | "但")).then_some(body)
    }
}

/// So near its figure stands a body that tells it next, in bytes: 则称超过, 只有.
const NEXT: usize = 30;

/// Whether two titles are one, whichever marks and dashes they have and whether one is cut short.
fn is_title(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    one.contains(&other) || other.contains(&one)
}

/// How the English names of houses that count end, and those that are known by one. Sorted.
#[rustfmt::skip]
const HOUSES_EN: &[&str] = &[
    "ADB", "Academy", "Accenture", "AliResearch", "Analysys", "Association", "BCG", "BIS", "Bain", "Bank", "Barclays",
    "Bernstein", "CASS", "Canalys", "Capital", "Center", "Centre", "Chamber", "Citigroup", "Consulting",
    "Counterpoint", "Credit", "Deloitte", "Dentsu", "EY", "Economics", "Euromonitor", "Federation", "Fitch",
    "Forrester", "Foundation", "Frost", "Gartner", "Goldman", "Group", "HSBC", "IDC", "IFC", "IHS", "IMF", "ITU",
    "Institute", "Institution", "Ipsos", "JPMorgan", "Jefferies", "KPMG", "McKinsey", "Moody", "Nielsen", "Nomura",
    "OECD", "Omdia", "Organisation", "Organization", "Partners", "PwC", "Research", "Sachs", "School", "Securities",
    "Society", "Stanley", "Statista", "UBS", "UNCTAD", "Union", "University", "iResearch",
];

/// Common nouns for them.
const KINDS_OF_HOUSES: [&str; 10] = [
    "association",
    "consultancy",
    "institute",
    "bank",
    "brokerage",
    "university",
    "group",
    "firm",
    "institution",
    "company",
];

/// What opens the noun phrase of a house, or stands before it.
const LEADING: [&str; 12] = ["a", "an", "the", "by", "from", "at", "of", "to", "that", "and", "as", "which"];

/// What a house does that tells.
#[rustfmt::skip]
const TELLING: &[&str] = &[
    "said", "says", "estimates", "estimated", "estimate", "reported", "reports", "puts", "put", "calculates", "calculated", "found", "finds",
    "shows", "showed", "reckons", "reckoned", "projects", "projected", "forecasts", "forecast", "expects", "expected", "predicts", "predicted", "counts",
    "counted", "noted", "wrote", "announced", "data", "figures", "report", "study", "research", "survey", "statistics", "estimation",
];

/// What tells and who, before `by`, `from`, `of` or `at` and the house.
#[rustfmt::skip]
const COUNTS: &[&str] = &[
    "report", "reports", "study", "paper", "survey", "data", "figures", "estimates", "estimate", "calculations", "statistics", "released", "published",
    "calculated", "compiled", "estimated", "conducted", "issued", "researchers", "economists", "analysts", "scholars", "research", "analysis",
];

/// How the names of houses that count end.
const HOUSES: &[&str] =
    &["院", "研究所", "交易所", "事务所", "中心", "协会", "学会", "咨询", "智库", "大学", "公司", "集团"];

/// When or in what a house tells of what it counted.
const LEADS: &[&str] = &["在其", "近日", "日前", "今日", "昨日", "最新", "的", "在", "所", "此前"];

/// Words of counting, right behind a house's name.
const COUNTED: &[&str] = &["发布", "测算", "估算", "报告", "认为", "数据", "预测", "统计", "口径", "称"];
