//! Values that must not be shown are judged as others are, and are not shown.

#![cfg(test)]

mod agreement;
#[path = "golden/sensitive/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod sensitive;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use sensitive::Login;

/// Cards that are all a login's: valid ones, and ones with a member that nothing has evaluated.
const CARDS: &[&str] = &[
    r#"{"number": "1"}"#,
    r#"{"number": "1", "country": "fr"}"#,
    r#"{"number": "1", "country": "fr", "bank": "b"}"#,
    r#"{"number": "1", "country": "fr", "bank": 2}"#,
    r#"{"number": "1", "country": "uk"}"#,
    r#"{"number": "1", "bank": "b"}"#,
    r#"{"number": "1", "owner": "b"}"#,
    "{}",
];

#[test]
fn what_is_evaluated_is_asked_of_sensitive_values_too() {
    let schema = include_str!("golden/sensitive/schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let documents: Vec<String> = CARDS.iter().map(|card| login(card)).collect();
    assert_eq!(agreement::compare::<Login>(&validator, &documents), [5, 3]);
}

#[test]
fn neither_a_value_nor_its_error_shows_them() {
    let shown = format!("{:?}", Login::from_json(&login(CARDS[2])).unwrap());
    assert!(!shown.contains("fr") && !shown.contains("12345678"), "{shown}");
    let error = Login::from_json(&login(CARDS[4])).unwrap_err().to_string();
    assert!(error.contains("/card/country") && !error.contains("uk"), "{error}");
}

fn login(card: &str) -> String {
    format!(r#"{{"user": "u", "token": "12345678", "card": {card}}}"#)
}
