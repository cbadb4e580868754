//! Which time a figure is of, where that is not simply the time its clause names: another figure's, an average of years, the
//! present, a year before, what was only foreseen.

use chrono::Datelike;

use super::scene::{Scene, is_part};
use super::words::Cue;
use crate::lang::Lang;
use crate::period::{Kind, Length, Period, Stretch};
use crate::scan::{Figure, How, When};

impl Scene<'_> {
    /// Whether the time is that of the figure that this one is compared with: 由2005年的2.6万亿元扩张到35.8万亿元.
    pub(super) fn time_is_anothers(&self, figure: &Figure) -> bool {
        let Some(range) = figure.when.as_ref().and_then(|when| when.range.clone()) else { return false };
        self.figures.iter().any(|other| {
            range.end <= other.range.start
                && other.range.end <= figure.range.start
                && is_part(other.kind) == is_part(figure.kind)
                && (self.lang == Lang::En
                    || self.clause_at(other.range.start) == self.clause_at(figure.range.start)
                    || self.is_where_it_came_to(figure))
                && matches!(self.text[range.end..other.range.start].trim(), "" | "的" | "'s")
                && self.marks.iter().any(|mark| {
                    mark.cue == Cue::To
                        && other.range.end <= mark.range.start
                        && mark.range.end <= figure.range.start
                        && ["to", "到", "至"].iter().any(|to| self.text[mark.range.clone()].ends_with(to))
                })
        })
    }

    /// Whether a figure is where a change of its own clause came to: …，移动宽带用户普及率从71.2%升至77.4%.
    pub(super) fn is_where_it_came_to(&self, figure: &Figure) -> bool {
        let start = self.clause_range(figure.range.start).start;
        self.figure_before(figure.range.start).is_some_and(|begun| {
            let between = self.text[begun.range.end..figure.range.start].trim_end();
            let led = between.ends_with(['到', '至']) || self.lang == Lang::En && between.ends_with(" to");
            start <= begun.range.start && is_part(begun.kind) == is_part(figure.kind) && led
        })
    }

    /// The years that an average growth is of, where the sentence tells of a change from one to another: `from 11
    /// trillion yuan in 2012 to 45.5 trillion in 2021, growing 15.9 percent a year on average`.
    pub(super) fn averaged(&self, figure: &Figure) -> Option<Period> {
        if self.lang != Lang::En || !is_part(figure.kind) {
            return None;
        }
        let rest = self.after(figure.range.end);
        let average = ["a year on average", "annually on average", "on average", "per year on average"]
            .iter()
            .any(|words| rest.starts_with(words))
            || self.before(figure.range.start).ends_with("an average of")
            || self.before(figure.range.start).ends_with("an average annual rate of");
        let years: Vec<_> = self
            .times
            .iter()
            .filter(|time| time.range.end <= figure.range.start && time.how == How::Explicit)
            .filter_map(|time| match time.period?.kind() {
                Kind::During(at) if at.length() == Length::Year => Some((at, time.range.start)),
                _ => None,
            })
            .collect();
        let [(first, at), (last, _)] = years[..] else { return None };
        let begun = self.small(self.range.start..at).contains("from ");
        (average && begun && first.first() < last.first())
            .then(|| Period::new(Kind::Range(first, last)).ok())
            .flatten()
    }

    /// Whether a growth is an average of years: 年复合增长率.
    pub(super) fn is_average(&self, figure: &Figure) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let last = self.figure_before(figure.range.start);
        let from = last.map_or(start, |last| last.range.end.max(start));
        self.lang == Lang::Zh
            && is_part(figure.kind)
            && self.marks.iter().any(|mark| {
                let close = from <= mark.range.start && mark.range.end <= figure.range.start;
                close
                    && (mark.cue == Cue::Average && !self.text[mark.range.clone()].ends_with("平均")
                        || self.text[mark.range.clone()].contains("复合"))
            })
    }

    /// Whether the words before a figure say that it was foreseen.
    pub(super) fn is_forecast(&self, figure: &Figure) -> bool {
        let time = figure.when.as_ref().and_then(|when| when.range.clone());
        let own = time.filter(|time| time.start >= self.range.start && time.end <= figure.range.start);
        let at = own.map_or(figure.range.start, |time| time.start);
        let from = self.clause_range(at).start;
        // 超过98%的行政村将通宽带: what it is foreseen of stands behind it.
        let clause = self.clauses.get(self.clause_at(figure.range.start));
        let end = clause.map_or(figure.range.end, |clause| clause.range.end);
        let next = self.figures_from(figure.range.end).first().map(|other| other.range.start);
        let until = if self.text[figure.range.end..].starts_with('的') {
            next.map_or(end, |next| next.min(end))
        } else {
            figure.range.start
        };
        // `the bank sees the economy growing by 7.9 percent`, `will have to grow by`
        let foreseen = || {
            let said = self.small(from..figure.range.start);
            let sees = said.find(" sees ").is_some_and(|at| {
                [" growing", " expanding", " growth", " posting"].iter().any(|word| said[at..].contains(word))
            });
            sees || ["will have to ", "would have to ", "needs to ", "need to ", "will likely ", "likely to "]
                .iter()
                .any(|needs| said.contains(needs))
        };
        self.lang == Lang::En && foreseen()
            || self
                .marks
                .iter()
                .any(|mark| mark.cue == Cue::Forecast && from <= mark.range.start && mark.range.end <= until)
    }

    /// Whether the verb right before a figure says that it is yet to come: `will exceed 55 trillion yuan`.
    pub(super) fn is_to_come(&self, figure: &Figure) -> bool {
        let before = self.small_before(figure.range.start);
        let mut words = before.rsplit(' ').skip(usize::from(before.ends_with(" by"))).take(2);
        // A verb that makes it a bound is part of the figure.
        let bound = self.small(figure.range.clone()).starts_with("exceed");
        self.lang == Lang::En
            && if bound { words.next() == Some("will") } else { words.any(|word| word == "will") }
    }

    /// Whether a figure is of the day of the text, or of one told before, whatever other time its sentence names: 从目前的95%, `by then`.
    pub(super) fn of_the_present(&self, figure: &Figure) -> bool {
        if self.lang == Lang::En {
            // `rising to 300 million at the end of the period`, `32.5 percent at that date`
            const THEN: [&str; 9] = [
                "at the end of the period",
                "by the end of the period",
                "at the end of the decade",
                "by the end of the decade",
                "by then",
                "at that date",
                "by that date",
                "at that time",
                "at the time",
            ];
            let behind = self.small_after(figure.range.end);
            return THEN.iter().any(|then| behind.starts_with(then));
        }
        let before = self.before(figure.range.start);
        let before = before.strip_suffix('的').unwrap_or(before);
        let before = ["已经", "已", "则", "也", "都"]
            .iter()
            .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before));
        self.lang == Lang::Zh
            && ["目前", "现在", "当前", "眼下", "如今", "原先", "此前", "上年同期", "去年同期", "上一年同期"]
                .iter()
                .any(|now| before.ends_with(now))
    }

    /// Whether a time that an earlier sentence named is not this one's: `At present, …`, and the day of a report, which is no
    /// time that figures are of.
    pub(super) fn is_of_its_own_day(&self, figure: &Figure, when: &When) -> bool {
        let start = self.clause_range(figure.range.start).start;
        let opens = |from: usize| {
            ["at present", "currently", "nowadays", "as of now"]
                .iter()
                .any(|now| self.small(from..figure.range.start).trim_start().starts_with(now))
        };
        let day = when
            .period
            .is_some_and(|period| matches!(period.kind(), Kind::During(at) if at.length() == Length::Day));
        self.lang == Lang::En
            && matches!(when.how, How::Inherited | How::Heading)
            && (day || opens(self.range.start) || opens(start))
    }

    /// The year before that of the sentence, where a figure is said to be of it: 2017年…，较上年同期的22.77万亿元.
    pub(super) fn year_before(&self, figure: &Figure) -> Option<Period> {
        let before = self.before(figure.range.start);
        let before = before.strip_suffix('的').unwrap_or(before);
        if self.lang != Lang::Zh
            || !["上年同期", "去年同期", "上一年同期", "前一年同期"].iter().any(|same| before.ends_with(same))
        {
            return None;
        }
        let year = self.times.iter().find_map(|time| match time.period?.kind() {
            Kind::During(at) if at.length() == Length::Year && time.how == How::Explicit => {
                Some(at.first().year())
            }
            _ => None,
        })?;
        Stretch::year(year - 1).map(Period::during)
    }

    /// The end of the years that an earlier sentence told of, where a figure is what was reached: 比重提升至39.8%.
    pub(super) fn reached(&self, figure: &Figure, when: Option<&When>) -> Option<Period> {
        let when = when.filter(|when| when.how == How::Inherited)?;
        let Kind::Range(_, last) = when.period?.kind() else { return None };
        let before = self.before(figure.range.start);
        (self.lang == Lang::Zh && before.ends_with(['至', '到'])).then(|| Period::during(last))
    }
}
