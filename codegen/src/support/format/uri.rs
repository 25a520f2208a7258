//! `uri`, `uri-reference` (RFC 3986) and `iri`, `iri-reference` (RFC 3987), by their grammars.

mod component;

use super::ip::ipv6;

use component::{Alphabet, Component};

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
            None => text,
            Some(rest) => {
                let (authority, path) = rest.split_at_checked(component_end(rest, b'/'))?;
                if !self.is_authority(authority) {
                    return None;
                }
                path
            }
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

    /// RFC 3986 §3.2.
    fn is_authority(self, text: &str) -> bool {
        let (user, rest) = text.split_once('@').unwrap_or(("", text));
        self.fills(Component::USER, user)
            && match rest.strip_prefix('[') {
                Some(literal) => literal.split_once(']').is_some_and(|(address, port)| {
                    is_address(address) && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
                }),
                None => self.is_named_host(rest),
            }
    }

    fn is_named_host(self, text: &str) -> bool {
        let (name, port) = text.split_once(':').unwrap_or((text, ""));
        self.fills(Component::NAME, name) && is_port(port)
    }
}

/// The scheme, if there is one, and what follows it; `None` when a colon stands where only a scheme may have one.
fn split_scheme(text: &str) -> Option<(Option<&str>, &str)> {
    let (name, rest) = text.split_at_checked(component_end(text, b':'))?;
    let Some(rest) = rest.strip_prefix(':') else { return Some((None, text)) };
    let is_scheme = name.starts_with(|character: char| character.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some((Some(name), rest))
}

/// The length of the text before the first slash, question mark, number sign or `delimiter`.
fn component_end(text: &str, delimiter: u8) -> usize {
    let is_end = |byte| matches!(byte, b'/' | b'?' | b'#') || byte == delimiter;
    text.bytes().position(is_end).unwrap_or(text.len())
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

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
