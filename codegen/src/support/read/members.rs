//! The members of an object, one after the other.

use serde::de::{DeserializeSeed, MapAccess};

use super::Reader;
use super::error::{Fault, ReadError};
use super::name::Name;

/// Reads the members of an object whose opening brace has been passed.
pub(super) struct Members<'a, 'de> {
    reader: &'a mut Reader<'de>,
    is_first: bool,
}

impl<'a, 'de> Members<'a, 'de> {
    #[inline]
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Self {
        Self { reader, is_first: true }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = ReadError;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let is_first = std::mem::replace(&mut self.is_first, false);
        if self.reader.has_member(is_first)? { seed.deserialize(Name::new(self.reader)).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(&mut *self.reader)
    }
}

impl Reader<'_> {
    /// Moves to the quote before the next member's name, if there is another member.
    #[inline]
    pub(super) fn has_member(&mut self, is_first: bool) -> Result<bool, ReadError> {
        match self.cursor.peek() {
            b'"' if is_first => Ok(true),
            b',' if !is_first && self.cursor.peek_second() == b'"' => {
                self.cursor.advance();
                Ok(true)
            }
            b'}' => Ok(false),
            _ => self.has_member_after_space(is_first),
        }
    }

    #[inline(never)]
    fn has_member_after_space(&mut self, is_first: bool) -> Result<bool, ReadError> {
        let has_member = if is_first { self.has_first(b'}') } else { self.has_next(b'}', Fault::CommaOrBrace)? };
        match self.cursor.token() {
            _ if !has_member => Ok(false),
            b'"' => Ok(true),
            _ => Err(self.cursor.error(Fault::Name)),
        }
    }
}
