//! What arrays must keep beyond their items.

use std::collections::HashSet;
use std::hash::Hash;

/// Whether no two items are equal, as JSON (`uniqueItems`).
///
/// Equal JSON reads as equal Rust values, so the items' own equality decides.
#[must_use]
pub fn all_unique<T: Eq + Hash>(items: &[T]) -> bool {
    const FEW: usize = 8;
    if items.len() > FEW {
        let mut seen = HashSet::with_capacity(items.len());
        return items.iter().all(|item| seen.insert(item));
    }
    items.iter().enumerate().all(|(index, item)| !items.iter().take(index).any(|other| other == item))
}
