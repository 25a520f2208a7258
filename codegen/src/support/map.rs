//! The members of a JSON object, by name.
//!
//! A sorted vector: objects are small, are read once and compared often, and their members come out in one order
//! whatever the document's was.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::Json;
use super::read::repeated_member_error;

/// An object's members, each name once, sorted by name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map<V> {
    members: Vec<(String, V)>,
}

/// Any JSON object.
pub type Object = Map<Json>;

impl<V> Map<V> {
    /// A map without members, which takes no memory.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new() }
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.members.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// The value of the member called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        let index = self.find(name).ok()?;
        self.members.get(index).map(|(_, value)| value)
    }

    /// The value of the member called `name`, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        let index = self.find(name).ok()?;
        self.members.get_mut(index).map(|(_, value)| value)
    }

    /// Sets the member called `name` and gives back the value that it had.
    pub fn insert(&mut self, name: impl Into<String> + Borrow<str>, value: V) -> Option<V> {
        match self.find(name.borrow()) {
            Ok(index) => self.members.get_mut(index).map(|(_, old)| std::mem::replace(old, value)),
            Err(index) => {
                self.members.insert(index, (name.into(), value));
                None
            }
        }
    }

    /// Takes the member called `name` out.
    pub fn remove(&mut self, name: &str) -> Option<V> {
        let index = self.find(name).ok()?;
        Some(self.members.remove(index).1)
    }

    /// Whether there is a member called `name`.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.find(name).is_ok()
    }

    /// How many members there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are no members.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members, sorted by name.
    #[inline]
    #[must_use]
    pub fn iter(&self) -> Iter<'_, V> {
        Iter { members: self.members.iter() }
    }

    /// The members, sorted by name, with values that can be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&str, &mut V)> + ExactSizeIterator {
        self.members.iter_mut().map(|(name, value)| (name.as_str(), value))
    }

    /// The names, sorted.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        self.iter().map(|(name, _)| name)
    }

    /// The values, sorted by their members' names.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// The values, sorted by their members' names, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> + ExactSizeIterator {
        self.members.iter_mut().map(|(_, value)| value)
    }
}

impl<V> Default for Map<V> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<V: fmt::Debug> fmt::Debug for Map<V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

/// The members of a [`Map`], sorted by name.
#[derive(Debug)]
pub struct Iter<'a, V> {
    members: std::slice::Iter<'a, (String, V)>,
}

impl<V> Clone for Iter<'_, V> {
    fn clone(&self) -> Self {
        Self { members: self.members.clone() }
    }
}

impl<'a, V> Iterator for Iter<'a, V> {
    type Item = (&'a str, &'a V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.members.next().map(|(name, value)| (name.as_str(), value))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.members.size_hint()
    }
}

impl<V> DoubleEndedIterator for Iter<'_, V> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.members.next_back().map(|(name, value)| (name.as_str(), value))
    }
}

impl<V> ExactSizeIterator for Iter<'_, V> {}

impl<'a, V> IntoIterator for &'a Map<V> {
    type Item = (&'a str, &'a V);
    type IntoIter = Iter<'a, V>;

    fn into_iter(self) -> Iter<'a, V> {
        self.iter()
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl<N: Into<String>, V> FromIterator<(N, V)> for Map<V> {
    /// Of members with one name, the last is kept.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut map = Self::new();
        map.extend(members);
        map
    }
}

impl<N: Into<String>, V> Extend<(N, V)> for Map<V> {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, members: I) {
        self.members.extend(members.into_iter().map(|(name, value)| (name.into(), value)));
        // Stable, so that the last of equals is the latest.
        self.members.sort_by(|(one, _), (two, _)| one.cmp(two));
        self.members.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                std::mem::swap(later, kept);
            }
            is_same
        });
    }
}

impl<V, const N: usize> From<[(&str, V); N]> for Map<V> {
    fn from(members: [(&str, V); N]) -> Self {
        members.into_iter().collect()
    }
}

/// Collects members in document order, which mostly is the order of the map or close to it.
#[derive(Debug)]
pub struct MapBuilder<V> {
    members: Vec<(String, V)>,
    order: Order,
}

/// What is known about the members of a builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Each name is greater than the one before it.
    Sorted,
    /// Nothing.
    Unknown,
}

/// Up to so many members, a name out of order is moved to its place at once.
const FEW: usize = 16;

/// Room for so many members is made at once: growing costs more than the memory is worth.
const ROOM: usize = 8;

impl<V> MapBuilder<V> {
    /// A builder without members, which takes no memory.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new(), order: Order::Sorted }
    }

    /// Whether no member has been added.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Adds a member.
    #[inline]
    pub fn push(&mut self, name: String, value: V) {
        match self.members.last() {
            Some((last, _)) if *last >= name => self.push_out_of_order(name, value),
            Some(_) => self.members.push((name, value)),
            None => {
                self.members.reserve_exact(ROOM);
                self.members.push((name, value));
            }
        }
    }

    #[inline(never)]
    fn push_out_of_order(&mut self, name: String, value: V) {
        if self.order == Order::Sorted && self.members.len() <= FEW {
            let smaller = self.members.iter().rev().position(|(other, _)| *other < name);
            let index = smaller.map_or(0, |distance| self.members.len() - distance);
            if self.members.get(index).is_none_or(|(other, _)| *other != name) {
                return self.members.insert(index, (name, value));
            }
        }
        self.order = Order::Unknown;
        self.members.push((name, value));
    }

    /// The map of the members.
    ///
    /// # Errors
    ///
    /// A name that two members share (RFC 7493 §2.3).
    #[inline]
    pub fn finish(self) -> Result<Map<V>, String> {
        match self.order {
            Order::Sorted => Ok(Map { members: self.members }),
            Order::Unknown => self.sort(),
        }
    }

    #[inline(never)]
    fn sort(mut self) -> Result<Map<V>, String> {
        self.members.sort_unstable_by(|(one, _), (two, _)| one.cmp(two));
        let mut names = self.members.iter().map(|(name, _)| name).zip(self.members.iter().skip(1));
        match names.find(|(name, (next, _))| *name == next) {
            Some((name, _)) => Err(name.clone()),
            None => Ok(Map { members: self.members }),
        }
    }
}

impl<V> Default for MapBuilder<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Map<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

struct MapVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for MapVisitor<V> {
    type Value = Map<V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Map<V>, A::Error> {
        let mut members = MapBuilder::new();
        while let Some((name, value)) = access.next_entry()? {
            members.push(name, value);
        }
        members.finish().map_err(|name| repeated_member_error(&name))
    }
}
