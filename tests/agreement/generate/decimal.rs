//! Short decimal numbers to calculate with: the numbers next to a bound, and the multiples of a factor.

use std::fmt;

/// `digits` divided by ten to the power of `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    /// Reads a number; `None` if it is too long to calculate with.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let places = i32::try_from(fraction.len()).ok()? - exponent.parse::<i32>().ok()?;
        if places >= 0 {
            return Some(Self { digits, places: places.unsigned_abs() });
        }
        let factor = 10_i128.checked_pow(places.unsigned_abs())?;
        Some(Self { digits: digits.checked_mul(factor)?, places: 0 })
    }

    /// The number so many steps away, a step being one in its last place.
    pub(crate) fn plus(self, steps: i128) -> Self {
        Self { digits: self.digits.saturating_add(steps), ..self }
    }

    /// The number, `factor` times.
    pub(crate) fn times(self, factor: i128) -> Self {
        Self { digits: self.digits.saturating_mul(factor), ..self }
    }

    /// The same number with one more decimal place, so that its steps are smaller.
    pub(crate) fn finer(self) -> Self {
        Self { digits: self.digits.saturating_mul(10), places: self.places + 1 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let places = usize::try_from(self.places).unwrap_or(0);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        match digits.split_at_checked(digits.len() - places) {
            Some((whole, fraction)) if !fraction.is_empty() => write!(formatter, "{sign}{whole}.{fraction}"),
            _ => write!(formatter, "{sign}{digits}"),
        }
    }
}
