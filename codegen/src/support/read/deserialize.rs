//! The reader as a serde deserializer.

use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::attempts::Attempts;
use super::error::{Fault, ReadError};
use super::items::Items;
use super::members::Members;
use super::variant::Variant;
use super::{ATTEMPTS_TOKEN, NUMBER_TOKEN, PLACE_TOKEN, Reader, TAG_TOKEN, TEXT_TOKEN, visit_exact, visit_nearest};

impl<'de> Reader<'de> {
    /// Visits any value but a number.
    fn visit_other<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        match self.cursor.token() {
            b'"' => self.visit_string(visitor),
            b'{' => self.visit_members(visitor),
            b'[' => self.visit_items(visitor),
            b't' => self.cursor.expect_word("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.cursor.expect_word("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.cursor.expect_word("null").and_then(|()| visitor.visit_unit()),
            _ => Err(self.cursor.error(Fault::Value)),
        }
    }

    #[inline]
    fn visit_string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        match self.cursor.plain_string() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => self.visit_escaped_string(visitor),
        }
    }

    #[cold]
    fn visit_escaped_string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_string(self.cursor.string()?.into_owned())
    }

    #[inline]
    fn visit_members<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        self.nested(b'}', Fault::CommaOrBrace, |reader| visitor.visit_map(Members::new(reader)))
    }

    #[inline]
    fn visit_items<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        self.nested(b']', Fault::CommaOrBracket, |reader| visitor.visit_seq(Items::new(reader)))
    }

    /// Visits a number as serde knows numbers, or any other value.
    #[inline]
    fn visit_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        match self.cursor.token() {
            b'-' | b'0'..=b'9' => visit_nearest(self.cursor.number()?, visitor),
            _ => self.visit_other(visitor),
        }
    }

    /// Visits a number exactly, or any other value.
    #[inline]
    fn visit_exact<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        match self.cursor.token() {
            b'-' | b'0'..=b'9' => visit_exact(self.cursor.number()?, visitor),
            _ => self.visit_other(visitor),
        }
    }

    /// The text of the number that follows, whose grammar is not checked yet.
    fn number_text(&self) -> &'de str {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let length = self.cursor.rest().iter().take_while(|byte| is_inside(byte)).count();
        self.cursor.text.get(self.cursor.at..self.cursor.at + length).unwrap_or_default()
    }
}

/// Methods that visit what is there, which is an error of the visitor's if it is not what it wants.
macro_rules! visit_numbers {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.visit_number(visitor)
        }
    )*};
}

macro_rules! visit_strings {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            if self.cursor.token() == b'"' { self.visit_string(visitor) } else { self.deserialize_any(visitor) }
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.visit_number(visitor)
    }

    visit_numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64 deserialize_f32 deserialize_f64
    }

    visit_strings! { deserialize_str deserialize_string deserialize_identifier deserialize_char }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.cursor.token();
        match self.number_text().parse() {
            Ok(value) => self.cursor.number().and_then(|_| visitor.visit_u128(value)),
            Err(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.cursor.token();
        match self.number_text().parse() {
            Ok(value) => self.cursor.number().and_then(|_| visitor.visit_i128(value)),
            Err(_) => self.deserialize_any(visitor),
        }
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.cursor.token() != b'n' {
            return visitor.visit_some(self);
        }
        self.cursor.expect_word("null")?;
        visitor.visit_none()
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match name {
            NUMBER_TOKEN => self.visit_exact(visitor),
            TEXT_TOKEN => self.visit_text(visitor),
            ATTEMPTS_TOKEN => Attempts::visit(self, visitor),
            PLACE_TOKEN => visitor.visit_u64(self.cursor.rest().as_ptr().addr() as u64),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.cursor.token() == b'[' { self.visit_items(visitor) } else { self.deserialize_any(visitor) }
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.cursor.token() == b'{' { self.visit_members(visitor) } else { self.deserialize_any(visitor) }
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (name, fields) {
            (TAG_TOKEN, [tag]) => self.visit_tagged(tag, visitor),
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.cursor.token() {
            b'{' => self.nested(b'}', Fault::CommaOrBrace, |reader| visitor.visit_enum(Variant { reader })),
            b'"' => visitor.visit_enum(self.cursor.string()?.into_deserializer()),
            _ => Err(self.cursor.error(Fault::Refused)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.skip()?;
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { bool bytes byte_buf unit unit_struct }
}
