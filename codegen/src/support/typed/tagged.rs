//! Enums of structs that a string member tells apart: read without trial, and without a buffer when the tag leads.

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::super::read::TAG_TOKEN;
use super::buffer::BufferedMembers;
use super::choices;
use super::contract::{Contract, refuse};
use super::key::{KeySeed, OTHER};
use super::object::{ObjectReader, missing, repeated};

/// An enum whose variants a member tells apart.
pub trait TaggedType: Contract {
    /// The member's name, alone.
    const TAG: &'static [&'static str];

    /// The values that choose a variant.
    const TAGS: &'static [&'static str];

    /// Reads the variant that a tag chooses.
    ///
    /// # Errors
    ///
    /// The deserializer's, or the variant's refusal.
    fn read<'de, A: MapAccess<'de>>(tag: &str, object: ObjectReader<'de, A>) -> Result<Self, A::Error>;

    /// Whether the keywords hold that the variants do not keep by themselves.
    fn accepts(&self) -> bool {
        true
    }
}

/// What a variant holds: a struct, or another enum with the same tag.
pub trait TaggedContent<'de>: Sized {
    /// Reads the members behind the tag.
    ///
    /// # Errors
    ///
    /// The deserializer's, or the schema's refusal.
    fn read_tagged<A: MapAccess<'de>>(object: ObjectReader<'de, A>) -> Result<Self, A::Error>;
}

impl<'de, T: TaggedContent<'de>> TaggedContent<'de> for Box<T> {
    fn read_tagged<A: MapAccess<'de>>(object: ObjectReader<'de, A>) -> Result<Self, A::Error> {
        T::read_tagged(object).map(Self::new)
    }
}

/// Reads a tagged enum.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_tagged<'de, T: TaggedType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_struct(TAG_TOKEN, T::TAG, TaggedVisitor(PhantomData))
}

struct TaggedVisitor<T>(PhantomData<T>);

impl<'de, T: TaggedType> Visitor<'de> for TaggedVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<T, A::Error> {
        let mut first = Cow::Borrowed("");
        match access.next_key_seed(KeySeed::<T>::new(T::TAG, 0, &mut first))? {
            Some(OTHER) => read_late(first, access),
            Some(_) => {
                let tag = access.next_value_seed(TagSeed::<T>(PhantomData))?;
                read_variant(ObjectReader::tagged(access, tag_name::<T>(), tag))
            }
            None => Err(missing(tag_name::<T>())),
        }
    }
}

/// Reads the variant of an object whose tag has been read.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_variant<'de, T: TaggedType, A: MapAccess<'de>>(object: ObjectReader<'de, A>) -> Result<T, A::Error> {
    let value = T::read(object.tag(), object)?;
    if value.accepts() { Ok(value) } else { Err(refuse(T::schema(), &value)) }
}

/// Keeps the members that are not the tag, for deserializers that cannot look ahead to a tag that does not lead.
#[inline]
fn read_late<'de, T: TaggedType, A: MapAccess<'de>>(first: Cow<'de, str>, mut access: A) -> Result<T, A::Error> {
    let mut members = Vec::with_capacity(ROOM);
    members.push((first, access.next_value()?));
    let (mut name, mut found) = (Cow::Borrowed(""), None);
    while let Some(place) = access.next_key_seed(KeySeed::<T>::new(T::TAG, 0, &mut name))? {
        match place {
            OTHER => members.push((std::mem::take(&mut name), access.next_value()?)),
            _ if found.is_none() => found = Some(access.next_value_seed(TagSeed::<T>(PhantomData))?),
            _ => return Err(repeated(tag_name::<T>())),
        }
    }
    let tag = found.ok_or_else(|| missing(tag_name::<T>()))?;
    choices::apart(|| read_variant(ObjectReader::tagged(BufferedMembers::new(&members), tag_name::<T>(), tag)))
}

/// Room for so many members is made at once: growing costs more than the memory is worth.
const ROOM: usize = 8;

fn tag_name<T: TaggedType>() -> &'static str {
    T::TAG.first().copied().unwrap_or_default()
}

struct TagSeed<T>(PhantomData<T>);

impl<'de, T: TaggedType> DeserializeSeed<'de> for TagSeed<T> {
    type Value = &'static str;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: TaggedType> Visitor<'_> for TagSeed<T> {
    type Value = &'static str;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<&'static str, E> {
        let tag = T::TAGS.iter().find(|tag| **tag == text);
        tag.copied().ok_or_else(|| unknown_tag(text, T::TAGS))
    }
}

/// The error for a tag that chooses no variant.
#[cold]
#[must_use]
pub fn unknown_tag<E: de::Error>(tag: &str, tags: &[&str]) -> E {
    E::custom(format_args!("oneOf: {tag:?} is none of {tags:?}"))
}

/// Implements everything for an enum of structs that a member tells apart.
macro_rules! tagged_type {
    ($name:ident, $schema:ident, $tag:literal, { $($variant:ident($content:ty): $($value:literal)|+,)* }) => {
        support::tagged_type!($name, $schema, $tag, { $($variant($content): $($value)|+,)* }, |_value| true);
    };
    (
        $name:ident, $schema:ident, $tag:literal,
        { $($variant:ident($content:ty): $($value:literal)|+,)* }, |$this:ident| $accepts:expr
    ) => {
        impl support::TaggedType for $name {
            const TAG: &'static [&'static str] = &[$tag];
            const TAGS: &'static [&'static str] = &[$($($value),+),*];

            #[inline]
            fn read<'de, A: serde::de::MapAccess<'de>>(
                tag: &str,
                object: support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                match tag {
                    $($($value)|+ => support::TaggedContent::read_tagged(object).map(Self::$variant),)*
                    _ => Err(support::unknown_tag(tag, Self::TAGS)),
                }
            }

            #[inline]
            fn accepts(&self) -> bool {
                let $this = self;
                $accepts
            }
        }

        support::variants!($name, $schema, { $($variant($content),)* });

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_tagged(deserializer)
            }
        }

        impl<'de> support::TaggedContent<'de> for $name {
            #[inline]
            fn read_tagged<A: serde::de::MapAccess<'de>>(
                object: support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                support::read_variant(object)
            }
        }
    };
}
pub(crate) use tagged_type;
