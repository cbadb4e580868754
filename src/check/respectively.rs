//! Lists that go together: `A and B grew 30 and 45 percent respectively`, A和B分别增长30%和45%.

use super::link::{Bond, Link};
use super::scene::{Scene, is_part};
use crate::scan::FigureKind;

impl Scene<'_> {
    /// The topics of a figure of which `respectively` or 分别 says so; none when there is no such word.
    pub(super) fn respectively(&self) -> Vec<Option<Link>> {
        let mut links = vec![None; self.figures.len()];
        let text = self.text[self.range.clone()].to_lowercase();
        if !(text.contains("respectively") || text.contains("分别") || text.contains("分別")) {
            return links;
        }
        let topics = self.topic_list();
        if topics.len() < 2 {
            return links;
        }
        let mut at = 0;
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
                let words = between.trim_matches([',', '、', '，', ' ']);
                let joins = matches!(words, "" | "and" | "和" | "与" | "及" | "與")
                    || matches!(words, "and over" | "and about" | "and nearly" | "and more than" | "，");
                if !joins {
                    break;
                }
                run.push(last + 1);
            }
            if run.len() == topics.len() {
                for (figure, hit) in run.iter().zip(&topics) {
                    let range = &self.hits[*hit].range;
                    let names = (0..self.hits.len())
                        .filter(|&at| self.hits[at].range == *range)
                        .filter_map(|at| self.topic(at))
                        .collect();
                    links[*figure] = Some(Link { topics: names, bond: Bond::Sound, hit: Some(*hit) });
                }
                at += run.len();
            } else {
                at += 1;
            }
        }
        links
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
            if self.hits[last].range == self.hits[at].range {
                continue;
            }
            let between =
                self.text[self.hits[last].range.end..self.hits[at].range.start].trim().to_lowercase();
            let between = between.trim_end_matches("the").trim();
            let size = ["", "market", "industry", "markets", "industries", "sector"];
            let joins = [
                "and",
                "and the",
                "and of",
                "and of the",
                "和",
                "与",
                "、",
                "及",
                "以及",
                "與",
                ",",
                ", and",
            ]
            .iter()
            .any(|join| {
                size.iter().any(|size| {
                    between == format!("{size} {join}").trim() || between == format!("{size}{join}")
                })
            });
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
