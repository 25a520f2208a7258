//! Drafts the changelog entry for some changes.

use std::fmt::Write;

use super::{Change, Comparison, Direction};

/// What an entry has in this order, and which rules belong there.
const HEADINGS: [(&str, &[&str]); 3] = [
    ("Added", &["member-added", "type-added", "value-added", "branch-widened"]),
    ("Removed", &["member-removed", "type-removed", "value-removed", "branch-narrowed"]),
    ("Changed", &[]),
];

/// The entry in Markdown, for a person to finish.
#[must_use]
pub fn draft(comparison: &Comparison) -> String {
    let mut entry = format!("## Unreleased\n\nCompatibility: {}\n", comparison.bump());
    for (heading, rules) in HEADINGS {
        let is_elsewhere = |rule: &str| HEADINGS.iter().any(|(_, rules)| rules.contains(&rule));
        let is_here = |rule: &str| rules.contains(&rule) || rules.is_empty() && !is_elsewhere(rule);
        let changes = comparison.changes.iter().filter(|change| is_here(change.rule));
        let lines: Vec<String> = changes.map(line).collect();
        if !lines.is_empty() {
            let _ = write!(entry, "\n### {heading}\n\n{}\n", lines.join("\n"));
        }
    }
    entry
}

fn line(change: &Change) -> String {
    let mut line = format!("- `{}`: {} ({}).", change.definition, change.message, change.bump);
    if let (Some(direction), Some(document)) = (change.direction, &change.document) {
        let what = match direction {
            Direction::Lost => "no longer valid",
            Direction::Gained => "valid now",
        };
        let _ = write!(line, " For example `{document}` is {what}.");
    }
    let hurt: Vec<String> = change.uses.iter().map(|one| one.hurt(change.direction)).collect();
    if change.direction.is_some() && !hurt.is_empty() {
        let _ = write!(line, " Concerns {}.", hurt.join(", "));
    }
    line
}
