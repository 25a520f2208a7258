//! `codegen check`: everything that a pull request needs, in one table with one exit code.

mod build;
mod examples;
mod generated;
mod part;
mod versions;

use std::path::{Path, PathBuf};

use clap::Args;

use codegen::config::Config;
use codegen::diagnostic::{Diagnostic, Severity};
use codegen::fmt::fmt;
use codegen::lint::lint;
use codegen::parity::{self, Script};
use codegen::rules::{self, Group};
use codegen::{Diagnostics, Options, Planned, migrations};

use self::build::Build;
use self::part::Part;

use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::streams::Streams;
use super::{disk, report};

/// Check everything that a pull request needs: schemas, layout, lint, API, examples, code, database, compatibility
///
/// What is not there is not checked: API descriptions, examples, generated files, a database schema, an earlier version.
/// Cargo checks that the package compiles that `codegen.json` names: { "check": { "package": "contracts" } }.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Check {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    pub(crate) paths: Vec<PathBuf>,
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
    /// The folder of the migrations that end in the database schema
    #[arg(long, value_name = "DIR", default_value = "schemas/migrations")]
    migrations: PathBuf,
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
        let others = [self.examples.as_path(), &self.ddl, &self.columns, &self.migrations, Path::new(CHANGELOG)];
        self.paths.iter().map(PathBuf::as_path).chain(others).map(Path::to_owned).collect()
    }

    fn parts(&self, planned: &Planned, options: &Options, streams: &mut Streams) -> Result<Vec<Part>, Failure> {
        let wrong = Failure::schemas(Format::Text, Exit::Trouble);
        let config = Config::beside(&self.paths).map_err(wrong)?;
        // Cargo has work to do while everything else is looked at.
        let build = Build::start(&config)?;
        let (api, others) = lint(planned, options, &config).into_iter().partition(is_about_apis);
        Ok(vec![
            Part::checked("schemas", planned.warnings.clone()),
            Part::checked("layout", unformatted(planned, options)),
            Part::checked("lint", others),
            about_apis(planned, api),
            examples::part(planned, options, &self.examples)?,
            self.database(planned)?,
            versions::part(self, planned, options)?,
            generated::part(planned, &self.models, build, streams)?,
        ])
    }

    fn database(&self, planned: &Planned) -> Result<Part, Failure> {
        let missing = |path: &Path| Ok(Part::missing("database", format!("no {}", path.display())));
        let Some(ddl) = script(&self.ddl)? else { return missing(&self.ddl) };
        let Some(columns) = script(&self.columns)? else { return missing(&self.columns) };
        let mut findings = parity::check(planned, &ddl, &columns);
        if disk::is_folder(&self.migrations.to_string_lossy()) {
            let all = disk::scripts_in(&self.migrations).into_iter().map(|path| script(&path));
            let all: Vec<Script> = all.filter_map(Result::transpose).collect::<Result<_, _>>()?;
            findings.extend(migrations::check(&ddl, &all));
        }
        Ok(Part::checked("database", findings))
    }
}

fn about_apis(planned: &Planned, findings: Diagnostics) -> Part {
    let is_there = planned.sources.iter().any(|source| source.root().get("openapi").is_some());
    if is_there { Part::checked("api", findings) } else { Part::missing("api", "no OpenAPI description") }
}

fn is_about_apis(finding: &Diagnostic) -> bool {
    rules::find(finding.rule).is_some_and(|rule| rule.group == Group::Api)
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
