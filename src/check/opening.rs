//! What a clause or a sentence opens with: something of its own, or what goes on about the one before.

use std::ops::Range;

use super::link::Carried;
use super::names::Hit;
use super::scene::Scene;
use super::words::{Cue, Mark};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

impl Scene<'_> {
    /// Whether a clause is an opening that waits for its subject: it begins with a preposition or a participle.
    pub(super) fn opens_the_sentence(&self, start: usize) -> bool {
        let text = self.small_after(start);
        let words: &[&str] = match self.lang {
            Lang::En => &[
                "after",
                "having",
                "growing",
                "expanding",
                "rising",
                "up ",
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
        // Measured at, counting, put at: a participle with what belongs to it.
        let first = text.split(' ').next().unwrap_or_default();
        let participle = self.lang == Lang::En
            && (first.ends_with("ing") || first.ends_with("ed") || first == "put")
            && ["at", "to", "by", "for", "some", "about"]
                .contains(&text[first.len()..].trim_start().split(' ').next().unwrap_or_default());
        participle || words.iter().any(|word| text.starts_with(word))
    }

    /// Whether nothing has been told before a clause: what stands there opens the sentence too, or is a time or a few
    /// plain words. `The score was 70.9, up 3 percent, reflecting a booming digital economy` has told of the score.
    pub(super) fn is_all_opening(&self, clause: usize) -> bool {
        self.clauses[..clause].iter().all(|before| {
            let within =
                |range: &Range<usize>| before.range.start <= range.start && range.end <= before.range.end;
            self.opens_the_sentence(before.range.start)
                || self.strange(before.range.clone()) == 0
                    && !self.figures.iter().any(|figure| within(&figure.range))
        })
    }

    /// Whether a sentence that names no topic opens with something that nobody knows: `Digital trade also expanded`,
    /// 集成电路产业首次突破万亿元; and not with what points back.
    pub(super) fn opens_with_another(&self) -> bool {
        #[rustfmt::skip]
        const BACK: [&str; 14] = [
            "it", "its", "this", "that", "these", "those", "they", "their", "such", "both", "he", "she", "we", "all",
        ];
        let text = self.small(self.range.clone()).trim_start();
        let start = self.range.end - text.len();
        match self.lang {
            Lang::En => {
                let mut words = text.split_whitespace();
                let first = words.next().unwrap_or_default().trim_matches(['"', '“', ',']);
                let third = words
                    .nth(1)
                    .map_or(text.len(), |word| word.as_ptr() as usize + word.len() - text.as_ptr() as usize);
                !BACK.contains(&first) && self.strange(start..start + third) > 0
            }
            Lang::Zh => {
                let clause = text.split(['，', '。', '；', '：']).next().unwrap_or(text);
                let sixth = clause.char_indices().nth(6).map_or(clause.len(), |(at, _)| at);
                let opening = start..start + sixth;
                let other = |mark: &Mark| {
                    mark.cue == Cue::Other
                        && opening.start <= mark.range.start
                        && mark.range.end <= opening.end
                };
                !clause.starts_with(['这', '那', '其', '该', '此', '它', '“'])
                    && (self.strange(opening.clone()) > 1 || self.marks.iter().any(other))
            }
        }
    }

    /// Whether the words that open a clause bring in no subject of their own.
    pub(super) fn opens_plainly(&self, opening: Range<usize>) -> bool {
        self.strange(opening) == 0
    }

    /// Whether a clause is about the economy as such: `when the economy as a whole grew 6.1 percent`.
    pub(super) fn tells_of_the_economy(&self, opening: Range<usize>) -> bool {
        if self.lang != Lang::En {
            return false;
        }
        let text = self.small(opening);
        ["the economy ", "the whole economy ", "the wider economy ", "the overall economy "]
            .iter()
            .any(|economy| text.contains(economy))
    }

    /// Whether a figure stands in a relative clause: `GDP, which stood at 41.9 trillion yuan`.
    pub(super) fn is_told_aside(&self, at: usize) -> bool {
        let figure = self.figures[at].range.start;
        let clause = self.small(self.clause_range(figure).start..figure).trim_start();
        self.lang == Lang::En
            && ["which ", "whose ", "where ", "who ", "while ", "whereas ", "when "]
                .iter()
                .any(|word| clause.starts_with(word))
    }

    /// Whether a name is only of what something is measured by: `2.2 times that of GDP`.
    pub(super) fn is_measured_by(&self, hit: &Hit) -> bool {
        let before = self.small_before(hit.range.start);
        let before = before.strip_suffix(" the").unwrap_or(before);
        self.lang == Lang::En && ["that of", "those of", "than"].iter().any(|than| before.ends_with(than))
    }

    /// Whether a clause clearly has a subject of its own.
    pub(super) fn own_subject(&self, opening: Range<usize>) -> bool {
        self.strange(opening) > 0
    }

    /// Whether what a percentage is of stands right behind it and nobody knows it: `32.5 percent 3G coverage`.
    pub(super) fn is_of_its_own_noun(&self, figure: &Figure) -> bool {
        if self.lang != Lang::En || !matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction) {
            return false;
        }
        let rest = self.after(figure.range.end);
        let at = self.range.end - rest.len();
        let mut words = rest.split_whitespace();
        let first = words.next().unwrap_or_default();
        let noun = words.take(2).any(|word| {
            matches!(
                word.trim_end_matches([',', '.', ';']),
                "coverage" | "penetration" | "share" | "growth" | "increase" | "rise" | "stake"
            )
        });
        noun && self.strange(at..at + first.len()) > 0
    }

    /// Whether a sentence that names no topic goes on about the one before.
    pub(super) fn goes_on(&self, opening: Range<usize>, carried: &Carried) -> bool {
        let its = carried.industry && self.small(opening.clone()).contains("the industry ");
        self.strange(opening.clone()) == 0 && (its || !self.opens_with_a_sector(opening))
    }
}
