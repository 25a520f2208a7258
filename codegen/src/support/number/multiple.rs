//! Divisibility of exact decimals, with work bounded by the lengths of the two spellings.
//!
//! Let the values be a·10^m and b·10^n with a and b not divisible by ten, and k = m − n. The quotient is whole
//! exactly if k is not negative (else ten would divide a) and b divides a·10^k; of b's factors 2 and 5, up to k each
//! are covered by 10^k, so the rest of b must divide a. No power of ten is ever computed.

use super::decimal::Decimal;
use super::natural::Natural;

/// Whether `value` is `divisor` times a whole number.
pub(super) fn is_multiple(value: &Decimal<'_>, divisor: &Decimal<'_>) -> bool {
    if value.is_zero() || divisor.is_zero() {
        return value.is_zero();
    }
    let Ok(tens) = u64::try_from(value.exponent_above(divisor).min(u64::MAX.into())) else {
        return false;
    };
    // A u64 holds any 19 digits.
    if divisor.n_digits() > 19 {
        return is_multiple_of_large(value, divisor, tens);
    }
    let divisor = divisor.digits().fold(0_u64, |number, digit| number * 10 + u64::from(digit));
    let divisor = without_factor(without_factor(divisor, 2, tens), 5, tens);
    let remainder = value
        .digits()
        .fold(0_u128, |remainder, digit| (remainder * 10 + u128::from(digit)).checked_rem(divisor.into()).unwrap_or(0));
    remainder == 0
}

/// Takes `factor` out of `number` as often as it is in there, up to `limit` times.
fn without_factor(mut number: u64, factor: u64, limit: u64) -> u64 {
    for _ in 0..limit {
        if !number.is_multiple_of(factor) || number == 0 {
            break;
        }
        number /= factor;
    }
    number
}

fn is_multiple_of_large(value: &Decimal<'_>, divisor: &Decimal<'_>, tens: u64) -> bool {
    let mut divisor = Natural::of(divisor.digits());
    for factor in [2, 5] {
        for _ in 0..tens {
            match divisor.divided_exactly(factor) {
                Some(quotient) => divisor = quotient,
                None => break,
            }
        }
    }
    let remainder = value.digits().fold(Natural::default(), |mut remainder, digit| {
        remainder.push_decimal(digit);
        remainder.reduce(&divisor);
        remainder
    });
    remainder.is_zero()
}
