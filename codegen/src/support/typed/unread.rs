//! Members that are kept as text until somebody asks for them: most readers of an open object never do.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::super::map::Map;
use super::super::read;

/// A map that may be read later.
#[derive(Clone)]
pub(super) enum LazyMap<V> {
    Read(Map<V>),
    Unread(Unread<V>),
}

/// The text of an object, and the map of its members once it has been asked for.
#[derive(Clone)]
pub(super) struct Unread<V> {
    text: String,
    read: fn(&str) -> Map<V>,
    /// Boxed, because few are ever asked for, and every open object has room for one.
    map: OnceLock<Box<Map<V>>>,
}

impl<V> LazyMap<V> {
    /// The members in the text of an object that is not empty, of which is known that it can be read.
    pub(super) const fn unread(text: String) -> Self
    where
        V: DeserializeOwned,
    {
        Self::Unread(Unread { text, read: read_again, map: OnceLock::new() })
    }

    /// The map.
    pub(super) fn get(&self) -> &Map<V> {
        match self {
            Self::Read(map) => map,
            Self::Unread(unread) => unread.map.get_or_init(|| Box::new((unread.read)(&unread.text))),
        }
    }

    /// The map, to be changed.
    pub(super) fn get_mut(&mut self) -> &mut Map<V> {
        match self {
            Self::Read(map) => map,
            Self::Unread(_) => {
                *self = Self::Read(std::mem::replace(self, Self::Read(Map::new())).into_map());
                self.get_mut()
            }
        }
    }

    /// Whether there is no member.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Read(map) => map.is_empty(),
            Self::Unread(_) => false,
        }
    }

    /// The map by itself.
    pub(super) fn into_map(self) -> Map<V> {
        match self {
            Self::Read(map) => map,
            Self::Unread(Unread { text, read, map }) => map.into_inner().map_or_else(|| read(&text), |map| *map),
        }
    }
}

/// Reads what has been found to be readable, its depth bounded.
fn read_again<V: DeserializeOwned>(text: &str) -> Map<V> {
    read::from_str_with_depth(text, usize::MAX).unwrap_or_default()
}
