//! Which of some sets of words a text has anywhere, found in one pass for all of them.
//!
//! Words are looked for as they are, within others too (`aim` in `aimed`); letter case goes for nothing. A place is
//! looked at closely only where two bytes stand that a word begins with.

/// Words of at least two bytes, each in a set: `COUNT` of them.
pub(super) struct Anywhere<const COUNT: usize> {
    words: [Word; COUNT],
    /// The word that was added last of those whose first two bytes are alike, as far as a byte tells.
    last: [u8; 256],
}

#[derive(Clone, Copy)]
struct Word {
    text: &'static str,
    set: u32,
    /// The word that was added before this one and shares its place.
    before: u8,
}

/// No word.
const NONE: u8 = u8::MAX;

impl<const COUNT: usize> Anywhere<COUNT> {
    /// Sets of words; the first is 1, the second 2, the third 4.
    pub(super) const fn new(sets: &[&[&'static str]]) -> Self {
        assert!(COUNT < NONE as usize, "there are few words");
        let mut all = Self { words: [Word { text: "", set: 0, before: NONE }; COUNT], last: [NONE; 256] };
        let (mut set, mut count) = (0, 0);
        while set < sets.len() {
            let mut at = 0;
            while at < sets[set].len() {
                let text = sets[set][at];
                let last = &mut all.last[place(text.as_bytes()[0], text.as_bytes()[1])];
                all.words[count as usize] = Word { text, set: 1 << set, before: *last };
                *last = count;
                count += 1;
                at += 1;
            }
            set += 1;
        }
        assert!(count as usize == COUNT, "as many words as `count` says");
        all
    }

    /// The sets of which a word stands in a text.
    pub(super) fn sets(&self, text: &str) -> u32 {
        let bytes = text.as_bytes();
        let mut sets = 0;
        for (at, pair) in bytes.windows(2).enumerate() {
            let mut next = self.last[place(pair[0], pair[1])];
            while let Some(word) = self.words.get(usize::from(next)) {
                let found = bytes.get(at..at + word.text.len());
                if found.is_some_and(|found| found.eq_ignore_ascii_case(word.text.as_bytes())) {
                    sets |= word.set;
                }
                next = word.before;
            }
        }
        sets
    }
}

/// How many words sets have together.
pub(super) const fn count(sets: &[&[&str]]) -> usize {
    let (mut count, mut set) = (0, 0);
    while set < sets.len() {
        count += sets[set].len();
        set += 1;
    }
    count
}

/// Where words are kept that begin with two bytes, whatever their letter case.
const fn place(first: u8, second: u8) -> usize {
    ((first | 0x20).wrapping_mul(37) ^ (second | 0x20)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        static WORDS: Anywhere<4> = Anywhere::new(&[&["aim", "目标"], &[" had "], &["by 20"]]);
        let sets = |text| WORDS.sets(text);
        assert_eq!(sets("It CLAIMED that it had it."), 0b11);
        assert_eq!(sets("by 2020的目标"), 0b101);
        assert_eq!(sets("had it by 19"), 0);
        assert_eq!(sets(""), 0);
    }
}
