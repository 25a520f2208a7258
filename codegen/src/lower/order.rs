//! The order in which types are written: as declared, each followed by the types that were made for its parts.

use crate::plan::{Plan, TypeId};

/// Fills every module's list of types.
pub(super) fn arrange(plan: &mut Plan, parents: &[Option<TypeId>]) {
    let mut children: Vec<Vec<TypeId>> = vec![Vec::new(); plan.types.len()];
    let mut stack = Vec::new();
    for (index, parent) in parents.iter().enumerate() {
        match parent.and_then(|parent| children.get_mut(parent.0)) {
            Some(siblings) => siblings.push(TypeId(index)),
            None => stack.push(TypeId(index)),
        }
    }
    stack.reverse();
    while let Some(id) = stack.pop() {
        let module = plan.get(id).map(|ty| ty.module);
        if let Some(module) = module.and_then(|module| plan.modules.get_mut(module)) {
            module.types.push(id);
        }
        stack.extend(children.get(id.0).into_iter().flatten().rev());
    }
}
