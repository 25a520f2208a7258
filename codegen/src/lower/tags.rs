//! Finding the string member that tells the branches of a `oneOf` or `anyOf` apart.

use std::collections::HashSet;

use crate::schema::{Graph, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;

/// How deep unions may nest and still share a tag.
const DEPTH: usize = 4;

/// A member that every branch requires and fixes to values of its own.
pub(super) struct Tags {
    /// The member's name.
    pub(super) name: String,
    /// The values that choose each branch.
    pub(super) values: Vec<Vec<String>>,
}

/// The tag of these branches, if they have one; the first in the first branch's order.
pub(super) fn of(graph: &Graph, branches: &[SchemaId]) -> Option<Tags> {
    find(graph, branches, DEPTH)
}

fn find(graph: &Graph, branches: &[SchemaId], depth: usize) -> Option<Tags> {
    let first = *branches.first()?;
    candidates(graph, first, depth).into_iter().find_map(|name| {
        let values: Vec<_> =
            branches.iter().map(|branch| values(graph, *branch, &name, depth)).collect::<Option<_>>()?;
        are_disjoint(&values).then_some(Tags { name, values })
    })
}

fn are_disjoint(values: &[Vec<String>]) -> bool {
    let mut seen = HashSet::new();
    values.iter().flatten().all(|value| seen.insert(value))
}

/// The members that a branch requires and fixes.
fn candidates(graph: &Graph, branch: SchemaId, depth: usize) -> Vec<String> {
    let conjunction = Conjunction::of(graph, branch);
    let names = conjunction.properties().flat_map(|properties| properties.named).map(|(name, _)| name);
    let mut found: Vec<String> = names.filter(|name| values(graph, branch, name, depth).is_some()).cloned().collect();
    if found.is_empty()
        && let Some(deeper) = depth.checked_sub(1)
        && let Some(alternatives) = conjunction.alternatives().first()
        && let Some(first) = alternatives.branches.first()
    {
        found = candidates(graph, *first, deeper);
    }
    found
}

/// The values that `name` can have in a branch, if it is an object that must have that member as one fixed string;
/// a branch that is itself told apart by `name` has the values of all its branches.
fn values(graph: &Graph, branch: SchemaId, name: &str, depth: usize) -> Option<Vec<String>> {
    let conjunction = Conjunction::of(graph, branch);
    if conjunction.types != TypeSet::OBJECT || conjunction.values.is_some() {
        return None;
    }
    match conjunction.alternatives().as_slice() {
        [] => {
            let is_required = conjunction.required.iter().any(|required| required == name);
            is_required.then(|| fixed(graph, &conjunction, name)).flatten().map(|value| vec![value])
        }
        [alternatives] => {
            // The nested union must itself become an enum with this tag.
            depth.checked_sub(1)?;
            let nested = find(graph, &alternatives.branches, depth - 1)?;
            let is_alone = conjunction.properties().next().is_none();
            (is_alone && nested.name == name).then(|| nested.values.concat())
        }
        _ => None,
    }
}

/// The one string that a member can be, where nothing but its own schemas speaks of it.
fn fixed(graph: &Graph, conjunction: &Conjunction, name: &str) -> Option<String> {
    let is_elsewhere = conjunction.properties().any(|group| {
        let is_named = group.named.iter().any(|(member, _)| member == name);
        !group.patterns.is_empty() || (group.additional.is_some() && !is_named)
    });
    if is_elsewhere {
        return None;
    }
    super::members::constant(graph, &super::members::schemas(conjunction, name)).and_then(|value| match value {
        Json::String(text) => Some(text),
        _ => None,
    })
}
