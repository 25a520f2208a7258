//! A subschema as it was written.

use crate::diagnostic::Diagnostic;
use crate::dialect::Dialect;
use crate::pointer;
use crate::schema::SchemaId;
use crate::source::{Source, Value};
use crate::support::Json;

/// A subschema of a requested document.
#[derive(Clone, Debug)]
pub(super) struct Site<'s> {
    pub(super) value: Value<'s>,
    pub(super) pointer: String,
    pub(super) dialect: Dialect,
    /// Its node in the graph.
    pub(super) id: SchemaId,
    pub(super) source: &'s Source,
}

/// Where a document keeps schemas for others to refer to.
pub(super) const DEFINITIONS: [&str; 3] = ["$defs", "definitions", "schemas"];

impl<'s> Site<'s> {
    /// The value of a keyword that its dialect knows.
    pub(super) fn keyword(&self, name: &str) -> Option<Value<'s>> {
        self.dialect.keyword(name).and_then(|_| self.value.get(name))
    }

    /// The characters of a keyword's value.
    pub(super) fn text(&self, name: &str) -> Option<&'s str> {
        self.keyword(name).and_then(Value::as_str)
    }

    /// Whether the schema is marked by a keyword of no vocabulary, such as `x-sensitive`.
    pub(super) fn has_mark(&self, name: &str) -> bool {
        self.value.get(name).is_some_and(|value| value.json() == &Json::Bool(true))
    }

    /// The types that `type` allows, if it is there.
    pub(super) fn types(&self) -> Option<Vec<&'s str>> {
        let ty = self.keyword("type")?;
        Some(ty.as_str().into_iter().chain(ty.items().filter_map(Value::as_str)).collect())
    }

    /// Whether `type` allows this type alone, or with `null`.
    pub(super) fn is_of_type(&self, name: &str) -> bool {
        self.types().is_some_and(|types| types.contains(&name) && types.iter().all(|ty| *ty == name || *ty == "null"))
    }

    /// The members that `properties` declares: name, and pointer of the subschema.
    pub(super) fn properties(&self) -> impl Iterator<Item = (String, String)> {
        let members = self.keyword("properties").into_iter().flat_map(Value::members);
        members.map(|(name, _)| {
            let pointer = pointer::join(&self.pointer, &["properties", &name]);
            (name.into_owned(), pointer)
        })
    }

    /// The name of the member that this schema is about, if `properties` holds it.
    pub(super) fn member_name(&self) -> Option<String> {
        let (parent, name) = pointer::parent(&self.pointer)?;
        let (object, keyword) = pointer::parent(parent)?;
        let is_declared = keyword == "properties" && !object.ends_with("/properties");
        is_declared.then(|| name.into_owned())
    }

    /// Whether a document keeps it for others to refer to.
    pub(super) fn is_definition(&self) -> bool {
        let folder = pointer::parent(&self.pointer).and_then(|(parent, _)| pointer::parent(parent));
        folder.is_some_and(|(_, name)| DEFINITIONS.contains(&&*name))
    }

    /// A finding about the whole subschema, put at its name.
    pub(super) fn finding(&self, rule: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::warning(rule, message).at_name(self.source, &self.pointer)
    }

    /// A finding about a keyword, put at its name.
    pub(super) fn finding_at(&self, rule: &'static str, keyword: &str, message: impl Into<String>) -> Diagnostic {
        self.finding_within(rule, &[keyword], message)
    }

    /// A finding about what stands within the subschema.
    pub(super) fn finding_within(&self, rule: &'static str, tokens: &[&str], message: impl Into<String>) -> Diagnostic {
        Diagnostic::warning(rule, message).at_name(self.source, &pointer::join(&self.pointer, tokens))
    }
}
