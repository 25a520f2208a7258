//! Reading JSON text into types: a serde deserializer that keeps numbers exact and strings as slices of the text.
//!
//! It is given `str`, so UTF-8 has been checked once for the whole text and no string is checked again.

mod attempts;
mod cursor;
mod deserialize;
mod error;
mod exact;
mod items;
mod locate;
mod members;
mod name;
mod name_text;
mod number;
mod pass;
mod plain;
mod skip;
mod string;
mod tagged;
mod text;
mod token;
mod variant;
mod walk;

use serde::de::Deserialize;

use cursor::Cursor;
use error::Fault;

pub use error::{ReadError, Reason, repeated_member_error};
pub use locate::{line_column, locate, locate_member, pointer_at, repeated_member};
pub use token::{ATTEMPTS_TOKEN, NAME_TOKEN, NUMBER_TOKEN, PLACE_TOKEN, TAG_TOKEN, TEXT_TOKEN};

pub(super) use exact::{visit_exact, visit_nearest};
pub(super) use name::is_same_name;
pub(super) use name_text::NameText;
pub(super) use plain::{is_plain, plain_length};

/// How deeply arrays and objects may be nested, one less, as in `serde_json`.
pub const DEPTH: usize = 128;

/// Reads a value from JSON text.
///
/// ```
/// # use codegen::support::read;
/// let pairs: Vec<(String, u8)> = read::from_str(r#"[["a", 1], ["b", 2]]"#).unwrap();
/// assert_eq!(pairs, [("a".to_owned(), 1), ("b".to_owned(), 2)]);
///
/// let error = read::from_str::<Vec<u8>>("[1, 2").unwrap_err();
/// assert_eq!(error.to_string(), "expected `,` or `]` at offset 5");
/// ```
///
/// # Errors
///
/// The text is not one JSON value with nothing but white space around it, it is nested too deeply, or its value is
/// not what the type accepts.
#[inline]
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, ReadError> {
    from_str_with_depth(text, DEPTH)
}

/// Reads a value from JSON text, in which arrays and objects may be nested less than `depth` deep.
///
/// A type that is nested itself, such as [`Json`](super::json::Json), takes stack for each level.
///
/// # Errors
///
/// As [`from_str`].
#[inline]
pub fn from_str_with_depth<'de, T: Deserialize<'de>>(text: &'de str, depth: usize) -> Result<T, ReadError> {
    let mut reader = Reader { depth, ..Reader::new(text) };
    match T::deserialize(&mut reader) {
        Ok(value) => reader.cursor.expect_end().map(|()| value),
        Err(error) => Err(error.refused_at(reader.cursor.at)),
    }
}

/// A deserializer for JSON text.
#[derive(Clone, Debug)]
pub struct Reader<'de> {
    cursor: Cursor<'de>,
    /// How many levels more, less one, may be opened.
    depth: usize,
    /// Where the name stands that was read last.
    name_at: usize,
}

impl<'de> Reader<'de> {
    /// A reader at the start of `text`.
    #[must_use]
    pub fn new(text: &'de str) -> Self {
        Self { cursor: Cursor::new(text), depth: DEPTH, name_at: 0 }
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    ///
    /// There is more text.
    pub fn end(mut self) -> Result<(), ReadError> {
        self.cursor.expect_end()
    }

    /// Reads what is inside of the bracket that has been peeked at, up to and with its counterpart.
    #[inline]
    fn nested<T>(
        &mut self,
        close: u8,
        fault: Fault,
        read: impl FnOnce(&mut Self) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        if self.depth <= 1 {
            return Err(self.cursor.error(Fault::Depth));
        }
        self.depth -= 1;
        self.cursor.advance();
        let value = read(self)?;
        match self.cursor.token() {
            byte if byte == close => {}
            // What comes next is well-formed, for all that is known, but the visitor does not want it.
            b',' => return Err(self.cursor.error(Fault::Refused)),
            _ => return Err(self.cursor.error(fault)),
        }
        self.cursor.advance();
        self.depth += 1;
        Ok(value)
    }

    /// Whether, behind an opening bracket, there is an item or a member and not `close`.
    #[inline]
    fn has_first(&mut self, close: u8) -> bool {
        self.cursor.token() != close
    }

    /// Whether another item or member follows; passes the comma but not `close`.
    #[inline]
    fn has_next(&mut self, close: u8, fault: Fault) -> Result<bool, ReadError> {
        match self.cursor.token() {
            b',' => {
                self.cursor.advance();
                Ok(true)
            }
            byte if byte == close => Ok(false),
            _ => Err(self.cursor.error(fault)),
        }
    }
}
