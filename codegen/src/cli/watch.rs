//! `codegen watch`: a command again whenever a file changes that it reads.

mod changes;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use self::changes::Changes;

use super::arguments::{Arguments, Command};
use super::check::{self, Check};
use super::exit::{Exit, Failure};
use super::generate::{self, Generate};
use super::lint::{self, Lint};
use super::streams::Streams;

/// Run a command again whenever a file changes that it reads: check, unless another one is named
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Watch {
    #[command(subcommand)]
    command: Option<Watched>,
}

#[derive(Debug, Subcommand)]
enum Watched {
    Check(Check),
    Generate(Generate),
    Lint(Lint),
}

const AFTER: &str = "\
Examples:
  codegen watch
  codegen watch generate schemas --out src/models
  codegen watch check --against v1.2.0";

/// Runs until it is interrupted.
pub(crate) fn run(arguments: &Watch, streams: &mut Streams) -> Result<Exit, Failure> {
    let Some(command) = &arguments.command else { return run(&checking()?, streams) };
    let changes = Changes::of(&command.inputs())?;
    loop {
        match command.run(streams) {
            Ok(_) => {}
            Err(failure @ Failure::Stream(_)) => return Err(failure),
            Err(failure) => drop(failure.report(streams)),
        }
        writeln!(streams.out, "\nwaiting for a change; Ctrl-C ends it")?;
        streams.flush()?;
        let Some(path) = changes.wait() else { return Ok(Exit::Fine) };
        writeln!(streams.out, "{} has changed\n", path.display())?;
    }
}

/// What `codegen watch` alone means.
fn checking() -> Result<Watch, Failure> {
    let check = Arguments::try_parse_from(["codegen", "watch", "check"]);
    match check.ok().and_then(|arguments| arguments.command) {
        Some(Command::Watch(watch)) => Ok(watch),
        _ => Err(Failure::usage("internal", "`codegen watch check` is no command line", "name a command")),
    }
}

impl Watched {
    /// The files and folders that it reads.
    fn inputs(&self) -> Vec<PathBuf> {
        match self {
            Self::Check(arguments) => arguments.inputs(),
            Self::Generate(arguments) => arguments.paths.clone(),
            Self::Lint(arguments) => arguments.paths.clone(),
        }
    }

    fn run(&self, streams: &mut Streams) -> Result<Exit, Failure> {
        match self {
            Self::Check(arguments) => check::run(arguments, streams),
            Self::Generate(arguments) => generate::run(arguments, streams),
            Self::Lint(arguments) => lint::run(arguments, streams),
        }
    }
}
