//! Whole quantities, as people write them.

use super::*;

/// `value unit qualifier`, or the message and hint.
fn read(text: &str) -> String {
    let nouns: Nouns = ["topics", "项", "villages", "村", "户"].into_iter().collect();
    match parse(text, &nouns) {
        Ok(quantity) => {
            let noun = match quantity.unit() {
                Unit::Count(noun) => format!(" {noun}"),
                _ => String::new(),
            };
            let qualifier = match quantity.qualifier() {
                Qualifier::None => String::new(),
                qualifier => format!(" {}", qualifier.code()),
            };
            let value = match quantity.range_end() {
                None => quantity.value().to_text(),
                Some(to) => format!("{}..{}", quantity.written().value(), to.value()),
            };
            format!("{value} {}{noun}{qualifier}", quantity.unit().code())
        }
        Err(error) => match error.hint() {
            Some(hint) => format!("{error}; {hint}"),
            None => error.to_string(),
        },
    }
}

#[test]
fn money() {
    for (text, expected) in [
        ("22.58 trillion yuan", "22580000000000 CNY"),
        ("RMB 22.58tn", "22580000000000 CNY"),
        ("RMB22.58 trillion", "22580000000000 CNY"),
        ("CNY 22.58tn", "22580000000000 CNY"),
        ("¥50bn", "50000000000 CNY"),
        ("JP¥50bn", "50000000000 JPY"),
        ("225,800亿元", "22580000000000 CNY"),
        ("22.58万亿元", "22580000000000 CNY"),
        ("22.58 万亿 元", "22580000000000 CNY"),
        ("US dollars 3.4 trillion", "3400000000000 USD"),
        ("US$3.4 trillion", "3400000000000 USD"),
        ("$3.4 trillion", "3400000000000 USD"),
        ("3.35 trillion U.S. dollars", "3350000000000 USD"),
        ("27 trillion and 200 billion yuan", "27200000000000 CNY"),
        ("27万2000亿元", "27200000000000 CNY"),
        ("34009亿美元", "3400900000000 USD"),
        ("人民币22.6万亿元", "22600000000000 CNY"),
        ("half a million yuan", "500000 CNY"),
        ("about 50 billion yuan", "50000000000 CNY about"),
        ("168.0亿元", "16800000000 CNY"),
        ("三点四万亿美元", "3400000000000 USD"),
        ("three point four trillion dollars", "3400000000000 USD"),
        ("twenty-two point five eight trillion yuan", "22580000000000 CNY"),
        ("二十二万五千八百亿元", "22580000000000 CNY"),
        ("$5m", "5000000 USD"),
        ("$3.4-trillion", "3400000000000 USD"),
        ("50-billion-yuan", "50000000000 CNY"),
        ("$3.4t", "3400000000000 USD"),
        ("5b yuan", "5000000000 CNY"),
        ("7.5兆美元", "7500000000000 USD"),
        ("HK$2 billion", "2000000000 HKD"),
        ("50多亿元", "5000000000 CNY more-than"),
        ("近50亿元", "5000000000 CNY nearly"),
        ("-$5 million", "-5000000 USD"),
        ("22.58万亿元人民币", "22580000000000 CNY"),
        ("5000 日元", "5000 JPY"),
        ("2 billion won", "2000000000 KRW"),
        ("3.97 trillion yuan", "3970000000000 CNY"),
        ("50亿元左右", "5000000000 CNY about"),
        ("6.6423 yuan per dollar", "6.6423 CNY/USD"),
        ("6.6423 yuan a dollar", "6.6423 CNY/USD"),
        ("6.6423元/美元", "6.6423 CNY/USD"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn percentages() {
    for (text, expected) in [
        ("30.3 percent", "30.3 percent"),
        ("30.3 per cent", "30.3 percent"),
        ("30.3%", "30.3 percent"),
        ("30.3％", "30.3 percent"),
        ("３０．３％", "30.3 percent"),
        ("5‰", "0.5 percent"),
        ("百分之三十点三", "30.3 percent"),
        ("千分之五", "0.5 percent"),
        ("more than 98 %", "98 percent more-than"),
        ("98%以上", "98 percent at-least"),
        ("超过98%", "98 percent more-than"),
        ("超98%", "98 percent more-than"),
        ("超过98 %", "98 percent more-than"),
        ("98 % or more", "98 percent at-least"),
        ("under 70 %", "70 percent less-than"),
        ("-0.07 %", "-0.07 percent"),
        ("minus 5 %", "-5 percent"),
        ("−5%", "-5 percent"),
        ("half a percent", "0.5 percent"),
        ("2.8个百分点", "2.8 percentage-point"),
        ("2.8 percentage points", "2.8 percentage-point"),
        ("25 basis points", "0.25 percentage-point"),
        ("a third", "100/3 percent"),
        ("two thirds", "200/3 percent"),
        ("two-thirds", "200/3 percent"),
        ("one in five", "20 percent"),
        ("9 out of 10", "90 percent"),
        ("almost a third", "100/3 percent nearly"),
        ("more than half", "50 percent more-than"),
        ("三分之一", "100/3 percent"),
        ("过半", "50 percent more-than"),
        ("一半", "50 percent"),
        ("逾三成", "30 percent more-than"),
        ("两成", "20 percent"),
        ("三成五", "35 percent"),
        ("三成多", "30 percent more-than"),
        ("九成以上", "90 percent at-least"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn counts_ranks_and_multiples() {
    for (text, expected) in [
        ("22.6万亿", "22600000000000 number"),
        ("12.29万个", "122900 count 个"),
        ("12.29万个村", "122900 count 村"),
        ("2.1亿户", "210000000 count 户"),
        ("15 topics", "15 count topics"),
        ("at least 15 topics", "15 count topics at-least"),
        ("15 or more topics", "15 count topics at-least"),
        ("fifteen topics", "15 count topics"),
        ("50,000 villages", "50000 count villages"),
        ("1\u{202f}234\u{202f}567", "1234567 number"),
        ("3000余个", "3000 count 个 more-than"),
        ("100+", "100 number at-least"),
        ("第二", "2 rank"),
        ("第2位", "2 rank"),
        ("2nd", "2 rank"),
        ("second", "2 rank"),
        ("No. 2", "2 rank"),
        ("#2", "2 rank"),
        ("twenty-first", "21 rank"),
        ("1.5倍", "1.5 times"),
        ("1.5 times", "1.5 times"),
        ("threefold", "3 times"),
        ("3-fold", "3 times"),
        ("doubled", "2 times"),
        ("more than doubled", "2 times more-than"),
        ("翻一番", "2 times"),
        ("翻两番", "4 times"),
        ("翻了一番", "2 times"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn measures() {
    for (text, expected) in [
        ("20 Mbps", "20000000 bit/s"),
        ("2500 Gbps", "2500000000000 bit/s"),
        ("4 megabits per second", "4000000 bit/s"),
        ("20 MBps", "160000000 bit/s"),
        ("100兆比特每秒", "100000000 bit/s"),
        ("7800 TB", "7800000000000000 byte"),
        ("960万平方公里", "9600000000000 square-metre"),
        ("15亩", "10000 square-metre"),
        ("5 km", "5000 metre"),
        ("5 m", "5 metre"),
        ("30 million tonnes", "30000000000 kilogram"),
        ("5千瓦", "5000 watt"),
        ("5兆瓦", "5000000 watt"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn ranges() {
    for (text, expected) in [
        ("1.5 to 2 billion yuan", "1500000000..2000000000 CNY"),
        ("15%-20%", "15..20 percent"),
        ("15-20%", "15..20 percent"),
        ("2至3亿元", "200000000..300000000 CNY"),
        ("5000万-1亿元", "50000000..100000000 CNY"),
        ("500 to 1 million yuan", "500..1000000 CNY"),
        ("$1.5-2 billion", "1500000000..2000000000 USD"),
        ("$1.5 billion to $2 billion", "1500000000..2000000000 USD"),
        ("between 1.5 and 2 billion", "1500000000..2000000000 number"),
        ("两到三成", "20..30 percent"),
        ("约1.5至2亿元", "150000000..200000000 CNY about"),
        ("15 to 20 topics", "15..20 count topics"),
        ("5 to 10", "5..10 number"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_quantity_says_why() {
    for (text, expected) in [
        ("22.58 trillion yaun", "`yaun` is no known unit; did you mean `yuan`?"),
        ("22.58 trilion yuan", "`trilion` is no known unit; did you mean `trillion`?"),
        ("30.3 persent", "`persent` is no known unit; did you mean `percent`?"),
        ("abuot 50 billion yuan", "`abuot` is no quantity; did you mean `about`?"),
        ("22,58", "the comma in `22,58` can be read in two ways; write `22.58` or `2258`"),
        (
            "1.234.567",
            "the separators in `1.234.567` do not go together; decimals follow one point, and commas group three digits: `1,234,567.8`",
        ),
        ("1 234 567", "`234` is no known unit; digits are grouped by commas: `1,234,567`"),
        ("100兆", "`兆` can mean a million or a million million; write `万亿` or `百万`, `Mbps` for a speed"),
        ("20M", "`M` behind a number can mean more than one thing; write `million` or `Mbps`"),
        ("2.1m topics", "`m` behind a number can mean more than one thing; write `million` or `metres`"),
        ("5b", "`b` behind a number can mean more than one thing; write `billion`"),
        ("25 bps", "`bps` can mean bits a second or basis points; write `bit/s` or `basis points`"),
        ("$5 yuan", "`$5 yuan` names two currencies; name one unit"),
        ("$5 %", "`$5 %` names two units; name one unit"),
        ("20%-15%", "the range `20%-15%` does not rise; the smaller number comes first"),
        ("5% to 10 yuan", "`5% to 10 yuan` names two units; name one unit"),
        (
            "more than 5 % or less",
            "the bounds in `more than 5 % or less` contradict each other; keep one of them",
        ),
        ("15 bananas", "`bananas` is no known unit; counted here: `topics`, `项`, `villages`, `村`, `户`"),
        ("", "no quantity is given; a quantity is written `22.58 trillion yuan`"),
        ("  ", "no quantity is given; a quantity is written `22.58 trillion yuan`"),
        ("yuan", "`yuan` is no quantity; a quantity begins with a number, as `22.58 trillion yuan`"),
        ("about", "`about` is no quantity; a quantity begins with a number, as `22.58 trillion yuan`"),
        ("5G", "`G` is no known unit; counted here: `topics`, `项`, `villages`, `村`, `户`"),
    ] {
        assert_eq!(read(text), expected, "{text:?}");
    }
    assert!(read(&"9".repeat(100)).ends_with("9` has more than 30 digits"));
}

#[test]
fn in_running_text_a_range_must_be_likely() {
    let text = "from 11 trillion yuan in 2012 to 50.2 trillion yuan, or 1.5 to 2 billion";
    let found = |at: usize| text[read_at(text, at).unwrap().range].to_owned();
    assert_eq!(found(25), "2012");
    assert_eq!(found(56), "1.5 to 2 billion");
    assert_eq!(&text[read_one_at(text, 56).unwrap().range], "1.5");
}

#[test]
fn every_row_of_the_table_of_meanings() {
    for (text, expected) in [
        ("22.58 trillion yuan", "[22575000000000, 22585000000000)"),
        ("22.580 trillion yuan", "[22579500000000, 22580500000000)"),
        ("-0.07 %", "(-0.075, -0.065]"),
        ("0 %", "(-0.5, 0.5)"),
        ("50 billion yuan", "[49500000000, 50500000000)"),
        ("about 50 billion yuan", "[45000000000, 55000000000)"),
        ("about 50.0 billion yuan", "[49950000000, 50050000000)"),
        ("about 3.4 trillion US dollars", "[3350000000000, 3450000000000)"),
        ("more than 98 %", "(98, …)"),
        ("50多亿元", "(5000000000, …)"),
        ("at least 15 topics", "[15, …)"),
        ("under 70 %", "(…, 70)"),
        ("70%以下", "(…, 70]"),
        ("up to 140 billion yuan", "(…, 140000000000]"),
        ("nearly 19 %", "[18, 19)"),
        ("近20%", "[10, 20)"),
        ("nearly 19.5 %", "[19.4, 19.5)"),
        ("nearly -20 %", "(-20, -10]"),
        ("15 topics", "[15, 15]"),
        ("999 villages", "[999, 999]"),
        ("1,234 villages", "[1234, 1234]"),
        ("14,000 villages", "[13500, 14500)"),
        ("50,000 villages", "[45000, 55000)"),
        ("61 million households", "[60500000, 61500000)"),
        ("12.29万个", "[122850, 122950)"),
        ("22.6万亿", "[22550000000000, 22650000000000)"),
        ("a quarter", "[20, 30)"),
        ("one in twenty", "[2.5, 7.5)"),
        ("almost a quarter", "[20, 25)"),
        ("more than half", "(50, …)"),
        ("三成", "[25, 35)"),
        ("三成五", "[34.5, 35.5)"),
        ("2nd", "[2, 2]"),
        ("1.5 to 2 billion yuan", "[1450000000, 2500000000)"),
        ("5‰", "[0.45, 0.55)"),
        ("25 basis points", "[0.245, 0.255)"),
        ("20 Mbps", "[19500000, 20500000)"),
        ("doubled", "[1.5, 2.5)"),
    ] {
        assert_eq!(parse_any(text).unwrap().interval().to_string(), expected, "{text}");
    }
}

#[test]
fn digits_that_were_measured() {
    for (text, expected) in [
        ("22.58 trillion yuan", Some(4)),
        ("22.580 trillion yuan", Some(5)),
        ("about 50 billion yuan", Some(1)),
        ("0.07 %", Some(1)),
        ("15 topics", None),
        ("50,000 villages", Some(1)),
        ("2nd", None),
        ("1.5 to 2 billion yuan", Some(1)),
        ("a third", Some(1)),
    ] {
        assert_eq!(parse_any(text).unwrap().measured_digits(), expected, "{text}");
    }
}
