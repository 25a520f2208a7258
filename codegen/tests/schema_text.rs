//! The text of a type's schema accepts what the type accepts, whichever draft it is of.

#![cfg(test)]

mod agreement;
#[path = "golden/plain_integers/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod plain_integers;
#[path = "golden/root_reference/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod root_reference;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use jsonschema::Validator;
use plain_integers::{Count, Socket};
use root_reference::Entry;
use support::Contract;

#[test]
fn a_text_of_draft_4_is_found_by_its_id() {
    assert_eq!(agreement::compare::<Count>(&validator::<Count>(), &["7", "7.0", "-1", "true"]), [3, 1]);
    let sockets = [r#"{"count": 7}"#, r#"{"count": 7.0}"#, r#"{"port": 65536}"#, "{}", "[]"];
    assert_eq!(agreement::compare::<Socket>(&validator::<Socket>(), &sockets), [3, 2]);
}

/// In draft 7 nothing beside `$ref` counts, neither `minLength` nor what identifies the document (Core §8.3).
#[test]
fn a_text_that_is_a_reference_is_found_by_its_id() {
    let documents = [r#""ab""#, r#"["ab", ["abcd"], []]"#, r#""abcde""#, r#"[["abcde"]]"#, "7"];
    assert_eq!(agreement::compare::<Entry>(&validator::<Entry>(), &documents), [3, 2]);
}

fn validator<T: Contract>() -> Validator {
    jsonschema::validator_for(&serde_json::from_str(&T::schema_text()).unwrap()).unwrap()
}
