//! A figure that agrees in its digits and yet says something else: a fall where the base has a rise, or a goal where it
//! has what came.

use super::finding::{Issue, Verdict};
use super::judge::{Found, Held, Judge};
use super::mention::{Mention, Where};
use super::rules;
use crate::facts::model::{Kind, Measure};
use crate::quantity::Exact;
use crate::scan::{Direction, Figure};

/// What stands before a figure that was only aimed at.
const GOALS: [&str; 8] = [
    "target of",
    "targets of",
    "target range of",
    "goal of",
    "goals of",
    "ceiling of",
    "target between",
    "goal between",
];

impl<'a> Judge<'a> {
    /// Whether facts that agree with a figure in its digits are not what it says; then what is found of it.
    pub(super) fn turned_round(
        &self,
        figure: &Figure,
        mention: &Mention,
        agreeing: &[&Held<'a>],
        place: Where,
    ) -> Option<Found<'a>> {
        let rose = |one: &&Held<'a>| {
            one.subject.measure == Measure::Growth
                && one.fact.value.as_ref().is_some_and(|value| *value.value() > Exact::ZERO)
        };
        let falls = figure.direction == Some(Direction::Down) && *figure.quantity.value() > Exact::ZERO;
        let first = agreeing.first()?;
        if falls && agreeing.iter().all(rose) {
            let clear = place != Where::Foreign
                && mention.sure
                && mention.near
                && mention.period.is_some()
                && !(mention.other_kind || mention.forecast || mention.unknown_time);
            if !clear {
                return Some(Found::only(Verdict::Undecided));
            }
            let rule = rules::rule("wrong-figure").expect("the rule is listed");
            let title = format!("`{}` is a rise in the base, not a fall", &self.text[figure.number.clone()]);
            return Some(Found::differs(first.fact, Issue::new(rule, title)));
        }
        // `within the target of 6 to 6.5 percent`: what came lies within it, but is not it.
        let before = self.text[..figure.range.start].trim_end();
        let goal = GOALS.iter().any(|goal| before.ends_with(goal));
        (goal && agreeing.iter().all(|one| one.fact.kind != Kind::Target))
            .then(|| Found::only(Verdict::Undecided))
    }
}
