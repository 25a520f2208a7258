//! Prints violations as they are found, and in the end how many there were.

use std::io::Write;

use anstyle::{AnsiColor, Effects, Style};

use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;
use crate::cli::report::counted;
use crate::cli::streams::Streams;

use super::violation::Violation;

const PLACE: Style = Style::new().effects(Effects::BOLD);
const KEYWORD: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);

/// What has been found so far.
pub(super) struct Report {
    format: Format,
    n_files: usize,
    n_valid: usize,
    n_invalid: usize,
    n_violations: usize,
}

impl Report {
    pub(super) fn new(format: Format) -> Self {
        Self { format, n_files: 0, n_valid: 0, n_invalid: 0, n_violations: 0 }
    }

    pub(super) fn begin_file(&mut self) {
        self.n_files = self.n_files.saturating_add(1);
    }

    pub(super) fn count_valid(&mut self) {
        self.n_valid = self.n_valid.saturating_add(1);
    }

    /// Adds the violations of one document.
    pub(super) fn add(&mut self, violations: &[Violation], streams: &mut Streams) -> Result<(), Failure> {
        self.n_invalid = self.n_invalid.saturating_add(1);
        for violation in violations {
            let is_first = self.n_violations == 0;
            self.n_violations = self.n_violations.saturating_add(1);
            match self.format {
                Format::Text => print_line(violation, &mut streams.out)?,
                Format::Json => {
                    let separator = if is_first { "[\n" } else { ",\n" };
                    write!(streams.out, "{separator}  {}", violation.to_value())?;
                }
            }
        }
        streams.flush()
    }

    /// Prints the sums, and says how to exit.
    pub(super) fn finish(self, streams: &mut Streams) -> Result<Exit, Failure> {
        let summary = self.summary();
        match (self.format, self.n_violations) {
            (Format::Text, _) => writeln!(streams.out, "{summary}")?,
            (Format::Json, 0) => writeln!(streams.out, "[]")?,
            (Format::Json, _) => writeln!(streams.out, "\n]")?,
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

fn print_line(violation: &Violation, out: &mut impl Write) -> std::io::Result<()> {
    let Violation { file, line, column, pointer, keyword, expected, found, .. } = violation;
    let at = if pointer.is_empty() { String::new() } else { format!(" at {pointer}") };
    writeln!(
        out,
        "{PLACE}{file}:{line}:{column}:{PLACE:#} {KEYWORD}{keyword}{KEYWORD:#}{at}: expected {expected}, found {found}"
    )
}
