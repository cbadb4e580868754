//! A mention held against every fact of its subject: all years, publications and compilers are looked at before
//! anything is called wrong.

use chrono::{Datelike, NaiveDate};

use super::aim::Aim;
use super::compare::{self, Fit, fit};
use super::finding::{Issue, Verdict};
use super::index::{Days, Index, Subject, is_of_a_year, same_time};
use super::mention::{Mention, Where, counts};
use super::rules;
use crate::derive::exchange::Exchange;
use crate::diagnostic::Severity;
use crate::facts::model::{Base, Fact, Kind, Measure, Text};
use crate::lang::Lang;
use crate::period::{Kind as When, Length, Period};
use crate::quantity::{Exact, Qualifier, Quantity, Unit};
use crate::scan::{Figure, FigureKind, How};

/// What there is to judge by.
pub(super) struct Judge<'a> {
    pub(super) base: &'a Base,
    pub(super) index: &'a Index<'a>,
    pub(super) text: &'a str,
    /// The text in simplified characters.
    pub(super) plain: &'a str,
    pub(super) day: Option<NaiveDate>,
    /// The rates that an amount in another currency can be worked out with.
    pub(super) exchange: Exchange<'a>,
}

/// What is found of a figure.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    pub(super) verdict: Verdict,
    pub(super) fact: Option<Text>,
    pub(super) issue: Option<Issue>,
    /// Every fact of the time that the figure agrees with.
    pub(super) agreeing: Vec<&'a Fact>,
}

impl Found<'_> {
    pub(super) fn only(verdict: Verdict) -> Self {
        Self { verdict, fact: None, issue: None, agreeing: Vec::new() }
    }

    /// It differs from a fact, for a reason.
    pub(super) fn differs(fact: &Fact, issue: Issue) -> Self {
        Self {
            verdict: Verdict::Differs,
            fact: Some(fact.id.clone()),
            issue: Some(issue),
            agreeing: Vec::new(),
        }
    }
}

/// How a figure fits a fact of its subject, and whether the fact is of the time said.
pub(super) struct Held<'a> {
    pub(super) subject: Subject,
    pub(super) fact: &'a Fact,
    pub(super) fit: Option<Fit>,
    pub(super) same_time: bool,
}

/// Whether one stretch of days ends before the other begins.
fn are_apart(one: Option<Days>, other: Option<Days>) -> bool {
    matches!((one, other), (Some((first, last)), Some((from, to))) if last < from || to < first)
}

impl<'a> Judge<'a> {
    /// Judges a figure. One that has either of two times is right if it is at one, and wrong if it is at both.
    pub(super) fn judge(&self, figure: &Figure, written: &Mention, place: Where, aim: Aim) -> Found<'a> {
        let Some(among) = written.among else { return self.judge_at_its_time(figure, written, place, aim) };
        let [first, last] = among.map(|period| {
            let mention = Mention {
                period: Some(period),
                how: Some(How::Inherited),
                unknown_time: false,
                among: None,
                ..written.clone()
            };
            self.judge_at_its_time(figure, &mention, place, aim)
        });
        let plain = |found: &Found<'_>| found.verdict == Verdict::Agrees && found.issue.is_none();
        match (first.verdict, last.verdict) {
            (_, Verdict::Agrees) if plain(&last) || !plain(&first) => last,
            (Verdict::Agrees, _) => first,
            (Verdict::Differs, Verdict::Differs) => last,
            (Verdict::Unknown, Verdict::Unknown) => last,
            _ => Found::only(Verdict::Undecided),
        }
    }

    fn judge_at_its_time(&self, figure: &Figure, written: &Mention, place: Where, aim: Aim) -> Found<'a> {
        let another = self.without_its_time(figure, written, aim);
        let mention = another.as_ref().unwrap_or(written);
        let understood = self.in_money(figure, mention);
        let figure = understood.as_ref().unwrap_or(figure);
        let held = self.held(figure, mention);
        if held.is_empty() {
            return self.without_fact(figure, mention, place);
        }
        let timed = |held: &&Held<'a>| held.same_time;
        // What agrees, agrees: whoever said it, in whichever publication; but 95%以下 is not the 95% of one that
        // another has as 95%以上.
        let side = compare::side(figure.quantity.qualifier());
        let against = |one: &&Held<'a>| {
            one.fact.value.as_ref().is_some_and(|value| {
                let other = compare::side(value.qualifier());
                figure.quantity.qualifier().is_bound()
                    && value.qualifier().is_bound()
                    && other != side
                    && value.value() == figure.quantity.value()
            })
        };
        let beside = held.iter().filter(timed).any(|one| against(&one));
        let agrees = |one: &&Held<'a>| {
            // Nor is 不到1万亿元, where one has 超过1万亿元, another's 6388亿元.
            let no_other = || {
                one.fact.value.as_ref().is_some_and(|value| {
                    let off = (value.value() - figure.quantity.value()).abs();
                    off == Exact::ZERO || off * Exact::from(4i64) > figure.quantity.value().abs()
                })
            };
            one.fit == Some(Fit::Agrees) && !(beside && no_other())
        };
        let agreeing: Vec<&Held<'a>> = held.iter().filter(timed).filter(agrees).collect();
        let finer: Vec<&Held<'a>> = held
            .iter()
            .filter(timed)
            .filter(|one| one.fit == Some(Fit::Finer) && !self.known_finer(figure, one, &held))
            .collect();
        let all: Vec<&Held<'a>> = agreeing.iter().chain(&finer).copied().collect();
        if place == Where::Foreign && !all.is_empty() {
            return Found::only(Verdict::Undecided);
        }
        if let Some(found) = self.turned_round(figure, mention, &all, place) {
            return found;
        }
        // Another place's figure that happens to be the same is another's all the same.
        if !all.is_empty() && place == Where::Foreign && figure.lang == Lang::Zh {
            return Found::only(Verdict::Undecided);
        }
        if !all.is_empty() {
            let chosen = self.preferred(&all, mention);
            if let Some(early) = self.told_too_early(figure, written, &all, place) {
                return early;
            }
            let agreeing = all.iter().map(|one| one.fact).collect();
            let issue = self.attribution(figure, mention, &all, &held, place);
            if let Some(unsaid) = self.wrong_whole_named(figure, mention, chosen.fact, place) {
                return unsaid;
            }
            return Found { verdict: Verdict::Agrees, fact: Some(chosen.fact.id.clone()), issue, agreeing };
        }
        if mention.unnamed_whole {
            return Found::only(Verdict::Unknown);
        }
        // What a fact is too coarse to tell, another may.
        let known = |one: &&Held<'a>| mention.known || self.is_known(one.fact, one.subject.topic);
        let fits: Vec<Fit> = held.iter().filter(timed).filter(known).filter_map(|one| one.fit).collect();
        if fits.contains(&Fit::Coarse) && !fits.contains(&Fit::Differs) {
            return Found::only(Verdict::Undecided);
        }
        let here = place != Where::Foreign;
        if here && let Some(found) = self.has_fallen(figure, mention, &held) {
            return found;
        }
        let turned = held.iter().filter(timed).any(|one| {
            one.fit == Some(Fit::Differs)
                && one.fact.value.as_ref().is_some_and(|value| {
                    // `less than 22.58 trillion` is nobody's way of saying that another counted 22.4.
                    let telling = 3 - u32::from(figure.quantity.written().places() > 0);
                    let below = figure.quantity.qualifier() == Qualifier::LessThan
                        && rules::digits(&figure.quantity) >= telling;
                    // 74.4127 trillion is 74.41 at its digits.
                    let rounded = || {
                        let off = (value.value() - figure.quantity.value()).abs();
                        rules::digits(&figure.quantity) >= 4
                            && !value.qualifier().is_bound()
                            && &off + &off <= figure.quantity.written().last_place()
                    };
                    (value.value() == figure.quantity.value() || rounded())
                        && figure.quantity.qualifier().is_bound()
                        && (value.qualifier().is_bound() || below)
                })
        });
        for (loose, rule) in [
            (Fit::DroppedBound, &rules::DROPPED_BOUND),
            (Fit::AddedBound, &rules::LOOSE),
            (Fit::Far, &rules::LOOSE),
        ] {
            if turned {
                break;
            }
            // What was expected of a time is not held against what came.
            let deadline = mention.period.is_some_and(|period| matches!(period.kind(), When::By(_)));
            let goal =
                mention.forecast || aim == Aim::Goal && (deadline || mention.how == Some(How::Deadline));
            let may = |one: &&Held<'a>| !goal || one.fact.kind == Kind::Target;
            let Some(one) = held.iter().filter(timed).filter(may).find(|one| one.fit == Some(loose)) else {
                continue;
            };
            // Nobody says more than 22.9% of 32.9%: as fine a bound a digit off is a slip.
            let digits = rules::digits(&figure.quantity);
            let slip = || digits >= 3 && self.is_slip(figure, mention, one);
            // Nor that 82 trillion surpassed 12: what is said to be passed is a round number not half of it.
            let short =
                || {
                    digits >= 2
                        && side == compare::Side::Up
                        && one.fact.value.as_ref().is_some_and(|known| {
                            figure.quantity.value() * &Exact::from(2i64) < *known.value()
                        })
                };
            if loose == Fit::Far && (slip() || short()) {
                break;
            }
            if loose == Fit::DroppedBound
                && let Some(found) = self.wrong_whole_named(figure, mention, one.fact, place)
            {
                return found;
            }
            // Another year that fits closely is the likelier meaning of a figure without a year.
            let mut found = Found {
                verdict: Verdict::Agrees,
                fact: Some(one.fact.id.clone()),
                issue: None,
                agreeing: vec![one.fact],
            };
            // What is so now is not held against what was once to be.
            let of_old = one.fact.kind == Kind::Target && aim == Aim::State;
            let untimed = mention.period.is_none() && (loose == Fit::Far || of_old);
            if !here || !mention.sure || mention.other_kind || untimed {
                return Found { verdict: Verdict::Undecided, ..found };
            }
            // Who tells it in other words need not keep to the bound.
            if mention.paraphrase {
                return found;
            }
            let mut issue = Issue::new(rule, self.loose_title(figure, loose));
            if loose != Fit::Far {
                issue.severity = Severity::Note;
            }
            found.issue = Some(issue);
            return found;
        }
        if !here {
            return Found::only(Verdict::Undecided);
        }
        self.difference(figure, mention, &held, place, aim)
    }

    /// Every fact of the subjects, with how the figure fits it.
    pub(super) fn held(&self, figure: &Figure, mention: &Mention) -> Vec<Held<'a>> {
        let mut held = Vec::new();
        let said = mention.period.and_then(|period| period.days());
        for &subject in &mention.subjects {
            for (fact, days) in self.index.telling(subject) {
                let Some(value) = &fact.value else { continue };
                // What a year added is not what a census did.
                if fact.measure == Some(Measure::Change) && fact.vintage.is_some() && !mention.revision {
                    continue;
                }
                let same_time = match &mention.period {
                    // Most facts are of days that are all before or all after.
                    Some(period) => !are_apart(days, said) && self.fits_time(fact, period, mention.how),
                    None => true,
                };
                // 近五年年均增长14.2% is the growth of none of them.
                let of_one_year =
                    || mention.average && fact.measure == Some(Measure::Growth) && is_of_a_year(fact);
                // 到2020年末，同比增长18.6% is of that year, not the average of those up to it.
                let of_several = || {
                    fact.measure == Some(Measure::Growth)
                        && fact.period.is_some_and(|of| matches!(of.kind(), When::Range(..)))
                        && figure.lang == Lang::Zh
                        && !mention.average
                        && self.clause(figure).contains("同比")
                };
                let same_time = (same_time || mention.unknown_time) && !of_one_year() && !of_several();
                let unit = figure.quantity.unit();
                let mut comparable = compare::comparable(unit, value.unit());
                if comparable && matches!(unit, Unit::Number | Unit::Count(_)) {
                    if !mention.counts_unsaid && !counts(fact, self.base, self.plain, figure) {
                        continue;
                    }
                } else if matches!(unit, Unit::Number)
                    && matches!(value.unit(), Unit::Money(_))
                    && figure.kind == FigureKind::Number
                {
                    comparable = false;
                }
                // How it fits another time's fact is asked only when nothing fits at its own.
                let mut one =
                    comparable.then(|| if same_time { fit(&figure.quantity, value) } else { Fit::Differs });
                if let (Some(or), Some(first), true) = (&fact.or, one, same_time) {
                    let turned = [compare::side(or.qualifier()), compare::side(figure.quantity.qualifier())]
                        .into_iter()
                        .all(|side| side != compare::Side::At)
                        && compare::side(or.qualifier()) != compare::side(figure.quantity.qualifier());
                    one = Some(if turned { Fit::Differs } else { first.min(fit(&figure.quantity, or)) });
                }
                // 45.5万亿 where it was counted as 超45万亿: a goal is another matter.
                if same_time
                    && one == Some(Fit::Differs)
                    && fact.kind == Kind::Figure
                    && compare::is_within(&figure.quantity, value)
                {
                    one = Some(Fit::Coarse);
                }
                held.push(Held { subject, fact, fit: one, same_time });
            }
        }
        held
    }

    /// Whether the base has a subject at a time.
    pub(super) fn has_at(&self, mention: &Mention, time: &Period) -> bool {
        let of = |subject: &Subject| self.index.of(*subject).any(|fact| fact.period.as_ref() == Some(time));
        mention.subjects.iter().any(of)
    }

    /// Whether the base has a subject at a time, and with other values only.
    pub(super) fn tells_otherwise(&self, mention: &Mention, time: &Period, said: &Quantity) -> bool {
        let of =
            |subject: &Subject| self.index.of(*subject).filter(|fact| fact.period.as_ref() == Some(time));
        let mut known = mention
            .subjects
            .iter()
            .flat_map(of)
            .filter_map(|fact| fact.value.as_ref())
            .filter(|value| compare::comparable(said.unit(), value.unit()))
            .peekable();
        known.peek().is_some() && known.all(|value| fit(said, value) == Fit::Differs)
    }

    fn fits_time(&self, fact: &Fact, period: &Period, how: Option<How>) -> bool {
        if same_time(fact, period) {
            return true;
        }
        let Some(of) = &fact.period else { return true };
        // A month that an earlier sentence named is not sure to be this one's: another of its year may be.
        if how == Some(How::Inherited)
            && fact.kind == Kind::Outcome
            && of.precision() > Length::Year
            && period.precision() > Length::Year
            && (of.last().map(|last| last.year()), of.precision())
                == (period.last().map(|last| last.year()), period.precision())
        {
            return true;
        }
        // 到2020年，年均增长30%左右 is the average of the years up to then.
        if let (When::Range(_, last), When::By(end)) = (of.kind(), period.kind())
            && last.last() == end.last()
            && fact.measure == Some(Measure::Growth)
        {
            return true;
        }
        // `by 2020` said of what was so in 2020, `to 2020` of a target for it.
        match (of.kind(), period.kind()) {
            (When::During(_) | When::End(_) | When::AsOf(_), When::By(_)) => {
                fact.kind != Kind::Figure
                    && of.last().is_some_and(|last| {
                        period.last().is_some_and(|end| last <= end && of.year() == Some(end.year()))
                    })
            }
            (When::Since(begin), _) if how == Some(How::Explicit) => period.contains(begin.first()),
            (When::Since(_), When::Since(_)) => false,
            (When::Since(_), _) | (_, When::Since(_)) => of.overlaps(period),
            _ => false,
        }
    }

    /// Whether a finer fact of the same series says otherwise.
    fn known_finer(&self, figure: &Figure, coarse: &Held<'a>, held: &[Held<'a>]) -> bool {
        let Some(rough) = &coarse.fact.value else { return false };
        let said = figure.quantity.written().last_place();
        held.iter().any(|other| {
            let Some(value) = &other.fact.value else { return false };
            other.same_time
                && other.subject == coarse.subject
                && other.fit == Some(Fit::Differs)
                && value.written().last_place() <= said
                && !value.qualifier().is_bound()
                && (rough.plain_interval().contains(value.value())
                    || rough.interval().contains(value.value()))
        })
    }

    /// The fact to name among those that agree: the named body's, the article's, the first.
    fn preferred<'h>(&self, held: &[&'h Held<'a>], mention: &Mention) -> &'h Held<'a> {
        let by = |one: &&&Held<'a>| mention.by.iter().any(|&body| self.is_by(one.fact, body));
        held.iter()
            .find(by)
            .or_else(|| held.iter().find(|one| self.base.article.is_some() && self.base.is_article(one.fact)))
            .unwrap_or(&held[0])
    }

    /// Whether a fact is a body's.
    pub(super) fn is_by(&self, fact: &Fact, body: usize) -> bool {
        let id = &self.base.bodies[body].id;
        fact.by.as_ref() == Some(id) || self.base.source_of(fact).issuer.as_ref() == Some(id)
    }

    /// A figure that agrees with a fact, but not with that of the body that is said to have counted.
    fn attribution(
        &self,
        figure: &Figure,
        mention: &Mention,
        agreeing: &[&Held<'a>],
        held: &[Held<'a>],
        place: Where,
    ) -> Option<Issue> {
        let [body] = mention.by[..] else { return None };
        if place == Where::Foreign
            || mention.period.is_none()
            || agreeing.iter().any(|one| self.is_by(one.fact, body) || one.fact.by.is_none())
        {
            return None;
        }
        let own = held
            .iter()
            .find(|one| one.same_time && one.fit == Some(Fit::Differs) && self.is_by(one.fact, body))?;
        let theirs = agreeing.first()?;
        let whose = theirs
            .fact
            .by
            .as_ref()
            .and_then(|id| self.base.body(id))
            .map_or("another", |body| body.names.show(Lang::En));
        let named = self.base.bodies[body].names.short(Lang::En);
        let title =
            format!("`{}` is the figure of {whose}, not of {named}", &self.text[figure.number.clone()]);
        let mut issue = Issue::new(&rules::OTHER_COMPILER, title);
        if mention.sure {
            issue.severity = Severity::Warning;
        }
        issue.note = super::finding::fact_line(self.base, &own.fact.id, Lang::En);
        Some(issue)
    }

    fn loose_title(&self, figure: &Figure, fit: Fit) -> String {
        let text = &self.text[figure.range.clone()];
        match fit {
            Fit::DroppedBound => format!("`{text}` has lost the bound of the fact"),
            Fit::AddedBound => format!("`{text}` puts a bound where the fact has the number itself"),
            _ => format!("`{text}` holds, but only loosely"),
        }
    }
}
