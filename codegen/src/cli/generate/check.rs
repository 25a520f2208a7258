//! `--check`: how what is on disk differs from what would be written.

use std::io::{self, Write};
use std::path::Path;

use anstyle::{AnsiColor, Effects, Style};
use similar::TextDiff;

use codegen::Files;
use codegen::write::Difference;

use crate::cli::disk;
use crate::cli::report::counted;

const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const HEADER: Style = Style::new().effects(Effects::BOLD);

/// What stands in a diff for a file that is not there.
const NOTHING: &str = "/dev/null";

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
            print_diff(("", NOTHING), (files.get(path).unwrap_or_default(), &place(path)), to)
        }
        Difference::Changed { path, found } => {
            print_diff((found, &place(path)), (files.get(path).unwrap_or_default(), &place(path)), to)
        }
        Difference::Stale { path } => {
            let place = place(path);
            print_diff((&disk::quoted_text(&place).unwrap_or_default(), &place), ("", NOTHING), to)
        }
    }
}

fn print_diff((old, old_name): (&str, &str), (new, new_name): (&str, &str), to: &mut dyn Write) -> io::Result<()> {
    let diff = TextDiff::from_lines(old, new).unified_diff().header(old_name, new_name).to_string();
    for line in diff.lines() {
        let style = match line.get(..1) {
            _ if line.starts_with("--- ") || line.starts_with("+++ ") => HEADER,
            Some("+") => ADDED,
            Some("-") => REMOVED,
            _ => Style::new(),
        };
        writeln!(to, "{style}{line}{style:#}")?;
    }
    Ok(())
}
