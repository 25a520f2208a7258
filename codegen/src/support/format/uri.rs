//! `uri`, `uri-reference` (RFC 3986) and `iri`, `iri-reference` (RFC 3987), by their grammars.

mod component;

use super::ip::ipv6;

use super::Format;
use component::{Alphabet, Component};

/// The format `iri`.
pub static IRI: Format =
    Format { name: "iri", is_valid: iri, description: "an absolute IRI such as https://example.org/π" };

/// The format `iri-reference`.
pub static IRI_REFERENCE: Format =
    Format { name: "iri-reference", is_valid: iri_reference, description: "an IRI reference such as ../π" };

/// The format `uri`.
pub static URI: Format =
    Format { name: "uri", is_valid: uri, description: "an absolute URI such as https://example.org/a" };

/// The format `uri-reference`.
pub static URI_REFERENCE: Format =
    Format { name: "uri-reference", is_valid: uri_reference, description: "a URI reference such as ../a" };

/// Whether a text is an absolute URI, with or without fragment (RFC 3986 §3).
///
/// ```
/// use codegen::support::format::uri;
///
/// assert!(uri("https://example.org/a?b#c"));
/// assert!(!uri("/a"));
/// ```
#[must_use]
pub fn uri(text: &str) -> bool {
    Alphabet::Ascii.allows(text, Scheme::Required)
}

/// Whether a text is a URI or a relative reference (RFC 3986 §4.1).
///
/// ```
/// use codegen::support::format::uri_reference;
///
/// assert!(uri_reference("../a?b"));
/// assert!(!uri_reference("a b"));
/// ```
#[must_use]
pub fn uri_reference(text: &str) -> bool {
    Alphabet::Ascii.allows(text, Scheme::Optional)
}

/// Whether a text is an absolute IRI, with or without fragment (RFC 3987 §2.2).
///
/// ```
/// use codegen::support::format::iri;
///
/// assert!(iri("https://example.org/π"));
/// ```
#[must_use]
pub fn iri(text: &str) -> bool {
    Alphabet::Unicode.allows(text, Scheme::Required)
}

/// Whether a text is an IRI or a relative reference (RFC 3987 §2.2).
///
/// ```
/// use codegen::support::format::iri_reference;
///
/// assert!(iri_reference("π#ρ"));
/// ```
#[must_use]
pub fn iri_reference(text: &str) -> bool {
    Alphabet::Unicode.allows(text, Scheme::Optional)
}

/// Whether a relative reference will do.
#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    Required,
    Optional,
}

impl Alphabet {
    fn allows(self, text: &str, scheme: Scheme) -> bool {
        let Some((name, rest)) = split_scheme(text) else { return false };
        (name.is_some() || scheme == Scheme::Optional) && self.is_behind_scheme(rest).unwrap_or(false)
    }

    /// `hier-part` or `relative-part`, and the query and fragment that may follow; `None` is no as well.
    fn is_behind_scheme(self, text: &str) -> Option<bool> {
        let path = match text.strip_prefix("//") {
            Some(authority) => self.after_authority(authority)?,
            None => text,
        };
        let mut rest = self.after(Component::PATH, path)?;
        if let Some(query) = rest.strip_prefix('?') {
            rest = self.after(Component::QUERY, query)?;
        }
        if let Some(fragment) = rest.strip_prefix('#') {
            rest = self.after(Component::FRAGMENT, fragment)?;
        }
        Some(rest.is_empty())
    }

    /// What follows an authority (RFC 3986 §3.2), if the text begins with one.
    fn after_authority(self, text: &str) -> Option<&str> {
        let host = self.after(Component::USER, text)?.strip_prefix('@').unwrap_or(text);
        let behind_host = match host.strip_prefix('[') {
            Some(literal) => literal.split_once(']').filter(|(address, _)| is_address(address))?.1,
            None => self.after(Component::NAME, host)?,
        };
        let rest = match behind_host.strip_prefix(':') {
            Some(port) => port.trim_start_matches(|character: char| character.is_ascii_digit()),
            None => behind_host,
        };
        (rest.is_empty() || rest.starts_with(['/', '?', '#'])).then_some(rest)
    }
}

/// The scheme, if there is one, and what follows it; `None` when a colon stands where only a scheme may have one.
fn split_scheme(text: &str) -> Option<(Option<&str>, &str)> {
    let end = text.bytes().position(|byte| matches!(byte, b':' | b'/' | b'?' | b'#')).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    let Some(rest) = rest.strip_prefix(':') else { return Some((None, text)) };
    let is_scheme = name.starts_with(|character: char| character.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some((Some(name), rest))
}

/// What stands between brackets: an IPv6 address or one of the future (RFC 3986 §3.2.2).
fn is_address(text: &str) -> bool {
    match text.strip_prefix(['v', 'V']) {
        None => ipv6(text),
        Some(future) => future.split_once('.').is_some_and(|(version, address)| {
            !version.is_empty()
                && version.bytes().all(|byte| byte.is_ascii_hexdigit())
                && !address.is_empty()
                && !address.contains('%')
                && Alphabet::Ascii.fills(Component::USER, address)
        }),
    }
}
