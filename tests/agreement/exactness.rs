//! What becomes of exact numbers in readers that know only `f64` and 64-bit integers.

use codegen::support::Number;
use serde_json::Value;

use super::tree::Tree;

/// The document as the judge can see it.
///
/// It reads a number as `f64`. One that lies between two of them is shown to it as the neighbour that is farther away:
/// rounded to the nearer one, 1.0000000000000000001 would be 1, an integer and within `maximum: 1`.
pub(crate) fn stand_in(tree: &Tree) -> Value {
    match tree {
        Tree::Null => Value::Null,
        Tree::Boolean(value) => Value::Bool(*value),
        Tree::Number(text) => Value::Number(number(&Number::parse(text).unwrap_or_default())),
        Tree::String(text) => Value::String(text.clone()),
        Tree::Array(items) => items.iter().map(stand_in).collect(),
        Tree::Object(members) => members.iter().map(|(name, value)| (name.clone(), stand_in(value))).collect(),
    }
}

/// Whether every number in the document survives `serde_json::Value`.
pub(crate) fn fits(tree: &Tree) -> bool {
    match tree {
        Tree::Number(text) => Number::parse(text).is_some_and(|number| fits_exactly(text, &number)),
        Tree::Array(items) => items.iter().all(fits),
        Tree::Object(members) => members.iter().all(|(_, value)| fits(value)),
        _ => true,
    }
}

fn fits_exactly(text: &str, number: &Number) -> bool {
    let is_plain = !text.contains(['.', 'e', 'E']);
    let is_machine_integer = number.as_i64().is_some() || number.as_u64().is_some();
    (is_plain && is_machine_integer) || Number::try_from(number.as_f64()).as_ref() == Ok(number)
}

fn number(exact: &Number) -> serde_json::Number {
    if let Some(value) = exact.as_u64() {
        return value.into();
    }
    if let Some(value) = exact.as_i64() {
        return value.into();
    }
    serde_json::Number::from_f64(farther_neighbour(exact)).unwrap_or_else(|| 0.into())
}

fn farther_neighbour(exact: &Number) -> f64 {
    let nearest = exact.as_f64().clamp(f64::MIN, f64::MAX);
    match Number::try_from(nearest) {
        Ok(rounded) if rounded < *exact => nearest.next_up().min(f64::MAX),
        Ok(rounded) if rounded > *exact => nearest.next_down().max(f64::MIN),
        _ => nearest,
    }
}
