//! A text of a base: where it lies in the program, if the base is the embedded one, and otherwise as it was read.
//!
//! Whoever keeps a text of the embedded base need not copy it, and the base is full of texts.
//!
//! ```
//! use ipfacts::facts::text::Text;
//!
//! let text = Text::Embedded("broadband");
//! assert_eq!(text.keep().as_str(), "broadband");
//! assert_eq!(text, Text::from("broadband".to_owned()));
//! ```

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// A text of a base. Used and compared as the text it is.
#[derive(Clone)]
pub enum Text<'t> {
    /// Of the embedded base.
    Embedded(&'static str),
    /// Of a file.
    Read(Cow<'t, str>),
}

impl Text<'_> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Embedded(text) => text,
            Self::Read(text) => text,
        }
    }

    /// The text for good.
    #[must_use]
    pub fn keep(&self) -> Text<'static> {
        match self {
            Self::Embedded(text) => Text::Embedded(text),
            Self::Read(text) => Text::Read(Cow::Owned(text.clone().into_owned())),
        }
    }
}

impl Default for Text<'_> {
    fn default() -> Self {
        Self::Embedded("")
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Eq for Text<'_> {}

impl PartialOrd for Text<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::Read(Cow::Owned(text))
    }
}

impl<'t> From<Cow<'t, str>> for Text<'t> {
    fn from(text: Cow<'t, str>) -> Self {
        Self::Read(text)
    }
}

impl From<&Text<'_>> for String {
    fn from(text: &Text<'_>) -> Self {
        text.as_str().to_owned()
    }
}

impl From<Text<'_>> for String {
    fn from(text: Text<'_>) -> Self {
        match text {
            Text::Embedded(text) => text.to_owned(),
            Text::Read(text) => text.into_owned(),
        }
    }
}
