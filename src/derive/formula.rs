//! Formulas over facts: how they are written, and their tree.
//!
//! An operand is the ID of a fact, a rate or a derived figure, a quantity as one writes it
//! (`22.58 trillion yuan`, `30.3 %`, `1.5`), in quotes or not, or a function. Operators are `+ - * /` (also
//! `− × ÷`); times and divided-by bind closer than plus and minus. A minus between blanks subtracts; one
//! inside a word belongs to an ID.
//!
//! ```
//! use ipfacts::derive::formula::{Node, parse};
//!
//! let known = |word: &str| matches!(word, "digital-economy-2016" | "gdp-2016-final");
//! let tree = parse("share(digital-economy-2016, gdp-2016-final)", &known).unwrap();
//! assert!(matches!(tree.node, Node::Call(..)));
//!
//! let fault = parse("digital-economy-2016 / ", &known).unwrap_err();
//! assert_eq!(fault.to_string(), "the formula ends where a figure is wanted");
//! ```

use std::fmt;
use std::ops::Range;

use crate::nearest::nearest;
use crate::period::Period;
use crate::quantity::{self, Currency, Nouns, Quantity};

/// A formula or a part of it.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub node: Node,
    /// UTF-8 byte offsets in the formula.
    pub span: Range<usize>,
}

/// What a part of a formula is.
#[derive(Debug, Clone)]
pub enum Node {
    /// An entry of the base.
    Id(String),
    /// A quantity.
    Literal(Box<Quantity>),
    /// The currency that `convert` is to give.
    Currency(Currency),
    /// The period that `convert` takes its rate from.
    Period(Period),
    /// Two operands.
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// The opposite.
    Negative(Box<Expr>),
    /// A function and its arguments.
    Call(Function, Vec<Expr>),
}

/// What is done with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Plus.
    Add,
    /// Minus.
    Subtract,
    /// Times.
    Multiply,
    /// Divided by.
    Divide,
}

impl Operator {
    /// The sign that is printed.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '−',
            Self::Multiply => '×',
            Self::Divide => '÷',
        }
    }
}

/// A function that policy figures need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// `convert(money, currency, period)`: money in another currency.
    Convert,
    /// `before(value, growth)`: what the value was before it grew.
    Before,
    /// `growth(new, old)`: by how much it grew.
    Growth,
    /// `cagr(new, old, years)`: by how much it grew a year, on average.
    Cagr,
    /// `share(part, whole)`: the part in percent of the whole.
    Share,
    /// `per(amount, count)`: the amount for each one counted.
    Per,
    /// `sum(a, b, …)`: all together.
    Sum,
}

impl Function {
    /// Every function with its name, its arguments, and how many it takes at least and at most.
    pub const ALL: &[(Self, &str, &str, usize, usize)] = &[
        (Self::Convert, "convert", "money, currency, period", 2, 3),
        (Self::Before, "before", "value, growth", 2, 2),
        (Self::Growth, "growth", "new, old", 2, 2),
        (Self::Cagr, "cagr", "new, old, years", 3, 3),
        (Self::Share, "share", "part, whole", 2, 2),
        (Self::Per, "per", "amount, count", 2, 2),
        (Self::Sum, "sum", "a, b, …", 2, usize::MAX),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }
}

/// Why a formula cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError {
    /// UTF-8 byte offsets in the formula.
    pub span: Range<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It ends where a figure is wanted.
    Ends,
    /// A word is neither an ID nor a function nor a quantity; the nearest that is.
    Unknown(String, Option<String>),
    /// A quantity in quotes cannot be read.
    Quantity(String),
    /// Something else than the sign wanted here.
    Wanted(&'static str),
    /// A function with too few or too many arguments.
    Arguments(&'static str, &'static str),
    /// `convert` wants a currency.
    Currency(String),
    /// `convert` wants a period.
    Period(String),
    /// It is nested too deep.
    Deep,
    /// It is too long.
    Long,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            Fault::Ends => write!(formatter, "the formula ends where a figure is wanted"),
            Fault::Unknown(word, _) => write!(formatter, "`{word}` is neither an ID nor a figure"),
            Fault::Quantity(why) => write!(formatter, "{why}"),
            Fault::Wanted(sign) => write!(formatter, "{sign} is wanted here"),
            Fault::Arguments(name, arguments) => write!(formatter, "`{name}` takes ({arguments})"),
            Fault::Currency(word) => write!(formatter, "`{word}` is no currency"),
            Fault::Period(why) => write!(formatter, "{why}"),
            Fault::Deep => write!(formatter, "the formula is nested too deep"),
            Fault::Long => write!(formatter, "the formula is longer than {LONGEST} bytes"),
        }
    }
}

impl FormulaError {
    /// What would be right.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match &self.fault {
            Fault::Unknown(_, Some(near)) => Some(format!("did you mean `{near}`?")),
            Fault::Unknown(_, None) => {
                Some("put a quantity in quotes, or see the IDs with `ipfacts show --all`".to_owned())
            }
            Fault::Currency(_) => Some("name a currency by its code, as `USD`".to_owned()),
            Fault::Wanted(_) => {
                let names: Vec<&str> = Function::ALL.iter().map(|row| row.1).collect();
                Some(format!("operators are + - * / and the functions are {}", names.join(", ")))
            }
            _ => None,
        }
    }
}

/// How deep parentheses and functions may nest.
const DEEPEST: usize = 64;

/// How long a formula may be.
const LONGEST: usize = 4096;

/// Reads a formula; `known` says whether a word is an ID of the base.
///
/// # Errors
///
/// The first place at which the formula cannot be read.
pub fn parse(text: &str, known: &dyn Fn(&str) -> bool) -> Result<Expr, FormulaError> {
    if text.len() > LONGEST {
        return Err(FormulaError { span: 0..0, fault: Fault::Long });
    }
    let mut parser = Parser { text, at: 0, known, depth: 0 };
    let expr = parser.sum()?;
    parser.blanks();
    match parser.rest().chars().next() {
        None => Ok(expr),
        Some(letter) => {
            Err(parser.fault(parser.at..parser.at + letter.len_utf8(), Fault::Wanted("an operator")))
        }
    }
}

struct Parser<'f> {
    text: &'f str,
    at: usize,
    known: &'f dyn Fn(&str) -> bool,
    depth: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn fault(&self, span: Range<usize>, fault: Fault) -> FormulaError {
        FormulaError { span, fault }
    }

    fn take(&mut self, signs: &[char]) -> Option<char> {
        self.blanks();
        let sign = self.rest().chars().next().filter(|letter| signs.contains(letter))?;
        self.at += sign.len_utf8();
        Some(sign)
    }

    fn sum(&mut self) -> Result<Expr, FormulaError> {
        let mut left = self.product()?;
        while let Some(sign) = self.take(&['+', '-', '−', '＋', '－']) {
            let right = self.product()?;
            let operator = if matches!(sign, '+' | '＋') { Operator::Add } else { Operator::Subtract };
            left = binary(operator, left, right);
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expr, FormulaError> {
        let mut left = self.operand()?;
        while let Some(sign) = self.take(&['*', '×', '/', '÷', '·']) {
            let right = self.operand()?;
            let operator = if matches!(sign, '/' | '÷') { Operator::Divide } else { Operator::Multiply };
            left = binary(operator, left, right);
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expr, FormulaError> {
        self.depth += 1;
        let operand = if self.depth > DEEPEST {
            Err(self.fault(self.at..self.text.len(), Fault::Deep))
        } else {
            self.operand_here()
        };
        self.depth -= 1;
        operand
    }

    fn operand_here(&mut self) -> Result<Expr, FormulaError> {
        self.blanks();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return Err(self.fault(start..start, Fault::Ends));
        };
        if matches!(first, '(' | '（') {
            self.at += first.len_utf8();
            let inner = self.sum()?;
            if self.take(&[')', '）']).is_none() {
                return Err(self.fault(self.at..self.at, Fault::Wanted("`)`")));
            }
            return Ok(Expr { node: inner.node, span: start..self.at });
        }
        if matches!(first, '"' | '“' | '\'') {
            return self.quoted(first);
        }
        if matches!(first, '-' | '−') {
            self.at += first.len_utf8();
            let inner = self.operand()?;
            return Ok(Expr { node: Node::Negative(Box::new(inner)), span: start..self.at });
        }
        let word = self.word();
        if !word.is_empty() {
            if let Some(row) = Function::ALL.iter().find(|row| row.1 == word) {
                let after = &self.text[start + word.len()..];
                if after.trim_start().starts_with(['(', '（']) {
                    self.at += word.len();
                    return self.call(start, *row);
                }
            }
            if (self.known)(&word) {
                self.at += word.len();
                return Ok(Expr { node: Node::Id(word), span: start..self.at });
            }
        }
        // What an operator ends is no part of a quantity: the plus of `1 + 2` is not that of `1+`.
        let end = self.operator_after(start);
        if let Some(reading) = quantity::read_at(&self.text[..end], start) {
            self.at = reading.range.end;
            return Ok(Expr { node: Node::Literal(Box::new(reading.quantity)), span: reading.range });
        }
        let word = if word.is_empty() { first.to_string() } else { word };
        let functions = Function::ALL.iter().map(|row| row.1);
        let near = nearest(&word, functions).map(str::to_owned);
        Err(self.fault(start..start + word.len(), Fault::Unknown(word, near)))
    }

    /// Where the next operator or parenthesis begins. A minus is one between blanks only.
    fn operator_after(&self, start: usize) -> usize {
        let rest = &self.text[start..];
        let sign = rest.find(['+', '＋', '*', '×', '·', '/', '÷', '(', ')', '（', '）']);
        let minus = [" - ", " − "].into_iter().filter_map(|minus| rest.find(minus)).min();
        start + sign.into_iter().chain(minus).min().unwrap_or(rest.len())
    }

    /// The letters, digits and inner hyphens that begin here.
    fn word(&self) -> String {
        let rest = self.rest();
        let end = rest
            .char_indices()
            .find(|(_, letter)| !(letter.is_alphanumeric() || *letter == '-'))
            .map_or(rest.len(), |(at, _)| at);
        rest[..end].trim_end_matches('-').to_owned()
    }

    fn quoted(&mut self, open: char) -> Result<Expr, FormulaError> {
        let close = if open == '“' { '”' } else { open };
        let start = self.at;
        let inner = start + open.len_utf8();
        let Some(length) = self.text[inner..].find(close) else {
            return Err(self.fault(start..self.text.len(), Fault::Wanted("a closing quote")));
        };
        let text = &self.text[inner..inner + length];
        self.at = inner + length + close.len_utf8();
        match quantity::parse(text, &Nouns::any()) {
            Ok(quantity) => Ok(Expr { node: Node::Literal(Box::new(quantity)), span: start..self.at }),
            Err(error) => {
                let span = inner + error.span().start..inner + error.span().end;
                Err(self.fault(span, Fault::Quantity(error.to_string())))
            }
        }
    }

    fn call(
        &mut self,
        start: usize,
        (function, name, wanted, least, most): (Function, &'static str, &'static str, usize, usize),
    ) -> Result<Expr, FormulaError> {
        self.take(&['(', '（']);
        let mut arguments = Vec::new();
        loop {
            let argument = match (function, arguments.len()) {
                (Function::Convert, 1) => self.currency()?,
                (Function::Convert, 2) => self.period()?,
                _ => self.sum()?,
            };
            arguments.push(argument);
            if self.take(&[',', '，']).is_some() {
                continue;
            }
            if self.take(&[')', '）']).is_some() {
                break;
            }
            self.blanks();
            return Err(self.fault(self.at..self.at, Fault::Wanted("`,` or `)`")));
        }
        if !(least..=most).contains(&arguments.len()) {
            return Err(self.fault(start..self.at, Fault::Arguments(name, wanted)));
        }
        Ok(Expr { node: Node::Call(function, arguments), span: start..self.at })
    }

    /// The text up to the next comma or parenthesis.
    fn plain(&mut self) -> (Range<usize>, String) {
        self.blanks();
        let rest = self.rest();
        let end = rest.find([',', '，', ')', '）']).unwrap_or(rest.len());
        let text = rest[..end].trim_end().trim_matches(['"', '\'']).to_owned();
        let span = self.at..self.at + rest[..end].trim_end().len();
        self.at += end;
        (span, text)
    }

    fn currency(&mut self) -> Result<Expr, FormulaError> {
        let (span, text) = self.plain();
        match Currency::parse(&text) {
            Some(currency) => Ok(Expr { node: Node::Currency(currency), span }),
            None => Err(self.fault(span, Fault::Currency(text))),
        }
    }

    fn period(&mut self) -> Result<Expr, FormulaError> {
        let (span, text) = self.plain();
        match Period::parse(&text) {
            Ok(period) => Ok(Expr { node: Node::Period(period), span }),
            Err(error) => Err(self.fault(span, Fault::Period(error.to_string()))),
        }
    }
}

fn binary(operator: Operator, left: Expr, right: Expr) -> Expr {
    let span = left.span.start..right.span.end;
    Expr { node: Node::Binary(operator, Box::new(left), Box::new(right)), span }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(word: &str) -> bool {
        matches!(word, "a" | "b" | "gdp-2016" | "share" | "cloud-growth")
    }

    /// The tree in parentheses.
    fn tree(expr: &Expr) -> String {
        match &expr.node {
            Node::Id(id) => id.clone(),
            Node::Literal(quantity) => format!("<{}>", quantity.text()),
            Node::Currency(currency) => currency.code().to_owned(),
            Node::Period(period) => period.to_string(),
            Node::Negative(inner) => format!("-{}", tree(inner)),
            Node::Binary(operator, left, right) => {
                format!("({} {} {})", tree(left), operator.sign(), tree(right))
            }
            Node::Call(function, arguments) => {
                let arguments: Vec<String> = arguments.iter().map(tree).collect();
                format!("{}[{}]", function.name(), arguments.join(" "))
            }
        }
    }

    fn read(text: &str) -> String {
        match parse(text, &known) {
            Ok(expr) => tree(&expr),
            Err(error) => format!("{}..{}: {error}", error.span.start, error.span.end),
        }
    }

    #[test]
    fn times_binds_closer_than_plus_and_both_go_from_left_to_right() {
        assert_eq!(read("a - b - gdp-2016"), "((a − b) − gdp-2016)");
        assert_eq!(read("a + b * gdp-2016 / a"), "(a + ((b × gdp-2016) ÷ a))");
        assert_eq!(read("(a + b) × gdp-2016"), "((a + b) × gdp-2016)");
        assert_eq!(read("a ÷ （b ＋ a）"), "(a ÷ (b + a))");
        assert_eq!(read("-a * b"), "(-a × b)");
    }

    #[test]
    fn quantities_stand_in_quotes_or_not() {
        assert_eq!(read("22.58 trillion yuan / 30.3 %"), "(<22.58 trillion yuan> ÷ <30.3 %>)");
        assert_eq!(read("\"15 topics\" * 2"), "(<15 topics> × <2>)");
        assert_eq!(read("22.58万亿元÷30.3%"), "(<22.58万亿元> ÷ <30.3%>)");
        assert_eq!(read("(1 + over 30 %)"), "(<1> + <over 30 %>)");
    }

    #[test]
    fn a_function_is_one_only_before_its_arguments() {
        assert_eq!(read("share(a, b)"), "share[a b]");
        assert_eq!(read("share / b"), "(share ÷ b)");
        assert_eq!(read("convert(a, US dollars, 2015-10-14)"), "convert[a USD 2015-10-14]");
        assert_eq!(read("sum(a, b, a)"), "sum[a b a]");
        assert_eq!(read("before(a，cloud-growth)"), "before[a cloud-growth]");
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        for (text, expected) in [
            ("", "0..0: the formula ends where a figure is wanted"),
            ("a +", "3..3: the formula ends where a figure is wanted"),
            ("a b", "2..3: an operator is wanted here"),
            ("a * (b", "6..6: `)` is wanted here"),
            ("growth(a b)", "9..9: `,` or `)` is wanted here"),
            ("growth(a)", "0..9: `growth` takes (new, old)"),
            ("convert(a, moons, 2016)", "11..16: `moons` is no currency"),
            ("a / nothing-here", "4..16: `nothing-here` is neither an ID nor a figure"),
            ("\"5 moons", "0..8: a closing quote is wanted here"),
            ("a / 数字", "4..10: `数字` is neither an ID nor a figure"),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
        assert!(read(&"(".repeat(1_000)).ends_with("the formula is nested too deep"));
        assert!(read(&"-".repeat(1_000)).ends_with("the formula is nested too deep"));
        assert!(read(&"2 * ".repeat(10_000)).ends_with("the formula is longer than 4096 bytes"));
    }
}
