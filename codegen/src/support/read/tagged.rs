//! Objects whose tag comes first, wherever it stands in the text.
//!
//! Looking for the tag checks no grammar: every byte that it passes is read properly afterwards.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::Reader;
use super::cursor::Cursor;
use super::error::{Fault, ReadError};
use super::name::Name;

/// Reads the members of an object, the tag first.
struct TagFirst<'a, 'de> {
    reader: &'a mut Reader<'de>,
    /// The offset behind the opening brace.
    start: usize,
    /// The offset of the tag's name.
    tag: usize,
    /// The offset behind the tag's value, once it has been read.
    end: usize,
    stage: Stage,
}

/// Which member is visited next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Tag,
    First,
    Other,
}

impl<'de> Reader<'de> {
    /// Visits the next value as [`TAG_TOKEN`](super::TAG_TOKEN) promises.
    #[inline]
    pub(super) fn visit_tagged<V: Visitor<'de>>(&mut self, tag: &str, visitor: V) -> Result<V::Value, ReadError> {
        if self.cursor.token() != b'{' || self.cursor.is_first_name(tag) {
            return self.deserialize_map(visitor);
        }
        let mut ahead = self.cursor;
        match ahead.find_member(tag) {
            Some(offset) => self.visit_tag_first(offset, visitor),
            None => self.deserialize_map(visitor),
        }
    }

    fn visit_tag_first<V: Visitor<'de>>(&mut self, tag: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.nested(b'}', Fault::CommaOrBrace, |reader| {
            let start = reader.cursor.at;
            visitor.visit_map(TagFirst { reader, start, tag, end: tag, stage: Stage::Tag })
        })
    }
}

impl Cursor<'_> {
    /// Whether the object that has been peeked at begins with the member `sought`.
    #[inline]
    fn is_first_name(&self, sought: &str) -> bool {
        let mut ahead = *self;
        ahead.advance();
        ahead.token() == b'"' && ahead.pass_name(sought)
    }
}

impl TagFirst<'_, '_> {
    /// Moves to the next member's name, past the tag; whether there is one.
    fn has_member(&mut self) -> Result<bool, ReadError> {
        let is_first = self.stage == Stage::First;
        self.stage = Stage::Other;
        if !self.reader.has_member(is_first)? {
            return Ok(false);
        }
        if self.reader.cursor.at != self.tag {
            return Ok(true);
        }
        self.reader.cursor.at = self.end;
        self.reader.has_member(false)
    }
}

impl<'de> MapAccess<'de> for TagFirst<'_, 'de> {
    type Error = ReadError;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        if self.stage == Stage::Tag {
            self.reader.cursor.at = self.tag;
        } else if !self.has_member()? {
            return Ok(None);
        }
        seed.deserialize(Name::new(self.reader)).map(Some)
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        let value = seed.deserialize(&mut *self.reader)?;
        if self.stage == Stage::Tag {
            self.stage = Stage::First;
            self.end = self.reader.cursor.at;
            self.reader.cursor.at = self.start;
        }
        Ok(value)
    }
}
