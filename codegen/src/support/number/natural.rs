//! Natural numbers of any size, with the few operations that divisibility needs.

use std::cmp::Ordering;

/// A natural number as base 2^32 digits, the lowest first, without zeros at the high end.
#[derive(Clone, Default)]
pub(super) struct Natural(Vec<u32>);

impl Natural {
    /// The number that decimal digits say.
    pub(super) fn of(digits: impl Iterator<Item = u8>) -> Self {
        digits.fold(Self::default(), |mut value, digit| {
            value.push_decimal(digit);
            value
        })
    }

    /// Appends a decimal digit.
    pub(super) fn push_decimal(&mut self, digit: u8) {
        let mut carry = u64::from(digit);
        for limb in &mut self.0 {
            (*limb, carry) = split(u64::from(*limb) * 10 + carry);
        }
        if carry > 0 {
            self.0.push(split(carry).0);
        }
    }

    /// The number divided by `divisor`, if that leaves no remainder.
    pub(super) fn divided_exactly(&self, divisor: u32) -> Option<Self> {
        let mut remainder = 0_u64;
        let mut quotient = self.clone();
        for limb in quotient.0.iter_mut().rev() {
            let dividend = (remainder << 32) | u64::from(*limb);
            remainder = dividend.checked_rem(divisor.into())?;
            *limb = split(dividend.checked_div(divisor.into())?).0;
        }
        quotient.trim();
        (remainder == 0).then_some(quotient)
    }

    /// Takes `other` away as often as it goes in, which must be a few times only; a zero goes in no time.
    pub(super) fn reduce(&mut self, other: &Self) {
        while !other.is_zero() && self.cmp(other) != Ordering::Less {
            self.subtract(other);
        }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes away `other`, which is not greater.
    fn subtract(&mut self, other: &Self) {
        let mut has_borrowed = false;
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        for (limb, other_limb) in self.0.iter_mut().zip(others) {
            let (difference, first) = limb.overflowing_sub(other_limb);
            let (difference, second) = difference.overflowing_sub(has_borrowed.into());
            *limb = difference;
            has_borrowed = first || second;
        }
        self.trim();
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

/// The low half and the high half.
#[expect(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
fn split(value: u64) -> (u32, u64) {
    (value as u32, value >> 32)
}
