//! One pass over a text that finds everything the base has a name for: topics, what is easily taken for them,
//! places, bodies and titles of documents.
//!
//! The names stand in one automaton, so the cost of a text does not grow with the base.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::places::{HOME, PLACES, Reach};
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

/// All names of a base.
#[derive(Debug)]
pub struct Names {
    automaton: AhoCorasick,
    /// What each pattern stands for; one name can stand for several things.
    whats: Vec<Vec<What>>,
    /// Whether a pattern must be written as it is, letter case too (`US`, `EU`).
    exact: Vec<Option<String>>,
    /// Chinese names of topics, for names that are cut short before a joined one.
    chinese: Vec<(String, usize)>,
}

impl Names {
    /// Makes the automaton.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let mut names: Vec<(String, What, bool)> = Vec::new();
        let mut chinese: Vec<(String, usize)> = Vec::new();
        let mut add = |text: &str, what| {
            let short = text.len() <= 3 && text.is_ascii() || matches!(text, "U.S." | "U.K.");
            names.push((text.to_lowercase(), what, short));
            if short {
                let last = names.last_mut().expect("just pushed");
                text.clone_into(&mut last.0);
            }
        };
        for (at, topic) in base.topics.iter().enumerate() {
            topic.names.all().for_each(|name| add(name, What::Topic(at)));
            chinese.extend(topic.names.zh.iter().map(|name| (name.clone(), at)));
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
        HOME.0.split('|').chain(HOME.1.split('|')).for_each(|name| add(name, What::Home));
        for (at, source) in base.sources.iter().enumerate() {
            if source.number.is_none() || source.described {
                continue;
            }
            let titles = [Some(&source.title), source.title_in.en.as_ref(), source.title_in.zh.as_ref()];
            for title in titles.into_iter().flatten() {
                add(title, What::Title(at));
                if let Some(short) = short_title(title) {
                    add(short, What::Title(at));
                }
            }
        }
        // One pattern a text: what it stands for is gathered.
        names.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        names.dedup();
        let (mut patterns, mut whats, mut exact) =
            (Vec::<String>::new(), Vec::<Vec<What>>::new(), Vec::new());
        for (text, what, short) in names {
            if patterns.last() == Some(&text) {
                whats.last_mut().expect("as many as patterns").push(what);
            } else {
                exact.push(short.then(|| text.clone()));
                patterns.push(text);
                whats.push(vec![what]);
            }
        }
        let automaton = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&patterns)
            .expect("names are short");
        Self { automaton, whats, exact, chinese }
    }

    /// Every name in a text, in order; a name within a longer one is not found.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        for found in self.automaton.find_iter(text) {
            let range = found.range();
            let at = found.pattern().as_usize();
            if !stands_alone(text, &range) {
                continue;
            }
            if self.exact[at].as_ref().is_some_and(|exact| text[range.clone()] != **exact) {
                continue;
            }
            if matches!(self.whats[at][0], What::Topic(_)) {
                hits.extend(self.cut_short(text, &range));
            }
            for &what in &self.whats[at] {
                hits.push(Hit { range: range.clone(), what });
            }
        }
        hits
    }
}

impl Names {
    /// A name that is cut short because a joined one ends alike: the first of 城市和农村家庭 is 城市家庭.
    fn cut_short(&self, text: &str, full: &Range<usize>) -> Option<Hit> {
        let before = text[..full.start].strip_suffix(['和', '与', '與', '及', '、'])?;
        let name = &text[full.clone()];
        let ends = name.char_indices().skip(1).map(|(at, _)| &name[at..]);
        // The longest common ending first; it is a word of two characters at least.
        ends.filter(|end| end.chars().count() >= 2).find_map(|end| {
            self.chinese.iter().find_map(|(other, topic)| {
                let head = other.strip_suffix(end).filter(|head| head.chars().count() >= 2)?;
                let range = before.len() - before.ends_with(head).then_some(head.len())?..before.len();
                (!name.starts_with(head)).then_some(Hit { range, what: What::Topic(*topic) })
            })
        })
    }
}

/// The part of a title that people say: `“宽带中国”战略`, what is within 《…》.
fn short_title(title: &str) -> Option<&str> {
    let from = title.find('《')? + '《'.len_utf8();
    let to = title[from..].find('》')? + from;
    (to - from >= 12).then(|| &title[from..to])
}

/// Whether a name of Latin letters is not part of a longer word; a plural or a possessive is.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let name = &text[range.clone()];
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let first = name.chars().next().is_some_and(letter);
    let last = name.chars().next_back().is_some_and(letter);
    !(first && before.is_some_and(letter) || last && after.is_some_and(letter))
}
