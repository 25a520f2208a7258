//! Structs of members: read in one pass from any deserializer, listed once for writing and validation.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::super::constant::Constant;
use super::super::map::MapBuilder;
use super::constants::ConstantSeed;
use super::contract::{Contract, refuse};
use super::key::{KeySeed, OTHER};
use super::members::MemberSink;

/// A struct of an object's members.
pub trait ObjectType: Contract {
    /// The declared members' names, in the order of the schema.
    const MEMBERS: &'static [&'static str];

    /// The members that every object has with the same value, which need no field.
    const CONSTANTS: &'static [(&'static str, &'static Constant)] = &[];

    /// Reads the members.
    ///
    /// # Errors
    ///
    /// The deserializer's, or a member's refusal.
    fn read<'de, A: MapAccess<'de>>(object: &mut ObjectReader<'de, A>) -> Result<Self, A::Error>;

    /// Lists the members that are there.
    ///
    /// # Errors
    ///
    /// The sink's.
    fn members<'a, S: MemberSink<'a>>(&'a self, sink: &mut S) -> Result<(), S::Error>;

    /// Whether the keywords hold that the members' types do not keep by themselves.
    fn accepts(&self) -> bool {
        true
    }
}

/// Reads a struct.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_object<'de, T: ObjectType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Reads a struct whose object has been opened.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
#[inline]
pub fn read_members<'de, T: ObjectType, A: MapAccess<'de>>(mut object: ObjectReader<'de, A>) -> Result<T, A::Error> {
    let value = T::read(&mut object)?;
    if value.accepts() { Ok(value) } else { Err(refuse(T::schema(), &value)) }
}

/// The members of an object as they come.
pub struct ObjectReader<'de, A> {
    access: A,
    expected: usize,
    unknown: Cow<'de, str>,
    tag: Option<(&'static str, &'static str)>,
}

impl<'de, A: MapAccess<'de>> ObjectReader<'de, A> {
    /// An object of which nothing has been read.
    #[inline]
    pub fn new(access: A) -> Self {
        Self { access, expected: 0, unknown: Cow::Borrowed(""), tag: None }
    }

    /// An object whose tag has been read already.
    #[inline]
    pub fn tagged(access: A, tag: &'static str, value: &'static str) -> Self {
        Self { access, expected: 0, unknown: Cow::Borrowed(""), tag: Some((tag, value)) }
    }

    /// The value of the tag that was read ahead.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag.map_or("", |(_, value)| value)
    }

    /// Whether the tag that was read ahead is this member with this value.
    #[inline]
    pub fn has_tag(&self, name: &str, value: &str) -> bool {
        self.tag.is_some_and(|(tag, found)| tag == name && found == value)
    }

    /// The next member's place among those that `T` declares, or `usize::MAX` if it is another; `None` at the end.
    ///
    /// # Errors
    ///
    /// The deserializer's.
    #[inline]
    pub fn next_member<T: ObjectType>(&mut self) -> Result<Option<usize>, A::Error> {
        let seed = KeySeed::<T>::new(T::MEMBERS, self.expected, &mut self.unknown);
        let place = self.access.next_key_seed(seed)?;
        if let Some(place) = place
            && place != OTHER
        {
            self.expected = place + 1;
        }
        Ok(place)
    }

    /// Reads the value of the current member.
    ///
    /// # Errors
    ///
    /// The deserializer's, the value's refusal, or a repeated member.
    #[inline]
    pub fn value<T: Deserialize<'de>>(&mut self, name: &str, slot: &mut Option<T>) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(repeated(name));
        }
        *slot = Some(self.access.next_value()?);
        Ok(())
    }

    /// Reads the value of a member that the schema fixes.
    ///
    /// # Errors
    ///
    /// The deserializer's, another value than that, or a repeated member.
    #[inline]
    pub fn constant(&mut self, name: &str, seen: &mut bool, value: &'static Constant) -> Result<(), A::Error> {
        if *seen {
            return Err(repeated(name));
        }
        *seen = true;
        self.access.next_value_seed(ConstantSeed(value))
    }

    /// Reads a member that the schema does not name.
    ///
    /// # Errors
    ///
    /// The deserializer's, or the value's refusal.
    #[inline]
    pub fn extra<V: Deserialize<'de>>(&mut self, members: &mut MapBuilder<V>) -> Result<(), A::Error> {
        let name = std::mem::take(&mut self.unknown).into_owned();
        members.push(name, self.access.next_value()?);
        Ok(())
    }

    /// Refuses a member that the schema does not name.
    #[cold]
    pub fn unexpected<E: de::Error>(&self) -> E {
        E::custom(format_args!("additionalProperties: the member `{}` is not allowed here", self.unknown))
    }
}

/// A member that must be there.
///
/// # Errors
///
/// The member is missing.
#[inline]
pub fn required<T, E: de::Error>(name: &str, slot: Option<T>) -> Result<T, E> {
    slot.ok_or_else(|| missing(name))
}

/// The further members of an object.
///
/// # Errors
///
/// A repeated member.
#[inline]
pub fn extra<T, V, E: de::Error>(members: MapBuilder<V>) -> Result<super::extra::Extra<T, V>, E> {
    match members.finish() {
        Ok(members) => Ok(super::extra::Extra::wrap(members)),
        Err(name) => Err(repeated(&name)),
    }
}

/// The error for a member that is not there.
#[cold]
#[must_use]
pub fn missing<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("required: the member `{name}` is missing"))
}

/// The error for a member that comes twice.
#[cold]
#[must_use]
pub fn repeated<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("the member `{name}` is repeated"))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: ObjectType> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        read_members(ObjectReader::new(access))
    }
}

/// Implements what a struct of members has besides its members.
macro_rules! object_type {
    ($name:ident, $schema:ident) => {
        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::View::Object(self)
            }
        }

        support::object_members!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                support::write_object(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_object(deserializer)
            }
        }

        impl<'de> support::TaggedContent<'de> for $name {
            #[inline]
            fn read_tagged<A: serde::de::MapAccess<'de>>(
                object: support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                support::read_members(object)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use object_type;
