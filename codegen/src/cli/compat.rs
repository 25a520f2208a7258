//! `codegen compat`: what a change of schemas does to those who use them, and which version bump it takes.

pub(crate) mod baseline;
mod text;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use codegen::Planned;
use codegen::compat::release::{self, Changelog};
use codegen::compat::{self, Comparison, CompatOptions};
use codegen::config::Config;
use codegen::parity::stored;
use codegen::report::json;

use self::baseline::Baseline;

use super::disk;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::report;
use super::streams::Streams;

/// Say what changed since an earlier version: whom it breaks, with a document that proves it, and the bump it takes
///
/// Versions are compared by what they accept. PATCH is for compatible additions, MINOR for additions that break
/// validation, MAJOR for structural changes and members that are removed or renamed. What cannot be decided is said.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Compat {
    #[command(flatten)]
    pub(crate) versions: VersionArguments,
    /// The changelog whose newest entry must tell of the changes [default: CHANGELOG.md, if there is one]
    #[arg(long, value_name = "FILE")]
    changelog: Option<PathBuf>,
    /// How to print the changes
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Which versions to compare, and how.
#[derive(Debug, Args)]
pub(crate) struct VersionArguments {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    paths: Vec<PathBuf>,
    /// The earlier version: a revision or tag of git, or a folder [default: the newest tag, else origin/main]
    #[arg(long, value_name = "REV|DIR")]
    against: Option<String>,
    /// What readers do with members that they do not know
    #[arg(long, value_enum, default_value_t)]
    policy: Policy,
    #[command(flatten)]
    options: SchemaOptions,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Policy {
    /// They pass over them: a new optional member is compatible.
    #[default]
    Open,
    /// They refuse them: a new optional member breaks them.
    Closed,
}

const AFTER: &str = "\
Examples:
  codegen compat                                      what has changed since the newest tag
  codegen compat --against v1.2.0
  codegen compat --against HEAD~1 --policy closed
  codegen compat new.json --against old-schemas --format json

Exit codes:
  0  the declared version and the changelog say what the changes take
  1  they fall short of it, or something is undecided
  2  a version cannot be read";

/// Two versions, and what is between them.
pub(crate) struct Compared {
    /// What the earlier version is called.
    name: String,
    pub(crate) old: Planned,
    pub(crate) new: Planned,
    pub(crate) comparison: Comparison,
}

pub(crate) fn run(arguments: &Compat, streams: &mut Streams) -> Result<Exit, Failure> {
    let compared = compare(&arguments.versions)?;
    let Compared { name, old, new, comparison } = &compared;
    let changelog = changelog(arguments.changelog.as_deref())?;
    let findings = release::check(comparison, old, new, changelog.as_ref());
    match arguments.format {
        Format::Text => {
            text::print(comparison, name, &mut streams.out)?;
            streams.flush()?;
            report::print(findings.iter(), Format::Text, streams)?;
        }
        Format::Json => {
            let mut value = comparison.to_value();
            if let Value::Object(members) = &mut value {
                members.insert("findings".to_owned(), findings.iter().map(json).collect());
            }
            writeln!(streams.out, "{value:#}")?;
        }
        // Annotations and logs show what has changed where it stands.
        format => {
            let changes = compat::findings(comparison, old, new);
            report::print(changes.iter().chain(findings.iter()), format, streams)?;
        }
    }
    Ok(if findings.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// Reads and compares both versions.
pub(crate) fn compare(arguments: &VersionArguments) -> Result<Compared, Failure> {
    expect_schemas(&arguments.paths)?;
    let wrong = Failure::schemas(Format::Text, Exit::Trouble);
    let options = arguments.options.to_options();
    let new = codegen::plan(&arguments.paths, &options).map_err(wrong)?;
    let usual = arguments.against.as_deref().map(Baseline::named).or_else(|| baseline::usual(&arguments.paths));
    let Baseline { name, revision } = usual.ok_or_else(|| {
        let message = "git knows no tag and no origin/main with such schemas";
        Failure::usage("unknown-baseline", message, "name a revision, a tag or a folder with `--against`")
    })?;
    let old = baseline::plan(&revision, &arguments.paths, &options)?;
    let policy = match arguments.policy {
        Policy::Open => compat::Policy::Open,
        Policy::Closed => compat::Policy::Closed,
    };
    let options = CompatOptions { policy, reading: options, rows: rows(&arguments.paths)? };
    let comparison = compat::compare(&old, &new, &options).map_err(wrong)?;
    Ok(Compared { name, old, new, comparison })
}

/// The tables that documents are stored in, if the configuration names the file that says so.
fn rows(paths: &[PathBuf]) -> Result<Vec<(String, String)>, Failure> {
    let config = Config::beside(paths).map_err(Failure::schemas(Format::Text, Exit::Trouble))?;
    let columns = config.places.columns.as_deref().map(disk::script).transpose()?;
    Ok(columns.map(|columns| stored(&columns)).unwrap_or_default())
}

/// The changelog that is named, or the one that is usual.
fn changelog(named: Option<&Path>) -> Result<Option<Changelog>, Failure> {
    let path = named.unwrap_or(Path::new("CHANGELOG.md"));
    let name = path.display().to_string();
    if named.is_none() && !disk::exists(&name) {
        return Ok(None);
    }
    Ok(Some(Changelog { text: disk::text(path)?, name }))
}
