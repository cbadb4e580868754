//! The embedded reference rates against the published file, and against the official averages of China's
//! National Bureau of Statistics.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use ipfacts::quantity::{Bound, Currency, Exact, Interval, Rounding};
use ipfacts::rates::{Kind, NoRate, Pair, Rate, ecb};

/// The file as published, read here anew.
const CSV: &str = include_str!("../src/rates/ecb/eurofxref-hist.csv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pair(text: &str) -> Pair {
    text.parse().unwrap()
}

fn decimal(text: &str) -> Exact {
    Exact::parse_decimal(text).unwrap()
}

fn year(pair: Pair, year: i32) -> Result<Rate, NoRate> {
    ecb::average(pair, day(&format!("{year}-01-01")), day(&format!("{year}-12-31")))
}

/// Fault and hint in one line.
fn fault(result: Result<Rate, NoRate>) -> String {
    let none = result.unwrap_err();
    match none.hint() {
        Some(hint) => format!("{none}; {hint}"),
        None => none.to_string(),
    }
}

#[test]
fn every_cell_of_the_published_file_is_found_and_no_other() {
    let mut lines = CSV.lines();
    let codes: Vec<&str> = lines.next().unwrap().split(',').skip(1).filter(|code| !code.is_empty()).collect();
    let mut published: BTreeMap<&str, BTreeMap<NaiveDate, Exact>> = BTreeMap::new();
    let mut cells = 0;
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        for (code, text) in codes.iter().zip(&fields[1..]) {
            if *text != "N/A" {
                published.entry(code).or_default().insert(day(fields[0]), decimal(text));
                cells += 1;
            }
        }
    }
    assert_eq!((codes.len(), cells), (41, 221_702));

    let known: Vec<&str> = ecb::table().currencies().map(Currency::code).collect();
    assert_eq!(known, published.keys().copied().collect::<Vec<_>>());
    for (code, rates) in published {
        let currency = Currency::parse(code).unwrap();
        let pair = Pair::new(Currency::EUR, currency);
        let (first, last) = ecb::span(currency).unwrap();
        let found: BTreeMap<NaiveDate, Exact> = ecb::days(pair, first, last).unwrap().collect();
        assert!(found == rates, "{code} differs");
    }
}

#[test]
fn the_packed_table_is_small() {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/ecb.bin")).len();
    assert!(packed * 3 < CSV.len(), "{packed} bytes");
}

#[test]
fn yearly_averages_are_near_the_official_ones() {
    // Relative difference of the daily mean from the official average, in hundredths of a percent.
    let difference = |of: i32, official: &str| {
        let mean = year(pair("USD/CNY"), of).unwrap().value;
        let relative = (&mean - &decimal(official)).checked_div(&decimal(official)).unwrap();
        (relative * Exact::from(10_000)).round_to_places(0, Rounding::HalfAwayFromZero).to_text()
    };
    // Within 0.15 %.
    assert_eq!(difference(2012, "6.3125"), "-5");
    assert_eq!(difference(2016, "6.6423"), "3");
    assert_eq!(difference(2017, "6.7518"), "10");
    assert_eq!(difference(2018, "6.6174"), "2");
    // The official average is the mean of the central parity, and that stood away from the market.
    assert_eq!(difference(2013, "6.1932"), "-73");
    assert_eq!(difference(2014, "6.1428"), "30");
    assert_eq!(difference(2015, "6.2284"), "92");
    assert_eq!(difference(2019, "6.8985"), "19");
}

#[test]
fn the_digital_economy_of_2016_in_dollars() {
    let dollars = |rate: &Rate| {
        let amount = decimal("22.58").checked_div(&rate.value).unwrap();
        amount.round_to_digits(4, Rounding::HalfAwayFromZero).to_text()
    };
    let last_day = ecb::on(pair("USD/CNY"), day("2016-12-31")).unwrap();
    assert_eq!(dollars(&last_day), "3.251");
    let average = year(pair("USD/CNY"), 2016).unwrap();
    assert_eq!(dollars(&average), "3.398");
    assert_eq!(average.kind, Kind::Average { from: day("2016-01-01"), to: day("2016-12-31"), days: 257 });
    assert_eq!(average.source, "European Central Bank, euro foreign exchange reference rates");
}

#[test]
fn an_average_is_the_exact_mean_of_its_days() {
    let (from, to) = (day("2016-12-24"), day("2016-12-31"));
    let average = ecb::average(pair("USD/CNY"), from, to).unwrap();
    let daily: Vec<Exact> = ecb::days(pair("USD/CNY"), from, to).unwrap().map(|(_, rate)| rate).collect();
    let sum = daily.iter().fold(Exact::ZERO, |sum, rate| sum + rate.clone());
    assert_eq!(daily.len(), 4);
    assert_eq!(average.value, sum.checked_div(&Exact::from(4)).unwrap());
    assert!(average.interval.contains(&average.value));
    assert_eq!(average.digits, 5);
}

#[test]
fn legs_are_of_one_day_and_carry_their_rounding() {
    let rate = ecb::on(pair("USD/CNY"), day("2016-12-30")).unwrap();
    let legs: Vec<String> = rate
        .legs
        .iter()
        .map(|leg| format!("{} {} {}", leg.currency.code(), leg.day, leg.value.to_fixed_text(leg.places)))
        .collect();
    assert_eq!(legs, ["USD 2016-12-30 1.0541", "CNY 2016-12-30 7.3202"]);
    let end = |above: &str, below: &str| Bound::Open(decimal(above).checked_div(&decimal(below)).unwrap());
    let interval = Interval::new(end("7.32015", "1.05415"), end("7.32025", "1.05405")).unwrap();
    assert_eq!(rate.interval, interval);
    assert_eq!(rate.value, decimal("7.3202").checked_div(&decimal("1.0541")).unwrap());
}

#[test]
fn the_euro_needs_one_leg_only() {
    let rate = ecb::on(pair("EUR/USD"), day("2026-10-29")).unwrap();
    // Published as 1.113; its neighbours show that it was rounded to four places.
    assert_eq!(rate.figure(), "1.1130");
    assert_eq!(rate.interval.to_string(), "[1.11295, 1.11305)");
    assert_eq!(rate.legs.len(), 1);
    let inverse = ecb::on(pair("USD/EUR"), day("2026-10-29")).unwrap();
    assert_eq!(inverse.value, rate.inverse().value);
    assert_eq!(inverse.interval, rate.inverse().interval);
}

#[test]
fn a_day_without_a_rate_is_answered_with_the_last_before() {
    let published = |asked: &str| match ecb::on(pair("USD/CNY"), day(asked)).unwrap().kind {
        Kind::Day { published, .. } => published.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(published("2018-01-21"), "2018-01-19"); // a Sunday
    assert_eq!(published("2017-12-26"), "2017-12-22"); // Christmas
    assert_eq!(published("2018-01-16"), "2018-01-16");
    assert_eq!(published("2026-11-01"), "2026-10-30"); // the Sunday after the last rate
}

#[test]
fn where_there_is_no_rate_the_answer_says_why() {
    let on = |text, asked| fault(ecb::on(pair(text), day(asked)));
    assert_eq!(
        on("USD/CNY", "2005-03-31"),
        "no rate of `CNY` on 2005-03-31: `USD/CNY` has rates from 2005-04-01 to 2026-10-30; \
         the first day with a rate is `2005-04-01`"
    );
    assert_eq!(
        on("HRK/USD", "2023-06-01"),
        "no rate of `HRK` on 2023-06-01: `HRK/USD` has rates from 2005-04-01 to 2022-12-30; \
         the last day with a rate is `2022-12-30`"
    );
    assert_eq!(
        on("USD/CNY", "2026-11-02"),
        "no rate of `CNY` on 2026-11-02: `USD/CNY` has rates from 2005-04-01 to 2026-10-30; \
         the last day with a rate is `2026-10-30`"
    );
    assert_eq!(
        on("EUR/ISK", "2012-06-01"),
        "no rate of `EUR/ISK` on 2012-06-01: none was published between 2008-12-09 and 2018-02-01; \
         the nearest days with a rate are `2008-12-09` and `2018-02-01`"
    );
    assert_eq!(
        on("USD/TWD", "2016-12-30"),
        "there are no rates of `TWD`; give a table with a column `TWD` by `--rates FILE`, \
         or a `[[rate]]` in the base"
    );
    assert_eq!(on("ROL/RON", "2005-07-01"), "no day has rates of both `ROL` and `RON`");
    let same = Pair::new(Currency::USD, Currency::USD);
    assert_eq!(fault(ecb::on(same, day("2016-12-30"))), "`USD` has no rate to itself");
}

#[test]
fn a_part_is_never_called_the_whole() {
    let gap = "no rate of `EUR/ISK` on 2008-12-10: none was published between 2008-12-09 and 2018-02-01; \
               the nearest days with a rate are `2008-12-09` and `2018-02-01`";
    assert_eq!(
        fault(year(pair("USD/CNY"), 2026)),
        "no average of `USD/CNY` for `2026`: it has rates from 2026-01-02 to 2026-10-30 only; \
         ask for `2026-01-02..2026-10-30` to have that part's average"
    );
    assert_eq!(
        fault(year(pair("EUR/CNY"), 2005)),
        "no average of `EUR/CNY` for `2005`: it has rates from 2005-04-01 to 2005-12-30 only; \
         ask for `2005-04-01..2005-12-30` to have that part's average"
    );
    assert_eq!(fault(year(pair("EUR/ISK"), 2008)), gap);
    assert_eq!(fault(year(pair("EUR/ISK"), 2012)), gap);
    assert_eq!(
        fault(year(pair("USD/CNY"), 2004)),
        "no rate of `CNY` on 2004-01-01: `USD/CNY` has rates from 2005-04-01 to 2026-10-30; \
         the first day with a rate is `2005-04-01`"
    );
    let weekend = ecb::average(pair("USD/CNY"), day("2016-12-31"), day("2017-01-01"));
    assert_eq!(fault(weekend), "no rate was published from 2016-12-31 to 2017-01-01");
    let reversed = ecb::average(pair("USD/CNY"), day("2016-12-31"), day("2016-01-01"));
    assert_eq!(fault(reversed), "no rate was published from 2016-12-31 to 2016-01-01");
}

#[test]
fn the_part_that_has_rates_may_be_asked_for() {
    let (from, to) = (day("2026-01-02"), day("2026-10-30"));
    let part = ecb::average(pair("USD/CNY"), from, to).unwrap();
    assert_eq!(part.kind, Kind::Average { from, to, days: 213 });
}

#[test]
fn the_first_and_last_whole_year_of_every_series_have_an_average() {
    for currency in ecb::table().currencies().filter(|currency| currency.code() != "ISK") {
        let (first, last) = ecb::span(currency).unwrap();
        // The first rates of a year are of its first working day, 4 January at the latest; the last ones of
        // its last, 29 December at the earliest.
        let first_whole = first.year() + i32::from(first.ordinal() > 4);
        let last_whole = last.year() - i32::from((last.month(), last.day()) < (12, 29));
        for of in [first_whole, last_whole] {
            let rate = year(Pair::new(Currency::EUR, currency), of);
            assert!(rate.is_ok(), "{}: {}", currency.code(), fault(rate));
        }
    }
}

#[test]
fn extremes_and_the_days_within_bounds() {
    let (from, to) = (day("2016-01-01"), day("2018-01-21"));
    let extremes = ecb::range(pair("USD/CNY"), from, to).unwrap();
    let mut daily: Vec<Exact> = ecb::days(pair("USD/CNY"), from, to).unwrap().map(|(_, rate)| rate).collect();
    daily.sort();
    assert_eq!((daily.first(), daily.last()), (Some(&extremes.low.value), Some(&extremes.high.value)));
    assert_eq!((extremes.low.figure(), extremes.high.figure()), ("6.4040".into(), "6.9605".into()));

    // About 3.4 trillion dollars for 22.58 trillion yuan: when did the market stand there?
    let stated = Interval::new(Bound::Closed(decimal("3.35")), Bound::Open(decimal("3.45"))).unwrap();
    let bounds = Interval::point(decimal("22.58")).div(&stated).unwrap();
    let within = ecb::days_within(pair("USD/CNY"), from, to, &bounds).unwrap().unwrap();
    assert_eq!((within.count, within.first, within.last), (242, day("2016-01-06"), day("2017-12-27")));
    let never = Interval::point(decimal("5"));
    assert_eq!(ecb::days_within(pair("USD/CNY"), from, to, &never), Ok(None));
}

/// Looked for in outlines, a day is found exactly where one by one finds some.
#[test]
fn a_day_within_bounds_is_there_or_not() {
    let (from, to) = (day("2016-02-07"), day("2017-01-21"));
    let mut answers = [0, 0];
    for (name, low, step) in [
        ("USD/CNY", 64_000, 90),
        ("EUR/USD", 10_300, 20),
        ("CNY/EUR", 1_280, 2),
        ("JPY/GBP", 50, 1),
        ("CNY/IDR", 19_000_000, 31_003),
    ] {
        for at in 0..60 {
            let low = Exact::decimal(low + at * step, -4);
            for width in [0, -5, -4] {
                let high = if width == 0 { low.clone() } else { &low + &Exact::pow10(width) };
                let bounds = Interval::new(Bound::Closed(low.clone()), Bound::Closed(high)).unwrap();
                let some = ecb::days_within(pair(name), from, to, &bounds).unwrap().is_some();
                assert_eq!(ecb::has_day_within(pair(name), from, to, &bounds), Ok(some), "{name} {bounds}");
                answers[usize::from(some)] += 1;
            }
        }
    }
    assert!(answers.iter().all(|count| *count > 100), "{answers:?}");
    let nothing = Interval::above(Exact::new(1_000_000));
    assert_eq!(ecb::has_day_within(pair("USD/CNY"), from, to, &nothing), Ok(false));
    assert_eq!(ecb::has_day_within(pair("USD/CNY"), from, to, &Interval::all()), Ok(true));
}
