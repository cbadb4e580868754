//! The spell-checker for figures: reads a draft and holds each figure against the facts of a base.
//!
//! A figure is compared with a fact when the same subject is meant: topic, measure and whole; at the same time
//! and place. One pass over the draft finds the names of topics, places and bodies ([`names`]); a sentence
//! without a topic in reach costs nothing more. Then grammar says which topic a figure hangs on and what it
//! says of it, all facts of that subject are looked at, and what none of them says is explained by the
//! simplest cause ([`rules`]).
//!
//! What is true stays without a word: rounded, of another year, by another compiler, of another place. Where
//! the words leave doubt, the figure is undecided, and nothing is said.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::check::{Checker, Verdict};
//! use ipfacts::document::Document;
//! use ipfacts::scan::Draft;
//!
//! let base = ipfacts::facts::embedded();
//! let text = "China's digital economy reached 22.58 billion yuan in 2016.";
//! let draft = Draft::new(Arc::new(Document::new("draft.md", text)));
//! let report = Checker::new(&base).check(&draft);
//! let finding = &report.findings[0];
//! assert_eq!(finding.verdict, Verdict::Differs);
//! let issue = finding.issue.as_ref().unwrap();
//! assert_eq!(issue.rule.code, "wrong-magnitude");
//! assert_eq!(issue.fix.as_ref().unwrap().text, "22.58 trillion yuan");
//! ```

mod aim;
mod amount;
mod anywhere;
mod bound;
mod calendar;
mod called;
mod cells;
pub mod chinese;
mod clash;
mod company;
pub mod compare;
mod compound;
mod contrast;
mod contribution;
mod cue;
mod dateline;
mod difference;
mod documents;
mod dollars;
mod doubts;
mod elsewhere;
mod finder;
mod finding;
mod fix;
mod growing;
mod implied;
mod index;
mod judge;
mod known;
mod link;
mod mention;
mod moment;
pub mod names;
mod newcomer;
mod of_whom;
mod opening;
mod pace;
mod paraphrase;
mod part;
mod place;
mod places;
mod proof;
mod recalled;
mod respectively;
mod rising;
pub mod rules;
mod say;
mod scene;
mod sector;
mod series;
mod shortened;
mod simplified;
mod starts;
mod teller;
mod told;
mod unnamed;
mod untimed;
mod upside_down;
mod weights;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use finding::{Counts, Finding, Fix, Issue, Report, Verdict};
pub use weights::{UnknownRule, Weights};

pub use crate::facts::weights::Level;

use crate::derive::exchange::Exchange;
use crate::facts::model::Base;
use crate::lang::Lang;
use crate::quantity::Unit;
use crate::scan::{self, Draft, FigureKind, Prose, Sentence};
use called::Called;
use company::Judged;
use index::Index;
use judge::Judge;
use link::{Bond, Carried};
use mention::{Mention, Where};
use names::{Hit, Names, What};
use recalled::{Memory, Recall};
use scene::Scene;
use shortened::Shortened;

/// A base made ready to check drafts.
#[derive(Debug)]
pub struct Checker<'b> {
    base: &'b Base,
    names: Names<'b>,
    called: Called<'b>,
    index: Index<'b>,
    /// Made when a sentence first has a name in reach: most drafts have none.
    shortened: OnceLock<Shortened<'b>>,
    every: bool,
}

/// What a draft as a whole says of places.
struct Places {
    /// How often home or one of its bodies is named; not counted where nothing but `the country` names it.
    home: usize,
    foreign: usize,
    /// How often of these it is a part of a country.
    parts: usize,
    /// Whether the draft is about one part of a country: it is named again and again, and more often than home.
    elsewhere: bool,
    /// Whether home is named, by more than `the country`.
    named_home: bool,
    /// Where another place is first named.
    first_foreign: Option<usize>,
}

impl<'b> Checker<'b> {
    /// Makes a base ready.
    #[must_use]
    pub fn new(base: &'b Base) -> Self {
        Self {
            base,
            names: Names::new(base),
            called: Called::new(base),
            index: Index::new(base),
            shortened: OnceLock::new(),
            every: false,
        }
    }

    /// Reports every figure of a draft, also those that hang on no topic of the base.
    #[must_use]
    pub fn every_figure(mut self) -> Self {
        self.every = true;
        self
    }

    /// Checks a draft.
    #[must_use]
    pub fn check(&self, draft: &Draft) -> Report {
        let prose = scan::prose(draft);
        let (plain, mut hits) = self.named(&prose.text);
        names::drop_what_is_nobodys(&plain, &mut hits);
        self.names.add_what_is_homes(&plain, &mut hits);
        hits.retain(|hit| !dateline::is_dateline(&prose.text, hit) && !names::is_denied(&plain, &hit.range));
        let mut findings = Vec::new();
        let topical = names_a_topic(&hits);
        let called = match topical || hits.iter().any(|hit| matches!(hit.what, What::Body(_))) {
            true => self.called.find(&plain),
            false => Vec::new(),
        };
        let documents = !called.is_empty() || documents::may_name(&prose.text, &hits);
        if topical || self.every || documents {
            self.read(draft, &prose, &plain, (&hits, &called), None, &mut findings);
        }
        for finding in &mut findings {
            if finding.issue.as_ref().is_some_and(|issue| allowed(&prose, finding, issue.rule.code)) {
                finding.issue = None;
            }
            finding.span = prose.in_document(finding.prose.clone());
            prose.text[finding.prose.clone()].clone_into(&mut finding.text);
            if let Some(issue) = &mut finding.issue {
                if let Some(fix) = &mut issue.fix {
                    fix.span = prose.in_document(fix.span.clone());
                    // Nothing to be taken out has no bytes of its own: it stands before what follows.
                    fix.edit.0 = if fix.edit.0.is_empty() {
                        let start = fix.edit.0.start;
                        let next = prose.text[start..].chars().next().map_or(0, char::len_utf8);
                        let at = match next {
                            0 => prose.in_document(finding.prose.clone()).end,
                            next => prose.in_document(start..start + next).start,
                        };
                        at..at
                    } else {
                        prose.in_document(fix.edit.0.clone())
                    };
                }
                if let Some((range, _)) = &mut issue.also {
                    *range = prose.in_document(range.clone());
                }
            }
        }
        // Findings are large: their places are put in order first.
        findings.sort_by_cached_key(|finding| (finding.span.start, finding.span.end));
        let strange = prose.allows.iter().filter_map(|allow| {
            let unknown = weights::known(&allow.code, Level::Allow).err()?;
            Some((allow.source.clone(), unknown))
        });
        Report { document: Arc::clone(&draft.document), findings, strange: strange.collect() }
    }

    /// A text in simplified characters and the names in it, whichever characters the base has them in.
    fn named<'t>(&self, text: &'t str) -> (Cow<'t, str>, Vec<Hit>) {
        let plain = simplified::simplified(text);
        let hits = self.names.find(text);
        let hits = match &plain {
            Cow::Owned(plain) => names::joined(self.names.find(plain), &hits),
            Cow::Borrowed(_) => hits,
        };
        (plain, hits)
    }

    fn read(
        &self,
        draft: &Draft,
        prose: &Prose,
        plain: &str,
        (hits, called): (&[Hit], &[(Range<usize>, usize)]),
        around: Option<&Places>,
        findings: &mut Vec<Finding>,
    ) {
        let home = hits.iter().filter(|hit| hit.what == What::Home).count();
        let mut named: BTreeMap<usize, usize> = BTreeMap::new();
        for hit in hits {
            if let What::Place(place) = hit.what {
                *named.entry(place).or_default() += 1;
            }
        }
        let named_home = home == 0
            || hits.iter().any(|hit| match hit.what {
                What::Home => !places::is_any_country(&prose.text[hit.range.clone()]),
                What::Body(_) | What::Title(_) => true,
                _ => false,
            });
        let at_home = hits.iter().filter(|hit| matches!(hit.what, What::Home | What::Body(_))).count();
        let places = Places {
            elsewhere: named.iter().any(|(place, count)| places::is_part(*place) && *count > home.max(2)),
            home: if named_home { at_home } else { 0 },
            foreign: named.values().sum(),
            parts: named.iter().filter(|(place, _)| places::is_part(**place)).map(|(_, count)| count).sum(),
            named_home,
            first_foreign: hits
                .iter()
                .find(|hit| matches!(hit.what, What::Place(_)))
                .map(|hit| hit.range.start),
        };
        // Whose figures a cell tells, what stands around its table says.
        let places = match around {
            Some(around) if places.foreign == 0 => {
                Places { home: around.home, named_home: around.named_home, ..places }
            }
            _ => places,
        };
        let judge = Judge {
            base: self.base,
            index: &self.index,
            text: &prose.text,
            plain,
            day: prose.day.or(draft.day),
            exchange: Exchange::of(self.base),
        };
        let mut carried = Carried::default();
        let mut memory = Memory::default();
        let mut next = 0;
        for mut sentence in scan::each_sentence(prose) {
            if self.cell(draft, prose, &sentence, hits, &places, findings) {
                continue;
            }
            while next < hits.len() && hits[next].range.start < sentence.range.start {
                next += 1;
            }
            let count = hits[next..].iter().take_while(|hit| hit.range.end <= sentence.range.end).count();
            let mine = &hits[next..next + count];
            let remembered = memory.reaches(sentence.block);
            // What is named in full, and what was named so before, may be named by its last word.
            let again = match remembered || !mine.is_empty() {
                true => self.shortened.get_or_init(|| Shortened::new(self.base)).find(
                    plain,
                    &sentence.range,
                    sentence.lang,
                    mine,
                    memory.named(sentence.block),
                ),
                false => Vec::new(),
            };
            let with_those = names::with(mine, again);
            let mine = &with_those[..];
            let topical = mine.iter().any(|hit| matches!(hit.what, What::Topic(_) | What::Not(_)));
            let within_reach = !carried.topics.is_empty() && sentence.block <= carried.block + 1;
            let concerned = topical || within_reach;
            let text = &prose.text[sentence.range.clone()];
            let first = called.partition_point(|(name, _)| name.start < sentence.range.start);
            let named = called[first..].iter().take_while(|(name, _)| name.end <= sentence.range.end).count();
            let called = &called[first..first + named];
            let documents = !called.is_empty() || documents::may_name(text, mine);
            // A bill that does not add up is not the base's business.
            let clash = concerned && clash::may(text);
            if concerned || documents || remembered || self.every {
                let mut read = scan::findings(prose, &sentence, judge.day);
                // What it tells begins behind its dateline.
                let body = dateline::body(judge.plain, &sentence.range, sentence.lang);
                if read.figures.first().is_none_or(|first| body <= first.range.start) {
                    sentence.range.start = body;
                    read.times.retain(|time| body <= time.range.start);
                }
                let mine = &mine[mine.partition_point(|hit| hit.range.start < sentence.range.start)..];
                if concerned {
                    bound::by_verbs(&prose.text, &sentence, &mut read.figures);
                }
                let tied = clash.then(|| (read.figures.clone(), read.times.clone()));
                let from = findings.len();
                if documents {
                    documents::check(self.base, prose, &sentence, (mine, called), &read, judge.day, findings);
                }
                if concerned {
                    self.sentence(
                        prose,
                        &sentence,
                        mine,
                        read,
                        &judge,
                        &places,
                        &mut carried,
                        &mut memory,
                        findings,
                    );
                } else if remembered {
                    let scene = Scene::new(
                        prose,
                        judge.plain,
                        &sentence,
                        mine,
                        read.figures,
                        &read.times,
                        &self.index,
                    );
                    memory.note(&scene, &self.index, sentence.block);
                    let aim = aim::of(&judge.plain[scene.range.clone()], scene.lang);
                    let all = (0..scene.figures.len()).collect();
                    let recall = Recall::new(&scene, &memory, sentence.block, aim);
                    self.recall(&judge, recall, all, Vec::new(), findings);
                } else if self.every {
                    findings.extend(read.figures.into_iter().map(|figure| unknown(figure, true)));
                }
                if let Some((figures, times)) = tied {
                    let foreign = mine.iter().any(|hit| matches!(hit.what, What::Place(_)))
                        && !mine.iter().any(|hit| hit.what == What::Home);
                    let texts = (&prose.text[..], judge.plain);
                    let place = (sentence.range.clone(), sentence.lang, judge.day);
                    clash::check(texts, place, &figures, &times, foreign, findings, from);
                }
            }
            if !concerned {
                carried = Carried { of_another: places::is_of_another(mine), ..Carried::default() };
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a sentence is judged by all of these")]
    fn sentence(
        &self,
        prose: &Prose,
        sentence: &Sentence,
        hits: &[Hit],
        read: scan::Findings,
        judge: &Judge<'_>,
        places: &Places,
        carried: &mut Carried,
        memory: &mut Memory,
        findings: &mut Vec<Finding>,
    ) {
        let scan::Findings { figures, times, .. } = read;
        let mut hits = hits.to_vec();
        for figure in
            figures.iter().filter(|figure| figure.kind == FigureKind::Count && figure.lang == Lang::Zh)
        {
            if let Some(hit) = self.names.around(judge.plain, &figure.range) {
                let at = hits.partition_point(|other| other.range.start < hit.range.start);
                hits.insert(at, hit);
            }
        }
        let hits = &hits[..];
        let scene = Scene::new(prose, judge.plain, sentence, hits, figures, &times, &self.index);
        let mut paired = scene.respectively();
        scene.kinds_respectively(self.base, &mut paired);
        let aim = aim::of(&judge.plain[sentence.range.clone()], sentence.lang);
        memory.note(&scene, &self.index, sentence.block);
        let mut left = Carried::default();
        let mut judged: Vec<Judged<'_>> = Vec::new();
        let mut open = Vec::new();
        for (at, paired) in paired.iter().enumerate() {
            let figure = &scene.figures[at];
            let mention = scene.mention(at, self.base, &self.index, carried, paired.as_ref());
            let Some(mention) = mention else {
                open.push(at);
                continue;
            };
            let place = self.place(&scene, at, &mention, places, carried);
            // `2.2 times that of GDP, which stood at 41.9 trillion`: what is told aside is not gone on about.
            let measured = figure.kind == FigureKind::Multiple;
            let behind =
                mention.hit.is_some_and(|hit| scene.figure_before(scene.hits[hit].range.start).is_some());
            let aside = measured || behind && scene.is_told_aside(at);
            if !aside && (mention.hit.is_some() || left.topics.is_empty()) {
                left.topics = mention.subjects.iter().map(|subject| subject.topic).collect();
                left.topics.dedup();
                left.bond = Some(if mention.sure { Bond::Sound } else { Bond::Loose });
                left.foreign = place == Where::Foreign
                    && (carried.foreign || hits.is_empty() || !places::are_only_kinds(&prose.text, hits));
                let when =
                    figure.when.clone().or_else(|| carried.when.clone().filter(|_| mention.hit.is_none()));
                // `26.7 trillion yuan in 2017, up from 22.77 trillion the year before` goes on about 2017.
                let last = |when: &Option<scan::When>| when.as_ref().and_then(|when| when.period?.last());
                let later = |than: &Option<scan::When>| {
                    last(than).is_none_or(|before| last(&when).is_none_or(|then| before <= then))
                };
                // `A year earlier it had been 22.58 trillion.` looks back, and what follows goes on about what was before it.
                let back = mention.hit.is_none()
                    && when.as_ref().is_some_and(|when| when.how == scan::How::Relative)
                    && !later(&carried.when);
                if back {
                    left.when.clone_from(&carried.when);
                } else if later(&left.when) {
                    left.when = when;
                }
            }
            let found = judge.judge(figure, &mention, place, aim);
            let found =
                judge.of_no_said_time(found, (&scene, at), &mention, (place, aim), (memory, sentence.block));
            judged.push(Judged { mention, found, at, place });
        }
        company::of_the_time_beside(judge, &scene.figures, &mut judged, aim);
        company::again(judge, &scene.figures, &mut judged);
        company::vouched(judge, &scene.figures, &mut judged, aim);
        company::strangers(judge, &scene.figures, &mut judged);
        company::of_the_same_slip(judge, &scene.figures, &mut judged, aim);
        company::of_the_year_said(judge, &scene.figures, &mut judged);
        series::mixed(self.base, &prose.text, &scene.figures, &mut judged);
        self.recall(judge, Recall::new(&scene, memory, sentence.block, aim), open, judged, findings);
        if left.topics.is_empty() {
            // A sentence without a figure of its own, or whose figures hang on nothing, still names what
            // the next one goes on about.
            let named = hits.iter().enumerate().find(|(at, hit)| {
                matches!(hit.what, What::Topic(_)) && !scene.wholes[*at] && !scene.is_measured_by(hit)
            });
            match named {
                Some((at, hit)) if scene.hits[at].range == hit.range => {
                    left.topics = scene
                        .hits
                        .iter()
                        .filter(|other| other.range == hit.range)
                        .filter_map(|other| match other.what {
                            What::Topic(topic) => Some(topic),
                            _ => None,
                        })
                        .collect();
                    // 数字经济已成为…的关键。2019年，其规模达…: what opens a sentence is what it is about.
                    let opens = scene.strange(sentence.range.start..hit.range.start) == 0;
                    let alone = scene.topic_count() == 1 && !scene.is_part_of_name(at);
                    left.bond = Some(if opens && alone { Bond::Sound } else { Bond::Loose });
                    left.foreign = !places::are_only_kinds(&prose.text, hits)
                        && hits.iter().any(|hit| matches!(hit.what, What::Place(_)))
                        && !hits.iter().any(|hit| hit.what == What::Home);
                }
                // `Digital trade also expanded.` goes on about something else.
                _ if scene.figures.is_empty() && !scene.opens_with_another() => left = carried.clone(),
                _ => {}
            }
        }
        left.block = sentence.block;
        left.per_head = left.topics.iter().any(|&topic| {
            let names = &self.base.topics[topic].names;
            names.en.iter().any(|name| name.contains("per capita"))
                || names.zh.iter().any(|name| name.contains("人均"))
        });
        left.industry = left.topics.iter().any(|&topic| {
            let mut names = self.base.topics[topic].names.en.iter();
            names.any(|name| name.ends_with(" industry"))
        });
        left.of_another = places::is_of_another(hits);
        *carried = left;
    }

    /// Reports the figures of a sentence: those that were judged, and those left open, as far as they are like a fact of
    /// what the draft named before.
    fn recall<'j>(
        &self,
        judge: &Judge<'j>,
        mut recall: Recall<'_, 'j>,
        mut open: Vec<usize>,
        judged: Vec<Judged<'j>>,
        findings: &mut Vec<Finding>,
    ) {
        let scene = recall.scene;
        let fact = |found: &judge::Found<'_>| found.fact.as_deref().and_then(|id| judge.base.fact(id));
        let mut unsure = BTreeMap::new();
        let mut contested = Vec::new();
        for Judged { found, mention, at, place } in judged {
            let open_yet = matches!(found.verdict, Verdict::Undecided | Verdict::Unknown);
            if open_yet && place != Where::Foreign {
                open.push(at);
                let subjects = mention.subjects.iter().map(|subject| subject.topic);
                recall.named[at] = subjects.filter(|_| mention.hit.is_some()).collect();
                if mention.sure && mention.hit.is_some() {
                    recall.sure[at] = mention.subjects.iter().map(|subject| subject.topic).collect();
                }
                unsure.insert(at, found);
            } else {
                recall.told[at] = fact(&found);
                // What goes on about what was told last may as well be what was named before that.
                if found.verdict == Verdict::Differs && mention.hit.is_none() && place != Where::Foreign {
                    contested.push(at);
                    unsure.insert(at, found);
                } else {
                    findings.push(self::told(scene.figures[at].clone(), found));
                }
            }
        }
        for at in contested {
            let said = unsure.remove(&at);
            let agrees = judge.recalled(&recall, at).filter(|found| found.verdict == Verdict::Agrees);
            if let Some(found) = agrees.or(said) {
                recall.told[at] = fact(&found);
                findings.push(self::told(scene.figures[at].clone(), found));
            }
        }
        open.sort_unstable();
        for at in open {
            let figure = scene.figures[at].clone();
            if let Some(found) = judge.recalled(&recall, at).or_else(|| unsure.remove(&at)) {
                recall.told[at] = fact(&found);
                findings.push(self::told(figure, found));
            } else if self.every || !scene.hits.is_empty() {
                findings.push(unknown(figure, scene.hits.is_empty()));
            }
        }
    }

    /// Where a figure is of, with what the draft says of places before.
    fn place(
        &self,
        scene: &Scene<'_>,
        at: usize,
        mention: &Mention,
        places: &Places,
        carried: &Carried,
    ) -> Where {
        let figure = &scene.figures[at];
        // `Fujian is among the provinces that gain from it. Its digital economy passed 1.2 trillion yuan.`
        let its = mention.hit.map(|hit| scene.small_before(scene.hits[hit].range.start).trim_start());
        if carried.of_another && matches!(its, Some("its" | "their" | "其")) {
            return Where::Foreign;
        }
        let mut said = scene.place(figure, mention.hit);
        let money = |unit: &Unit| unit.currency().is_some() && unit.currency() == self.index.home_currency();
        let in_home_money = || scene.figures.iter().any(|figure| money(figure.quantity.unit()));
        // `the country` is the base's only where something names it.
        if said == Where::Home && !places.named_home && !in_home_money() {
            said = Where::Unsaid;
        }
        if said != Where::Unsaid {
            return said;
        }
        if mention.hit.is_none() {
            return if carried.foreign { Where::Foreign } else { Where::Home };
        }
        if scene.opens_elsewhere() || places.elsewhere {
            return Where::Foreign;
        }
        let common = mention
            .subjects
            .iter()
            .any(|subject| self.index.is_mostly_whole(subject.topic) && subject.whole.is_none());
        // Countries have their own money: what an English text tells in home's is home's, unless it names parts of it.
        let sure = !common || places.foreign == 0 || scene.lang == Lang::En && places.parts == 0;
        if sure && in_home_money() {
            return Where::Home;
        }
        if carried.foreign {
            return Where::Foreign;
        }
        if self.base.place.is_none() {
            return Where::Home;
        }
        // A place named only further on has said nothing yet.
        let ahead = places.first_foreign.is_some_and(|first| first > figure.range.start);
        match (places.home, places.foreign) {
            (0, 0) if common && scene.lang == Lang::En => Where::Foreign,
            (0, 0) => Where::Unsaid,
            (0, _) if ahead => Where::Unsaid,
            (0, _) => Where::Foreign,
            _ if common && !ahead && places.foreign > places.home => Where::Foreign,
            _ => Where::Home,
        }
    }
}

/// Whether a draft names anything that the base has figures of.
fn names_a_topic(hits: &[Hit]) -> bool {
    hits.iter().any(|hit| matches!(hit.what, What::Topic(_) | What::Not(_) | What::Title(_)))
}

/// A figure and what was found of it.
fn told(figure: scan::Figure, found: judge::Found<'_>) -> Finding {
    let finding = Finding::new(figure.range.clone(), Some(figure), found.verdict);
    Finding { fact: found.fact, issue: found.issue, ..finding }
}

/// A figure of which the base has nothing; `aside` when nothing it could hang on is in its sentence.
fn unknown(figure: scan::Figure, aside: bool) -> Finding {
    Finding { aside, ..Finding::new(figure.range.clone(), Some(figure), Verdict::Unknown) }
}

/// Whether a comment of the draft allows a finding.
fn allowed(prose: &Prose, finding: &Finding, code: &str) -> bool {
    let at = finding.prose.start;
    prose.allows.iter().any(|allow| allow.code == code && allow.range.contains(&at))
}
