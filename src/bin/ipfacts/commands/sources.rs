//! `ipfacts sources`.

use ipfacts::facts::model::Source;
use ipfacts::query::{self, Filter};
use ipfacts::view::sources as view;

use super::unknown_word;
use crate::args::Sources;
use crate::context::Context;
use crate::error::Outcome;
use crate::output::Shown;

pub(crate) fn run(args: &Sources, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let words: Vec<String> =
        args.text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    if args.what.is_empty() {
        let sources: Vec<&Source> =
            base.sources.iter().filter(|source| query::source_has_words(source, &words)).collect();
        let words = if sources.is_empty() { vec!["no source fits".to_owned()] } else { Vec::new() };
        return Ok(Shown::new(view::list(base, &sources, context.lang), words));
    }
    let mut known = Filter { sources: args.what.clone(), ..Filter::default() };
    known.resolve(base).map_err(|unknown| unknown_word(base, unknown))?;
    let sources: Vec<&Source> = args.what.iter().filter_map(|id| base.source(id)).collect();
    Ok(view::cards(context.look(None), &sources).into())
}
