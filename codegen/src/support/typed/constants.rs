//! Closed sets of values of any JSON type.

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, Visitor};
use std::fmt;

use super::super::constant::Constant;
use super::super::instance::equal;
use super::super::json::Json;
use super::contract::{Contract, refuse};

/// An enum without data whose variants stand for JSON values.
pub trait ConstantType: Contract + Copy + 'static {
    /// The variants and their values.
    const VALUES: &'static [(Self, Constant)];

    /// The value that the variant stands for.
    fn constant(self) -> &'static Constant;

    /// Whether the keywords hold that the set of values does not keep by itself. They may ask how a number is written,
    /// which the variants do not tell.
    fn accepts(value: &Json) -> bool;
}

/// Reads one of the values.
///
/// # Errors
///
/// The deserializer's, or a value that is none of them.
pub fn read_constant<'de, T: ConstantType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Json::deserialize(deserializer)?;
    let found = T::VALUES.iter().find(|(_, constant)| equal(constant, &value));
    found.filter(|_| T::accepts(&value)).map(|(variant, _)| *variant).ok_or_else(|| refuse(T::schema(), &value))
}

/// Reads a value that must be this one.
pub struct ConstantSeed(pub &'static Constant);

impl<'de> DeserializeSeed<'de> for ConstantSeed {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Constant::String(text) = self.0 {
            return deserializer.deserialize_str(TextVisitor(text));
        }
        let value = Json::deserialize(deserializer)?;
        if equal(self.0, &value) { Ok(()) } else { Err(other(self.0)) }
    }
}

#[cold]
fn other<E: de::Error>(constant: &Constant) -> E {
    E::custom(format_args!("const: expected {constant}"))
}

struct TextVisitor(&'static str);

impl Visitor<'_> for TextVisitor {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Constant::String(self.0), formatter)
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        if text == self.0 { Ok(()) } else { Err(other(&Constant::String(self.0))) }
    }
}

/// Implements everything for a closed set of JSON values.
macro_rules! constants_type {
    ($name:ident, $schema:ident, { $($variant:ident => $constant:expr,)* }) => {
        support::constants_type!($name, $schema, { $($variant => $constant,)* }, |_value| true);
    };
    ($name:ident, $schema:ident, { $($variant:ident => $constant:expr,)* }, |$value:ident| $accepts:expr) => {
        impl support::ConstantType for $name {
            const VALUES: &'static [(Self, support::Constant)] = &[$((Self::$variant, $constant)),*];

            fn constant(self) -> &'static support::Constant {
                match self {
                    $(Self::$variant => const { &$constant },)*
                }
            }

            fn accepts($value: &support::Json) -> bool {
                $accepts
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(support::ConstantType::constant(*self), formatter)
            }
        }

        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::Instance::view(support::ConstantType::constant(*self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(support::ConstantType::constant(*self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_constant(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use constants_type;
