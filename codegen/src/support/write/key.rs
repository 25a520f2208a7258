//! Map keys as members' names: strings, and numbers and truth values in quotes, as `serde_json` writes them.

use serde::ser::{Error, Impossible, Serialize, Serializer};

use super::WriteError;
use super::number::{push_float, push_integer, push_signed};
use super::string::push_string;

/// A serializer that appends a name.
pub(super) struct Key<'a> {
    pub(super) text: &'a mut Vec<u8>,
}

impl Key<'_> {
    fn quoted(self, push: impl FnOnce(&mut Vec<u8>) -> Result<(), WriteError>) -> Result<(), WriteError> {
        self.text.push(b'"');
        push(self.text)?;
        self.text.push(b'"');
        Ok(())
    }
}

#[cold]
fn no_name<T>() -> Result<T, WriteError> {
    Err(WriteError::custom("a map's key must be a string"))
}

macro_rules! write_integers {
    ($($method:ident $machine:ty => $push:ident)*) => {$(
        fn $method(self, value: $machine) -> Result<(), WriteError> {
            self.quoted(|text| {
                $push(text, value.into());
                Ok(())
            })
        }
    )*};
}

impl Serializer for Key<'_> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Impossible<(), WriteError>;
    type SerializeTuple = Impossible<(), WriteError>;
    type SerializeTupleStruct = Impossible<(), WriteError>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = Impossible<(), WriteError>;
    type SerializeStruct = Impossible<(), WriteError>;
    type SerializeStructVariant = Impossible<(), WriteError>;

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
        self.serialize_str(&value.to_string())
    }

    fn serialize_i128(self, value: i128) -> Result<(), WriteError> {
        self.serialize_str(&value.to_string())
    }

    fn serialize_f32(self, value: f32) -> Result<(), WriteError> {
        if value.is_finite() { self.serialize_str(&format!("{value:?}")) } else { no_name() }
    }

    fn serialize_f64(self, value: f64) -> Result<(), WriteError> {
        self.quoted(|text| push_float(text, value))
    }

    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.serialize_str(if value { "true" } else { "false" })
    }

    fn serialize_char(self, value: char) -> Result<(), WriteError> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), WriteError> {
        push_string(self.text, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), WriteError> {
        no_name()
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        no_name()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        no_name()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), WriteError> {
        no_name()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), WriteError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), WriteError> {
        no_name()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, WriteError> {
        no_name()
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, WriteError> {
        no_name()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, WriteError> {
        no_name()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, WriteError> {
        no_name()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, WriteError> {
        no_name()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, WriteError> {
        no_name()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, WriteError> {
        no_name()
    }
}
