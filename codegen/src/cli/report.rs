//! Prints findings in the form that was asked for.

use std::io::{self, Write};

use codegen::diagnostic::Diagnostic;
use codegen::report::{github, json, sarif, text};

use super::disk;
use super::exit::Failure;
use super::format::Format;
use super::streams::Streams;

pub(crate) use codegen::report::counted;

/// Prints findings that come on top of what was asked for: for people on the standard error stream, for programs on
/// the standard output.
pub(crate) fn print<'d>(
    findings: impl IntoIterator<Item = &'d Diagnostic>,
    format: Format,
    streams: &mut Streams,
) -> Result<(), Failure> {
    match format {
        Format::Text => write(findings, format, &mut streams.err)?,
        _ => write(findings, format, &mut streams.out)?,
    }
    Ok(())
}

/// Writes findings.
pub(crate) fn write<'d>(
    findings: impl IntoIterator<Item = &'d Diagnostic>,
    format: Format,
    to: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => write!(to, "{}", text(findings, disk::quoted_text)),
        Format::Json => writeln!(to, "{:#}", findings.into_iter().map(json).collect::<serde_json::Value>()),
        Format::Github => findings.into_iter().try_for_each(|finding| writeln!(to, "{}", github(finding))),
        Format::Sarif => writeln!(to, "{:#}", sarif(findings)),
    }
}
