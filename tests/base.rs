//! Holds the shipped base to what is promised of it: it loads without a fault by both doors, everything in it is
//! used and in order, and nothing of the article or of the timeline is missing.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::sync::Arc;

use ipfacts::derive::audit;
use ipfacts::derive::exchange::Exchange;
use ipfacts::document::Document;
use ipfacts::facts;
use ipfacts::facts::model::{Base, Fact, Kind, Measure, Text};
use ipfacts::facts::tree::{self, Around, Node, Prepared, Value};
use ipfacts::quantity::{self, Exact, Nouns, Rounding};
use ipfacts::rates::{Pair, ecb};
use ipfacts::timeline::{self, What, Window};

const TEXT: &str = include_str!("../facts.toml");

fn read() -> Base {
    facts::read(Document::new("facts.toml", TEXT)).unwrap_or_else(|faults| {
        let titles: Vec<&str> = faults.iter().map(|fault| fault.title.as_str()).collect();
        panic!("{}", titles.join("\n"))
    })
}

#[test]
fn it_has_no_fault() {
    let base = read();
    let faults = audit(&Exchange::of(&base));
    let titles: Vec<String> = faults.into_iter().map(|fault| fault.title).collect();
    assert_eq!(titles, Vec::<String>::new());
}

#[test]
fn the_embedded_tree_is_that_of_the_file() {
    static AROUND: Around = Around {
        keys: include!(concat!(env!("OUT_DIR"), "/keys.rs")),
        file: TEXT,
        texts: include_str!(concat!(env!("OUT_DIR"), "/base.txt")),
    };
    let document = Arc::new(Document::new("facts.toml", TEXT));
    let (mut parsed, faults) = tree::parse(&document);
    assert_eq!(faults.len(), 0);
    leave_keys(&mut parsed);
    let packed = Prepared::new(include_bytes!(concat!(env!("OUT_DIR"), "/base.bin")), &AROUND);
    assert!(parsed == packed.root(), "the packed tree differs from the file's");
}

/// Forgets where keys stand, as the packed tree does.
fn leave_keys(node: &mut Node<'_>) {
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(leave_keys),
        Value::Table(entries) => {
            for entry in entries {
                entry.key_span = 0..0;
                leave_keys(&mut entry.node);
            }
        }
        _ => {}
    }
}

#[test]
fn the_file_itself_is_the_embedded_base() {
    let is_embedded = |file: &str| facts::is_embedded(&File::open(file).unwrap()).unwrap();
    assert!(is_embedded("facts.toml"));
    assert!(!is_embedded("Cargo.toml"));
    let mut changed = tempfile::NamedTempFile::new().unwrap();
    changed.write_all(TEXT.replacen("98 %", "89 %", 1).as_bytes()).unwrap();
    assert!(!is_embedded(changed.path().to_str().unwrap()));
}

#[test]
fn the_embedded_base_is_that_of_the_file() {
    let (read, embedded) = (read(), facts::embedded());
    let ids = |base: &Base| base.ids().map(|id| (id.to_owned(), base.entry(id))).collect::<Vec<_>>();
    assert_eq!(ids(&read), ids(&embedded));
    for kind in Kind::ALL {
        let of_kind = |base: &Base| base.facts_of_kind(*kind).map(|fact| fact.id.clone()).collect::<Vec<_>>();
        let filtered: Vec<_> = read.facts.iter().filter(|fact| fact.kind == *kind).collect();
        assert_eq!(of_kind(&read), of_kind(&embedded));
        assert_eq!(of_kind(&read), filtered.iter().map(|fact| fact.id.clone()).collect::<Vec<_>>());
    }
    let claims = |base: &Base| base.facts_of_article().map(|fact| fact.id.clone()).collect::<Vec<_>>();
    assert_eq!(claims(&read), claims(&embedded));
    assert!(embedded.facts_of_article().all(|fact| embedded.is_article(fact)));
    let head = |base: &Base| {
        (base.title.clone(), base.edition.clone(), base.article.clone(), base.published, base.place.clone())
    };
    assert_eq!(head(&read), head(&embedded));
    // Every field of every entry is compared by how it prints.
    for (one, other) in [
        (format!("{:?}", read.facts), format!("{:?}", embedded.facts)),
        (format!("{:?}", read.sources), format!("{:?}", embedded.sources)),
        (format!("{:?}", read.topics), format!("{:?}", embedded.topics)),
        (format!("{:?}", read.bodies), format!("{:?}", embedded.bodies)),
        (format!("{:?}", read.rates), format!("{:?}", embedded.rates)),
        (format!("{:?}", read.derived), format!("{:?}", embedded.derived)),
    ] {
        assert!(one == other, "an entry differs");
    }
}

#[test]
fn entries_stand_in_the_documented_order() {
    let base = read();
    fn sorted<'a>(what: &str, ids: impl Iterator<Item = &'a str>) {
        let ids: Vec<&str> = ids.collect();
        for pair in ids.windows(2) {
            assert!(pair[0] < pair[1], "{what}: `{}` stands before `{}`", pair[0], pair[1]);
        }
    }
    sorted("body", base.bodies.iter().map(|body| body.id.as_str()));
    sorted("source", base.sources.iter().map(|source| source.id.as_str()));
    sorted("topic", base.topics.iter().map(|topic| topic.id.as_str()));
    sorted("rate", base.rates.iter().map(|rate| rate.id.as_str()));
    sorted("derived", base.derived.iter().map(|derived| derived.id.as_str()));
    // The article's claims come first, in the order of the article; then the others by ID.
    let first_other = base.facts.iter().position(|fact| !base.is_article(fact)).unwrap();
    let all: Vec<&Fact> = base.facts.iter().collect();
    let (article, others) = all.split_at(first_other);
    assert!(others.iter().all(|fact| !base.is_article(fact)), "the article's claims stand together");
    sorted("fact", others.iter().map(|fact| fact.id.as_str()));
    let places: Vec<(usize, u32)> = article.iter().copied().map(place_in_article).collect();
    assert!(places.is_sorted(), "the claims are not in the order of the article: {places:?}");
}

/// The section and the sentence of a claim of the article.
fn place_in_article(fact: &Fact) -> (usize, u32) {
    const SECTIONS: [&str; 3] = [
        "Lead, sentence ",
        "New growth drivers fostered by Internet Plus, sentence ",
        "Measures to support internet Plus, sentence ",
    ];
    let at = fact.at.as_deref().unwrap_or_else(|| panic!("`{}` has no locator", fact.id));
    SECTIONS
        .iter()
        .enumerate()
        .find_map(|(section, head)| Some((section, at.strip_prefix(head)?.parse().ok()?)))
        .unwrap_or_else(|| panic!("`{}` stands at `{at}`", fact.id))
}

#[test]
fn every_source_topic_and_body_is_used() {
    let base = read();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    used.extend(base.article.as_deref());
    for fact in &base.facts {
        used.insert(&fact.source);
        used.extend(fact.supports.iter().map(Text::as_str));
        used.extend([&fact.topic, &fact.whole, &fact.by].into_iter().flatten().map(Text::as_str));
    }
    for source in &base.sources {
        used.extend(source.issuer.as_deref());
        used.extend(source.supports.iter().map(Text::as_str));
        if source.document_day().is_some() {
            used.insert(&source.id);
        }
    }
    used.extend(base.rates.iter().map(|rate| rate.source.as_str()));
    used.extend(base.topics.iter().filter_map(|topic| topic.within.as_deref()));
    let all = base.sources.iter().map(|source| &source.id);
    let all = all.chain(base.topics.iter().map(|topic| &topic.id));
    let all = all.chain(base.bodies.iter().map(|body| &body.id));
    let unused: Vec<&Text> = all.filter(|id| !used.contains(id.as_str())).collect();
    assert!(unused.is_empty(), "nothing uses {unused:?}");
}

#[test]
fn the_article_is_whole() {
    let base = read();
    let claims: Vec<&Fact> = base.facts.iter().filter(|fact| base.is_article(fact)).collect();
    let numeric = claims.iter().filter(|fact| fact.value.is_some()).count();
    assert_eq!((claims.len(), numeric), (31, 10));
    for claim in &claims {
        assert!(claim.claim.is_some(), "`{}` has no claim in words", claim.id);
        assert!(claim.claim_in.zh.is_some(), "`{}` has no claim in Chinese", claim.id);
    }
    let value = |id: &str| base.fact(id).unwrap().value.as_ref().unwrap().text().to_owned();
    for (id, written) in [
        ("executive-meeting-topics", "at least 15 topics"),
        ("broadband-villages-2020", "more than 98 %"),
        ("digital-economy-2016", "22.58 trillion yuan"),
        ("digital-economy-usd-2016", "about 3.4 trillion US dollars"),
        ("digital-economy-rank-2016", "2nd"),
        ("digital-economy-share-2016", "30.3 %"),
        ("cloud-growth", "over 30 %"),
        ("big-data-core-growth", "45 %"),
        ("cloud-market", "approximately 50 billion yuan"),
        ("big-data-core-market", "16.8 billion yuan"),
    ] {
        assert_eq!(value(id), written, "{id}");
    }
    // Where the article leaves the reading open, so does the base.
    for (id, second) in
        [("big-data-core-growth", "over 45 %"), ("big-data-core-market", "approximately 16.8 billion yuan")]
    {
        assert_eq!(base.fact(id).unwrap().or.as_ref().unwrap().text(), second);
    }
    for id in ["cloud-growth", "cloud-market", "big-data-core-growth", "big-data-core-market"] {
        assert!(base.fact(id).unwrap().inferred, "`{id}` has no period in the article");
    }
}

#[test]
fn the_timeline_is_whole() {
    let base = read();
    let today = "2026-11-24".parse().unwrap();
    let entries = timeline::entries(&base, &Window::default(), today);
    let count = |what| entries.iter().filter(|entry| entry.what == what).count();
    assert!(count(What::Document) >= 20, "{} documents", count(What::Document));
    assert!(count(What::Event) >= 25, "{} events", count(What::Event));
    assert!(count(What::Target) >= 60, "{} targets", count(What::Target));
    assert!(count(What::Outcome) >= 20, "{} outcomes", count(What::Outcome));
    let plan = base.facts.iter().filter(|fact| fact.source == "guofa-2013-31" && fact.kind == Kind::Target);
    assert_eq!(plan.count(), 54, "the numeric targets of the broadband document");
}

#[test]
fn what_is_written_is_what_is_read_and_prints_back() {
    let base = read();
    for fact in &base.facts {
        let nouns: Nouns = fact.counted.all().collect();
        for value in [&fact.value, &fact.or].into_iter().flatten() {
            let again = quantity::parse(&value.to_string(), &nouns).unwrap();
            assert_eq!(again, **value, "{}", fact.id);
            assert!(TEXT.contains(value.text()), "{}", fact.id);
        }
        if let Some(period) = fact.period {
            assert_eq!(period.to_string().parse(), Ok(period), "{}", fact.id);
        }
    }
}

#[test]
fn figures_have_the_unit_of_their_measure() {
    let base = read();
    for fact in base.facts.iter().filter(|fact| fact.value.is_some()) {
        let unit = fact.value.as_ref().unwrap().unit().code();
        let fits = match fact.measure.unwrap() {
            Measure::Share | Measure::Contribution => unit == "percent",
            Measure::Growth => matches!(&*unit, "percent" | "times"),
            Measure::Rank => unit == "rank",
            Measure::Speed => unit == "bit/s",
            Measure::Change => true,
            Measure::Level | Measure::Price => !matches!(&*unit, "percent" | "rank"),
        };
        assert!(fits, "`{}` is a {} in {unit}", fact.id, fact.measure.unwrap());
    }
}

#[test]
fn no_fact_rests_on_nothing() {
    let base = read();
    for fact in &base.facts {
        let source = base.source_of(fact);
        assert!(
            source.url.is_some() || source.seen.is_some() || source.doi.is_some(),
            "`{}` rests on `{}`, which has no address",
            fact.id,
            source.id
        );
    }
}

/// Years whose official average lies farther than 0.15 % from the mean of the daily rates, and by how many
/// hundredths of a percent the mean lies off: the official figure is the mean of the central parity, which stood
/// away from the market in these years.
const AWAY_FROM_THE_MARKET: [(&str, i64); 4] = [("2013", -73), ("2014", 30), ("2015", 92), ("2019", 19)];

#[test]
fn official_averages_are_near_those_of_the_table() {
    let base = read();
    let mut away = Vec::new();
    for rate in &base.rates {
        let Some((first, last)) = rate.period.days().filter(|(first, last)| first != last) else { continue };
        let mean = ecb::average(Pair::new(rate.base, rate.quote), first, last).unwrap();
        let official = rate.value.value();
        let off = (&mean.value - official).checked_div(official).unwrap() * Exact::from(10_000);
        let off = off.round_to_places(0, Rounding::HalfAwayFromZero);
        if off.abs() > Exact::from(15) {
            away.push((rate.period.to_string(), off.to_text()));
        }
    }
    let known: Vec<(String, String)> =
        AWAY_FROM_THE_MARKET.iter().map(|(year, off)| ((*year).to_owned(), off.to_string())).collect();
    assert_eq!(away, known);
}
