//! The order in which types are written: as declared, each followed by the types that were made for its parts.

use crate::plan::{Plan, TypeId};

use super::Origin;

/// Fills every module's list of types.
pub(super) fn arrange(plan: &mut Plan, origins: &[Origin]) {
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
