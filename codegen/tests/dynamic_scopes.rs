//! Dynamic references lead where the outermost resource says, and a type that is made for one scope says so in the text
//! of its schema.

#![cfg(test)]

mod agreement;
#[path = "golden/dynamic_scopes/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod dynamic_scopes;
#[path = "golden/recursive_scopes/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod recursive_scopes;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use codegen::explain::{Tier, tier};
use codegen::lower::lower;
use codegen::resolve::resolve;
use codegen::source::Source;
use codegen::{Diagnostics, Options};
use dynamic_scopes::{Either, Name, Names, Order, OrderParts, Orders, Page};
use recursive_scopes::{Grove, GroveItem, GroveItemBelow, Numbered, Schema as Forest, Tree, TreeBelow};
use serde_json::Value;
use support::Contract;

/// Pages, and what else may have items.
const DOCUMENTS: &[&str] = &[
    "{}",
    "null",
    r#""a""#,
    r#"{"items": []}"#,
    r#"{"items": ["a"]}"#,
    r#"{"items": [""]}"#,
    r#"{"items": [null]}"#,
    r#"{"items": [1], "next": {"items": [2.5]}}"#,
    r#"{"items": ["a"], "next": {"items": ["b"], "next": {"items": [1]}}}"#,
    r#"{"items": [{"number": 1}]}"#,
    r#"{"items": [{"number": 1, "parts": {"items": [{"number": 2}], "next": {"items": []}}}]}"#,
    r#"{"items": [{"number": 1, "parts": {"items": ["a"]}}]}"#,
    r#"{"number": 1, "parts": {"items": [{"number": 1.5}]}}"#,
    r#"{"number": 1, "parts": {"items": [{"number": 7.0}]}}"#,
    r#"{"page": {"items": [{"number": 1}]}}"#,
    r#"{"page": {"items": ["a"]}}"#,
    r#"{"names": {"items": ["a"]}}"#,
    r#"{"names": {"items": [{"number": 1}], "next": {"items": [{"number": null}]}}}"#,
    r#"{"last": {"number": 1, "parts": {"items": [null]}}}"#,
    r#"{"last": {"number": 1, "parts": {"items": [], "next": {"items": [{"number": 3}]}}}}"#,
];

/// Trees, and what else may have some.
const TREES: &[&str] = &[
    "{}",
    "[]",
    "null",
    r#"{"value": 1}"#,
    r#"{"value": "a", "left": {}}"#,
    r#"{"value": 1, "left": {"value": 2, "below": []}, "below": [{"value": 3.5}]}"#,
    r#"{"value": 1, "left": {"value": "a"}}"#,
    r#"{"value": 1, "below": [{"value": 1, "left": {"left": {"value": 1}}}]}"#,
    r#"{"value": null, "left": {"value": 1, "left": {"value": 1}}, "below": [{"value": 2}]}"#,
    r#"{"below": [{}, {}, {}, {}]}"#,
    r#"{"value": 1, "right": {"value": 2}}"#,
    r#"{"value": 1, "right": {"value": 2, "right": {"value": 3, "more": 4}}}"#,
    r#"{"right": {}}"#,
    r#"{"right": {"value": "a", "left": {"more": 1}}}"#,
    r#"{"left": 1}"#,
    r#"[{"value": "a", "left": {"value": 1}}]"#,
    r#"[{"value": 1, "left": {"value": "a"}}]"#,
    r#"[{"value": 1}, {"value": 2, "below": [{"value": 3}]}]"#,
    "[{}]",
    r#"[{"below": [{}]}]"#,
    r#"[{}, {"value": 1}, {"value": 1}, {"value": 1}]"#,
    r#"{"wild": {"value": "a", "left": {}}, "planted": {"value": 1, "left": {"value": 2}}}"#,
    r#"{"wild": {"value": "a", "left": {}}, "planted": {"value": 1, "left": {"value": "a"}}}"#,
    r#"{"planted": {"value": 1, "below": [{"value": 1, "below": [{"left": {}}]}]}}"#,
];

#[test]
fn a_type_means_what_its_schema_means_when_it_is_entered_there() {
    agree::<Page>(DOCUMENTS);
    agree::<Names>(DOCUMENTS);
    agree::<Name>(DOCUMENTS);
    agree::<Orders>(DOCUMENTS);
    agree::<Order>(DOCUMENTS);
    agree::<Either>(DOCUMENTS);
}

#[test]
fn so_does_one_with_recursive_references_of_2019_09() {
    agree::<Tree>(TREES);
    agree::<TreeBelow>(TREES);
    agree::<Numbered>(TREES);
    agree::<Grove>(TREES);
    agree::<Forest>(TREES);
}

#[test]
fn a_type_for_another_scope_says_so_in_the_text_of_its_schema() {
    assert_eq!(
        OrderParts::SCHEMA_ID,
        "https://example.org/page?allOf=&item=https://example.org/orders%23/$defs/order#"
    );
    agree::<OrderParts>(DOCUMENTS);
    agree::<GroveItem>(TREES);
    agree::<GroveItemBelow>(TREES);
}

/// Compares the type with a validator of the text of its schema.
fn agree<T: Contract>(documents: &[&str]) {
    let schema: Value = serde_json::from_str(&T::schema_text()).unwrap();
    let verdicts = agreement::compare::<T>(&jsonschema::validator_for(&schema).unwrap(), documents);
    assert!(verdicts.iter().all(|count| *count > 0), "{}: {verdicts:?}", T::SCHEMA_ID);
}

#[test]
fn an_anchor_that_leads_back_to_where_it_is_asked_for_is_an_error() {
    let looping = r##"{"$id": "https://example.org/a", "$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#a"}]}"##;
    let found = diagnose(looping).to_string();
    assert_eq!(found.matches("error").count(), 1, "{found}");
    assert!(found.starts_with("a.json:1:83: error[reference-cycle] at /allOf/0/$dynamicRef: "), "{found}");
}

#[test]
fn a_scope_in_which_a_reference_never_arrives_leaves_the_document_as_it_is() {
    let text = r#"{"$id": "https://example.org/a", "$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "b#a"}],
        "$defs": {"b": {"$id": "b", "$dynamicAnchor": "a", "type": "object"}}}"#;
    let sources = [Source::parse("a.json", "file:///a.json", text).unwrap()];
    let (graph, diagnostics) = resolve(&sources, &Options::default());
    assert_eq!(diagnostics.to_string(), "");
    let plan = lower(graph, &sources, &Options::default());
    let tiers: Vec<_> = plan.types.iter().map(|ty| (ty.name.as_str(), tier(&plan, ty))).collect();
    assert_eq!(tiers, [("B", Tier::Typed), ("A", Tier::Opaque)]);
}

/// What the generator says of a document.
fn diagnose(text: &str) -> Diagnostics {
    let source = Source::parse("a.json", "file:///a.json", text).unwrap();
    resolve(&[source], &Options::default()).1
}
