//! What schemas mark with `x-sensitive`: which subschemas they are, and where a document has such values.

use std::collections::BTreeSet;

use crate::pointer;
use crate::schema::{Annotations, Graph, Keyword, SchemaId};
use crate::support::Json;

/// The keyword of no vocabulary that marks what debug output, error messages and reports do not show.
pub const MARK: &str = "x-sensitive";

/// What stands in the place of a value that is marked, or that holds something marked.
pub const NOT_SHOWN: &str = "a value that is not shown";

/// Whether a subschema is marked.
#[must_use]
pub fn is_marked(annotations: &Annotations) -> bool {
    annotations.extensions.iter().any(|(name, value)| name == MARK && value == &Json::Bool(true))
}

/// A subschema and all that it applies or refers to for the same value, whether the value satisfies them or not.
#[must_use]
pub fn same_value(graph: &Graph, schema: SchemaId) -> BTreeSet<SchemaId> {
    reached(graph, schema, |keyword| of_same_value(graph, keyword))
}

/// A subschema and all that every value must satisfy with it.
#[must_use]
pub fn always(graph: &Graph, schema: SchemaId) -> BTreeSet<SchemaId> {
    reached(graph, schema, |keyword| match keyword {
        Keyword::AllOf(_) | Keyword::Ref(_) => keyword.subschemas(),
        _ => Vec::new(),
    })
}

/// The subschemas that a keyword applies to the same value, in whatever dynamic scope; but what a value must not be says
/// nothing of it.
#[must_use]
pub fn of_same_value(graph: &Graph, keyword: &Keyword) -> Vec<SchemaId> {
    match keyword {
        Keyword::Not(_) => Vec::new(),
        Keyword::DynamicRef { anchor, fallback } => {
            let scopes = graph.resources.iter();
            scopes.filter_map(|resource| resource.dynamic_anchor(anchor)).chain(Some(*fallback)).collect()
        }
        _ => keyword.in_place_subschemas(),
    }
}

/// The subschemas that a keyword applies to members and items.
#[must_use]
pub fn of_parts(keyword: &Keyword) -> Vec<SchemaId> {
    match keyword {
        Keyword::Properties { .. }
        | Keyword::Items { .. }
        | Keyword::Contains { .. }
        | Keyword::UnevaluatedProperties(_)
        | Keyword::UnevaluatedItems(_) => keyword.subschemas(),
        _ => Vec::new(),
    }
}

/// What the schema of a document marks.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'g> {
    /// All schemas.
    pub graph: &'g Graph,
    /// The document's.
    pub schema: SchemaId,
}

impl Marks<'_> {
    /// Whether anything is marked, at whatever place of a document.
    #[must_use]
    pub fn are_any(self) -> bool {
        let marked = |id: SchemaId| is_marked(&self.graph.get(id).annotations);
        let follow = |keyword: &Keyword| [of_same_value(self.graph, keyword), of_parts(keyword)].concat();
        reached(self.graph, self.schema, follow).into_iter().any(marked)
    }

    /// Where a document has what is marked, as JSON Pointers.
    #[must_use]
    pub fn places(self, document: &Json) -> BTreeSet<String> {
        let (mut places, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut pending = vec![(self.schema, document, String::new())];
        while let Some((id, value, place)) = pending.pop() {
            if !seen.insert((id, place.clone())) {
                continue;
            }
            let subschema = self.graph.get(id);
            if is_marked(&subschema.annotations) {
                places.insert(place.clone());
            }
            for keyword in &subschema.keywords {
                let same = of_same_value(self.graph, keyword).into_iter();
                pending.extend(same.map(|inner| (inner, value, place.clone())));
                pending.extend(parts(keyword, value, &place));
            }
        }
        places
    }
}

/// Whether a value is sensitive, or holds something that is.
#[must_use]
pub fn is_hidden(place: &str, places: &BTreeSet<String>) -> bool {
    places.iter().any(|sensitive| pointer::is_within(place, sensitive) || pointer::is_within(sensitive, place))
}

/// A subschema, and all that are reached from it.
fn reached(graph: &Graph, schema: SchemaId, follow: impl Fn(&Keyword) -> Vec<SchemaId>) -> BTreeSet<SchemaId> {
    let (mut seen, mut pending) = (BTreeSet::new(), vec![schema]);
    while let Some(id) = pending.pop() {
        if seen.insert(id) {
            pending.extend(graph.get(id).keywords.iter().flat_map(&follow));
        }
    }
    seen
}

/// The subschemas for parts of the value. A name may match a pattern, an item be what an array contains, and a part be left
/// unevaluated, so all of them count.
fn parts<'j>(keyword: &Keyword, value: &'j Json, place: &str) -> Vec<(SchemaId, &'j Json, String)> {
    let at = |token: &str| pointer::join(place, &[token]);
    match value {
        Json::Object(members) => {
            let parts = members.iter().flat_map(|(name, member)| {
                of_member(keyword, name).into_iter().map(move |schema| (schema, member, at(name)))
            });
            parts.collect()
        }
        Json::Array(items) => {
            let parts = items.iter().enumerate();
            parts.filter_map(|(index, item)| Some((of_item(keyword, index)?, item, at(&index.to_string())))).collect()
        }
        _ => Vec::new(),
    }
}

fn of_member(keyword: &Keyword, name: &str) -> Vec<SchemaId> {
    match keyword {
        Keyword::Properties { named, patterns, additional } => {
            let known = named.iter().find(|(known, _)| known == name).map(|(_, schema)| *schema);
            let additional = additional.filter(|_| known.is_none());
            patterns.iter().map(|(_, schema)| *schema).chain(known).chain(additional).collect()
        }
        Keyword::UnevaluatedProperties(schema) => vec![*schema],
        _ => Vec::new(),
    }
}

fn of_item(keyword: &Keyword, index: usize) -> Option<SchemaId> {
    match keyword {
        Keyword::Items { prefix, rest } => prefix.get(index).copied().or(*rest),
        Keyword::Contains { schema, .. } | Keyword::UnevaluatedItems(schema) => Some(*schema),
        _ => None,
    }
}
