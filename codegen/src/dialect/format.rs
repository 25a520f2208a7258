//! Which formats can be asserted, and which of them a draft defines: all others are annotations whatever the options say (2020-12 Validation §7.2.3).

use crate::support::format::{self, Format};

use super::Draft;

/// The formats that can be asserted, sorted by name.
pub static FORMATS: [&Format; 19] = [
    &format::DATE,
    &format::DATE_TIME,
    &format::DURATION,
    &format::EMAIL,
    &format::HOSTNAME,
    &format::IDN_EMAIL,
    &format::IDN_HOSTNAME,
    &format::IPV4,
    &format::IPV6,
    &format::IRI,
    &format::IRI_REFERENCE,
    &format::JSON_POINTER,
    &format::REGEX,
    &format::RELATIVE_JSON_POINTER,
    &format::TIME,
    &format::URI,
    &format::URI_REFERENCE,
    &format::URI_TEMPLATE,
    &format::UUID,
];

/// The format with that name, if it can be asserted.
///
/// ```
/// use codegen::dialect::known_format;
///
/// assert!(known_format("date").is_some_and(|format| (format.is_valid)("2026-01-31")));
/// assert!(known_format("colour").is_none());
/// ```
#[must_use]
pub fn known_format(name: &str) -> Option<&'static Format> {
    let place = FORMATS.binary_search_by(|format| format.name.cmp(name)).ok()?;
    FORMATS.get(place).copied()
}

/// Whether `draft` defines the format called `name`.
///
/// `date`, `time` and `regex` are older than the drafts that list them and are understood everywhere.
///
/// ```
/// use codegen::dialect::{Draft, defines_format};
///
/// assert!(defines_format(Draft::Draft202012, "uuid"));
/// assert!(!defines_format(Draft::Draft7, "uuid"));
/// ```
#[must_use]
pub fn defines_format(draft: Draft, name: &str) -> bool {
    let since = match name {
        "date" | "date-time" | "time" | "email" | "hostname" | "ipv4" | "ipv6" | "regex" | "uri" => Draft::Draft4,
        "json-pointer" | "uri-reference" | "uri-template" => Draft::Draft6,
        "idn-email" | "idn-hostname" | "iri" | "iri-reference" | "relative-json-pointer" => Draft::Draft7,
        "duration" | "uuid" => Draft::Draft201909,
        _ => return false,
    };
    draft >= since
}
