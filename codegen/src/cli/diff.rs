//! Differences between two texts, line by line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use similar::TextDiff;

const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const HEADER: Style = Style::new().effects(Effects::BOLD);

/// Prints a unified diff from one named text to another.
pub(crate) fn print(
    (old, old_name): (&str, &str),
    (new, new_name): (&str, &str),
    to: &mut dyn Write,
) -> io::Result<()> {
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
