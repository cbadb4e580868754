//! `ipfacts convert`.

use std::borrow::Cow;
use std::sync::Arc;

use ipfacts::derive::convert::{self, Unconverted};
use ipfacts::derive::exchange::{Choice, Exchange};
use ipfacts::document::Document;
use ipfacts::facts::model::{Entry, Fact};
use ipfacts::quantity::{self, Currency, Nouns};
use ipfacts::rates::{self, Kind, Pair, Rate};
use ipfacts::view::convert::{self as view, Answer, Look};

use super::{find, typed};
use crate::args::Convert;
use crate::context::{self, Context};
use crate::error::{Failure, Outcome};
use crate::output::{self, Shown};

/// The word that stands for standard input.
const STDIN: &str = "-";

/// How many lines of standard input are answered together.
const BATCH: usize = 4096;

pub(crate) fn run(args: &Convert, context: &Context) -> Outcome<Shown> {
    let base = &context.base;
    let look = Look { base, lang: context.lang, scale: args.scale };
    let exchange = exchange(args, context)?;
    let targets = targets(args)?;
    if args.what.iter().any(|word| word == STDIN) {
        if args.what.len() > 1 {
            return Err(Failure::new("`-` stands alone: amounts come from standard input or from the call")
                .hint("ipfacts convert - --on 2016 < amounts.txt"));
        }
        return from_stdin(args, context, look, &exchange, &targets);
    }
    if args.what.is_empty() {
        let facts: Vec<&Fact> =
            if args.all { base.facts.iter().collect() } else { base.facts_of_article().collect() };
        let answers: Vec<Answer<'_>> =
            facts.into_iter().flat_map(|fact| listed(fact, &exchange, &targets, args)).collect();
        let words =
            if answers.is_empty() { vec!["the base has no money to convert".to_owned()] } else { Vec::new() };
        return Ok(Shown::new(view::list(look, &answers), words));
    }
    let mut answers = Vec::new();
    for word in &args.what {
        for to in &targets {
            answers.push(asked(word, &exchange, *to, args)?);
        }
    }
    Ok(view::cards(look, &answers).into())
}

/// The currencies wanted.
fn targets(args: &Convert) -> Outcome<Vec<Currency>> {
    args.to
        .iter()
        .map(|word| {
            Currency::parse(word).ok_or_else(|| {
                let failure = Failure::new(format!("`{word}` is no known currency"));
                match Currency::nearest(word) {
                    Some(near) => failure.note(format!("did you mean `{near}`?")),
                    None => failure.hint("name it by its code: --to USD,EUR"),
                }
            })
        })
        .collect()
}

/// The rates that may be used.
fn exchange<'c>(args: &Convert, context: &'c Context) -> Outcome<Exchange<'c>> {
    let mut table = Cow::Borrowed(rates::ecb::table());
    let mut choice = match args.rates.as_deref() {
        None => Choice::Best,
        Some("official") => Choice::Official,
        Some("ecb") => Choice::Table,
        Some(path) => {
            let document = Arc::new(Document::new(path, context::read(path.as_ref())?));
            table = Cow::Owned(rates::table::read(&document).map_err(Failure::Faults)?);
            Choice::Table
        }
    };
    if args.rate.is_some() && args.to.len() > 1 {
        return Err(Failure::new("one rate by hand serves one currency").hint("--to USD --rate 6.65"));
    }
    if let Some(text) = &args.rate {
        // The pair is that of each conversion; the one here only carries the number.
        let pair = Pair::new(Currency::USD, Currency::CNY);
        let rate = Rate::written(pair, text, Kind::ByHand, "").ok_or_else(|| {
            Failure::new(format!("`{text}` is no rate"))
                .note("a rate is a number above zero, the price of one currency in the other")
                .hint("--rate 6.65")
        })?;
        choice = Choice::ByHand(Box::new(rate));
    }
    Ok(Exchange::new(&context.base, table, choice))
}

/// The answers of a fact in a list: none if it has no money, or is in the wanted currency already.
fn listed<'c>(
    fact: &'c Fact,
    exchange: &Exchange<'c>,
    targets: &[Currency],
    args: &Convert,
) -> Vec<Answer<'c>> {
    let Some(value) = &fact.value else { return Vec::new() };
    let Some(own) = value.unit().currency() else { return Vec::new() };
    let rescaled = args.scale.is_some();
    targets
        .iter()
        .filter(|to| rescaled || own != **to)
        .map(|to| Answer {
            fact: Some(fact),
            written: value.text().to_owned(),
            result: convert::fact(exchange, fact, *to, args.on),
        })
        .collect()
}

/// The answer to a word on the command line: a fact's money, or an amount.
fn asked<'c>(word: &str, exchange: &Exchange<'c>, to: Currency, args: &Convert) -> Outcome<Answer<'c>> {
    let base = exchange.base;
    let answer = match base.entry(word) {
        Some(Entry::Fact(at)) => {
            let fact = &base.facts[at];
            let written = fact.value.as_ref().map_or("", |value| value.text()).to_owned();
            Answer { fact: Some(fact), written, result: convert::fact(exchange, fact, to, args.on) }
        }
        // What looks like an ID was meant as one.
        _ if word.contains('-')
            && word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.is_ascii()
            && !word.contains([' ', '.', '$']) =>
        {
            find(base, word, "convert")?;
            return Err(no_money(word, "it is no fact"));
        }
        _ => amount(word, exchange, to, args)?,
    };
    match &answer.result {
        Ok(_) => Ok(answer),
        Err(Unconverted::Unread(why)) => Err(Failure::new(why.clone())),
        Err(Unconverted::NoMoney) if answer.fact.is_some() => {
            Err(no_money(word, &format!("it has `{}`", answer.written)))
        }
        Err(Unconverted::NoMoney) => {
            // A bare number can be one of yuan; what has a unit cannot.
            let money = format!("{word} yuan");
            let money = quantity::parse(&money, &Nouns::none()).map(|_| money);
            let money = money.unwrap_or_else(|_| "5 billion yuan".to_owned());
            Err(Failure::new(format!("`{word}` is no money"))
                .note("an amount has a currency")
                .hint(format!("ipfacts convert {} --on 2016", typed(&money))))
        }
        Err(Unconverted::NoTime) => Err(Failure::new(format!("of which day or year is `{word}`?"))
            .note("a rate belongs to a time, and an amount alone has none")
            .hint(format!("ipfacts convert {} --on 2016", typed(word)))),
        Err(Unconverted::NoRate(missing)) => {
            let failure = Failure::new(missing.to_string());
            Err(missing.notes().into_iter().fold(failure, Failure::note).hint(missing.hint()))
        }
    }
}

fn no_money(word: &str, why: &str) -> Failure {
    Failure::new(format!("`{word}` is no money")).note(why).hint("ipfacts convert --all")
}

/// The answer to an amount; an amount that cannot be read is a failure.
fn amount<'c>(word: &str, exchange: &Exchange<'c>, to: Currency, args: &Convert) -> Outcome<Answer<'c>> {
    let amount = quantity::parse(word, &Nouns::none()).map_err(|error| {
        let at = match word.get(error.span()) {
            Some(part) if !part.is_empty() => format!("at `{part}`"),
            _ => "at its end".to_owned(),
        };
        Failure::new(format!("`{word}` cannot be read: {error}")).note(at).maybe_hint(error.hint())
    })?;
    let result = convert::amount(exchange, &amount, to, args.on)
        .map(|converted| convert::with_others(exchange, converted));
    Ok(Answer { fact: None, written: word.to_owned(), result })
}

/// Answers amounts or IDs from standard input, one a line, in batches where the format lets rows follow rows.
/// A line that cannot be answered says why in its row, and the command ends with 2.
fn from_stdin(
    args: &Convert,
    context: &Context,
    look: Look<'_>,
    exchange: &Exchange<'_>,
    targets: &[Currency],
) -> Outcome<Shown> {
    let mut failed: usize = 0;
    let mut lines = context::stdin_lines();
    let mut writer = output::Rows::new(context)?;
    let batch = if writer.can_follow() { BATCH } else { usize::MAX };
    let mut unread = None;
    loop {
        let mut answers = Vec::new();
        let mut taken = 0;
        for line in lines.by_ref().take(batch) {
            taken += 1;
            let line = match line {
                Ok(line) => line,
                Err(failure) => {
                    unread = Some(failure);
                    break;
                }
            };
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            for to in targets {
                let answer = answered(line, exchange, *to, args);
                failed += usize::from(answer.result.is_err());
                answers.push(answer);
            }
        }
        if !answers.is_empty() {
            writer.write(&view::list(look, &answers))?;
        }
        if taken == 0 || unread.is_some() {
            break;
        }
    }
    writer.end(&view::list(look, &[]))?;
    if let Some(failure) = unread {
        return Err(failure);
    }
    if failed > 0 {
        let lines = if failed == 1 { "1 line".to_owned() } else { format!("{failed} lines") };
        return Err(Failure::new(format!("{lines} could not be converted")).note("the rows say why"));
    }
    Ok(Shown::written())
}

/// The answer to a line of standard input, whatever it is.
fn answered<'c>(line: &str, exchange: &Exchange<'c>, to: Currency, args: &Convert) -> Answer<'c> {
    let written = line.to_owned();
    if let Some(fact) = exchange.base.fact(line) {
        return Answer { fact: Some(fact), written, result: convert::fact(exchange, fact, to, args.on) };
    }
    let result = match quantity::parse(line, &Nouns::none()) {
        Ok(amount) => convert::amount(exchange, &amount, to, args.on),
        Err(error) => Err(Unconverted::Unread(error.to_string())),
    };
    Answer { fact: None, written, result }
}
