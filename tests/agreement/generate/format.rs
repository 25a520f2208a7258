//! Texts of the formats, and texts that just miss them.
//!
//! Date-times are made by RFC 3339, not by asking the judge: it takes `+ , - .` for digits in some places.

use super::super::choices::Choices;

/// A text of the format, if it is a known one.
pub(super) fn text(format: &str, choices: &mut Choices<'_>) -> Option<String> {
    match format {
        "date-time" => Some(format!("{}{}{}{}", date(choices), separator(choices), time(choices), offset(choices))),
        "date" => Some(date(choices)),
        "time" => Some(format!("{}{}", time(choices), offset(choices))),
        other => choices.pick(samples(other)?.0).map(|text| (*text).to_owned()),
    }
}

/// Texts that are not of the format, though they look like it.
pub(crate) fn near_misses(format: &str) -> &'static [&'static str] {
    samples(format).map_or(&[], |(_, invalid)| invalid)
}

fn date(choices: &mut Choices<'_>) -> String {
    let year = choices.pick(&["2025", "2024", "2000", "1900", "0000", "9999"]).copied().unwrap_or_default();
    let month = choices.between(1, 12);
    let last = match month {
        2 if matches!(year, "2024" | "2000" | "0000") => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = if choices.flip() { last } else { choices.between(1, last) };
    format!("{year}-{month:02}-{day:02}")
}

/// RFC 3339 §5.6 allows lower case; the blank of its note is not JSON Schema's.
fn separator(choices: &mut Choices<'_>) -> char {
    if choices.once_in(8) { 't' } else { 'T' }
}

fn time(choices: &mut Choices<'_>) -> String {
    if choices.once_in(16) {
        return "23:59:60".to_owned();
    }
    let (hour, minute, second) = (choices.below(24), choices.below(60), choices.below(60));
    let fraction = choices.pick(&["", "", ".5", ".000", ".123456789", ".12345678901234567890"]);
    format!("{hour:02}:{minute:02}:{second:02}{}", fraction.copied().unwrap_or_default())
}

fn offset(choices: &mut Choices<'_>) -> &'static str {
    choices.pick(&["Z", "Z", "Z", "+00:00", "+00:00", "-00:00", "+23:59", "-08:30", "z"]).copied().unwrap_or("Z")
}

type Samples = (&'static [&'static str], &'static [&'static str]);

/// Texts that are of a format and texts that are not.
fn samples(format: &str) -> Option<Samples> {
    Some(match format {
        "date-time" => (&[], DATE_TIME_MISSES),
        "date" => (&[], &["2025-02-29", "2025-13-01", "2025-1-01", "2025-01-01T", "20250101", "2025-W01-1"]),
        "time" => (&[], &["24:00:00Z", "12:00:00", "12:00Z", "12:60:00Z", "12:00:61Z", "12:00:00+24:00"]),
        "duration" => (&["P1D", "PT36H", "P2W", "P1Y2M3DT4H5M6S"], &["P", "P1", "PT", "1D", "P1D2W", "P1.5D"]),
        "uri" => (&["s3://bucket/a.ubj", "https://e.org:80/?q#f", "urn:x:y", "a:", "x://[::1]/%C3"], URI_MISSES),
        "uri-reference" => {
            (&["", "a/b", "/a?b#c", "//e.org", "https://e.org/"], &["a b", "%", "\\a", "http://[", "a|b"])
        }
        "uuid" => (&["123e4567-e89b-12d3-a456-426614174000"], &["123e4567e89b12d3a456426614174000", "123"]),
        "json-pointer" => (&["", "/", "/a/0", "/~0~1", "/é"], &["a", "/~", "/~2", "#/a"]),
        "email" => (&["a@example.org", "a.b+c@example.org"], &["a", "a@", "@example.org", "a b@example.org"]),
        "hostname" => (&["example.org", "a-b.c", "x"], &["-a.org", "a_b", "a..b", " "]),
        "ipv4" => (&["127.0.0.1", "255.255.255.255"], &["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5"]),
        "ipv6" => (&["::1", "fe80::1:2", "::ffff:1.2.3.4"], &[":::", "1::2::3", "g::", "::1%eth0"]),
        _ => return None,
    })
}

const DATE_TIME_MISSES: &[&str] = &[
    "2025-01-14 09:30:00",
    "2025-01-14T09:30:00",
    "2025-01-14T09:30Z",
    "2025-02-30T09:30:00Z",
    "2025-13-14T09:30:00Z",
    "2025-01-14T24:00:00Z",
    "2025-01-14T09:60:00Z",
    "2025-01-14T09:30:61Z",
    "2025-01-14T09:30:00.Z",
    "2025-01-14T09:30:00+0000",
    "2025-01-14T09:30:00+24:00",
    "2025-01-14T09:30:00ZZ",
    "25-01-14T09:30:00Z",
    "2025-01-14",
    "1736847000",
    "",
];

const URI_MISSES: &[&str] = &["", "a/b", "/etc/passwd", "//e.org", "http://[", "s3 ://b", "s3://b/a b", "1a:b", "x:%"];
