//! The model of a fact base: bodies, sources, topics, facts, rates and derived figures, ready to be asked.
//!
//! A [`Base`] exists only when its file is without a fault, so nothing here asks "is it valid?": every
//! reference resolves, every period and every quantity is read. Entries stand in the order of the file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

pub use super::entries::Entries;
use super::index::Index;
pub use super::value::Value;
use super::weights::Weight;
pub use super::words::{Basis, Kind, Measure, SourceKind, Vintage};
use crate::document::Document;
use crate::lang::Lang;
use crate::period::Period;
use crate::quantity::{Computed, Currency, Interval, Unit};

/// A text of a base.
pub type Text = super::text::Text<'static>;

/// A fact base.
#[derive(Debug, Clone)]
pub struct Base {
    /// Its title, for people.
    pub title: Text,
    /// Its edition, shown by `--version`.
    pub edition: Option<Text>,
    /// The source that facts without one come from.
    pub article: Option<Text>,
    /// The day that "last year" counts from.
    pub published: Option<NaiveDate>,
    /// The place all facts speak of, unless they say otherwise.
    pub place: Option<Text>,
    /// The currency that its amounts are in, if it says so; see [`home_currency`](Self::home_currency).
    pub currency: Option<Currency>,
    /// Who counts, issues and publishes.
    pub bodies: Entries<Body>,
    /// What can be cited.
    pub sources: Entries<Source>,
    /// What figures are about.
    pub topics: Entries<Topic>,
    /// The facts.
    pub facts: Entries<Fact>,
    /// Exchange rates.
    pub rates: Entries<DatedRate>,
    /// Figures that follow from others.
    pub derived: Entries<Derived>,
    /// How much the rules of `check` weigh for drafts held against it.
    pub weights: Vec<Weight>,
    /// The file.
    pub document: Arc<Document>,
    /// Every ID.
    pub(super) index: Index,
}

/// What a fact is about; topic and whole are positions among the topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// The topic, if it has one.
    pub topic: Option<usize>,
    /// What it says of the topic.
    pub measure: Option<Measure>,
    /// The whole that it is a share of or a contribution to.
    pub whole: Option<usize>,
}

/// What an ID stands for: its kind and its position among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A body.
    Body(usize),
    /// A source.
    Source(usize),
    /// A topic.
    Topic(usize),
    /// A fact.
    Fact(usize),
    /// An exchange rate.
    Rate(usize),
    /// A derived figure.
    Derived(usize),
}

/// Names in each language, the one to show first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// English names.
    pub en: Vec<Text>,
    /// Chinese names, simplified and traditional.
    pub zh: Vec<Text>,
}

/// A text in other languages than the file's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Translations {
    /// In English.
    pub en: Option<Text>,
    /// In Chinese.
    pub zh: Option<Text>,
}

/// Who counts, issues or publishes.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its ID.
    pub id: Text,
    /// Its names.
    pub names: Names,
    /// A remark.
    pub note: Option<Text>,
}

/// A document that can be cited.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its ID.
    pub id: Text,
    /// What it is, in the words of the Citation Style Language.
    pub kind: SourceKind,
    /// Its title in its own language.
    pub title: Text,
    /// Whether the title is a description because the document shows none.
    pub described: bool,
    /// The title in other languages.
    pub title_in: Translations,
    /// What people call it in running text.
    pub called: Names,
    /// The language it is written in, a BCP 47 tag.
    pub language: Option<Text>,
    /// The body that issued it.
    pub issuer: Option<Text>,
    /// The publisher, when it is not one of the base's bodies.
    pub publisher: Option<Text>,
    /// The newspaper, journal or site it stands in.
    pub container: Option<Text>,
    /// Who wrote it.
    pub authors: Vec<Text>,
    /// Who edited it.
    pub editors: Vec<Text>,
    /// Who translated it.
    pub translators: Vec<Text>,
    /// When it was published, as exactly as is known.
    pub date: Option<Period>,
    /// Its own address.
    pub url: Option<Text>,
    /// Where it was read, when that is not its own address.
    pub seen: Option<Seen>,
    /// The number of a document.
    pub number: Option<Text>,
    /// The day a document was signed.
    pub signed: Option<NaiveDate>,
    /// The day a document was made public.
    pub public: Option<NaiveDate>,
    /// Volume of a journal.
    pub volume: Option<Text>,
    /// Issue of a journal.
    pub issue: Option<Text>,
    /// Page.
    pub page: Option<Text>,
    /// ISBN of a book.
    pub isbn: Option<Text>,
    /// Digital object identifier.
    pub doi: Option<Text>,
    /// Facts and documents it rests on.
    pub supports: Vec<Text>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// Where a source was read, when that is not its own address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The address.
    pub url: Text,
    /// Whether it is a copy: a reprint or a mirror on another host.
    pub copy: bool,
    /// A remark.
    pub note: Option<Text>,
}

/// A thing that figures are about.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its ID.
    pub id: Text,
    /// Its names.
    pub names: Names,
    /// The topic it lies within: whoever has this one has that one.
    pub within: Option<Text>,
    /// Names of things easily taken for it.
    pub not: Names,
    /// A remark.
    pub note: Option<Text>,
}

/// One claim of one source.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its ID.
    pub id: Text,
    /// What kind of claim it is.
    pub kind: Kind,
    /// What it is about.
    pub topic: Option<Text>,
    /// What is said of the topic.
    pub measure: Option<Measure>,
    /// The whole that a share or contribution is of.
    pub whole: Option<Text>,
    /// The figure, as the source writes it.
    pub value: Option<Value>,
    /// A second reading that the sentence allows.
    pub or: Option<Value>,
    /// What time it speaks of.
    pub period: Option<Period>,
    /// Whether the period is inferred because the source states none.
    pub inferred: bool,
    /// The claim in own words.
    pub claim: Option<Text>,
    /// The claim in other languages.
    pub claim_in: Translations,
    /// The source.
    pub source: Text,
    /// Where in the source.
    pub at: Option<Text>,
    /// Who counted or decided, if not the source's issuer.
    pub by: Option<Text>,
    /// Which publication of the same figure.
    pub vintage: Option<Vintage>,
    /// When the figure was published, if not on the source's day.
    pub published: Option<NaiveDate>,
    /// On what basis a growth is counted.
    pub basis: Option<Basis>,
    /// What a rank is among.
    pub among: Option<Text>,
    /// The noun of a count.
    pub counted: Names,
    /// The place it speaks of, if not the base's.
    pub place: Option<Text>,
    /// Facts and documents it rests on or tests.
    pub supports: Vec<Text>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Where its value stands in the file.
    pub value_span: Option<Range<usize>>,
}

/// An exchange rate of a day or an average of a period.
#[derive(Debug, Clone)]
pub struct DatedRate {
    /// Its ID.
    pub id: Text,
    /// The currency whose price it is: `USD` in `USD/CNY`.
    pub base: Currency,
    /// The currency it is paid in: `CNY` in `USD/CNY`.
    pub quote: Currency,
    /// How much of `quote` one unit of `base` costs, as printed.
    pub value: Value,
    /// The day, or the period it is the average of.
    pub period: Period,
    /// The source.
    pub source: Text,
    /// Where in the source.
    pub at: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A figure that follows from others.
#[derive(Debug, Clone)]
pub struct Derived {
    /// Its ID.
    pub id: Text,
    /// How it follows.
    pub formula: Text,
    /// Where the formula's text stands in the file.
    pub formula_span: Range<usize>,
    /// What it is held against.
    pub compare: Vec<Text>,
    /// What question it answers, in own words.
    pub claim: Option<Text>,
    /// The claim in other languages.
    pub claim_in: Translations,
    /// A remark, such as why a comparison is not one of like with like.
    pub note: Option<Text>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

impl Names {
    /// The name to show in a language, or the other language's.
    #[must_use]
    pub fn show(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.zh),
            Lang::Zh => (&self.zh, &self.en),
        };
        first.first().or_else(|| second.first()).map_or("", Text::as_str)
    }

    /// The shortest name in a language, or in the other: an acronym where there is one.
    #[must_use]
    pub fn short(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.zh),
            Lang::Zh => (&self.zh, &self.en),
        };
        let names = if first.is_empty() { second } else { first };
        names.iter().min_by_key(|name| name.chars().count()).map_or("", Text::as_str)
    }

    /// All names.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.en.iter().chain(&self.zh).map(Text::as_str)
    }
}

impl Translations {
    /// The text in a language, if it is known.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Zh => self.zh.as_deref(),
        }
    }
}

impl Source {
    /// Its title in every language that the base has it in, its own first.
    pub fn titles(&self) -> impl Iterator<Item = &Text> {
        [Some(&self.title), self.title_in.en.as_ref(), self.title_in.zh.as_ref()].into_iter().flatten()
    }
}

impl Base {
    /// What an ID stands for.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Entry> {
        self.index.entry(id)
    }

    /// Every ID, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        (0..self.index.len()).map(|at| self.index.at(at).0)
    }

    /// What the fact at a position is about; it is not read for that.
    #[must_use]
    pub fn about(&self, at: usize) -> About {
        let mark = self.index.mark(at);
        About { topic: mark.topic, measure: mark.measure, whole: mark.whole }
    }

    /// The currency that the base counts in: the one it names, else that of most of its amounts. To find the latter all
    /// facts are read.
    #[must_use]
    pub fn home_currency(&self) -> Option<Currency> {
        self.currency.or_else(|| {
            let mut counts: BTreeMap<&'static str, (usize, Currency)> = BTreeMap::new();
            for currency in self.facts.iter().filter_map(|fact| fact.value.as_ref()?.unit().currency()) {
                counts.entry(currency.code()).or_insert((0, currency)).0 += 1;
            }
            counts.into_values().max_by_key(|(count, _)| *count).map(|(_, currency)| currency)
        })
    }

    /// The facts of a kind.
    pub fn facts_of_kind(&self, kind: Kind) -> impl Iterator<Item = &Fact> {
        (0..self.facts.len()).filter(move |at| self.index.mark(*at).kind == kind).map(|at| &self.facts[at])
    }

    /// The article's claims; in a base without an article every fact.
    pub fn facts_of_article(&self) -> impl Iterator<Item = &Fact> {
        (0..self.facts.len()).filter(|at| self.index.mark(*at).of_article).map(|at| &self.facts[at])
    }

    /// The ID of an entry.
    ///
    /// # Panics
    ///
    /// If the entry is not of this base.
    #[must_use]
    pub fn id(&self, entry: Entry) -> &str {
        match entry {
            Entry::Body(at) => &self.bodies[at].id,
            Entry::Source(at) => &self.sources[at].id,
            Entry::Topic(at) => &self.topics[at].id,
            Entry::Fact(at) => &self.facts[at].id,
            Entry::Rate(at) => &self.rates[at].id,
            Entry::Derived(at) => &self.derived[at].id,
        }
    }

    /// The fact with an ID.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        match self.entry(id)? {
            Entry::Fact(at) => Some(&self.facts[at]),
            _ => None,
        }
    }

    /// The source with an ID.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        match self.entry(id)? {
            Entry::Source(at) => Some(&self.sources[at]),
            _ => None,
        }
    }

    /// The topic with an ID.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        match self.entry(id)? {
            Entry::Topic(at) => Some(&self.topics[at]),
            _ => None,
        }
    }

    /// The body with an ID.
    #[must_use]
    pub fn body(&self, id: &str) -> Option<&Body> {
        match self.entry(id)? {
            Entry::Body(at) => Some(&self.bodies[at]),
            _ => None,
        }
    }

    /// The source of a fact.
    ///
    /// # Panics
    ///
    /// If the fact is not of this base.
    #[must_use]
    pub fn source_of(&self, fact: &Fact) -> &Source {
        self.source(&fact.source).expect("a fact's source is in its base")
    }

    /// Whether a topic is another one or lies within it.
    #[must_use]
    pub fn lies_within(&self, topic: &str, outer: &str) -> bool {
        let mut inner = Some(topic);
        while let Some(id) = inner {
            if id == outer {
                return true;
            }
            inner = self.topic(id).and_then(|topic| topic.within.as_deref());
        }
        false
    }

    /// The place a fact speaks of: its own, or the base's.
    #[must_use]
    pub fn place_of<'b>(&'b self, fact: &'b Fact) -> Option<&'b str> {
        fact.place.as_deref().or(self.place.as_deref())
    }

    /// Whether two facts are about the very same: topic, measure, whole and place.
    #[must_use]
    pub fn same_subject(&self, one: &Fact, other: &Fact) -> bool {
        one.topic.is_some()
            && one.measure.is_some()
            && (&one.topic, one.measure, &one.whole) == (&other.topic, other.measure, &other.whole)
            && self.place_of(one) == self.place_of(other)
    }

    /// The outcomes that say the same as a fact of its topic or one within it, and of the same whole, by their time.
    #[must_use]
    pub fn outcomes_for(&self, fact: &Fact) -> Vec<&Fact> {
        let Some(topic) = &fact.topic else { return Vec::new() };
        let position = |id: &Text| match self.entry(id) {
            Some(Entry::Topic(at)) => Some(at),
            _ => None,
        };
        let whole = fact.whole.as_ref().and_then(position);
        let fits = |at: &usize| {
            let mark = self.index.mark(*at);
            mark.kind == Kind::Outcome
                && mark.measure == fact.measure
                && mark.whole == whole
                && mark.topic.is_some_and(|at| self.lies_within(&self.topics[at].id, topic))
        };
        let mut outcomes: Vec<&Fact> = (0..self.facts.len()).filter(fits).map(|at| &self.facts[at]).collect();
        outcomes.sort_by(|one, other| {
            (one.period, &one.topic, &one.id).cmp(&(other.period, &other.topic, &other.id))
        });
        outcomes
    }

    /// Whether a fact is one of the article's claims; in a base without an article every fact is.
    #[must_use]
    pub fn is_article(&self, fact: &Fact) -> bool {
        self.article.as_ref().is_none_or(|article| *article == fact.source)
    }

    /// What a fact is about, in words: `share of broadband in administrative villages`.
    #[must_use]
    pub fn subject(&self, fact: &Fact, lang: Lang) -> String {
        let name = |id: &Option<Text>| {
            id.as_ref().and_then(|id| self.topic(id)).map_or("", |topic| topic.names.show(lang)).to_owned()
        };
        let (topic, whole) = (name(&fact.topic), name(&fact.whole));
        let Some(measure) = fact.measure else {
            return topic;
        };
        match (lang, measure, whole.is_empty()) {
            (Lang::En, Measure::Share, false) => format!("{topic}, share of {whole}"),
            (Lang::En, Measure::Contribution, false) => format!("{topic}, contribution to growth of {whole}"),
            (Lang::En, Measure::Level, _) => topic,
            (Lang::En, ..) => format!("{topic}, {measure}"),
            (Lang::Zh, Measure::Share, false) => format!("{topic}占{whole}比重"),
            (Lang::Zh, Measure::Contribution, false) => format!("{topic}对{whole}增长的贡献率"),
            (Lang::Zh, Measure::Level, _) => topic,
            (Lang::Zh, ..) => format!("{topic}{}", measure.name_in(lang)),
        }
    }

    /// The claim of a fact in a language, or as the file has it, or its subject.
    #[must_use]
    pub fn claim(&self, fact: &Fact, lang: Lang) -> String {
        fact.claim_in
            .get(lang)
            .or(fact.claim.as_deref())
            .map_or_else(|| self.subject(fact, lang), str::to_owned)
    }
}

impl Fact {
    /// Every value its figure can stand for; a share of a whole ends at 100 percent.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let value = self.value.as_ref()?;
        let interval = value.interval();
        let of_a_whole = self.measure == Some(Measure::Share) && *value.unit() == Unit::Percent;
        let ended = if of_a_whole { interval.of_a_whole() } else { None };
        Some(ended.unwrap_or_else(|| interval.clone()))
    }

    /// Its figure to reckon with.
    #[must_use]
    pub fn computed(&self) -> Option<Computed> {
        let value = self.value.as_ref()?;
        Some(Computed { interval: self.interval()?, ..Computed::from(value) })
    }

    /// The day a fact was published: its own, or its source's day of publication.
    #[must_use]
    pub fn known_since(&self, base: &Base) -> Option<NaiveDate> {
        // Of a source without a date: not before what it tells of; a target is of the time before its deadline.
        let told = || match self.kind {
            Kind::Target => None,
            _ => self.period.and_then(|period| period.last().or(period.first())),
        };
        self.published.or_else(|| base.source(&self.source).and_then(Source::known_since)).or_else(told)
    }
}

impl Source {
    /// The day a source was published, or the last day it can have been; for a document the day made public.
    #[must_use]
    pub fn known_since(&self) -> Option<NaiveDate> {
        self.document_day().or_else(|| self.date.as_ref().and_then(Period::last))
    }

    /// The day it stands at on the timeline: the day made public, or the day signed; none if it is no document
    /// with such a day.
    #[must_use]
    pub fn document_day(&self) -> Option<NaiveDate> {
        self.public.or(self.signed)
    }
}
