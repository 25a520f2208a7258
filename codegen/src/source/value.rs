//! A JSON value together with its place in the text.

use std::borrow::Cow;
use std::fmt::{Debug, Formatter, Result};
use std::ops::Range;

use crate::support::Json;

use super::Source;

/// A value of a [`Source`]: its JSON, and where it stands.
#[derive(Clone, Copy)]
pub struct Value<'s> {
    source: &'s Source,
    json: &'s Json,
    entry: usize,
}

/// The members of an object in document order.
pub struct Members<'s> {
    parent: Value<'s>,
    next: Option<usize>,
}

impl<'s> Value<'s> {
    pub(super) fn root(source: &'s Source) -> Self {
        Self { source, json: &source.json, entry: 0 }
    }

    /// The value itself.
    #[must_use]
    pub fn json(self) -> &'s Json {
        self.json
    }

    /// The document that it stands in.
    #[must_use]
    pub fn source(self) -> &'s Source {
        self.source
    }

    /// Its bytes.
    #[must_use]
    pub fn span(self) -> Range<usize> {
        self.source.outline.span(self.entry)
    }

    /// The bytes of its name, quotes included, if it is a member of an object.
    #[must_use]
    pub fn name_span(self) -> Option<Range<usize>> {
        self.source.outline.name_span(self.entry)
    }

    /// Its text, as it stands in the document.
    #[must_use]
    pub fn text(self) -> &'s str {
        self.source.text.get(self.span()).unwrap_or_default()
    }

    /// Its characters, if it is a string.
    #[must_use]
    pub fn as_str(self) -> Option<&'s str> {
        self.json.as_str()
    }

    /// Whether it is an object or a boolean, as schemas are.
    #[must_use]
    pub fn is_schema(self) -> bool {
        matches!(self.json, Json::Object(_) | Json::Bool(_))
    }

    /// The member called `name`, if it is an object and has one.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Self> {
        let Json::Object(members) = self.json else { return None };
        let json = members.get(name)?;
        let entry = self.source.outline.member(&self.source.text, self.entry, name)?;
        Some(Self { json, entry, ..self })
    }

    /// What a JSON Pointer's reference token leads to: a member, or an item by its index.
    #[must_use]
    pub fn child(self, token: &str) -> Option<Self> {
        let Json::Array(items) = self.json else { return self.get(token) };
        let is_canonical = token == "0" || !token.starts_with(['0', '+']);
        let index: usize = token.parse().ok().filter(|_| is_canonical)?;
        let json = items.get(index)?;
        let entry = self.source.outline.children(self.entry).nth(index)?;
        Some(Self { json, entry, ..self })
    }

    /// The members in document order; none if it is not an object.
    #[must_use]
    pub fn members(self) -> Members<'s> {
        let is_object = matches!(self.json, Json::Object(_));
        let next = self.source.outline.first_child(self.entry).filter(|_| is_object);
        Members { parent: self, next }
    }

    /// The items in order; none if it is not an array.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let items = if let Json::Array(items) = self.json { items.as_slice() } else { &[] };
        let entries = self.source.outline.children(self.entry);
        items.iter().zip(entries).map(move |(json, entry)| Self { json, entry, ..self })
    }
}

impl<'s> Iterator for Members<'s> {
    type Item = (Cow<'s, str>, Value<'s>);

    fn next(&mut self) -> Option<Self::Item> {
        let (source, entry) = (self.parent.source, self.next?);
        self.next = source.outline.sibling(self.parent.entry, entry);
        let name = source.outline.name(&source.text, entry)?;
        let json = self.parent.json.get(&name)?;
        Some((name, Value { source, json, entry }))
    }
}

impl Debug for Value<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{}:{:?}", self.source.name, self.span())
    }
}
