//! What fuzzing found: each test has the name of what types got wrong, and compares them with a validator there.

#![cfg(test)]

mod agreement;
#[path = "golden/settled/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod settled;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use serde_json::{Value, json};
use settled::{A, Bare, Chosen, Extended, Fixed, Impossible, Labelled, Parts, Row, Slots};
use support::Contract;

#[test]
fn a_member_that_is_only_required_is_unevaluated() {
    agree::<Labelled>(
        "Labelled",
        [
            r#"{"label": 1}"#,
            r#"{"label": "a"}"#,
            r#"{"name": "a", "label": null}"#,
            r#"{"name": "a", "label": 2}"#,
            "{}",
        ],
    );
}

#[test]
fn additional_properties_beside_the_patterns_of_another_schema_are_looked_at() {
    agree::<Extended>(
        "Extended",
        [r#"{"x-a": 1}"#, r#"{"x-a": "a"}"#, r#"{"b": "a"}"#, r#"{"name": "a", "b": null}"#, r#"{"x-a": null}"#],
    );
}

#[test]
fn types_of_further_members_may_be_called_as_what_reads_them() {
    agree::<A>(
        "A",
        [r#"{"n": 1}"#, r#"{"n": "a"}"#, r#"{"b": {}}"#, r#"{"b": {"c": {"n": 1}}}"#, r#"{"b": {"c": 1}}"#],
    );
    agree::<Slots>(
        "Slots",
        ["{}", r#"{"first": {}}"#, r#"{"first": 1}"#, r#"{"b": {"n": 1}}"#, r#"{"b": {"n": null}}"#],
    );
}

#[test]
fn a_choice_beside_a_bound_does_not_lift_the_bound() {
    agree::<Chosen>("Chosen", [r#"{"a": 1}"#, r#"{"ab": 1}"#, r#"{"a": 1, "b": 2}"#, r#"{"a": 1, "ab": 2}"#, "{}"]);
}

#[test]
fn unevaluated_properties_alone_are_looked_at_in_a_member() {
    agree::<Parts>(
        "Parts",
        [
            r#"{"none": {}}"#,
            r#"{"none": {"a": 1}}"#,
            r#"{"texts": {"a": "b"}}"#,
            r#"{"texts": {"a": 1}}"#,
            r#"{"none": [], "texts": {}}"#,
        ],
    );
}

#[test]
fn a_list_that_cannot_be_compiles_whatever_else_is_asked_of_it() {
    for document in ["[]", r#"["a"]"#, r#"["a", "b"]"#] {
        assert!(Impossible::from_json(document).is_err(), "{document}");
    }
}

#[test]
fn an_item_that_is_taken_out_of_a_tuple_takes_none_with_it() {
    let mut row = Row::from_json(r#"["a", 1, "b", 7]"#).unwrap();
    row.third = None;
    assert_eq!((row.validate().is_ok(), row.to_json().as_str()), (true, r#"["a",1,null,7]"#));
    row.second = None;
    assert_eq!((row.validate().is_ok(), row.to_json().as_str()), (false, r#"["a",null,null,7]"#));
    row.rest.clear();
    assert_eq!((row.validate().is_ok(), row.to_json().as_str()), (true, r#"["a"]"#));
}

#[test]
fn a_list_that_may_be_empty_is_not_looked_at() {
    agree::<Bare>("Bare", ["[]", "[1]", r#"{"a": "b"}"#, r#"{"a": 1}"#, "1"]);
}

#[test]
fn listed_values_are_held_to_what_nothing_has_evaluated() {
    agree::<Fixed>("Fixed", [r#"{"a": {}}"#, r#"{"a": {}, "b": false}"#, r#"{"a": false}"#, "{}", "false"]);
}

/// Compares a type with the validator of its definition; there must be documents of both kinds.
fn agree<T: Contract>(name: &str, documents: [&str; 5]) {
    let mut schema: Value = serde_json::from_str(include_str!("golden/settled/schema.json")).unwrap();
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    let judge = jsonschema::validator_for(&schema).unwrap();
    let verdicts = agreement::compare::<T>(&judge, &documents);
    assert!(verdicts.iter().all(|count| *count > 0), "{verdicts:?}");
}
