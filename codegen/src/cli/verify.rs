//! `codegen verify`: whether documents still are what was sealed.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use codegen::diagnostic::{Diagnostic, Mismatch};
use codegen::digest::{MARK, digest, marked_members, not_canonical};
use codegen::schema::SchemaId;
use codegen::source::{Source, Value};
use codegen::{Diagnostics, Planned, pointer};

use super::disk;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::SchemaOptions;
use super::report::{self, counted};
use super::streams::Streams;

/// Verify the digests that documents carry
///
/// The schema marks the member that holds a digest with `"x-digest": "sha256"`. The digest is that of the document's
/// canonical form (RFC 8785) without that member; every other member counts, also those that no schema names.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Verify {
    /// The schema's file, and behind `#` which of its schemas, as a JSON Pointer
    #[arg(value_name = "SCHEMA[#POINTER]")]
    schema: String,
    /// The documents
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen verify 'schemas/ml_schemas.json#/$defs/GovernanceSnapshot' snapshot.json

Exit codes:
  0  all digests are right
  1  some are not
  2  a file cannot be read, or the schema marks no digest";

pub(crate) fn run(arguments: &Verify, streams: &mut Streams) -> Result<Exit, Failure> {
    let members = members(arguments)?;
    let mut findings = Diagnostics::new();
    for file in &arguments.files {
        findings.extend(verify(file, &members)?);
    }
    report::write(findings.iter(), arguments.format, &mut streams.out)?;
    if arguments.format == Format::Text && findings.is_empty() {
        writeln!(streams.out, "{}: all as sealed", counted(arguments.files.len(), "document"))?;
    }
    Ok(if findings.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// The members that the schema marks.
fn members(arguments: &Verify) -> Result<BTreeSet<String>, Failure> {
    let (file, fragment) = arguments.schema.split_once('#').unwrap_or((&arguments.schema, ""));
    let wrong = Failure::schemas(arguments.format, Exit::Trouble);
    let planned = codegen::plan(&[PathBuf::from(file)], &arguments.options.to_options()).map_err(wrong)?;
    let members = schema(&planned, fragment).map(|id| marked_members(&planned.plan, id)).unwrap_or_default();
    if members.is_empty() {
        let message = format!("`{}` marks no member with `{MARK}`", arguments.schema);
        return Err(Failure::usage("nothing-sealed", message, "name the schema of the document itself"));
    }
    Ok(members)
}

/// The subschema that the fragment points to.
fn schema(planned: &Planned, fragment: &str) -> Option<SchemaId> {
    let document = planned.plan.graph.documents.iter().find(|document| document.is_requested)?;
    let pointer = pointer::from_fragment(fragment)?;
    let is_meant =
        |location: &codegen::schema::Location| location.source == document.source && location.pointer == pointer;
    planned.plan.graph.subschemas.iter().position(|subschema| is_meant(&subschema.location)).map(SchemaId)
}

fn verify(file: &Path, members: &BTreeSet<String>) -> Result<Diagnostics, Failure> {
    let name = file.display().to_string();
    let source = match Source::parse(name.as_str(), "", disk::text(file)?) {
        Ok(source) => source,
        Err(errors) => return Ok(errors),
    };
    Ok(members.iter().filter_map(|member| difference(&source, member)).collect())
}

/// What is wrong with the digest that a document carries.
fn difference(source: &Source, member: &str) -> Option<Diagnostic> {
    let place = pointer::join("", &[member]);
    let expected = match digest(source.json(), Some(member)) {
        Ok(digest) => digest,
        Err(error) => return Some(not_canonical(source, &error)),
    };
    let found = source.at(&place).map_or("nothing".to_owned(), |value| value.text().to_owned());
    if source.at(&place).and_then(Value::as_str) == Some(&*expected) {
        return None;
    }
    let message = format!("what the document holds has {expected}");
    let mismatch = Mismatch { keyword: MARK.to_owned(), schema: None, expected, found };
    let finding = Diagnostic::error("wrong-digest", message).with_mismatch(mismatch);
    Some(
        finding
            .with_help("restore the document that was sealed; do not just replace the digest")
            .at_value(source, &place),
    )
}
