//! Any text at all can be scanned: nothing panics, every range is a piece of the text, and places in the prose
//! lead back to the file.

use std::ops::Range;
use std::sync::Arc;

use ipfacts::document::Document;
use ipfacts::scan::{self, Draft, Prose};
use proptest::prelude::*;

/// Pieces that figures, times and markup are made of, so that random texts come near to them.
const PIECES: [&str; 96] = [
    "2016",
    "22.58",
    "1,234",
    "30.3%",
    "1",
    "0",
    "99",
    "trillion",
    "billion",
    "million",
    "yuan",
    "US$",
    "$",
    "RMB",
    "percent",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ", ",
    ". ",
    "，",
    "。",
    "、",
    "（",
    "）",
    "(",
    ")",
    "-",
    "–",
    "—",
    "~",
    ":",
    "/",
    "No. ",
    "in ",
    "by ",
    "from ",
    "to ",
    "and ",
    "respectively",
    "second ",
    "first ",
    "half ",
    "a third ",
    "of ",
    "doubled ",
    "more than ",
    "nearly ",
    "last year",
    "September ",
    "the end of ",
    "Q3 ",
    "年",
    "月",
    "日",
    "底",
    "到",
    "从",
    "比",
    "第",
    "二",
    "三",
    "十",
    "百分之",
    "分之",
    "成",
    "万",
    "亿",
    "元",
    "美元",
    "个",
    "个百分点",
    "村",
    "去年",
    "同期",
    "以上",
    "超过",
    "近",
    "约",
    "十三五",
    "“",
    "”",
    "**",
    "`",
    "|",
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "&nbsp;",
    "&",
    "http://a.b/1",
    "\u{a0}",
    "\u{2009}",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[0-9]{1,5}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A range of a text that can be cut out.
fn is_piece(text: &str, range: &Range<usize>) -> bool {
    range.start <= range.end && text.get(range.clone()).is_some()
}

fn check(name: &str, text: &str) {
    let document = Arc::new(Document::new(name, text));
    let draft = Draft::new(Arc::clone(&document));
    let prose = scan::prose(&draft);
    let mut end = 0;
    for block in &prose.blocks {
        assert!(block.range.start >= end && is_piece(&prose.text, &block.range));
        end = block.range.end;
    }
    let day = "2018-01-21".parse().ok();
    let mut end = 0;
    for sentence in scan::sentences(&prose) {
        assert!(sentence.range.start >= end && sentence.range.start < sentence.range.end);
        end = sentence.range.end;
        let found = scan::findings(&prose, &sentence, day);
        let mut last = sentence.range.start;
        for figure in &found.figures {
            assert!(
                figure.range.start >= last && figure.range.end <= sentence.range.end,
                "figures are in order"
            );
            assert!(figure.range.start <= figure.number.start && figure.number.end <= figure.range.end);
            last = figure.range.end;
            leads_back(&prose, &document, &figure.range);
            leads_back(&prose, &document, &figure.number);
            figure.noun.iter().for_each(|noun| leads_back(&prose, &document, noun));
            assert!(
                figure.quantity.interval().contains(figure.quantity.value())
                    || figure.qualifier().is_bound()
                    || figure.quantity.interval().low() != figure.quantity.interval().high()
            );
        }
        for time in &found.times {
            assert!(time.range.start < time.range.end);
            leads_back(&prose, &document, &time.range);
        }
        found.documents.iter().for_each(|document_| leads_back(&prose, &document, &document_.range));
        for clause in scan::clauses(&prose, &sentence) {
            assert!(is_piece(&prose.text, &clause.range));
        }
    }
}

/// A range of the prose is a piece of it, and its place a piece of the file that holds what it was made of.
fn leads_back(prose: &Prose, document: &Document, range: &Range<usize>) {
    assert!(is_piece(&prose.text, range));
    let place = prose.in_document(range.clone());
    assert!(is_piece(&document.text, &place), "{range:?} {place:?}");
    let said: Vec<char> =
        prose.text[range.clone()].chars().filter(|letter| letter.is_alphanumeric()).collect();
    let mut written = document.text[place].chars();
    for letter in said {
        // Entities stand for letters too; none of those above does.
        assert!(written.any(|other| other == letter), "{letter} is not in the file");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_text(text in texts()) {
        check("draft.txt", &text);
    }

    #[test]
    fn markdown(text in texts()) {
        check("draft.md", &text);
    }

    #[test]
    fn html(text in texts()) {
        check("draft.html", &text);
    }

    #[test]
    fn any_characters(text in "\\PC{0,80}") {
        check("draft.txt", &text);
        check("draft.md", &text);
        check("draft.html", &text);
    }

    #[test]
    fn a_sentence_alone_reads_as_among_others(text in texts()) {
        let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
        for sentence in scan::sentences(&prose) {
            let all = scan::findings(&prose, &sentence, None);
            prop_assert_eq!(&all.figures, &scan::figures(&prose, &sentence, None));
            prop_assert_eq!(&all.times, &scan::times(&prose, &sentence, None));
        }
    }
}

#[test]
fn two_times_that_share_a_word() {
    check("draft.txt", "0年0年last year September 1");
    check("draft.txt", "last year second half 年No. 22.581");
    check("draft.txt", "It rose from 75.6 to 77.5 percent last year September 1.");
}

#[test]
fn long_and_deep_texts() {
    check("draft.txt", &"22.58 trillion yuan ".repeat(20_000));
    check("draft.txt", &"2016年22.58万亿元，".repeat(20_000));
    check("draft.txt", &"1".repeat(200_000));
    check("draft.txt", &"一".repeat(100_000));
    check("draft.txt", &"1.".repeat(100_000));
    check("draft.txt", &"in 2016 and ".repeat(20_000));
    check("draft.txt", &"100兆".repeat(20_000));
    check("draft.txt", &"from 1 to ".repeat(20_000));
    check("draft.md", &format!("{}5 percent", "> ".repeat(5_000)));
    check("draft.md", &format!("{}5 percent", "*".repeat(20_000)));
    check("draft.md", &format!("{}5 percent", "[".repeat(20_000)));
    check("draft.html", &format!("{}5 percent", "<div>".repeat(20_000)));
    check("draft.html", &"<".repeat(50_000));
    check("draft.html", &"<!--".repeat(50_000));
    check("draft.html", &"<a href=\"".repeat(50_000));
}
