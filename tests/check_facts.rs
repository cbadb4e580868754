//! Every figure of the base, said in a plain sentence, agrees with it; a thousand times too large, it does not.

use std::sync::Arc;

use ipfacts::check::{Checker, Verdict};
use ipfacts::document::Document;
use ipfacts::facts::model::{Base, Fact, Measure};
use ipfacts::lang::Lang;
use ipfacts::period::Kind;
use ipfacts::quantity::{self, Unit};
use ipfacts::scan::Draft;

/// The sentence that says a fact, with a figure put in.
fn sentence(base: &Base, fact: &Fact, figure: &str, lang: Lang) -> Option<String> {
    let topic = base.topic(fact.topic.as_deref()?)?.names.show(lang).to_owned();
    let whole =
        fact.whole.as_deref().and_then(|id| base.topic(id)).map(|topic| topic.names.show(lang).to_owned());
    let Kind::During(time) = fact.period?.kind() else { return None };
    let year = time.to_string();
    if year.len() != 4 || fact.place.is_some() || !fact.counted.en.is_empty() {
        return None;
    }
    Some(match (lang, fact.measure?, whole) {
        (Lang::En, Measure::Level, _) => format!("China's {topic} reached {figure} in {year}."),
        (Lang::Zh, Measure::Level, _) => format!("{year}年，我国{topic}规模达到{figure}。"),
        (Lang::En, Measure::Growth, _) => format!("China's {topic} grew {figure} in {year}."),
        (Lang::Zh, Measure::Growth, _) => format!("{year}年，我国{topic}同比增长{figure}。"),
        (Lang::En, Measure::Share, Some(whole)) => {
            format!("In {year}, China's {topic} accounted for {figure} of {whole}.")
        }
        (Lang::Zh, Measure::Share, Some(whole)) => format!("{year}年，我国{topic}占{whole}比重为{figure}。"),
        _ => return None,
    })
}

#[test]
fn every_fact_agrees_with_itself() {
    let base = ipfacts::facts::embedded();
    let checker = Checker::new(&base);
    let check = |text: &str| checker.check(&Draft::new(Arc::new(Document::new("draft.txt", text))));
    let mut faults = Vec::new();
    let mut said = 0;
    for fact in &base.facts {
        let Some(value) = &fact.value else { continue };
        for lang in [Lang::En, Lang::Zh] {
            let figure = quantity::phrase(value, lang).replace(" %", " percent");
            let Some(text) = sentence(&base, fact, &figure, lang) else { continue };
            said += 1;
            let report = check(&text);
            let agrees = report
                .findings
                .iter()
                .any(|finding| finding.verdict == Verdict::Agrees && finding.issue.is_none());
            let quiet = report.findings.iter().all(|finding| finding.issue.is_none());
            if !agrees || !quiet {
                let told: Vec<_> = report
                    .findings
                    .iter()
                    .map(|finding| {
                        (
                            finding.text.as_str(),
                            finding.verdict.name(),
                            finding.issue.as_ref().map(|issue| issue.rule.code),
                        )
                    })
                    .collect();
                faults.push(format!("{}: {text} {told:?}", fact.id));
            }
            if let (Unit::Money(_), false) = (value.unit(), fact.kind == ipfacts::facts::model::Kind::Target)
            {
                let spoilt =
                    figure.replace("billion", "million").replace("trillion", "billion").replace("万亿", "亿");
                if spoilt == figure || base.derived.iter().any(|derived| derived.id == fact.id) {
                    continue;
                }
                let Some(text) = sentence(&base, fact, &spoilt, lang) else { continue };
                let report = check(&text);
                if report.findings.iter().all(|finding| finding.issue.is_none()) {
                    faults.push(format!("{} is not missed: {text}", fact.id));
                }
            }
        }
    }
    assert!(said > 150, "{said} sentences");
    assert!(faults.is_empty(), "{} of {said}\n{}", faults.len(), faults.join("\n"));
}
