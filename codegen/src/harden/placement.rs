//! Which subschemas the generated code needs, and in which module each one stands.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::plan::{Plan, Residual, Shape};
use crate::schema::{Keyword, SchemaId};

use super::condition;

/// How deep subschemas are written inside one another before they get a name.
const DEEPEST: usize = 6;

/// The needed subschemas.
#[derive(Debug, Default)]
pub(super) struct Placement {
    /// Those that stand by themselves, in the order in which they are written, with their modules.
    pub(super) named: Vec<(SchemaId, usize)>,
    /// The resources they belong to, with the modules that need them first.
    pub(super) resources: BTreeMap<usize, usize>,
}

/// A needed subschema.
struct Node {
    module: usize,
    /// How many keywords refer to it.
    references: usize,
    is_named: bool,
}

struct Walk<'p> {
    plan: &'p Plan,
    modules: HashMap<usize, usize>,
    nodes: HashMap<SchemaId, Node>,
    order: Vec<SchemaId>,
    resources: BTreeMap<usize, usize>,
    waiting: VecDeque<SchemaId>,
}

impl Placement {
    /// Finds what the types of the plan need.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut walk = Walk::new(plan);
        for ty in plan.types.iter().filter(|ty| !matches!(ty.shape, Shape::Alias(_))) {
            walk.root(ty.schema, ty.module);
            let Residual::Schema(residual) = ty.residual else { continue };
            let judges = condition::of(plan, ty).map_or_else(|| vec![residual], |condition| condition.judges());
            for schema in judges {
                walk.root(schema, ty.module);
            }
        }
        walk.follow();
        walk.cut();
        let named = walk.order.iter().filter_map(|id| {
            let node = walk.nodes.get(id)?;
            node.is_named.then_some((*id, node.module))
        });
        Self { named: named.collect(), resources: walk.resources }
    }
}

impl<'p> Walk<'p> {
    fn new(plan: &'p Plan) -> Self {
        let sources = plan.modules.iter().enumerate().filter_map(|(module, planned)| {
            plan.graph.documents.get(planned.document).map(|document| (document.source, module))
        });
        Self {
            plan,
            modules: sources.collect(),
            nodes: HashMap::new(),
            order: Vec::new(),
            resources: BTreeMap::new(),
            waiting: VecDeque::new(),
        }
    }

    /// Adds a subschema that code refers to by name.
    fn root(&mut self, id: SchemaId, module: usize) {
        self.visit(id, module).is_named = true;
    }

    fn visit(&mut self, id: SchemaId, module: usize) -> &mut Node {
        self.nodes.entry(id).or_insert_with(|| {
            self.order.push(id);
            self.waiting.push_back(id);
            Node { module, references: 0, is_named: false }
        })
    }

    /// Adds all that the roots refer to, however indirectly.
    fn follow(&mut self) {
        while let Some(id) = self.waiting.pop_front() {
            let Some(parent) = self.nodes.get(&id).map(|node| node.module) else { continue };
            let subschema = self.plan.graph.get(id);
            self.resource(subschema.resource, parent);
            for keyword in &subschema.keywords {
                each_child(keyword, &mut |child| self.child(child, parent));
            }
        }
    }

    fn child(&mut self, id: SchemaId, parent: usize) {
        let source = self.plan.graph.get(id).location.source;
        let module = self.modules.get(&source).copied().unwrap_or(parent);
        let node = self.visit(id, module);
        node.references += 1;
        node.is_named |= node.references > 1 || node.module != parent;
    }

    /// Adds a resource; what a dynamic reference may find in it is code that refers by name.
    fn resource(&mut self, resource: usize, module: usize) {
        if self.resources.contains_key(&resource) {
            return;
        }
        self.resources.insert(resource, module);
        let Some(resource) = self.plan.graph.resources.get(resource) else { return };
        for (_, id) in &resource.dynamic_anchors {
            let source = self.plan.graph.get(*id).location.source;
            self.root(*id, self.modules.get(&source).copied().unwrap_or(module));
        }
    }

    /// Names the subschemas that would be written too deep inside others.
    fn cut(&mut self) {
        let mut waiting: Vec<(SchemaId, usize)> = self.order.iter().map(|id| (*id, 0)).collect();
        waiting.retain(|(id, _)| self.nodes.get(id).is_some_and(|node| node.is_named));
        while let Some((id, depth)) = waiting.pop() {
            for keyword in &self.plan.graph.get(id).keywords {
                each_child(keyword, &mut |child| {
                    let Some(node) = self.nodes.get_mut(&child).filter(|node| !node.is_named) else { return };
                    node.is_named = depth == DEEPEST;
                    waiting.push((child, if node.is_named { 0 } else { depth + 1 }));
                });
            }
        }
    }
}

/// Calls `visit` with each subschema that a keyword holds or refers to, in order.
pub(super) fn each_child(keyword: &Keyword, visit: &mut dyn FnMut(SchemaId)) {
    match keyword {
        Keyword::Items { prefix, rest } => prefix.iter().chain(rest).copied().for_each(visit),
        Keyword::Properties { named, patterns, additional } => {
            named.iter().chain(patterns).map(|(_, id)| id).chain(additional).copied().for_each(visit);
        }
        Keyword::DependentSchemas(members) => members.iter().map(|(_, id)| *id).for_each(visit),
        Keyword::AllOf(branches) | Keyword::AnyOf(branches) | Keyword::OneOf(branches) => {
            branches.iter().copied().for_each(visit);
        }
        Keyword::If { condition, then, otherwise } => {
            std::iter::once(condition).chain(then).chain(otherwise).copied().for_each(visit);
        }
        Keyword::Contains { schema: id, .. }
        | Keyword::PropertyNames(id)
        | Keyword::Not(id)
        | Keyword::Ref(id)
        | Keyword::DynamicRef { fallback: id, .. }
        | Keyword::UnevaluatedProperties(id)
        | Keyword::UnevaluatedItems(id) => visit(*id),
        _ => {}
    }
}
