//! Times and figures that the sentence pairs off one by one: `in 2016 and 2017, respectively`, 2016年和2017年分别.

use super::when::{Claims, Item};

impl Claims<'_> {
    /// As many times as figures, side by side.
    pub(super) fn one_each(&mut self, items: &[Item]) {
        let runs = runs(items);
        let held: Vec<Item> = items
            .iter()
            .filter(|item| !matches!(item, Item::Time(time) if self.base[*time]))
            .copied()
            .collect();
        // `A in 2018 and B in 2019, growing 6.6 percent and 6.1 percent respectively`: each time has its figure
        // already, and the run at the end goes through them again.
        if let [before @ .., last] = &self::runs(&held)[..]
            && last.len() > 1
            && matches!(last[0], Item::Figure(_))
        {
            let times: Vec<usize> = before
                .iter()
                .flat_map(|run| run.iter())
                .filter_map(|item| match item {
                    Item::Time(time) => Some(*time),
                    Item::Figure(_) => None,
                })
                .collect();
            // 2013年为2.1亿户，2015年为2.7亿户；分别为40%和50%: there the last that has its time opens the run.
            let own = before.len() % 2;
            // 2013年40%、2015年50%；2013年90%、2015年95%；依次为2.1亿和2.7亿: the times come round again.
            let round = last.len().saturating_sub(own);
            let again = round > 1
                && round < times.len()
                && times.len().is_multiple_of(round)
                && times.iter().zip(&times[round..]).all(|(one, next)| {
                    self.times[*one].period.is_some() && self.times[*one].period == self.times[*next].period
                });
            let times = if again { times[..round].to_vec() } else { times };
            let lists = last.len().saturating_sub(own).checked_div(times.len()).unwrap_or(0);
            let alone = before.iter().all(|run| run.len() == 1)
                && (again || before.len() + own == 2 * times.len())
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
            // 2016年和2018年分别为74.41万亿元和90.03万亿元，分别增长6.7%和6.6%: the times go with each of the lists.
            let times = matches!(one.first(), Some(Item::Time(_)));
            let lists = if times { two.len().checked_div(one.len()).unwrap_or(0) } else { 1 };
            if one.len() < 2 || one.len() * lists != two.len() || lists > respectively(self.text).max(1) {
                continue;
            }
            for (first, second) in one.iter().cycle().zip(two) {
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

/// Figures and times by turns: each run is of one kind.
fn runs(items: &[Item]) -> Vec<&[Item]> {
    items.chunk_by(|one, next| matches!(one, Item::Figure(_)) == matches!(next, Item::Figure(_))).collect()
}

/// Words that say of a list that it goes with another, one by one.
const RESPECTIVELY: [&str; 5] = ["respectively", "in that order", "分别", "分別", "依次"];

/// How often a text says that its lists go together one by one.
pub(crate) fn respectively(text: &str) -> usize {
    RESPECTIVELY.iter().map(|word| text.matches(word).count()).sum()
}
