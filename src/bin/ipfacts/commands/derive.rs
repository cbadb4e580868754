//! `ipfacts derive`.

use ipfacts::derive::exchange::Exchange;
use ipfacts::derive::worked;
use ipfacts::facts::model::{Derived, Entry};
use ipfacts::view::derive::{self as view, Answer, Look};

use crate::args::Derive;
use crate::context::Context;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

pub(crate) fn run(args: &Derive, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let exchange = Exchange::of(base);
    let look = Look { exchange: &exchange, lang: context.lang };
    if args.what.is_empty() {
        // A derived figure of a base that was read can be worked out: reading the base saw to that.
        let answers: Vec<Answer<'_>> = base
            .derived
            .iter()
            .filter_map(|derived| {
                let worked = worked::work_derived(&exchange, derived, context.lang).ok()?;
                Some(Answer { derived: Some(derived), worked })
            })
            .collect();
        let words = if answers.is_empty() {
            vec!["the base derives no figure; add [[derived]], or type a formula".to_owned()]
        } else {
            Vec::new()
        };
        return Ok(Shown::new(view::list(look, &answers), words));
    }
    let mut answers = Vec::new();
    for word in &args.what {
        let derived = match base.entry(word) {
            Some(Entry::Derived(at)) => Some(&base.derived[at]),
            _ => None,
        };
        let formula = derived.map_or(word.as_str(), |derived| derived.formula.as_str());
        let worked = match derived {
            Some(derived) => worked::work_derived(&exchange, derived, context.lang),
            None => worked::work(&exchange, word, context.lang),
        };
        let worked = worked.map_err(|error| {
            Failure::new(error.what.clone())
                .note(formula.to_owned())
                .note(marks(formula, &error.span))
                .maybe_hint(error.hint)
        })?;
        answers.push(Answer { derived, worked });
    }
    Ok(view::cards(look, &answers).into())
}

/// A derived figure of the base with what it rests on.
pub(crate) fn show(derived: &Derived, context: &Context) -> Outcome<Shown> {
    let exchange = Exchange::of(&context.base);
    let worked = worked::work_derived(&exchange, derived, context.lang)
        .map_err(|error| Failure::new(error.what).maybe_hint(error.hint))?;
    let look = Look { exchange: &exchange, lang: context.lang };
    Ok(view::cards(look, &[Answer { derived: Some(derived), worked }]).into())
}

/// A line of marks under the part of a formula that is meant.
fn marks(formula: &str, span: &std::ops::Range<usize>) -> String {
    let width = |text: Option<&str>| text.map_or(0, ipfacts::render::wrap::width);
    let before = width(formula.get(..span.start));
    let under = width(formula.get(span.clone())).max(1);
    format!("{}{}", " ".repeat(before), "^".repeat(under))
}
