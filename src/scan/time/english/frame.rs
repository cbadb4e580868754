//! What the English words before a time make of it: `by the end of`, `since`, `as of`, `than in`.

use chrono::{Datelike, Weekday};

use super::super::{Bound, Core, How, Time};
use crate::period::{Length, Stretch};
use crate::scan::glyph::{
    before_spaces, is_digit, is_one_of, lower, past_spaces, phrase_at, phrase_before, word_at, word_before,
};

/// The time with what stands before its core: `by the end of`, `since`, `as of`, `than in`.
pub(super) fn framed(text: &str, core: Core, begin: usize, end: usize, relative: bool) -> Time {
    let weekday = weekday_before(text, begin);
    let (start, bound) = part(text, past_article(text, begin - usize::from(text[..begin].ends_with('-'))))
        .unwrap_or((begin, Bound::During));
    let core = if &*lower(text.get(start..start + 3).unwrap_or_default()) == "mid" && start < begin {
        in_june(core)
    } else {
        core
    };
    let edge = past_article(text, start);
    // said on Monday, January 22, 2018
    let edge = if weekday.is_some() { text[..edge].trim_end().trim_end_matches(',').len() } else { edge };
    if let Some((earlier, found)) = preposition(text, edge) {
        // `before the end of 2020` keeps the deadline; `as of the end of 2016` is its end.
        let bound = match (found, bound) {
            (Bound::Before, Bound::End) => Bound::By,
            (Bound::AsOf, Bound::End) => Bound::End,
            (found, _) => found,
        };
        return Time {
            range: earlier..end,
            period: bound.period(core),
            how: how(bound, relative, core),
            weekday,
            compared: false,
            beyond: core.beyond(),
        };
    }
    // `the 2010 level`, `2015 levels`; `a 2017 report`
    let noun = word_at(text, past_spaces(text, end));
    let level = is_year_long(core) && is_one_of(noun, &["level", "levels", "baseline"]);
    let paper =
        is_one_of(noun, &["report", "study", "paper", "article", "statement", "announcement", "notice"]);
    let mut compared = level
        || paper
        || is_year_long(core) && in_a_title(text, begin, end)
        || is_said(text, edge, core)
        || is_compared(text, edge, core, relative) && !matches!(core, Core::Range(..));
    let mut bound = bound;
    if compared && onward(text, end) {
        compared = false;
        bound = Bound::Since;
    }
    let how = how(bound, relative, core);
    Time { range: start..end, period: bound.period(core), how, weekday, compared, beyond: core.beyond() }
}

/// The month in the middle of a year: `mid-2017` is June.
fn in_june(core: Core) -> Core {
    match core {
        Core::One(year) if year.length() == Length::Year => {
            Stretch::month(year.first().year(), 6).map_or(core, Core::One)
        }
        core => core,
    }
}

/// Whether a year is part of the name of an event or a paper: `the 2021 World Internet Conference`, `the White
/// Paper on the Development of the Digital Economy (2020)`, `China Internet Development Report 2021`.
fn in_a_title(text: &str, begin: usize, end: usize) -> bool {
    const EVENTS: [&str; 8] =
        ["Conference", "Summit", "Forum", "Expo", "Congress", "Olympics", "Games", "Awards"];
    const PAPERS: [&str; 9] =
        ["Report", "Paper", "Yearbook", "Plan", "Bulletin", "Survey", "Outlook", "Review", "Index"];
    let capital = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let mut words = text[end..].strip_prefix(' ').unwrap_or_default().split(' ').take(5);
    let event = words
        .by_ref()
        .take_while(|word| capital(word))
        .any(|word| EVENTS.contains(&word.trim_matches(|letter: char| !letter.is_ascii_alphabetic())));
    if event {
        return true;
    }
    // `China Internet Plus Index (2017) report`
    let named = word_at(text, past_spaces(text, end + 1));
    if text[end..].starts_with(')') && text[..begin].ends_with('(') && is_one_of(named, &PAPERS) {
        return true;
    }
    let head = &text[crate::scan::glyph::floor(text, begin.saturating_sub(90))..begin];
    let head = &head[head.rfind(['.', ',', ';', '\n']).map_or(0, |stop| stop + 1)..];
    if text[end..].starts_with(')') && head.ends_with('(') {
        return head.split(' ').any(|word| {
            let word = word.trim_matches(['“', '"', '‘', '\'']);
            PAPERS.iter().any(|paper| paper.eq_ignore_ascii_case(word))
        });
    }
    head.ends_with(' ') && head.split_whitespace().next_back().is_some_and(|word| PAPERS.contains(&word))
}

/// Where `the`, `a` or `one` before byte `at` begins.
fn past_article(text: &str, at: usize) -> usize {
    ["the", "a", "one"].iter().find_map(|article| phrase_before(text, at, article)).unwrap_or(at)
}

/// Which part of the core is meant, by the words that end at byte `at`: `end of`, `early`.
fn part(text: &str, at: usize) -> Option<(usize, Bound)> {
    let (words, bound): (&[&str], Bound) = match &*lower(word_before(text, at)) {
        "of" => {
            let earlier = phrase_before(text, at, "of")?;
            let (words, bound): (&[&str], Bound) = match &*lower(word_before(text, earlier)) {
                "end" => (&["end"], Bound::End),
                "close" => (&["close"], Bound::End),
                "beginning" => (&["beginning"], Bound::Start),
                "start" => (&["start"], Bound::Start),
                "middle" => (&["middle"], Bound::During),
                _ => return None,
            };
            return words
                .iter()
                .find_map(|word| phrase_before(text, earlier, word))
                .map(|start| (start, bound));
        }
        "end" => (&["year end", "end"], Bound::End),
        "early" => (&["early"], Bound::During),
        "late" => (&["late"], Bound::During),
        "mid" => (&["mid"], Bound::During),
        "year" => (&["fiscal year", "year"], Bound::During),
        "fiscal" => (&["fiscal"], Bound::During),
        "fy" => (&["FY"], Bound::During),
        _ => return None,
    };
    words.iter().find_map(|words| phrase_before(text, at, words)).map(|start| (start, bound))
}

/// What the preposition that ends at byte `at` makes of a time.
fn preposition(text: &str, at: usize) -> Option<(usize, Bound)> {
    let (words, bound): (&[&str], Bound) = match &*lower(word_before(text, at)) {
        "by" => (&["by"], Bound::By),
        "than" => (&["no later than", "not later than"], Bound::By),
        "until" => (&["until"], Bound::By),
        "till" => (&["till"], Bound::By),
        "to" => {
            if let Some(start) = phrase_before(text, at, "prior to") {
                return Some((start, Bound::Before));
            }
            (&["up to"], Bound::By)
        }
        "of" => (&["as of"], Bound::AsOf),
        "at" => (&["as at"], Bound::AsOf),
        "since" => (&["since"], Bound::Since),
        "before" => (&["before"], Bound::Before),
        "from" => (&["starting from"], Bound::Since),
        "after" => (&["after"], Bound::Since),
        _ => return None,
    };
    words.iter().find_map(|words| phrase_before(text, at, words)).map(|start| (start, bound))
}

/// Whether a time tells when something was said or made known: `released in July 2017`, `said on Monday, …`.
fn is_said(text: &str, at: usize, core: Core) -> bool {
    let in_it = phrase_before(text, at, "in").or_else(|| phrase_before(text, at, "on")).unwrap_or(at);
    let verb = lower(word_before(text, in_it));
    let day = matches!(core, Core::One(stretch) if stretch.length() == Length::Day);
    let month = matches!(core, Core::One(stretch) if stretch.length() == Length::Month);
    match &*verb {
        "released" | "published" | "issued" | "announced" | "unveiled" | "dated" | "posted" | "signed"
        | "adopted" | "promulgated" => true,
        // `…, CAICT said in 2019`
        "said" | "reported" if is_a_remark(text, in_it) => true,
        "said" | "told" | "reported" | "says" | "wrote" | "writes" => day || month,
        "held" | "opened" => day,
        word => {
            day && word.len() > 5 && word.ends_with("day") && {
                let earlier = phrase_before(text, in_it, word).unwrap_or(in_it);
                let earlier = phrase_before(text, earlier, "on").unwrap_or(earlier);
                matches!(
                    &*lower(word_before(text, earlier)),
                    "said" | "told" | "announced" | "reported" | "released" | "published" | "issued"
                )
            }
        }
    }
}

/// Whether who said it stands alone with the verb behind a comma, so that the rest was said before: `…, CAICT said`.
fn is_a_remark(text: &str, at: usize) -> bool {
    let head = &text[crate::scan::glyph::floor(text, at.saturating_sub(60))..at];
    head.rfind(", ").is_some_and(|comma| {
        let said = &head[comma + 2..];
        let words = said.split_whitespace().count();
        words <= 5 && !said.contains(|letter: char| letter.is_ascii_digit() || letter == '.')
    })
}

/// Whether a time is only compared with: `than in 2015`, `over last year`, `1.6 times that of 2010`, `on 2015`.
fn is_compared(text: &str, at: usize, core: Core, relative: bool) -> bool {
    let in_it = phrase_before(text, at, "in").unwrap_or(at);
    let for_it = phrase_before(text, at, "for").and_then(|at| a_figure(text, at));
    let of_it = match &*lower(word_before(text, in_it)) {
        "of" => ["that of", "those of", "level of", "levels of"]
            .iter()
            .find_map(|words| phrase_before(text, in_it, words))
            .or_else(|| a_figure(text, phrase_before(text, in_it, "of")?)),
        "that" => phrase_before(text, in_it, "that"),
        "those" => phrase_before(text, in_it, "those"),
        "level" => phrase_before(text, in_it, "level"),
        _ => None,
    };
    let edge = past_article(text, of_it.or(for_it).unwrap_or(in_it));
    let edge = if text[..edge].ends_with("vs. ") { edge - 2 } else { edge };
    match &*lower(word_before(text, edge)) {
        "than" | "over" | "from" | "against" | "versus" | "vs" => true,
        "above" | "below" => relative || is_year_long(core),
        "with" => phrase_before(text, edge, "compared with").is_some(),
        "to" => ["compared to", "relative to", "identical to", "similar to", "close to", "equal to"]
            .iter()
            .any(|words| phrase_before(text, edge, words).is_some()),
        "on" => relative || is_year_long(core),
        "times" => of_it.is_some(),
        "as" => in_it < at,
        _ => false,
    }
}

/// Where `the revised rate` before byte `at` begins, behind its article.
fn a_figure(text: &str, at: usize) -> Option<usize> {
    const FIGURES: [&str; 14] = [
        "rate",
        "figure",
        "pace",
        "value",
        "amount",
        "number",
        "total",
        "growth",
        "share",
        "proportion",
        "result",
        "mark",
        "peak",
        "record",
    ];
    let noun = word_before(text, at);
    if !is_one_of(noun, &FIGURES) {
        return None;
    }
    let mut begin = phrase_before(text, at, noun)?;
    for _ in 0..2 {
        let word = word_before(text, begin);
        if is_one_of(word, &["the", "a", "from", "than", "over", "against", "with", "to"]) {
            break;
        }
        begin = phrase_before(text, begin, word)?;
    }
    Some(begin)
}

pub(super) fn how(bound: Bound, relative: bool, core: Core) -> How {
    bound.how(relative || core == Core::Unknown)
}

pub(super) fn is_year_long(core: Core) -> bool {
    matches!(core, Core::One(stretch) if stretch.length() == Length::Year)
}

/// `from 2013 on`, `from 2013 onwards`.
pub(super) fn onward(text: &str, end: usize) -> bool {
    let next = past_spaces(text, end);
    ["onwards", "onward"].iter().any(|word| phrase_at(text, next, word).is_some())
}

/// The day of the week before a date: `Monday, January 22, 2018`.
pub(super) fn weekday_before(text: &str, at: usize) -> Option<Weekday> {
    let end = before_spaces(text, at);
    let end = if text[..end].ends_with(',') { end - 1 } else { end };
    let word = word_before(text, end);
    if word.len() < 6 || text[..end].ends_with(is_digit) {
        return None;
    }
    word.parse()
        .ok()
        .filter(|_| word.ends_with("day") && word.starts_with(|first: char| first.is_ascii_uppercase()))
}
