//! Alternatives that list several JSON types, taken apart: `["string", "null"]` beside others is two of them.

use crate::plan::Kind;
use crate::schema::{Keyword, SchemaId, TypeSet};

use super::conjunction::Alternatives;
use super::{Lowering, form, names, types_of, unions};

/// The alternatives, each of one JSON type where its schema says nothing else about the types that it lists.
///
/// What a value satisfies, and how many of a `oneOf`, stays the same: one value is of one type.
pub(super) fn by_type(lowering: &mut Lowering<'_>, alternatives: Alternatives) -> Alternatives {
    let Alternatives { branches, is_exclusive } = alternatives;
    if !branches.iter().any(|branch| is_list_of_types(lowering, *branch)) {
        return Alternatives { branches, is_exclusive };
    }
    let apart = branches.into_iter().flat_map(|branch| parts(lowering, branch)).collect();
    Alternatives { branches: with_one_null(lowering, apart, is_exclusive), is_exclusive }
}

/// The alternatives with `null` once: of an `anyOf` the first, of a `oneOf` that has two of them none at all.
fn with_one_null(lowering: &Lowering<'_>, branches: Vec<SchemaId>, is_exclusive: bool) -> Vec<SchemaId> {
    let (nulls, others): (Vec<SchemaId>, Vec<SchemaId>) =
        branches.iter().partition(|branch| unions::is_null(lowering, **branch));
    let [first, _, ..] = nulls.as_slice() else { return branches };
    if !is_exclusive {
        return branches.iter().filter(|branch| *branch == first || !nulls.contains(branch)).copied().collect();
    }
    if others.iter().all(|branch| unions::excludes_null(lowering, *branch)) { others } else { branches }
}

/// The parts of an alternative, one for each of the JSON types that it lists, or itself.
fn parts(lowering: &mut Lowering<'_>, branch: SchemaId) -> Vec<SchemaId> {
    if !is_list_of_types(lowering, branch) {
        return vec![branch];
    }
    let types = types_of::types_of(&lowering.plan.graph, branch);
    let kinds = types_of::kinds(types).into_iter();
    kinds.map(|kind| lowering.narrowed(branch, types_of::narrow(types, kind))).collect()
}

/// Whether an alternative lists several types, has no name, and says nothing across them.
fn is_list_of_types(lowering: &Lowering<'_>, branch: SchemaId) -> bool {
    let subschema = lowering.plan.graph.get(branch);
    let lists = |keyword: &Keyword| matches!(keyword, Keyword::Type(types) if is_several(*types));
    let is_partial = |keyword: &Keyword| matches!(keyword, Keyword::Type(_)) || Kind::of(keyword).is_some();
    let is_named = subschema.annotations.title.as_ref().is_some_and(|title| names::is_name(title));
    subschema.keywords.iter().any(lists)
        && subschema.keywords.iter().all(is_partial)
        && !is_named
        && !form::has_identity(lowering, branch)
        && !lowering.dynamic.contains(&branch)
}

fn is_several(types: TypeSet) -> bool {
    types != TypeSet::ALL && types_of::kinds(types).len() > 1
}
