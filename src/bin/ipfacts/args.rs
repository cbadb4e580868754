//! The command line: what can be typed, and what `--help` says of it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use ipfacts::facts::model::{Kind, Measure};
use ipfacts::lang::Lang;
use ipfacts::period::Period;
use ipfacts::quantity::Scale;
use ipfacts::query::Sort;
use ipfacts::render::{FaultFormat, Format};
use ipfacts::scan::Input;
use ipfacts::timeline::What;

use crate::typed::{day, period, scale, trimmed, words};

/// A fact base you can cite, a calculator that shows its working.
///
/// Without `--facts` and without a `facts.toml` in this folder or above it, the embedded base answers: the
/// claims of the article "Internet Plus: a life-changing initiative" (2018) and what bears on them.
#[derive(Debug, Parser)]
#[command(name = "ipfacts", version = VERSION, max_term_width = 100, after_help = EXAMPLES)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (facts of the edition ", env!("IPFACTS_EDITION"), ")");

const EXAMPLES: &str = "\
Examples:
  ipfacts show                              the article's claims
  ipfacts show broadband-villages-2020      one of them, with source and status
  ipfacts convert                           its money in US dollars, with rate and interval
  ipfacts convert \"22.58万亿元\" --on 2016
  ipfacts timeline --from 2015 --to 2016 >> report.md

Exit codes: 0 done, 1 something contradicted, 2 could not run.";

/// Options of every command.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// The fact base to ask, instead of a `facts.toml` here or above, or the embedded one
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) facts: Option<PathBuf>,

    /// How to write the answer [default: table on a terminal, markdown in a pipe]
    #[arg(long, global = true, value_parser = format_parser())]
    pub(crate) format: Option<Writing>,

    /// The file to write to; its ending chooses the format
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The language of heads, names and claims
    #[arg(long, global = true, default_value = "en", value_parser = lang_parser(), hide_default_value = true)]
    pub(crate) lang: Lang,

    /// When to use colour
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "WHEN",
        hide_default_value = true
    )]
    pub(crate) color: Color,

    /// Say nothing about the run, only show the answer
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

/// How an answer is written: as a page, or as faults in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    /// As a page.
    Page(Format),
    /// As faults; only `check` finds any.
    Faults(FaultFormat),
}

/// All ways, in the order they are offered.
const WRITINGS: &[Writing] = &[
    Writing::Page(Format::Table),
    Writing::Page(Format::Markdown),
    Writing::Page(Format::Csv),
    Writing::Page(Format::Tsv),
    Writing::Page(Format::Json),
    Writing::Page(Format::Jsonl),
    Writing::Page(Format::Html),
    Writing::Faults(FaultFormat::Human),
    Writing::Faults(FaultFormat::Sarif),
    Writing::Faults(FaultFormat::Github),
    Writing::Faults(FaultFormat::Rdjson),
];

impl Writing {
    /// The name on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Page(format) => format.name(),
            Self::Faults(format) => format.name(),
        }
    }
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do. Only the arguments of the command that is asked for are made known to the parser (`defer`); what
/// all commands are, it needs for their list.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    /// Show facts: the article's claims, a search of the whole base, or one fact with all that belongs to it
    Show(Show),
    /// Check drafts: point at each figure that the fact base contradicts
    Check(Check),
    /// Show what happened when: documents, events, targets at their deadlines, outcomes
    Timeline(Timeline),
    /// Convert money, with the rate, its day and source, and the interval of the result
    Convert(Convert),
    /// Derive figures from others, with the working, the interval, and what they are held against
    Derive(Derive),
    /// Show how many facts rest on each source
    Sources(Sources),
    /// Cite facts or sources, with the place in the source
    Cite(Cite),
    /// Show the figures, times and document numbers in drafts, as they are read
    Scan(Scan),
    /// Explain what the program goes by: rounding, rates, formulas, the fact base, a rule of `check`
    Explain(Explain),
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts show                                    the article's claims
  ipfacts show broadband-villages-2020            one fact, whole
  ipfacts show \"digital economy\"                  all that is about a topic, in either language
  ipfacts show --kind target --period 2020        the targets for 2020
  ipfacts show --text fibre --sort period --format csv")]
pub(crate) struct Show {
    /// IDs, or names of topics in English or Chinese
    #[arg(value_name = "ID|TOPIC")]
    pub(crate) what: Vec<String>,

    /// All facts of the base, not only the article's
    #[arg(long)]
    pub(crate) all: bool,

    /// Only facts of this kind (may be given again)
    #[arg(long, value_parser = kind_parser())]
    pub(crate) kind: Vec<Kind>,

    /// Only facts about this topic or one within it: an ID or a name
    #[arg(long)]
    pub(crate) topic: Vec<String>,

    /// Only facts that say this of their topic
    #[arg(long, value_parser = measure_parser())]
    pub(crate) measure: Vec<Measure>,

    /// Only facts with this tag
    #[arg(long)]
    pub(crate) tag: Vec<String>,

    /// Only facts of this source
    #[arg(long, value_name = "ID")]
    pub(crate) source: Vec<String>,

    /// Only facts whose period touches this one: 2016, 2015..2017, 2018-09
    #[arg(long, value_parser = period)]
    pub(crate) period: Option<Period>,

    /// Only facts with these words in any field, English or Chinese
    #[arg(long, value_name = "WORDS")]
    pub(crate) text: Vec<String>,

    /// The order
    #[arg(long, value_enum, default_value = "file", value_name = "BY")]
    pub(crate) sort: By,

    /// Only what was known on this day, and targets as they stood then
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
}

/// By what facts are sorted.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum By {
    /// As in the file: the article's claims in its order first.
    File,
    /// By ID.
    Id,
    /// By the time they speak of.
    Period,
    /// By kind.
    Kind,
    /// By topic.
    Topic,
    /// By source.
    Source,
    /// By unit and value.
    Value,
}

impl From<By> for Sort {
    fn from(by: By) -> Self {
        match by {
            By::File => Self::File,
            By::Id => Self::Id,
            By::Period => Self::Period,
            By::Kind => Self::Kind,
            By::Topic => Self::Topic,
            By::Source => Self::Source,
            By::Value => Self::Value,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts timeline --from 2015 --to 2016
  ipfacts timeline --kind target --kind outcome --tag infrastructure
  ipfacts timeline --as-of 2018-01-21             what was known on the article's day")]
pub(crate) struct Timeline {
    /// From this year, month or day on
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) from: Option<Period>,

    /// Up to this year, month or day, and all of it
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) to: Option<Period>,

    /// Only entries of this kind (may be given again)
    #[arg(long, value_parser = what_parser())]
    pub(crate) kind: Vec<What>,

    /// Only entries with this tag
    #[arg(long)]
    pub(crate) tag: Vec<String>,

    /// Only what was known on this day, and targets as they stood then
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts convert                                 the article's money in US dollars
  ipfacts convert digital-economy-2016            one figure, with its working
  ipfacts convert \"22.58万亿元\" --on 2016 --to USD,EUR
  ipfacts convert \"140 billion yuan\" --on 2015-10-14
  ipfacts convert \"22.58 trillion yuan\" --to CNY --scale 亿")]
pub(crate) struct Convert {
    /// IDs of facts, or amounts: "22.58 trillion yuan", "RMB 22.58tn", ¥50bn, 22.58万亿元
    #[arg(value_name = "ID|AMOUNT", value_parser = trimmed)]
    pub(crate) what: Vec<String>,

    /// All money figures of the base, not only the article's
    #[arg(long)]
    pub(crate) all: bool,

    /// The currencies wanted, by code or name
    #[arg(long, value_name = "CURRENCY", default_value = "USD", value_delimiter = ',')]
    pub(crate) to: Vec<String>,

    /// The day, month, quarter, year or range of the rate [default: the figure's own period]
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) on: Option<Period>,

    /// A rate given by hand, the way round that the market knows it: 6.65 for dollars and yuan
    #[arg(long, value_name = "NUMBER", conflicts_with = "rates")]
    pub(crate) rate: Option<String>,

    /// Where rates come from: official (the base's), ecb (the embedded daily table), or a file like the ECB's
    #[arg(long, value_name = "official|ecb|FILE")]
    pub(crate) rates: Option<String>,

    /// The scale of the result: thousand, million, billion, trillion, 万, 亿, 万亿
    #[arg(long, value_parser = scale)]
    pub(crate) scale: Option<(Scale, Lang)>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts derive                                  every derived figure of the base
  ipfacts derive gdp-2016-implied                 one, with what it rests on
  ipfacts derive \"22.58 trillion yuan / 30.3 %\"
  ipfacts derive \"growth(gdp-2016-final, gdp-2015-final)\"
  ipfacts derive \"cagr(45.5 trillion yuan, 11 trillion yuan, 9)\"

Operators are + - * / and parentheses; functions are convert(money, currency, period), before(value, growth),
growth(new, old), cagr(new, old, years), share(part, whole), per(amount, count) and sum(a, b, …).")]
pub(crate) struct Derive {
    /// IDs of derived figures, or formulas over IDs and quantities
    #[arg(value_name = "ID|FORMULA", value_parser = trimmed)]
    pub(crate) what: Vec<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts sources
  ipfacts sources guofa-2013-31                   one source, with the facts that rest on it
  ipfacts sources --text broadband --format csv")]
pub(crate) struct Sources {
    /// IDs of sources
    #[arg(value_name = "ID")]
    pub(crate) what: Vec<String>,

    /// Only sources with these words in any field
    #[arg(long, value_name = "WORDS")]
    pub(crate) text: Vec<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts cite digital-economy-2016
  ipfacts cite guofa-2015-40 guofa-2013-31 --lang zh
  ipfacts cite                                    every source")]
pub(crate) struct Cite {
    /// IDs of facts or sources; without any, every source
    #[arg(value_name = "ID")]
    pub(crate) what: Vec<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts check draft.md
  ipfacts check --fix --diff reports/             what would be corrected
  pandoc draft.docx -t plain | ipfacts check -
  ipfacts check draft.md --format markdown        a table of every figure, for a report
  ipfacts check . --format sarif -o ipfacts.sarif

Exit codes: 0 nothing contradicted, 1 something contradicted, 2 could not run.")]
pub(crate) struct Check {
    /// Files and folders, - for standard input [default: -]
    #[arg(value_name = "FILE|FOLDER|-")]
    pub(crate) what: Vec<PathBuf>,

    /// How the drafts are written [default: by the ending of the name]
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) input: Option<InputKind>,

    /// The day of the drafts, from which `last year` counts
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) date: Option<NaiveDate>,

    /// Treat a rule, or all warnings, as errors (may be given again)
    #[arg(long, value_name = "warnings|CODE", value_delimiter = ',')]
    pub(crate) deny: Vec<String>,

    /// Treat a rule as a warning
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) warn: Vec<String>,

    /// Say nothing of a rule
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) allow: Vec<String>,

    /// Also say which figures are undecided, and why nothing is said of them
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// Write what is certain into the files
    #[arg(long)]
    pub(crate) fix: bool,

    /// Show what `--fix` writes, and write nothing
    #[arg(long)]
    pub(crate) diff: bool,

    /// Write a copy of one Markdown draft with a footnote for each figure that agrees
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(crate) annotate: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts explain                                 the list of pages
  ipfacts explain rounding
  ipfacts explain wrong-magnitude")]
pub(crate) struct Explain {
    /// The page, or the code of a rule
    pub(crate) page: Option<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  ipfacts scan draft.md
  ipfacts scan reports/ --kind money --format csv
  pandoc report.docx -t plain | ipfacts scan - --date 2018-01-21
  ipfacts scan --input jsonl news.jsonl --format jsonl

Files are read by their endings: .md and .markdown, .html and .htm, everything else as plain text. Of a folder,
the files with these endings and .txt are read, but for those that git ignores. With --input jsonl each line is
an object with `id`, `text` and, if known, `date`.")]
pub(crate) struct Scan {
    /// Files and folders; `-` or nothing is standard input
    #[arg(value_name = "FILE|FOLDER|-")]
    pub(crate) what: Vec<PathBuf>,

    /// How the drafts are written [default: by the ending of each name, plain on standard input]
    #[arg(long, value_enum, value_name = "HOW")]
    pub(crate) input: Option<InputKind>,

    /// The day the drafts speak on, from which `last year` counts
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) date: Option<NaiveDate>,

    /// Only what is of this kind (may be given again)
    #[arg(long, value_parser = PossibleValuesParser::new(ipfacts::view::scan::KINDS))]
    pub(crate) kind: Vec<String>,
}

/// How drafts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputKind {
    /// Markdown: its prose only.
    Markdown,
    /// HTML: its text only.
    Html,
    /// Text as it is.
    Plain,
    /// A draft a line, as JSON.
    Jsonl,
}

impl InputKind {
    /// How one draft is written; JSON Lines hold plain texts.
    pub(crate) fn of_draft(self) -> Input {
        match self {
            Self::Markdown => Input::Markdown,
            Self::Html => Input::Html,
            Self::Plain | Self::Jsonl => Input::Plain,
        }
    }
}

fn format_parser() -> impl TypedValueParser<Value = Writing> {
    words(WRITINGS, Writing::name)
}

fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    words(Kind::ALL, Kind::name)
}

fn measure_parser() -> impl TypedValueParser<Value = Measure> {
    words(Measure::ALL, Measure::name)
}

fn what_parser() -> impl TypedValueParser<Value = What> {
    words(What::ALL, What::name)
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    words(&[Lang::En, Lang::Zh], Lang::code)
}
