//! Values that are held until it is known what they are read as, their texts borrowed where the input allows.

mod access;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use std::borrow::Cow;
use std::fmt;

use super::super::number::{ExactText, ForeignNumber, Number};
use super::super::read::NUMBER_TOKEN;

pub use access::BufferedMembers;

/// Any JSON as it came, members repeated or not: whoever reads it in the end finds out.
#[derive(Debug)]
pub enum Buffered<'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, exact.
    Number(Number),
    /// A string.
    String(Cow<'de, str>),
    /// An array.
    Array(Vec<Buffered<'de>>),
    /// An object's members.
    Object(Vec<(Cow<'de, str>, Buffered<'de>)>),
}

impl<'de> Deserialize<'de> for Buffered<'de> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NUMBER_TOKEN, BufferedVisitor)
    }
}

struct BufferedVisitor;

impl<'de> Visitor<'de> for BufferedVisitor {
    type Value = Buffered<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Null)
    }

    fn visit_none<E>(self) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        Buffered::deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffered<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Number(value.into()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Number(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Buffered<'de>, E> {
        Ok(Buffered::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Buffered<'de>, E> {
        let number = Number::try_from(value).map_err(|_| E::invalid_value(Unexpected::Float(value), &self));
        number.map(Buffered::Number)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Buffered<'de>, E> {
        Ok(Buffered::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Buffered<'de>, E> {
        Ok(Buffered::String(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Buffered<'de>, E> {
        Ok(Buffered::String(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Buffered<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Buffered::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Buffered<'de>, A::Error> {
        if ExactText::announces(&access) {
            return ExactText::take(access).map(Buffered::Number);
        }
        let mut members = Vec::new();
        while let Some(Name(name)) = access.next_key()? {
            if members.is_empty() && ForeignNumber::announces(&name) {
                return ForeignNumber::take(access).map(Buffered::Number);
            }
            members.push((name, access.next_value()?));
        }
        Ok(Buffered::Object(members))
    }
}

/// A member's name, borrowed where that can be.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }

    fn visit_string<E>(self, name: String) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(name)))
    }
}
