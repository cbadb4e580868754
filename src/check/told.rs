//! The day or month in which somebody told a figure, which is no time that the figure is of.

use chrono::{Datelike, Days};

use super::aim::Aim;
use super::judge::{Found, Held, Judge};
use super::mention::{Mention, Where};
use super::rules;
use crate::facts::model::{Fact, Kind};
use crate::lang::Lang;
use crate::period::{Kind as When, Length};
use crate::scan::{Figure, How};

impl<'a> Judge<'a> {
    /// Whether the time of a figure is the day or month in which somebody told it: 2018年4月，信通院发布报告，…达27.2万亿元.
    /// What the base has of years only is not of a day.
    fn only_tells_when_it_was_said(&self, mention: &Mention) -> bool {
        let Some(period) = mention.period else { return false };
        let fine = match period.kind() {
            When::During(at) | When::AsOf(at) => matches!(at.length(), Length::Day | Length::Month),
            When::Start(at) => at.length() == Length::Year,
            _ => false,
        };
        // What was counted at the end of a half year is told in the months after it.
        let in_a_month = matches!(period.kind(), When::During(_));
        let of_a_year = |fact: &Fact| {
            fact.kind == Kind::Figure
                && fact.period.is_some_and(|of| match of.kind() {
                    When::During(at) => at.length() == Length::Year,
                    When::End(_) => in_a_month,
                    _ => false,
                })
        };
        let facts = || mention.subjects.iter().flat_map(|&subject| self.index.of(subject));
        let of_a_day = |fact: &Fact| {
            fact.period.is_some_and(|of| {
                of.compatible(&period)
                    && (matches!(of.precision(), Length::Day | Length::Month)
                        || matches!(of.kind(), When::Start(_) | When::End(_) | When::AsOf(_)))
            })
        };
        fine && facts().any(of_a_year) && !facts().any(of_a_day)
    }

    /// What a figure claims without the time that it seems to have; none where that is its own.
    pub(super) fn without_its_time(&self, figure: &Figure, mention: &Mention, aim: Aim) -> Option<Mention> {
        // `By 2020 it is to reach 1 trillion yuan. China has 700 million internet users`: a deadline of the sentence before
        // is no time of what is so.
        let of_a_goal = mention.how == Some(How::Inherited)
            && aim == Aim::State
            && mention.period.is_some_and(|period| matches!(period.kind(), When::By(_)))
            && figure.lang == Lang::En;
        if of_a_goal || self.is_of_some_later_month(figure, mention) {
            return Some(Mention { period: None, unknown_time: true, ..mention.clone() });
        }
        self.only_tells_when_it_was_said(mention).then(|| Mention {
            period: None,
            how: None,
            ..mention.clone()
        })
    }

    /// Whether the time of what a change led to is a month that only took over the year in which the change began: `from 688
    /// million in 2016 to 940 million by June`.
    fn is_of_some_later_month(&self, figure: &Figure, mention: &Mention) -> bool {
        let Some((period, range)) = mention.period.zip(mention.time.clone()) else { return false };
        let later = self.day.zip(period.last()).is_some_and(|(day, last)| day.year() > last.year());
        let of_a_month = period.precision() > Length::Year && !self.text[range.clone()].contains("20");
        let led_to = || {
            let before = self.english_before(figure.range.start);
            before.trim_end().ends_with(" to") && before.contains(" from ")
        };
        figure.lang == Lang::En && later && of_a_month && range.start > figure.range.end && led_to()
    }

    /// A figure told on a day when the year was not over that it is the figure of: 2017年1月18日，国家统计局公布，全年国内生产总值827122亿元.
    pub(super) fn told_too_early(
        &self,
        figure: &Figure,
        written: &Mention,
        agreeing: &[&Held<'a>],
        place: Where,
    ) -> Option<Found<'a>> {
        if place != Where::Home
            || !written.sure
            || written.forecast
            || rules::digits(&figure.quantity) < 3
            || !self.only_tells_when_it_was_said(written)
        {
            return None;
        }
        let said = written.period?;
        // A day without its year may be of another.
        let year = said.year()?.to_string();
        let names_its_year = written.time.clone().is_some_and(|time| self.text[time].contains(&year));
        if !names_its_year || matches!(said.kind(), When::Start(_)) {
            return None;
        }
        // Towards its end a year is spoken of as if it were over.
        let told = said.last()?.checked_add_days(Days::new(MONTH))?;
        let is_open = |fact: &Fact| {
            fact.kind == Kind::Figure
                && fact.period.is_some_and(|period| {
                    matches!(period.kind(), When::During(_)) && period.last().is_some_and(|last| told < last)
                })
        };
        let fact = agreeing.first()?.fact;
        agreeing.iter().all(|one| is_open(one.fact)).then(|| self.is_of_another_time(figure, written, fact))
    }
}

/// In days.
const MONTH: u64 = 31;
