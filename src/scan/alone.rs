//! A text that is a number and nothing else, as a cell of a table is: `sixty-one`, 两千四百五.
//!
//! In a sentence a number in words needs a noun or unit to be a figure, since many are none. Where nothing else
//! stands beside it, there is nothing else that it could be.

use super::glyph::is_space;
use crate::lang::Lang;
use crate::quantity::{self, Exact, Qualifier, Reading, Unit};

/// No number in words is longer than this.
const LONGEST: usize = 80;

/// The number that a text is.
pub(super) fn read(text: &str, lang: Lang) -> Option<Reading> {
    let whole = text.trim_matches(is_space);
    let whole = whole.trim_end_matches(['.', '。', '!', '！', ';', '；']);
    if whole.is_empty() || whole.len() > LONGEST {
        return None;
    }
    let begin = text.len() - text.trim_start_matches(is_space).len();
    let first = whole.chars().next()?;
    let words = first.is_ascii_alphabetic() || !first.is_ascii() && first.is_alphabetic();
    let reading =
        quantity::read_at(text, begin).filter(|reading| reading.range.end == begin + whole.len())?;
    // `One`, 三, `First`, 第二: as often as not they number what follows.
    let ten = Exact::from(10u32);
    let quantity = &reading.quantity;
    let several = whole.contains(is_space);
    let stands = match quantity.unit() {
        // `11th`; numbers in digits are the reader's of sentences.
        unit if !words => unit == &Unit::Rank,
        Unit::Number | Unit::Rank => {
            several
                || quantity.value() > &ten
                || quantity.value() < &Exact::from(0u32)
                || quantity.written().places() > 0
        }
        Unit::Percent => quantity.qualifier() != Qualifier::None || !whole.eq_ignore_ascii_case("half"),
        Unit::Times => false,
        // 一米, 三人: what a reader of sentences makes of them.
        Unit::Count(_) => lang == Lang::Zh && quantity.value() > &ten,
        _ => true,
    };
    stands.then_some(reading)
}
