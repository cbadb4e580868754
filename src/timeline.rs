//! What happened when: documents, events, targets and outcomes in the order of their days.
//!
//! A document stands at the day it was made public (or signed, when that is all that is known), an event at
//! its day, an outcome at its state's day, a target at its deadline with its status and the outcome that
//! decided it.

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact, Kind, Source, Text};
use crate::period::Period;
use crate::status::{self, Judgement};

/// What the timeline tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A policy document.
    Document,
    /// Something that happened.
    Event,
    /// A target, at its deadline.
    Target,
    /// An outcome.
    Outcome,
    /// A figure for a period; only when asked for.
    Figure,
}

impl What {
    /// Every kind of entry.
    pub const ALL: &[Self] = &[Self::Document, Self::Event, Self::Target, Self::Outcome, Self::Figure];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Event => "event",
            Self::Target => "target",
            Self::Outcome => "outcome",
            Self::Figure => "figure",
        }
    }
}

/// One entry of the timeline.
#[derive(Debug, Clone)]
pub struct Entry<'b> {
    /// When.
    pub period: Period,
    /// What kind of entry it is.
    pub what: What,
    /// The document or the fact.
    pub item: Item<'b>,
    /// Of a target, how it stands.
    pub judgement: Option<Judgement<'b>>,
}

/// What an entry is of.
#[derive(Debug, Clone, Copy)]
pub enum Item<'b> {
    /// A document.
    Document(&'b Source),
    /// A fact.
    Fact(&'b Fact),
}

/// Which entries are wanted.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// Kinds of entry; none means all but figures.
    pub kinds: Vec<What>,
    /// Tags, any of which will do.
    pub tags: Vec<String>,
    /// Only what was known on this day.
    pub as_of: Option<NaiveDate>,
}

impl Entry<'_> {
    /// The ID of its document or fact.
    #[must_use]
    pub fn id(&self) -> &str {
        match self.item {
            Item::Document(source) => &source.id,
            Item::Fact(fact) => &fact.id,
        }
    }
}

/// The entries in a window, by day. `today` is the day targets are judged on, unless the window has its own.
#[must_use]
pub fn entries<'b>(base: &'b Base, window: &Window, today: NaiveDate) -> Vec<Entry<'b>> {
    let day = window.as_of.unwrap_or(today);
    let documents = base.sources.iter().filter_map(|source| {
        let at = source.document_day()?;
        let known = window.as_of.is_none_or(|as_of| at <= as_of);
        let entry = Entry {
            period: Period::day(at),
            what: What::Document,
            item: Item::Document(source),
            judgement: None,
        };
        (known && tagged(&source.tags, window)).then_some(entry)
    });
    let facts = base.facts.iter().filter_map(|fact| {
        let what = match fact.kind {
            Kind::Event => What::Event,
            Kind::Target => What::Target,
            Kind::Outcome => What::Outcome,
            Kind::Figure => What::Figure,
            Kind::Statement => return None,
        };
        let period = fact.period?;
        let known = window.as_of.is_none_or(|as_of| status::known(base, fact, as_of));
        (known && tagged(&fact.tags, window)).then_some(Entry {
            period,
            what,
            item: Item::Fact(fact),
            judgement: None,
        })
    });
    let mut entries: Vec<Entry<'_>> = documents.chain(facts).filter(|entry| wanted(entry, window)).collect();
    for entry in &mut entries {
        if let (What::Target, Item::Fact(fact)) = (entry.what, entry.item) {
            entry.judgement = Some(status::judge(base, fact, day));
        }
    }
    entries.sort_by(|one, other| {
        (&one.period, one.what, one.id()).cmp(&(&other.period, other.what, other.id()))
    });
    entries
}

fn tagged(tags: &[Text], window: &Window) -> bool {
    window.tags.is_empty() || window.tags.iter().any(|tag| tags.iter().any(|own| own == tag.as_str()))
}

fn wanted(entry: &Entry<'_>, window: &Window) -> bool {
    let kind = match window.kinds.is_empty() {
        true => entry.what != What::Figure,
        false => window.kinds.contains(&entry.what),
    };
    // A target stands at its deadline; anything else lasts through its period, which may have no end.
    let last = entry.period.last();
    let first = if entry.what == What::Target { last } else { entry.period.first() };
    kind && window.from.is_none_or(|from| last.is_none_or(|last| last >= from))
        && window.to.is_none_or(|to| first.is_none_or(|first| first <= to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().expect("a day"))
    }

    fn ids(window: &Window) -> Vec<String> {
        let base = facts::embedded();
        let today = "2026-11-24".parse().unwrap();
        entries(&base, window, today).iter().map(|entry| entry.id().to_owned()).collect()
    }

    #[test]
    fn entries_stand_in_the_order_of_their_days() {
        let window = Window { from: day("2015-06-01"), to: day("2015-07-31"), ..Window::default() };
        assert_eq!(ids(&window), ["meeting-2015-06-17", "meeting-2015-06-24", "guofa-2015-40"]);
    }

    #[test]
    fn a_document_stands_at_the_day_it_was_made_public() {
        let signed = Window { from: day("2015-05-08"), to: day("2015-05-08"), ..Window::default() };
        let public = Window { from: day("2015-05-19"), to: day("2015-05-19"), ..Window::default() };
        assert_eq!(ids(&signed), Vec::<String>::new());
        assert_eq!(ids(&public), ["guofa-2015-28"]);
    }

    #[test]
    fn only_what_was_known_is_shown_as_of_a_day() {
        let now = Window { as_of: day("2018-01-21"), ..Window::default() };
        let known = ids(&now);
        assert!(known.contains(&"broadband-villages-2020".to_owned()));
        assert!(!known.contains(&"villages-fibre-2019-08".to_owned()));
        let base = facts::embedded();
        let entries = entries(&base, &now, "2026-11-24".parse().unwrap());
        let target = entries.iter().find(|entry| entry.id() == "broadband-villages-2020").unwrap();
        assert_eq!(target.judgement.as_ref().unwrap().status.name(), "open");
    }

    #[test]
    fn figures_come_only_when_asked_for() {
        let base = facts::embedded();
        let today = "2026-11-24".parse().unwrap();
        let count = |window: &Window| {
            entries(&base, window, today).iter().filter(|entry| entry.what == What::Figure).count()
        };
        assert_eq!(count(&Window::default()), 0);
        assert!(count(&Window { kinds: vec![What::Figure], ..Window::default() }) > 100);
    }
}
