//! Enums whose variants are tried one after the other, on the text itself where the reader can go back.

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

use super::super::json::Json;
use super::super::read::ATTEMPTS_TOKEN;
use super::choices;
use super::contract::{Contract, refuse};
use super::signs::Sign;

/// An enum whose variants are tried.
pub trait UnionType: Contract {
    /// The signs of each variant, without which it is not tried.
    const SIGNS: &'static [&'static [Sign]];

    /// Reads the value as its variants, each attempt from the value's start; `None` if the schema accepts no reading.
    fn read<'de, A: SeqAccess<'de>>(attempts: A) -> Option<Self>;
}

/// Reads an enum by trial.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_union<'de, T: UnionType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(ATTEMPTS_TOKEN, UnionVisitor(PhantomData))
}

/// One attempt.
#[inline]
pub fn attempt<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(attempts: &mut A) -> Option<T> {
    attempts.next_element().ok().flatten()
}

struct UnionVisitor<T>(PhantomData<T>);

impl<T: UnionType> UnionVisitor<T> {
    /// Deserializers that cannot go back give their value to a buffer that can.
    fn buffer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let value = Json::deserialize(deserializer)?;
        value.typed().map_err(|_| refuse(T::schema(), &value))
    }
}

impl<'de, T: UnionType> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        if access.size_hint() == Some(usize::MAX) {
            return choices::read(access).ok_or_else(|| de::Error::custom(T::SCHEMA_ID));
        }
        Self::buffer(SeqAccessDeserializer::new(access))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        Self::buffer(deserializer)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        Self::buffer(deserializer)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        Self::buffer(MapAccessDeserializer::new(access))
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        Self::buffer(().into_deserializer())
    }

    fn visit_none<E: de::Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        Self::buffer(value.into_deserializer())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        Self::buffer(value.into_deserializer())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        Self::buffer(value.into_deserializer())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        Self::buffer(value.into_deserializer())
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<T, E> {
        Self::buffer(BorrowedStrDeserializer::new(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Self::buffer(text.into_deserializer())
    }
}

/// Implements everything for an enum whose first reading counts (`anyOf`), or whose only reading does (`oneOf`).
///
/// Functions with type parameters do not spell the contents' types, which may be called as the parameters are.
macro_rules! union_type {
    ($name:ident, $schema:ident, any { $($variant:ident($content:ty) $(if [$($sign:ident($($of:expr),+ $(,)?)),+ $(,)?])?,)* }) => {
        support::union_type!($name, $schema, any { $($variant($content) $(if [$($sign($($of),+)),+])?,)* }, |_value| true);
    };
    ($name:ident, $schema:ident, one { $($variant:ident($content:ty) $(if [$($sign:ident($($of:expr),+ $(,)?)),+ $(,)?])?,)* }) => {
        support::union_type!($name, $schema, one { $($variant($content) $(if [$($sign($($of),+)),+])?,)* }, |_value| true);
    };
    ($name:ident, $schema:ident, any { $($variant:ident($content:ty) $(if [$($sign:ident($($of:expr),+ $(,)?)),+ $(,)?])?,)* }, |$this:ident| $accepts:expr) => {
        impl support::UnionType for $name {
            const SIGNS: &'static [&'static [support::Sign]] = &[$(&[$($(support::Sign::$sign($($of),+)),+)?]),*];

            // A generated type may be called `A`.
            fn read<'de, __A: serde::de::SeqAccess<'de>>(mut attempts: __A) -> Option<Self> {
                $(
                    if let Some(read) = support::attempt(&mut attempts).map(Self::$variant) {
                        let $this = &read;
                        return ($accepts).then_some(read);
                    }
                )*
                None
            }
        }

        support::union_type!(@shared $name, $schema, { $($variant($content),)* });
    };
    ($name:ident, $schema:ident, one { $($variant:ident($content:ty) $(if [$($sign:ident($($of:expr),+ $(,)?)),+ $(,)?])?,)* }, |$this:ident| $accepts:expr) => {
        impl support::UnionType for $name {
            const SIGNS: &'static [&'static [support::Sign]] = &[$(&[$($(support::Sign::$sign($($of),+)),+)?]),*];

            // A generated type may be called `A`.
            fn read<'de, __A: serde::de::SeqAccess<'de>>(mut attempts: __A) -> Option<Self> {
                let mut only = None;
                $(
                    if let Some(read) = support::attempt(&mut attempts).map(Self::$variant) {
                        if only.is_some() {
                            return None;
                        }
                        only = Some(read);
                    }
                )*
                only.filter(|$this| $accepts)
            }
        }

        support::union_type!(@shared $name, $schema, { $($variant($content),)* });
    };
    (@shared $name:ident, $schema:ident, { $($variant:ident($content:ty),)* }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_union(deserializer)
            }
        }

        support::variants!($name, $schema, { $($variant($content),)* });
    };
}
pub(crate) use union_type;
