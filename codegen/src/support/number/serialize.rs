//! Writing numbers exactly with our writer, and as exactly as they can be with any other serializer.

use std::cell::Cell;

use serde::ser::{Error, Serialize, Serializer};

use super::super::read::NUMBER_TOKEN;
use super::access::ForeignNumber;
use super::{Integer, Number, NumberView};

/// The spelling of a number that no machine number says.
///
/// Serialized once, as every serializer does with the inside of a newtype, it is the nearest number the format has.
/// Our writer knows the newtype's name and asks again, which gives the spelling.
struct Spelled<'a> {
    text: &'a str,
    was_asked: Cell<bool>,
}

impl Serialize for Spelled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.was_asked.replace(true) {
            return serializer.serialize_str(self.text);
        }
        if ForeignNumber::is_exact() {
            let number: serde_json::Number = serde_json::from_str(self.text).map_err(S::Error::custom)?;
            return number.serialize(serializer);
        }
        let nearest = NumberView::Text(self.text).as_f64();
        if nearest.is_finite() {
            serializer.serialize_f64(nearest)
        } else {
            Err(S::Error::custom("number out of range"))
        }
    }
}

impl Serialize for NumberView<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            NumberView::Unsigned(value) => serializer.serialize_u64(value),
            NumberView::Negative(value) => serializer.serialize_i64(value),
            NumberView::Float(value) => serializer.serialize_f64(value),
            NumberView::Text(text) => {
                let spelled = Spelled { text, was_asked: Cell::new(false) };
                serializer.serialize_newtype_struct(NUMBER_TOKEN, &spelled)
            }
        }
    }
}

impl Serialize for Number {
    /// # Errors
    ///
    /// A number beyond the range of `f64` is refused by serializers that have no larger numbers.
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

impl Serialize for Integer {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}
