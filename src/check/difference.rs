//! A figure that no fact of its time agrees with: which fact it was meant to be, and what is wrong with it.

use super::aim::Aim;
use super::dollars::{self, Impossible, Rated};
use super::finding::{Fix, Issue, Verdict};
use super::judge::{Found, Held, Judge};
use super::mention::{Mention, Where};
use super::rules::{self, Case, Cause, RULES, Rule};
use crate::diagnostic::Severity;
use crate::facts::model::{Basis, Fact, Kind};
use crate::lang::Lang;
use crate::period::{Kind as When, Period};
use crate::quantity::{Qualifier, Unit};
use crate::scan::{Figure, How, floor};

/// No clause is longer, in bytes.
const LONGEST_CLAUSE: usize = 2048;

impl<'a> Judge<'a> {
    /// A figure that no fact of its time agrees with.
    pub(super) fn difference(
        &self,
        figure: &Figure,
        mention: &Mention,
        held: &[Held<'a>],
        place: Where,
        aim: Aim,
    ) -> Found<'a> {
        let undecided = Found::only(Verdict::Undecided);
        // A place in an order that the base has for every year is as well wrong in each.
        let whenever = mention.unknown_time && self.is_rank_of_every_year(figure, held);
        let timeless = whenever.then(|| Mention { unknown_time: false, period: None, ..mention.clone() });
        let mention = timeless.as_ref().unwrap_or(mention);
        // A time that the day would tell, if it were known, is waited for; one that nobody named is as good as none.
        // Three digits tell enough for what is as wrong in every year.
        if mention.unknown_time && mention.time.is_some() && rules::digits(&figure.quantity) < 3 {
            return undecided;
        }
        // `compared with last year's 6.8 percent`: which year that was, another time says.
        if mention.how == Some(How::Relative)
            && let Some(time) = &mention.time
            && ["compared with", "compared to", "against", " from"]
                .iter()
                .any(|words| self.text[..time.start].trim_end().ends_with(words))
        {
            return undecided;
        }
        // A goal without a deadline may be a state as well.
        let deadline = mention.how == Some(How::Deadline)
            || mention.period.is_some_and(|period| matches!(period.kind(), When::By(_)));
        // 到2015年底，…达2.13亿户, told when that year was over, may be what came of a goal as well as the goal.
        let come = || {
            ["提前", "超额", "如期"].iter().any(|word| self.opening(figure).contains(word))
                || self.is_done(figure)
        };
        let may_have_come = deadline
            && figure.lang == Lang::Zh
            && aim != Aim::Goal
            && (self.is_past(mention) || self.day.is_none() && come());
        let aim = match aim {
            // 由2015年的40%提高到2020年的70%: where a goal sets out from is so.
            _ if self.sets_out(figure) => Aim::State,
            // 提出投资不低于4300亿元，实际完成4539亿元
            _ if self.is_what_came(figure) && !self.is_to_come(mention) => Aim::State,
            _ if mention.goal => Aim::Goal,
            Aim::Goal if !deadline && !self.is_under_way(mention) => Aim::Either,
            // What is said before a deadline of that deadline is no state.
            Aim::Either | Aim::State if deadline && self.is_to_come(mention) => Aim::Goal,
            Aim::State if deadline => Aim::Either,
            // A sentence that tells of both: what it says of a year that is over, in a clause that aims at nothing, is so.
            Aim::Either
                if !deadline
                    && (self.is_past(mention) || self.is_done(figure))
                    && self.clause_aims(figure) == Aim::State =>
            {
                Aim::State
            }
            // What is said of a year that is yet to begin is aimed at, and of one not over as well as not.
            Aim::Either | Aim::State if figure.lang == Lang::Zh && self.is_all_to_come(mention) => Aim::Goal,
            Aim::State if self.is_under_way(mention) && !self.is_done(figure) => Aim::Either,
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
                .filter(|one| one.same_time && mention.period.is_some())
                // A goal that was far off in scale was written down wrong, even if it is told as what came of it.
                .filter(|one| !class(one.fact) || self.is_over(one.fact))
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
        if let Some(When::Since(begin)) = mention.period.as_ref().map(Period::kind) {
            timed.retain(|one| {
                one.fact.period.is_none_or(|period| match period.kind() {
                    When::Since(_) => true,
                    // 2012年以来年均增长15.9%: the average of the years from then on.
                    When::Range(first, _) => mention.average && first.first() == begin.first(),
                    _ => false,
                })
            });
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
            && self.index.home_currency() != Some(*currency)
        {
            let others: Vec<&&Held<'a>> = timed
                .iter()
                .filter(|one| {
                    one.fit.is_none()
                        && one.fact.value.as_ref().and_then(|value| value.unit().currency())
                            == self.index.home_currency()
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
        if let Some(found) = self.of_a_year_to_come(figure, mention, held, aim) {
            return found;
        }
        // Another time's figure where the base has nothing of the time said.
        let told_as = if may_have_come && aim == Aim::Either { Aim::State } else { aim };
        if timed.is_empty() {
            return self
                .of_another_time(figure, mention, held, told_as)
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
                && (class(one.fact) || self.far_from_all(figure, &timed) || rule.code == "wrong-currency")
                && !(mention.other_kind || mention.forecast)
                && (digits >= 3
                    || digits == 2 && (rule.code == "wrong-currency" || self.far_from_all(figure, &timed)))
            {
                return self.told(rule, cause, figure, mention, one.fact);
            }
            return self
                .of_another_time(figure, mention, held, told_as)
                .or_else(|| self.of_another_measure(figure, mention))
                .unwrap_or(undecided);
        }
        let topics: Vec<Vec<&Fact>> =
            timed.iter().map(|one| self.index.of_topic(one.subject.topic).collect()).collect();
        // `expected to reach` is how a target is spoken of.
        let planned =
            mention.other_kind && mention.planned && timed.iter().all(|one| one.fact.kind == Kind::Target);
        // `in 2023 it will exceed 55 trillion`: what is yet to come may be somebody's guess, unless its digits tell.
        let guessed = mention.to_come
            && !self.is_past(mention)
            && rules::digits(&figure.quantity) < 3
            && timed.iter().all(|one| one.fact.kind == Kind::Figure);
        // `is expected to reach 50.2 trillion yuan in 2022`, told in 2023, is what a translation makes of what is so.
        let belated = mention.expected_now
            && self.is_past(mention)
            && !mention.by_stranger
            && rules::digits(&figure.quantity) >= 3;
        let doubtful = !mention.sure || guessed || mention.other_kind && !planned && !belated;
        let attributed = mention.by_stranger && mention.by.is_empty()
            || !mention.by.is_empty()
                && !timed.iter().any(|one| mention.by.iter().any(|&body| self.is_by(one.fact, body)));
        let other_plan = mention.by_another_plan && timed.iter().all(|one| one.fact.kind == Kind::Target);
        let attributed = attributed || other_plan;
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
                let few = matches!(rule.code, "changed-digit" | "wrong-year")
                    && may_have_come
                    && rules::digits(&figure.quantity) < 4;
                let ambiguous = aim == Aim::Either
                    && one.fact.kind == Kind::Target
                    && (rule.code == "wrong-figure" || few);
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
                // Dollars told first, and what they are in yuan at a rate of the writer's own.
                let converted = rule.code == "wrong-figure"
                    && unit.currency() == self.index.home_currency()
                    && mention.beside.as_ref().is_some_and(|beside| {
                        dollars::is_conversion(&self.exchange, &figure.quantity, beside, one.fact, self.day)
                    });
                let off_basis =
                    other_basis && (rule.code == "wrong-figure" || rules::digits(&figure.quantity) < 3);
                // What was aimed at is not held against what came.
                let aimed = matches!(rule.code, "wrong-figure" | "wrong-year" | "wrong-period")
                    && aim == Aim::Goal
                    && figure.lang == Lang::En
                    && one.fact.kind == Kind::Figure
                    && mention.period.is_some_and(|period| matches!(period.kind(), When::By(_)));
                let open = rule.code == "wrong-whole" && self.leaves_the_whole_open(figure, mention);
                if ambiguous
                    || open
                    || aimed
                    || belated && !planned && rule.code == "wrong-figure"
                    || several
                    || off_basis
                    || unplaced
                    || converted
                    || !self.may_say(rule, figure, mention, doubtful, attributed, &timed)
                {
                    return undecided;
                }
                return self.told(rule, cause, figure, mention, one.fact);
            }
        }
        undecided
    }

    /// The clause of a figure in Chinese.
    pub(super) fn clause(&self, figure: &Figure) -> &str {
        let breaks = ['，', '。', '；', ',', ';', '\n'];
        // A text without breaks is not searched to its ends for every figure.
        let reach = floor(self.plain, figure.range.start.saturating_sub(LONGEST_CLAUSE));
        let before = &self.plain[reach..figure.range.start];
        let start = before.char_indices().rev().find(|(_, letter)| breaks.contains(letter));
        let start = reach + start.map_or(0, |(at, letter)| at + letter.len_utf8());
        let end = floor(self.plain, figure.range.end.saturating_add(LONGEST_CLAUSE).min(self.plain.len()));
        let rest = &self.plain[figure.range.end..end.max(figure.range.end)];
        &self.plain[start..figure.range.end + rest.find(breaks).unwrap_or(rest.len())]
    }

    /// Whether nothing near a percentage says of what it is: 也给出了测算，为69.9%; 占比升至77.2% behind another whole.
    fn leaves_the_whole_open(&self, figure: &Figure, mention: &Mention) -> bool {
        let own =
            ["占比", "比重", "份额"].iter().any(|share| self.clause(figure).trim_start().starts_with(share));
        figure.lang == Lang::Zh && (own || mention.hit.is_none() && !mention.sure)
    }

    /// Whether a Chinese figure is where a change sets out from, by a time of its own: 由2015年的40%.
    fn sets_out(&self, figure: &Figure) -> bool {
        let clause = self.clause(figure);
        let start = clause.as_ptr() as usize - self.plain.as_ptr() as usize;
        let before = &self.plain[start..figure.range.start];
        figure.lang == Lang::Zh
            && before.rfind(['由', '从']).is_some_and(|from| {
                let said = &before[from..];
                said.chars().count() <= 12 && !said.contains(['到', '至', '%'])
            })
    }

    /// Whether the clause of a figure tells what came of a plan in truth: 实际完成.
    fn is_what_came(&self, figure: &Figure) -> bool {
        figure.lang == Lang::Zh
            && self.clause(figure).split("实际").skip(1).any(|rest| !rest.starts_with(['增', '利']))
    }

    /// What the Chinese clause of a figure by itself speaks of.
    fn clause_aims(&self, figure: &Figure) -> Aim {
        if figure.lang == Lang::Zh { super::aim::of(self.clause(figure), Lang::Zh) } else { Aim::Either }
    }

    /// Whether the clause of a figure says that it is so by now: 已, 截至, 累计.
    fn is_done(&self, figure: &Figure) -> bool {
        let clause = self.clause(figure);
        figure.lang == Lang::En
            || ["已", "截至", "截止", "累计", "目前", "了"].iter().any(|word| clause.contains(word))
    }

    /// Whether a figure is a fact's but for a digit.
    pub(super) fn is_slip(&self, figure: &Figure, mention: &Mention, one: &Held<'a>) -> bool {
        let look = rules::rule("changed-digit").and_then(|rule| rule.look);
        let Some((look, value)) = look.zip(one.fact.value.as_ref()) else { return false };
        look(&self.case(figure, mention, one.fact, value, &[], None)).is_some()
    }

    pub(super) fn case<'c>(
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

    /// The first cause of some rules that explains a figure.
    pub(super) fn cause<'h>(
        &self,
        figure: &Figure,
        mention: &Mention,
        timed: &[&'h Held<'a>],
        impossible: Option<Impossible>,
        of: &dyn Fn(&Rule) -> bool,
    ) -> Option<(&'static Rule, Cause, &'h Held<'a>)> {
        RULES.iter().copied().filter(|rule| of(rule)).find_map(|rule| {
            timed.iter().copied().find_map(|one| {
                let topic: Vec<&Fact> = self.index.of_topic(one.subject.topic).collect();
                let value = one.fact.value.as_ref()?;
                let case = self.case(figure, mention, one.fact, value, &topic, impossible.clone());
                rule.look?(&case).map(|cause| (rule, cause, one))
            })
        })
    }

    pub(super) fn told(
        &self,
        rule: &'static Rule,
        cause: Cause,
        figure: &Figure,
        mention: &Mention,
        fact: &Fact,
    ) -> Found<'a> {
        let mut issue = Issue::new(rule, cause.title);
        // Five digits that are right but for the rounding mislead nobody.
        let lightly = figure.quantity.qualifier() == Qualifier::About || rules::digits(&figure.quantity) >= 5;
        if lightly && rule.code == "cut-off" {
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
        Found::differs(fact, issue)
    }
}
