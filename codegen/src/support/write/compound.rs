//! Arrays and objects, item by item.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::key::Key;
use super::layout::Layout;
use super::string::push_string;
use super::{WriteError, Writer};

/// An array or an object that has been begun.
pub(super) struct Compound<'a, L> {
    writer: &'a mut Writer<L>,
    close: u8,
    is_empty: bool,
    /// Whether it is the content of a variant, in an object of its own.
    is_content: bool,
}

impl<'a, L: Layout> Compound<'a, L> {
    #[inline]
    pub(super) fn array(writer: &'a mut Writer<L>) -> Self {
        writer.layout.open(&mut writer.text, b'[');
        Self { writer, close: b']', is_empty: true, is_content: false }
    }

    #[inline]
    pub(super) fn object(writer: &'a mut Writer<L>) -> Self {
        writer.layout.open(&mut writer.text, b'{');
        Self { writer, close: b'}', is_empty: true, is_content: false }
    }

    /// The same as the content of a variant, whose object has been begun.
    pub(super) fn of_variant(self) -> Self {
        Self { is_content: true, ..self }
    }

    #[inline]
    fn begin_item(&mut self) {
        self.writer.layout.item(&mut self.writer.text, self.is_empty);
        self.is_empty = false;
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.begin_item();
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), WriteError> {
        self.begin_item();
        push_string(&mut self.writer.text, name);
        self.writer.layout.colon(&mut self.writer.text);
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn finish(self) {
        let Writer { text, layout } = self.writer;
        layout.close(text, self.close, self.is_empty);
        if self.is_content {
            layout.close(text, b'}', false);
        }
    }
}

macro_rules! items {
    ($($name:ident $method:ident)*) => {$(
        impl<L: Layout> $name for Compound<'_, L> {
            type Ok = ();
            type Error = WriteError;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.item(value)
            }

            #[inline]
            fn end(self) -> Result<(), WriteError> {
                self.finish();
                Ok(())
            }
        }
    )*};
}

items! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

macro_rules! members {
    ($($name:ident)*) => {$(
        impl<L: Layout> $name for Compound<'_, L> {
            type Ok = ();
            type Error = WriteError;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), WriteError> {
                self.member(name, value)
            }

            #[inline]
            fn end(self) -> Result<(), WriteError> {
                self.finish();
                Ok(())
            }
        }
    )*};
}

members! { SerializeStruct SerializeStructVariant }

impl<L: Layout> SerializeMap for Compound<'_, L> {
    type Ok = ();
    type Error = WriteError;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), WriteError> {
        self.begin_item();
        name.serialize(Key { text: &mut self.writer.text })?;
        self.writer.layout.colon(&mut self.writer.text);
        Ok(())
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), WriteError> {
        self.finish();
        Ok(())
    }
}
