//! What several subschemas ask of one value: their keywords, with `$ref` and `allOf` followed, in one list.

use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::versions::{Era, Node, Versions};

/// Subschemas that all apply to one value.
#[derive(Clone)]
pub(super) struct Conjunction<'v> {
    versions: &'v Versions<'v>,
    /// The subschemas, and those that they apply to the same value in any case.
    pub(super) nodes: Vec<Node>,
    /// Their keywords, without those that were followed.
    pub(super) keywords: Vec<(Era, &'v Keyword)>,
}

impl<'v> Conjunction<'v> {
    pub(super) fn of(versions: &'v Versions<'v>, nodes: &[Node]) -> Self {
        let mut whole = Self { versions, nodes: Vec::new(), keywords: Vec::new() };
        for node in nodes {
            whole.add(*node);
        }
        whole
    }

    /// Adds a subschema.
    pub(super) fn add(&mut self, node: Node) {
        let mut pending = vec![node];
        while let Some(node) = pending.pop() {
            if self.nodes.contains(&node) {
                continue;
            }
            self.nodes.push(node);
            for keyword in self.versions.keywords(node) {
                let at = |id: &SchemaId| Node { id: *id, ..node };
                match keyword {
                    Keyword::AllOf(branches) => pending.extend(branches.iter().rev().map(at)),
                    Keyword::Ref(target) => pending.push(at(target)),
                    other => self.keywords.push((node.era, other)),
                }
            }
        }
    }

    /// The same with one more subschema.
    pub(super) fn with(&self, node: Node) -> Self {
        let mut whole = self.clone();
        whole.add(node);
        whole
    }

    pub(super) fn plain(&self) -> impl Iterator<Item = &'v Keyword> + '_ {
        self.keywords.iter().map(|(_, keyword)| *keyword)
    }

    /// The types that all of them allow.
    pub(super) fn types(&self) -> TypeSet {
        self.plain().fold(TypeSet::ALL, |types, keyword| match keyword {
            Keyword::Type(allowed) => types.intersection(*allowed),
            _ => types,
        })
    }

    /// The values that `const` and `enum` leave, if there are such keywords.
    pub(super) fn constants(&self) -> Option<Vec<&'v Json>> {
        let mut lists = self.plain().filter_map(|keyword| match keyword {
            Keyword::Const(value) => Some(std::slice::from_ref(value)),
            Keyword::Enum(values) => Some(values.as_slice()),
            _ => None,
        });
        let first = lists.next()?.iter().collect();
        Some(lists.fold(first, |left: Vec<_>, list| left.into_iter().filter(|value| list.contains(value)).collect()))
    }

    /// Whether an object must have a member.
    pub(super) fn requires(&self, name: &str) -> bool {
        self.required().any(|required| required == name)
    }

    /// The members that an object must have.
    pub(super) fn required(&self) -> impl Iterator<Item = &'v str> + '_ {
        let names = self.plain().filter_map(|keyword| match keyword {
            Keyword::Required(names) => Some(names),
            _ => None,
        });
        names.flatten().map(String::as_str)
    }

    /// The members that `properties` names, each once.
    pub(super) fn declared(&self) -> Vec<&'v str> {
        let mut names: Vec<&str> = Vec::new();
        for keyword in self.plain() {
            if let Keyword::Properties { named, .. } = keyword {
                names.extend(named.iter().map(|(name, _)| name.as_str()));
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The subschemas for the member called `name`.
    pub(super) fn member(&self, name: &str) -> Vec<Node> {
        let mut found = Vec::new();
        for (era, keyword) in &self.keywords {
            let Keyword::Properties { named, patterns, additional } = keyword else { continue };
            let named = named.iter().filter(|(other, _)| other == name);
            let matches = |pattern: &str| self.versions.matches(pattern, name) == Some(true);
            let patterned = patterns.iter().filter(|(pattern, _)| matches(pattern));
            let before = found.len();
            found.extend(named.chain(patterned).map(|(_, id)| Node { era: *era, id: *id }));
            let is_known = patterns.iter().all(|(pattern, _)| self.versions.matches(pattern, name).is_some());
            if found.len() == before && is_known {
                found.extend(additional.map(|id| Node { era: *era, id }));
            }
        }
        found
    }

    /// Whether a keyword names a member, or a pattern of names takes it in.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.plain().any(|keyword| match keyword {
            Keyword::Properties { named, patterns, .. } => {
                named.iter().any(|(other, _)| other == name)
                    || patterns.iter().any(|(pattern, _)| self.versions.matches(pattern, name) == Some(true))
            }
            _ => false,
        })
    }

    /// The subschemas for members that no keyword names.
    pub(super) fn unknown_members(&self) -> Vec<Node> {
        let of = |(era, keyword): &(Era, &Keyword)| match keyword {
            Keyword::Properties { patterns, additional: Some(id), .. } if patterns.is_empty() => {
                Some(Node { era: *era, id: *id })
            }
            _ => None,
        };
        self.keywords.iter().filter_map(of).collect()
    }

    /// The subschemas for the item at `index`.
    pub(super) fn item(&self, index: usize) -> Vec<Node> {
        let of = |(era, keyword): &(Era, &Keyword)| match keyword {
            Keyword::Items { prefix, rest } => prefix.get(index).copied().or(*rest).map(|id| Node { era: *era, id }),
            _ => None,
        };
        self.keywords.iter().filter_map(of).collect()
    }
}
