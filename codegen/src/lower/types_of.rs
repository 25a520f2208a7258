//! Which JSON types an instance of a subschema can have.

use crate::plan::Kind;
use crate::schema::{Graph, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;

/// How far nested `oneOf`s and `anyOf`s are looked into; beyond it every type counts as possible.
const DEPTH: usize = 8;

/// The types that instances of `schema` can have: maybe more than it accepts, never fewer.
pub(super) fn types_of(graph: &Graph, schema: SchemaId) -> TypeSet {
    possible(graph, schema, DEPTH)
}

fn possible(graph: &Graph, schema: SchemaId, depth: usize) -> TypeSet {
    let Some(deeper) = depth.checked_sub(1) else { return TypeSet::ALL };
    let conjunction = Conjunction::of(graph, schema);
    let mut types = conjunction.types;
    if let Some(values) = conjunction.allowed_values() {
        types = types.intersection(values.into_iter().map(TypeSet::of).fold(TypeSet::default(), TypeSet::union));
    }
    for alternatives in conjunction.alternatives() {
        let branches = alternatives.branches.iter().map(|branch| possible(graph, *branch, deeper));
        types = types.intersection(branches.fold(TypeSet::default(), TypeSet::union));
    }
    types
}

/// Whether the types allow the value.
pub(super) fn accepts(types: TypeSet, value: &Json) -> bool {
    !types.intersection(TypeSet::of(value)).is_empty()
}

/// The JSON types of the set that a reader can tell apart.
pub(super) fn kinds(types: TypeSet) -> Vec<Kind> {
    let kinds = [
        (TypeSet::NULL, Kind::Null),
        (TypeSet::BOOLEAN, Kind::Boolean),
        (TypeSet::NUMBER, Kind::Number),
        (TypeSet::STRING, Kind::String),
        (TypeSet::ARRAY, Kind::Array),
        (TypeSet::OBJECT, Kind::Object),
    ];
    kinds.into_iter().filter(|(set, _)| !types.intersection(*set).is_empty()).map(|(_, kind)| kind).collect()
}

/// The part of `types` that is of one kind.
pub(super) fn narrow(types: TypeSet, kind: Kind) -> TypeSet {
    types.intersection(kind.into())
}
