//! Edits whose meaning was once not known, or whose proof was larger than it had to be.

#![cfg(test)]
#![cfg(feature = "compat")]

use codegen::compat::{Comparison, CompatOptions, compare};
use codegen::load::Text;
use codegen::{Options, Planned};
use serde_json::{Value, json};

fn planned(schema: &Value) -> Planned {
    let text = Text { name: "one.json".to_owned(), path: "one.json".to_owned(), text: schema.to_string() };
    codegen::plan_texts(&[text], &Options::default()).unwrap()
}

fn compared(old: &Value, new: &Value) -> Comparison {
    compare(&planned(old), &planned(new), &CompatOptions::default()).unwrap()
}

/// The documents that prove the changes, each accepted by one version alone; nothing is undecided.
fn proofs(old: &Value, new: &Value) -> Vec<Value> {
    let comparison = compared(old, new);
    assert!(comparison.undecided.is_empty(), "{:?}", comparison.undecided);
    let documents: Vec<Value> = comparison.changes.into_iter().filter_map(|change| change.document).collect();
    let accepts = |schema, document| jsonschema::validator_for(schema).unwrap().is_valid(document);
    assert!(documents.iter().all(|document| accepts(old, document) != accepts(new, document)));
    documents
}

#[test]
fn a_limit_of_members_is_proved_by_an_object_with_one_more() {
    let open = |most: u64| json!({"title": "Metrics", "type": "object", "additionalProperties": {"type": "number"}, "maxProperties": most});
    let proofs = proofs(&open(30), &open(20));
    assert_eq!(proofs.iter().map(|proof| proof.as_object().unwrap().len()).collect::<Vec<_>>(), [21]);
}

#[test]
fn a_limit_of_members_whose_names_match_a_pattern_is_proved() {
    let named = |least: u64| json!({"title": "Metrics", "type": "object", "propertyNames": {"pattern": "^x_[a-z]{2}$"}, "minProperties": least});
    let proofs = proofs(&named(9), &named(12));
    assert_eq!(proofs.iter().map(|proof| proof.as_object().unwrap().len()).collect::<Vec<_>>(), [9]);
}

#[test]
fn a_multiple_of_one_is_an_integer() {
    let integer = json!({"title": "Step", "type": "integer"});
    let multiple = json!({"title": "Step", "type": "number", "multipleOf": 1});
    let comparison = compared(&integer, &multiple);
    assert!(comparison.changes.is_empty() && comparison.undecided.is_empty(), "{comparison:?}");
    let tens = json!({"title": "Step", "type": "number", "multipleOf": 0.5});
    assert_eq!(proofs(&integer, &tens).len(), 1);
}

#[test]
fn texts_beside_the_change_are_as_short_as_their_pattern_allows() {
    let order = |most: u64| {
        let id = json!({"type": "string", "pattern": "^[a-z][a-z0-9_-]{4,64}$", "examples": ["e_inference_0001"]});
        json!({"title": "Order", "type": "object", "properties": {"id": id, "size": {"type": "integer", "maximum": most}},
            "required": ["id", "size"]})
    };
    let proofs = proofs(&order(9), &order(8));
    assert_eq!(proofs.len(), 1);
    assert_eq!(proofs[0]["id"].as_str().map(str::len), Some(5));
}
