//! Numbers without a fraction.

use std::fmt;
use std::str::FromStr;

use super::error::{NotAnInteger, OutOfRange};
use super::{Number, NumberView};

/// An exact JSON integer of any size, however it was spelled: `7`, `7.0` and `7e0` are one integer.
///
/// It is written as plain digits where they fit 128 bits; a larger one keeps its spelling.
///
/// ```
/// # use codegen::support::{Integer, Number};
/// let seven = Integer::try_from(Number::parse("7e0").unwrap()).unwrap();
/// assert_eq!(seven, Integer::from(7_u8));
/// assert_eq!(seven.to_string(), "7");
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(Number);

impl Integer {
    /// Reads an integer in any spelling that JSON allows (RFC 8259 §6).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_view(NumberView::parse(text)?)
    }

    /// The integer that a view says, if it has no fraction.
    #[inline]
    pub(super) fn from_view(view: NumberView<'_>) -> Option<Self> {
        match view {
            NumberView::Unsigned(value) => Some(Self::from(value)),
            NumberView::Negative(value) => Some(Self::from(value)),
            _ if view.is_integer() => Some(Self::plain(view).unwrap_or_else(|| Self(Number::from(view)))),
            _ => None,
        }
    }

    /// The integer in plain digits.
    fn plain(view: NumberView<'_>) -> Option<Self> {
        let (is_negative, magnitude) = view.sign_and_magnitude()?;
        if is_negative { 0_i128.checked_sub_unsigned(magnitude).map(Self::from) } else { Some(Self::from(magnitude)) }
    }

    /// The integer as validation sees it.
    #[inline]
    #[must_use]
    pub fn view(&self) -> NumberView<'_> {
        self.0.view()
    }

    /// The integer as a number.
    #[must_use]
    pub fn as_number(&self) -> &Number {
        &self.0
    }

    /// The nearest `f64`; an infinity for an integer beyond its range.
    #[must_use]
    pub fn as_f64(&self) -> f64 {
        self.0.as_f64()
    }

    /// The integer as `u64`, if it is in range.
    #[inline]
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    /// The integer as `i64`, if it is in range.
    #[inline]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }
}

impl TryFrom<Number> for Integer {
    type Error = NotAnInteger;

    fn try_from(number: Number) -> Result<Self, NotAnInteger> {
        Self::from_view(number.view()).ok_or(NotAnInteger)
    }
}

impl From<Integer> for Number {
    fn from(integer: Integer) -> Self {
        integer.0
    }
}

impl TryFrom<f64> for Integer {
    type Error = NotAnInteger;

    fn try_from(value: f64) -> Result<Self, NotAnInteger> {
        Number::try_from(value).map_err(|_| NotAnInteger).and_then(Self::try_from)
    }
}

impl FromStr for Integer {
    type Err = NotAnInteger;

    fn from_str(text: &str) -> Result<Self, NotAnInteger> {
        Self::parse(text).ok_or(NotAnInteger)
    }
}

macro_rules! from_machine_integers {
    ($($machine:ty)*) => {$(
        impl From<$machine> for Integer {
            #[inline]
            fn from(value: $machine) -> Self {
                Self(Number::from(value))
            }
        }
    )*};
}

from_machine_integers!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128);

macro_rules! into_machine_integers {
    ($through:ident: $($machine:ty)*) => {$(
        impl TryFrom<&Integer> for $machine {
            type Error = OutOfRange;

            fn try_from(integer: &Integer) -> Result<Self, OutOfRange> {
                integer.$through().and_then(|value| value.try_into().ok()).ok_or(OutOfRange)
            }
        }
    )*};
}

into_machine_integers!(as_u64: u8 u16 u32 u64 usize);
into_machine_integers!(as_i64: i8 i16 i32 i64 isize);

impl fmt::Display for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Integer({self})")
    }
}
