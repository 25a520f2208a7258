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

use sensitive::{Keys, Login};

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

/// Keys with a secret that fits where it is, and with one that does not.
const KEYS: &[[&str; 2]] = &[
    [r#"{"referred": "7777777"}"#, r#"{"referred": "7777777x"}"#],
    [r#"{"chosen": "7777777"}"#, r#"{"chosen": "7777777x"}"#],
    [r#"{"listed": ["7777777"]}"#, r#"{"listed": ["7777777x"]}"#],
    [r#"{"inline": ["7777777"]}"#, r#"{"inline": ["7777777777777"]}"#],
    [r#"{"mapped": {"a": "7777777"}}"#, r#"{"mapped": {"a": "7777777777777"}}"#],
    [r#"{"paired": ["a", "7777777"]}"#, r#"{"paired": ["a", "7777777777777"]}"#],
    [r#"{"shelf": {"a": "7777777"}}"#, r#"{"shelf": {"a": "7777777x"}}"#],
    [r#"{"vault": ["7777777", 7777777]}"#, r#"{"vault": ["7777777777777"]}"#],
    [r#"{"left": {"other": "7777777"}}"#, r#"{"left": {"other": "7777777777777"}}"#],
    [r#"{"alias": {"name": "7777777"}}"#, r#"{"alias": {"name": "7777777777777"}}"#],
    [r#"{"rule": {"pass": "7777777"}}"#, r#"{"rule": {"pass": "7777777777777"}}"#],
    [r#"{"rule": {"kind": "a", "pin": "777"}}"#, r#"{"rule": {"kind": "a", "pin": 7777777777777}}"#],
    [r#"{"rule": {"kind": "a", "puk": "777"}}"#, r#"{"rule": {"kind": 1, "puk": "777"}}"#],
    [r#"{"rule": {"kind": "a", "part": {"name": "777"}}}"#, r#"{"rule": {"part": {"name": "7777777777777"}}}"#],
    [r#"{"trial": {"a": 1, "pin": "777"}}"#, r#"{"trial": {"pin": "7777777777777"}}"#],
    [r#"{"row": [{}, {"a": "777"}]}"#, r#"{"row": [{"a": "777x"}]}"#],
    [r#"{"other": "7777777"}"#, r#"{"other": "7777777777777"}"#],
    ["{}", r#"{"shelf": {"a": "7777777" "7777777"}}"#],
    ["{}", r#"{"other": "7", "other": "7777777"}"#],
];

#[test]
fn wherever_a_secret_is_it_is_not_shown() {
    for [valid, invalid] in KEYS {
        let shown = format!("{:?}", Keys::from_json(valid).unwrap());
        assert!(!shown.contains("777"), "{shown}");
        let error = Keys::from_json(invalid).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("777"), "{error:?}");
    }
}

#[test]
fn what_is_beside_a_secret_is_shown() {
    let shown = |text| format!("{:?}", Keys::from_json(text).unwrap());
    assert!(shown(r#"{"left": {"kind": "ledger", "other": "7"}}"#).contains("ledger"));
    assert!(shown(r#"{"shelf": {"upper": "7"}}"#).contains(r#""upper": Pin("#));
    assert!(shown(r#"{"rule": {"kind": "ledger"}}"#).contains("ledger"));
}

fn login(card: &str) -> String {
    format!(r#"{{"user": "u", "token": "12345678", "card": {card}}}"#)
}
