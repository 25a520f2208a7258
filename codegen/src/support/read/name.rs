//! A member's name in the text: the name that is expected is recognised without being read.

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::cursor::Cursor;
use super::error::{Fault, ReadError};
use super::name_text::NameText;
use super::{NAME_TOKEN, Reader};

/// Reads a name whose opening quote has been peeked at, and passes the colon behind it.
pub(super) struct Name<'a, 'de> {
    reader: &'a mut Reader<'de>,
}

impl<'a, 'de> Name<'a, 'de> {
    #[inline]
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Self {
        reader.name_at = reader.cursor.at;
        Self { reader }
    }

    /// Reads the name, whatever it is.
    #[inline(never)]
    fn text(self) -> Result<NameText<'de>, ReadError> {
        let name = self.reader.cursor.string()?;
        self.reader.cursor.expect(b':', Fault::Colon)?;
        Ok(NameText(name))
    }

    /// Visits a name that is not the expected one.
    #[inline(never)]
    fn visit_other<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let cursor = &mut self.reader.cursor;
        let Some(name) = cursor.plain_string() else { return self.text()?.deserialize_any(visitor) };
        cursor.expect(b':', Fault::Colon)?;
        visitor.visit_borrowed_str(name)
    }
}

macro_rules! visit_text {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.text()?.$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Name<'_, 'de> {
    type Error = ReadError;

    visit_text! {
        deserialize_any deserialize_bool deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i8
        deserialize_i16 deserialize_i32 deserialize_i64 deserialize_f32 deserialize_f64 deserialize_option
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == NAME_TOKEN { visitor.visit_seq(OneName(Some(self))) } else { visitor.visit_newtype_struct(self) }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match fields {
            [expected, ..] if name == NAME_TOKEN && self.reader.cursor.pass_name(expected) => visitor.visit_u64(0),
            _ => self.visit_other(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.text()?.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// A name as the only element of a sequence.
struct OneName<'a, 'de>(Option<Name<'a, 'de>>);

impl<'de> SeqAccess<'de> for OneName<'_, 'de> {
    type Error = ReadError;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        self.0.take().map(|name| seed.deserialize(name)).transpose()
    }
}

impl Cursor<'_> {
    /// Passes a name whose opening quote has been peeked at, and its colon, if it is `expected` as compact JSON.
    #[inline]
    pub(super) fn pass_name(&mut self, expected: &str) -> bool {
        let start = self.at + 1;
        let end = start + expected.len();
        let bytes = self.text.as_bytes();
        let is_expected = bytes.get(end) == Some(&b'"')
            && bytes.get(end + 1) == Some(&b':')
            && bytes.get(start..end).is_some_and(|name| is_same_name(name, expected.as_bytes()));
        if is_expected {
            self.at = end + 2;
        }
        is_expected
    }
}

/// Whether two names are the same; most are too short for a call of `memcmp` to pay.
#[inline]
pub(in super::super) fn is_same_name(one: &[u8], two: &[u8]) -> bool {
    match one.len() {
        length if length != two.len() => false,
        8..=16 => one.first_chunk::<8>() == two.first_chunk() && one.last_chunk::<8>() == two.last_chunk(),
        4..8 => one.first_chunk::<4>() == two.first_chunk() && one.last_chunk::<4>() == two.last_chunk(),
        _ => one == two,
    }
}
