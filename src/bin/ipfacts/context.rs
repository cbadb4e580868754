//! What the program takes from the world around it: the clock, the disk, the environment, the terminal.
//!
//! This is the one door to each of them; everything else is handed what it needs.

#![expect(clippy::disallowed_methods, reason = "this is the door that the lint points to")]

use std::ffi::OsString;
use std::fs::File;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ipfacts::derive;
use ipfacts::derive::exchange::Exchange;
use ipfacts::document::Document;
use ipfacts::facts::{self, Base};
use ipfacts::lang::Lang;
use ipfacts::render::{FaultFormat, Format, Style};
use ipfacts::view::show::Look;

use crate::args::{Color, Global, Writing};
use crate::error::{Failure, Outcome};

/// The name of a base that is found without being named.
const FACTS: &str = "facts.toml";

/// What a command may know of the world.
pub(crate) struct Context {
    /// The fact base that answers.
    pub(crate) base: Base,
    /// Today.
    pub(crate) today: NaiveDate,
    /// The language of heads and names.
    pub(crate) lang: Lang,
    /// The format of the output.
    pub(crate) format: Format,
    /// How the answer was asked to be written, if it was.
    pub(crate) writing: Option<Writing>,
    /// How it may look.
    pub(crate) style: Style,
    /// The file to write to; standard output if none.
    pub(crate) output: Option<PathBuf>,
    /// Whether words about the run are wanted.
    quiet: bool,
}

impl Context {
    /// Takes the world in.
    pub(crate) fn new(global: &Global) -> Outcome<Self> {
        let format = match (global.format, &global.output) {
            (Some(Writing::Page(format)), _) => format,
            (Some(Writing::Faults(_)), _) => Format::Table,
            (None, Some(path)) => format_of(path)?,
            (None, None) if std::io::stdout().is_terminal() => Format::Table,
            (None, None) => Format::Markdown,
        };
        let terminal = global.output.is_none() && std::io::stdout().is_terminal();
        let width = terminal.then(width);
        let style = Style { color: color(global.color, terminal), width, unicode: true };
        let context = Self {
            base: base(global)?,
            today: chrono::Local::now().date_naive(),
            lang: global.lang,
            format,
            writing: global.format,
            style,
            output: global.output.clone(),
            quiet: global.quiet,
        };
        if context.base.document.name != facts::EMBEDDED_NAME {
            context.say(&format!("facts from {}", context.base.document.name));
        }
        Ok(context)
    }

    /// How entries are looked at: as they stand today, or as they were known on a day.
    pub(crate) fn look(&self, as_of: Option<NaiveDate>) -> Look<'_> {
        Look {
            base: &self.base,
            lang: self.lang,
            day: as_of.unwrap_or(self.today),
            as_of,
            face: self.format.face(),
        }
    }

    /// Whether a line that comes and goes may be drawn on standard error: words about the run are wanted, and a
    /// terminal shows them, and that terminal understands escape codes.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && std::io::stderr().is_terminal() && !is_dumb()
    }

    /// Whether the answer goes to a terminal.
    pub(crate) fn answers_on_terminal(&self) -> bool {
        self.output.is_none() && std::io::stdout().is_terminal()
    }

    /// Says a word about the run on standard error, unless none is wanted.
    pub(crate) fn say(&self, word: &str) {
        if !self.quiet {
            crate::output::say(word);
        }
    }
}

/// The width of the terminal that the answer goes to. One that does not say how large it is, as within some editors
/// and recorders, is as wide as `COLUMNS` says, or else as terminals always were.
fn width() -> u16 {
    let said =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|width| *width > 0);
    terminal_size::terminal_size().map_or(said.unwrap_or(80), |(width, _)| width.0)
}

/// How errors may look on standard error.
pub(crate) fn error_style(choice: Color) -> Style {
    let terminal = std::io::stderr().is_terminal();
    let width = terminal.then(width);
    Style { color: color(choice, terminal), width, unicode: true }
}

fn color(choice: Color, terminal: bool) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        // https://no-color.org: set and not empty means no colour.
        Color::Auto => {
            terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && !is_dumb()
        }
    }
}

/// Whether the terminal understands no escape codes.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn format_of(path: &Path) -> Outcome<Format> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    Format::from_extension(extension).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let failure = Failure::new(format!("`{}` does not tell its format", path.display()))
            .note("known endings are .md, .csv, .tsv, .json, .jsonl, .html and .txt");
        match FaultFormat::ALL.iter().find(|format| format.name() == extension) {
            Some(format) => failure.hint(format!("ipfacts check --format {}", format.name())),
            None => failure.hint(format!("add --format {}", names.join("|"))),
        }
    })
}

/// The base named, or found in the current folder or above it, or embedded.
fn base(global: &Global) -> Outcome<Base> {
    let path = match &global.facts {
        Some(path) => Some(path.clone()),
        None => found(),
    };
    let Some(path) = path else { return Ok(facts::embedded()) };
    // A file that cannot be read is told of below.
    if File::open(&path).is_ok_and(|file| facts::is_embedded(&file).unwrap_or(false)) {
        return Ok(facts::embedded());
    }
    let text = read(&path)?;
    let base = facts::read(Document::new(path.display().to_string(), text)).map_err(Failure::Faults)?;
    let faults = derive::audit(&Exchange::of(&base));
    if faults.is_empty() { Ok(base) } else { Err(Failure::Faults(faults)) }
}

/// A `facts.toml` in the current folder or above it, by a path relative to the current folder.
fn found() -> Option<PathBuf> {
    above(&std::env::current_dir().ok()?, FACTS)
}

/// A file in the current folder or above it, by a path relative to the current folder.
fn above(here: &Path, name: &str) -> Option<PathBuf> {
    let above = here.ancestors().position(|folder| folder.join(name).is_file())?;
    let mut path: PathBuf = std::iter::repeat_n("..", above).collect();
    path.push(name);
    Some(path)
}

/// Reads a file of text.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::new(format!("cannot read `{}`", path.display())).note(reason(&error)))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(format!("`{}` is not UTF-8", path.display()))
            .note(format!("byte {at} begins no character"))
            .hint("save the file as UTF-8")
    })
}

/// What was typed. `-5 billion yuan` is an amount below zero to the commands that take amounts, though it begins as an
/// option does: a space before it, which they trim, tells the parser so.
pub(crate) fn arguments() -> impl Iterator<Item = OsString> {
    let (mut amounts, mut over) = (false, false);
    std::env::args_os().map(move |word| {
        let Some(text) = word.to_str() else { return word };
        amounts |= matches!(text, "convert" | "derive");
        over |= text == "--";
        let behind = text.strip_prefix('-').unwrap_or_default();
        let below_zero = behind.starts_with(|sign: char| sign.is_ascii_digit() || !sign.is_ascii());
        if amounts && !over && below_zero { format!(" {text}").into() } else { word }
    })
}

/// A configuration file in the current folder or above it, with its text.
pub(crate) fn configuration() -> Outcome<Option<(PathBuf, String)>> {
    let Ok(here) = std::env::current_dir() else { return Ok(None) };
    let path = above(&here, ".ipfacts.toml");
    path.map(|path| read(&path).map(|text| (path, text))).transpose()
}

/// The lines of standard input; a line that is not UTF-8 is a failure that names it.
pub(crate) fn stdin_lines() -> impl Iterator<Item = Outcome<String>> {
    use std::io::BufRead;
    std::io::stdin().lock().split(b'\n').zip(1_usize..).map(|(line, number)| {
        let line = line.map_err(|error| Failure::new("cannot read standard input").note(reason(&error)))?;
        String::from_utf8(line).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Failure::new("standard input is not UTF-8")
                .note(format!("line {number}, byte {at} begins no character"))
                .hint("save it as UTF-8")
        })
    })
}

/// What the system says of an error, without its number.
pub(crate) fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    let said = said.split(" (os error").next().unwrap_or(&said);
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
