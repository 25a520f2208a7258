//! Which definition of the new version is which of the old one: the one of the same name in the same document.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Document, SchemaId};

use super::versions::{Era, Node, Versions};

/// A definition of both versions, or the root of a document.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) name: String,
    pub(super) old: SchemaId,
    pub(super) new: SchemaId,
}

/// The definitions of both versions.
pub(super) struct Pairs {
    pub(super) both: Vec<Pair>,
    /// Definitions that only one version has.
    pub(super) single: Vec<(String, Node)>,
    known: BTreeSet<(SchemaId, SchemaId)>,
}

impl Pair {
    pub(super) fn node(&self, era: Era) -> Node {
        match era {
            Era::Old => Node { era, id: self.old },
            Era::New => Node { era, id: self.new },
        }
    }
}

impl Pairs {
    pub(super) fn of(versions: &Versions<'_>) -> Self {
        let (mut old, new) = (definitions(versions, Era::Old), definitions(versions, Era::New));
        let (mut both, mut single) = (Vec::new(), Vec::new());
        for (key, id) in new {
            match old.remove(&key) {
                Some(old) => both.push(Pair { name: key.1, old, new: id }),
                None => single.push((key.1, Node { era: Era::New, id })),
            }
        }
        single.extend(old.into_iter().map(|((_, name), id)| (name, Node { era: Era::Old, id })));
        let known = both.iter().map(|pair| (pair.old, pair.new)).collect();
        Self { both, single, known }
    }

    /// Whether two subschemas are the two versions of one definition.
    pub(super) fn is_one(&self, one: Node, other: Node) -> bool {
        let (old, new) = if one.era == Era::Old { (one, other) } else { (other, one) };
        old.era != new.era && self.known.contains(&(old.id, new.id))
    }
}

/// The definitions of a version, by their document and name.
fn definitions(versions: &Versions<'_>, era: Era) -> BTreeMap<(String, String), SchemaId> {
    let documents: Vec<&Document> =
        versions.graph(era).documents.iter().filter(|document| document.is_requested).collect();
    let mut definitions = BTreeMap::new();
    for document in &documents {
        // Where there is only one document, it may have moved.
        let key = if documents.len() == 1 { String::new() } else { uri(versions, era, document) };
        for (name, id) in &document.definitions {
            definitions.entry((key.clone(), name.clone())).or_insert(*id);
        }
        if let Some(root) = document.root {
            definitions.insert((key, String::new()), root);
        }
    }
    definitions
}

fn uri(versions: &Versions<'_>, era: Era, document: &Document) -> String {
    let graph = versions.graph(era);
    let of_root = document.root.and_then(|root| graph.resources.get(graph.get(root).resource));
    let uri = of_root.map(|resource| resource.uri.clone());
    uri.or_else(|| versions.source(era, document.source).map(|source| source.uri().to_owned())).unwrap_or_default()
}
