//! Reads one sentence: goes from mark to mark and asks what each begins, a document's number, a time or a figure.
//!
//! Whatever is no figure is passed over as a whole, so that no part of it is taken for one: `2018-09-21`,
//! `010-6520-3118`, `COVID-19`.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::figure::{Figure, FigureKind};
use super::glyph::{
    any_before, before, before_spaces, is_digit, is_one_of, past_spaces, phrase_before, tail, word_at,
    word_before,
};
use super::marks::{self, Mark};
use super::time::{self, Context};
use super::{DocumentMention, How, Time, alone, chinese, documents, english, idiom, joined, token, when};
use crate::lang::Lang;
use crate::quantity::{self, Qualifier, Reading, Unit};

/// What a sentence holds, in bytes of the sentence.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) figures: Vec<Figure>,
    pub(super) times: Vec<Time>,
    pub(super) documents: Vec<DocumentMention>,
}

/// What is wanted of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Figures and all that they hang on.
    All,
    /// Times only.
    Times,
}

/// Reads a sentence.
pub(super) fn read(text: &str, lang: Lang, day: Option<NaiveDate>, wanted: Wanted) -> Found {
    let mut found = Found::default();
    let Some(mut mark) = marks::next(text, 0) else { return found };
    let mut reader = Reader::new(text, lang, day, wanted, &mut found);
    loop {
        let at = reader.step(mark);
        match marks::next(text, at) {
            Some(next) => mark = next,
            None => break,
        }
    }
    if found.figures.is_empty()
        && found.times.is_empty()
        && wanted == Wanted::All
        && let Some(reading) = alone::read(text, lang)
    {
        let begin = reading.range.start;
        Reader::new(text, lang, day, wanted, &mut found).add(reading, begin, false);
    }
    if found.figures.len() > 1 {
        joined::share_units(text, &mut found.figures);
    }
    found
}

struct Reader<'a, 'f> {
    text: &'a str,
    context: Context,
    wanted: Wanted,
    found: &'f mut Found,
    /// The noun that was looked for last, and behind which byte.
    noun: Option<(usize, Option<Range<usize>>)>,
}

impl<'a, 'f> Reader<'a, 'f> {
    fn new(text: &'a str, lang: Lang, day: Option<NaiveDate>, wanted: Wanted, found: &'f mut Found) -> Self {
        Self {
            text,
            context: Context { lang, day, year: None, back: false, told: None, seen: None },
            wanted,
            found,
            noun: None,
        }
    }
}

impl Reader<'_, '_> {
    /// Reads what a mark begins; where to go on.
    fn step(&mut self, mark: Mark) -> usize {
        let text = self.text;
        match mark {
            Mark::Digit(at) => {
                if let Some(mention) = documents::at_digit(text, at) {
                    let end = mention.range.end;
                    self.found.documents.push(mention);
                    return end;
                }
                if !token::glued(text, at) {
                    if let Some(time) = time::at_digit(text, at, self.context) {
                        return self.time(time, at);
                    }
                    if let Some(end) = self.digits(at) {
                        return end.max(at + 1);
                    }
                }
                token::past_token(text, at)
            }
            Mark::Word(begin, end) => {
                if let Some(time) = time::at_word(text, begin, end, self.context) {
                    return self.time(time, begin);
                }
                self.word(begin).unwrap_or(end)
            }
            Mark::Han(at) => {
                if let Some(time) = time::at_han(text, at, self.context) {
                    return self.time(time, at);
                }
                self.han(at).unwrap_or_else(|| {
                    let first = text[at..].chars().next().map_or(1, char::len_utf8);
                    chinese::past_numerals(text, at).max(at + first)
                })
            }
        }
    }

    fn time(&mut self, mut time: Time, at: usize) -> usize {
        // 提前实现2020年的目标，…: the time is the goal's, not that of what follows.
        time.compared |= self.context.lang == Lang::Zh
            && (is_of_a_goal(&self.text[time.range.end..])
                || is_in_a_title(self.text, &time.range)
                || is_of_an_event(&self.text[time.range.end..]));
        time.compared |= when::is_an_edition(self.text, &time) || when::is_a_dateline(self.text, &time);
        // `last year September 1`: two times never share a word; the first has it.
        if let Some(last) = self.found.times.last().filter(|last| time.range.start < last.range.end) {
            let rest = self.text.get(last.range.end..time.range.end).unwrap_or_default();
            if rest.trim().is_empty() {
                return time.range.end.max(at + 1);
            }
            time.range.start = time.range.end - rest.trim_start().len();
        }
        let end = time.range.end.max(at + 1);
        if time.how != How::Relative && !time.compared || self.context.year.is_none() {
            let of = time.period.and_then(|period| period.last().or(period.first()));
            if let Some(year) = of.map(|day| day.year()).filter(|_| time.how != How::Relative) {
                self.context.back = self.context.year.is_some_and(|before| year < before);
                self.context.year = Some(year);
            }
        }
        let told = time.period.filter(|_| !time.compared).and_then(|period| period.last().or(period.first()));
        self.context.told = told.map(|day| day.year()).or(self.context.told);
        let seen = time.period.and_then(|period| period.last().or(period.first()));
        self.context.seen = seen.map(|day| day.year()).or(self.context.seen);
        self.found.times.push(time);
        end
    }

    /// The figure whose number begins with the digit at byte `at`; where it ends. None when it is none.
    fn digits(&mut self, at: usize) -> Option<usize> {
        if self.wanted == Wanted::Times {
            return quantity_end(self.text, at);
        }
        let text = self.text;
        if let Some(begin) = token::numbered(text, at) {
            return self.numbered(begin);
        }
        if let Some(reading) = idiom::parts_of_one(text, at) {
            return Some(self.add(reading, at, false));
        }
        let zh = self.context.lang == Lang::Zh;
        if let Some(reading) = self.between(at) {
            return Some(self.add(reading, at, false));
        }
        let begins =
            |at| if zh { chinese::begins_change(text, at) } else { english::begins_change(text, at) };
        let one = begins(at);
        let mut reading = self.read(at, !one).or_else(|| idiom::mega(text, at))?;
        // `rose from about 20.9 percent to 39.8 percent`: so it is with what qualifies where it began.
        if !one
            && reading.quantity.range_end().is_some()
            && (begins(reading.range.start) || self.is_change(&reading))
        {
            reading = self.read(at, false)?;
        }
        let reading = idiom::not_in(text, reading)?;
        let reading = idiom::with_hyphen(text, reading);
        let reading = idiom::in_millions(text, reading);
        let reading = idiom::with_currency(text, reading);
        let reading = idiom::of_currency_before(text, reading);
        let reading = idiom::not_pieces(text, reading);
        let weak = matches!(reading.quantity.unit(), Unit::Number | Unit::Count(_));
        let end = reading.range.end;
        if reading.quantity.unit() == &Unit::Rank && !english::rank(text, at, end) {
            return Some(end);
        }
        if weak && !self.stands(&reading, at) {
            return None;
        }
        Some(self.add(reading, at, weak))
    }

    /// The quantity around the number at byte `at` that does not reach back into what was read before.
    fn read(&self, at: usize, joins: bool) -> Option<Reading> {
        let done = self.found.figures.last().map_or(0, |figure| figure.range.end);
        let text = self.text;
        let reading = if token::leads(text, at) {
            if joins { quantity::read_around(text, at) } else { quantity::read_one_around(text, at) }
        } else {
            None
        };
        reading
            .filter(|reading| reading.range.start >= done)
            .or_else(|| if joins { quantity::read_at(text, at) } else { quantity::read_one_at(text, at) })
    }

    /// `between 6.5 and 7 percent`, from its first number.
    fn between(&self, at: usize) -> Option<Reading> {
        let begin = phrase_before(self.text, at, "between").or_else(|| {
            // between $1.5 billion and $2 billion
            let symbol = tail(self.text, at, 3).trim_start_matches(|letter: char| letter.is_alphanumeric());
            phrase_before(self.text, at - symbol.trim_start().len(), "between")
        })?;
        quantity::read_at(self.text, begin).filter(|reading| {
            reading.quantity.range_end().is_some()
                && !matches!(reading.quantity.unit(), Unit::Number | Unit::Count(_))
        })
    }

    /// Whether what reads as a range is a change and where it went: `rose 2 percent to 30.3 percent`.
    fn is_change(&self, reading: &Reading) -> bool {
        let text = self.text;
        let whole = &text[reading.range.clone()];
        let said = whole.contains(" to ") || whole.contains(['至', '到']);
        if !said {
            return false;
        }
        // `grow 5 percent to 10 percent` is a range; `rose 2 percent to 30 percent` is none.
        let written =
            (reading.quantity.written().value(), reading.quantity.range_end().map(quantity::Written::value));
        let near = written.1.is_some_and(|high| high < written.0 * quantity::Exact::from(4u32));
        if near && reading.quantity.unit() == &Unit::Percent {
            return false;
        }
        // `5 to 10 percent` has its unit once; `grew by 37.74 million to 297 million` has its scale twice.
        let first = quantity::read_one_at(text, reading.range.start);
        let united = first.is_some_and(|first| {
            let scaled = first.quantity.written().scale() != &quantity::Exact::ONE;
            first.quantity.unit() != &Unit::Number || scaled && !near
        });
        let changes = if self.context.lang == Lang::Zh {
            chinese::changes(text, reading.range.start)
        } else {
            // `raised GDP for 2018 by 1.9 trillion yuan to 91.93 trillion yuan`
            let by = !near && phrase_before(text, reading.range.start, "by").is_some();
            by || english::direction(text, reading.range.start).is_some()
        };
        united && changes
    }

    /// The English noun behind byte `end`.
    fn noun(&mut self, end: usize) -> Option<Range<usize>> {
        match &self.noun {
            Some((at, noun)) if *at == end => noun.clone(),
            _ => {
                let noun = english::noun(self.text, end);
                self.noun = Some((end, noun.clone()));
                noun
            }
        }
    }

    /// Whether a bare number or count is a figure at all.
    fn stands(&mut self, reading: &Reading, at: usize) -> bool {
        let text = self.text;
        let end = reading.range.end;
        let number = &text[at..end];
        let plain = reading.quantity.written().scale() == &quantity::Exact::ONE;
        if plain && number.len() > 1 && number.starts_with('0') && !number.starts_with("0.") {
            return false;
        }
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if digits >= 9 && digits == number.len() {
            return false;
        }
        if plain && number.ends_with(".0") || text[end..].starts_with(['°', '℃', '@']) {
            return false;
        }
        let next = before(text, end).filter(|last| is_digit(*last)).and_then(|_| text[end..].chars().next());
        if next.is_some_and(|next| matches!(next, '/' | ':' | '：' | '-' | '–' | '~'))
            && token::chain(text, end)
        {
            return false;
        }
        // `1. `, `(2) `, `3）` at the beginning are numbers of items.
        if text[..reading.range.start].trim_start_matches(['(', '（', '[']).trim().is_empty()
            && text[end..].starts_with(['.', ')', '）', '、', ']', '．'])
        {
            return false;
        }
        if number.ends_with('+') && text[end..].starts_with(char::is_alphanumeric) {
            return false;
        }
        let counter = matches!(reading.quantity.unit(), Unit::Count(_));
        if self.context.lang == Lang::Zh && chinese::is_name(text, at, end) {
            return false;
        }
        if counter || !plain {
            return true;
        }
        let noun = self.noun(end).is_some();
        !english::is_name(text, reading.range.start, end, noun)
    }

    /// `No. 2`, `#1`, from byte `begin`.
    fn numbered(&mut self, begin: usize) -> Option<usize> {
        let text = self.text;
        let reading =
            quantity::read_at(text, begin).filter(|reading| reading.quantity.unit() == &Unit::Rank)?;
        let end = reading.range.end;
        let next = word_at(text, past_spaces(text, end));
        let prior = word_before(text, begin);
        let verb = is_one_of(
            prior,
            &[
                "rank", "ranks", "ranked", "ranking", "as", "at", "to", "the", "is", "was", "becoming",
                "became", "become", "its", "place", "placed", "remained", "world",
            ],
        );
        let placed = is_one_of(
            next,
            &[
                "in",
                "globally",
                "worldwide",
                "among",
                "spot",
                "position",
                "place",
                "nationally",
                "economy",
                "market",
                "behind",
                "after",
                "nationwide",
            ],
        ) || text[..begin].ends_with("s ") && text[..begin].trim_end().ends_with("'s");
        let name = next.starts_with(|first: char| first.is_ascii_uppercase())
            || text[end..].starts_with(['号', '-', '/']);
        if (verb || placed) && !name {
            return Some(self.add(reading, begin, false));
        }
        Some(end)
    }

    /// The figure that the English word at byte `begin` begins; where it ends.
    fn word(&mut self, begin: usize) -> Option<usize> {
        if self.wanted == Wanted::Times {
            return None;
        }
        let text = self.text;
        if before(text, begin).is_some_and(|last| last.is_alphanumeric() || matches!(last, '\'' | '’' | '.'))
        {
            return None;
        }
        let word = word_at(text, begin);
        if !english::opens_number(text, begin, word, token::leads(text, begin)) {
            return None;
        }
        let joins = !english::begins_change(text, begin);
        let mut reading = self.read(begin, joins)?;
        if reading.quantity.range_end().is_some() && self.is_change(&reading) {
            reading = self.read(begin, false)?;
        }
        let reading = idiom::of_hundreds(text, reading);
        let reading = idiom::with_hyphen(text, reading);
        let qualified = reading.quantity.qualifier() != Qualifier::None;
        let end = reading.range.end;
        let stands = match reading.quantity.unit() {
            Unit::Rank => english::rank(text, begin, end),
            Unit::Times => english::multiple(text, begin, end, qualified),
            Unit::Percent if reading.quantity.written().is_rough() => {
                let spoken = text[begin..end].contains(" in ") || text[begin..end].contains(" out of ");
                let many = text[begin..end].ends_with('s') && !text[begin..end].ends_with("quarters");
                spoken || many || english::share(text, begin, end, qualified)
            }
            Unit::Number => {
                let scaled = reading.quantity.written().scale() != &quantity::Exact::ONE;
                let capital = text[end..].starts_with('-');
                (scaled || !word.eq_ignore_ascii_case("one") && self.noun(end).is_some()) && !capital
            }
            Unit::Metre | Unit::Kilogram => {
                // `one foot in the door`
                let one = word.eq_ignore_ascii_case("one") && text[begin..end].ends_with("foot");
                !word.eq_ignore_ascii_case("a") && !one || qualified
            }
            _ => true,
        };
        if !stands {
            return Some(end.max(begin + word.len()));
        }
        let weak = reading.quantity.unit() == &Unit::Number;
        Some(self.add(reading, begin, weak))
    }

    /// The figure that the Chinese character at byte `at` begins; where it ends.
    fn han(&mut self, at: usize) -> Option<usize> {
        if self.wanted == Wanted::Times {
            return None;
        }
        let text = self.text;
        if let Some((_, end)) = time::plan_number(text, at) {
            return Some(end);
        }
        if before(text, at).is_some_and(chinese::is_numeral) || chinese::vague(text, at, at) {
            return None;
        }
        if !chinese::opens_number(text, at) {
            return None;
        }
        let reading = self.read(at, !chinese::begins_change(text, at))?;
        let reading = idiom::of_currency_before(text, reading);
        let reading = idiom::not_pieces(text, reading);
        let end = reading.range.end;
        // 一波三折
        if chinese::vague(text, at, end) || text[at..end].ends_with('折') && text[..at].ends_with('波') {
            return Some(end);
        }
        let strong = match reading.quantity.unit() {
            Unit::Rank => {
                if !chinese::rank(text, at, end) {
                    return Some(end);
                }
                true
            }
            Unit::Number => {
                let scaled = reading.quantity.written().scale() != &quantity::Exact::ONE;
                if !scaled
                    || chinese::noun(text, end).is_none()
                        && !chinese::stops_behind_scale(text, at, end)
                        && any_before(text, before_spaces(text, at), &["达", "约", "近", "到"]).is_none()
                {
                    return None;
                }
                false
            }
            Unit::Count(_) => {
                if !chinese::counts(text, at, end, true) || chinese::is_name(text, at, end) {
                    return Some(end);
                }
                false
            }
            // 一元, 三米: as often as not a word; 一克拉.
            Unit::Money(_) => text[at..end].chars().count() > 2,
            Unit::Metre | Unit::Kilogram | Unit::CubicMetre => {
                text[at..end].chars().count() > 2 || reading.quantity.qualifier() != Qualifier::None
            }
            _ => true,
        };
        let weak = matches!(reading.quantity.unit(), Unit::Number | Unit::Count(_));
        if !strong && !weak {
            return None;
        }
        Some(self.add(reading, at, weak))
    }

    /// Keeps a figure; where it ends.
    fn add(&mut self, reading: Reading, at: usize, weak: bool) -> usize {
        let text = self.text;
        let Reading { range, quantity } = reading;
        let end = range.end;
        let zh = self.context.lang == Lang::Zh;
        let noun = if !weak {
            None
        } else if zh {
            chinese::noun(text, end)
        } else {
            self.noun(end)
        };
        // 1.2亿人: the counter says what is counted.
        let noun = noun.or_else(|| match quantity.unit() {
            Unit::Count(counter)
                if zh
                    && !matches!(counter.as_str(), "个" | "個")
                    && text[..end].ends_with(counter.as_str()) =>
            {
                Some(end - counter.len()..end)
            }
            _ => None,
        });
        let direction = if zh {
            chinese::direction(text, range.start).or_else(|| chinese::direction_behind(text, end))
        } else {
            english::direction(text, range.start).or_else(|| english::direction_behind(text, end))
        };
        self.found.figures.push(Figure {
            number: token::number(text, &range, at, &quantity),
            kind: FigureKind::of(&quantity, noun.is_some()),
            range,
            quantity,
            noun,
            when: None,
            lang: self.context.lang,
            direction,
        });
        end
    }
}

/// Whether what stands behind a time makes it that of a goal, of which no more is said.
fn is_of_a_goal(behind: &str) -> bool {
    let rest = behind.strip_prefix('的').unwrap_or(behind);
    let rest = ["规划目标", "規劃目標", "目标", "目標"].iter().find_map(|goal| rest.strip_prefix(goal));
    rest.is_some_and(|rest| rest.chars().next().is_none_or(|next| "，。；,;".contains(next)))
}

/// Whether what stands right behind a time is a meeting, so that it tells when something was said: 2019年世界互联网大会.
fn is_of_an_event(behind: &str) -> bool {
    let words = |letter: &(usize, char)| letter.1.is_alphanumeric() || "“”「」+＋·".contains(letter.1);
    let end =
        behind.char_indices().take(24).take_while(words).last().map_or(0, |(at, last)| at + last.len_utf8());
    let name = &behind[..end];
    let meeting = [
        "大会",
        "大會",
        "峰会",
        "峰會",
        "论坛",
        "論壇",
        "博览会",
        "博覽會",
        "年会",
        "年會",
        "两会",
        "兩會",
        "发布会",
        "發布會",
        "研讨会",
        "研討會",
        "工作报告",
        "工作報告",
    ];
    let at = meeting.iter().filter_map(|word| name.find(word)).min();
    // 2016年数字经济总量达到…的大会 has a clause of its own before it.
    at.is_some_and(|at| {
        !name[..at].contains(['达', '達', '占', '佔', '增', '为', '為', '是', '在', '于', '於', '上'])
    })
}

/// Whether a time stands in the title of a book or report: 《数字经济发展白皮书（2022年）》 tells of the year before as often
/// as not. That of a communique is the year it tells of.
fn is_in_a_title(text: &str, time: &Range<usize>) -> bool {
    const BOOKS: [&str; 8] = ["白皮书", "白皮書", "蓝皮书", "藍皮書", "报告", "報告", "年鉴", "指数"];
    let (before, behind) = (&text[..time.start], &text[time.end..]);
    // 发展白皮书（2020年）显示, 2019年版白皮书
    if behind.starts_with('版')
        || behind.starts_with("度版")
        || behind.starts_with(['）', ')'])
            && before
                .strip_suffix(['（', '('])
                .is_some_and(|name| BOOKS.iter().any(|book| name.ends_with(book)))
    {
        return true;
    }
    let opened =
        text[..time.start].char_indices().rev().take(60).find(|(_, mark)| matches!(mark, '《' | '》'));
    let Some((open, '《')) = opened else { return false };
    let closed = text[time.end..].char_indices().take(60).find(|(_, mark)| matches!(mark, '《' | '》'));
    let Some((close, '》')) = closed else { return false };
    let title = &text[open..time.end + close];
    !["公报", "公報", "公告"].iter().any(|word| title.contains(word))
}

/// Where the quantity at byte `at` ends, when only times are wanted.
fn quantity_end(text: &str, at: usize) -> Option<usize> {
    let end = token::past_token(text, at);
    (end > at).then_some(end)
}
