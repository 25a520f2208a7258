//! Structs of members: read in one pass from any deserializer, listed once for writing and validation.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::super::constant::Constant;
use super::constants::ConstantSeed;
use super::contract::{Contract, refuse};
use super::further::Further;
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

/// A struct of more members than this has no reader of its own for each: compiling as many takes the compiler minutes.
const WIDE: usize = 32;

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
    pub fn has_read(&self, name: &str, value: &Constant) -> bool {
        let is_value = |found| matches!(value, Constant::String(value) if *value == found);
        self.tag.is_some_and(|(tag, found)| tag == name && is_value(found))
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
    pub fn value<T: ObjectType, V: Deserialize<'de>>(
        &mut self,
        name: &str,
        slot: &mut Option<V>,
    ) -> Result<(), A::Error> {
        if T::MEMBERS.len() > WIDE { self.value_apart(name, slot) } else { self.value_in_place(name, slot) }
    }

    /// Reads a member by a function that all members of one type share.
    #[inline(never)]
    fn value_apart<V: Deserialize<'de>>(&mut self, name: &str, slot: &mut Option<V>) -> Result<(), A::Error> {
        self.value_in_place(name, slot)
    }

    #[inline]
    fn value_in_place<V: Deserialize<'de>>(&mut self, name: &str, slot: &mut Option<V>) -> Result<(), A::Error> {
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
    pub fn extra<F: Further<'de>>(&mut self, members: &mut F) -> Result<(), A::Error> {
        members.read(&mut self.unknown, &mut self.access)
    }

    /// Refuses a member that the schema does not name.
    ///
    /// # Errors
    ///
    /// Always.
    #[cold]
    pub fn unexpected<E: de::Error>(&self) -> Result<(), E> {
        Err(E::custom(format_args!("additionalProperties: the member `{}` is not allowed here", self.unknown)))
    }
}

/// The error for a member that is not there.
#[cold]
#[must_use]
pub fn missing<E: de::Error>(name: &str) -> E {
    E::custom(format_args!("required: the member `{name}` is missing"))
}

/// The error for the first member that is not there, of all and whether they are.
#[cold]
#[must_use]
pub fn first_missing<E: de::Error, const N: usize>(members: [(&str, bool); N]) -> E {
    let first = members.iter().find(|(_, is_there)| !is_there);
    missing(first.map_or("", |(name, _)| name))
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

/// Implements everything for a struct of members: each with its place, its name in documents, and its field.
///
/// A member that the schema fixes has no field, but the `schemas` constant that it equals and a variable's name.
macro_rules! object_type {
    ($type:ident, $schema:ident, $($accepts:path,)? {
        $(
            $place:literal $name:literal
            $(== $constant:ident as $seen:ident)?
            $(=> $(#[$attribute:meta])* $kind:ident $field:ident $(or $null:ident)?: $content:ty)?,
        )*
        $(_ => $extra:ident $(: $value:ty)?,)?
    }) => {
        impl support::ObjectType for $type {
            const MEMBERS: &'static [&'static str] = &[$($name),*];
            const CONSTANTS: &'static [(&'static str, &'static support::Constant)] =
                &[$($(($name, &schemas::$constant),)?)*];

            // The names with underscores are those that no generated type has.
            #[inline]
            fn read<'de, __A: serde::de::MapAccess<'de>>(
                object: &mut support::ObjectReader<'de, __A>,
            ) -> Result<Self, __A::Error> {
                #[allow(non_camel_case_types, clippy::builtin_type_shadow, reason = "a member's type is named after it")]
                struct __Slots<$($($field,)?)*> {
                    $($($seen: ::std::primitive::bool,)? $($field: Option<$field>,)?)*
                }
                #[allow(unused_mut, reason = "there need not be a member")]
                let mut slots = __Slots {
                    $($($seen: object.has_read($name, &schemas::$constant),)? $($field: None,)?)*
                };
                $(let mut $extra = support::slot!(further $($value)?);)?
                while let Some(member) = object.next_member::<Self>()? {
                    match member {
                        $($place => {
                            $(object.constant($name, &mut slots.$seen, &schemas::$constant)?;)?
                            $(object.value::<Self, _>($name, &mut slots.$field)?;)?
                        })*
                        $(usize::MAX => object.extra(&mut $extra)?,)?
                        _ => object.unexpected()?,
                    }
                }
                // All slots are emptied at once, so that the compiler knows everywhere what is still to be dropped.
                match slots {
                    __Slots { $($($seen: true,)? $($field: support::slot!(full $kind $field),)?)* } => Ok(Self {
                        $($($field: support::slot!(take $kind $field),)?)*
                        $($extra: support::Further::finish($extra)?,)?
                    }),
                    #[allow(unreachable_patterns, unused_variables, reason = "there need not be a required member")]
                    slots => Err(support::first_missing([
                        $(
                            $(($name, slots.$seen),)?
                            $(($name, support::slot!(is_there $kind slots.$field)),)?
                        )*
                    ])),
                }
            }

            fn members<'a, S: support::MemberSink<'a>>(&'a self, sink: &mut S) -> Result<(), S::Error> {
                $(
                    $(sink.member($name, &schemas::$constant)?;)?
                    $(support::slot!(list $kind $name self.$field, sink);)?
                )*
                $(sink.map(self.$extra.as_map())?;)?
                sink.end()
            }

            $(fn accepts(&self) -> bool {
                $accepts(self)
            })?
        }

        impl $type {
            /// Starts a value, member by member.
            #[must_use]
            pub fn builder() -> support::Builder<Self> {
                support::Builder::new()
            }
        }

        impl support::Builder<$type> {
            $($(
                #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($field), "`].")]
                $(#[$attribute])*
                #[must_use]
                pub fn $field(self, value: impl support::Becomes<$content>) -> Self {
                    self.set($name, value)
                }

                $(
                    #[doc = concat!("Sets [`", stringify!($type), "::", stringify!($field), "`] to `null`.")]
                    #[must_use]
                    pub fn $null(self) -> Self {
                        self.null($name)
                    }
                )?
            )?)*
        }

        impl support::Instance for $type {
            fn view(&self) -> support::View<'_> {
                support::View::Object(self)
            }
        }

        support::object_members!($type);

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                support::write_object(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_object(deserializer)
            }
        }

        impl<'de> support::TaggedContent<'de> for $type {
            #[inline]
            fn read_tagged<A: serde::de::MapAccess<'de>>(
                object: support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                support::read_members(object)
            }
        }

        support::contract!($type, $schema);
    };
}
pub(crate) use object_type;
