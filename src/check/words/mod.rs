//! The words by which each language says what a figure is of: share, growth, contribution, rank; and the
//! words that may stand between a topic and its figure without bringing in another subject.
//!
//! They belong to the language, not to a base. A cue is a word that tells the measure; a plain word is one
//! that carries a sentence on (`reached`, `in`, 达到, 规模). Whatever is neither may be another subject, and
//! then a difference proves nothing.

pub(super) mod en;
pub(super) mod zh;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use crate::lang::Lang;

/// What a word says of a figure near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// It is a part of a whole.
    Share,
    /// It is a growth.
    Growth,
    /// It is a fall.
    Fall,
    /// It is a contribution; to growth, if the whole says so.
    Contribution,
    /// It is a place in an order.
    Rank,
    /// It is a price of something.
    Price,
    /// It is the state reached, not the change: `to` in `rose to`, 到.
    To,
    /// It is the change: `by`.
    By,
    /// It is an average of several years.
    Average,
    /// It is what a year's figure is compared with, not the figure: `from`, 从.
    From,
    /// It is something that is no figure of the topic itself: per head, saved, planned investment.
    Other,
}

/// A cue in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) cue: Cue,
}

struct Table {
    automaton: AhoCorasick,
    cues: Vec<Option<Cue>>,
}

impl Table {
    fn new(cues: &[(Cue, &[&str])], plain: &str) -> Self {
        let mut patterns = Vec::new();
        let mut whats = Vec::new();
        for (cue, words) in cues {
            for word in *words {
                patterns.push((*word).to_owned());
                whats.push(Some(*cue));
            }
        }
        for word in plain.split_whitespace() {
            patterns.push(word.replace('_', " "));
            whats.push(None);
        }
        let automaton = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&patterns)
            .expect("words are short");
        Self { automaton, cues: whats }
    }
}

static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::new(en::CUES, en::PLAIN));
static CHINESE: LazyLock<Table> = LazyLock::new(|| Table::new(zh::CUES, zh::PLAIN));

fn table(lang: Lang) -> &'static Table {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

fn whole_word(text: &str, range: &Range<usize>) -> bool {
    let first = text[range.clone()].chars().next().is_some_and(is_word);
    let last = text[range.clone()].chars().next_back().is_some_and(is_word);
    !(first && text[..range.start].chars().next_back().is_some_and(is_word)
        || last && text[range.end..].chars().next().is_some_and(is_word))
}

/// The cues of a stretch of text, in order.
pub(super) fn cues(text: &str, range: Range<usize>, lang: Lang) -> Vec<Mark> {
    let table = table(lang);
    let base = range.start;
    table
        .automaton
        .find_iter(&text[range])
        .filter_map(|found| {
            let cue = table.cues[found.pattern().as_usize()]?;
            let range = base + found.start()..base + found.end();
            whole_word(text, &range).then_some(Mark { range, cue })
        })
        .collect()
}

/// How many words of a stretch of text are neither cues nor plain; `skip` are places that are accounted for
/// already (topics, places, figures, times), sorted.
pub(super) fn strange(text: &str, range: Range<usize>, skip: &[Range<usize>], lang: Lang) -> usize {
    let mut strange = 0;
    let mut at = range.start;
    let mut rest = |piece: Range<usize>| {
        strange += match lang {
            Lang::En => strange_english(text, piece),
            Lang::Zh => strange_chinese(text, piece),
        };
    };
    for hole in skip {
        if hole.start >= range.end {
            break;
        }
        if hole.end <= at {
            continue;
        }
        if hole.start > at {
            rest(at..hole.start);
        }
        at = at.max(hole.end);
    }
    if at < range.end {
        rest(at..range.end);
    }
    strange
}

fn strange_english(text: &str, piece: Range<usize>) -> usize {
    let table = table(Lang::En);
    let mut covered = piece.start;
    let mut strange = 0;
    let count = |stretch: Range<usize>| {
        text[stretch]
            .split(|c: char| !(c.is_alphabetic() || c == '\'' || c == '’'))
            .map(|word| word.trim_matches(['\'', '’']))
            .filter(|word| !word.is_empty() && !word.ends_with("ly") && *word != "s")
            .count()
    };
    for found in table.automaton.find_iter(&text[piece.clone()]) {
        let range = piece.start + found.start()..piece.start + found.end();
        if !whole_word(text, &range) || range.start < covered {
            continue;
        }
        strange += count(covered..range.start);
        covered = range.end;
    }
    strange + count(covered..piece.end)
}

fn strange_chinese(text: &str, piece: Range<usize>) -> usize {
    let table = table(Lang::Zh);
    let mut covered = piece.start;
    let mut strange = 0;
    let count = |stretch: Range<usize>| text[stretch].chars().filter(|c| c.is_alphabetic()).count();
    for found in table.automaton.find_iter(&text[piece.clone()]) {
        strange += count(covered..piece.start + found.start());
        covered = piece.start + found.end();
    }
    strange + count(covered..piece.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_carry_a_sentence_on_and_others_do_not() {
        let strange = |text: &str, lang| strange(text, 0..text.len(), &[], lang);
        assert_eq!(strange(" had steadily grown to reach some ", Lang::En), 0);
        assert_eq!(strange(" bakeries reached ", Lang::En), 1);
        assert_eq!(strange("规模已经达到", Lang::Zh), 0);
        assert_eq!(strange("面包房数量达到", Lang::Zh), 3);
    }
}
