//! The members that tell the object branches of a `oneOf` or `anyOf` apart before any is tried.
//!
//! A branch that requires a member is no reading of an object without it, nor of one whose member has a value that the
//! branch does not list. What all branches ask alike tells nothing.

use std::collections::{HashMap, HashSet};

use crate::plan::Sign;
use crate::schema::{Graph, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::{members, types_of};

/// The signs of each branch: the member whose values tell all apart; else one that no other branch requires, or all that
/// another one does not require.
pub(super) fn of(graph: &Graph, branches: &[SchemaId]) -> Vec<Vec<Sign>> {
    let all: Vec<Vec<Sign>> = branches.iter().map(|branch| required(graph, *branch)).collect();
    if let Some(name) = all.first().into_iter().flatten().map(|sign| &sign.name).find(|name| is_tag(&all, name)) {
        let of_tag = |signs: &Vec<Sign>| signs.iter().filter(|sign| sign.name == *name).cloned().collect();
        return all.iter().map(of_tag).collect();
    }
    let mut n_asking: HashMap<&str, usize> = HashMap::new();
    for sign in all.iter().flatten() {
        *n_asking.entry(&sign.name).or_default() += 1;
    }
    let is_alone = |sign: &&Sign| all.len() > 1 && n_asking.get(sign.name.as_str()) == Some(&1);
    let is_common = |sign: &&Sign| all.iter().all(|signs| signs.contains(sign));
    let common: Vec<&Sign> = all.first().into_iter().flatten().filter(is_common).collect();
    let of_branch = |signs: &Vec<Sign>| match signs.iter().find(is_alone) {
        Some(sign) => vec![Sign { values: None, ..sign.clone() }],
        None => signs.iter().filter(|sign| !common.contains(sign)).cloned().collect(),
    };
    all.iter().map(of_branch).collect()
}

/// The members that a branch requires, if it takes nothing but objects.
fn required(graph: &Graph, branch: SchemaId) -> Vec<Sign> {
    if types_of::types_of(graph, branch) != TypeSet::OBJECT {
        return Vec::new();
    }
    let conjunction = Conjunction::of(graph, branch);
    let sign = |name: &String| Sign { name: name.clone(), values: values(graph, &conjunction, name) };
    conjunction.required.iter().map(sign).collect()
}

/// The values that a member can have, or more, as one of its schemas lists them; texts, numbers and truth values alone.
fn values(graph: &Graph, conjunction: &Conjunction, name: &str) -> Option<Vec<Json>> {
    let mut schemas = members::schemas(conjunction, name).into_iter();
    let values = schemas.find_map(|schema| Conjunction::of(graph, schema).values)?;
    let is_scalar = |value: &Json| !matches!(value, Json::Array(_) | Json::Object(_));
    values.iter().all(is_scalar).then_some(values)
}

/// Whether each branch lists values of a member that no other branch lists.
fn is_tag(all: &[Vec<Sign>], name: &str) -> bool {
    let mut seen: HashSet<&Json> = HashSet::new();
    all.iter().all(|signs| values_of(signs, name).is_some_and(|values| values.iter().all(|value| seen.insert(value))))
}

fn values_of<'s>(signs: &'s [Sign], name: &str) -> Option<&'s Vec<Json>> {
    signs.iter().find(|sign| sign.name == name).and_then(|sign| sign.values.as_ref())
}
