//! References that depend on how they were reached: `$dynamicRef`, and 2019-09's `$recursiveRef`.
//!
//! A type is read without knowing what it is a part of, so a subschema that reaches such a reference is judged as a
//! whole from the outermost type. Where only one resource has the anchor, the reference leads there from everywhere.

use std::collections::{HashMap, HashSet};

use crate::schema::{Graph, Keyword, SchemaId};

/// Makes dynamic references plain where they always lead to the same place, and gives the subschemas that reach others.
pub(super) fn settle(graph: &mut Graph) -> HashSet<SchemaId> {
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for resource in &graph.resources {
        for (anchor, _) in &resource.dynamic_anchors {
            *owners.entry(anchor).or_default() += 1;
        }
    }
    let ambiguous: HashSet<String> =
        owners.into_iter().filter(|(_, count)| *count > 1).map(|(anchor, _)| anchor.to_owned()).collect();
    for keyword in graph.subschemas.iter_mut().flat_map(|subschema| &mut subschema.keywords) {
        let Keyword::DynamicRef { anchor, fallback } = keyword else { continue };
        if !ambiguous.contains(anchor) {
            *keyword = Keyword::Ref(*fallback);
        }
    }
    reaching(graph)
}

fn reaching(graph: &Graph) -> HashSet<SchemaId> {
    let mut users: HashMap<SchemaId, Vec<SchemaId>> = HashMap::new();
    let mut pending = Vec::new();
    for (index, subschema) in graph.subschemas.iter().enumerate() {
        for keyword in &subschema.keywords {
            if let Keyword::DynamicRef { .. } = keyword {
                pending.push(SchemaId(index));
            }
            for used in keyword.subschemas() {
                users.entry(used).or_default().push(SchemaId(index));
            }
        }
    }
    let mut found = HashSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(users.get(&id).into_iter().flatten());
        }
    }
    found
}
