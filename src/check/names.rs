//! One pass over a text that finds everything the base has a name for: topics, what is easily taken for them,
//! places, bodies and titles of documents.
//!
//! The names stand in one finder, so the cost of a text does not grow with the base.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::finder::Finder;
use super::places::{self, HOME, PLACES, Reach};
use crate::facts::model::Base;

/// What a name stands for; numbers are positions in the base or in the table of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A topic.
    Topic(usize),
    /// A thing easily taken for a topic.
    Not(usize),
    /// The base's own place.
    Home,
    /// Another place: a country or a part of one.
    Place(usize),
    /// The world, or a group of countries.
    World,
    /// A body.
    Body(usize),
    /// The title of a source.
    Title(usize),
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it stands for.
    pub what: What,
}

impl Hit {
    /// Whether it shares a byte with a stretch.
    pub(super) fn overlaps(&self, range: &Range<usize>) -> bool {
        self.range.start < range.end && range.start < self.range.end
    }
}

/// All names of a base.
#[derive(Debug)]
pub struct Names<'b> {
    finder: Finder<'b, What>,
    /// Chinese names of topics, for names that are cut short before a joined one.
    chinese: Vec<(&'b str, usize)>,
    /// What is home's by name, without its name: the `growth` of `China's growth`.
    homes: Vec<(&'b str, usize)>,
}

impl<'b> Names<'b> {
    /// Gathers the names of a base.
    #[must_use]
    pub fn new(base: &'b Base) -> Self {
        let mut names: Vec<(&'b str, What, bool)> = Vec::new();
        let mut chinese: Vec<(&'b str, usize)> = Vec::new();
        let mut add = |text: &'b str, what| {
            let short = text.len() <= 3 && text.is_ascii() || matches!(text, "U.S." | "U.K.");
            names.push((text, what, short));
        };
        for (at, topic) in base.topics.iter().enumerate() {
            topic.names.all().for_each(|name| add(name, What::Topic(at)));
            chinese.extend(topic.names.zh.iter().map(|name| (name.as_str(), at)));
            topic.not.all().for_each(|name| add(name, What::Not(at)));
        }
        for (at, body) in base.bodies.iter().enumerate() {
            body.names.all().for_each(|name| add(name, What::Body(at)));
        }
        let home = base.place.as_deref().unwrap_or_default();
        let mut home_known = false;
        for (at, (reach, en, zh)) in PLACES.iter().enumerate() {
            let names = || en.split('|').chain(zh.split('|'));
            let what = if names().any(|name| name == home) {
                home_known = true;
                What::Home
            } else if *reach == Reach::World {
                What::World
            } else {
                What::Place(at)
            };
            names().for_each(|name| add(name, what));
        }
        if !home.is_empty() && !home_known {
            add(home, What::Home);
        }
        // A topic's name that begins with the place's own says the place too: `the Chinese economy`.
        let own = PLACES.iter().find(|row| row.1.split('|').chain(row.2.split('|')).any(|name| name == home));
        let own = own.map_or(home, |row| row.1);
        let begins = |name: &str| {
            own.split('|').any(|own| {
                !own.is_empty() && name.strip_prefix(own).is_some_and(|rest| rest.starts_with([' ', '\'']))
            })
        };
        let mut homes = Vec::new();
        for (at, topic) in base.topics.iter().enumerate() {
            for name in &topic.names.en {
                if places::begins_with_any_country(name) {
                    add(name, What::Home);
                }
            }
            for name in topic.names.en.iter().filter(|name| begins(name)) {
                add(name, What::Home);
                homes.extend(name.split_once("'s ").map(|(_, thing)| (thing, at)));
            }
        }
        // `China said its economy grew`: whose it is, the words before it say.
        for (at, topic) in base.topics.iter().enumerate() {
            for (name, its) in ITS {
                if topic.names.en.iter().any(|other| other == name) {
                    add(its, What::Topic(at));
                }
            }
            for (name, wide) in WIDE {
                if topic.names.all().any(|other| other == name) {
                    add(wide, What::Topic(at));
                }
            }
        }
        HOME.0.split('|').chain(HOME.1.split('|')).for_each(|name| add(name, What::Home));
        for (at, source) in base.sources.iter().enumerate() {
            if source.number.is_none() || source.described {
                continue;
            }
            for title in source.titles() {
                add(title, What::Title(at));
                if let Some(short) =
                    title.find("关于").map(|at| &title[at..]).filter(|short| short.len() >= 36)
                {
                    add(short, What::Title(at));
                }
                if let Some(short) = short_title(title) {
                    add(short, What::Title(at));
                }
            }
        }
        Self { finder: Finder::new(names), chinese, homes }
    }

    /// Adds what home's name stands a word off from: `China's 2016 growth`, `full-year growth in China`; and `the economy`, where
    /// home is named and the economy grows.
    pub(super) fn add_what_is_homes(&self, text: &str, hits: &mut Vec<Hit>) {
        let mut found: Vec<Hit> = Vec::new();
        let is_home = |hit: &Hit| hit.what == What::Home && !places::is_any_country(&text[hit.range.clone()]);
        if hits.iter().any(is_home) {
            let economies = memchr::memmem::find_iter(text.as_bytes(), "he economy ");
            found.extend(economies.filter_map(|at| {
                let start = at + "he ".len();
                let article = text[..at].ends_with(['t', 'T']);
                let grows = grows(&text[start + "economy ".len()..]);
                // Whose it is, another place named before leaves open.
                let near = hits[..hits.partition_point(|hit| hit.range.start < at)].iter().rev();
                let another = near
                    .take_while(|hit| hit.range.start + NEAR > at)
                    .any(|hit| matches!(hit.what, What::Place(_)));
                (article && grows && !another).then(|| self.home_thing(text, start)).flatten()
            }));
        }
        for home in hits.iter().filter(|hit| hit.what == What::Home) {
            found.extend(self.behind(text, home.range.end));
            found.extend(self.ahead(text, home.range.start));
        }
        for hit in found {
            if !hits.iter().any(|other| other.overlaps(&hit.range)) {
                let at = hits.partition_point(|other| other.range.start < hit.range.start);
                hits.insert(at, hit);
            }
        }
    }

    /// `’s 2016 growth`
    fn behind(&self, text: &str, at: usize) -> Option<Hit> {
        let rest = ["'s ", "’s "].iter().find_map(|of| text[at..].strip_prefix(of))?;
        // `’s 8.1 percent growth`
        if let Some(behind) = behind_a_percentage(rest) {
            return self.home_thing(text, text.len() - behind.len());
        }
        let (word, thing) = rest.split_once(' ')?;
        let year =
            word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
        let start = text.len() - thing.len();
        (year || SPANS.contains(&word)).then(|| self.home_thing(text, start)).flatten()
    }

    /// `full-year growth in `
    fn ahead(&self, text: &str, at: usize) -> Option<Hit> {
        let before = [" in ", " of "].iter().find_map(|of| text[..at].strip_suffix(of))?;
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        let word = before[..start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
        let opens = word.is_empty() || word.ends_with(['.', ',', ';', ':', '—']);
        let span = SPANS.iter().any(|span| word.eq_ignore_ascii_case(span));
        (opens || span || matches!(word, "the" | "The" | "that"))
            .then(|| self.home_thing(text, start))
            .flatten()
    }

    /// What home has by name, where a text has it at a byte.
    fn home_thing(&self, text: &str, start: usize) -> Option<Hit> {
        let rest = &text[start..];
        let (thing, topic) = self.homes.iter().find(|(thing, _)| {
            rest.get(..thing.len()).is_some_and(|head| head.eq_ignore_ascii_case(thing))
                && !rest[thing.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
        })?;
        Some(Hit { range: start..start + thing.len(), what: What::Topic(*topic) })
    }

    /// Every name in a text, in order; a name within a longer one is not found.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        self.finder.each(text, |range, what| {
            let hit = Hit { range, what };
            if hits.last() == Some(&hit) {
                return;
            }
            // 固定或移动宽带 is broadband of either kind, and that has a name.
            if let (What::Topic(_), Some((range, topic))) = (what, self.either(text, &hit.range)) {
                let hit = Hit { range, what: What::Topic(topic) };
                if hits.last() != Some(&hit) {
                    hits.push(hit);
                }
                return;
            }
            let first = hits.last().is_none_or(|last| last.range != hit.range);
            if first && matches!(what, What::Topic(_)) {
                hits.extend(self.cut_short(text, &hit.range));
            }
            hits.push(hit);
        });
        hits
    }

    /// A name that its own number stands in: 新增1.4万个行政村通宽带 is of 新增行政村通宽带. Its beginning, before the number.
    pub(super) fn around(&self, text: &str, number: &Range<usize>) -> Option<Hit> {
        let before = &text[..number.start];
        let start = before.char_indices().rev().nth(1)?.0;
        let (head, behind) = (&before[start..], &text[number.end..]);
        let (_, topic) = self.chinese.iter().find(|(name, _)| {
            name.strip_prefix(head).is_some_and(|tail| tail.len() >= 9 && behind.starts_with(tail))
        })?;
        Some(Hit { range: start..number.start, what: What::Topic(*topic) })
    }

    /// The common ending of two names of which one or the other is meant, where it is a name itself.
    fn either(&self, text: &str, full: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let before = text[..full.start].strip_suffix('或')?;
        let name = &text[full.clone()];
        let named = |name: &str| self.chinese.iter().find(|(known, _)| *known == name);
        name.char_indices().skip(1).find_map(|(at, _)| {
            let end = &name[at..];
            let (_, topic) = named(end)?;
            let heads = self.chinese.iter().filter_map(|(other, _)| other.strip_suffix(end));
            heads
                .filter(|head| head.chars().count() >= 2 && before.ends_with(head))
                .map(|head| (before.len() - head.len()..full.end, *topic))
                .next()
        })
    }

    /// A name that is cut short because a joined one ends alike: the first of 城市和农村家庭 is 城市家庭.
    fn cut_short(&self, text: &str, full: &Range<usize>) -> Option<Hit> {
        let before = text[..full.start].strip_suffix(['和', '与', '與', '及', '、'])?;
        let name = &text[full.clone()];
        let ends = name.char_indices().skip(1).map(|(at, _)| &name[at..]);
        // The longest common ending first; it is a word of two characters at least.
        let last = name.as_bytes().last();
        ends.filter(|end| end.chars().count() >= 2).find_map(|end| {
            self.chinese.iter().filter(|(other, _)| other.as_bytes().last() == last).find_map(
                |(other, topic)| {
                    let head = other.strip_suffix(end).filter(|head| head.chars().count() >= 2)?;
                    let range = before.len() - before.ends_with(head).then_some(head.len())?..before.len();
                    (!name.starts_with(head)).then_some(Hit { range, what: What::Topic(*topic) })
                },
            )
        })
    }
}

/// Names with some more among them, in order; none of them overlap.
pub(super) fn with(hits: &[Hit], more: Vec<Hit>) -> Cow<'_, [Hit]> {
    if more.is_empty() {
        return Cow::Borrowed(hits);
    }
    let mut hits = hits.to_vec();
    // `20 Mbps in cities`: those who have a thing are no other place.
    hits.retain(|hit| !matches!(hit.what, What::Place(_)) || !more.iter().any(|one| one.range == hit.range));
    hits.extend(more);
    hits.sort_by_key(|hit| hit.range.start);
    Cow::Owned(hits)
}

/// The names found in two spellings of a text: of two that overlap the one that begins first is kept, of those the
/// longer.
pub(super) fn joined(mut hits: Vec<Hit>, others: &[Hit]) -> Vec<Hit> {
    hits.extend_from_slice(others);
    hits.sort_unstable_by_key(|hit| (hit.range.start, Reverse(hit.range.end), hit.what));
    hits.dedup();
    let mut kept: Range<usize> = 0..0;
    hits.retain(|hit| {
        let stays = hit.range == kept || hit.range.start >= kept.end;
        if stays {
            kept = hit.range.clone();
        }
        stays
    });
    hits
}

/// What stands behind a percentage that a text begins with.
fn behind_a_percentage(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let unit = ["% ", " percent ", "-percent ", " per cent "].iter().find_map(|unit| rest.strip_prefix(unit));
    unit.filter(|_| rest.len() < text.len())
}

/// Words for how long a growth is over, or how much of a thing is meant.
const SPANS: [&str; 9] =
    ["annual", "full-year", "whole-year", "yearly", "overall", "real", "total", "year-on-year", "headline"];

/// Abbreviations as the wire prints them in Chinese, in letters of full width.
const WIDE: [(&str, &str); 4] = [("GDP", "ＧＤＰ"), ("GNP", "ＧＮＰ"), ("IT", "ＩＴ"), ("ICT", "ＩＣＴ")];

/// What a place has, by a name that says a country has it, and by one that leaves open who.
const ITS: [(&str, &str); 2] =
    [("country's economy", "its economy"), ("country's economy", "its own economy")];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Takes out what is named so that it may be anybody's, unless home has it.
pub(super) fn drop_what_is_nobodys(text: &str, hits: &mut Vec<Hit>) {
    // 福建的“数字中国”指数 is no country's.
    let index = |hit: &Hit| {
        let rest = text[hit.range.end..].trim_start_matches(['”', '」', '"']);
        hit.what == What::Home
            && ["指数", "指數"].iter().any(|index| rest.starts_with(index))
            && ["数字中国", "數字中國"].iter().any(|name| text[..hit.range.end].ends_with(name))
    };
    hits.retain(|hit| !index(hit));
    let nobodys: Vec<Hit> = hits.iter().filter(|hit| is_of_nobody(text, hits, hit)).cloned().collect();
    if !nobodys.is_empty() {
        hits.retain(|hit| !nobodys.contains(hit));
    }
}

/// Whether a name that leaves open whose the thing is stands where nothing before it in its sentence says that it is
/// home's.
fn is_of_nobody(text: &str, hits: &[Hit], hit: &Hit) -> bool {
    if !ITS.iter().any(|(_, its)| text[hit.range.clone()].eq_ignore_ascii_case(its)) {
        return false;
    }
    let before = &text[..hit.range.start];
    let start = [". ", "! ", "? ", "; ", "\n"].iter().filter_map(|end| Some(before.rfind(end)? + 1)).max();
    let start = start.unwrap_or(0);
    let owner = hits.iter().rev().find(|other| {
        let owns = matches!(other.what, What::Home | What::Place(_) | What::Body(_) | What::World);
        owns && start <= other.range.start && other.range.end <= hit.range.start
    });
    owner.is_none_or(|owner| {
        let name = &text[owner.range.clone()];
        // `Chinese cities`, `China's largest city`
        let rest = &text[owner.range.end..hit.range.start];
        let another = name.eq_ignore_ascii_case("chinese") || rest.starts_with(['\'', '’', '-']);
        // A capital that begins no month is somebody's.
        let named = rest.split(' ').any(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && !MONTHS.iter().any(|month| word.starts_with(month))
        });
        // `Trade with China helped`: what it is about opens the sentence.
        let ahead = text[start..owner.range.start].trim();
        let opens =
            matches!(ahead, "" | "the" | "The" | "And" | "But" | "Meanwhile,") || ahead.ends_with(',');
        owner.what != What::Home || another || named || !opens
    })
}

/// So far back a place is looked for that may have the economy, in bytes.
const NEAR: usize = 500;

/// Whether a text goes on with a verb of growth: `as a whole had grown`, `expanded`.
fn grows(text: &str) -> bool {
    const AIDS: [&str; 18] = [
        "as", "a", "whole", "at", "large", "overall", "itself", "has", "have", "had", "is", "was", "will",
        "would", "could", "should", "to", "be",
    ];
    const VERBS: [&str; 16] = [
        "grew",
        "grow",
        "grows",
        "grown",
        "growing",
        "expanded",
        "expand",
        "expands",
        "expanding",
        "slowed",
        "shrank",
        "shrunk",
        "contracted",
        "advanced",
        "rose",
        "risen",
    ];
    let mut words = text.split([' ', '\n']).skip_while(|word| AIDS.contains(word) || word.ends_with("ly"));
    words.next().is_some_and(|word| VERBS.contains(&word.trim_end_matches([',', '.', ';'])))
}

/// Whether a name stands for what the thing is not: `the non-digital economy`, 非数字经济.
pub(super) fn is_denied(text: &str, name: &Range<usize>) -> bool {
    let before = &text[..name.start];
    let not = before.len().checked_sub(4).and_then(|start| before.get(start..));
    not.is_some_and(|not| not.eq_ignore_ascii_case("non-")) || before.ends_with('非')
}

/// The part of a title that people say: `“宽带中国”战略`, what is within 《…》.
fn short_title(title: &str) -> Option<&str> {
    let from = title.find('《')? + '《'.len_utf8();
    let to = title[from..].find('》')? + from;
    (to - from >= 12).then(|| &title[from..to])
}
