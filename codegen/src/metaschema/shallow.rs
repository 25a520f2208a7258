//! A copy of a subschema in which its own subschemas are empty, and all that a metaschema does not look at is missing.

use serde_json::{Map, Value as Instance, json};

use crate::dialect::{Dialect, Draft, Holds};
use crate::source::Value;
use crate::stack::ORDINARY_DEPTH;
use crate::support::{Json, Number};

/// Copies `value`, which is an object.
pub(super) fn copy(value: Value<'_>, dialect: Dialect) -> Instance {
    let draft = dialect.draft();
    let mut copied = Map::new();
    for (name, member) in value.members() {
        let Some(keyword) = dialect.keyword(&name) else { continue };
        let json = member.json();
        let copy = match (&*name, keyword.holds) {
            ("default" | "const", _) => continue,
            ("examples" | "enum", _) | (_, Holds::Schema) => hollow(json),
            (_, Holds::Nothing) => bounded(json, ORDINARY_DEPTH),
            (_, Holds::SchemaArray | Holds::SchemaOrArray) => hollow_items(json),
            (_, Holds::NamedSchemas | Holds::NamedSchemasOrNames) => suspects(json, draft),
        };
        copied.insert(name.into_owned(), copy);
    }
    Instance::Object(copied)
}

/// The value without what is in it.
fn hollow(json: &Json) -> Instance {
    bounded(json, 0)
}

fn hollow_items(json: &Json) -> Instance {
    match json {
        Json::Array(items) => items.iter().map(hollow).collect(),
        other => hollow(other),
    }
}

/// Of an object whose members should be schemas, those that obviously are not, or that may be arrays of names.
fn suspects(json: &Json, draft: Draft) -> Instance {
    let Json::Object(members) = json else { return hollow(json) };
    let is_suspect = |json: &Json| match json {
        Json::Object(_) => false,
        Json::Bool(_) => draft == Draft::Draft4,
        _ => true,
    };
    let suspects = members.iter().filter(|(_, member)| is_suspect(member));
    suspects.map(|(name, member)| (name.to_owned(), bounded(member, 2))).collect()
}

/// Whether `json` nests more than `limit` levels of arrays and objects.
pub(crate) fn depth_exceeds(json: &Json, limit: usize) -> bool {
    let mut pending = vec![(json, 0_usize)];
    while let Some((json, depth)) = pending.pop() {
        if depth > limit {
            return true;
        }
        let within = depth.saturating_add(1);
        match json {
            Json::Array(items) => pending.extend(items.iter().map(|item| (item, within))),
            Json::Object(members) => pending.extend(members.values().map(|member| (member, within))),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }
    false
}

/// A copy without what is nested more than `levels` deep.
fn bounded(json: &Json, levels: usize) -> Instance {
    let within = levels.checked_sub(1);
    match (json, within) {
        (Json::Null, _) => Instance::Null,
        (Json::Bool(value), _) => Instance::Bool(*value),
        (Json::Number(value), _) => number(value),
        (Json::String(text), _) => Instance::String(text.clone()),
        (Json::Array(_), None) => json!([]),
        (Json::Object(_), None) => json!({}),
        (Json::Array(items), Some(within)) => items.iter().map(|item| bounded(item, within)).collect(),
        (Json::Object(members), Some(within)) => {
            members.iter().map(|(name, member)| (name.to_owned(), bounded(member, within))).collect()
        }
    }
}

/// A number of the same sign that is an integer if the original is one: metaschemas ask for nothing more.
fn number(number: &Number) -> Instance {
    if let Some(integer) = number.as_i64() {
        return integer.into();
    }
    let nearest = number.as_f64();
    if nearest.is_finite() && nearest != 0.0 {
        return nearest.into();
    }
    let magnitude = if number.is_integer() { 1e300 } else { 0.5 };
    let is_negative = number.to_string().starts_with('-');
    if is_negative { (-magnitude).into() } else { magnitude.into() }
}
