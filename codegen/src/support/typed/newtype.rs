//! Newtypes over another type: lists, maps and any JSON, with what their schema asks beyond it.

use serde::de::{Deserialize, Deserializer};

use super::super::instance::Instance;
use super::contract::{Contract, refuse};

/// A type that its schema may restrict further.
pub trait CheckedNewtype: Contract {
    /// What it wraps.
    type Content: Instance;

    /// The content as a value, or as it was if the schema does not accept it.
    ///
    /// # Errors
    ///
    /// The content.
    fn checked(content: Self::Content) -> Result<Self, Self::Content>;
}

/// Reads a newtype.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_newtype<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: CheckedNewtype,
    T::Content: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::checked(T::Content::deserialize(deserializer)?).map_err(|content| refuse(T::schema(), &content))
}

/// Implements everything for a newtype over another type; the closure says which contents the schema accepts, and
/// without one it accepts all.
macro_rules! newtype {
    ($name:ident($content:ty), $schema:ident) => {
        impl support::CheckedNewtype for $name {
            type Content = $content;

            #[inline]
            fn checked(content: Self::Content) -> Result<Self, Self::Content> {
                Ok(Self(content))
            }
        }

        impl From<$content> for $name {
            fn from(content: $content) -> Self {
                Self(content)
            }
        }

        support::newtype!(@shared $name($content), $schema);
    };
    ($name:ident($content:ty), $schema:ident, |$value:ident| $accepts:expr) => {
        impl support::CheckedNewtype for $name {
            type Content = $content;

            #[inline]
            fn checked(content: Self::Content) -> Result<Self, Self::Content> {
                let $value = &content;
                if $accepts { Ok(Self(content)) } else { Err(content) }
            }
        }

        impl TryFrom<$content> for $name {
            type Error = support::Error;

            fn try_from(content: $content) -> Result<Self, support::Error> {
                <Self as support::CheckedNewtype>::checked(content)
                    .map_err(|content| support::Error::of(&schemas::$schema, &content))
            }
        }

        support::newtype!(@shared $name($content), $schema);
    };
    (@shared $name:ident($content:ty), $schema:ident) => {
        impl $name {
            /// The content, as the schema accepts it.
            #[must_use]
            pub fn into_inner(self) -> $content {
                self.0
            }
        }

        impl std::ops::Deref for $name {
            type Target = $content;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::Instance::view(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_newtype(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use newtype;
