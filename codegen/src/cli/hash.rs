//! `codegen hash`: the digests of documents in their canonical form.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use codegen::diagnostic::Diagnostic;
use codegen::digest::{digest, not_canonical};
use codegen::source::Source;
use codegen::support::{Json, NotCanonical};

use super::disk;
use super::exit::{Exit, Failure};
use super::format::{Form, Format};
use super::streams::Streams;

/// Print the SHA-256 of documents in their canonical form (RFC 8785)
///
/// Two documents have the same digest if they hold the same JSON value, however they are spelt. Fractions of
/// up to 17 digits count as the nearest double; any other number that no double says has no canonical form, and is refused.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Hash {
    /// The documents
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Leave out the member that holds the digest itself
    #[arg(long, value_name = "MEMBER")]
    without: Option<String>,
    /// Print the canonical form instead of its digest
    #[arg(long, conflicts_with = "without")]
    canonical: bool,
    /// How to print digests
    #[arg(long, value_enum, default_value_t, conflicts_with = "canonical")]
    format: Form,
}

const AFTER: &str = "\
Examples:
  codegen hash order.json
  codegen hash snapshot.json --without state_hash      what belongs into the member state_hash
  codegen verify 'schemas/ml_schemas.json#/$defs/GovernanceSnapshot' snapshot.json";

pub(crate) fn run(arguments: &Hash, streams: &mut Streams) -> Result<Exit, Failure> {
    let mut digests = Vec::new();
    for file in &arguments.files {
        let name = file.display().to_string();
        let text = disk::text(file)?;
        let document: Json = text.parse().map_err(|error| unreadable(&name, &error))?;
        if arguments.canonical {
            writeln!(streams.out, "{}", document.canonical().map_err(|error| refused(&name, text, &error))?)?;
        } else {
            let digest = digest(&document, arguments.without.as_deref());
            digests.push((digest.map_err(|error| refused(&name, text, &error))?, name));
        }
    }
    match arguments.format {
        Form::Text => digests.iter().try_for_each(|(digest, name)| writeln!(streams.out, "{digest}  {name}"))?,
        Form::Json => {
            let values = digests.iter().map(|(digest, name)| json!({ "file": name, "digest": digest }));
            writeln!(streams.out, "{:#}", values.collect::<Value>())?;
        }
    }
    Ok(Exit::Fine)
}

fn unreadable(name: &str, error: &codegen::support::ReadError) -> Failure {
    let diagnostic = Diagnostic::error("unreadable-file", format!("`{name}` is no JSON: {error}"));
    Failure::Usage(Box::new(diagnostic))
}

fn refused(name: &str, text: String, error: &NotCanonical) -> Failure {
    let diagnostics =
        Source::parse(name, "", text).map_or_else(|errors| errors, |source| not_canonical(&source, error).into());
    Failure::Schemas { diagnostics, format: Format::Text, exit: Exit::Findings }
}
