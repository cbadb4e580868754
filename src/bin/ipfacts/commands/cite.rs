//! `ipfacts cite`.

use ipfacts::facts::model::Entry;
use ipfacts::view::cite::{self, Cited};

use super::find;
use crate::args::Cite;
use crate::context::Context;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

pub(crate) fn run(args: &Cite, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let cited: Vec<Cited<'_>> = if args.what.is_empty() {
        base.sources.iter().map(Cited::Source).collect()
    } else {
        args.what
            .iter()
            .map(|word| match find(base, word, "cite")? {
                Entry::Fact(at) => Ok(Cited::Fact(&base.facts[at])),
                Entry::Source(at) => Ok(Cited::Source(&base.sources[at])),
                Entry::Rate(at) => {
                    let source = base.source(&base.rates[at].source);
                    Ok(Cited::Source(source.expect("a rate's source is in its base")))
                }
                _ => Err(Failure::new(format!("`{word}` is neither a fact nor a source"))
                    .note("only what a document says can be cited")
                    .hint("ipfacts sources")),
            })
            .collect::<Outcome<_>>()?
    };
    Ok(cite::page(base, &cited, context.lang).into())
}
