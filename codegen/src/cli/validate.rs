//! `codegen validate`: whether documents are valid, and where and why they are not.
//!
//! The `jsonschema` crate is the judge, so nothing that this generator does can hide a mistake of its own.

mod branches;
mod documents;
mod finding;
mod judgement;
mod progress;
mod report;
mod target;
mod words;

use std::path::{Path, PathBuf};

use clap::Args;

use self::documents::Documents;
use self::progress::Progress;
use self::report::Report;
use self::target::Target;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::SchemaOptions;
use super::streams::Streams;

pub(super) use self::documents::Document;
pub(super) use self::judgement::violations;

/// Validate documents against a schema
///
/// Each violation is one line: file, line and column, the keyword, the JSON Pointer of the value, what was expected,
/// and what was found. Files that end in .ndjson or .jsonl hold one document on each line, of which only one is in
/// memory at a time.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Validate {
    /// The schema's file, and behind `#` which of its schemas: a JSON Pointer or an anchor
    #[arg(value_name = "SCHEMA[#POINTER]")]
    schema: String,
    /// The documents; `-` is the standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Read one document from each line, whatever the files are called
    #[arg(long)]
    ndjson: bool,
    /// How to print violations
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen validate order.schema.json order.json
  codegen validate 'schemas/ml_schemas.json#/$defs/Insight' insights.ndjson
  kafkacat -C -t orders | codegen validate order.schema.json --ndjson -

Exit codes:
  0  all documents are valid
  1  some are not
  2  a file cannot be read, or the schema is wrong";

pub(crate) fn run(arguments: &Validate, streams: &mut Streams) -> Result<Exit, Failure> {
    let target = Target::load(&arguments.schema, &arguments.options, arguments.format)?;
    let mut progress = Progress::over(&arguments.files);
    let mut report = Report::new(arguments.format);
    report.begin(&target.warnings, streams)?;
    let mut is_complete = true;
    for file in &arguments.files {
        match validate_file(file, arguments.ndjson, &target, (&mut report, &mut progress), streams) {
            // One file that cannot be read does not keep the others from being validated.
            Err(failure @ Failure::Usage(_)) => {
                is_complete = false;
                progress.pause(|| failure.report(streams));
            }
            other => other?,
        }
    }
    progress.finish();
    let exit = report.finish(streams)?;
    Ok(if is_complete { exit } else { Exit::Trouble })
}

fn validate_file(
    file: &Path,
    is_ndjson: bool,
    target: &Target,
    (report, progress): (&mut Report, &mut Progress),
    streams: &mut Streams,
) -> Result<(), Failure> {
    let mut documents = Documents::open(file, is_ndjson)?;
    report.begin_file();
    while let Some(document) = documents.next()? {
        let violations = judgement::violations(&document, &target.validator, target.marks());
        progress.advance(document.bytes.len());
        if violations.is_empty() {
            report.count_valid();
        } else {
            progress.pause(|| report.add(&violations, streams))?;
        }
    }
    Ok(())
}
