//! Documents for a schema: most do as it says as far as they can, some almost, some not at all.

use serde_json::{Map, Value, json};

use crate::choices::Choices;

/// The names of members, in schemas and documents.
pub(crate) const NAMES: [&str; 6] = ["a", "b", "ab", "type", "x-c", "π"];

/// The definitions that schemas refer to.
pub(crate) const DEFINITIONS: [&str; 3] = ["A", "B", "C"];

/// What the schema resources have in common that are told apart by the dynamic scope.
pub(crate) const ANCHOR: &str = "node";

const TEXTS: [&str; 9] = ["", "a", "b", "c", "ab", "abc", "x-1", "ππππ", "12"];

/// How deep a document nests.
const DEPTH: usize = 6;

/// Draws a document for a schema.
#[must_use]
pub fn draw(choices: &mut Choices<'_>, root: &Value) -> Value {
    let mut document = match choices.below(10) {
        0 => atom(choices, 2),
        _ => instance(choices, root, root, DEPTH),
    };
    if choices.below(10) < 4 {
        mutate(choices, &mut document);
    }
    document
}

/// A small value of any type.
pub(crate) fn atom(choices: &mut Choices<'_>, depth: usize) -> Value {
    let kinds = if depth == 0 { 6 } else { 9 };
    match choices.below(kinds) {
        0 => Value::Null,
        1 => choices.chance(50).into(),
        2 => number(choices),
        3 => small(choices).into(),
        4 | 5 => text(choices).into(),
        6 => (0..choices.below(3)).map(|_| atom(choices, depth - 1)).collect(),
        _ => {
            let members = (0..choices.below(3)).map(|_| (name(choices).to_owned(), atom(choices, depth - 1)));
            Value::Object(members.collect())
        }
    }
}

fn number(choices: &mut Choices<'_>) -> Value {
    let numbers = [json!(1.0), json!(1.5), json!(-0.5), json!(2.0), json!(1e3), json!(255), json!(256), json!(-1)];
    choices.pick(&numbers).clone()
}

/// An integer around the bounds that schemas have.
fn small(choices: &mut Choices<'_>) -> i64 {
    i64::try_from(choices.below(15)).unwrap_or_default() - 3
}

fn text(choices: &mut Choices<'_>) -> &'static str {
    TEXTS[choices.below(TEXTS.len())]
}

fn name(choices: &mut Choices<'_>) -> &'static str {
    NAMES[choices.below(NAMES.len())]
}

/// A value that does what a schema says, as far as its keywords are easily done.
fn instance(choices: &mut Choices<'_>, schema: &Value, root: &Value, depth: usize) -> Value {
    let Some(schema) = schema.as_object().filter(|_| depth > 0) else { return atom(choices, 1) };
    if let Some(target) = target(choices, schema, root) {
        return instance(choices, target, root, depth - 1);
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty()) {
        return choices.pick(values).clone();
    }
    let mut value = match kind(choices, schema) {
        Some("object") => object(choices, schema, root, depth),
        Some("array") => array(choices, schema, root, depth),
        Some("string") => text(choices).into(),
        Some("integer") => small(choices).into(),
        Some("number") => number(choices),
        Some("boolean") => choices.chance(50).into(),
        Some("null") => Value::Null,
        _ => atom(choices, 2),
    };
    for keyword in ["allOf", "anyOf", "oneOf", "if", "then", "else"] {
        let branches =
            schema.get(keyword).map(|branch| branch.as_array().map_or(std::slice::from_ref(branch), Vec::as_slice));
        for branch in branches.unwrap_or_default() {
            if keyword == "allOf" || choices.below(3) == 0 {
                let other = instance(choices, branch, root, depth - 1);
                value = merged(choices, value, other);
            }
        }
    }
    value
}

/// The subschema that a reference leads to, as far as the grammar makes such: a definition by its name, or what the
/// dynamic scope may decide.
fn target<'r>(choices: &mut Choices<'_>, schema: &Map<String, Value>, root: &'r Value) -> Option<&'r Value> {
    let reference =
        ["$ref", "$dynamicRef", "$recursiveRef"].iter().find_map(|keyword| schema.get(*keyword)?.as_str())?;
    let name = match reference.rsplit(['#', '/', ':']).next().unwrap_or_default() {
        "" | ANCHOR if choices.chance(25) => return Some(root),
        "" | ANCHOR => choices.pick(&DEFINITIONS),
        name => name,
    };
    root.get("definitions").or_else(|| root.get("$defs"))?.get(name)
}

/// A type that the schema speaks of.
fn kind<'s>(choices: &mut Choices<'_>, schema: &'s Map<String, Value>) -> Option<&'s str> {
    match schema.get("type") {
        Some(Value::String(ty)) => Some(ty),
        Some(Value::Array(types)) => choices.pick(types).as_str(),
        _ if schema.contains_key("properties") || schema.contains_key("required") => Some("object"),
        _ if schema.contains_key("items") || schema.contains_key("contains") => Some("array"),
        _ if schema.contains_key("pattern") => Some("string"),
        _ if schema.contains_key("minimum") || schema.contains_key("maximum") => Some("integer"),
        _ => None,
    }
}

fn object(choices: &mut Choices<'_>, schema: &Map<String, Value>, root: &Value, depth: usize) -> Value {
    let mut members = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        if choices.below(3) > 0 {
            members.insert(name.clone(), instance(choices, property, root, depth - 1));
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    for name in required.into_iter().flatten().filter_map(Value::as_str) {
        if !members.contains_key(name) && choices.below(10) > 0 {
            let property = properties.and_then(|properties| properties.get(name)).unwrap_or(&Value::Bool(true));
            members.insert(name.to_owned(), instance(choices, property, root, depth - 1));
        }
    }
    if choices.below(3) == 0 {
        let rest = schema.get("additionalProperties").unwrap_or(&Value::Bool(true));
        members.insert(name(choices).to_owned(), instance(choices, rest, root, depth - 1));
    }
    members.into()
}

fn array(choices: &mut Choices<'_>, schema: &Map<String, Value>, root: &Value, depth: usize) -> Value {
    let prefix = schema.get("prefixItems").or_else(|| schema.get("items")).and_then(Value::as_array);
    let rest = if prefix.is_some() && !schema.contains_key("prefixItems") { "additionalItems" } else { "items" };
    let item =
        |index: usize| prefix.and_then(|prefix| prefix.get(index)).or_else(|| schema.get(rest)).unwrap_or(&Value::Null);
    (0..choices.below(4)).map(|index| instance(choices, item(index), root, depth - 1)).collect()
}

/// Objects together, and of others one.
fn merged(choices: &mut Choices<'_>, value: Value, other: Value) -> Value {
    match (value, other) {
        (Value::Object(mut members), Value::Object(others)) => {
            members.extend(others);
            members.into()
        }
        (value, other) => {
            if choices.chance(50) {
                value
            } else {
                other
            }
        }
    }
}

/// Changes a place of a document.
fn mutate(choices: &mut Choices<'_>, value: &mut Value) {
    match value {
        Value::Object(members) if !members.is_empty() && choices.below(4) > 0 => {
            let place = choices.below(members.len());
            let name = members.keys().nth(place).cloned().unwrap_or_default();
            if choices.below(3) == 0 {
                members.shift_remove(&name);
            } else if let Some(member) = members.get_mut(&name) {
                mutate(choices, member);
            }
        }
        Value::Array(items) if !items.is_empty() && choices.below(4) > 0 => {
            let place = choices.below(items.len());
            match choices.below(4) {
                0 => _ = items.remove(place),
                1 => items.push(items[place].clone()),
                _ => mutate(choices, &mut items[place]),
            }
        }
        Value::Object(members) if choices.chance(50) => _ = members.insert(name(choices).to_owned(), atom(choices, 1)),
        Value::Array(items) if choices.chance(50) => items.push(atom(choices, 1)),
        _ => *value = atom(choices, 1),
    }
}
