use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::lang::Lang;

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn fault(text: &str) -> String {
    let fault = Period::parse(text).unwrap_err();
    match fault.hint() {
        Some(hint) => format!("{fault}; {hint}"),
        None => fault.to_string(),
    }
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map_or("-".into(), |day| day.to_string())
}

#[test]
fn every_form_knows_its_days() {
    let cases = [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2016-Q4", "2016-10-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-01-21", "2018-01-21", "2018-01-21"),
        ("start 2013", "2013-01-01", "2013-01-01"),
        ("end 2013", "2013-12-31", "2013-12-31"),
        ("end 2016-11", "2016-11-30", "2016-11-30"),
        ("as of 2019-08-01", "2019-08-01", "2019-08-01"),
        ("as of 2019-08", "2019-08-01", "2019-08-31"),
        ("by 2020", "-", "2020-12-31"),
        ("by 2015-12", "-", "2015-12-31"),
        ("since 2013-03-15", "2013-03-15", "-"),
        ("before 2016", "-", "2015-12-31"),
        ("2012..2021", "2012-01-01", "2021-12-31"),
        ("2013-03-15..2018-01-21", "2013-03-15", "2018-01-21"),
    ];
    for (text, first, last) in cases {
        let period = period(text);
        assert_eq!(period.to_string(), text);
        assert_eq!((shown(period.first()), shown(period.last())), (first.into(), last.into()), "{text}");
    }
}

#[test]
fn other_ways_to_write_it_become_the_one_form() {
    assert_eq!(period(" End of 2013 ").to_string(), "end 2013");
    assert_eq!(period("start of 2018-h1").to_string(), "start 2018-H1");
    assert_eq!(period("AS  OF 2019-08-01").to_string(), "as of 2019-08-01");
    assert_eq!(period("2012 .. 2021").to_string(), "2012..2021");
}

#[test]
fn faults_say_what_is_wrong_and_what_would_be_right() {
    let cases = [
        ("", "a period is missing; write a year, a month or a day, such as `2016` or `by 2020`"),
        ("2018-02-30", "`2018-02-30` is no day: February 2018 has 28 days; the last day is `2018-02-28`"),
        ("by 2018-02-30", "`2018-02-30` is no day: February 2018 has 28 days; the last day is `2018-02-28`"),
        ("2018-13", "`2018-13` is no month: a year has 12; months are `01` to `12`"),
        ("2018-Q5", "`2018-Q5` is no quarter: a year has 4; quarters are `Q1` to `Q4`"),
        ("2018-H0", "`2018-H0` is no half: a year has 2; halves are `H1` and `H2`"),
        (
            "0999",
            "the year `0999` is not between 1000 and 9999; write the year with four digits, such as `2016`",
        ),
        (
            "20166",
            "the year `20166` is not between 1000 and 9999; write the year with four digits, such as `2016`",
        ),
        ("2018-9", "`2018-9` is no period; write `2018-09`"),
        ("2018/9/21", "`2018/9/21` is no period; write `2018-09-21`"),
        ("2018年9月", "`2018年9月` is no period; write `2018-09`"),
        ("by 2020年", "`2020年` is no period; write `2020`"),
        ("Q3 2018", "`Q3 2018` is no period; write `2018-Q3`"),
        ("2018Q3", "`2018Q3` is no period; write `2018-Q3`"),
        ("befor 2016", "`befor` is no word for a period; write `before 2016`"),
        ("until 2020", "`until` is no word for a period; write `by 2020`"),
        ("in 2020", "`in` is no word for a period; write `2020`"),
        ("beginning of 2013", "`beginning` is no word for a period; write `start 2013`"),
        (
            "around 2013",
            "`around` is no word for a period; the words are `start`, `end`, `as of`, `by`, `since` and `before`",
        ),
        ("by", "`by` needs a year, a month or a day after it; write `by 2020`"),
        ("2021..2012", "the range `2021..2012` ends before it starts; write `2012..2021`"),
        ("2012..", "the range `2012..` lacks an end; write `since 2012`"),
        ("..2012", "the range `..2012` lacks an end; write `by 2012`"),
        ("end 2018-01-21", "`end 2018-01-21` names a part of a single day; write `as of 2018-01-21`"),
        (
            "yesterday",
            "`yesterday` is no word for a period; the words are `start`, `end`, `as of`, `by`, `since` and `before`",
        ),
        (
            "by 2012..2021",
            "`2012..2021` is no period; write a year, a month or a day, such as `2016`, `2018-09` or `2018-01-21`",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(fault(text), expected);
    }
}

#[test]
fn a_period_can_be_said_in_both_languages() {
    let cases = [
        ("2016", "2016", "2016年"),
        ("2018-09", "September 2018", "2018年9月"),
        ("2018-H1", "first half of 2018", "2018年上半年"),
        ("2016-Q4", "fourth quarter of 2016", "2016年第四季度"),
        ("2018-01-21", "21 January 2018", "2018年1月21日"),
        ("start 2013", "start of 2013", "2013年初"),
        ("end 2013", "end of 2013", "2013年底"),
        ("end 2016-11", "end of November 2016", "2016年11月底"),
        ("end 2016-H1", "end of the first half of 2016", "2016年上半年末"),
        ("as of 2019-08-01", "as of 1 August 2019", "截至2019年8月1日"),
        ("by 2020", "by 2020", "到2020年"),
        ("since 2013-03-15", "since 15 March 2013", "2013年3月15日以来"),
        ("before 2016", "before 2016", "2016年以前"),
        ("2012..2021", "2012–2021", "2012—2021年"),
        ("2013-03-15..2018-01-21", "15 March 2013 to 21 January 2018", "2013年3月15日至2018年1月21日"),
    ];
    for (text, english, chinese) in cases {
        assert_eq!(period(text).phrase(Lang::En), english);
        assert_eq!(period(text).phrase(Lang::Zh), chinese);
    }
}

#[test]
fn only_by_sets_a_deadline() {
    assert_eq!(shown(period("by 2020").deadline()), "2020-12-31");
    assert_eq!(shown(period("2020").deadline()), "-");
    assert_eq!(shown(period("before 2020").deadline()), "-");
}

#[test]
fn a_state_is_of_a_day_or_of_any_day_of_its_period() {
    let state = |text| period(text).state_day_range().map(|(from, to)| format!("{from} {to}"));
    assert_eq!(state("start 2013").unwrap(), "2013-01-01 2013-01-01");
    assert_eq!(state("end 2013").unwrap(), "2013-12-31 2013-12-31");
    assert_eq!(state("2018-09").unwrap(), "2018-09-01 2018-09-30");
    assert_eq!(state("2012..2021").unwrap(), "2021-12-31 2021-12-31");
    assert_eq!(state("by 2020"), None);
    assert_eq!(state("since 2013"), None);
}

#[test]
fn early_is_counted_in_whole_months() {
    let early = |outcome, deadline| months_early(&period(outcome), &period(deadline));
    assert_eq!(early("as of 2019-08-01", "by 2020"), Some((17, 17)));
    assert_eq!(early("as of 2019-08-02", "by 2020"), Some((16, 16)));
    assert_eq!(early("2020", "by 2020"), Some((0, 12)));
    assert_eq!(early("end 2020", "by 2020"), Some((0, 0)));
    assert_eq!(early("2020-12-15", "by 2020-12-20"), Some((0, 0)));
    assert_eq!(early("2020", "by 2020-06"), None);
    assert_eq!(early("as of 2019-08-01", "2020"), None);
}

#[test]
fn open_periods_reach_as_far_as_they_should() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(period("by 2020").contains(day("1999-01-01")));
    assert!(!period("by 2020").contains(day("2021-01-01")));
    assert!(period("since 2013").contains(day("2026-11-24")));
    assert!(!period("before 2016").contains(day("2016-01-01")));
    assert!(period("before 2016").overlaps(&period("by 2020")));
    assert!(!period("before 2016").overlaps(&period("since 2016")));
    assert!(period("2012..2021").overlaps(&period("2021-12-31")));
}

#[test]
fn one_period_may_be_a_looser_way_to_say_another() {
    let compatible = [
        ("2019", "as of 2019-08-01"),
        ("2016", "2016-Q4"),
        ("2020", "by 2020"),
        ("end 2020", "by 2020"),
        ("by 2020", "by 2020-12-31"),
        ("by 2015", "before 2016"),
        ("since 2013", "since 2013-03-15"),
        ("since 2013", "2013-03-15..2018-01-21"),
        ("2012..2021", "2012-01..2021-12"),
        ("2016-Q1..2016-Q4", "2016"),
        ("end 2013", "as of 2013-12"),
    ];
    let incompatible = [
        ("2016", "2015"),
        ("2016", "2012..2021"),
        ("by 2020", "as of 2019-08-01"),
        ("by 2020", "by 2015"),
        ("by 2020", "start 2020"),
        ("since 2013", "2013"),
        ("start 2013", "end 2013"),
    ];
    for (one, two) in compatible {
        assert!(period(one).compatible(&period(two)) && period(two).compatible(&period(one)), "{one} {two}");
    }
    for (one, two) in incompatible {
        assert!(
            !period(one).compatible(&period(two)) && !period(two).compatible(&period(one)),
            "{one} {two}"
        );
    }
}

#[test]
fn the_year_is_known_when_there_is_only_one() {
    assert_eq!(period("2016-Q4").year(), Some(2016));
    assert_eq!(period("end 2013").year(), Some(2013));
    assert_eq!(period("2012..2021").year(), None);
    assert_eq!(period("by 2020").year(), None);
}

#[test]
fn periods_sort_by_their_last_day() {
    let mut periods: Vec<Period> =
        ["since 2013", "2016", "end 2016", "by 2020", "2016-Q4", "2012..2021", "before 2016", "start 2016"]
            .map(period)
            .to_vec();
    periods.sort();
    let sorted: Vec<String> = periods.iter().map(Period::to_string).collect();
    assert_eq!(
        sorted,
        ["before 2016", "start 2016", "2016", "2016-Q4", "end 2016", "by 2020", "2012..2021", "since 2013"]
    );
}

fn any_stretch() -> impl Strategy<Value = Stretch> {
    let lengths = [Length::Year, Length::Half, Length::Quarter, Length::Month, Length::Day];
    (1000..=9999i32, 1..=366u32, proptest::sample::select(lengths.to_vec())).prop_map(
        |(year, day, length)| {
            let day = NaiveDate::from_yo_opt(year, day).or(NaiveDate::from_yo_opt(year, 1)).unwrap();
            Stretch::containing(day, length)
        },
    )
}

fn any_period() -> impl Strategy<Value = Period> {
    (0..8usize, any_stretch(), any_stretch()).prop_filter_map("no such period", |(kind, one, two)| {
        let kind = match kind {
            0 => Kind::During(one),
            1 => Kind::Start(one),
            2 => Kind::End(one),
            3 => Kind::AsOf(one),
            4 => Kind::By(one),
            5 => Kind::Since(one),
            6 => Kind::Before(one),
            _ => Kind::Range(one.min(two), one.max(two)),
        };
        Period::new(kind).ok()
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_the_same(period in any_period()) {
        prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
    }

    #[test]
    fn its_ends_lie_in_it_and_their_neighbours_do_not(period in any_period()) {
        if let Some(first) = period.first() {
            prop_assert!(period.contains(first));
            prop_assert!(!period.contains(first.pred_opt().unwrap()));
        }
        if let Some(last) = period.last() {
            prop_assert!(period.contains(last));
            prop_assert!(!period.contains(last.succ_opt().unwrap()));
        }
    }

    #[test]
    fn relations_hold_both_ways(one in any_period(), two in any_period()) {
        prop_assert_eq!(one.overlaps(&two), two.overlaps(&one));
        prop_assert_eq!(one.compatible(&two), two.compatible(&one));
        prop_assert!(one.compatible(&one));
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "\\PC{0,24}") {
        if let Ok(period) = Period::parse(&text) {
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        }
    }

    #[test]
    fn nearly_right_texts_get_an_answer(text in "(by |end |as of |since of )?[0-9]{1,5}(-[HQ0-9]{1,3}){0,3}(\\.\\.)?[0-9]{0,4}") {
        match Period::parse(&text) {
            Ok(period) => prop_assert_eq!(Period::parse(&period.to_string()), Ok(period)),
            Err(fault) => prop_assert!(fault.hint().is_some()),
        }
    }
}
