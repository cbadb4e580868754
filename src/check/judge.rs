//! A mention held against every fact of its subject: all years, publications and compilers are looked at before
//! anything is called wrong.

use chrono::{Datelike, NaiveDate};

use super::aim::Aim;
use super::compare::{self, Fit, fit};
use super::dollars::{self, Impossible, Rated};
use super::finding::{Fix, Issue, Verdict};
use super::index::{Days, Index, Subject, same_time};
use super::mention::{Mention, Where, counts};
use super::rules::{self, Case, Cause, RULES, Rule};
use crate::derive::exchange::Exchange;
use crate::diagnostic::Severity;
use crate::facts::model::{Base, Basis, Fact, Kind, Text};
use crate::lang::Lang;
use crate::period::{Kind as When, Length, Period};
use crate::quantity::{Currency, Exact, Qualifier, Unit};
use crate::scan::{Figure, FigureKind, How};

/// What there is to judge by.
pub(super) struct Judge<'a> {
    pub(super) base: &'a Base,
    pub(super) index: &'a Index,
    pub(super) text: &'a str,
    /// The text in simplified characters.
    pub(super) plain: &'a str,
    pub(super) day: Option<NaiveDate>,
    /// The currency that the base counts in; amounts in others may be conversions.
    pub(super) home_money: Option<Currency>,
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
}

/// How a figure fits a fact of its subject, and whether the fact is of the time said.
pub(super) struct Held<'a> {
    pub(super) subject: Subject,
    pub(super) fact: &'a Fact,
    pub(super) fit: Option<Fit>,
    pub(super) same_time: bool,
}

/// A subject, a time and a number.
type Key = (Subject, Option<Period>, Exact);

impl Held<'_> {
    /// What the fact says of which subject and time, and whether it is a bound.
    fn key(&self) -> Option<(Key, bool)> {
        let value = self.fact.value.as_ref()?;
        Some(((self.subject, self.fact.period, value.value().clone()), value.qualifier().is_bound()))
    }
}

/// Whether one stretch of days ends before the other begins.
fn are_apart(one: Option<Days>, other: Option<Days>) -> bool {
    matches!((one, other), (Some((first, last)), Some((from, to))) if last < from || to < first)
}

impl<'a> Judge<'a> {
    /// Judges a figure.
    pub(super) fn judge(&self, figure: &Figure, mention: &Mention, place: Where, aim: Aim) -> Found<'a> {
        let understood = self.in_money(figure, mention);
        let figure = understood.as_ref().unwrap_or(figure);
        let held = self.held(figure, mention);
        if held.is_empty() {
            return self.without_fact(figure, mention, place);
        }
        let timed = |held: &&Held<'a>| held.same_time;
        // What agrees, agrees: whoever said it, in whichever publication.
        let agreeing: Vec<&Held<'a>> =
            held.iter().filter(timed).filter(|one| one.fit == Some(Fit::Agrees)).collect();
        let finer: Vec<&Held<'a>> = held
            .iter()
            .filter(timed)
            .filter(|one| one.fit == Some(Fit::Finer) && !self.known_finer(figure, one, &held))
            .collect();
        let all: Vec<&Held<'a>> = agreeing.iter().chain(&finer).copied().collect();
        if !all.is_empty() {
            let chosen = self.preferred(&all, mention);
            let agreeing = all.iter().map(|one| one.fact).collect();
            let issue = self.attribution(figure, mention, &all, &held, place);
            if let Some(unsaid) = self.wrong_whole_named(figure, mention, chosen.fact, place) {
                return unsaid;
            }
            return Found { verdict: Verdict::Agrees, fact: Some(chosen.fact.id.clone()), issue, agreeing };
        }
        let here = place != Where::Foreign;
        let turned = held.iter().filter(timed).any(|one| {
            one.fit == Some(Fit::Differs)
                && one.fact.value.as_ref().is_some_and(|value| {
                    // `less than 22.58 trillion` is nobody's way of saying that another counted 22.4.
                    let below = figure.quantity.qualifier() == Qualifier::LessThan
                        && rules::digits(&figure.quantity) >= 3;
                    value.value() == figure.quantity.value()
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
            let goal = mention.forecast || aim == Aim::Goal && mention.how == Some(How::Deadline);
            let may = |one: &&Held<'a>| !goal || one.fact.kind == Kind::Target;
            let Some(one) = held.iter().filter(timed).filter(may).find(|one| one.fit == Some(loose)) else {
                continue;
            };
            // Nobody says more than 22.9% of 32.9%: as fine a bound a digit off is a slip.
            if loose == Fit::Far && rules::digits(&figure.quantity) >= 3 && self.is_slip(figure, mention, one)
            {
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
    fn held(&self, figure: &Figure, mention: &Mention) -> Vec<Held<'a>> {
        let mut held = Vec::new();
        let said = mention.period.and_then(|period| period.days());
        for &subject in &mention.subjects {
            for (fact, days) in self.index.with_days(self.base, subject) {
                let Some(value) = &fact.value else { continue };
                let same_time = match &mention.period {
                    // Most facts are of days that are all before or all after.
                    Some(period) => !are_apart(days, said) && self.fits_time(fact, period, mention.how),
                    None => true,
                };
                let same_time = same_time || mention.unknown_time;
                let unit = figure.quantity.unit();
                let mut comparable = compare::comparable(unit, value.unit());
                if comparable && matches!(unit, Unit::Number | Unit::Count(_)) {
                    if !counts(fact, self.base, self.plain, figure) {
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
                held.push(Held { subject, fact, fit: one, same_time });
            }
        }
        only_the_telling(&mut held);
        held
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
    fn is_by(&self, fact: &Fact, body: usize) -> bool {
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

    fn case<'c>(
        &'c self,
        figure: &'c Figure,
        mention: &'c Mention,
        fact: &'c Fact,
        known: &'c crate::quantity::Quantity,
        topic: &'c [&'c Fact],
        impossible: Option<Impossible>,
    ) -> Case<'c> {
        Case {
            base: self.base,
            mention,
            said: &figure.quantity,
            whole: &self.text[figure.range.clone()],
            number: &self.text[figure.number.clone()],
            lang: figure.lang,
            fact,
            known,
            topic,
            impossible,
        }
    }

    /// Whether a figure is a fact's but for a digit.
    fn is_slip(&self, figure: &Figure, mention: &Mention, one: &Held<'a>) -> bool {
        let look = rules::rule("changed-digit").and_then(|rule| rule.look);
        let Some((look, value)) = look.zip(one.fact.value.as_ref()) else { return false };
        look(&self.case(figure, mention, one.fact, value, &[], None)).is_some()
    }

    /// A figure that no fact of its time agrees with.
    fn difference(
        &self,
        figure: &Figure,
        mention: &Mention,
        held: &[Held<'a>],
        place: Where,
        aim: Aim,
    ) -> Found<'a> {
        let undecided = Found::only(Verdict::Undecided);
        // A time that the day would tell, if it were known, is waited for; one that nobody named is as good as none.
        if mention.unknown_time && mention.time.is_some() {
            return undecided;
        }
        // `compared with last year's 6.8 percent`: which year that was, another time says.
        if mention.how == Some(How::Relative)
            && let Some(time) = &mention.time
            && ["compared with", "compared to", "against", "up from", "down from"]
                .iter()
                .any(|words| self.text[..time.start].trim_end().ends_with(words))
        {
            return undecided;
        }
        // A goal without a deadline may be a state as well.
        let deadline = mention.how == Some(How::Deadline)
            || mention.period.is_some_and(|period| matches!(period.kind(), When::By(_)));
        let aim = match aim {
            _ if mention.goal => Aim::Goal,
            Aim::Goal if !deadline && !self.is_under_way(mention) => Aim::Either,
            // What is said before a deadline of that deadline is no state.
            Aim::Either | Aim::State if deadline && self.is_to_come(mention) => Aim::Goal,
            Aim::State if deadline => Aim::Either,
            aim => aim,
        };
        let class = |fact: &Fact| match aim {
            _ if mention.forecast => fact.kind == Kind::Target,
            Aim::Either => true,
            Aim::Goal => fact.kind == Kind::Target || fact.kind == Kind::Figure,
            Aim::State => fact.kind != Kind::Target,
        };
        let mut timed: Vec<&Held<'a>> = held
            .iter()
            .filter(|one| one.same_time && class(one.fact))
            .filter(|one| mention.known || self.is_known(one.fact, one.subject.topic))
            .collect();
        // What the base has read of only later was known before: the same digits at another scale, in another
        // currency or unit, are told of all the same.
        let late = timed.is_empty();
        if late {
            timed = held
                .iter()
                .filter(|one| one.same_time && class(one.fact) && self.is_over(one.fact))
                .filter(|_| mention.period.is_some())
                .collect();
        }
        // A nominal growth is not held against a real one; where there is no other, its digits must tell. One on a
        // comparable basis is called nominal as often as not.
        let of_basis = |one: &&Held<'a>| match mention.nominal {
            Some(true) => one.fact.basis != Some(Basis::Real),
            Some(false) => one.fact.basis != Some(Basis::Nominal),
            None => true,
        };
        let other_basis = !timed.iter().any(of_basis);
        if !other_basis {
            timed.retain(of_basis);
        }
        // What has been so since a year is not what one of the years had.
        if mention.period.is_some_and(|period| matches!(period.kind(), When::Since(_))) {
            timed.retain(|one| one.fact.period.is_none_or(|period| matches!(period.kind(), When::Since(_))));
        }
        let beside = |fact: &Fact| {
            let mut beside = mention.company.iter().filter_map(|id| self.base.fact(id));
            fact.vintage.is_some() && beside.any(|other| other.vintage == fact.vintage)
        };
        timed.sort_by_key(|one| {
            (!(self.base.article.is_some() && self.base.is_article(one.fact)), !beside(one.fact))
        });
        // Money in another currency may be a conversion.
        let unit = figure.quantity.unit();
        let mut impossible = None;
        if let Unit::Money(currency) = unit
            && self.home_money != Some(*currency)
        {
            let others: Vec<&&Held<'a>> = timed
                .iter()
                .filter(|one| {
                    one.fit.is_none()
                        && one.fact.value.as_ref().and_then(|value| value.unit().currency())
                            == self.home_money
                })
                .collect();
            for one in others {
                let beside = mention.beside.as_ref();
                match dollars::rated(&self.exchange, &figure.quantity, beside, one.fact, self.day) {
                    Rated::Possible => {
                        return Found {
                            verdict: Verdict::Agrees,
                            fact: Some(one.fact.id.clone()),
                            issue: None,
                            agreeing: vec![one.fact],
                        };
                    }
                    Rated::Impossible(why) => impossible = impossible.or(Some(why)),
                    Rated::Unknown => {}
                }
            }
        }
        // Another time's figure where the base has nothing of the time said.
        if timed.is_empty() {
            return self
                .of_another_time(figure, mention, held, aim)
                .or_else(|| self.of_another_measure(figure, mention))
                .unwrap_or(undecided);
        }
        if late {
            let digits = rules::digits(&figure.quantity);
            let told = self.cause(figure, mention, &timed, impossible.clone(), &|rule| match rule.code {
                "wrong-magnitude" | "wrong-currency" | "percent-for-points" => true,
                // A conversion is right or wrong whatever is known of the amount.
                "impossible-dollars" => mention.beside.is_some(),
                "changed-digit" => digits >= 4 && !self.has_revisions(&timed),
                _ => false,
            });
            if let Some((rule, cause, one)) = told
                && mention.sure
                && !(mention.other_kind || mention.forecast)
                && (digits >= 3
                    || digits == 2 && (rule.code == "wrong-currency" || self.far_from_all(figure, &timed)))
            {
                return self.told(rule, cause, figure, mention, one.fact, place);
            }
            return self
                .of_another_time(figure, mention, held, aim)
                .or_else(|| self.of_another_measure(figure, mention))
                .unwrap_or(undecided);
        }
        let topics: Vec<Vec<&Fact>> =
            timed.iter().map(|one| self.index.of_topic(self.base, one.subject.topic).collect()).collect();
        // `expected to reach` is how a target is spoken of.
        let planned =
            mention.other_kind && mention.planned && timed.iter().all(|one| one.fact.kind == Kind::Target);
        let doubtful = !mention.sure || mention.other_kind && !planned;
        let attributed = mention.by_stranger && mention.by.is_empty()
            || !mention.by.is_empty()
                && !timed.iter().any(|one| mention.by.iter().any(|&body| self.is_by(one.fact, body)));
        for rule in RULES {
            let Some(look) = rule.look else { continue };
            for (one, topic) in timed.iter().zip(&topics) {
                let Some(value) = &one.fact.value else { continue };
                if one.fit.is_none()
                    && !matches!(
                        rule.code,
                        "wrong-currency" | "percent-for-points" | "impossible-dollars" | "wrong-magnitude"
                    )
                {
                    continue;
                }
                let case = self.case(figure, mention, one.fact, value, topic, impossible.clone());
                let Some(cause) = look(&case) else { continue };
                let ambiguous =
                    aim == Aim::Either && one.fact.kind == Kind::Target && rule.code == "wrong-figure";
                // What is known only since cannot be the only one.
                let several = mention.period.is_none()
                    && rule.code == "wrong-figure"
                    && held.iter().any(|other| {
                        other.fit.is_some()
                            && other.fact.value.as_ref().is_some_and(|other| other.value() != value.value())
                    });
                // A part of a year is not the year, and without a place or money of the base's own nothing says that
                // its place is meant.
                let unplaced =
                    place == Where::Unsaid && matches!(rule.code, "wrong-figure" | "impossible-dollars");
                let off_basis =
                    other_basis && (rule.code == "wrong-figure" || rules::digits(&figure.quantity) < 3);
                if ambiguous
                    || several
                    || off_basis
                    || unplaced
                    || !self.may_say(rule, figure, mention, doubtful, attributed, &timed)
                {
                    return undecided;
                }
                return self.told(rule, cause, figure, mention, one.fact, place);
            }
        }
        undecided
    }

    /// The first cause of some rules that explains a figure.
    fn cause<'h>(
        &self,
        figure: &Figure,
        mention: &Mention,
        timed: &[&'h Held<'a>],
        impossible: Option<Impossible>,
        of: &dyn Fn(&Rule) -> bool,
    ) -> Option<(&'static Rule, Cause, &'h Held<'a>)> {
        RULES.iter().copied().filter(|rule| of(rule)).find_map(|rule| {
            timed.iter().copied().find_map(|one| {
                let topic: Vec<&Fact> = self.index.of_topic(self.base, one.subject.topic).collect();
                let value = one.fact.value.as_ref()?;
                let case = self.case(figure, mention, one.fact, value, &topic, impossible.clone());
                rule.look?(&case).map(|cause| (rule, cause, one))
            })
        })
    }

    fn told(
        &self,
        rule: &'static Rule,
        cause: Cause,
        figure: &Figure,
        mention: &Mention,
        fact: &Fact,
        _place: Where,
    ) -> Found<'a> {
        let mut issue = Issue::new(rule, cause.title);
        let about = figure.quantity.qualifier() == Qualifier::About && rule.code == "cut-off";
        if about {
            issue.severity = Severity::Warning;
        }
        let place = if cause.whole { figure.range.clone() } else { figure.number.clone() };
        if let Some(text) = cause.right
            && text != self.text[place.clone()]
        {
            // The span is of the prose here; the checker turns it into one of the file.
            issue.fix = Some(Fix::new(self.text, place, text, cause.certain));
        }
        issue.note =
            cause.really.as_deref().and_then(|id| super::finding::fact_line(self.base, id, Lang::En));
        if matches!(rule.code, "wrong-year" | "wrong-period")
            && let Some(range) = &mention.time
        {
            issue.also = Some((range.clone(), "this is the time said".to_owned()));
        }
        Found {
            verdict: Verdict::Differs,
            fact: Some(fact.id.clone()),
            issue: Some(issue),
            agreeing: Vec::new(),
        }
    }
}

/// Of facts with one number, those that say on which side of it the truth lies say more, when they are the most.
fn only_the_telling(held: &mut Vec<Held<'_>>) {
    let bound = |one: &Held<'_>| one.fact.value.as_ref().is_some_and(|value| value.qualifier().is_bound());
    if !held.iter().any(bound) {
        return;
    }
    let keys: Vec<_> = held.iter().map(Held::key).collect();
    let count =
        |of: &Key, bound: bool| keys.iter().flatten().filter(|key| (&key.0, key.1) == (of, bound)).count();
    let keep: Vec<bool> = keys
        .iter()
        .map(|key| key.as_ref().is_none_or(|(of, bound)| *bound || count(of, true) <= count(of, false)))
        .collect();
    let mut at = 0;
    held.retain(|_| {
        at += 1;
        keep[at - 1]
    });
}
