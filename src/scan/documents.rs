//! Numbers of documents: 国发〔2015〕40号, `Guofa [2015] No. 40`, `(2013) No. 31`.
//!
//! They are found by the year in brackets. A number without brackets (国办发2015年第40号) is not looked for.
//!
//! ```
//! use std::sync::Arc;
//! use ipfacts::document::Document;
//! use ipfacts::scan::{self, Draft};
//!
//! let text = "《指导意见》（国发[2015]40号）; Guofa [2013] No. 31";
//! let prose = scan::prose(&Draft::new(Arc::new(Document::new("draft.txt", text))));
//! let found = scan::documents(&prose, &scan::sentences(&prose)[0]);
//! assert_eq!(found[0].number, "国发〔2015〕40号");
//! assert_eq!(&prose.text[found[0].range.clone()], "国发[2015]40号");
//! assert_eq!(found[1].number, "国发〔2013〕31号");
//! ```

use std::ops::Range;

use super::glyph::{any_at, before_spaces, is_han, is_one_of, past_spaces, word_at, word_before};

/// The number of a document named in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentMention {
    /// Its bytes in the prose.
    pub range: Range<usize>,
    /// The number in its usual form: `国发〔2015〕40号`; without the issuer's sign when none stands there:
    /// `〔2013〕31号`.
    pub number: String,
}

/// The signs of issuers as they are written in English.
const SIGNS: [(&str, &str); 6] = [
    ("guofa", "国发"),
    ("guobanfa", "国办发"),
    ("guohan", "国函"),
    ("guobanhan", "国办函"),
    ("zhongfa", "中发"),
    ("zhongbanfa", "中办发"),
];

/// The document number whose year begins with the digit at byte `at`.
pub(super) fn at_digit(text: &str, at: usize) -> Option<DocumentMention> {
    let bytes = text.as_bytes();
    let open = text[..at]
        .chars()
        .next_back()
        .filter(|open| matches!(open, '〔' | '[' | '（' | '(' | '【' | '［' | '〖'))?;
    let year = text.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (_, end) = any_at(text, at + 4, &["〕", "]", "）", ")", "】", "］", "〗"])?;
    let next = past_spaces(text, end);
    let english = any_at(text, next, &["No.", "No", "no.", "Number", "№"]).map(|(_, end)| end);
    let next = english.or(any_at(text, next, &["第"]).map(|(_, end)| end)).unwrap_or(next);
    let begin = past_spaces(text, next);
    let length = bytes[begin..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 || length > 4 {
        return None;
    }
    let number = &text[begin..begin + length];
    let end = match any_at(text, begin + length, &["号", "號"]) {
        Some((_, end)) => end,
        None => english.map(|_| begin + length)?,
    };
    let edge = before_spaces(text, at - open.len_utf8());
    let (sign, start) = sign(text, edge);
    if sign.is_empty() && english.is_none() {
        return None;
    }
    let start = if sign.is_empty() { at - open.len_utf8() } else { start };
    Some(DocumentMention { range: start..end, number: format!("{sign}〔{year}〕{number}号") })
}

/// Traditional characters of signs and of what stands before them, each before its simplified one.
const TRADITIONAL: &str = "發发國国辦办規规軟软聯联電电訊讯財财稅税銀银證证監监農农衛卫據据與与關关於于見见";

/// A character of a sign in simplified writing, as long as it was.
fn in_simplified(letter: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(full), Some(simple)) = (pairs.next(), pairs.next()) {
        if full == letter {
            return simple;
        }
    }
    letter
}

/// The sign of the issuer that ends at byte `at`, and where it begins.
fn sign(text: &str, at: usize) -> (String, usize) {
    // `Guofa`, and a word a character: `Guo Fa`, `Guo Ban Fa`.
    let mut start = at;
    let mut joined = String::new();
    for _ in 0..3 {
        let end = before_spaces(text, start);
        let word = word_before(text, end);
        start = end - word.len();
        joined.insert_str(0, word);
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| known.eq_ignore_ascii_case(&joined)) {
            return ((*sign).to_owned(), start);
        }
        if word.is_empty() || !word.is_ascii() {
            break;
        }
    }
    if is_one_of(word_at(text, at), &["x"]) {
        return (String::new(), at);
    }
    // 国发, 工信部联信软, 京政办发: the characters that stand before, up to ten; they end in one of these.
    let mut begin = at;
    for (count, (index, letter)) in text[..at].char_indices().rev().enumerate() {
        if !is_han(letter) || count >= 10 {
            break;
        }
        begin = index;
    }
    let whole = &*text[begin..at].chars().map(in_simplified).collect::<String>();
    let ends = whole.ends_with([
        '发', '函', '字', '令', '办', '信', '规', '科', '改', '企', '通', '知', '告', '软', '管', '高', '技',
        '息',
    ]);
    if !ends {
        return (String::new(), at);
    }
    // What stands before the sign is not part of it: 根据国发, 文件国发.
    let cut = [
        "根据", "按照", "依据", "关于", "通知", "意见", "文件", "以", "和", "及", "与", "见", "的", "按",
        "据", "了",
    ]
    .iter()
    .filter_map(|word| whole.rfind(word).map(|index| index + word.len()))
    .filter(|&cut| cut < whole.len())
    .max()
    .unwrap_or(0);
    (whole[cut..].to_owned(), begin + cut)
}
