//! The command line: it parses arguments, calls the library, and prints what that says.
//!
//! Each command is a function from its arguments and the standard streams to an [`Exit`] or a [`Failure`].

mod arguments;
mod changelog;
mod check;
mod compat;
mod completions;
mod db;
mod diff;
mod disk;
mod exit;
mod explain;
mod fmt;
mod format;
mod generate;
mod hash;
mod lint;
mod options;
mod report;
mod rules;
mod streams;
mod table;
mod validate;
mod verify;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use self::arguments::{Arguments, Command};
use self::exit::{Exit, Failure};
use self::streams::Streams;

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or_else(Command::default_one);
    let mut streams = Streams::standard();
    let result = dispatch(&command, &mut streams).and_then(|exit| streams.flush().map(|()| exit));
    match result {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(&mut streams).into(),
    }
}

fn dispatch(command: &Command, streams: &mut Streams) -> Result<Exit, Failure> {
    match command {
        Command::Generate(arguments) => generate::run(arguments, streams),
        Command::Validate(arguments) => validate::run(arguments, streams),
        Command::Fmt(arguments) => fmt::run(arguments, streams),
        Command::Lint(arguments) => lint::run(arguments, streams),
        Command::Explain(arguments) => explain::run(arguments, streams),
        Command::Check(arguments) => check::run(arguments, streams),
        Command::Compat(arguments) => compat::run(arguments, streams),
        Command::Changelog(arguments) => changelog::run(arguments, streams),
        Command::Watch(arguments) => watch::run(arguments, streams),
        Command::Db(arguments) => db::run(arguments, streams),
        Command::Rules(arguments) => rules::run(arguments, streams),
        Command::Hash(arguments) => hash::run(arguments, streams),
        Command::Verify(arguments) => verify::run(arguments, streams),
        Command::Completions(arguments) => completions::run(arguments, streams),
    }
}
