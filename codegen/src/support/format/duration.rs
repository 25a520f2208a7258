//! `duration`: the ISO 8601 grammar of RFC 3339 Appendix A.
//!
//! The grammar is narrower than ISO 8601 in common use: each unit may be followed by the next smaller one only, so
//! `P1Y1D` is no duration, and it is an ABNF, so letters may be of either case.

use super::Format;

/// The format `duration`.
pub static DURATION: Format =
    Format { name: "duration", is_valid: duration, description: "an ISO 8601 duration such as P1DT12H" };

/// Whether a text is an RFC 3339 `duration`.
///
/// ```
/// use codegen::support::format::duration;
///
/// assert!(duration("P4DT12H30M5S"));
/// assert!(duration("P2W"));
/// assert!(!duration("PT"));
/// ```
#[must_use]
pub fn duration(text: &str) -> bool {
    let [b'P' | b'p', rest @ ..] = text.as_bytes() else { return false };
    let (date, time) = match rest.iter().position(|byte| byte.eq_ignore_ascii_case(&b'T')) {
        Some(place) => (rest.get(..place).unwrap_or_default(), rest.get(place + 1..)),
        None => (rest, None),
    };
    match time {
        None => is_run(date, b"YMD") || is_run(date, b"W"),
        Some(time) => (date.is_empty() || is_run(date, b"YMD")) && is_run(time, b"HMS"),
    }
}

/// Whether `text` is one or more counts whose units stand side by side in `units`, in that order.
fn is_run(mut text: &[u8], units: &[u8]) -> bool {
    let mut expected: Option<&[u8]> = None;
    while let Some((unit, rest)) = count_and_unit(text) {
        let place = match expected {
            None => units.iter().position(|known| *known == unit),
            Some(next) => (next.first() == Some(&unit)).then_some(units.len() - next.len()),
        };
        let Some(place) = place else { return false };
        expected = units.get(place + 1..);
        text = rest;
    }
    text.is_empty() && expected.is_some()
}

fn count_and_unit(text: &[u8]) -> Option<(u8, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (unit, rest) = text.get(digits..)?.split_first()?;
    (digits > 0).then_some((unit.to_ascii_uppercase(), rest))
}
