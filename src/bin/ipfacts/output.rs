//! Where what the program shows and says leaves it: data on standard output or into a file, words on standard
//! error.
//!
//! A reader that left is a quiet end. Anything else that keeps the output from being written whole is a
//! failure, even where the system would let it pass.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use ipfacts::page::Page;
use ipfacts::render;

use crate::args::Global;
use crate::context::{self, Context};
use crate::error::{Failure, Outcome};

/// What a command has to show, and the words about the run that follow it.
pub(crate) struct Shown {
    /// The data.
    pub(crate) page: Page,
    /// Words for standard error.
    pub(crate) words: Vec<String>,
    /// Whether the data left already, row by row.
    pub(crate) is_written: bool,
    /// Whether something was contradicted: the process exits with 1.
    pub(crate) is_contradicted: bool,
    /// Whether a part could not be done: the process exits with 2.
    pub(crate) is_partial: bool,
}

impl Shown {
    /// A page and words about the run.
    pub(crate) fn new(page: Page, words: Vec<String>) -> Self {
        Self { page, words, is_written: false, is_contradicted: false, is_partial: false }
    }

    /// The data left already.
    pub(crate) fn written() -> Self {
        Self { is_written: true, ..Self::new(Page::default(), Vec::new()) }
    }
}

impl From<Page> for Shown {
    fn from(page: Page) -> Self {
        Self::new(page, Vec::new())
    }
}

/// Writes what a command shows, then says its words.
pub(crate) fn write(shown: &Shown, context: &Context) -> Outcome<()> {
    if shown.is_written {
        return Ok(());
    }
    let mut data = Vec::new();
    render::page(&shown.page, context.format, &context.style, &mut data).expect("memory takes every write");
    match &context.output {
        Some(path) => to_file(&data, path)?,
        None => to_stdout(&data)?,
    }
    for word in &shown.words {
        context.say(word);
    }
    Ok(())
}

/// Writes rows that come in batches.
///
/// Where a format lets rows follow rows (CSV, TSV, JSON Lines), each batch is written at once; any other format
/// needs all rows to lay them out, and gets them at the end.
pub(crate) struct Rows<'c> {
    context: &'c Context,
    data: Vec<u8>,
    began: bool,
}

impl<'c> Rows<'c> {
    /// Nothing is written yet.
    pub(crate) fn new(context: &'c Context) -> Outcome<Self> {
        Ok(Self { context, data: Vec::new(), began: false })
    }

    /// Whether rows can follow rows that were written before.
    pub(crate) fn can_follow(&self) -> bool {
        self.context.format.rows_can_follow()
    }

    /// Writes a batch.
    pub(crate) fn write(&mut self, page: &Page) -> Outcome<()> {
        let format = self.context.format;
        let into = &mut self.data;
        let done = if self.began {
            render::more_rows(page, format, into)
        } else {
            render::page(page, format, &self.context.style, into)
        };
        done.expect("memory takes every write");
        self.began = true;
        if self.context.output.is_none() {
            to_stdout(&std::mem::take(&mut self.data))?;
        }
        Ok(())
    }

    /// Ends the output; without any batch, with an empty page.
    pub(crate) fn end(mut self, empty: &Page) -> Outcome<()> {
        if !self.began {
            self.write(empty)?;
        }
        match &self.context.output {
            Some(path) => to_file(&self.data, path),
            None => Ok(()),
        }
    }
}

/// Writes data that is laid out already.
pub(crate) fn raw(data: &[u8], context: &Context) -> Outcome<()> {
    match &context.output {
        Some(path) => to_file(data, path),
        None => to_stdout(data),
    }
}

/// Writes a file anew, beside its place first.
pub(crate) fn rewrite(data: &[u8], path: &Path) -> Outcome<()> {
    to_file(data, path)
}

/// Says a line on standard error; when nobody can hear it, so be it.
pub(crate) fn say(word: &str) {
    let _ = writeln!(io::stderr(), "{}", render::safe::line(word));
}

/// Says why a command could not run, and gives the exit code.
pub(crate) fn fail(failure: &Failure, global: &Global) -> ExitCode {
    let style = context::error_style(global.color);
    match failure {
        Failure::ReaderLeft => return ExitCode::SUCCESS,
        Failure::Said(said) => {
            let mark = if style.color { "\u{1b}[1;31merror\u{1b}[0m" } else { "error" };
            let said = said.to_string();
            let text: Vec<_> = said.lines().map(render::safe::line).collect();
            let _ = writeln!(io::stderr(), "{mark}: {}", text.join("\n"));
        }
        Failure::Faults(faults) => {
            let mut text = String::new();
            for fault in faults {
                text.push_str(&render::diagnostic(fault, &style));
                text.push('\n');
            }
            let name = faults.first().and_then(|fault| fault.labels.first());
            let name = name.map_or("the fact base", |label| label.document.name.as_str());
            let count = match faults.len() {
                1 => "1 fault".to_owned(),
                more => format!("{more} faults"),
            };
            let _ = writeln!(io::stderr(), "{text}{count} in {}", render::safe::line(name));
        }
    }
    ExitCode::from(2)
}

fn to_stdout(data: &[u8]) -> Outcome<()> {
    if crate::closed::stdout_was_closed() {
        return Err(unwritten("standard output", "it is closed"));
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(data).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::ReaderLeft,
        _ => unwritten("standard output", &context::reason(&error)),
    })
}

/// Writes a file beside its place and then moves it there, so that there is never half a file.
fn to_file(data: &[u8], path: &Path) -> Outcome<()> {
    let failed = |error: io::Error| unwritten(&format!("`{}`", path.display()), &context::reason(&error));
    // A device or a pipe has no place beside it that could be moved over it.
    if path.exists() && !path.is_file() {
        let mut file = std::fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
        return file.write_all(data).and_then(|()| file.flush()).map_err(failed);
    }
    // Writing through a link changes what it leads to, not the link.
    let target = path.canonicalize().or_else(|_| std::fs::read_link(path).map(|link| beside(path, link)));
    let target = target.unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new();
    let permissions = std::fs::metadata(&target).ok().map(|metadata| metadata.permissions());
    if let Some(permissions) = permissions.or_else(new_file_permissions) {
        file.permissions(permissions);
    }
    let mut file = file.tempfile_in(folder).map_err(failed)?;
    file.write_all(data).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// What a link at a path leads to.
fn beside(path: &Path, link: std::path::PathBuf) -> std::path::PathBuf {
    path.parent().map_or_else(|| link.clone(), |folder| folder.join(&link))
}

/// What a new file may be: as the user's mask allows, not the private mode of a temporary file.
#[cfg(unix)]
fn new_file_permissions() -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_file_permissions() -> Option<std::fs::Permissions> {
    None
}

fn unwritten(place: &str, why: &str) -> Failure {
    Failure::new(format!("cannot write to {place}")).note(why)
}
