//! Reads one quantity at a place in a text: qualifier, currency, number, unit, range.
//!
//! Nothing is allocated until a quantity is found, except that exact numbers of more than a machine
//! word's digits live on the heap.

use super::error::{Fault, FaultKind};
use super::measure::{self, Meaning};
use super::nouns::Nouns;
use super::number::{self, Manner, Numeral};
use super::words::{Case, end_of, ends_word, gap, is_letter};
use super::{Currency, Exact, Qualifier, Unit, Written, coins, phrase, qualifier};

/// How a quantity is read.
#[derive(Clone, Copy)]
pub(super) struct Options<'a> {
    /// The nouns that may follow; none in prose, where a scanner looks for them.
    pub(super) nouns: Option<&'a Nouns>,
    /// Whether `1.5 to 2 billion` and `27 trillion and 200 billion` are one quantity.
    pub(super) joins: bool,
    /// Whether a range that is wrong is a fault, or no range.
    pub(super) strict: bool,
}

/// A quantity as read.
pub(super) struct Read {
    pub(super) written: Written,
    pub(super) to: Option<Written>,
    pub(super) unit: Unit,
    pub(super) qualifier: Qualifier,
    pub(super) end: usize,
}

/// The longest quantity that begins at byte `at`.
pub(super) fn read(text: &str, at: usize, options: Options<'_>) -> Result<Read, Fault> {
    let mut qualifier = Qualifier::None;
    let mut begin = at;
    for _ in 0..2 {
        let Some((more, next)) = qualifier::before(text, begin) else { break };
        let kind = FaultKind::TwoQualifiers;
        qualifier = qualifier.with(more).ok_or(Fault { span: (at, next), kind })?;
        begin = next;
    }
    let mut read = match (phrase::read(text, begin), figure(text, begin, options)) {
        (Some(phrase), Ok(figure)) if figure.end > phrase.end => figure,
        (Some(phrase), _) => phrase,
        (None, figure) => figure?,
    };
    if let Some((more, end)) = qualifier::behind(text, read.end) {
        let kind = FaultKind::TwoQualifiers;
        read.qualifier = read.qualifier.with(more).ok_or(Fault { span: (at, end), kind })?;
        read.end = end;
    }
    let kind = FaultKind::TwoQualifiers;
    read.qualifier = qualifier.with(read.qualifier).ok_or(Fault { span: (at, read.end), kind })?;
    Ok(read)
}

/// A number with its unit, or a range of two.
fn figure(text: &str, at: usize, options: Options<'_>) -> Result<Read, Fault> {
    if let Some(read) = neighbours(text, at, options) {
        return Ok(read);
    }
    let between = word(text, at, "between").filter(|_| options.joins);
    let first = part(text, between.map_or(at, |end| gap(text, end)), options)?;
    let range = if options.joins { range(text, at, &first, between.is_some(), options)? } else { None };
    match range {
        Some(read) => Ok(read),
        None if between.is_some() => Err(Fault::nothing(at)),
        None => Ok(first.alone()),
    }
}

/// 八九亿, 四五千, 三五百: of two digits before one scale both are meant, from the first to the second.
fn neighbours(text: &str, at: usize, options: Options<'_>) -> Option<Read> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |at: usize| {
        let found = text[at..].chars().next().filter(|found| !found.is_ascii())?;
        let found = if matches!(found, '两' | '兩') { '二' } else { found };
        DIGITS.find(found).map(|index| index as u128 / 3 + 1)
    };
    let low = digit(at)?;
    let high = digit(at + 3)?;
    let close = high == low + 1 || (low, high) == (3, 5);
    if !close || !text[at + 6..].starts_with(['十', '百', '千', '万', '亿', '萬', '億']) {
        return None;
    }
    let second = part(text, at + 3, options).ok()?;
    let tens = second.numeral.digits / high;
    // 二三十五: no number; 五六十年代: decades.
    if second.numeral.digits != high * 10u128.pow(tens.checked_ilog10()?)
        || text[second.end..].starts_with("年代")
    {
        return None;
    }
    let factor = second.unit.as_ref().map_or(Exact::ONE, |(_, factor)| factor.clone());
    let lower = Numeral { digits: tens * low, ..second.numeral };
    Some(Read {
        written: Written::new(lower, false, &factor),
        to: Some(second.written()),
        qualifier: second.qualifier,
        end: second.end,
        unit: second.unit.map_or(Unit::Number, |(unit, _)| unit),
    })
}

/// One number with what belongs to it.
struct Part {
    numeral: Numeral,
    negative: bool,
    /// The unit and how much of the base unit it is.
    unit: Option<(Unit, Exact)>,
    /// Whether the unit is a currency before the number and nothing behind it.
    leads: bool,
    qualifier: Qualifier,
    end: usize,
}

impl Part {
    fn written(&self) -> Written {
        let one = Exact::ONE;
        let factor = self.unit.as_ref().map_or(&one, |(_, factor)| factor);
        Written::new(self.numeral, self.negative, factor)
    }

    fn alone(self) -> Read {
        let written = self.written();
        let unit = self.unit.map_or(Unit::Number, |(unit, _)| unit);
        Read { written, to: None, unit, qualifier: self.qualifier, end: self.end }
    }
}

fn part(text: &str, at: usize, options: Options<'_>) -> Result<Part, Fault> {
    let (before, begin) = sign(text, at);
    let (currency, begin) = match leading_currency(text, begin) {
        Some((currency, end)) => (Some(currency), gap(text, end)),
        None => (None, begin),
    };
    let (after, begin) = if before { (false, begin) } else { sign(text, begin) };
    let mut numeral = match parts_of_a_unit(text, begin) {
        Some(parts) => parts,
        None => number::read(text, begin, Manner { joins: options.joins })?,
    };
    if !numeral.scaled {
        numeral = letter_scale(text, numeral, currency)?;
    }
    let mut part = Part {
        negative: before || after,
        unit: None,
        leads: false,
        qualifier: if numeral.more { Qualifier::MoreThan } else { Qualifier::None },
        end: numeral.end,
        numeral,
    };
    if let Some(end) = tenths(text, &mut part).or_else(|| discount(text, &mut part)) {
        part.end = end;
        return Ok(part);
    }
    // $20,000 $37,000: the second symbol leads to what follows it.
    let symbol = |rest: &str| rest.starts_with(['$', '¥', '￥', '€', '£']);
    if currency.is_none() || !symbol(&text[gap(text, part.end)..]) {
        behind(text, &mut part, options)?;
    }
    if let Some((Unit::Money(currency), factor)) = &part.unit
        && factor == &Exact::ONE
        && let Some(longer) = coins::joined(text, part.numeral, part.end, *currency)
    {
        part.numeral = longer;
        part.end = longer.end;
    } else if let Some(longer) = half_behind(text, &part) {
        part.numeral = longer;
        part.end = longer.end;
    }
    if let Some(currency) = currency {
        match &part.unit {
            None => {
                part.unit = Some((Unit::Money(currency), Exact::ONE));
                part.leads = true;
            }
            Some((Unit::Money(other), _)) if *other == currency => {}
            Some((Unit::Money(_), _)) => {
                return Err(Fault { span: (at, part.end), kind: FaultKind::TwoCurrencies });
            }
            Some(_) => return Err(Fault { span: (at, part.end), kind: FaultKind::TwoUnits }),
        }
    }
    if part.unit.is_none() || part.leads {
        glued(text, part.end)?;
    }
    Ok(part)
}

/// 两米半, 三块半: half of the unit more.
fn half_behind(text: &str, part: &Part) -> Option<Numeral> {
    let numeral = part.numeral;
    let rest = text[part.end..].strip_prefix('半')?;
    let measured = matches!(part.unit, Some((ref unit, _)) if !matches!(unit, Unit::Count(_) | Unit::Number | Unit::Percent));
    let free = !rest
        .starts_with(['径', '徑', '年', '月', '天', '个', '個', '圆', '岛', '球', '导', '空', '数', '价']);
    if !measured || !free || numeral.places > 0 || numeral.scaled {
        return None;
    }
    let end = text.len() - rest.len();
    Some(Numeral { places: 1, ..Numeral::whole(numeral.digits.checked_mul(10)? + 5, end) })
}

/// `1/4 mile`: parts of a unit, which must follow; elsewhere `1/4` may be a date or a reference.
fn parts_of_a_unit(text: &str, at: usize) -> Option<Numeral> {
    if text.as_bytes().get(at + 1) != Some(&b'/') {
        return None;
    }
    let parts = number::parts(text, at)?;
    let begin =
        if text.as_bytes().get(parts.end) == Some(&b'-') { parts.end + 1 } else { gap(text, parts.end) };
    let unit = matches!(measure::at(text, begin)?.0, Meaning::Measure(_)) && begin > parts.end;
    unit.then_some(parts)
}

/// A minus or plus, and where what follows begins.
fn sign(text: &str, at: usize) -> (bool, usize) {
    let Some(first) = text[at..].chars().next() else { return (false, at) };
    match first {
        '-' | '−' | '－' => (true, at + first.len_utf8()),
        '+' | '＋' => (false, at + first.len_utf8()),
        '负' | '負' => (true, at + first.len_utf8()),
        'm' | 'M' | 'n' | 'N' => match word(text, at, "minus").or_else(|| word(text, at, "negative")) {
            Some(end) => (true, gap(text, end)),
            None => (false, at),
        },
        _ => (false, at),
    }
}

/// A currency before its number. Only words that nobody takes for another may stand there: `won 5` is
/// a victory.
pub(super) fn leading_currency(text: &str, at: usize) -> Option<(Currency, usize)> {
    // A digit may follow at once: RMB22.58.
    let (currency, end) = measure::currency_at(text, at)?;
    let word = &text[at..end];
    let first = word.chars().next()?;
    let leads = first.is_ascii_uppercase()
        || word.contains('$')
        || !(first.is_ascii() || is_ideograph(first) && word.chars().nth(1).is_none())
        || ["rmb", "renminbi", "yuan"].iter().any(|known| known.eq_ignore_ascii_case(word));
    leads.then_some((currency, end))
}

fn is_ideograph(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// `m`, `b`, `t` at once behind money (elsewhere they could be metres or tonnes), and 兆, which is 10¹² before a currency and unclear elsewhere.
fn letter_scale(text: &str, numeral: Numeral, currency: Option<Currency>) -> Result<Numeral, Fault> {
    let spaced = gap(text, numeral.end);
    let begin = if text[spaced..].starts_with('兆') { spaced } else { numeral.end };
    let Some(letter) = text[begin..].chars().next() else { return Ok(numeral) };
    let end = begin + letter.len_utf8();
    let money = || currency.is_some() || measure::currency_at(text, gap(text, end)).is_some();
    let exponent = match letter {
        'm' | 'M' | 'b' | 'B' | 't' | 'T' if !ends_word(text, end) => return Ok(numeral),
        'm' | 'M' if money() => 6,
        'b' | 'B' if money() => 9,
        't' | 'T' if money() => 12,
        'm' | 'M' | 'b' | 'B' | 't' | 'T' => {
            return Err(Fault { span: (numeral.end, end), kind: FaultKind::LetterScale });
        }
        '兆' if measure::at(text, begin).is_some() => return Ok(numeral),
        '兆' if money() => 12,
        '兆' => return Err(Fault { span: (numeral.end, end), kind: FaultKind::Mega }),
        _ => return Ok(numeral),
    };
    Ok(Numeral { exponent, scaled: true, end, ..numeral })
}

/// `三成`, `三成五`, `三成半`: tenths, up to ten of them.
fn tenths(text: &str, part: &mut Part) -> Option<usize> {
    let numeral = part.numeral;
    let tenths = numeral.digits / 10u128.pow(numeral.places.min(2));
    if numeral.scaled || numeral.places > 2 || !(1..=10).contains(&tenths) {
        return None;
    }
    let rest = text[numeral.end..].strip_prefix('成')?;
    let end = text.len() - rest.len();
    let next = rest.chars().next();
    // 三成为, 一成不变, 成立, 成都: no tenths.
    if next.is_some_and(|next| "立为不长员功本果就绩交都熟分人型品".contains(next)) {
        return None;
    }
    if numeral.places > 0 {
        // 八点五成
        part.unit = Some((Unit::Percent, Exact::from(10u32)));
        return Some(end);
    }
    let half = next.filter(|&next| next == '半').map(|_| (5, end + '半'.len_utf8()));
    let more = half.or_else(|| {
        let digit = number::read(text, end, Manner { joins: false }).ok()?;
        (digit.digits < 10 && !digit.scaled && digit.places == 0).then_some((digit.digits, digit.end))
    });
    let (numeral, factor, end) = match more {
        Some((ones, end)) => (Numeral::whole(numeral.digits * 10 + ones, end), 1, end),
        None => (numeral, 10, end),
    };
    part.numeral = numeral;
    part.unit = Some((Unit::Percent, Exact::from(factor)));
    Some(end)
}

/// `八折`, `8.5折`, `75折`: the share of its price that a thing is sold for.
fn discount(text: &str, part: &mut Part) -> Option<usize> {
    let numeral = part.numeral;
    let rest = text[numeral.end..].strip_prefix('折')?;
    if numeral.scaled || rest.starts_with(['叠', '页', '纸', '腾', '磨', '断', '线', '返', '射', '旧'])
    {
        return None;
    }
    let whole = numeral.digits / 10u128.pow(numeral.places.min(2));
    let factor = match (whole, numeral.places) {
        (1..=9, 0..=2) => 10u32,
        (11..=99, 0) => 1,
        _ => return None,
    };
    part.unit = Some((Unit::Percent, Exact::from(factor)));
    Some(text.len() - rest.len())
}

/// The unit or noun behind a number, past `or more` if that stands between.
fn behind(text: &str, part: &mut Part, options: Options<'_>) -> Result<(), Fault> {
    if unit(text, part.end, part, options)? {
        return Ok(());
    }
    if let Some((qualifier, end)) = qualifier::behind(text, part.end)
        && unit(text, end, part, options)?
    {
        let kind = FaultKind::TwoQualifiers;
        let span = (part.numeral.end, part.end);
        part.qualifier = part.qualifier.with(qualifier).ok_or(Fault { span, kind })?;
    }
    Ok(())
}

/// The unit or noun behind byte `end`; false when there is none.
fn unit(text: &str, end: usize, part: &mut Part, options: Options<'_>) -> Result<bool, Fault> {
    let mut begin = gap(text, end);
    if begin == end && text.as_bytes().get(end) == Some(&b'-') {
        // 30-percent, 3-fold
        begin += 1;
    }
    let noun = |at| options.nouns.and_then(|nouns| nouns.at(text, at));
    let found = measure::at(text, begin);
    // Of two that fit, the longer one; a noun that was listed wins, any noun at all loses.
    let listed = noun(begin).filter(|&(_, end)| {
        found.is_none_or(|(_, other)| end >= other && !options.nouns.is_some_and(Nouns::is_any))
    });
    let (unit, factor, after) = match (found, listed) {
        (Some((meaning, after)), None) => match meaning {
            Meaning::Money(currency) => (Unit::Money(currency), Exact::ONE, after),
            Meaning::Measure(measure) => (measure.unit(), measure.factor(), after),
            Meaning::Counter(counter) => match noun(gap(text, after)) {
                Some((noun, after)) => (Unit::Count(noun.to_owned()), Exact::ONE, after),
                None => (Unit::Count(counter.to_owned()), Exact::ONE, after),
            },
            Meaning::BitsOrBasisPoints => {
                return Err(Fault { span: (begin, after), kind: FaultKind::BitsOrBasisPoints });
            }
        },
        (_, Some((noun, after))) => (Unit::Count(noun.to_owned()), Exact::ONE, after),
        _ => match coins::piece_of_money(text, begin) {
            Some(after) => (Unit::Money(Currency::CNY), Exact::ONE, after),
            None => return Ok(false),
        },
    };
    let (unit, after) = per(text, unit, after);
    part.unit = Some((unit, factor));
    part.end = after;
    Ok(true)
}

/// A rate of two currencies: `yuan per dollar`, `yuan a dollar`, `元/美元`.
fn per(text: &str, unit: Unit, end: usize) -> (Unit, usize) {
    let Unit::Money(of) = unit else { return (unit, end) };
    let begin = gap(text, end);
    if !text[begin..].starts_with(['/', 'p', 'P', 'a', 'A', 't', 'T', 'f', 'F']) {
        return (Unit::Money(of), end);
    }
    let words = ["per", "a", "to the", "to one", "for one", "for a"];
    let next = match text[begin..].strip_prefix('/') {
        Some(_) => Some(begin + 1),
        None => words.iter().find_map(|known| word(text, begin, known)).filter(|_| begin > end),
    };
    match next.and_then(|next| measure::at(text, gap(text, next))) {
        Some((Meaning::Money(to), end)) if to != of => {
            (Unit::Rate(Box::new(Unit::Money(of)), Box::new(Unit::Money(to))), end)
        }
        _ => (Unit::Money(of), end),
    }
}

/// A number must end where it ends: `5G`, `12:30`, `1/2` are none.
fn glued(text: &str, end: usize) -> Result<(), Fault> {
    let mut rest = text[end..].chars();
    let Some(next) = rest.next() else { return Ok(()) };
    let digit = rest.next().is_some_and(number::is_digit);
    if is_letter(next) || number::is_digit(next) {
        let word: usize =
            text[end..].chars().take_while(|&one| one.is_ascii_alphanumeric()).map(char::len_utf8).sum();
        return Err(Fault { span: (end, end + word.max(next.len_utf8())), kind: FaultKind::Unknown });
    }
    if digit && matches!(next, '/' | ':' | '：' | '.' | ',') {
        return Err(Fault::nothing(end));
    }
    Ok(())
}

/// The second half of a range whose first half is `first`.
fn range(
    text: &str,
    at: usize,
    first: &Part,
    between: bool,
    options: Options<'_>,
) -> Result<Option<Read>, Fault> {
    // 20%和30%之间: what joins two figures makes a range of them only with the word for it.
    let and = gap(text, first.end);
    let and = text[and..]
        .chars()
        .next()
        .filter(|next| matches!(next, '和' | '与' | '與'))
        .map(|next| and + next.len_utf8());
    let Some(begin) = and.or_else(|| connector(text, first.end, between)) else { return Ok(None) };
    let Ok(second) = part(text, begin, options) else { return Ok(None) };
    if and.is_some() && !["之间", "之間"].iter().any(|word| text[second.end..].starts_with(word)) {
        return Ok(None);
    }
    let refuse = |kind| if options.strict { Err(Fault { span: (at, second.end), kind }) } else { Ok(None) };
    let (unit, factor) = match (&first.unit, &second.unit) {
        (Some((one, _)), Some((two, _))) if one != two => return refuse(FaultKind::TwoUnits),
        (_, Some((unit, factor))) => (unit.clone(), factor.clone()),
        (None, None) => (Unit::Number, Exact::ONE),
        // ¥5bn-6bn; but `15 yuan to 20` leaves open what the 20 are.
        (Some((unit, factor)), None) if first.leads => (unit.clone(), factor.clone()),
        (Some(_), None) => return Ok(None),
    };
    let high = Written::new(second.numeral, second.negative, &factor);
    let mut low = first.written();
    if first.unit.is_none() || first.leads {
        // `1.5 to 2 billion`: the scale behind the second is that of both, unless it turns them round.
        let carried = low.in_scale_of(&high);
        if let Some(digits) = in_hundreds(text, first.numeral, second.numeral) {
            low = Written::new(digits, first.negative, &factor);
        } else if !first.numeral.scaled && carried.value() <= high.value() {
            low = carried;
        } else {
            low = Written::new(first.numeral, first.negative, &factor);
            // `in 2012 to 50.2 trillion` is no range from 2,012.
            if !options.strict && low.value() * Exact::from(10_000) < high.value() {
                return Ok(None);
            }
        }
    }
    if low.value() >= high.value() {
        return refuse(FaultKind::ReversedRange);
    }
    let Some(qualifier) = first.qualifier.with(second.qualifier) else {
        return refuse(FaultKind::TwoQualifiers);
    };
    Ok(Some(Read { written: low, to: Some(high), unit, qualifier, end: second.end }))
}

/// 两到三百: two hundred to three hundred, as 两到三万 is twenty to thirty thousand.
fn in_hundreds(text: &str, first: Numeral, second: Numeral) -> Option<Numeral> {
    let spoken = text[..first.end].ends_with(|last: char| !last.is_ascii()) && second.digits >= 100;
    let one = |numeral: Numeral| numeral.places == 0 && !numeral.scaled;
    if !spoken || !one(first) || !one(second) || !(1..10).contains(&first.digits) {
        return None;
    }
    let unit = 10u128.pow(second.digits.checked_ilog10()?);
    let leads = second.digits.is_multiple_of(unit)
        && second.digits / unit > first.digits
        && text[..second.end].ends_with(['百', '千', '佰', '仟']);
    leads.then_some(Numeral { digits: first.digits * unit, ..first })
}

/// What joins the ends of a range, from byte `at`: where the second begins.
fn connector(text: &str, at: usize, between: bool) -> Option<usize> {
    let mut begin = gap(text, at);
    if between {
        return word(text, begin, "and").map(|end| gap(text, end));
    }
    // 1万（含）-5万元
    for included in ["（含）", "(含)"] {
        begin = end_of(text, begin, included, Case::Exact).map_or(begin, |end| gap(text, end));
    }
    let next = text[begin..].chars().next()?;
    match next {
        // 1万元--5万元, 2——3万元
        // `8- to 16-inch`
        '-' if text[begin + 1..].starts_with(" to ") => Some(begin + 5),
        '-' | '—' if text[begin + next.len_utf8()..].starts_with(next) => {
            Some(gap(text, begin + 2 * next.len_utf8())).filter(|&second| !is_ascii_words(text, second))
        }
        '-' | '–' | '—' | '~' | '～' | '－' | '至' | '到' => Some(gap(text, begin + next.len_utf8())),
        't' | 'T' if begin > at => word(text, begin, "to").map(|end| gap(text, end)),
        _ => None,
    }
}

/// Whether English words stand at byte `at`: a dash before them is a pause.
fn is_ascii_words(text: &str, at: usize) -> bool {
    text[at..].starts_with(|first: char| first.is_ascii_alphabetic())
}

fn word(text: &str, at: usize, word: &str) -> Option<usize> {
    end_of(text, at, word, Case::Any).filter(|&end| ends_word(text, end))
}
