//! JSON values and their members: against `BTreeMap`, RFC 6901 and `serde_json::Value`.

use std::collections::BTreeMap;

use codegen::support::map::MapBuilder;
use codegen::support::{Integer, Json, Map, Number, read};
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_map_is_a_sorted_map(steps in prop::collection::vec(("[a-e]{0,2}", 0_u8..3, any::<u8>()), 0..60)) {
        let (mut map, mut oracle) = (Map::new(), BTreeMap::new());
        for (name, kind, value) in steps {
            match kind {
                0 => prop_assert_eq!(map.remove(&name), oracle.remove(&name)),
                1 => prop_assert_eq!(map.insert(name.clone(), value), oracle.insert(name.clone(), value)),
                _ => {
                    if let Some(old) = map.get_mut(&name) {
                        *old = value;
                    }
                    oracle.entry(name.clone()).and_modify(|old| *old = value);
                }
            }
            prop_assert_eq!(map.get(&name), oracle.get(&name));
            prop_assert_eq!(map.contains_key(&name), oracle.contains_key(&name));
        }
        prop_assert_eq!(map.len(), oracle.len());
        prop_assert!(map.iter().eq(oracle.iter().map(|(name, value)| (name.as_str(), value))));
        prop_assert!(map.keys().eq(oracle.keys()) && map.values().eq(oracle.values()));
        prop_assert_eq!(format!("{map:?}"), format!("{oracle:?}"));
        prop_assert!(map.into_iter().eq(oracle));
    }

    #[test]
    fn collected_members_are_sorted_and_the_last_of_a_name_is_kept(members in prop::collection::vec(("[a-j]{1,2}", any::<u8>()), 0..60)) {
        let oracle: BTreeMap<String, u8> = members.iter().cloned().collect();
        let map: Map<u8> = members.iter().cloned().collect();
        prop_assert!(map.iter().eq(oracle.iter().map(|(name, value)| (name.as_str(), value))));
        let mut builder = MapBuilder::new();
        for (name, value) in &members {
            builder.push(name.clone(), *value);
        }
        match builder.finish() {
            Ok(built) => prop_assert!(built == map && oracle.len() == members.len()),
            Err(name) => prop_assert!(members.iter().filter(|(other, _)| *other == name).count() > 1),
        }
    }

    #[test]
    fn values_of_serde_json_go_there_and_back(text in "(-?[1-9][0-9]{0,8}(\\.[0-9]{0,4}[1-9])?|null|true|\"[a-z]{0,4}\"|\\[0,[1-9]\\]|\\{\"[a-z]\":0[.]5\\})") {
        let value: Value = serde_json::from_str(&text).unwrap();
        let json = Json::from(value.clone());
        prop_assert_eq!(&json, &text.parse::<Json>().unwrap());
        prop_assert_eq!(&Value::from(json.clone()), &value);
        prop_assert_eq!(&serde_json::from_value::<Json>(value.clone()).unwrap(), &json);
        prop_assert_eq!(&serde_json::to_value(&json).unwrap(), &value);
        prop_assert_eq!(&serde_json::from_str::<Json>(&text).unwrap(), &json);
    }
}

#[test]
fn pointers_follow_rfc_6901() {
    let json: Json = r#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"~1":9}"#.parse().unwrap();
    let at = |pointer| json.pointer(pointer).map(ToString::to_string);
    assert_eq!(at(""), Some(json.to_string()));
    let cases = [
        ("/foo", "[\"bar\",\"baz\"]"),
        ("/foo/0", "\"bar\""),
        ("/", "0"),
        ("/a~1b", "1"),
        ("/c%d", "2"),
        ("/e^f", "3"),
        ("/g|h", "4"),
        ("/i\\j", "5"),
        ("/k\"l", "6"),
        ("/ ", "7"),
        ("/m~0n", "8"),
        ("/~01", "9"),
    ];
    for (pointer, expected) in cases {
        assert_eq!(at(pointer).as_deref(), Some(expected), "{pointer}");
    }
    for missing in [
        "foo", "/foo/2", "/foo/00", "/foo/01", "/foo/+1", "/foo/-", "/foo/", "/foo/0/0", "/m~n", "/m~2n", "/a/b",
        "/foo/0x0",
    ] {
        assert_eq!(at(missing), None, "{missing}");
    }
}

#[test]
fn a_repeated_member_is_refused_by_every_reader() {
    let text = r#"{"b":1,"a":2,"b":3}"#;
    assert!(read::from_str::<Json>(text).is_err() && read::from_str::<Map<u8>>(text).is_err());
    let message = serde_json::from_str::<Map<u8>>(text).unwrap_err().to_string();
    assert!(message.starts_with("invalid value: a repeated member, expected the member `b` once"), "{message}");
    assert!(serde_json::from_str::<Json>(text).is_err());
}

#[test]
fn equal_values_are_equal_whatever_their_spelling() {
    let one: Json = r#"{"a":1.0,"b":[1e2,"é"]}"#.parse().unwrap();
    let two: Json = r#"{"b":[100,"\u00e9"],"a":1}"#.parse().unwrap();
    assert_eq!(one, two);
    assert_eq!(one.to_string(), r#"{"a":1.0,"b":[100.0,"é"]}"#);
    assert!(
        Json::Null < Json::from(false) && Json::from(2_u8) < Json::from(10_u8) && Json::from(9_u8) < Json::from("1")
    );
}

#[test]
fn accessors_see_their_own_kind() {
    let json: Json = r#"{"n":-1,"u":7.0,"s":"x","b":true,"z":null,"a":[]}"#.parse().unwrap();
    let get = |name| json.get(name).unwrap();
    assert_eq!((get("n").as_i64(), get("n").as_u64(), get("u").as_u64()), (Some(-1), None, Some(7)));
    assert_eq!((get("s").as_str(), get("b").as_bool(), get("z").is_null()), (Some("x"), Some(true), true));
    assert_eq!((get("a").as_array().map(<[Json]>::len), get("a").as_object(), json.get("x")), (Some(0), None, None));
    assert_eq!((get("s").as_number(), get("s").get("x"), get("n").as_str()), (None, None, None));
    assert_eq!(get("u").as_number(), Some(&Number::from(7_u8)));
    assert_eq!(get("u").typed::<Integer>().unwrap(), Integer::from(7_u8));
}

#[test]
fn rust_values_become_json() {
    let members = Map::from([("list", Json::from(vec![1_u8, 2])), ("text", Json::from("t".to_owned()))]);
    let json = Json::from(vec![
        Json::from(members),
        Json::from(Integer::from(-3_i8)),
        Json::try_from(0.5).unwrap(),
        Json::Null,
    ]);
    assert_eq!(json.to_string(), r#"[{"list":[1,2],"text":"t"},-3,0.5,null]"#);
    assert!(Json::try_from(f64::NAN).is_err());
    assert_eq!(Json::default(), Json::Null);
    assert_eq!(Value::from(json), json!([{"list": [1, 2], "text": "t"}, -3, 0.5, null]));
}

#[test]
fn numbers_that_serde_json_lacks_become_the_nearest() {
    let nearest = |text: &str| Value::from(text.parse::<Json>().unwrap()).to_string().parse::<f64>().unwrap();
    assert_eq!(nearest("18446744073709551617").to_bits(), 18_446_744_073_709_551_616.0_f64.to_bits());
    assert!(nearest("1e999") >= f64::MAX && nearest("-1e999") <= f64::MIN);
}

#[test]
fn other_formats_may_say_null_and_numbers_in_their_own_ways() {
    use serde::de::value::{Error, F64Deserializer, MapDeserializer, U64Deserializer, UnitDeserializer};
    use serde::de::{Deserialize, IntoDeserializer};

    assert_eq!(Json::deserialize(UnitDeserializer::<Error>::new()).unwrap(), Json::Null);
    assert!(Json::deserialize(F64Deserializer::<Error>::new(f64::INFINITY)).is_err());
    assert!(Number::deserialize(F64Deserializer::<Error>::new(f64::NAN)).is_err());
    let wide: serde::de::value::U128Deserializer<Error> = u128::MAX.into_deserializer();
    assert_eq!(Json::deserialize(wide).unwrap().to_string(), u128::MAX.to_string());
    assert_eq!(Integer::deserialize(U64Deserializer::<Error>::new(5)).unwrap(), Integer::from(5_u8));
    let members = [("$serde_json::private::Number", "1")].into_iter();
    let object = Json::deserialize(MapDeserializer::<_, Error>::new(members)).unwrap();
    assert_eq!(object.to_string(), r#"{"$serde_json::private::Number":"1"}"#, "an object unless the feature is on");
}
