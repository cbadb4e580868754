//! How fast figures are read, found and checked: `cargo bench --bench figures`.

mod text;

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ipfacts::check::Checker;
use ipfacts::document::Document;
use ipfacts::quantity;
use ipfacts::scan::{self, Draft};
use text::Kind;

/// Bytes of a text: much more than the caches nearest to a core hold.
const BYTES: usize = 4 << 20;

fn main() {
    divan::main();
}

fn draft(kind: Kind) -> Draft {
    Draft::new(Arc::new(Document::new("draft.txt", text::text(kind, BYTES))))
}

/// Amounts as they are written in both languages, each read alone.
#[divan::bench]
fn quantity(bencher: Bencher<'_, '_>) {
    let mut dice = text::Dice::new(98);
    let units =
        [" trillion yuan", " percent", "万亿元", "%", " million US dollars", "亿元", "个百分点", " villages"];
    let amounts: Vec<String> = (0..1000)
        .map(|_| format!("{}.{}{}", dice.below(100), dice.below(100), units[dice.below(units.len())]))
        .collect();
    bencher.counter(BytesCount::new(amounts.iter().map(String::len).sum::<usize>())).bench(|| {
        for amount in &amounts {
            let _ = black_box(quantity::parse_any(amount));
        }
    });
}

/// Every figure and time of a text.
#[divan::bench(args = Kind::ALL)]
fn scan(bencher: Bencher<'_, '_>, kind: Kind) {
    let draft = draft(kind);
    bencher.counter(BytesCount::of_str(&*draft.document.text)).bench(|| {
        let prose = scan::prose(&draft);
        scan::each_sentence(&prose)
            .map(|sentence| scan::findings(&prose, &sentence, None).figures.len())
            .sum::<usize>()
    });
}

/// A text held against the embedded base.
#[divan::bench(args = Kind::ALL)]
fn check(bencher: Bencher<'_, '_>, kind: Kind) {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    let draft = draft(kind);
    bencher.counter(BytesCount::of_str(&*draft.document.text)).bench(|| checker.check(&draft));
}

/// What a short run pays before its first letter.
#[divan::bench]
fn start() -> usize {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    checker.check(&Draft::new(Arc::new(Document::new("draft.txt", "It grew 3 percent.")))).findings.len()
}
