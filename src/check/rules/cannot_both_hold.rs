//! Figures of the draft that cannot all be true, whatever the base says.

use super::Rule;
use crate::diagnostic::Severity;

pub(in crate::check) static RULE: Rule = Rule {
    code: "cannot-both-hold",
    severity: Severity::Error,
    summary: "figures of one sentence cannot all be true",
    page: "\
Holds figures of one sentence against each other where the words tie them together: an amount, its share and the
whole; parts and their sum, or a part and its whole; growth, from and to; both ends of a rise or fall; an amount and
what it is worth in another currency, by the rates of the years before. Each figure stands for the interval that its
digits leave, an amount and its share for a digit more; they cannot all be true when no values in those intervals
fit. The line below says which value the others give.

The base need not know the figures, but the sentence, or the one it goes on from, must name something of it.
Figures that already differ from the base, and figures that all agree with it, are left to the other rules. Growth
of money may be real and its amounts nominal: it is told only where prices cannot be the reason.

Wrong: It reached 22.58 trillion yuan, 30.3 percent of the GDP of 70 trillion yuan.
Right: It reached 22.58 trillion yuan, 30.3 percent of the GDP of 74.4 trillion yuan.",
    look: None,
    strong: false,
};
