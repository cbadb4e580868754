//! Marks: the places of a text where a figure or a time can begin.
//!
//! One pass over the bytes finds digits, the few English words that numbers and times begin with, and the few
//! Chinese characters that do. Most sentences of most texts have none, and are done.

/// A place where something can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A digit of ordinary or full width.
    Digit(usize),
    /// An English word, from its first byte to its end.
    Word(usize, usize),
    /// A Chinese character.
    Han(usize),
}

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Digit,
    Letter,
    /// The first byte of a Chinese character, or of a digit of full width.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        let this = byte as u8;
        if this.is_ascii_digit() {
            classes[byte] = Class::Digit;
        } else if this.is_ascii_alphabetic() {
            classes[byte] = Class::Letter;
        } else if this >= 0xe3 && this <= 0xef {
            classes[byte] = Class::Wide;
        }
        byte += 1;
    }
    classes
};

/// Words that a number or a time can begin with; of the longer ones the first three letters are looked up.
#[rustfmt::skip]
const WORDS: [&str; 74] = [
    "zero", "three", "four", "five", "seven", "eight", "nine", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety", "half", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "twentieth", "twice", "double", "triple", "treble", "quadruple", "quintuple", "twofold", "minus", "negative",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "last", "this", "next", "previous", "yesterday", "today", "tomorrow", "year", "current", "hundredth", "thousandth",
    "same", "close", "tenfold", "final", "following", "preceding", "prior",
];

/// The same of three letters, which nothing longer is taken for.
#[rustfmt::skip]
const SHORT: [&str; 17] = [
    "now", "one", "two", "six", "ten", "may", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

const fn gate(first: u8, second: u8, third: u8) -> usize {
    ((first as usize & 31) << 10) | ((second as usize & 31) << 5) | (third as usize & 31)
}

/// A bit for each beginning of three letters that is looked up.
type Gates = [u64; 512];

const fn gates(words: &[&str]) -> Gates {
    let mut gates = [0u64; 512];
    let mut index = 0;
    while index < words.len() {
        let word = words[index].as_bytes();
        let bit = gate(word[0], word[1], word[2]);
        gates[bit / 64] |= 1 << (bit % 64);
        index += 1;
    }
    gates
}

const LONG_GATES: Gates = gates(&WORDS);
const SHORT_GATES: Gates = gates(&SHORT);

/// The first mark at or behind byte `from`, which must not lie within a word.
pub(super) fn next(text: &str, from: usize) -> Option<Mark> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        match CLASSES[usize::from(bytes[at])] {
            Class::Nothing => at += 1,
            Class::Digit => return Some(Mark::Digit(at)),
            Class::Letter => {
                let begin = at;
                at += 1;
                while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
                    at += 1;
                }
                if opens(&bytes[begin..at], bytes, at) {
                    return Some(Mark::Word(begin, at));
                }
            }
            Class::Wide => {
                if let Some(mark) = wide(bytes, at) {
                    return Some(mark);
                }
                at += 3;
            }
        }
    }
    None
}

/// Whether something can begin with a word.
fn opens(word: &[u8], bytes: &[u8], end: usize) -> bool {
    match word {
        // `a third`, `a million`
        [b'a' | b'A'] => {
            let next = bytes.get(end + 1).map_or(0, u8::to_ascii_lowercase);
            matches!(next, b't' | b'q' | b'm' | b'b' | b'h' | b'f' | b's' | b'e' | b'n' | b'd')
                && bytes[end] == b' '
        }
        [first, second, third, rest @ ..] if rest.len() <= 9 => {
            let bit = gate(*first, *second, *third);
            // `Sept` is longer than a short month; every short month begins a longer word too.
            let gates = if rest.is_empty() { &SHORT_GATES } else { &LONG_GATES };
            (gates[bit / 64] >> (bit % 64)) & 1 == 1
        }
        _ => false,
    }
}

/// The mark of the wide character at byte `at`, if it is one.
fn wide(bytes: &[u8], at: usize) -> Option<Mark> {
    let &[first, second, third] = bytes.get(at..at + 3)? else { return None };
    if first == 0xef {
        return (second == 0xbc && (0x90..=0x99).contains(&third)).then_some(Mark::Digit(at));
    }
    let code = (u32::from(first & 0xf) << 12) | (u32::from(second & 0x3f) << 6) | u32::from(third & 0x3f);
    is_opening(char::from_u32(code)?).then_some(Mark::Han(at))
}

/// Whether a number or a time can begin with a Chinese character.
fn is_opening(character: char) -> bool {
    matches!(
        character,
        '一' | '二'
            | '两'
            | '兩'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '〇'
            | '零'
            | '壹'
            | '贰'
            | '貳'
            | '叁'
            | '肆'
            | '伍'
            | '陆'
            | '陸'
            | '柒'
            | '捌'
            | '玖'
            | '拾'
            | '百'
            | '千'
            | '万'
            | '第'
            | '翻'
            | '半'
            | '过'
            | '去'
            | '今'
            | '明'
            | '前'
            | '上'
            | '下'
            | '本'
            | '昨'
            | '翌'
            | '年'
            | '次'
            | '当'
            | '负'
            | '負'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(mark) = next(text, at) {
            let (begin, end) = match mark {
                Mark::Digit(begin) => (begin, begin + text[begin..].chars().next().unwrap().len_utf8()),
                Mark::Word(begin, end) => (begin, end),
                Mark::Han(begin) => (begin, begin + 3),
            };
            found.push(&text[begin..end]);
            at = end;
        }
        found
    }

    #[test]
    fn marks_are_few() {
        assert!(
            all("The bank said that it would go on with its plan for the city — “as before”.").is_empty()
        );
        assert!(all("数字经济规模居全球领先，发展很快。").is_empty());
        assert_eq!(all("到年底"), ["年"]);
        assert_eq!(
            all("in May, a third of 15 rose twice; ９"),
            ["May", "a", "third", "1", "5", "twice", "９"]
        );
        assert_eq!(all("去年占三成"), ["去", "年", "三"]);
    }
}
