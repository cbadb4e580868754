//! `ipfacts scan`.

use std::sync::Arc;

use ipfacts::page::{Page, Table};
use ipfacts::scan::{self, Draft, Input};
use ipfacts::view::scan::{self as view, Named};

use crate::args::{InputKind, Scan};
use crate::context::Context;
use crate::drafts::{self, Place};
use crate::error::{Failure, Outcome};
use crate::output::{self, Rows, Shown};
use crate::progress::Progress;

/// So many rows are written at once, where rows can follow rows.
const BATCH: usize = 1024;

pub(crate) fn run(args: &Scan, context: &Context) -> Outcome<Shown> {
    let (places, mut failures) = drafts::places(&args.what);
    let lines = args.input == Some(InputKind::Jsonl);
    let named = if lines { Named::Id } else { Named::File };
    let names = lines || places.len() > 1;
    let mut writer = Writer::new(context, view::table(named, names))?;
    // Rows that go to the terminal as they come show well enough how far the work is.
    let progress = (!context.answers_on_terminal()).then(|| Progress::new(places.len(), context));
    for place in &places {
        let failed = if lines {
            each_line(args, place, &mut writer, &mut failures)
        } else {
            whole(args, place, &mut writer)
        };
        match failed {
            Ok(()) => {}
            Err(Failure::ReaderLeft) => return Err(Failure::ReaderLeft),
            Err(failure) => failures.push(failure),
        }
        progress.iter().for_each(Progress::step);
    }
    drop(progress);
    writer.end()?;
    match failures.len() {
        0 => Ok(Shown::written()),
        1 => Err(failures.remove(0)),
        more => {
            for failure in &failures {
                if let Failure::Said(said) = failure {
                    output::say(&format!(
                        "error: {}",
                        said.to_string().replace("\n  ", ": ").replace('\n', "; ")
                    ));
                }
            }
            Err(Failure::new(format!("{more} drafts could not be read")))
        }
    }
}

/// Reads a draft that is a whole file.
fn whole(args: &Scan, place: &Place, writer: &mut Writer<'_>) -> Outcome<()> {
    let document = place.read()?;
    let input = args.input.map_or_else(|| Input::of_name(&document.name), InputKind::of_draft);
    let name = document.name.clone();
    let draft = Draft { document: Arc::new(document), input, day: args.date };
    read(&draft, &name, args, writer)
}

/// Reads drafts that are lines of a file.
fn each_line(
    args: &Scan,
    place: &Place,
    writer: &mut Writer<'_>,
    failures: &mut Vec<Failure>,
) -> Outcome<()> {
    for line in place.lines()? {
        match line {
            Ok(line) => {
                let day = line.date.or(args.date);
                let draft = Draft { document: Arc::new(line.document), input: Input::Plain, day };
                read(&draft, &line.id, args, writer)?;
            }
            Err(failure) => failures.push(failure),
        }
    }
    Ok(())
}

fn read(draft: &Draft, name: &str, args: &Scan, writer: &mut Writer<'_>) -> Outcome<()> {
    let prose = scan::prose(draft);
    let mut rows = view::Rows::new(&draft.document, &prose, name, &args.kind);
    if writer.for_machines {
        rows = rows.for_machines();
    }
    for sentence in scan::each_sentence(&prose) {
        let found = scan::findings(&prose, &sentence, prose.day);
        rows.add(&mut writer.table, &sentence, &found);
        writer.pass_on()?;
    }
    Ok(())
}

/// Hands rows on as they come, or all at the end.
struct Writer<'c> {
    rows: Rows<'c>,
    table: Table,
    follow: bool,
    for_machines: bool,
}

impl<'c> Writer<'c> {
    fn new(context: &'c Context, table: Table) -> Outcome<Self> {
        let rows = Rows::new(context)?;
        let follow = rows.can_follow();
        Ok(Self { rows, table, follow, for_machines: context.format.is_for_machines() })
    }

    fn pass_on(&mut self) -> Outcome<()> {
        if self.follow && self.table.rows.len() >= BATCH {
            let empty = Table::new(self.table.columns.clone());
            let full = std::mem::replace(&mut self.table, empty);
            self.rows.write(&Page { records: full, ..Page::default() })?;
        }
        Ok(())
    }

    fn end(mut self) -> Outcome<()> {
        let empty = Page::of(Table::new(self.table.columns.clone()));
        if !self.table.rows.is_empty() {
            self.rows.write(&Page::of(self.table))?;
        }
        self.rows.end(&empty)
    }
}
