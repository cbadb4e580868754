//! A sentence with all that was found in it: names, figures, times, cues, clauses, and the part each topic
//! plays.
//!
//! A topic is what the sentence speaks of, or the whole that something is a part of (`30.3 percent of GDP`,
//! 占GDP比重), or a mere mention.

use std::cell::OnceCell;
use std::ops::Range;

use super::index::Index;
use super::names::{Hit, What};
use super::words::{self, Mark};
use crate::lang::Lang;
use crate::scan::{Clause, Figure, FigureKind, Prose, Sentence, Time};

/// A sentence with all that was found in it.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
    pub(super) lang: Lang,
    pub(super) clauses: Vec<Clause>,
    pub(super) hits: Vec<Hit>,
    /// Of each hit, whether it is the whole of a share.
    pub(super) wholes: Vec<bool>,
    pub(super) figures: Vec<Figure>,
    pub(super) times: Vec<Time>,
    pub(super) marks: Vec<Mark>,
    /// What needs no further account: names, figures, times, what stands in parentheses.
    holes: Vec<Range<usize>>,
    /// The sentence in small letters; each byte of it stands where it stood.
    small: String,
    /// Whether a house that nobody knows tells the sentence, once it was asked.
    pub(super) told_by_stranger: OnceCell<bool>,
}

impl<'a> Scene<'a> {
    /// Gathers what is known of a sentence; `plain` is the prose in simplified characters.
    pub(super) fn new(
        prose: &'a Prose,
        plain: &'a str,
        sentence: &Sentence,
        hits: &[Hit],
        figures: Vec<Figure>,
        times: &[Time],
        index: &Index,
    ) -> Self {
        let clauses = crate::scan::clauses(prose, sentence);
        let hits: Vec<Hit> = hits.to_vec();
        // The rank in `the world's second-largest economy` is part of the name.
        let mut figures = figures;
        figures.retain(|figure| {
            let part = |hit: &Hit| matches!(hit.what, What::Topic(_)) && inside(&figure.range, &hit.range);
            figure.kind != FigureKind::Rank || !hits.iter().any(part)
        });
        let mut holes: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
        holes.extend(figures.iter().map(|figure| figure.range.clone()));
        holes.extend(times.iter().map(|time| time.range.clone()));
        holes.extend(clauses.iter().filter(|clause| clause.depth > 0).map(|clause| clause.range.clone()));
        holes.extend(between_dashes(plain, &sentence.range, &figures));
        holes.sort_by_key(|hole| (hole.start, hole.end));
        let marks = words::cues(plain, sentence.range.clone(), sentence.lang);
        // A cue within a name (`the share of`, 增长 in a topic) or a time is no cue.
        let named = |mark: &Mark| {
            hits.iter()
                .map(|hit| &hit.range)
                .chain(times.iter().map(|time| &time.range))
                .any(|range| inside(&mark.range, range))
        };
        let marks: Vec<Mark> = marks.into_iter().filter(|mark| !named(mark)).collect();
        let mut scene = Self {
            text: plain,
            range: sentence.range.clone(),
            lang: sentence.lang,
            clauses,
            wholes: vec![false; hits.len()],
            hits,
            figures,
            times: times.to_vec(),
            marks,
            holes,
            small: plain[sentence.range.clone()].to_ascii_lowercase(),
            told_by_stranger: OnceCell::new(),
        };
        for at in 0..scene.hits.len() {
            scene.wholes[at] = scene.is_whole(at, index);
        }
        scene
    }

    /// The position of the clause that holds a byte.
    pub(super) fn clause_at(&self, at: usize) -> usize {
        // They stand in order; what stands between two belongs to the one before.
        self.clauses.partition_point(|clause| clause.range.start <= at).saturating_sub(1)
    }

    /// The clause that holds a byte; the sentence, where it has none.
    pub(super) fn clause_range(&self, at: usize) -> Range<usize> {
        self.clauses.get(self.clause_at(at)).map_or(self.range.clone(), |clause| clause.range.clone())
    }

    /// How many words of a stretch are unaccounted for.
    pub(super) fn strange(&self, range: Range<usize>) -> usize {
        if range.start >= range.end {
            return 0;
        }
        words::strange(self.text, range, &self.holes, self.lang)
    }

    /// The text just before a byte, within the sentence, without spaces at its end.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.text[self.range.start..at].trim_end()
    }

    /// The text from a byte on, within the sentence, without spaces at its start.
    pub(super) fn after(&self, at: usize) -> &'a str {
        self.text[at..self.range.end.max(at)].trim_start()
    }

    /// A stretch of the sentence in small letters.
    pub(super) fn small(&self, range: Range<usize>) -> &str {
        let end = range.end.min(self.range.end);
        &self.small[range.start.min(end) - self.range.start..end - self.range.start]
    }

    /// As [`before`](Self::before), in small letters.
    pub(super) fn small_before(&self, at: usize) -> &str {
        self.small(self.range.start..at).trim_end()
    }

    /// As [`after`](Self::after), in small letters.
    pub(super) fn small_after(&self, at: usize) -> &str {
        self.small(at..self.range.end).trim_start()
    }

    /// The figures that end before a byte.
    pub(super) fn figures_before(&self, at: usize) -> &[Figure] {
        &self.figures[..self.figures.partition_point(|figure| figure.range.end <= at)]
    }

    /// The figures that begin at a byte or behind it.
    pub(super) fn figures_from(&self, at: usize) -> &[Figure] {
        &self.figures[self.figures.partition_point(|figure| figure.range.start < at)..]
    }

    /// The last figure that ends before a byte.
    pub(super) fn figure_before(&self, at: usize) -> Option<&Figure> {
        self.figures_before(at).last()
    }

    /// How many names of topics there are.
    pub(super) fn topic_count(&self) -> usize {
        let mut ranges: Vec<&Range<usize>> = (0..self.hits.len())
            .filter(|at| self.topic(*at).is_some())
            .map(|at| &self.hits[at].range)
            .collect();
        ranges.dedup();
        ranges.len()
    }

    /// The topics of a hit.
    pub(super) fn topic(&self, hit: usize) -> Option<usize> {
        match self.hits[hit].what {
            What::Topic(topic) => Some(topic),
            _ => None,
        }
    }

    fn is_whole(&self, at: usize, index: &Index) -> bool {
        let hit = &self.hits[at];
        let (What::Topic(topic) | What::Not(topic)) = hit.what else { return false };
        let counts_as_whole = index.is_whole(topic) || matches!(hit.what, What::Not(_));
        if !counts_as_whole {
            return false;
        }
        match self.lang {
            Lang::En => self.is_whole_en(at, topic, index),
            Lang::Zh => self.is_whole_zh(at, topic, index),
        }
    }

    fn is_whole_en(&self, at: usize, topic: usize, index: &Index) -> bool {
        let hit = &self.hits[at];
        let after = self.after(hit.range.end);
        let mostly = index.is_mostly_whole(topic);
        if mostly && (starts(after, "share") || starts(after, "proportion")) {
            return true;
        }
        let Some((word, start)) = self.preposition(hit.range.start) else { return false };
        let before = self.before(start);
        let percent_ends =
            self.figures.iter().any(|figure| self.before(figure.range.end) == before && is_part(figure.kind));
        if percent_ends {
            return word == "of" || word == "in" || word == "to" || word == "among";
        }
        // `88.2 percent of the rise in the digital economy`
        let of_rise = ["rise", "growth", "increase", "expansion", "gain", "gains"].iter().find_map(|noun| {
            let of = before.strip_suffix(noun)?.trim_end();
            of.strip_suffix("the").unwrap_or(of).trim_end().strip_suffix("of").map(str::trim_end)
        });
        if let Some(of) = of_rise
            && matches!(word, "in" | "of")
            && self.figures.iter().any(|figure| self.before(figure.range.end) == of && is_part(figure.kind))
        {
            return true;
        }
        // `98 percent or more of`, `98 percent share of`
        let near = before.len().saturating_sub(40);
        let near = (near..before.len()).find(|&at| before.is_char_boundary(at)).unwrap_or(before.len());
        let window = before[near..].to_ascii_lowercase();
        let ends = |words: &[&str]| words.iter().any(|word| window.ends_with(word));
        let share =
            ends(&["share", "proportion", "percentage", "percent", "ratio", "weight", "part", "portion"]);
        let contribution =
            ends(&["contribution", "contribution rate", "contributed", "contributing", "contributes"]);
        // `the share of the digital economy in GDP`: the first is the topic.
        let of_in = word == "of" && (starts(after, "in ") || starts(after, "to ") || starts(after, "as a"));
        if share && !of_in && matches!(word, "of" | "in" | "to") {
            return mostly
                || word == "in"
                || self.hits[..at]
                    .iter()
                    .any(|other| other.what != hit.what && matches!(other.what, What::Topic(_)));
        }
        if word == "in" || word == "to" {
            let earlier =
                |mark: &&Mark| mark.range.end <= hit.range.start && hit.range.start - mark.range.end < 60;
            let part = self.marks.iter().filter(earlier).any(|mark| {
                matches!(mark.cue, words::Cue::Contribution)
                    || mark.cue == words::Cue::Share && self.text[mark.range.clone()].contains("share")
            });
            return part && mostly || contribution;
        }
        false
    }

    /// The preposition before a byte, past articles, places and adjectives of size; where it starts.
    fn preposition(&self, mut at: usize) -> Option<(&'a str, usize)> {
        for _ in 0..5 {
            let before = self.before(at);
            let start = last_word(before);
            let word = &before[start..];
            let absolute = self.range.start + start;
            match word.to_lowercase().as_str() {
                "of" | "in" | "to" | "for" | "among" => return Some((word, absolute)),
                "" => return None,
                _ => {
                    let named = self.hits.iter().any(|hit| {
                        matches!(hit.what, What::Home | What::Place(_) | What::World)
                            && hit.range.start <= absolute
                            && absolute < hit.range.end
                    });
                    let plain = matches!(
                        word.to_lowercase().as_str(),
                        "the"
                            | "its"
                            | "total"
                            | "all"
                            | "overall"
                            | "whole"
                            | "entire"
                            | "annual"
                            | "that"
                            | "year's"
                            | "year’s"
                            | "their"
                            | "our"
                            | "national"
                            | "domestic"
                            | "nominal"
                            | "registered"
                            | "mainland"
                            | "nation's"
                            | "country's"
                            | "nation’s"
                            | "country’s"
                            | "china’s"
                            | "china's"
                            | "s"
                            | "’s"
                    );
                    // `of the 122,900 registered poor villages`
                    let counted = self
                        .figures
                        .iter()
                        .any(|figure| figure.range.start <= absolute && absolute < figure.range.end);
                    if !named && !plain && !counted {
                        return None;
                    }
                    at = absolute;
                }
            }
        }
        None
    }

    fn is_whole_zh(&self, at: usize, topic: usize, index: &Index) -> bool {
        let hit = &self.hits[at];
        let mut before = self.before(hit.range.start);
        for word in [
            "全国", "中国", "我国", "国家", "当年", "同期", "全部", "全國", "中國", "我國", "年", "整个",
            "的", "其",
        ] {
            before = before.strip_suffix(word).unwrap_or(before).trim_end();
        }
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let after = self.after(hit.range.end);
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        // 相当于第二产业占国民经济的比重 compares two shares.
        if ends(&["占", "占到", "约占", "所占"]) || ends(&["相当于"]) && !after.starts_with('占') {
            return true;
        }
        let mostly = index.is_mostly_whole(topic);
        if mostly && ends(&["在", "对", "對", "拉动"]) {
            return true;
        }
        // 产业数字化…，在数字经济中占77.2%: whatever it is that has the part.
        let within =
            ["中占", "中的占比", "中的比重", "中所占", "里占"].iter().any(|word| after.starts_with(word));
        if within && ends(&["在"]) {
            return true;
        }
        let share_follows = [
            "比重",
            "的比重",
            "占比",
            "比例",
            "的比例",
            "中的比重",
            "中的占比",
            "中占",
            "中所占",
            "的份额",
            "佔比",
        ]
        .iter()
        .any(|word| after.starts_with(word));
        if share_follows
            && (mostly || self.hits[..at].iter().any(|other| matches!(other.what, What::Topic(_))))
        {
            return mostly;
        }
        // 98%以上的行政村, 30%的GDP
        let of = before.strip_suffix('的').unwrap_or(before).trim_end();
        let direct = self.before(hit.range.start).ends_with('的')
            || self.figures.iter().any(|figure| figure.range.end == hit.range.start);
        direct
            && self.figures.iter().any(|figure| is_part(figure.kind) && self.before(figure.range.end) == of)
            || self.figures.iter().any(|figure| {
                is_part(figure.kind)
                    && self.before(figure.range.end)
                        == self.before(hit.range.start).strip_suffix('的').unwrap_or("\u{0}")
            })
    }
}

/// Where the last word of a text begins.
pub(super) fn last_word(text: &str) -> usize {
    text.char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace() || *c == '(')
        .map_or(0, |(at, c)| at + c.len_utf8())
}

/// Whether a figure can be a part of a whole.
pub(super) fn is_part(kind: FigureKind) -> bool {
    matches!(kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::PercentagePoints)
}

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// What stands between a pair of dashes, when no figure does: `China's digital industries -- telecoms and software -- rose`.
fn between_dashes(text: &str, sentence: &Range<usize>, figures: &[Figure]) -> Option<Range<usize>> {
    const DASHES: [&str; 5] = [" -- ", " — ", " – ", "——", "—"];
    let said = &text[sentence.clone()];
    DASHES.iter().find_map(|dash| {
        let first = said.find(dash)?;
        let from = first + dash.len();
        let second = from + said[from..].find(dash)?;
        let aside = sentence.start + first..sentence.start + second + dash.len();
        let told = figures.iter().any(|figure| inside(&figure.range, &aside));
        // A dateline is no first dash: `BEIJING -- …`.
        let opens = said[..first].trim().is_empty();
        (!told && !opens && second - from < 160).then_some(aside)
    })
}

fn inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
