//! What a percentage is: a share of which whole, a contribution to growth, a growth.
//!
//! The whole chooses the measure, not the verb: `accounting for 55 % of GDP growth` is a contribution,
//! `contributed 30.3 % to GDP` is a share.

use std::ops::Range;

use super::index::{Index, Subject};
use super::link::{Bond, Carried, Link};
use super::mention::each;
use super::names::What;
use super::paraphrase;
use super::scene::{Scene, is_part};
use super::words::Cue;
use crate::facts::model::{Base, Measure};
use crate::lang::Lang;
use crate::scan::{Figure, FigureKind};

/// Subjects, the link to their topic, and a whole that is named wrongly.
pub(super) type Part = (Vec<Subject>, Link, Option<Range<usize>>);

impl Scene<'_> {
    /// Subject and link of a percentage.
    pub(super) fn part(
        &self,
        figure: &Figure,
        base: &Base,
        index: &Index,
        carried: &Carried,
        paired: Option<&Link>,
    ) -> Option<Part> {
        let clause = self.clause_at(figure.range.start);
        let mut bounds = self.clause_range(figure.range.start);
        // 占GDP比重：30.3%: what stands before a colon names what follows.
        if let Some(label) = clause.checked_sub(1).map(|before| self.clauses[before].range.clone())
            && matches!(self.text[label.end..bounds.start].trim(), "：" | ":")
            && self.strange(bounds.start..figure.range.start) == 0
        {
            bounds.start = label.start;
        }
        // `both grew, the former by 18.9 percent`: what the sentence began to say of both.
        let of_both =
            ["the former", "the latter"].iter().any(|one| self.small(bounds.clone()).starts_with(one));
        // `As a share of GDP, the digital economy reached`
        let opening = self.small(self.clause_range(self.range.start));
        let of_all = ["as a share of ", "as a proportion of ", "as a percentage of "].iter().any(|share| {
            let measured = opening.trim_start();
            measured.strip_prefix("measured ").unwrap_or(measured).starts_with(share)
        });
        if self.lang == Lang::En && (of_both || of_all) {
            bounds.start = self.range.start;
        }
        if let Some(found) = self.part_of_them(figure, &bounds, index, carried) {
            return Some(found);
        }
        // `92.5 percent of all netizens`
        if figure.kind == FigureKind::Percent
            && self.lang == Lang::En
            && self.of_a_name(figure).is_some_and(|of| !index.is_whole(of))
        {
            return None;
        }
        if let Some(found) = self.share_of_those_with(figure, &bounds, base, index) {
            return Some(found);
        }
        // `two tenths of a point faster than in 2016`
        if figure.kind == FigureKind::Fraction
            && [
                "of a point",
                "of a percent",
                "of one percent",
                "of 1 percent",
                "a percentage point",
                "a point",
            ]
            .iter()
            .any(|point| self.small_after(figure.range.end).starts_with(point))
        {
            return None;
        }
        // `96 percent of villages had fibre, 95 percent had 4G`, `and 95 percent a 4G signal`
        if paired.is_none()
            && let Some(link) = self.has_what_stands_behind(figure, &bounds)
            && let Some(whole) = (0..self.hits.len())
                .rev()
                .find(|&at| self.wholes[at] && self.hits[at].range.end <= figure.range.start)
            && link.topics.iter().any(|&topic| {
                self.topic(whole).is_some_and(|whole| index.pairs(topic, whole, Measure::Share))
            })
        {
            return self.part_of(figure, whole, Measure::Share, index, carried, Some(&link));
        }
        // A year and a figure go on about what the one before it is, and so does what that is compared with.
        if let Some(before) = self.goes_on_from(figure, &bounds).or_else(|| self.compared_with_it(figure)) {
            return self.part(before, base, index, carried, paired);
        }
        let in_clause = |range: &Range<usize>| bounds.start <= range.start && range.end <= bounds.end;
        let economic = self.is_of_economic_growth(figure);
        let cue = match self.part_cue(figure, &bounds) {
            _ if economic => Some(Cue::Contribution),
            None | Some(Cue::To) if self.is_more_than_another(figure) => Some(Cue::Growth),
            cue => cue,
        };
        let grew = matches!(cue, Some(Cue::Growth | Cue::Fall));
        if let Some(found) = paired.filter(|_| !grew).and_then(|link| self.part_of_paired(link, index)) {
            return Some(found);
        }
        // The whole that the words name: right behind the figure, else the last one before it.
        let behind = (0..self.hits.len()).find(|&at| {
            self.wholes[at]
                && in_clause(&self.hits[at].range)
                && self.hits[at].range.start >= figure.range.end
                && !self.figures.iter().any(|other| {
                    other.range.start >= figure.range.end && other.range.end <= self.hits[at].range.start
                })
        });
        let ahead = (0..self.hits.len()).rev().find(|&at| {
            self.wholes[at]
                && in_clause(&self.hits[at].range)
                && self.hits[at].range.end <= figure.range.start
        });
        let grows = self.lang == Lang::En && matches!(cue, Some(Cue::Growth | Cue::Fall));
        let close_behind = behind.filter(|&at| {
            let gap = figure.range.end..self.hits[at].range.start;
            // `grew 10.3 percent and its ratio to GDP was 41.5 percent`
            if grows && self.text[gap.clone()].contains(" and ") {
                return false;
            }
            // `24 percent of productivity growth in the industrial sector` is of something else.
            let other = self.lang == Lang::En
                && self.after(gap.start).starts_with("of ")
                && self.strange(gap.clone()) > 0
                && self.before(gap.end).trim_end_matches(" the").ends_with(" in");
            self.text[gap].chars().count() <= 40 && !other
        });
        // `88.2 percent of the rise in the digital economy` is no growth.
        let growth_said = matches!(cue, Some(Cue::Growth | Cue::Fall))
            && !close_behind.is_some_and(|whole| self.lang == Lang::En && self.of_growth(whole));
        if close_behind.is_none() && !economic && self.is_of_an_unknown_rise(figure)
            || ahead.is_some_and(|whole| self.is_anothers_share(whole))
            || self.shares_an_unknown(figure)
            || self.is_of_the_world(figure)
            || self.is_owed_to_another(figure)
            || self.is_what_is_left(figure)
            || self.is_of_some_of_several(figure)
            || !matches!(cue, Some(Cue::Share | Cue::To)) && self.of_several_years(figure)
            || self.is_gap(figure)
            || self.is_fraction_of_the_next(figure)
            || self.grows_something_else(figure)
            || growth_said && self.is_revision(figure)
            || self.is_of_an_unknown_amount(figure, carried)
            || close_behind.is_none()
                && self.small_before(figure.range.start).ends_with(", with")
                && self.stands_with(figure).is_some_and(|hit| !self.names_a_share(hit))
            || ahead.is_none()
                && close_behind.is_none()
                && paired.is_none()
                && self.is_of_untold_wholes(figure, &bounds)
        {
            return None;
        }
        // 占全球GDP的30.3%: of another whole than the one that is named.
        if self.lang == Lang::Zh
            && !growth_said
            && let Some(noun) = self.unnamed_whole_before(figure, &bounds)
        {
            return self.shares_of(noun, figure, base, index, carried);
        }
        // `85 percent of people`: of nothing that was named before.
        let unknown = !growth_said && !economic && self.of_something_unknown(figure);
        let ahead = ahead.filter(|_| !(growth_said || unknown && self.lang == Lang::En));
        let ahead = ahead.filter(|&whole| match self.hits[whole].what {
            What::Topic(of) | What::Not(of) => {
                !self.names_another_behind(self.hits[whole].range.end, of, figure, index)
            }
            _ => true,
        });
        let whole = close_behind.or(ahead);
        if let Some(whole) = whole {
            let of_growth = economic
                || self.of_growth(whole)
                || matches!(cue, Some(Cue::Contribution)) && self.is_contribution(figure, whole);
            if self.is_increment(figure) && !of_growth {
                return None;
            }
            let measure = if of_growth { Measure::Contribution } else { Measure::Share };
            if let Some(found) = self.part_of_those(figure, whole, base, index, carried) {
                return Some(found);
            }
            return self.part_of(figure, whole, measure, index, carried, paired);
        }
        if self.is_increment(figure) {
            return None;
        }
        if unknown {
            return self.of_unnamed_whole(figure, cue, base, index, carried);
        }
        if let Some(noun) = self.unnamed_whole_before(figure, &bounds).filter(|_| !growth_said) {
            return self.shares_of(noun, figure, base, index, carried);
        }
        // `economic growth was 6.7 percent`: the name itself says growth.
        let named_growth = || {
            let hit = self.link(figure, None, carried)?.hit?;
            let name = self.small(self.hits[hit].range.clone());
            Some(name.ends_with("growth") || name.ends_with("expansion"))
        };
        let cue = match cue {
            None | Some(Cue::To)
                if named_growth() == Some(true) || self.is_what_it_came_to(figure, index, carried) =>
            {
                Some(Cue::Growth)
            }
            cue => cue,
        };
        match cue {
            Some(Cue::Growth | Cue::Fall | Cue::Average) => {
                // 占GDP比重提升2.8%: what grew is the share.
                let before = self.before(figure.range.start);
                let stem = ["提升", "提高", "上升", "增加", "下降", "降低"];
                let grown = stem.iter().find_map(|verb| {
                    before.strip_suffix('了').unwrap_or(before).strip_suffix(verb).map(|head| {
                        ["比重", "占比", "份额", "比例"].iter().any(|share| head.ends_with(share))
                    })
                });
                if grown == Some(true) {
                    return None;
                }
                let mut link = paired.cloned().or_else(|| self.link(figure, None, carried))?;
                if self.may_be_of_a_share(figure) {
                    link.bond = link.bond.max(Bond::Loose);
                }
                // 财政收入182895亿元，下降3.9%: the growth is that of the amount before it.
                if let Some(amount) = self.amount_that_grew(figure) {
                    link.bond = link.bond.max(self.link(amount, None, carried)?.bond);
                }
                Some((each(&link.topics, &[Measure::Growth]), link, None))
            }
            Some(Cue::Contribution) => {
                let link = paired.cloned().or_else(|| self.link(figure, None, carried))?;
                // 对数字经济增长的贡献: what is contributed to a topic is another's contribution.
                if self.lang == Lang::Zh
                    && link.hit.is_some_and(|hit| self.before(self.hits[hit].range.start).ends_with('对'))
                {
                    return None;
                }
                Some((each(&link.topics, &[Measure::Contribution]), link, None))
            }
            cue => {
                // A share whose whole is some topic of the clause: 行政村通宽带比例.
                let another = |(subjects, ..): &Part| {
                    let of = subjects.first().and_then(|subject| subject.whole);
                    let named = |of: usize| (0..self.hits.len()).find(|&at| self.topic(at) == Some(of));
                    of.and_then(|of| Some((self.hits[named(of)?].range.end, of)))
                        .is_some_and(|(from, of)| self.names_another_behind(from, of, figure, index))
                };
                if let Some(found) = self.pair_in(figure, &bounds, index).filter(|pair| !another(pair)) {
                    return Some(found);
                }
                // A topic of the clause itself that is a share of something is nearer.
                let own = (0..self.hits.len()).any(|at| {
                    in_clause(&self.hits[at].range)
                        && self.hits[at].range.end <= figure.range.start
                        && self.topic(at).is_some_and(|topic| index.has_share(topic))
                });
                let ahead = self.range.start..bounds.end;
                let zh = self.lang == Lang::Zh;
                if let Some(found) = self
                    .pair_in(figure, &ahead, index)
                    // `they represent 7.2 percent of GDP, while the digitalised part of the others represents 29.0 percent`
                    .filter(|_| zh || !self.own_subject(bounds.start..figure.range.start))
                    .filter(|(_, link, _)| link.hit.is_none_or(|hit| !self.turns_to_a_sector(hit, figure)))
                    .filter(|pair| !(own || zh && self.is_of_no_pair_before(figure, &bounds, pair, index)))
                    .filter(|_| cue == Some(Cue::Share) || cue.is_none() || cue == Some(Cue::To))
                {
                    return Some(found);
                }
                let mut link = paired.cloned().or_else(|| self.link(figure, None, carried))?;
                if self.is_of_another_whole(figure, &bounds, &link, index) {
                    return None;
                }
                // `mobile broadband penetration rose to 77.4 percent`, 固定宽带家庭普及率达89%: the name itself says share.
                let cue = match link.hit {
                    Some(hit) if self.names_a_share(hit) => Some(Cue::Share),
                    _ => cue,
                };
                // `fixed broadband and 4G penetration are to reach 70 and 85 percent`: of whom, nobody says.
                let of_nobody = paired.is_some()
                    && self.lang == Lang::En
                    && link.hit.is_some_and(|hit| {
                        self.small_after(self.hits[hit].range.end).starts_with("penetration")
                    });
                if cue != Some(Cue::Share) || figure.kind == FigureKind::Fraction || of_nobody {
                    link.bond = link.bond.max(Bond::Loose);
                }
                let measures: &[Measure] = if cue == Some(Cue::Share) {
                    &[Measure::Share]
                } else {
                    &[Measure::Share, Measure::Growth]
                };
                let mut subjects = Vec::new();
                for subject in each(&link.topics, measures) {
                    let mut wholes: Vec<Option<usize>> = index
                        .of(subject)
                        .map(|fact| {
                            fact.whole
                                .as_deref()
                                .and_then(|id| base.topics.iter().position(|topic| topic.id == id))
                        })
                        .collect();
                    if let Some(own) = self.whole_in_name(link.hit, &wholes, base) {
                        wholes.retain(|whole| *whole == Some(own));
                    }
                    wholes.sort_unstable();
                    let shares = wholes.clone();
                    wholes.dedup();
                    // A share without a whole is of the one that most shares of the topic are of.
                    let count = |of| shares.iter().filter(|whole| **whole == of).count();
                    wholes.sort_by_key(|whole| std::cmp::Reverse(count(*whole)));
                    if wholes.first().is_some_and(|most| count(*most) * 2 <= shares.len()) {
                        link.bond = link.bond.max(Bond::Loose);
                    }
                    subjects.extend(wholes.into_iter().map(|whole| Subject { whole, ..subject }));
                }
                let opening = bounds.start..figure.range.start;
                let covered = zh && self.covers_an_amount(opening, &subjects, index);
                (!subjects.is_empty() && !covered).then_some((subjects, link, None))
            }
        }
    }

    /// Whether the clause names, before a share, a whole of which the base has none of the topic: 贫困村通光纤的比例.
    fn is_of_another_whole(
        &self,
        figure: &Figure,
        bounds: &Range<usize>,
        link: &Link,
        index: &Index,
    ) -> bool {
        if self.lang == Lang::En {
            // `Fiber accounts for 91% of fixed broadband users`
            return self.of_a_name(figure).is_some_and(|of| {
                !link.topics.contains(&of)
                    && !link.topics.iter().any(|&topic| index.pairs(topic, of, Measure::Share))
            });
        }
        self.lang == Lang::Zh
            && (0..self.hits.len()).any(|at| {
                let range = &self.hits[at].range;
                let named = bounds.start <= range.start && range.end <= figure.range.start;
                named
                    && self.topic(at).is_some_and(|whole| {
                        index.is_mostly_whole(whole)
                            && !link.topics.contains(&whole)
                            && !link.topics.iter().any(|&topic| index.pairs(topic, whole, Measure::Share))
                    })
            })
    }

    /// A share or contribution of a whole that is named.
    fn part_of(
        &self,
        figure: &Figure,
        whole: usize,
        measure: Measure,
        index: &Index,
        carried: &Carried,
        paired: Option<&Link>,
    ) -> Option<Part> {
        let (what, wrong) = match self.hits[whole].what {
            What::Topic(topic) => (topic, None),
            What::Not(topic) => (topic, Some(self.hits[whole].range.clone())),
            _ => return None,
        };
        let linked = match paired {
            Some(link) => Some(link.clone()),
            None => self.link(figure, Some(whole), carried),
        };
        // The topic can stand behind the whole: `98 percent of administrative villages will have broadband`.
        // Whoever takes a share for a contribution says it of what has the share.
        let pairs = |topic: usize| {
            index.pairs(topic, what, measure)
                || measure == Measure::Contribution && index.pairs(topic, what, Measure::Share)
        };
        // What only resembles a topic has a share of its own.
        if linked.as_ref().is_some_and(|link| link.topics.is_empty()) {
            return None;
        }
        // Another's digital economy, or its jobs: then it is that thing's share.
        if linked.as_ref().is_some_and(|link| {
            link.bond == Bond::Broken && link.hit.is_some_and(|hit| self.is_part_of_name(hit))
        }) {
            return None;
        }
        // 我国数字经济…，第三产业对GDP增长的贡献率达58.4%: the clause has a subject of its own.
        let opening = self.clauses[self.clause_at(figure.range.start)].range.start..figure.range.start;
        if linked.as_ref().and_then(|link| link.hit).is_some_and(|hit| self.brings_in_another(hit, opening)) {
            return None;
        }
        let mut link = linked.filter(|link| link.bond != Bond::Broken);
        let fits = link.as_ref().is_some_and(|link| link.topics.iter().any(|&topic| pairs(topic)));
        if !fits {
            // 第三产业增加值占GDP的51.6%，数字经济占30.3%: what the clause names is the part, not what comes after it.
            let own = link.as_ref().and_then(|link| link.hit).filter(|&hit| {
                self.lang == Lang::Zh
                    && self.hits[hit].range.end <= figure.range.start
                    && self.clause_at(self.hits[hit].range.start) == self.clause_at(figure.range.start)
            });
            let others = (0..self.hits.len()).filter(|&at| {
                self.hits[at].range != self.hits[whole].range
                    && own.is_none_or(|_| self.hits[at].range.start < figure.range.start)
                    && !self.is_of_a_later_clause(at, whole, figure)
                    && self.topic(at).is_some_and(&pairs)
                    && !self.is_part_of_name(at)
            });
            let nearest = others.min_by_key(|&at| distance(&self.hits[at].range, &figure.range));
            if let Some(hit) = nearest {
                let topics = (0..self.hits.len())
                    .filter(|&at| self.hits[at].range == self.hits[hit].range)
                    .filter_map(|at| self.topic(at))
                    .collect();
                let span = span(&self.hits[hit].range, &figure.range);
                // `Beyond fixed broadband, 4G is to reach 85 percent of households`: another subject is nearer.
                let other_subject = link.as_ref().and_then(|link| link.hit).is_some_and(|subject| {
                    let subject = self.hits[subject].range.start;
                    subject < figure.range.start
                        && self.clause_at(self.hits[hit].range.start) < self.clause_at(subject)
                });
                let bond = if self.strange(span) > 1 || other_subject { Bond::Loose } else { Bond::Sound };
                link = Some(Link { topics, bond, hit: Some(hit) });
            }
        }
        let link = link?;
        let mut subjects: Vec<Subject> =
            link.topics.iter().map(|&topic| Subject { topic, measure, whole: Some(what) }).collect();
        // `contributed 69.9 percent to GDP` is said of a share of it and, loosely, of a share of its growth.
        if measure == Measure::Share && self.contributes(figure, whole) {
            let loosely = subjects.iter().map(|one| Subject { measure: Measure::Contribution, ..*one });
            let loosely: Vec<Subject> =
                loosely.filter(|one| index.pairs(one.topic, what, Measure::Contribution)).collect();
            subjects.extend(loosely);
        }
        Some((subjects, link, wrong))
    }

    /// Whether a name only comes after the clause whose share is told: 研发经费占GDP的2.1%，数字经济是重点.
    fn is_of_a_later_clause(&self, at: usize, whole: usize, figure: &Figure) -> bool {
        self.lang == Lang::Zh
            && self.hits[whole].range.end <= figure.range.start
            && figure.range.end <= self.hits[at].range.start
            && self.clause_at(figure.range.start) < self.clause_at(self.hits[at].range.start)
    }

    /// Whether a share is one of growth that no name says the whole of: `two-thirds (66.45%) of that year's economic growth`,
    /// `55 percent of growth in 2017`.
    fn is_of_economic_growth(&self, figure: &Figure) -> bool {
        let rest = self.small_after(figure.range.end).trim_start_matches(')').trim_start();
        let aside = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let rest = aside.map_or(rest, |(_, rest)| rest.trim_start());
        let Some(of) = rest.strip_prefix("of ").filter(|_| self.lang == Lang::En) else { return false };
        let mut words = of.split(' ').take(4);
        if words.any(|word| word == "economic") {
            return words.next().is_some_and(|word| word.trim_end_matches([',', '.', ';']) == "growth");
        }
        // `55 percent of the country's growth that year`: with no word of what else has grown.
        let owners = [
            "the country's ",
            "the country’s ",
            "the year's ",
            "that year's ",
            "the ",
            "china's ",
            "china’s ",
        ];
        let of = owners.iter().find_map(|owner| of.strip_prefix(owner)).unwrap_or(of);
        let Some(rest) = of.strip_prefix("growth") else { return false };
        let rest_at = self.range.end - rest.len();
        rest.starts_with([',', '.', ';', ')'])
            || [" that year", " last year", " this year"].iter().any(|year| rest.starts_with(year))
            || self.times.iter().any(|time| {
                rest_at <= time.range.start
                    && matches!(self.text[rest_at..time.range.start].trim(), "" | "in" | "for" | "over")
            })
    }

    /// `They made up 55.8 percent of the population`, told of internet users: that share has a name of its own.
    fn part_of_those(
        &self,
        figure: &Figure,
        whole: usize,
        base: &Base,
        index: &Index,
        carried: &Carried,
    ) -> Option<Part> {
        let what = self.topic(whole)?;
        let pairs = |topic: usize| index.pairs(topic, what, Measure::Share);
        // A topic named in this sentence is not `they`, so only the ones carried here matter.
        if carried.topics.is_empty() || carried.topics.iter().any(|&topic| pairs(topic)) {
            return None;
        }
        let link = self.link(figure, Some(whole), carried)?;
        if link.bond == Bond::Broken || link.hit.is_some() {
            return None;
        }
        let topic =
            paraphrase::share_of_those(&link.topics, self.lang, base).filter(|&topic| pairs(topic))?;
        let subject = Subject { topic, measure: Measure::Share, whole: Some(what) };
        Some((vec![subject], Link { topics: vec![topic], ..link }, None))
    }

    /// `Over 90 percent of them are to have broadband`: of those that the sentence before was about.
    fn part_of_them(
        &self,
        figure: &Figure,
        bounds: &Range<usize>,
        index: &Index,
        carried: &Carried,
    ) -> Option<Part> {
        let rest = self.small_after(figure.range.end);
        let them = ["of them", "of these", "of those"].iter().find_map(|them| rest.strip_prefix(them))?;
        if self.lang != Lang::En || !them.starts_with([' ', ',', '.', ';']) {
            return None;
        }
        let whole = carried.topics.iter().copied().find(|&topic| index.is_whole(topic))?;
        let hit = (0..self.hits.len()).find(|&at| {
            let within = bounds.start <= self.hits[at].range.start && self.hits[at].range.end <= bounds.end;
            within && self.topic(at).is_some_and(|topic| index.pairs(topic, whole, Measure::Share))
        })?;
        let topic = self.topic(hit)?;
        let sound = carried.bond == Some(Bond::Sound)
            && self.strange(span(&self.hits[hit].range, &figure.range)) == 0;
        let bond = if sound { Bond::Sound } else { Bond::Loose };
        let subject = Subject { topic, measure: Measure::Share, whole: Some(whole) };
        Some((vec![subject], Link { topics: vec![topic], bond, hit: Some(hit) }, None))
    }

    /// 农业、工业、服务业数字经济占比分别为…: of several wholes each has its share.
    fn part_of_paired(&self, link: &Link, index: &Index) -> Option<Part> {
        let whole = *link.topics.first()?;
        let hit = (0..self.hits.len()).find(|&at| {
            self.topic(at).is_some_and(|topic| topic != whole && index.pairs(topic, whole, Measure::Share))
        })?;
        let topic = self.topic(hit)?;
        let subject = Subject { topic, measure: Measure::Share, whole: Some(whole) };
        let stretch = span(&self.hits[hit].range, &self.hits[link.hit?].range);
        let bond = if self.strange(stretch) > 0 { Bond::Loose } else { Bond::Sound };
        Some((vec![subject], Link { topics: vec![topic], bond, hit: Some(hit) }, None))
    }

    /// Topic and whole that the base has a share of, both named in a stretch of the sentence.
    fn pair_in(&self, figure: &Figure, range: &Range<usize>, index: &Index) -> Option<Part> {
        let named =
            |at: &usize| range.start <= self.hits[*at].range.start && self.hits[*at].range.end <= range.end;
        let hits: Vec<usize> = (0..self.hits.len()).filter(named).collect();
        let mut best: Option<(usize, usize, usize, Option<Range<usize>>)> = None;
        for &whole in &hits {
            let (of, wrong) = match self.hits[whole].what {
                What::Topic(topic) => (topic, None),
                What::Not(topic) => (topic, Some(self.hits[whole].range.clone())),
                _ => continue,
            };
            for &part in &hits {
                let Some(topic) = self.topic(part) else { continue };
                // 相当于第二产业占国民经济的比重 tells of another share.
                if self.before(self.hits[whole].range.start).ends_with("相当于")
                    || self.is_the_part_itself(&self.hits[whole].range, figure)
                    || self.hits[part].range == self.hits[whole].range
                    || !index.pairs(topic, of, Measure::Share)
                {
                    continue;
                }
                let far = distance(&self.hits[part].range, &figure.range)
                    + distance(&self.hits[whole].range, &figure.range);
                if best.as_ref().is_none_or(|best| far < best.2) {
                    best = Some((part, whole, far, wrong.clone()));
                }
            }
        }
        let (part, whole, _, wrong) = best?;
        let (What::Topic(of) | What::Not(of)) = self.hits[whole].what else { return None };
        let topics: Vec<usize> = (0..self.hits.len())
            .filter(|&at| self.hits[at].range == self.hits[part].range)
            .filter_map(|at| self.topic(at))
            .collect();
        let stretch = span(&span(&self.hits[part].range, &self.hits[whole].range), &figure.range);
        let limit = if self.lang == Lang::Zh { 3 } else { 2 };
        let unsure = self.strange(stretch) > limit || self.has_a_nearer_subject(part, whole, figure);
        let bond = if unsure { Bond::Loose } else { Bond::Sound };
        // `two thirds of GDP growth, or 69.9 percent`
        let measure = if self.of_growth(whole) { Measure::Contribution } else { Measure::Share };
        let subjects = topics.iter().map(|&topic| Subject { topic, measure, whole: Some(of) }).collect();
        Some((subjects, Link { topics, bond, hit: Some(part) }, wrong))
    }

    /// Whether another topic than a part and its whole stands nearer before a figure, in a clause of its own: `beside
    /// fixed broadband, 4G is to reach 25, 32.5 and 85 percent of households`.
    fn has_a_nearer_subject(&self, part: usize, whole: usize, figure: &Figure) -> bool {
        let clause = |at: usize| self.clause_at(self.hits[at].range.start);
        self.lang == Lang::En
            && (0..self.hits.len()).any(|at| {
                let range = &self.hits[at].range;
                self.topic(at).is_some()
                    && *range != self.hits[whole].range
                    && self.hits[part].range.end <= range.start
                    && range.end <= figure.range.start
                    && clause(at) > clause(part)
                    && !self.is_aside(self.clauses[clause(at)].range.clone(), at)
            })
    }

    /// Whether a growth may be that of the percentage right before it: `38.6 percent of GDP last year, up 2.4 percent`,
    /// `grew 6.9 percent, a 0.2 percent rise`.
    fn may_be_of_a_share(&self, figure: &Figure) -> bool {
        let Some(before) = self.figure_before(figure.range.start) else {
            return false;
        };
        let bounds = self.clauses.get(self.clause_at(before.range.start)).map(|clause| clause.range.clone());
        let share = is_part(before.kind)
            && bounds.is_some_and(|bounds| {
                let cue = self.part_cue(before, &bounds);
                cue == Some(Cue::Share)
                    || self.lang == Lang::En && matches!(cue, Some(Cue::Growth | Cue::Fall))
            });
        let words: &[&str] = match self.lang {
            Lang::En => {
                &["up", "up by", "down", "down by", "rising", "an increase of", "a rise of", ", a", ", an"]
            }
            Lang::Zh => &["提高", "提升", "上升", "提高了", "提升了", "上升了"],
        };
        let between = before.range.end..figure.range.start;
        let named = self.hits.iter().any(|hit| {
            matches!(hit.what, What::Topic(_))
                && between.start <= hit.range.start
                && hit.range.end <= between.end
                && !self.wholes[self.hits.iter().position(|other| other == hit).unwrap_or_default()]
        });
        share && !named && words.iter().any(|word| self.before(figure.range.start).ends_with(word))
    }

    /// Whether a topic's name says that it is a share: `penetration`, `coverage`.
    fn names_a_share(&self, hit: usize) -> bool {
        let name = self.small(self.hits[hit].range.clone());
        let name = name.strip_suffix(" rate").unwrap_or(name);
        let rest = self.after(self.hits[hit].range.end);
        let ends = ["penetration", "coverage", "availability", "share", "率", "比例", "比重", "占比"];
        ends.iter().any(|end| name.ends_with(end))
            || rest.starts_with("penetration")
            || rest.starts_with("coverage")
    }
}

fn distance(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

fn span(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
