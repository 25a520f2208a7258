//! Handing numbers to visitors: exactly where they are ready for that, else as the nearest that serde has.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};

use super::super::number::NumberView;
use super::error::ReadError;

/// Visits a number as [`NUMBER_TOKEN`](super::NUMBER_TOKEN) promises.
#[inline]
pub(in super::super) fn visit_exact<'de, V: Visitor<'de>>(
    number: NumberView<'de>,
    visitor: V,
) -> Result<V::Value, ReadError> {
    match number {
        NumberView::Unsigned(value) => visitor.visit_u64(value),
        NumberView::Negative(value) => visitor.visit_i64(value),
        NumberView::Float(value) => visitor.visit_f64(value),
        NumberView::Text(text) => visitor.visit_map(Spelling { text: Some(text) }),
    }
}

/// Visits a number as the nearest machine number.
#[inline]
pub(in super::super) fn visit_nearest<'de, V: Visitor<'de>>(
    number: NumberView<'de>,
    visitor: V,
) -> Result<V::Value, ReadError> {
    match number {
        NumberView::Unsigned(value) => visitor.visit_u64(value),
        NumberView::Negative(value) => visitor.visit_i64(value),
        NumberView::Float(value) => visitor.visit_f64(value),
        NumberView::Text(_) => match number.as_f64() {
            value if value.is_finite() => visitor.visit_f64(value),
            _ => Err(ReadError::custom("number out of range")),
        },
    }
}

/// A number's spelling in the shape of a map.
struct Spelling<'de> {
    text: Option<&'de str>,
}

impl<'de> MapAccess<'de> for Spelling<'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        match self.text {
            Some(_) => seed.deserialize(BorrowedStrDeserializer::new("")).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(BorrowedStrDeserializer::new(self.text.take().unwrap_or_default()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
