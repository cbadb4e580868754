//! `ipfacts explain`.

use ipfacts::check::rules;
use ipfacts::explain;
use ipfacts::nearest::nearest;
use ipfacts::view::explain as view;

use crate::args::Explain;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

pub(crate) fn run(args: &Explain) -> Outcome<Shown> {
    let Some(name) = &args.page else { return Ok(view::list().into()) };
    if let Some(rule) = rules::rule(name) {
        return Ok(ipfacts::view::check::rule(rule).into());
    }
    let page = explain::page(name).ok_or_else(|| {
        let failure = Failure::new(format!("there is no page `{name}`"));
        match nearest(
            name,
            explain::PAGES.iter().map(|page| page.name).chain(rules::RULES.iter().map(|rule| rule.code)),
        ) {
            Some(near) => failure.hint(format!("ipfacts explain {near}")),
            None => failure.hint("ipfacts explain"),
        }
    })?;
    Ok(view::page(page).into())
}
