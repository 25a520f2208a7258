//! What all the keywords of a conjunction say about one member.

use crate::schema::{Graph, SchemaId};
use crate::support::Json;

use super::conjunction::Conjunction;

/// The named subschemas of a member.
pub(super) fn schemas(conjunction: &Conjunction, name: &str) -> Vec<SchemaId> {
    let named = conjunction.properties().flat_map(|properties| properties.named);
    named.filter(|(member, _)| member == name).map(|(_, schema)| *schema).collect()
}

/// The one value that a member can have, if its schemas say no more than that.
pub(super) fn constant(graph: &Graph, schemas: &[SchemaId]) -> Option<Json> {
    let mut values: Option<Vec<Json>> = None;
    for schema in schemas {
        let conjunction = Conjunction::of(graph, *schema);
        let is_simple = conjunction.keywords.iter().all(is_about_values);
        let allowed: Vec<Json> = match conjunction.allowed_values() {
            Some(allowed) if is_simple => allowed.into_iter().cloned().collect(),
            None if conjunction.keywords.is_empty() => continue,
            _ => return None,
        };
        values = Some(match values {
            Some(values) => values.into_iter().filter(|value| allowed.contains(value)).collect(),
            None => allowed,
        });
    }
    match <[Json; 1]>::try_from(values?) {
        Ok([value]) => Some(value),
        Err(_) => None,
    }
}

fn is_about_values(keyword: &crate::schema::Keyword) -> bool {
    use crate::schema::Keyword::{Const, Enum, Type};
    matches!(keyword, Const(_) | Enum(_) | Type(_))
}
