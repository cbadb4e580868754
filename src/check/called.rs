//! Documents by the names people have for them: `the Broadband China strategy`, 《促进大数据发展行动纲要》.
//!
//! Such a name stands in many a sentence about something else. A time is held against the document only where
//! grammar says that it was issued then: `the … was released by the State Council on …`, `On …, the State Council
//! issued the …`, 国务院于…印发《…》, 《…》于…公布.

use std::ops::Range;

use super::finder::Finder;
use crate::facts::model::{Base, Source};
use crate::lang::Lang;
use crate::scan::Sentence;

/// The names by which documents are called.
#[derive(Debug)]
pub(super) struct Called<'b> {
    finder: Finder<'b, usize>,
}

impl<'b> Called<'b> {
    /// Gathers the names of a base's documents.
    pub(super) fn new(base: &'b Base) -> Self {
        let mut names: Vec<(&'b str, usize, bool)> = Vec::new();
        for (at, source) in base.sources.iter().enumerate().filter(|(_, source)| has_days(source)) {
            names.extend(source.titles().filter_map(|title| Some((issued(title)?, at, false))));
            names.extend(source.called.all().map(|name| (name, at, false)));
        }
        Self { finder: Finder::new(names) }
    }

    /// Where a text calls a document by a name, and which source it is.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        self.finder.each(text, |range, source| found.push((range, source)));
        found
    }
}

fn has_days(source: &Source) -> bool {
    source.signed.is_some() || source.public.is_some()
}

/// What a notice issues: 促进大数据发展行动纲要, of 国务院关于印发促进大数据发展行动纲要的通知.
fn issued(title: &str) -> Option<&str> {
    let (_, rest) = title.split_once("关于印发")?;
    rest.strip_suffix("的通知").filter(|name| name.chars().count() >= 6)
}

/// Whether a sentence says that the document with a name was issued at a time; both as ranges of the text.
pub(super) fn says_issued(text: &str, sentence: &Sentence, name: &Range<usize>, time: &Range<usize>) -> bool {
    let whole = &sentence.range;
    let inside = |range: &Range<usize>| whole.start <= range.start && range.end <= whole.end;
    if !inside(name) || !inside(time) || name.start < time.end && time.start < name.end {
        return false;
    }
    let (before, behind) = (&text[whole.start..name.start], &text[name.end..whole.end]);
    match sentence.lang {
        Lang::En if !is_whole_in_english(behind) => false,
        Lang::Zh if !is_whole_in_chinese(before, behind) => false,
        Lang::En if time.end <= name.start => {
            let lead = text[whole.start..time.start].trim().to_lowercase();
            matches!(&*lead, "" | "on" | "in" | "also on" | "also in" | "back in" | "early in" | "late in")
                && is_object(&text[time.end..name.start])
        }
        Lang::En => {
            let between = &text[name.end..time.start];
            is_passive(between)
                || is_object(before) && matches!(without_parentheses(between).trim(), "" | "on" | "in")
        }
        Lang::Zh if time.end <= name.start => is_object_in_chinese(&text[time.end..name.start]),
        Lang::Zh => {
            let between = without_parentheses(&text[name.end..time.start]);
            let between = between.trim_matches(|c: char| c.is_whitespace() || "》”」』，,".contains(c));
            let led = matches!(between, "" | "于" | "已于" | "在" | "是" | "是在" | "自" | "於" | "已於");
            led && begins_with_issuing(&text[time.end..whole.end])
        }
    }
}

/// Verbs of issuing. What is announced, adopted or proposed is so on another day than it is issued.
const ISSUED: [&str; 6] = ["issued", "released", "published", "unveiled", "promulgated", "rolled out"];
const ISSUED_ZH: [&str; 12] =
    ["印发", "发布", "公布", "颁布", "出台", "下发", "印發", "發布", "公佈", "頒布", "頒佈", "下發"];

/// Words that may stand between a verb and the name of its object.
const DETERMINERS: [&str; 14] = [
    "the",
    "its",
    "a",
    "an",
    "their",
    "this",
    "national",
    "new",
    "so-called",
    "china's",
    "country's",
    "chinese",
    "ambitious",
    "landmark",
];

/// Whether a name in English is whole: not the beginning of another document's (`… strategy implementation rules`).
fn is_whole_in_english(behind: &str) -> bool {
    let next = behind.trim_start_matches(['"', '”', '\'', '’']);
    let word = next.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let goes_on = [
        "", "was", "were", "is", "has", "had", "on", "in", "and", "to", "which", "that", "with", "as", "by",
        "aiming", "calling", "setting", "last", "this", "at", "after", "before", "when", "while", "but",
    ];
    !next.starts_with(char::is_alphanumeric) && (goes_on.contains(&word) || ISSUED.contains(&word))
}

/// Whether a clause says that somebody issued what comes next: `, the State Council issued the `.
fn is_object(clause: &str) -> bool {
    let lower = clause.to_lowercase().replace('’', "'");
    let mut words: Vec<&str> =
        lower.split_whitespace().map(|word| word.trim_matches(['"', '“', '”', '‘', ','])).collect();
    while words.last().is_some_and(|word| word.is_empty() || DETERMINERS.contains(word)) {
        words.pop();
    }
    let verb = |words: &[&str]| ISSUED.iter().any(|verb| words.join(" ").ends_with(verb));
    let passive =
        words.len() >= 2 && matches!(words[words.len() - 2], "was" | "were" | "been" | "be" | "not");
    let length = words.len();
    length > 1
        && verb(&words[length.saturating_sub(2)..])
        && !passive
        && length <= 16
        && !lower.contains([';', ':', '—'])
}

/// Whether what stands between a name and a time says that it was issued then: ` was released by the State Council on `.
fn is_passive(between: &str) -> bool {
    let lower = without_parentheses(between).to_lowercase();
    let trimmed = lower.trim_start_matches(['"', '”', '\'', '’', ',', ' ']);
    let words: Vec<&str> = trimmed.split_whitespace().map(|word| word.trim_matches(',')).collect();
    let light = |word: &&str| {
        matches!(
            *word,
            "was"
                | "were"
                | "is"
                | "has"
                | "had"
                | "been"
                | "which"
                | "that"
                | "first"
                | "officially"
                | "formally"
                | "jointly"
                | "finally"
                | "later"
        )
    };
    let from = words.iter().take_while(|word| light(word)).count();
    let rest = words[from..].join(" ");
    let Some(tail) = ISSUED.iter().find_map(|verb| rest.strip_prefix(verb)) else { return false };
    let tail = tail.trim();
    let agent = tail.strip_suffix(" on").or_else(|| tail.strip_suffix(" in")).unwrap_or(tail);
    matches!(tail, "" | "on" | "in") || agent.starts_with("by ") && agent.split_whitespace().count() <= 10
}

/// Whether a name in Chinese is whole: not a part of a longer title.
fn is_whole_in_chinese(before: &str, behind: &str) -> bool {
    let opened = before.rfind('《').filter(|open| !before[*open..].contains('》'));
    let Some(open) = opened else {
        return !behind.starts_with(|c: char| c.is_alphanumeric())
            || begins_with_issuing(behind)
            || behind.starts_with('于');
    };
    let lead = &before[open + '《'.len_utf8()..];
    let lead = lead.strip_prefix("国务院").or_else(|| lead.strip_prefix("國務院")).unwrap_or(lead);
    matches!(lead, "" | "关于" | "關於" | "关于印发" | "關於印發")
        && behind.trim_start_matches("的通知").starts_with('》')
}

/// Whether a clause in Chinese says that somebody issued what comes next: ，国务院印发了《.
fn is_object_in_chinese(clause: &str) -> bool {
    let clause = clause.trim_end_matches(['《', '“', '「', '『', ' ']);
    let lead = ["国务院关于印发", "關於印發", "关于印发", "国务院关于", "关于", "關於", "国务院"]
        .iter()
        .find_map(|lead| {
            clause
                .strip_suffix(lead)
                .filter(|rest| rest.ends_with(['《', '了', '布', '佈', '发', '發', '台']))
        });
    let clause = lead.unwrap_or(clause).trim_end_matches(['《', '了']);
    let plain = clause.chars().count() <= 24 && !clause.contains(['。', '；', '：', '《', '》']);
    plain && ISSUED_ZH.iter().any(|verb| clause.ends_with(verb))
}

fn begins_with_issuing(text: &str) -> bool {
    let text = text.trim_start_matches(['，', ' ']);
    let text = ["由国务院办公厅", "由国务院", "经国务院", "由國務院"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    let text = ["正式", "对外", "對外", "向社会", "批准"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    ISSUED_ZH.iter().any(|verb| text.starts_with(verb))
}

/// A text without one pair of parentheses that opens it: the number of a document, an acronym.
fn without_parentheses(text: &str) -> &str {
    let inner = text.trim_start_matches(['"', '”', '》', ' ']);
    let Some(rest) = inner.strip_prefix(['(', '（']) else { return text };
    rest.find([')', '）'])
        .map_or(text, |at| &rest[at..][rest[at..].chars().next().map_or(0, char::len_utf8)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str, name: &str, time: &str, lang: Lang) -> bool {
        let range = |part: &str| {
            let start = text.find(part).expect("the part is in the text");
            start..start + part.len()
        };
        let sentence = Sentence { range: 0..text.len(), block: 0, lang };
        says_issued(text, &sentence, &range(name), &range(time))
    }

    #[test]
    fn what_was_issued_at_a_time() {
        let says = |text| says(text, "Road Plan", "2015", Lang::En);
        assert!(says("The Road Plan was released by the State Council in 2015."));
        assert!(says("The Road Plan (RP), released in 2015, has ten parts."));
        assert!(says("In 2015, the State Council issued its Road Plan."));
        assert!(says("The State Council issued the Road Plan in 2015."));
        assert!(!says("In 2015, the ministry issued rules on carrying out the Road Plan."));
        assert!(!says("In 2015, the State Council issued the Road Plan guidelines for cities."));
        assert!(!says("The Road Plan has 98 percent of villages on the net in 2015."));
        assert!(!says("The Road Plan was adopted at a meeting in 2015."));
    }

    #[test]
    fn what_was_issued_at_a_time_in_chinese() {
        let says = |text| says(text, "道路建设规划", "2015年", Lang::Zh);
        assert!(says("2015年，国务院印发《道路建设规划》。"));
        assert!(says("国务院于2015年正式发布了《国务院关于印发道路建设规划的通知》。"));
        assert!(says("《道路建设规划》（国发〔2015〕1号）于2015年公布。"));
        assert!(says("《道路建设规划》2015年由国务院印发。"));
        assert!(!says("2015年，省政府印发《贯彻道路建设规划的实施意见》。"));
        assert!(!says("2015年，省政府发布贯彻道路建设规划的意见。"));
        assert!(!says("《道路建设规划》提出，2015年普及率达到98%。"));
    }
}
