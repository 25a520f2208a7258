//! Enums that the instance's JSON type tells apart, read without a buffer.

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

use super::super::json::Json;
use super::super::number::ForeignNumber;
use super::super::read::NUMBER_TOKEN;
use super::contract::{Contract, refuse};

/// The JSON types that a reader can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A type that is read after its JSON type is known.
pub trait KindsType: Contract {
    /// Reads a value of this JSON type.
    ///
    /// # Errors
    ///
    /// The deserializer's, or the schema's refusal.
    fn read<'de, D: Deserializer<'de>>(kind: Kind, deserializer: D) -> Result<Self, D::Error>;

    /// Whether the keywords hold that the variants do not keep by themselves.
    fn accepts(&self) -> bool {
        true
    }
}

/// Reads an enum of JSON types.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_kinds<'de, T: KindsType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value: T = deserializer.deserialize_newtype_struct(NUMBER_TOKEN, KindsVisitor(PhantomData))?;
    if value.accepts() { Ok(value) } else { Err(refuse(T::schema(), &value)) }
}

/// The error for a JSON type that the schema does not list.
#[cold]
#[must_use]
pub fn unexpected_kind<T: KindsType, E: de::Error>(kind: Kind) -> E {
    E::custom(format_args!("type: {kind:?} is not a type that {} accepts", T::SCHEMA_ID))
}

/// Looks at a value's JSON type, then reads it as that.
pub struct KindsVisitor<T>(pub PhantomData<T>);

impl<'de, T: KindsType> Visitor<'de> for KindsVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        T::read(Kind::Null, ().into_deserializer())
    }

    fn visit_none<E: de::Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        read_kinds(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        T::read(Kind::Boolean, Present(value.into_deserializer()))
    }

    #[inline]
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        T::read(Kind::Number, Present(value.into_deserializer()))
    }

    #[inline]
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        T::read(Kind::Number, Present(value.into_deserializer()))
    }

    #[inline]
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        T::read(Kind::Number, Present(value.into_deserializer()))
    }

    #[inline]
    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<T, E> {
        T::read(Kind::String, Present(BorrowedStrDeserializer::new(text)))
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::read(Kind::String, Present(text.into_deserializer()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<T, E> {
        T::read(Kind::String, Present(text.into_deserializer()))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::read(Kind::Array, Present(SeqAccessDeserializer::new(access)))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        if access.size_hint() == Some(usize::MAX) {
            return T::read(Kind::Number, Present(MapAccessDeserializer::new(access)));
        }
        if ForeignNumber::is_exact() {
            let value = Json::deserialize(MapAccessDeserializer::new(access))?;
            let kind = if let Json::Number(_) = value { Kind::Number } else { Kind::Object };
            return T::read(kind, &value).map_err(|_| refuse(T::schema(), &value));
        }
        T::read(Kind::Object, Present(MapAccessDeserializer::new(access)))
    }
}

/// A value of a known JSON type other than `null`, which an `Option` may hold; serde's own deserializers of values refuse
/// to be one.
struct Present<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Present<D> {
    type Error = D::Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Implements everything for an enum of JSON types.
///
/// Functions with type parameters do not spell the contents' types, which may be called as the parameters are.
macro_rules! kinds_type {
    ($name:ident, $schema:ident, { $($variant:ident($content:ty): $($kind:ident)|+,)* }) => {
        support::kinds_type!($name, $schema, { $($variant($content): $($kind)|+,)* }, |_value| true);
    };
    ($name:ident, $schema:ident, { $($variant:ident($content:ty): $($kind:ident)|+,)* }, |$value:ident| $accepts:expr) => {
        impl support::KindsType for $name {
            #[inline]
            #[allow(unreachable_patterns, reason = "the variants may name every JSON type")]
            // A generated type may be called `D`.
            fn read<'de, __D: serde::Deserializer<'de>>(
                kind: support::Kind,
                deserializer: __D,
            ) -> Result<Self, __D::Error> {
                match kind {
                    $($(support::Kind::$kind)|+ => {
                        serde::Deserialize::deserialize(deserializer).map(Self::$variant)
                    })*
                    _ => Err(support::unexpected_kind::<Self, _>(kind)),
                }
            }

            #[inline]
            fn accepts(&self) -> bool {
                let $value = self;
                $accepts
            }
        }

        support::variants!($name, $schema, { $($variant($content),)* });

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_kinds(deserializer)
            }
        }
    };
}
pub(crate) use kinds_type;
