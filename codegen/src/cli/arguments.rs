//! What can be said on the command line.

use clap::{Parser, Subcommand};

use super::changelog::Changelog;
use super::check::Check;
use super::compat::Compat;
use super::completions::Completions;
use super::db::Db;
use super::explain::Explain;
use super::fmt::Fmt;
use super::generate::Generate;
use super::hash::Hash;
use super::lint::Lint;
use super::rules::Rules;
use super::validate::Validate;
use super::verify::Verify;
use super::watch::Watch;

/// Turns JSON Schemas into Rust types that accept exactly what the schemas accept.
///
/// Without a command it generates: the schemas of the folder `schemas` become Rust modules in the folder `models`,
/// which depend on `serde` and `serde_json` alone.
#[derive(Debug, Parser)]
#[command(name = "codegen", version, max_term_width = 100, after_help = AFTER)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Generate(Generate),
    Validate(Validate),
    Fmt(Fmt),
    Lint(Lint),
    Explain(Explain),
    Check(Check),
    Compat(Compat),
    Changelog(Changelog),
    Watch(Box<Watch>),
    Db(Db),
    Rules(Rules),
    Hash(Hash),
    Verify(Verify),
    Completions(Completions),
}

const AFTER: &str = "\
Examples:
  codegen                                           schemas/ becomes models/
  codegen generate api.json --out src/api           one schema becomes a module of your crate
  codegen validate api.json#/$defs/Order order.json
  codegen explain Order --schemas api.json
  codegen compat --against v1.2.0                   what changed since the tag, and which bump it takes

Exit codes:
  0  all is fine
  1  there are findings: a wrong schema, an invalid document, files out of date
  2  the command could not do its work: wrong arguments, a file that cannot be read or written";

impl Command {
    /// What a command line without a command means.
    pub(crate) fn default_one() -> Self {
        Self::Generate(Generate::default())
    }
}
