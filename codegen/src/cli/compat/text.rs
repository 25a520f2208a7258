//! The changes for people.

use std::io::{self, Write};

use codegen::compat::{Bump, Change, Comparison, Direction, Place};

use crate::cli::report::counted;

/// Prints all changes since the earlier version of that name, and the bump that they take.
pub(super) fn print(comparison: &Comparison, name: &str, out: &mut dyn Write) -> io::Result<()> {
    for change in &comparison.changes {
        print_change(change, &change.bump.to_string(), out)?;
    }
    for change in &comparison.undecided {
        print_change(change, "undecided", out)?;
    }
    let count = counted(comparison.changes.len(), "change");
    match comparison.bump() {
        Bump::None if comparison.undecided.is_empty() => {
            writeln!(out, "no document has changed its validity since {name}")
        }
        bump => {
            writeln!(out, "{count} since {name}, {} undecided; required bump: {bump}", comparison.undecided.len())
        }
    }
}

fn print_change(change: &Change, verdict: &str, out: &mut dyn Write) -> io::Result<()> {
    let place = change.new.as_ref().or(change.old.as_ref()).map(Place::to_string).unwrap_or_default();
    writeln!(out, "{place}: {verdict}[{}] {}: {}", change.rule, change.definition, change.message)?;
    if let (Some(_), Some(old)) = (&change.new, &change.old) {
        writeln!(out, "  before: {old}")?;
    }
    if let (Some(direction), Some(document)) = (change.direction, &change.document) {
        let what = match direction {
            Direction::Lost => "no longer valid",
            Direction::Gained => "valid now",
        };
        writeln!(out, "  {what}: {document}")?;
    }
    let hurt: Vec<String> = change.uses.iter().map(|one| one.hurt(change.direction)).collect();
    if change.direction.is_some() && !hurt.is_empty() {
        writeln!(out, "  hurts {}", hurt.join(", "))?;
    }
    writeln!(out)
}
