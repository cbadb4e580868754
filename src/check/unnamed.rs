//! Shares of wholes that the base has no name for: `30.3 percent of exports`, `its share in exports`.
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
use crate::scan::Figure;

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
}
