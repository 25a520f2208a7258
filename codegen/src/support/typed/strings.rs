//! Closed sets of strings.

use serde::de::{self, Deserializer, Visitor};
use std::fmt;
use std::marker::PhantomData;

use super::contract::{Contract, refuse};
use super::string::Text;

/// An enum without data whose variants stand for strings.
pub trait StringsType: Contract + Copy + 'static {
    /// The variant of a text.
    fn of(text: &str) -> Option<Self>;
}

/// Reads one of the strings.
///
/// # Errors
///
/// The deserializer's, or a text that is none of them.
pub fn read_strings<'de, T: StringsType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringsVisitor(PhantomData))
}

struct StringsVisitor<T>(PhantomData<T>);

impl<T: StringsType> Visitor<'_> for StringsVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::of(text).ok_or_else(|| refuse(T::schema(), &Text(text)))
    }
}

/// Implements everything for a closed set of strings.
macro_rules! strings_type {
    ($name:ident, $schema:ident, { $($variant:ident => $text:literal,)* }) => {
        support::strings_type!($name, $schema, { $($variant => $text,)* }, |_value| true);
    };
    ($name:ident, $schema:ident, { $($variant:ident => $text:literal,)* }, |$value:ident| $accepts:expr) => {
        impl $name {
            /// Every variant, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The string that the variant stands for.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl support::StringsType for $name {
            #[inline]
            fn of(text: &str) -> Option<Self> {
                let found = match text {
                    $($text => Self::$variant,)*
                    _ => return None,
                };
                let $value = &found;
                ($accepts).then_some(found)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl TryFrom<&str> for $name {
            type Error = support::Error;

            fn try_from(text: &str) -> Result<Self, support::Error> {
                <Self as support::StringsType>::of(text)
                    .ok_or_else(|| support::Error::of(&schemas::$schema, &support::Text(text)))
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::Error;

            fn from_str(text: &str) -> Result<Self, support::Error> {
                Self::try_from(text)
            }
        }

        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::View::String(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_strings(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use strings_type;
