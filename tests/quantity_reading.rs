//! Reading figures out of anything: never a panic, and what is read or printed reads back the same.

use ipfacts::lang::Lang;
use ipfacts::quantity::print::phrase;
use ipfacts::quantity::{Nouns, Unit, parse, parse_any, read_around, read_at, read_one_at};
use proptest::prelude::*;

/// Scraps that figures are made of, and some that they are not.
fn scrap() -> impl Strategy<Value = String> {
    let scraps = "22.58|trillion|yuan|RMB|¥|$|US$|billion|亿|万|元|万亿|兆|30.3|%|％|percent|percentage points|个百分点|more than|\
        nearly|about|超过|以上|近|余|多|约|左右|half|a|third|thirds|two|twenty|-|−|,|.|、|，|to|至|and|and a half|in|out of|five|\
        第|二|十|百|千|零|点|成|分之|百分之|三|半|一|翻|番|倍|times|fold|doubled|2nd|No.|#|15|50,000|villages|个|户|Mbps|M|bps|km|\
        or more|+|up to|between|point|hundred|thousand|million|k|bn|3|007|1,234|12,34|1.2.3|\u{a0}|\n|\t|G|é|😀|٣|½|minus|负|０|９"
        .split('|')
        .map(str::trim_start)
        .filter(|scrap| !scrap.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>();
    prop_oneof![8 => prop::sample::select(scraps), 4 => Just(" ".to_owned()), 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(scrap(), 0..14).prop_map(|scraps| scraps.concat())
}

/// A number in digits or words, and a unit that goes with both.
fn figure() -> impl Strategy<Value = String> {
    let qualifier = prop::sample::select(vec![
        "",
        "about ",
        "more than ",
        "at least ",
        "nearly ",
        "less than ",
        "at most ",
    ]);
    let number = (1u32..999_999, 0usize..4).prop_map(|(digits, places)| {
        let text = format!("{digits:0>width$}", width = places + 1);
        let (whole, decimals) = text.split_at(text.len() - places);
        if places == 0 { whole.to_owned() } else { format!("{whole}.{decimals}") }
    });
    let unit = prop::sample::select(vec![
        " yuan",
        " billion yuan",
        " trillion US dollars",
        "亿元",
        "万亿元",
        "万日元",
        " %",
        " percentage points",
        "倍",
    ]);
    (qualifier, number, unit).prop_map(|(qualifier, number, unit)| format!("{qualifier}{number}{unit}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_makes_it_panic(text in text()) {
        if let Err(error) = parse_any(&text) {
            prop_assert!(text.get(error.span()).is_some());
            prop_assert!(!error.to_string().is_empty());
        }
        for at in 0..=text.len() + 1 {
            for reading in [read_at(&text, at), read_one_at(&text, at), read_around(&text, at)].into_iter().flatten() {
                prop_assert!(reading.range.start <= at && at < reading.range.end);
                prop_assert_eq!(&text[reading.range], reading.quantity.text());
            }
        }
    }

    #[test]
    fn what_was_read_reads_the_same_again(text in text()) {
        if let Ok(quantity) = parse_any(&text) {
            prop_assert_eq!(&parse_any(&quantity.to_string()).unwrap(), &quantity);
            prop_assert!(quantity.range_end().is_some() || quantity.written().value() == *quantity.value());
        }
        for at in 0..text.len() {
            if let Some(reading) = read_at(&text, at) {
                // A text of its own may end where running text went on.
                let alone = parse(reading.quantity.text(), &Nouns::none()).unwrap();
                prop_assert_eq!(alone, reading.quantity);
            }
        }
    }

    #[test]
    fn a_phrase_says_the_same_in_both_languages(text in figure()) {
        let quantity = parse_any(&text).unwrap();
        for lang in [Lang::En, Lang::Zh] {
            let said = phrase(&quantity, lang);
            let read = parse_any(&said);
            prop_assert!(read.is_ok(), "{} as {}", text, said);
            let read = read.unwrap();
            prop_assert_eq!(read.unit(), quantity.unit(), "{} as {}", &text, &said);
            prop_assert_eq!(read.value(), quantity.value(), "{} as {}", &text, &said);
            prop_assert_eq!(read.qualifier(), quantity.qualifier(), "{} as {}", &text, &said);
            if quantity.unit() != &Unit::Times {
                prop_assert!(quantity.interval().contains_interval(read.interval())
                    || read.interval().contains_interval(quantity.interval()), "{} as {}", text, said);
            }
        }
    }
}
