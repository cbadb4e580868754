//! A value of a fact: the text of the file, read as a quantity when it is first needed.
//!
//! Most commands look at the values of a few facts only. A base read from a file has every value read at once,
//! since each must be free of faults; the embedded one was found so when the program was tested.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use super::text::Text;
use crate::quantity::{self, Computed, Nouns, Quantity};

/// A value as written, and the quantity it is.
#[derive(Clone)]
pub struct Value {
    text: Text<'static>,
    nouns: Nouns,
    quantity: OnceLock<Box<Quantity>>,
}

impl Value {
    /// A value that was read.
    pub(super) fn read(quantity: Quantity) -> Self {
        let text = quantity.text().to_owned().into();
        Self { text, nouns: Nouns::none(), quantity: OnceLock::from(Box::new(quantity)) }
    }

    /// A value that is known to read without a fault.
    pub(super) fn unread(text: &Text<'_>, nouns: &Nouns) -> Self {
        let text = match text.trim() {
            trimmed if trimmed.len() == text.len() => text.keep(),
            trimmed => trimmed.to_owned().into(),
        };
        Self { text, nouns: nouns.clone(), quantity: OnceLock::new() }
    }

    /// The text as the source writes it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Deref for Value {
    type Target = Quantity;

    fn deref(&self) -> &Quantity {
        self.quantity.get_or_init(|| {
            let quantity = quantity::parse(&self.text, &self.nouns)
                .unwrap_or_else(|error| panic!("`{}` was taken for a quantity: {error}", self.text));
            Box::new(quantity)
        })
    }
}

impl From<&Value> for Computed {
    fn from(value: &Value) -> Self {
        Self::from(&**value)
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}
