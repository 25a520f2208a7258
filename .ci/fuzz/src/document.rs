//! Documents for a schema: most do as it says as far as they can, some almost, some not at all.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// The names of members, in schemas and documents.
pub(crate) const NAMES: [&str; 6] = ["a", "b", "ab", "type", "x-c", "π"];

/// Patterns of strings and of names.
pub(crate) const PATTERNS: [&str; 7] = ["^a", "b$", "^[a-c]+$", "^x-", "", "^(a|type)$", "\\d"];

const TEXTS: [&str; 9] = ["", "a", "b", "c", "ab", "abc", "x-1", "ππππ", "12"];

/// How deep a document nests.
const DEPTH: usize = 6;

/// Draws a document for a schema.
pub(crate) fn draw(rng: &mut Rng, root: &Value) -> Value {
    let mut document = match rng.u8(0..10) {
        0 => atom(rng, 2),
        _ => instance(rng, root, root, DEPTH),
    };
    if rng.u8(0..10) < 4 {
        mutate(rng, &mut document);
    }
    document
}

/// A small value of any type.
pub(crate) fn atom(rng: &mut Rng, depth: usize) -> Value {
    let kinds = if depth == 0 { 6 } else { 9 };
    match rng.u8(0..kinds) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 => number(rng),
        3 => rng.i32(-3..12).into(),
        4 | 5 => text(rng).into(),
        6 => (0..rng.u8(0..3)).map(|_| atom(rng, depth - 1)).collect(),
        _ => {
            let members = (0..rng.u8(0..3)).map(|_| (name(rng).to_owned(), atom(rng, depth - 1)));
            Value::Object(members.collect())
        }
    }
}

fn number(rng: &mut Rng) -> Value {
    let numbers = [json!(1.0), json!(1.5), json!(-0.5), json!(2.0), json!(1e3), json!(255), json!(256), json!(-1)];
    numbers[rng.usize(0..numbers.len())].clone()
}

fn text(rng: &mut Rng) -> &'static str {
    TEXTS[rng.usize(0..TEXTS.len())]
}

fn name(rng: &mut Rng) -> &'static str {
    NAMES[rng.usize(0..NAMES.len())]
}

/// A value that does what a schema says, as far as its keywords are easily done.
fn instance(rng: &mut Rng, schema: &Value, root: &Value, depth: usize) -> Value {
    let Some(schema) = schema.as_object().filter(|_| depth > 0) else { return atom(rng, 1) };
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return root
            .pointer(target.trim_start_matches('#'))
            .map_or(Value::Null, |at| instance(rng, at, root, depth - 1));
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty()) {
        return values[rng.usize(0..values.len())].clone();
    }
    let mut value = match kind(rng, schema) {
        Some("object") => object(rng, schema, root, depth),
        Some("array") => array(rng, schema, root, depth),
        Some("string") => text(rng).into(),
        Some("integer") => rng.i32(-3..12).into(),
        Some("number") => number(rng),
        Some("boolean") => rng.bool().into(),
        Some("null") => Value::Null,
        _ => atom(rng, 2),
    };
    for keyword in ["allOf", "anyOf", "oneOf", "if", "then", "else"] {
        let branches =
            schema.get(keyword).map(|branch| branch.as_array().map_or(std::slice::from_ref(branch), Vec::as_slice));
        for branch in branches.unwrap_or_default() {
            if keyword == "allOf" || rng.u8(0..3) == 0 {
                let other = instance(rng, branch, root, depth - 1);
                value = merged(rng, value, other);
            }
        }
    }
    value
}

/// A type that the schema speaks of.
fn kind<'s>(rng: &mut Rng, schema: &'s Map<String, Value>) -> Option<&'s str> {
    match schema.get("type") {
        Some(Value::String(ty)) => Some(ty),
        Some(Value::Array(types)) => types[rng.usize(0..types.len())].as_str(),
        _ if schema.contains_key("properties") || schema.contains_key("required") => Some("object"),
        _ if schema.contains_key("items") || schema.contains_key("contains") => Some("array"),
        _ if schema.contains_key("pattern") => Some("string"),
        _ if schema.contains_key("minimum") || schema.contains_key("maximum") => Some("integer"),
        _ => None,
    }
}

fn object(rng: &mut Rng, schema: &Map<String, Value>, root: &Value, depth: usize) -> Value {
    let mut members = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        if rng.u8(0..3) > 0 {
            members.insert(name.clone(), instance(rng, property, root, depth - 1));
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    for name in required.into_iter().flatten().filter_map(Value::as_str) {
        if !members.contains_key(name) && rng.u8(0..10) > 0 {
            let property = properties.and_then(|properties| properties.get(name)).unwrap_or(&Value::Bool(true));
            members.insert(name.to_owned(), instance(rng, property, root, depth - 1));
        }
    }
    if rng.u8(0..3) == 0 {
        let rest = schema.get("additionalProperties").unwrap_or(&Value::Bool(true));
        members.insert(name(rng).to_owned(), instance(rng, rest, root, depth - 1));
    }
    members.into()
}

fn array(rng: &mut Rng, schema: &Map<String, Value>, root: &Value, depth: usize) -> Value {
    let prefix = schema.get("prefixItems").or_else(|| schema.get("items")).and_then(Value::as_array);
    let rest = if prefix.is_some() && !schema.contains_key("prefixItems") { "additionalItems" } else { "items" };
    let item =
        |index: usize| prefix.and_then(|prefix| prefix.get(index)).or_else(|| schema.get(rest)).unwrap_or(&Value::Null);
    (0..rng.usize(0..4)).map(|index| instance(rng, item(index), root, depth - 1)).collect()
}

/// Objects together, and of others one.
fn merged(rng: &mut Rng, value: Value, other: Value) -> Value {
    match (value, other) {
        (Value::Object(mut members), Value::Object(others)) => {
            members.extend(others);
            members.into()
        }
        (value, other) => {
            if rng.bool() {
                value
            } else {
                other
            }
        }
    }
}

/// Changes a place of a document.
fn mutate(rng: &mut Rng, value: &mut Value) {
    match value {
        Value::Object(members) if !members.is_empty() && rng.u8(0..4) > 0 => {
            let place = rng.usize(0..members.len());
            let name = members.keys().nth(place).cloned().unwrap_or_default();
            if rng.u8(0..3) == 0 {
                members.shift_remove(&name);
            } else if let Some(member) = members.get_mut(&name) {
                mutate(rng, member);
            }
        }
        Value::Array(items) if !items.is_empty() && rng.u8(0..4) > 0 => {
            let place = rng.usize(0..items.len());
            match rng.u8(0..4) {
                0 => _ = items.remove(place),
                1 => items.push(items[place].clone()),
                _ => mutate(rng, &mut items[place]),
            }
        }
        Value::Object(members) if rng.bool() => _ = members.insert(name(rng).to_owned(), atom(rng, 1)),
        Value::Array(items) if rng.bool() => items.push(atom(rng, 1)),
        _ => *value = atom(rng, 1),
    }
}
