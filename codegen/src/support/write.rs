//! Writing JSON text: a serde serializer that keeps numbers exact.

mod compound;
mod key;
mod layout;
mod number;
mod serialize;
mod string;

use std::fmt;

use serde::ser::{self, Serialize};

use layout::{Compact, Indented, Layout};

/// Why a value cannot be written as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    message: Box<str>,
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for WriteError {}

impl ser::Error for WriteError {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { message: message.to_string().into() }
    }
}

/// Writes compact JSON.
///
/// ```
/// # use codegen::support::{Number, write};
/// let exact = Number::parse("0.10000000000000000000000000001").unwrap();
/// let text = write::to_string(&("exact", exact, 1.0, None::<bool>)).unwrap();
/// assert_eq!(text, r#"["exact",0.10000000000000000000000000001,1.0,null]"#);
/// ```
///
/// # Errors
///
/// The value is none that JSON can say: a float that is not finite, a map with keys that are not strings, or what the
/// value's own `Serialize` refuses.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, WriteError> {
    Writer::written(value, Compact)
}

/// Writes JSON with a line for each item and member, indented by two spaces.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, WriteError> {
    Writer::written(value, Indented::default())
}

/// Room for a small document is made at once.
const ROOM: usize = 512;

/// A serializer that appends to its text, which is UTF-8.
///
/// Bytes cost less to append to than a string; they are checked once, at the end.
struct Writer<L> {
    text: Vec<u8>,
    layout: L,
}

impl<L: Layout> Writer<L> {
    fn written<T: Serialize + ?Sized>(value: &T, layout: L) -> Result<String, WriteError> {
        let mut writer = Self { text: Vec::with_capacity(ROOM), layout };
        value.serialize(&mut writer)?;
        String::from_utf8(writer.text).map_err(ser::Error::custom)
    }
}
