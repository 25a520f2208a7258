//! Types that follow from `not`, `if` and patterns of names accept what the schema accepts, on documents that mix a few
//! values of each member.

#![cfg(test)]

mod agreement;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;
#[path = "golden/told_by_keywords/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod told_by_keywords;

use told_by_keywords::Request;

/// What each member may be.
const MEMBERS: &[(&str, &[&str])] = &[
    ("value", &[r#""a""#, "1.5", "true", "null", "[]", "{}"]),
    ("single", &["[]", "[1]", "{}", "null", "0", r#""""#]),
    ("retired", &["null", "{}"]),
    ("labels", &["{}", r#"{"reserved": 1}"#, r#"{"other": 1}"#, r#""text""#, "[]", "null"]),
    (
        "body",
        &[
            r#"{"$ref": "a"}"#,
            r#"{"$ref": 1}"#,
            r#"{"$ref": "a", "text": "b"}"#,
            r#"{"text": "b"}"#,
            r#"{"text": 1}"#,
            "{}",
            "[]",
            r#""text""#,
        ],
    ),
    ("flag", &["true", "null", r#""a""#, r#""""#, "1"]),
    ("choice", &["true", "false", "null", r#""a""#, "1"]),
    ("place", &["{}", r#"{"in": 1}"#, r#"{"in": 1, "name": 2}"#, r#"{"name": 2}"#, r#""in""#, "null", "[]"]),
    ("brief", &[r#""a""#, r#""abc""#, "1234", "{}", "null"]),
    (
        "detail",
        &["{}", r#"{"code": 1}"#, r#"{"code": 1, "text": 2}"#, r#"{"code": ""}"#, r#"{"text": 2}"#, "null", "[]"],
    ),
    ("get", &[r#""a""#, "1"]),
    ("put", &[r#""a""#, "{}"]),
    ("x-note", &["1", "[]"]),
    ("gets", &["1"]),
];

#[test]
fn the_types_accept_what_the_schema_accepts() {
    let schema = serde_json::from_str(include_str!("golden/told_by_keywords/schema.json")).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let verdicts = agreement::compare::<Request>(&judge, &documents());
    assert!(verdicts.iter().all(|count| *count > 30), "{verdicts:?}");
}

/// Objects of one member, and of two.
fn documents() -> Vec<String> {
    let all = || MEMBERS.iter().flat_map(|(name, values)| values.iter().map(move |value| (*name, *value)));
    let one = all().map(|(name, value)| format!(r#"{{"{name}": {value}}}"#));
    let pairs = all().flat_map(|first| all().map(move |second| (first, second)));
    let different = pairs.filter(|((first, _), (second, _))| first < second);
    let two = different.map(|((first, one), (second, two))| format!(r#"{{"{first}": {one}, "{second}": {two}}}"#));
    one.chain(two).collect()
}
