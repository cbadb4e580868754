//! Works a formula out: the result with its interval, and the working as one line that can go into a footnote.
//!
//! A function is worked as what it means in plain arithmetic, and its line shows that: `growth(new, old)` is
//! `new ÷ old − 1`, `before(value, growth)` is `value ÷ (1 + growth)`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use super::compare;
use super::exchange::Exchange;
use super::formula::{self, Expr, Fault, FormulaError, Function, Node, Operator};
use crate::facts::model::{Base, Derived, Entry};
use crate::lang::Lang;
use crate::nearest::nearest;
use crate::period::Period;
use crate::quantity::{ArithmeticError, Computed, Currency, Quantity, Unit, print};
use crate::rates::Rate;

/// A formula worked out.
#[derive(Debug, Clone)]
pub struct Worked<'b> {
    /// The formula as written.
    pub formula: String,
    /// The result.
    pub result: Computed,
    /// The working without its result: `22.58 trillion yuan ÷ 30.3 %`.
    pub working: String,
    /// Whether there is nothing to work out: one figure, as it is.
    pub is_plain: bool,
    /// What went into it, in the order of the formula, each once.
    pub inputs: Vec<Input<'b>>,
    /// Whether it is growth reckoned from levels, which growth on a comparable or real basis is not.
    pub from_levels: bool,
}

/// Something that went into a formula.
#[derive(Debug, Clone)]
pub enum Input<'b> {
    /// An entry of the base: a fact or a rate.
    Entry(Entry),
    /// Another derived figure, with its own working.
    Derived(&'b Derived, Rc<Worked<'b>>),
    /// An exchange rate that `convert` took.
    Rate(Box<Rate>),
}

/// Why a formula cannot be worked out, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkError {
    /// UTF-8 byte offsets in the formula.
    pub span: Range<usize>,
    /// What is wrong: lower case, names in backticks.
    pub what: String,
    /// What would be right.
    pub hint: Option<String>,
}

impl fmt::Display for WorkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

/// Works out a formula over a base.
///
/// # Errors
///
/// The first place that cannot be read, or whose units do not go together.
pub fn work<'b>(exchange: &Exchange<'b>, text: &str, lang: Lang) -> Result<Worked<'b>, WorkError> {
    Worker { exchange, lang, open: BTreeSet::new(), known: BTreeMap::new() }.work(text)
}

/// Works out a derived figure of the base.
///
/// # Errors
///
/// As [`work`], and when it rests on itself.
pub fn work_derived<'b>(
    exchange: &Exchange<'b>,
    derived: &Derived,
    lang: Lang,
) -> Result<Worked<'b>, WorkError> {
    let open = BTreeSet::from([derived.id.to_string()]);
    Worker { exchange, lang, open, known: BTreeMap::new() }.work(&derived.formula)
}

/// Works formulas out, knowing which derived figures it is inside of.
struct Worker<'e, 'b> {
    exchange: &'e Exchange<'b>,
    lang: Lang,
    open: BTreeSet<String>,
    /// Derived figures worked out on the way, so that each is worked out once.
    known: BTreeMap<String, Rc<Worked<'b>>>,
}

/// How long a chain of derived figures may be.
pub(super) const LONGEST_CHAIN: usize = 64;

/// How many bits an exact number may take: more digits than any figure has.
const MOST_BITS: usize = 65_536;

/// A part worked out: its value, its text, and how closely the text holds together.
struct Part {
    computed: Computed,
    text: String,
    binds: Binds,
}

/// How closely a text holds together: whether it needs parentheses as a part of another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Sum,
    Product,
    Whole,
}

impl Part {
    /// The text as a part that must bind at least so closely.
    fn within(&self, binds: Binds) -> String {
        if self.binds < binds { format!("({})", self.text) } else { self.text.clone() }
    }
}

impl<'b> Worker<'_, 'b> {
    fn work(&mut self, text: &str) -> Result<Worked<'b>, WorkError> {
        let base = self.exchange.base;
        let known = |word: &str| base.entry(word).is_some();
        let tree = formula::parse(text, &known).map_err(|error| self.unreadable(error))?;
        let mut inputs = Vec::new();
        let part = self.part(&tree, &mut inputs)?;
        if part.computed.value.bits() > MOST_BITS {
            let what = "the result has more digits than can be reckoned with".to_owned();
            return Err(WorkError { span: tree.span, what, hint: None });
        }
        Ok(Worked {
            formula: text.to_owned(),
            result: part.computed,
            working: part.text,
            is_plain: matches!(tree.node, Node::Id(_) | Node::Literal(_)),
            inputs,
            from_levels: compare::is_growth_of_levels(base, &tree),
        })
    }

    /// A formula that cannot be read; an unknown word may be meant for an ID of the base.
    fn unreadable(&self, error: FormulaError) -> WorkError {
        let near = match &error.fault {
            Fault::Unknown(word, _) => nearest(word, self.exchange.base.ids()),
            _ => None,
        };
        let hint = near.map(|near| format!("did you mean `{near}`?")).or_else(|| error.hint());
        WorkError { what: error.to_string(), span: error.span, hint }
    }

    fn part(&mut self, expr: &Expr, inputs: &mut Vec<Input<'b>>) -> Result<Part, WorkError> {
        match &expr.node {
            Node::Literal(quantity) => Ok(Part {
                computed: Computed::from(&**quantity),
                text: self.said(quantity),
                binds: Binds::Whole,
            }),
            Node::Id(id) => self.entry(id, &expr.span, inputs),
            Node::Negative(inner) => {
                let inner = self.part(inner, inputs)?;
                Ok(Part {
                    text: format!("−{}", inner.within(Binds::Whole)),
                    computed: negative(&inner.computed),
                    binds: Binds::Product,
                })
            }
            Node::Binary(operator, left, right) => {
                let left = self.part(left, inputs)?;
                let right = self.part(right, inputs)?;
                binary(*operator, &left, &right, &expr.span)
            }
            Node::Call(function, arguments) => self.call(*function, arguments, &expr.span, inputs),
            Node::Currency(_) | Node::Period(_) => {
                unreachable!("only `convert` has such arguments, and it reads them itself")
            }
        }
    }

    /// A quantity as written, or in the words of the language asked for if it is written in another.
    fn said(&self, quantity: &Quantity) -> String {
        if lang_of(quantity.text()) == Some(self.lang) || lang_of(quantity.text()).is_none() {
            quantity.text().to_owned()
        } else {
            print::phrase(quantity, self.lang)
        }
    }

    fn entry(
        &mut self,
        id: &str,
        span: &Range<usize>,
        inputs: &mut Vec<Input<'b>>,
    ) -> Result<Part, WorkError> {
        let base = self.exchange.base;
        let no_figure = || WorkError {
            span: span.clone(),
            what: format!("`{id}` has no figure to reckon with"),
            hint: Some("name a fact with a value, a rate or a derived figure".to_owned()),
        };
        let entry = base.entry(id).ok_or_else(no_figure)?;
        match entry {
            Entry::Fact(at) => {
                let fact = &base.facts[at];
                let value = fact.value.as_ref().ok_or_else(no_figure)?;
                put(inputs, entry);
                let computed = fact.computed().ok_or_else(no_figure)?;
                Ok(Part { computed, text: self.said(value), binds: Binds::Whole })
            }
            Entry::Rate(at) => {
                put(inputs, entry);
                let computed = rate_value(base, at);
                let text = computed.figure(self.lang, None);
                Ok(Part { computed, text, binds: Binds::Whole })
            }
            Entry::Derived(at) => {
                let derived = &base.derived[at];
                if let Some(known) = self.known.get(id) {
                    let worked = Rc::clone(known);
                    return Ok(self.use_derived(derived, worked, inputs));
                }
                if self.open.len() > LONGEST_CHAIN {
                    return Err(WorkError {
                        span: span.clone(),
                        what: format!("more than {LONGEST_CHAIN} derived figures rest on each other"),
                        hint: None,
                    });
                }
                if !self.open.insert(id.to_owned()) {
                    return Err(WorkError {
                        span: span.clone(),
                        what: format!("`{id}` rests on itself"),
                        hint: Some("follow the formulas from one to the next".to_owned()),
                    });
                }
                let worked = self.work(&derived.formula).map_err(|error| WorkError {
                    span: span.clone(),
                    what: format!("`{id}` cannot be worked out: {error}"),
                    hint: error.hint,
                })?;
                self.open.remove(id);
                let worked = Rc::new(worked);
                self.known.insert(id.to_owned(), Rc::clone(&worked));
                Ok(self.use_derived(derived, worked, inputs))
            }
            _ => Err(no_figure()),
        }
    }

    /// A derived figure as a part of another.
    fn use_derived(&self, derived: &'b Derived, worked: Rc<Worked<'b>>, inputs: &mut Vec<Input<'b>>) -> Part {
        let text = worked.result.figure(self.lang, None);
        let computed = worked.result.clone();
        let is_there =
            |input: &Input<'_>| matches!(input, Input::Derived(there, _) if there.id == derived.id);
        if !inputs.iter().any(is_there) {
            inputs.push(Input::Derived(derived, worked));
        }
        Part { computed, text, binds: Binds::Whole }
    }

    fn call(
        &mut self,
        function: Function,
        arguments: &[Expr],
        span: &Range<usize>,
        inputs: &mut Vec<Input<'b>>,
    ) -> Result<Part, WorkError> {
        if function == Function::Convert {
            return self.convert(arguments, span, inputs);
        }
        let mut parts = Vec::with_capacity(arguments.len());
        for argument in arguments {
            parts.push(self.part(argument, inputs)?);
        }
        let (first, second) = (&parts[0], &parts[1]);
        let clash = |error| clashing(&error, span);
        match function {
            Function::Convert => unreachable!("it was worked out above"),
            Function::Sum => {
                let mut sum = binary(Operator::Add, first, second, span)?;
                for part in &parts[2..] {
                    sum = binary(Operator::Add, &sum, part, span)?;
                }
                Ok(sum)
            }
            Function::Per => binary(Operator::Divide, first, second, span),
            Function::Share => Ok(Part {
                computed: first.computed.share_of(&second.computed).map_err(clash)?,
                text: quotient(first, second),
                binds: Binds::Product,
            }),
            Function::Growth => Ok(Part {
                computed: as_precise(
                    first,
                    second,
                    first.computed.growth_from(&second.computed).map_err(clash)?,
                ),
                text: format!("{} − 1", quotient(first, second)),
                binds: Binds::Sum,
            }),
            Function::Before => Ok(Part {
                computed: first.computed.before(&second.computed).map_err(clash)?,
                text: format!("{} ÷ (1 + {})", first.within(Binds::Product), second.within(Binds::Product)),
                binds: Binds::Product,
            }),
            Function::Cagr => {
                let years = whole_number(&parts[2].computed, &arguments[2].span)?;
                Ok(Part {
                    computed: as_precise(
                        first,
                        second,
                        first.computed.yearly_growth_from(&second.computed, years).map_err(clash)?,
                    ),
                    text: format!("({})^(1/{years}) − 1", quotient(first, second)),
                    binds: Binds::Sum,
                })
            }
        }
    }

    fn convert(
        &mut self,
        arguments: &[Expr],
        span: &Range<usize>,
        inputs: &mut Vec<Input<'b>>,
    ) -> Result<Part, WorkError> {
        let amount = self.part(&arguments[0], inputs)?;
        let Node::Currency(to) = arguments[1].node else {
            unreachable!("the second argument of `convert` is read as a currency")
        };
        let Some(from) = amount.computed.unit.currency() else {
            return Err(WorkError {
                span: arguments[0].span.clone(),
                what: format!("{} is no money", amount.text),
                hint: Some("convert money: `convert(22.58 trillion yuan, USD, 2016)`".to_owned()),
            });
        };
        if from == to {
            return Ok(amount);
        }
        let period = match arguments.get(2).map(|argument| &argument.node) {
            Some(Node::Period(period)) => Some(*period),
            _ => self.period_of(&arguments[0]),
        };
        let Some(period) = period else {
            return Err(WorkError {
                span: span.clone(),
                what: "the rate of which day or year is wanted?".to_owned(),
                hint: Some(format!("add it: `convert(…, {}, 2016)`", to.code())),
            });
        };
        let rate = self.exchange.rate(from, to, period).map_err(|missing| WorkError {
            span: span.clone(),
            what: missing.to_string(),
            hint: Some(missing.notes().join("; ")),
        })?;
        let price = rate_computed(&rate, from, to);
        let text = format!("{} ÷ {}", amount.within(Binds::Product), price.figure(self.lang, None));
        let computed = amount.computed.div(&price).map_err(|clash| clashing(&clash, span))?;
        let is_there = |input: &Input<'_>| matches!(input, Input::Rate(there) if **there == rate);
        if !inputs.iter().any(is_there) {
            inputs.push(Input::Rate(Box::new(rate)));
        }
        Ok(Part { computed, text, binds: Binds::Product })
    }

    /// The period of a fact, when the expression is just that.
    fn period_of(&self, expr: &Expr) -> Option<Period> {
        match &expr.node {
            Node::Id(id) => self.exchange.base.fact(id).and_then(|fact| fact.period),
            _ => None,
        }
    }
}

/// The language a figure is written in; none if it has no words.
fn lang_of(text: &str) -> Option<Lang> {
    if text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)) {
        Some(Lang::Zh)
    } else {
        text.chars().any(char::is_alphabetic).then_some(Lang::En)
    }
}

fn put(inputs: &mut Vec<Input<'_>>, entry: Entry) {
    let is_there = inputs.iter().any(|input| matches!(input, Input::Entry(there) if *there == entry));
    if !is_there {
        inputs.push(Input::Entry(entry));
    }
}

fn binary(operator: Operator, left: &Part, right: &Part, span: &Range<usize>) -> Result<Part, WorkError> {
    let (one, other) = (&left.computed, &right.computed);
    let result = match operator {
        Operator::Add => one.add(other),
        Operator::Subtract => one.sub(other),
        Operator::Multiply => one.mul(other),
        Operator::Divide => one.div(other),
    };
    let computed = result.map_err(|clash| clashing(&clash, span))?;
    // What stands behind a minus or a division needs parentheses one step sooner.
    let (binds, behind) = match operator {
        Operator::Add => (Binds::Sum, Binds::Sum),
        Operator::Subtract => (Binds::Sum, Binds::Product),
        Operator::Multiply => (Binds::Product, Binds::Product),
        Operator::Divide => (Binds::Product, Binds::Whole),
    };
    let text = format!("{} {} {}", left.within(binds), operator.sign(), right.within(behind));
    Ok(Part { computed, text, binds })
}

/// Growth with as many digits as its least precise level has: from 18.6 to 22.6 it is 21.5 %, and its interval
/// says how much of that is known.
fn as_precise(new: &Part, old: &Part, growth: Computed) -> Computed {
    Computed { digits: new.computed.digits.min(old.computed.digits), ..growth }
}

/// The opposite of a figure.
fn negative(figure: &Computed) -> Computed {
    Computed { value: -&figure.value, interval: figure.interval.neg(), ..figure.clone() }
}

fn quotient(one: &Part, other: &Part) -> String {
    format!("{} ÷ {}", one.within(Binds::Product), other.within(Binds::Whole))
}

fn clashing(clash: &ArithmeticError, span: &Range<usize>) -> WorkError {
    WorkError { span: span.clone(), what: clash.to_string(), hint: None }
}

fn whole_number(count: &Computed, span: &Range<usize>) -> Result<u32, WorkError> {
    let number = (count.value.is_integer() && matches!(count.unit, Unit::Number | Unit::Count(_)))
        .then(|| count.value.to_text().parse().ok())
        .flatten();
    number.filter(|years| (1..=1000).contains(years)).ok_or_else(|| WorkError {
        span: span.clone(),
        what: "the years are a whole number from 1 to 1000".to_owned(),
        hint: Some("write `cagr(new, old, 9)`".to_owned()),
    })
}

/// A rate of the base as so much of the one currency for one of the other.
pub(super) fn rate_value(base: &Base, at: usize) -> Computed {
    let rate = &base.rates[at];
    let price = Computed::from(&rate.value);
    Computed { unit: unit_of(rate.quote, rate.base), ..price }
}

fn rate_computed(rate: &Rate, from: Currency, to: Currency) -> Computed {
    Computed {
        value: rate.value.clone(),
        interval: rate.interval.clone(),
        unit: unit_of(from, to),
        digits: rate.digits,
    }
}

fn unit_of(of: Currency, to: Currency) -> Unit {
    Unit::Rate(Box::new(Unit::Money(of)), Box::new(Unit::Money(to)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;

    fn worked(formula: &str) -> String {
        let base = facts::embedded();
        let exchange = Exchange::of(&base);
        match work(&exchange, formula, Lang::En) {
            Ok(worked) => {
                let result = worked.result.figure(Lang::En, None);
                let bounds = worked.result.bounds(Lang::En, None);
                format!("{} = {result} ({bounds})", worked.working)
            }
            Err(error) => format!("{}..{}: {error}", error.span.start, error.span.end),
        }
    }

    #[test]
    fn functions_are_shown_as_the_arithmetic_they_are() {
        for (formula, expected) in [
            (
                "22.58 trillion yuan / 30.3 %",
                "22.58 trillion yuan ÷ 30.3 % = 74.5 trillion yuan (74.38 … 74.67)",
            ),
            ("before(50 billion yuan, 30 %)", "50 billion yuan ÷ (1 + 30 %) = 38 billion yuan (37.9 … 39.0)"),
            ("growth(22.6, 18.6)", "22.6 ÷ 18.6 − 1 = 21.5 % (20.91 … 22.11)"),
            ("share(3, 7)", "3 ÷ 7 = 42.8571428571 % ()"),
            ("cagr(45.5, 11.0, 9)", "(45.5 ÷ 11.0)^(1/9) − 1 = 17.1 % (17.01 … 17.17)"),
            ("sum(1 yuan, 2 yuan, 3 yuan)", "1 yuan + 2 yuan + 3 yuan = 6 yuan (4.50 … 7.50)"),
            ("6 yuan - (3 yuan - 1 yuan)", "6 yuan − (3 yuan − 1 yuan) = 4 yuan (2.50 … 5.50)"),
            ("100 yuan / (4 * 5)", "100 yuan ÷ (4 × 5) = 5.00 yuan (4.975 … 5.025)"),
            (
                "convert(664.23 yuan, USD, 2016)",
                "664.23 yuan ÷ 6.6423 yuan per US dollar = 100.00 US dollars (99.998 … 100.002)",
            ),
        ] {
            assert_eq!(worked(formula), expected);
        }
    }

    #[test]
    fn units_that_do_not_go_together_are_named_at_their_place() {
        for (formula, expected) in [
            ("1 + (5 yuan + 3 %)", "4..18: cannot add `yuan` and `percent`"),
            ("growth(5 yuan, 3 %)", "0..19: cannot divide `yuan` by `percent`"),
            ("convert(3 %, USD, 2016)", "8..11: 3 % is no money"),
            ("convert(5 yuan, USD)", "0..20: the rate of which day or year is wanted?"),
            ("1 / 0", "0..5: the divisor may be zero"),
            (
                "wide-fields-everyday-life * 2",
                "0..25: `wide-fields-everyday-life` has no figure to reckon with",
            ),
        ] {
            assert_eq!(worked(formula), expected);
        }
    }
}
