//! What a check says of each figure.

use std::ops::Range;
use std::sync::Arc;

use super::rules::Rule;
use super::weights::UnknownRule;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::document::Document;
use crate::facts::model::{Base, Text};
use crate::lang::Lang;
use crate::scan::Figure;

/// What a figure is to the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A fact says the same.
    Agrees,
    /// The base contradicts it.
    Differs,
    /// Its subject or time is unclear, or the base has it only at another time.
    Undecided,
    /// The base has nothing of it.
    Unknown,
}

impl Verdict {
    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Undecided => "undecided",
            Self::Unknown => "unknown",
        }
    }
}

/// A figure, or a document's number or day, with what is to be said of it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// Its bytes in the prose.
    pub prose: Range<usize>,
    /// Its text, without markup.
    pub text: String,
    /// The figure; none for a document's number or day.
    pub figure: Option<Figure>,
    /// What it is to the base.
    pub verdict: Verdict,
    /// Whether it hangs on nothing that the base has. Such a figure is told of only where every figure is, so it is
    /// counted apart: what is counted must not depend on what is shown.
    pub aside: bool,
    /// The fact or source that judges it.
    pub fact: Option<Text>,
    /// What is to be said, if anything.
    pub issue: Option<Issue>,
}

impl Finding {
    /// A verdict on bytes of the prose, with no fact and nothing to say yet; their place in the file and their text come
    /// at the end of a check.
    pub(super) fn new(prose: Range<usize>, figure: Option<Figure>, verdict: Verdict) -> Self {
        let text = String::new();
        Self { span: prose.clone(), prose, text, figure, verdict, aside: false, fact: None, issue: None }
    }
}

/// Something to be said of a figure.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The rule that says it.
    pub rule: &'static Rule,
    /// How much it weighs here.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: String,
    /// A further line.
    pub note: Option<String>,
    /// What should stand there, and which bytes of the file it replaces.
    pub fix: Option<Fix>,
    /// Another place of the file that belongs to it, and what is there.
    pub also: Option<(Range<usize>, String)>,
}

/// A text in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes of the file that the whole new text stands for.
    pub span: Range<usize>,
    /// The whole new text.
    pub text: String,
    /// The least that must be written: bytes of the file and what stands there instead. Markup within the figure
    /// stays.
    pub edit: (Range<usize>, String),
    /// Whether nothing else can be right.
    pub certain: bool,
}

/// All that a check says of a draft.
#[derive(Debug, Clone)]
pub struct Report {
    /// The draft.
    pub document: Arc<Document>,
    /// The findings, in order of place.
    pub findings: Vec<Finding>,
    /// Codes that a comment of the draft allows and no rule has, by their bytes in the file.
    pub strange: Vec<(Range<usize>, UnknownRule)>,
}

/// How many findings of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Figures that the base contradicts.
    pub contradicted: usize,
    /// Figures that are loose or doubtful.
    pub loose: usize,
    /// Figures that a fact agrees with.
    pub agree: usize,
    /// Figures whose subject or time is unclear.
    pub undecided: usize,
    /// Figures about something in the base, of which it has nothing.
    pub unknown: usize,
    /// Figures that hang on nothing in the base, where they are listed.
    pub aside: usize,
}

impl Counts {
    /// Adds another draft's.
    pub fn add(&mut self, other: Self) {
        self.contradicted += other.contradicted;
        self.loose += other.loose;
        self.agree += other.agree;
        self.undecided += other.undecided;
        self.unknown += other.unknown;
        self.aside += other.aside;
    }
}

impl Report {
    /// How many findings of each kind there are.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.findings {
            match (&finding.issue, finding.verdict) {
                (Some(issue), _) if issue.severity == Severity::Error => counts.contradicted += 1,
                (Some(issue), _) if issue.severity == Severity::Warning => counts.loose += 1,
                (_, Verdict::Agrees) => counts.agree += 1,
                (_, Verdict::Undecided) => counts.undecided += 1,
                (_, Verdict::Unknown) if finding.aside => counts.aside += 1,
                (_, Verdict::Unknown) => counts.unknown += 1,
                // A rule that was allowed.
                (_, Verdict::Differs) => {}
            }
        }
        counts
    }

    /// The findings that something is to be said of, as faults at their places.
    #[must_use]
    pub fn diagnostics(&self, base: &Base) -> Vec<Diagnostic> {
        self.findings.iter().filter_map(|finding| self.diagnostic(finding, base)).collect()
    }

    /// A finding as a fault that points at the draft and at the fact.
    #[must_use]
    pub fn diagnostic(&self, finding: &Finding, base: &Base) -> Option<Diagnostic> {
        let issue = finding.issue.as_ref()?;
        let says = match &issue.fix {
            Some(fix) if fix.certain || finding.figure.is_none() => format!("should be `{}`", fix.text),
            Some(fix) => format!("perhaps `{}`", fix.text),
            None => String::new(),
        };
        let mut fault = Diagnostic {
            code: issue.rule.code,
            severity: issue.severity,
            title: issue.title.clone(),
            labels: vec![Label {
                document: Arc::clone(&self.document),
                span: finding.span.clone(),
                text: says,
            }],
            notes: issue.note.iter().cloned().collect(),
            help: None,
            replacement: issue.fix.as_ref().map(|fix| fix.edit.clone()),
        };
        if let Some((span, text)) = &issue.also {
            fault = fault.at(&self.document, span.clone(), text.clone());
        }
        if let Some(id) = &finding.fact {
            if let Some(fact) = base.fact(id) {
                let span = fact.value_span.clone().unwrap_or_else(|| fact.span.clone());
                let source = base.source_of(fact);
                let text = format!("{}, stated by {}", fact.id, source.id);
                fault = fault.at(&base.document, span, text);
            } else if let Some(source) = base.source(id) {
                fault = fault.at(&base.document, source.span.clone(), source.id.clone());
            }
        }
        Some(fault)
    }
}

impl Fix {
    /// A new text in place of a stretch of a text.
    pub(super) fn new(whole: &str, span: Range<usize>, text: String, certain: bool) -> Self {
        let old = &whole[span.clone()];
        let same = |(one, other): &(char, char)| one == other;
        let head: usize = old.chars().zip(text.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let tail: usize = old[head..]
            .chars()
            .rev()
            .zip(text[head..].chars().rev())
            .take_while(same)
            .map(|(c, _)| c.len_utf8())
            .sum();
        let edit = (span.start + head..span.end - tail, text[head..text.len() - tail].to_owned());
        Self { span, text, edit, certain }
    }
}

impl Issue {
    /// A finding of a rule with its usual weight.
    pub(super) fn new(rule: &'static Rule, title: impl Into<String>) -> Self {
        Self { rule, severity: rule.severity, title: title.into(), note: None, fix: None, also: None }
    }
}

/// What a fact says, in a language: its value, when, and who says so.
pub(super) fn fact_line(base: &Base, id: &str, lang: Lang) -> Option<String> {
    let fact = base.fact(id)?;
    let value = fact.value.as_ref()?;
    let when = fact.period.as_ref().map(|period| format!(" {}", period.phrase(lang))).unwrap_or_default();
    Some(format!("{}: {}{when} [{}]", base.subject(fact, lang), value.text(), fact.id))
}
