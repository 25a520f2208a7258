//! Draft 4 says of an integer how it is written (Core §3.5): a type that keeps its value alone would accept too much.

#![cfg(test)]

#[path = "golden/plain_integers/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod plain_integers;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use plain_integers::{Count, Level, Modern, Scale, Socket, Weight};
use support::PlainInteger;

#[test]
fn integers_of_draft_4_have_neither_fraction_nor_exponent() {
    for member in ["number", "port", "count", "parent", "name"] {
        for number in ["7", "0", "-0", "65535"] {
            assert_kept(&format!(r#"{{"{member}":{number}}}"#));
        }
        for number in ["7.0", "7e0", "0.0", "1E2", "70.0e-1", "1e400", "true"] {
            assert_refused(&format!(r#"{{"{member}": {number}}}"#));
        }
    }
    assert_kept(r#"{"offsets":[1,-2,340282366920938463463374607431768211456]}"#);
    assert_refused(r#"{"offsets": [1, 2.0]}"#);
}

#[test]
fn the_set_of_an_integers_values_does_not_lift_its_spelling() {
    assert!(Level::from_json("2").is_ok() && Level::from_json("2.0").is_err());
    assert!(Weight::from_json("2").is_err() && Weight::from_json("2.0").is_ok());
    for number in ["3", "5", "10", "{}"] {
        assert!(Scale::from_json(number).is_ok(), "{number} is refused");
    }
    for number in ["3.0", "5.0", "5e0", "10.0", "7"] {
        assert!(Scale::from_json(number).is_err(), "{number} is accepted");
    }
    assert_kept(r#"{"version":4}"#);
    assert_refused(r#"{"version": 4.0}"#);
}

#[test]
fn an_integer_of_another_draft_keeps_a_spelling_that_draft_4_asks_for() {
    assert!(Modern::from_json("7").is_err() && Modern::from_json("7.5").is_err());
    assert_eq!(Modern::from_json("7.0").unwrap().to_json(), "7.0");
}

#[test]
fn the_bounds_of_draft_4_integers_are_kept() {
    for text in [r#"{"port": 65536}"#, r#"{"port": -1}"#, r#"{"count": -1}"#] {
        assert_refused(text);
    }
    assert_kept(r#"{"count":18446744073709551617}"#);
}

#[test]
fn draft_4_integers_are_made_of_rust_integers() {
    let mut socket = Socket::from_json("{}").unwrap();
    assert_eq!(socket.number_or_default().as_u64(), Some(7));
    socket.number = Some(PlainInteger::from(3));
    socket.count = Count::try_from(5_u8).ok();
    assert_eq!(socket.to_json(), r#"{"number":3,"count":5}"#);
}

fn assert_kept(text: &str) {
    let socket = Socket::from_json(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(socket.to_json(), text.replace(":-0", ":0"));
}

fn assert_refused(text: &str) {
    assert!(Socket::from_json(text).is_err(), "{text} is accepted");
    assert!(serde_json::from_str::<Socket>(text).is_err(), "{text} is accepted through serde_json");
}
