//! What typed reading asks of readers by name: tags first, alternatives, likely names; and that others ignore it.

use std::borrow::Cow;
use std::{fmt, mem};

use codegen::support::Json;
use codegen::support::read::{self, ATTEMPTS_TOKEN, TAG_TOKEN};
use codegen::support::typed::key::{KeySeed, OTHER};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Any value; an object's names in the order in which they are visited.
#[derive(Debug, PartialEq)]
enum Seen {
    Names(Vec<String>),
    Other(Json),
}

/// Reads `Seen` with the tag `type`.
#[derive(Debug, PartialEq)]
struct Tagged(Seen);

struct TaggedVisitor;

impl<'de> Visitor<'de> for TaggedVisitor {
    type Value = Tagged;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tagged, A::Error> {
        let mut names = Vec::new();
        while let Some((name, value)) = access.next_entry::<String, Json>()? {
            names.push(format!("{name}={value}"));
        }
        Ok(Tagged(Seen::Names(names)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tagged, E> {
        Ok(Tagged(Seen::Other(value.into())))
    }
}

impl<'de> Deserialize<'de> for Tagged {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(TAG_TOKEN, &["type"], TaggedVisitor)
    }
}

fn names(text: &str) -> Option<Vec<String>> {
    match read::from_str::<Tagged>(text) {
        Ok(Tagged(Seen::Names(names))) => Some(names),
        _ => None,
    }
}

#[test]
fn the_tag_comes_first_wherever_it_stands() {
    let expected = Some(["type=1", "a=[{\"type\":0}]", "b=2"].map(str::to_owned).to_vec());
    for text in [
        r#"{"type":1,"a":[{"type":0}],"b":2}"#,
        r#"{"a":[{"type":0}],"type":1,"b":2}"#,
        r#"{"a":[{"type":0}],"b":2,"type":1}"#,
        r#" { "a" : [ { "type" : 0 } ] , "type" : 1 , "b" : 2 } "#,
        r#"{"a":[{"type":0}],"b":2,"\u0074ype":1}"#,
    ] {
        assert_eq!(names(text), expected, "{text}");
        assert_eq!(
            text.parse::<Json>().unwrap().typed::<Tagged>().ok(),
            expected.clone().map(|names| Tagged(Seen::Names(names)))
        );
        assert!(serde_json::from_str::<Tagged>(text).is_ok());
    }
}

#[test]
fn without_a_tag_nothing_changes() {
    assert_eq!(names(r#"{"b":"type","a":{"type":1}}"#).unwrap(), ["b=\"type\"", "a={\"type\":1}"]);
    assert_eq!(names("{}").unwrap(), [""; 0]);
    assert_eq!(names(r#"{"a":"}","typ\"e":2}"#).unwrap(), ["a=\"}\"", "typ\"e=2"]);
    assert_eq!(read::from_str::<Tagged>("7").unwrap(), Tagged(Seen::Other(7_u8.into())));
    assert_eq!(names(r#"{"a":0,"type":1,"type":2}"#).unwrap(), ["type=1", "a=0", "type=2"]);
}

#[test]
fn what_stands_before_the_tag_is_checked_all_the_same() {
    for text in [
        r#"{"a":[}],"type":1}"#,
        r#"{"a":01,"type":1}"#,
        r#"{"a":1 "type":1}"#,
        r#"{"a":1,"type":1"#,
        r#"{"a":1,"type"}"#,
        r#"{"a":1,"type":}"#,
        r#"{"a" 1,"type":1}"#,
        r#"{"a":1,,"type":1}"#,
        r#"{,"type":1}"#,
        r#"{"a":1,"type":1,}"#,
        r#"{"a":"\x","type":1}"#,
        r#"{"a":x,"type":1}"#,
        r#"{"a":1,"type":1]"#,
        r#"{"a":1,type":1}"#,
        r#"{"a":1,"type":1}}"#,
        r#"{"a":]"type":1}"#,
        r#"{"a":[,"type":1}"#,
        r#"{"a":{,"type":1},"type":1}"#,
        r#"["a","type"]"#,
        "{\"a\":\"",
        "{\"a\\",
    ] {
        assert!(read::from_str::<Tagged>(text).is_err(), "{text}");
        assert!(serde_json::from_str::<Json>(text).is_err() || text.starts_with('['), "{text}");
    }
}

/// The first of a number below ten, a list of such, and anything; and how many alternatives were tried.
#[derive(Debug, PartialEq)]
struct Alternatives(usize, Option<Json>);

struct AlternativesVisitor;

impl<'de> Visitor<'de> for AlternativesVisitor {
    type Value = Alternatives;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("alternatives")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Alternatives, A::Error> {
        assert_eq!(access.size_hint(), Some(usize::MAX));
        if let Ok(Some(small)) = access.next_element::<bool>() {
            return Ok(Alternatives(1, Some(small.into())));
        }
        if let Ok(Some(list)) = access.next_element::<Vec<Alternatives>>() {
            let deepest = list.iter().map(|inner| inner.0).max().unwrap_or(0);
            return Ok(Alternatives(deepest + 2, None));
        }
        match access.next_element::<Json>() {
            Ok(Some(Json::String(_))) => Err(A::Error::custom("no strings")),
            Ok(json) => Ok(Alternatives(3, json)),
            Err(_) => Ok(Alternatives(4, None)),
        }
    }
}

impl<'de> Deserialize<'de> for Alternatives {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ATTEMPTS_TOKEN, AlternativesVisitor)
    }
}

#[test]
fn each_attempt_reads_the_same_value() {
    let read = |text| read::from_str::<Alternatives>(text).ok();
    assert_eq!(read(" true "), Some(Alternatives(1, Some(true.into()))));
    assert_eq!(read("[true, [true,true], []]"), Some(Alternatives(5, None)));
    assert_eq!(read("{\"a\": [1]}"), Some(Alternatives(3, "{\"a\": [1]}".parse().ok())));
    assert_eq!(read("[1, \"x\"]"), Some(Alternatives(3, "[1,\"x\"]".parse().ok())));
    assert_eq!(read("\"x\""), None);
    assert_eq!(read("{\"a\":1,\"a\":2}"), Some(Alternatives(4, None)), "no attempt has read it: it is passed over");
    for broken in ["[1, ", "[01]", "{\"a\":1,\"a\":2", "tru", "true false"] {
        assert_eq!(read(broken), None, "{broken}");
    }
    let json: Json = "[true, [true,true], []]".parse().unwrap();
    assert_eq!(json.typed::<Alternatives>().unwrap(), Alternatives(5, None));
}

#[test]
fn a_failed_attempt_leaves_the_depth_as_it_was() {
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let attempts: Vec<Alternatives> = read::from_str(&format!("[{}]", [deep.as_str(); 5].join(","))).unwrap();
    assert_eq!(attempts.len(), 5);
}

const NAMES: &[&str] = &["", "a", "bcd", "efgh", "ijklmno", "pqrstuvw", "schema_version_1", "a_name_of_twenty_four_ch"];

/// Names as keys, each found with the expectation that the one after the last comes next.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeysVisitor;

        impl<'de> Visitor<'de> for KeysVisitor {
            type Value = Keys;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Keys, A::Error> {
                let (mut keys, mut expected, mut other) = (Vec::new(), 0, Cow::Borrowed(""));
                while let Some(place) = access.next_key_seed(KeySeed::<Keys>::new(NAMES, expected, &mut other))? {
                    access.next_value::<IgnoredAny>()?;
                    keys.push(match place {
                        OTHER => mem::take(&mut other).into_owned(),
                        place => {
                            expected = place + 1;
                            place.to_string()
                        }
                    });
                }
                Ok(Keys(keys))
            }
        }

        deserializer.deserialize_map(KeysVisitor)
    }
}

#[test]
fn names_are_recognised_in_any_order() {
    let ordered: Vec<String> = NAMES.iter().map(|name| format!("\"{name}\":0")).collect();
    let reversed: Vec<String> = NAMES.iter().rev().map(|name| format!("\"{name}\" : 0 ")).collect();
    let escaped: Vec<String> = NAMES.iter().map(|name| format!("\"{}\":0", name.replace('a', "\\u0061"))).collect();
    let others = [
        "b",
        "bcx",
        "bcde",
        "efgx",
        "ijklmnx",
        "xpqrstuv",
        "pqrstuvx",
        "pqrstuvwx",
        "schema_version_2",
        "a_name_of_twenty_four_cx",
    ];
    let other: Vec<String> = others.iter().map(|name| format!("\"{name}\":0")).collect();
    let places: Vec<String> = (0..NAMES.len()).map(|place| place.to_string()).collect();
    let backwards: Vec<String> = places.iter().rev().cloned().collect();
    for (members, expected) in [(&ordered, &places), (&reversed, &backwards), (&escaped, &places)] {
        let text = format!("{{{}}}", members.join(","));
        assert_eq!(&read::from_str::<Keys>(&text).unwrap().0, expected);
        assert_eq!(&serde_json::from_str::<Keys>(&text).unwrap().0, expected);
        assert_eq!(text.parse::<Json>().unwrap().typed::<Keys>().unwrap().0.len(), NAMES.len());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_value::<Keys>(value).unwrap().0.len(), NAMES.len());
    }
    let text = format!("{{{}}}", other.join(","));
    assert_eq!(read::from_str::<Keys>(&text).unwrap().0, others);
    for broken in ["{\"a\"0}", "{\"a\":0,\"bcd\"}", "{\"a", "{\"a\"", "{\"a\":", "{\"bcd:0}"] {
        assert!(read::from_str::<Keys>(broken).is_err(), "{broken}");
    }
}

#[test]
fn an_integer_is_no_name() {
    use serde::de::DeserializeSeed;
    use serde::de::value::{Error, U64Deserializer};

    let mut other = Cow::Borrowed("");
    let seed = KeySeed::<Keys>::new(NAMES, 0, &mut other);
    assert!(seed.deserialize(U64Deserializer::<Error>::new(0)).is_err());
}
