//! Newtypes over `String` whose content the schema restricts.

use serde::de::{self, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

use super::super::instance::{Instance, View};
use super::contract::{Contract, refuse};

/// A string that its schema accepts.
pub trait CheckedString: Contract {
    /// The text as a value, or as it was if the schema does not accept it.
    ///
    /// # Errors
    ///
    /// The text.
    fn checked<S: AsRef<str> + Into<String>>(text: S) -> Result<Self, S>;
}

/// Reads a checked string, looking at it before it is copied.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
pub fn read_string<'de, T: CheckedString, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringVisitor(PhantomData))
}

/// Whether a text has so many characters, as JSON Schema counts them: code points (Validation §6.3.1).
#[must_use]
pub fn has_length(text: &str, min: usize, max: Option<usize>) -> bool {
    // A character takes one to four bytes, so most texts need no counting.
    let bytes = text.len();
    if bytes < min || max.is_some_and(|max| bytes > max.saturating_mul(4)) {
        return false;
    }
    let fits_at_least = bytes / 4 >= min;
    let fits_at_most = max.is_none_or(|max| bytes <= max);
    if fits_at_least && fits_at_most {
        return true;
    }
    let characters = text.chars().count();
    characters >= min && max.is_none_or(|max| characters <= max)
}

/// A borrowed text, for validation.
pub struct Text<'a>(pub &'a str);

impl Instance for Text<'_> {
    fn view(&self) -> View<'_> {
        View::String(self.0)
    }
}

struct StringVisitor<T>(PhantomData<T>);

impl<T: CheckedString> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::checked(text).map_err(|text| refuse(T::schema(), &Text(text)))
    }

    #[inline]
    fn visit_string<E: de::Error>(self, text: String) -> Result<T, E> {
        T::checked(text).map_err(|text| refuse(T::schema(), &text))
    }
}

/// Implements everything for a newtype over `String`; the closure says which texts the schema accepts.
macro_rules! string_type {
    ($name:ident, $schema:ident, |$text:ident| $accepts:expr) => {
        impl support::CheckedString for $name {
            #[inline]
            fn checked<S: AsRef<str> + Into<String>>(text: S) -> Result<Self, S> {
                #[inline]
                fn accepts($text: &str) -> bool {
                    $accepts
                }

                if accepts(text.as_ref()) { Ok(Self(text.into())) } else { Err(text) }
            }
        }

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(&self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl TryFrom<String> for $name {
            type Error = support::Error;

            fn try_from(text: String) -> Result<Self, support::Error> {
                <Self as support::CheckedString>::checked(text)
                    .map_err(|text| support::Error::of(&schemas::$schema, &text))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = support::Error;

            fn try_from(text: &str) -> Result<Self, support::Error> {
                <Self as support::CheckedString>::checked(text)
                    .map_err(|text| support::Error::of(&schemas::$schema, &support::Text(text)))
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::Error;

            fn from_str(text: &str) -> Result<Self, support::Error> {
                Self::try_from(text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::View::String(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_string(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use string_type;
