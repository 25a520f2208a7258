//! The formats of JSON Schema (2020-12 Validation §7.3 and older drafts), each as the document that defines it says.
//!
//! A format is a question about a text alone, so each is one function, and a schema refers to it by that.

mod duration;
mod email;
mod hostname;
mod idna;
mod ip;
mod json_pointer;
mod regex;
mod time;
mod unicode;
mod uri;
mod uri_template;
mod uuid;

pub use duration::duration;
pub use email::{email, idn_email};
pub use hostname::{hostname, idn_hostname};
pub use ip::{ipv4, ipv6};
pub use json_pointer::{json_pointer, relative_json_pointer};
pub use regex::regex;
pub use time::{date, date_time, time};
pub use uri::{iri, iri_reference, uri, uri_reference};
pub use uri_template::uri_template;
pub use uuid::uuid;

/// A format that validation knows.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name in schemas.
    pub name: &'static str,
    /// Whether a text is of the format.
    pub is_valid: fn(&str) -> bool,
    /// What a person should write, with an example.
    pub description: &'static str,
}

/// The formats, sorted by name.
pub static FORMATS: [Format; 19] = [
    Format { name: "date", is_valid: date, description: "an RFC 3339 date such as 2026-01-31" },
    Format {
        name: "date-time",
        is_valid: date_time,
        description: "an RFC 3339 date-time such as 2026-01-31T12:00:00Z",
    },
    Format { name: "duration", is_valid: duration, description: "an ISO 8601 duration such as P1DT12H" },
    Format { name: "email", is_valid: email, description: "an e-mail address such as jo@example.org" },
    Format { name: "hostname", is_valid: hostname, description: "a host name such as www.example.org" },
    Format { name: "idn-email", is_valid: idn_email, description: "an e-mail address such as jo@bücher.example" },
    Format { name: "idn-hostname", is_valid: idn_hostname, description: "a host name such as bücher.example" },
    Format { name: "ipv4", is_valid: ipv4, description: "an IPv4 address such as 192.0.2.1" },
    Format { name: "ipv6", is_valid: ipv6, description: "an IPv6 address such as 2001:db8::1" },
    Format { name: "iri", is_valid: iri, description: "an absolute IRI such as https://example.org/π" },
    Format { name: "iri-reference", is_valid: iri_reference, description: "an IRI reference such as ../π" },
    Format { name: "json-pointer", is_valid: json_pointer, description: "a JSON Pointer such as /items/0" },
    Format { name: "regex", is_valid: regex, description: "a regular expression of ECMA-262 such as ^[a-z]+$" },
    Format {
        name: "relative-json-pointer",
        is_valid: relative_json_pointer,
        description: "a relative JSON Pointer such as 1/name",
    },
    Format { name: "time", is_valid: time, description: "an RFC 3339 time such as 12:00:00Z" },
    Format { name: "uri", is_valid: uri, description: "an absolute URI such as https://example.org/a" },
    Format { name: "uri-reference", is_valid: uri_reference, description: "a URI reference such as ../a" },
    Format { name: "uri-template", is_valid: uri_template, description: "a URI Template such as /items/{id}" },
    Format { name: "uuid", is_valid: uuid, description: "a UUID such as 123e4567-e89b-12d3-a456-426614174000" },
];

/// The format with that name.
///
/// ```
/// use codegen::support::format::find;
///
/// assert!(find("date").is_some_and(|format| (format.is_valid)("2026-01-31")));
/// assert!(find("colour").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<&'static Format> {
    let place = FORMATS.binary_search_by(|format| format.name.cmp(name)).ok()?;
    FORMATS.get(place)
}
