//! Two currencies, the one priced in the other.
//!
//! ```
//! use ipfacts::rates::Pair;
//!
//! let pair: Pair = "USD/CNY".parse().unwrap();
//! assert_eq!(pair.base.code(), "USD");
//! assert_eq!(pair.inverse().to_string(), "CNY/USD");
//! assert_eq!("USD/CNX".parse::<Pair>().unwrap_err().to_string(), "`CNX` is no known currency");
//! ```

use std::fmt;
use std::str::FromStr;

use crate::quantity::Currency;

/// A pair of currencies: a rate of `USD/CNY` is the price of one dollar in yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The currency that is priced.
    pub base: Currency,
    /// The currency that the price is in.
    pub quote: Currency,
}

/// Why a text names no pair of currencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairError {
    /// There are not two names with a stroke between them.
    Form {
        /// What is written.
        text: String,
    },
    /// A name that no currency has.
    Unknown {
        /// The name.
        word: String,
        /// The nearest name of a currency.
        nearest: Option<&'static str>,
    },
    /// The same currency twice.
    Same {
        /// The currency.
        currency: Currency,
    },
}

impl Pair {
    /// The price of one `base` in `quote`.
    #[must_use]
    pub fn new(base: Currency, quote: Currency) -> Self {
        Self { base, quote }
    }

    /// The same two currencies, the other one priced.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { base: self.quote, quote: self.base }
    }

    /// Reads `USD/CNY`; each side may be any name that the currency goes by.
    ///
    /// # Errors
    ///
    /// When the text is not two different known currencies with `/` between them.
    pub fn parse(text: &str) -> Result<Self, PairError> {
        let (base, quote) =
            text.split_once('/').ok_or_else(|| PairError::Form { text: text.trim().into() })?;
        let (base, quote) = (currency(base.trim())?, currency(quote.trim())?);
        if base == quote { Err(PairError::Same { currency: base }) } else { Ok(Self { base, quote }) }
    }
}

fn currency(word: &str) -> Result<Currency, PairError> {
    Currency::parse(word)
        .ok_or_else(|| PairError::Unknown { word: word.into(), nearest: Currency::nearest(word) })
}

impl PairError {
    /// What to write instead.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Form { .. } => Some("write two currencies, the priced one first, such as `USD/CNY`".into()),
            Self::Unknown { nearest, .. } => nearest.map(|name| format!("did you mean `{name}`?")),
            Self::Same { .. } => None,
        }
    }
}

impl FromStr for Pair {
    type Err = PairError;

    fn from_str(text: &str) -> Result<Self, PairError> {
        Self::parse(text)
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base.code(), self.quote.code())
    }
}

impl fmt::Display for PairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form { text } => write!(f, "`{text}` is no pair of currencies"),
            Self::Unknown { word, .. } => write!(f, "`{word}` is no known currency"),
            Self::Same { currency } => write!(f, "`{}` has no rate to itself", currency.code()),
        }
    }
}

impl std::error::Error for PairError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_reads_names_and_prints_codes() {
        assert_eq!(Pair::parse(" usd / yuan ").unwrap().to_string(), "USD/CNY");
        assert_eq!(Pair::parse("欧元/人民币").unwrap().to_string(), "EUR/CNY");
    }

    #[test]
    fn faults_name_what_is_wrong() {
        let fault = |text| Pair::parse(text).unwrap_err().to_string();
        assert_eq!(fault("USDCNY"), "`USDCNY` is no pair of currencies");
        assert_eq!(fault("USD/yaun"), "`yaun` is no known currency");
        assert_eq!(fault("USD/dollar"), "`USD` has no rate to itself");
        assert_eq!(Pair::parse("USD/yaun").unwrap_err().hint().unwrap(), "did you mean `yuan`?");
    }
}
