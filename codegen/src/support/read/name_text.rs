//! A member's name that has been read: a string, or what the string says where a key is a number or a truth value.

use std::borrow::Cow;

use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};

use super::super::number::NumberView;
use super::error::ReadError;

/// The text of a member's name, as the key of a map.
pub(in super::super) struct NameText<'de>(pub(in super::super) Cow<'de, str>);

macro_rules! visit_numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            match NumberView::parse(&self.0) {
                Some(NumberView::Unsigned(value)) => visitor.visit_u64(value),
                Some(NumberView::Negative(value)) => visitor.visit_i64(value),
                Some(number) => visitor.visit_f64(number.as_f64()),
                None => Err(ReadError::custom("not a number")),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for NameText<'de> {
    type Error = ReadError;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Cow::Borrowed(name) => visitor.visit_borrowed_str(name),
            Cow::Owned(name) => visitor.visit_string(name),
        }
    }

    visit_numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64 deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &*self.0 {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(ReadError::custom("not a truth value")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}
