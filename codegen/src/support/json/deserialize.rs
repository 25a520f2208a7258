//! Reading types from a JSON value that is already in memory, with the tokens that the reader of text knows.

use std::borrow::Cow;

use serde::de::value::SeqDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::super::map::{Iter, Object};
use super::super::read::{
    ATTEMPTS_TOKEN, NUMBER_TOKEN, NameText, PLACE_TOKEN, ReadError, TAG_TOKEN, visit_exact, visit_nearest,
};
use super::Json;

impl<'de> IntoDeserializer<'de, ReadError> for &'de Json {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Json {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visit_nearest(number.view(), visitor),
            Json::String(text) => visitor.visit_borrowed_str(text),
            Json::Array(items) => visit_items(items, visitor),
            Json::Object(members) => visit_members(members, None, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (name, self) {
            (NUMBER_TOKEN, Json::Number(number)) => visit_exact(number.view(), visitor),
            (NUMBER_TOKEN, _) => self.deserialize_any(visitor),
            (ATTEMPTS_TOKEN, _) => visitor.visit_seq(Attempts(self)),
            (PLACE_TOKEN, _) => visitor.visit_u64(std::ptr::from_ref(self).addr() as u64),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (name, fields, self) {
            (TAG_TOKEN, [tag], Json::Object(members)) => visit_members(members, Some(tag), visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self {
            Json::String(variant) => visitor.visit_enum(Cow::Borrowed(variant.as_str()).into_deserializer()),
            Json::Object(members) if members.len() == 1 => visitor.visit_enum(Members::new(members, None)),
            _ => Err(ReadError::custom("neither a variant's name nor an object of one member")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.as_number().and_then(|number| number.to_string().parse().ok()) {
            Some(value) => visitor.visit_u128(value),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.as_number().and_then(|number| number.to_string().parse().ok()) {
            Some(value) => visitor.visit_i128(value),
            None => self.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

fn visit_items<'de, V: Visitor<'de>>(items: &'de [Json], visitor: V) -> Result<V::Value, ReadError> {
    let mut access = SeqDeserializer::new(items.iter());
    let value = visitor.visit_seq(&mut access)?;
    access.end().map(|()| value)
}

/// Visits the members, the one called `first` before the others.
fn visit_members<'de, V: Visitor<'de>>(
    members: &'de Object,
    first: Option<&str>,
    visitor: V,
) -> Result<V::Value, ReadError> {
    let mut access = Members::new(members, first);
    let value = visitor.visit_map(&mut access)?;
    match access.next() {
        Some(_) => Err(ReadError::invalid_length(members.len(), &"fewer members")),
        None => Ok(value),
    }
}

/// The members of an object, perhaps one of them before the others.
struct Members<'de> {
    first: Option<(&'de str, &'de Json)>,
    /// The name that came first.
    passed: Option<&'de str>,
    others: Iter<'de, Json>,
    value: Option<&'de Json>,
}

impl<'de> Members<'de> {
    fn new(members: &'de Object, first: Option<&str>) -> Self {
        let first = first.and_then(|first| members.iter().find(|(name, _)| *name == first));
        Self { first, passed: first.map(|(name, _)| name), others: members.iter(), value: None }
    }
}

impl<'de> Iterator for Members<'de> {
    type Item = (&'de str, &'de Json);

    fn next(&mut self) -> Option<Self::Item> {
        let passed = self.passed;
        self.first.take().or_else(|| self.others.find(|(name, _)| Some(*name) != passed))
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let Some((name, value)) = self.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(NameText(name.into())).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        let value = self.value.take().ok_or_else(|| ReadError::custom("a value before its name"))?;
        seed.deserialize(value)
    }
}

impl<'de> EnumAccess<'de> for Members<'de> {
    type Error = ReadError;
    type Variant = Content<'de>;

    fn variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<(T::Value, Content<'de>), ReadError> {
        let (name, content) = self.next().ok_or_else(|| ReadError::custom("no variant"))?;
        seed.deserialize(NameText(name.into())).map(|variant| (variant, Content(content)))
    }
}

/// What a variant of a Rust enum holds.
struct Content<'de>(&'de Json);

impl<'de> VariantAccess<'de> for Content<'de> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        Deserialize::deserialize(self.0)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.0.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, ReadError> {
        self.0.deserialize_map(visitor)
    }
}

/// The same value for each element.
struct Attempts<'de>(&'de Json);

impl<'de> SeqAccess<'de> for Attempts<'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        seed.deserialize(self.0).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
