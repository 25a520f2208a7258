//! JSON as its author wrote it: members in their order, and numbers in their spelling.
//!
//! Both are gone from any parsed value, and both have fooled readers: a tag that comes last, an integer written `1e0`.

use codegen::support::{Json, Number};

use super::pointer;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Boolean(bool),
    /// A number's text.
    Number(String),
    String(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// A string.
    pub(crate) fn text(text: &str) -> Self {
        Self::String(text.to_owned())
    }

    /// A number, given by its text.
    pub(crate) fn number(text: &str) -> Self {
        Self::Number(text.to_owned())
    }

    /// The value of the member called `name`.
    pub(crate) fn member(&self, name: &str) -> Option<&Tree> {
        self.members().iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The members, if this is an object.
    pub(crate) fn members(&self) -> &[(String, Tree)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// The items, if this is an array.
    pub(crate) fn items(&self) -> &[Tree] {
        if let Self::Array(items) = self { items } else { &[] }
    }

    /// The value at a JSON Pointer.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Tree> {
        pointer::tokens(pointer).try_fold(self, |tree, token| match tree {
            Self::Array(items) => items.get(token.parse::<usize>().ok()?),
            other => other.member(&token),
        })
    }

    /// The same document with another value at a JSON Pointer.
    pub(crate) fn with(&self, pointer: &str, value: Tree) -> Self {
        let mut changed = self.clone();
        let place = pointer::tokens(pointer).try_fold(&mut changed, |tree, token| match tree {
            Self::Array(items) => items.get_mut(token.parse::<usize>().ok()?),
            Self::Object(members) => members.iter_mut().find(|(name, _)| *name == token).map(|(_, value)| value),
            _ => None,
        });
        if let Some(place) = place {
            *place = value;
        }
        changed
    }

    /// The same document with the members of all its objects in reverse order: what came first comes last.
    pub(crate) fn reversed(&self) -> Self {
        match self {
            Self::Array(items) => Self::Array(items.iter().map(Self::reversed).collect()),
            Self::Object(members) => {
                Self::Object(members.iter().rev().map(|(name, value)| (name.clone(), value.reversed())).collect())
            }
            other => other.clone(),
        }
    }

    /// Every value in the document with its JSON Pointer, outermost first.
    pub(crate) fn places(&self) -> Vec<(String, &Tree)> {
        let mut places = vec![(String::new(), self)];
        let mut next = 0;
        while let Some((pointer, tree)) = places.get(next).cloned() {
            places.extend(tree.children().map(|(token, child)| (pointer::join(&pointer, &token), child)));
            next += 1;
        }
        places
    }

    fn children(&self) -> impl Iterator<Item = (String, &Tree)> {
        let items = self.items().iter().enumerate().map(|(index, item)| (index.to_string(), item));
        items.chain(self.members().iter().map(|(name, value)| (name.clone(), value)))
    }

    /// The document as an exact value.
    pub(crate) fn to_json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Boolean(value) => Json::Bool(*value),
            Self::Number(text) => Json::Number(Number::parse(text).unwrap_or_default()),
            Self::String(text) => Json::String(text.clone()),
            Self::Array(items) => Json::Array(items.iter().map(Self::to_json).collect()),
            Self::Object(members) => {
                Json::Object(members.iter().map(|(name, value)| (name.as_str(), value.to_json())).collect())
            }
        }
    }
}

impl From<&Json> for Tree {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Boolean(*value),
            Json::Number(number) => Self::Number(number.to_string()),
            Json::String(text) => Self::text(text),
            Json::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Json::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.to_owned(), Self::from(value))).collect())
            }
        }
    }
}
