//! One listing of a struct's members serves writing, counting, looking up and visiting.

use serde::ser::{Serialize, SerializeMap, Serializer};
use std::convert::Infallible;
use std::ops::ControlFlow;

use super::super::instance::{Instance, Visit};
use super::super::map::Map;
use super::super::read::is_same_name;
use super::maybe::Maybe;
use super::null::Null;
use super::object::ObjectType;

/// What goes through a struct's members.
pub trait MemberSink<'a>: Sized {
    /// What stops it.
    type Error;

    /// Takes a member.
    ///
    /// # Errors
    ///
    /// The sink's.
    fn member<T: Instance + Serialize>(&mut self, name: &'a str, value: &'a T) -> Result<(), Self::Error>;

    /// Takes a member if it is there.
    ///
    /// # Errors
    ///
    /// The sink's.
    #[inline]
    fn optional<T: Instance + Serialize>(&mut self, name: &'a str, value: Option<&'a T>) -> Result<(), Self::Error> {
        match value {
            Some(value) => self.member(name, value),
            None => Ok(()),
        }
    }

    /// Takes a member that may be absent, `null` or a value.
    ///
    /// # Errors
    ///
    /// The sink's.
    #[inline]
    fn maybe<T: Instance + Serialize>(&mut self, name: &'a str, value: &'a Maybe<T>) -> Result<(), Self::Error> {
        match value {
            Maybe::Absent => Ok(()),
            Maybe::Null => self.member(name, &Null),
            Maybe::Value(value) => self.member(name, value),
        }
    }

    /// Takes all members of a map.
    ///
    /// # Errors
    ///
    /// The sink's.
    #[inline]
    fn map<T: Instance + Serialize>(&mut self, members: &'a Map<T>) -> Result<(), Self::Error> {
        members.iter().try_for_each(|(name, value)| self.member(name, value))
    }

    /// Ends the members.
    ///
    /// # Errors
    ///
    /// The sink's.
    #[inline]
    fn end(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// Writes a struct as an object.
///
/// # Errors
///
/// The serializer's.
#[inline]
pub fn write_object<T: ObjectType, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer(serializer.serialize_map(Some(count(object)))?);
    object.members(&mut writer)?;
    writer.0.end()
}

/// How many members a struct has.
pub fn count<T: ObjectType>(object: &T) -> usize {
    let mut counter = Counter(0);
    match object.members(&mut counter) {
        Ok(()) => counter.0,
        Err(never) => match never {},
    }
}

/// The value of one of a struct's members.
pub fn find<'a, T: ObjectType>(object: &'a T, name: &str) -> Option<&'a dyn Instance> {
    let mut finder = Finder { name, found: None };
    let _ = object.members(&mut finder);
    finder.found
}

/// Visits a struct's members.
pub fn each<'a, T: ObjectType>(object: &'a T, visit: &mut Visit<'_, 'a>) -> ControlFlow<()> {
    match object.members(&mut Visitor(visit)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(()) => ControlFlow::Break(()),
    }
}

struct Writer<M>(M);

impl<'a, M: SerializeMap> MemberSink<'a> for Writer<M> {
    type Error = M::Error;

    #[inline]
    fn member<T: Instance + Serialize>(&mut self, name: &'a str, value: &'a T) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }
}

struct Counter(usize);

impl<'a> MemberSink<'a> for Counter {
    type Error = Infallible;

    #[inline]
    fn member<T: Instance + Serialize>(&mut self, _: &'a str, _: &'a T) -> Result<(), Infallible> {
        self.0 += 1;
        Ok(())
    }

    #[inline]
    fn map<T: Instance + Serialize>(&mut self, members: &'a Map<T>) -> Result<(), Infallible> {
        self.0 += members.len();
        Ok(())
    }
}

struct Finder<'n, 'a> {
    name: &'n str,
    found: Option<&'a dyn Instance>,
}

impl<'a> MemberSink<'a> for Finder<'_, 'a> {
    type Error = ();

    #[inline]
    fn member<T: Instance + Serialize>(&mut self, name: &'a str, value: &'a T) -> Result<(), ()> {
        if !is_same_name(name.as_bytes(), self.name.as_bytes()) {
            return Ok(());
        }
        self.found = Some(value);
        Err(())
    }

    #[inline]
    fn map<T: Instance + Serialize>(&mut self, members: &'a Map<T>) -> Result<(), ()> {
        match members.get(self.name) {
            Some(value) => {
                self.found = Some(value);
                Err(())
            }
            None => Ok(()),
        }
    }
}

struct Visitor<'v, 'c, 'a>(&'v mut Visit<'c, 'a>);

impl<'a> MemberSink<'a> for Visitor<'_, '_, 'a> {
    type Error = ();

    #[inline]
    fn member<T: Instance + Serialize>(&mut self, name: &'a str, value: &'a T) -> Result<(), ()> {
        match (self.0)(name, value) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(()),
        }
    }
}

/// Shows a struct's members to validation.
macro_rules! object_members {
    ($name:ident) => {
        impl support::Members for $name {
            fn len(&self) -> usize {
                support::count(self)
            }

            fn get(&self, name: &str) -> Option<&dyn support::Instance> {
                support::find(self, name)
            }

            fn each<'a>(&'a self, visit: &mut support::Visit<'_, 'a>) -> std::ops::ControlFlow<()> {
                support::each(self, visit)
            }
        }
    };
}
pub(crate) use object_members;
