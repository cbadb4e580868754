//! What `check` shows: a table of every figure with verdict, fact and source, and records for machines.

use super::say;
use crate::check::{Counts, Finding, Report, Verdict, rules};
use crate::diagnostic::Severity;
use crate::document::Places;
use crate::facts::model::Base;
use crate::lang::Lang;
use crate::page::{Cell, Column, Page, Table, Tone};
use crate::quantity::{Bound, Exact};

/// A report with the ID that a line of JSON gave its text, if it came so.
#[derive(Debug)]
pub struct Checked {
    /// The ID.
    pub id: Option<String>,
    /// The report.
    pub report: Report,
}

/// A row a figure, with heads and verdicts in a language.
#[must_use]
pub fn table(base: &Base, checked: &[Checked], lang: Lang) -> Page {
    let mut columns =
        [("PLACE", "位置"), ("FIGURE", "数字"), ("VERDICT", "判断"), ("FACT", "事实"), ("SOURCE", "来源")]
            .map(|(english, chinese)| Column::people(say(lang, english, chinese)))
            .to_vec();
    columns.extend(KEYS.map(Column::machine));
    let mut table = Table::new(columns);
    for one in checked {
        let mut places = Places::of(&one.report.document);
        for finding in &one.report.findings {
            table.push(row(base, one, finding, places.at(finding.span.start), lang));
        }
    }
    Page::of(table)
}

/// The keys of a record, as in `ipfacts explain keys`.
const KEYS: [&str; 21] = [
    "id",
    "file",
    "start",
    "end",
    "line",
    "column",
    "text",
    "kind",
    "value",
    "unit",
    "low",
    "high",
    "qualifier",
    "period",
    "lang",
    "verdict",
    "code",
    "severity",
    "fact",
    "message",
    "suggestion",
];

fn row(
    base: &Base,
    checked: &Checked,
    finding: &Finding,
    (line, column): (usize, usize),
    lang: Lang,
) -> Vec<Cell> {
    let document = &checked.report.document;
    let text = &document.text[finding.span.clone()];
    let fact = finding.fact.as_deref();
    let source = fact
        .and_then(|id| base.fact(id))
        .map(|fact| fact.source.clone())
        .or_else(|| fact.and_then(|id| base.source(id)).map(|source| source.id.clone()));
    let (word, tone) = match &finding.issue {
        Some(issue) if issue.severity == Severity::Error => (issue.rule.code, Tone::Bad),
        Some(issue) if issue.severity == Severity::Warning => (issue.rule.code, Tone::Open),
        Some(issue) => (issue.rule.code, Tone::Plain),
        None => (verdict(finding.verdict, lang), Tone::Plain),
    };
    let file = checked.id.is_none().then(|| document.name.clone());
    let place = match &checked.id {
        Some(id) => format!("{id}:{line}:{column}"),
        None => format!("{}:{line}:{column}", document.name),
    };
    let figure = finding.figure.as_ref();
    let quantity = figure.map(|figure| &figure.quantity);
    let interval = quantity.map(crate::quantity::Quantity::interval);
    let end = |bound: &Bound| bound.value().map(Exact::to_text);
    let period = figure.and_then(|figure| figure.when.as_ref()).and_then(|when| when.period);
    let issue = finding.issue.as_ref();
    vec![
        Cell::text(place),
        Cell::text(finding.text.as_str()),
        Cell::toned(word, tone),
        Cell::maybe(fact),
        Cell::maybe(source),
        Cell::maybe(checked.id.clone()),
        Cell::maybe(file),
        Cell::whole(finding.span.start),
        Cell::whole(finding.span.end),
        Cell::whole(line),
        Cell::whole(column),
        Cell::text(text),
        Cell::maybe(figure.map(|figure| figure.kind.name())),
        Cell::maybe(quantity.map(|quantity| quantity.value().to_text())),
        Cell::maybe(quantity.map(|quantity| quantity.unit().code())),
        Cell::maybe(interval.as_ref().and_then(|interval| end(interval.low()))),
        Cell::maybe(interval.as_ref().and_then(|interval| end(interval.high()))),
        Cell::maybe(quantity.map(|quantity| quantity.qualifier().code())),
        Cell::maybe(period.map(|period| period.to_string())),
        Cell::maybe(figure.map(|figure| figure.lang.code())),
        Cell::text(finding.verdict.name()),
        Cell::maybe(issue.map(|issue| issue.rule.code)),
        Cell::maybe(issue.map(|issue| severity(issue.severity))),
        Cell::maybe(fact),
        Cell::maybe(issue.map(|issue| issue.title.clone())),
        Cell::maybe(issue.and_then(|issue| issue.fix.as_ref()).map(|fix| fix.text.clone())),
    ]
}

/// What a verdict is called; a rule's code is the same in every language, for `explain` is asked for it.
fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let chinese = match verdict {
        Verdict::Agrees => "相符",
        Verdict::Differs => "不符",
        Verdict::Undecided => "无法判断",
        Verdict::Unknown => "事实库没有",
    };
    say(lang, verdict.name(), chinese)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `1 contradicted, 4 agree, 2 not in the base`; where every figure is listed, also how many are about nothing in it.
#[must_use]
pub fn summary(counts: Counts, verbose: bool, lang: Lang) -> String {
    let mut parts = vec![(counts.contradicted, "contradicted", "处不符")];
    if counts.loose > 0 {
        parts.push((counts.loose, "loose", "处宽泛"));
    }
    parts.push((counts.agree, "agree", "处相符"));
    if verbose || counts.undecided > 0 {
        parts.push((counts.undecided, "undecided", "处无法判断"));
    }
    parts.push((counts.unknown, "not in the base", "处事实库没有"));
    if counts.aside > 0 {
        parts.push((counts.aside, "of other things", "处与事实库无关"));
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(count, english, chinese)| match lang {
            Lang::En => format!("{count} {english}"),
            Lang::Zh => format!("{count}{chinese}"),
        })
        .collect();
    parts.join(match lang {
        Lang::En => ", ",
        Lang::Zh => "，",
    })
}

/// A rule's page.
#[must_use]
pub fn rule(rule: &rules::Rule) -> Page {
    let mut records = Table::new(["page", "about", "text"].map(Column::machine).to_vec());
    // Examples are a list, whoever draws the page: their lines must not flow together.
    let is_example =
        |line: &str| ["Wrong: ", "Right: ", "Loose: "].iter().any(|label| line.starts_with(label));
    let page: Vec<String> = rule
        .page
        .lines()
        .map(|line| if is_example(line) { format!("- {line}") } else { line.to_owned() })
        .collect();
    let page = page.join("\n");
    let text = format!("# {}\n\n{}: {}.\n\n{page}\n", rule.code, severity(rule.severity), rule.summary);
    records.push(vec![Cell::text(rule.code), Cell::text(rule.summary), Cell::text(text.clone())]);
    Page { parts: vec![crate::page::Part::Markdown(text)], records, single: true }
}
