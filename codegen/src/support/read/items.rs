//! The items of an array, one after the other.

use serde::de::{DeserializeSeed, SeqAccess};

use super::Reader;
use super::error::{Fault, ReadError};

/// Reads the items of an array whose opening bracket has been passed.
pub(super) struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    is_first: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    #[inline]
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Self {
        Self { reader, is_first: true }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = ReadError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let has_item = if self.is_first {
            self.is_first = false;
            self.reader.has_first(b']')
        } else {
            self.reader.has_next(b']', Fault::CommaOrBracket)?
        };
        if has_item { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}
