//! Numbers in their shortest spelling.

use std::io::Write;

use serde::ser::Error;

use super::WriteError;

/// Powers of ten by which short decimals are scaled.
const POWERS: [(f64, u64); 9] = [
    (1e1, 10),
    (1e2, 100),
    (1e3, 1_000),
    (1e4, 10_000),
    (1e5, 100_000),
    (1e6, 1_000_000),
    (1e7, 10_000_000),
    (1e8, 100_000_000),
    (1e9, 1_000_000_000),
];

/// Appends a whole number.
#[inline]
pub(super) fn push_integer(text: &mut Vec<u8>, value: u64) {
    if value < 10 {
        text.push(b'0' + digit(value));
    } else {
        push_digits(text, value, 1);
    }
}

/// Appends a whole number that may be negative.
#[inline]
pub(super) fn push_signed(text: &mut Vec<u8>, value: i64) {
    if value < 0 {
        text.push(b'-');
    }
    push_integer(text, value.unsigned_abs());
}

/// Appends a float's shortest decimal, with a fraction or an exponent, as Rust's `Debug` spells it.
pub(super) fn push_float(text: &mut Vec<u8>, value: f64) -> Result<(), WriteError> {
    if !value.is_finite() {
        return Err(WriteError::custom("a float that is not finite"));
    }
    match short_decimal(value.abs()) {
        Some((whole, fraction, n_fraction)) => {
            if value.is_sign_negative() {
                text.push(b'-');
            }
            push_integer(text, whole);
            text.push(b'.');
            push_digits(text, fraction, n_fraction);
            Ok(())
        }
        None => write!(text, "{value:?}").map_err(WriteError::custom),
    }
}

/// The digits of a decimal that has few, in front of and behind the point, and how many are behind it, at least one.
///
/// A quotient of two exact floats is the float nearest to the decimal that they spell, and a decimal of up to 15
/// digits is the shortest of its float (IEEE 754: `DBL_DIG`).
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "below 10^15")]
#[expect(clippy::float_cmp, reason = "exact equality is what is asked for")]
fn short_decimal(value: f64) -> Option<(u64, u64, usize)> {
    // Outside, the usual spelling has an exponent.
    if value != 0.0 && !(1e-4..1e14).contains(&value) {
        return None;
    }
    for (zeros, (power, divisor)) in POWERS.iter().enumerate() {
        let scaled = value * power + 0.5;
        let digits = scaled as i64;
        if scaled >= 1e15 {
            return None;
        }
        if digits as f64 / power == value {
            let digits = digits.unsigned_abs();
            return Some((digits / divisor, digits % divisor, zeros + 1));
        }
    }
    None
}

/// Appends at least `width` digits.
fn push_digits(text: &mut Vec<u8>, value: u64, width: usize) {
    let mut buffer = [b'0'; 20];
    let mut rest = value;
    let mut n_digits = 0;
    for byte in buffer.iter_mut().rev() {
        if rest == 0 {
            break;
        }
        *byte = b'0' + digit(rest % 10);
        rest /= 10;
        n_digits += 1;
    }
    text.extend_from_slice(buffer.get(buffer.len() - width.max(n_digits)..).unwrap_or_default());
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "below ten")]
fn digit(value: u64) -> u8 {
    value as u8
}
