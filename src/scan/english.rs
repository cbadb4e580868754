//! What English makes of a number: names it belongs to, what it counts, ranks, shares, changes.

use std::ops::Range;

use super::Direction;
use super::glyph::{
    at as char_at, before, before_spaces, is_digit, is_one_of, lower, past_spaces, phrase_at, phrase_before,
    word_at, word_before,
};

/// Whether a word is a part of a whole or a scale, of which there can be `a` or `one`: a third, one million.
fn is_part_or_scale(word: &str) -> bool {
    matches!(
        word,
        "third"
            | "quarter"
            | "half"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
            | "dozen"
    )
}

/// Whether a number that is a figure can begin with a word, by what stands around it. Cheap, and right whenever it
/// says no.
pub(super) fn opens_number(text: &str, begin: usize, word: &str, led: bool) -> bool {
    let end = begin + word.len();
    let hyphen = text[end..].starts_with('-');
    let at = if hyphen { end + 1 } else { past_spaces(text, end) };
    let next = lower(word_at(text, at));
    match &*lower(word) {
        "a" => is_part_or_scale(&next),
        "one" => {
            is_part_or_scale(&next)
                || matches!(
                    &*next,
                    "percent"
                        | "per"
                        | "percentage"
                        | "point"
                        | "in"
                        | "out"
                        | "and"
                        | "yuan"
                        | "dollar"
                        | "euro"
                        | "pound"
                        | "basis"
                        | "penny"
                        | "cent"
                        | "yen"
                        | "rouble"
                        | "rupee"
                        | "mile"
                        | "kilometre"
                        | "kilometer"
                        | "tonne"
                        | "ton"
                        | "hectare"
                        | "acre"
                        | "gallon"
                        | "litre"
                        | "inch"
                )
        }
        "half" => matches!(&*next, "a" | "million" | "billion" | "trillion") || share(text, begin, end, led),
        "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth"
        | "tenth" | "twentieth" => rank(text, begin, end),
        "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven"
        | "twelve" | "thirteen" | "fourteen" | "fifteen" | "sixteen" | "seventeen" | "eighteen"
        | "nineteen" | "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty"
        | "ninety" | "zero" => {
            let joins = matches!(&*next, "in" | "out" | "and" | "or" | "to" | "per" | "a");
            !next.is_empty() && (joins || STOPS.binary_search(&&*next).is_err())
                || text[at..].starts_with(['%', '$'])
        }
        "minus" | "negative" => {
            text[at..].starts_with(|next: char| !next.is_ascii_lowercase()) || !next.is_empty()
        }
        "double" | "doubled" | "doubles" | "doubling" | "twice" | "twofold" | "triple" | "tripled"
        | "tripling" | "trebled" | "quadrupled" | "quadruple" | "quintupled" | "threefold" | "fourfold"
        | "fivefold" | "tenfold" => multiple(text, begin, end, led),
        _ => false,
    }
}

/// Words that a number behind them is a label of, not a figure.
#[rustfmt::skip]
const LABELS: [&str; 74] = [
    "annex", "apartment", "apollo", "appendix", "article", "articles", "block", "boeing", "box", "building",
    "chapter", "chapters", "chart", "class", "clause", "edition", "episode", "exhibit", "ext", "extension",
    "fig", "figs", "figure", "figures", "file", "flight", "floor", "footnote", "form", "gate", "grade",
    "highway", "hotline", "interstate", "isbn", "issue", "item", "lesson", "level", "line", "mark", "model",
    "module", "note", "number", "p", "page", "pages", "paragraph", "part", "phase", "phone", "platform",
    "point", "pp", "room", "route", "rule", "season", "section", "sections", "serial", "stage", "step", "suite",
    "table", "tables", "tel", "terminal", "tier", "type", "unit", "version", "vol",
];

/// Words that may begin a sentence before a number, or that no name ends with.
#[rustfmt::skip]
const NO_NAMES: [&str; 62] = [
    "About", "Above", "After", "All", "Almost", "And", "Another", "Approximately", "Around", "As", "At", "Before",
    "Below", "Between", "But", "By", "Despite", "During", "Exactly", "Fewer", "First", "Following", "For", "From",
    "GDP", "However", "In", "Including", "Just", "Less", "More", "Nearly", "No", "Of", "On", "Only", "Or", "Other",
    "Over", "Roughly", "Since", "So", "Some", "Than", "That", "The", "Their", "Then", "These", "They", "This",
    "Those", "Though", "To", "Total", "Under", "Until", "Up", "When", "While", "With", "Within",
];

/// Whether a bare number from `begin` to `end` is part of a name or label.
pub(super) fn is_name(text: &str, begin: usize, end: usize, has_noun: bool) -> bool {
    // p. 12, Fig. 3
    let edge = before_spaces(text, begin);
    let lead = text[..edge].trim_end_matches('.');
    let word = if lead.ends_with(|last: char| last.is_ascii_alphabetic()) {
        word_before(lead, lead.len())
    } else {
        ""
    };
    let dotted = lead.len() < edge && LABELS.binary_search(&&*lower(word)).is_err();
    let word = if dotted { "" } else { word };
    let rest = &text[end..];
    let next = rest.chars().next();
    // (3), [12]: a reference; “985”: a name.
    let open = before(text, begin);
    if matches!(
        (open, next),
        (Some('('), Some(')'))
            | (Some('['), Some(']'))
            | (Some('（'), Some('）'))
            | (Some('“' | '"' | '‘'), Some('”' | '"' | '’'))
    ) {
        return true;
    }
    if let Some(other) = rest.strip_prefix(['/', ':', '-', '–', '@', '_', '\\', '*', '=', '^'])
        && other.starts_with(|next: char| next.is_ascii_alphanumeric())
        && !has_noun
    {
        return true;
    }
    if clock(text, end) {
        return true;
    }
    if word.is_empty() {
        return false;
    }
    if is_one_of(word, &["top", "fortune", "forbes", "windows", "act", "earth"]) {
        return true;
    }
    let glued = lead.len() == begin && text[..begin].ends_with(word);
    if glued || LABELS.binary_search(&&*lower(word)).is_ok() && !(has_noun && word.ends_with('s')) {
        return true;
    }
    if word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase())
        && !has_noun
    {
        // iPhone 7
        return true;
    }
    let capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    let start = lead.len() - word.len();
    let opens = text[..start].trim_end().is_empty();
    capital && !has_noun && !opens && NO_NAMES.binary_search(&word).is_err()
}

/// Whether a time of the day goes on behind a number: `3 p.m.`, `9:30`, `8 o'clock`.
fn clock(text: &str, end: usize) -> bool {
    let next = past_spaces(text, end);
    ["a.m", "p.m", "am", "pm", "o'clock", "o’clock", "hrs", "GMT", "BST"].iter().any(|word| {
        text[next..].starts_with(word)
            && !text[next + word.len()..].starts_with(|next: char| next.is_ascii_alphabetic())
    })
}

/// Words that no noun phrase behind a number goes beyond. Sorted.
#[rustfmt::skip]
const STOPS: [&str; 135] = [
    "a", "about", "according", "accounts", "across", "after", "against", "ago", "also", "although", "among",
    "an", "and", "annually", "are", "around", "as", "at", "be", "because", "been", "before", "being", "between",
    "but", "by", "can", "compared", "could", "did", "do", "does", "down", "during", "each", "earlier", "every",
    "exceeds", "falls", "for", "from", "globally", "grows", "had", "has", "have", "he", "her", "higher", "his",
    "if", "in", "include", "includes", "including", "into", "is", "it", "its", "later", "less", "longer",
    "lower", "makes", "may", "meanwhile", "means", "might", "must", "nationwide", "nor", "not", "of", "off",
    "on", "only", "or", "our", "out", "over", "past", "per", "plus", "ranks", "reaches", "remains",
    "respectively", "rises", "says", "she", "should", "shows", "since", "so", "stands", "still", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through",
    "throughout", "to", "today", "toward", "under", "until", "up", "versus", "via", "was", "we", "were", "when",
    "where", "whereas", "which", "while", "who", "whose", "will", "with", "within", "without", "worldwide",
    "would", "yearly",
];

/// The noun phrase right behind a number that ends at byte `end`: up to five words, the last one plural.
pub(super) fn noun(text: &str, end: usize) -> Option<Range<usize>> {
    let mut at = past_spaces(text, end);
    if at == end {
        // `15-city tour`, `5-year plan`
        let begin = end + 1;
        let word = text[end..].strip_prefix('-').map(|_| word_at(text, begin))?;
        return (word.len() > 2 && word.starts_with(|first: char| first.is_ascii_lowercase()))
            .then_some(begin..begin + word.len());
    }
    let begin = at;
    let mut found = None;
    for _ in 0..5 {
        let length = text.as_bytes()[at..]
            .iter()
            .take(40)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\''))
            .count();
        let word = &text[at..at + length];
        let number = !word.bytes().any(|byte| byte.is_ascii_alphabetic());
        if number || STOPS.binary_search(&&*lower(word)).is_ok() {
            break;
        }
        if is_plural(word) {
            found = Some(begin..at + length);
        }
        // `75 billion two years later`: that is when.
        let after = word_at(text, past_spaces(text, at + length));
        if word == "years" && is_one_of(after, &["later", "earlier", "before", "ago"]) {
            return None;
        }
        let next = past_spaces(text, at + length);
        if next == at + length {
            break;
        }
        at = next;
    }
    found
}

/// Whether a word is the plural of a noun, by its look.
pub(super) fn is_plural(word: &str) -> bool {
    let &[.., before, last] = word.as_bytes() else { return false };
    let regular = word.len() > 3
        && last.eq_ignore_ascii_case(&b's')
        && !matches!(before.to_ascii_lowercase(), b's' | b'u' | b'i');
    regular
        || matches!(
            &*lower(word),
            "people"
                | "men"
                | "women"
                | "children"
                | "staff"
                | "personnel"
                | "aircraft"
                | "police"
                | "cattle"
                | "sheep"
                | "fish"
                | "feet"
        )
}

/// Whether an ordinal from `begin` to `end` is a place in an order; where the words that make it one end.
pub(super) fn rank(text: &str, begin: usize, end: usize) -> bool {
    let next = past_spaces(text, end);
    let hyphen = text[end..].starts_with('-');
    let next = if hyphen { end + 1 } else { next };
    let word = word_at(text, next);
    if phrase_at(text, next, "to none").is_some() {
        return false;
    }
    if phrase_at(text, next, "only to").is_some() {
        return true;
    }
    let superlative = word.len() > 4
        && word.ends_with("est")
        && !is_one_of(
            word,
            &["interest", "request", "contest", "harvest", "invest", "protest", "forest", "arrest"],
        )
        || is_one_of(word, &["most", "best", "worst", "least"]);
    if superlative {
        return true;
    }
    if is_one_of(word, &["place", "position", "spot", "globally", "worldwide", "nationally", "nationwide"]) {
        return true;
    }
    let mut at = before_spaces(text, begin);
    for filler in ["the", "a", "now", "currently", "at", "in", "as", "to", "number"] {
        at = phrase_before(text, at, filler).map_or(at, |start| before_spaces(text, start));
    }
    let verb = word_before(text, at);
    let ranks = [
        "rank", "ranks", "ranked", "ranking", "rankings", "placed", "places", "placing", "stood", "stands",
        "standing", "came", "comes", "coming", "finished", "rated", "listed", "climbed", "rose", "jumped",
        "fell", "dropped", "slipped", "moved",
    ];
    let from = is_one_of(word_before(text, begin), &["from"])
        && is_one_of(word_before(text, before_spaces(text, begin) - 4), &ranks)
        || phrase_before(text, begin, "up from").is_some()
        || phrase_before(text, begin, "down from").is_some();
    if from {
        return true;
    }
    let placed = is_one_of(verb, &ranks);
    if placed && !(word.len() > 2 && is_noun_of_order(word)) {
        return true;
    }
    // `is second in the world`, `was third among them`, `second after the United States`
    let being = is_one_of(
        verb,
        &["is", "was", "are", "were", "be", "became", "become", "remains", "remained", "globally", "world"],
    );
    let ordered = is_one_of(word, &["in", "among", "after", "behind", "of", "globally"]);
    let article = word_before(text, begin).eq_ignore_ascii_case("the");
    being && ordered && !article
        || phrase_at(text, next, "in the world").is_some() && !article
        || phrase_at(text, next, "among").is_some() && !article
}

/// `second time`, `third year`: an order of events.
fn is_noun_of_order(word: &str) -> bool {
    is_one_of(
        word,
        &[
            "time", "year", "quarter", "half", "month", "week", "day", "session", "meeting", "phase",
            "stage", "batch", "term", "party", "round", "child",
        ],
    )
}

/// Whether `a third`, `half`, `a quarter` from `begin` to `end` is a share.
pub(super) fn share(text: &str, begin: usize, end: usize, qualified: bool) -> bool {
    let next = past_spaces(text, end);
    let word = word_at(text, next);
    let whole = &text[begin..end];
    if word.eq_ignore_ascii_case("of") {
        // `the first half of`, `a quarter of an hour`
        let thing = past_spaces(text, next + 2);
        let clock = ["an hour", "a century", "a mile", "a day", "a year", "the year"];
        if clock.iter().any(|words| phrase_at(text, thing, words).is_some()) {
            return false;
        }
        return !is_ordinal(word_before(text, begin));
    }
    if is_one_of(whole, &["half"]) {
        let prior = word_before(text, begin);
        if is_ordinal(prior)
            || is_one_of(
                prior,
                &["other", "better", "latter", "past", "every", "a", "and", "this", "last", "next", "each"],
            )
        {
            return false;
        }
        if is_one_of(word, &["year", "hour", "day", "an", "past", "way", "time", "dozen", "a"])
            || text[end..].starts_with('-')
        {
            return false;
        }
        return qualified
            || prior.eq_ignore_ascii_case("by")
            || is_one_of(prior, &["to", "in", "than", "for"]) && !word.is_empty()
            || is_one_of(word, &["the", "its", "their", "that"]);
    }
    if text[end..].starts_with('-') {
        return false;
    }
    let ends = word.is_empty()
        || is_one_of(
            word,
            &[
                "in", "from", "to", "by", "over", "and", "since", "between", "more", "less", "higher",
                "lower", "compared", "as", "or", "on", "during", "last", "this",
            ],
        );
    let prior = word_before(text, begin);
    if whole.to_ascii_lowercase().ends_with("quarter") || whole.to_ascii_lowercase().ends_with("quarters") {
        return qualified || is_one_of(prior, &["by", "than"]) && ends;
    }
    qualified || ends || is_one_of(prior, &["by", "to", "than"])
}

fn is_ordinal(word: &str) -> bool {
    is_one_of(word, &["first", "second", "third", "fourth"])
}

/// Whether `double`, `doubled`, `twice` from `begin` to `end` is a multiple.
pub(super) fn multiple(text: &str, begin: usize, end: usize, qualified: bool) -> bool {
    let word = &text[begin..end];
    let next = word_at(text, past_spaces(text, end));
    let prior = word_before(text, begin);
    if text[end..].starts_with('-') {
        return false;
    }
    if word.ends_with("fold") || is_digit(char_at(text, begin).unwrap_or(' ')) {
        return true;
    }
    if is_one_of(word, &["twice"]) {
        return is_one_of(next, &["as", "the", "that", "what", "its"]);
    }
    if is_one_of(word, &["double", "triple", "quadruple", "treble"]) {
        return qualified
            || is_one_of(
                prior,
                &["to", "will", "would", "could", "may", "might", "can", "should", "must", "not", "did"],
            )
            || is_one_of(
                next,
                &["the", "that", "what", "its", "their", "by", "in", "from", "since", "this"],
            );
    }
    !is_one_of(prior, &["a", "the"])
}

/// Words of growth and of fall; none of them is a qualifier.
#[rustfmt::skip]
const UP: [&str; 33] = [
    "up", "rise", "rises", "rose", "risen", "rising", "grow", "grows", "grew", "grown", "growing", "growth",
    "increase", "increases", "increased", "increasing", "climb", "climbed", "climbing", "jump", "jumped", "surge",
    "surged", "soared", "gain", "gained", "gains", "expanded", "expansion", "added", "advanced", "improved",
    "accelerated",
];
#[rustfmt::skip]
const DOWN: [&str; 30] = [
    "down", "fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "dropping", "decline",
    "declines", "declined", "declining", "decrease", "decreased", "decreases", "decreasing", "shrank", "shrunk",
    "slid", "slipped", "lost", "reduced", "reduction", "cut", "contracted", "contraction", "plunged", "tumbled",
];

/// Which way a change went, by the words before a figure that begins at byte `at`.
pub(super) fn direction(text: &str, at: usize) -> Option<Direction> {
    let mut end = at;
    for _ in 0..5 {
        let word = word_before(text, end);
        if word.is_empty() {
            return None;
        }
        if is_one_of(word, &UP) {
            return Some(Direction::Up);
        }
        if is_one_of(word, &DOWN) {
            return Some(Direction::Down);
        }
        let fills = [
            "by",
            "of",
            "at",
            "a",
            "an",
            "annual",
            "average",
            "rate",
            "yearly",
            "nominal",
            "real",
            "on",
            "year",
            "the",
            "further",
            "another",
            "only",
            "just",
            "compound",
            "sharply",
            "steadily",
            "rapidly",
            "slightly",
            "significantly",
        ];
        if !is_one_of(word, &fills) {
            return None;
        }
        end = before_spaces(text, end) - word.len();
    }
    None
}

/// The same by the words behind a figure: `18.9 percent growth`.
pub(super) fn direction_behind(text: &str, end: usize) -> Option<Direction> {
    let next = past_spaces(text, end);
    let mut at = next;
    for _ in 0..3 {
        let word = word_at(text, at);
        if is_one_of(word, &["growth", "increase", "rise", "gain", "jump", "expansion", "more", "higher"]) {
            return Some(Direction::Up);
        }
        if is_one_of(
            word,
            &["decline", "decrease", "fall", "drop", "reduction", "contraction", "less", "lower"],
        ) {
            return Some(Direction::Down);
        }
        if !is_one_of(word, &["annual", "year", "on", "nominal", "real", "average", "yearly"]) {
            return None;
        }
        at = past_spaces(text, at + word.len());
        at += usize::from(text[at..].starts_with('-'));
    }
    None
}

/// Whether the number that begins at byte `at` is where a change began: `from 18.6`; not a range `ranging from`.
pub(super) fn begins_change(text: &str, at: usize) -> bool {
    phrase_before(text, at, "from").is_some_and(|from| {
        !is_one_of(
            word_before(text, from),
            &["ranging", "range", "ranges", "ranged", "varying", "varies", "anywhere", "vary"],
        )
    })
}

/// Whether a time only says how long nothing like it was: `the slowest since 1990`.
pub(super) fn only_ranks(text: &str, time: &super::Time) -> bool {
    let before = text[..time.range.start].trim_end();
    let last = word_before(text, before.len());
    time.how == super::How::Since
        && (last.ends_with("est") || is_one_of(last, &["worst", "low", "high", "time"]))
}
