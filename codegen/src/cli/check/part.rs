//! The table: what was looked at, and what was found.

use std::io::Write;

use anstyle::{AnsiColor, Style};

use codegen::Diagnostics;
use codegen::diagnostic::{Diagnostic, Severity};

use crate::cli::exit::Failure;
use crate::cli::report;
use crate::cli::table::aligned;

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// One line of the table.
pub(super) struct Part {
    name: &'static str,
    /// What was found, if there was something to look at.
    findings: Option<Diagnostics>,
    /// What was looked at, or why nothing was.
    note: String,
}

impl Part {
    /// What was looked at.
    pub(super) fn checked(name: &'static str, findings: Diagnostics) -> Self {
        Self { name, findings: Some(findings), note: String::new() }
    }

    /// What there is nothing of to look at.
    pub(super) fn missing(name: &'static str, note: impl Into<String>) -> Self {
        Self { name, findings: None, note: note.into() }
    }

    /// Says more precisely what was looked at.
    pub(super) fn noting(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// What was found.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().flat_map(Diagnostics::iter)
    }

    /// The verdict in a word, and how it looks; notes are nothing to mend.
    fn verdict(&self) -> (String, Style) {
        let n_wrong = self.findings().filter(|finding| finding.severity != Severity::Note).count();
        match &self.findings {
            None => ("not there".to_owned(), Style::new()),
            Some(_) if n_wrong == 0 => ("fine".to_owned(), GOOD),
            Some(_) => (report::counted(n_wrong, "finding"), BAD),
        }
    }
}

/// Prints the table.
pub(super) fn print(parts: &[Part], out: &mut dyn Write) -> Result<(), Failure> {
    let rows = parts.iter().map(|part| [part.name.to_owned(), part.verdict().0, part.note.clone()]);
    for (line, part) in aligned(&rows.collect::<Vec<_>>()).iter().zip(parts) {
        let (verdict, style) = part.verdict();
        writeln!(out, "{}", line.replacen(&verdict, &format!("{style}{verdict}{style:#}"), 1))?;
    }
    Ok(())
}
