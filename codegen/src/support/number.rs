//! Exact JSON numbers: any number that JSON can spell, equal and ordered by its decimal value.
//!
//! A schema speaks of numbers as values (`1` is `1.0`, 2020-12 Core §4.2.2) and of any size, so neither `f64` nor
//! a pair of machine integers can judge `multipleOf` or `const` faithfully, nor write back what was read.

mod access;
mod decimal;
mod error;
mod integer;
mod multiple;
mod natural;
mod parse;
mod serialize;
mod view;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

pub use error::{NotANumber, NotAnInteger, NotFinite, OutOfRange};
pub use integer::Integer;
pub use view::NumberView;

pub(super) use access::{ExactText, ForeignNumber};

/// An exact JSON number.
///
/// Two numbers are equal when their decimal values are: `1`, `1.0` and `1e0` are one number. The kind is kept for
/// writing, so `1.0` is not written as `1`. A float stands for its shortest decimal: `0.1` is one tenth.
///
/// ```
/// # use codegen::support::Number;
/// let wide = Number::parse("18446744073709551617").unwrap();
/// assert_eq!(wide.to_string(), "18446744073709551617");
/// assert_eq!(Number::parse("1e0"), Some(Number::from(1_u8)));
/// assert!(Number::parse("0.1") < Number::parse("0.10000000000000000000001"));
/// ```
#[derive(Clone)]
pub struct Number(Repr);

/// The cheapest form that says the value exactly.
#[derive(Clone)]
enum Repr {
    Unsigned(u64),
    /// Below zero.
    Negative(i64),
    /// Finite.
    Float(f64),
    /// A JSON spelling of what the other forms cannot say.
    Text(Box<str>),
}

impl Number {
    /// Reads a number as JSON spells it (RFC 8259 §6), without white space around it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        NumberView::parse(text).map(Self::from)
    }

    /// The number as validation sees it.
    #[inline]
    #[must_use]
    pub fn view(&self) -> NumberView<'_> {
        match &self.0 {
            Repr::Unsigned(value) => NumberView::Unsigned(*value),
            Repr::Negative(value) => NumberView::Negative(*value),
            Repr::Float(value) => NumberView::Float(*value),
            Repr::Text(text) => NumberView::Text(text),
        }
    }

    /// The nearest `f64`; an infinity for a number beyond its range.
    #[must_use]
    pub fn as_f64(&self) -> f64 {
        self.view().as_f64()
    }

    /// The number as `u64`, if it is a whole number in its range, however it is spelled.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.view().as_u64()
    }

    /// The number as `i64`, if it is a whole number in its range, however it is spelled.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.view().as_i64()
    }

    /// Whether the value has no fraction; `1.0` is an integer (2020-12 Validation §6.1.1).
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.view().is_integer()
    }
}

impl From<NumberView<'_>> for Number {
    #[inline]
    fn from(view: NumberView<'_>) -> Self {
        Self(match view {
            NumberView::Unsigned(value) => Repr::Unsigned(value),
            NumberView::Negative(value) => return Self::from(value),
            NumberView::Float(value) if value.is_finite() => Repr::Float(value),
            NumberView::Float(_) => Repr::Unsigned(0),
            NumberView::Text(text) => return NumberView::parse(text).map_or(Self(Repr::Unsigned(0)), Self::exact),
        })
    }
}

impl Number {
    /// The number with this spelling, which must be one that JSON allows.
    fn spelled(text: String) -> Self {
        Self(Repr::Text(text.into()))
    }

    /// The number of a view that `NumberView::parse` has made.
    fn exact(view: NumberView<'_>) -> Self {
        Self(match view {
            NumberView::Unsigned(value) => Repr::Unsigned(value),
            NumberView::Negative(value) => Repr::Negative(value),
            NumberView::Float(value) => Repr::Float(value),
            NumberView::Text(text) => Repr::Text(text.into()),
        })
    }
}

impl From<u64> for Number {
    #[inline]
    fn from(value: u64) -> Self {
        Self(Repr::Unsigned(value))
    }
}

impl From<i64> for Number {
    #[inline]
    fn from(value: i64) -> Self {
        Self(u64::try_from(value).map_or(Repr::Negative(value), Repr::Unsigned))
    }
}

impl From<u128> for Number {
    fn from(value: u128) -> Self {
        u64::try_from(value).map_or_else(|_| Self::spelled(value.to_string()), Self::from)
    }
}

impl From<i128> for Number {
    fn from(value: i128) -> Self {
        i64::try_from(value).map_or_else(|_| Self::spelled(value.to_string()), Self::from)
    }
}

macro_rules! from_small {
    ($wide:ty: $($small:ty)*) => {$(
        impl From<$small> for Number {
            #[inline]
            fn from(value: $small) -> Self {
                Self::from(<$wide>::from(value))
            }
        }
    )*};
}

from_small!(u64: u8 u16 u32);
from_small!(i64: i8 i16 i32);

impl TryFrom<f64> for Number {
    type Error = NotFinite;

    #[inline]
    fn try_from(value: f64) -> Result<Self, NotFinite> {
        if value.is_finite() { Ok(Self(Repr::Float(value))) } else { Err(NotFinite) }
    }
}

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        Self::parse(text).ok_or(NotANumber)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(formatter)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Number({self})")
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.view() == other.view()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.view().cmp(&other.view())
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.view().hash(state);
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(Repr::Unsigned(0))
    }
}
