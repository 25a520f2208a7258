//! The members of an open object that its schema does not name.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::super::json::Json;
use super::super::map::{self, Map};
use super::object::ObjectType;
use super::unread::LazyMap;

/// Members of a `T` beyond the declared ones, kept as they came.
///
/// A declared name is refused, so that no member can be written twice. Members of any value that come from text are
/// read when they are first asked for.
pub struct Extra<T, V = Json> {
    members: LazyMap<V>,
    owner: PhantomData<fn() -> T>,
}

/// A member that [`Extra::insert`] refused, because the type has a field for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredMember(pub String);

impl<T, V> Extra<T, V> {
    /// No further members.
    #[must_use]
    pub const fn new() -> Self {
        Self::of(Map::new())
    }

    pub(super) const fn of(members: Map<V>) -> Self {
        Self { members: LazyMap::Read(members), owner: PhantomData }
    }

    /// The members.
    #[must_use]
    pub fn as_map(&self) -> &Map<V> {
        self.members.get()
    }

    /// The members, without their owner.
    #[must_use]
    pub fn into_map(self) -> Map<V> {
        self.members.into_map()
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.as_map().get(name)
    }

    /// The value of a member, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.members.get_mut().get_mut(name)
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        self.members.get_mut().remove(name)
    }

    /// The members by name.
    #[must_use]
    pub fn iter(&self) -> map::Iter<'_, V> {
        self.as_map().iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_map().len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl<T> Extra<T> {
    /// The members in the text of an object that is not empty, of which is known that it can be read.
    pub(super) fn unread(text: String) -> Self {
        Self { members: LazyMap::unread(text), owner: PhantomData }
    }
}

impl<T: ObjectType, V> Extra<T, V> {
    /// Sets a member and gives its former value.
    ///
    /// # Errors
    ///
    /// [`DeclaredMember`] if the type has a field of that name; set the field instead.
    pub fn insert(&mut self, name: impl Into<String>, value: V) -> Result<Option<V>, DeclaredMember> {
        let name = name.into();
        if T::MEMBERS.contains(&name.as_str()) {
            return Err(DeclaredMember(name));
        }
        Ok(self.members.get_mut().insert(name, value))
    }
}

impl fmt::Display for DeclaredMember {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` is a declared member: set its field", self.0)
    }
}

impl std::error::Error for DeclaredMember {}

impl<T, V> Default for Extra<T, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, V: Clone> Clone for Extra<T, V> {
    fn clone(&self) -> Self {
        Self { members: self.members.clone(), owner: PhantomData }
    }
}

impl<T, V: fmt::Debug> fmt::Debug for Extra<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_map().fmt(formatter)
    }
}

impl<T, V: PartialEq> PartialEq for Extra<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.as_map() == other.as_map()
    }
}

impl<T, V: Eq> Eq for Extra<T, V> {}

impl<T, V: Hash> Hash for Extra<T, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_map().hash(state);
    }
}

impl<'a, T, V> IntoIterator for &'a Extra<T, V> {
    type Item = (&'a str, &'a V);
    type IntoIter = map::Iter<'a, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
