//! Members that a schema does not name are kept as they came, from whatever they are read and whenever they are asked
//! for.

#![cfg(test)]

#[path = "golden/struct_open/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod struct_open;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;
#[path = "golden/tagged_union/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod tagged_union;

use serde::de::IntoDeserializer;
use serde::de::value::{Error, MapDeserializer};
use serde::{Deserialize, Deserializer};
use struct_open::Parcel;
use support::Json;
use tagged_union::Shape;

/// Values of every type, plain and not.
const VALUES: &[&str] = &[
    "null",
    "true",
    "-1.50e2",
    "123456789012345678901234567890",
    "1e400",
    r#""text""#,
    r#""\u00e9\n""#,
    "[]",
    r#"[1, [ "a" ], {}]"#,
    r#"{ "b": {"a": 1.0, "b": []}, "a": null }"#,
    r#"{"\u0062": 1, "a": "\\"}"#,
    r#"{"$serde_json::private::Number": "1"}"#,
];

/// Values that no reader may let pass, although nobody has asked for them.
const BROKEN: &[&str] = &[
    r#"{"a": 1, "b": 2, "a": 3}"#,
    r#"{"a": 1, "\u0061": 2}"#,
    r#"[{"a": {"b": 1, "b": 1}}]"#,
    r#""\ud800""#,
    "\"\u{1}\"",
    "01",
    "1.",
    "[1,]",
    r#"{"a"}"#,
    r#"{"a": 1,}"#,
    "nul",
    "",
];

/// Names, in no order, one of them with an escape.
const NAMES: &[&str] = &["zone", "colour", "\\u0061pple", "", "x-y"];

#[test]
fn members_are_the_same_whatever_they_are_read_from() {
    for (name, value) in NAMES.iter().flat_map(|name| VALUES.iter().map(move |value| (name, value))) {
        let text = format!(r#"{{"{name}": {value}, "weight": 1, "note": [2], "id": "a"}}"#);
        let json: Json = text.parse().unwrap();
        let parcel = Parcel::from_json(&text).unwrap();
        assert_eq!(parcel, json.typed().unwrap(), "{text}");
        let name: String = serde_json::from_str(&format!(r#""{name}""#)).unwrap();
        assert_eq!(parcel.extra.get(&name), json.get(&name), "{text}");
        assert_eq!(parcel.to_json().parse::<Json>().unwrap(), json, "{text}");
    }
}

#[test]
fn members_that_are_not_json_are_refused_before_they_are_asked_for() {
    for value in BROKEN {
        let text = format!(r#"{{"id": "a", "weight": 1, "other": {value}}}"#);
        assert!(Parcel::from_json(&text).is_err(), "{text}");
    }
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let parcel = |value: String| Parcel::from_json(&format!(r#"{{"id": "a", "weight": 1, "other": {value}}}"#));
    assert!(parcel(nested(126)).unwrap().extra.get("other").is_some());
    assert!(parcel(nested(127)).is_err());
}

#[test]
fn repeated_members_are_refused_wherever_they_stand() {
    let others = ["", r#""plain": 1, "#, r#""escaped": "\n", "#, r#""a": 1, "b": 2, "z": 3, "#];
    let values = [("1", "1"), (r#""\n""#, "1"), ("1", r#""\n""#), (r#""\n""#, r#""\n""#)];
    for (other, (one, two)) in others.iter().flat_map(|other| values.map(|values| (other, values))) {
        for repeated in ["colour", "col\\u006fur"] {
            let text = format!(r#"{{"id": "a", "colour": {one}, {other}"weight": 1, "{repeated}": {two}}}"#);
            let error = Parcel::from_json(&text).unwrap_err().to_string();
            assert!(error.contains("repeated"), "{text}: {error}");
        }
    }
}

#[test]
fn members_around_the_tag_of_a_union_are_kept() {
    for text in [
        r#"{"colour": "blue", "kind": "label", "x": [1], "text": "a"}"#,
        r#"{"x": [1], "text": "a", "colour": "blue", "kind": "label"}"#,
        r#"{ "kind" : "label" , "text" : "a" , "colour" : "blue" , "x" : [1] }"#,
    ] {
        let shape = Shape::from_json(text).unwrap();
        assert_eq!(shape.to_json(), r#"{"kind":"label","text":"a","colour":"blue","x":[1]}"#);
        assert_eq!(shape, text.parse::<Json>().unwrap().typed().unwrap());
    }
}

#[test]
fn members_can_be_changed_before_and_after_they_are_read() {
    let parcel = Parcel::from_json(r#"{"id": "a", "weight": 1, "colour": "blue", "size": [1]}"#).unwrap();
    let read = parcel.clone();
    assert_eq!(read.extra.len(), 2);
    for mut parcel in [parcel, read] {
        assert!(!parcel.extra.is_empty());
        assert_eq!(parcel.extra.insert("new", Json::Null).unwrap(), None);
        assert_eq!(parcel.extra.remove("colour"), Some(Json::from("blue")));
        assert!(parcel.extra.insert("weight", Json::Null).is_err());
        *parcel.extra.get_mut("size").unwrap() = Json::from(true);
        assert_eq!(parcel.to_json(), r#"{"id":"a","weight":1,"new":null,"size":true}"#);
        assert_eq!(parcel.extra.into_map().keys().collect::<Vec<_>>(), ["new", "size"]);
    }
}

#[test]
fn members_are_read_from_values_that_are_no_text() {
    let members = [("id", "a"), ("colour", "blue")].map(|(name, value)| (name, Value::Text(value)));
    let members = members.into_iter().chain([("weight", Value::Number(1.5)), ("old", Value::Bool(true))]);
    let parcel = Parcel::deserialize(MapDeserializer::<_, Error>::new(members)).unwrap();
    assert_eq!(parcel.to_json(), r#"{"id":"a","weight":1.5,"colour":"blue","old":true}"#);
}

/// What a format that is not JSON may hold.
enum Value {
    Text(&'static str),
    Number(f64),
    Bool(bool),
}

impl IntoDeserializer<'_> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Number(number) => visitor.visit_f64(number),
            Self::Bool(value) => visitor.visit_bool(value),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
