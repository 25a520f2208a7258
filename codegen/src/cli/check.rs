//! `codegen check`: everything that a pull request needs, in one table with one exit code.

mod build;
mod database;
mod examples;
mod generated;
mod part;
mod places;
mod versions;

use std::path::PathBuf;

use clap::Args;

use codegen::config::{self, Config};
use codegen::diagnostic::{Diagnostic, Severity};
use codegen::fmt::fmt;
use codegen::lint::lint;
use codegen::rules::{self, Group};
use codegen::{Diagnostics, Options, Planned};

use self::build::Build;
use self::part::Part;
use self::places::Places;

use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::streams::Streams;
use super::{disk, report};

/// Check everything that a pull request needs: schemas, layout, lint, API, examples, code, database, compatibility
///
/// What is not there is not checked: API descriptions, examples, generated files, a database schema, an earlier version.
/// The file `codegen.json` beside the schemas names what is not where it usually is, and the package that Cargo checks:
/// { "check": { "package": "contracts", "ddl": "schema.sql", "columns": "columns.txt" } }, each path from its folder.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Check {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    places: Places,
    /// The earlier version: a revision or tag of git, or a folder [default: the newest tag, else origin/main]
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

/// Where the changelog is looked for.
const CHANGELOG: &str = "CHANGELOG.md";

pub(crate) fn run(arguments: &Check, streams: &mut Streams) -> Result<Exit, Failure> {
    expect_schemas(&arguments.paths)?;
    let options = arguments.options.to_options();
    let parts = match codegen::plan(&arguments.paths, &options) {
        Ok(planned) => arguments.parts(&planned, &options, streams)?,
        Err(findings) if !arguments.paths.iter().all(|path| disk::exists(&path.to_string_lossy())) => {
            return Err(Failure::schemas(arguments.format, Exit::Trouble)(findings));
        }
        Err(findings) => vec![Part::checked("schemas", findings)],
    };
    let findings: Vec<&Diagnostic> = parts.iter().flat_map(Part::findings).collect();
    if arguments.format == Format::Text {
        report::print(findings.iter().copied(), Format::Text, streams)?;
        part::print(&parts, &mut streams.out)?;
    } else {
        report::write(findings.iter().copied(), arguments.format, &mut streams.out)?;
        part::print(&parts, &mut streams.err)?;
    }
    Ok(if findings.iter().all(|finding| finding.severity == Severity::Note) { Exit::Fine } else { Exit::Findings })
}

impl Check {
    /// The files and folders that it reads.
    pub(crate) fn inputs(&self) -> Vec<PathBuf> {
        // What is wrong with the configuration is said when it is read for the work.
        let places = self.places.with(&Config::beside(&self.paths).unwrap_or_default());
        let config::Places { examples, ddl, columns, migrations, .. } = places;
        let others = [examples, ddl, columns, migrations, Some(CHANGELOG.into())];
        self.paths.iter().cloned().chain(others.into_iter().flatten()).collect()
    }

    fn parts(&self, planned: &Planned, options: &Options, streams: &mut Streams) -> Result<Vec<Part>, Failure> {
        let wrong = Failure::schemas(Format::Text, Exit::Trouble);
        let config = Config::beside(&self.paths).map_err(wrong)?;
        let places = self.places.with(&config);
        // Cargo has work to do while everything else is looked at.
        let build = Build::start(&config)?;
        let (api, others) = lint(planned, options, &config).into_iter().partition(is_about_apis);
        Ok(vec![
            Part::checked("schemas", planned.warnings.clone()),
            Part::checked("layout", unformatted(planned, options)),
            Part::checked("lint", others),
            about_apis(planned, api),
            examples::part(planned, options, &places.examples.unwrap_or_default())?,
            database::part(planned, places.ddl.as_deref(), places.columns.as_deref(), places.migrations.as_deref())?,
            versions::part(self, planned, options, places.columns.as_deref())?,
            generated::part(planned, &places.models.unwrap_or_default(), build, streams)?,
        ])
    }
}

fn about_apis(planned: &Planned, findings: Diagnostics) -> Part {
    let is_there = planned.sources.iter().any(|source| source.root().get("openapi").is_some());
    if is_there { Part::checked("api", findings) } else { Part::missing("api", "no OpenAPI description") }
}

fn is_about_apis(finding: &Diagnostic) -> bool {
    rules::find(finding.rule).is_some_and(|rule| rule.group == Group::Api)
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
