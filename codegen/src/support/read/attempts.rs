//! One value, read again and again until an alternative fits.

use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::Reader;
use super::error::ReadError;

/// Reads the same value for each element.
pub(super) struct Attempts<'a, 'de> {
    reader: &'a mut Reader<'de>,
    start: Reader<'de>,
    /// The reader behind the value, once an attempt has read it.
    end: &'a mut Option<Reader<'de>>,
}

impl<'de> Attempts<'_, 'de> {
    /// Visits the next value as [`ATTEMPTS_TOKEN`](super::ATTEMPTS_TOKEN) promises.
    pub(super) fn visit<V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, ReadError> {
        reader.cursor.token();
        let start = reader.clone();
        let mut end = None;
        let value = visitor.visit_seq(Attempts { reader: &mut *reader, start: start.clone(), end: &mut end })?;
        if let Some(end) = end {
            *reader = end;
        } else {
            *reader = start;
            reader.skip()?;
        }
        Ok(value)
    }
}

impl<'de> SeqAccess<'de> for Attempts<'_, 'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        *self.reader = self.start.clone();
        let value = seed.deserialize(&mut *self.reader)?;
        *self.end = Some(self.reader.clone());
        Ok(Some(value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
