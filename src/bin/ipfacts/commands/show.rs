//! `ipfacts show`.

use chrono::NaiveDate;
use ipfacts::facts::Base;
use ipfacts::facts::model::{Entry, Fact};
use ipfacts::query::{self, Filter};
use ipfacts::status;
use ipfacts::view::show;

use super::{find, unknown_word};
use crate::args::Show;
use crate::context::Context;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

/// A word when nothing fits.
fn no_fact(facts: &[&Fact]) -> Vec<String> {
    if facts.is_empty() { vec!["no fact fits".to_owned()] } else { Vec::new() }
}

/// A word for each fact asked for that was not known yet.
fn not_known_yet(base: &Base, entries: &[Entry], day: NaiveDate) -> Vec<String> {
    let facts = entries.iter().filter_map(|entry| match entry {
        Entry::Fact(at) => Some(&base.facts[*at]),
        _ => None,
    });
    facts
        .filter(|fact| !status::known(base, fact, day))
        .map(|fact| format!("`{}` was not known yet on {day}", fact.id))
        .collect()
}

pub(crate) fn run(args: &Show, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let look = context.look(args.as_of);
    let mut filter = Filter {
        kinds: args.kind.clone(),
        topics: args.topic.clone(),
        measures: args.measure.clone(),
        tags: args.tag.clone(),
        sources: args.source.clone(),
        period: args.period,
        words: args.text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect(),
        as_of: args.as_of,
    };
    filter.resolve(base).map_err(|unknown| unknown_word(base, unknown))?;
    if !args.what.is_empty() {
        let entries: Vec<_> =
            args.what.iter().map(|word| find(base, word, "show")).collect::<Outcome<_>>()?;
        let are_topics = entries.iter().all(|entry| matches!(entry, Entry::Topic(_)));
        if !filter.is_empty() && are_topics {
            // Topics by name are a filter like the others.
            filter.topics.extend(entries.iter().map(|entry| base.id(*entry).to_owned()));
            let facts = query::select(base, &filter, args.sort.into());
            return Ok(Shown::new(show::list(look, &facts), no_fact(&facts)));
        }
        if !filter.is_empty() {
            return Err(Failure::new("IDs and filters do not go together")
                .note("an ID names one entry, a filter searches all facts")
                .hint("leave out the one or the other"));
        }
        if let [Entry::Derived(at)] = entries[..] {
            // A derived figure alone is shown with its working, as `derive` does.
            return super::derive::show(&base.derived[at], context);
        }
        let words = match args.as_of {
            Some(day) => not_known_yet(base, &entries, day),
            None => Vec::new(),
        };
        return Ok(Shown::new(show::cards(look, &entries), words));
    }
    let sort = args.sort.into();
    if args.all || !filter.is_empty() {
        let facts = query::select(base, &filter, sort);
        return Ok(Shown::new(show::list(look, &facts), no_fact(&facts)));
    }
    let facts = query::select_of_article(base, &filter, sort);
    let all =
        if filter.as_of.is_none() { base.facts.len() } else { query::select(base, &filter, sort).len() };
    let mut words = Vec::new();
    if all > facts.len() {
        let more = all - facts.len();
        words.push(format!("{more} more facts stand beside the article's claims: ipfacts show --all"));
    }
    Ok(Shown::new(show::list(look, &facts), words))
}
