//! `ipfacts`: a fact base you can cite, a calculator that shows its working.

mod args;
mod closed;
mod commands;
mod context;
mod drafts;
mod encoding;
mod error;
mod output;
mod progress;
mod typed;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;
use crate::context::Context;

fn main() -> ExitCode {
    let args = Args::parse_from(context::arguments());
    let end = Context::new(&args.global).and_then(|context| {
        let shown = commands::run(&args.command, &context)?;
        output::write(&shown, &context)?;
        let code = if shown.is_partial { 2 } else { u8::from(shown.is_contradicted) };
        // The process ends here; taking the base and the page apart piece by piece would only cost time.
        std::mem::forget((context, shown));
        Ok(code)
    });
    match end {
        Ok(code) => ExitCode::from(code),
        Err(failure) => output::fail(&failure, &args.global),
    }
}
