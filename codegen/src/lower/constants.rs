//! Closed sets of values: `enum` and `const`.

use crate::plan::{Shape, Variant};
use crate::support::Json;

use super::names::Fields;

/// An enum without data, of strings if all values are.
pub(super) fn shape(values: &[&Json]) -> Shape {
    let mut names = Fields::variants();
    if values.is_empty() {
        return Shape::Never;
    }
    let strings: Option<Vec<_>> = values.iter().map(|value| value.as_str()).collect();
    if let Some(strings) = strings {
        let variants = strings.into_iter().map(|text| variant(names.variant(text), text.to_owned()));
        return Shape::Strings(variants.collect());
    }
    let variants = values.iter().map(|value| variant(names.variant(&word(value)), (*value).clone()));
    Shape::Constants(variants.collect())
}

fn variant<T>(name: String, value: T) -> Variant<T> {
    Variant { name, value, docs: String::new() }
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
