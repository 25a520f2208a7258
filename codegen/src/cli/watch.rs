//! `codegen watch`: a command again whenever a file changes that it reads.

mod changes;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use self::changes::Changes;

use super::check::{self, Check};
use super::exit::{Exit, Failure};
use super::generate::{self, Generate};
use super::lint::{self, Lint};
use super::options::expect_schemas;
use super::streams::Streams;

/// Run a command again whenever a file changes that it reads: check, unless another one is named
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, after_help = AFTER)]
pub(crate) struct Watch {
    #[command(subcommand)]
    command: Option<Watched>,
    #[command(flatten)]
    check: Check,
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
  codegen watch --against v1.2.0
  codegen watch generate schemas --out src/models";

/// Runs until it is interrupted.
pub(crate) fn run(arguments: &Watch, streams: &mut Streams) -> Result<Exit, Failure> {
    expect_schemas(arguments.schemas())?;
    let changes = Changes::of(&arguments.inputs())?;
    loop {
        match arguments.run(streams) {
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

impl Watch {
    fn schemas(&self) -> &[PathBuf] {
        match &self.command {
            None => &self.check.paths,
            Some(Watched::Check(arguments)) => &arguments.paths,
            Some(Watched::Generate(arguments)) => &arguments.paths,
            Some(Watched::Lint(arguments)) => &arguments.paths,
        }
    }

    /// The files and folders that the command reads.
    fn inputs(&self) -> Vec<PathBuf> {
        match &self.command {
            None => self.check.inputs(),
            Some(Watched::Check(arguments)) => arguments.inputs(),
            Some(Watched::Generate(_) | Watched::Lint(_)) => self.schemas().to_vec(),
        }
    }

    fn run(&self, streams: &mut Streams) -> Result<Exit, Failure> {
        match &self.command {
            None => check::run(&self.check, streams),
            Some(Watched::Check(arguments)) => check::run(arguments, streams),
            Some(Watched::Generate(arguments)) => generate::run(arguments, streams),
            Some(Watched::Lint(arguments)) => lint::run(arguments, streams),
        }
    }
}
