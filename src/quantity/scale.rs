//! Words of scale: read behind a number, and chosen for one that is shown.
//!
//! ```
//! use ipfacts::lang::Lang;
//! use ipfacts::quantity::{Exact, Scale};
//!
//! let yuan = Exact::parse_decimal("22580000000000").unwrap();
//! assert_eq!(Scale::fitting(&yuan, Lang::En), Scale::Trillion);
//! assert_eq!(Scale::fitting(&yuan, Lang::Zh).word(Lang::Zh), "万亿");
//! ```

use super::Exact;
use super::words::Words;
use crate::lang::Lang;

/// A power of ten with a name, for showing numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// No word: the number in full.
    One,
    /// Thousand, 10³.
    Thousand,
    /// 万, 10⁴.
    Wan,
    /// Million, 10⁶.
    Million,
    /// 亿, 10⁸.
    Yi,
    /// Billion, 10⁹.
    Billion,
    /// Trillion and 万亿, 10¹².
    Trillion,
}

impl Scale {
    /// The scale in which a number reads best: the largest one of the language that it reaches.
    #[must_use]
    pub fn fitting(value: &Exact, lang: Lang) -> Self {
        let magnitude = value.magnitude().unwrap_or(0);
        let scales = match lang {
            Lang::En => [Self::Trillion, Self::Billion, Self::Million],
            Lang::Zh => [Self::Trillion, Self::Yi, Self::Wan],
        };
        scales.into_iter().find(|scale| scale.exponent() <= magnitude).unwrap_or(Self::One)
    }

    /// Its power of ten.
    #[must_use]
    pub fn exponent(self) -> i32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Wan => 4,
            Self::Million => 6,
            Self::Yi => 8,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }

    /// Its word; empty for [`Scale::One`]. A scale that a language lacks has the other's word.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::One, _) => "",
            (Self::Thousand, Lang::En) => "thousand",
            (Self::Thousand, Lang::Zh) => "千",
            (Self::Wan, _) => "万",
            (Self::Million, Lang::En) => "million",
            (Self::Million, Lang::Zh) => "百万",
            (Self::Yi, _) => "亿",
            (Self::Billion, Lang::En) => "billion",
            (Self::Billion, Lang::Zh) => "十亿",
            (Self::Trillion, Lang::En) => "trillion",
            (Self::Trillion, Lang::Zh) => "万亿",
        }
    }

    /// The scale of a word: `trillion`, `tn`, `亿`; `one` for the number in full.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.trim().to_lowercase().as_str() {
            "one" | "1" | "个" => Self::One,
            "thousand" | "k" | "千" => Self::Thousand,
            "wan" | "万" => Self::Wan,
            "million" | "mn" | "百万" => Self::Million,
            "yi" | "亿" => Self::Yi,
            "billion" | "bn" | "十亿" => Self::Billion,
            "trillion" | "tn" | "trn" | "trln" | "万亿" => Self::Trillion,
            _ => return None,
        })
    }
}

/// Scale words that follow a number in English: their power of ten.
static WORDS: Words<u32, 17> = Words::none(0)
    .with_all(&["hundred"], 2)
    .with_all(&["thousand", "k"], 3)
    .with_all(&["lakh"], 5)
    .with_all(&["million", "mn", "mln"], 6)
    .with_all(&["crore"], 7)
    .with_all(&["billion", "bn", "bln"], 9)
    .with_all(&["trillion", "tn", "trn", "trln", "tln"], 12)
    .with_all(&["quadrillion"], 15)
    .complete();

/// The English scale word at byte `at`: its power of ten and its end.
pub(super) fn word_at(text: &str, at: usize) -> Option<(u32, usize)> {
    WORDS.at(text, at)
}

/// All English scale words.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter()
}
