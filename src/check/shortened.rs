//! A thing that was named in full is named again by its last words alone: `Internet users …` and then `penetration`,
//! `e-commerce …` and then `transactions`, 网民…，普及率….
//!
//! Which thing is meant, what was left out says: the word of which the topic named last has a name.

use std::ops::Range;

use memchr::memmem::Finder;

use super::names::{Hit, What};
use super::recalled::Place;
use super::words;
use crate::facts::model::{Base, Measure};
use crate::lang::Lang;

/// Nouns for what a thing has, by which it is named again.
const HEADS: [&str; 10] = [
    "handset users",
    "phone users",
    "mobile users",
    "penetration rate",
    "penetration ratio",
    "availability rate",
    "penetration",
    "transactions",
    "users",
    "subscribers",
];

/// The same in Chinese.
const HEADS_ZH: [&str; 1] = ["普及率"];

/// What may stand before such a noun besides words that end in -ed and -ing.
const BEFORE: [&str; 27] = [
    "the",
    "its",
    "their",
    "this",
    "that",
    "a",
    "an",
    "of",
    "and",
    "with",
    "for",
    "to",
    "while",
    "whose",
    "overall",
    "average",
    "national",
    "nationwide",
    "total",
    "such",
    "in",
    "by",
    "put",
    "as",
    "where",
    "but",
    "these",
];

/// The last words of times, which may stand before it as well.
const TIMES: [&str; 15] = [
    "year",
    "month",
    "then",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// And before a Chinese one.
const BEFORE_ZH: [char; 10] = ['其', '的', '使', '且', '而', '均', '，', '、', '；', '：'];

/// The names of a base, cut short.
#[derive(Debug)]
pub(super) struct Shortened<'b> {
    base: &'b Base,
    /// A noun, what was before it in the name, and the topic.
    names: Vec<(&'static str, &'b str, usize)>,
    /// What has shares, by the last word of its name, and what has them: `villages`.
    wholes: Vec<(Finder<'b>, usize, Vec<usize>)>,
    /// What finds each noun, in English and in Chinese.
    heads: [Vec<(&'static str, Finder<'static>)>; 2],
    /// Topics that the base has speeds of, by who has them.
    speeds: Vec<(Who, usize)>,
}

/// Who has a speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Town,
    Country,
    Advanced,
}

impl Who {
    /// Of whom a name is: `broadband in developed cities`, `rural broadband`.
    fn of(name: &str) -> Option<Self> {
        let has = |words: &[&str]| words.iter().any(|word| has_words(name, word));
        match () {
            () if has(&["advanced", "developed"]) => Some(Self::Advanced),
            () if has(&["urban", "city", "cities"]) => Some(Self::Town),
            () if has(&["rural", "countryside"]) => Some(Self::Country),
            () => None,
        }
    }

    /// The words by which they are told.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Advanced => &["developed cities", "advanced cities", "developed urban areas"],
            Self::Town => &["urban", "city", "cities", "towns"],
            Self::Country => &["rural", "countryside", "villagers"],
        }
    }
}

/// Where a topic was named: its paragraph and sentence, and its byte.
type Named = (Place, usize);

impl<'b> Shortened<'b> {
    /// Cuts the names of a base short.
    pub(super) fn new(base: &'b Base) -> Self {
        let mut names = Vec::new();
        for (at, topic) in base.topics.iter().enumerate() {
            let cut = |heads: &'static [&'static str], name: &'b str| {
                let head = heads.iter().find(|head| name.ends_with(**head))?;
                let left = name[..name.len() - head.len()].trim_end();
                (!left.is_empty()).then_some((*head, left, at))
            };
            names.extend(topic.names.en.iter().filter_map(|name| cut(&HEADS, name.as_str())));
            // `mobile users`: what the mobile internet users are called where the internet was named.
            let middle = |name: &'b str| {
                HEADS.iter().find_map(|head| {
                    let (first, last) = head.split_once(' ')?;
                    let left = name.strip_prefix(first)?.strip_suffix(last)?.trim();
                    (!left.is_empty()).then_some((*head, left, at))
                })
            };
            names.extend(topic.names.en.iter().filter_map(|name| middle(name.as_str())));
            names.extend(topic.names.zh.iter().filter_map(|name| cut(&HEADS_ZH, name.as_str())));
        }
        let finders = |heads: &'static [&'static str]| {
            heads.iter().map(|head| (*head, Finder::new(tail_of(head)))).collect::<Vec<_>>()
        };
        let wholes = wholes(base)
            .into_iter()
            .map(|(head, whole, parts)| (Finder::new(head.as_bytes()), whole, parts))
            .collect();
        Self { base, names, wholes, heads: [finders(&HEADS), finders(&HEADS_ZH)], speeds: speeds(base) }
    }

    /// Who has a speed, where a thing that has speeds was named: `20 Mbps in cities and 4 Mbps in the countryside`.
    fn who(
        &self,
        text: &str,
        sentence: &Range<usize>,
        hits: &[Hit],
        named: impl Iterator<Item = (usize, Place)> + Clone,
    ) -> Vec<Hit> {
        let said = text[sentence.clone()].to_ascii_lowercase();
        let mut found: Vec<Hit> = Vec::new();
        if !said.contains("bps") {
            return found;
        }
        for (who, topic) in &self.speeds {
            let kin = |at: usize| {
                let (one, other) = (&self.base.topics[at], &self.base.topics[*topic]);
                other.within.as_ref() == Some(&one.id) || one.within.is_some() && one.within == other.within
            };
            let here = hits.iter().any(|hit| matches!(hit.what, What::Topic(at) if kin(at)));
            if !here && !named.clone().any(|(at, _)| kin(at)) {
                continue;
            }
            for word in who.words() {
                for (at, _) in said.match_indices(word) {
                    let range = sentence.start + at..sentence.start + at + word.len();
                    let open = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-');
                    let apart =
                        open(said[..at].chars().next_back()) && open(said[at + word.len()..].chars().next());
                    // `urban households`, `rural areas`: of that name as a whole.
                    let around = hits.iter().find(|hit| hit.overlaps(&range));
                    let told = around.is_some_and(|hit| {
                        self.speeds.iter().any(|(_, topic)| hit.what == What::Topic(*topic))
                    });
                    let range = around.map_or(range, |hit| hit.range.clone());
                    let noun = NOUNS.iter().find(|noun| {
                        said[range.end - sentence.start..]
                            .strip_prefix(' ')
                            .is_some_and(|rest| rest.starts_with(**noun))
                    });
                    let range = range.start..range.end + noun.map_or(0, |noun| noun.len() + 1);
                    if apart && !told && !found.iter().any(|other| other.overlaps(&range)) {
                        found.push(Hit { range, what: What::Topic(*topic) });
                    }
                }
            }
        }
        found
    }

    /// What a percentage is of, named by its last word where what has the share is named: `98 percent of China's villages will
    /// have broadband`.
    fn whole(&self, text: &str, sentence: &Range<usize>, hits: &[Hit]) -> Option<Hit> {
        let said = &text[sentence.clone()];
        self.wholes.iter().find_map(|(head, whole, parts)| {
            let has = |hit: &Hit| matches!(hit.what, What::Topic(topic) if parts.contains(&topic));
            if !hits.iter().any(has) {
                return None;
            }
            head.find_iter(said.as_bytes()).find_map(|at| {
                let end = at + head.needle().len();
                let apart = !said[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
                let range = sentence.start + at..sentence.start + end;
                (apart && is_all_of_them(&said[..at]) && !hits.iter().any(|other| other.overlaps(&range)))
                    .then(|| Hit { range: range.clone(), what: What::Topic(*whole) })
            })
        })
    }

    /// The names cut short in a sentence, as what they are; `named` are the topics named before it, and where, `hits` those
    /// in it.
    pub(super) fn find(
        &self,
        text: &str,
        sentence: &Range<usize>,
        lang: Lang,
        hits: &[Hit],
        named: impl Iterator<Item = (usize, Place)> + Clone,
    ) -> Vec<Hit> {
        let said = &text[sentence.clone()];
        let whole = self.whole(text, sentence, hits).filter(|_| lang == Lang::En);
        let heads = match lang {
            Lang::En => &self.heads[0],
            Lang::Zh => &self.heads[1],
        };
        let mut found: Vec<Hit> = whole.into_iter().collect();
        if lang == Lang::En {
            found.extend(self.who(text, sentence, hits, named.clone()));
        }
        for (head, finder) in heads {
            for at in finder.find_iter(said.as_bytes()) {
                let Some(start) = begins(said, at, head, lang) else { continue };
                let range = sentence.start + start..sentence.start + start + head.len();
                let taken = |other: &Hit| other.overlaps(&range);
                // `the penetration rate of mobile broadband`
                let own = |other: &Hit| {
                    other.range.start > range.end
                        && matches!(other.what, What::Topic(_) | What::Not(_))
                        && matches!(text[range.end..other.range.start].trim(), "of" | "of the" | "for")
                };
                // 全球网民38.9亿人，普及率51.7%
                let last = hits.iter().rev().find(|other| {
                    other.range.end <= range.start
                        && matches!(other.what, What::Topic(_) | What::Not(_) | What::World | What::Place(_))
                });
                let anothers = last.is_some_and(|last| !matches!(last.what, What::Topic(_)));
                let elsewhere = anothers || is_of_a_half(&said[..start]);
                if elsewhere || hits.iter().chain(&found).any(taken) || hits.iter().any(own) {
                    continue;
                }
                if let Some(topic) = self.meant(head, &range, hits, named.clone()) {
                    found.push(Hit { range, what: What::Topic(topic) });
                }
            }
        }
        found
    }

    /// The topic that is meant: what was left out of its name names the topic named last, and no other is named so
    /// near.
    fn meant(
        &self,
        head: &str,
        range: &Range<usize>,
        hits: &[Hit],
        named: impl Iterator<Item = (usize, Place)> + Clone,
    ) -> Option<usize> {
        let last = |left: &str, topic: usize| -> Option<Named> {
            let names =
                |at: usize| at == topic || self.base.topics[at].names.all().any(|name| has_words(name, left));
            let here = hits
                .iter()
                .filter(|hit| hit.range.end <= range.start)
                .filter_map(|hit| match hit.what {
                    What::Topic(at) => names(at).then_some(((usize::MAX, 0), hit.range.start)),
                    _ => None,
                })
                .max();
            here.or_else(|| named.clone().filter(|(at, _)| names(*at)).map(|(_, place)| (place, 0)).max())
        };
        let mut best: Option<(Named, usize)> = None;
        let mut open = false;
        for (_, left, topic) in self.names.iter().filter(|(known, ..)| *known == head) {
            let Some(place) = last(left, *topic) else { continue };
            match best {
                Some((other, meant)) if other == place && meant != *topic => open = true,
                Some((other, _)) if other >= place => {}
                _ => (best, open) = (Some((place, *topic)), false),
            }
        }
        best.filter(|_| !open).map(|(_, topic)| topic)
    }
}

/// Nouns for those who have a speed, behind the word for where they are.
const NOUNS: [&str; 9] =
    ["areas", "regions", "households", "homes", "families", "users", "residents", "ones", "dwellers"];

/// The topics that a base has speeds of, the narrowest first.
fn speeds(base: &Base) -> Vec<(Who, usize)> {
    let fast = (0..base.facts.len()).filter(|&at| base.facts[at].measure == Some(Measure::Speed));
    let mut fast: Vec<usize> = fast.filter_map(|at| base.about(at).topic).collect();
    fast.sort_unstable();
    fast.dedup();
    let who =
        |topic: usize| base.topics[topic].names.en.iter().find_map(|name| Some((Who::of(name)?, topic)));
    let mut found: Vec<(Who, usize)> = fast.into_iter().filter_map(who).collect();
    found.sort_by_key(|(who, _)| *who != Who::Advanced);
    found
}

/// What has shares in a base, by the last word of its name, with the topics that have them: of two, what more shares are of.
fn wholes(base: &Base) -> Vec<(&str, usize, Vec<usize>)> {
    let mut found: Vec<(&str, usize, Vec<usize>)> = Vec::new();
    let names = |topic: usize| base.topics[topic].names.en.iter().map(|name| name.as_str());
    let mut parts_of = vec![Vec::new(); base.topics.len()];
    for at in (0..base.facts.len()).filter(|&at| base.facts[at].measure == Some(Measure::Share)) {
        let about = base.about(at);
        if let (Some(whole), Some(topic)) = (about.whole, about.topic) {
            parts_of[whole].push(topic);
        }
    }
    for (whole, parts) in parts_of.iter().enumerate() {
        for name in names(whole).filter(|_| !parts.is_empty()) {
            let Some(head) = name.rsplit_once(' ').map(|(_, head)| head).filter(|head| head.ends_with('s'))
            else {
                continue;
            };
            let known = (0..base.topics.len()).any(|topic| names(topic).any(|name| name == head));
            match found.iter_mut().find(|(other, ..)| *other == head) {
                _ if known => {}
                Some(other) if other.2.len() < parts.len() => *other = (head, whole, parts.clone()),
                Some(_) => {}
                None => found.push((head, whole, parts.clone())),
            }
        }
    }
    found
}

/// Whether what stands before a noun is a percentage of all of them: `98 percent of China's`.
fn is_all_of_them(before: &str) -> bool {
    const ALL: [&str; 10] =
        ["the", "all", "its", "china's", "china’s", "chinese", "country's", "nation's", "country’s", "our"];
    let mut before = before.trim_end();
    while let Some(rest) = ALL.iter().find_map(|word| {
        let at = before.len().checked_sub(word.len())?;
        let (rest, last) = (before.get(..at)?, before.get(at..)?);
        (last.eq_ignore_ascii_case(word) && rest.ends_with(' ')).then(|| rest.trim_end())
    }) {
        before = rest;
    }
    before.strip_suffix(" of").is_some_and(|share| {
        ["percent", "per cent", "pct", "%"].iter().any(|unit| share.trim_end().ends_with(unit))
    })
}

/// A noun without its first letter, which may be a capital.
fn tail_of(head: &str) -> &[u8] {
    let first = head.chars().next().map_or(0, char::len_utf8);
    if head.is_ascii() { &head.as_bytes()[first..] } else { head.as_bytes() }
}

/// Where a noun begins that has its tail at a byte, if it stands by itself: nothing that nobody knows before or behind it.
fn begins(said: &str, at: usize, head: &str, lang: Lang) -> Option<usize> {
    match lang {
        Lang::Zh => {
            let before = said[..at].trim_end().chars().next_back();
            before.is_none_or(|c| BEFORE_ZH.contains(&c) || !c.is_alphanumeric() && c != '”').then_some(at)
        }
        Lang::En => {
            let start = at.checked_sub(1)?;
            let whole = said.get(start..start + head.len())?;
            if !whole.eq_ignore_ascii_case(head) {
                return None;
            }
            let before = said[..start].trim_end();
            let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let small = word.to_ascii_lowercase();
            let opens = before.is_empty() || before.ends_with([',', ';', ':', '(', '–', '—']);
            // `At the end of 2017 penetration stood at`
            let time = ends_with_a_year(before) || TIMES.contains(&small.as_str());
            let known =
                time || BEFORE.contains(&small.as_str()) || small.ends_with("ed") || small.ends_with("ing");
            let apart = said[..start].ends_with([' ', '(', '"', '“', '\n']) || before.is_empty();
            let behind = &said[start + head.len()..];
            let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            (apart && ends && (opens || known) && !is_of_another(behind)).then_some(start)
        }
    }
}

/// Whether a text ends with a year that a preposition makes a time: `in 2017`, not `some 2000`.
fn ends_with_a_year(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let year = words.next().is_some_and(|year| {
        year.len() == 4 && year.starts_with("20") && year.bytes().all(|byte| byte.is_ascii_digit())
    });
    let before = words.next().unwrap_or_default();
    year && ["in", "of", "by", "during", "for", "since"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// Whether what stands behind a noun says that it is of something else: `of smartphones`, `in the countryside`, `aged over 60`.
fn is_of_another(behind: &str) -> bool {
    const OF: [&str; 9] = ["of", "in", "on", "among", "for", "at", "aged", "who", "from"];
    let mut of = behind.split_whitespace();
    if !of.next().is_some_and(|word| OF.contains(&word)) {
        return false;
    }
    let rest = behind.trim_start();
    let from = behind.len() - rest.len() + rest.find(' ').unwrap_or(rest.len());
    let length: usize =
        rest[rest.find(' ').unwrap_or(rest.len())..].split_inclusive(' ').take(4).map(str::len).sum();
    let phrase = &behind[from..from + length];
    let phrase = phrase.split([',', '.', ';', ':']).next().unwrap_or_default();
    let digits = phrase.trim_start().starts_with(|c: char| c.is_ascii_digit());
    !digits
        && (words::strange(phrase, 0..phrase.len(), &[], Lang::En) > 0
            || ["village", "household", "people", "network", "service"]
                .iter()
                .any(|word| phrase.contains(word)))
}

/// Whether the words before a noun speak of town or country: `284 million in the countryside, where penetration was`.
fn is_of_a_half(before: &str) -> bool {
    const HALVES: [&str; 10] =
        ["rural", "urban", "countryside", "cities", "towns", "农村", "城镇", "農村", "城鎮", "乡村"];
    HALVES.iter().any(|half| before.contains(half)) || before.trim_end().ends_with("where")
}

/// Whether some words stand in a name as whole words.
fn has_words(name: &str, words: &str) -> bool {
    name.match_indices(words).any(|(at, _)| {
        let open = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
        !words.is_ascii()
            || open(name[..at].chars().next_back()) && open(name[at + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(before: &str, text: &str, lang: Lang) -> Vec<String> {
        let base = crate::facts::embedded();
        let named: Vec<(usize, (usize, usize))> = (0..base.topics.len())
            .filter(|&at| base.topics[at].id == before)
            .map(|at| (at, (1, 1)))
            .collect();
        let found = Shortened::new(&base).find(text, &(0..text.len()), lang, &[], named.iter().copied());
        found
            .into_iter()
            .map(|hit| match hit.what {
                What::Topic(topic) => format!("{} {}", &text[hit.range], base.topics[topic].id),
                _ => unreachable!(),
            })
            .collect()
    }

    #[test]
    fn the_last_word_names_a_thing_again() {
        let found = |text| meant("internet-users", text, Lang::En);
        assert_eq!(found("Penetration is put at 47.9 percent."), ["Penetration internet-penetration"]);
        assert_eq!(found("The penetration rate went to 73%."), ["penetration rate internet-penetration"]);
        assert_eq!(
            meant("e-commerce-at-large", "The transactions came to 3 yuan.", Lang::En),
            ["transactions e-commerce"]
        );
        assert_eq!(meant("internet-users", "普及率为55.8%。", Lang::Zh), ["普及率 internet-penetration"]);
    }

    #[test]
    fn and_not_where_it_is_of_something_else() {
        let found = |text| meant("internet-users", text, Lang::En);
        assert!(found("Smartphone penetration is put at 47.9 percent.").is_empty());
        assert!(found("The penetration of smartphones is 47.9 percent.").is_empty());
        assert!(found("The penetration in rural areas is 47.9 percent.").is_empty());
        assert!(meant("gdp", "Penetration is put at 47.9 percent.", Lang::En).is_empty());
        assert!(meant("internet-users", "5G普及率为55.8%。", Lang::Zh).is_empty());
    }
}
