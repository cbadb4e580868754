//! Finds many names in a text in one pass: at the beginning of each word, the longest name that begins there.
//!
//! A name is looked up by its first bytes, so a text costs the same however many names there are, and making
//! a finder costs little: a base is checked against the moment it is read. Letter case goes for nothing unless
//! a name asks for it, nor does it matter whether its words are joined (`big-data industry`) or which apostrophe it
//! has; and a name of Latin letters or digits never lies within a longer word.

use std::cmp::Reverse;
use std::ops::Range;

use super::starts::{STRETCH, Starts, eight};

/// Names, each standing for something.
#[derive(Debug)]
pub(super) struct Finder<'n, T> {
    /// A bit for each key that a name has, by a hash of it.
    gates: Box<[u64; GATES / 64]>,
    /// By place; in each place by mixed key, the longer names first.
    names: Vec<Name<'n, T>>,
    /// How far a mixed key is shifted to give its place: about as many places as names.
    shift: u32,
    /// Where the names of each place begin.
    starts: Vec<u32>,
    /// A bit for the beginning of each name shorter than [`LONG`].
    short: Box<[u64; BEGINNINGS / 64]>,
}

#[derive(Debug, Clone, Copy)]
struct Name<'n, T> {
    mixed: u64,
    text: &'n str,
    what: T,
    /// Whether it must be written as it is, letter case too: `US`, `EU`.
    exact: bool,
}

/// Bits enough that few words pass a gate that is not theirs.
const GATES: usize = 1 << 16;

/// What five bits of three bytes can be.
const BEGINNINGS: usize = 1 << 15;

/// Names by their places: few share one, so that nothing long is sorted.
fn by_place<'n, T: Copy + Ord>(found: &[Name<'n, T>], shift: u32) -> (Vec<Name<'n, T>>, Vec<u32>) {
    const NONE: u32 = u32::MAX;
    let mut last = vec![NONE; 1 << (u64::BITS - shift)];
    let before: Vec<u32> = (0..)
        .zip(found)
        .map(|(at, name)| std::mem::replace(&mut last[place(name.mixed, shift)], at))
        .collect();
    let mut names = Vec::with_capacity(found.len());
    let mut starts = Vec::with_capacity(last.len() + 1);
    for mut at in last {
        let start = names.len();
        starts.push(u32::try_from(start).expect("a base is smaller than 4 GiB"));
        while at != NONE {
            let next = usize::try_from(at).expect("it fitted before");
            names.push(found[next]);
            at = before[next];
        }
        names[start..].sort_unstable_by_key(|name| (name.mixed, Reverse(name.text.len()), name.what));
        // `big data` and `big-data` are one name.
        let mut kept = names.len().min(start + 1);
        let rest = kept..names.len();
        for at in rest {
            let (one, other) = (&names[kept - 1], &names[at]);
            if one.mixed != other.mixed || one.what != other.what || !other.is_spelt_like(one) {
                names.swap(kept, at);
                kept += 1;
            }
        }
        names.truncate(kept);
    }
    starts.push(u32::try_from(names.len()).expect("a base is smaller than 4 GiB"));
    (names, starts)
}

impl<'n, T: Copy + Ord> Finder<'n, T> {
    /// Makes a finder of names, what each stands for and whether its letter case counts.
    pub(super) fn new(names: impl IntoIterator<Item = (&'n str, T, bool)>) -> Self {
        let mut gates = Box::new([0; GATES / 64]);
        let mut short = Box::new([0; BEGINNINGS / 64]);
        let mut found: Vec<Name<'n, T>> = Vec::new();
        for (text, what, exact) in names {
            let text = trimmed(text);
            if text.is_empty() {
                continue;
            }
            let key = if text.len() >= LONG {
                key_of_long(text.as_bytes())
            } else {
                let word = first_word(text.as_bytes());
                for beginning in beginnings(word) {
                    short[beginning / 64] |= 1 << (beginning % 64);
                }
                key_of_short(word)
            };
            let other = (text.len() >= LONG && !exact).then(|| other_key(text)).flatten();
            for mixed in [Some(key), other].into_iter().flatten().map(mixed) {
                let gate = gate(mixed);
                gates[gate / 64] |= 1 << (gate % 64);
                found.push(Name { mixed, text, what, exact });
            }
        }
        let shift = u64::BITS - found.len().next_power_of_two().ilog2().max(1);
        let (names, starts) = by_place(&found, shift);
        Self { gates, names, shift, starts, short }
    }

    /// Calls `found` with every name in a text and each thing it stands for, in order; a name within a longer one
    /// is not found.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(Range<usize>, T)) {
        let bytes = text.as_bytes();
        // What lies before it is within a name that was found.
        let mut past = 0;
        let mut starts = Starts::default();
        for (base, stretch) in (0..).step_by(STRETCH).zip(bytes.chunks(STRETCH)) {
            let mut begins = starts.next(stretch);
            while begins != 0 {
                let at = base + begins.trailing_zeros() as usize;
                begins &= begins - 1;
                if at >= past
                    && let Some(end) = self.at(text, at, &mut found)
                {
                    past = end;
                }
            }
        }
    }

    /// The longest name that stands at byte `at`, where a word begins; where it ends.
    fn at(&self, text: &str, at: usize, found: &mut impl FnMut(Range<usize>, T)) -> Option<usize> {
        let rest = &text.as_bytes()[at..];
        let key = key_of_long(rest);
        let long = mixed(key);
        if self.may_be(long)
            && let Some(end) = self.at_key(text, at, long, found)
        {
            return Some(end);
        }
        let beginning = beginning(key >> 24);
        if (self.short[beginning / 64] >> (beginning % 64)) & 1 == 0 {
            return None;
        }
        let mut word = first_word(rest);
        if word.last().is_some_and(u8::is_ascii_digit)
            && matches!(rest.get(word.len()), Some(b'.' | b',' | b'%' | 0xe4))
        {
            word = before_figure(word, rest);
        }
        let short = mixed(key_of_short(word));
        (word.len() < LONG && self.may_be(short)).then(|| self.at_key(text, at, short, found))?
    }

    /// Whether a name may have a mixed key.
    fn may_be(&self, mixed: u64) -> bool {
        let gate = gate(mixed);
        (self.gates[gate / 64] >> (gate % 64)) & 1 == 1
    }

    /// The longest name with a mixed key that stands at byte `at`; where it ends.
    fn at_key(
        &self,
        text: &str,
        at: usize,
        mixed: u64,
        found: &mut impl FnMut(Range<usize>, T),
    ) -> Option<usize> {
        let place = place(mixed, self.shift);
        let [start, end] =
            [place, place + 1].map(|at| usize::try_from(self.starts[at]).unwrap_or(usize::MAX));
        let names = &self.names[start..end];
        let mut end = None;
        let mut length = 0;
        for name in names.iter().filter(|name| name.mixed == mixed) {
            // The longest come first; as they are spelt here, for a curly apostrophe is longer in the text.
            if name.text.len() < length {
                break;
            }
            if let Some(its_end) = name.stands(&text.as_bytes()[at..]) {
                found(at..at + its_end, name.what);
                end = Some(at + its_end);
                length = name.text.len();
            }
        }
        end
    }
}

/// A name without the spaces around it and the signs that it begins with.
fn trimmed(name: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if plain(name.as_bytes().first()) && plain(name.as_bytes().last()) {
        return name;
    }
    name.trim().trim_start_matches(|first: char| first.is_ascii() && !first.is_ascii_alphanumeric())
}

impl<T> Name<'_, T> {
    /// Where the name ends in a text that it begins; none when another word stands there.
    fn stands(&self, text: &[u8]) -> Option<usize> {
        let name = self.text.as_bytes();
        let end = if self.exact {
            text.starts_with(name).then_some(name.len())
        } else {
            let alike = |(one, other): &(&u8, &u8)| one.eq_ignore_ascii_case(other);
            let same = name.iter().zip(text).take_while(alike).count();
            match (name.get(same), text.get(same)) {
                (None, _) => Some(same),
                (Some(b' ' | b'-'), Some(b' ' | b'-')) | (Some(b'\''), Some(0xe2)) => {
                    self.spelt_otherwise(text)
                }
                _ => None,
            }
        }?;
        let within = |edge: Option<&u8>, beside: Option<&u8>| {
            edge.is_some_and(u8::is_ascii_alphanumeric) && beside.is_some_and(u8::is_ascii_alphanumeric)
        };
        (!within(name.last(), text.get(end)) || is_figure(&text[end..])).then_some(end)
    }

    /// Where a name ends that is written with a hyphen for a space, or a curly apostrophe for a straight one.
    fn spelt_otherwise(&self, text: &[u8]) -> Option<usize> {
        let mut end = 0;
        for letter in self.text.bytes() {
            let rest = text.get(end..)?;
            end += match (letter, rest.first()?) {
                (b' ' | b'-', b' ' | b'-') => 1,
                (b'\'', 0xe2) if rest.starts_with(CURLY.as_bytes()) => CURLY.len(),
                (letter, other) if letter.eq_ignore_ascii_case(other) => 1,
                _ => return None,
            };
        }
        Some(end)
    }

    /// Whether another name of the same length is found wherever this one is.
    fn is_spelt_like(&self, other: &Self) -> bool {
        let length = self.text.len();
        self.exact == other.exact
            && other.text.len() == length
            && self.stands(other.text.as_bytes()) == Some(length)
    }
}

/// The apostrophe of printed text.
const CURLY: &str = "’";

/// The key of a long name where it is spelt otherwise within the bytes that a key holds; none where it is not.
fn other_key(name: &str) -> Option<u64> {
    let at = name.bytes().take(LONG).position(|byte| matches!(byte, b' ' | b'-' | b'\''))?;
    let other = match name.as_bytes()[at] {
        b' ' => "-",
        b'-' => " ",
        _ => CURLY,
    };
    let mut first = [0; LONG];
    let spelt = name.bytes().take(at).chain(other.bytes()).chain(name.bytes().skip(at + 1));
    first.iter_mut().zip(spelt).for_each(|(to, from)| *to = from);
    Some(key_of_long(&first))
}

/// Whether a figure begins here, which is no part of the name before it: 占GDP30.3%, GDP114.4万亿元.
fn is_figure(rest: &[u8]) -> bool {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    digits > 0 && ["%", "个百分点", "万", "亿"].iter().any(|unit| rest[digits..].starts_with(unit.as_bytes()))
}

/// Names of so many bytes are looked up by their first bytes, shorter ones by their first word.
const LONG: usize = 6;

/// A word without the figure that is glued to it: the `GDP` of 占GDP30.3%. What follows the word begins as the rest of
/// a figure does.
fn before_figure<'t>(word: &'t [u8], rest: &'t [u8]) -> &'t [u8] {
    let letters = word.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    if letters > 0 && is_figure(&rest[letters..]) { &word[..letters] } else { word }
}

/// The key of a long name: its first six bytes, which are two Chinese characters, without regard to letter case.
fn key_of_long(bytes: &[u8]) -> u64 {
    // Of letters this makes small ones, and what else it makes alike is told apart later.
    eight(bytes).swap_bytes() >> 16 | 0x2020_2020_2020
}

/// The key of a shorter one.
fn key_of_short(word: &[u8]) -> u64 {
    word.iter().fold(1, |key, byte| key << 8 | u64::from(byte | 0x20)) << 16
}

/// The place of three bytes among the [`BEGINNINGS`], as far as five bits of each tell them.
fn beginning(three: u64) -> usize {
    usize::try_from(mixed(three & 0x1f_1f1f) >> 49).expect("15 bits are left")
}

/// The places of a short name's beginning: behind one of a letter or two anything may stand.
fn beginnings(word: &[u8]) -> impl Iterator<Item = usize> {
    let three = key_of_long(word) >> 24;
    let (second, third) = match word.len() {
        1 => (0..=31, 0..=31),
        2 => (0..=0, 0..=31),
        _ => (0..=0, 0..=0),
    };
    second.flat_map(move |second| third.clone().map(move |third| beginning(three ^ second << 8 ^ third)))
}

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing: a space, a sign, the inside of a character.
    Between,
    /// A word of Latin letters and digits.
    Word,
    /// A character of another script, a word in itself.
    Wide,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Between; 256];
    let mut byte = 0;
    while byte < 256 {
        let this = byte as u8;
        if this.is_ascii_alphanumeric() {
            kinds[byte] = Kind::Word;
        } else if this >= 0xc0 {
            kinds[byte] = Kind::Wide;
        }
        byte += 1;
    }
    kinds
};

/// The word that a text begins with.
fn first_word(bytes: &[u8]) -> &[u8] {
    let first = bytes[0];
    let length = match KINDS[usize::from(first)] {
        Kind::Word => {
            bytes.iter().position(|byte| KINDS[usize::from(*byte)] != Kind::Word).unwrap_or(bytes.len())
        }
        Kind::Between => 1,
        Kind::Wide if first >= 0xf0 => 4,
        Kind::Wide if first >= 0xe0 => 3,
        Kind::Wide => 2,
    };
    &bytes[..length]
}

/// A key multiplied by the golden ratio: keys that are alike lie far apart, and no two become one, for the factor is
/// odd.
fn mixed(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The gate of a mixed key: its first bits.
fn gate(mixed: u64) -> usize {
    usize::try_from(mixed >> 48).expect("16 bits are left")
}

/// The place of the names with a mixed key.
fn place(mixed: u64, shift: u32) -> usize {
    usize::try_from(mixed >> shift).expect("fewer places than bytes of memory")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(names: &[(&'static str, bool)], text: &str) -> Vec<(String, usize)> {
        let finder = Finder::new(names.iter().enumerate().map(|(at, (name, exact))| (*name, at, *exact)));
        let mut found = Vec::new();
        finder.each(text, |range, what| found.push((text[range].to_owned(), what)));
        found
    }

    #[test]
    fn the_longest_name_is_found_and_none_within_a_word() {
        let names = [("digital economy", false), ("digital", false), ("US", true), ("e-commerce", false)];
        assert_eq!(
            found(
                &names,
                "The Digital Economy of the US, not us, is digital; prodigital e-commerces, E-commerce."
            ),
            [
                ("Digital Economy".to_owned(), 0),
                ("US".to_owned(), 2),
                ("digital".to_owned(), 1),
                ("E-commerce".to_owned(), 3),
            ]
        );
    }

    #[test]
    fn all_that_a_name_stands_for_is_found_however_it_is_spelt() {
        let names = [("China's economy", false), ("China's economy", false), ("China", false)];
        for text in ["China's economy", "China’s economy"] {
            assert_eq!(found(&names, text), [(text.to_owned(), 0), (text.to_owned(), 1)]);
        }
    }

    #[test]
    fn a_name_may_be_spelt_otherwise() {
        let names = [
            ("big data industry", false),
            ("fiber-optic", false),
            ("fixed broadband", false),
            ("China's economy", false),
            ("country's economy", false),
        ];
        assert_eq!(
            found(
                &names,
                "the big-data industry, fiber optic cable, Fixed-broadband, China’s economy, country’s economy"
            ),
            [
                ("big-data industry".to_owned(), 0),
                ("fiber optic".to_owned(), 1),
                ("Fixed-broadband".to_owned(), 2),
                ("China’s economy".to_owned(), 3),
                ("country’s economy".to_owned(), 4),
            ]
        );
    }

    #[test]
    fn a_name_given_twice_is_found_once() {
        let finder = Finder::new([("big data", 0, false), ("big-data", 0, false), ("big data", 1, false)]);
        let mut whats = Vec::new();
        finder.each("Big-data", |_, what| whats.push(what));
        assert_eq!(whats, [0, 1]);
    }

    #[test]
    fn chinese_names_need_no_gap() {
        let names = [("数字经济", false), ("数字", false), ("经济", false), ("占", false), ("GDP", false)];
        assert_eq!(
            found(&names, "数字经济占GDP，数字化经济"),
            [
                ("数字经济".to_owned(), 0),
                ("占".to_owned(), 3),
                ("GDP".to_owned(), 4),
                ("数字".to_owned(), 1),
                ("经济".to_owned(), 2),
            ]
        );
    }

    #[test]
    fn a_name_can_stand_for_two_things() {
        let names = [("cloud", false), ("Cloud", false)];
        assert_eq!(found(&names, "cloud"), [("cloud".to_owned(), 0), ("cloud".to_owned(), 1)]);
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_stands_there(text in "[abAB 数字经.-]{0,40}") {
            let names = [("ab", false), ("a b", false), ("A", true), ("数", false), ("数字", false), ("字经a", false)];
            for (written, what) in found(&names, &text) {
                prop_assert!(written.replace('-', " ").eq_ignore_ascii_case(names[what].0));
            }
            let mut spaced: Vec<String> = Vec::new();
            for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
                if word == "A" {
                    spaced.push(word.to_owned());
                }
            }
            // Every lone `A` is found, alone or as the beginning of a longer name.
            let lone = found(&[("A", true)], &text);
            prop_assert_eq!(lone.len(), spaced.len());
        }
    }
}
