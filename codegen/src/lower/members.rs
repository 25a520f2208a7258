//! What the schemas of one member, or of one branch, say about it.

use crate::schema::{Graph, Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::{names, types_of};

/// The named subschemas of a member.
pub(super) fn schemas(conjunction: &Conjunction, name: &str) -> Vec<SchemaId> {
    let named = conjunction.properties().flat_map(|properties| properties.named);
    named.filter(|(member, _)| member == name).map(|(_, schema)| *schema).collect()
}

/// The one value that a member can have, if its schemas say no more than that.
pub(super) fn constant(graph: &Graph, schemas: &[SchemaId]) -> Option<Json> {
    let mut types = TypeSet::ALL;
    let mut values: Option<Vec<Json>> = None;
    for schema in schemas {
        let conjunction = Conjunction::of(graph, *schema);
        if !conjunction.keywords.iter().all(is_about_values) {
            return None;
        }
        types = types.intersection(conjunction.types);
        values = match (values, conjunction.values) {
            (Some(values), Some(allowed)) => Some(values.into_iter().filter(|value| allowed.contains(value)).collect()),
            (values, allowed) => values.or(allowed),
        };
    }
    let mut values = values?;
    values.retain(|value| types_of::accepts(types, value));
    match <[Json; 1]>::try_from(values) {
        Ok([value]) => Some(value),
        Err(_) => None,
    }
}

fn is_about_values(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Const(_) | Keyword::Enum(_) | Keyword::Type(_))
}

/// How the schemas describe it, or else how the schema that they refer to describes itself: its title would only repeat
/// the type's name.
pub(super) fn docs(graph: &Graph, schemas: &[SchemaId]) -> String {
    let referred = schemas.iter().flat_map(|schema| &graph.get(*schema).keywords).filter_map(|keyword| match keyword {
        Keyword::Ref(target) => graph.get(*target).annotations.description.as_deref().map(str::trim),
        _ => None,
    });
    let mut own = schemas.iter().map(|schema| names::docs(&graph.get(*schema).annotations));
    let own = own.find(|docs| !docs.is_empty());
    own.or_else(|| referred.map(str::to_owned).find(|docs| !docs.is_empty())).unwrap_or_default()
}
