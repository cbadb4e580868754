//! Two sentences that go together: one tells of two years, the next goes on about them. All of it is true, in every
//! combination, and nothing may be said of it; a digit that is changed is found.

use std::sync::Arc;

use ipfacts::check::{Checker, Verdict};
use ipfacts::document::Document;
use ipfacts::scan::Draft;

/// A year of the digital economy: trillion yuan, per cent of GDP, nominal growth.
type Year = (&'static str, [&'static str; 3]);

const YEARS: [Year; 6] = [
    ("2016", ["22.58", "30.3", "18.9"]),
    ("2017", ["27.2", "32.9", "20.3"]),
    ("2018", ["31.3", "34.8", "20.9"]),
    ("2019", ["35.8", "36.2", "15.6"]),
    ("2020", ["39.2", "38.6", "9.7"]),
    ("2021", ["45.5", "39.8", "16.2"]),
];

/// `Y1`, `V1`, `S1` and `G1` are the year, level, share and growth of the earlier year, and so on.
const OPENINGS: [&str; 11] = [
    "China's digital economy reached V2 trillion yuan in Y2, up from V1 trillion yuan in Y1.",
    "In Y1, China's digital economy was worth V1 trillion yuan; in Y2 it reached V2 trillion yuan.",
    "China's digital economy grew from V1 trillion yuan in Y1 to V2 trillion yuan in Y2.",
    "With V2 trillion yuan in Y2, China's digital economy was larger than ever, after V1 trillion yuan in Y1.",
    "China's digital economy amounted to V1 trillion yuan in Y1 and V2 trillion yuan in Y2.",
    "While China's digital economy had stood at V1 trillion yuan in Y1, it hit V2 trillion yuan in Y2.",
    "At V2 trillion yuan, China's digital economy in Y2 exceeded the V1 trillion yuan of Y1 by far.",
    "From V1 trillion yuan in Y1, China's digital economy rose to V2 trillion yuan in Y2, CAICT said.",
    "China's digital economy reached V2 trillion yuan in Y2.",
    "China's digital economy came to V2 trillion yuan in Y2, compared with V1 trillion yuan in Y1.",
    "Between Y1 and Y2, China's digital economy grew from V1 to V2 trillion yuan.",
];

const GOING_ON: [&str; 11] = [
    "It accounted for S2 percent of GDP.",
    "Its share of GDP was S2 percent, against S1 percent in Y1.",
    "That was S2 percent of GDP.",
    "In Y1, its share of GDP had been S1 percent.",
    "In Y1 it had made up S1 percent of GDP, and in Y2 S2 percent.",
    "It grew G2 percent in Y2, after G1 percent in Y1.",
    "By Y2, its share of GDP had risen to S2 percent.",
    "Its share of GDP climbed to S2 percent, having been S1 percent in Y1.",
    "In Y2 it grew by G2 percent, faster than GDP.",
    "The sector made up S2 percent of GDP in Y2, up from S1 percent.",
    "Its share of GDP rose from S1 percent to S2 percent.",
];

const OPENINGS_ZH: [&str; 10] = [
    "Y2年，我国数字经济规模达到V2万亿元，Y1年为V1万亿元。",
    "我国数字经济规模由Y1年的V1万亿元增长到Y2年的V2万亿元。",
    "Y1年至Y2年，我国数字经济规模从V1万亿元增长到V2万亿元。",
    "Y1年我国数字经济规模为V1万亿元，Y2年达到V2万亿元。",
    "Y2年我国数字经济规模达到V2万亿元。",
    "与Y1年的V1万亿元相比，Y2年我国数字经济规模达到V2万亿元。",
    "Y2年，我国数字经济规模达到V2万亿元，高于Y1年的V1万亿元。",
    "我国数字经济规模Y1年为V1万亿元，到Y2年增至V2万亿元。",
    "Y2年，我国数字经济规模从Y1年的V1万亿元扩大到V2万亿元。",
    "我国数字经济规模Y1年和Y2年分别为V1万亿元和V2万亿元，分别增长G1%和G2%。",
];

const GOING_ON_ZH: [&str; 10] = [
    "占GDP比重为S2%。",
    "占GDP比重由S1%提升至S2%。",
    "占GDP比重达S2%，Y1年为S1%。",
    "Y1年占GDP比重为S1%，Y2年升至S2%。",
    "Y2年占GDP比重达到S2%，高于Y1年的S1%。",
    "同期，占GDP比重由S1%提高到S2%。",
    "Y2年数字经济名义增速为G2%，Y1年为G1%。",
    "占比也由Y1年的S1%提高到Y2年的S2%。",
    "到Y2年，占GDP比重已升至S2%。",
    "Y1年，数字经济占GDP的S1%。",
];

/// Texts told in the year after two that follow each other: what they call last year and the year before.
const LOOKING_BACK: [&str; 16] = [
    "BEIJING, July 10 (Xinhua) -- At V2 trillion yuan, China's digital economy made up S2 percent of GDP in Y2.",
    "China's digital economy grew G2 percent last year to V2 trillion yuan, up from V1 trillion a year earlier.",
    "FUZHOU - China's digital economy hit V2 trillion yuan last year, CAICT said. A year earlier it had been V1 \
     trillion.\n\nIts share of GDP rose to S2 percent, from S1 percent the year before.",
    "Last year China's digital economy amounted to V2 trillion yuan. The year before, it was V1 trillion yuan.\n\nIt made \
     up S2 percent of GDP, compared with S1 percent in Y1. The sector grew G2 percent.",
    "China's digital economy was V2 trillion yuan in Y2, G2 percent above the previous year; in that year it had been V1 \
     trillion.",
    "In Y1 China's digital economy was worth V1 trillion yuan. A year on it stood at V2 trillion yuan, or S2 percent of GDP.",
    "China's digital economy, put at V2 trillion yuan for Y2, grew G2 percent, after G1 percent a year earlier.",
    "| Year | Digital economy of China, trillion yuan | Share of GDP, % |\n|---|---|---|\n| Y1 | V1 | S1 |\n| Y2 | V2 | S2 |",
    "| China | Y1 | Y2 |\n|---|---|---|\n| Digital economy (trillion yuan) | V1 | V2 |\n| Share of GDP (%) | S1 | S2 |",
    "本报北京7月10日电 中国信通院报告显示，去年我国数字经济规模达V2万亿元，占GDP比重S2%。上年，这一规模为V1万亿元，占比S1%。",
    "Y2年，我国数字经济规模达到V2万亿元，名义增长G2%。上一年，规模为V1万亿元，增速为G1%。",
    "去年我国数字经济规模V2万亿元，上年为V1万亿元。占GDP比重由S1%升至S2%。",
    "新华社福州7月10日电 Y2年我国数字经济规模达V2万亿元,占GDP比重达S2%。一年前,这两个数字分别为V1万亿元和S1%。",
    "我国数字经济Y1年规模为V1万亿元。一年后，规模升至V2万亿元，占GDP的S2%。",
    "与上年的S1%相比，Y2年我国数字经济占GDP比重升至S2%。",
    "新华社北京7月10日电 报告显示，Y2年我国数字经济规模达V2万亿元。\n\n一年前，规模为V1万亿元。",
];

/// A pattern about two years.
fn fill(pattern: &str, one: &Year, two: &Year) -> String {
    let mut text = pattern.to_owned();
    for (number, year) in [("1", one), ("2", two)] {
        text = text.replace(&format!("Y{number}"), year.0);
        for (letter, value) in ["V", "S", "G"].iter().zip(year.1) {
            text = text.replace(&format!("{letter}{number}"), value);
        }
    }
    text
}

/// Every pair of sentences about every pair of years.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    for (at, one) in YEARS.iter().enumerate() {
        for two in &YEARS[at + 1..] {
            for (first, second, between) in
                [(&OPENINGS[..], &GOING_ON[..], " "), (&OPENINGS_ZH[..], &GOING_ON_ZH[..], "")]
            {
                for opening in first {
                    for next in second {
                        texts.push(fill(&format!("{opening}{between}{next}"), one, two));
                    }
                }
            }
        }
    }
    texts
}

/// The text with another digit at byte `at`.
fn spoilt(text: &str, at: usize) -> String {
    let digit = text.as_bytes()[at] - b'0';
    format!("{}{}{}", &text[..at], (digit + 4) % 10, &text[at + 1..])
}

#[test]
fn what_goes_on_about_two_years_is_left_alone_and_changed_digits_are_found() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    let check = |text: &str| checker.check(&Draft::new(Arc::new(Document::new("draft.txt", text))));
    let (mut wrong, mut figures, mut agree) = (Vec::new(), 0, 0);
    let (mut changed, mut found) = (0, 0);
    for (number, text) in texts().into_iter().enumerate() {
        let report = check(&text);
        wrong.extend(report.findings.iter().filter_map(|finding| {
            let issue = finding.issue.as_ref()?;
            Some(format!("{}: {} in {text}", issue.rule.code, &text[finding.span.clone()]))
        }));
        figures += report.findings.len();
        let known = report.findings.iter().filter(|finding| finding.verdict == Verdict::Agrees);
        for finding in known {
            agree += 1;
            // A text in four tells enough.
            if number % 4 > 0 {
                continue;
            }
            // The last digit, which makes it no other year's as a rule.
            let written = &text[finding.span.clone()];
            let Some(last) = written.rfind(|letter: char| letter.is_ascii_digit()) else { continue };
            changed += 1;
            let at = finding.span.start + last;
            let told = check(&spoilt(&text, at))
                .findings
                .iter()
                .any(|found| found.verdict == Verdict::Differs && found.span.contains(&at));
            found += usize::from(told);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} are called wrong:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    assert!(figures > 9_000 && agree * 100 >= figures * 98, "{agree} of {figures} agree");
    // 32.3 and 30.7 are other compilers' shares of 2017 and 2016.
    assert!(found * 100 >= changed * 88, "{found} of {changed} changed digits are found");
    println!("{agree} of {figures} agree, {found} of {changed} changed digits are found");
}

#[test]
fn what_looks_back_from_the_year_after_is_left_alone() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    let (mut wrong, mut agree) = (Vec::new(), 0);
    for pair in YEARS.windows(2) {
        let year: i32 = pair[1].0.parse().expect("a year");
        for pattern in LOOKING_BACK {
            let text = fill(pattern, &pair[0], &pair[1]);
            let mut draft = Draft::new(Arc::new(Document::new("draft.txt", text.as_str())));
            draft.day = chrono::NaiveDate::from_ymd_opt(year + 1, 7, 10);
            let report = checker.check(&draft);
            agree += report.findings.iter().filter(|finding| finding.verdict == Verdict::Agrees).count();
            wrong.extend(report.findings.iter().filter_map(|finding| {
                let issue = finding.issue.as_ref()?;
                Some(format!("{}: {} in {text}", issue.rule.code, &text[finding.span.clone()]))
            }));
        }
    }
    assert!(wrong.is_empty(), "{} are called wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(agree >= 265, "only {agree} agree");
}
