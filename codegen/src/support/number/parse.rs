//! From the spelling of a number to the cheapest form that says the same value.

use super::decimal::{Buffer, Decimal};
use super::view::NumberView;
use std::cmp::Ordering;

/// The parts of a number's spelling (RFC 8259 §6); the digits are ASCII.
pub(super) struct Parts<'a> {
    pub(super) is_negative: bool,
    pub(super) whole: &'a [u8],
    pub(super) fraction: &'a [u8],
    pub(super) has_negative_exponent: bool,
    pub(super) exponent: &'a [u8],
    /// Whether there is neither a fraction nor an exponent.
    pub(super) is_plain: bool,
}

impl<'a> Parts<'a> {
    /// Splits a spelling; nothing if the grammar refuses it.
    pub(super) fn of(spelling: &'a [u8]) -> Option<Self> {
        let (is_negative, rest) = match spelling {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        let (whole, after_whole) = split_digits(rest)?;
        if matches!(whole, [b'0', _, ..]) {
            return None;
        }
        let (fraction, after_fraction) = match after_whole {
            [b'.', rest @ ..] => split_digits(rest)?,
            rest => (&[][..], rest),
        };
        let (has_negative_exponent, exponent, end) = match after_fraction {
            [b'e' | b'E', b'-', rest @ ..] => split_digits(rest).map(|(digits, end)| (true, digits, end))?,
            [b'e' | b'E', b'+', rest @ ..] | [b'e' | b'E', rest @ ..] => {
                split_digits(rest).map(|(digits, end)| (false, digits, end))?
            }
            rest => (false, &[][..], rest),
        };
        let is_plain = after_whole.is_empty();
        end.is_empty().then_some(Self { is_negative, whole, fraction, has_negative_exponent, exponent, is_plain })
    }
}

/// The digits at the start, at least one, and what follows.
fn split_digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let n_digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if n_digits == 0 { None } else { text.split_at_checked(n_digits) }
}

impl<'a> NumberView<'a> {
    /// Reads a number as JSON spells it, without white space around it, into the first variant that is exact.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let parts = Parts::of(text.as_bytes())?;
        Some(parts.machine_integer(text).or_else(|| parts.exact_float(text)).unwrap_or(Self::Text(text)))
    }
}

impl Parts<'_> {
    fn machine_integer<'b>(&self, text: &str) -> Option<NumberView<'b>> {
        match (self.is_plain, self.is_negative) {
            (false, _) => None,
            (true, false) => text.parse().ok().map(NumberView::Unsigned),
            // `-0` keeps its spelling: machine integers lose its sign, and of a float draft 4 says that it is no integer.
            (true, true) => text.parse().ok().filter(|value| *value < 0).map(NumberView::Negative),
        }
    }

    fn exact_float<'b>(&self, text: &str) -> Option<NumberView<'b>> {
        let value: f64 =
            text.parse().ok().filter(|value: &f64| value.is_finite() && !(self.is_plain && *value == 0.0))?;
        let view = NumberView::Float(value);
        let spelled = Decimal::from_parts(self);
        // A double keeps every decimal of 15 digits in its normal range (IEEE 754: DBL_DIG).
        let is_short = spelled.n_digits() <= 15 && value.is_normal();
        let is_exact = is_short || spelled.cmp(&Decimal::of(view, &mut Buffer::default())) == Ordering::Equal;
        is_exact.then_some(view)
    }
}
