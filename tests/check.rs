//! Drafts in `tests/check/*.md`, a paragraph each, judged as their comments say.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

use std::path::Path;
use std::sync::Arc;

use ipfacts::check::{Checker, Report, Verdict};
use ipfacts::document::Document;
use ipfacts::facts::Base;
use ipfacts::scan::Draft;

/// A paragraph and what its comment expects.
struct Judgement {
    file: String,
    text: String,
    expected: String,
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn judgements(prefix: &str) -> Vec<Judgement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with(prefix) || !name.ends_with(".md") {
            continue;
        }
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let Some((text, comment)) = line.split_once("<!-- ") else { continue };
            let expected = comment.trim_end().trim_end_matches("-->").trim().to_owned();
            // Where a case needs more than one paragraph, `¶` parts them.
            let text = text.trim().replace(" ¶ ", "\n\n");
            found.push(Judgement { file: name.clone(), text, expected });
        }
    }
    found
}

/// A case is of no day, or of the one that it begins with: `(2019-08-04) …`.
fn check(checker: &Checker<'_>, text: &str) -> Report {
    let dated = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    let dated = dated.and_then(|(day, text)| Some((day.parse().ok()?, text)));
    let mut draft = Draft::new(Arc::new(Document::new("draft.md", dated.map_or(text, |(_, text)| text))));
    draft.day = dated.map(|(day, _)| day);
    checker.check(&draft)
}

/// What was found, in the form of the comments.
fn told(report: &Report) -> String {
    let issues: Vec<String> = report
        .findings
        .iter()
        .filter_map(|finding| {
            let issue = finding.issue.as_ref()?;
            Some(format!("{}: {}", issue.rule.code, &report.document.text[finding.span.clone()]))
        })
        .collect();
    issues.join(" · ")
}

fn agreeing(report: &Report) -> usize {
    report
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Agrees && finding.figure.is_some())
        .count()
}

fn run(base: &Base, prefix: &str) {
    let checker = Checker::new(base);
    let mut faults = Vec::new();
    let cases = judgements(prefix);
    assert!(!cases.is_empty());
    for case in &cases {
        let report = check(&checker, &case.text);
        let told = told(&report);
        let good = match case.expected.as_str() {
            "nothing" => told.is_empty(),
            expected => match expected.strip_prefix("agrees ") {
                Some(count) => told.is_empty() && agreeing(&report) == count.parse::<usize>().unwrap(),
                None => told == expected,
            },
        };
        if !good {
            let verdicts: Vec<String> = report
                .findings
                .iter()
                .map(|finding| {
                    format!("{} {}", &report.document.text[finding.span.clone()], finding.verdict.name())
                })
                .collect();
            faults.push(format!(
                "{}: {}\n  expected: {}\n  told:     {told}\n  verdicts: {}\n",
                case.file,
                case.text,
                case.expected,
                verdicts.join(" | ")
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {} judgements differ\n{}",
        faults.len(),
        cases.len(),
        faults.join("\n")
    );
}

#[test]
fn true_text_is_left_alone() {
    run(&ipfacts::facts::embedded(), "true");
    run(&ipfacts::facts::embedded(), "news");
}

#[test]
fn what_comes_near_and_is_true_is_left_alone() {
    run(&ipfacts::facts::embedded(), "near");
}

#[test]
fn what_was_named_is_named_again_in_other_words() {
    run(&ipfacts::facts::embedded(), "again");
}

#[test]
fn wrong_figures_are_found_at_their_place() {
    run(&ipfacts::facts::embedded(), "wrong");
}

#[test]
fn running_prose_is_read_as_its_writers_mean_it() {
    run(&ipfacts::facts::embedded(), "prose");
}

#[test]
fn what_no_words_link_is_known_by_its_digits() {
    run(&ipfacts::facts::embedded(), "recalled");
}

#[test]
fn what_only_the_digits_link_is_no_certain_fix() {
    let base = ipfacts::facts::embedded();
    let text = "China's digital economy is growing.\n\nFarms feel little of it.\n\nIn 2017 it measured 27.6 trillion yuan.";
    let report = check(&Checker::new(&base), text);
    let issue = report.findings[0].issue.as_ref().unwrap();
    assert_eq!(
        issue.note.as_deref(),
        Some("its sentence does not say what it is of; its digits do, but for a slip")
    );
    assert!(!issue.fix.as_ref().unwrap().certain);
}

#[test]
fn documents_have_their_numbers_and_days() {
    run(&ipfacts::facts::embedded(), "documents");
}

#[test]
fn figures_of_different_publications_do_not_go_together() {
    run(&ipfacts::facts::embedded(), "mixed");
}

#[test]
fn figures_that_cannot_all_be_true_are_told_from_those_that_can() {
    run(&ipfacts::facts::embedded(), "clash");
}

#[test]
fn a_correction_has_no_more_digits_than_its_fact() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    let right = |text: &str| {
        let fixes = check(&checker, text).findings.into_iter().filter_map(|found| found.issue?.fix);
        fixes.map(|fix| fix.text).collect::<Vec<_>>().join(" · ")
    };
    assert_eq!(right("大数据核心产业产值达到1680亿元。"), "168亿元");
    assert_eq!(right("2012年我国数字经济规模为1100亿元。"), "11万亿元");
    assert_eq!(right("2016年我国数字经济规模为22.6亿元。"), "22.6万亿元");
    assert_eq!(right("到2020年，固定宽带用户将达到40亿户。"), "4.0亿户");
}

#[expect(clippy::disallowed_methods, reason = "a test reads its base")]
fn base(name: &str) -> Base {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/bases").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    ipfacts::facts::read(Document::new(name, text)).unwrap_or_else(|faults| {
        panic!("{:?}", faults.iter().map(|fault| fault.title.as_str()).collect::<Vec<_>>())
    })
}

#[test]
fn a_housing_plan_is_checked_as_well() {
    run(&base("housing.toml"), "housing");
}

#[test]
fn an_annual_report_is_checked_as_well() {
    run(&base("company.toml"), "company");
}

#[test]
fn whatever_is_told_is_told_in_chinese_as_well() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    for prefix in ["wrong", "prose", "clash", "mixed"] {
        for case in judgements(prefix) {
            for fault in check(&checker, &case.text).diagnostics(&base) {
                let said = ipfacts::check::chinese::line(&fault.title);
                assert_ne!(said, fault.title, "no Chinese for it");
            }
        }
    }
}
