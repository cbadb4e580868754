//! Topics told in other words than their names: what is spent on a thing is the investment in it, and what is had in
//! rural areas is the rural one.
//!
//! A base need not list every way to say a thing: `investment in rural broadband` is also `will spend 140 billion yuan to
//! improve broadband in rural areas`, and `urban broadband` is `broadband of 50 Mbps in urban areas`.

use super::link::{Bond, Link};
use super::scene::Scene;
use crate::facts::model::{Base, Topic};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Verbs of spending.
const SPENDING: &[&str] = &[
    "spend",
    "spends",
    "spent",
    "spending",
    "invest",
    "invests",
    "invested",
    "investing",
    "allocate",
    "allocated",
    "an investment of",
    "investments of",
    "an outlay of",
];

/// Words of a name that say nothing of what the money is for.
const SMALL: &[&str] = &["in", "of", "for", "the", "on"];

/// How far behind an amount its purpose is looked for, in bytes.
const REACH: usize = 160;

impl Scene<'_> {
    /// The topic that an amount is the investment of, by a verb of spending before it and the purpose behind it.
    pub(super) fn spent_on(&self, at: usize, base: &Base) -> Option<Link> {
        let figure = &self.figures[at];
        if self.lang != Lang::En || figure.kind != FigureKind::Money {
            return None;
        }
        // `140 billion yuan ($22 billion)`: the second is the first.
        let beside =
            |first: &&Figure| self.text[first.range.end..figure.range.start].trim_start().starts_with('(');
        let first = at.checked_sub(1).map(|before| &self.figures[before]).filter(beside).unwrap_or(figure);
        let start = self.clause_range(first.range.start).start.min(first.range.start);
        let before = &self.text[start..first.range.start];
        let passive = self.is_to_be_spent(figure);
        let verb = SPENDING.iter().find_map(|verb| {
            let found = before.rfind(verb)?;
            let end = found + verb.len();
            let whole = before[..found].ends_with(' ') && before[end..].starts_with(' ');
            whole.then_some(start + found..start + end)
        });
        let verb = verb.or_else(|| passive.then_some(start..start))?;
        // Whose money it is: a company's is not the country's.
        if self.strange(start..verb.start) > 0 || self.strange(verb.end..first.range.start) > 0 {
            return None;
        }
        let named = |topic: &Topic| {
            let purpose = self.purpose(at);
            topic.names.en.iter().filter_map(|name| serves(&purpose, name)).max()
        };
        let topics = base.topics.iter().enumerate();
        let (topic, _) =
            topics.filter_map(|(at, topic)| Some((at, named(topic)?))).max_by_key(|(_, size)| *size)?;
        Some(Link { topics: vec![topic], bond: Bond::Sound, hit: None })
    }

    /// Whether an amount is said to be spent, by the words behind it: `over 430 billion yuan will be invested in`.
    fn is_to_be_spent(&self, figure: &Figure) -> bool {
        const BEING: [&str; 9] =
            ["will be", "is to be", "are to be", "would be", "was", "were", "to be", "has been", "had been"];
        let behind = self.small_after(figure.range.end);
        let spent = BEING.iter().find_map(|being| behind.strip_prefix(being)).unwrap_or(behind).trim_start();
        ["invested in", "spent on", "put into", "invested into"].iter().any(|verb| spent.starts_with(verb))
    }

    /// What stands behind an amount, up to the next one that is no conversion of it.
    fn purpose(&self, at: usize) -> String {
        let from = self.figures[at].range.end;
        let converted = |next: &&Figure| self.before(next.range.start).ends_with('(');
        let next =
            self.figures[at + 1..].iter().find(|next| next.kind == FigureKind::Money && !converted(next));
        let until = next.map_or(self.range.end, |next| next.range.start).min(from + REACH);
        let until = (from..=until).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(from);
        self.text[from..until].to_lowercase()
    }

    /// The topic of those who are said to have a thing, right behind its figure: `broadband of 50 Mbps in urban areas` is
    /// `urban broadband`.
    pub(super) fn where_it_is_had(&self, figure: &Figure, link: &Link, base: &Base) -> Option<usize> {
        if self.lang != Lang::En || figure.kind != FigureKind::Speed {
            return None;
        }
        let rest = self.after(figure.range.end);
        let mut behind = words(rest.strip_prefix("in ").or_else(|| rest.strip_prefix("for "))?);
        let (kind, noun) = (behind.next()?, behind.next()?);
        if !matches!(noun, "areas" | "regions" | "households" | "homes" | "families" | "users") {
            return None;
        }
        let topics = link.topics.iter().map(|&topic| &base.topics[topic]);
        let names: Vec<_> =
            topics.flat_map(|topic| &topic.names.en).map(|name| format!("{kind} {name}")).collect();
        named_one_of(base, Lang::En, &names)
    }
}

/// What a figure is for each head of the population.
pub(super) enum PerHead {
    /// The base has it as a topic of its own.
    Told(usize),
    /// It may be, but what stands between leaves that open: 人均53980元，增长6.1%.
    Perhaps(Option<usize>),
}

impl Scene<'_> {
    /// Whether words between a topic and a figure, or right behind it, make it one of each head: `GDP … or 53,980 yuan per
    /// head`, 国内生产总值…，按人头算为53980元. The topic is then `GDP per head`.
    pub(super) fn per_head(&self, figure: &Figure, link: &Link, base: &Base) -> Option<PerHead> {
        let from = link.hit.map_or(self.range.start, |hit| self.hits[hit].range.end.min(figure.range.start));
        let before = self.small(from..figure.range.start);
        let words: &[&str] = match self.lang {
            Lang::En => &[
                "per head",
                "per-head",
                "per capita",
                "per-capita",
                "per person",
                "per inhabitant",
                "per resident",
            ],
            Lang::Zh => &["人均", "按人头", "按人口平均"],
        };
        let said = words.iter().filter_map(|word| before.rfind(word).map(|at| from + at)).max();
        // 人均方面，GDP为80976元，增长8.0%
        let opening = self.small(self.range.start..link.hit.map_or(from, |hit| self.hits[hit].range.start));
        let opens = ["人均方面", "人均来看", "人均看", "on a per capita basis,", "on a per-capita basis,"]
            .iter()
            .any(|words| opening.trim_start().starts_with(words));
        let said = said.or(opens.then_some(self.range.start));
        let behind = [
            "per head",
            "per capita",
            "per person",
            "per inhabitant",
            "per resident",
            "for each person",
            "a head",
            "a person",
        ]
        .iter()
        .any(|word| self.lang == Lang::En && self.small_after(figure.range.end).starts_with(word));
        if said.is_none() && !behind {
            return None;
        }
        let told = |at: usize| {
            self.figures.iter().any(|other| at <= other.range.start && other.range.end <= figure.range.start)
        };
        let own = link.hit.is_some_and(|hit| {
            words.iter().any(|word| self.small(self.hits[hit].range.clone()).contains(word))
        });
        if own {
            return None;
        }
        let names = |topic: &Topic| -> Vec<String> {
            let en = topic
                .names
                .en
                .iter()
                .flat_map(|name| ["per capita", "per head"].map(|each| format!("{name} {each}")));
            let zh = topic.names.zh.iter().map(|name| format!("人均{name}"));
            match self.lang {
                Lang::En => en.collect(),
                Lang::Zh => zh.collect(),
            }
        };
        let wanted: Vec<String> = link.topics.iter().flat_map(|&topic| names(&base.topics[topic])).collect();
        let topic = named_one_of(base, self.lang, &wanted);
        let open = !behind && said.is_some_and(told);
        Some(topic.filter(|_| !open).map_or(PerHead::Perhaps(topic), PerHead::Told))
    }
}

impl Scene<'_> {
    /// Whether a speed is the next of a list by places, with nothing else before it: `50 Mbps in urban areas and 12 Mbps in
    /// rural areas`.
    pub(super) fn is_the_next_place(&self, at: usize, link: &Link) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.figures[before]) else { return false };
        let between = self.small(before.range.end..self.figures[at].range.start).trim();
        let words: Vec<&str> = words(between).collect();
        let place =
            matches!(words[..], ["in" | "for", _, "areas" | "regions" | "households" | "homes", "and"]);
        let hit = link.hit.map(|hit| self.hits[hit].range.end);
        place
            && before.kind == FigureKind::Speed
            && hit.is_some_and(|end| end <= before.range.start && self.strange(end..before.range.start) == 0)
    }

    /// Pairs the speeds of one thing with those who have it: `broadband in urban and rural areas will reach 50 Mbps and
    /// 12 Mbps respectively` tells of `urban broadband` and of `rural broadband`.
    pub(super) fn kinds_respectively(&self, base: &Base, paired: &mut [Option<Link>]) {
        let small = self.small(self.range.clone());
        if self.lang != Lang::En || !small.contains("respectively") {
            return;
        }
        let Some((kinds, at)) =
            KINDS.iter().find_map(|(words, kinds)| Some((kinds, self.range.start + small.find(words)?)))
        else {
            return;
        };
        let speeds: Vec<usize> = (0..self.figures.len())
            .filter(|&one| self.figures[one].kind == FigureKind::Speed && self.figures[one].range.start > at)
            .take(2)
            .collect();
        let &[first, second] = &speeds[..] else { return };
        let between = self.text[self.figures[first].range.end..self.figures[second].range.start].trim();
        if second != first + 1 || !matches!(between, "and" | "and over" | "and about") {
            return;
        }
        let hits =
            (0..self.hits.len()).filter(|&hit| self.hits[hit].range.start < self.figures[first].range.start);
        let of_kind = |hit: usize, kind: &str| {
            let named = &base.topics[self.topic(hit)?];
            let wanted: Vec<_> = named.names.en.iter().map(|name| format!("{kind} {name}")).collect();
            named_one_of(base, Lang::En, &wanted)
        };
        for hit in hits {
            let topics = kinds.map(|kind| of_kind(hit, kind));
            if let [Some(one), Some(other)] = topics {
                for (figure, topic) in [(first, one), (second, other)] {
                    paired[figure] = Some(Link { topics: vec![topic], bond: Bond::Sound, hit: Some(hit) });
                }
                return;
            }
        }
    }
}

impl Scene<'_> {
    /// The topic that a count is of those who have a thing: `61 million rural households had access to fibre` counts `rural
    /// households with fibre`.
    pub(super) fn had_by(&self, figure: &Figure, base: &Base) -> Option<Link> {
        if self.lang != Lang::En || !matches!(figure.kind, FigureKind::Count | FigureKind::Number) {
            return None;
        }
        let rest = self.small_after(figure.range.end);
        // Few sentences say it, and only theirs are held against every name.
        if !HAVING.iter().any(|had| rest.contains(had)) {
            return None;
        }
        let had = |name: &str| {
            let (owners, thing) = name.split_once(" with ")?;
            let verb = rest.strip_prefix(owners)?.strip_prefix(' ')?;
            let behind = HAVING.iter().find_map(|had| verb.strip_prefix(had))?;
            let end = behind.strip_prefix(thing)?;
            let whole = !end.starts_with(|c: char| c.is_alphanumeric());
            whole.then_some(self.range.end - behind.len()..self.range.end - end.len())
        };
        base.topics.iter().enumerate().find_map(|(topic, named)| {
            let thing = named.names.en.iter().find_map(|name| had(name))?;
            let hit = self
                .hits
                .iter()
                .position(|hit| hit.range.start <= thing.start && thing.start < hit.range.end);
            Some(Link { topics: vec![topic], bond: Bond::Sound, hit })
        })
    }
}

/// Ways to say that people have a thing.
const HAVING: [&str; 12] = [
    "had access to ",
    "have access to ",
    "had gained access to ",
    "gained access to ",
    "have gained access to ",
    "were connected to ",
    "were covered by ",
    "could access ",
    "enjoyed ",
    "have ",
    "had ",
    "got ",
];

/// Those who have a thing, two kinds of them in one breath.
const KINDS: [(&str, [&str; 2]); 2] =
    [("urban and rural", ["urban", "rural"]), ("rural and urban", ["rural", "urban"])];

/// Heads of names that stand for the whole of it.
const HEADS: [&str; 4] = ["penetration", "普及率", "滲透率", "渗透率"];

/// The names that a head makes with those of topics: `penetration` and `internet users` make `internet penetration`.
fn owned_heads(topics: &[usize], head: &str, lang: Lang, base: &Base) -> Vec<String> {
    let owner = |name: &str| {
        name.strip_suffix(" users").or_else(|| name.strip_suffix(" subscribers")).map(str::to_owned)
    };
    let names = topics.iter().map(|&topic| &base.topics[topic].names);
    names
        .flat_map(|names| match lang {
            Lang::En => {
                let owners = names.en.iter().filter_map(|name| owner(name));
                owners.map(|owner| format!("{owner} {head}")).collect::<Vec<_>>()
            }
            Lang::Zh => names.zh.iter().map(|name| format!("{name}{head}")).collect(),
        })
        .collect()
}

/// What share of a whole those are who are counted: `They made up 55.8 percent of the population` is `internet penetration`.
pub(super) fn share_of_those(topics: &[usize], lang: Lang, base: &Base) -> Option<usize> {
    HEADS.iter().find_map(|head| named_one_of(base, lang, &owned_heads(topics, head, lang, base)))
}

/// The topic that has one of some names, put together from others' names.
fn named_one_of(base: &Base, lang: Lang, wanted: &[String]) -> Option<usize> {
    base.topics.iter().position(|topic| {
        let names = if lang == Lang::En { &topic.names.en } else { &topic.names.zh };
        names.iter().any(|name| wanted.iter().any(|wanted| wanted.as_str() == &**name))
    })
}

/// Whether a purpose is what an investment is in, by every word of its name; how long that is.
fn serves(purpose: &str, name: &str) -> Option<usize> {
    let object = name.strip_prefix("investment in ")?;
    let mut pieces = words(object).filter(|piece| !SMALL.contains(piece));
    let said = |piece: &str| {
        words(purpose).any(|word| {
            word == piece || piece == "rural" && matches!(word, "village" | "villages" | "countryside")
        })
    };
    pieces.all(said).then_some(object.len())
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}
