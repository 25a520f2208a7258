//! Schemas that say nothing, contradict themselves or refer to odd places.

use serde_json::{Value, json};

use crate::scratch::{Document, document, mistakes};

/// Documents of which all are valid schemas.
pub(crate) fn documents() -> Vec<Document> {
    let mut documents = vec![
        ("truth".to_owned(), "true".to_owned()),
        ("lie".to_owned(), "false".to_owned()),
        ("nothing".to_owned(), "{}".to_owned()),
        ("spaced".to_owned(), " \r\n\t{ }\n\n".to_owned()),
    ];
    documents.extend([contradictions(), annotations(), places()]);
    documents
}

fn contradictions() -> Document {
    let never = [
        json!({"type": "string", "minLength": 3, "maxLength": 2}),
        json!({"type": "integer", "minimum": 3, "maximum": 2}),
        json!({"type": "integer", "minimum": 0.5, "maximum": 0.75}),
        json!({"type": "array", "minItems": 3, "maxItems": 2}),
        json!({"type": "object", "required": ["a"], "maxProperties": 0}),
        json!({"type": "object", "required": ["a"], "properties": {"a": false}}),
        json!({"type": "object", "required": ["a"], "additionalProperties": false}),
        json!({"allOf": [{"type": "string"}, {"type": "integer"}]}),
        json!({"allOf": [{"const": 1}, {"const": 2}]}),
        json!({"enum": [1, "a"], "type": "null"}),
        json!({"not": {}}),
        json!({"anyOf": [false, false]}),
        json!({"oneOf": [true, true]}),
        json!({"type": "array", "items": false, "minItems": 1}),
        json!({"type": "array", "prefixItems": [false], "minItems": 1}),
        json!({"type": "object", "propertyNames": false, "minProperties": 1}),
        json!({"type": "string", "pattern": "[]"}),
        json!({"const": "a", "pattern": "^b"}),
        json!({"type": "integer", "multipleOf": 7, "minimum": 1, "maximum": 6}),
        json!({"type": "array", "minItems": 18_446_744_073_709_551_615_u64}),
        json!({"type": "string", "minLength": 1e300, "maxLength": 1e300}),
    ];
    let numbered = never.into_iter().enumerate().map(|(number, schema)| (format!("never {number}"), schema));
    document("contradictions", json!({"$defs": numbered.collect::<serde_json::Map<_, _>>()}))
}

/// Defaults and examples of other types than the schema's, and of ones that Rust has no number for.
fn annotations() -> Document {
    let huge: Value = serde_json::from_str("[0, -0.0, 1e300, 123456789012345678901234567890, 0.1]").unwrap();
    let types = ["string", "integer", "number", "boolean", "null", "array", "object"];
    let wrong = [json!(1.5), json!("text"), json!(null), json!([1, [2]]), json!({"a": {}}), json!(true), huge];
    let mut properties = serde_json::Map::new();
    for ty in types {
        for (number, wrong) in wrong.iter().enumerate() {
            let schema = json!({"type": ty, "default": wrong, "examples": [wrong]});
            properties.insert(format!("{ty} {number}"), schema);
        }
    }
    let broken = json!({"type": "integer", "maximum": 3, "default": 4});
    properties.insert("too large".to_owned(), broken);
    for (number, long) in [json!(600_000), json!(-600_000), json!(std::f64::consts::TAU)].into_iter().enumerate() {
        let ty = if long.is_i64() { "integer" } else { "number" };
        properties.insert(format!("long {number}"), json!({"type": ty, "default": long}));
    }
    document("annotations", json!({"title": "Annotations", "type": "object", "properties": properties}))
}

/// References to schemas where nobody expects one.
fn places() -> Document {
    let properties = json!({
        "deep": {"$ref": "#/properties/list/items/properties/deep/anyOf/1"},
        "list": {"type": "array", "items": {"type": "object", "properties": {
            "deep": {"anyOf": [{"type": "null"}, {"title": "Deep", "type": "string", "maxLength": 3}]}}}},
        "unknown": {"$ref": "#/x-unknown/a~1b/c~0d/%25"},
        "condition": {"$ref": "#/if"},
        "negation": {"$ref": "#/not"},
        "anchored": {"$ref": "#here"},
        "embedded": {"$ref": "urn:example:embedded#/$defs/inside"},
        "truth": {"$ref": "#/$defs/~0~1%20%22"},
    });
    let schema = json!({
        "title": "Places", "type": "object", "properties": properties,
        "x-unknown": {"a/b": {"c~d": {"%": {"type": "integer", "minimum": 3}}}},
        "if": {"required": ["deep"]}, "then": {"$anchor": "here", "minProperties": 1}, "not": {"type": "null"},
        "$defs": {"~/ \"": true, "embedded": {"$id": "urn:example:embedded", "$defs": {"inside": {"type": "string"}}}},
    });
    document("places", schema)
}

#[test]
fn values_that_are_no_schema_are_errors_with_a_place() {
    for text in [
        "1",
        "null",
        "\"text\"",
        "[]",
        "[{}]",
        "{\"properties\": []}",
        "{\"type\": \"strin\"}",
        "{\"items\": 1}",
        "",
        "{",
    ] {
        let error = mistakes("no-schema", &("odd".to_owned(), text.to_owned()));
        assert!(error.contains("error[") && error.contains("odd.json:1:"), "{text}\n{error}");
    }
}

#[test]
fn references_to_no_schema_are_errors_with_a_place() {
    let places = [
        "#/required",
        "#/title",
        "#/$defs/missing",
        "#missing",
        "#/properties/-1",
        "missing.json",
        "missing.json#/a",
        "https://example.com/missing",
        "#/$defs/%",
        "#%zz",
        "urn:missing",
        "//",
        "..",
        "?",
        "#/~2",
    ];
    for place in places {
        let schema = json!({"title": "T", "required": ["a"], "properties": {"a": {"$ref": place}}});
        let error = mistakes("no-place", &document("odd", schema));
        assert!(error.contains("error[") && error.contains("odd.json:1:"), "{place}\n{error}");
    }
}
