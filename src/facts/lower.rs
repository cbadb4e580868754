//! Makes the model of a base from the tree of its file, and gathers every fault of the file.
//!
//! One function a table of the format. The rules that a table alone cannot keep (an ID is used once, a
//! reference leads somewhere, topics do not lie within each other in a circle) are held at the end, when all
//! entries are known.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::index::{self, Index, Mark, Packed};
use super::model::{
    Base, Basis, Body, DatedRate, Derived, Entries, Entry, Fact, Kind, Measure, Seen, Source, SourceKind,
    Text, Topic, Vintage,
};
use super::reader::{Faults, Fields, Wanted, What};
use super::tree::{self, Node, Prepared};
use super::value::Value;
use super::{text, weights};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::nearest::nearest;
use crate::period::Kind as When;
use crate::quantity::{Currency, Nouns, Unit};
use crate::rates::{self, Pair, Rate};

/// Makes the model, or tells every fault in the order of the file.
pub(super) fn lower(
    document: &Arc<Document>,
    root: &Node<'_>,
    syntax: Vec<Diagnostic>,
) -> Result<Base, Vec<Diagnostic>> {
    let unparsed = !syntax.is_empty();
    let mut faults = Faults::new(document, syntax, false);
    let mut ids = Ids::default();
    let mut base = empty(document);
    let mut top = Fields::of(What::Part("the base"), root, &mut faults).expect("a file of TOML is a table");
    let head = top.node("base");
    let bodies = top.node("body");
    let sources = top.node("source");
    let topics = top.node("topic");
    let facts = top.node("fact");
    let rates = top.node("rate");
    let derived = top.node("derived");
    let check = top.node("check");
    top.finish();

    match head {
        Some(node) => read_head(node, &mut base, &mut faults),
        None => {
            faults
                .error("missing-field", "the file has no `[base]`", 0..0, "a base begins with `[base]`")
                .help = Some("add `[base]` and a `title`".to_owned());
        }
    }
    base.weights = check.map(|node| weights::of_table(node, &mut faults)).unwrap_or_default();
    let article = base.article.clone();
    base.bodies = read_all("body", bodies, &mut faults, &mut ids, Entry::Body, read_body);
    base.sources = read_all("source", sources, &mut faults, &mut ids, Entry::Source, read_source);
    base.topics = read_all("topic", topics, &mut faults, &mut ids, Entry::Topic, read_topic);
    base.facts = read_all("fact", facts, &mut faults, &mut ids, Entry::Fact, |fields, id| {
        read_fact(fields, id, article.as_ref())
    });
    base.rates = read_all("rate", rates, &mut faults, &mut ids, Entry::Rate, |fields, id| {
        read_rate(fields, id, article.as_ref())
    });
    base.derived = read_all("derived", derived, &mut faults, &mut ids, Entry::Derived, read_derived);

    resolve(&mut faults, &ids);
    circles(&mut faults, &base, topics);
    if faults.list.is_empty() {
        base.index = index(&base, &ids.all);
        return Ok(base);
    }
    let mut list = faults.list;
    if unparsed {
        // What seems to be missing may stand in the part that could not be read.
        list.retain(|fault| !matches!(fault.code, "missing-field" | "unknown-field"));
    }
    list.sort_by_key(|fault| fault.labels.first().map_or(0, |label| label.span.start));
    Err(list)
}

/// Makes the model of a base that is known to have no fault. Its entries are read when they are asked for.
pub(super) fn lower_prepared(document: &Arc<Document>, prepared: Prepared, packed: Packed) -> Base {
    let mut base = empty(document);
    if let Some(head) = prepared.table("base") {
        read_head(&head, &mut base, &mut Faults::new(document, Vec::new(), true));
    }
    if let Some(check) = prepared.table("check") {
        base.weights = weights::of_table(&check, &mut Faults::new(document, Vec::new(), true));
    }
    let entry = Unread { document: Arc::clone(document), prepared, packed };
    let article = base.article.clone();
    let rates_article = article.clone();
    base.bodies = entry.all(index::BODY, read_body);
    base.sources = entry.all(index::SOURCE, read_source);
    base.topics = entry.all(index::TOPIC, read_topic);
    base.facts = entry.all(index::FACT, move |fields, id| read_fact(fields, id, article.as_ref()));
    base.rates = entry.all(index::RATE, move |fields, id| read_rate(fields, id, rates_article.as_ref()));
    base.derived = entry.all(index::DERIVED, read_derived);
    base.index = Index::Packed(packed);
    base
}

/// The entries of a base that is known to have no fault.
#[derive(Clone)]
struct Unread {
    document: Arc<Document>,
    prepared: Prepared,
    packed: Packed,
}

impl Unread {
    /// The entries of a kind, each read when it is asked for.
    fn all<T>(
        &self,
        kind: usize,
        read: impl Fn(&mut Fields<'_, '_>, Text) -> T + Send + Sync + 'static,
    ) -> Entries<T> {
        let own = self.clone();
        Entries::unread(self.packed.count(kind), move |at| {
            let node = own.prepared.at(own.packed.offset(kind, at));
            let mut faults = Faults::new(&own.document, Vec::new(), true);
            let mut fields = Fields::of(What::Part(""), &node, &mut faults).expect("an entry is a table");
            let id = fields.required("id");
            read(&mut fields, id)
        })
    }
}

fn empty(document: &Arc<Document>) -> Base {
    Base {
        title: Text::default(),
        edition: None,
        article: None,
        published: None,
        place: None,
        currency: None,
        bodies: Entries::default(),
        sources: Entries::default(),
        topics: Entries::default(),
        facts: Entries::default(),
        rates: Entries::default(),
        derived: Entries::default(),
        weights: Vec::new(),
        document: Arc::clone(document),
        index: Index::Made { ids: Vec::new(), marks: Vec::new() },
    }
}

/// Makes the index of all entries that have an ID.
fn index(base: &Base, all: &[Entry]) -> Index {
    let mut ids: Vec<(String, Entry)> =
        all.iter().map(|entry| (base.id(*entry).to_owned(), *entry)).collect();
    // Sorted runs, for the entries of a table mostly are: a stable sort merges them.
    ids.sort();
    let topics: BTreeMap<&str, usize> = base.topics.iter().map(|topic| topic.id.as_str()).zip(0..).collect();
    let topic = |id: &str| topics.get(id).copied();
    let marks = base.facts.iter().map(|fact| Mark::of(fact, base.article.as_deref(), topic)).collect();
    Index::Made { ids, marks }
}

/// Every ID seen, what it stands for and where.
#[derive(Default)]
struct Ids<'t> {
    known: BTreeMap<&'t str, (Entry, Range<usize>)>,
    all: Vec<Entry>,
}

/// Reads an array of tables; each has an ID of its own.
fn read_all<'t, T: 'static>(
    what: &'static str,
    node: Option<&'t Node<'t>>,
    faults: &mut Faults<'t>,
    ids: &mut Ids<'t>,
    entry: fn(usize) -> Entry,
    read: impl Fn(&mut Fields<'_, 't>, Text) -> T,
) -> Entries<T> {
    let Some(node) = node else { return Entries::default() };
    let tree::Value::Array(items) = &node.value else {
        let title = format!("`{what}` is {}, not an array of tables", node.value.kind());
        faults.error("wrong-type", title, node.span.clone(), format!("write each entry under `[[{what}]]`"));
        return Entries::default();
    };
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        let id = match item.entry("id").map(|node| &node.value) {
            Some(tree::Value::String(id)) => Some(id),
            _ => None,
        };
        let name = id.map_or(What::Nameless(what), |id| What::Entry(what, id));
        let Some(mut fields) = Fields::of(name, item, faults) else { continue };
        match fields.spanned("id") {
            Some((id, span)) => register(id, span, entry(all.len()), ids, fields.faults),
            None => fields.missing("id", ", a name of its own in lower case"),
        }
        let made = read(&mut fields, id.map(text::Text::keep).unwrap_or_default());
        fields.finish();
        all.push(made);
    }
    all.into()
}

fn register<'t>(id: &'t str, span: Range<usize>, entry: Entry, ids: &mut Ids<'t>, faults: &mut Faults<'t>) {
    ids.all.push(entry);
    // A number alone would be taken for one in a formula.
    let is_slug = id.bytes().any(|byte| byte.is_ascii_lowercase())
        && !id.split('-').any(str::is_empty)
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_slug {
        let title = format!("`{id}` is no ID");
        faults.error(
            "bad-id",
            title,
            span,
            "lower-case letters, and digits beside them, joined by single hyphens",
        );
        return;
    }
    if let Some((_, first)) = ids.known.get(id) {
        let title = format!("the ID `{id}` is used twice");
        let first = first.clone();
        let document = Arc::clone(faults.document);
        let fault = faults.error("duplicate-id", title, span, "used again here");
        fault.labels.push(crate::diagnostic::Label {
            document,
            span: first,
            text: "first used here".to_owned(),
        });
        return;
    }
    ids.known.insert(id, (entry, span));
}

/// Holds every mention of an ID against the IDs there are.
fn resolve(faults: &mut Faults<'_>, ids: &Ids<'_>) {
    for reference in std::mem::take(&mut faults.references) {
        let fits = |entry: Entry| {
            matches!(
                (reference.wanted, entry),
                (Wanted::Body, Entry::Body(_))
                    | (Wanted::Source, Entry::Source(_))
                    | (Wanted::Topic, Entry::Topic(_))
                    | (Wanted::Evidence, Entry::Fact(_) | Entry::Source(_) | Entry::Derived(_))
                    | (Wanted::Comparable, Entry::Fact(_) | Entry::Rate(_) | Entry::Derived(_))
            )
        };
        let wanted = reference.wanted.name();
        let found = ids.known.get(reference.id).map(|(entry, _)| *entry);
        if found.is_some_and(fits) {
            continue;
        }
        let title = match found {
            Some(_) => format!("`{}` is no {wanted}", reference.id),
            None => format!("there is no {wanted} `{}`", reference.id),
        };
        let known = ids.known.iter().filter(|(_, (entry, _))| fits(*entry)).map(|(id, _)| *id);
        let label = match nearest(reference.id, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("named by {}", reference.from),
        };
        faults.error("dangling-reference", title, reference.span, label);
    }
}

/// A topic that lies within itself by way of others; told once a circle, at its first topic in the file.
fn circles(faults: &mut Faults<'_>, base: &Base, node: Option<&Node<'_>>) {
    let within: BTreeMap<&str, &str> =
        base.topics.iter().filter_map(|topic| Some((topic.id.as_str(), topic.within.as_deref()?))).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for topic in &base.topics {
        let mut path = Vec::new();
        let mut at = Some(topic.id.as_str());
        while let Some(id) = at.filter(|id| seen.insert(id)) {
            path.push(id);
            at = within.get(id).copied();
        }
        // Where the path runs into itself there is a circle; into another path, that was looked at before.
        if let Some(id) = at.filter(|id| path.contains(id)) {
            let title = format!("topic `{id}` lies within itself");
            let span = place_of(node, id).unwrap_or(0..0);
            faults.error("circle", title, span, "follow its `within` from topic to topic");
        }
    }
}

/// Where the entry with an ID stands.
fn place_of(node: Option<&Node<'_>>, id: &str) -> Option<Range<usize>> {
    let tree::Value::Array(items) = &node?.value else { return None };
    let has_id = |item: &&Node<'_>| matches!(item.entry("id").map(|node| &node.value), Some(tree::Value::String(own)) if own == id);
    items.iter().find(has_id).map(|item| item.span.clone())
}

fn read_head<'t>(node: &'t Node<'t>, base: &mut Base, faults: &mut Faults<'t>) {
    let Some(mut fields) = Fields::of(What::Part("`[base]`"), node, faults) else { return };
    base.title = fields.required("title");
    base.edition = fields.text("edition");
    base.article = fields.reference("article", Wanted::Source);
    base.published = fields.day("published");
    base.place = fields.text("place");
    base.currency = read_currency(&mut fields);
    fields.finish();
}

fn read_currency(fields: &mut Fields<'_, '_>) -> Option<Currency> {
    let (text, span) = fields.spanned("currency")?;
    let currency = Currency::parse(text);
    if currency.is_none() {
        let title = format!("`{text}` is no known currency");
        let label = match Currency::nearest(text) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write its code, as `CNY`".to_owned(),
        };
        fields.faults.error("unreadable-value", title, span, label);
    }
    currency
}

fn read_body(fields: &mut Fields<'_, '_>, id: Text) -> Body {
    let names = fields.names("names");
    fields.nameless_unless(&names);
    Body { id, names, note: fields.text("note") }
}

fn read_source(fields: &mut Fields<'_, '_>, id: Text) -> Source {
    // `web` is what people type; the Citation Style Language says `webpage`.
    let read =
        |word: &str| if word == "web" { Some(SourceKind::Webpage) } else { SourceKind::from_name(word) };
    let kind = fields.word("type", SourceKind::ALL, read, SourceKind::name);
    if kind.is_none() {
        fields.missing("type", ", such as \"webpage\" or \"legislation\"");
    }
    let title = fields.required("title");
    let described = fields.flag("described");
    let title_in = fields.translations("title_in");
    let called = fields.names("called");
    let language = fields.text("language");
    let issuer = fields.reference("issuer", Wanted::Body);
    let publisher = fields.text("publisher");
    if issuer.is_some() {
        fields.unwanted("publisher", "`issuer` names the publisher already");
    }
    Source {
        id,
        kind: kind.unwrap_or(SourceKind::Webpage),
        title,
        described,
        title_in,
        called,
        language,
        issuer,
        publisher,
        container: fields.text("container"),
        authors: fields.texts("authors"),
        editors: fields.texts("editors"),
        translators: fields.texts("translators"),
        date: fields.period("date"),
        url: fields.text("url"),
        seen: read_seen(fields),
        number: fields.text("number"),
        signed: fields.day("signed"),
        public: fields.day("public"),
        volume: fields.text("volume"),
        issue: fields.text("issue"),
        page: fields.text("page"),
        isbn: fields.text("isbn"),
        doi: fields.text("doi"),
        supports: fields.references("supports", Wanted::Evidence),
        tags: fields.texts("tags"),
        note: fields.text("note"),
        span: fields.span.clone(),
    }
}

fn read_seen(fields: &mut Fields<'_, '_>) -> Option<Seen> {
    let what = fields.what.field("seen");
    let node = fields.node("seen")?;
    let mut fields = Fields::of(what, node, fields.faults)?;
    let seen = Seen { url: fields.required("url"), copy: fields.flag("copy"), note: fields.text("note") };
    fields.finish();
    Some(seen)
}

fn read_topic(fields: &mut Fields<'_, '_>, id: Text) -> Topic {
    let names = fields.names("names");
    fields.nameless_unless(&names);
    Topic {
        id,
        names,
        within: fields.reference("within", Wanted::Topic),
        not: fields.names("not"),
        note: fields.text("note"),
    }
}

fn read_fact(fields: &mut Fields<'_, '_>, id: Text, article: Option<&Text>) -> Fact {
    let kind = fields.word("kind", Kind::ALL, Kind::from_name, Kind::name);
    if kind.is_none() {
        fields.missing("kind", ": figure, target, outcome, event or statement");
    }
    let topic = fields.reference("topic", Wanted::Topic);
    let measure = fields.word("measure", Measure::ALL, Measure::from_name, Measure::name);
    let whole = fields.reference("whole", Wanted::Topic);
    let counted = fields.names("counted");
    let nouns = counted.all().collect::<Nouns>();
    let value = fields.value("value", &nouns);
    let or = fields.value("or", &nouns).map(|(quantity, _)| quantity);
    let (stated, inferred) = (fields.period("period"), fields.period("period_inferred"));
    let claim = fields.text("claim");

    match kind {
        // Of an unknown kind nothing can be said to be missing.
        None => {}
        Some(kind @ (Kind::Figure | Kind::Target | Kind::Outcome)) => {
            let why = format!(", for it is {} {kind}", if kind == Kind::Outcome { "an" } else { "a" });
            fields.missing_unless(topic.is_some(), "topic", &why);
            fields.missing_unless(measure.is_some(), "measure", &why);
            fields.missing_unless(value.is_some(), "value", &why);
            let why = ", or `period_inferred` if the source states none";
            fields.missing_unless(stated.is_some() || inferred.is_some(), "period", why);
        }
        Some(Kind::Event) => {
            fields.missing_unless(claim.is_some(), "claim", ", for it is an event");
            fields.missing_unless(stated.is_some() || inferred.is_some(), "period", ", for it is an event");
        }
        Some(Kind::Statement) => fields.missing_unless(claim.is_some(), "claim", ", for it is a statement"),
    }
    if stated.is_some() {
        fields.unwanted("period_inferred", "the period is stated already");
    }
    if measure.is_some_and(|measure| !matches!(measure, Measure::Share | Measure::Contribution)) {
        fields.unwanted("whole", "only a share or a contribution is of a whole");
    }
    if value.is_none() {
        fields.unwanted("or", "a second reading goes with a `value`");
    }
    if let (Some((quantity, span)), Some(Measure::Rank), false) = (&value, measure, fields.faults.trusted)
        && *quantity.unit() != Unit::Rank
    {
        let title = format!("`{}` is no rank", quantity.text());
        fields.faults.error("wrong-unit", title, span.clone(), "write a rank as `2nd` or `第二`");
    }
    let source = fields.reference("source", Wanted::Source);
    let inferred_period = stated.is_none() && inferred.is_some();
    let (value, value_span) = match value {
        Some((quantity, span)) => (Some(quantity), Some(span)),
        None => (None, None),
    };
    Fact {
        id,
        kind: kind.unwrap_or(Kind::Statement),
        topic,
        measure,
        whole,
        value,
        or,
        period: stated.or(inferred),
        inferred: inferred_period,
        claim,
        claim_in: fields.translations("claim_in"),
        source: source_or_article(fields, source, article),
        at: fields.text("at"),
        by: fields.reference("by", Wanted::Body),
        vintage: fields.word("vintage", Vintage::ALL, Vintage::from_name, Vintage::name),
        published: fields.day("published"),
        basis: fields.word("basis", Basis::ALL, Basis::from_name, Basis::name),
        among: fields.text("among"),
        counted,
        place: fields.text("place"),
        supports: fields.references("supports", Wanted::Evidence),
        tags: fields.texts("tags"),
        note: fields.text("note"),
        span: fields.span.clone(),
        value_span,
    }
}

fn source_or_article(fields: &mut Fields<'_, '_>, source: Option<Text>, article: Option<&Text>) -> Text {
    match source.or_else(|| article.cloned()) {
        Some(source) => source,
        None => {
            fields.missing("source", ", or name the base's `article`");
            Text::default()
        }
    }
}

fn read_rate(fields: &mut Fields<'_, '_>, id: Text, article: Option<&Text>) -> DatedRate {
    let pair = read_pair(fields);
    let value = fields.value("value", &Nouns::none());
    let (base, quote) = pair.unwrap_or((Currency::USD, Currency::CNY));
    if let (Some((quantity, span)), false) = (&value, fields.faults.trusted)
        && Rate::written(Pair::new(base, quote), quantity.text(), rates::Kind::ByHand, "").is_none()
    {
        let title = format!("`{}` is no exchange rate", quantity.text());
        fields.faults.error("wrong-unit", title, span.clone(), "write the bare number, above zero: `6.6423`");
    }
    fields.missing_unless(value.is_some(), "value", ", the price of one unit");
    let period = fields.period("period");
    fields.missing_unless(period.is_some(), "period", ", a year of an average or a day");
    if period.is_some_and(|period| matches!(period.kind(), When::Since(_) | When::Before(_))) {
        fields.unwanted("period", "a rate is of a day, or the average of a time with two ends");
    }
    let source = fields.reference("source", Wanted::Source);
    // What could not be read is a fault already; the stand-in never leaves this function's caller.
    let value =
        value.map_or_else(|| Value::unread(&Text::Embedded("1"), &Nouns::none()), |(quantity, _)| quantity);
    DatedRate {
        id,
        base,
        quote,
        value,
        period: period.unwrap_or_else(|| crate::period::Period::parse("2000").expect("a year is a period")),
        source: source_or_article(fields, source, article),
        at: fields.text("at"),
        note: fields.text("note"),
        span: fields.span.clone(),
    }
}

fn read_pair(fields: &mut Fields<'_, '_>) -> Option<(Currency, Currency)> {
    let Some((text, span)) = fields.spanned("pair") else {
        fields.missing("pair", ", as `USD/CNY`: the price of one dollar in yuan");
        return None;
    };
    match Pair::parse(text) {
        Ok(pair) => Some((pair.base, pair.quote)),
        Err(error) => {
            let fault = fields.faults.error("unreadable-value", error.to_string(), span, "here");
            fault.help = error.hint();
            None
        }
    }
}

fn read_derived(fields: &mut Fields<'_, '_>, id: Text) -> Derived {
    let formula = fields.spanned("formula");
    fields.missing_unless(formula.is_some(), "formula", ", as `'a / b'` over IDs");
    let (formula, formula_span) = match formula {
        Some((formula, span)) => (formula.keep(), span),
        None => (Text::default(), fields.span.clone()),
    };
    Derived {
        id,
        formula,
        formula_span,
        compare: fields.references("compare", Wanted::Comparable),
        claim: fields.text("claim"),
        claim_in: fields.translations("claim_in"),
        note: fields.text("note"),
        tags: fields.texts("tags"),
        span: fields.span.clone(),
    }
}
