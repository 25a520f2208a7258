//! Handing numbers to visitors: exactly where they are ready for that, else as the nearest that serde has.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};

use super::super::number::NumberView;

/// Visits a number as [`NUMBER_TOKEN`](super::NUMBER_TOKEN) promises.
#[inline]
pub(in super::super) fn visit_exact<'de, V: Visitor<'de>, E: Error>(
    number: NumberView<'_>,
    visitor: V,
) -> Result<V::Value, E> {
    match number {
        NumberView::Unsigned(value) => visitor.visit_u64(value),
        NumberView::Negative(value) => visitor.visit_i64(value),
        NumberView::Float(value) => visitor.visit_f64(value),
        NumberView::Text(text) => visitor.visit_map(Spelling { text: Some(text), error: PhantomData }),
    }
}

/// Visits a number as the nearest machine number.
#[inline]
pub(in super::super) fn visit_nearest<'de, V: Visitor<'de>, E: Error>(
    number: NumberView<'_>,
    visitor: V,
) -> Result<V::Value, E> {
    let NumberView::Text(_) = number else { return visit_exact(number, visitor) };
    match number.as_f64() {
        value if value.is_finite() => visitor.visit_f64(value),
        _ => Err(E::custom("number out of range")),
    }
}

/// A number's spelling in the shape of a map.
struct Spelling<'t, E> {
    text: Option<&'t str>,
    error: PhantomData<E>,
}

impl<'de, E: Error> MapAccess<'de> for Spelling<'_, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        match self.text {
            Some(_) => seed.deserialize("".into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, E> {
        seed.deserialize(self.text.take().unwrap_or_default().into_deserializer())
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
