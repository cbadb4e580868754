//! A readable citation of a source, or of a fact with its place in the source.
//!
//! The order is that of a note: who, title, where it appeared, number, days, place, address. A title that is a
//! description of ours stands in square brackets; an address that is a copy's says so.
//!
//! ```
//! use ipfacts::lang::Lang;
//!
//! let base = ipfacts::facts::embedded();
//! let source = base.source("guofa-2015-40").unwrap();
//! let note = ipfacts::cite::source(&base, source, Lang::En);
//! assert!(note.starts_with("State Council, “国务院关于积极推进"), "{note}");
//! assert!(note.contains("国发〔2015〕40号, signed 1 July 2015, made public 4 July 2015"), "{note}");
//! ```

use chrono::NaiveDate;

use crate::facts::model::{Base, Fact, Source, SourceKind};
use crate::lang::Lang;
use crate::period::Period;

/// The citation of a source.
#[must_use]
pub fn source(base: &Base, source: &Source, lang: Lang) -> String {
    cite(base, source, None, lang)
}

/// The citation of a fact's source with the fact's place in it.
#[must_use]
pub fn fact(base: &Base, fact: &Fact, lang: Lang) -> String {
    cite(base, base.source_of(fact), fact.at.as_deref(), lang)
}

/// The words that join a citation, in a language.
struct Words {
    signed: &'static str,
    public: &'static str,
    edited: &'static str,
    translated: &'static str,
    page: &'static str,
    comma: &'static str,
    quotes: (&'static str, &'static str),
    brackets: (&'static str, &'static str),
    read_at: &'static str,
    copy_at: &'static str,
    undated: &'static str,
}

const ENGLISH: Words = Words {
    signed: "signed ",
    public: "made public ",
    edited: "ed. ",
    translated: "trans. ",
    page: "p. ",
    comma: ", ",
    quotes: ("“", "”"),
    brackets: (" [", "]"),
    read_at: "read at ",
    copy_at: "read in a copy at ",
    undated: "n.d.",
};

const CHINESE: Words = Words {
    signed: "成文日期：",
    public: "发布日期：",
    edited: "编辑：",
    translated: "译者：",
    page: "第",
    comma: "，",
    quotes: ("《", "》"),
    brackets: ("［", "］"),
    read_at: "见于 ",
    copy_at: "见于转载 ",
    undated: "无日期",
};

fn cite(base: &Base, source: &Source, at: Option<&str>, lang: Lang) -> String {
    let words = match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    };
    let mut parts: Vec<String> = Vec::new();
    let publisher = publisher(base, source, lang);
    let authors = source.authors.join(", ");
    // Who wrote it comes first; a body that issued it stands in for an author.
    match (authors.is_empty(), publisher.is_empty()) {
        (false, _) => parts.push(authors.clone()),
        (true, false) => parts.push(publisher.clone()),
        (true, true) => {}
    }
    parts.push(title(source, words, lang));
    for (people, role) in [(&source.editors, words.edited), (&source.translators, words.translated)] {
        if !people.is_empty() {
            parts.push(format!("{role}{}", people.join(", ")));
        }
    }
    parts.extend(source.container.as_ref().map(String::from));
    if !authors.is_empty() && !publisher.is_empty() {
        parts.push(publisher);
    }
    parts.extend(volume(source));
    parts.extend(source.number.as_ref().map(String::from));
    parts.extend(days(source, words, lang));
    parts.extend(source.page.as_ref().map(|page| match lang {
        Lang::En => format!("{}{page}", words.page),
        Lang::Zh => format!("{}{page}页", words.page),
    }));
    parts.extend(source.isbn.as_ref().map(|isbn| format!("ISBN {isbn}")));
    parts.extend(at.map(str::to_owned));
    parts.extend(source.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")));
    parts.extend(source.url.as_ref().map(String::from));
    if let Some(seen) = &source.seen {
        let role = if seen.copy { words.copy_at } else { words.read_at };
        parts.push(format!("{role}{}", seen.url));
    }
    parts.join(words.comma)
}

/// The publisher's name: the issuing body's, or as the base writes it.
#[must_use]
pub fn publisher(base: &Base, source: &Source, lang: Lang) -> String {
    let body = source.issuer.as_ref().and_then(|id| base.body(id));
    body.map(|body| body.names.show(lang)).or(source.publisher.as_deref()).unwrap_or_default().to_owned()
}

fn title(source: &Source, words: &Words, lang: Lang) -> String {
    let (open, close) = words.quotes;
    let (left, right) = words.brackets;
    // Quotes within English quotes are single.
    let quoted = match lang {
        Lang::En => source.title.replace('“', "‘").replace('”', "’"),
        Lang::Zh => source.title.to_string(),
    };
    let own = match source.described {
        true => format!("{}{}{right}", left.trim_start(), source.title),
        false => format!("{open}{quoted}{close}"),
    };
    match source.title_in.get(lang) {
        Some(translated) => format!("{own}{left}{translated}{right}"),
        None => own,
    }
}

fn volume(source: &Source) -> Option<String> {
    match (&source.volume, &source.issue) {
        (Some(volume), Some(issue)) => Some(format!("{volume}({issue})")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
        (None, None) => None,
    }
}

fn days(source: &Source, words: &Words, lang: Lang) -> Vec<String> {
    let say = |day: NaiveDate| Period::day(day).phrase(lang);
    let mut days: Vec<String> = Vec::new();
    if source.kind != SourceKind::Legislation && source.number.is_none() {
        let day = source.public.map(Period::day).or(source.date);
        return vec![day.map_or_else(|| words.undated.to_owned(), |day| day.phrase(lang))];
    }
    days.extend(source.signed.map(|day| format!("{}{}", words.signed, say(day))));
    days.extend(source.public.map(|day| format!("{}{}", words.public, say(day))));
    if days.is_empty() {
        days.push(source.date.map_or_else(|| words.undated.to_owned(), |date| date.phrase(lang)));
    }
    days
}
