//! Figures of one sentence that are each right somewhere, but nowhere together.

use std::cell::OnceCell;

use super::company::Judged;
use super::finding::Issue;
use super::judge::Found;
use super::mention::Mention;
use super::rules;
use crate::facts::model::{Base, Fact, Measure, Vintage};
use crate::lang::Lang;
use crate::scan::Figure;

/// Marks the second of two figures of one topic and time that no compiler has together.
pub(super) fn mixed(base: &Base, text: &str, figures: &[Figure], judged: &mut [Judged<'_>]) {
    let whose: Vec<OnceCell<Vec<_>>> = vec![OnceCell::new(); judged.len()];
    for second in 1..judged.len() {
        for first in 0..second {
            let (one, other) = (&judged[first], &judged[second]);
            if one.found.issue.is_some()
                || other.found.issue.is_some()
                || one.mention.by.len() > 1
                || !one.mention.sure
                || !other.mention.sure
                || one.mention.beside.is_some()
                || other.mention.beside.is_some()
                || !belong_together(&one.mention, &other.mention)
            {
                continue;
            }
            let of = |at: usize| whose[at].get_or_init(|| compilers(base, &judged[at].found));
            let (ours, theirs) = (of(first), of(second));
            if ours.is_empty() || theirs.is_empty() || ours.iter().any(|one| theirs.contains(one)) {
                continue;
            }
            // `raised to 114.92 trillion yuan from 114.37 trillion, lifting growth to 8.4 percent`: of two told, one is its.
            let told_of_both = |at: usize, beside: usize, theirs: &[_]| {
                (0..judged.len()).any(|third| {
                    let (mention, known) = (&judged[third].mention, &judged[at].mention);
                    third != at
                        && third != beside
                        && (mention.subjects.first(), mention.period)
                            == (known.subjects.first(), known.period)
                        && whose[third]
                            .get_or_init(|| compilers(base, &judged[third].found))
                            .iter()
                            .any(|one| theirs.contains(one))
                })
            };
            if told_of_both(first, second, theirs) || told_of_both(second, first, ours) {
                continue;
            }
            // Money of another currency than its fact is in fits every publication alike.
            if [one, other].iter().any(|judged| is_converted(base, &figures[judged.at], &judged.found)) {
                continue;
            }
            // Who names the publications does not mix them.
            let stretch = figures[one.at].range.start.min(figures[other.at].range.start)
                ..figures[one.at].range.end.max(figures[other.at].range.end);
            if ["核实", "修订", "初步", "revised", "verified", "preliminar"]
                .iter()
                .any(|word| text[stretch.clone()].contains(word))
            {
                continue;
            }
            let (Some(with), Some(fact)) = (one.found.fact.clone(), other.found.fact.clone()) else {
                continue;
            };
            let title = format!(
                "`{}` and `{}` are of different publications",
                &text[figures[one.at].number.clone()],
                &text[figures[other.at].number.clone()]
            );
            let mut issue = Issue::new(&rules::MIXED_VINTAGES, title);
            let lines: Vec<String> =
                [with, fact].iter().filter_map(|id| super::finding::fact_line(base, id, Lang::En)).collect();
            issue.note = Some(lines.join("; "));
            issue.also = Some((figures[one.at].range.clone(), "with this".to_owned()));
            judged[second].found.issue = Some(issue);
            break;
        }
    }
}

/// Whether a figure agrees with a fact that is in another currency.
fn is_converted(base: &Base, figure: &Figure, found: &Found<'_>) -> bool {
    let fact = found.fact.as_ref().and_then(|id| base.fact(id));
    let known = fact.and_then(|fact| fact.value.as_ref()?.unit().currency());
    known.is_some() && figure.quantity.unit().currency() != known
}

/// Whether two mentions are of one topic and one time that is said.
fn belong_together(one: &Mention, other: &Mention) -> bool {
    let topic = |mention: &Mention| mention.subjects.first().map(|subject| subject.topic);
    let plain = |mention: &Mention| {
        !matches!(
            mention.subjects.first().map(|subject| subject.measure),
            Some(Measure::Contribution | Measure::Rank)
        )
    };
    plain(one)
        && plain(other)
        && topic(one).is_some()
        && topic(one) == topic(other)
        && one.period.is_some()
        && one.period == other.period
        && one.subjects.first() != other.subjects.first()
}

/// Who has a figure, and in which publication; a source that rests on another counts as that one too.
fn compilers<'b>(base: &'b Base, found: &Found<'b>) -> Vec<(&'b str, Option<Vintage>)> {
    let of = |fact: &'b Fact| {
        // A fact of nobody named says nothing.
        let body = fact.by.as_deref().or_else(|| base.source_of(fact).issuer.as_deref())?;
        Some((body, fact.vintage.filter(|vintage| *vintage != Vintage::Final)))
    };
    found.agreeing.iter().copied().filter_map(of).collect()
}
