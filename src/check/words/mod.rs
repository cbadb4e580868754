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

use super::finder::Finder;
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
    /// It is foreseen: 预计, 将.
    Forecast,
    /// It is something that is no figure of the topic itself: per head, saved, planned investment.
    Other,
}

/// A cue in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) cue: Cue,
}

/// The words of a language: what tells a measure, and none of what is plain.
type Table = Finder<'static, Option<Cue>>;

fn gather(cues: &'static [(Cue, &[&str])], plain: &'static str, phrases: &'static [&str]) -> Table {
    let cues = cues.iter().flat_map(|(cue, words)| words.iter().map(|word| (*word, Some(*cue), false)));
    let plain = plain.split_whitespace().chain(phrases.iter().copied()).map(|word| (word, None, false));
    Finder::new(cues.chain(plain))
}

static ENGLISH: LazyLock<Table> = LazyLock::new(|| gather(en::CUES, en::PLAIN, en::PLAIN_PHRASES));
static CHINESE: LazyLock<Table> = LazyLock::new(|| gather(zh::CUES, zh::PLAIN, &[]));

fn table(lang: Lang) -> &'static Table {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

/// The cues of a stretch of text, in order.
pub(super) fn cues(text: &str, range: Range<usize>, lang: Lang) -> Vec<Mark> {
    let base = range.start;
    let mut marks: Vec<Mark> = Vec::new();
    table(lang).each(&text[range], |found, cue| {
        let range = base + found.start..base + found.end;
        // Of a word that tells two things, the first counts.
        if let Some(cue) = cue
            && marks.last().is_none_or(|last| last.range != range)
        {
            marks.push(Mark { range, cue });
        }
    });
    marks
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
    unaccounted(text, piece, Lang::En, |stretch| {
        stretch
            .split(|c: char| !(c.is_alphabetic() || c == '\'' || c == '’'))
            .map(|word| word.trim_matches(['\'', '’']))
            .filter(|word| !word.is_empty() && !word.ends_with("ly") && *word != "s")
            .count()
    })
}

fn strange_chinese(text: &str, piece: Range<usize>) -> usize {
    unaccounted(text, piece, Lang::Zh, |stretch| stretch.chars().filter(|c| c.is_alphabetic()).count())
}

/// The sum of what `count` says of the stretches between words that are known.
fn unaccounted(text: &str, piece: Range<usize>, lang: Lang, count: impl Fn(&str) -> usize) -> usize {
    let piece = &text[piece];
    let (mut covered, mut strange) = (0, 0);
    table(lang).each(piece, |found, _| {
        if found.start > covered {
            strange += count(&piece[covered..found.start]);
        }
        covered = covered.max(found.end);
    });
    strange + count(&piece[covered..])
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
