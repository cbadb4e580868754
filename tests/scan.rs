//! What is read in sentences as people write them: the cases in `tests/scan/`.
//!
//! An item of a list is a text; the items under it are all that is read in it, in order. A text may begin with the
//! day it was written on, in parentheses. `(times)` after the title of a file says that times are listed too.

#![expect(clippy::unwrap_used, reason = "a test may unwrap")]

use std::fmt::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use ipfacts::document::Document;
use ipfacts::quantity::Qualifier;
use ipfacts::scan::{self, BlockKind, Direction, Draft, Figure, FigureKind, Findings, Prose, Time};

/// A text with what is read in it.
struct Case {
    place: String,
    text: String,
    expected: Vec<String>,
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn cases(file: &Path) -> (bool, Vec<Case>) {
    let text = std::fs::read_to_string(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy();
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(text) = line.strip_prefix("- ") {
            let place = format!("{name}:{}", number + 1);
            cases.push(Case { place, text: text.to_owned(), expected: Vec::new() });
        } else if let Some(expected) = line.strip_prefix("  - ") {
            cases.last_mut().expect("a text comes first").expected.push(expected.to_owned());
        }
    }
    (text.lines().next().unwrap().ends_with("(times)"), cases)
}

fn read(case: &str, name: &str) -> (Prose, Vec<Findings>) {
    let dated = case.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    let dated = dated.and_then(|(day, text)| Some((day.parse::<NaiveDate>().ok()?, text)));
    let (day, text) = dated.map_or((None, case), |(day, text)| (Some(day), text));
    let mut draft = Draft::new(Arc::new(Document::new(name, text)));
    draft.day = day;
    let prose = scan::prose(&draft);
    let found =
        scan::each_sentence(&prose).map(|sentence| scan::findings(&prose, &sentence, prose.day)).collect();
    (prose, found)
}

fn figure(prose: &Prose, figure: &Figure) -> String {
    let cut = |range: &Range<usize>| &prose.text[range.clone()];
    let quantity = &figure.quantity;
    let mut line = format!("`{}`: {} {}", cut(&figure.range), figure.kind.name(), quantity.value().to_text());
    if matches!(figure.kind, FigureKind::Money | FigureKind::Other) {
        write!(line, " {}", quantity.unit().code()).unwrap();
    }
    if let Some(noun) = &figure.noun {
        write!(line, " {}", cut(noun)).unwrap();
    }
    if figure.qualifier() != Qualifier::None {
        write!(line, ", {}", figure.qualifier().code()).unwrap();
    }
    match figure.direction {
        Some(Direction::Up) => line.push_str(", up"),
        Some(Direction::Down) => line.push_str(", down"),
        None => {}
    }
    if let Some(when) = &figure.when {
        let period = when.period.map_or("unknown".to_owned(), |period| period.to_string());
        write!(line, ", {period}").unwrap();
    }
    line
}

fn time(prose: &Prose, time: &Time) -> String {
    let period = time.period.map_or("of an unknown day".to_owned(), |period| period.to_string());
    let compared = if time.compared { ", compared with" } else { "" };
    let weekday = time.weekday.map_or(String::new(), |day| format!(", {day}"));
    format!("`{}` is {period}{compared}{weekday}", &prose.text[time.range.clone()])
}

fn lines(case: &str, with_times: bool) -> Vec<String> {
    let (prose, all) = read(case, "draft.txt");
    let mut lines = Vec::new();
    for found in &all {
        if with_times {
            lines.extend(found.times.iter().map(|one| time(&prose, one)));
        } else {
            lines.extend(found.figures.iter().map(|one| figure(&prose, one)));
            for document in &found.documents {
                lines.push(format!("`{}` is {}", &prose.text[document.range.clone()], document.number));
            }
        }
    }
    lines
}

#[test]
fn every_case_reads_as_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scan");
    let mut files: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut faults = String::new();
    let mut count = 0;
    for file in files {
        let (with_times, cases) = cases(&file);
        count += cases.len();
        for case in cases {
            let read = lines(&case.text, with_times);
            if read != case.expected {
                let (is, should) = (read.join("\n  - "), case.expected.join("\n  - "));
                writeln!(faults, "{}: {}\n  - {is}\nshould be\n  - {should}\n", case.place, case.text)
                    .unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(count >= 150, "{count} cases");
}

/// `figure` for each, of a whole draft.
fn all(text: &str, name: &str) -> Vec<String> {
    let (prose, all) = read(text, name);
    all.iter().flat_map(|found| &found.figures).map(|one| figure(&prose, one)).collect()
}

#[test]
fn the_period_comes_from_above() {
    let text = "# The digital economy in 2016\n\nIt reached 22.58 trillion yuan.\n\nIn 2017 it grew. The share was 32.9 \
                percent.\n";
    assert_eq!(
        all(text, "draft.md"),
        ["`22.58 trillion yuan`: money 22580000000000 CNY, 2016", "`32.9 percent`: percent 32.9, 2017",]
    );
    assert_eq!(
        all("2016年经济增长。规模达22.58万亿元。", "draft.txt"),
        ["`22.58万亿元`: money 22580000000000 CNY, 2016"]
    );
}

#[test]
fn tables_have_heads() {
    let text = "| Year | Level (trillion yuan) | Share (%) |\n|---|---|---|\n| 2015 | 18.6 | 27.5 |\n| 2016 | 22.58 | 30.3 |\n";
    assert_eq!(
        all(text, "draft.md"),
        [
            "`18.6`: money 18600000000000 CNY, 2015",
            "`27.5`: percent 27.5, 2015",
            "`22.58`: money 22580000000000 CNY, 2016",
            "`30.3`: percent 30.3, 2016",
        ]
    );
    let text = "| 指标 | 2015年 | 2016年 |\n|---|---|---|\n| 规模（万亿元） | 18.6 | 22.58万亿元 |\n";
    assert_eq!(
        all(text, "draft.md"),
        ["`18.6`: money 18600000000000 CNY, 2015", "`22.58万亿元`: money 22580000000000 CNY, 2016",]
    );
}

#[test]
fn the_currency_that_goes_for_all() {
    assert_eq!(
        all("规模为22.6万亿（人民币，下同）。增加值为3.5万亿，网民7.31亿人。", "draft.txt"),
        [
            "`22.6万亿`: money 22600000000000 CNY",
            "`3.5万亿`: money 3500000000000 CNY",
            "`7.31亿人`: count 731000000 人",
        ]
    );
}

#[test]
fn the_day_of_the_front_matter() {
    assert_eq!(
        all("---\ndate: 2018-01-21\n---\n\nLast year it was 30.3 percent.\n", "draft.md"),
        ["`30.3 percent`: percent 30.3, 2017"]
    );
    assert_eq!(
        all("Last year it was 30.3 percent.\n", "draft.md"),
        ["`30.3 percent`: percent 30.3, unknown"]
    );
}

#[test]
fn figures_broken_by_lines_and_markup() {
    for (name, text, place) in [
        ("a.txt", "It was 22.58\ntrillion yuan.", "22.58\ntrillion yuan"),
        ("a.txt", "It was 22.58\r\n  trillion yuan.", "22.58\r\n  trillion yuan"),
        ("a.txt", "It was 22.58\u{a0}trillion\u{2009}yuan.", "22.58\u{a0}trillion\u{2009}yuan"),
        ("a.txt", "规模为22.58万\n亿元。", "22.58万\n亿元"),
        ("a.md", "It was **22.58** *trillion* yuan.", "22.58** *trillion* yuan"),
        ("a.md", "> It was 22.58\n> trillion yuan.", "22.58\n> trillion yuan"),
        ("a.md", "It was [22.58 trillion](http://a.b/7) yuan.", "22.58 trillion](http://a.b/7) yuan"),
        ("a.html", "<p>It was <b>22.58</b>&nbsp;trillion\n yuan.</p>", "22.58</b>&nbsp;trillion\n yuan"),
        ("a.md", "规模为**22.58**万亿元。", "22.58**万亿元"),
    ] {
        let document = Arc::new(Document::new(name, text));
        let prose = scan::prose(&Draft::new(document));
        let found = scan::findings(&prose, &scan::sentences(&prose)[0], None);
        assert_eq!(found.figures.len(), 1, "{text}");
        let range = prose.in_document(found.figures[0].range.clone());
        assert_eq!(&text[range], place);
        assert_eq!(found.figures[0].quantity.value().to_text(), "22580000000000");
    }
}

#[test]
fn what_is_no_prose_holds_no_figures() {
    let text = "---\nweight: 5 kg\n---\n\n`5 percent` <!-- 6 percent --> ![7 percent](a.png) <http://a.b/8%25>\n\n```\n9 \
                percent\n```\n\n    10 percent\n\nSee https://a.b/2016/11-percent.html?x=12 or www.a.b/13%.\n";
    assert_eq!(all(text, "draft.md"), Vec::<String>::new());
}

#[test]
fn blocks_of_a_draft() {
    let text = "# A 1\n\nB\n\n- C\n\n| D | E |\n|---|---|\n| F | G |\n";
    let (prose, _) = read(text, "draft.md");
    let kinds: Vec<BlockKind> = prose.blocks.iter().map(|block| block.kind).collect();
    let cell = |row, column| BlockKind::Cell { table: 0, row, column };
    assert_eq!(
        kinds,
        [
            BlockKind::Heading(1),
            BlockKind::Paragraph,
            BlockKind::Item,
            cell(0, 0),
            cell(0, 1),
            cell(1, 0),
            cell(1, 1),
        ]
    );
}
