//! References that depend on how they were reached: `$dynamicRef`, and 2019-09's `$recursiveRef`.
//!
//! A type is read without knowing what it is a part of, so no reference may depend on that. Where only one resource has
//! the anchor, the reference leads there from everywhere; where several have it, each dynamic scope gets subschemas of
//! its own. What neither settles is judged as a whole from the outermost type.

use std::collections::{BTreeSet, HashMap};

use crate::schema::{Graph, Keyword, SchemaId};

use super::scopes;

/// Makes dynamic references plain, and gives the subschemas that reach others.
pub(super) fn settle(graph: &mut Graph) -> BTreeSet<SchemaId> {
    let ambiguous = graph.ambiguous_anchors();
    for keyword in graph.subschemas.iter_mut().flat_map(|subschema| &mut subschema.keywords) {
        let Keyword::DynamicRef { anchor, fallback } = keyword else { continue };
        if !ambiguous.contains(anchor) {
            *keyword = Keyword::Ref(*fallback);
        }
    }
    scopes::separate(graph);
    let asked = graph.asked_anchors();
    for resource in &mut graph.resources {
        resource.dynamic_anchors.retain(|(anchor, _)| asked.contains(anchor));
    }
    if asked.is_empty() { BTreeSet::new() } else { Users::of(graph).reaching(&asked) }
}

/// From where evaluation comes to which subschema.
pub(super) struct Users<'g> {
    users: HashMap<SchemaId, Vec<SchemaId>>,
    /// The subschemas with a dynamic reference, by its anchor.
    references: HashMap<&'g str, Vec<SchemaId>>,
}

impl<'g> Users<'g> {
    pub(super) fn of(graph: &'g Graph) -> Self {
        let mut found = Self { users: HashMap::new(), references: HashMap::new() };
        for (index, subschema) in graph.subschemas.iter().enumerate() {
            for keyword in &subschema.keywords {
                if let Keyword::DynamicRef { anchor, .. } = keyword {
                    found.references.entry(anchor).or_default().push(SchemaId(index));
                }
                for used in keyword.subschemas() {
                    found.users.entry(used).or_default().push(SchemaId(index));
                }
            }
        }
        for (anchor, target) in graph.resources.iter().flat_map(|resource| &resource.dynamic_anchors) {
            let references = found.references.get(anchor.as_str()).into_iter().flatten();
            found.users.entry(*target).or_default().extend(references);
        }
        found
    }

    /// The subschemas from which evaluation can come to a dynamic reference with one of these anchors.
    pub(super) fn reaching<'a>(&self, anchors: impl IntoIterator<Item = &'a String>) -> BTreeSet<SchemaId> {
        let references = anchors.into_iter().filter_map(|anchor| self.references.get(anchor.as_str()));
        let mut pending: Vec<SchemaId> = references.flatten().copied().collect();
        let mut found = BTreeSet::new();
        while let Some(id) = pending.pop() {
            if found.insert(id) {
                pending.extend(self.users.get(&id).into_iter().flatten());
            }
        }
        found
    }
}
