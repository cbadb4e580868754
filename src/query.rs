//! Asks a base: by ID, by name in either language, by filters that combine.
//!
//! Filters of one kind widen (`--kind target --kind outcome`), filters of different kinds narrow. A topic takes
//! in the topics within it. Words are looked for in every text of a fact, of its topics and of its source.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::facts::model::{Base, Basis, Entry, Fact, Kind, Measure, Source, Text, Topic, Vintage};
use crate::lang::Lang;
use crate::nearest::nearest;
use crate::period::{Kind as When, Period};
use crate::status;

/// Which facts are wanted; an empty filter takes all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Kinds of claim.
    pub kinds: Vec<Kind>,
    /// IDs of topics; topics within them count.
    pub topics: Vec<String>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// Tags.
    pub tags: Vec<String>,
    /// IDs of sources.
    pub sources: Vec<String>,
    /// A time that the fact's period must touch.
    pub period: Option<Period>,
    /// Words that must all be found.
    pub words: Vec<String>,
    /// A day on which the fact must have been known.
    pub as_of: Option<NaiveDate>,
}

/// By what a list of facts is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the file: the article's claims in its order, then the others by ID.
    #[default]
    File,
    /// By ID.
    Id,
    /// By the time they speak of.
    Period,
    /// By kind of claim.
    Kind,
    /// By topic and measure.
    Topic,
    /// By source.
    Source,
    /// By unit, then by value.
    Value,
}

/// A word that the base does not know, and the nearest that it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What kind of word was wanted: `topic`, `tag`, `ID`.
    pub wanted: &'static str,
    /// The word.
    pub word: String,
    /// The nearest known one.
    pub nearest: Option<String>,
}

impl Filter {
    /// Whether it takes every fact.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
            && self.topics.is_empty()
            && self.measures.is_empty()
            && self.tags.is_empty()
            && self.sources.is_empty()
            && self.period.is_none()
            && self.words.is_empty()
    }

    /// Whether it takes a fact.
    #[must_use]
    pub fn takes(&self, base: &Base, fact: &Fact) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&fact.kind))
            && (self.topics.is_empty() || self.topics.iter().any(|topic| is_about(base, fact, topic)))
            && (self.measures.is_empty()
                || fact.measure.is_some_and(|measure| self.measures.contains(&measure)))
            && (self.tags.is_empty()
                || self.tags.iter().any(|tag| fact.tags.iter().any(|own| own == tag.as_str())))
            && (self.sources.is_empty() || self.sources.iter().any(|source| fact.source == source.as_str()))
            && self
                .period
                .as_ref()
                .is_none_or(|wanted| fact.period.is_some_and(|period| touches(period, wanted)))
            && self.as_of.is_none_or(|day| status::known(base, fact, day))
            && (self.words.is_empty() || has_words(&texts_of_fact(base, fact), &self.words))
    }

    /// Puts the IDs of topics for their names, and holds topics, sources and tags against what the base knows.
    ///
    /// # Errors
    ///
    /// The first word that the base does not know.
    pub fn resolve(&mut self, base: &Base) -> Result<(), Unknown> {
        for word in &mut self.topics {
            let topic = topic_named(base, word).ok_or_else(|| unknown_topic(base, word))?;
            *word = topic.id.to_string();
        }
        for word in &self.sources {
            if base.source(word).is_none() {
                let known = base.sources.iter().map(|source| source.id.as_str());
                return Err(Unknown::new("source", word, known));
            }
        }
        for word in &self.tags {
            let mut known = base
                .facts
                .iter()
                .flat_map(|fact| &fact.tags)
                .chain(base.sources.iter().flat_map(|source| &source.tags));
            if !known.any(|tag| tag == word.as_str()) {
                return Err(Unknown::new("tag", word, tags(base)));
            }
        }
        Ok(())
    }
}

/// Every tag, sorted.
#[must_use]
pub fn tags(base: &Base) -> BTreeSet<&str> {
    let of_facts = base.facts.iter().flat_map(|fact| &fact.tags);
    of_facts.chain(base.sources.iter().flat_map(|source| &source.tags)).map(Text::as_str).collect()
}

impl Unknown {
    fn new<'k>(wanted: &'static str, word: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        let nearest = nearest(word, known).map(str::to_owned);
        Self { wanted, word: word.to_owned(), nearest }
    }
}

/// Whether a fact of a period is one for the time wanted; a deadline is for the year, month or day it names.
fn touches(period: Period, wanted: &Period) -> bool {
    match period.kind() {
        When::By(at) => Period::during(at).overlaps(wanted),
        _ => period.overlaps(wanted),
    }
}

fn is_about(base: &Base, fact: &Fact, topic: &str) -> bool {
    fact.topic.as_ref().is_some_and(|inner| base.lies_within(inner, topic))
        || fact.whole.as_ref().is_some_and(|whole| whole == topic)
}

/// The facts that a filter takes, sorted.
#[must_use]
pub fn select<'b>(base: &'b Base, filter: &Filter, sort: Sort) -> Vec<&'b Fact> {
    taken(base, base.facts.iter(), filter, sort)
}

/// The article's claims that a filter takes, sorted.
#[must_use]
pub fn select_of_article<'b>(base: &'b Base, filter: &Filter, sort: Sort) -> Vec<&'b Fact> {
    taken(base, base.facts_of_article(), filter, sort)
}

fn taken<'b>(
    base: &Base,
    facts: impl Iterator<Item = &'b Fact>,
    filter: &Filter,
    sort: Sort,
) -> Vec<&'b Fact> {
    let mut facts: Vec<&Fact> = facts.filter(|fact| filter.takes(base, fact)).collect();
    arrange(&mut facts, sort);
    facts
}

/// Sorts facts; equals keep their order.
pub fn arrange(facts: &mut [&Fact], sort: Sort) {
    match sort {
        Sort::File => {}
        Sort::Id => facts.sort_by(|one, other| one.id.cmp(&other.id)),
        Sort::Period => facts.sort_by(|one, other| {
            (one.period.is_none(), &one.period).cmp(&(other.period.is_none(), &other.period))
        }),
        Sort::Kind => facts.sort_by_key(|fact| fact.kind),
        Sort::Topic => facts.sort_by(|one, other| {
            (&one.topic, one.measure, &one.period).cmp(&(&other.topic, other.measure, &other.period))
        }),
        Sort::Source => facts.sort_by(|one, other| one.source.cmp(&other.source)),
        Sort::Value => facts.sort_by(|one, other| {
            let key = |fact: &Fact| {
                fact.value.as_ref().map(|value| (value.unit().code().to_string(), value.value().clone()))
            };
            let (one, other) = (key(one), key(other));
            (one.is_none(), one).cmp(&(other.is_none(), other))
        }),
    }
}

/// What a word on the command line stands for.
#[derive(Debug, Clone, Copy)]
pub enum Found<'b> {
    /// An entry with that ID.
    Entry(Entry),
    /// A topic with that name.
    Topic(&'b Topic),
}

/// Finds an entry by its ID, or a topic or source by a name in either language.
///
/// # Errors
///
/// The word and the nearest known ID or name.
pub fn find<'b>(base: &'b Base, word: &str) -> Result<Found<'b>, Unknown> {
    if let Some(entry) = base.entry(word) {
        return Ok(Found::Entry(entry));
    }
    if let Some(topic) = topic_named(base, word) {
        return Ok(Found::Topic(topic));
    }
    if let Some(at) = source_named(base, word) {
        return Ok(Found::Entry(Entry::Source(at)));
    }
    let names = base.topics.iter().flat_map(|topic| topic.names.all());
    Err(Unknown::new("ID or topic", word, base.ids().chain(names)))
}

/// The topic with an ID or a name in either language.
#[must_use]
pub fn topic_named<'b>(base: &'b Base, word: &str) -> Option<&'b Topic> {
    let folded = word.trim().to_lowercase();
    base.topic(word).or_else(|| {
        base.topics.iter().find(|topic| topic.names.all().any(|name| name.to_lowercase() == folded))
    })
}

/// The position of the source with a title, in any language, or with a name that people have for it.
fn source_named(base: &Base, word: &str) -> Option<usize> {
    let folded = word.trim().to_lowercase();
    base.sources.iter().position(|source| {
        let titles = source.titles().map(Text::as_str);
        titles.chain(source.called.all()).any(|name| name.to_lowercase() == folded)
    })
}

fn unknown_topic(base: &Base, word: &str) -> Unknown {
    let ids = base.topics.iter().map(|topic| topic.id.as_str());
    let names = base.topics.iter().flat_map(|topic| topic.names.all());
    Unknown::new("topic", word, ids.chain(names))
}

fn has_words(texts: &[String], words: &[String]) -> bool {
    words.iter().all(|word| {
        let word = word.to_lowercase();
        texts.iter().any(|text| text.contains(&word))
    })
}

/// Every text of a source, lower case.
fn texts_of_source(source: &Source) -> Vec<String> {
    let mut texts = vec![source.id.to_lowercase(), source.title.to_lowercase()];
    let optional = [
        source.title_in.get(Lang::En),
        source.title_in.get(Lang::Zh),
        source.number.as_deref(),
        source.publisher.as_deref(),
        source.container.as_deref(),
        source.note.as_deref(),
    ];
    texts.extend(optional.into_iter().flatten().map(str::to_lowercase));
    texts.extend(source.called.all().map(str::to_lowercase));
    let lists = [&source.authors, &source.editors, &source.translators, &source.tags];
    texts.extend(lists.into_iter().flatten().map(|text| text.to_lowercase()));
    texts
}

/// Every text of a fact, of its topics and of its source, lower case.
fn texts_of_fact(base: &Base, fact: &Fact) -> Vec<String> {
    let mut texts = texts_of_source(base.source_of(fact));
    texts.push(fact.id.to_lowercase());
    let optional = [
        fact.claim.as_deref(),
        fact.claim_in.get(Lang::En),
        fact.claim_in.get(Lang::Zh),
        fact.at.as_deref(),
        fact.among.as_deref(),
        fact.place.as_deref(),
        fact.note.as_deref(),
        fact.value.as_ref().map(|value| value.text()),
        fact.or.as_ref().map(|value| value.text()),
        fact.measure.map(Measure::name),
        fact.vintage.map(Vintage::name),
        fact.basis.map(Basis::name),
        Some(fact.kind.name()),
    ];
    texts.extend(optional.into_iter().flatten().map(str::to_lowercase));
    texts.extend(fact.period.iter().map(|period| period.to_string().to_lowercase()));
    texts.extend(fact.tags.iter().chain(&fact.supports).map(|text| text.to_lowercase()));
    let topics = [&fact.topic, &fact.whole].into_iter().flatten().filter_map(|id| base.topic(id));
    texts.extend(topics.flat_map(|topic| topic.names.all()).map(str::to_lowercase));
    let bodies =
        [&fact.by, &base.source_of(fact).issuer].into_iter().flatten().filter_map(|id| base.body(id));
    texts.extend(bodies.flat_map(|body| body.names.all()).map(str::to_lowercase));
    texts
}

/// Whether every word is in some text of a source.
#[must_use]
pub fn source_has_words(source: &Source, words: &[String]) -> bool {
    has_words(&texts_of_source(source), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;

    fn ids(filter: &Filter, sort: Sort) -> Vec<String> {
        let base = facts::embedded();
        select(&base, filter, sort).into_iter().map(|fact| fact.id.to_string()).collect()
    }

    fn of_topic(topic: &str) -> Filter {
        Filter { topics: vec![topic.to_owned()], ..Filter::default() }
    }

    #[test]
    fn filters_of_different_kinds_narrow() {
        let filter = Filter {
            kinds: vec![Kind::Target],
            sources: vec!["govcn-2018-01-21".to_owned()],
            ..Filter::default()
        };
        assert_eq!(ids(&filter, Sort::File), ["broadband-villages-2020"]);
    }

    #[test]
    fn a_topic_takes_in_the_topics_within_it_and_shares_of_it() {
        let base = facts::embedded();
        let found = |topic| select(&base, &of_topic(topic), Sort::File).len();
        assert!(found("broadband") > found("fibre"));
        assert!(ids(&of_topic("gdp"), Sort::File).contains(&"digital-economy-share-2016".to_owned()));
    }

    #[test]
    fn a_deadline_is_for_the_year_it_names() {
        let on = |text: &str| {
            let period = Some(Period::parse(text).unwrap());
            ids(&Filter { period, ..Filter::default() }, Sort::File)
        };
        let target = "broadband-villages-2020".to_owned();
        assert!(on("2020").contains(&target));
        assert!(on("2019..2021").contains(&target));
        assert!(!on("2019").contains(&target));
    }

    #[test]
    fn words_are_found_in_either_language_and_must_all_be_there() {
        let of_words = |words: &[&str]| {
            let words = words.iter().map(|word| (*word).to_owned()).collect();
            ids(&Filter { words, ..Filter::default() }, Sort::File)
        };
        assert!(of_words(&["行政村"]).contains(&"broadband-villages-2020".to_owned()));
        assert!(of_words(&["VILLAGES", "fibre", "2019"]).contains(&"villages-fibre-2019-08".to_owned()));
        assert_eq!(of_words(&["villages", "zeppelin"]), Vec::<String>::new());
    }

    #[test]
    fn values_sort_by_unit_and_size() {
        let filter = Filter { measures: vec![Measure::Rank, Measure::Speed], ..Filter::default() };
        let base = facts::embedded();
        let values: Vec<(String, String)> = select(&base, &filter, Sort::Value)
            .into_iter()
            .filter_map(|fact| fact.value.as_ref())
            .map(|value| (value.unit().code().into_owned(), value.value().to_text()))
            .collect();
        let first_rank = values.iter().position(|(unit, _)| unit == "rank").unwrap();
        assert!(values[..first_rank].iter().all(|(unit, _)| unit == "bit/s"));
        assert_eq!(values[0].1, "4000000");
    }

    #[test]
    fn an_unknown_word_gets_the_nearest_known_one() {
        let base = facts::embedded();
        let error = of_topic("数字经纪").resolve(&base).unwrap_err();
        assert_eq!(error.nearest.as_deref(), Some("数字经济"));
        assert!(matches!(find(&base, "数字经济"), Ok(Found::Topic(topic)) if topic.id == "digital-economy"));
        assert!(matches!(find(&base, "Digital Economy"), Ok(Found::Topic(_))));
        assert_eq!(find(&base, "guofa-2013-13").unwrap_err().nearest.as_deref(), Some("guofa-2013-31"));
    }
}
