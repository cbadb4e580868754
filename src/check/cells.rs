//! Cells of tables, each read as the sentence that its heads make of it.
//!
//! `| 2016 | 22.6 |` under `数字经济规模（万亿元）` says 2016年，数字经济规模：22.6万亿元. What stands above the table, or
//! at the head of another column, names the topic where the heads of the cell do not (占GDP比重).

use std::ops::Range;
use std::sync::Arc;

use super::finding::{Finding, Fix};
use super::names::{Hit, What};
use super::{Checker, Places};
use crate::document::Document;
use crate::lang::Lang;
use crate::quantity::{self, Exact, Unit};
use crate::scan::{self, BlockKind, Draft, Input, Prose, Sentence};

/// A cell made a sentence.
struct Spoken {
    text: String,
    /// Where the cell's own text stands in it.
    own: Range<usize>,
    /// The unit that was understood and added behind it.
    unit: String,
}

impl Checker<'_> {
    /// Checks a cell by its heads; whether that said anything of its figures.
    pub(super) fn cell(
        &self,
        draft: &Draft,
        prose: &Prose,
        sentence: &Sentence,
        hits: &[Hit],
        places: &Places,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let BlockKind::Cell { row, column, .. } = prose.blocks[sentence.block].kind else { return false };
        // What is told of another place below a table does not concern it.
        let abroad = places.first_foreign.is_some_and(|at| at < sentence.range.start);
        if row == 0 || column == 0 || places.elsewhere || abroad && places.foreign > places.home {
            return false;
        }
        let Some(spoken) = spoken(prose, sentence, hits) else { return false };
        let document = Arc::new(Document::new("cell", spoken.text.clone()));
        let day = prose.day.or(draft.day);
        let sketch = Draft { document, input: Input::Plain, day };
        let read = scan::prose(&sketch);
        let mut found = Vec::new();
        let (plain, hits) = self.named(&read.text);
        self.read(&sketch, &read, &plain, (&hits, &[]), Some(places), &mut found);
        let before = findings.len();
        findings.extend(found.into_iter().filter_map(|finding| put_back(finding, &spoken, prose, sentence)));
        findings.len() > before
    }
}

/// The sentence that the heads of a cell make of it; none where no topic is named.
fn spoken(prose: &Prose, sentence: &Sentence, hits: &[Hit]) -> Option<Spoken> {
    let [row, column] =
        prose.heads_of(sentence.block).map(|head| head.map(|head| prose.blocks[head].range.clone()));
    let (row, column) = (row?, column?);
    let caption = prose.caption_of(sentence.block).map(|block| prose.blocks[block].range.clone());
    let cell = prose.text[sentence.range.clone()].trim();
    let elsewhere = |range: &Range<usize>| {
        let from = hits.partition_point(|hit| hit.range.start < range.start);
        let mut own = hits[from..].iter().take_while(|hit| hit.range.end <= range.end);
        own.any(|hit| matches!(hit.what, What::Place(_)))
    };
    if [&row, &column].into_iter().any(elsewhere) {
        return None;
    }
    if !cell.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let named = |range: &Range<usize>| {
        let from = hits.partition_point(|hit| hit.range.start < range.start);
        let topic = hits[from..]
            .iter()
            .take_while(|hit| hit.range.end <= range.end)
            .find(|hit| matches!(hit.what, What::Topic(_)))?;
        let before = prose.text[range.start..topic.range.start].trim_end();
        let whole = ["占", "对", "佔", "對", "of", "in", "to"].iter().any(|word| before.ends_with(word));
        (!whole).then(|| prose.text[topic.range.clone()].trim())
    };
    let [row_head, column_head] = [&row, &column].map(|range| Head::of(&prose.text[range.clone()]));
    let corner = prose.head_row_of(sentence.block).next().map(|head| prose.blocks[head].range.clone());
    let topic = match named(&row).or_else(|| named(&column)) {
        Some(_) => "",
        None => caption
            .as_ref()
            .and_then(named)
            .or_else(|| prose.head_row_of(sentence.block).find_map(|head| named(&prose.blocks[head].range)))
            .or_else(|| {
                only_one(prose.row_heads_of(sentence.block).map(|head| &prose.blocks[head].range), named)
            })?,
    };
    let above = caption.iter().chain(&corner).map(|range| Head::of(&prose.text[range.clone()]));
    let unit = [column_head, row_head].into_iter().chain(above.clone()).find_map(|head| head.unit);
    let bare = cell.ends_with(|letter: char| letter.is_ascii_digit());
    let unit = unit.filter(|_| bare).map(in_order).unwrap_or_default();
    let (row, column) = (row_head.label, column_head.label);
    let (when, label) = match (time(row), time(column)) {
        (Some(time), _) => (time, column.to_owned()),
        (None, Some(time)) => (time, row.to_owned()),
        (None, None) => {
            // What is told of 2014 in several publications: the corner says the year.
            let when =
                corner.as_ref().and_then(|corner| year_at_end(Head::of(&prose.text[corner.clone()]).label));
            let gap = if sentence_lang(row) == Lang::Zh || column.is_empty() { "" } else { " " };
            (when.unwrap_or_default(), format!("{row}{gap}{column}"))
        }
    };
    // Under a title of goals, a year is a deadline.
    let goal = caption.is_some_and(|range| {
        ["目标", "規劃", "规划", "目標", "arget", "oal"]
            .iter()
            .any(|word| prose.text[range.clone()].contains(word))
    });
    let mut text = String::new();
    let lang = sentence_lang(&format!("{label}{topic}"));
    if !when.is_empty() {
        let year = if when.len() == 4 && when.bytes().all(|byte| byte.is_ascii_digit()) { "年" } else { "" };
        text = match lang {
            Lang::Zh if goal => format!("到{when}{year}，目标"),
            Lang::Zh => format!("{when}{year}，"),
            Lang::En if goal => format!("By {when}, the target for "),
            Lang::En if when.starts_with(|letter: char| letter.is_ascii_digit()) => format!("In {when}, "),
            Lang::En => format!("{when}, "),
        };
    }
    text.push_str(topic);
    if lang == Lang::En && !topic.is_empty() {
        text.push(' ');
    }
    text.push_str(&label);
    text.push_str(if lang == Lang::Zh { "：" } else { ": " });
    let own = text.len()..text.len() + cell.len();
    text.push_str(cell);
    if lang == Lang::En && !unit.is_empty() {
        text.push(' ');
    }
    text.push_str(&unit);
    Some(Spoken { text, own, unit })
}

/// A finding of the sentence as one of the cell; none when it is of a head.
fn put_back(mut finding: Finding, spoken: &Spoken, prose: &Prose, sentence: &Sentence) -> Option<Finding> {
    let cell = &prose.text[sentence.range.clone()];
    let start = sentence.range.start + (cell.len() - cell.trim_start().len());
    let back = |range: &Range<usize>| {
        let inside = spoken.own.start <= range.start && range.start < spoken.own.end;
        inside.then(|| {
            let end = range.end.min(spoken.own.end);
            start + range.start - spoken.own.start..start + end - spoken.own.start
        })
    };
    finding.prose = back(&finding.prose)?;
    finding.span = finding.prose.clone();
    if let Some(figure) = &mut finding.figure {
        figure.range = back(&figure.range)?;
        figure.number = back(&figure.number)?;
        figure.noun = None;
        if let Some(when) = &mut figure.when {
            when.range = None;
        }
    }
    if let Some(issue) = &mut finding.issue {
        issue.also = None;
        issue.fix = issue.fix.take().and_then(|fix| {
            let text = fix.text.strip_suffix(spoken.unit.as_str()).map_or(fix.text.as_str(), str::trim_end);
            Some(Fix::new(&prose.text, back(&fix.span)?, text.to_owned(), fix.certain))
        });
    }
    Some(finding)
}

/// The head of a row or column: what its cells are of, and in which unit.
#[derive(Clone, Copy)]
struct Head<'a> {
    label: &'a str,
    unit: Option<&'a str>,
}

impl<'a> Head<'a> {
    /// A unit stands in parentheses (`规模（万亿元）`, with the word 单位 or without), behind a comma (`GDP, CNY trn`) or alone
    /// (`trillion yuan`).
    fn of(head: &'a str) -> Self {
        let head = head.trim();
        if let Some(open) = head.rfind(['（', '(']) {
            let begin = open + head[open..].chars().next().map_or(1, char::len_utf8);
            let inside = head[begin..].split(['）', ')']).next().unwrap_or_default().trim();
            let inside =
                inside.strip_prefix("单位").map_or(inside, |unit| unit.trim_start_matches(['：', ':', ' ']));
            let label = head.find(['（', '(']).map_or(head, |open| &head[..open]).trim();
            return Self { label, unit: Some(inside) };
        }
        if is_unit(head) {
            return Self { label: "", unit: Some(head) };
        }
        match head.rsplit_once([',', '，', '、']) {
            Some((label, unit)) if is_unit(unit.trim()) => {
                Self { label: label.trim(), unit: Some(unit.trim()) }
            }
            _ => Self { label: head, unit: None },
        }
    }
}

/// Whether a text is a unit and nothing else: `trn yuan`, `CNY bn`, `%`, 万亿元.
fn is_unit(text: &str) -> bool {
    reads_as_unit(text) || reads_as_unit(&in_order(text))
}

fn reads_as_unit(text: &str) -> bool {
    if text.is_empty() || text.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let one = format!("1 {text}");
    quantity::read_one_at(&one, 0).is_some_and(|read| {
        let named = read.quantity.unit() != &Unit::Number;
        read.range == (0..one.len()) && (named || *read.quantity.value() != Exact::from(1u32))
    })
}

/// A unit as it stands behind a number: the currency of `CNY trn` last.
fn in_order(unit: &str) -> String {
    let turned = unit.split_once(' ').map(|(currency, scale)| format!("{scale} {currency}"));
    turned.filter(|turned| !reads_as_unit(unit) && reads_as_unit(turned)).unwrap_or_else(|| unit.to_owned())
}

/// The one name that some ranges have; none where they have several.
fn only_one<'t, 'r>(
    ranges: impl Iterator<Item = &'r Range<usize>>,
    named: impl Fn(&Range<usize>) -> Option<&'t str>,
) -> Option<&'t str> {
    let mut names = ranges.filter_map(named);
    let first = names.next()?;
    names.all(|name| name == first).then_some(first)
}

/// A head that is a time, as a sentence says it: 2016, 2016年, `2015-12`, `H1 2019`; `2019, H1` is turned round.
fn time(head: &str) -> Option<String> {
    let digits = head.starts_with(|letter: char| letter.is_ascii_digit())
        && head.chars().all(|letter| letter.is_ascii_digit() || "年月日末底—–-/.".contains(letter));
    if digits || scan::period(head).is_some() {
        return Some(head.to_owned());
    }
    let (year, part) = head.split_once(", ")?;
    let turned = format!("{part} {year}");
    scan::period(&turned).is_some().then_some(turned)
}

/// The year at the end of a head: `GDP 2014`.
fn year_at_end(head: &str) -> Option<String> {
    let year = head.rsplit(' ').next()?;
    (year.len() == 4 && scan::period(year).is_some()).then(|| year.to_owned())
}

fn sentence_lang(text: &str) -> Lang {
    if text.is_ascii() { Lang::En } else { Lang::Zh }
}

#[cfg(test)]
mod tests {
    use super::super::finding::Verdict;
    use super::*;

    /// What is said of each figure of a draft: its text, the code or `agrees`, and the fix.
    fn told(text: &str) -> Vec<(&str, &'static str, String)> {
        let base = crate::facts::embedded();
        let draft = Draft::new(Arc::new(Document::new("draft.md", text)));
        let report = Checker::new(&base).check(&draft);
        let told =
            report.findings.iter().filter(|finding| finding.verdict != Verdict::Unknown).map(|finding| {
                let code = match (&finding.issue, finding.verdict) {
                    (Some(issue), _) => issue.rule.code,
                    (None, Verdict::Agrees) => "agrees",
                    (None, _) => "undecided",
                };
                let fix = finding.issue.as_ref().and_then(|issue| issue.fix.as_ref());
                (&text[finding.span.clone()], code, fix.map_or(String::new(), |fix| fix.text.clone()))
            });
        told.collect()
    }

    /// As [`told`], with the fixes lent.
    macro_rules! assert_told {
        ($text:expr, $expected:expr) => {
            let told = told($text);
            let told: Vec<_> = told.iter().map(|(text, code, fix)| (*text, *code, fix.as_str())).collect();
            assert_eq!(told, $expected);
        };
    }

    #[test]
    fn a_cell_says_what_its_heads_make_of_it() {
        let text = "\
“宽带中国”发展目标\n\n| 指标 | 2013年 | 2020年 |\n|---|---|---|\n| 固定宽带接入用户（亿户） | 2.1 | 40 |\n\n\
表1 我国数字经济规模（单位：万亿元）\n\n| 年份 | 规模 | 占GDP比重 |\n|---|---|---|\n| 2016 | 22.6 | 33.0% |\n| 2017 | 272 | 32.9% |\n\n\
| Year | Digital economy (trillion yuan) | Share of GDP |\n|---|---|---|\n| 2016 | 22.6 | 3.03% |\n";
        assert_told!(
            text,
            [
                ("2.1", "agrees", ""),
                ("40", "wrong-magnitude", "4.0"),
                ("22.6", "agrees", ""),
                ("33.0%", "changed-digit", "30.3%"),
                ("272", "wrong-magnitude", "27.2"),
                ("32.9%", "agrees", ""),
                ("22.6", "agrees", ""),
                ("3.03%", "wrong-magnitude", "30.3%"),
            ]
        );
    }

    #[test]
    fn a_unit_stands_in_the_heads_and_a_subject_in_the_corner_or_one_row() {
        let text = "\
| Indicator | 2018 | 2019 |\n|---|---|---|\n| Digital economy, trn yuan | 31.3 | 38.5 |\n| Share of GDP, % | 34.8 | 36.2 |\n| Estonia: GDP, trn yuan | 20.3 | 21.1 |\n\n\
| E-commerce turnover, China | trillion yuan |\n|---|---|\n| 2019 | 34.81 |\n| 2021 | 24.3 |\n\n\
| Period | GDP, CNY trn |\n|---|---|\n| 2021, Q1–Q3 | 82.31 |\n| 2020, H1 | 45.66 |\n\n\
| GDP 2015 | trillion yuan |\n|---|---|\n| Preliminary (Jan 2016) | 67.67 |\n";
        assert_told!(
            text,
            [
                ("31.3", "agrees", ""),
                ("38.5", "changed-digit", "35.8"),
                ("34.8", "agrees", ""),
                ("36.2", "agrees", ""),
                ("20.3", "undecided", ""),
                ("21.1", "undecided", ""),
                ("34.81", "agrees", ""),
                ("24.3", "changed-digit", "42.3"),
                ("82.31", "agrees", ""),
                ("45.66", "agrees", ""),
                ("67.67", "agrees", ""),
            ]
        );
    }
}
