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

pub use duration::{DURATION, duration};
pub use email::{EMAIL, IDN_EMAIL, email, idn_email};
pub use hostname::{HOSTNAME, IDN_HOSTNAME, hostname, idn_hostname};
pub use ip::{IPV4, IPV6, ipv4, ipv6};
pub use json_pointer::{JSON_POINTER, RELATIVE_JSON_POINTER, json_pointer, relative_json_pointer};
pub use regex::{REGEX, regex};
pub use time::{DATE, DATE_TIME, TIME, date, date_time, time};
pub use uri::{IRI, IRI_REFERENCE, URI, URI_REFERENCE, iri, iri_reference, uri, uri_reference};
pub use uri_template::{URI_TEMPLATE, uri_template};
pub use uuid::{UUID, uuid};

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
