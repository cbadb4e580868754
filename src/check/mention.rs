//! What a figure in prose claims: about which subject, when, where, and who is said to have counted.

use std::ops::Range;

use super::anywhere::{self, Anywhere};
use super::index::{Index, Subject};
use super::link::{Bond, Carried, Link};
use super::names::{Hit, What};
use super::paraphrase::PerHead;
use super::scene::{Scene, is_part};
use super::words::{Cue, Mark};
use crate::facts::model::{Base, Measure, Text};
use crate::lang::Lang;
use crate::period::{Kind, Length, Period};
use crate::quantity::{Quantity, Unit};
use crate::scan::{Figure, FigureKind, How, When};

/// A figure and what it claims.
#[derive(Debug, Clone, Default)]
pub(super) struct Mention {
    /// The subjects that may be meant: one, where the words are clear.
    pub(super) subjects: Vec<Subject>,
    /// Whether the words leave no doubt that the subject is meant.
    pub(super) sure: bool,
    /// Whether the topic is named in the sentence and is no part of another name.
    pub(super) near: bool,
    /// The time, if one is said.
    pub(super) period: Option<Period>,
    /// How the time is known.
    pub(super) how: Option<How>,
    /// Where the time is said.
    pub(super) time: Option<Range<usize>>,
    /// Whether a time counts from a day that is not known.
    pub(super) unknown_time: bool,
    /// Two times of which it has one, nobody says which.
    pub(super) among: Option<[Period; 2]>,
    /// The bodies said to have counted.
    pub(super) by: Vec<usize>,
    /// Whether somebody is said to have counted whom the base does not know.
    pub(super) by_stranger: bool,
    /// Whether a document that the base does not know is said to have set it.
    pub(super) by_another_plan: bool,
    /// A whole that the base has under another name only as what is easily taken for it.
    pub(super) wrong_whole: Option<Range<usize>>,
    /// Whether that is a noun which the base does not know at all: `of exports`.
    pub(super) unnamed_whole: bool,
    /// A word that says this is another kind of figure: a forecast, per head.
    pub(super) other_kind: bool,
    /// Whether those words only say that it is yet to be: `expected to`, `target`.
    pub(super) planned: bool,
    /// Whether it is now expected, not once was: `is expected to reach`.
    pub(super) expected_now: bool,
    /// Whether it was foreseen, not found: 预计2018年达到.
    pub(super) forecast: bool,
    /// Whether its verb says that it is yet to come: `will exceed`.
    pub(super) to_come: bool,
    /// Whether it may be what a revision changed.
    pub(super) revision: bool,
    /// Whether its company tells that it is a goal.
    pub(super) goal: bool,
    /// Whether what it counts may be named elsewhere.
    pub(super) counts_unsaid: bool,
    /// Whether its company shows that the base's figures of the time were known.
    pub(super) known: bool,
    /// The facts of its topic and time that figures beside it are, to four digits and more.
    pub(super) company: Vec<Text>,
    /// Whether it is an average of several years.
    pub(super) average: bool,
    /// Whether a growth is said to be nominal, or said to be real.
    pub(super) nominal: Option<bool>,
    /// Whether the topic is told in other words than its name.
    pub(super) paraphrase: bool,
    /// The hit that names the topic.
    pub(super) hit: Option<usize>,
    /// The amount that this one is a conversion of: the one before its parenthesis, or before `or`, 约合.
    pub(super) beside: Option<Quantity>,
}

/// What the place words of a sentence say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// The base's own place.
    Home,
    /// Another.
    Foreign,
    /// None is named.
    Unsaid,
}

impl Scene<'_> {
    /// What a figure claims; none when it hangs on no topic of the base.
    pub(super) fn mention(
        &self,
        at: usize,
        base: &Base,
        index: &Index,
        carried: &Carried,
        paired: Option<&Link>,
    ) -> Option<Mention> {
        let figure = &self.figures[at];
        let spent = self.spent_on(at, base);
        let (subjects, link, wrong_whole) = match figure.kind {
            FigureKind::Percent | FigureKind::Fraction | FigureKind::PercentagePoints => {
                self.part(figure, base, index, carried, paired)?
            }
            _ => {
                let link = match paired.or(spent.as_ref()) {
                    Some(link) => link.clone(),
                    None => match self.had_by(figure, base) {
                        Some(link) => link,
                        None => self.link(figure, None, carried)?,
                    },
                };
                let measures = self.measures(figure);
                let subjects = each(&link.topics, &measures);
                (subjects, link, None)
            }
        };
        let each_head = if is_part(figure.kind) || figure.kind == FigureKind::Money {
            self.per_head(figure, &link, base)
        } else {
            None
        };
        if link.bond == Bond::Broken
            || self.is_a_rate(figure)
            || self.is_in_a_column(figure)
            || self.is_of_those_behind(figure)
            || self.is_of_that_sector(figure)
            || !matches!(each_head, Some(PerHead::Told(_))) && self.is_of_one_of_many(figure, &link)
            || self.is_a_goal_looked_back_on(figure)
            || self.counts_those_who(figure)
            || self.is_of_the_one_before(figure, &link)
            || self.is_of_both_told_before(at)
        {
            return None;
        }
        let mut link = link;
        let subjects = match self.where_it_is_had(figure, &link, base) {
            Some(topic) => {
                link.topics = vec![topic];
                if self.is_the_next_place(at, &link) {
                    link.bond = Bond::Sound;
                }
                subjects.into_iter().take(1).map(|subject| Subject { topic, ..subject }).collect()
            }
            None => subjects,
        };
        let subjects = match each_head {
            Some(PerHead::Told(topic)) => {
                link.topics = vec![topic];
                subjects.into_iter().map(|subject| Subject { topic, ..subject }).collect()
            }
            Some(PerHead::Perhaps(topic)) => {
                link.bond = Bond::Loose;
                let own = topic.map(|topic| subjects.iter().map(move |one| Subject { topic, ..*one }));
                own.into_iter().flatten().chain(subjects.iter().copied()).collect()
            }
            None => subjects,
        };
        let maybe_each_head = matches!(each_head, Some(PerHead::Perhaps(_)));
        let each_head = matches!(each_head, Some(PerHead::Told(_)));
        let untold = paired.is_none() && self.is_of_an_untold_list(at);
        let others = self.counts_others(figure) || self.is_of_two_together(figure, &link);
        let part = self.counts_a_part(figure, &link, index)
            || self.is_of_a_half(figure, &link)
            || self.is_of_a_part_of_it(figure);
        let taken_in = self.is_taken_in_by_firms(figure, &link);
        let at_large = self.is_of_the_economy_at_large(figure, &link, base)
            || paired.is_none() && self.is_of_one_of_two(figure, &link);
        if untold
            || others
            || part
            || taken_in
            || at_large
            || self.is_of_others_output(figure)
            || self.is_said_to_be_of_others(figure)
            // `with 1 Gbps in certain first-tier neighbourhoods`
            || figure.kind == FigureKind::Speed && self.is_of_those_in(figure)
            || self.is_a_mark(figure)
            || self.is_first_of_a_pair(at, &link)
        {
            link.bond = link.bond.max(Bond::Loose);
        }
        let mut when = figure.when.clone();
        // 2018年，在规模达到27.2万亿元的基础上: what stood before the time begins.
        if self.lang == Lang::Zh && self.after(figure.range.end).starts_with("的基础") {
            when = None;
        }
        if self.time_is_anothers(figure)
            && let Some(range) = when.as_ref().and_then(|when| when.range.clone())
        {
            // The one before it is the sentence's: 2019年，…由2005年的2.6万亿元扩张到35.8万亿元.
            when = self.times.iter().rev().find(|time| time.range.end <= range.start).map(|time| When {
                period: time.period,
                how: time.how,
                range: Some(time.range.clone()),
                among: None,
            });
        }
        if let Some(span) = self.averaged(figure) {
            when = Some(When {
                period: Some(span),
                ..when.unwrap_or(When { period: None, how: How::Explicit, range: None, among: None })
            });
        }
        let year_before = self.year_before(figure);
        if let Some(period) = year_before {
            when = Some(When { period: Some(period), how: How::Explicit, range: None, among: None });
        }
        // What goes on about a topic goes on about its time: an item of a list, a cell of a row.
        if when.is_none() && link.hit.is_none() {
            when = carried.when.clone().map(|when| When { how: How::Inherited, ..when });
        }
        if let Some(last) = self.reached(figure, when.as_ref()) {
            when = when.map(|when| When { period: Some(last), ..when });
        }
        let when = when.as_ref();
        let average = self.is_average(figure);
        Some(Mention {
            sure: link.bond == Bond::Sound,
            near: link.hit.is_some() || spent.is_some(),
            period: when.and_then(|when| when.period),
            how: when.map(|when| when.how),
            time: when.and_then(|when| when.range.clone()),
            unknown_time: when.is_some_and(|when| when.period.is_none())
                || year_before.is_none() && self.of_the_present(figure)
                || self.is_before_an_event(figure)
                || when.is_some_and(|when| self.is_of_its_own_day(figure, when)),
            among: when.and_then(|when| when.among.filter(|_| when.period.is_none())),
            by: self.attributed(figure),
            by_stranger: self.is_strangers(figure),
            by_another_plan: self.is_of_another_plan(figure, base),
            other_kind: spent.is_none() && !each_head && self.other_words(figure, &link).next().is_some()
                || maybe_each_head
                || average
                    && when
                        .and_then(|when| when.period)
                        .is_some_and(|period| matches!(period.kind(), Kind::During(_))),
            planned: self.other_words(figure, &link).all(|mark| {
                ["expect", "target", "project", "forecast"]
                    .iter()
                    .any(|word| self.small(mark.range.clone()).starts_with(word))
            }),
            expected_now: self.is_expected_now(figure, &link),
            forecast: self.is_forecast(figure),
            to_come: self.is_to_come(figure),
            revision: subjects.iter().any(|one| one.measure == Measure::Change) && self.counts_anew(),
            goal: false,
            counts_unsaid: false,
            known: false,
            company: Vec::new(),
            paraphrase: spent.is_some(),
            average,
            nominal: self.nominal(figure),
            hit: link.hit,
            beside: self.beside(at),
            subjects,
            unnamed_whole: wrong_whole.as_ref().is_some_and(|noun| {
                let named = |hit: &Hit| {
                    hit.range == *noun && matches!(hit.what, What::Topic(_) | What::Not(_) | What::Title(_))
                };
                !self.hits.iter().any(named)
            }),
            wrong_whole,
        })
    }

    /// The amount in another currency that a figure stands beside.
    fn beside(&self, at: usize) -> Option<Quantity> {
        let (before, figure) = (self.figures.get(at.checked_sub(1)?)?, &self.figures[at]);
        let (one, other) = (before.quantity.unit().currency()?, figure.quantity.unit().currency()?);
        let between = self.text[before.range.end..figure.range.start].trim_start();
        let joined = [
            "(",
            "（",
            "[",
            "or ",
            ", or ",
            "，约合",
            "，合",
            "，折合",
            "，约",
            "约合",
            "折合",
            "equivalent to",
            "equal to",
        ];
        // What says that it is a conversion may be read as a part of it: ，约合3.4万亿美元.
        let own = ["约合", "折合"].iter().any(|word| self.text[figure.range.clone()].starts_with(word));
        let beside = joined.iter().any(|word| between.starts_with(word)) && between.chars().count() <= 25
            || own && matches!(between.trim_end(), "" | "，" | ",");
        (one != other && beside).then(|| before.quantity.clone())
    }

    /// Whether the words right around a growth call it nominal (true) or real (false).
    fn nominal(&self, figure: &Figure) -> Option<bool> {
        static WORDS: Anywhere<{ anywhere::count(&BASES) }> = Anywhere::new(&BASES);
        let clause = self.clauses.get(self.clause_at(figure.range.start))?;
        let said = WORDS.sets(&self.text[clause.range.clone()]);
        match (said & 1 != 0, said & 2 != 0) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// The measures that a figure other than a percentage can have.
    pub(super) fn measures(&self, figure: &Figure) -> Vec<Measure> {
        let cue = self.cue_before(self.converted(figure).unwrap_or(figure));
        match figure.kind {
            _ if self.is_increment(figure) || self.says_a_change_again(figure) => vec![Measure::Change],
            // 增速位居全球第一 is the rank of a growth.
            FigureKind::Rank if self.ranks_growth(figure) => Vec::new(),
            FigureKind::Rank => vec![Measure::Rank],
            FigureKind::Speed => vec![Measure::Speed],
            _ if self.is_added(figure) || self.is_a_difference(figure) || self.is_grown_by(figure) => {
                vec![Measure::Change]
            }
            _ => match cue {
                // `lifted GDP above 100 trillion yuan`: where it came to.
                Some(Cue::Growth | Cue::Fall)
                    if ["above ", "beyond ", "past "]
                        .iter()
                        .any(|word| self.small(figure.range.clone()).starts_with(word)) =>
                {
                    vec![Measure::Level]
                }
                Some(Cue::Growth | Cue::Fall) => vec![Measure::Change],
                Some(Cue::By) if figure.quantity.range_end().is_some() => Vec::new(),
                Some(Cue::By) if self.lang == Lang::En => vec![Measure::Change],
                Some(Cue::Price) => vec![Measure::Price],
                _ => vec![Measure::Level],
            },
        }
    }

    /// Whether an amount says in other words by how much something changed: `by 2.7 percent, or 3.4 trillion yuan`.
    fn says_a_change_again(&self, figure: &Figure) -> bool {
        let Some(before) = self.figure_before(figure.range.start) else { return false };
        let gap = self.text[before.range.end..figure.range.start].trim();
        figure.kind == FigureKind::Money
            && before.kind == FigureKind::Percent
            && matches!(gap, ", or" | "or" | "(")
            && self.small_before(before.range.start).ends_with(" by")
    }

    /// Whether a count is of what comes on top: `will add 2 million base stations`, `2 million base stations will be added`.
    fn is_added(&self, figure: &Figure) -> bool {
        let verb = self.small_before(figure.range.start).rsplit(' ').next();
        let behind = self.small_after(figure.range.end);
        let behind = &behind[..behind.find([',', ';', '(']).unwrap_or(behind.len())];
        self.lang == Lang::En
            && matches!(figure.kind, FigureKind::Count | FigureKind::Number | FigureKind::Money)
            && (matches!(verb, Some("add" | "adds" | "added" | "adding"))
                || [" be added", " were added", " was added", " been added"]
                    .iter()
                    .any(|verb| behind.contains(verb)))
    }

    /// The amount that one in parentheses right behind it converts: `an increase of 13 trillion yuan ($2 trillion)`.
    fn converted(&self, figure: &Figure) -> Option<&Figure> {
        if figure.kind != FigureKind::Money {
            return None;
        }
        let before = self.figure_before(figure.range.start)?;
        let gap = self.text[before.range.end..figure.range.start].trim();
        (before.kind == FigureKind::Money && matches!(gap, "(" | "（" | "(about" | "(or")).then_some(before)
    }

    /// Whether a rank is one by growth, not by size.
    fn ranks_growth(&self, figure: &Figure) -> bool {
        let Range { start, end } = self.clause_range(figure.range.start);
        // 数字经济增速，已连续三年排名世界第一
        let before = self.before(start).trim_end_matches(['，', ',']);
        if self.lang == Lang::Zh
            && ["增速", "增幅", "增长率", "增長率"].iter().any(|rate| before.ends_with(rate))
        {
            return true;
        }
        self.marks.iter().filter(|mark| mark.cue == Cue::Growth).any(|mark| {
            // `has grown into the second largest`: what it has become.
            let into = mark.range.end <= figure.range.start
                && self.text[mark.range.end..figure.range.start].trim_start().starts_with("into ");
            // `was the second biggest globally and expanded 10.3 percent`: the verb has a figure of its own.
            let joined = figure.range.end <= mark.range.start
                && self.text[figure.range.end..mark.range.start].trim_end().ends_with(" and");
            if joined || into {
                return false;
            }
            let between = mark.range.end.min(figure.range.end)..mark.range.start.max(figure.range.start);
            let own = !self.figures.iter().any(|other| {
                between.start <= other.range.start && other.range.end <= between.end && other != figure
            });
            own && mark.range.start >= start && mark.range.end <= end
        })
    }

    /// The cue right before a figure in its clause; `to` hides the growth before it.
    fn cue_before(&self, figure: &Figure) -> Option<Cue> {
        let start = self.clause_range(figure.range.start).start;
        // Nothing behind another figure of the clause counts: `up 18.9 percent to 22.58 trillion`.
        let last = self
            .figures
            .iter()
            .filter(|other| other.range.end <= figure.range.start && other.range.start >= start)
            .map(|other| other.range.end)
            .max();
        let from = last.unwrap_or(start);
        let close = self
            .marks
            .iter()
            .rev()
            .find(|mark| mark.range.end <= figure.range.start && mark.range.start >= from)?;
        let gap = self.text[close.range.end..figure.range.start].chars().count();
        let limit = if self.lang == Lang::En { 30 } else { 6 };
        (gap <= limit).then_some(close.cue)
    }

    /// Whether nothing but `is expected to` makes it another kind of figure.
    fn is_expected_now(&self, figure: &Figure, link: &Link) -> bool {
        let now = |mark: &Mark| {
            let verb = self.small_before(mark.range.start);
            &self.text[mark.range.clone()] == "expected" && (verb.ends_with(" is") || verb.ends_with(" are"))
        };
        self.other_words(figure, link).next().is_some() && self.other_words(figure, link).all(now)
    }

    /// The words between topic and figure, or right behind it, that say it is another kind of figure.
    fn other_words<'s>(&'s self, figure: &'s Figure, link: &Link) -> impl Iterator<Item = &'s Mark> {
        let from =
            link.hit.map_or(self.range.start, |hit| self.hits[hit].range.start.min(figure.range.start));
        let clause = self.clause_at(figure.range.start);
        let start = self.clauses.get(clause).map_or(from, |clause| clause.range.start).min(from);
        let after = (figure.range.end + 30).min(self.range.end);
        let range = figure.range.clone();
        // `eclipsed the target of 6.5 percent and grew 6.9 percent`: a word that has its own figure right behind it.
        let spent = move |mark: &Mark| {
            self.figures.iter().any(|other| {
                mark.range.end <= other.range.start
                    && (other.range.end <= figure.range.start || figure.range.end <= mark.range.start)
                    && matches!(self.text[mark.range.end..other.range.start].trim(), "of" | "range of" | "at")
            })
        };
        // `growth of 6.6 percent for the year and quarterly growth of 6.4 percent`: another begins.
        let named = link.hit.map(|hit| self.hits[hit].range.clone());
        let another = move |mark: &Mark| {
            let behind = figure.range.end <= mark.range.start
                && self.text[figure.range.end..mark.range.start].contains(" and ");
            // `hit its target as the economy grew`
            let ahead = named.as_ref().is_some_and(|name| {
                mark.range.end <= name.start
                    && [" as ", " when ", " while "]
                        .iter()
                        .any(|word| self.text[mark.range.end..name.start].contains(word))
            });
            self.lang == Lang::En && (behind || ahead)
        };
        // 累计投资 of 网络建设投资 is no other kind of it.
        let name = link.hit.map_or("", |hit| &self.text[self.hits[hit].range.clone()]);
        let own = move |mark: &Mark| self.lang == Lang::Zh && name.ends_with(&self.text[mark.range.clone()]);
        let others = self.marks.iter().filter(|mark| mark.cue == Cue::Other);
        // `38.2 percent of the GDP of that half-year`, told of a half-year, is no other kind.
        let in_part = figure.when.as_ref().and_then(|when| when.period).is_some_and(|period| {
            matches!(period.precision(), Length::Half | Length::Quarter | Length::Month)
        });
        let of_part = move |mark: &Mark| {
            in_part
                && ["half", "quarter", "month"]
                    .iter()
                    .any(|part| self.small(mark.range.clone()).contains(part))
        };
        others.filter(move |mark| !(spent(mark) || another(mark) || own(mark) || of_part(mark))).filter(
            move |mark| {
                mark.range.start >= start && mark.range.end <= range.start
                    || self.lang == Lang::En
                        && mark.range.start >= range.end
                        && (mark.range.end <= after && self.clause_at(mark.range.start) == clause
                            // `with growth of 7.5 percent, the "lower limit" is`
                            || self.text[mark.range.clone()].ends_with(" limit"))
            },
        )
    }
}

/// Words that call a growth nominal, and those that call it real.
const BASES: [&[&str]; 2] =
    [&["nominal", "名义", "名義"], &["real terms", "comparable", "constant prices", "可比", "实际增"]];

/// Each topic with each measure.
pub(super) fn each(topics: &[usize], measures: &[Measure]) -> Vec<Subject> {
    topics
        .iter()
        .flat_map(|&topic| measures.iter().map(move |&measure| Subject { topic, measure, whole: None }))
        .collect()
}

/// Whether a count's noun is one of those that a fact counts.
pub(super) fn counts(fact: &crate::facts::model::Fact, base: &Base, text: &str, figure: &Figure) -> bool {
    let rest = &text[figure.range.end..];
    let near = rest.char_indices().nth(80).map_or(rest.len(), |(at, _)| at);
    let behind = rest[..near].trim_start().to_lowercase();
    let within = text[figure.range.clone()].to_lowercase();
    let names = fact.topic.as_deref().and_then(|id| base.topic(id)).map(|topic| &topic.names);
    let words = fact.counted.all().chain(names.into_iter().flat_map(crate::facts::model::Names::all));
    let mut any = false;
    for word in words {
        any = true;
        let word = word.to_lowercase();
        if behind.starts_with(&word) || within.ends_with(&word) {
            return true;
        }
        // `15 different topics`, `50,000 more villages`
        if word.is_ascii()
            && behind
                .split(|c: char| ",.;:".contains(c))
                .next()
                .is_some_and(|head| head.split_whitespace().take(5).any(|piece| piece == word))
        {
            return true;
        }
    }
    // `up from 270 million by 2015`, 2.7亿和4亿户: the noun is the one said before, or behind the next.
    let elided = || {
        if behind.starts_with(['和', '与', '及']) {
            return true;
        }
        let next = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        matches!(
            next,
            "in" | "by" | "at" | "as" | "to" | "from" | "and" | "a" | "last" | "this" | "or" | "up"
        )
    };
    !any || matches!(figure.quantity.unit(), Unit::Number)
        && (behind.chars().next().is_none_or(|c| !c.is_alphanumeric()) || elided())
}
