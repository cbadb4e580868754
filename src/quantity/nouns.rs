//! The nouns that a count may be of: `topics`, `项`, `administrative villages`.

use super::words::{Case, end_of, ends_word};

/// Which nouns may follow a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nouns {
    any: bool,
    words: Vec<String>,
}

impl Nouns {
    /// No noun: what follows a number must be a unit.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Any noun: whatever words follow a number are what it counts.
    #[must_use]
    pub fn any() -> Self {
        Self { any: true, words: Vec::new() }
    }

    /// The noun at byte `at`: the longest of the list; of any nouns, all that follows if it begins with a
    /// letter and holds neither digits nor signs.
    pub(super) fn at<'a>(&'a self, text: &'a str, at: usize) -> Option<(&'a str, usize)> {
        if self.any {
            let rest = text[at..].trim_end();
            let letters =
                |character: char| character.is_alphabetic() || matches!(character, ' ' | '-' | '\'' | '’');
            return (rest.starts_with(char::is_alphabetic) && rest.chars().all(letters))
                .then_some((rest, at + rest.len()));
        }
        self.words
            .iter()
            .filter(|word| !word.is_empty())
            .filter_map(|word| {
                let end = end_of(text, at, word, Case::Any)?;
                ends_word(text, end).then_some((word.as_str(), end))
            })
            .max_by_key(|&(_, end)| end)
    }

    /// Whether any noun is allowed.
    pub(super) fn is_any(&self) -> bool {
        self.any
    }

    /// The nouns of the list.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }
}

/// The nouns of a list.
impl<S: Into<String>> FromIterator<S> for Nouns {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        Self { any: false, words: words.into_iter().map(Into::into).collect() }
    }
}
