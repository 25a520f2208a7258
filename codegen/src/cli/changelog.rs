//! `codegen changelog`: drafts the changelog entry for what changed.

use std::io::Write;

use clap::Args;

use codegen::compat::changelog::draft;

use super::compat::{VersionArguments, compare};
use super::exit::{Exit, Failure};
use super::streams::Streams;

/// Draft the changelog entry for what changed since an earlier version
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Changelog {
    #[command(flatten)]
    versions: VersionArguments,
}

const AFTER: &str = "\
Examples:
  codegen changelog --against v1.2.0";

pub(crate) fn run(arguments: &Changelog, streams: &mut Streams) -> Result<Exit, Failure> {
    let compared = compare(&arguments.versions)?;
    write!(streams.out, "{}", draft(&compared.comparison))?;
    Ok(Exit::Fine)
}
