//! Schemas that lead back to themselves: by every applicator, which is fine, and by references alone, which says
//! nothing and is an error.

use serde_json::{Value, json};

use crate::scratch::{Document, document, mistakes};

/// One definition for each applicator that leads back to it, and rings of several.
pub(crate) fn documents() -> Vec<Document> {
    let applicators = [
        ("AdditionalProperties", "additionalProperties", as_is as fn(Value) -> Value),
        ("AnyOf", "anyOf", |schema| json!([{"type": "null"}, {"type": "array", "items": schema}])),
        ("Contains", "contains", as_is),
        ("DependentSchemas", "dependentSchemas", |schema| json!({"a": {"properties": {"a": schema}}})),
        ("If", "if", |schema| json!({"properties": {"a": schema}})),
        ("Items", "items", as_is),
        ("Not", "not", |schema| json!({"properties": {"a": schema}, "required": ["a"]})),
        ("OneOf", "oneOf", |schema| json!([{"type": "null"}, {"type": "object", "properties": {"a": schema}}])),
        ("PatternProperties", "patternProperties", |schema| json!({"^a": schema})),
        ("PrefixItems", "prefixItems", |schema| json!([schema, {"type": "string"}])),
        ("Properties", "properties", |schema| json!({"a": schema, "type": schema})),
        ("UnevaluatedItems", "unevaluatedItems", as_is),
        ("UnevaluatedProperties", "unevaluatedProperties", as_is),
    ];
    let itself = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let mut definitions: serde_json::Map<_, _> = applicators
        .iter()
        .map(|(name, keyword, value)| ((*name).to_owned(), json!({*keyword: value(itself(name))})))
        .collect();
    definitions.extend(ring());
    let required = json!({"type": "object", "required": ["next"], "properties": {"next": itself("Endless")}});
    definitions.insert("Endless".to_owned(), required);
    definitions.insert("Patterned".to_owned(), patterned());
    let root = json!({"title": "Root", "type": "object", "properties": {"root": {"$ref": "#"}}, "required": ["root"]});
    vec![document("recursive", json!({"$defs": definitions})), document("rooted", root)]
}

/// A member that leads back, of which a pattern of names speaks as well: what holds for it is joined anew at each level.
fn patterned() -> Value {
    json!({
        "type": "object",
        "properties": {"ab": {"$ref": "#/$defs/Patterned"}},
        "patternProperties": {"": {"type": "object", "properties": {"a": {"type": "array"}}}}
    })
}

fn as_is(schema: Value) -> Value {
    schema
}

/// Types that hold each other in a ring, through structs, unions and tuples.
fn ring() -> [(String, Value); 4] {
    let to = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let choice = json!({"oneOf": [to("RingC"), {"type": "string"}]});
    [
        ("RingA", json!({"type": "object", "required": ["b"], "properties": {"b": to("RingB")}})),
        ("RingB", choice),
        ("RingC", json!({"type": "array", "prefixItems": [to("RingD")], "minItems": 1})),
        ("RingD", json!({"type": ["object", "null"], "additionalProperties": to("RingA")})),
    ]
    .map(|(name, schema)| (name.to_owned(), schema))
}

#[test]
fn references_in_a_ring_are_an_error_with_a_place() {
    let alone = json!({"title": "Loop", "$ref": "#"});
    let pair = json!({"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}});
    let through = |keyword: &str| json!({"$defs": {"A": {keyword: [{"$ref": "#/$defs/A"}]}}});
    let negated = json!({"$defs": {"A": {"not": {"$ref": "#/$defs/A"}}}});
    for schema in [alone, pair, through("allOf"), through("anyOf"), through("oneOf"), negated] {
        let document = document("ring", schema);
        let (text, error) = (document.1.clone(), mistakes("ring", &document));
        assert!(error.contains("error[reference-cycle]") && error.contains("ring.json:1:"), "{text}\n{error}");
    }
}
