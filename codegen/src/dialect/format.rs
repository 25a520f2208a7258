//! Which formats a draft defines: all others are annotations whatever the options say (2020-12 Validation §7.2.3).

use super::Draft;

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
