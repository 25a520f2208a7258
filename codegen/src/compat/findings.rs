//! Changes as findings, each at the token that it is about.

use crate::Planned;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Source;

use super::change::{Change, Comparison, Direction, Place};

/// A note for each change: the bump that it takes, a document that proves it, and whom it hurts.
///
/// What falls short of the bump is for [`release::check`](super::release::check) to say, as is what is undecided.
pub fn findings(comparison: &Comparison, old: &Planned, new: &Planned) -> Diagnostics {
    comparison.changes.iter().map(|change| placed(note(change), change, old, new)).collect()
}

fn note(change: &Change) -> Diagnostic {
    let Change { bump, definition, message, .. } = change;
    let proof = change.direction.zip(change.document.as_ref()).map(|(direction, document)| {
        let what = match direction {
            Direction::Lost => "no longer valid",
            Direction::Gained => "valid now",
        };
        format!("; {what}: {document}")
    });
    let message = format!("{bump} for {definition}: {message}{}", proof.unwrap_or_default());
    let before = change.old.as_ref().filter(|_| change.new.is_some()).map(|old| format!("before: {old}"));
    let hurt: Vec<String> = change.uses.iter().map(|one| one.hurt(change.direction)).collect();
    let hurt = (change.direction.is_some() && !hurt.is_empty()).then(|| format!("hurts {}", hurt.join(", ")));
    let helps: Vec<String> = before.into_iter().chain(hurt).collect();
    let note = Diagnostic::note(change.rule, message);
    if helps.is_empty() { note } else { note.with_help(helps.join("; ")) }
}

/// Puts a finding where the new version has what has changed, or else where the old one had it.
pub(super) fn placed(finding: Diagnostic, change: &Change, old: &Planned, new: &Planned) -> Diagnostic {
    let (planned, place) = match (&change.new, &change.old) {
        (Some(place), _) => (new, place),
        (None, Some(place)) => (old, place),
        (None, None) => return finding,
    };
    match source(planned, place) {
        Some(source) => finding.at_name(source, &place.pointer),
        None => finding,
    }
}

fn source<'p>(planned: &'p Planned, place: &Place) -> Option<&'p Source> {
    planned.sources.iter().find(|source| source.name() == place.file)
}
