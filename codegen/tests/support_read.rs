//! The reader against `serde_json`: the same texts, the same values, the same Rust types.

#![expect(clippy::float_cmp, clippy::unwrap_used, reason = "an oracle may be blunt: what it gets wrong fails the test")]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::ops::{Bound, Range};
use std::time::Duration;

use codegen::support::number::NumberView;
use codegen::support::read::{self, Reason};
use codegen::support::{Integer, Json, Map, Number};
use proptest::prelude::*;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// JSON text with white space and escapes in odd places.
fn text() -> impl Strategy<Value = String> {
    let space = || "[ \n\r\t]{0,2}";
    let string = || {
        let part = prop_oneof![
            "[a-z]{0,12}",
            "[ -~é€😀]{0,9}".prop_map(|text| text.replace(['"', '\\'], "")),
            Just("\\n".to_owned()),
            Just("\\\"\\\\\\/".to_owned()),
            Just("\\u00e9".to_owned()),
            Just("\\uD83d\\ude00".to_owned()),
        ];
        prop::collection::vec(part, 0..4).prop_map(|parts| format!("\"{}\"", parts.concat()))
    };
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?";
    let word = prop_oneof![Just("null"), Just("true"), Just("false")].prop_map(str::to_owned);
    let scalar = prop_oneof![string(), number, word];
    scalar.prop_recursive(4, 40, 5, move |inner| {
        let array = prop::collection::vec((space(), inner.clone(), space()), 0..5)
            .prop_map(|items| items.into_iter().map(|(a, b, c)| a + &b + &c).collect::<Vec<_>>().join(","));
        let object = prop::collection::vec((space(), string(), space(), inner, space()), 0..5).prop_map(|members| {
            members.into_iter().map(|(a, b, c, d, e)| format!("{a}{b}{c}:{e}{d}{c}")).collect::<Vec<_>>().join(",")
        });
        prop_oneof![
            (space(), array).prop_map(|(space, items)| format!("[{items}{space}]").replace("[ ]", "[]")),
            (object, space()).prop_map(|(members, space)| format!("{{{members}{space}}}")),
        ]
    })
}

/// The same with one place replaced by what may break it.
fn broken_text() -> impl Strategy<Value = String> {
    let patch = prop::sample::select(vec![
        "", ",", ":", "\"", "[", "]", "{", "}", "\\", "\\u", "\\ud800", "\\u12", "0", "01", "-", ".", "e", "1e400",
        "\u{1}", "\u{7f}", "tru", "nul", "NaN", " ", "\u{a0}", "/", "é", "\0", "\\x", "1.", "+1",
    ]);
    (text(), any::<prop::sample::Index>(), patch, 0_usize..3).prop_map(|(text, index, patch, n_dropped)| {
        let mut characters: Vec<char> = text.chars().collect();
        let start = index.index(characters.len() + 1);
        let end = (start + n_dropped).min(characters.len());
        characters.splice(start..end, patch.chars());
        characters.into_iter().collect()
    })
}

fn is_close(json: &Json, value: &Value) -> bool {
    match (json, value) {
        (Json::Number(number), Value::Number(other)) => {
            // Without `float_roundtrip`, `serde_json` may be off in the last place.
            let (number, other) = (number.as_f64(), other.as_f64().unwrap());
            number == other || ((number - other) / other).abs() < 1e-15
        }
        (Json::Array(items), Value::Array(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_close(item, other))
        }
        (Json::Object(members), Value::Object(others)) => {
            members.len() == others.len()
                && members.iter().all(|(name, value)| others.get(name).is_some_and(|other| is_close(value, other)))
        }
        (json, value) => Value::from(json.clone()) == *value,
    }
}

/// Both readers accept the text, with the same value, or neither does.
fn agree(text: &str) {
    let json: Result<Json, _> = read::from_str(text);
    let value: Result<Value, _> = serde_json::from_str(text);
    let skipped = read::from_str::<IgnoredAny>(text).is_ok();
    match (json, value) {
        (Ok(json), Ok(value)) => assert!(skipped && is_close(&json, &value), "{text}"),
        (Err(error), Ok(_)) => {
            assert_eq!(error.reason(), Reason::Repeated, "{text}: {error}");
            assert!(skipped && read::repeated_member(text).is_some(), "{text}");
        }
        (Ok(_), Err(error)) => assert!(skipped && error.to_string().contains("out of range"), "{text}: {error}"),
        (Err(error), Err(_)) => {
            assert!(!skipped || error.reason() == Reason::Repeated, "{text}: {error}");
            assert!(error.offset() <= text.len(), "{text}: {error}");
            let _ = read::pointer_at(text, error.offset());
            let _ = read::repeated_member(text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_are_read_as_serde_json_reads_them(text in text()) {
        agree(&text);
    }

    #[test]
    fn broken_texts_are_refused_as_serde_json_refuses_them(text in broken_text()) {
        agree(&text);
    }

    #[test]
    fn arbitrary_characters_never_panic(text in "[\\[\\]{}:,\"\\\\ue0-9.\\-a-f \n]{0,24}") {
        agree(&text);
        let _ = read::locate(&text, "/0/a");
    }

    #[test]
    fn numbers_are_read_as_they_are_parsed(text in "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,24})?([eE][+-]?[0-9]{1,3})?") {
        let read: Number = read::from_str(&text).unwrap();
        let parsed = NumberView::parse(&text).unwrap();
        prop_assert_eq!(format!("{:?}", read.view()), format!("{parsed:?}"));
        let read: Vec<Number> = read::from_str(&format!("[{text},{text} ,\n{text}]")).unwrap();
        prop_assert_eq!(read, vec![Number::from(parsed); 3]);
        let nearest = text.parse::<f64>().unwrap();
        prop_assert_eq!(read::from_str::<f64>(&text).ok(), Some(nearest).filter(|value| value.is_finite()));
    }

    #[test]
    fn strings_end_where_they_end(before in "[a-zé€😀]{0,20}", special in "[\"\\\\\u{0}-\u{1f}]", after in "[a-z]{0,20}") {
        let name = format!("{before}{special}{after}");
        let text = serde_json::to_string(&name).unwrap();
        prop_assert_eq!(&read::from_str::<String>(&text).unwrap(), &name);
        agree(&format!("\"{name}\""));
        agree(&format!("[\"{before}\\u{after}\"]"));
    }

    #[test]
    fn every_value_is_found_again(text in text()) {
        if let Ok(json) = read::from_str::<Json>(&text) {
            let mut pointers = Vec::new();
            collect(&json, String::new(), &mut pointers);
            for pointer in pointers {
                let offset = read::locate(&text, &pointer).unwrap();
                prop_assert_eq!(read::pointer_at(&text, offset), pointer.clone());
                let mut values = serde_json::Deserializer::from_str(&text[offset..]).into_iter::<Value>();
                prop_assert!(is_close(json.pointer(&pointer).unwrap(), &values.next().unwrap().unwrap()));
                if let Some(name) = read::locate_member(&text, &pointer) {
                    prop_assert_eq!(&text[name..=name], "\"");
                    prop_assert_eq!(read::pointer_at(&text, name + 1), pointer);
                }
            }
        }
    }
}

fn collect(json: &Json, pointer: String, pointers: &mut Vec<String>) {
    match json {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{index}"), pointers);
            }
        }
        Json::Object(members) => {
            for (name, value) in members {
                let token = name.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{pointer}/{token}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

/// The type reads from the text as it does with `serde_json`, also from a value in memory and from a name's value.
fn reads_alike<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    let expected = serde_json::from_str::<T>(text).ok();
    assert_eq!(read::from_str::<T>(text).ok(), expected, "{text}");
    let json: Json = read::from_str(text).unwrap();
    assert_eq!(json.typed::<T>().ok(), expected, "{text} in memory");
    let spaced = format!(" {{ \"a\" : {text} , \"b\\u0062\":\n{text} }} ");
    let members = expected.map(|value| (vec!["a".to_owned(), "bb".to_owned()], value));
    let read = read::from_str::<BTreeMap<String, T>>(&spaced).ok();
    assert_eq!(read.map(|mut map| (map.keys().cloned().collect(), map.remove("bb").unwrap())), members, "{spaced}");
}

#[test]
fn rust_types_are_read_as_serde_json_reads_them() {
    let texts = [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e2",
        "300",
        "18446744073709551615",
        "1e400",
        "\"a\"",
        "\"\\n\"",
        "[]",
        "[1,2]",
        "[\"a\",1]",
        "{}",
        "{\"1\":2}",
        "{\"true\":2}",
        "{\"a\":2}",
        "{\"Ok\":1}",
        "{\"Err\":\"e\"}",
        "\"Unbounded\"",
        "{\"Included\":1}",
        "{\"Unbounded\":null}",
        "{\"start\":1,\"end\":2}",
        "{\"end\":2,\"start\":1}",
        "{\"secs\":1,\"nanos\":2}",
        "[1,2,3]",
        "340282366920938463463374607431768211455",
        "-170141183460469231731687303715884105728",
        "{\"Ok\":1,\"Err\":2}",
    ];
    for text in texts.iter().filter(|text| !text.contains("1e400")) {
        reads_alike::<()>(text);
        reads_alike::<bool>(text);
        reads_alike::<u8>(text);
        reads_alike::<i64>(text);
        reads_alike::<Option<u64>>(text);
        reads_alike::<char>(text);
        reads_alike::<String>(text);
        reads_alike::<Vec<u8>>(text);
        reads_alike::<(u8, u8)>(text);
        reads_alike::<(String, i8)>(text);
        reads_alike::<HashMap<u64, u8>>(text);
        reads_alike::<BTreeMap<bool, u8>>(text);
        reads_alike::<BTreeMap<Option<char>, u8>>(text);
        reads_alike::<Result<u8, String>>(text);
        reads_alike::<Bound<u8>>(text);
        reads_alike::<Range<u8>>(text);
        reads_alike::<Duration>(text);
        reads_alike::<Box<[Option<Vec<u8>>]>>(text);
    }
    for text in ["340282366920938463463374607431768211455", "-1", "0", "18446744073709551616", "1.5"] {
        assert_eq!(read::from_str::<u128>(text).ok(), text.parse().ok());
        assert_eq!(read::from_str::<i128>(text).ok(), text.parse().ok());
        assert_eq!(text.parse::<Json>().unwrap().typed::<i128>().ok(), text.parse().ok());
    }
    assert_eq!(read::from_str::<f32>("0.1").unwrap(), 0.1_f32);
    assert!(read::from_str::<f64>("1e400").is_err());
}

#[test]
fn strings_without_escapes_are_slices_of_the_text() {
    let text = String::from(r#"{"name": "value é"}"#);
    let map: BTreeMap<&str, &str> = read::from_str(&text).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [("name", "value é")]);
    let copies: Vec<Cow<'_, str>> = read::from_str(r#"["\u0041"]"#).unwrap();
    assert_eq!(copies, ["A"]);
    assert!(read::from_str::<&str>(r#""\u0041""#).is_err());
}

#[test]
fn nesting_is_limited_as_in_serde_json() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [1, 126, 127, 128, 129, 100_000] {
            let inner = if open == "[" { "" } else { "1" };
            let text = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
            let is_accepted = depth < 128;
            assert_eq!(serde_json::from_str::<Value>(&text).is_ok(), is_accepted);
            let json = read::from_str::<Json>(&text);
            assert_eq!(json.as_ref().err().map(read::ReadError::reason), (!is_accepted).then_some(Reason::Depth));
            assert_eq!(read::from_str::<IgnoredAny>(&text).is_ok(), is_accepted);
            assert_eq!(read::from_str_with_depth::<Json>(&text, 200).is_ok(), depth < 200);
        }
    }
    assert!(read::from_str::<Json>(&format!("[{}]", ["[1]"; 500].join(","))).is_ok());
}

#[test]
fn errors_say_what_was_expected_and_where() {
    let cases = [
        ("", "expected a value at offset 0"),
        ("  ", "expected a value at offset 2"),
        ("[1 2]", "expected `,` or `]` at offset 3"),
        ("[1,]", "expected a value at offset 3"),
        ("[1", "expected `,` or `]` at offset 2"),
        ("{\"a\":1", "expected `,` or `}` at offset 6"),
        ("{\"a\" 1}", "expected `:` at offset 5"),
        ("{\"a\":1,}", "expected a member's name in quotes at offset 7"),
        ("{a:1}", "expected a member's name in quotes at offset 1"),
        ("{\"a\":}", "expected a value at offset 5"),
        ("nul", "expected a value at offset 0"),
        ("01", "expected a number without leading zeros at offset 0"),
        ("-", "expected a digit at offset 1"),
        ("[1.]", "expected a digit at offset 3"),
        ("1e+", "expected a digit at offset 3"),
        ("\"a", "expected the string's closing `\"` at offset 2"),
        ("\"\\x\"", "expected a valid escape at offset 1"),
        ("\"\\u12g4\"", "expected four hexadecimal digits at offset 1"),
        ("\"\\ud800\"", "expected a pair of surrogates at offset 1"),
        ("\"\\udc00\"", "expected a pair of surrogates at offset 1"),
        ("\"a\nb\"", "expected an escaped control character at offset 2"),
        ("1 2", "expected the end of the text at offset 2"),
        ("[\"a\", {\"b\":1, \"b\":2}]", "repeated member at offset 19"),
    ];
    for (text, expected) in cases {
        assert_eq!(read::from_str::<Json>(text).unwrap_err().to_string(), expected, "{text}");
    }
    let refused = read::from_str::<Vec<u8>>("[1, 256]").unwrap_err();
    assert_eq!((refused.reason(), refused.offset()), (Reason::Refused, 7));
    assert_eq!(refused.to_string(), "a value that the type does not accept at offset 7");
    let refused = read::from_str::<(u8, u8)>("[1, 2, 3]").unwrap_err();
    assert_eq!((refused.reason(), refused.offset()), (Reason::Refused, 5));
}

#[test]
fn numbers_beyond_machine_numbers_are_exact() {
    let text = "[123456789012345678901234567890,-0.1234567890123456789,1E-400,1e+400]";
    let json: Json = read::from_str(text).unwrap();
    assert_eq!(json.to_string(), text);
    assert_eq!(json.typed::<Json>().unwrap(), json);
    assert_eq!(read::from_str::<Vec<Number>>(text).unwrap().len(), 4);
    assert!(read::from_str::<Vec<Integer>>(text).is_err());
    assert_eq!(read::from_str::<Map<Integer>>(r#"{"a": 1e400}"#).unwrap().get("a").unwrap().to_string(), "1e400");
}

#[test]
fn places_are_found_in_both_directions() {
    let text = "{\n  \"a/b\": [1, {\"~\": \"x\\\"]\"}],\n  \"\\u0063\": null\n}";
    let at = |pointer| read::locate(text, pointer).map(|offset| &text[offset..=offset]);
    assert_eq!([at(""), at("/a~1b"), at("/a~1b/1/~0"), at("/c")], [Some("{"), Some("["), Some("\""), Some("n")]);
    for missing in ["a", "/", "/a", "/a~1b/2", "/a~1b/01", "/a~1b/-", "/a~1b/0/0", "/c/0", "/a~2b"] {
        assert_eq!((read::locate(text, missing), read::locate_member(text, missing)), (None, None), "{missing}");
    }
    assert_eq!(read::locate_member(text, "/c"), text.find("\"\\u0063"));
    assert_eq!(read::locate_member(text, "/a~1b/0"), None);
    assert_eq!(read::line_column(text, read::locate(text, "/c").unwrap()), (3, 13));
    assert_eq!(read::line_column("é\n€x", 7), (2, 3));
    assert_eq!(read::line_column("é", 1), (1, 1));
    assert_eq!(read::line_column("ab", 99), (1, 3));
}

#[test]
fn a_broken_place_has_a_pointer() {
    let cases = [
        ("", 0, ""),
        ("[", 1, "/0"),
        ("[1,", 3, "/1"),
        ("[1 2]", 3, ""),
        ("[1,]", 3, ""),
        ("{\"a\":}", 5, "/a"),
        ("{\"a\" 1}", 5, "/a"),
        ("{\"a\":1,}", 7, ""),
        ("{\"a\":{\"b\":[0,nul", 13, "/a/b/1"),
        ("[{}, {\"x~/\": tru", 13, "/1/x~0~1"),
        ("{\"a\":\"bc", 7, "/a"),
        ("[[1],", 5, "/1"),
        ("[[1] x", 5, ""),
        ("1 2", 2, ""),
        ("]]", 1, ""),
        ("\"a\":", 3, ""),
    ];
    for (text, offset, pointer) in cases {
        assert_eq!(read::pointer_at(text, offset), pointer, "{text} at {offset}");
    }
}

#[test]
fn the_first_repeated_member_is_found() {
    let cases = [
        ("{\"a\":1,\"a\":2}", Some(("/a", 7))),
        ("[{\"a\":1},{\"a\":1}]", None),
        ("{\"a\":{\"a\":1}}", None),
        ("{\"x\":[0,{\"\":1,\"b\":\"b\",\"\":2}]}", Some(("/x/1/", 22))),
        ("{\"a\":1,\"\\u0061\":2}", Some(("/a", 7))),
        ("{\"a\":\"a\",\"b\":[\"a\",\"a\"]}", None),
    ];
    for (text, expected) in cases {
        let expected = expected.map(|(pointer, offset)| (pointer.to_owned(), offset));
        assert_eq!(read::repeated_member(text), expected, "{text}");
        let is_repeated = read::from_str::<Json>(text).is_err_and(|error| error.reason() == Reason::Repeated);
        assert_eq!(is_repeated, expected.is_some());
    }
}
