//! `codegen fmt`: schemas in their canonical layout.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use codegen::Diagnostics;
use codegen::diagnostic::Diagnostic;
use codegen::fmt::fmt;
use codegen::source::Source;
use codegen::{load, write};

use super::diff;
use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::report::{self, counted};
use super::streams::Streams;

/// Bring schemas into their canonical layout
///
/// Keywords come in one order and lines are indented by two spaces for each level. What people wrote stays as they wrote
/// it: strings with their escapes, numbers with their digits, the order of properties, definitions and values.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Fmt {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    paths: Vec<PathBuf>,
    /// Write nothing, but show what would change: exit code 1 if anything would
    #[arg(long)]
    check: bool,
    /// How to print findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen fmt                      the schemas in schemas/
  codegen fmt order.json --check

Exit codes:
  0  done, or nothing to do
  1  --check found differences, or a schema is no JSON
  2  a file cannot be read or written";

/// A document and its text in the canonical layout.
type Formatted<'s> = (&'s Source, String);

pub(crate) fn run(arguments: &Fmt, streams: &mut Streams) -> Result<Exit, Failure> {
    expect_schemas(&arguments.paths)?;
    let wrong = Failure::schemas(arguments.format, Exit::Findings);
    let options = arguments.options.to_options();
    let (sources, found) = load::load(&arguments.paths, &options);
    // What is only worth a warning does not keep a text from being formatted.
    drop(found.or_fatal().map_err(wrong)?);
    let all = fmt(&sources, &options);
    let n_files = all.len();
    let changed: Vec<Formatted<'_>> = all.into_iter().filter(|(source, text)| source.text() != text).collect();
    if arguments.check {
        return check(arguments, n_files, &changed, streams);
    }
    for (source, text) in &changed {
        source.path().map_or(Ok(()), |path| write::replace(path, text)).map_err(wrong)?;
        writeln!(streams.out, "{}", source.name())?;
    }
    writeln!(streams.out, "{}: {} formatted", counted(n_files, "file"), changed.len())?;
    Ok(Exit::Fine)
}

fn check(arguments: &Fmt, n_files: usize, changed: &[Formatted<'_>], streams: &mut Streams) -> Result<Exit, Failure> {
    let is_fine = changed.is_empty();
    match arguments.format {
        Format::Text => show(n_files, changed, &mut streams.out)?,
        format => {
            let findings: Diagnostics = changed.iter().map(|(source, text)| unformatted(source, text)).collect();
            report::print(findings.iter(), format, streams)?;
        }
    }
    Ok(if is_fine { Exit::Fine } else { Exit::Findings })
}

fn show(n_files: usize, changed: &[Formatted<'_>], out: &mut impl Write) -> io::Result<()> {
    for (source, text) in changed {
        diff::print((source.text(), source.name()), (text, source.name()), out)?;
    }
    match changed.len() {
        0 => writeln!(out, "{}: all formatted", counted(n_files, "file")),
        n => writeln!(out, "{} not formatted; without --check codegen formats them", counted(n, "file")),
    }
}

/// A finding where a text first differs from its canonical layout.
fn unformatted(source: &Source, text: &str) -> Diagnostic {
    let same = source.text().bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count();
    let at = source.text().floor_char_boundary(same);
    let rest = source.text().get(at..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    let finding = Diagnostic::error("not-formatted", "from here on the layout is not the canonical one");
    finding.with_help("run `codegen fmt`").at_text(source.name(), source.text(), at..at.saturating_add(length))
}
