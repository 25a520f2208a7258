//! What the schemas ask of one place in a document.
//!
//! Several subschemas can apply to one place: references, conjunctions, and the chosen branches of unions and
//! conditions. Their keywords are gathered into one list, so that everything else looks at keywords alone.

use codegen::schema::{Graph, Keyword, SchemaId, TypeSet};
use codegen::support::Json;
use serde_json::Value;

use super::world::World;

/// Which of several ways to follow.
pub(crate) trait Forks {
    /// The branches of an `anyOf` or `oneOf` to follow.
    fn branches(&mut self, branches: &[SchemaId]) -> Vec<SchemaId>;

    /// The subschemas of some conditionals to follow.
    fn conditions(&mut self, conditions: &[Condition]) -> Vec<SchemaId>;
}

/// `if`, `then` and `else`.
#[derive(Clone, Copy)]
pub(crate) struct Condition {
    pub(crate) given: SchemaId,
    pub(crate) then: Option<SchemaId>,
    pub(crate) otherwise: Option<SchemaId>,
}

/// The keywords that apply to one place.
pub(crate) struct Demands<'w> {
    world: &'w World,
    schemas: Vec<SchemaId>,
    keywords: Vec<&'w Keyword>,
}

impl<'w> Demands<'w> {
    /// Gathers the keywords of `schemas` and of all that they apply to the same place.
    pub(crate) fn gather(world: &'w World, schemas: &[SchemaId], forks: &mut dyn Forks) -> Self {
        let mut demands = Self { world, schemas: Vec::new(), keywords: Vec::new() };
        let mut pending = schemas.to_vec();
        while !pending.is_empty() {
            let conditions = demands.take_all(pending, forks);
            pending = if conditions.is_empty() { Vec::new() } else { forks.conditions(&conditions) };
        }
        demands
    }

    fn take_all(&mut self, mut pending: Vec<SchemaId>, forks: &mut dyn Forks) -> Vec<Condition> {
        let mut conditions = Vec::new();
        while let Some(id) = pending.pop() {
            if self.schemas.contains(&id) {
                continue;
            }
            self.schemas.push(id);
            for keyword in &self.graph().get(id).keywords {
                match keyword {
                    Keyword::AllOf(branches) => pending.extend(branches),
                    Keyword::Ref(target) | Keyword::DynamicRef { fallback: target, .. } => pending.push(*target),
                    Keyword::AnyOf(branches) | Keyword::OneOf(branches) => pending.extend(forks.branches(branches)),
                    Keyword::If { condition, then, otherwise } => {
                        conditions.push(Condition { given: *condition, then: *then, otherwise: *otherwise });
                    }
                    other => self.keywords.push(other),
                }
            }
        }
        conditions
    }

    /// The demands of other schemas of the same world.
    pub(crate) fn at(&self, schemas: &[SchemaId], forks: &mut dyn Forks) -> Self {
        Self::gather(self.world, schemas, forks)
    }

    fn graph(&self) -> &'w Graph {
        self.world.graph()
    }

    /// The keywords, those of all subschemas.
    pub(crate) fn keywords(&self) -> impl Iterator<Item = &'w Keyword> + '_ {
        self.keywords.iter().copied()
    }

    /// The types that all subschemas allow.
    pub(crate) fn types(&self) -> TypeSet {
        self.keywords().fold(TypeSet::ALL, |types, keyword| match keyword {
            Keyword::Type(allowed) => types.intersection(*allowed),
            _ => types,
        })
    }

    /// Whether nothing can stand here.
    pub(crate) fn is_impossible(&self) -> bool {
        self.types().is_empty() || self.keywords().any(|keyword| matches!(keyword, Keyword::Never))
    }

    /// The values that `const` and `enum` leave, if there are such keywords.
    pub(crate) fn constants(&self) -> Option<Vec<&'w Json>> {
        let mut lists = self.keywords().filter_map(|keyword| match keyword {
            Keyword::Const(value) => Some(std::slice::from_ref(value)),
            Keyword::Enum(values) => Some(values.as_slice()),
            _ => None,
        });
        let first = lists.next()?.iter().collect();
        Some(lists.fold(first, |left: Vec<_>, list| left.into_iter().filter(|value| list.contains(value)).collect()))
    }

    /// The examples and defaults that the subschemas offer.
    pub(crate) fn examples(&self) -> Vec<&'w Json> {
        let annotations = self.schemas.iter().map(|id| &self.graph().get(*id).annotations);
        annotations.flat_map(|annotations| annotations.examples.iter().chain(&annotations.default)).collect()
    }

    /// Whether the judge accepts a text by every keyword that speaks of strings.
    pub(crate) fn accept_text(&self, text: &str) -> bool {
        self.keywords().all(|keyword| match keyword {
            Keyword::Pattern(pattern) => self.matches(pattern, text),
            Keyword::Format(format) => self.world.keyword_accepts("format", &Value::from(format.as_str()), text),
            Keyword::MinLength(length) => self.world.keyword_accepts("minLength", &Value::from(*length), text),
            Keyword::MaxLength(length) => self.world.keyword_accepts("maxLength", &Value::from(*length), text),
            _ => true,
        })
    }

    /// Whether a text matches a pattern.
    pub(crate) fn matches(&self, pattern: &str, text: &str) -> bool {
        self.world.keyword_accepts("pattern", &Value::from(pattern), text)
    }

    /// The subschemas for the member called `name`.
    pub(crate) fn member(&self, name: &str) -> Vec<SchemaId> {
        let mut schemas = Vec::new();
        for keyword in self.keywords() {
            match keyword {
                Keyword::Properties { named, patterns, additional } => {
                    let from = schemas.len();
                    schemas.extend(named.iter().filter(|(other, _)| other == name).map(|(_, schema)| *schema));
                    schemas.extend(
                        patterns.iter().filter(|(pattern, _)| self.matches(pattern, name)).map(|(_, schema)| *schema),
                    );
                    if schemas.len() == from {
                        schemas.extend(*additional);
                    }
                }
                Keyword::UnevaluatedProperties(schema) if !self.is_declared(name) => schemas.push(*schema),
                _ => {}
            }
        }
        schemas
    }

    fn is_declared(&self, name: &str) -> bool {
        self.declared().contains(&name)
    }

    /// The members that `properties` and `required` name, each once.
    pub(crate) fn declared(&self) -> Vec<&'w str> {
        let mut names: Vec<&str> = Vec::new();
        for keyword in self.keywords() {
            match keyword {
                Keyword::Properties { named, .. } => names.extend(named.iter().map(|(name, _)| name.as_str())),
                Keyword::Required(required) => names.extend(required.iter().map(String::as_str)),
                _ => {}
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        names
    }

    /// Whether every object has the member called `name`.
    pub(crate) fn requires(&self, name: &str) -> bool {
        self.keywords().any(|keyword| match keyword {
            Keyword::Required(required) => required.iter().any(|other| other == name),
            _ => false,
        })
    }

    /// The subschemas for the item at `index`.
    pub(crate) fn item(&self, index: usize) -> Vec<SchemaId> {
        let of_keyword = |keyword: &Keyword| match keyword {
            Keyword::Items { prefix, rest } => prefix.get(index).copied().or(*rest),
            _ => None,
        };
        self.keywords().filter_map(of_keyword).collect()
    }
}
