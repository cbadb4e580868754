//! Shares of wholes that the base has no name for, or that nobody named: `30.3 percent of exports`, `its share in exports`,
//! `half of the countries`, 占全球七成.
//!
//! They are none of the base's business, unless the number is the very share that it has of another whole: then the whole
//! is wrong.

use std::borrow::Cow;
use std::ops::Range;

use super::index::{Index, Subject};
use super::link::{Bond, Carried};
use super::mention::each;
use super::names::{Hit, What};
use super::part::Part;
use super::scene::Scene;
use super::words::Cue;
use crate::facts::model::{Base, Measure};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// So many words behind `of` may stand before the noun.
const REACH: usize = 4;

impl Scene<'_> {
    /// A share of what stands behind it and has no name in the base.
    pub(super) fn of_unnamed_whole(
        &self,
        figure: &Figure,
        cue: Option<Cue>,
        base: &Base,
        index: &Index<'_>,
        carried: &Carried,
    ) -> Option<Part> {
        let rest = self.after(figure.range.end).strip_prefix("of ")?;
        let noun = self.unnamed(self.range.end - rest.len())?;
        if cue == Some(Cue::Share) { self.shares_of(noun, figure, base, index, carried) } else { None }
    }

    /// The whole without a name that a share before a figure is said to be in: `its proportion in exports`.
    pub(super) fn unnamed_whole_before(
        &self,
        figure: &Figure,
        bounds: &Range<usize>,
    ) -> Option<Range<usize>> {
        if self.lang != Lang::En {
            return self.stranger_that_has_a_part(figure, bounds);
        }
        let share = self.marks.iter().rev().find(|mark| {
            mark.cue == Cue::Share && bounds.start <= mark.range.start && mark.range.end <= figure.range.start
        })?;
        if !matches!(self.small(share.range.clone()), "share" | "proportion" | "weight") {
            return None;
        }
        let rest = self.after(share.range.end);
        let of = rest.strip_prefix("in ").or_else(|| rest.strip_prefix("of "))?;
        let noun = self.unnamed(self.range.end - of.len())?;
        (noun.end <= figure.range.start).then_some(noun)
    }

    /// The whole that a Chinese clause names between 占 and a share, if nobody knows it: 占就业的30.3%, 占全球GDP的30.3%.
    fn stranger_that_has_a_part(&self, figure: &Figure, bounds: &Range<usize>) -> Option<Range<usize>> {
        let part = self.marks.iter().rev().find(|mark| {
            mark.cue == Cue::Share && bounds.start <= mark.range.start && mark.range.end <= figure.range.start
        })?;
        let from = match &self.text[part.range.clone()] {
            "占" | "佔" | "占到" | "约占" | "約佔" => part.range.end,
            // 占就业比重达30.3%
            "比重" | "比例" | "份额" | "份額" => {
                let before = &self.text[bounds.start..part.range.start];
                let has = before.rfind(['占', '佔'])?;
                bounds.start + has + '占'.len_utf8()
            }
            _ => return None,
        };
        let said = &self.text[from..figure.range.start];
        let end = ["的", "比重", "比例", "份额", "份額"].iter().filter_map(|word| said.find(word)).min();
        let noun = from..from + end?;
        let within = |hit: &&Hit| noun.start <= hit.range.start && hit.range.end <= noun.end;
        let abroad = self.hits.iter().any(|hit| {
            matches!(hit.what, What::World | What::Place(_))
                && hit.range.start == noun.start
                && hit.range.end <= noun.end
        });
        let named = self
            .hits
            .iter()
            .filter(within)
            .any(|hit| matches!(hit.what, What::Topic(_) | What::Not(_) | What::Title(_)));
        let other = self.marks.iter().any(|mark| {
            mark.cue == Cue::Other && noun.start <= mark.range.start && mark.range.end <= noun.end
        });
        (abroad || !named && (other || self.strange(noun.clone()) > 1)).then_some(noun)
    }

    /// The shares that the base has of the topic of a figure, all told to be of a noun.
    pub(super) fn shares_of(
        &self,
        noun: Range<usize>,
        figure: &Figure,
        base: &Base,
        index: &Index<'_>,
        carried: &Carried,
    ) -> Option<Part> {
        // What stands before the noun says whose share it is.
        let part = match self.lang {
            Lang::Zh => Cow::Owned(Figure { range: noun.start..figure.range.end, ..figure.clone() }),
            Lang::En => Cow::Borrowed(figure),
        };
        let link = self.link(&part, None, carried)?;
        let mut subjects: Vec<Subject> = Vec::new();
        for subject in each(&link.topics, &[Measure::Share]) {
            let wholes = index.of(subject).filter_map(|fact| fact.whole.as_deref());
            subjects.extend(
                wholes
                    .filter_map(|id| base.topics.iter().position(|topic| topic.id == id))
                    .map(|whole| Subject { whole: Some(whole), ..subject }),
            );
        }
        subjects.sort_unstable();
        subjects.dedup();
        (link.bond == Bond::Sound && !subjects.is_empty()).then_some((subjects, link, Some(noun)))
    }

    /// The noun of a whole that begins at a byte, if nobody knows it: without its articles, owners and adjectives.
    fn unnamed(&self, at: usize) -> Option<Range<usize>> {
        let rest = &self.text[at..self.range.end];
        let phrase = &rest[..rest.find([',', '.', ';', '(', ')']).unwrap_or(rest.len())];
        for word in phrase.split_whitespace().take(REACH) {
            let start = word.as_ptr() as usize - self.text.as_ptr() as usize;
            let range = start..start + word.len();
            // A name of the base is no stranger.
            let named = |hit: &Hit| {
                matches!(hit.what, What::Topic(_) | What::Not(_))
                    && hit.range.start <= start
                    && start < hit.range.end
            };
            if self.hits.iter().any(named) {
                return None;
            }
            let other = self.marks.iter().any(|mark| mark.cue == Cue::Other && mark.range == range);
            if other || self.strange(range.clone()) > 0 {
                return Some(range);
            }
        }
        None
    }

    /// Whether a share says again what an amount is, and nobody knows what that is of: `the digitisation of others, worth 21
    /// trillion yuan, or 25.4%`.
    pub(super) fn is_of_an_unknown_amount(&self, figure: &Figure, carried: &Carried) -> bool {
        self.said_again(figure).is_some_and(|amount| {
            self.link(amount, None, carried).is_none_or(|link| link.bond == Bond::Broken)
        }) || self.equals_an_unknown_amount(figure)
    }

    /// `41 trillion was the output of farms and factories, equal to 33.9% of GDP`: nor what an amount is that nobody knows.
    pub(super) fn equals_an_unknown_amount(&self, figure: &Figure) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let opening = self.small(start..figure.range.start).trim();
        let equal =
            ["equal to", "equivalent to", "corresponding to", "amounting to", "or"].contains(&opening);
        let amount = self.figure_before(start);
        self.lang == Lang::En
            && equal
            && amount
                .filter(|amount| matches!(amount.kind, FigureKind::Money | FigureKind::Number))
                .is_some_and(|amount| {
                    let behind = amount.range.end..start;
                    let named = (0..self.hits.len())
                        .any(|at| self.topic(at).is_some() && behind.contains(&self.hits[at].range.start));
                    !named && self.strange(behind) > 0
                })
    }

    /// Whether a share is one of several, each of a whole that the clause does not name: 占数字经济…，占GDP…；
    /// 数字产业化占比分别为18.3%和7.3%.
    pub(super) fn is_of_untold_wholes(&self, figure: &Figure, bounds: &Range<usize>) -> bool {
        let opening = &self.text[bounds.start..figure.range.start];
        // 47个国家合计38.1万亿美元；美国15.3万亿美元，中国7.1万亿美元，占18.5%: of what all of them have.
        let bare =
            matches!(opening.trim().trim_start_matches(['，', ',']), "占" | "佔" | "约占" | "占比" | "佔比")
                && self
                    .hits
                    .iter()
                    .any(|hit| matches!(hit.what, What::Place(_)) && hit.range.end <= bounds.start);
        let each = [
            "占比分别",
            "占比依次",
            "比重分别",
            "占比各",
            "分别占",
            "对应的比重",
            "相应的比重",
            "對應的比重",
        ];
        self.lang == Lang::Zh && (bare || each.iter().any(|words| opening.contains(words)))
    }

    /// Whether the words before a whole say whose share it is, and that is no topic: `the share of services in GDP`.
    pub(super) fn is_anothers_share(&self, whole: usize) -> bool {
        let before = self.small_before(self.hits[whole].range.start);
        let before = before.strip_suffix("the").map_or(before, str::trim_end);
        let Some(owner) = before.strip_suffix(" in").filter(|_| self.lang == Lang::En) else { return false };
        let Some(at) = ["share of ", "proportion of ", "weight of "]
            .iter()
            .filter_map(|of| owner.rfind(of).map(|at| at + of.len()))
            .max()
        else {
            return false;
        };
        let (start, end) = (self.range.start + at, self.range.start + owner.len());
        let named = (0..self.hits.len())
            .any(|hit| start <= self.hits[hit].range.start && self.hits[hit].range.start < end);
        let noun = owner[at..].trim();
        let back = [
            "it",
            "that",
            "this",
            "the sector",
            "this sector",
            "the industry",
            "the latter",
            "the former",
            "the field",
        ];
        !named && !noun.contains(',') && noun.split(' ').count() <= 4 && !back.contains(&noun)
    }

    /// Whether a part is of the rise of something that nobody named: `88.2 percent of the sector's increase`.
    pub(super) fn is_of_an_unknown_rise(&self, figure: &Figure) -> bool {
        const RISES: [&str; 6] = ["increase", "growth", "rise", "expansion", "gain", "gains"];
        let Some(of) = self.small_after(figure.range.end).strip_prefix("of ") else { return false };
        let phrase = of.split([',', '.', ';', '(']).next().unwrap_or_default();
        self.lang == Lang::En
            && phrase.split(' ').take(4).any(|word| RISES.contains(&word))
            && ["the ", "its ", "their ", "that ", "this "].iter().any(|word| phrase.starts_with(word))
            && !phrase.contains("economic")
    }

    /// Whether a part is of what the whole world has: 5G基站逾81.9万个，约占全球七成.
    pub(super) fn is_of_the_world(&self, figure: &Figure) -> bool {
        if self.lang == Lang::En {
            // `8.1 zettabytes, 10.5 percent of the world's`
            let rest = self.small_after(figure.range.end);
            let of = ["of the world's", "of the world’s", "of the global total", "of the world total"]
                .iter()
                .find_map(|of| rest.strip_prefix(of));
            return of.is_some_and(|rest| {
                !rest.trim_start().starts_with(|c: char| c.is_alphabetic()) || rest.starts_with(" total")
            });
        }
        let before = self.before(figure.range.start);
        let before = ["近", "约", "逾", "超"]
            .iter()
            .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before));
        self.lang == Lang::Zh
            && ["占全球", "占世界", "占全世界", "佔全球", "佔世界"]
                .iter()
                .any(|words| before.ends_with(words))
    }

    /// Whether a part is one of several countries, firms or the like: `about half of the countries grew by more than 3 percent`.
    pub(super) fn is_of_some_of_several(&self, figure: &Figure) -> bool {
        const SEVERAL: [&str; 9] = [
            "countries",
            "nations",
            "economies",
            "provinces",
            "cities",
            "regions",
            "companies",
            "firms",
            "respondents",
        ];
        let rest = self.small_after(figure.range.end);
        let rest = ["of the ", "of all ", "of these ", "of those ", "of its ", "of their ", "of "]
            .iter()
            .find_map(|of| rest.strip_prefix(of));
        self.lang == Lang::En
            && rest.is_some_and(|rest| {
                rest.split(' ')
                    .take(2)
                    .any(|word| SEVERAL.contains(&word.trim_end_matches(['\'', '’', ',', '.', ';'])))
            })
    }

    /// Whether a percentage is of what the one before it is of, which nobody knows: `24 percent of output in industry
    /// and 10.5 percent in farming`.
    pub(super) fn shares_an_unknown(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En || !self.after(figure.range.end).starts_with("in ") {
            return false;
        }
        let before = self.figure_before(figure.range.start);
        before.is_some_and(|before| {
            super::scene::is_part(before.kind)
                && self.text[figure.range.end.min(before.range.end)..figure.range.start]
                    .trim_end()
                    .ends_with("and")
                && self.of_something_unknown(before)
        })
    }

    /// Whether what a percentage is of is named and nobody knows it: `30 percent of exports`.
    pub(super) fn of_something_unknown(&self, figure: &Figure) -> bool {
        let rest = self.after(figure.range.end);
        match self.lang {
            Lang::En => {
                let Some(rest) = rest.strip_prefix("of ") else { return false };
                let at = self.range.end - rest.len().min(self.range.end);
                let word =
                    rest.split(|c: char| c.is_whitespace() || ",.;".contains(c)).next().unwrap_or_default();
                // `81.7% of the whole and 32.5% of GDP`: what the next figure is of is its own.
                let next = self.figures_from(at).first().map(|other| other.range.start);
                let next = next.filter(|&next| self.text[at..next].contains(" and "));
                let near = noun_phrase(rest).min(40).min(next.map_or(40, |next| next - at));
                let known = self.hits.iter().any(|hit| {
                    // `91 percent of Chinese broadband lines`: of lines.
                    let counted = LINES.iter().any(|line| self.small_after(hit.range.end).starts_with(line));
                    matches!(hit.what, What::Topic(_) | What::Not(_))
                        && !counted
                        && hit.range.start >= at
                        && hit.range.start <= at + near
                        && !(self.before(hit.range.start).trim_end_matches(" the").ends_with(" in")
                            && self.strange(at..hit.range.start) > 0)
                });
                !known && !word.is_empty()
            }
            Lang::Zh => {
                let Some(rest) = rest.strip_prefix('的') else { return false };
                let at = self.range.end - rest.len().min(self.range.end);
                let verb = HAVING_ZH.iter().filter_map(|verb| rest.find(verb)).min();
                let near = verb.unwrap_or(rest.len()).min(18);
                !self.hits.iter().any(|hit| hit.range.start >= at && hit.range.start < at + near)
                    && !["速度", "增速", "增长", "比例", "比重", "份额", "目标", "年均"]
                        .iter()
                        .any(|word| rest.starts_with(word))
            }
        }
    }
}

/// Where a noun phrase ends that a text begins with: before a verb of having, or what it is had by.
fn noun_phrase(text: &str) -> usize {
    let words = text.split_inclusive(' ');
    words
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len();
            Some((start, word.trim_end()))
        })
        .find(|(_, word)| HAVING.contains(word))
        .map_or(text.len(), |(start, _)| start)
}

/// Words that end the subject of a sentence in English.
const HAVING: [&str; 28] = [
    "will", "would", "shall", "should", "can", "could", "may", "must", "have", "has", "had", "having", "are",
    "is", "were", "was", "be", "being", "get", "gain", "gained", "enjoy", "enjoyed", "use", "used", "with",
    "on", "to",
];

/// Things of a network that are counted, and are no names of it.
const LINES: [&str; 6] = ["lines", "ports", "subscriptions", "subscribers", "customers", "connections"];

/// Verbs of having in Chinese.
const HAVING_ZH: [&str; 10] = ["通", "实现", "接入", "覆盖", "拥有", "使用", "具备", "达到", "开通", "用上"];
