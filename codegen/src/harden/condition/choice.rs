//! What schemas ask of an enum of alternatives, as far as its variants tell.

use crate::plan::{Shape, TypeId, Use};
use crate::schema::SchemaId;

use super::Condition;
use super::compile::{Compiler, Subject};

/// What a schema asks of an enum; `None` if no variant is of that schema, or the type is no enum of alternatives.
///
/// Another variant may hold what the schema accepts as well, so that its value is judged.
pub(super) fn of(compiler: &mut Compiler<'_>, schema: SchemaId, id: TypeId) -> Option<Condition> {
    let variants = variants(&compiler.plan.get(id)?.shape)?;
    let n_variants = variants.len();
    let (mut right, mut is_told) = (Vec::new(), true);
    for (name, content) in variants {
        match compiler.schema(schema, &Subject::Value(content)) {
            Some(Condition::Always) => right.push(name),
            Some(Condition::Never) => {}
            _ => is_told = false,
        }
    }
    match right.len() {
        0 if is_told => Some(Condition::Never),
        0 => None,
        length if length == n_variants => Some(Condition::Always),
        _ => Some(Condition::IsAlternative(id, right, (!is_told).then_some(schema))),
    }
}

/// The variants of an enum of alternatives, with what they hold.
fn variants(shape: &Shape) -> Option<Vec<(String, Use)>> {
    match shape {
        Shape::Union { variants, .. } => {
            Some(variants.iter().map(|variant| (variant.name.clone(), variant.value.clone())).collect())
        }
        Shape::Kinds(variants) => {
            Some(variants.iter().map(|variant| (variant.name.clone(), variant.content.clone())).collect())
        }
        _ => None,
    }
}
