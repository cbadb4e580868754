//! What is wrong with a text that is to be a quantity.
//!
//! ```
//! use ipfacts::quantity::{Nouns, parse};
//!
//! let error = parse("22.58 trillion yaun", &Nouns::none()).unwrap_err();
//! assert_eq!(error.to_string(), "`yaun` is no known unit");
//! assert_eq!(error.hint().unwrap(), "did you mean `yuan`?");
//! assert_eq!(error.span(), 15..19);
//! ```

use std::fmt;
use std::ops::Range;

use super::number::MOST_DIGITS;
use super::{Nouns, measure, qualifier, scale};
use crate::nearest::nearest;

/// Why and where a text is no quantity. Finding one allocates nothing: most are found in prose, where
/// they only mean that no quantity stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    /// First byte and the byte behind the last.
    pub(super) span: (usize, usize),
    pub(super) kind: FaultKind,
}

/// Why a text is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// No number stands where one is wanted.
    Nothing,
    /// Words that are neither scale nor unit nor an allowed noun.
    Unknown,
    /// A number of more digits than any figure has.
    TooManyDigits,
    /// A comma that may group digits or begin the decimals.
    CommaOrPoint,
    /// Separators that do not go together.
    MixedSeparators,
    /// 兆, which is a million million in Taiwan and mega on the mainland.
    Mega,
    /// A single letter behind a number: `m` is million, metre or mega.
    LetterScale,
    /// `bps`, which is bits a second or basis points.
    BitsOrBasisPoints,
    /// Two currencies for one number.
    TwoCurrencies,
    /// A range whose second end is not above its first.
    ReversedRange,
    /// A range or number of two units.
    TwoUnits,
    /// Qualifiers that contradict each other.
    TwoQualifiers,
}

impl Fault {
    pub(super) fn nothing(at: usize) -> Self {
        Self { span: (at, at), kind: FaultKind::Nothing }
    }
}

/// Why and where a text is no quantity, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    span: Range<usize>,
    kind: FaultKind,
    word: String,
    hint: Option<String>,
}

impl ParseError {
    pub(super) fn new(text: &str, fault: Fault, nouns: &Nouns) -> Self {
        let (mut begin, mut end) = fault.span;
        let whole = text.trim();
        match fault.kind {
            // Nothing readable stands at a place: the word there, or the whole text at its end.
            FaultKind::Nothing | FaultKind::Unknown => {
                let rest = text[begin..].trim_start();
                begin = text.len() - rest.len();
                let letters = rest.find(char::is_whitespace).unwrap_or(rest.len());
                end = end.max(begin + letters);
                if rest.is_empty() {
                    begin = text.len() - text.trim_start().len();
                    end = begin + whole.len();
                }
            }
            _ => {}
        }
        let word = text[begin..end].to_owned();
        let hint = hint(fault.kind, &word, text, nouns);
        Self { span: begin..end, kind: fault.kind, word, hint }
    }

    /// The bytes of the text that are at fault.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        self.kind
    }

    /// What would be right, where that is known.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Short(&self.word);
        match self.kind {
            FaultKind::Nothing if self.word.is_empty() => out.write_str("no quantity is given"),
            FaultKind::Nothing => write!(out, "`{word}` is no quantity"),
            FaultKind::Unknown => write!(out, "`{word}` is no known unit"),
            FaultKind::TooManyDigits => write!(out, "`{word}` has more than {MOST_DIGITS} digits"),
            FaultKind::CommaOrPoint => write!(out, "the comma in `{word}` can be read in two ways"),
            FaultKind::MixedSeparators => write!(out, "the separators in `{word}` do not go together"),
            FaultKind::Mega => write!(out, "`{word}` can mean a million or a million million"),
            FaultKind::LetterScale => write!(out, "`{word}` behind a number can mean more than one thing"),
            FaultKind::BitsOrBasisPoints => write!(out, "`{word}` can mean bits a second or basis points"),
            FaultKind::TwoCurrencies => write!(out, "`{word}` names two currencies"),
            FaultKind::ReversedRange => write!(out, "the range `{word}` does not rise"),
            FaultKind::TwoUnits => write!(out, "`{word}` names two units"),
            FaultKind::TwoQualifiers => write!(out, "the bounds in `{word}` contradict each other"),
        }
    }
}

impl std::error::Error for ParseError {}

/// A word cut to what a message can show.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 40;
        match self.0.char_indices().nth(MOST) {
            None => out.write_str(self.0),
            Some((cut, _)) => write!(out, "{}…", &self.0[..cut]),
        }
    }
}

fn hint(kind: FaultKind, word: &str, text: &str, nouns: &Nouns) -> Option<String> {
    match kind {
        FaultKind::Nothing if word.is_empty() => {
            Some("a quantity is written `22.58 trillion yuan`".to_owned())
        }
        FaultKind::Nothing => match nearest(word, qualifier::words().chain(number_words())) {
            Some(known) => Some(format!("did you mean `{known}`?")),
            None => Some("a quantity begins with a number, as `22.58 trillion yuan`".to_owned()),
        },
        FaultKind::Unknown => unknown(word, text, nouns),
        FaultKind::TooManyDigits => None,
        FaultKind::CommaOrPoint | FaultKind::MixedSeparators => {
            let digits: String =
                word.chars().filter(char::is_ascii_digit).take(MOST_DIGITS as usize).collect();
            match word.split_once([',', '.']) {
                Some((whole, places)) if !places.contains([',', '.']) => {
                    Some(format!("write `{whole}.{places}` or `{digits}`"))
                }
                _ => {
                    Some("decimals follow one point, and commas group three digits: `1,234,567.8`".to_owned())
                }
            }
        }
        FaultKind::Mega => Some("write `万亿` or `百万`, `Mbps` for a speed".to_owned()),
        FaultKind::LetterScale => Some(
            match word {
                "M" => "write `million` or `Mbps`",
                "m" => "write `million` or `metres`",
                "t" | "T" => "write `trillion` or `tonnes`",
                _ => "write `billion`",
            }
            .to_owned(),
        ),
        FaultKind::BitsOrBasisPoints => Some("write `bit/s` or `basis points`".to_owned()),
        FaultKind::TwoCurrencies | FaultKind::TwoUnits => Some("name one unit".to_owned()),
        FaultKind::ReversedRange => Some("the smaller number comes first".to_owned()),
        FaultKind::TwoQualifiers => Some("keep one of them".to_owned()),
    }
}

/// What an unknown word behind a number may have meant.
fn unknown(word: &str, text: &str, nouns: &Nouns) -> Option<String> {
    let bare = word.trim_end_matches(|character: char| !character.is_alphanumeric());
    if let Some(known) = nearest(bare, scale::words().chain(measure::words())) {
        return Some(format!("did you mean `{known}`?"));
    }
    if bare.is_empty() {
        return None;
    }
    if bare.len() == 3 && bare.bytes().all(|byte| byte.is_ascii_digit()) && text.len() > word.len() {
        return Some("digits are grouped by commas: `1,234,567`".to_owned());
    }
    match nouns.words() {
        [] => Some("only units may follow a number here".to_owned()),
        words => {
            let list: Vec<_> = words.iter().take(6).map(|word| format!("`{word}`")).collect();
            Some(format!("counted here: {}", list.join(", ")))
        }
    }
}

/// Words that begin a number and are often misspelt.
fn number_words() -> impl Iterator<Item = &'static str> {
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "eight", "twelve"]
        .into_iter()
}
