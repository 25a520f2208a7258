//! Newtypes over numbers and integers whose value the schema restricts.

use serde::de::{Deserialize, Deserializer};

use super::super::number::{NotAnInteger, NotFinite, Number};
use super::super::violation::{Error, Violation};
use super::contract::{Contract, refuse};

/// A number that its schema accepts.
pub trait CheckedNumber: Contract {
    /// The value, if the schema accepts `number`.
    fn accept(number: &Number) -> Option<Self>;
}

/// Reads a checked number; `7.0` and `7e0` are integers (JSON Schema Core §4.2.1).
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_number<'de, T: CheckedNumber, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let number = Number::deserialize(deserializer)?;
    T::accept(&number).ok_or_else(|| refuse(T::schema(), &number))
}

/// The integer as one of Rust's, if it is one and fits.
#[inline]
#[must_use]
pub fn fit<T: TryFrom<u64> + TryFrom<i64>>(number: &Number) -> Option<T> {
    match number.as_u64() {
        Some(value) => T::try_from(value).ok(),
        None => number.as_i64().and_then(|value| T::try_from(value).ok()),
    }
}

impl From<NotFinite> for Error {
    fn from(_: NotFinite) -> Self {
        wrong_number("a finite number", "NaN or an infinity")
    }
}

impl From<NotAnInteger> for Error {
    fn from(_: NotAnInteger) -> Self {
        wrong_number("an integer", "a fraction")
    }
}

/// The error of a Rust number that is not the JSON number that was asked for.
#[cold]
fn wrong_number(expected: &str, found: &str) -> Error {
    let (expected, found) = (expected.to_owned(), found.to_owned());
    Error::from(Violation { keyword: "type", expected, found, ..Violation::default() })
}

/// Implements everything for a newtype over one of Rust's integers; the closure says which the schema accepts, in what
/// spelling, a method of `NumberView` may say.
macro_rules! integer_type {
    ($name:ident($repr:ident), $schema:ident, $($is_spelled:ident,)? |$value:ident| $accepts:expr) => {
        impl support::CheckedNumber for $name {
            #[inline]
            fn accept(number: &support::Number) -> Option<Self> {
                $(number.view().$is_spelled().then_some(())?;)?
                let $value: $repr = support::fit(number)?;
                ($accepts).then_some(Self($value))
            }
        }

        impl $name {
            /// The integer.
            #[must_use]
            pub const fn get(self) -> $repr {
                self.0
            }
        }

        impl From<$name> for $repr {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, formatter)
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

        support::checked_number!($name, $schema, u8 u16 u32 u64 i8 i16 i32 i64);
    };
}

/// Implements everything for a newtype over [`Number`] or `Integer`, as `integer_type!` does.
macro_rules! number_type {
    ($name:ident($repr:ident), $schema:ident, $($is_spelled:ident,)? |$value:ident| $accepts:expr) => {
        impl support::CheckedNumber for $name {
            #[inline]
            fn accept(number: &support::Number) -> Option<Self> {
                $(number.view().$is_spelled().then_some(())?;)?
                let exact = support::$repr::try_from(number.clone()).ok()?;
                let $value = &exact;
                ($accepts).then_some(Self(exact))
            }
        }

        impl $name {
            /// The exact value.
            #[must_use]
            pub const fn get(&self) -> &support::$repr {
                &self.0
            }

            /// The nearest floating-point number.
            #[must_use]
            pub fn as_f64(&self) -> f64 {
                self.0.as_f64()
            }
        }

        impl From<$name> for support::Number {
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        impl TryFrom<f64> for $name {
            type Error = support::Error;

            fn try_from(value: f64) -> Result<Self, support::Error> {
                Self::try_from(support::Number::try_from(value)?)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, formatter)
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

        support::checked_number!($name, $schema, u8 u16 u32 u64 i8 i16 i32 i64);
    };
}

/// What newtypes over integers and numbers share.
macro_rules! checked_number {
    ($name:ident, $schema:ident, $($integer:ident)*) => {
        $(
            impl TryFrom<$integer> for $name {
                type Error = support::Error;

                fn try_from(value: $integer) -> Result<Self, support::Error> {
                    Self::try_from(support::Number::from(value))
                }
            }
        )*

        impl TryFrom<support::Number> for $name {
            type Error = support::Error;

            fn try_from(number: support::Number) -> Result<Self, support::Error> {
                <Self as support::CheckedNumber>::accept(&number)
                    .ok_or_else(|| support::Error::of(&schemas::$schema, &number))
            }
        }

        impl std::str::FromStr for $name {
            type Err = support::Error;

            fn from_str(text: &str) -> Result<Self, support::Error> {
                Self::from_json(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_number(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use {checked_number, integer_type, number_type};
