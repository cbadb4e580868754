//! When a figure holds, by the grammar of its sentence.
//!
//! * English puts a time behind its figure (`18.6 trillion in 2015`) or before all of them (`In 2016, …`). A time
//!   between two figures belongs to the one that no conjunction parts from it.
//! * Chinese puts it before: the nearest time before a figure is its own.
//! * A time in parentheses behind a figure is that figure's: `27.5% (2015), 30.3% (2016)`.
//! * `from A in 2012 to B in 2021`, `from A to B from 2012 to 2021`, 2012—2021年从A增长到B: the first figure holds
//!   for the beginning, the second for the end.
//! * `in 2016 and 2017, respectively`, 2016年和2017年分别: as many times as figures, one each.
//! * A time that is only compared with, or whose figure is where a change began, is not carried further.

use chrono::Datelike;

use super::change::{alike, begins, ends, is_before_revision};
use super::figure::{Figure, FigureKind, When};
use super::glyph::{floor, is_one_of, phrase_before};
use super::reader::Found;
use super::respective::respectively;
use super::{How, Time, english};
use crate::lang::Lang;
use crate::period::{Kind, Length, Period, Stretch};

/// A figure or a time, in the order of the sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Figure(usize),
    Time(usize),
}

/// Says of each figure of a sentence when it holds, as far as the sentence does.
pub(super) fn assign(text: &str, found: &mut Found, lang: Lang) {
    if found.figures.is_empty() || found.times.is_empty() && found.figures.len() < 2 {
        return;
    }
    found.times.iter_mut().for_each(|time| time.compared |= english::only_ranks(text, time));
    let items = in_order(&found.figures, &found.times);
    let mut claims = Claims {
        text,
        figures: &found.figures,
        times: &found.times,
        of: vec![None; found.figures.len()],
        base: found.times.iter().map(|time| time.compared).collect(),
        earlier: vec![false; found.figures.len()],
    };
    if respectively(text) > 0 {
        claims.one_each(&items);
    }
    claims.in_parentheses(&items, lang);
    if lang == Lang::En {
        claims.told_of_then(&items);
        claims.told_back_then();
        claims.between(&items);
        claims.behind(&items);
        claims.again(&items);
    }
    if lang == Lang::Zh {
        claims.looked_back(&items);
    }
    claims.carried(&items, lang);
    let of = claims.split(lang);
    for (figure, mut when) in found.figures.iter_mut().zip(of) {
        // 去年上半年…；到全年收官，总量达…
        if lang == Lang::Zh
            && let Some(when) = &mut when
            && let Some(range) = when.range.as_ref().filter(|range| range.end <= figure.range.start)
            && text[range.end..figure.range.start].contains("全年")
        {
            when.widen();
        }
        figure.when = when;
    }
}

fn in_order(figures: &[Figure], times: &[Time]) -> Vec<Item> {
    let mut items = Vec::with_capacity(figures.len() + times.len());
    let (mut figure, mut time) = (0, 0);
    while figure < figures.len() || time < times.len() {
        let first = match (figures.get(figure), times.get(time)) {
            (Some(one), Some(two)) => one.range.start < two.range.start,
            (one, _) => one.is_some(),
        };
        if first {
            items.push(Item::Figure(figure));
            figure += 1;
        } else {
            items.push(Item::Time(time));
            time += 1;
        }
    }
    items
}

/// Which time each figure has.
pub(super) struct Claims<'a> {
    pub(super) text: &'a str,
    figures: &'a [Figure],
    pub(super) times: &'a [Time],
    pub(super) of: Vec<Option<usize>>,
    /// Times that are not carried to other figures.
    pub(super) base: Vec<bool>,
    /// Figures of an earlier time that the sentence does not name.
    earlier: Vec<bool>,
}

impl Claims<'_> {
    /// `18 percent more than in 2021, when it had been 1.3 trillion`: what is told of the time itself.
    fn told_of_then(&mut self, items: &[Item]) {
        for pair in items.windows(2) {
            let &[Item::Time(time), Item::Figure(figure)] = pair else { continue };
            let gap = self.text[self.times[time].range.end..self.figures[figure].range.start].trim_start();
            if gap.trim_start_matches(',').trim_start().starts_with("when ") {
                self.of[figure] = self.of[figure].or(Some(time));
            }
        }
    }

    /// `A year ago, it was reported as 51.93 trillion yuan`, `For 2012 the bureau had reported 51.93 trillion a year ago`: when it
    /// was told is no time that a figure is of.
    fn told_back_then(&mut self) {
        const TOLD: [&str; 8] = [
            "was reported",
            "were reported",
            "had reported",
            "first reported",
            "was given as",
            "had put",
            "had given",
            "was put at",
        ];
        for (at, time) in self.times.iter().enumerate() {
            let said = &self.text[time.range.clone()];
            let back = time.how == How::Relative
                && ["ago", "earlier", "before"].iter().any(|word| said.ends_with(word));
            let opens = self.text[..time.range.start].trim_end().is_empty()
                || is_one_of(self.text[..time.range.start].trim(), &["A", "The"]);
            if !back {
                continue;
            }
            let other = self.times.iter().any(|other| other.how == How::Explicit);
            let near = |text: &str| TOLD.iter().any(|told| text.contains(told));
            let behind = &self.text[time.range.end..floor(self.text, time.range.end + 80)];
            if opens && near(behind) || other && near(&self.text[..time.range.start]) {
                self.base[at] = true;
            }
        }
    }

    /// `from 75.6 to 77.5 percent between the end of 2022 and the end of 2023`.
    fn between(&mut self, items: &[Item]) {
        for four in items.windows(4) {
            let &[Item::Figure(one), Item::Figure(two), Item::Time(first), Item::Time(last)] = four else {
                continue;
            };
            let (begin, end) = (&self.times[first].range, &self.times[last].range);
            if matches!(self.text[begin.end..end.start].trim(), "and" | "and the")
                && ["between", "between the"]
                    .iter()
                    .any(|word| phrase_before(self.text, begin.start, word).is_some())
                && begins(self.text, &self.figures[one], Lang::En)
                && ends(self.text, &self.figures[two], Lang::En)
            {
                (self.of[one], self.of[two]) = (Some(first), Some(last));
            }
        }
    }

    /// English: times behind figures, from the last to the first.
    fn behind(&mut self, items: &[Item]) {
        for at in (0..items.len()).rev() {
            let Item::Time(time) = items[at] else { continue };
            if self.base[time] && self.of.contains(&Some(time)) {
                continue;
            }
            let range = &self.times[time].range;
            let next = match items.get(at + 1) {
                Some(Item::Figure(figure)) if self.of[*figure].is_none() => Some(*figure),
                _ => None,
            };
            let gap_behind = next.map(|next| &self.text[range.end..self.figures[next].range.start]);
            if let (Some(next), Some(gap)) = (next, gap_behind) {
                let of = ["level of ", "figure of ", "total of ", "levels of "]
                    .iter()
                    .any(|words| gap.ends_with(words));
                if (gap.starts_with("'s ") || gap.starts_with("’s ") || of && self.times[time].compared)
                    && gap.len() < 24
                {
                    self.of[next] = Some(time);
                    continue;
                }
            }
            if self.base[time] {
                continue;
            }
            let Some(Item::Figure(last)) = at.checked_sub(1).map(|before| items[before]) else { continue };
            if self.of[last].is_some() {
                continue;
            }
            let gap = self.text.get(self.figures[last].range.end..range.start).unwrap_or("");
            // `For 2012 the bureau had reported 51.93 trillion yuan a year ago`, `6.7 percent growth was reported last year`:
            // that is when it was told.
            let told = ["was reported", "were reported", "was announced", "were announced", "was published"];
            if self.times[time].how == How::Relative
                && told.iter().any(|words| gap.trim_end().ends_with(words))
            {
                self.base[time] = true;
                continue;
            }
            let apart = gap.contains([';', ':', '；']) || gap.contains(',') && !self.is_apposed(last);
            if apart {
                continue;
            }
            let taken = gap_behind.is_some_and(|gap| !joins(gap) && !gap.contains([',', ';', '(']));
            match next {
                Some(next) if joins(gap) && taken => self.of[next] = Some(time),
                _ => {
                    self.of[last] = Some(time);
                    // `22.58 trillion yuan (about $3.4 trillion) in 2016`
                    let mut last = last;
                    while last > 0
                        && self.of[last - 1].is_none()
                        && (self.is_apposed(last)
                            || self.is_where_a_growth_led(last)
                            || self.is_second_of_two(last))
                    {
                        last -= 1;
                        self.of[last] = Some(time);
                    }
                    // `6.9% in 2017 after 6.7% a year earlier, with output …`: what follows is of 2017.
                    // `17.24% on the 22.77 trillion yuan of 2016, and …`: so it is with what something is measured on.
                    let on = phrase_before(self.text, self.figures[last].range.start, "on the").is_some();
                    // `17.24 percent lifted it to 32.28 percent, compared with 30.61 percent in 2016`: begins.
                    let aside = on || self.times[time].is_aside(self.text);
                    if aside || begins(self.text, &self.figures[last], Lang::En) {
                        self.base[time] = true;
                    }
                }
            }
        }
    }

    /// Whether a figure says the one before it in other words: `(about $3.4 trillion)`, `, or $3.4 trillion`.
    fn is_apposed(&self, figure: usize) -> bool {
        let Some(before) = figure.checked_sub(1) else { return false };
        let (one, two) = (&self.figures[before], &self.figures[figure]);
        let gap = self.text.get(one.range.end..two.range.start).unwrap_or("");
        one.kind == two.kind
            && gap.len() < 30
            && (gap.trim_start().starts_with(['(', '（']) || gap.starts_with(", or "))
    }

    /// Whether a figure and the one before it are a pair behind another that has its time: `20 and 4 Mbps by 2015 and 50 Mbps and
    /// 12 Mbps by 2020`.
    fn is_second_of_two(&self, figure: usize) -> bool {
        let Some(before) = figure.checked_sub(1) else { return false };
        let (one, two) = (&self.figures[before], &self.figures[figure]);
        let gap = self.text.get(one.range.end..two.range.start).unwrap_or("").trim();
        let head = self.text[..one.range.start].trim_end();
        let time = head.strip_suffix("and").map(|head| head.trim_end().trim_end_matches(',').len());
        gap == "and"
            && one.kind == two.kind
            && time.is_some_and(|end| self.times.iter().any(|time| time.range.end == end))
    }

    /// Whether a figure is what the growth before it came to: `by 19.6 percent, to 42.3 trillion in 2021`.
    fn is_where_a_growth_led(&self, figure: usize) -> bool {
        let Some(before) = figure.checked_sub(1) else { return false };
        let (one, two) = (&self.figures[before], &self.figures[figure]);
        let gap = self.text.get(one.range.end..two.range.start).unwrap_or("").trim();
        one.kind == FigureKind::Percent
            && two.kind != FigureKind::Percent
            && matches!(gap, "to" | ", to" | ", reaching")
    }

    /// A time in parentheses right behind a figure: `27.5% (2015)`; or before one: `(2015: 27.5%)`.
    fn in_parentheses(&mut self, items: &[Item], lang: Lang) {
        let mut own = Vec::new();
        for pair in items.windows(2) {
            match (pair[0], pair[1]) {
                (Item::Figure(figure), Item::Time(time)) => {
                    let range = &self.times[time].range;
                    let gap = self.text.get(self.figures[figure].range.end..range.start).unwrap_or("");
                    let closes = self.text[range.end..].starts_with(['）', ')']);
                    if matches!(gap.trim_start(), "（" | "(") && closes {
                        self.of[figure] = self.of[figure].or(Some(time));
                        own.push(time);
                    }
                }
                (Item::Time(time), Item::Figure(figure)) => {
                    let range = &self.times[time].range;
                    let gap = self.text.get(range.end..self.figures[figure].range.start).unwrap_or("");
                    if self.text[..range.start].ends_with(['（', '(']) && gap.starts_with([':', '：']) {
                        self.of[figure] = Some(time);
                        self.base[time] = true;
                    }
                }
                _ => {}
            }
        }
        // In English what follows is of the same time, unless each figure has its own.
        if lang == Lang::Zh || own.len() > 1 {
            own.into_iter().for_each(|time| self.base[time] = true);
        }
    }

    /// `20 Mbps by 2015 and 50 Mbps by 2020, with rural lines at 4 Mbps and 12 Mbps`: the next two are of the same two times.
    fn again(&mut self, items: &[Item]) {
        for at in 1..self.figures.len() {
            let (one, two) = (at - 1, at);
            let between = self.text[self.figures[one].range.end..self.figures[two].range.start].trim();
            let begin = self.figures[one].range.start;
            if between != "and" || self.of[one].is_some() || self.of[two].is_some() {
                continue;
            }
            let told: Vec<usize> = (0..one).filter_map(|figure| self.of[figure]).collect();
            let alone = items.iter().all(|item| match item {
                Item::Time(time) => self.times[*time].range.start > begin || told.contains(time),
                Item::Figure(_) => true,
            });
            if let ([first, last], true) = (&told[..], alone && one == 2)
                && first != last
                && (0..2).all(|figure| self.figures[figure].kind == self.figures[one].kind)
            {
                (self.of[one], self.of[two]) = (Some(*first), Some(*last));
            }
        }
    }

    /// 2017年26.70万亿元，前一年22.77万亿元，增长17.24%: what is told of the year before is its own figure's only.
    fn looked_back(&mut self, items: &[Item]) {
        for at in 1..items.len() {
            let (Item::Time(time), Some(Item::Figure(next))) = (items[at], items.get(at + 1)) else {
                continue;
            };
            let range = self.times[time].range.clone();
            let gap = self.text[range.end..self.figures[*next].range.start].trim();
            let gap = gap.strip_prefix("同期").unwrap_or(gap);
            let told = items[..at].iter().any(|item| matches!(item, Item::Time(other) if !self.base[*other]));
            if told
                && matches!(&self.text[range], "前一年" | "上一年" | "上年" | "一年前" | "此前一年" | "去年")
                && matches!(gap, "" | "为" | "是" | "的" | "约" | "只有" | "仅")
            {
                self.of[*next] = self.of[*next].or(Some(time));
                self.base[time] = true;
            }
        }
    }

    /// What no figure claimed is carried on from figure to figure.
    fn carried(&mut self, items: &[Item], lang: Lang) {
        let mut current = None;
        let mut waiting = Vec::new();
        for (at, item) in items.iter().enumerate() {
            match *item {
                Item::Time(time) => {
                    // 较2015年的18.6万亿元
                    if let (true, Some(Item::Figure(next))) = (self.base[time], items.get(at + 1)) {
                        let gap = self.text.get(self.times[time].range.end..self.figures[*next].range.start);
                        if lang == Lang::Zh && matches!(gap, Some("的" | "的约" | "" | "全年" | "全年的"))
                        {
                            self.of[*next] = self.of[*next].or(Some(time));
                        }
                    }
                    if !self.base[time] {
                        current = Some(time);
                    }
                }
                Item::Figure(figure) => {
                    if self.of[figure].is_none() {
                        let range = current
                            .and_then(|time: usize| self.times[time].period)
                            .is_some_and(|period| matches!(period.kind(), Kind::Range(..)));
                        let other_time = begins(self.text, &self.figures[figure], lang)
                            && !is_before_revision(self.text, &self.figures[figure]);
                        if lang == Lang::En && !range && other_time {
                            // `up from 18.6 trillion yuan`: of what time, the time of the sentence does not say.
                            self.earlier[figure] = true;
                            continue;
                        }
                        self.of[figure] = current;
                        if current.is_none() {
                            waiting.push(figure);
                        }
                    }
                }
            }
        }
        if lang == Lang::En {
            let first = items.iter().find_map(|item| match item {
                Item::Time(time) if !self.base[*time] && self.times[*time].how != How::Since => Some(*time),
                _ => None,
            });
            for figure in waiting {
                if begins(self.text, &self.figures[figure], lang) {
                    continue;
                }
                let behind = first.filter(|time| {
                    let range = &self.times[*time].range;
                    // `GDP was 90 trillion yuan, growing by 6.8 percent in the first quarter`: a quarter is its own
                    // figure's only.
                    let part = self.times[*time].period.is_some_and(
                        |period| matches!(period.kind(), Kind::During(at) if at.length() != Length::Year),
                    );
                    let between = &self.text[self.figures[figure].range.end.min(range.start)..range.start];
                    let own = self.of.contains(&Some(*time)) && between.contains(',');
                    // `That is 50.3 percent, where the rate a year before was 47.9`: what looks back is its own figure's only.
                    let back = self.times[*time].looks_back(self.text);
                    // `94 percent had it, which means that the target, 90 percent by 2020, was met`
                    let goals = self.times[*time].how == How::Deadline
                        && ["target", "goal", "asked for", "called for", "required", "demanded", "promised"]
                            .iter()
                            .any(|goal| between.contains(goal));
                    // `from 11 trillion to 45 trillion yuan, and its share, 21.6 percent in 2012, was 39.8 percent last year`: of
                    // two times, each of its own figure, neither is what stands before both.
                    let its = (figure + 1..self.of.len()).any(|later| self.of[later] == Some(*time));
                    // `a penetration of 77.5 percent; in December 2022 it had been 75.6`: what stands behind a semicolon is told of
                    // by itself.
                    let apart = between.contains(';');
                    // `GDP growth of around 6.5 percent, after 6.9 percent in 2017`
                    let before = self.of.iter().position(|of| *of == Some(*time)).is_some_and(|owner| {
                        owner > figure
                            && phrase_before(self.text, self.figures[owner].range.start, "after").is_some()
                    });
                    let another = its
                        && self.times[time + 1..].iter().enumerate().any(|(behind, other)| {
                            other.period != self.times[*time].period && !self.base[time + 1 + behind]
                        });
                    range.start > self.figures[figure].range.start
                        && !((apart || back || before) && its || (part || goals || another) && own)
                });
                self.of[figure] = behind;
            }
        }
    }

    /// Splits a range between the figure where a change began and the one where it ended.
    fn split(&self, lang: Lang) -> Vec<Option<When>> {
        let mut found: Vec<Option<When>> =
            self.of.iter().map(|time| time.map(|time| When::of(&self.times[time]))).collect();
        for (when, earlier) in found.iter_mut().zip(&self.earlier) {
            if *earlier {
                *when = Some(When::UNKNOWN);
            }
        }
        // `from 11 trillion yuan ($1.6 trillion) to 45 trillion`: what says a figure in other words is no end of its own.
        let own: Vec<usize> = (0..self.figures.len()).filter(|figure| !self.is_apposed(*figure)).collect();
        for pair in own.windows(2) {
            let (first, last) = (pair[0], pair[1]);
            let (one, two) = (&self.figures[first], &self.figures[last]);
            if !alike(one.kind, two.kind) || !begins(self.text, one, lang) || !ends(self.text, two, lang) {
                continue;
            }
            let range = [first, last].iter().find_map(|at| {
                let period = found[*at].as_ref()?.period?;
                match period.kind() {
                    Kind::Range(from, to) => Some((from, to, found[*at].clone())),
                    _ => None,
                }
            });
            let Some((from, to, when)) = range else {
                // 由2015年的27.5%升至30.3%: the beginning has its own time.
                let own = self.of[first].is_some_and(|time| {
                    let between = self.text.get(self.times[time].range.end..one.range.start);
                    matches!(between.map(str::trim), Some("" | "的"))
                });
                // `from 11.76 trillion in 2020 to 17 trillion`: it came to that later.
                let begun = self
                    .times
                    .iter()
                    .find(|time| one.range.end <= time.range.start && time.range.end <= two.range.start);
                let later = lang == Lang::En
                    && begun.is_some_and(|begun| {
                        found[last].as_ref().is_some_and(|when| when.period == begun.period)
                    });
                if later {
                    let range = found[last].take().and_then(|when| when.range);
                    found[last] = Some(When { range, ..When::UNKNOWN });
                } else if lang == Lang::En || !own {
                    self.part_ways(&mut found, first, last);
                }
                continue;
            };
            let at =
                |stretch| when.clone().map(|when| When { period: Some(Period::during(stretch)), ..when });
            if self.of[first].is_none() || self.of[first] == self.of[last] {
                // “十三五”期间从18.6万亿元增至39.2万亿元: a plan began with what the year before it had.
                let range = when.as_ref().and_then(|when| when.range.clone());
                let plan = range.is_some_and(|range| {
                    self.text.get(range).is_some_and(|said| {
                        lang == Lang::Zh && !said.bytes().any(|byte| byte.is_ascii_digit())
                    })
                });
                found[first] = if plan { Some(When::UNKNOWN) } else { at(from) };
            }
            found[last] = at(to);
            // Theirs is the time of what they say again.
            for said in first..found.len() {
                if self.is_apposed(said) && self.of[said] == self.of[last] {
                    found[said] = found[said - 1].clone();
                }
            }
        }
        found
    }
}

impl Claims<'_> {
    /// `In 2016 it rose from 27.5 to 30.3 percent`: where it began is of a time that nobody named, unless another
    /// change of the sentence names both ends.
    fn part_ways(&self, found: &mut [Option<When>], first: usize, last: usize) {
        let open = found[first] == found[last] || found[first] == Some(When::UNKNOWN);
        if !open || is_before_revision(self.text, &self.figures[first]) {
            return;
        }
        let ends = (1..=first).rev().find(|at| {
            let (one, two) = (&found[at - 1], &found[*at]);
            self.figures[at - 1].kind == self.figures[*at].kind
                && one.is_some()
                && two.is_some()
                && one != two
        });
        match ends.map(|at| (found[at - 1].clone(), found[at].clone())) {
            Some((one, two)) if two == found[last] => found[first] = one,
            _ => found[first] = Some(When::UNKNOWN),
        }
    }
}

impl Time {
    /// Whether it is named to compare with, behind a figure of its own.
    fn is_aside(&self, text: &str) -> bool {
        let head = text[..self.range.start].trim_end();
        // `11.09 million more than last December`
        let than = [" than", " than in", " than last", " than at", " than the"]
            .iter()
            .any(|word| head.ends_with(word));
        than || self.looks_back(text)
    }

    /// Whether it counts back from another: `a year earlier`, `the previous year`.
    fn looks_back(&self, text: &str) -> bool {
        let said = &text[self.range.clone()];
        ["earlier", "before", "previous year"].iter().any(|word| said.ends_with(word))
    }
}

impl When {
    /// A time that nobody named; nothing above the sentence names it either.
    pub(super) const UNKNOWN: Self = Self { period: None, how: How::Relative, range: None, among: None };

    fn of(time: &Time) -> Self {
        Self { period: time.period, how: time.how, range: Some(time.range.clone()), among: None }
    }

    /// The whole of the year, where a half or a quarter of it was named.
    pub(super) fn widen(&mut self) {
        if let Some(Kind::During(part)) = self.period.map(|period| period.kind())
            && matches!(part.length(), Length::Half | Length::Quarter)
        {
            self.period = Stretch::year(part.first().year()).map(Period::during);
        }
    }
}

/// Whether a year is the edition of a document: `the 2020 white paper`, `the 2020 “Digital Economy Report”`, 按2013年的方案.
pub(super) fn is_an_edition(text: &str, time: &Time) -> bool {
    const DOCUMENTS: [&str; 10] =
        ["方案", "规划", "计划", "白皮书", "报告", "年鉴", "公报", "文件", "通知", "意见"];
    let behind = &text[time.range.end..];
    let behind = behind.strip_prefix('的').unwrap_or(behind);
    if DOCUMENTS.iter().any(|kind| behind.starts_with(kind))
        && ["按", "按照", "据", "根据", "依", "依据"]
            .iter()
            .any(|word| text[..time.range.start].ends_with(word))
    {
        return true;
    }
    let Some(rest) = text[time.range.end..].strip_prefix(' ') else { return false };
    let owned = ["the ", "The ", "its ", "Its ", "’s ", "'s "]
        .iter()
        .any(|word| text[..time.range.start].ends_with(word));
    owned
        && ["white paper", "whitepaper", "report ", "yearbook", "blue book", "bluebook", "\"", "“"]
            .iter()
            .any(|kind| rest.starts_with(kind))
}

/// Whether a text begins with the word by which a dateline ends: 电, 讯; not with 电商, 电信业务. The space behind it is gone
/// where a character follows.
fn is_a_wire(text: &str) -> bool {
    const WORDS: [char; 14] =
        ['视', '話', '话', '商', '子', '影', '力', '网', '脑', '动', '池', '台', '器', '梯'];
    let rest = &text[text.chars().next().map_or(0, char::len_utf8)..];
    let telecom = rest.starts_with('信') && !["信通院", "信息"].iter().any(|who| rest.starts_with(who));
    !rest.is_empty() && !telecom && !rest.starts_with(WORDS)
}

/// How long the place of a dateline is at most, in bytes.
const PLACE: usize = 64;

/// Whether a day is that of a dateline: `Beijing, Jan 23 (Xinhua)`, 新华社北京1月23日电.
pub(super) fn is_a_dateline(text: &str, time: &Time) -> bool {
    if time.period.is_some_and(|period| period.precision() != Length::Day) {
        return false;
    }
    let from = floor(text, time.range.start.saturating_sub(PLACE));
    let head = match text[from..time.range.start].rsplit_once('\n') {
        Some((_, head)) => head.trim(),
        None if from == 0 => text[..time.range.start].trim(),
        None => return false,
    };
    let rest = text[time.range.end..].trim_start();
    if rest.starts_with(['电', '電', '讯', '訊']) {
        return head.chars().count() <= 12 && is_a_wire(rest);
    }
    let place = head
        .strip_suffix(',')
        .is_some_and(|place| place.chars().all(|letter| letter.is_alphabetic() || " ,.'’/".contains(letter)));
    let agency = || rest.strip_prefix('(')?.split_once(')').map(|(agency, _)| agency);
    let signed =
        || agency().is_some_and(|name| name.len() <= 30 && !name.contains(|c: char| c.is_ascii_digit()));
    place && (["--", "—", "–", "- "].iter().any(|dash| rest.starts_with(dash)) || signed())
}

/// Whether a conjunction or another new beginning stands in a gap.
fn joins(gap: &str) -> bool {
    gap.split(|letter: char| !letter.is_ascii_alphabetic()).any(|word| {
        is_one_of(
            word,
            &[
                "and", "to", "but", "while", "whereas", "or", "from", "up", "down", "with", "then", "before",
                "against", "compared", "versus", "when",
            ],
        )
    })
}
