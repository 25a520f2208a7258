//! Members that are kept as text until somebody asks for them: most readers of an open object never do.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::super::map::Map;
use super::super::read;

/// A map that may be read later.
#[derive(Clone)]
pub(super) struct LazyMap<V> {
    /// What is read.
    map: Map<V>,
    /// What stands in place of the map, if anything does.
    unread: Option<Box<Unread<V>>>,
}

/// The text of an object, and the map of its members once it has been asked for.
#[derive(Clone)]
struct Unread<V> {
    text: String,
    read: fn(&str) -> Map<V>,
    map: OnceLock<Map<V>>,
}

impl<V> LazyMap<V> {
    /// A map that has been read.
    pub(super) const fn of(map: Map<V>) -> Self {
        Self { map, unread: None }
    }

    /// The members in the text of an object that is not empty, of which is known that it can be read.
    pub(super) fn unread(text: String) -> Self
    where
        V: DeserializeOwned,
    {
        // The depth was bounded when the text was found to be readable.
        let read = |text: &str| read::from_str_with_depth(text, usize::MAX).unwrap_or_default();
        Self { map: Map::new(), unread: Some(Box::new(Unread { text, read, map: OnceLock::new() })) }
    }

    /// The map.
    pub(super) fn get(&self) -> &Map<V> {
        match &self.unread {
            Some(unread) => unread.map.get_or_init(|| (unread.read)(&unread.text)),
            None => &self.map,
        }
    }

    /// The map, to be changed.
    pub(super) fn get_mut(&mut self) -> &mut Map<V> {
        if let Some(unread) = self.unread.take() {
            self.map = unread.into_map();
        }
        &mut self.map
    }

    /// The map by itself.
    pub(super) fn into_map(self) -> Map<V> {
        self.unread.map_or(self.map, |unread| unread.into_map())
    }

    /// Whether there is no member.
    pub(super) fn is_empty(&self) -> bool {
        self.unread.is_none() && self.map.is_empty()
    }
}

impl<V> Unread<V> {
    fn into_map(self) -> Map<V> {
        self.map.into_inner().unwrap_or_else(|| (self.read)(&self.text))
    }
}
