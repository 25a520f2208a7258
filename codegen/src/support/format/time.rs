//! `date-time`, `date` and `time`: RFC 3339 §5.6.
//!
//! Timestamps are on every hot path, so eight bytes at a time are checked as one integer.

use super::Format;

/// The format `date`.
pub static DATE: Format = Format { name: "date", is_valid: date, description: "an RFC 3339 date such as 2026-01-31" };

/// The format `date-time`.
pub static DATE_TIME: Format = Format {
    name: "date-time",
    is_valid: date_time,
    description: "an RFC 3339 date-time such as 2026-01-31T12:00:00Z",
};

/// The format `time`.
pub static TIME: Format = Format { name: "time", is_valid: time, description: "an RFC 3339 time such as 12:00:00Z" };

/// Whether a text is an RFC 3339 `date-time`.
///
/// A leap second is one only at 23:59:60 UTC (§5.7); in which years there was one is not looked up.
///
/// ```
/// use codegen::support::format::date_time;
///
/// assert!(date_time("2026-01-31T12:00:00.25+01:00"));
/// assert!(!date_time("2026-02-29T12:00:00Z"));
/// ```
#[must_use]
pub fn date_time(text: &str) -> bool {
    let Some((date, [b'T' | b't', time @ ..])) = text.as_bytes().split_first_chunk::<10>() else {
        return false;
    };
    is_date(*date) && is_time(time)
}

/// Whether a text is an RFC 3339 `full-date`.
///
/// ```
/// use codegen::support::format::date;
///
/// assert!(date("2024-02-29"));
/// assert!(!date("1900-02-29"));
/// ```
#[must_use]
pub fn date(text: &str) -> bool {
    <[u8; 10]>::try_from(text.as_bytes()).is_ok_and(is_date)
}

/// Whether a text is an RFC 3339 `full-time`, which has an offset.
///
/// ```
/// use codegen::support::format::time;
///
/// assert!(time("08:30:06Z"));
/// assert!(!time("08:30:06"));
/// ```
#[must_use]
pub fn time(text: &str) -> bool {
    is_time(text.as_bytes())
}

fn is_date([c1, c2, year_month_day @ ..]: [u8; 10]) -> bool {
    let (Some(century), Some([year, month, day])) = (two_digits(c1, c2), three_pairs(year_month_day, b'-')) else {
        return false;
    };
    day >= 1 && day <= days_in_month(u32::from(century) * 100 + u32::from(year), month)
}

/// The days of a month in the Gregorian calendar; none for a month that does not exist.
fn days_in_month(year: u32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_time(time: &[u8]) -> bool {
    let Some((clock, rest)) = time.split_first_chunk() else { return false };
    let Some([hour, minute, second]) = three_pairs(*clock, b':') else { return false };
    let Some(offset) = offset_after_fraction(rest).and_then(offset_minutes) else { return false };
    hour <= 23
        && minute <= 59
        && (second <= 59 || second == 60 && is_last_minute(u16::from(hour) * 60 + u16::from(minute), offset))
}

const MINUTES_PER_DAY: u16 = 24 * 60;

/// Whether a local minute is the day's last in UTC.
fn is_last_minute(local: u16, offset: u16) -> bool {
    (local + MINUTES_PER_DAY - offset) % MINUTES_PER_DAY == MINUTES_PER_DAY - 1
}

/// What follows `time-secfrac`, which is optional.
fn offset_after_fraction(rest: &[u8]) -> Option<&[u8]> {
    let [b'.', fraction @ ..] = rest else { return Some(rest) };
    let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { None } else { fraction.get(digits..) }
}

/// The minutes by which `time-offset` is east of UTC, counted up to a day.
fn offset_minutes(offset: &[u8]) -> Option<u16> {
    let (sign, h1, h2, m1, m2) = match offset {
        [b'Z' | b'z'] => return Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => (*sign, *h1, *h2, *m1, *m2),
        _ => return None,
    };
    let (hour, minute) = (two_digits(h1, h2)?, two_digits(m1, m2)?);
    if hour > 23 || minute > 59 {
        return None;
    }
    let minutes = u16::from(hour) * 60 + u16::from(minute);
    Some(if sign == b'-' { MINUTES_PER_DAY - minutes } else { minutes })
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| tens * 10 + ones)
}

/// The numbers of `00-00-00`, with any separator.
///
/// Exclusive or with that text leaves digits as their values, and nothing of the separators. A byte above its limit
/// then reaches its highest bit when what is missing to that bit is added.
#[inline]
fn three_pairs(text: [u8; 8], separator: u8) -> Option<[u8; 3]> {
    const HIGHEST_BITS: u64 = u64::from_le_bytes([0x80; 8]);
    const ROOM: u64 = u64::from_le_bytes([0x76, 0x76, 0x7f, 0x76, 0x76, 0x7f, 0x76, 0x76]);
    let zeros = u64::from_le_bytes([b'0', b'0', separator, b'0', b'0', separator, b'0', b'0']);
    let values = u64::from_le_bytes(text) ^ zeros;
    if (((values & !HIGHEST_BITS) + ROOM) | values) & HIGHEST_BITS != 0 {
        return None;
    }
    let [first, _, _, second, _, _, third, _] = (values * 10 + (values >> 8)).to_le_bytes();
    Some([first, second, third])
}
