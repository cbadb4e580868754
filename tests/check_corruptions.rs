//! Every figure of the true texts in `tests/check/`, spoilt in every way that people spoil figures: each must be
//! found, at its place, and every certain fix must leave nothing to say.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use ipfacts::check::{Checker, Report, Verdict};
use ipfacts::document::Document;
use ipfacts::scan::Draft;

#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let mut found = Vec::new();
    for name in ["true-en.md", "true-zh.md", "news-en.md", "news-zh.md"] {
        let Ok(text) = std::fs::read_to_string(folder.join(name)) else { continue };
        for line in text.lines() {
            if let Some((text, comment)) = line.split_once("<!-- ")
                && comment.starts_with("agrees")
            {
                found.push(text.trim().to_owned());
            }
        }
    }
    found
}

fn check(checker: &Checker<'_>, text: &str) -> Report {
    checker.check(&Draft::new(Arc::new(Document::new("draft.md", text))))
}

/// A spoilt text: what was done, where the figure is now, and the text.
struct Spoilt {
    kind: &'static str,
    at: usize,
    text: String,
    codes: &'static [&'static str],
}

fn replaced(text: &str, range: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..range.start], &text[range.end..])
}

/// Every way to spoil a figure that stands at a range of a text.
fn spoil(text: &str, range: &Range<usize>) -> Vec<Spoilt> {
    let figure = &text[range.clone()];
    let mut spoilt = Vec::new();
    let mut add = |kind, with: String, codes| {
        if with != figure {
            spoilt.push(Spoilt { kind, at: range.start, text: replaced(text, range.clone(), &with), codes });
        }
    };
    const MAGNITUDE: &[&str] = &["wrong-magnitude", "impossible-dollars"];
    for (from, to) in [
        ("trillion", "billion"),
        ("trillion", "million"),
        ("billion", "trillion"),
        ("billion", "million"),
        ("万亿", "亿"),
        ("萬億", "億"),
        ("亿", "万亿"),
        ("亿", "万"),
    ] {
        if figure.contains(from) && !(from == "亿" && figure.contains("万亿")) {
            add("magnitude", figure.replacen(from, to, 1), MAGNITUDE);
        }
    }
    const CURRENCY: &[&str] = &["wrong-currency"];
    for (from, to) in
        [("yuan", "US dollars"), ("元", "美元"), ("RMB ", "$"), ("U.S. dollars", "yuan"), ("$", "RMB ")]
    {
        if figure.contains(from) && !(from == "元" && figure.contains("美元")) {
            add("currency", figure.replacen(from, to, 1), CURRENCY);
        }
    }
    if figure.contains("美元") {
        add("currency", figure.replacen("美元", "元", 1), CURRENCY);
    }
    const BOUND: &[&str] = &["reversed-bound"];
    for (from, to) in [
        ("ore than", "LESS"),
        ("over ", "under "),
        ("Over ", "Under "),
        ("t least", "t most"),
        ("超过", "不到"),
        ("以上", "以下"),
        ("至少", "至多"),
        ("超", "不足"),
        ("nearly", "more than"),
        ("almost", "more than"),
    ] {
        if figure.contains(from) && !(from == "超" && figure.contains("超过")) {
            let with = if to == "LESS" {
                figure.replace("More than", "Less than").replace("more than", "less than")
            } else {
                figure.replacen(from, to, 1)
            };
            add("bound", with, BOUND);
        }
    }
    const POINTS: &[&str] = &["percent-for-points"];
    add("points", figure.replacen(" percent", " percentage points", 1), POINTS);
    if figure.contains('%') {
        add("points", figure.replacen('%', "个百分点", 1), POINTS);
    }
    const RANK: &[&str] = &["wrong-rank"];
    for (from, to) in [("second", "third"), ("second", "first"), ("第二", "第三"), ("第二", "第一")] {
        if figure.contains(from) {
            add("rank", figure.replacen(from, to, 1), RANK);
        }
    }
    // Digits.
    const DIGIT: &[&str] = &[
        "changed-digit",
        "cut-off",
        "wrong-figure",
        "wrong-year",
        "wrong-whole",
        "wrong-magnitude",
        "wrong-period",
    ];
    let digits: Vec<usize> =
        figure.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    for (nth, &at) in digits.iter().enumerate() {
        let digit = figure.as_bytes()[at] - b'0';
        let other = (digit + 3) % 10;
        if nth > 0 || other > 0 {
            let with = format!("{}{other}{}", &figure[..at], &figure[at + 1..]);
            add("digit", with, DIGIT);
        }
        if let Some(&next) = digits.get(nth + 1)
            && figure.as_bytes()[at] != figure.as_bytes()[next]
            && !(nth == 0 && figure.as_bytes()[next] == b'0')
        {
            let mut bytes = figure.as_bytes().to_vec();
            bytes.swap(at, next);
            add("swap", String::from_utf8(bytes).unwrap(), DIGIT);
        }
    }
    if let Some(point) =
        figure.find('.').filter(|&point| figure[point + 1..].starts_with(|c: char| c.is_ascii_digit()))
    {
        // The point moves one place to either side.
        let mut left: Vec<char> = figure.chars().collect();
        let at = figure[..point].chars().count();
        left.swap(at, at - 1);
        if left[at - 1] == '.' && at >= 2 && left[at - 2].is_ascii_digit() {
            add("shift", left.into_iter().collect(), MAGNITUDE);
        }
        add("shift", figure.replacen('.', "", 1), MAGNITUDE);
        // The last digit is cut off.
        let end = point
            + 1
            + figure[point + 1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(figure.len() - point - 1);
        if figure[end - 1..end].parse::<u8>().is_ok_and(|last| last >= 5) {
            let cut = if end - 1 == point + 1 { point } else { end - 1 };
            add("cut", format!("{}{}", &figure[..cut], &figure[end..]), &["cut-off"]);
        }
    }
    spoilt
}

/// Every other year in the place of one.
fn spoil_years(text: &str) -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for year in 2012..=2022 {
        let word = year.to_string();
        if text.matches(&word).count() != 1
            || text.contains("201") && text.matches("201").count() + text.matches("202").count() != 1
        {
            continue;
        }
        for other in [year - 1, year + 1, year + 2] {
            spoilt.push(Spoilt {
                kind: "year",
                at: usize::MAX,
                text: text.replace(&word, &other.to_string()),
                codes: &["wrong-year", "wrong-period"],
            });
        }
    }
    spoilt
}

/// Every other whole in the place of one.
fn spoil_wholes(text: &str) -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for (from, to) in [
        (" of GDP", " of GDP growth"),
        ("of China's GDP", "of China's GDP growth"),
        ("administrative villages", "the rural population"),
        ("行政村", "农村人口"),
        ("占GDP比重", "占GDP增长的比重"),
        ("GDP growth", "GDP"),
    ] {
        if text.contains(from) && !text.contains(to) {
            spoilt.push(Spoilt {
                kind: "whole",
                at: usize::MAX,
                text: text.replacen(from, to, 1),
                codes: &["wrong-whole"],
            });
        }
    }
    spoilt
}

#[test]
fn spoilt_figures_are_found() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    // Of each kind: how many, found, found with the right code.
    let mut table: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    let mut miscoded = Vec::new();
    let mut unclean = Vec::new();
    for text in texts() {
        let report = check(&checker, &text);
        let mut all = Vec::new();
        for finding in report
            .findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Agrees && finding.figure.is_some())
        {
            all.extend(spoil(&text, &finding.span));
        }
        if report.findings.iter().any(|finding| finding.verdict == Verdict::Agrees) {
            all.extend(spoil_years(&text));
            all.extend(spoil_wholes(&text));
        }
        for spoilt in all {
            let report = check(&checker, &spoilt.text);
            // Some spoilt figures are right ones: of another compiler, or rounded.
            let here = |span: &Range<usize>| {
                spoilt.at == usize::MAX || span.start <= spoilt.at + 12 && spoilt.at <= span.end + 12
            };
            let still_true = report.findings.iter().any(|finding| {
                here(&finding.span) && finding.verdict == Verdict::Agrees && finding.issue.is_none()
            }) && spoilt.at != usize::MAX;
            if still_true {
                continue;
            }
            let row = table.entry(spoilt.kind).or_default();
            row.0 += 1;
            let told: Vec<_> = report
                .findings
                .iter()
                .filter(|finding| here(&finding.span))
                .filter_map(|finding| finding.issue.as_ref())
                .collect();
            if told.is_empty() {
                missed.push(format!("{}: {}", spoilt.kind, spoilt.text));
                continue;
            }
            row.1 += 1;
            if told.iter().any(|issue| spoilt.codes.contains(&issue.rule.code)) {
                row.2 += 1;
            } else {
                miscoded.push(format!("{}: {} ({})", spoilt.kind, spoilt.text, told[0].rule.code));
            }
            if let Some(fix) = told.iter().find_map(|issue| issue.fix.as_ref()).filter(|fix| fix.certain) {
                let fixed = replaced(&spoilt.text, fix.edit.0.clone(), &fix.edit.1);
                let again = check(&checker, &fixed);
                let left = again.findings.iter().any(|finding| {
                    here(&finding.span)
                        && finding
                            .issue
                            .as_ref()
                            .is_some_and(|issue| issue.rule.severity == ipfacts::diagnostic::Severity::Error)
                });
                if left {
                    unclean.push(format!("{} -> {fixed}", spoilt.text));
                }
            }
        }
    }
    let (mut all, mut found, mut right) = (0, 0, 0);
    let mut lines = String::new();
    for (kind, row) in &table {
        lines.push_str(&format!("{kind:10} {:5} {:5} {:5}\n", row.0, row.1, row.2));
        all += row.0;
        found += row.1;
        right += row.2;
    }
    lines.push_str(&format!("all        {all:5} {found:5} {right:5}\n"));
    println!(
        "{lines}\nMISSED\n{}\n\nMISCODED\n{}\n\nUNCLEAN\n{}",
        missed.join("\n"),
        miscoded.join("\n"),
        unclean.join("\n")
    );
    assert!(found * 100 >= all * 90, "{lines}");
    assert!(unclean.is_empty(), "fixes that do not check clean:\n{}", unclean.join("\n"));
}
