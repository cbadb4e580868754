//! Holds a derived figure against others: facts, rates, other derived figures, targets.
//!
//! Two figures agree when their intervals have a value in common. A target is met or not. Growth reckoned from
//! published levels is not comparable with growth that was published on a comparable or real basis: levels are
//! revised and prices change, so a difference contradicts nothing.

use super::exchange::Exchange;
use super::formula::{self, Expr, Function, Node, Operator};
use super::worked::{self, LONGEST_CHAIN, Worked};
use crate::facts::model::{Base, Basis, Entry, Fact, Kind, Measure};
use crate::lang::Lang;
use crate::quantity::Computed;
use crate::status::{self, Finding};

/// How a derived figure stands to what it is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Their intervals have values in common.
    Agrees,
    /// They have none.
    Differs,
    /// Growth from levels against growth published on another basis: no contradiction, whatever they say.
    NotComparable,
    /// They are not of one unit.
    OtherUnit,
    /// It was held against a target.
    Target(Finding),
}

/// The value of an entry that a derived figure is held against; none if it has none.
#[must_use]
pub fn value_of(exchange: &Exchange<'_>, id: &str) -> Option<Computed> {
    let base = exchange.base;
    match base.entry(id)? {
        Entry::Fact(at) => base.facts[at].computed(),
        Entry::Rate(at) => Some(worked::rate_value(base, at)),
        Entry::Derived(at) => {
            let worked = worked::work_derived(exchange, &base.derived[at], Lang::En).ok()?;
            Some(worked.result)
        }
        _ => None,
    }
}

/// Holds a result against the value of an entry.
#[must_use]
pub fn compare(base: &Base, worked: &Worked<'_>, id: &str, value: &Computed) -> Comparison {
    let fact = base.fact(id);
    let basis = fact.and_then(|fact| fact.basis);
    let target = fact.filter(|fact| fact.kind == Kind::Target).and_then(|fact| fact.value.as_ref());
    if worked.from_levels && matches!(basis, Some(Basis::Comparable | Basis::Real)) {
        Comparison::NotComparable
    } else if worked.result.unit.dimension() != value.unit.dimension()
        || worked.result.unit.currency() != value.unit.currency()
    {
        Comparison::OtherUnit
    } else if let Some(target) = target {
        Comparison::Target(status::test(target, &worked.result.interval))
    } else if worked.result.interval.overlaps(&value.interval) || overlaps_other_reading(fact, worked) {
        Comparison::Agrees
    } else {
        Comparison::Differs
    }
}

/// Whether the result has a value in common with a second reading that a fact allows.
fn overlaps_other_reading(fact: Option<&Fact>, worked: &Worked<'_>) -> bool {
    fact.and_then(|fact| fact.or.as_ref()).is_some_and(|or| worked.result.interval.overlaps(or.interval()))
}

/// Whether a formula is growth (or growth a year) reckoned from levels, itself or by another derived figure.
pub(super) fn is_growth_of_levels(base: &Base, expr: &Expr) -> bool {
    match &expr.node {
        Node::Call(Function::Growth | Function::Cagr, arguments) => {
            arguments.iter().take(2).all(|argument| is_level(base, argument, LONGEST_CHAIN))
        }
        Node::Id(id) => match derived_tree(base, id) {
            Some(inner) => matches!(&inner.node, Node::Call(..)) && is_growth_of_levels(base, &inner),
            None => false,
        },
        _ => false,
    }
}

/// Whether a part of a formula is an amount: a level, money, or what is added up or derived from such.
fn is_level(base: &Base, expr: &Expr, deep: usize) -> bool {
    let inner = |expr: &Expr| deep > 0 && is_level(base, expr, deep - 1);
    match &expr.node {
        Node::Id(id) => match derived_tree(base, id) {
            Some(tree) => inner(&tree),
            None => base.fact(id).is_some_and(|fact| fact.measure == Some(Measure::Level)),
        },
        Node::Literal(quantity) => quantity.unit().currency().is_some(),
        Node::Binary(Operator::Add | Operator::Subtract, left, right) => inner(left) && inner(right),
        Node::Binary(Operator::Multiply | Operator::Divide, left, _) => inner(left),
        Node::Call(Function::Sum, arguments) => arguments.iter().all(inner),
        Node::Call(Function::Convert | Function::Before, arguments) => arguments.first().is_some_and(inner),
        Node::Negative(part) => inner(part),
        _ => false,
    }
}

/// The tree of a derived figure's formula.
fn derived_tree(base: &Base, id: &str) -> Option<Expr> {
    let Some(Entry::Derived(at)) = base.entry(id) else { return None };
    formula::parse(&base.derived[at].formula, &|word| base.entry(word).is_some()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::worked::work;
    use crate::facts;

    #[test]
    fn growth_from_levels_is_not_held_against_another_basis() {
        let base = facts::embedded();
        let exchange = Exchange::of(&base);
        let nominal =
            work(&exchange, "growth(digital-economy-2016-caict, digital-economy-2015)", Lang::En).unwrap();
        let against = |id: &str| {
            let value = value_of(&exchange, id).unwrap();
            compare(&base, &nominal, id, &value)
        };
        assert_eq!(against("digital-economy-growth-2016"), Comparison::NotComparable);
        assert_eq!(against("cloud-growth"), Comparison::Differs);
        assert_eq!(against("gdp-2016-final"), Comparison::OtherUnit);
    }

    #[test]
    fn the_implied_gdp_agrees_with_the_first_estimate_only() {
        let base = facts::embedded();
        let exchange = Exchange::of(&base);
        let implied = work(&exchange, "gdp-2016-implied", Lang::En).unwrap();
        let against = |id: &str| compare(&base, &implied, id, &value_of(&exchange, id).unwrap());
        assert_eq!(against("gdp-2016-preliminary"), Comparison::Agrees);
        assert_eq!(against("gdp-2016-final"), Comparison::Differs);
    }
}
