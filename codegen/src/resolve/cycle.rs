//! Schemas that lead back to themselves without entering the instance, and would be validated for ever
//! (2020-12 Core §9.4.1).

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::diagnostic::Diagnostic;
use crate::pointer;
use crate::schema::{Graph, Keyword, SchemaId};
use crate::source::Source;

/// How many schemas of a cycle a message names.
const SHOWN: usize = 8;

/// The keywords that refer to other schemas, of all drafts.
const REFERENCES: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

/// A diagnostic for each group of schemas that lead to each other. A dynamic reference whose anchor several resources
/// have is left out: where it leads depends on where validation began.
pub(super) fn find(graph: &Graph, sources: &[Source]) -> Vec<Diagnostic> {
    let components = strong_components(graph);
    components.iter().filter_map(|component| describe(graph, component, sources)).collect()
}

/// Whether a schema leads back to itself.
pub(crate) fn is_any(graph: &Graph) -> bool {
    !strong_components(graph).is_empty()
}

/// The groups of schemas each of which leads to all others of the group and to itself, by Tarjan's algorithm with an
/// explicit stack.
fn strong_components(graph: &Graph) -> Vec<BTreeSet<SchemaId>> {
    let mut search = Search {
        graph,
        ambiguous: graph.ambiguous_anchors(),
        order: vec![0; graph.subschemas.len()],
        next: 0,
        stack: Vec::new(),
        found: Vec::new(),
    };
    for index in 0..graph.subschemas.len() {
        search.from(SchemaId(index));
    }
    search.found
}

/// The state of the search. A schema's order is 0 before it is visited, and the largest number once it is done with.
struct Search<'g> {
    graph: &'g Graph,
    ambiguous: BTreeSet<String>,
    order: Vec<usize>,
    next: usize,
    stack: Vec<SchemaId>,
    found: Vec<BTreeSet<SchemaId>>,
}

/// A schema that is being visited.
struct Visit {
    schema: SchemaId,
    successors: Vec<SchemaId>,
    own: usize,
    /// The lowest order that it leads back to.
    low: usize,
}

impl Search<'_> {
    fn from(&mut self, start: SchemaId) {
        if self.order(start) != 0 {
            return;
        }
        let mut path = vec![self.visit(start)];
        while let Some(mut visit) = path.pop() {
            if let Some(next) = visit.successors.pop() {
                match self.order(next) {
                    0 => {
                        path.push(visit);
                        path.push(self.visit(next));
                        continue;
                    }
                    order => visit.low = visit.low.min(order),
                }
                path.push(visit);
                continue;
            }
            if let Some(before) = path.last_mut() {
                before.low = before.low.min(visit.low);
            }
            if visit.low == visit.own {
                self.finish(visit.schema);
            }
        }
    }

    fn visit(&mut self, schema: SchemaId) -> Visit {
        self.next = self.next.saturating_add(1);
        let own = self.next;
        if let Some(order) = self.order.get_mut(schema.0) {
            *order = own;
        }
        self.stack.push(schema);
        Visit { schema, successors: self.in_place(schema), own, low: own }
    }

    fn finish(&mut self, root: SchemaId) {
        let mut component = BTreeSet::new();
        while let Some(schema) = self.stack.pop() {
            if let Some(order) = self.order.get_mut(schema.0) {
                *order = usize::MAX;
            }
            component.insert(schema);
            if schema == root {
                break;
            }
        }
        if component.len() > 1 || self.in_place(root).contains(&root) {
            self.found.push(component);
        }
    }

    /// The schemas that apply to the same instance as `schema` does.
    fn in_place(&self, schema: SchemaId) -> Vec<SchemaId> {
        let is_fixed = |keyword: &&Keyword| match keyword {
            Keyword::DynamicRef { anchor, .. } => !self.ambiguous.contains(anchor),
            _ => true,
        };
        let keywords = &self.graph.get(schema).keywords;
        keywords.iter().filter(is_fixed).flat_map(Keyword::in_place_subschemas).collect()
    }

    fn order(&self, schema: SchemaId) -> usize {
        self.order.get(schema.0).copied().unwrap_or(usize::MAX)
    }
}

/// Describes the shortest way from the group's first reference back to it.
fn describe(graph: &Graph, component: &BTreeSet<SchemaId>, sources: &[Source]) -> Option<Diagnostic> {
    let is_reference = |schema: &SchemaId| {
        graph.get(*schema).keywords.iter().filter_map(Keyword::referred).any(|target| component.contains(&target))
    };
    let start = component.iter().copied().find(is_reference)?;
    let origin = graph.get(start).location.source;
    let place = |schema: SchemaId| {
        let location = &graph.get(schema).location;
        let elsewhere = sources.get(location.source).filter(|_| location.source != origin);
        format!("{}#{}", elsewhere.map(Source::name).unwrap_or_default(), location.pointer)
    };
    let way = way_back(graph, component, start);
    let n_hidden = way.len().saturating_sub(SHOWN);
    let mut way: Vec<String> = way.into_iter().take(SHOWN).map(place).collect();
    if n_hidden > 0 {
        way.push(format!("{n_hidden} more"));
    }
    let message = format!(
        "leads back to itself without entering the instance, so validation would never end: {}",
        way.join(" → ")
    );
    let location = &graph.get(start).location;
    let cycle = Diagnostic::error("reference-cycle", message)
        .with_help("put `properties` or `items` in between, or remove one of the references");
    let source = sources.get(location.source)?;
    let mut places = REFERENCES.iter().map(|keyword| pointer::join(&location.pointer, &[keyword]));
    let place = places.find(|place| source.at(place).is_some()).unwrap_or_else(|| location.pointer.clone());
    Some(cycle.at_value(source, &place))
}

fn way_back(graph: &Graph, component: &BTreeSet<SchemaId>, start: SchemaId) -> Vec<SchemaId> {
    let mut came_from: HashMap<SchemaId, SchemaId> = HashMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(at) = waiting.pop_front() {
        let next = graph.get(at).keywords.iter().flat_map(Keyword::in_place_subschemas);
        for next in next.filter(|next| component.contains(next)) {
            if came_from.contains_key(&next) {
                continue;
            }
            came_from.insert(next, at);
            waiting.push_back(next);
        }
    }
    let mut way = vec![start];
    let mut at = start;
    while let Some(before) = came_from.get(&at) {
        way.push(*before);
        at = *before;
        if at == start {
            break;
        }
    }
    way.reverse();
    way
}
