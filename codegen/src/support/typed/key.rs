//! Recognising a member's name among the names that a type declares.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use super::super::read::{NAME_TOKEN, is_same_name};

/// The place of a name that is not declared.
pub const OTHER: usize = usize::MAX;

/// Reads a member's name and gives its place among the declared names, or [`OTHER`].
pub struct KeySeed<'s, 'de, T> {
    names: &'static [&'static str],
    /// The place of the name to try first: documents tend to have the order of the declaration.
    expected: usize,
    /// Takes a name that is not declared.
    other: &'s mut Cow<'de, str>,
    /// So that each type has the code as its own, where the compiler knows the names.
    owner: PhantomData<fn() -> T>,
}

impl<'s, 'de, T> KeySeed<'s, 'de, T> {
    /// Expects the name at a place among `names`, and puts one that is none of them into `other`.
    #[inline]
    pub fn new(names: &'static [&'static str], expected: usize, other: &'s mut Cow<'de, str>) -> Self {
        Self { names, expected, other, owner: PhantomData }
    }

    #[inline]
    fn is_expected(&self, name: &str) -> bool {
        self.names.get(self.expected).is_some_and(|expected| is_same_name(expected.as_bytes(), name.as_bytes()))
    }
}

/// The place of a name that is not the expected one.
#[inline(never)]
fn find<'de>(names: &[&str], expected: usize, name: Cow<'de, str>, other: &mut Cow<'de, str>) -> usize {
    let is_it = |known: &&str| is_same_name(known.as_bytes(), name.as_bytes());
    // Optional members are often left out, so the next one that is there follows soon.
    let next = expected.saturating_add(1);
    let after = names.get(next..).unwrap_or_default();
    let place = after.iter().position(is_it).map(|distance| next + distance);
    let before = names.get(..expected).unwrap_or(names);
    place.or_else(|| before.iter().position(is_it)).unwrap_or_else(|| {
        *other = name;
        OTHER
    })
}

impl<'de, T> DeserializeSeed<'de> for KeySeed<'_, 'de, T> {
    type Value = usize;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_newtype_struct(NAME_TOKEN, self)
    }
}

/// Tells a reader that has understood [`NAME_TOKEN`] which name is likely.
struct Expecting<'s, 'de, T>(KeySeed<'s, 'de, T>);

impl<'de, T> DeserializeSeed<'de> for Expecting<'_, 'de, T> {
    type Value = usize;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        let names = self.0.names.get(self.0.expected..).unwrap_or_default();
        deserializer.deserialize_struct(NAME_TOKEN, names, self)
    }
}

impl<'de, T> Visitor<'de> for Expecting<'_, 'de, T> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    /// The reader has seen the expected name.
    #[inline]
    fn visit_u64<E>(self, _: u64) -> Result<usize, E> {
        Ok(self.0.expected)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<usize, E> {
        self.0.visit_borrowed_str(name)
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.visit_str(name)
    }
}

impl<'de, T> Visitor<'de> for KeySeed<'_, 'de, T> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<usize, A::Error> {
        access.next_element_seed(Expecting(self))?.ok_or_else(|| A::Error::invalid_length(0, &"one name"))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<usize, E> {
        if self.is_expected(name) {
            return Ok(self.expected);
        }
        Ok(find(self.names, self.expected, Cow::Borrowed(name), self.other))
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        if self.is_expected(name) {
            return Ok(self.expected);
        }
        Ok(find(self.names, self.expected, Cow::Owned(name.to_owned()), self.other))
    }

    #[inline]
    fn visit_string<E>(self, name: String) -> Result<usize, E> {
        if self.is_expected(&name) {
            return Ok(self.expected);
        }
        Ok(find(self.names, self.expected, Cow::Owned(name), self.other))
    }
}
