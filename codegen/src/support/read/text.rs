//! The text of a member, for who reads it only when it is asked for.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::super::number::ForeignNumber;
use super::Reader;
use super::error::{Fault, ReadError};

impl<'de> Reader<'de> {
    /// Visits the next value as [`TEXT_TOKEN`](super::TEXT_TOKEN) promises.
    pub(super) fn visit_text<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        let (start, depth, name) = (self.cursor.at, self.depth, self.name_at);
        if self.pass_plain_value().is_ok() {
            return visitor.visit_seq(OneText(self.cursor.text.get(name..self.cursor.at)));
        }
        (self.cursor.at, self.depth) = (start, depth);
        visitor.visit_newtype_struct(self)
    }

    /// Whether a text is an object that can be read for certain, as far as a look tells.
    pub(in super::super) fn is_plain_object(text: &'de str) -> bool {
        let mut reader = Self { depth: usize::MAX, ..Self::new(text) };
        reader.cursor.peek() == b'{' && reader.pass_plain_value().is_ok()
    }

    /// Passes over a value that can be read for certain; gives up where that takes more than a look.
    fn pass_plain_value(&mut self) -> Result<(), ReadError> {
        match self.cursor.token() {
            b'"' => self.pass_plain_string().map(drop),
            b'{' => self.nested(b'}', Fault::CommaOrBrace, Self::pass_plain_members),
            b'[' => self.nested(b']', Fault::CommaOrBracket, Self::pass_plain_items),
            b'-' | b'0'..=b'9' => self.cursor.number().map(drop),
            b't' => self.cursor.expect_word("true"),
            b'f' => self.cursor.expect_word("false"),
            b'n' => self.cursor.expect_word("null"),
            _ => Err(self.cursor.error(Fault::Value)),
        }
    }

    #[inline]
    fn pass_plain_string(&mut self) -> Result<&'de str, ReadError> {
        self.cursor.plain_string().ok_or_else(|| self.cursor.error(Fault::Quote))
    }

    fn pass_plain_items(&mut self) -> Result<(), ReadError> {
        let mut has_item = self.has_first(b']');
        while has_item {
            self.pass_plain_value()?;
            has_item = self.has_next(b']', Fault::CommaOrBracket)?;
        }
        Ok(())
    }

    fn pass_plain_members(&mut self) -> Result<(), ReadError> {
        let mut names = Vec::new();
        let mut is_first = true;
        while self.has_member(is_first)? {
            is_first = false;
            names.push(self.pass_plain_string()?);
            self.cursor.expect(b':', Fault::Colon)?;
            self.pass_plain_value()?;
        }
        let is_number = names.first().is_some_and(|name| ForeignNumber::announces(name));
        names.sort_unstable();
        let is_repeated = names.iter().zip(names.iter().skip(1)).any(|(name, next)| name == next);
        if is_number || is_repeated { Err(self.cursor.error(Fault::Repeated)) } else { Ok(()) }
    }
}

/// A text as the only element of a sequence.
struct OneText<'de>(Option<&'de str>);

impl<'de> SeqAccess<'de> for OneText<'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        self.0.take().map(|text| seed.deserialize(BorrowedStrDeserializer::new(text))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
