//! A number as validation sees it: borrowed, `Copy`, and fit for `static` data.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::decimal::{Buffer, Decimal};
use super::multiple;

/// A borrowed number. Comparison is by exact decimal value across the variants.
///
/// [`NumberView::parse`] gives the first variant that says a number exactly. A view that is made by hand and says no
/// number (a `Text` that JSON does not allow, a NaN) counts as zero.
#[derive(Clone, Copy, Debug)]
pub enum NumberView<'a> {
    /// A whole number from zero up.
    Unsigned(u64),
    /// A whole number below zero.
    Negative(i64),
    /// A finite float, which stands for its shortest decimal.
    Float(f64),
    /// Any other number in its JSON spelling.
    Text(&'a str),
}

/// Below this, every whole `f64` is its own exact decimal.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl NumberView<'_> {
    /// The nearest `f64`; an infinity for a number beyond its range.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Unsigned(value) => float(value),
            Self::Negative(value) => -float(value.unsigned_abs()),
            Self::Float(value) if value.is_nan() => 0.0,
            Self::Float(value) => value,
            Self::Text(text) => text.parse().unwrap_or(0.0),
        }
    }

    /// The number as `u64`, if it is a whole number in its range.
    #[inline]
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        match self {
            Self::Unsigned(value) => Some(value),
            other => other.sign_and_magnitude().and_then(|(is_negative, magnitude)| {
                if is_negative && magnitude > 0 { None } else { u64::try_from(magnitude).ok() }
            }),
        }
    }

    /// The number as `i64`, if it is a whole number in its range.
    #[inline]
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Self::Unsigned(value) => i64::try_from(value).ok(),
            Self::Negative(value) => Some(value),
            other => other.sign_and_magnitude().and_then(|(is_negative, magnitude)| {
                let magnitude = i128::try_from(magnitude).ok()?;
                i64::try_from(if is_negative { -magnitude } else { magnitude }).ok()
            }),
        }
    }

    /// Whether the value has no fraction.
    #[must_use]
    pub fn is_integer(self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            // The shortest decimal of a large float is whole too: its digits end left of the point.
            Self::Float(value) => value.fract() == 0.0,
            Self::Text(_) => Decimal::of(self, &mut Buffer::default()).is_integer(),
        }
    }

    /// Whether it is written without a fraction and an exponent, as draft 4 asks of integers (Core §3.5 there).
    #[must_use]
    pub fn is_plain_integer(self) -> bool {
        match self {
            Self::Unsigned(_) | Self::Negative(_) => true,
            Self::Float(_) => false,
            Self::Text(text) => !text.contains(['.', 'e', 'E']),
        }
    }

    /// How many significant digits it is spelt with, without the zeros at either end.
    pub(in super::super) fn n_digits(self) -> usize {
        Decimal::of(self, &mut Buffer::default()).n_digits()
    }

    /// Whether the quotient of the two exact decimal values is a whole number.
    ///
    /// The sign does not matter; zero is a multiple of everything, and nothing else is a multiple of zero.
    #[must_use]
    pub fn is_multiple_of(self, divisor: NumberView<'_>) -> bool {
        match (self.small_magnitude(), divisor.small_magnitude()) {
            (Some(value), Some(divisor)) => value.is_multiple_of(divisor),
            _ => multiple::is_multiple(
                &Decimal::of(self, &mut Buffer::default()),
                &Decimal::of(divisor, &mut Buffer::default()),
            ),
        }
    }

    /// Whether it is negative, and its magnitude, if that is a whole number up to `u128::MAX`.
    pub(super) fn sign_and_magnitude(self) -> Option<(bool, u128)> {
        match (self, self.small_magnitude()) {
            (Self::Negative(value), Some(magnitude)) => Some((value < 0, magnitude.into())),
            (Self::Float(value), Some(magnitude)) => Some((value < 0.0, magnitude.into())),
            (_, Some(magnitude)) => Some((false, magnitude.into())),
            (_, None) => {
                let mut buffer = Buffer::default();
                let decimal = Decimal::of(self, &mut buffer);
                decimal.magnitude().map(|magnitude| (decimal.is_negative, magnitude))
            }
        }
    }

    /// The magnitude where a machine integer or a small whole float holds it.
    fn small_magnitude(self) -> Option<u64> {
        match self {
            Self::Unsigned(value) => Some(value),
            Self::Negative(value) => Some(value.unsigned_abs()),
            Self::Float(value) => whole(value),
            Self::Text(_) => None,
        }
    }

    #[cold]
    fn cmp_decimals(self, other: NumberView<'_>) -> Ordering {
        Decimal::of(self, &mut Buffer::default()).cmp(&Decimal::of(other, &mut Buffer::default()))
    }
}

/// The nearest `f64` of a machine integer.
#[expect(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
fn float(value: u64) -> f64 {
    value as f64
}

/// The magnitude of a float that is whole and below 2^53.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, not negative and below 2^53")]
fn whole(value: f64) -> Option<u64> {
    let magnitude = value.abs();
    (magnitude < EXACT && magnitude.fract() == 0.0).then_some(magnitude as u64)
}

/// Compares a machine integer with a float, where floats are dense enough to be compared as floats.
#[inline]
fn cmp_small(integer: f64, float: f64) -> Option<Ordering> {
    if integer.abs() < EXACT { integer.partial_cmp(&float) } else { None }
}

impl Ord for NumberView<'_> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let fast = match (*self, *other) {
            (Self::Unsigned(one), Self::Unsigned(two)) => Some(one.cmp(&two)),
            (Self::Negative(one), Self::Negative(two)) => Some(one.cmp(&two)),
            // Shortest decimals have the order of their floats.
            (Self::Float(one), Self::Float(two)) => one.partial_cmp(&two),
            (Self::Unsigned(one), Self::Float(two)) => cmp_small(float(one), two),
            (Self::Float(one), Self::Unsigned(two)) => cmp_small(float(two), one).map(Ordering::reverse),
            _ => None,
        };
        fast.unwrap_or_else(|| self.cmp_decimals(*other))
    }
}

impl PartialOrd for NumberView<'_> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for NumberView<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for NumberView<'_> {}

impl Hash for NumberView<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.sign_and_magnitude() {
            Some((is_negative, magnitude)) => (is_negative && magnitude > 0, magnitude).hash(state),
            None => Decimal::of(*self, &mut Buffer::default()).hash(state),
        }
    }
}

impl fmt::Display for NumberView<'_> {
    /// Writes the number as JSON, in a spelling that reads back as the same kind.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(value) => value.fmt(formatter),
            Self::Negative(value) => value.fmt(formatter),
            Self::Float(value) if value.is_finite() => fmt::Debug::fmt(value, formatter),
            Self::Text(text) if Self::parse(text).is_some() => formatter.write_str(text),
            Self::Float(_) | Self::Text(_) => formatter.write_str("0"),
        }
    }
}
