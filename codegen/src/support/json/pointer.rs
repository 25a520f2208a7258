//! JSON Pointers into a value (RFC 6901).

use std::borrow::Cow;

use super::Json;

impl Json {
    /// The value at a JSON Pointer; the value itself for the empty one.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Json> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer.strip_prefix('/')?.split('/').try_fold(self, |value, token| value.step(token))
    }

    fn step(&self, token: &str) -> Option<&Json> {
        match self {
            Self::Array(items) => items.get(array_index(token)?),
            Self::Object(members) => members.get(&unescaped(token)?),
            _ => None,
        }
    }
}

/// The index that a reference token says: digits without leading zeros (RFC 6901 §4).
pub(in super::super) fn array_index(token: &str) -> Option<usize> {
    let is_canonical = token == "0" || token.starts_with(|first: char| first.is_ascii_digit() && first != '0');
    if is_canonical { token.parse().ok() } else { None }
}

/// The member name that a reference token says; nothing if a `~` is not part of an escape.
pub(in super::super) fn unescaped(token: &str) -> Option<Cow<'_, str>> {
    if !token.contains('~') {
        return Some(token.into());
    }
    let is_valid = token.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    is_valid.then(|| token.replace("~1", "/").replace("~0", "~").into())
}

/// The reference token of a member name.
pub(in super::super) fn escaped(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) { name.replace('~', "~0").replace('/', "~1").into() } else { name.into() }
}
