//! Variants that their members tell apart: what is read is what a validator accepts, and nothing is tried in vain.

#![cfg(test)]

mod agreement;
#[path = "golden/signs/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod signs;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use serde_json::{Value, json};
use signs::{Account, Address, Contact, Drawing, Message};
use support::Contract;

#[test]
fn required_members_tell_variants_apart() {
    assert!(matches!(Contact::from_json(r#"{"phone": "1"}"#), Ok(Contact::Phone(_))));
    agree::<Contact>(
        "Contact",
        &[
            r#"{"email": "a"}"#,
            r#"{"phone": "1", "mail": 2}"#,
            r#"{"email": "a", "phone": "1"}"#,
            r#"{"email": 1, "phone": "1"}"#,
            r#"{"email": 1}"#,
            "{}",
            r#""a""#,
            "1",
            "[]",
            "null",
        ],
    );
}

#[test]
fn values_of_any_type_tell_variants_apart() {
    assert!(matches!(Message::from_json(r#"{"text": "a", "version": 1.0}"#), Ok(Message::Version1(_))));
    agree::<Message>(
        "Message",
        &[
            r#"{"version": 1, "text": "a"}"#,
            r#"{"version": 1, "text": null}"#,
            r#"{"text": null, "version": 2}"#,
            r#"{"version": 3e0, "text": "a"}"#,
            r#"{"version": 4, "text": "a"}"#,
            r#"{"version": "1", "text": "a"}"#,
            r#"{"text": "a"}"#,
        ],
    );
    agree::<Account>(
        "Account",
        &[
            r#"{"is_active": true}"#,
            r#"{"is_active": false, "until": "a"}"#,
            r#"{"is_active": false, "since": 1}"#,
            r#"{"is_active": null}"#,
            "{}",
        ],
    );
    agree::<Drawing>(
        "Drawing",
        &[
            r#"{"radius": 1.5, "shape": "disc"}"#,
            r#"{"shape": "square", "side": 2}"#,
            r#"{"shape": "square", "radius": 2}"#,
            r#"{"shape": "cube", "radius": 2, "side": 3}"#,
            r#"{"shape": {"circle": 1}, "radius": 2}"#,
        ],
    );
}

#[test]
fn alternatives_within_alternatives_are_told_apart() {
    agree::<Address>(
        "Address",
        &[
            r#""a""#,
            r#"{"email": "a"}"#,
            r#"{"email": "a", "phone": "b", "contact": {"email": "c"}}"#,
            r#"{"contact": {"phone": "a"}, "next": {"contact": "b", "next": {"email": "c"}}}"#,
            r#"{"contact": {"phone": "a"}, "next": {"contact": 1, "next": {"email": "c"}}}"#,
            r#"{"contact": {"phone": "a", "email": "b"}}"#,
            r#"{"next": "a"}"#,
        ],
    );
}

/// Compares the type with a validator of its definition.
fn agree<T: Contract>(name: &str, texts: &[&str]) {
    let document: Value = serde_json::from_str(include_str!("golden/signs/schema.json")).unwrap();
    let definitions = document["$defs"].clone();
    let schema = json!({ "$schema": document["$schema"], "$ref": format!("#/$defs/{name}"), "$defs": definitions });
    agreement::compare::<T>(&jsonschema::validator_for(&schema).unwrap(), texts);
}
