//! The languages that ipfacts reads and writes.
//!
//! ```
//! use ipfacts::lang::Lang;
//!
//! assert_eq!(Lang::parse("zh-Hans"), Some(Lang::Zh));
//! assert_eq!(Lang::default().code(), "en");
//! ```

/// A language of the output, and of the prose that is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, in simplified characters.
    Zh,
}

impl Lang {
    /// The language of a BCP 47 tag; what follows the language itself (`en-GB`, `zh_CN`) does not matter.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else if language.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else {
            None
        }
    }

    /// The BCP 47 code of the language: `en` or `zh`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}
