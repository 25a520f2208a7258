//! Edits that turn what only Annex B accepts into the same pattern as the `u` flag accepts it.

use std::ops::Range;

use regex_syntax::hir::ClassUnicode;

/// One edit: what stands at a place, and what replaces it.
pub(super) struct Repair {
    place: Range<usize>,
    replacement: String,
}

impl Repair {
    /// Puts a backslash before what stands at `at`.
    pub(super) fn escape(at: usize) -> Self {
        Self { place: at..at, replacement: "\\".to_owned() }
    }

    /// Takes away the backslash that stands at `at`.
    pub(super) fn unescape(at: usize) -> Self {
        Self { place: at..at + 1, replacement: String::new() }
    }

    /// Spells a set as a class of its ranges.
    pub(super) fn explicit(place: Range<usize>, set: &ClassUnicode) -> Self {
        Self::class(place, "[", set)
    }

    /// Spells a set as a class of its ranges, after the given bracket.
    pub(super) fn class(place: Range<usize>, bracket: &str, set: &ClassUnicode) -> Self {
        let mut replacement = bracket.to_owned();
        for range in set.ranges() {
            replacement.push_str(&spelled(range.start()));
            if range.len() > 2 {
                replacement.push('-');
            }
            if range.len() > 1 {
                replacement.push_str(&spelled(range.end()));
            }
        }
        replacement.push(']');
        Self { place, replacement }
    }
}

/// `source` after all edits, which are in the order of their places; nothing if there are none.
pub(super) fn apply(source: &str, repairs: &[Repair]) -> Option<String> {
    let mut repaired = String::with_capacity(source.len());
    let mut position = 0;
    for repair in repairs {
        repaired.push_str(source.get(position..repair.place.start)?);
        repaired.push_str(&repair.replacement);
        position = repair.place.end;
    }
    repaired.push_str(source.get(position..)?);
    (!repairs.is_empty()).then_some(repaired)
}

fn spelled(character: char) -> String {
    match character {
        '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' | '-' => {
            format!("\\{character}")
        }
        ' '..='~' => character.to_string(),
        _ => format!("\\u{{{:x}}}", u32::from(character)),
    }
}
