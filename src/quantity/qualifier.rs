//! Words that bound a figure or make it vague: `more than`, `nearly`, 以上, 余.
//!
//! ```
//! use ipfacts::lang::Lang;
//! use ipfacts::quantity::{Qualifier, parse_any};
//!
//! assert_eq!(parse_any("逾三成").unwrap().qualifier(), Qualifier::MoreThan);
//! assert_eq!(parse_any("98%以上").unwrap().qualifier(), Qualifier::AtLeast);
//! assert_eq!(Qualifier::AtLeast.word(Lang::En), "at least");
//! ```

use super::words::{Words, ends_word, gap, gap_before, is_letter};
use crate::lang::Lang;

/// What the words around a number say about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// Nothing: the figure itself.
    #[default]
    None,
    /// about, around, roughly, some; 约, 左右.
    About,
    /// more than, over, exceeding; 超过, 逾, 余, 多.
    MoreThan,
    /// at least, no less than, or more; 至少, 不少于, 以上.
    AtLeast,
    /// nearly, almost, close to: a little below; 近, 将近, 接近.
    Nearly,
    /// less than, under, below; 不到, 不足, 低于.
    LessThan,
    /// at most, up to, no more than; 至多, 不超过, 以内.
    AtMost,
}

impl Qualifier {
    /// Its usual words; empty for none.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::None, _) => "",
            (Self::About, Lang::En) => "about",
            (Self::About, Lang::Zh) => "约",
            (Self::MoreThan, Lang::En) => "more than",
            (Self::MoreThan, Lang::Zh) => "超过",
            (Self::AtLeast, Lang::En) => "at least",
            (Self::AtLeast, Lang::Zh) => "至少",
            (Self::Nearly, Lang::En) => "nearly",
            (Self::Nearly, Lang::Zh) => "近",
            (Self::LessThan, Lang::En) => "less than",
            (Self::LessThan, Lang::Zh) => "不到",
            (Self::AtMost, Lang::En) => "at most",
            (Self::AtMost, Lang::Zh) => "至多",
        }
    }

    /// A stable name for JSON: `none`, `about`, `more-than`, `at-least`, `nearly`, `less-than`, `at-most`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::About => "about",
            Self::MoreThan => "more-than",
            Self::AtLeast => "at-least",
            Self::Nearly => "nearly",
            Self::LessThan => "less-than",
            Self::AtMost => "at-most",
        }
    }

    /// Whether it bounds the figure on one side and leaves it open on the other.
    #[must_use]
    pub fn is_bound(self) -> bool {
        matches!(self, Self::MoreThan | Self::AtLeast | Self::LessThan | Self::AtMost)
    }

    /// What two of them around one number say together; none when they contradict.
    pub(super) fn with(self, other: Self) -> Option<Self> {
        use Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan, None as Plain};
        match (self, other) {
            (one, Plain) => Some(one),
            (Plain, two) => Some(two),
            (one, two) if one == two => Some(one),
            // 超过50亿元以上, 约50多亿: the bound says more.
            (MoreThan, AtLeast) | (AtLeast, MoreThan) => Some(MoreThan),
            (LessThan, AtMost) | (AtMost, LessThan) => Some(LessThan),
            (About, bound) | (bound, About) => Some(bound),
            _ => None,
        }
    }
}

/// A qualifier and its words.
type Row = (Qualifier, &'static [&'static str]);

const fn row(qualifier: Qualifier, words: &'static [&'static str]) -> Row {
    (qualifier, words)
}

/// Words before a number.
#[rustfmt::skip]
const BEFORE: [Row; 6] = [
    row(Qualifier::About, &[
        "about", "around", "roughly", "approximately", "approx.", "approx", "some", "circa", "c.",
        "an estimated", "estimated", "in the region of", "on the order of", "somewhere around", "~", "～", "≈",
        "约", "约为", "约占", "约达", "约有", "大约", "大约为", "大概", "约合", "大致", "約", "約為", "約占", "約佔", "約達", "約有",
        "大約", "大約為", "約合",
    ]),
    row(Qualifier::MoreThan, &[
        "more than", "over", "above", "exceeding", "in excess of", "upwards of", "upward of", "north of",
        "higher than", "greater than", "just over", "slightly over", "slightly more than", "well over",
        "just above", "a little over", "a little more than", "beyond", ">", "＞",
        "超过", "超过了", "超", "逾", "突破", "高于", "大于", "多于", "超出", "超過", "超過了", "突破了", "远超", "遠超", "高於", "大於", "多於",
    ]),
    row(Qualifier::AtLeast, &[
        "greater than or equal to", "more than or equal to", "higher than or equal to", "equal to or more than", "equal to or greater than", "大于等于",
        "大于或等于", "大于或者等于", "不小于", "at least", "no less than", "not less than", "no fewer than", "not fewer than", "no lower than",
        "not lower than", "not below", "a minimum of", "minimum of", "a minimum", "≥", ">=", "⩾",
        "至少", "不少于", "不低于", "不小于", "起码", "最少", "最低", "不下于", "大於等於", "不少於", "不低於", "不小於", "不下於", "起碼",
    ]),
    row(Qualifier::Nearly, &[
        "nearly", "almost", "close to", "approaching", "nearing", "just under", "just below", "slightly less than",
        "slightly under", "slightly below", "a little under", "a little less than", "just short of", "not quite",
        "近", "将近", "接近", "几近", "將近", "近乎", "逼近", "幾近",
    ]),
    row(Qualifier::LessThan, &[
        "less than", "fewer than", "under", "below", "lower than", "smaller than", "well under", "well below",
        "<", "＜", "不到", "不足", "低于", "少于", "小于", "未到", "不满", "低於", "少於", "小於", "不滿",
    ]),
    row(Qualifier::AtMost, &[
        "at most", "less than or equal to", "smaller than or equal to", "lower than or equal to", "equal to or less than", "小于等于", "小于或等于", "小于或者等于",
        "no more than", "not more than", "up to", "as much as", "as many as", "a maximum of",
        "maximum of", "not exceeding", "no higher than", "not over", "not above", "≤", "<=", "⩽",
        "至多", "最多", "不超过", "未超过", "没有超过", "没超过", "不高于", "不多于", "不大于", "不逾", "最高", "不超過", "未超過", "沒有超過",
        "不高於", "不多於", "不大於",
    ]),
];

/// Words behind a number and its unit.
#[rustfmt::skip]
const BEHIND: [Row; 4] = [
    row(Qualifier::About, &["or so", "or thereabouts", "左右", "上下"]),
    row(Qualifier::MoreThan, &["多", "余", "餘"]),
    row(Qualifier::AtLeast, &[
        "or more", "or above", "and above", "or higher", "or over", "and over", "and more", "or better", "or greater",
        "and up", "+", "＋", "以上", "及以上", "或以上", "或者以上", "或更多", "或者更多",
    ]),
    row(Qualifier::AtMost, &[
        "or less", "or fewer", "or below", "or lower", "or under", "and below", "and under", "at most",
        "以下", "及以下", "或以下", "以内", "之内",
    ]),
];

static BEFORE_WORDS: Words<Qualifier, { count(&BEFORE) }> = words_of(&BEFORE);
static BEHIND_WORDS: Words<Qualifier, { count(&BEHIND) }> = words_of(&BEHIND);

const fn words_of<const COUNT: usize>(rows: &[Row]) -> Words<Qualifier, COUNT> {
    let mut words = Words::none(Qualifier::None);
    let mut at = 0;
    while at < rows.len() {
        words = words.with_all(rows[at].1, rows[at].0);
        at += 1;
    }
    words.complete()
}

const fn count(rows: &[Row]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < rows.len() {
        count += rows[at].1.len();
        at += 1;
    }
    count
}

/// The qualifier before a number, at byte `at`, and where the number may begin.
pub(super) fn before(text: &str, at: usize) -> Option<(Qualifier, usize)> {
    BEFORE_WORDS.at(text, at).map(|(qualifier, end)| (qualifier, gap(text, end)))
}

/// The qualifier behind a number that ends at byte `at`, and where it ends.
pub(super) fn behind(text: &str, at: usize) -> Option<(Qualifier, usize)> {
    // `95% and over 94%`: what stands before the next number is its own.
    let next = |end: usize| text[end..].trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    let joins = text[gap(text, at)..].starts_with("and ");
    BEHIND_WORDS.at(text, gap(text, at)).filter(|(_, end)| !(joins && next(*end)))
}

/// All words before a number.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    BEFORE_WORDS.iter()
}

/// The longest qualifier that ends where a number begins, at byte `at`, with or without a gap between:
/// the qualifier and where it begins.
pub(super) fn ending_at(text: &str, at: usize) -> Option<(Qualifier, usize)> {
    let end = gap_before(text, at);
    if !BEFORE_WORDS.may_end(text, end) {
        return None;
    }
    // The longest word of the table and the gaps within it lie in this window.
    let mut begin = end;
    let mut best = None;
    for (index, character) in text[..end].char_indices().rev().take(24) {
        begin = begin.min(index);
        if let Some((qualifier, stop)) = BEFORE_WORDS.at(text, index) {
            let starts = begins_word(text, index, character) && !goes_up(text, index);
            if starts && (stop == end || gap(text, stop) == at) && (stop == at || ends_word(text, stop)) {
                best = Some((qualifier, index));
            }
        }
    }
    best
}

/// Whether the `up to` at byte `at` is where something moved: `revised up to 8.4 percent`.
fn goes_up(text: &str, at: usize) -> bool {
    let moved = [
        "go", "goes", "going", "gone", "revised", "adjusted", "moved", "moving", "went", "edged", "ticked",
        "nudged", "bumped", "upgraded",
    ];
    text[at..].starts_with("up to")
        && text[..at].split_ascii_whitespace().next_back().is_some_and(|verb| moved.contains(&verb))
}

/// Whether a word may begin at byte `at`, where `first` stands: not in the middle of an English word, and
/// not at the end of a Chinese one (最近 is recently, 节约 is saving).
fn begins_word(text: &str, at: usize, first: char) -> bool {
    let Some(before) = text[..at].chars().next_back() else { return true };
    match first {
        '近' => !"最附临靠亲邻远".contains(before),
        '约' => !"节合契条公特预签制".contains(before),
        '超' => !"赶反高".contains(before),
        _ => !(is_letter(first) && is_letter(before)),
    }
}
