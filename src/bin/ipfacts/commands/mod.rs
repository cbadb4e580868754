//! The commands: each asks the library and hands back a page.

mod check;
mod cite;
mod convert;
mod derive;
mod explain;
mod scan;
mod show;
mod sources;
mod timeline;

use ipfacts::facts::Base;
use ipfacts::facts::model::Entry;
use ipfacts::query::{self, Found, Unknown};

use crate::args::{Command, Writing};
use crate::context::Context;
use crate::error::{Failure, Outcome};
use crate::output::Shown;

/// Does what was asked.
pub(crate) fn run(command: &Command, context: &Context) -> Outcome<Shown> {
    if let (Some(Writing::Faults(_)), false) = (context.writing, matches!(command, Command::Check(_))) {
        return Err(Failure::new("only `check` writes its answer in this format")
            .hint("choose another with --format table|markdown|csv|tsv|json|jsonl|html"));
    }
    match command {
        Command::Show(args) => show::run(args, context),
        Command::Check(args) => check::run(args, context),
        Command::Timeline(args) => timeline::run(args, context),
        Command::Convert(args) => convert::run(args, context),
        Command::Derive(args) => derive::run(args, context),
        Command::Sources(args) => sources::run(args, context),
        Command::Cite(args) => cite::run(args, context),
        Command::Scan(args) => scan::run(args, context),
        Command::Explain(args) => explain::run(args),
    }
}

/// The entry that a word on the command line stands for: an ID, or the name of a topic.
fn find(base: &Base, word: &str, command: &str) -> Outcome<Entry> {
    match query::find(base, word) {
        Ok(Found::Entry(entry)) => Ok(entry),
        Ok(Found::Topic(topic)) => Ok(base.entry(&topic.id).expect("a topic is in its base")),
        Err(unknown) => {
            let hint = match &unknown.nearest {
                Some(near) => format!("ipfacts {command} {}", typed(near)),
                None => format!("ipfacts show --text {}", typed(word)),
            };
            let failure = Failure::new(format!("there is no {} `{}`", unknown.wanted, unknown.word));
            let failure = match &unknown.nearest {
                Some(near) => failure.note(format!("did you mean `{near}`?")),
                None => failure,
            };
            Err(failure.hint(hint))
        }
    }
}

/// A word of a filter that the base does not know, with what it does know.
fn unknown_word(base: &Base, unknown: Unknown) -> Failure {
    let known = match unknown.wanted {
        "tag" => {
            let tags: Vec<&str> = query::tags(base).into_iter().collect();
            format!("the tags are {}", tags.join(", "))
        }
        "source" => "`ipfacts sources` lists them".to_owned(),
        _ => "`ipfacts show --all` has them all".to_owned(),
    };
    Failure::unknown(unknown, &known)
}

/// A word as it can be typed on a command line.
pub(crate) fn typed(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./:".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
