//! Which type gets which name, decided when all types are known, so that the order in which they were found is no
//! matter.
//!
//! Each module is a space of names of its own. In it, definitions have the names that the schema gives them, and the
//! root has its title or the file's name. Any other type has its title, if that reads like a name and nothing before it
//! in the document has it, and else the name of the type that it is a part of and its role there. Who comes too late gets a
//! number. So a new schema renames another one only if it takes its very name, as a definition or from further up.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::options::Options;
use crate::plan::{Plan, TypeId};
use crate::schema::{Location, SchemaId};
use crate::source::Source;

use super::super::{Origin, order};
use super::{LONGEST, TAKEN, ident, is_name, type_ident};

/// Names all types of the plan.
pub(in super::super) fn assign(
    plan: &mut Plan,
    origins: &[Origin],
    definitions: &HashMap<SchemaId, String>,
    sources: &[Source],
    options: &Options,
) {
    let document_order = document_order(plan, sources);
    let mut naming = Naming { plan, taken: BTreeMap::new() };
    let (roots, others): (Vec<TypeId>, Vec<TypeId>) = document_order.iter().partition(|id| naming.is_root(**id));
    let [first, second] = if options.root_name.is_some() { [roots, others] } else { [others, roots] };
    for id in first.into_iter().chain(second) {
        naming.by_definition(id, definitions);
    }
    for id in document_order {
        naming.by_title(id);
    }
    for id in order::depth_first(origins) {
        if let Some(origin) = origins.get(id.0) {
            naming.by_role(id, origin);
        }
    }
}

/// The types in the order in which their schemas stand in the documents.
fn document_order(plan: &Plan, sources: &[Source]) -> Vec<TypeId> {
    let offset = |location: &Location| Some(sources.get(location.source)?.at(&location.pointer)?.span().start);
    let mut types: Vec<TypeId> = (0..plan.types.len()).map(TypeId).collect();
    types.sort_by_cached_key(|id| {
        let schema = plan.get(*id).map(|ty| ty.schema);
        let location = schema.map(|schema| &plan.graph.get(schema).location);
        // Schemas that `lower` made stand where those stand that they were made of, and come after them.
        (location.map(|location| location.source), location.and_then(offset), schema)
    });
    types
}

struct Naming<'p> {
    plan: &'p mut Plan,
    /// The names of each module.
    taken: BTreeMap<usize, HashSet<String>>,
}

impl Naming<'_> {
    fn is_root(&self, id: TypeId) -> bool {
        self.plan.get(id).is_some_and(|ty| self.plan.graph.get(ty.schema).location.pointer.is_empty())
    }

    fn by_definition(&mut self, id: TypeId, definitions: &HashMap<SchemaId, String>) {
        if let Some(name) = self.plan.get(id).and_then(|ty| definitions.get(&ty.schema)) {
            self.give(id, type_ident(name));
        }
    }

    fn by_title(&mut self, id: TypeId) {
        let Some(ty) = self.plan.get(id).filter(|ty| ty.name.is_empty()) else { return };
        let title = self.plan.graph.get(ty.schema).annotations.title.as_deref();
        let Some(name) = title.filter(|title| is_name(title)).map(type_ident) else { return };
        if !self.is_taken(id, &name) {
            self.give(id, name);
        }
    }

    fn by_role(&mut self, id: TypeId, origin: &Origin) {
        if self.plan.get(id).is_none_or(|ty| !ty.name.is_empty()) {
            return;
        }
        let parent = origin.parent.and_then(|parent| self.plan.get(parent)).map_or("", |parent| &parent.name);
        let role = type_ident(&origin.role);
        let says_all = role.starts_with(parent) && !self.is_taken(id, &role);
        let joined = if says_all { role.clone() } else { format!("{parent}{role}") };
        self.give(id, if joined.len() > LONGEST { role } else { joined });
    }

    /// Whether a type of the same module has the name.
    fn is_taken(&self, id: TypeId, name: &str) -> bool {
        let module = self.plan.get(id).map(|ty| ty.module);
        module.and_then(|module| self.taken.get(&module)).is_some_and(|taken| taken.contains(name))
    }

    fn give(&mut self, id: TypeId, name: String) {
        let Some(ty) = self.plan.types.get_mut(id.0) else { return };
        let name = if TAKEN.contains(&name.as_str()) { format!("{name}Type") } else { name };
        ty.name = ident::unique(self.taken.entry(ty.module).or_default(), name, "");
    }
}
