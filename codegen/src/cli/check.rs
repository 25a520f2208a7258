//! `codegen check`: everything that a pull request needs, in one table with one exit code.

mod examples;

use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use clap::Args;

use codegen::compat::CompatOptions;
use codegen::compat::release::{self, Changelog};
use codegen::config::Config;
use codegen::diagnostic::{Diagnostic, Severity};
use codegen::fmt::fmt;
use codegen::layout::EmitOptions;
use codegen::lint::lint;
use codegen::parity::{self, Script, stored};
use codegen::write::{Difference, compare};
use codegen::{Diagnostics, Options, Planned};

use super::compat::baseline;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::SchemaOptions;
use super::streams::Streams;
use super::table::aligned;
use super::{disk, report};

/// Check everything that a pull request needs: schemas, layout, lint, examples, generated code, database, compatibility
///
/// What is not there is not checked: examples, generated files, a database schema, an earlier version.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Check {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = "schemas")]
    paths: Vec<PathBuf>,
    /// Documents by schema and type, and those that must be refused in its folder `invalid`
    #[arg(long, value_name = "DIR", default_value = "examples")]
    examples: PathBuf,
    /// The folder of the generated code, which must be up to date
    #[arg(long, value_name = "DIR", default_value = "models")]
    models: PathBuf,
    /// The database schema
    #[arg(long, value_name = "FILE", default_value = "schemas/ml_database_schema.sql")]
    ddl: PathBuf,
    /// The file that says which member of the contracts each column holds
    #[arg(long, value_name = "FILE", default_value = "schemas/ml_database_columns.txt")]
    columns: PathBuf,
    /// The earlier version: a revision or tag of git, or a folder
    #[arg(long, value_name = "REV|DIR")]
    against: Option<String>,
    /// How to print findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen check
  codegen check --against origin/main --format github

Exit codes:
  0  everything is as it should be
  1  there are errors or warnings
  2  a file cannot be read";

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// One line of the table: what was checked, and what was found, if it was there to be checked.
struct Part {
    name: &'static str,
    findings: Option<Diagnostics>,
}

pub(crate) fn run(arguments: &Check, streams: &mut Streams) -> Result<Exit, Failure> {
    let options = arguments.options.to_options();
    let parts = match codegen::plan(&arguments.paths, &options) {
        Ok(planned) => arguments.parts(&planned, &options)?,
        Err(findings) => vec![Part { name: "schemas", findings: Some(findings) }],
    };
    let findings: Vec<&Diagnostic> =
        parts.iter().filter_map(|part| part.findings.as_ref()).flat_map(Diagnostics::iter).collect();
    if arguments.format == Format::Text {
        report::print(findings.iter().copied(), Format::Text, streams)?;
        print_table(&parts, &mut streams.out)?;
    } else {
        report::write(findings.iter().copied(), arguments.format, &mut streams.out)?;
    }
    Ok(if findings.iter().all(|finding| finding.severity == Severity::Note) { Exit::Fine } else { Exit::Findings })
}

impl Check {
    fn parts(&self, planned: &Planned, options: &Options) -> Result<Vec<Part>, Failure> {
        let wrong = Failure::schemas(Format::Text, Exit::Trouble);
        let config = Config::beside(&self.paths).map_err(wrong)?;
        let part = |name, findings| Part { name, findings };
        Ok(vec![
            part("schemas", Some(planned.warnings.clone())),
            part("layout", Some(unformatted(planned, options))),
            part("lint", Some(lint(planned, options, &config))),
            part("examples", examples::check(planned, options, &self.examples)?),
            part("generated code", self.generated(planned)),
            part("database", self.database(planned)?),
            part("compatibility", self.compatibility(planned, options)?),
        ])
    }

    /// Whether the files that are there are what the schemas make.
    fn generated(&self, planned: &Planned) -> Option<Diagnostics> {
        if !disk::is_folder(&self.models.to_string_lossy()) {
            return None;
        }
        let differences =
            codegen::emit(planned, &EmitOptions::default()).and_then(|files| compare(&files, &self.models));
        Some(differences.map_or_else(|findings| findings, |found| self.outdated(&found)))
    }

    /// One finding for all files: a generator that was not run leaves many behind.
    fn outdated(&self, differences: &[Difference]) -> Diagnostics {
        let first = differences.iter().map(|difference| {
            let (Difference::Missing { path } | Difference::Changed { path, .. } | Difference::Stale { path }) =
                difference;
            self.models.join(path).display().to_string()
        });
        let Some(first) = first.min() else { return Diagnostics::new() };
        let more = if differences.len() > 1 { ", and others with it," } else { "" };
        let message = format!("`{first}`{more} is not what the schemas make");
        Diagnostic::error("outdated-code", message).with_help("run `codegen generate`").into()
    }

    fn database(&self, planned: &Planned) -> Result<Option<Diagnostics>, Failure> {
        let (Some(ddl), Some(columns)) = (script(&self.ddl)?, script(&self.columns)?) else { return Ok(None) };
        Ok(Some(parity::check(planned, &ddl, &columns)))
    }

    fn compatibility(&self, planned: &Planned, options: &Options) -> Result<Option<Diagnostics>, Failure> {
        let Some(against) = &self.against else { return Ok(None) };
        let wrong = Failure::schemas(Format::Text, Exit::Trouble);
        let old = baseline::plan(against, &self.paths, options)?;
        let rows = script(&self.columns)?.map(|columns| stored(&columns)).unwrap_or_default();
        let settings = CompatOptions { reading: options.clone(), rows, ..CompatOptions::default() };
        let comparison = codegen::compat::compare(&old, planned, &settings).map_err(wrong)?;
        let changelog = script(Path::new("CHANGELOG.md"))?.map(|Script { name, text }| Changelog { name, text });
        Ok(Some(release::check(&comparison, &old, planned, changelog.as_ref())))
    }
}

/// A file, if it is there.
fn script(path: &Path) -> Result<Option<Script>, Failure> {
    let name = path.display().to_string();
    if !disk::exists(&name) {
        return Ok(None);
    }
    Ok(Some(Script { text: disk::text(path)?, name }))
}

fn unformatted(planned: &Planned, options: &Options) -> Diagnostics {
    let all = fmt(&planned.sources, options);
    let changed = all.iter().filter(|(source, text)| source.text() != text);
    let finding = |(source, _): &(&codegen::source::Source, String)| {
        let message = "the document is not in the canonical layout";
        Diagnostic::error("not-formatted", message).with_help("run `codegen fmt`").at_text(source.name(), "", 0..0)
    };
    changed.map(finding).collect()
}

fn print_table(parts: &[Part], out: &mut dyn Write) -> Result<(), Failure> {
    let rows: Vec<[String; 2]> = parts.iter().map(|part| [part.name.to_owned(), verdict(part)]).collect();
    for line in aligned(&rows) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn verdict(part: &Part) -> String {
    match &part.findings {
        None => "not there".to_owned(),
        Some(findings) if findings.iter().all(|finding| finding.severity == Severity::Note) => {
            format!("{GOOD}fine{GOOD:#}")
        }
        Some(findings) => format!("{BAD}{}{BAD:#}", report::counted(findings.len(), "finding")),
    }
}
