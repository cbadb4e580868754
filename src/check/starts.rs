//! Where words begin in a text, sixty-four bytes at a time.
//!
//! A word is a run of Latin letters and digits, or one character of another script. Most words of most texts begin no
//! name, so that finding where they begin is what a text costs; eight bytes in one number are looked at together.

/// So many bytes are looked through before any of their words is looked at.
pub(super) const STRETCH: usize = 64;

/// So many bytes are in one number.
const EIGHT: usize = 8;

/// Finds the beginnings of words in one stretch of a text after another.
#[derive(Debug, Default)]
pub(super) struct Starts {
    /// The highest bit of each of the eight bytes before that is a letter or digit.
    before: u64,
}

impl Starts {
    /// A bit for each byte of the next stretch that a word begins with, the first byte lowest.
    pub(super) fn next(&mut self, stretch: &[u8]) -> u64 {
        let mut starts = 0;
        for (at, bytes) in stretch.chunks(EIGHT).enumerate() {
            starts |= low_bits(self.begins(eight(bytes))) << (at * EIGHT);
        }
        starts
    }

    /// The highest bit of each of the next eight bytes that a word begins with.
    fn begins(&mut self, bytes: u64) -> u64 {
        let word = letters(bytes) | digits(bytes);
        let begins = word & !(word << 8 | self.before >> 56);
        self.before = word;
        // Characters of other scripts begin with a byte whose two highest bits are set.
        (begins | bytes & bytes << 1) & each(0x80)
    }
}

/// The first eight bytes of a text, the first lowest; noughts behind its end.
pub(super) fn eight(bytes: &[u8]) -> u64 {
    bytes.first_chunk::<EIGHT>().map_or_else(
        || bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        |bytes| u64::from_le_bytes(*bytes),
    )
}

/// A byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; EIGHT])
}

/// The highest bits of eight bytes, side by side in the lowest byte; other bits of them are not set.
const fn low_bits(high: u64) -> u64 {
    // Each bit is moved to its own place in the highest byte, and no two meet on the way.
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The highest bit of each byte from `low` to `high` among bytes below 128.
const fn between(bytes: u64, low: u8, high: u8) -> u64 {
    let reaches = bytes + each(0x80 - low);
    let passes = bytes + each(0x7f - high);
    reaches & !passes & each(0x80)
}

/// The highest bit of each byte that is a Latin letter.
const fn letters(bytes: u64) -> u64 {
    between((bytes | each(0x20)) & each(0x7f), b'a', b'z') & !bytes
}

/// The highest bit of each byte that is a digit.
const fn digits(bytes: u64) -> u64 {
    between(bytes & each(0x7f), b'0', b'9') & !bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let mut starts = Starts::default();
        let stretches = text.as_bytes().chunks(STRETCH).map(|stretch| starts.next(stretch));
        let places = |(at, bits): (usize, u64)| {
            (0..STRETCH).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| at * STRETCH + bit)
        };
        stretches.enumerate().flat_map(places).collect()
    }

    #[test]
    fn words_begin_behind_what_is_no_word() {
        assert_eq!(found("a big-data, 4G数字"), [0, 2, 6, 12, 14, 17]);
    }

    proptest! {
        #[test]
        fn every_word_begins_once(text in "([ -~]|[a-z]{1,12}|[数字ü😀。“]){0,90}") {
            let is_word = |letter: char| letter.is_ascii_alphanumeric();
            let mut before = ' ';
            let mut starts = Vec::new();
            for (at, letter) in text.char_indices() {
                if !letter.is_ascii() || is_word(letter) && !is_word(before) {
                    starts.push(at);
                }
                before = letter;
            }
            prop_assert_eq!(found(&text), starts);
        }
    }
}
