//! Closed sets of values: `enum` and `const`, and a `oneOf` or `anyOf` that describes one `const` in each branch.

use crate::plan::{Shape, Variant};
use crate::schema::{Keyword, SchemaId, Subschema, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::names::{self, Fields};
use super::{Lowering, residual, types_of};

/// A value of the set.
struct Listed<'v> {
    value: &'v Json,
    /// What it may be called.
    name: String,
    docs: String,
}

/// An enum without data, of strings if all values are.
pub(super) fn shape(values: &[&Json]) -> Shape {
    let listed = values.iter().map(|value| Listed { value, name: word(value), docs: String::new() });
    of(&listed.collect::<Vec<_>>())
}

/// The same of the values that the branches of the first `oneOf` or `anyOf` are, each as its branch describes it; `None`
/// if a branch is anything else.
pub(super) fn described(lowering: &Lowering<'_>, conjunction: &Conjunction) -> Option<Shape> {
    listed(lowering, conjunction).map(|listed| of(&listed))
}

/// The schema of the values beside `null`, if such a set is listed and nothing else is said.
pub(super) fn nullable(lowering: &mut Lowering<'_>, schema: SchemaId, conjunction: &Conjunction) -> Option<SchemaId> {
    let is_list = |keyword: &Keyword| match keyword {
        Keyword::Enum(_) | Keyword::Const(_) => conjunction.values.is_some(),
        Keyword::OneOf(_) | Keyword::AnyOf(_) => conjunction.values.is_none(),
        _ => false,
    };
    if !residual::beyond(conjunction, &[]).all(is_list) || conjunction.alternatives().len() > 1 {
        return None;
    }
    let types = match conjunction.allowed_values() {
        Some(values) => values.into_iter().map(types_of_value).collect(),
        None => listed(lowering, conjunction)?.iter().map(|listed| types_of_value(listed.value)).collect::<Vec<_>>(),
    };
    let beside: Vec<TypeSet> = types.iter().copied().filter(|types| *types != TypeSet::NULL).collect();
    if beside.is_empty() || beside.len() == types.len() {
        return None;
    }
    let types = beside.into_iter().fold(TypeSet::default(), TypeSet::union);
    Some(lowering.narrowed(schema, types.intersection(conjunction.types)))
}

/// The type of a value as a schema names it.
fn types_of_value(value: &Json) -> TypeSet {
    if matches!(value, Json::Number(_)) { TypeSet::NUMBER } else { TypeSet::of(value) }
}

/// The values that the branches of the first `oneOf` or `anyOf` are, of the types that are allowed.
fn listed<'l>(lowering: &'l Lowering<'_>, conjunction: &Conjunction) -> Option<Vec<Listed<'l>>> {
    let alternatives = conjunction.alternatives().into_iter().next()?;
    let mut listed: Vec<Listed<'_>> = Vec::new();
    for branch in alternatives.branches {
        let branch = lowering.plan.graph.get(branch);
        let value = sole_value(branch)?;
        if listed.iter().any(|other| other.value == value) {
            return None;
        }
        let title = branch.annotations.title.clone().filter(|title| names::is_name(title));
        listed.push(Listed {
            value,
            name: title.unwrap_or_else(|| word(value)),
            docs: names::docs(&branch.annotations),
        });
    }
    listed.retain(|listed| types_of::accepts(conjunction.types, listed.value));
    Some(listed)
}

/// The one value that a subschema accepts, if it says no more than that.
fn sole_value(subschema: &Subschema) -> Option<&Json> {
    let mut types = TypeSet::ALL;
    let mut values = Vec::new();
    for keyword in &subschema.keywords {
        match keyword {
            Keyword::Type(allowed) => types = types.intersection(*allowed),
            Keyword::Const(value) => values.push(value),
            Keyword::Enum(listed) => values.extend(listed),
            _ => return None,
        }
    }
    match values.as_slice() {
        [value] if types_of::accepts(types, value) => Some(*value),
        [] if types == TypeSet::NULL => Some(&Json::Null),
        _ => None,
    }
}

fn of(listed: &[Listed<'_>]) -> Shape {
    let mut names = Fields::variants();
    let mut variant = |listed: &Listed<'_>| (names.variant(&listed.name), listed.docs.clone());
    if listed.is_empty() {
        return Shape::Never;
    }
    let texts: Option<Vec<&str>> = listed.iter().map(|listed| listed.value.as_str()).collect();
    if let Some(texts) = texts {
        let variants = listed.iter().zip(texts).map(|(listed, text)| {
            let (name, docs) = variant(listed);
            Variant { name, value: text.to_owned(), docs }
        });
        return Shape::Strings(variants.collect());
    }
    let variants = listed.iter().map(|listed| {
        let (name, docs) = variant(listed);
        Variant { name, value: listed.value.clone(), docs }
    });
    Shape::Constants(variants.collect())
}

/// What a variant that stands for `value` may be called.
fn word(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.to_string().replace("e-", "e minus "),
        Json::Array(items) if items.is_empty() => "empty array".to_owned(),
        Json::Array(_) => "array".to_owned(),
        Json::Object(members) if members.is_empty() => "empty object".to_owned(),
        Json::Object(_) => "object".to_owned(),
    }
}
