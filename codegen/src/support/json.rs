//! Any JSON value, exact: numbers keep their value and objects refuse a repeated member.

mod access;
mod canonical;
mod convert;
mod deserialize;
mod pointer;

use std::fmt;
use std::str::FromStr;

use serde::de::Deserialize;
use serde::ser::{Serialize, Serializer};

use super::map::Object;
use super::number::Number;
use super::read::{self, ReadError};
use super::typed::choices;
use super::write;

pub use canonical::NotCanonical;

pub(super) use access::JsonVisitor;
pub(super) use pointer::{array_index, escaped, unescaped};

/// Any JSON value.
///
/// ```
/// # use codegen::support::Json;
/// let json: Json = r#"{"b": [1.0, 123456789012345678901], "a": null}"#.parse().unwrap();
/// assert_eq!(json.to_string(), r#"{"a":null,"b":[1.0,123456789012345678901]}"#);
/// assert_eq!(json.pointer("/b/0"), Some(&Json::from(1_u8)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, exact.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// The truth value, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The number as `u64`, if it is a whole number in its range.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(Number::as_u64)
    }

    /// The number as `i64`, if it is a whole number in its range.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(Number::as_i64)
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Json]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value of the member called `name`, if it is an object that has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.as_object().and_then(|members| members.get(name))
    }

    /// Reads a type from this value, with exact numbers.
    ///
    /// # Errors
    ///
    /// The value is not one that the type accepts.
    pub fn typed<'de, T: Deserialize<'de>>(&'de self) -> Result<T, ReadError> {
        choices::apart(|| T::deserialize(self))
    }
}

impl FromStr for Json {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        read::from_str(text)
    }
}

impl fmt::Display for Json {
    /// Writes the value as compact JSON.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&write::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => items.serialize(serializer),
            Self::Object(members) => members.serialize(serializer),
        }
    }
}
