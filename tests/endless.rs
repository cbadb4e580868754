//! Texts that nobody writes and that come all the same: they are read to the end, and what is done for each figure
//! does not grow with the text.
//!
//! Nothing here looks at a clock. What makes a text cost more than its length is what a rule may look at around a
//! figure: the sentence. So the work is counted as the sum of the squares of the sentences' lengths, and that must
//! double when the text doubles.

use std::sync::{Arc, LazyLock};

use ipfacts::check::{Checker, Report};
use ipfacts::document::Document;
use ipfacts::facts::Base;
use ipfacts::scan::{self, Draft};

static BASE: LazyLock<Base> = LazyLock::new(ipfacts::facts::embedded);
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&BASE));

fn draft(name: &str, text: &str) -> Draft {
    Draft::new(Arc::new(Document::new(name, text)))
}

fn check(name: &str, text: &str) -> Report {
    let report = CHECKER.check(&draft(name, text));
    for finding in &report.findings {
        assert!(report.document.text.get(finding.span.clone()).is_some());
    }
    report
}

/// The squares of the sentences' lengths, in thousands.
fn work(name: &str, text: &str) -> usize {
    let draft = draft(name, text);
    let prose = scan::prose(&draft);
    let sentences: Vec<usize> = scan::each_sentence(&prose).map(|sentence| sentence.range.len()).collect();
    let covered: usize = sentences.iter().sum();
    assert!(covered <= prose.text.len());
    sentences.iter().map(|length| length * length).sum::<usize>() / 1000
}

/// Asserts that a text twice as long is twice the work.
fn assert_linear(name: &str, text: impl Fn(usize) -> String, size: usize) {
    let (once, twice) = (work(name, &text(size)), work(name, &text(2 * size)));
    assert!(once > 0 && twice < once * 5 / 2, "{once} becomes {twice}");
}

#[test]
fn a_long_line_without_an_end() {
    let text = |size: usize| "the reach of it all, 规模".repeat(size);
    assert_linear("draft.txt", text, 20_000);
    assert_linear("draft.md", text, 20_000);
    assert_linear("draft.txt", |size| "0".repeat(size), 200_000);
    assert_linear("draft.txt", |size| "字".repeat(size), 100_000);
    // Five megabytes, and a figure at the end of them that is found at its place.
    let mut long = text(5 << 17);
    let start = long.len() + "\nChina's digital economy reached ".len();
    long.push_str("\nChina's digital economy reached 22.58 billion yuan in 2016.");
    let report = check("draft.txt", &long);
    assert_eq!(report.findings.last().map(|finding| finding.span.clone()), Some(start..start + 18));
    let fault = &report.diagnostics(&BASE)[0];
    assert_eq!(fault.labels[0].span, start..start + 18);
}

#[test]
fn twenty_thousand_figures_in_a_sentence() {
    let english = |size: usize| {
        let figures: Vec<String> =
            (0..size).map(|at| format!("{}.{} trillion yuan", at % 97 + 1, at % 89)).collect();
        format!("China's digital economy reached {} in 2016.", figures.join(", "))
    };
    let chinese = |size: usize| {
        let figures: Vec<String> = (0..size).map(|at| format!("{}.{}万亿元", at % 97 + 1, at % 89)).collect();
        format!("2016年我国数字经济规模为{}。", figures.join("、"))
    };
    assert_linear("draft.txt", english, 10_000);
    assert_linear("draft.txt", chinese, 10_000);
    for write in [english as fn(usize) -> String, chinese] {
        let text = write(20_000);
        let draft = draft("draft.txt", &text);
        let prose = scan::prose(&draft);
        let figures: usize =
            scan::each_sentence(&prose).map(|one| scan::figures(&prose, &one, None).len()).sum();
        assert_eq!(figures, 20_000, "a figure was torn");
        check("draft.txt", &write(4_000));
    }
}

#[test]
fn many_topics_in_a_sentence() {
    let text = |size: usize| {
        format!(
            "In 2016 {}.",
            vec!["the digital economy accounted for 30.3 percent of GDP"; size].join(" and ")
        )
    };
    assert_linear("draft.txt", text, 2_000);
    assert!(check("draft.txt", &text(2_000)).findings.len() >= 2_000);
}

#[test]
fn deep_nesting() {
    let deep = 20_000;
    for opening in
        ["> ", "- ", "1. ", "**", "[", "![", "](", "`", "*a **", "\\", "<b>", "<!--", "| ", "\t", "# "]
    {
        let text = format!("{}China's GDP grew 6.7 percent in 2016.\n", opening.repeat(deep));
        check("draft.md", &text);
        check("draft.html", &text);
    }
    let html =
        format!("{}China's GDP grew 6.7 percent in 2016.{}", "<div>".repeat(deep), "</div>".repeat(deep));
    let found = check("draft.html", &html).findings;
    assert_eq!(found.len(), 1);
}

#[test]
fn random_bytes() {
    // Marsaglia's xorshift: the same bytes each time.
    let mut state = 2016u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    for round in 0..4 {
        let bytes: Vec<u8> =
            (0..3_000).map(|_| if round % 2 == 0 { byte() } else { byte() % 96 + 32 }).collect();
        let text = String::from_utf8_lossy(&bytes);
        for name in ["draft.txt", "draft.md", "draft.html"] {
            check(name, &text);
            check(name, &format!("China's digital economy {text} 22.58 trillion yuan"));
        }
    }
}
