//! Times and figures that the sentence pairs off one by one: `in 2016 and 2017, respectively`, 2016年和2017年分别.

use super::when::{Claims, Item};

impl Claims<'_> {
    /// As many times as figures, side by side.
    pub(super) fn one_each(&mut self, items: &[Item]) {
        let mut runs: Vec<&[Item]> = Vec::new();
        let mut begin = 0;
        for at in 1..=items.len() {
            let same = at < items.len()
                && matches!(
                    (items[at], items[at - 1]),
                    (Item::Figure(_), Item::Figure(_)) | (Item::Time(_), Item::Time(_))
                );
            if !same {
                runs.push(&items[begin..at]);
                begin = at;
            }
        }
        // `A in 2018 and B in 2019, growing 6.6 percent and 6.1 percent respectively`: each time has its figure
        // already, and the run at the end goes through them again.
        if let [before @ .., last] = &runs[..]
            && last.len() > 1
            && matches!(last[0], Item::Figure(_))
        {
            let times: Vec<usize> = before
                .iter()
                .flat_map(|run| run.iter())
                .filter_map(|item| match item {
                    Item::Time(time) if !self.times[*time].compared => Some(*time),
                    _ => None,
                })
                .collect();
            // 2013年为2.1亿户，2015年为2.7亿户；分别为40%和50%: there the last that has its time opens the run.
            let own = before.len() % 2;
            let lists = last.len().saturating_sub(own).checked_div(times.len()).unwrap_or(0);
            let alone = before.iter().all(|run| run.len() == 1)
                && before.len() + own == 2 * times.len()
                && own + lists * times.len() == last.len();
            if alone && (lists == 1 || lists <= respectively(self.text)) {
                for (item, time) in last[own..].iter().zip(times.iter().cycle()) {
                    if let Item::Figure(figure) = item {
                        self.of[*figure] = Some(*time);
                    }
                }
            }
        }
        for pair in runs.windows(2) {
            let (one, two) = (pair[0], pair[1]);
            if one.len() < 2 || one.len() != two.len() {
                continue;
            }
            for (first, second) in one.iter().zip(two) {
                match (*first, *second) {
                    (Item::Figure(figure), Item::Time(time)) | (Item::Time(time), Item::Figure(figure)) => {
                        self.of[figure] = self.of[figure].or(Some(time));
                    }
                    _ => {}
                }
            }
        }
    }

}

/// Words that say of a list that it goes with another, one by one.
const RESPECTIVELY: [&str; 5] = ["respectively", "in that order", "分别", "分別", "依次"];

/// How often a text says that its lists go together one by one.
pub(crate) fn respectively(text: &str) -> usize {
    RESPECTIVELY.iter().map(|word| text.matches(word).count()).sum()
}
