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
        if row == 0 || column == 0 || places.elsewhere || places.foreign > places.home {
            return false;
        }
        let Some(spoken) = spoken(prose, sentence, hits) else { return false };
        let document = Arc::new(Document::new("cell", spoken.text.clone()));
        let day = prose.day.or(draft.day);
        let sketch = Draft { document, input: Input::Plain, day };
        let read = scan::prose(&sketch);
        let mut found = Vec::new();
        let (plain, hits) = self.named(&read.text);
        self.read(&sketch, &read, &plain, (&hits, &[]), &mut found);
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
    let topic = match named(&row).or_else(|| named(&column)) {
        Some(_) => "",
        None => caption.as_ref().and_then(named).or_else(|| {
            prose.head_row_of(sentence.block).find_map(|head| named(&prose.blocks[head].range))
        })?,
    };
    let units = [&column, &row].into_iter().chain(&caption);
    let unit =
        units.filter_map(|range| in_parentheses(&prose.text[range.clone()])).next().unwrap_or_default();
    let bare = cell.ends_with(|letter: char| letter.is_ascii_digit());
    let unit = if bare { unit.to_owned() } else { String::new() };
    let (row, column) = (without_parentheses(&prose.text[row]), without_parentheses(&prose.text[column]));
    let (when, label) = match (is_time(row), is_time(column)) {
        (true, _) => (row, column.to_owned()),
        (false, true) => (column, row.to_owned()),
        (false, false) if sentence_lang(row) == Lang::Zh => ("", format!("{row}{column}")),
        (false, false) => ("", format!("{row} {column}")),
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
            Lang::En => format!("In {when}, "),
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

/// Whether a head is a time: 2016, 2016年, `2015-12`.
fn is_time(head: &str) -> bool {
    head.starts_with(|letter: char| letter.is_ascii_digit())
        && head.chars().all(|letter| letter.is_ascii_digit() || "年月日末底—–-/.".contains(letter))
}

fn sentence_lang(text: &str) -> Lang {
    if text.is_ascii() { Lang::En } else { Lang::Zh }
}

/// What stands in the parentheses of a head, without the word 单位.
fn in_parentheses(head: &str) -> Option<&str> {
    let open = head.rfind(['（', '('])?;
    let begin = open + head[open..].chars().next().map_or(1, char::len_utf8);
    let inside = head[begin..].split(['）', ')']).next()?.trim();
    let inside = inside.strip_prefix("单位").map_or(inside, |unit| unit.trim_start_matches(['：', ':', ' ']));
    Some(inside)
}

/// A head without its parentheses.
fn without_parentheses(head: &str) -> &str {
    head.find(['（', '(']).map_or(head, |open| &head[..open]).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_what_its_heads_make_of_it() {
        let base = crate::facts::embedded();
        let text = "\
“宽带中国”发展目标\n\n| 指标 | 2013年 | 2020年 |\n|---|---|---|\n| 固定宽带接入用户（亿户） | 2.1 | 40 |\n\n\
表1 我国数字经济规模（单位：万亿元）\n\n| 年份 | 规模 | 占GDP比重 |\n|---|---|---|\n| 2016 | 22.6 | 33.0% |\n| 2017 | 272 | 32.9% |\n\n\
| Year | Digital economy (trillion yuan) | Share of GDP |\n|---|---|---|\n| 2016 | 22.6 | 3.03% |\n";
        let draft = Draft::new(Arc::new(Document::new("draft.md", text)));
        let report = Checker::new(&base).check(&draft);
        let told: Vec<_> = report
            .findings
            .iter()
            .map(|finding| {
                let fix = finding.issue.as_ref().and_then(|issue| issue.fix.as_ref());
                let code = finding.issue.as_ref().map_or("agrees", |issue| issue.rule.code);
                (&text[finding.span.clone()], code, fix.map_or("", |fix| fix.text.as_str()))
            })
            .collect();
        assert_eq!(
            told,
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
}
