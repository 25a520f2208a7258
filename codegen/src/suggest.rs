//! What a misspelt name was probably meant to be.

/// The candidate that `name` is most easily mistaken for, if one is near enough.
///
/// ```
/// assert_eq!(codegen::suggest::nearest("Candidat", ["Candidate", "Action"]), Some("Candidate"));
/// assert_eq!(codegen::suggest::nearest("Metric", ["Candidate", "Action"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = fold(name).collect();
    let limit = (wanted.len() / 3).max(1);
    let distant = |candidate: &'a str| distance(&wanted, candidate, limit).map(|distance| (distance, candidate));
    candidates.into_iter().filter_map(distant).min().map(|(_, candidate)| candidate)
}

/// How many characters must be inserted, removed or replaced, ignoring case; nothing if that is more than `limit`.
fn distance(wanted: &[char], candidate: &str, limit: usize) -> Option<usize> {
    let candidate: Vec<char> = fold(candidate).collect();
    if candidate.len().abs_diff(wanted.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=candidate.len()).collect();
    for (index, from) in wanted.iter().enumerate() {
        let (mut diagonal, mut left) = (index, index.saturating_add(1));
        for (cell, to) in row.iter_mut().skip(1).zip(&candidate) {
            let replaced = diagonal.saturating_add(usize::from(from != to));
            diagonal = *cell;
            left = replaced.min(left.saturating_add(1)).min(diagonal.saturating_add(1));
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = index.saturating_add(1);
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

fn fold(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}
