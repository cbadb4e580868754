//! Any text can be checked: nothing panics, and every place that is pointed at lies in the text.

use std::sync::{Arc, LazyLock};

use ipfacts::check::Checker;
use ipfacts::document::Document;
use ipfacts::facts::Base;
use ipfacts::scan::Draft;
use proptest::prelude::*;

static BASE: LazyLock<Base> = LazyLock::new(ipfacts::facts::embedded);
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&BASE));

/// Words that meet in drafts, in any order.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "China's", "digital economy", "GDP", "reached", "22.58 trillion yuan", "30.3 percent", "of", "in 2016", "by 2020", "more than",
    "less than", "second", "ranking", "administrative villages", "broadband", "98%", "respectively", "and", "from", "to", ",", ".", "(", ")",
    "accounted for", "growth", "contributed", "Guangdong", "the US", "according to CAICT", "数字经济", "占GDP比重", "达", "22.58万亿元",
    "2016年", "同比增长", "30.3%", "第二", "位居全球", "行政村", "通宽带", "以上", "分别", "和", "，", "。", "、", "（", "）", "比", "从", "到",
    "增长到", "个百分点", "云计算", "广东省", "国发〔2013〕31号", "$3.4 trillion", "GNP", "农村人口", "é", "😀", "\n\n", "| ", "**", "[", "]", "’s",
];

fn drafts() -> impl Strategy<Value = String> {
    let word =
        prop_oneof![8 => proptest::sample::select(WORDS).prop_map(str::to_owned), 1 => any::<String>()];
    (proptest::collection::vec(word, 0..24), any::<bool>())
        .prop_map(|(words, spaced)| words.join(if spaced { " " } else { "" }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_text_can_be_checked(text in drafts(), markdown in any::<bool>()) {
        let name = if markdown { "draft.md" } else { "draft.txt" };
        let report = CHECKER.check(&Draft::new(Arc::new(Document::new(name, text.clone()))));
        for finding in &report.findings {
            prop_assert!(text.get(finding.span.clone()).is_some());
            let Some(issue) = &finding.issue else { continue };
            if let Some(fix) = &issue.fix {
                prop_assert!(text.get(fix.edit.0.clone()).is_some());
            }
        }
        let faults = report.diagnostics(&BASE);
        prop_assert!(faults.iter().all(|fault| text.get(fault.labels[0].span.clone()).is_some()));
    }
}
