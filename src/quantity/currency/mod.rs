//! The currencies that figures are given in: one row each, found by code, symbol, name or common word.
//!
//! A word that several countries share stands for the currency it usually means in English and Chinese
//! news: `dollars` and `$` are US dollars, `¥`, `yuan` and `元` are the yuan of China (the yen is `JP¥`
//! or `yen`), `pounds` are sterling. A word without a usual meaning (`crowns`, `pesos`) is not known.
//!
//! ```
//! use ipfacts::quantity::Currency;
//!
//! assert_eq!(Currency::parse("RMB"), Some(Currency::CNY));
//! assert_eq!(Currency::parse("港元").unwrap().code(), "HKD");
//! assert_eq!(Currency::USD.name_en(true), "US dollars");
//! assert_eq!(Currency::nearest("yaun"), Some("yuan"));
//! ```

mod table;

use std::fmt;

use table::{Row, TABLE};

use super::words::{Case, Words};
use crate::nearest::nearest;

/// A currency. Ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(u8);

impl Currency {
    /// The yuan of China.
    pub const CNY: Self = Self::coded("CNY");
    /// The euro.
    pub const EUR: Self = Self::coded("EUR");
    /// The pound sterling.
    pub const GBP: Self = Self::coded("GBP");
    /// The Hong Kong dollar.
    pub const HKD: Self = Self::coded("HKD");
    /// The yen of Japan.
    pub const JPY: Self = Self::coded("JPY");
    /// The US dollar.
    pub const USD: Self = Self::coded("USD");

    /// The row with this code, looked up by the compiler.
    const fn coded(code: &str) -> Self {
        let wanted = code.as_bytes();
        let mut row = 0;
        while row < TABLE.len() {
            let known = TABLE[row].code.as_bytes();
            if known[0] == wanted[0] && known[1] == wanted[1] && known[2] == wanted[2] {
                #[expect(clippy::cast_possible_truncation, reason = "the table has fewer than 256 rows")]
                return Self(row as u8);
            }
            row += 1;
        }
        panic!("not in the table");
    }

    fn row(self) -> &'static Row {
        &TABLE[usize::from(self.0)]
    }

    /// Its code by ISO 4217: `CNY`. Currencies that are no more keep theirs: `DEM` would be one.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// Its name in English: `US dollar`, `US dollars`.
    #[must_use]
    pub fn name_en(self, plural: bool) -> &'static str {
        if plural { self.row().many } else { self.row().one }
    }

    /// Its name in Chinese, as it follows a number: `美元`, `元`.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        self.row().zh
    }

    /// All currencies by code.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..u8::try_from(TABLE.len()).expect("the table has fewer than 256 rows")).map(Self)
    }

    /// The currency of a code, symbol, name or common word, in English or Chinese, in any case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        static KNOWN: Words<Currency, { WORDS.len() }> = {
            let mut known = Words::none(Currency::CNY);
            let mut at = 0;
            while at < WORDS.len() {
                known = known.with(WORDS[at].0, Case::Any, WORDS[at].1);
                at += 1;
            }
            known.complete()
        };
        let word = word.trim();
        KNOWN.at(word, 0).filter(|(_, end)| *end == word.len()).map(|(currency, _)| currency)
    }

    /// The known word that is spelt most like this one, near enough to be meant.
    #[must_use]
    pub fn nearest(word: &str) -> Option<&'static str> {
        nearest(word.trim(), Self::words().map(|(known, _)| known))
    }

    /// Every word for every currency. The codes are upper case; a reader of prose takes them only so
    /// (`TRY` is a lira, `try` is none).
    pub(crate) fn words() -> impl Iterator<Item = (&'static str, Self)> {
        WORDS.into_iter()
    }
}

/// Every word for every currency, as [`Currency::words`] gives them.
pub(super) static WORDS: [(&str, Currency); count()] = words();

const fn words() -> [(&'static str, Currency); count()] {
    let mut words = [("", Currency::CNY); count()];
    let mut count = 0;
    let mut row = 0;
    while row < TABLE.len() {
        let Row { code, one, many, zh, also } = TABLE[row];
        #[expect(clippy::cast_possible_truncation, reason = "the table has fewer than 256 rows")]
        let currency = Currency(row as u8);
        let usual = [code, one, many, zh];
        let mut at = 0;
        while at < usual.len() + also.len() {
            words[count] = (if at < usual.len() { usual[at] } else { also[at - usual.len()] }, currency);
            count += 1;
            at += 1;
        }
        row += 1;
    }
    words
}

const fn count() -> usize {
    let mut count = 0;
    let mut row = 0;
    while row < TABLE.len() {
        count += 4 + TABLE[row].also.len();
        row += 1;
    }
    count
}

/// Its code.
impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_codes() {
        let codes: Vec<_> = Currency::all().map(Currency::code).collect();
        assert!(codes.is_sorted());
        assert!(
            codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        );
    }

    #[test]
    fn every_currency_of_the_ecb_is_known() {
        let ecb = "USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK HRK RUB \
                   TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR EUR";
        for code in ecb.split(' ') {
            assert_eq!(Currency::parse(code).map(Currency::code), Some(code));
        }
    }

    #[test]
    fn no_word_stands_for_two_currencies() {
        let mut seen = BTreeMap::new();
        for (word, currency) in Currency::words() {
            let before = seen.insert(word.to_lowercase(), currency);
            assert!(before.is_none_or(|other| other == currency), "{word}: {before:?} and {currency:?}");
        }
    }

    #[test]
    fn the_words_of_news() {
        for (word, code) in [
            ("yuan", "CNY"),
            ("rmb", "CNY"),
            ("¥", "CNY"),
            ("人民币", "CNY"),
            ("元", "CNY"),
            ("JP¥", "JPY"),
            ("yen", "JPY"),
            ("日元", "JPY"),
            ("US$", "USD"),
            ("$", "USD"),
            ("U.S. dollars", "USD"),
            ("美元", "USD"),
            ("HK$", "HKD"),
            ("港币", "HKD"),
            ("won", "KRW"),
            ("韩元", "KRW"),
            ("NT$", "TWD"),
            ("新台币", "TWD"),
            ("euros", "EUR"),
            ("€", "EUR"),
            ("欧元", "EUR"),
            ("pounds", "GBP"),
            ("MOP", "MOP"),
            ("澳门元", "MOP"),
            ("dong", "VND"),
            ("riyals", "SAR"),
            ("A$", "AUD"),
            ("Swiss francs", "CHF"),
        ] {
            assert_eq!(Currency::parse(word).map(Currency::code), Some(code), "{word}");
        }
        for word in ["", "pesos", "crowns", "yaun", "dollaz"] {
            assert_eq!(Currency::parse(word), None, "{word}");
        }
        assert_eq!(Currency::nearest("dollaz"), Some("dollar"));
        assert_eq!(Currency::nearest("bananas"), None);
    }
}
