//! Subschemas of their own for each dynamic scope in which they are reached, so that a `$dynamicRef` leads to one place.
//!
//! What an anchor means is decided by the outermost resource that has it (2020-12 Core §8.2.3.2): what stands further
//! inside has no say any more. So a subschema means one thing for each choice of anchors that can be made before it is
//! reached, and these are few.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::resolve::cycle;
use crate::schema::{Graph, Keyword, SchemaId, Scoped};

use super::derive;
use super::dynamic::Users;

/// With more subschemas in other scopes than this for each one that depends on its scope, all are left as they are.
const MOST_SCOPES: usize = 16;

/// What the anchors mean that a subschema depends on.
type Scope = BTreeMap<String, SchemaId>;

/// Makes the references plain whose anchors several resources have.
///
/// Nothing changes where a subschema would lead back to itself without entering the instance: that is a fault only of
/// the scopes in which it does.
pub(super) fn separate(graph: &mut Graph) {
    let anchors = graph.asked_anchors();
    if anchors.is_empty() {
        return;
    }
    let mut separation = Separation::of(graph, &anchors);
    let Some(mut settled) = separation.settle() else { return };
    let Separation { made, references, .. } = separation;
    let n_former = graph.subschemas.len();
    for (schema, anchors) in made {
        add(graph, Scoped { schema, anchors });
    }
    exchange(graph, &mut settled);
    graph.settled_references = references;
    if cycle::is_any(graph) {
        exchange(graph, &mut settled);
        graph.subschemas.truncate(n_former);
        graph.scoped.clear();
        graph.settled_references.clear();
    }
}

/// Adds a subschema for a scope, which still has the keywords that its document says.
fn add(graph: &mut Graph, scoped: Scoped) {
    let anchors = scoped.anchors.iter().map(|(anchor, target)| match anchor.as_str() {
        "" => ("$recursiveAnchor", *target),
        anchor => (anchor, *target),
    });
    let parts: Vec<(&str, SchemaId)> = std::iter::once(("allOf", scoped.schema)).chain(anchors).collect();
    let mut subschema = graph.get(scoped.schema).clone();
    subschema.uri = derive::uri(graph, scoped.schema, "", &parts);
    graph.scoped.insert(SchemaId(graph.subschemas.len()), scoped);
    graph.subschemas.push(subschema);
}

/// Gives the subschemas these keywords, and takes those that they had.
fn exchange(graph: &mut Graph, settled: &mut [(SchemaId, Vec<Keyword>)]) {
    for (id, keywords) in settled {
        if let Some(subschema) = graph.subschemas.get_mut(id.0) {
            std::mem::swap(&mut subschema.keywords, keywords);
        }
    }
}

struct Separation<'g> {
    graph: &'g Graph,
    /// The anchors that each subschema depends on, where it does.
    depends: BTreeMap<SchemaId, BTreeSet<String>>,
    /// What a subschema is in a scope: itself in the one that it makes alone.
    known: HashMap<(SchemaId, Scope), SchemaId>,
    /// Those in other scopes, in the order of their identifiers, which follow those of the graph.
    made: Vec<(SchemaId, Scope)>,
    pending: Vec<(SchemaId, Scope, SchemaId)>,
    /// What holds a reference, and where it leads at first.
    references: Vec<(SchemaId, SchemaId)>,
}

impl<'g> Separation<'g> {
    fn of(graph: &'g Graph, anchors: &BTreeSet<String>) -> Self {
        let mut depends: BTreeMap<SchemaId, BTreeSet<String>> = BTreeMap::new();
        let users = Users::of(graph);
        for anchor in anchors {
            for id in users.reaching([anchor]) {
                depends.entry(id).or_default().insert(anchor.clone());
            }
        }
        Self { graph, depends, known: HashMap::new(), made: Vec::new(), pending: Vec::new(), references: Vec::new() }
    }

    /// The keywords of every subschema in every scope; `None` if there are too many.
    fn settle(&mut self) -> Option<Vec<(SchemaId, Vec<Keyword>)>> {
        let own: Vec<SchemaId> = self.depends.keys().copied().collect();
        for id in &own {
            let scope = self.entered(*id, &Scope::new());
            self.known.insert((*id, scope.clone()), *id);
            self.pending.push((*id, scope, *id));
        }
        let mut settled = Vec::new();
        while let Some((id, scope, name)) = self.pending.pop() {
            if self.made.len() > own.len().saturating_mul(MOST_SCOPES) {
                return None;
            }
            let keywords = self.graph.get(id).keywords.iter().map(|keyword| self.keyword(id, keyword, &scope));
            let keywords = keywords.collect();
            settled.push((name, keywords));
        }
        Some(settled)
    }

    fn keyword(&mut self, holder: SchemaId, keyword: &Keyword, scope: &Scope) -> Keyword {
        match keyword {
            Keyword::DynamicRef { anchor, fallback } => {
                self.references.push((holder, *fallback));
                let target = scope.get(anchor).unwrap_or(fallback);
                Keyword::Ref(self.within(*target, scope))
            }
            _ => keyword.mapped(&mut |id| self.within(id, scope)),
        }
    }

    /// What a subschema is where these anchors were decided before.
    fn within(&mut self, id: SchemaId, outer: &Scope) -> SchemaId {
        if !self.depends.contains_key(&id) {
            return id;
        }
        let scope = self.entered(id, outer);
        if let Some(known) = self.known.get(&(id, scope.clone())) {
            return *known;
        }
        let name = SchemaId(self.graph.subschemas.len() + self.made.len());
        self.made.push((id, scope.clone()));
        self.known.insert((id, scope.clone()), name);
        self.pending.push((id, scope, name));
        name
    }

    /// The scope within a subschema: its resource decides what nothing did before.
    fn entered(&self, id: SchemaId, outer: &Scope) -> Scope {
        let resource = self.graph.resources.get(self.graph.get(id).resource);
        let anchors = self.depends.get(&id).into_iter().flatten();
        let decided = anchors.filter_map(|anchor| {
            let own = || resource.and_then(|resource| resource.dynamic_anchor(anchor));
            Some((anchor.clone(), outer.get(anchor).copied().or_else(own)?))
        });
        decided.collect()
    }
}
