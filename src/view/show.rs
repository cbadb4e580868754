//! What `show` shows: a table of facts, or whole cards.

use chrono::NaiveDate;

use super::fact::{counted_by, period_text, status_text, value_text};
use super::{list, say};
use crate::cite;
use crate::facts::model::{Base, DatedRate, Derived, Entry, Fact, Kind, Source, Topic};
use crate::lang::Lang;
use crate::page::{Card, Cell, Column, Face, Field, Page, Part, Table, Tone};
use crate::quantity::Computed;
use crate::status::{self, Finding, Judgement, Status};

/// What a page of facts is made with.
#[derive(Debug, Clone, Copy)]
pub struct Look<'b> {
    /// The base.
    pub base: &'b Base,
    /// The language of heads and names.
    pub lang: Lang,
    /// The day targets are judged on.
    pub day: NaiveDate,
    /// The day beyond which nothing is known, if only what was known then is wanted.
    pub as_of: Option<NaiveDate>,
    /// Who reads it.
    pub face: Face,
}

impl Look<'_> {
    /// Whether a fact was known on the day that is looked from.
    fn knows(&self, fact: &Fact) -> bool {
        self.as_of.is_none_or(|day| status::known(self.base, fact, day))
    }

    /// Whether an entry was known then; what is no fact and no source always was.
    fn knows_entry(&self, id: &str) -> bool {
        match self.base.entry(id) {
            Some(Entry::Fact(at)) => self.knows(&self.base.facts[at]),
            Some(Entry::Source(at)) => self
                .as_of
                .is_none_or(|day| self.base.sources[at].known_since().is_none_or(|since| since <= day)),
            _ => true,
        }
    }
}

/// A table of facts.
#[must_use]
pub fn list(look: Look<'_>, facts: &[&Fact]) -> Page {
    let table = match look.face {
        Face::People => list::for_people(look, facts),
        Face::Machines => list::for_machines(look, facts),
    };
    Page::facing(look.face, table)
}

/// Cards of the entries asked for; each ID of a topic or source also brings a table of its facts.
#[must_use]
pub fn cards(look: Look<'_>, entries: &[Entry]) -> Page {
    let base = look.base;
    let mut parts = Vec::new();
    let mut records: Vec<&Fact> = Vec::new();
    for entry in entries {
        match *entry {
            Entry::Fact(at) => {
                parts.push(Part::Card(fact_card(look, &base.facts[at])));
                records.push(&base.facts[at]);
            }
            Entry::Source(at) => {
                let source = &base.sources[at];
                parts.push(Part::Card(source_card(look, source)));
                let facts = base.facts.iter().filter(|fact| fact.source == source.id).collect();
                with_table(look, facts, &mut parts, &mut records);
            }
            Entry::Topic(at) => {
                let topic = &base.topics[at];
                parts.push(Part::Card(topic_card(look, topic)));
                let about = |fact: &&Fact| {
                    fact.topic.as_ref().is_some_and(|id| base.lies_within(id, &topic.id))
                        || fact.whole.as_ref() == Some(&topic.id)
                };
                with_table(look, base.facts.iter().filter(about).collect(), &mut parts, &mut records);
            }
            Entry::Body(at) => {
                let body = &base.bodies[at];
                let mut card = Card { title: body.id.to_string(), ..Card::default() };
                card.subtitle = Some(body.names.all().collect::<Vec<_>>().join(", "));
                parts.push(Part::Card(card));
                let by = |fact: &&Fact| {
                    fact.by.as_ref().or(base.source_of(fact).issuer.as_ref()) == Some(&body.id)
                };
                with_table(look, base.facts.iter().filter(by).collect(), &mut parts, &mut records);
            }
            Entry::Rate(at) => parts.push(Part::Card(rate_card(look, &base.rates[at]))),
            Entry::Derived(at) => parts.push(Part::Card(derived_card(look, &base.derived[at]))),
        }
    }
    let rates = entries.iter().filter_map(|entry| match entry {
        Entry::Rate(at) => Some(&base.rates[*at]),
        _ => None,
    });
    let rates: Vec<&DatedRate> = rates.collect();
    let single = entries.len() == 1 && records.len() + rates.len() == 1;
    let records = match look.face {
        Face::People => Table::default(),
        Face::Machines if records.is_empty() && !rates.is_empty() => rate_table(&rates),
        Face::Machines => list::for_machines(look, &records),
    };
    Page { parts, records, single }
}

fn with_table<'b>(
    look: Look<'b>,
    mut facts: Vec<&'b Fact>,
    parts: &mut Vec<Part>,
    records: &mut Vec<&'b Fact>,
) {
    facts.retain(|fact| look.knows(fact));
    if !facts.is_empty() {
        parts.push(Part::Table(list::for_people(look, &facts)));
        records.extend(facts);
    }
}

/// A card as it is filled: a field with nothing to say is left out.
struct Filling {
    card: Card,
    lang: Lang,
}

impl Filling {
    fn new(title: &str, lang: Lang) -> Self {
        Self { card: Card { title: title.to_owned(), ..Card::default() }, lang }
    }

    fn lines(&mut self, english: &str, chinese: &str, lines: Vec<Cell>) {
        let lines: Vec<Cell> = lines.into_iter().filter(|line| *line != Cell::Empty).collect();
        if !lines.is_empty() {
            self.card.fields.push(Field { label: say(self.lang, english, chinese).to_owned(), lines });
        }
    }

    fn text(&mut self, english: &str, chinese: &str, text: impl Into<String>) {
        self.lines(english, chinese, vec![Cell::text(text)]);
    }

    fn maybe(&mut self, english: &str, chinese: &str, text: Option<impl Into<String>>) {
        self.lines(english, chinese, vec![Cell::maybe(text)]);
    }
}

fn fact_card(look: Look<'_>, fact: &Fact) -> Card {
    let Look { base, lang, day, .. } = look;
    let mut card = Filling::new(&fact.id, lang);
    card.card.subtitle = Some(base.claim(fact, lang));
    card.text("Kind", "类别", fact.kind.name_in(lang));
    card.lines("Value", "数值", value_lines(fact, lang));
    card.text("Period", "时间", period_text(fact, lang));
    let named = |id: &str| match base.topic(id) {
        Some(topic) => format!("{} [{id}]", topic.names.show(lang)),
        None => id.to_owned(),
    };
    card.maybe("Topic", "对象", fact.topic.as_deref().map(named));
    card.maybe("Measure", "指标", fact.measure.map(|measure| measure.name_in(lang)));
    card.maybe("Whole", "总体", fact.whole.as_deref().map(named));
    card.maybe("Among", "范围", fact.among.as_deref());
    card.maybe("Place", "地域", fact.place.as_deref());
    let by = fact.by.as_ref().and_then(|id| base.body(id));
    card.maybe("Counted by", "统计者", by.map(|body| body.names.show(lang)));
    card.maybe("Vintage", "版次", fact.vintage.map(|vintage| vintage.name_in(lang)));
    card.maybe("Basis", "口径", fact.basis.map(|basis| basis.name_in(lang)));
    card.text("Source", "来源", format!("{} [{}]", cite::fact(base, fact, lang), fact.source));
    if fact.kind == Kind::Target {
        let judgement = status::judge(base, fact, day);
        card.lines("Outcomes", "结果", outcome_lines(look, &judgement));
        let (text, tone) = status_text(&judgement, lang);
        let unknown = fact.known_since(base).is_some_and(|since| day < since);
        // What is decided stays so; what is not may be another day.
        let text = match (judgement.status, lang) {
            (_, Lang::En) if unknown => format!("not known yet, on {day}"),
            (_, Lang::Zh) if unknown => format!("尚未为人所知（{day}）"),
            (Status::Met { .. } | Status::MetLate | Status::Missed, _) => text,
            (_, Lang::En) => format!("{text}, on {day}"),
            (_, Lang::Zh) => format!("{text}（{day}）"),
        };
        card.lines("Status", "状态", vec![Cell::toned(text, tone)]);
    }
    let known = fact.supports.iter().filter(|id| look.knows_entry(id));
    card.lines("Rests on", "依据", known.map(|id| related(look, id)).collect());
    // Outcomes of a target stand under it already.
    let is_shown = |other: &Fact| fact.kind == Kind::Target && other.kind == Kind::Outcome;
    let users = base.facts.iter().filter(|other| other.supports.contains(&fact.id));
    let users = users.filter(|other| look.knows(other) && !is_shown(other));
    card.lines("Borne out by", "佐证", users.map(|other| related(look, &other.id)).collect());
    card.lines("Same subject", "同一主题", siblings(look, fact));
    let derived = base.derived.iter().filter(|derived| names(&derived.formula, &fact.id));
    card.lines("Derived", "推算", derived.map(|derived| related(look, &derived.id)).collect());
    card.text("Tags", "标签", fact.tags.join(", "));
    card.maybe("Note", "备注", fact.note.as_deref());
    card.text("In the file", "出处", place(base, fact.span.start));
    card.card
}

/// Whether a formula names an ID.
fn names(formula: &str, id: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    formula.split(|letter: char| !is_part(letter)).any(|word| word == id)
}

fn place(base: &Base, offset: usize) -> String {
    let (line, _) = base.document.place(offset);
    format!("{}:{line}", base.document.name)
}

fn value_lines(fact: &Fact, lang: Lang) -> Vec<Cell> {
    let readings = [&fact.value, &fact.or];
    readings
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(at, value)| {
            let or = if at > 0 { say(lang, "or ", "或") } else { "" };
            let mut computed = Computed::from(value);
            if at == 0
                && let Some(interval) = fact.interval()
            {
                computed.interval = interval;
            }
            let bounds = computed.bounds(lang, None);
            let bounds = if bounds.is_empty() { bounds } else { format!(" ({bounds})") };
            Cell::toned(format!("{or}{}{bounds}", value.text()), Tone::Strong)
        })
        .collect()
}

/// One line on another entry: what it says and its ID.
fn related(look: Look<'_>, id: &str) -> Cell {
    let Look { base, lang, .. } = look;
    let said = match base.entry(id) {
        Some(Entry::Fact(at)) => sentence(look, &base.facts[at]),
        Some(Entry::Source(at)) => {
            let source = &base.sources[at];
            let title = source.title_in.get(lang).unwrap_or(&source.title);
            match &source.number {
                Some(number) => format!("{title}, {number}"),
                None => title.to_owned(),
            }
        }
        Some(Entry::Derived(at)) => {
            let derived = &base.derived[at];
            derived.claim_in.get(lang).or(derived.claim.as_deref()).unwrap_or(&derived.formula).to_owned()
        }
        _ => String::new(),
    };
    Cell::text(format!("{said} [{id}]"))
}

/// A fact in one line: its figure, what it is about and when, or its claim.
fn sentence(look: Look<'_>, fact: &Fact) -> String {
    let Look { base, lang, .. } = look;
    if fact.value.is_none() {
        return base.claim(fact, lang);
    }
    let subject = base.subject(fact, lang);
    format!("{}, {subject}, {}", value_text(fact, lang), period_text(fact, lang))
}

/// Outcomes of a target, each with what it says of it and, when it is about a narrower topic, which.
fn outcome_lines(look: Look<'_>, judgement: &Judgement<'_>) -> Vec<Cell> {
    let Look { base, lang, .. } = look;
    let line = |(at, tested): (usize, &status::Tested<'_>)| {
        let fact = tested.fact;
        let topic = fact.topic.as_ref().and_then(|id| base.topic(id));
        let with = topic.map_or("", |topic| topic.names.show(lang));
        let decided = judgement.decided_by == Some(at);
        let (finding, tone) = match tested.finding {
            Finding::Meets if decided => (say(lang, "meets it, first", "首次达到"), Tone::Good),
            Finding::Meets => (say(lang, "meets it", "达到"), Tone::Plain),
            Finding::Fails => (say(lang, "below it", "未达到"), Tone::Plain),
            Finding::Part => {
                (say(lang, "not up to it, but of a part only", "未达到，但只涉及一部分"), Tone::Faint)
            }
            Finding::Either => (say(lang, "may or may not meet it", "不能判定"), Tone::Open),
        };
        let text = format!(
            "{} ({with}), {}: {finding} [{}]",
            value_text(fact, lang),
            period_text(fact, lang),
            fact.id
        );
        Cell::toned(text, tone)
    };
    judgement.outcomes.iter().enumerate().map(line).collect()
}

/// Facts about the very same subject: other periods, vintages and compilers.
fn siblings(look: Look<'_>, fact: &Fact) -> Vec<Cell> {
    let Look { base, lang, .. } = look;
    let same = |other: &&Fact| {
        other.id != fact.id
            && !(fact.kind == Kind::Target && other.kind == Kind::Outcome)
            && look.knows(other)
            && base.same_subject(fact, other)
    };
    let mut others: Vec<&Fact> = base.facts.iter().filter(same).collect();
    others.sort_by_key(|other| other.period);
    let line = |other: &&Fact| {
        let by = counted_by(base, other, lang);
        let vintage =
            other.vintage.map_or_else(String::new, |vintage| format!(", {}", vintage.name_in(lang)));
        let by = if by.is_empty() { String::new() } else { format!(", {by}") };
        Cell::text(format!(
            "{}, {}{vintage}{by} [{}]",
            value_text(other, lang),
            period_text(other, lang),
            other.id
        ))
    };
    others.iter().map(line).collect()
}

/// The card of a source.
pub(super) fn source_card(look: Look<'_>, source: &Source) -> Card {
    let Look { base, lang, .. } = look;
    let mut card = Filling::new(&source.id, lang);
    card.card.subtitle = Some(cite::source(base, source, lang));
    card.text("Type", "类型", source.kind.name_in(lang));
    card.maybe("Language", "语言", source.language.as_deref());
    card.text("Published by", "发布者", cite::publisher(base, source, lang));
    card.lines("Also called", "又称", source.called.all().map(Cell::text).collect());
    card.maybe("Number", "文号", source.number.as_deref());
    card.maybe("Signed", "成文日期", source.signed.map(|day| day.to_string()));
    card.maybe("Made public", "发布日期", source.public.map(|day| day.to_string()));
    card.maybe("Date", "日期", source.date.map(|date| date.phrase(lang)));
    card.maybe("Address", "网址", source.url.as_deref());
    if let Some(seen) = &source.seen {
        let copy = if seen.copy { say(lang, "a copy: ", "转载：") } else { "" };
        card.lines(
            "Read at",
            "见于",
            vec![Cell::text(format!("{copy}{}", seen.url)), Cell::maybe(seen.note.as_deref())],
        );
    }
    let known = source.supports.iter().filter(|id| look.knows_entry(id));
    card.lines("Rests on", "依据", known.map(|id| related(look, id)).collect());
    let own = base.facts.iter().filter(|fact| fact.source == source.id && look.knows(fact));
    card.lines("Facts", "条目", own.map(|fact| related(look, &fact.id)).collect());
    let users = base.facts.iter().filter(|fact| fact.supports.contains(&source.id) && look.knows(fact));
    card.lines("Supports", "支持", users.map(|fact| related(look, &fact.id)).collect());
    card.maybe("Note", "备注", source.note.as_deref());
    card.text("In the file", "出处", place(base, source.span.start));
    card.card
}

fn topic_card(look: Look<'_>, topic: &Topic) -> Card {
    let mut card = Filling::new(&topic.id, look.lang);
    card.text("English", "英文", topic.names.en.join(", "));
    card.text("Chinese", "中文", topic.names.zh.join(", "));
    card.maybe("Within", "属于", topic.within.as_deref());
    card.text("Not", "有别于", topic.not.all().collect::<Vec<_>>().join(", "));
    card.maybe("Note", "备注", topic.note.as_deref());
    card.card
}

/// Rates for machines.
fn rate_table(rates: &[&DatedRate]) -> Table {
    let keys = ["id", "pair", "value", "period", "source", "at", "note"];
    let mut table = Table::new(keys.map(Column::machine).to_vec());
    for rate in rates {
        table.push(vec![
            Cell::text(&rate.id),
            Cell::text(format!("{}/{}", rate.base.code(), rate.quote.code())),
            Cell::number(rate.value.text()),
            Cell::text(rate.period.to_string()),
            Cell::text(&rate.source),
            Cell::maybe(rate.at.as_deref()),
            Cell::maybe(rate.note.as_deref()),
        ]);
    }
    table
}

fn rate_card(look: Look<'_>, rate: &DatedRate) -> Card {
    let Look { base, lang, .. } = look;
    let mut card = Filling::new(&rate.id, lang);
    card.text(
        "Rate",
        "汇率",
        format!("1 {} = {} {}", rate.base.code(), rate.value.text(), rate.quote.code()),
    );
    card.text("Period", "时间", rate.period.phrase(lang));
    let source = base.source(&rate.source).expect("a rate's source is in its base");
    card.text("Source", "来源", format!("{} [{}]", cite::source(base, source, lang), source.id));
    card.maybe("Note", "备注", rate.note.as_deref());
    card.text("In the file", "出处", place(base, rate.span.start));
    card.card
}

fn derived_card(look: Look<'_>, derived: &Derived) -> Card {
    let Look { base, lang, .. } = look;
    let mut card = Filling::new(&derived.id, lang);
    card.card.subtitle = derived.claim_in.get(lang).or(derived.claim.as_deref()).map(str::to_owned);
    card.text("Formula", "公式", &derived.formula);
    card.lines("Held against", "对照", derived.compare.iter().map(|id| related(look, id)).collect());
    card.maybe("Note", "备注", derived.note.as_deref());
    card.text("In the file", "出处", place(base, derived.span.start));
    card.card
}
