//! `codegen lint`: what is wrong with schemas that are valid.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use codegen::config::Config;
use codegen::diagnostic::{Diagnostic, Severity};
use codegen::lint::{lint, mended};
use codegen::{Diagnostics, Planned, write};

use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::report::{self, counted};
use super::streams::Streams;

/// Find what is wrong with schemas that are valid
///
/// `codegen rules` lists what is looked for, `codegen rules ID` says why. Where a rule does not hold, say so in the
/// schema with `"x-lint-allow": { "ID": "the reason" }`, or in the file `codegen.json` beside the schemas, which also
/// switches rules off and makes them weigh more or less. A suppression that is not needed is a finding itself.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Lint {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    pub(crate) paths: Vec<PathBuf>,
    /// Mend what can be mended without changing what a schema accepts
    #[arg(long)]
    fix: bool,
    /// How to print findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen lint                                        the schemas in schemas/
  codegen lint order.json --fix
  codegen lint --format sarif > lint.sarif

Exit codes:
  0  nothing but notes
  1  there are errors or warnings
  2  a file cannot be read or written";

/// One fix may make room for another, but not for ever.
const ROUNDS: usize = 8;

pub(crate) fn run(arguments: &Lint, streams: &mut Streams) -> Result<Exit, Failure> {
    expect_schemas(&arguments.paths)?;
    let wrong = Failure::schemas(arguments.format, Exit::Findings);
    let config = Config::beside(&arguments.paths).map_err(wrong)?;
    let (mut planned, mut findings) = find(arguments, &config)?;
    let mut n_mended: usize = 0;
    for _ in 0..if arguments.fix { ROUNDS } else { 0 } {
        let before = findings.len();
        if !mend(&planned, &findings).map_err(wrong)? {
            break;
        }
        (planned, findings) = find(arguments, &config)?;
        n_mended = n_mended.saturating_add(before.saturating_sub(findings.len()));
    }
    report::write(findings.iter(), arguments.format, &mut streams.out)?;
    if arguments.format == Format::Text {
        say(&planned, &findings, n_mended, streams)?;
    }
    let is_fine = findings.iter().all(|finding| finding.severity == Severity::Note);
    Ok(if is_fine { Exit::Fine } else { Exit::Findings })
}

fn find(arguments: &Lint, config: &Config) -> Result<(Planned, Diagnostics), Failure> {
    let wrong = Failure::schemas(arguments.format, Exit::Findings);
    let options = arguments.options.to_options();
    let planned = codegen::plan(&arguments.paths, &options).map_err(wrong)?;
    let mut findings = planned.warnings.clone();
    findings.extend(lint(&planned, &options, config));
    Ok((planned, findings))
}

/// Makes the safe fixes; says whether there were any.
fn mend(planned: &Planned, findings: &Diagnostics) -> Result<bool, Diagnostics> {
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings.iter() {
        files.entry(&finding.file).or_default().push(finding);
    }
    let mut is_mended = false;
    for source in planned.sources.iter().filter(|source| source.is_requested()) {
        let found = files.get(source.name()).into_iter().flatten().copied();
        if let (Some(text), Some(path)) = (mended(source.text(), found), source.path()) {
            write::replace(path, &text)?;
            is_mended = true;
        }
    }
    Ok(is_mended)
}

fn say(planned: &Planned, findings: &Diagnostics, n_mended: usize, streams: &mut Streams) -> Result<(), Failure> {
    let n_files = planned.sources.iter().filter(|source| source.is_requested()).count();
    if n_mended > 0 {
        writeln!(streams.out, "{} mended", counted(n_mended, "finding"))?;
    }
    if findings.is_empty() {
        writeln!(streams.out, "{}: nothing to say", counted(n_files, "file"))?;
    }
    Ok(())
}
