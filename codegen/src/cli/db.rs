//! `codegen db`: a live database, compared with the script that describes it.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use codegen::config::Config;
use codegen::drift::{self, Drift};

use super::disk;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::SCHEMAS;
use super::report::counted;
use super::streams::Streams;

/// Compare a live database with the script that describes it
#[derive(Debug, Args)]
pub(crate) struct Db {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Drift(DriftArguments),
}

/// Print what must be run to make a live database as its script says
///
/// The script runs beside the live tables, in a schema of its own and in a transaction that is rolled back, and the
/// catalog of the server says in what the two differ: tables, columns with their types, defaults and NOT NULL, keys,
/// checks, foreign keys, indexes, triggers, views, types, sequences, functions, the comments on them, and, if the script
/// grants or revokes anything, privileges. What the script does not have is dropped; what that loses is marked. What is
/// not compared, such as policies and partitioned tables, is listed on standard error where there is any. The script
/// names no schema: the first one of the connection's search path is meant. Nothing is changed.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
struct DriftArguments {
    /// The database, as a URL or as libpq's KEY=VALUE pairs; if left out, what the variable `DATABASE_URL` says
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The script that describes the database [default: what `schemas/codegen.json` names]
    #[arg(long, value_name = "FILE")]
    ddl: Option<PathBuf>,
}

const AFTER: &str = "\
Examples:
  codegen db drift --url postgres://reader@db.example.org/mlt
  codegen db drift --url 'host=/run/postgresql dbname=mlt' > drift.sql
  psql mlt -v ON_ERROR_STOP=1 -f drift.sql         once somebody has read it

Exit codes:
  0  the database is as the script says
  1  it is not, and this makes it so
  2  the database cannot be reached, or refuses the script";

pub(crate) fn run(arguments: &Db, streams: &mut Streams) -> Result<Exit, Failure> {
    let Command::Drift(arguments) = &arguments.command;
    let script = disk::script(&described(arguments)?)?;
    let url = arguments.url.clone().or_else(|| std::env::var("DATABASE_URL").ok()).ok_or_else(no_database)?;
    let Drift { statements, unseen } = drift::drift(&url, &script).map_err(Failure::Usage)?;
    for line in unseen {
        writeln!(streams.err, "not compared: {line}")?;
    }
    if statements.is_empty() {
        return Ok(Exit::Fine);
    }
    let count = counted(statements.len(), "statement");
    writeln!(streams.out, "-- {count} to make the database as {} says.\nBEGIN;", script.name)?;
    for statement in &statements {
        writeln!(streams.out, "{statement}")?;
    }
    writeln!(streams.out, "COMMIT;")?;
    Ok(Exit::Findings)
}

/// Where the script is.
fn described(arguments: &DriftArguments) -> Result<PathBuf, Failure> {
    let config = || Config::beside(&[SCHEMAS.into()]).map_err(Failure::schemas(Format::Text, Exit::Trouble));
    let named = arguments.ddl.clone().map_or_else(|| config().map(|config| config.places.ddl), |ddl| Ok(Some(ddl)))?;
    let help = "name it with --ddl, or in schemas/codegen.json: { \"check\": { \"ddl\": \"schema.sql\" } }";
    named.ok_or_else(|| Failure::usage("refused-script", "no script is named", help))
}

fn no_database() -> Failure {
    Failure::usage("unreachable-database", "no database is named", "name it with --url, or in DATABASE_URL")
}
