//! `--check`: how what is on disk differs from what would be written.

use std::io::{self, Write};
use std::path::Path;

use codegen::Files;
use codegen::diagnostic::Diagnostic;
use codegen::write::Difference;

use crate::cli::diff;
use crate::cli::disk;
use crate::cli::report::counted;

/// What stands in a diff for a file that is not there.
const NOTHING: &str = "/dev/null";

/// The differences as findings, each about a whole file.
pub(super) fn findings(differences: &[Difference], out: &Path) -> impl Iterator<Item = Diagnostic> {
    differences.iter().map(|difference| {
        let (path, what) = match difference {
            Difference::Missing { path } => (path, "is missing"),
            Difference::Changed { path, .. } => (path, "is not what the schemas make today"),
            Difference::Stale { path } => (path, "is made by no schema any more"),
        };
        let place = out.join(path).display().to_string();
        let finding = Diagnostic::error("out-of-date", format!("`{place}` {what}"));
        finding.with_help("run codegen without `--check`").at_text(&place, "", 0..0)
    })
}

/// Prints the differences as a unified diff from what is there to what is generated.
pub(super) fn print(differences: &[Difference], files: &Files, out: &Path, to: &mut dyn Write) -> io::Result<()> {
    let is_missing = |difference: &Difference| matches!(difference, Difference::Missing { .. });
    let (n_missing, n_others) = differences.iter().fold((0_usize, 0_usize), |(missing, others), difference| {
        if is_missing(difference) { (missing.saturating_add(1), others) } else { (missing, others.saturating_add(1)) }
    });
    if n_missing == files.len() {
        writeln!(to, "{} has none of {}", out.display(), counted(n_missing, "generated file"))?;
    }
    for difference in differences.iter().filter(|difference| n_missing < files.len() || !is_missing(difference)) {
        print_one(difference, files, out, to)?;
    }
    let total = counted(n_missing.saturating_add(n_others), "file");
    match differences.len() {
        0 => writeln!(to, "{} in {}: all up to date", counted(files.len(), "file"), out.display()),
        _ => writeln!(to, "{total} out of date; without --check codegen writes them"),
    }
}

fn print_one(difference: &Difference, files: &Files, out: &Path, to: &mut dyn Write) -> io::Result<()> {
    let place = |path: &str| out.join(path).display().to_string();
    match difference {
        Difference::Missing { path } => {
            diff::print(("", NOTHING), (files.get(path).unwrap_or_default(), &place(path)), to)
        }
        Difference::Changed { path, found } => {
            diff::print((found, &place(path)), (files.get(path).unwrap_or_default(), &place(path)), to)
        }
        Difference::Stale { path } => {
            let place = place(path);
            diff::print((&disk::quoted_text(&place).unwrap_or_default(), &place), ("", NOTHING), to)
        }
    }
}
