//! `ipfacts check`.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use ipfacts::check::{Checker, Counts, Level, Report, Verdict, Weights, chinese, rules};
use ipfacts::cite;
use ipfacts::diagnostic::{Diagnostic, Severity};
use ipfacts::document::Document;
use ipfacts::facts;
use ipfacts::lang::Lang;
use ipfacts::render::{self, FaultFormat};
use ipfacts::scan::{Draft, Input};
use ipfacts::view::check::{self as view, Checked};

use crate::args::{Check, InputKind, Writing};
use crate::context::{self, Context};
use crate::drafts::{self, Line, Place};
use crate::error::{Failure, Outcome, Said};
use crate::output::{self, Shown};
use crate::progress::Progress;

/// A draft to check.
enum Task {
    /// A file or standard input.
    Whole(Place),
    /// A line of JSON.
    Line(Line),
}

pub(crate) fn run(args: &Check, context: &Context) -> Outcome<Shown> {
    let weights = weights(args, context)?;
    let (tasks, mut failures) = tasks(args);
    let records = matches!(context.writing, Some(Writing::Page(_)))
        || context.writing.is_none() && context.output.is_some();
    let checker = Checker::new(&context.base);
    let checker = if records { checker.every_figure() } else { checker };
    let mut checked = Vec::new();
    let progress = Progress::new(tasks.len(), context);
    let results = check_all(&tasks, args, &checker, &progress);
    drop(progress);
    for result in results {
        match result {
            Ok(mut one) => {
                weights.weigh(&mut one.report);
                checked.push(one);
            }
            Err(failure) => failures.push(failure),
        }
    }
    for failure in &failures {
        if let Failure::Said(said) = failure {
            output::say(&format!("error: {}", one_line(said)));
        }
    }
    for one in &checked {
        for (span, unknown) in &one.report.strange {
            let (line, column) = one.report.document.place(span.start);
            let name = &one.report.document.name;
            let (what, right) = (&unknown.what, &unknown.right);
            context.say(&format!("warning: {name}:{line}:{column}: {what}: {right}"));
        }
    }
    if args.annotate {
        annotate(context, &checked)?;
    } else if args.fix || args.diff {
        fix(args, context, &mut checked)?;
    } else {
        write(args, context, &checked)?;
    }
    let mut counts = Counts::default();
    checked.iter().for_each(|one| counts.add(one.report.counts()));
    if !args.annotate {
        context.say(&view::summary(counts, args.verbose, context.lang));
    }
    let mut shown = Shown::written();
    shown.is_contradicted = counts.contradicted > 0;
    shown.is_partial = !failures.is_empty();
    Ok(shown)
}

fn one_line(said: &Said) -> String {
    let mut line = said.what.clone();
    for note in &said.notes {
        line.push_str(": ");
        line.push_str(note);
    }
    if let Some(hint) = &said.hint {
        line.push_str("; hint: ");
        line.push_str(hint);
    }
    line
}

/// The drafts to check, in a stable order. Lines of JSON are read at once, whole files when their turn comes.
fn tasks(args: &Check) -> (Vec<Task>, Vec<Failure>) {
    let (places, mut failures) = drafts::places(&args.what);
    if args.input != Some(InputKind::Jsonl) {
        return (places.into_iter().map(Task::Whole).collect(), failures);
    }
    let mut tasks = Vec::new();
    for place in places {
        match place.lines() {
            Ok(lines) => {
                for line in lines {
                    match line {
                        Ok(line) => tasks.push(Task::Line(line)),
                        Err(failure) => failures.push(failure),
                    }
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    (tasks, failures)
}

/// Checks every task on all cores; the results stand in the order of the tasks.
fn check_all(
    tasks: &[Task],
    args: &Check,
    checker: &Checker<'_>,
    progress: &Progress,
) -> Vec<Outcome<Checked>> {
    let slots: Vec<Mutex<Option<Outcome<Checked>>>> = tasks.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(task), Some(slot)) = (tasks.get(at), slots.get(at)) else { break };
            *slot.lock().expect("no other holder panics") = Some(check_one(task, args, checker));
            progress.step();
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(tasks.len());
    if cores <= 1 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(work);
            }
        });
    }
    slots.into_iter().filter_map(|slot| slot.into_inner().expect("no holder panicked")).collect()
}

fn check_one(task: &Task, args: &Check, checker: &Checker<'_>) -> Outcome<Checked> {
    match task {
        Task::Line(line) => {
            let document = Arc::new(line.document.clone());
            let draft = Draft { document, input: Input::Plain, day: line.date.or(args.date) };
            Ok(Checked { id: Some(line.id.clone()), report: checker.check(&draft) })
        }
        Task::Whole(place) => {
            let document = place.read()?;
            let input = args.input.map_or_else(|| Input::of_name(&document.name), InputKind::of_draft);
            let draft = Draft { document: Arc::new(document), input, day: args.date };
            Ok(Checked { id: None, report: checker.check(&draft) })
        }
    }
}

/// Writes what was found.
fn write(args: &Check, context: &Context, checked: &[Checked]) -> Outcome<()> {
    let format = match context.writing {
        Some(Writing::Faults(format)) => format,
        None if context.output.is_none() => FaultFormat::Human,
        _ => {
            let mut data = Vec::new();
            let page = view::table(&context.base, checked, context.lang);
            render::page(&page, context.format, &context.style, &mut data).expect("memory takes every write");
            return output::raw(&data, context);
        }
    };
    let mut faults: Vec<Diagnostic> =
        checked.iter().flat_map(|one| one.report.diagnostics(&context.base)).collect();
    if format == FaultFormat::Human {
        if args.verbose {
            faults.extend(checked.iter().flat_map(|one| undecided(&one.report)));
        }
        offer_fix(&mut faults, checked);
    }
    let faults = told(faults, context);
    let rules: Vec<(&str, &str)> = rules::RULES.iter().map(|rule| (rule.code, rule.summary)).collect();
    let mut data = Vec::new();
    render::faults(&faults, &rules, format, &context.style, &mut data).expect("memory takes every write");
    output::raw(&data, context)
}

/// Faults in the language asked for.
fn told(faults: Vec<Diagnostic>, context: &Context) -> Vec<Diagnostic> {
    match context.lang {
        Lang::En => faults,
        Lang::Zh => faults.into_iter().map(chinese::told).collect(),
    }
}

/// The last fault that can be fixed says how.
fn offer_fix(faults: &mut [Diagnostic], checked: &[Checked]) {
    for one in checked.iter().filter(|one| one.id.is_none() && one.report.document.name != "<stdin>") {
        let name = &one.report.document.name;
        let certain = one.report.findings.iter().any(|finding| {
            finding.issue.as_ref().and_then(|issue| issue.fix.as_ref()).is_some_and(|fix| fix.certain)
        });
        if !certain {
            continue;
        }
        let last = faults.iter_mut().rev().find(|fault| {
            fault.replacement.is_some()
                && fault.labels.first().is_some_and(|label| label.document.name == *name)
        });
        if let Some(fault) = last {
            let typed = super::typed(name);
            fault.help = Some(format!("`ipfacts check --fix {typed}` writes what is certain"));
        }
    }
}

/// Figures of which nothing is said, as notes.
fn undecided(report: &Report) -> Vec<Diagnostic> {
    report
        .findings
        .iter()
        .filter(|finding| finding.issue.is_none() && finding.verdict == Verdict::Undecided)
        .map(|finding| {
            let text = &report.document.text[finding.span.clone()];
            let mut fault = Diagnostic::error("undecided", format!("`{text}` is not decided"));
            fault.severity = Severity::Note;
            fault.at(
                &report.document,
                finding.span.clone(),
                "its subject, place or time is not clear, or the base has it at another time only",
            )
        })
        .collect()
}

/// Writes what is certain into the files, or shows it.
fn fix(args: &Check, context: &Context, checked: &mut [Checked]) -> Outcome<()> {
    let mut shown = String::new();
    for one in checked.iter_mut().filter(|one| one.id.is_none()) {
        let (fixed, count) = fixed(&one.report);
        if count == 0 {
            continue;
        }
        let name = one.report.document.name.clone();
        if args.diff {
            let diff = similar::TextDiff::from_lines(&*one.report.document.text, fixed.as_str());
            shown.push_str(&diff.unified_diff().header(&name, &name).to_string());
            continue;
        }
        if name == "<stdin>" {
            shown.push_str(&fixed);
        } else {
            output::rewrite(fixed.as_bytes(), Path::new(&name))?;
            context.say(&format!("{count} corrected in {name}"));
        }
        one.report.findings.retain(|finding| {
            !finding.issue.as_ref().and_then(|issue| issue.fix.as_ref()).is_some_and(|fix| fix.certain)
        });
    }
    if !args.diff {
        let faults: Vec<Diagnostic> =
            checked.iter().flat_map(|one| one.report.diagnostics(&context.base)).collect();
        let faults = told(faults, context);
        let mut left = Vec::new();
        render::faults(&faults, &[], FaultFormat::Human, &context.style, &mut left)
            .expect("memory takes every write");
        if shown.is_empty() {
            shown = String::from_utf8(left).expect("pictures are text");
        }
    }
    output::raw(shown.as_bytes(), context)
}

/// The text with every certain fix, and how many they are.
fn fixed(report: &Report) -> (String, usize) {
    let fixes = report
        .findings
        .iter()
        .filter_map(|finding| finding.issue.as_ref()?.fix.as_ref())
        .filter(|fix| fix.certain);
    let mut text = String::new();
    let (mut at, mut count) = (0, 0);
    for fix in fixes {
        let (span, new) = &fix.edit;
        if span.start < at {
            continue;
        }
        text.push_str(&report.document.text[at..span.start]);
        text.push_str(new);
        at = span.end;
        count += 1;
    }
    text.push_str(&report.document.text[at..]);
    (text, count)
}

/// Writes a copy of a Markdown draft with a footnote for each figure that agrees.
fn annotate(context: &Context, checked: &[Checked]) -> Outcome<()> {
    let [one] = checked else {
        return Err(
            Failure::new("`--annotate` takes one draft").hint("ipfacts check --annotate draft.md > cited.md")
        );
    };
    let text = &one.report.document.text;
    let mut copy = String::new();
    let mut at = 0;
    let mut cited: Vec<&str> = Vec::new();
    for finding in &one.report.findings {
        let (Verdict::Agrees, Some(id), true) = (finding.verdict, &finding.fact, finding.figure.is_some())
        else {
            continue;
        };
        if context.base.fact(id).is_none() || finding.span.end < at {
            continue;
        }
        copy.push_str(&text[at..finding.span.end]);
        at = finding.span.end;
        copy.push_str(&format!("[^{id}]"));
        if !cited.contains(&id.as_str()) {
            cited.push(id);
        }
    }
    copy.push_str(&text[at..]);
    if !cited.is_empty() {
        copy.push_str(if copy.ends_with('\n') { "\n" } else { "\n\n" });
    }
    for id in cited {
        let fact = context.base.fact(id).expect("only facts are cited");
        copy.push_str(&format!("[^{id}]: {}\n", cite::fact(&context.base, fact, context.lang)));
    }
    output::raw(copy.as_bytes(), context)
}

/// How much each rule weighs: by the command line, else by the configuration, else by the base.
fn weights(args: &Check, context: &Context) -> Outcome<Weights> {
    let mut weights = Weights::default();
    for (codes, level) in [(&args.allow, Level::Allow), (&args.deny, Level::Deny), (&args.warn, Level::Warn)]
    {
        for code in codes {
            let said = weights.say(code, level);
            said.map_err(|unknown| Failure::new(unknown.what).note(unknown.right))?;
        }
    }
    if let Some((path, text)) = context::configuration()? {
        let document = Arc::new(Document::new(path.display().to_string(), text));
        let said = facts::weights::read(&document).map_err(Failure::Faults)?;
        weights.say_all(&document, &said).map_err(Failure::Faults)?;
    }
    weights.say_all(&context.base.document, &context.base.weights).map_err(Failure::Faults)?;
    Ok(weights)
}
