//! Which of Rust's traits a type can have.

use crate::plan::{Plan, Repr, Shape, Traits, Use};

/// Fills in every type's traits.
pub(super) fn derive(plan: &mut Plan) {
    for ty in &mut plan.types {
        ty.traits = of(&ty.shape);
    }
}

fn of(shape: &Shape) -> Traits {
    let small = Traits { is_copy: true, is_ordered: true };
    let ordered = Traits { is_copy: false, is_ordered: true };
    match shape {
        Shape::Strings(_) | Shape::Constants(_) | Shape::Never | Shape::Newtype(Use::Boolean | Use::Null) => small,
        Shape::Integer { repr, .. } if *repr != Repr::Integer => small,
        Shape::String(_) | Shape::Integer { .. } | Shape::Number(_) => ordered,
        _ => Traits::default(),
    }
}
