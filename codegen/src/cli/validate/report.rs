//! Prints violations as they are found, and in the end how many there were.

use std::io::Write;

use anstyle::{AnsiColor, Effects, Style};

use codegen::Diagnostics;
use codegen::diagnostic::{Diagnostic, Mismatch};
use codegen::report::{counted, github, json, sarif};

use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;
use crate::cli::report;
use crate::cli::streams::Streams;

const PLACE: Style = Style::new().effects(Effects::BOLD);
const KEYWORD: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);

/// What has been found so far.
pub(super) struct Report {
    format: Format,
    n_files: usize,
    n_valid: usize,
    n_invalid: usize,
    n_violations: usize,
    n_printed: usize,
    /// What cannot be printed before all is known.
    kept: Vec<Diagnostic>,
}

impl Report {
    pub(super) fn new(format: Format) -> Self {
        Self { format, n_files: 0, n_valid: 0, n_invalid: 0, n_violations: 0, n_printed: 0, kept: Vec::new() }
    }

    /// Prints what there is to say about the schema itself.
    pub(super) fn begin(&mut self, warnings: &Diagnostics, streams: &mut Streams) -> Result<(), Failure> {
        match self.format {
            Format::Text => report::print(warnings.iter(), Format::Text, streams),
            _ => warnings.iter().try_for_each(|warning| self.print(warning, streams)),
        }
    }

    pub(super) fn begin_file(&mut self) {
        self.n_files = self.n_files.saturating_add(1);
    }

    pub(super) fn count_valid(&mut self) {
        self.n_valid = self.n_valid.saturating_add(1);
    }

    /// Adds the violations of one document.
    pub(super) fn add(&mut self, violations: &[Diagnostic], streams: &mut Streams) -> Result<(), Failure> {
        self.n_invalid = self.n_invalid.saturating_add(1);
        self.n_violations = self.n_violations.saturating_add(violations.len());
        violations.iter().try_for_each(|violation| self.print(violation, streams))?;
        streams.flush()
    }

    fn print(&mut self, finding: &Diagnostic, streams: &mut Streams) -> Result<(), Failure> {
        let separator = if self.n_printed == 0 { "[\n" } else { ",\n" };
        self.n_printed = self.n_printed.saturating_add(1);
        match self.format {
            Format::Text => print_line(finding, &mut streams.out)?,
            Format::Json => write!(streams.out, "{separator}  {}", json(finding))?,
            Format::Github => writeln!(streams.out, "{}", github(finding))?,
            Format::Sarif => self.kept.push(finding.clone()),
        }
        Ok(())
    }

    /// Prints the sums, and says how to exit.
    pub(super) fn finish(self, streams: &mut Streams) -> Result<Exit, Failure> {
        let summary = self.summary();
        match (self.format, self.n_printed) {
            // No file could be read, which has been said.
            (Format::Text, _) if self.n_files == 0 => {}
            (Format::Text, _) => writeln!(streams.out, "{summary}")?,
            (Format::Json, 0) => writeln!(streams.out, "[]")?,
            (Format::Json, _) => writeln!(streams.out, "\n]")?,
            (Format::Github, _) => writeln!(streams.err, "{summary}")?,
            (Format::Sarif, _) => writeln!(streams.out, "{:#}", sarif(&self.kept))?,
        }
        Ok(if self.n_violations == 0 { Exit::Fine } else { Exit::Findings })
    }

    fn summary(&self) -> String {
        let n_documents = self.n_valid.saturating_add(self.n_invalid);
        let documents = counted(n_documents, "document");
        let files =
            if self.n_files == n_documents { String::new() } else { format!(" in {}", counted(self.n_files, "file")) };
        match (n_documents, self.n_invalid) {
            (1, 0) => "1 document is valid".to_owned(),
            (_, 0) => format!("{documents}{files}: all valid"),
            (1, _) => format!("1 document is invalid: {}", counted(self.n_violations, "violation")),
            (_, n_invalid) => {
                format!("{documents}{files}: {n_invalid} invalid, {}", counted(self.n_violations, "violation"))
            }
        }
    }
}

/// One line for one violation: there may be thousands.
fn print_line(finding: &Diagnostic, out: &mut impl Write) -> std::io::Result<()> {
    let Diagnostic { file, line, column, pointer, mismatch, .. } = finding;
    let Some(Mismatch { keyword, expected, found, .. }) = mismatch.as_deref() else { return Ok(()) };
    let at = if pointer.is_empty() { String::new() } else { format!(" at {pointer}") };
    writeln!(
        out,
        "{PLACE}{file}:{line}:{column}:{PLACE:#} {KEYWORD}{keyword}{KEYWORD:#}{at}: expected {expected}, found {found}"
    )
}
