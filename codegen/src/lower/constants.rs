//! Closed sets of values: `enum` and `const`, and a `oneOf` or `anyOf` that describes one `const` in each branch.

use crate::plan::{Shape, Variant};
use crate::schema::{Keyword, Subschema, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::names::{self, Fields};
use super::{Lowering, types_of};

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
    Some(of(&listed))
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
