//! JSON Pointers (RFC 6901), as plain text and as the fragment of a URI.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The ASCII characters that a fragment cannot hold as they are (RFC 3986 §3.5).
pub(crate) const NOT_IN_FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Appends the reference token `token` to `pointer`.
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// `pointer` followed by `tokens`.
///
/// ```
/// assert_eq!(codegen::pointer::join("/paths", &["/v1", "get"]), "/paths/~1v1/get");
/// ```
#[must_use]
pub fn join(pointer: &str, tokens: &[&str]) -> String {
    let mut joined = String::with_capacity(pointer.len() + tokens.iter().map(|token| token.len() + 1).sum::<usize>());
    joined.push_str(pointer);
    for token in tokens {
        push(&mut joined, token);
    }
    joined
}

/// The reference tokens of `pointer`, unescaped.
pub fn tokens(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pointer.split('/').skip(1).map(unescape)
}

/// The pointer to what encloses `pointer`'s value, and the last token, unescaped; nothing encloses the root.
///
/// ```
/// assert_eq!(codegen::pointer::parent("/a/b~1c"), Some(("/a", "b/c".into())));
/// assert_eq!(codegen::pointer::parent(""), None);
/// ```
#[must_use]
pub fn parent(pointer: &str) -> Option<(&str, Cow<'_, str>)> {
    pointer.rsplit_once('/').map(|(parent, token)| (parent, unescape(token)))
}

/// Whether `pointer` leads to the value at `outer`, or to a part of it.
///
/// ```
/// assert!(codegen::pointer::is_within("/a/b", "/a") && codegen::pointer::is_within("/a", "/a"));
/// assert!(!codegen::pointer::is_within("/ab", "/a"));
/// ```
#[must_use]
pub fn is_within(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The pointer that a URI's fragment spells, if it spells one (RFC 6901 §6).
#[must_use]
pub fn from_fragment(fragment: &str) -> Option<String> {
    let pointer = percent_decode_str(fragment).decode_utf8().ok()?;
    let is_escaped = pointer.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    let is_pointer = pointer.is_empty() || pointer.starts_with('/');
    (is_escaped && is_pointer).then(|| pointer.into_owned())
}

/// `pointer` as the fragment of a URI.
#[must_use]
pub fn to_fragment(pointer: &str) -> String {
    utf8_percent_encode(pointer, NOT_IN_FRAGMENT).to_string()
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') { Cow::Owned(token.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(token) }
}
