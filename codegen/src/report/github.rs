//! Findings as commands that GitHub's runners turn into annotations beside the code.

use crate::diagnostic::{Diagnostic, Severity};

/// One finding as a workflow command, on one line.
///
/// ```
/// use codegen::diagnostic::Diagnostic;
///
/// let finding = Diagnostic::warning("some-rule", "50% of it").at_text("a.json", "{}", 0..2);
/// let command = "::warning file=a.json,line=1,col=1,endLine=1,endColumn=3,title=some-rule::50%25 of it";
/// assert_eq!(codegen::report::github(&finding), command);
/// ```
#[must_use]
pub fn github(finding: &Diagnostic) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let title = property(finding.rule);
    let Diagnostic { line, column, end_line, end_column, .. } = finding;
    let place = if finding.file.is_empty() {
        String::new()
    } else {
        let file = property(&finding.file);
        format!("file={file},line={line},col={column},endLine={end_line},endColumn={end_column},")
    };
    format!("::{command} {place}title={title}::{}", data(&message(finding)))
}

/// The message with what only the other formats have a place for.
fn message(finding: &Diagnostic) -> String {
    let at = if finding.pointer.is_empty() { String::new() } else { format!(" (at {})", finding.pointer) };
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    format!("{}{at}{help}", finding.message)
}

/// What stands behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind a `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
