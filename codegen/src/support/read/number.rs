//! Numbers (RFC 8259 §6), each in the cheapest form that is exact.

use super::super::number::NumberView;
use super::cursor::Cursor;
use super::error::{Fault, ReadError};

/// The powers of ten that a float says exactly.
const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// A float that is made of so many digits has them as its shortest decimal (IEEE 754: `DBL_DIG`).
const SHORT: usize = 15;

impl<'de> Cursor<'de> {
    /// Reads a number whose first character, a digit or a minus, has been peeked at.
    #[inline]
    pub(super) fn number(&mut self) -> Result<NumberView<'de>, ReadError> {
        match self.short_number() {
            Some((number, end)) => {
                self.at = end;
                Ok(number)
            }
            None => self.long_number(),
        }
    }

    /// The number and its end, if it has few digits and no exponent.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call costs a fifth of reading a number, and few types read any")]
    fn short_number(&self) -> Option<(NumberView<'de>, usize)> {
        let is_negative = self.peek() == b'-';
        let start = self.at + usize::from(is_negative);
        let (whole, point) = self.digits(start, 0);
        let n_whole = point - start;
        let has_leading_zero = n_whole > 1 && self.byte(start) == b'0';
        if n_whole == 0 || n_whole > SHORT || has_leading_zero {
            return None;
        }
        match self.byte(point) {
            b'.' => {
                let (value, end) = self.digits(point + 1, whole);
                let n_fraction = end - point - 1;
                let has_exponent = matches!(self.byte(end), b'e' | b'E');
                if n_fraction == 0 || n_whole + n_fraction > SHORT || has_exponent {
                    return None;
                }
                let float = float(value) / POWERS.get(n_fraction)?;
                Some((NumberView::Float(if is_negative { -float } else { float }), end))
            }
            b'e' | b'E' => None,
            _ if !is_negative => Some((NumberView::Unsigned(whole), point)),
            _ if whole > 0 => Some((NumberView::Negative(0_i64.wrapping_sub_unsigned(whole)), point)),
            _ => None,
        }
    }

    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// Appends the digits from `start` on to `value`, if there are few, and where they end.
    #[inline]
    fn digits(&self, start: usize, mut value: u64) -> (u64, usize) {
        let mut at = start;
        loop {
            let digit = self.byte(at).wrapping_sub(b'0');
            if digit > 9 {
                return (value, at);
            }
            value = value.wrapping_mul(10).wrapping_add(digit.into());
            at += 1;
        }
    }

    /// Reads any number.
    #[cold]
    fn long_number(&mut self) -> Result<NumberView<'de>, ReadError> {
        let start = self.at;
        self.pass_number()?;
        let text = self.text.get(start..self.at).unwrap_or_default();
        NumberView::parse(text).ok_or_else(|| ReadError::new(start, Fault::Value))
    }

    /// Passes a number whose first character, a digit or a minus, has been peeked at.
    pub(super) fn pass_number(&mut self) -> Result<(), ReadError> {
        self.pass_if(b"-");
        let start = self.at;
        let has_leading_zero = self.peek() == b'0';
        self.pass_digits()?;
        if has_leading_zero && self.at - start > 1 {
            return Err(ReadError::new(start, Fault::NoLeadingZero));
        }
        if self.pass_if(b".") {
            self.pass_digits()?;
        }
        if self.pass_if(b"eE") {
            self.pass_if(b"+-");
            self.pass_digits()?;
        }
        Ok(())
    }

    fn pass_if(&mut self, bytes: &[u8]) -> bool {
        let is_there = bytes.contains(&self.peek());
        self.at += usize::from(is_there);
        is_there
    }

    /// Passes at least one digit.
    fn pass_digits(&mut self) -> Result<(), ReadError> {
        let n_digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += n_digits;
        if n_digits == 0 { Err(self.error(Fault::Digit)) } else { Ok(()) }
    }
}

/// A whole number of 15 digits as a float, which is exact.
#[inline]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "15 digits fit the 53 bits of the mantissa")]
fn float(value: u64) -> f64 {
    value as i64 as f64
}
