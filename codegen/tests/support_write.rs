//! The writer against `serde_json`'s: the same text for the same value, and numbers that read back exactly.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::ops::{Bound, Range};
use std::time::Duration;

use codegen::support::number::NumberView;
use codegen::support::{Json, Map, Number, read, write};
use proptest::prelude::*;
use serde::ser::{Serialize, SerializeStructVariant, SerializeTupleStruct, SerializeTupleVariant, Serializer};

fn writes_alike<T: Serialize>(value: &T) {
    assert_eq!(write::to_string(value).ok(), serde_json::to_string(value).ok());
    assert_eq!(write::to_string_pretty(value).ok(), serde_json::to_string_pretty(value).ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strings_have_the_escapes_of_serde_json(text in "[\u{0}-\u{ff}€😀\"\\\\]{0,30}", plain in "[ -!#-\\[\\]-~]{0,30}") {
        writes_alike(&text);
        writes_alike(&plain);
        writes_alike(&BTreeMap::from([(text.as_str(), [plain.as_str(), ""]), (plain.as_str(), [&text, "a"])]));
        prop_assert_eq!(read::from_str::<String>(&write::to_string(&text).unwrap()).unwrap(), text);
    }

    #[test]
    fn floats_are_spelled_by_their_shortest_decimal(value in any::<f64>(), short in -1_000_000_000_i64..1_000_000_000, places in 0_i32..14) {
        let short = short.to_string().parse::<f64>().unwrap() / 10_f64.powi(places);
        for value in [value, short, short * 1e-5, short + 0.5, -0.0, 0.0].into_iter().filter(|value| value.is_finite()) {
            prop_assert_eq!(write::to_string(&value).unwrap(), format!("{value:?}"));
            prop_assert_eq!(Number::try_from(value).unwrap().to_string(), format!("{value:?}"));
            let read: f64 = read::from_str(&write::to_string(&value).unwrap()).unwrap();
            prop_assert_eq!(read.to_bits(), value.to_bits());
        }
    }

    #[test]
    fn integers_are_spelled_in_digits(value in any::<i64>(), shift in 0_u32..64) {
        writes_alike(&(value, value >> shift, value.unsigned_abs() >> shift, i128::from(value) << 40));
        writes_alike(&(i8::try_from(value >> 56).unwrap(), u16::try_from(value.unsigned_abs() >> 50).unwrap(), true));
    }

    #[test]
    fn exact_numbers_are_written_as_they_were_spelled(text in "-?[1-9][0-9]{20,40}(\\.[0-9]{1,30}[1-9])?([eE][+-]?[1-9][0-9]{0,3})?") {
        let number = Number::parse(&text).unwrap();
        let written = write::to_string(&Map::from([("n", vec![&number, &number])])).unwrap();
        prop_assert_eq!(&written, &format!("{{\"n\":[{number},{number}]}}"));
        if let NumberView::Text(spelling) = number.view() {
            prop_assert_eq!(spelling, text);
        }
        let read: Map<Vec<Number>> = read::from_str(&written).unwrap();
        prop_assert_eq!(read.get("n"), Some(&vec![number.clone(), number]));
    }
}

/// The shapes that `std` has no example of.
struct Shapes;

impl Serialize for Shapes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Tuple;
        struct TupleVariant;
        struct StructVariant;
        struct Unit;

        impl Serialize for Tuple {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut tuple = serializer.serialize_tuple_struct("Tuple", 2)?;
                tuple.serialize_field(&1)?;
                tuple.serialize_field("a")?;
                tuple.end()
            }
        }

        impl Serialize for TupleVariant {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut tuple = serializer.serialize_tuple_variant("Shapes", 1, "Tuple\"", 2)?;
                tuple.serialize_field(&1)?;
                tuple.serialize_field("a")?;
                tuple.end()
            }
        }

        impl Serialize for StructVariant {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let variant = serializer.serialize_struct_variant("Shapes", 2, "Empty", 0)?;
                variant.end()
            }
        }

        impl Serialize for Unit {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit_struct("Unit")
            }
        }

        (Tuple, [TupleVariant, TupleVariant], StructVariant, Unit).serialize(serializer)
    }
}

/// A newtype struct as `serde` derives it.
struct Newtype<'a>(&'a str);

impl Serialize for Newtype<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Newtype", self.0)
    }
}

#[test]
fn rust_types_are_written_as_serde_json_writes_them() {
    writes_alike(&((), None::<u8>, Some(1.5_f32), 'é', '"', "a", Shapes, Newtype("n")));
    writes_alike(&(Bound::<u8>::Unbounded, Bound::Included(vec![1]), Bound::Excluded(BTreeMap::<u8, u8>::new())));
    writes_alike(&(Ok::<Range<u8>, ()>(1..2), Err::<(), _>(Duration::from_millis(1)), Ipv4Addr::LOCALHOST));
    writes_alike(&(Vec::<u8>::new(), [[1, 2], [3, 4]], BTreeMap::from([("a", BTreeMap::from([("b", 1)]))])));
    writes_alike(&0.1_f32);
}

#[test]
fn keys_are_names() {
    writes_alike(&BTreeMap::from([(1_u8, 1)]));
    writes_alike(&BTreeMap::from([(-300_i64, 1), (5, 2)]));
    writes_alike(&BTreeMap::from([(true, 1)]));
    writes_alike(&BTreeMap::from([('"', 1)]));
    writes_alike(&BTreeMap::from([(Some("a"), 1)]));
    writes_alike(&BTreeMap::from([(u128::MAX, 1)]));
    writes_alike(&BTreeMap::from([((), 1)]));
    writes_alike(&BTreeMap::from([(None::<u8>, 1)]));
    writes_alike(&BTreeMap::from([(vec![1], 1)]));
    writes_alike(&BTreeMap::from([(Map::<u8>::new(), 1)]));
    let numbers = BTreeMap::from([(Number::parse("1.5").unwrap(), 1)]);
    assert_eq!(write::to_string(&numbers).unwrap(), "{\"1.5\":1}");
}

#[test]
fn floats_that_are_not_numbers_are_refused() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(write::to_string(&value).is_err());
        assert!(write::to_string(&BTreeMap::from([("a", value)])).is_err());
        assert!(write::to_string(&f32::NAN).is_err());
    }
}

#[test]
fn large_documents_are_written_whole() {
    let items: Vec<Json> = (0..5000_u32).map(|index| Map::from([("index", Json::from(index))]).into()).collect();
    let json = Json::from(items);
    assert_eq!(json.to_string(), serde_json::to_string(&json).unwrap());
    assert_eq!(write::to_string_pretty(&json).unwrap(), serde_json::to_string_pretty(&json).unwrap());
    assert_eq!(json.to_string().parse::<Json>().unwrap(), json);
}
