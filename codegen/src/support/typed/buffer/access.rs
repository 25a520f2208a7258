//! Buffered values as deserializers, which know the tokens that the reader of text knows.

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::slice;

use super::super::super::read::{ATTEMPTS_TOKEN, NUMBER_TOKEN, PLACE_TOKEN, TAG_TOKEN, visit_exact, visit_nearest};
use super::Buffered;

/// A member that is held.
type Member<'de> = (Cow<'de, str>, Buffered<'de>);

/// Reads a value that is held, with the errors of the deserializer that it came from.
struct Held<'b, 'de, E> {
    value: &'b Buffered<'de>,
    error: PhantomData<E>,
}

impl<'b, 'de, E> Held<'b, 'de, E> {
    fn new(value: &'b Buffered<'de>) -> Self {
        Self { value, error: PhantomData }
    }
}

impl<'de, E: Error> Deserializer<'de> for Held<'_, 'de, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Buffered::Null => visitor.visit_unit(),
            Buffered::Bool(value) => visitor.visit_bool(*value),
            Buffered::Number(number) => visit_nearest(number.view(), visitor),
            Buffered::String(text) => visit_text(text, visitor),
            Buffered::Array(items) => visit_items(items, visitor),
            Buffered::Object(members) => visit_members(BufferedMembers::new(members), visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if matches!(self.value, Buffered::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, E> {
        match (name, self.value) {
            (NUMBER_TOKEN, Buffered::Number(number)) => visit_exact(number.view(), visitor),
            (NUMBER_TOKEN, _) => self.deserialize_any(visitor),
            (ATTEMPTS_TOKEN, _) => visitor.visit_seq(Attempts(self)),
            (PLACE_TOKEN, value) => visitor.visit_u64(std::ptr::from_ref(value).addr() as u64),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match (name, fields, self.value) {
            (TAG_TOKEN, [tag], Buffered::Object(members)) => {
                visit_members(BufferedMembers::led_by(members, tag), visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.value {
            Buffered::String(variant) => visitor.visit_enum(variant.as_ref().into_deserializer()),
            Buffered::Object(members) => {
                visitor.visit_enum(MapAccessDeserializer::new(BufferedMembers::<E>::new(members)))
            }
            _ => Err(E::custom("neither a variant's name nor an object of one member")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

#[inline]
fn visit_text<'de, V: Visitor<'de>, E: Error>(text: &Cow<'de, str>, visitor: V) -> Result<V::Value, E> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_str(text),
    }
}

fn visit_items<'de, V: Visitor<'de>, E: Error>(items: &[Buffered<'de>], visitor: V) -> Result<V::Value, E> {
    let mut access = BufferedItems { items: items.iter(), error: PhantomData };
    let value = visitor.visit_seq(&mut access)?;
    match access.items.len() {
        0 => Ok(value),
        _ => Err(E::invalid_length(items.len(), &"fewer items")),
    }
}

fn visit_members<'de, V: Visitor<'de>, E: Error>(
    mut access: BufferedMembers<'_, 'de, E>,
    visitor: V,
) -> Result<V::Value, E> {
    let value = visitor.visit_map(&mut access)?;
    match access.next() {
        None => Ok(value),
        Some(_) => Err(E::custom("more members than expected")),
    }
}

/// The items of an array that is held.
struct BufferedItems<'b, 'de, E> {
    items: slice::Iter<'b, Buffered<'de>>,
    error: PhantomData<E>,
}

impl<'de, E: Error> SeqAccess<'de> for BufferedItems<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        self.items.next().map(|value| seed.deserialize(Held::new(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The members of an object that is held, perhaps one of them before the others.
pub struct BufferedMembers<'b, 'de, E> {
    first: Option<&'b Member<'de>>,
    /// The place that has come first.
    passed: Option<usize>,
    others: std::iter::Enumerate<slice::Iter<'b, Member<'de>>>,
    value: Option<&'b Buffered<'de>>,
    error: PhantomData<E>,
}

impl<'b, 'de, E> BufferedMembers<'b, 'de, E> {
    /// The members in their order.
    #[must_use]
    pub fn new(members: &'b [Member<'de>]) -> Self {
        let others = members.iter().enumerate();
        Self { first: None, passed: None, others, value: None, error: PhantomData }
    }

    /// The first member of that name before the others.
    fn led_by(members: &'b [Member<'de>], name: &str) -> Self {
        let passed = members.iter().position(|(other, _)| other == name);
        let first = passed.and_then(|place| members.get(place));
        Self { first, passed, ..Self::new(members) }
    }

    fn next(&mut self) -> Option<&'b Member<'de>> {
        let passed = self.passed;
        self.first.take().or_else(|| self.others.find(|(place, _)| Some(*place) != passed).map(|(_, member)| member))
    }
}

impl<'de, E: Error> MapAccess<'de> for BufferedMembers<'_, 'de, E> {
    type Error = E;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        let Some((name, value)) = self.next() else { return Ok(None) };
        self.value = Some(value);
        match name {
            Cow::Borrowed(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            Cow::Owned(name) => seed.deserialize(StrDeserializer::new(name)),
        }
        .map(Some)
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, E> {
        let value = self.value.take().ok_or_else(|| E::custom("a value before its name"))?;
        seed.deserialize(Held::new(value))
    }
}

/// The same value for each element.
struct Attempts<'b, 'de, E>(Held<'b, 'de, E>);

impl<'de, E: Error> SeqAccess<'de> for Attempts<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        seed.deserialize(Held::new(self.0.value)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
