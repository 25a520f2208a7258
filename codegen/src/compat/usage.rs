//! Where documents of a definition are used, and whom a change of them hurts.

mod openapi;

use std::collections::BTreeSet;

use crate::schema::{Graph, Keyword, SchemaId};
use crate::source::Source;

use super::change::Direction;
use super::versions::{Era, Node, Versions};

/// How documents pass from one side to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exchange {
    /// Clients send them to a service.
    Request,
    /// A service answers with them.
    Response,
    /// Publishers put them on the bus.
    Event,
    /// They are stored in a table.
    Row,
}

/// One use of documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// How they are exchanged.
    pub exchange: Exchange,
    /// The operation, event or table.
    pub name: String,
}

/// A use and all subschemas that have a say in it.
pub(super) struct Reach {
    pub(super) usage: Use,
    nodes: BTreeSet<Node>,
}

impl Use {
    pub(super) fn is_request(&self) -> bool {
        self.exchange == Exchange::Request
    }

    /// Who is hurt, and where: by what is lost those who write, by what is gained those who read.
    #[must_use]
    pub fn hurt(&self, direction: Option<Direction>) -> String {
        let (place, writers, readers) = match self.exchange {
            Exchange::Request => ("request", "clients", "the service"),
            Exchange::Response => ("response", "the service", "clients"),
            Exchange::Event => ("event", "publishers", "subscribers"),
            Exchange::Row => ("row", "writers and stored rows", "readers"),
        };
        match direction {
            Some(Direction::Lost) => format!("{writers} ({place} {})", self.name),
            Some(Direction::Gained) => format!("{readers} ({place} {})", self.name),
            None => format!("nobody ({place} {})", self.name),
        }
    }
}

/// All uses that the schemas of both versions and the tables tell of.
pub(super) fn uses(versions: &Versions<'_>, rows: &[(String, String)]) -> Vec<Reach> {
    let mut found = Vec::new();
    for era in [Era::New, Era::Old] {
        let roots = openapi::uses(versions, era).into_iter().chain(events(versions, era));
        let roots = roots.chain(rows.iter().filter_map(|row| stored(versions, era, row)));
        found.extend(roots.map(|(node, usage)| Reach { usage, nodes: reach(versions, node) }));
    }
    found
}

/// The uses of documents of a definition.
pub(super) fn of(uses: &[Reach], definitions: &[Node]) -> Vec<Use> {
    let reached = uses.iter().filter(|reach| definitions.iter().any(|node| reach.nodes.contains(node)));
    reached.map(|reach| reach.usage.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The definitions of documents that are about events, by the name of their file.
fn events(versions: &Versions<'_>, era: Era) -> Vec<(Node, Use)> {
    let graph = versions.graph(era);
    let mut found = Vec::new();
    for document in &graph.documents {
        let name = versions.source(era, document.source).map(Source::name).unwrap_or_default();
        let file = name.rsplit('/').next().unwrap_or_default();
        let Some(root) = document.root.filter(|_| file.contains("event")) else { continue };
        for id in subschemas(graph, root) {
            let ids: Vec<SchemaId> = subschemas(graph, id).into_iter().chain([id]).collect();
            let definition = document.definitions.iter().find(|(_, definition)| ids.contains(definition));
            let name = definition.map_or_else(|| graph.get(id).location.pointer.clone(), |(name, _)| name.clone());
            found.push((Node { era, id }, Use { exchange: Exchange::Event, name }));
        }
    }
    found
}

fn subschemas(graph: &Graph, id: SchemaId) -> Vec<SchemaId> {
    graph.get(id).keywords.iter().flat_map(Keyword::subschemas).collect()
}

/// The definition that a table stores documents of.
fn stored(versions: &Versions<'_>, era: Era, (definition, table): &(String, String)) -> Option<(Node, Use)> {
    let definitions = versions.graph(era).documents.iter().flat_map(|document| &document.definitions);
    let id = definitions.into_iter().find(|(name, _)| name == definition).map(|(_, id)| *id)?;
    Some((Node { era, id }, Use { exchange: Exchange::Row, name: table.clone() }))
}

/// A subschema and all that it applies or refers to.
fn reach(versions: &Versions<'_>, root: Node) -> BTreeSet<Node> {
    let mut reached = BTreeSet::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        if reached.insert(node) {
            let keywords = versions.keywords(node).iter();
            pending.extend(keywords.flat_map(Keyword::subschemas).map(|id| Node { id, ..node }));
        }
    }
    reached
}
