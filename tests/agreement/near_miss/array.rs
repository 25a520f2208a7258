//! Arrays with an item too many, too few, or twice.

use codegen::schema::Keyword;

use super::super::tree::Tree;

/// Longer arrays than this are not made only to break a limit.
const LONGEST: usize = 2000;

/// What breaks a keyword that speaks of arrays.
pub(super) fn changes(keyword: &Keyword, items: &[Tree]) -> Vec<Tree> {
    match keyword {
        Keyword::MinItems(length) | Keyword::Contains { min: length, .. } => {
            length.checked_sub(1).into_iter().flat_map(|length| of_length(items, length)).collect()
        }
        Keyword::MaxItems(length) => of_length(items, length.saturating_add(1)),
        Keyword::Items { .. } => vec![with(items, items.len(), Tree::Null)],
        Keyword::UniqueItems => {
            items.first().map(|first| with(items, items.len(), first.clone())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_length(items: &[Tree], length: u64) -> Vec<Tree> {
    let Ok(length) = usize::try_from(length) else { return Vec::new() };
    if length > LONGEST {
        return Vec::new();
    }
    let last = items.last().cloned().unwrap_or(Tree::Null);
    vec![Tree::Array(items.iter().cloned().chain(std::iter::repeat(last)).take(length).collect())]
}

fn with(items: &[Tree], place: usize, item: Tree) -> Tree {
    let mut items = items.to_vec();
    items.insert(place.min(items.len()), item);
    Tree::Array(items)
}
