//! Which characters may stand in a label, some of them in some contexts only: RFC 5892 Appendix A.

use super::is_valid;
use super::tables::{GREEK, HEBREW, JAPANESE, JOINS_NEXT, JOINS_PREVIOUS, NONSPACING, VIRAMA};

/// Whether each character of a label is valid, or allowed where it stands.
pub(super) fn are_allowed(label: &str) -> bool {
    label.char_indices().all(|(place, character)| {
        let (before, rest) = label.split_at(place);
        is_valid(character) || is_allowed(before, character, rest.strip_prefix(character).unwrap_or_default())
    })
}

fn is_allowed(before: &str, character: char, after: &str) -> bool {
    let follows = |is_fit: &dyn Fn(char) -> bool| before.chars().next_back().is_some_and(is_fit);
    match character {
        '\u{200c}' => follows(&|last| VIRAMA.contains(last)) || joins(before, after),
        '\u{200d}' => follows(&|last| VIRAMA.contains(last)),
        '\u{b7}' => before.ends_with('l') && after.starts_with('l'),
        '\u{375}' => after.starts_with(|next| GREEK.contains(next)),
        '\u{5f3}' | '\u{5f4}' => follows(&|last| HEBREW.contains(last)),
        '\u{30fb}' => [before, after].iter().any(|part| part.chars().any(|other| JAPANESE.contains(other))),
        '\u{660}'..='\u{669}' => !contains_any(before, after, '\u{6f0}', '\u{6f9}'),
        '\u{6f0}'..='\u{6f9}' => !contains_any(before, after, '\u{660}', '\u{669}'),
        _ => false,
    }
}

/// A.1: whether a zero width non-joiner parts two letters that would join.
fn joins(before: &str, after: &str) -> bool {
    let is_transparent = |character: &char| NONSPACING.contains(*character) || *character == '\u{1e94b}';
    before.chars().rev().find(|character| !is_transparent(character)).is_some_and(|last| JOINS_NEXT.contains(last))
        && after.chars().find(|character| !is_transparent(character)).is_some_and(|next| JOINS_PREVIOUS.contains(next))
}

fn contains_any(before: &str, after: &str, first: char, last: char) -> bool {
    before.chars().chain(after.chars()).any(|other| (first..=last).contains(&other))
}
