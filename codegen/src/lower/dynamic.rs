//! References that depend on how they were reached: `$dynamicRef`, and 2019-09's `$recursiveRef`.
//!
//! A type is read without knowing what it is a part of, so no reference may depend on that. Where only one resource has
//! the anchor, the reference leads there from everywhere; where several have it, each dynamic scope gets subschemas of
//! its own. What neither settles is judged as a whole from the outermost type.

use std::collections::{BTreeSet, HashMap, HashSet};

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
    forget_anchors(graph);
    reaching(graph, |_| true)
}

/// Takes the anchors away that no reference asks for any more.
fn forget_anchors(graph: &mut Graph) {
    let keywords = graph.subschemas.iter().flat_map(|subschema| &subschema.keywords);
    let asked: HashSet<String> = keywords
        .filter_map(|keyword| match keyword {
            Keyword::DynamicRef { anchor, .. } => Some(anchor.clone()),
            _ => None,
        })
        .collect();
    for resource in &mut graph.resources {
        resource.dynamic_anchors.retain(|(anchor, _)| asked.contains(anchor));
    }
}

/// The subschemas from which evaluation can come to a dynamic reference with such an anchor.
pub(super) fn reaching(graph: &Graph, is_meant: impl Fn(&str) -> bool) -> BTreeSet<SchemaId> {
    let mut users: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
    let mut pending = Vec::new();
    for (index, subschema) in graph.subschemas.iter().enumerate() {
        for keyword in &subschema.keywords {
            if let Keyword::DynamicRef { anchor, .. } = keyword {
                pending.extend(is_meant(anchor).then_some(SchemaId(index)));
                for target in graph.resources.iter().filter_map(|resource| resource.dynamic_anchor(anchor)) {
                    users.entry(target).or_default().push(SchemaId(index));
                }
            }
            for used in keyword.subschemas() {
                users.entry(used).or_default().push(SchemaId(index));
            }
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(users.get(&id).into_iter().flatten());
        }
    }
    found
}
