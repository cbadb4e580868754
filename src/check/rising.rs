//! Shares that only rise: what is said to be so on the draft's day is no less than what was counted before it.
//!
//! 目前，行政村通光纤的比例已超过91%, told in 2020, when the base has 96, 97 and more than 98 percent of the two years before;
//! `so far 89 percent of them have 4G`.

use super::compare::{Side, side};
use super::judge::{Found, Held, Judge};
use super::mention::Mention;
use super::rules;
use crate::facts::model::Kind;
use crate::lang::Lang;
use crate::quantity::Unit;
use crate::scan::{Figure, floor};

/// In bytes. What stands further off is of no sentence with a figure.
const SENTENCE: usize = 600;

/// No sentence is looked through further back, in bytes.
const LONGEST_SENTENCE: usize = 4096;

impl<'a> Judge<'a> {
    /// A share of the draft's day that is less than was counted before, where the base's counts never fell.
    pub(super) fn has_fallen(
        &self,
        figure: &Figure,
        mention: &Mention,
        held: &[Held<'a>],
    ) -> Option<Found<'a>> {
        let day = self.day?;
        let of_the_day = mention.period.is_none() && mention.sure && mention.near && !mention.forecast;
        if figure.quantity.unit() != &Unit::Percent
            || rules::digits(&figure.quantity) < 2
            || side(figure.quantity.qualifier()) == Side::Down
            || !of_the_day
            || mention.other_kind
            || mention.by_stranger
            || mention.wrong_whole.is_some()
            || !self.is_so_by_now(figure)
        {
            return None;
        }
        let mut counted: Vec<&Held<'a>> = held
            .iter()
            .filter(|one| {
                one.fact.kind == Kind::Outcome
                    && one.fit.is_some()
                    && one.fact.period.and_then(|of| of.last()).is_some_and(|of| of <= day)
            })
            .collect();
        counted.sort_by_key(|one| one.fact.period.and_then(|of| of.last()));
        let value = |one: &Held<'a>| one.fact.value.as_ref().map(|value| value.value().clone());
        let one_subject = counted.windows(2).all(|two| two[0].subject == two[1].subject);
        let rising = counted.windows(2).all(|two| value(two[0]) <= value(two[1]));
        let last = counted.last().copied().filter(|_| counted.len() > 1 && one_subject && rising)?;
        let known = last.fact.value.as_ref()?;
        if side(known.qualifier()) == Side::Down || figure.quantity.value() >= known.value() {
            return None;
        }
        let (rule, cause, one) = self.cause(figure, mention, &[last], None, &|rule| {
            matches!(rule.code, "changed-digit" | "wrong-figure")
        })?;
        Some(self.told(rule, cause, figure, mention, one.fact))
    }

    /// The English sentence up to a place in it.
    pub(super) fn english_before(&self, at: usize) -> &str {
        let from = floor(self.text, at.saturating_sub(SENTENCE));
        let before = &self.text[from..at];
        &before[before.rfind(". ").max(before.rfind('\n')).map_or(0, |end| end + 1)..]
    }

    /// Whether an English sentence tells of what is and has been, and of nothing that was.
    fn is_told_in_the_present(&self, figure: &Figure) -> bool {
        let rest = &self.text[figure.range.end..];
        let rest = &rest[..floor(rest, SENTENCE)];
        let end = rest.find(". ").or_else(|| rest.find('\n')).unwrap_or(rest.len());
        let before = self.english_before(figure.range.start);
        let sentence = format!("{before}{}", &rest[..end]).to_lowercase();
        let words = || sentence.split(|letter: char| !letter.is_ascii_alphabetic());
        let now = words().any(|word| matches!(word, "has" | "have" | "now" | "currently" | "today"));
        // `only` is said of what was found wanting, perhaps long ago.
        now && !words().any(|word| {
            matches!(word, "had" | "was" | "were" | "would" | "will" | "should" | "must" | "could" | "only")
        })
    }

    /// The Chinese sentence of a figure up to it.
    pub(super) fn opening(&self, figure: &Figure) -> &str {
        let reach = floor(self.plain, figure.range.start.saturating_sub(LONGEST_SENTENCE));
        let before = &self.plain[reach..figure.range.start];
        before.rfind(['。', '\n', '！', '？']).map_or(before, |end| &before[end..])
    }

    /// Whether the clause of a figure says that it is so by now.
    pub(super) fn is_so_by_now(&self, figure: &Figure) -> bool {
        if figure.lang == Lang::En {
            return self.is_told_in_the_present(figure);
        }
        let clause = self.clause(figure);
        let sentence = self.opening(figure);
        let now =
            ["目前", "现在", "如今", "当前", "截至目前", "迄今"].iter().any(|word| sentence.contains(word));
        now || ["已经", "已达", "已超", "已实现"].iter().any(|word| clause.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Checker;
    use crate::document::Document;
    use crate::scan::Draft;

    fn told(text: &str, day: &str) -> Vec<String> {
        let base = crate::facts::embedded();
        let mut draft = Draft::new(Arc::new(Document::new("draft.md", text)));
        draft.day = day.parse().ok();
        let report = Checker::new(&base).check(&draft);
        let told = report.findings.iter().filter_map(|finding| finding.issue.as_ref());
        told.map(|issue| issue.rule.code.to_owned()).collect()
    }

    #[test]
    fn what_is_so_by_now_is_no_less_than_it_was() {
        let of = |share: &str| format!("目前，全国行政村通光纤的比例已{share}。");
        assert_eq!(told(&of("超过98%"), "2020-09-18"), [""; 0]);
        assert_eq!(told(&of("超过99%"), "2020-09-18"), [""; 0]);
        assert_eq!(told(&of("超过91%"), "2020-09-18"), ["changed-digit"]);
        assert_eq!(told(&of("达到91%"), "2018-03-01"), [""; 0]);
        assert_eq!(told("目前，全国自然村通光纤的比例已达到91%。", "2020-09-18"), [""; 0]);
        assert_eq!(told("目前，西藏行政村通光纤的比例已达到91%。", "2020-09-18"), [""; 0]);
    }

    #[test]
    fn so_it_is_in_english() {
        let of = |share: &str| format!("So far {share} percent of administrative villages have got 4G.");
        assert_eq!(told(&of("98"), "2019-08-20"), [""; 0]);
        assert_eq!(told(&of("89"), "2019-08-20"), ["changed-digit"]);
        assert_eq!(told(&of("89"), "2017-08-20"), [""; 0]);
        assert_eq!(told("Then 89 percent of administrative villages had 4G.", "2019-08-20"), [""; 0]);
        assert_eq!(told("In Tibet 89 percent of administrative villages have 4G.", "2019-08-20"), [""; 0]);
    }

    #[test]
    fn another_whole_is_told_by_now_as_well() {
        assert_eq!(told("目前，全国乡镇通光纤的比例已超过98%。", "2020-09-18"), ["wrong-whole"]);
        assert_eq!(told("全国乡镇通光纤的比例超过98%。", "2020-09-18"), [""; 0]);
    }
}
