//! The writer as a serde serializer, in the shapes that `serde_json` gives to Rust's types.

use std::fmt;
use std::io::Write;

use serde::ser::{Error, Serialize, Serializer};

use super::super::read::NUMBER_TOKEN;
use super::compound::Compound;
use super::layout::Layout;
use super::number::{push_float, push_integer, push_signed};
use super::string::push_string;
use super::{WriteError, Writer};

impl<L: Layout> Writer<L> {
    /// Appends a number that announces itself by [`NUMBER_TOKEN`]: its second answer is its spelling.
    fn push_exact<T: Serialize + ?Sized>(&mut self, number: &T) -> Result<(), WriteError> {
        let answer = fmt::from_fn(|formatter| number.serialize(formatter));
        let mut spelling = String::new();
        // The first answer is for others, and may well be an error.
        let _ = fmt::write(&mut spelling, format_args!("{answer}"));
        spelling.clear();
        fmt::write(&mut spelling, format_args!("{answer}")).map_err(WriteError::custom)?;
        self.text.extend_from_slice(spelling.as_bytes());
        Ok(())
    }

    /// Begins the object of a variant with content.
    fn open_variant(&mut self, variant: &str) {
        self.layout.open(&mut self.text, b'{');
        self.layout.item(&mut self.text, true);
        push_string(&mut self.text, variant);
        self.layout.colon(&mut self.text);
    }
}

macro_rules! write_integers {
    ($($method:ident $machine:ty => $push:ident)*) => {$(
        #[inline]
        fn $method(self, value: $machine) -> Result<(), WriteError> {
            $push(&mut self.text, value.into());
            Ok(())
        }
    )*};
}

impl<'a, L: Layout> Serializer for &'a mut Writer<L> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Compound<'a, L>;
    type SerializeTuple = Compound<'a, L>;
    type SerializeTupleStruct = Compound<'a, L>;
    type SerializeTupleVariant = Compound<'a, L>;
    type SerializeMap = Compound<'a, L>;
    type SerializeStruct = Compound<'a, L>;
    type SerializeStructVariant = Compound<'a, L>;

    write_integers! {
        serialize_u8 u8 => push_integer
        serialize_u16 u16 => push_integer
        serialize_u32 u32 => push_integer
        serialize_u64 u64 => push_integer
        serialize_i8 i8 => push_signed
        serialize_i16 i16 => push_signed
        serialize_i32 i32 => push_signed
        serialize_i64 i64 => push_signed
    }

    fn serialize_u128(self, value: u128) -> Result<(), WriteError> {
        write!(self.text, "{value}").map_err(WriteError::custom)
    }

    fn serialize_i128(self, value: i128) -> Result<(), WriteError> {
        write!(self.text, "{value}").map_err(WriteError::custom)
    }

    /// Writes the shortest decimal of the `f32` itself, not of the `f64` that is equal to it.
    fn serialize_f32(self, value: f32) -> Result<(), WriteError> {
        if !value.is_finite() {
            return Err(WriteError::custom("a float that is not finite"));
        }
        write!(self.text, "{value:?}").map_err(WriteError::custom)
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<(), WriteError> {
        push_float(&mut self.text, value)
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.text.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), WriteError> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), WriteError> {
        push_string(&mut self.text, value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), WriteError> {
        self.collect_seq(value)
    }

    #[inline]
    fn serialize_none(self) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), WriteError> {
        self.text.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), WriteError> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), WriteError> {
        if name == NUMBER_TOKEN { self.push_exact(value) } else { value.serialize(self) }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.open_variant(variant);
        value.serialize(&mut *self)?;
        self.layout.close(&mut self.text, b'}', false);
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a, L>, WriteError> {
        Ok(Compound::array(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a, L>, WriteError> {
        Ok(Compound::array(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a, L>, WriteError> {
        Ok(Compound::array(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a, L>, WriteError> {
        self.open_variant(variant);
        Ok(Compound::array(self).of_variant())
    }

    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a, L>, WriteError> {
        Ok(Compound::object(self))
    }

    #[inline]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'a, L>, WriteError> {
        Ok(Compound::object(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a, L>, WriteError> {
        self.open_variant(variant);
        Ok(Compound::object(self).of_variant())
    }
}
