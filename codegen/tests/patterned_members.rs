//! Members whose names say what they hold are typed, and hold what the schema says of such names.

#![cfg(test)]

mod agreement;
#[path = "golden/patterned/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod patterned;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use patterned::{Codes, Limits, Marks, Path, Paths, PathsValue, Router, RouterValue};
use serde_json::Value;
use support::{Contract, Json, Map};

/// Names that one pattern matches, several, or none.
const NAMES: &[&str] = &["", "/a", "x-a", "GET /", "x-GET /", "404", "301", "3", "name", "amin", "min", "any", "other"];

/// Values that some of the schemas accept.
const VALUES: &[&str] = &[
    "null",
    "true",
    r#""text""#,
    "1",
    "2",
    "4.5",
    "6.0",
    "[]",
    "{}",
    r#"{"target": "/b"}"#,
    r#"{"target": "/b", "hops": 0}"#,
    r#"{"target": 1}"#,
];

#[test]
fn members_hold_what_the_schema_says_of_their_names() {
    agree::<Router>("");
    agree::<Paths>("/$defs/Paths");
    agree::<Codes>("/$defs/Codes");
    agree::<Limits>("/$defs/Limits");
    agree::<Marks>("/$defs/Marks");
}

/// Compares a type with a validator, which is sent to the type's place in the schema.
fn agree<T: Contract>(place: &str) {
    let mut schema: Value = serde_json::from_str(include_str!("golden/patterned/schema.json")).unwrap();
    let reference = format!("{}#{place}", schema["$id"].as_str().unwrap());
    schema = serde_json::json!({ "$ref": reference, "$defs": { "document": schema } });
    let judge = jsonschema::validator_for(&schema).unwrap();
    let verdicts = agreement::compare::<T>(&judge, &documents());
    assert!(verdicts.iter().all(|count| *count > 10), "{}: {verdicts:?}", T::SCHEMA_ID);
}

/// Every document of one member, and of two with the same value.
fn documents() -> Vec<String> {
    let members = |name: &&str| VALUES.iter().map(move |value| format!(r#""{name}": {value}"#)).collect::<Vec<_>>();
    let members: Vec<String> = NAMES.iter().flat_map(members).collect();
    let alone = members.iter().map(|member| format!("{{{member}}}"));
    let beside = members.iter().map(|member| format!(r#"{{{member}, "/": {{"target": "/b"}}, "x-": 4}}"#));
    std::iter::once("{}".to_owned()).chain(alone).chain(beside).collect()
}

#[test]
fn a_member_is_told_by_its_value() {
    let paths = Paths::from_json(r#"{"/a": {"target": "/b"}, "x-c": 1, "x-d": {"target": "e"}}"#).unwrap();
    assert!(matches!(paths.get("/a"), Some(PathsValue::Path(path)) if path.target == "/b"));
    assert_eq!(paths.get("x-c"), Some(&PathsValue::Other(Json::from(1))));
    assert!(matches!(paths.get("x-d"), Some(PathsValue::Path(_))));
}

#[test]
fn a_member_may_be_built_as_anything_that_its_schema_accepts() {
    let json = Json::Object(Map::from([("target", Json::from("/b"))]));
    let with = |value: PathsValue| Paths::try_from(Map::from([("/a", value)]));
    let path: Path = json.typed().unwrap();
    assert!(with(PathsValue::Path(path)).is_ok());
    assert!(with(PathsValue::Other(json)).is_ok());
    let error = with(PathsValue::Other(Json::from(1))).unwrap_err().to_string();
    assert!(error.contains("expected an object, found 1"), "{error}");
}

#[test]
fn a_name_decides_what_may_stand_beside_declared_members() {
    let mut router = Router::from_json(r#"{"name": "a", "flag": true}"#).unwrap();
    assert_eq!(router.extra.get("flag"), Some(&RouterValue::Boolean(true)));
    router.extra.insert("GET /", RouterValue::Boolean(false)).unwrap();
    assert!(router.validate().is_err());
    router.extra.remove("GET /");
    router.extra.insert("x-flag", RouterValue::Other(Json::Null)).unwrap();
    assert!(router.validate().is_ok());
}
