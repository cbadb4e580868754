//! A figure that hangs on nothing by its grammar, and yet is so like one fact of what the draft is about that chance
//! hardly explains it.
//!
//! A text goes on for paragraphs about what it named once: `In 2014 it was still 47.9 per cent`, `the academy arrived at
//! 27.2 trillion yuan`. What such a figure is of, no words say. Its digits do: of the facts that the base has of the
//! topics named shortly before, at the time said and in this unit, few are as near to it as what was meant is to a slip
//! of the keyboard, and a figure of something else is so only by chance. How likely that is can be counted, and where it
//! is unlikely, the figure is held against the fact.

use std::ops::Range;

use super::aim::Aim;
use super::finding::Verdict;
use super::index::Index;
use super::judge::{Found, Judge};
use super::mention::{Mention, Where, each};
use super::names::What;
use super::rules;
use super::scene::{Scene, is_part};
use super::words::Cue;
use crate::facts::model::{Fact, Measure};
use crate::lang::Lang;
use crate::period::Period;
use crate::quantity::{Exact, Quantity, Rounding};
use crate::scan::{Figure, FigureKind, How, When};

/// What was named is remembered for so many paragraphs.
const REACH: usize = 4;

/// And so many of the times told.
const TIMES: usize = 4;

/// Of a sentence with more figures none is recalled: it is a list, and words say what of.
const MANY: usize = 100;

/// A slip may be by chance once in so many.
const CHANCE: u64 = 5;

/// And what is as a fact has it, which is then cited.
const CITED: u64 = 50;

/// Why what is found is not certain.
const UNSAID: &str = "its sentence does not say what it is of; its digits do, but for a slip";

/// A paragraph, and a sentence of the draft.
pub(super) type Place = (usize, usize);

/// How far back a topic is looked for.
#[derive(Debug, Clone, Copy)]
enum Reach {
    Sentence,
    Paragraph,
    Paragraphs,
}

/// What a draft has named so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Topics, and where they were last named.
    topics: Vec<(usize, Place)>,
    /// The last sentence.
    last: Place,
    /// The paragraph, if it, and the one before it, was about something that has no name in the base.
    strangers: [Option<usize>; 2],
    /// The times that were told of and the paragraphs, the last first.
    times: Vec<(When, usize)>,
}

impl Memory {
    /// Whether anything that was named is in reach of a paragraph.
    pub(super) fn reaches(&self, block: usize) -> bool {
        self.topics.iter().any(|(_, named)| block <= named.0 + REACH)
    }

    /// The topics named in reach of a paragraph, and where each was last.
    pub(super) fn named(&self, block: usize) -> impl Iterator<Item = (usize, Place)> + Clone {
        self.topics.iter().filter(move |(_, named)| block <= named.0 + REACH).copied()
    }

    /// Remembers what a sentence names.
    pub(super) fn note(&mut self, scene: &Scene<'_>, index: &Index<'_>, block: usize) {
        let foreign = scene.hits.iter().any(|hit| matches!(hit.what, What::Place(_)))
            && !scene.hits.iter().any(|hit| hit.what == What::Home);
        self.last = (block, self.last.1 + 1);
        let stranger = scene.topic_count() == 0 && scene.opens_with_another();
        self.strangers = [stranger.then_some(block), self.strangers[0]];
        if !foreign {
            for hit in &scene.hits {
                match hit.what {
                    What::Topic(topic) => self.remember(topic, self.last),
                    // Who is named is named for what they count.
                    What::Body(body) => {
                        let counted = index.counted_by(body).iter();
                        counted.for_each(|&topic| self.remember(topic, (block, 0)));
                    }
                    _ => {}
                }
            }
        }
        let told = scene.figures.iter().filter_map(|figure| figure.when.as_ref());
        for when in told.filter(|when| when.period.is_some()) {
            self.times.retain(|(known, _)| known.period != when.period);
            self.times.insert(0, (When { how: How::Inherited, ..when.clone() }, block));
        }
        self.times.truncate(TIMES);
    }

    /// Remembers a topic, if it was not named later than that.
    fn remember(&mut self, topic: usize, place: Place) {
        match self.topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, named)) => *named = (*named).max(place),
            None => self.topics.push((topic, place)),
        }
    }

    /// The times in reach of a paragraph, the last first.
    pub(super) fn times(&self, block: usize) -> impl Iterator<Item = &When> {
        self.times.iter().filter(move |(_, told)| block <= told + REACH).map(|(when, _)| when)
    }

    /// Whether all times in reach of a paragraph are others than one.
    pub(super) fn speaks_of_others(&self, block: usize, period: &Period) -> bool {
        let mut told = self.times(block).filter_map(|when| when.period).peekable();
        told.peek().is_some() && told.all(|told| !told.compatible(period))
    }

    /// The topics in reach of a paragraph, and those that lie within them or that they lie within.
    fn topics(&self, index: &Index<'_>, block: usize, reach: Reach) -> Vec<usize> {
        let within = |named: Place| match reach {
            Reach::Sentence => named == self.last,
            Reach::Paragraph => named.0 == block,
            Reach::Paragraphs => block <= named.0 + REACH,
        };
        let near = self.topics.iter().filter(|(_, named)| within(*named));
        let mut topics: Vec<usize> = near.flat_map(|(topic, _)| index.kin(*topic)).copied().collect();
        topics.sort_unstable();
        topics.dedup();
        topics
    }
}

/// The sentence that figures are recalled in.
pub(super) struct Recall<'s, 'a> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) memory: &'s Memory,
    /// Its paragraph.
    pub(super) block: usize,
    pub(super) aim: Aim,
    /// Of each of its figures, the fact that it is held against.
    pub(super) told: Vec<Option<&'a Fact>>,
    /// And the topics that it surely is of; none where that is not known.
    pub(super) sure: Vec<Vec<usize>>,
    /// And those that its sentence names, of one of which it may be.
    pub(super) named: Vec<Vec<usize>>,
}

impl<'s> Recall<'s, '_> {
    /// A sentence of which nothing is told yet.
    pub(super) fn new(scene: &'s Scene<'s>, memory: &'s Memory, block: usize, aim: Aim) -> Self {
        let told = vec![None; scene.figures.len()];
        let sure = vec![Vec::new(); scene.figures.len()];
        let named = sure.clone();
        Self { scene, memory, block, aim, told, sure, named }
    }
}

impl<'a> Judge<'a> {
    /// What a figure that hangs on nothing is, as its likeness to one fact tells.
    pub(super) fn recalled(&self, recall: &Recall<'_, 'a>, at: usize) -> Option<Found<'a>> {
        let Recall { scene, memory, block, .. } = *recall;
        let figure = &scene.figures[at];
        if scene.figures.len() > MANY
            || shown(&figure.quantity) < 2
            || !memory.reaches(block)
            || !scene.may_be_recalled(figure)
            || is_part(figure.kind) && scene.of_a_name(figure).is_some_and(|of| !self.index.is_whole(of))
        {
            return None;
        }
        // 集成电路产业销售额首次突破万亿元。同比增长18.2%。 goes on about that.
        let opening = scene.range.start..figure.range.start;
        if memory.strangers[1] == Some(block) && scene.topic_count() == 0 && scene.strange(opening) == 0 {
            return None;
        }
        let times: Vec<When> = match &figure.when {
            Some(when) if when.period.is_some() => vec![when.clone()],
            _ => memory.times(block).cloned().collect(),
        };
        let mention = Mention {
            sure: true,
            near: true,
            by: scene.attributed(figure),
            counts_unsaid: scene.counts_nothing_named(figure),
            // Four digits that are the base's but for one are no count of another.
            by_stranger: shown(&figure.quantity) < 4 && scene.is_strangers(figure),
            ..Mention::default()
        };
        // `1.92 trillion yuan, up 18.6 percent`: a growth is of what the amount before it is of.
        let amount =
            at.checked_sub(1).filter(|&amount| scene.grew(figure) && !is_part(scene.figures[amount].kind));
        let topic = match amount {
            Some(amount) => Some(recall.told[amount]?.topic.as_ref()?),
            None => None,
        };
        let measures = scene.measures_recalled(figure);
        let among = |mut topics: Vec<usize>| {
            topics.retain(|&other| topic.is_none_or(|topic| self.base.topics[other].id == *topic));
            // 实物商品部分…，为10.8万亿元: what names a part is not of the whole.
            let wholes = recall.named[at].iter().filter_map(|&part| self.base.topics[part].within.as_ref());
            topics.retain(|&topic| {
                recall.named[at].contains(&topic)
                    || !wholes.clone().any(|whole| *whole == self.base.topics[topic].id)
            });
            if !recall.sure[at].is_empty() {
                topics.retain(|topic| recall.sure[at].contains(topic));
            }
            topics
        };
        let told = |topics: &[usize]| {
            let subjects = each(topics, &measures);
            let at = |when: &When| {
                let (period, how, time) = (Some(when.period?), Some(when.how), when.range.clone());
                Some(Mention { subjects: subjects.clone(), period, how, time, ..mention.clone() })
            };
            self.told_of(figure, times.iter().filter_map(at), recall.aim)
        };
        // What a fact of any of them says is no slip of another.
        let all = among(memory.topics(self.index, block, Reach::Paragraphs));
        let widest = told(&all)?;
        if let Some(found) = widest.agreeing() {
            return (!widest.is_chance(1, CITED)).then(|| found.clone());
        }
        let mut nearer: Vec<Vec<usize>> = [Reach::Sentence, Reach::Paragraph]
            .map(|reach| among(memory.topics(self.index, block, reach)))
            .into();
        nearer.dedup();
        let found = nearer
            .iter()
            .filter(|topics| **topics != all)
            .find_map(|topics| told(topics)?.slipped())
            .or_else(|| widest.slipped())?;
        Some(found.uncertain(UNSAID))
    }

    /// What a figure is to the facts that some mentions may mean; nothing where there are none.
    fn told_of(
        &self,
        figure: &Figure,
        mentions: impl Iterator<Item = Mention>,
        aim: Aim,
    ) -> Option<Likeness<'a>> {
        let place = figure.quantity.written().last_place();
        let rounded =
            |value: &Exact| Some(value.checked_div(&place)?.round_to_places(0, Rounding::HalfAwayFromZero));
        let mut values: Vec<Exact> = Vec::new();
        let mut found = Vec::new();
        for mention in mentions {
            let held = self.held(figure, &mention);
            let known = held.iter().filter(|one| one.same_time && one.fit.is_some());
            let before = values.len();
            values.extend(
                known.filter_map(|one| one.fact.value.as_ref()).filter_map(|value| rounded(value.value())),
            );
            if before < values.len() {
                found.push(self.judge(figure, &mention, Where::Home, aim));
            }
        }
        values.sort_unstable();
        values.dedup();
        let size = rounded(figure.quantity.value())?.magnitude();
        let alike = values.iter().filter(|value| value.magnitude() == size).count();
        let others = values.len() - alike;
        (!values.is_empty()).then_some(Likeness { found, alike, others, digits: shown(&figure.quantity) })
    }
}

impl Found<'_> {
    /// Whether it differs from a fact by a slip.
    pub(super) fn is_a_slip(&self) -> bool {
        const SLIPS: [&str; 3] = ["changed-digit", "wrong-magnitude", "cut-off"];
        self.verdict == Verdict::Differs
            && self.issue.as_ref().is_some_and(|issue| SLIPS.contains(&issue.rule.code))
    }

    /// The same, and why it is not certain.
    pub(super) fn uncertain(mut self, why: &str) -> Self {
        if let Some(issue) = &mut self.issue {
            issue.note = issue.note.take().or_else(|| Some(why.to_owned()));
            if let Some(fix) = &mut issue.fix {
                fix.certain = false;
            }
        }
        self
    }
}

/// What a figure is to facts, and how many there are.
struct Likeness<'a> {
    /// What was found at each time.
    found: Vec<Found<'a>>,
    /// How many facts are numbers of its size, at its digits.
    alike: usize,
    /// How many are not.
    others: usize,
    /// How many digits it shows.
    digits: u32,
}

impl<'a> Likeness<'a> {
    /// What it agrees with.
    fn agreeing(&self) -> Option<&Found<'a>> {
        self.found.iter().find(|found| found.verdict == Verdict::Agrees && found.issue.is_none())
    }

    /// What it is but for a slip, if that is hardly by chance.
    fn slipped(&self) -> Option<Found<'a>> {
        // Each digit as nine others, each pair of neighbours exchanged.
        let ways = u64::from(self.digits) * 9 + u64::from(self.digits - 1);
        let slip = self.found.iter().find(|found| found.is_a_slip());
        slip.filter(|_| self.digits >= 3 && !self.is_chance(ways, CHANCE)).cloned()
    }

    /// Whether a number of so many digits is too often by chance like one of the facts, each of its size alike in so many
    /// ways, each of another by its digits alone: more than once in so many.
    fn is_chance(&self, ways: u64, once_in: u64) -> bool {
        let numbers = 9 * 10u64.saturating_pow(self.digits - 1);
        let [alike, others] = [self.alike, self.others].map(|count| u64::try_from(count).unwrap_or(u64::MAX));
        alike.saturating_mul(ways).saturating_add(others).saturating_mul(once_in) > numbers
    }
}

/// How many digits a figure shows, noughts before its point left out.
pub(super) fn shown(quantity: &Quantity) -> u32 {
    match quantity.written().places() {
        0 => rules::digits(quantity),
        _ => quantity.written().significant_digits(),
    }
}

impl Scene<'_> {
    /// Whether nothing near a figure says that it is of something else.
    fn may_be_recalled(&self, figure: &Figure) -> bool {
        let kind = matches!(
            figure.kind,
            FigureKind::Money | FigureKind::Percent | FigureKind::Count | FigureKind::Number
        );
        // `India reckons its digital economy at 11.7%`, `10.5% of the world's`
        let opener = self.hits.first().filter(|hit| self.strange(self.range.start..hit.range.start) == 0);
        let abroad = self.place(figure, None) == Where::Foreign
            || opener.is_some_and(|hit| matches!(hit.what, What::Place(_)))
            || self.hits.iter().any(|hit| {
                hit.what == What::World
                    && hit.range.start >= figure.range.end
                    && matches!(
                        self.small(figure.range.end..hit.range.start).trim(),
                        "of" | "of the" | "of all the"
                    )
            });
        let first = self.first_of_list(figure);
        let lead = self.clause_range(first.range.start).start..first.range.start;
        let named = |what: fn(&What) -> bool| {
            self.hits
                .iter()
                .any(|hit| what(&hit.what) && lead.start <= hit.range.start && hit.range.end <= lead.end)
        };
        // 全球公有云市场约650亿美元
        let group = ["发达国家", "发展中国家", "收入国家", "个国家", "经济体"]
            .iter()
            .any(|group| self.text[self.range.start..figure.range.start].contains(group));
        let abroad = abroad || self.lang == Lang::Zh && (group || named(|what| *what == What::World));
        // 混合云占比12.3%, `value-added growth of 15.7 percent`: of whatever is named there.
        let told = named(|what| matches!(what, What::Topic(_) | What::Body(_)));
        let own = !told
            && is_part(figure.kind)
            && (self.lang == Lang::Zh || self.grew(first) || self.is_said_to_be_a_part(first))
            && self.strange(lead.clone()) > 0;
        // 外卖…，用户2.74亿: of whatever has users.
        let of_users = self.lang == Lang::Zh
            && matches!(figure.kind, FigureKind::Count | FigureKind::Number)
            && self
                .before(figure.range.start)
                .trim_end_matches(|c: char| "达到为有超突破规模数量已近约共".contains(c))
                .ends_with("用户")
            && self.topic_count() == 0;
        kind && !abroad
            && !of_users
            && !own
            && !self.is_of_business(&lead)
            && !self.is_worked_out(figure)
            && !self.is_of_all_the_world(figure)
            && !(is_part(figure.kind) && self.is_of_those_in(figure))
            && !self.is_told_of_a_sector(figure)
            && !self.is_of_a_longer_name(figure)
    }

    /// Whether what the sentence names last before a figure is another thing with a topic in its name: `digital economy jobs`.
    fn is_of_a_longer_name(&self, figure: &Figure) -> bool {
        let last = (0..self.hits.len())
            .rev()
            .find(|&at| self.hits[at].range.end <= figure.range.start && self.topic(at).is_some());
        last.is_some_and(|last| !self.wholes[last] && self.is_part_of_name(last))
    }

    /// Whether whoever opens the clause has the part: `Men make up 53.0% of the users`.
    fn is_said_to_be_a_part(&self, figure: &Figure) -> bool {
        let before = self.small_before(figure.range.start);
        [
            "make up",
            "made up",
            "account for",
            "accounted for",
            "accounts for",
            "makes up",
            "represent",
            "constitute",
        ]
        .iter()
        .any(|verb| before.ends_with(verb))
    }

    /// Whether words before a figure tell of what firms take in: `The company's digital economy unit earned 22.58 million
    /// yuan`.
    fn is_of_business(&self, lead: &Range<usize>) -> bool {
        let named = |at: usize| {
            self.hits.iter().any(|hit| matches!(hit.what, What::Topic(_)) && hit.range.contains(&at))
        };
        let said = self.small(lead.clone());
        match self.lang {
            Lang::En => said
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| BUSINESS.contains(word))
                .any(|word| !named(lead.start + (word.as_ptr() as usize - said.as_ptr() as usize))),
            Lang::Zh => {
                BUSINESS_ZH.iter().any(|word| said.match_indices(word).any(|(at, _)| !named(lead.start + at)))
            }
        }
    }

    /// Whether a percentage is of what the whole world has: 占世界的14.8%.
    fn is_of_all_the_world(&self, figure: &Figure) -> bool {
        let before = self.before(figure.range.start);
        let of =
            before.strip_suffix('的').is_some_and(|of| ["世界", "全球"].iter().any(|all| of.ends_with(all)));
        self.lang == Lang::Zh && (of || self.is_of_the_world(figure))
    }

    /// Whether an amount says what a fraction of another is: `Four-fifths of it, 28.6 trillion yuan, lay in old industries`.
    fn is_worked_out(&self, figure: &Figure) -> bool {
        let before = self.figure_before(figure.range.start).filter(|_| !is_part(figure.kind));
        before.is_some_and(|before| {
            before.kind == FigureKind::Fraction && self.text[before.range.end..figure.range.start].len() < 24
        })
    }

    /// Whether no noun behind a count says what it counts: `753 million of them went online by phone`, `847 million, use`.
    fn counts_nothing_named(&self, figure: &Figure) -> bool {
        const THEMSELVES: [&str; 8] = ["", "of", "people", "users", "netizens", "chinese", "persons", "in"];
        let behind = self.small_after(figure.range.end);
        let word = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        match self.lang {
            Lang::En => THEMSELVES.contains(&word) || VERBS.contains(&word),
            Lang::Zh => {
                figure.noun.is_none()
                    && behind.chars().next().is_none_or(|c| !c.is_alphanumeric() || "人户个".contains(c))
            }
        }
    }

    /// The first of a list of figures: `8.0%、17.7%`, `5.2 and 17.4 trillion yuan`.
    fn first_of_list<'f>(&'f self, figure: &'f Figure) -> &'f Figure {
        let mut first = figure;
        while let Some(before) = self.figure_before(first.range.start)
            && matches!(
                self.text[before.range.end..first.range.start].trim(),
                "、" | "和" | "及" | "与" | "and" | "," | ", and"
            )
        {
            first = before;
        }
        first
    }

    /// Whether the words before a figure tell of a part of an economy: `In services, digital penetration rose to 37.8
    /// percent`, 第三产业对GDP增长的贡献率达58.4%.
    fn is_told_of_a_sector(&self, figure: &Figure) -> bool {
        let opening = self.range.start..figure.range.start;
        let clause = self.clause_range(figure.range.start).start;
        match self.lang {
            Lang::En => self.opens_with_a_sector(opening),
            Lang::Zh => TRADES_ZH.iter().any(|word| self.text[clause..figure.range.start].contains(word)),
        }
    }

    /// Whether a figure is of a place or a trade that nobody knows: `10.5% on the farm`, `1 Gbps in certain neighbourhoods`.
    pub(super) fn is_of_those_in(&self, figure: &Figure) -> bool {
        let rest = self.small_after(figure.range.end);
        let noun = ["in ", "on ", "for ", "among "].iter().find_map(|word| rest.strip_prefix(word));
        let Some(noun) = noun.filter(|_| self.lang == Lang::En) else { return false };
        let at = self.range.end - noun.len();
        let length = noun.split(' ').take(2).map(|word| word.len() + 1).sum::<usize>();
        let end = at + noun[..length.min(noun.len())].trim_end().len();
        self.strange(at..end) > 0
    }

    /// Whether a percentage tells of a growth.
    fn grew(&self, figure: &Figure) -> bool {
        let clause = self.clause_range(figure.range.start);
        let behind = self.small_after(figure.range.end);
        matches!(self.part_cue(figure, &clause), Some(Cue::Growth | Cue::Fall))
            || [
                "more",
                "fewer",
                "less than",
                "growth",
                "increase",
                "rise",
                "higher",
                "above",
                "year on year",
                "year-on-year",
            ]
            .iter()
            .any(|words| behind.starts_with(words))
    }

    /// The measures that a figure may have whose topic is not named.
    fn measures_recalled(&self, figure: &Figure) -> Vec<Measure> {
        if !is_part(figure.kind) {
            return self.measures(figure);
        }
        let clause = self.clause_range(figure.range.start);
        match self.part_cue(figure, &clause) {
            _ if self.grew(figure) => vec![Measure::Growth],
            Some(Cue::Share | Cue::To) => vec![Measure::Share],
            Some(Cue::Contribution) => vec![Measure::Contribution],
            _ => vec![Measure::Share, Measure::Growth, Measure::Contribution],
        }
    }
}

/// Verbs of those who use something.
const VERBS: [&str; 14] = [
    "use", "used", "uses", "go", "went", "access", "accessed", "had", "have", "are", "were", "was", "is",
    "surf",
];

/// What firms take in and lose.
const BUSINESS: [&str; 16] = [
    "company",
    "companies",
    "firms",
    "revenue",
    "revenues",
    "turnover",
    "profit",
    "profits",
    "loss",
    "losses",
    "income",
    "earnings",
    "earned",
    "shop",
    "exports",
    "imports",
];

/// The same in Chinese.
const BUSINESS_ZH: [&str; 12] =
    ["营收", "收入", "利润", "亏损", "净利", "融资", "进出口", "出口", "公司", "企业", "集团", "平台"];

/// Parts of an economy in Chinese.
const TRADES_ZH: [&str; 4] = ["第一产业", "第二产业", "第三产业", "服务业增加值"];
