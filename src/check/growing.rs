//! What a growth is of when it is not of what its clause names: of something behind it, of another year's figure by
//! which it is the gap, of years that are only counted, of an amount right before it, of a revision.

use std::ops::Range;

use super::index::Index;
use super::link::{Bond, Carried, Link};
use super::names::What;
use super::scene::{Scene, is_part};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Numbers of years that a growth can be over.
const COUNTED: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty"];

impl Scene<'_> {
    /// Whether a percentage is said of a thing itself of which the base has growths and no shares: `GDP was 6.7 percent in
    /// 2016`, `GDP came in at 6.7 percent`.
    pub(super) fn is_what_it_came_to(&self, figure: &Figure, index: &Index, carried: &Carried) -> bool {
        if self.lang != Lang::En || figure.kind != FigureKind::Percent {
            return false;
        }
        let Some(Link { topics, bond: Bond::Sound, hit: Some(hit) }) = self.link(figure, None, carried)
        else {
            return false;
        };
        let grows = topics.iter().all(|&topic| index.is_known_by_growth(topic));
        let range = &self.hits[hit].range;
        // `the ratio of debt to GDP was`, `GDP is 70 percent of theirs`
        let before = self.small_before(range.start);
        let before = [" the", " china's", " its", " china’s", " annual", " real", " country's"]
            .iter()
            .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before));
        let part = ["to", "of", "in", "per", "against", "-", "/"].iter().any(|word| before.ends_with(word));
        let rest = self.small_after(figure.range.end);
        let ends = rest.is_empty()
            || rest.starts_with([',', '.', ';', ')'])
            || [
                "in ",
                "last ",
                "for 2",
                "for the year",
                "this ",
                "year",
                "from ",
                "down ",
                "up ",
                "compared ",
            ]
            .iter()
            .any(|word| rest.starts_with(word));
        grows
            && !part
            && ends
            && range.end <= figure.range.start
            && self.says_what_it_was(range.end..figure.range.start)
    }

    /// Whether the last word of a stretch says what something was or came to.
    fn says_what_it_was(&self, stretch: Range<usize>) -> bool {
        let words = self.small(stretch).trim().trim_end_matches(" exactly").trim_end_matches(" just");
        ["was", "is", "at", "hit", "reached", "came to", "to"].iter().any(|word| {
            words.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', ')']))
        })
    }

    /// Whether an amount is how far one lies from another: `1.92 trillion yuan more than the figure released in January`.
    pub(super) fn is_a_difference(&self, figure: &Figure) -> bool {
        let rest = self.small_after(figure.range.end);
        // `1.9 trillion yuan or 2.1 percent above the first estimate`
        let again = self.figures_from(figure.range.end).first().filter(|other| {
            let gap = self.text[figure.range.end..other.range.start].trim();
            is_part(other.kind) && matches!(gap, "or" | ", or")
        });
        let rest = again.map_or(rest, |again| {
            let rest = self.small_after(again.range.end);
            // `or 2.1 percent, more than in the preliminary calculation`
            rest.strip_prefix(", ").filter(|rest| rest.starts_with("more than")).unwrap_or(rest)
        });
        // `1.92 trillion yuan ($310 billion) more than`
        let aside = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let rest = aside.map_or(rest, |(_, rest)| rest.trim_start());
        self.lang == Lang::En
            && [
                "more than ",
                "less than ",
                "higher than ",
                "lower than ",
                "larger than ",
                "smaller than ",
                "above ",
                "below ",
            ]
            .iter()
            .any(|words| rest.starts_with(words))
    }

    /// Whether the sentence tells of figures that were counted anew.
    pub(super) fn counts_anew(&self) -> bool {
        let small = self.small(self.range.clone());
        let words: &[&str] = match self.lang {
            Lang::En => &["revis", "census", "adjust", "correct", "verif", "preliminar", "updated"],
            Lang::Zh => {
                &["修订", "普查", "核实", "核算", "调整", "上调", "下调", "上修", "下修", "初步", "修正"]
            }
        };
        words.iter().any(|word| small.contains(word))
    }

    /// Whether what a percentage is the growth of is named behind it and nobody knows it: `a 6.2 percent increase
    /// in industrial output`.
    pub(super) fn grows_something_else(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        let rest = self.after(figure.range.end);
        let growth = [
            "increase in ",
            "rise in ",
            "growth in ",
            "jump in ",
            "gain in ",
            "drop in ",
            "decline in ",
            "fall in ",
            "increase of ",
            "growth of ",
        ]
        .iter()
        .find_map(|words| rest.strip_prefix(words));
        let Some(of) = growth else { return false };
        let at = self.range.end - of.len();
        let end = at + of.find([',', ';', '.', '(']).unwrap_or(of.len());
        let named = self.hits.iter().any(|hit| {
            matches!(hit.what, What::Topic(_) | What::Not(_)) && at <= hit.range.start && hit.range.end <= end
        });
        !named && self.strange(at..end) > 0
    }

    /// Whether a percentage is how far one thing lies above another: `7.85 percent higher than the growth of GDP`;
    /// `higher than a year earlier` is a growth.
    pub(super) fn is_gap(&self, figure: &Figure) -> bool {
        if self.lang == Lang::Zh {
            return self.is_gap_zh(figure);
        }
        let rest = self.after(figure.range.end);
        let gap = ["higher than ", "lower than ", "faster than ", "slower than ", "above ", "below "]
            .iter()
            .find_map(|words| rest.strip_prefix(words));
        let Some(than) = gap else { return false };
        // `3 percent above the 2021 level`
        let than = ["the level of ", "the level in ", "that of ", "those of "]
            .iter()
            .find_map(|level| than.strip_prefix(level))
            .or_else(|| than.strip_prefix("the "))
            .unwrap_or(than);
        let at = self.range.end - than.len();
        let a_time = ["a year", "previous", "year", "same period", "last year", "prior", "corresponding"]
            .iter()
            .any(|words| than.starts_with(words))
            || self.times.iter().any(|time| time.range.contains(&at) || time.range.contains(&(at + 3)));
        !a_time
    }

    /// 分别比美国、日本低28%、16.1%: how far one lies from another; 比上年高 is a growth.
    fn is_gap_zh(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let before = before.rsplit(['，', '；', ';']).next().unwrap_or(before);
        // 平均每年上修1.06%: by how much what was counted is corrected.
        let corrected =
            ["上修", "下修", "调高", "调低", "上调", "下调", "上修了", "下修了", "调高了", "调低了"];
        if corrected.iter().any(|verb| before.ends_with(verb)) {
            return true;
        }
        // 修订后比初步核算数增加3.4万亿元，增幅2.7%: how much a revision came to.
        let width = ["增幅", "增幅为", "增幅达", "增幅约", "升幅", "降幅"].contains(&before);
        let revised = self.figures.iter().any(|other| {
            other.range.end < figure.range.start
                && ["增加", "增加了", "净增", "净增加", "核增", "调增", "减少", "调减", "净减", "多出"]
                    .iter()
                    .any(|word| self.before(other.range.start).ends_with(word))
        });
        // 仅此一项就使2015年的GDP增加8798亿元，增幅1.30%
        let made = self.figure_before(figure.range.start).is_some_and(|amount| {
            let clause = self.text[self.clause_range(amount.range.start)].trim_start();
            clause.starts_with('使')
                || ["就使", "可使", "将使", "而使"].iter().any(|verb| clause.contains(verb))
        });
        if width && revised && (made || self.counts_anew()) {
            return true;
        }
        let far = ["低", "低了", "高出", "高出了", "低于", "高于", "领先", "落后", "多出", "快", "慢"];
        let moved = ["降低", "减低", "降低了", "减低了", "加快", "放慢", "减慢"];
        let apart =
            far.iter().any(|word| before.ends_with(word)) && !moved.iter().any(|word| before.ends_with(word));
        if apart {
            // With whom, not with when: 比上年, 较2015年.
            let with = ["比", "较", "与"]
                .iter()
                .filter_map(|word| before.rfind(word).map(|at| at + word.len()))
                .max();
            return with.is_some_and(|at| {
                let whom = before[at..].trim_start();
                !whom.starts_with(|c: char| c.is_ascii_digit() || "上去同前年".contains(c))
            });
        }
        // 低28%、16.1%: so is the next of a list.
        let last = self.figure_before(figure.range.start);
        last.is_some_and(|last| {
            let between = self.text[last.range.end..figure.range.start].trim();
            matches!(between, "、" | "和" | "、和" | "及" | "以及" | "，" | ",") && self.is_gap_zh(last)
        })
    }

    /// Whether a growth is over years that are only counted: `5.1 percent over the preceding two years`.
    pub(super) fn of_several_years(&self, figure: &Figure) -> bool {
        if self.lang == Lang::Zh {
            return self.of_several_years_zh(figure);
        }
        let rest = self.after(figure.range.end);
        let words = || rest.split([',', '.', ';']).next().unwrap_or_default().split(' ').take(6);
        let behind =
            ["over ", "in the ", "during the ", "for ", "within "].iter().any(|word| rest.starts_with(word))
                && words().any(|word| matches!(word, "years" | "decade" | "decades"));
        behind || self.is_of_counted_years(figure)
    }

    /// Whether the figure is the growth of counted years by the words before it: `an average two-year growth of`.
    fn is_of_counted_years(&self, figure: &Figure) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let last = self.figure_before(figure.range.start).map(|other| other.range.end);
        let before = &self.text[start.max(last.unwrap_or(start))..figure.range.start];
        let counted =
            |years: &str| years.bytes().all(|byte| byte.is_ascii_digit()) || COUNTED.contains(&years);
        // `the average of the two years is 5.1 percent`
        let clause = &self.text[start..figure.range.start];
        let average = ["average of the ", "average for the ", "average over the "].iter().any(|words| {
            clause.find(words).is_some_and(|at| {
                let mut years = clause[at + words.len()..].split(' ');
                years.next().is_some_and(counted) && years.next() == Some("years")
            })
        });
        let mut words = before.split_whitespace().rev().take(6);
        average
            || words
                .any(|word| word.strip_suffix("-year").is_some_and(|years| years != "1" && counted(years)))
    }

    /// 三年增长近四成, 5年间提高了20%: the number of years stands before the growth.
    fn of_several_years_zh(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let Some(year) = before.rfind('年') else { return false };
        let count = before[..year]
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || "一二两兩三四五六七八九十几数".contains(*c));
        let numbered = (1..=3).contains(&count.count());
        let rest = before[year + '年'.len_utf8()..]
            .trim_start_matches(['来', '间', '内', '多', '里', '时', '累', '计', '共']);
        numbered
            && ["平均", "增长", "增加", "提高", "上升", "提升", "增長"]
                .iter()
                .any(|word| rest.starts_with(word))
    }

    /// The amount right before a growth, with nothing named between.
    pub(super) fn amount_that_grew(&self, figure: &Figure) -> Option<&Figure> {
        let before = self.figure_before(figure.range.start)?;
        let between = before.range.end..figure.range.start;
        let named = self.hits.iter().any(|hit| {
            matches!(hit.what, What::Topic(_))
                && between.start <= hit.range.start
                && hit.range.end <= between.end
        });
        let amount = matches!(before.kind, FigureKind::Money | FigureKind::Count | FigureKind::Number)
            || self.lang == Lang::Zh && matches!(before.kind, FigureKind::Other | FigureKind::Speed);
        (amount && !named && self.strange(between) == 0).then_some(before)
    }

    /// Whether a figure is by how much another was corrected: `revised GDP down by 0.07 percent`, `up 2.1 percent
    /// from its initial figure`.
    pub(super) fn is_revision(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        // `up 2.1 percent from its initial figure`
        let rest = self.after(figure.range.end);
        let clause = &rest[..rest.find([',', ';', '.', '(']).unwrap_or(rest.len())];
        let measured = ["from ", "over ", "than ", "compared ", "against ", "above ", "below ", "on "]
            .iter()
            .any(|word| clause.starts_with(word));
        let first =
            ["initial", "preliminary", "first estimate", "earlier estimate", "previous estimate", "original"]
                .iter()
                .any(|word| clause.contains(word));
        measured && first
            // `up 3.4 percent to an estimated 58.8 trillion yuan after a new economic census`
            || self.small(self.range.clone()).contains(" census")
            || self.before(figure.range.start).ends_with("by")
                && ["revis", "adjust", "correct"]
                    .iter()
                    .any(|word| self.text[self.range.start..figure.range.start].contains(word))
    }
}
