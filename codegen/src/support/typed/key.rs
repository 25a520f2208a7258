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

    /// The place of a name.
    #[inline]
    fn place(&self, name: &str) -> usize {
        let expected = self.names.get(self.expected);
        let is_expected = expected.is_some_and(|expected| is_same_name(expected.as_bytes(), name.as_bytes()));
        if is_expected { self.expected } else { find_other(self.names, self.expected, name) }
    }

    /// Keeps the name if it is not declared.
    #[inline]
    fn keep(self, place: usize, name: impl FnOnce() -> Cow<'de, str>) -> usize {
        if place == OTHER {
            *self.other = name();
        }
        place
    }
}

/// The place of a name, looked for from the expected one on.
///
/// Optional members are often left out, so the next one that is there follows soon.
#[inline]
fn find(names: &[&str], expected: usize, name: &str) -> usize {
    let is_it = |known: &&str| is_same_name(known.as_bytes(), name.as_bytes());
    let (before, after) = names.split_at_checked(expected).unwrap_or((names, &[]));
    let place = after.iter().position(is_it).map(|distance| expected + distance);
    place.or_else(|| before.iter().position(is_it)).unwrap_or(OTHER)
}

/// The place of a name that is not the expected one.
#[inline(never)]
fn find_other(names: &[&str], expected: usize, name: &str) -> usize {
    find(names, expected, name)
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
        let place = find(self.0.names, self.0.expected, name);
        Ok(self.0.keep(place, || Cow::Borrowed(name)))
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
        let place = self.place(name);
        Ok(self.keep(place, || Cow::Borrowed(name)))
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        let place = self.place(name);
        Ok(self.keep(place, || Cow::Owned(name.to_owned())))
    }

    #[inline]
    fn visit_string<E>(self, name: String) -> Result<usize, E> {
        let place = self.place(&name);
        Ok(self.keep(place, || Cow::Owned(name)))
    }
}
