//! A type whose schema no document holds, because it is made of several, carries a text that accepts what it accepts.

#![cfg(test)]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

#[allow(unreachable_pub, reason = "generated for every use, of which this test has few")]
mod types {
    include!(concat!(env!("OUT_DIR"), "/derived/mod.rs"));
}

use std::collections::BTreeSet;

use serde_json::Value;
use types::schema::{NotedSize, NotedSizeInteger, NotedSizeString, Order, OrderNote, PaymentCard, PaymentCash};
use types::support::Contract;

/// Documents of which each type accepts some and refuses others, for one part of its schema or another.
const DOCUMENTS: [&str; 16] = [
    r#""a""#,
    r#""abc""#,
    r#""abcdef""#,
    r#""S""#,
    "0",
    "1",
    "true",
    "null",
    "{}",
    r#"{"note": "abc", "size": 3}"#,
    r#"{"note": "abcdef"}"#,
    r#"{"kind": "card", "number": "1", "amount": 1}"#,
    r#"{"kind": "card", "number": "1", "amount": 0}"#,
    r#"{"kind": "card", "number": "1"}"#,
    r#"{"kind": "cash", "amount": 1}"#,
    r#"{"kind": "cash"}"#,
];

#[test]
fn the_text_that_a_type_carries_accepts_what_the_type_accepts() {
    agrees::<Order>();
    agrees::<OrderNote>();
    agrees::<NotedSize>();
    agrees::<NotedSizeInteger>();
    agrees::<NotedSizeString>();
    agrees::<PaymentCard>();
    agrees::<PaymentCash>();
}

#[test]
fn what_is_made_of_several_schemas_is_named_after_all_of_them() {
    let of = "https://example.com/derived?allOf=/$defs/Noted/properties/note&allOf=/$defs/Paid/properties/note";
    assert_eq!(OrderNote::SCHEMA_ID, format!("{of}#"));
    let text: Value = serde_json::from_str(&OrderNote::schema_text()).unwrap();
    assert_eq!(text.get("$id").and_then(Value::as_str), Some(of));
}

fn agrees<T: Contract>() {
    let text: Value = serde_json::from_str(&T::schema_text()).unwrap();
    let validator = jsonschema::validator_for(&text).unwrap();
    let mut verdicts = BTreeSet::new();
    for document in DOCUMENTS {
        let is_valid = validator.is_valid(&serde_json::from_str(document).unwrap());
        assert_eq!(T::from_json(document).is_ok(), is_valid, "{document} for {}", T::SCHEMA_ID);
        verdicts.insert(is_valid);
    }
    assert_eq!(verdicts.len(), 2, "{} is asked nothing", T::SCHEMA_ID);
}
