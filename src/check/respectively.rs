//! Lists that go together: `A and B grew 30 and 45 percent respectively`, A和B分别增长30%和45%; in Chinese also
//! without the word, when there are as many figures as topics: A和B达到20Mbps和4Mbps.

use super::link::{Bond, Link};
use super::names::What;
use super::scene::{Scene, is_part};
use crate::lang::Lang;
use crate::scan::{FigureKind, respectively};

impl Scene<'_> {
    /// The topics of figures that go with them one by one, as `respectively` or 分别 says, or a list as long.
    pub(super) fn respectively(&self) -> Vec<Option<Link>> {
        let mut links = vec![None; self.figures.len()];
        let text = self.small(self.range.clone());
        let said = respectively(text) > 0 || text.contains("the former") && text.contains("the latter");
        if !said && (self.lang != Lang::Zh || self.figures.len() < 2) {
            return links;
        }
        let topics = self.topic_list();
        let Some(&last_topic) = topics.last().filter(|_| topics.len() > 1) else { return links };
        let mut at = 0;
        // Where a run of figures ended that has its topics.
        let mut paired: Option<usize> = None;
        while at < self.figures.len() {
            let mut run = vec![at];
            while run.len() < topics.len() {
                let last = *run.last().expect("never empty");
                let Some(next) = self.figures.get(last + 1) else { break };
                if next.kind != self.figures[at].kind
                    && !(is_part(next.kind) && is_part(self.figures[at].kind))
                    && !(next.kind == FigureKind::Number || self.figures[at].kind == FigureKind::Number)
                {
                    break;
                }
                let between = self.text[self.figures[last].range.end..next.range.start].trim().to_lowercase();
                let words = without_aside(&between).trim_matches([',', '、', '，', ' ']);
                // `the former to 89 percent, the latter to 96 percent`
                let words =
                    LATTER.iter().find_map(|latter| words.strip_suffix(latter)).unwrap_or(words).trim();
                let joins = matches!(words, "" | "and" | "和" | "与" | "及" | "與")
                    || matches!(words, "and over" | "and about" | "and nearly" | "and more than" | "，");
                if !joins {
                    break;
                }
                run.push(last + 1);
            }
            let whole = run.len() == topics.len();
            // 到2015年达到20Mbps和4Mbps，到2020年达到50Mbps和12Mbps: the next run goes with them again.
            let again = || paired == Some(at) && !self.names_a_topic(at);
            if whole && (said || self.goes_with(&run, last_topic) || again()) {
                for (figure, hit) in run.iter().zip(&topics) {
                    let range = &self.hits[*hit].range;
                    let names = (0..self.hits.len())
                        .filter(|&at| self.hits[at].range == *range)
                        .filter_map(|at| self.topic(at))
                        .collect();
                    links[*figure] = Some(Link { topics: names, bond: Bond::Sound, hit: Some(*hit) });
                }
                at += run.len();
                paired = Some(at);
            } else {
                at += 1;
            }
        }
        links
    }

    /// Whether a topic is named between a figure and the one before it.
    fn names_a_topic(&self, figure: usize) -> bool {
        let Some(before) = figure.checked_sub(1) else { return true };
        let between = self.figures[before].range.end..self.figures[figure].range.start;
        self.hits.iter().any(|hit| {
            matches!(hit.what, What::Topic(_) | What::Not(_)) && between.contains(&hit.range.start)
        })
    }

    /// Whether a run of figures follows a list of topics as its predicate: no figure, no further topic stands between,
    /// none of the run is parted from the next by a comma, and the run goes no further.
    fn goes_with(&self, run: &[usize], last_topic: usize) -> bool {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { return false };
        let start = self.hits[last_topic].range.end;
        let stretch = start..self.figures[first].range.start;
        if stretch.start > stretch.end {
            return false;
        }
        let ends = |at: usize| self.text[at..self.range.end].trim_start();
        let goes_on =
            ["和", "与", "及", "、"].iter().any(|join| ends(self.figures[last].range.end).starts_with(join));
        let comma = run.windows(2).any(|pair| {
            self.text[self.figures[pair[0]].range.end..self.figures[pair[1]].range.start]
                .contains(['，', ','])
        });
        let figure_between = first > 0 && self.figures[first - 1].range.start >= start;
        let topic_between = self.hits[last_topic + 1..].iter().any(|hit| {
            matches!(hit.what, What::Topic(_) | What::Not(_))
                && stretch.start <= hit.range.start
                && hit.range.end <= stretch.end
        });
        !goes_on
            && !comma
            && !figure_between
            && !topic_between
            && self.clause_at(start) == self.clause_at(stretch.end)
    }

    /// The first list of topics in the sentence: `A and B`, A、B和C.
    fn topic_list(&self) -> Vec<usize> {
        let mut list: Vec<usize> = Vec::new();
        for at in 0..self.hits.len() {
            if self.topic(at).is_none() || self.wholes[at] {
                continue;
            }
            let Some(&last) = list.last() else {
                list.push(at);
                continue;
            };
            // One place may have several names, and a name another within it: 行政村通光纤, 光纤.
            if self.hits[at].range.start < self.hits[last].range.end {
                continue;
            }
            let between =
                self.text[self.hits[last].range.end..self.hits[at].range.start].trim().to_lowercase();
            let between = between.trim_end_matches("the").trim();
            // `cloud computing market and big data`
            let joins = SIZES
                .iter()
                .filter_map(|size| between.strip_prefix(size))
                .any(|rest| JOINTS.contains(&rest.strip_prefix(' ').unwrap_or(rest)));
            if joins {
                list.push(at);
            } else if list.len() < 2 {
                list = vec![at];
            } else {
                break;
            }
        }
        list
    }
}

/// Words of size that may stand behind a topic of a list.
const SIZES: [&str; 8] =
    ["", "market", "industry", "markets", "industries", "sector", "penetration", "coverage"];

/// What joins two topics of a list.
const JOINTS: [&str; 12] =
    ["and", "and the", "and of", "and of the", "和", "与", "、", "及", "以及", "與", ",", ", and"];

/// What leads the second of two.
const LATTER: [&str; 10] = [
    "the latter",
    "the latter to",
    "the latter at",
    "the latter by",
    "the latter was",
    "the latter reached",
    "the latter reaching",
    "the latter about",
    "the latter hit",
    "the latter grew",
];

/// What stands between two figures, without a remark in parentheses right behind the first: 20兆比特每秒（Mbps）和4Mbps.
fn without_aside(between: &str) -> &str {
    let aside = between.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    aside.map_or(between, |(_, rest)| rest).trim_start()
}
