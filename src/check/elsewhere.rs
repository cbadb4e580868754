//! A figure that is right elsewhere: of another whole, another measure, another time.

use chrono::Datelike;

use super::aim::Aim;
use super::compare::{self, Fit, fit};
use super::finding::{Issue, Verdict};
use super::index::same_time;
use super::judge::{Found, Held, Judge};
use super::mention::{Mention, Where};
use super::rules;
use crate::facts::model::{Fact, Kind, Measure};
use crate::lang::Lang;
use crate::period::{Kind as When, Length, Period};
use crate::quantity::{Exact, Quantity, Unit};
use crate::scan::Figure;

/// The year that a time lies in, or the last of a deadline.
fn year(period: &Period) -> Option<i32> {
    period.year().or_else(|| match period.kind() {
        When::By(stretch) => Some(stretch.last().year()),
        _ => None,
    })
}

impl<'a> Judge<'a> {
    /// A share whose whole is what is easily taken for the fact's: everything else fits.
    pub(super) fn wrong_whole_named(
        &self,
        figure: &Figure,
        mention: &Mention,
        fact: &Fact,
        place: Where,
    ) -> Option<Found<'a>> {
        let range = mention.wrong_whole.clone()?;
        let unsaid = if mention.unnamed_whole { Verdict::Unknown } else { Verdict::Undecided };
        if place == Where::Foreign || !mention.near {
            return Some(Found::only(unsaid));
        }
        // What the base does not know may have any share of two digits.
        let telling = if mention.unnamed_whole { 3 } else { 2 };
        let exact = fact.value.as_ref().is_some_and(|value| value.value() == figure.quantity.value())
            && rules::digits(&figure.quantity) >= telling;
        let by_now = self.day.is_some() && figure.lang == Lang::Zh && figure.quantity.qualifier().is_bound();
        let timed = mention.period.is_some() || by_now && self.is_so_by_now(figure);
        if !exact || !timed {
            return Some(Found::only(unsaid));
        }
        let rule = rules::rule("wrong-whole").expect("the rule is listed");
        let whole = fact.whole.as_deref().and_then(|id| self.base.topic(id));
        let right = whole.map_or("", |topic| topic.names.show(figure.lang));
        let mut issue =
            Issue::new(rule, format!("`{}` is not what the share is of", &self.text[range.clone()]));
        issue.also = Some((range.clone(), format!("should be `{right}`")));
        Some(Found::differs(fact, issue))
    }

    /// A figure whose subject has no fact: perhaps its whole or its unit is wrong.
    pub(super) fn without_fact(&self, figure: &Figure, mention: &Mention, place: Where) -> Found<'a> {
        if place == Where::Foreign || !mention.near {
            return Found::only(Verdict::Unknown);
        }
        self.of_another_measure(figure, mention).unwrap_or_else(|| Found::only(Verdict::Unknown))
    }

    /// A share said of a whole, or as a contribution, of which the base has nothing at the time: perhaps it is
    /// the very share of another whole.
    pub(super) fn of_another_measure(&self, figure: &Figure, mention: &Mention) -> Option<Found<'a>> {
        let first = mention.subjects.first().copied()?;
        if !mention.near
            || mention.unknown_time
            || mention.other_kind
            || !matches!(first.measure, Measure::Share | Measure::Contribution)
            || rules::digits(&figure.quantity) < 2
        {
            return None;
        }
        let whole = self.base.topics[first.whole?].names.show(figure.lang);
        let fact = self.index.of_topic(first.topic).find(|fact| {
            fact.measure == Some(Measure::Share)
                && fact.place.is_none()
                && mention.period.is_none_or(|period| same_time(fact, &period))
                && fact.value.as_ref().is_some_and(|known| {
                    compare::comparable(figure.quantity.unit(), known.unit())
                        && fit(&figure.quantity, known) == Fit::Agrees
                })
        })?;
        // A tenth of a per cent tells enough of what is named a contribution.
        let told = match first.measure {
            Measure::Contribution if figure.quantity.written().places() > 0 => 2,
            _ => 3,
        };
        if rules::digits(&figure.quantity) < told && !figure.quantity.qualifier().is_bound() {
            return None;
        }
        let rule = rules::rule("wrong-whole").expect("the rule is listed");
        let number = &self.text[figure.number.clone()];
        let title = match first.measure {
            Measure::Contribution => format!("`{number}` is no contribution to growth"),
            _ => format!("`{number}` is no share of {whole}"),
        };
        let issue = Issue::new(rule, title);
        Some(Found::differs(fact, issue))
    }

    /// The very figure of another year, said of a year that the base has nothing of.
    pub(super) fn of_another_time(
        &self,
        figure: &Figure,
        mention: &Mention,
        held: &[Held<'_>],
        aim: Aim,
    ) -> Option<Found<'a>> {
        let period = mention.period?;
        if !mention.near || mention.other_kind && !mention.planned {
            return None;
        }
        // A fact of the time that may not be held against the draft keeps the base from speaking, unless the
        // digits tell enough by themselves.
        let kept = held.iter().any(|one| one.same_time)
            && aim == Aim::State
            && !matches!(period.kind(), When::Since(_));
        let many = rules::digits(&figure.quantity) >= 3;
        let two = rules::digits(&figure.quantity) >= 2;
        // `is expected to reach 95% in 2014` names a deadline as well.
        let deadline = match period.kind() {
            When::By(_) => true,
            When::During(at) => at.length() == Length::Year && aim != Aim::State && figure.lang == Lang::En,
            _ => false,
        };
        // The very number of another month of the year tells that it was so about then.
        let about_then = held.iter().any(|one| {
            let same = one.fact.value.as_ref().is_some_and(|value| value.value() == figure.quantity.value());
            let close = one.fact.period.and_then(|of| year(&of)).is_some_and(|of| Some(of) == year(&period));
            one.fact.kind == Kind::Outcome && one.fit.is_some() && same && close
        });
        if about_then {
            return None;
        }
        let found = held.iter().find(|one| {
            let Some(value) = &one.fact.value else { return false };
            let Some(of) = &one.fact.period else { return false };
            if one.same_time || one.fact.inferred {
                return false;
            }
            // Four digits to which a longer figure rounds are that figure, three of an amount, which hardly comes again.
            let exact = one.fit.is_some()
                && (value.value() == figure.quantity.value()
                    || fit(&figure.quantity, value) == Fit::Agrees
                        && rules::digits(&figure.quantity) >= telling_of(one.subject.measure));
            let both_year = matches!((year(of), year(&period)), (Some(one), Some(other)) if one != other);
            // A share may well be the same a year on.
            let next = |of: i32, other: i32| of.abs_diff(other) == 1;
            let slow = one.subject.measure == Measure::Share
                && matches!((year(of), year(&period)), (Some(one), Some(other)) if next(one, other));
            let aimed = aim == Aim::Goal && figure.lang == Lang::En && matches!(period.kind(), When::By(_));
            let plain = exact
                && (many || two && self.is_of_no_other_year(figure, one, held))
                && !aimed
                && !slow
                && both_year
                && one.fact.kind == Kind::Figure
                && mention.sure
                && !mention.forecast;
            if kept {
                return plain;
            }
            // What was measured at one day has two digits at most more often than not.
            // And what was more than so then is so later.
            let since = figure.quantity.qualifier().is_bound() && of.last() < period.first();
            // What was so ten months later may have been so by then.
            let soon = of
                .last()
                .zip(period.last())
                .is_some_and(|(of, said)| of > said && (of - said).num_days() <= TEN_MONTHS);
            // Nor is it told of what had all but come before: 97% in October, 98% at the end of the year.
            let soon = soon || self.had_all_but_come(figure, &period, held);
            let measured = exact
                && two
                && both_year
                && one.fact.kind == Kind::Outcome
                && mention.sure
                && !since
                && !soon;
            // A speed of one digit is promised by many plans.
            let goal = exact
                && aim != Aim::State
                && deadline
                && one.fact.kind == Kind::Target
                && matches!(of.kind(), When::By(_))
                && both_year
                && mention.sure
                && (two || !matches!(one.subject.measure, Measure::Speed | Measure::Growth))
                && (figure.lang == Lang::En
                    || one.subject.whole.is_some() && mention.near
                    || telling(value, &figure.quantity));
            // A plan for a year, its bound and two digits of it: 2015年网络建设投资超过4300亿元.
            let planned = exact
                && two
                && both_year
                && mention.sure
                && figure.lang == Lang::Zh
                && one.fact.kind == Kind::Target
                && value.qualifier().is_bound()
                && figure.quantity.qualifier().is_bound()
                && !matches!(value.unit(), Unit::Percent | Unit::PercentagePoint)
                && matches!(
                    (of.kind(), period.kind()),
                    (When::During(one), When::During(other)) if one.length() == other.length()
                );
            let begin = exact
                && mention.sure
                && matches!((of.kind(), period.kind()), (When::Since(_), When::Since(_)));
            plain || measured || goal || planned || begin
        })?;
        Some(self.is_of_another_time(figure, mention, found.fact))
    }

    /// Whether a share was counted in the year before the time said that is no more than two points below it.
    fn had_all_but_come(&self, figure: &Figure, period: &Period, held: &[Held<'_>]) -> bool {
        let said = figure.quantity.value();
        figure.quantity.unit() == &Unit::Percent
            && held.iter().any(|one| {
                let days = one.fact.period.and_then(|of| of.last()).zip(period.last());
                let before = days.is_some_and(|(of, said)| of < said && (said - of).num_days() <= 366);
                let off = one.fact.value.as_ref().map(|value| said - value.value());
                one.fact.kind == Kind::Outcome
                    && one.fit.is_some()
                    && before
                    && off.is_some_and(|off| off >= Exact::ZERO && off <= Exact::from(2i64))
            })
    }

    /// The very figure of the year before, told to have come in a year that is not over on the draft's day.
    pub(super) fn of_a_year_to_come(
        &self,
        figure: &Figure,
        mention: &Mention,
        held: &[Held<'_>],
        aim: Aim,
    ) -> Option<Found<'a>> {
        let period = mention.period?;
        let yearly = matches!(period.kind(), When::During(at) if at.length() == Length::Year);
        let open = !mention.sure || !mention.near || mention.other_kind || mention.forecast;
        if !yearly || open || aim != Aim::State || !self.is_under_way(mention) {
            return None;
        }
        let before = held.iter().find(|one| {
            let value = one.fact.value.as_ref().filter(|_| one.fit.is_some());
            one.fact.kind == Kind::Figure
                && !one.fact.inferred
                && one.fact.period.as_ref().and_then(year) == period.year().map(|year| year - 1)
                && value.is_some_and(|value| value.value() == figure.quantity.value())
                && rules::digits(&figure.quantity) >= 2
        })?;
        let came = self.text[..figure.range.start].rsplit(' ').take(12).any(|word| CAME.contains(&word));
        came.then(|| self.is_of_another_time(figure, mention, before.fact))
    }

    /// A figure told to be that of another time, which a fact has it for.
    pub(super) fn is_of_another_time(&self, figure: &Figure, mention: &Mention, fact: &Fact) -> Found<'a> {
        let rule = rules::rule("wrong-year").expect("the rule is listed");
        let when = fact.period.map(|period| period.phrase(Lang::En)).unwrap_or_default();
        let mut issue =
            Issue::new(rule, format!("`{}` is the figure of {when}", &self.text[figure.number.clone()]));
        if let Some(range) = &mention.time {
            issue.also = Some((range.clone(), "this is the time said".to_owned()));
        }
        Found::differs(fact, issue)
    }
}

/// How many digits of a rounded figure tell which one it is.
fn telling_of(measure: Measure) -> u32 {
    if measure == Measure::Level { 3 } else { 4 }
}

/// In days.
const TEN_MONTHS: i64 = 304;

/// Verbs that tell of what has come.
const CAME: [&str; 27] = [
    "grew",
    "saw",
    "seen",
    "maintained",
    "rose",
    "expanded",
    "increased",
    "climbed",
    "jumped",
    "surged",
    "gained",
    "advanced",
    "reached",
    "hit",
    "was",
    "were",
    "stood",
    "totaled",
    "totalled",
    "amounted",
    "accounted",
    "posted",
    "registered",
    "recorded",
    "exceeded",
    "slowed",
    "contributed",
];

/// Whether a goal's number is one that hardly another goal has: round percentages are everywhere, and a Chinese
/// sentence names what they are of far before them.
fn telling(known: &Quantity, said: &Quantity) -> bool {
    if known.qualifier().is_bound() && said.qualifier().is_bound() {
        return compare::side(known.qualifier()) == compare::side(said.qualifier());
    }
    rules::digits(said) >= 3 || !matches!(said.unit(), Unit::Percent | Unit::PercentagePoint)
}
