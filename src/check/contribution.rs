//! What says that a percentage is contributed: to growth, or as a share of a whole.

use super::scene::Scene;
use crate::lang::Lang;
use crate::scan::Figure;

impl Scene<'_> {
    /// Whether the verb before a figure and the word before its whole say that it was contributed to it.
    pub(super) fn contributes(&self, figure: &Figure, whole: usize) -> bool {
        let verb = self.before(figure.range.start);
        self.lang == Lang::En
            && figure.range.end <= self.hits[whole].range.start
            && verb.split(' ').next_back().is_some_and(|word| word.starts_with("contribut"))
            && self.text[figure.range.end..self.hits[whole].range.start].trim_start().starts_with("to ")
    }

    /// Whether a whole is the growth of something: `of GDP growth`, GDP增长的.
    pub(super) fn of_growth(&self, whole: usize) -> bool {
        let after = self.small_after(self.hits[whole].range.end);
        let before = self.small_before(self.hits[whole].range.start);
        let before = ["china's", "china’s", "country's", "nation's", "its"]
            .iter()
            .find_map(|owner| before.strip_suffix(owner))
            .map_or(before, str::trim_end);
        // `58.7 percent of China's growth`: the name says it.
        let name = self.small(self.hits[whole].range.clone());
        // `of the growth of the country's GDP` is, too.
        let alone = name == "growth" && before.ends_with(" of the") && after.starts_with("of ");
        if alone || name.ends_with(" growth") || name.ends_with(" expansion") {
            return true;
        }
        // `in GDP increased from` is no growth of GDP.
        let verb = ["increased", "increases"].iter().any(|verb| after.starts_with(verb));
        ["growth", "'s growth", "increase", "expansion", "增长", "增量", "增長"]
            .iter()
            .any(|word| !verb && after.trim_start_matches("'s ").starts_with(word))
            || [
                "growth of",
                "growth in",
                "increase in",
                "increase in the",
                "rise in",
                "rise in the",
                "rise of the",
                "expansion of",
                "expansion of the",
                "growth of the country's",
                "growth of china's",
                "growth of the",
                "growth in the",
            ]
            .iter()
            .any(|word| before.ends_with(word))
    }

    /// Whether `contribution to GDP` means its growth: the noun does, `contributed 30.3 percent to GDP` not.
    pub(super) fn is_contribution(&self, figure: &Figure, whole: usize) -> bool {
        match self.lang {
            Lang::Zh => {
                let clause = self.clause_at(figure.range.start);
                self.clauses.get(clause).is_some_and(|clause| {
                    self.text[clause.range.clone()].contains("贡献率")
                        || self.text[clause.range.clone()].contains("的贡献")
                        || self.text[clause.range.clone()].contains("貢獻率")
                        || self.of_growth(whole)
                })
            }
            Lang::En => {
                let from = self.range.start;
                self.small(from..figure.range.start).contains("contribution rate")
            }
        }
    }
}
