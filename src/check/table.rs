//! A table's cell is read under the heads of its row and column: they name its topic and say whether it is a share
//! or a growth.
//!
//! `| Digital economy | 22.58 trillion yuan |` speaks of the digital economy, as a sentence would.

use super::link::{Bond, Carried, Head};
use super::names::{Hit, What};
use super::words::{self, Cue};
use crate::scan::{self, BlockKind, Prose, Sentence};

/// Whether a cell calls what its row or column has a share.
pub(super) fn says_share(prose: &Prose, sentence: &Sentence) -> bool {
    words::cues(&prose.text, sentence.range.clone(), sentence.lang).iter().any(|mark| mark.cue == Cue::Share)
}

/// What the heads of a cell say: the topics of the one that names any, and what is told of them.
pub(super) fn heads(prose: &Prose, sentence: &Sentence, hits: &[Hit], before: &Carried) -> Option<Carried> {
    let BlockKind::Cell { .. } = prose.blocks[sentence.block].kind else { return None };
    let heads = prose.heads_of(sentence.block);
    let mut head = Head::Level;
    let mut topics = Vec::new();
    let mut foreign = false;
    for at in heads.into_iter().flatten() {
        let range = prose.blocks[at].range.clone();
        let text = &prose.text[range.clone()];
        let first = hits.partition_point(|hit| hit.range.start < range.start);
        let named: Vec<&Hit> = hits[first..].iter().take_while(|hit| hit.range.end <= range.end).collect();
        let cue = words::cues(&prose.text, range.clone(), scan::language(text))
            .into_iter()
            .map(|mark| mark.cue)
            .find(|cue| matches!(cue, Cue::Share | Cue::Growth));
        match cue {
            Some(Cue::Share) => head = Head::Share,
            Some(Cue::Growth) => head = Head::Growth,
            _ => {}
        }
        foreign |= named.iter().any(|hit| matches!(hit.what, What::Place(_) | What::World))
            && !named.iter().any(|hit| hit.what == What::Home);
        // A thing that is easily taken for a topic is none; a share's own head names its whole.
        if cue == Some(Cue::Share) || named.iter().any(|hit| matches!(hit.what, What::Not(_))) {
            continue;
        }
        let Some(one) = named.iter().find(|hit| matches!(hit.what, What::Topic(_))) else { continue };
        // What else the head says makes it the head of something else: `Digital economy jobs`.
        let rest = prose.text[one.range.end..range.end].trim_start();
        let before = prose.text[range.start..one.range.start].trim();
        let ends =
            rest.is_empty() || rest.starts_with(['(', '（', ',', '，', ':', '：', '[']) || cue.is_some();
        let begins = before.is_empty()
            || ["China's", "China’s", "Chinese", "中国", "我国", "全国"].contains(&before)
            || cue.is_some();
        if topics.is_empty() && ends && begins {
            topics = named
                .iter()
                .filter(|hit| hit.range == one.range)
                .filter_map(|hit| match hit.what {
                    What::Topic(topic) => Some(topic),
                    _ => None,
                })
                .collect();
        }
    }
    // `Share of GDP` in the row below goes on about the one above.
    if topics.is_empty() && head == Head::Share && sentence.block <= before.block + 3 && !before.foreign {
        topics.clone_from(&before.topics);
    }
    (!topics.is_empty()).then_some(Carried {
        topics,
        bond: Some(Bond::Sound),
        block: sentence.block,
        foreign,
        head: Some(head),
    })
}
