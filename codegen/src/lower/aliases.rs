//! Uses of aliases become uses of what the aliases stand for, so that no later stage follows them.

use std::collections::HashMap;

use crate::plan::{Content, Plan, Shape, TypeId, Use};

/// Replaces aliases wherever they are used.
pub(super) fn resolve(plan: &mut Plan) {
    let targets: HashMap<TypeId, Use> = (0..plan.types.len())
        .map(TypeId)
        .filter(|id| matches!(plan.get(*id).map(|ty| &ty.shape), Some(Shape::Alias(_))))
        .map(|id| (id, target(plan, id)))
        .collect();
    if !targets.is_empty() {
        plan.types.iter_mut().for_each(|ty| replace_in(&mut ty.shape, &targets));
    }
}

/// Follows aliases; `resolve` refused those that form a cycle, and the count bounds the walk all the same.
fn target(plan: &Plan, alias: TypeId) -> Use {
    let mut target = Use::Type(alias);
    for _ in 0..plan.types.len() {
        let Use::Type(id) = &target else { break };
        let Some(Shape::Alias(next)) = plan.get(*id).map(|ty| &ty.shape) else { break };
        target = next.clone();
    }
    target
}

fn replace_in(shape: &mut Shape, targets: &HashMap<TypeId, Use>) {
    let replace = |content: &mut Use| replace(content, targets);
    match shape {
        Shape::Struct(object) => {
            for member in &mut object.members {
                if let Content::Use(content) = &mut member.content {
                    replace(content);
                }
            }
            object.extra.iter_mut().for_each(replace);
        }
        Shape::Tuple(tuple) => {
            tuple.items.iter_mut().for_each(|item| replace(&mut item.content));
            tuple.rest.iter_mut().for_each(|rest| replace(&mut rest.content));
        }
        Shape::Tagged { variants, .. } => {
            for variant in variants {
                if let Some(Use::Type(content)) = targets.get(&variant.content) {
                    variant.content = *content;
                }
            }
        }
        Shape::Kinds(variants) => variants.iter_mut().for_each(|variant| replace(&mut variant.content)),
        Shape::Union { variants, .. } => variants.iter_mut().for_each(|variant| replace(&mut variant.value)),
        Shape::Array { item: content, .. }
        | Shape::Map { value: content, .. }
        | Shape::Newtype(content)
        | Shape::Alias(content) => replace(content),
        Shape::String(_)
        | Shape::Strings(_)
        | Shape::Constants(_)
        | Shape::Integer { .. }
        | Shape::Number(_)
        | Shape::Opaque
        | Shape::Never => {}
    }
}

fn replace(content: &mut Use, targets: &HashMap<TypeId, Use>) {
    match content {
        Use::Type(id) => {
            if let Some(target) = targets.get(id) {
                *content = target.clone();
            }
        }
        Use::Nullable(inner) | Use::Vec(inner) | Use::Map(inner) => replace(inner, targets),
        Use::Json
        | Use::Null
        | Use::Boolean
        | Use::String
        | Use::Integer
        | Use::PlainInteger
        | Use::Number
        | Use::Boxed(_) => {}
    }
}
