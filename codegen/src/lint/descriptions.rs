//! The objects of OpenAPI descriptions around the schemas, for the rules about APIs.

use std::collections::BTreeSet;

use crate::pointer;
use crate::source::{Source, Value};
use crate::survey::is_description;

use super::subject::Subject;

/// Members that hold documents of the API, not parts of its description.
const DOCUMENTS: [&str; 3] = ["value", "example", "default"];

/// The members of a Path Item that are operations.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// A value of a description and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Part<'s> {
    pub(super) value: Value<'s>,
    pub(super) pointer: String,
}

impl Part<'_> {
    /// What a member holds.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name)?;
        Some(Self { value, pointer: pointer::join(&self.pointer, &[name]) })
    }

    /// What all members hold, by their names.
    pub(super) fn members(&self) -> impl Iterator<Item = (String, Self)> {
        self.value.members().map(|(name, value)| {
            let pointer = pointer::join(&self.pointer, &[&name]);
            (name.into_owned(), Self { value, pointer })
        })
    }

    /// The items of an array.
    pub(super) fn items(&self) -> impl Iterator<Item = Self> {
        let items = self.value.items().enumerate();
        items.map(|(index, value)| Self { value, pointer: pointer::join(&self.pointer, &[&index.to_string()]) })
    }

    /// The object that a Reference Object of the same document stands for; nothing if it leads elsewhere.
    pub(super) fn dereferenced(self) -> Option<Self> {
        match self.value.get("$ref").and_then(Value::as_str) {
            None => Some(self),
            Some(reference) => {
                let pointer = pointer::from_fragment(reference.strip_prefix('#')?)?;
                Some(Self { value: self.value.source().at(&pointer)?, pointer })
            }
        }
    }
}

/// The requested descriptions.
pub(super) fn descriptions<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s Source> + use<'s> {
    subject.sources.iter().filter(|source| source.is_requested() && is_description(source))
}

/// The paths of a description, and the operations of each.
pub(super) fn paths(source: &Source) -> Vec<(String, Part<'_>)> {
    let root = Part { value: source.root(), pointer: String::new() };
    root.member("paths").iter().flat_map(Part::members).collect()
}

/// The operations of a path.
pub(super) fn operations<'s>(path: &Part<'s>) -> impl Iterator<Item = Part<'s>> {
    METHODS.iter().filter_map(|method| path.member(method))
}

/// Everything in a description but its schemas and the documents that it shows.
pub(super) fn parts<'s>(subject: &Subject<'s>, source: &'s Source) -> Vec<Part<'s>> {
    let own = subject.sites.iter().filter(|site| site.source.name() == source.name());
    let schemas: BTreeSet<&str> = own.map(|site| site.pointer.as_str()).collect();
    let mut parts = vec![Part { value: source.root(), pointer: String::new() }];
    let mut place = 0;
    while let Some(part) = parts.get(place).cloned() {
        let members = part.members().filter(|(name, _)| !DOCUMENTS.contains(&name.as_str()));
        let within = members.map(|(_, part)| part).chain(part.items());
        parts.extend(within.filter(|part| !schemas.contains(part.pointer.as_str())));
        place = place.saturating_add(1);
    }
    parts
}
