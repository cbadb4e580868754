//! `ipfacts timeline`.

use ipfacts::query::Filter;
use ipfacts::timeline::{self, Window};
use ipfacts::view::timeline as view;

use super::unknown_word;
use crate::args::Timeline;
use crate::context::Context;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

pub(crate) fn run(args: &Timeline, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let mut tags = Filter { tags: args.tag.clone(), ..Filter::default() };
    tags.resolve(base).map_err(|unknown| unknown_word(base, unknown))?;
    let window = Window {
        from: args.from.and_then(|period| period.first().or(period.last())),
        to: args.to.and_then(|period| period.last().or(period.first())),
        kinds: args.kind.clone(),
        tags: args.tag.clone(),
        as_of: args.as_of,
    };
    if let (Some(from), Some(to)) = (window.from, window.to)
        && from > to
    {
        return Err(Failure::new(format!("the timeline ends on {to}, before it begins on {from}"))
            .hint("ipfacts timeline --from 2015 --to 2016"));
    }
    let entries = timeline::entries(base, &window, context.today);
    let look = context.look(args.as_of);
    let words = if entries.is_empty() { vec!["no entry fits".to_owned()] } else { Vec::new() };
    Ok(Shown::new(view::page(look, &entries), words))
}
