//! Says a period in plain English or Chinese.
//!
//! ```
//! use ipfacts::{lang::Lang, period::Period};
//!
//! let period = Period::parse("as of 2019-08-01").unwrap();
//! assert_eq!(period.phrase(Lang::En), "as of 1 August 2019");
//! assert_eq!(period.phrase(Lang::Zh), "截至2019年8月1日");
//! ```

use chrono::Datelike;

use super::{Kind, Length, Period, Stretch};
use crate::lang::Lang;

/// The months in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
const CHINESE_ORDINALS: [&str; 4] = ["一", "二", "三", "四"];

impl Period {
    /// The period as one would write it in a sentence: `end of 2013`, `2013年底`.
    #[must_use]
    pub fn phrase(&self, lang: Lang) -> String {
        match lang {
            Lang::En => match self.kind() {
                Kind::During(at) => english(at),
                Kind::Start(at) => format!("start of {}", with_article(at)),
                Kind::End(at) => format!("end of {}", with_article(at)),
                Kind::AsOf(at) => format!("as of {}", with_article(at)),
                Kind::By(at) => format!("by {}", with_article(at)),
                Kind::Since(at) => format!("since {}", with_article(at)),
                Kind::Before(at) => format!("before {}", with_article(at)),
                Kind::Range(from, to) if is_year(from) && is_year(to) => format!("{from}–{to}"),
                Kind::Range(from, to) => format!("{} to {}", english(from), english(to)),
            },
            Lang::Zh => match self.kind() {
                Kind::During(at) => chinese(at),
                Kind::Start(at) => format!("{}初", chinese(at)),
                Kind::End(at) => match at.length() {
                    Length::Half | Length::Quarter => format!("{}末", chinese(at)),
                    _ => format!("{}底", chinese(at)),
                },
                Kind::AsOf(at) => format!("截至{}", chinese(at)),
                Kind::By(at) => format!("到{}", chinese(at)),
                Kind::Since(at) => format!("{}以来", chinese(at)),
                Kind::Before(at) => format!("{}以前", chinese(at)),
                Kind::Range(from, to) if is_year(from) && is_year(to) => format!("{from}—{to}年"),
                Kind::Range(from, to) => format!("{}至{}", chinese(from), chinese(to)),
            },
        }
    }
}

fn is_year(at: Stretch) -> bool {
    at.length() == Length::Year
}

/// A name among its like; the numbers of a stretch start from 1 and stay within the list.
fn nth(names: &[&'static str], number: u32) -> &'static str {
    let at = usize::try_from(number).unwrap_or_default().saturating_sub(1);
    names.get(at).copied().unwrap_or_default()
}

/// `2018`, `first half of 2018`, `fourth quarter of 2016`, `September 2018`, `21 January 2018`.
pub(super) fn english(at: Stretch) -> String {
    let (year, month, day) = (at.first().year(), at.first().month(), at.first().day());
    match at.length() {
        Length::Year => format!("{year}"),
        Length::Half => format!("{} half of {year}", nth(&ORDINALS, at.number())),
        Length::Quarter => format!("{} quarter of {year}", nth(&ORDINALS, at.number())),
        Length::Month => format!("{} {year}", nth(&MONTHS, month)),
        Length::Day => format!("{day} {} {year}", nth(&MONTHS, month)),
    }
}

/// After a preposition, a half and a quarter take their article.
fn with_article(at: Stretch) -> String {
    match at.length() {
        Length::Half | Length::Quarter => format!("the {}", english(at)),
        _ => english(at),
    }
}

/// `2018年`, `2018年上半年`, `2016年第四季度`, `2018年9月`, `2018年1月21日`.
fn chinese(at: Stretch) -> String {
    let (year, month, day) = (at.first().year(), at.first().month(), at.first().day());
    match at.length() {
        Length::Year => format!("{year}年"),
        Length::Half => format!("{year}年{}半年", nth(&["上", "下"], at.number())),
        Length::Quarter => format!("{year}年第{}季度", nth(&CHINESE_ORDINALS, at.number())),
        Length::Month => format!("{year}年{month}月"),
        Length::Day => format!("{year}年{month}月{day}日"),
    }
}
