//! Recognising a member's name among the names that a type declares.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use super::super::read::{NAME_TOKEN, is_same_name};

/// A member's name: one that the type declares, by its place in the declaration, or any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key<'de> {
    /// The place of a declared name.
    Known(usize),
    /// A name that is not declared.
    Other(Cow<'de, str>),
}

/// Reads a member's name.
#[derive(Clone, Copy, Debug)]
pub struct KeySeed {
    /// The declared names.
    pub names: &'static [&'static str],
    /// The place of the name to try first: documents tend to have the order of the declaration.
    pub expected: usize,
}

impl KeySeed {
    #[inline]
    fn is_expected(self, name: &str) -> bool {
        self.names.get(self.expected).is_some_and(|expected| is_same_name(expected.as_bytes(), name.as_bytes()))
    }

    /// The key of a name that is not the expected one.
    #[inline(never)]
    fn find(self, name: Cow<'_, str>) -> Key<'_> {
        let is_it = |other: &&str| is_same_name(other.as_bytes(), name.as_bytes());
        // Optional members are often left out, so the next one that is there follows soon.
        let (before, after) = self.names.split_at_checked(self.expected).unwrap_or((self.names, &[]));
        let place = after.iter().position(is_it).map(|distance| self.expected + distance);
        match place.or_else(|| before.iter().position(is_it)) {
            Some(place) => Key::Known(place),
            None => Key::Other(name),
        }
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_newtype_struct(NAME_TOKEN, self)
    }
}

/// Tells a reader that has understood [`NAME_TOKEN`] which name is likely.
struct Expecting(KeySeed);

impl<'de> DeserializeSeed<'de> for Expecting {
    type Value = Key<'de>;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        let names = self.0.names.get(self.0.expected..).unwrap_or_default();
        deserializer.deserialize_struct(NAME_TOKEN, names, self)
    }
}

impl<'de> Visitor<'de> for Expecting {
    type Value = Key<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    /// The reader has seen the expected name.
    #[inline]
    fn visit_u64<E>(self, _: u64) -> Result<Key<'de>, E> {
        Ok(Key::Known(self.0.expected))
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key<'de>, E> {
        self.0.visit_borrowed_str(name)
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Key<'de>, E> {
        self.0.visit_str(name)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Key<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_identifier(self)
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each key costs more than recognising the key")]
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Key<'de>, A::Error> {
        access.next_element_seed(Expecting(self))?.ok_or_else(|| A::Error::invalid_length(0, &self))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Key<'de>, E> {
        Ok(if self.is_expected(name) { Key::Known(self.expected) } else { self.find(Cow::Borrowed(name)) })
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Key<'de>, E> {
        Ok(if self.is_expected(name) { Key::Known(self.expected) } else { self.find(Cow::Owned(name.to_owned())) })
    }

    #[inline]
    fn visit_string<E>(self, name: String) -> Result<Key<'de>, E> {
        Ok(if self.is_expected(&name) { Key::Known(self.expected) } else { self.find(Cow::Owned(name)) })
    }
}
