//! Types that are told apart by JSON type, beside a validator.

#![cfg(test)]

mod agreement;
#[path = "golden/kinds/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod kinds;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use jsonschema::Validator;
use kinds::{Choice, Listed, Scalar, Setting, Unset};
use support::{Contract, Null};

const DOCUMENTS: &[&str] = &[
    "null",
    "true",
    "7",
    "7.0",
    "0",
    "7.5",
    r#""""#,
    r#"["a"]"#,
    "[null]",
    "{}",
    r#"{"nothing": null}"#,
    r#"{"nothing": 0}"#,
    r#"{"other": null}"#,
    r#"{"other": 0}"#,
];

#[test]
fn a_type_takes_what_its_schema_takes() {
    compare::<Setting>(5);
    compare::<Scalar>(7);
    compare::<Listed>(4);
    compare::<Unset>(3);
}

/// `null` is both of the alternatives, and so not one.
#[test]
fn a_null_that_two_alternatives_take_is_not_one_of_them() {
    compare::<Choice>(4);
    assert!(Choice::from_json("null").is_err());
}

#[test]
fn a_null_is_the_same_whichever_alternative_it_is_of() {
    assert_eq!(Listed::from_json("null").unwrap(), Listed::Null(Null));
}

fn compare<T: Contract>(n_accepted: usize) {
    let schema = serde_json::from_str(&T::schema_text()).unwrap();
    let validator: Validator = jsonschema::validator_for(&schema).unwrap();
    let [_, accepted] = agreement::compare::<T>(&validator, DOCUMENTS);
    assert_eq!(accepted, n_accepted, "{}", T::SCHEMA_ID);
}
