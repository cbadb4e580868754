//! What `convert` shows: a table of amounts, or each with its whole working.

use super::fact::end_cells;
use super::say;
use crate::cite;
use crate::derive::convert::{Converted, Fit, Stated, Unconverted};
use crate::facts::model::{Base, Entry, Fact};
use crate::lang::Lang;
use crate::page::{Card, Cell, Column, Field, Page, Part, Table, Tone};
use crate::quantity::{Bound, Computed, Currency, Exact, Interval, Qualifier, Rounding, Scale};
use crate::rates::{Kind, Pair, Rate};

/// An amount and what became of it.
#[derive(Debug)]
pub struct Answer<'b> {
    /// The fact it is of, if it is one's.
    pub fact: Option<&'b Fact>,
    /// The amount as written or typed.
    pub written: String,
    /// The result, or why there is none.
    pub result: Result<Converted<'b>, Unconverted>,
}

/// How results are written.
#[derive(Debug, Clone, Copy)]
pub struct Look<'b> {
    /// The base.
    pub base: &'b Base,
    /// The language.
    pub lang: Lang,
    /// The scale asked for, like `trillion` or `亿`, and the language of its word.
    pub scale: Option<(Scale, Lang)>,
}

/// A table of amounts.
#[must_use]
pub fn list(look: Look<'_>, answers: &[Answer<'_>]) -> Page {
    Page::of(table(look, answers))
}

/// Each amount with its whole working.
#[must_use]
pub fn cards(look: Look<'_>, answers: &[Answer<'_>]) -> Page {
    let parts = answers.iter().map(|answer| Part::Card(card(look, answer))).collect();
    Page { parts, records: table(look, answers), single: answers.len() == 1 }
}

/// The language a result is written in: that of the scale asked for, else of the heads.
fn tongue(look: Look<'_>) -> Lang {
    look.scale.map_or(look.lang, |(_, lang)| lang)
}

fn scale(look: Look<'_>) -> Option<Scale> {
    look.scale.map(|(scale, _)| scale)
}

/// The result in words: a range as a range, a bound as a bound.
fn result_text(look: Look<'_>, converted: &Converted<'_>) -> String {
    let lang = tongue(look);
    let figure = |computed: &Computed| computed.figure(lang, scale(look));
    let text = match converted.ends() {
        Some((low, high)) => format!("{}{}{}", figure(&low), say(lang, " to ", "至"), figure(&high)),
        None => figure(&converted.result),
    };
    match (converted.amount.qualifier(), lang) {
        (Qualifier::None, _) => text,
        (qualifier, Lang::En) => format!("{} {text}", qualifier.word(lang)),
        (qualifier, Lang::Zh) => format!("{}{text}", qualifier.word(lang)),
    }
}

fn bounds_text(look: Look<'_>, converted: &Converted<'_>) -> String {
    converted.result.bounds(tongue(look), scale(look))
}

fn table(look: Look<'_>, answers: &[Answer<'_>]) -> Table {
    let lang = look.lang;
    let mut table = Table::new(vec![
        Column::new("id", say(lang, "ID", "编号")),
        Column::new("amount", say(lang, "AMOUNT", "金额")),
        Column::machine("amount_number"),
        Column::machine("amount_currency"),
        Column::people(say(lang, "PERIOD", "时间")),
        Column::machine("period"),
        Column::machine("period_inferred"),
        Column::new("result", say(lang, "RESULT", "结果")),
        Column::machine("result_number"),
        Column::machine("result_exact"),
        Column::machine("result_currency"),
        Column::new("interval", say(lang, "INTERVAL", "区间")),
        Column::machine("low"),
        Column::machine("low_open"),
        Column::machine("high"),
        Column::machine("high_open"),
        Column::new("rate", say(lang, "RATE", "汇率")),
        Column::machine("rate_number"),
        Column::machine("rate_pair"),
        Column::machine("rate_kind"),
        Column::machine("rate_day"),
        Column::new("rate_source", say(lang, "RATE FROM", "汇率来源")),
        Column::new("stated", say(lang, "STATED", "原文数字")),
        Column::new("verdict", say(lang, "VERDICT", "判断")),
        Column::machine("error"),
    ]);
    for answer in answers {
        table.push(row(look, answer));
    }
    table
}

/// How many columns the table has.
const COLUMNS: usize = 25;

fn failure_short(why: &Unconverted, lang: Lang) -> &'static str {
    match why {
        Unconverted::Unread(_) => say(lang, "unreadable", "无法识别"),
        Unconverted::NoMoney => say(lang, "no money", "非金额"),
        Unconverted::NoTime => say(lang, "no time given", "未给出时间"),
        Unconverted::NoRate(_) => say(lang, "no rate", "无汇率"),
    }
}

fn failure_text(why: &Unconverted) -> String {
    match why {
        Unconverted::Unread(why) => why.clone(),
        Unconverted::NoMoney => "it is no money".to_owned(),
        Unconverted::NoTime => "the rate of which day or year? give it with --on".to_owned(),
        Unconverted::NoRate(missing) => format!("{missing}: {}", missing.notes().join("; ")),
    }
}

fn row(look: Look<'_>, answer: &Answer<'_>) -> Vec<Cell> {
    let id = Cell::maybe(answer.fact.map(|fact| fact.id.as_str()));
    let converted = match &answer.result {
        Ok(converted) => converted,
        Err(why) => {
            let mut row = vec![id, Cell::text(&answer.written)];
            row.resize(COLUMNS - 2, Cell::Empty);
            row.push(Cell::toned(failure_short(why, look.lang), Tone::Bad));
            row.push(Cell::text(failure_text(why)));
            return row;
        }
    };
    let inferred = answer.fact.is_some_and(|fact| fact.inferred && fact.period == converted.period);
    let [low, low_open] = end_cells(converted.result.interval.low());
    let [high, high_open] = end_cells(converted.result.interval.high());
    let rate = converted.rate.as_ref();
    let stated = converted.stated.first();
    vec![
        id,
        Cell::text(&answer.written),
        Cell::number(converted.amount.value().to_text()),
        Cell::text(converted.from.code()),
        Cell::text(when(look, converted, inferred)),
        Cell::maybe(rate.and(converted.period).map(|period| period.to_string())),
        Cell::Bool(inferred),
        Cell::text(result_text(look, converted)),
        Cell::number(decimal(&converted.result.value)),
        Cell::number(converted.result.value.to_text()),
        Cell::text(converted.to.code()),
        Cell::text(bounds_text(look, converted)),
        low,
        low_open,
        high,
        high_open,
        Cell::maybe(rate.map(rate_text)),
        rate.map_or(Cell::Empty, |rate| Cell::number(decimal(&quoted(rate).value))),
        Cell::maybe(rate.map(|rate| quoted(rate).pair.to_string())),
        Cell::maybe(rate.map(|rate| kind_name(&rate.kind))),
        Cell::maybe(rate.and_then(|rate| match rate.kind {
            Kind::Day { published, .. } => Some(published.to_string()),
            _ => None,
        })),
        Cell::maybe(rate.map(|rate| rate_from(rate, look.lang))),
        Cell::maybe(stated.and_then(|stated| stated.fact.value.as_ref()).map(|value| value.text())),
        stated.map_or(Cell::Empty, |stated| verdict(stated, look.lang)),
        Cell::Empty,
    ]
}

/// A number in decimals: all of them, or the first twenty digits where they do not end.
fn decimal(value: &Exact) -> String {
    value.to_decimal_text().unwrap_or_else(|| value.round_to_digits(20, Rounding::HalfAwayFromZero).to_text())
}

fn when(look: Look<'_>, converted: &Converted<'_>, inferred: bool) -> String {
    let Some(period) = converted.rate.as_ref().and(converted.period) else { return String::new() };
    let period = period.phrase(look.lang);
    if inferred { format!("{period} {}", say(look.lang, "(inferred)", "（推断）")) } else { period }
}

/// The stable name of a kind of rate.
fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Official(_) => "official",
        Kind::Average { .. } => "average",
        Kind::Day { .. } => "day",
        Kind::ByHand => "by-hand",
    }
}

/// `6.6423 CNY per USD`, the way round that rates are quoted: for a euro, or what gives more than one.
fn rate_text(rate: &Rate) -> String {
    let rate = quoted(rate);
    format!("{} {} per {}", rate.figure(), rate.pair.quote.code(), rate.pair.base.code())
}

/// The rate the way round that it is quoted.
fn quoted(rate: &Rate) -> Rate {
    let is_quoted = match rate.pair {
        Pair { base: Currency::EUR, .. } => true,
        Pair { quote: Currency::EUR, .. } => false,
        _ => rate.value >= Exact::ONE,
    };
    if is_quoted { rate.clone() } else { rate.inverse() }
}

/// The kind of a rate and where it was read.
fn rate_from(rate: &Rate, lang: Lang) -> String {
    let kind = rate.kind.phrase(lang);
    match (rate.source.is_empty(), lang) {
        (true, _) => kind,
        (false, Lang::En) => format!("{kind} ({})", rate.source),
        (false, Lang::Zh) => format!("{kind}（{}）", rate.source),
    }
}

fn verdict(stated: &Stated<'_>, lang: Lang) -> Cell {
    let (text, tone) = match &stated.fit {
        Fit::Agrees => (say(lang, "agrees", "相符").to_owned(), Tone::Good),
        Fit::OnlyWith(rate) => {
            (format!("{} {}", say(lang, "only with the", "仅符合"), rate.kind.phrase(lang)), Tone::Open)
        }
        Fit::OnSomeDays => (say(lang, "only on some days", "仅符合某些日期的汇率").to_owned(), Tone::Open),
        Fit::Cannot => (say(lang, "cannot be", "不可能").to_owned(), Tone::Bad),
    };
    Cell::toned(text, tone)
}

/// An interval of rates, to five digits, outwards.
fn rates_between(interval: &Interval) -> String {
    let end = |bound: &Bound, rounding| {
        bound.value().map_or_else(|| "∞".to_owned(), |at: &Exact| at.round_to_digits(5, rounding).to_text())
    };
    format!("{} … {}", end(interval.low(), Rounding::Down), end(interval.high(), Rounding::Up))
}

fn card(look: Look<'_>, answer: &Answer<'_>) -> Card {
    let Look { base, lang, .. } = look;
    let converted = match &answer.result {
        Ok(converted) => converted,
        Err(why) => {
            let field = Field {
                label: failure_short(why, lang).to_owned(),
                lines: vec![Cell::toned(failure_text(why), Tone::Bad)],
            };
            return Card { title: answer.written.clone(), subtitle: None, fields: vec![field] };
        }
    };
    let mut fields: Vec<Field> = Vec::new();
    let mut add = |english: &str, chinese: &str, lines: Vec<Cell>| {
        let lines: Vec<Cell> = lines.into_iter().filter(|line| *line != Cell::Empty).collect();
        if !lines.is_empty() {
            fields.push(Field { label: say(lang, english, chinese).to_owned(), lines });
        }
    };
    let inferred = answer.fact.is_some_and(|fact| fact.inferred && fact.period == converted.period);
    let period = when(look, converted, inferred);
    let period = if period.is_empty() { period } else { format!(" ({period})") };
    let title = format!("{}{period}  =  {}", answer.written, result_text(look, converted));
    add("interval", "区间", vec![Cell::text(bounds_text(look, converted))]);
    if let Some(rate) = &converted.rate {
        add("rate", "汇率", vec![Cell::text(format!("{}, {}", rate_text(rate), rate.kind.phrase(lang)))]);
        add("from", "来源", vec![Cell::text(source_text(base, rate, lang))]);
        let legs = rate.legs.iter().map(|leg| {
            let value = leg.value.to_fixed_text(leg.places);
            Cell::text(format!("1 EUR = {value} {}, {}", leg.currency.code(), leg.day))
        });
        add("legs", "经由", if rate.legs.len() > 1 { legs.collect() } else { Vec::new() });
    }
    for stated in &converted.stated {
        let value = stated.fact.value.as_ref().map_or("", |value| value.text());
        let verdict = verdict(stated, lang);
        let line = format!("{value} [{}]: {}", stated.fact.source, verdict.plain());
        let mut lines = vec![Cell::toned(line, verdict.tone())];
        lines.push(Cell::text(format!(
            "{} {} {} per {}",
            say(lang, "as rounded it needs a rate of", "按其舍入所需汇率"),
            rates_between(&stated.implied),
            converted.from.code(),
            converted.to.code()
        )));
        lines.push(Cell::text(market_text(stated, lang)));
        add("stated", "原文", lines);
    }
    let others = converted.others.iter().map(|(rate, result)| {
        Cell::text(format!(
            "{}  {}, {}",
            result.figure(tongue(look), scale(look)),
            rate_text(rate),
            rate_from(rate, lang)
        ))
    });
    add("other rates", "其他汇率", others.collect());
    Card { title, subtitle: answer.fact.map(|fact| fact.id.to_string()), fields }
}

fn market_text(stated: &Stated<'_>, lang: Lang) -> String {
    match (stated.market, lang) {
        (Some(market), Lang::En) => {
            format!("the market was there on {} days, {} to {}", market.days, market.first, market.last)
        }
        (Some(market), Lang::Zh) => {
            format!("市场汇率有{}天处于此区间（{}至{}）", market.days, market.first, market.last)
        }
        (None, Lang::En) => "the market was never there, from the period to the source's day".to_owned(),
        (None, Lang::Zh) => "在该时期至来源日期之间，市场汇率从未处于此区间".to_owned(),
    }
}

/// Where a rate was read: the citation of a source of the base, or the table's name.
fn source_text(base: &Base, rate: &Rate, lang: Lang) -> String {
    match base.entry(&rate.source) {
        Some(Entry::Rate(at)) => {
            let rate = &base.rates[at];
            let source = base.source(&rate.source).expect("a rate's source is in its base");
            let note = rate.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
            format!("{} [{}]{note}", cite::source(base, source, lang), rate.id)
        }
        _ => rate.source.clone(),
    }
}
