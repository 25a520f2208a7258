//! The members of an open object that its schema does not name.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::super::json::Json;
use super::super::map::{self, Map};
use super::object::ObjectType;

/// Members of a `T` beyond the declared ones, kept as they came.
///
/// A declared name is refused, so that no member can be written twice.
pub struct Extra<T, V = Json> {
    members: Map<V>,
    owner: PhantomData<fn() -> T>,
}

/// A member that [`Extra::insert`] refused, because the type has a field for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredMember(pub String);

impl<T, V> Extra<T, V> {
    /// No further members.
    #[must_use]
    pub const fn new() -> Self {
        Self::wrap(Map::new())
    }

    pub(crate) const fn wrap(members: Map<V>) -> Self {
        Self { members, owner: PhantomData }
    }

    /// The members.
    #[must_use]
    pub const fn as_map(&self) -> &Map<V> {
        &self.members
    }

    /// The members, without their owner.
    #[must_use]
    pub fn into_map(self) -> Map<V> {
        self.members
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.members.get(name)
    }

    /// The value of a member, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.members.get_mut(name)
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        self.members.remove(name)
    }

    /// The members by name.
    #[must_use]
    pub fn iter(&self) -> map::Iter<'_, V> {
        self.members.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
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
        Ok(self.members.insert(name, value))
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
        Self::wrap(self.members.clone())
    }
}

impl<T, V: fmt::Debug> fmt::Debug for Extra<T, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.members.fmt(formatter)
    }
}

impl<T, V: PartialEq> PartialEq for Extra<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<T, V: Eq> Eq for Extra<T, V> {}

impl<T, V: Hash> Hash for Extra<T, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl<'a, T, V> IntoIterator for &'a Extra<T, V> {
    type Item = (&'a str, &'a V);
    type IntoIter = map::Iter<'a, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
