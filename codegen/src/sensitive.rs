//! Members that schemas mark with `x-sensitive`: which they are, and where a document has them.

use std::collections::BTreeSet;

use crate::pointer;
use crate::schema::{Annotations, Graph, Keyword, SchemaId};
use crate::support::Json;

/// The keyword of no vocabulary that marks what debug output, error messages and reports do not show.
pub const MARK: &str = "x-sensitive";

/// Whether a subschema is marked.
#[must_use]
pub fn is_marked(annotations: &Annotations) -> bool {
    annotations.extensions.iter().any(|(name, value)| name == MARK && value == &Json::Bool(true))
}

/// Where a document has what its schema marks, as JSON Pointers.
#[must_use]
pub fn places(graph: &Graph, schema: SchemaId, document: &Json) -> BTreeSet<String> {
    let (mut places, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut pending = vec![(schema, document, String::new())];
    while let Some((id, value, place)) = pending.pop() {
        if !seen.insert((id, place.clone())) {
            continue;
        }
        let subschema = graph.get(id);
        if is_marked(&subschema.annotations) {
            places.insert(place.clone());
        }
        for keyword in &subschema.keywords {
            // Whether the value satisfies them or not; but what it must not be says nothing of it.
            if !matches!(keyword, Keyword::Not(_)) {
                let same = keyword.in_place_subschemas().into_iter();
                pending.extend(same.map(|inner| (inner, value, place.clone())));
            }
            pending.extend(parts(keyword, value, &place));
        }
    }
    places
}

/// Whether a value is sensitive, or holds something that is.
#[must_use]
pub fn is_hidden(place: &str, places: &BTreeSet<String>) -> bool {
    let is_within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    places.iter().any(|sensitive| is_within(place, sensitive) || is_within(sensitive, place))
}

/// The subschemas for parts of the value. A member may match a pattern, so every pattern counts.
fn parts<'j>(keyword: &Keyword, value: &'j Json, place: &str) -> Vec<(SchemaId, &'j Json, String)> {
    let at = |token: &str| pointer::join(place, &[token]);
    match (keyword, value) {
        (Keyword::Properties { named, patterns, additional }, Json::Object(members)) => {
            let schemas = |name: &str| -> Vec<SchemaId> {
                let known = named.iter().find(|(known, _)| known == name).map(|(_, schema)| *schema);
                let others = patterns.iter().map(|(_, schema)| *schema).chain(*additional);
                known.map_or_else(|| others.collect(), |known| vec![known])
            };
            let parts = members
                .iter()
                .flat_map(|(name, member)| schemas(name).into_iter().map(move |schema| (schema, member, at(name))));
            parts.collect()
        }
        (Keyword::Items { prefix, rest }, Json::Array(items)) => {
            let schema = |index: usize| prefix.get(index).copied().or(*rest);
            let parts = items.iter().enumerate();
            parts.filter_map(|(index, item)| Some((schema(index)?, item, at(&index.to_string())))).collect()
        }
        _ => Vec::new(),
    }
}
