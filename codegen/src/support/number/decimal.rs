//! The decimal value of a number: its significant digits and the power of ten of the last one.
//!
//! Exponents are compared as they are spelled, so `1e1000000000` costs no more than `1e1`.

use std::cmp::Ordering;
use std::fmt::{self, Write};
use std::hash::{Hash, Hasher};

use super::parse::Parts;
use super::view::NumberView;

/// `± whole fraction × 10^exponent` as one run of digits that neither begins nor ends with a zero; none for zero.
pub(super) struct Decimal<'a> {
    pub(super) is_negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
    exponent: Exponent<'a>,
}

/// A power of ten: the exponent as spelled, of any size, and what the place of the point adds to it.
struct Exponent<'a> {
    is_negative: bool,
    digits: &'a [u8],
    shift: i128,
}

/// Differences of exponents are exact up to here and stay here beyond: no text is so long that its point's place
/// could make up for it.
const FAR: i128 = 1_i128 << 100;

/// Room for the shortest spelling of any machine number.
#[derive(Default)]
pub(super) struct Buffer {
    bytes: [u8; 32],
    length: usize,
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length.saturating_add(text.len());
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

impl<'a> Decimal<'a> {
    /// The value of `view`, whose spelling is put into `buffer` unless it has one.
    pub(super) fn of(view: NumberView<'a>, buffer: &'a mut Buffer) -> Self {
        // The buffer is large enough; were it not, a shortened spelling would be refused below.
        let _ = match view {
            NumberView::Unsigned(value) => write!(buffer, "{value}"),
            NumberView::Negative(value) => write!(buffer, "{value}"),
            NumberView::Float(value) => write!(buffer, "{value:e}"),
            NumberView::Text(_) => Ok(()),
        };
        let spelling = match view {
            NumberView::Text(text) => text.as_bytes(),
            _ => buffer.bytes.get(..buffer.length).unwrap_or_default(),
        };
        Parts::of(spelling).map_or_else(Self::zero, |parts| Self::from_parts(&parts))
    }

    /// The value that the parts of a spelling say.
    pub(super) fn from_parts(parts: &Parts<'a>) -> Self {
        let fraction = without_trailing_zeros(parts.fraction);
        let whole = if fraction.is_empty() { without_trailing_zeros(parts.whole) } else { parts.whole };
        let shift = length(parts.whole) - length(whole) - length(fraction);
        let whole = without_leading_zeros(whole);
        let fraction = if whole.is_empty() { without_leading_zeros(fraction) } else { fraction };
        if whole.is_empty() && fraction.is_empty() {
            return Self::zero();
        }
        let digits = without_leading_zeros(parts.exponent);
        let exponent = Exponent { is_negative: parts.has_negative_exponent, digits, shift };
        Self { is_negative: parts.is_negative, whole, fraction, exponent }
    }

    fn zero() -> Self {
        let exponent = Exponent { is_negative: false, digits: &[], shift: 0 };
        Self { is_negative: false, whole: &[], fraction: &[], exponent }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    pub(super) fn is_integer(&self) -> bool {
        self.exponent.value() >= 0
    }

    /// How many significant digits it has.
    pub(super) fn n_digits(&self) -> usize {
        self.whole.len().saturating_add(self.fraction.len())
    }

    /// The values of its significant digits, from the first to the last.
    pub(super) fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.iter().chain(self.fraction).map(|digit| digit & 15)
    }

    /// By how many powers of ten its last digit lies above that of `other`; beyond any text's length, roughly.
    pub(super) fn exponent_above(&self, other: &Self) -> i128 {
        self.exponent.minus(&other.exponent)
    }

    /// The magnitude, if it is a whole number up to `u128::MAX`.
    pub(super) fn magnitude(&self) -> Option<u128> {
        let zeros = u32::try_from(self.exponent.value()).ok()?;
        if self.n_digits() > 39 || zeros > 39 {
            return None;
        }
        let digits = self.digits().try_fold(0_u128, |value, digit| value.checked_mul(10)?.checked_add(digit.into()))?;
        digits.checked_mul(10_u128.checked_pow(zeros)?)
    }

    fn cmp_magnitudes(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (false, false) => {}
            (is_zero, is_other_zero) => return is_other_zero.cmp(&is_zero),
        }
        let lengths = length(self.whole) + length(self.fraction) - length(other.whole) - length(other.fraction);
        let first_digits = self.exponent_above(other) + lengths;
        first_digits.cmp(&0).then_with(|| self.digits().cmp(other.digits()))
    }

    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, false) => self.cmp_magnitudes(other),
            (true, true) => other.cmp_magnitudes(self),
            (is_negative, is_other_negative) => is_other_negative.cmp(&is_negative),
        }
    }
}

impl Hash for Decimal<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.is_negative.hash(state);
        self.exponent.value().clamp(-FAR / 2, FAR / 2).hash(state);
        self.digits().for_each(|digit| digit.hash(state));
    }
}

impl Exponent<'_> {
    /// The exponent itself, exact within the reach of any text's length.
    fn value(&self) -> i128 {
        self.minus(&Exponent { is_negative: false, digits: &[], shift: 0 })
    }

    /// The difference of two exponents, digit by digit from the left, so that no size of theirs is too much.
    fn minus(&self, other: &Exponent<'_>) -> i128 {
        let n_digits = self.digits.len().max(other.digits.len());
        let pairs = self.aligned(n_digits).zip(other.aligned(n_digits));
        let spelled = pairs.fold(0_i128, |difference, (digit, other_digit)| {
            // Once far, the digits to come (at most 18 each time) cannot bring it back.
            if difference.abs() >= FAR { difference } else { difference * 10 + digit - other_digit }
        });
        spelled.clamp(-FAR, FAR) + self.shift - other.shift
    }

    /// Its signed digits with zeros in front, `n_digits` in all.
    fn aligned(&self, n_digits: usize) -> impl Iterator<Item = i128> {
        let sign = if self.is_negative { -1 } else { 1 };
        let zeros = std::iter::repeat_n(0, n_digits.saturating_sub(self.digits.len()));
        zeros.chain(self.digits.iter().map(move |digit| sign * i128::from(digit & 15)))
    }
}

fn length(digits: &[u8]) -> i128 {
    i128::try_from(digits.len()).unwrap_or(FAR)
}

fn without_leading_zeros(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.get(zeros..).unwrap_or_default()
}

fn without_trailing_zeros(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().rev().take_while(|digit| **digit == b'0').count();
    digits.get(..digits.len() - zeros).unwrap_or_default()
}
