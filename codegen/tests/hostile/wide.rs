//! More of everything than anybody needs.

use serde_json::{Map, Value, json};

use crate::scratch::{code, document};

/// An object with a member for each number.
fn members(prefix: &str, count: usize, member: impl Fn(usize) -> Value) -> Value {
    Value::Object((0..count).map(|number| (format!("{prefix}{number}"), member(number))).collect::<Map<_, _>>())
}

#[test]
fn ten_thousand_definitions() {
    let definition = |number: usize| match number % 3 {
        0 => json!({"type": "string", "maxLength": number}),
        1 => json!({"type": "integer", "maximum": number}),
        _ => json!({"type": "object", "properties": {"next": {"$ref": format!("#/$defs/d{}", number / 2)}}}),
    };
    let schema = document("schema", json!({"$defs": members("d", 10_000, definition)}));
    assert!(code("definitions", &schema).contains("pub struct D9999"));
}

#[test]
fn five_thousand_properties() {
    let properties = members("p", 5_000, |number| json!({"type": "integer", "maximum": number}));
    let schema = document("schema", json!({"title": "Wide", "type": "object", "properties": properties}));
    assert!(code("properties", &schema).contains("pub p4999: Option<"));
}

#[test]
fn five_thousand_words() {
    let words: Vec<String> = (0..5_000).map(|number| format!("word-{number}")).collect();
    assert!(code("words", &document("schema", json!({"title": "Wide", "enum": words}))).contains("Word4999"));
}

#[test]
fn two_thousand_branches() {
    let branch = |number: usize| {
        let properties = json!({"kind": {"const": format!("k{number}")}, "value": {"maximum": number}});
        json!({"type": "object", "properties": properties, "required": ["kind"]})
    };
    let branches: Vec<Value> = (0..2_000).map(branch).collect();
    assert!(code("tagged", &document("schema", json!({"title": "Wide", "oneOf": branches}))).contains("K1999"));
}

#[test]
fn two_thousand_branches_without_a_tag() {
    let branch = |number: usize| json!({"type": "object", "required": [format!("p{number}")]});
    let branches: Vec<Value> = (0..2_000).map(branch).collect();
    assert!(code("trials", &document("schema", json!({"title": "Wide", "anyOf": branches}))).contains("enum Wide"));
}

#[test]
fn a_thousand_names_that_are_one_in_rust() {
    let properties: Map<_, _> = (1..1_000).map(|length| ("-".repeat(length), json!({"type": "string"}))).collect();
    let schema = document("schema", json!({"title": "Wide", "type": "object", "properties": properties}));
    assert!(code("dashes", &schema).contains("pub minus:"));
}
