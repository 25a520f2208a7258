//! The order in which types are written: as declared, each followed by the types that were made for its parts.

use std::collections::HashMap;

use crate::plan::{Plan, TypeId};
use crate::schema::{Location, SchemaId};

use super::Origin;

/// Gives every type that stands inside a definition to that definition.
///
/// A type elsewhere may have been the first to use it, by taking over the definition's members with `allOf`: the type of
/// `/$defs/Person/properties/born` is `PersonBorn` all the same. Subschemas that no
/// document holds stand nowhere.
pub(super) fn settle(plan: &Plan, origins: &mut [Origin], definitions: &HashMap<SchemaId, String>) {
    let place = |id: &TypeId| plan.get(*id).map(|ty| (ty.schema, &plan.graph.get(ty.schema).location));
    let types = || (0..plan.types.len()).map(TypeId);
    let defining: HashMap<(usize, &str), TypeId> = types()
        .filter_map(|id| place(&id).filter(|(schema, _)| definitions.contains_key(schema)).map(|(_, at)| (key(at), id)))
        .collect();
    let mut homes: Vec<Option<TypeId>> = Vec::with_capacity(origins.len());
    for (id, origin) in types().zip(origins) {
        let around = place(&id)
            .filter(|(schema, _)| plan.graph.is_written(*schema))
            .and_then(|(_, at)| enclosing(at, &defining));
        let home_of_parent = origin.parent.and_then(|parent| homes.get(parent.0).copied().flatten());
        if around == Some(id) {
            origin.parent = None;
        } else if around.is_some() && around != home_of_parent {
            origin.parent = around;
        }
        homes.push(around.or(home_of_parent));
    }
}

fn key(location: &Location) -> (usize, &str) {
    (location.source, &location.pointer)
}

/// The innermost definition that holds a place, or stands there.
fn enclosing(location: &Location, defining: &HashMap<(usize, &str), TypeId>) -> Option<TypeId> {
    let (source, mut pointer) = key(location);
    loop {
        if let Some(id) = defining.get(&(source, pointer)) {
            return Some(*id);
        }
        pointer = pointer.rsplit_once('/')?.0;
    }
}

/// Fills every module's list of types, and says of each which one owns it.
pub(super) fn arrange(plan: &mut Plan, origins: &[Origin]) {
    for (ty, origin) in plan.types.iter_mut().zip(origins) {
        ty.owner = origin.parent;
    }
    for id in depth_first(origins) {
        let module = plan.get(id).map(|ty| ty.module);
        if let Some(module) = module.and_then(|module| plan.modules.get_mut(module)) {
            module.types.push(id);
        }
    }
}

/// Every type, followed by the types that it was the first to use.
pub(super) fn depth_first(origins: &[Origin]) -> Vec<TypeId> {
    let mut children: Vec<Vec<TypeId>> = vec![Vec::new(); origins.len()];
    let mut stack = Vec::new();
    for (index, origin) in origins.iter().enumerate() {
        match origin.parent.and_then(|parent| children.get_mut(parent.0)) {
            Some(siblings) => siblings.push(TypeId(index)),
            None => stack.push(TypeId(index)),
        }
    }
    stack.reverse();
    let mut ordered = Vec::with_capacity(origins.len());
    while let Some(id) = stack.pop() {
        ordered.push(id);
        stack.extend(children.get(id.0).into_iter().flatten().rev());
    }
    ordered
}
