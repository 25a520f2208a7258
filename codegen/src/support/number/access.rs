//! Reading numbers exactly, from our readers and from any other deserializer.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor};

use super::super::read::NUMBER_TOKEN;
use super::{Integer, Number, NumberView};

/// The spelling of a number that no machine number says: what follows [`NUMBER_TOKEN`] as a map.
pub(in super::super) struct ExactText;

impl ExactText {
    /// Whether the map that a visitor got is not a map but a number's spelling.
    #[inline]
    pub(in super::super) fn announces<'de, A: MapAccess<'de>>(access: &A) -> bool {
        access.size_hint() == Some(usize::MAX)
    }

    /// Takes the number out of such a map.
    pub(in super::super) fn take<'de, A: MapAccess<'de>>(mut access: A) -> Result<Number, A::Error> {
        let entry = access.next_entry::<IgnoredAny, Spelled>()?;
        entry.map(|(_, Spelled(number))| number).ok_or_else(|| Error::missing_field("number"))
    }
}

/// A number in the shape that `serde_json` gives it under its feature `arbitrary_precision`.
pub(in super::super) struct ForeignNumber;

impl ForeignNumber {
    /// Whether a map whose first member is called `name` is such a number.
    ///
    /// Only where the feature is on: elsewhere it is an object of a strange but legal name.
    pub(in super::super) fn announces(name: &str) -> bool {
        name == "$serde_json::private::Number" && Self::is_exact()
    }

    /// Takes the number out of such a map, whose name has been read.
    pub(in super::super) fn take<'de, A: MapAccess<'de>>(mut access: A) -> Result<Number, A::Error> {
        access.next_value().map(|Spelled(number)| number)
    }

    /// Whether `serde_json` keeps numbers as text, which is decided when the final program is put together.
    pub(in super::super) fn is_exact() -> bool {
        static IS_EXACT: OnceLock<bool> = OnceLock::new();
        *IS_EXACT.get_or_init(|| serde_json::from_str::<serde_json::Number>("1e999").is_ok())
    }
}

/// A number read from a string.
struct Spelled(Number);

impl<'de> Deserialize<'de> for Spelled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Spelled;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the spelling of a number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Spelled, E> {
                let number = NumberView::parse(text).map(Number::exact);
                number.map(Spelled).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    #[inline]
    fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
        Ok(Number::from(value))
    }

    #[inline]
    fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
        Ok(Number::from(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Number, E> {
        Ok(Number::from(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Number, E> {
        Ok(Number::from(value))
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        Number::try_from(value).map_err(|_| E::invalid_value(Unexpected::Float(value), &self))
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Number, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Number, A::Error> {
        if ExactText::announces(&access) {
            return ExactText::take(access);
        }
        match access.next_key::<String>()? {
            Some(name) if ForeignNumber::announces(&name) => ForeignNumber::take(access),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NUMBER_TOKEN, NumberVisitor)
    }
}

impl<'de> Deserialize<'de> for Integer {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(deserializer)?;
        Self::from_view(number.view())
            .ok_or_else(|| D::Error::invalid_type(Unexpected::Other("a fraction"), &"an integer"))
    }
}
