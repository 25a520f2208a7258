//! The integers of draft 4: of any size, and written without fraction and exponent (Core §3.5 there).

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::ser::{Serialize, Serializer};

use super::super::instance::{Instance, View};
use super::super::json::Json;
use super::super::number::{Integer, NotAnInteger, Number, NumberView};

/// An exact integer that is written as one: `7` is, `7.0` and `7e0` are not.
///
/// ```
/// # use codegen::support::PlainInteger;
/// let wide: PlainInteger = "18446744073709551617".parse().unwrap();
/// assert_eq!(wide.as_u64(), None);
/// assert!("7.0".parse::<PlainInteger>().is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainInteger(Integer);

impl PlainInteger {
    /// The integer as validation sees it.
    #[inline]
    #[must_use]
    pub fn view(&self) -> NumberView<'_> {
        self.0.view()
    }
}

impl Deref for PlainInteger {
    type Target = Integer;

    fn deref(&self) -> &Integer {
        &self.0
    }
}

impl TryFrom<Number> for PlainInteger {
    type Error = NotAnInteger;

    fn try_from(number: Number) -> Result<Self, NotAnInteger> {
        if number.view().is_plain_integer() { Integer::try_from(number).map(Self) } else { Err(NotAnInteger) }
    }
}

impl From<PlainInteger> for Integer {
    fn from(integer: PlainInteger) -> Self {
        integer.0
    }
}

impl From<PlainInteger> for Number {
    fn from(integer: PlainInteger) -> Self {
        integer.0.into()
    }
}

impl From<PlainInteger> for Json {
    fn from(integer: PlainInteger) -> Self {
        Self::Number(integer.into())
    }
}

macro_rules! from_machine_integers {
    ($($machine:ty)*) => {$(
        impl From<$machine> for PlainInteger {
            fn from(value: $machine) -> Self {
                Self(Integer::from(value))
            }
        }
    )*};
}

from_machine_integers!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128);

impl FromStr for PlainInteger {
    type Err = NotAnInteger;

    fn from_str(text: &str) -> Result<Self, NotAnInteger> {
        Number::parse(text).ok_or(NotAnInteger).and_then(Self::try_from)
    }
}

impl fmt::Display for PlainInteger {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Instance for PlainInteger {
    fn view(&self) -> View<'_> {
        Instance::view(&self.0)
    }
}

impl Serialize for PlainInteger {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PlainInteger {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an integer, written without fraction and exponent";
        Self::try_from(Number::deserialize(deserializer)?)
            .map_err(|_| D::Error::invalid_type(Unexpected::Other("another number"), &expected))
    }
}
