//! URI references and their resolution (RFC 3986 §5.2).
//!
//! Identifiers and references in schemas are compared as text after resolution. Characters that a URI should have
//! percent-encoded are encoded on the way: schemas in the wild hold them, and what they mean is clear.

use percent_encoding::percent_encode_byte;

/// A URI reference, taken apart as RFC 3986's appendix B does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

/// The reference without its fragment, and the fragment.
#[must_use]
pub(crate) fn split_fragment(reference: &str) -> (&str, Option<&str>) {
    reference.split_once('#').map_or((reference, None), |(uri, fragment)| (uri, Some(fragment)))
}

/// Whether `reference` says neither scheme nor authority, so that a file can be meant that stands near another.
#[must_use]
pub(crate) fn is_relative(reference: &str) -> bool {
    let parts = Parts::of(reference);
    parts.scheme.is_none() && parts.authority.is_none()
}

/// The absolute URI, without fragment, that `reference` means where `base` is the base URI, which is in normal form.
#[must_use]
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let (reference, _) = split_fragment(reference);
    let (base, _) = split_fragment(base);
    if reference.is_empty() {
        return base.to_owned();
    }
    let (base, reference) = (Parts::of(base), Parts::of(reference));
    if reference.scheme.is_some() {
        return write(reference, &without_dots(reference.path));
    }
    if reference.authority.is_some() {
        return write(Parts { scheme: base.scheme, ..reference }, &without_dots(reference.path));
    }
    let target = Parts { scheme: base.scheme, authority: base.authority, ..reference };
    if reference.path.is_empty() {
        return write(Parts { query: reference.query.or(base.query), ..target }, base.path);
    }
    if reference.path.starts_with('/') {
        return write(target, &without_dots(reference.path));
    }
    write(target, &without_dots(&merge(base, reference.path)))
}

impl<'a> Parts<'a> {
    /// Takes apart a reference that has no fragment.
    fn of(reference: &'a str) -> Self {
        let (scheme, rest) = match reference.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, reference),
        };
        let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
        match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
                Self { scheme, authority: Some(authority), path, query }
            }
            None => Self { scheme, authority: None, path: rest, query },
        }
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
}

/// RFC 3986 §5.2.3.
fn merge(base: Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    if base.path.contains('/') { format!("{folder}/{path}") } else { path.to_owned() }
}

/// RFC 3986 §5.2.4, segment by segment.
fn without_dots(path: &str) -> String {
    if !path.contains('.') {
        return path.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').peekable();
    let is_rooted = path.starts_with('/');
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." if is_last => kept.push(""),
            "." => {}
            ".." => {
                let floor = usize::from(is_rooted);
                kept.truncate(kept.len().saturating_sub(1).max(floor.min(kept.len())));
                if is_last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    kept.join("/")
}

/// RFC 3986 §5.3, normalised so that URIs that mean the same are the same text (§6.2.2).
fn write(parts: Parts<'_>, path: &str) -> String {
    let mut uri = String::with_capacity(path.len().saturating_add(32));
    if let Some(scheme) = parts.scheme {
        uri.push_str(&scheme.to_ascii_lowercase());
        uri.push(':');
    }
    if let Some(authority) = parts.authority {
        uri.push_str("//");
        uri.push_str(&authority.to_ascii_lowercase());
    }
    push_normalised(&mut uri, path);
    if let Some(query) = parts.query {
        uri.push('?');
        push_normalised(&mut uri, query);
    }
    uri
}

/// Encodes what a path cannot hold, and decodes what needs no encoding.
fn push_normalised(uri: &mut String, text: &str) {
    let mut bytes = text.as_bytes();
    while let [first, rest @ ..] = bytes {
        let encoded = if let [b'%', high, low, rest @ ..] = bytes { hex(*high, *low).zip(Some(rest)) } else { None };
        let (byte, is_kept) = match encoded {
            Some((byte, _)) => (byte, byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)),
            None => (*first, first.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(first)),
        };
        bytes = encoded.map_or(rest, |(_, rest)| rest);
        if is_kept {
            uri.push(char::from(byte));
        } else {
            uri.push_str(percent_encode_byte(byte));
        }
    }
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let value = char::from(high).to_digit(16)?.checked_mul(16)?.checked_add(char::from(low).to_digit(16)?)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn the_examples_of_rfc_3986_resolve() {
        let cases = [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("./g/.", "http://a/b/c/g/"),
            ("g/../h", "http://a/b/c/h"),
        ];
        for (reference, expected) in cases {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference), expected, "{reference}");
        }
    }

    #[test]
    fn a_base_without_authority_is_merged_by_its_path() {
        assert_eq!(resolve("file:///schemas/a.json", "b/c.json"), "file:///schemas/b/c.json");
        assert_eq!(resolve("urn:example:root", "other"), "urn:other");
        assert_eq!(resolve("urn:example:root", "#anchor"), "urn:example:root");
        assert_eq!(resolve("HTTP://A.example", "b"), "http://a.example/b");
    }

    #[test]
    fn what_means_the_same_is_the_same_text() {
        assert_eq!(resolve("file:///my%20schemas/", "ü %41%2f.json"), "file:///my%20schemas/%C3%BC%20A%2F.json");
        assert_eq!(resolve("file:///my schemas/a.json", ""), "file:///my schemas/a.json");
        assert_eq!(resolve("file:///a", "100%"), "file:///100%25");
    }
}
