//! Schemas nested a thousand deep, by each keyword that can hold one.

use crate::scratch::{code, mistakes};

const DEPTH: usize = 1_000;

/// A string, as deep inside as `open` and `close` put it.
fn nested(open: &str, close: &str) -> String {
    let (open, close) = (open.repeat(DEPTH), close.repeat(DEPTH));
    format!(r#"{{"title": "Deep", "allOf": [{open}{{"type": "string"}}{close}]}}"#)
}

/// Tests that a schema nested by these words is generated.
macro_rules! deep {
    ($($name:ident: $open:literal, $close:literal;)*) => {
        $(#[test]
        fn $name() {
            let schema = nested($open, $close);
            assert!(code(concat!("deep-", stringify!($name)), &("schema".to_owned(), schema)).contains("Deep"));
        })*
    };
}

deep! {
    additional_properties: r#"{"type": "object", "additionalProperties": "#, "}";
    all_of: r#"{"allOf": ["#, "]}";
    any_of: r#"{"anyOf": ["#, r#", {"type": "integer"}]}"#;
    contains: r#"{"contains": "#, "}";
    defs: r#"{"$defs": {"a": "#, "}}";
    dependent_schemas: r#"{"dependentSchemas": {"a": "#, "}}";
    if_then: r#"{"if": {"type": "object"}, "then": "#, "}";
    items: r#"{"type": "array", "items": "#, "}";
    not: r#"{"not": "#, "}";
    one_of: r#"{"oneOf": ["#, "]}";
    pattern_properties: r#"{"patternProperties": {"^a": "#, "}}";
    prefix_items: r#"{"type": "array", "prefixItems": ["#, "]}";
    properties: r#"{"type": "object", "properties": {"a": "#, "}}";
    property_names: r#"{"propertyNames": "#, "}";
    unevaluated_items: r#"{"unevaluatedItems": "#, "}";
    unevaluated_properties: r#"{"unevaluatedProperties": "#, "}";
}

#[test]
fn chain_of_references() {
    let link = |place: usize| format!(r##""d{place}": {{"allOf": [{{"$ref": "#/$defs/d{}"}}]}}"##, place + 1);
    let links: Vec<String> = (0..DEPTH).map(link).collect();
    let schema = format!(r#"{{"$defs": {{{}, "d{DEPTH}": {{"type": "string"}}}}}}"#, links.join(", "));
    assert!(code("deep-references", &("schema".to_owned(), schema)).contains("D999"));
}

/// No reader takes documents of that depth, so nothing equals the values.
#[test]
fn constants_that_no_document_equals() {
    let deep = format!("{}1{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let schema = format!(
        r#"{{"$defs": {{"A": {{"const": {deep}}}, "B": {{"enum": [{deep}, "b"]}}, "C": {{"not": {{"const": {deep}}}}}}},
            "properties": {{"d": {{"default": {deep}}}, "e": {{"enum": [{deep}]}}}}}}"#
    );
    let code = code("deep-constants", &("schema".to_owned(), schema));
    assert!(code.contains("pub enum A {}") && code.contains("pub enum B {"), "{code}");
}

#[test]
fn documents_deeper_than_any_stack_are_refused() {
    let schema = format!(r#"{{"const": {}1{}}}"#, "[".repeat(1 << 20), "]".repeat(1 << 20));
    let error = mistakes("deeper", &("schema".to_owned(), schema));
    assert!(error.contains("error[nested-too-deep]"), "{error}");
}
