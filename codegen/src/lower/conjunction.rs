//! Everything that a subschema asserts of one instance, gathered through `allOf` and `$ref`.

use std::collections::HashSet;

use crate::plan::{Kind, NumberCheck, StringCheck};
use crate::schema::{Graph, Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::negation;

/// The keywords that hold together for an instance.
#[derive(Debug, Default)]
pub(super) struct Conjunction {
    /// All of them, but for the `allOf`s and `$ref`s that were followed.
    pub(super) keywords: Vec<Keyword>,
    /// The types that all `type`s allow.
    pub(super) types: TypeSet,
    /// The values that all `enum`s and `const`s allow, if there is one.
    pub(super) values: Option<Vec<Json>>,
    /// The names that all `required`s list, each once.
    pub(super) required: Vec<String>,
    /// Whether evaluation of the subschemas matters (`unevaluatedProperties` and `unevaluatedItems`).
    pub(super) has_unevaluated: bool,
    /// The properties beyond all others, where `unevaluatedProperties` of the subschema itself has nothing to look at
    /// but the properties gathered here.
    pub(super) unevaluated_properties: Option<SchemaId>,
}

/// `properties`, `patternProperties` and `additionalProperties` that stand together.
pub(super) struct Properties<'c> {
    pub(super) named: &'c [(String, SchemaId)],
    pub(super) patterns: &'c [(String, SchemaId)],
    pub(super) additional: Option<SchemaId>,
}

/// A `oneOf` or `anyOf`.
#[derive(Clone)]
pub(super) struct Alternatives {
    pub(super) branches: Vec<SchemaId>,
    pub(super) is_exclusive: bool,
}

impl Conjunction {
    /// Gathers what `schema` asserts.
    pub(super) fn of(graph: &Graph, schema: SchemaId) -> Self {
        let mut conjunction = Self::gathered(graph, schema);
        negation::settle(graph, &mut conjunction);
        conjunction.settle_unevaluated(graph, schema);
        conjunction
    }

    /// The same without what follows from the keywords taken together.
    pub(super) fn gathered(graph: &Graph, schema: SchemaId) -> Self {
        let mut conjunction = Self { types: TypeSet::ALL, ..Self::default() };
        let mut seen = HashSet::new();
        let mut pending = vec![schema];
        while let Some(id) = pending.pop() {
            if seen.insert(id) {
                conjunction.gather(graph, id, &mut pending);
            }
        }
        conjunction
    }

    /// Takes the subschema's own keywords, and leaves those it refers to for later, in their order.
    fn gather(&mut self, graph: &Graph, id: SchemaId, pending: &mut Vec<SchemaId>) {
        let mut referred = Vec::new();
        for keyword in &graph.get(id).keywords {
            match keyword {
                Keyword::AllOf(branches) => referred.extend(branches),
                Keyword::Ref(target) => referred.push(*target),
                Keyword::OneOf(branches) | Keyword::AnyOf(branches) if branches.len() == 1 => referred.extend(branches),
                _ => self.add(keyword),
            }
        }
        pending.extend(referred.into_iter().rev());
    }

    fn add(&mut self, keyword: &Keyword) {
        match keyword {
            Keyword::Type(TypeSet::ALL) => return,
            Keyword::Type(types) => self.types = self.types.intersection(*types),
            Keyword::Never => self.types = TypeSet::default(),
            Keyword::Enum(values) => self.restrict(values),
            Keyword::Const(value) => self.restrict(std::slice::from_ref(value)),
            Keyword::Required(names) => {
                let new: Vec<_> = names.iter().filter(|name| !self.required.contains(name)).cloned().collect();
                self.required.extend(new);
            }
            Keyword::UnevaluatedProperties(_) | Keyword::UnevaluatedItems(_) => self.has_unevaluated = true,
            _ => {}
        }
        self.keywords.push(keyword.clone());
    }

    fn restrict(&mut self, allowed: &[Json]) {
        let former = self.values.take();
        self.values = Some(match former {
            Some(values) => values.into_iter().filter(|value| allowed.contains(value)).collect(),
            None => distinct(allowed),
        });
    }

    /// `unevaluatedProperties` of the subschema itself is `additionalProperties` of the whole conjunction when no
    /// branch is conditional, so that what is evaluated does not depend on the instance.
    fn settle_unevaluated(&mut self, graph: &Graph, schema: SchemaId) {
        let own = graph.get(schema).keywords.iter().find_map(|keyword| match keyword {
            Keyword::UnevaluatedProperties(rest) => Some(*rest),
            _ => None,
        });
        let Some(rest) = own.filter(|_| self.keywords.iter().all(|keyword| !is_conditional(keyword))) else { return };
        let is_only = self.keywords.iter().filter(|keyword| keyword.is_unevaluated()).count() == 1;
        let has_more = self.properties().any(|group| group.additional.is_some() || !group.patterns.is_empty());
        if is_only && !has_more && self.types == TypeSet::OBJECT && self.values.is_none() {
            self.has_unevaluated = false;
            self.unevaluated_properties = Some(rest);
            self.keywords.retain(|keyword| !keyword.is_unevaluated());
        }
    }

    /// The values that the types allow, for a closed set.
    pub(super) fn allowed_values(&self) -> Option<Vec<&Json>> {
        let values = self.values.as_ref()?;
        Some(values.iter().filter(|value| super::types_of::accepts(self.types, value)).collect())
    }

    /// Every group of `properties`, `patternProperties` and `additionalProperties`.
    pub(super) fn properties(&self) -> impl Iterator<Item = Properties<'_>> {
        self.keywords.iter().filter_map(|keyword| match keyword {
            Keyword::Properties { named, patterns, additional } => {
                Some(Properties { named, patterns, additional: *additional })
            }
            _ => None,
        })
    }

    /// Every `oneOf` and `anyOf` of several branches.
    pub(super) fn alternatives(&self) -> Vec<Alternatives> {
        let alternatives = self.keywords.iter().filter_map(|keyword| match keyword {
            Keyword::OneOf(branches) => Some(Alternatives { branches: branches.clone(), is_exclusive: true }),
            Keyword::AnyOf(branches) => Some(Alternatives { branches: branches.clone(), is_exclusive: false }),
            _ => None,
        });
        alternatives.collect()
    }

    /// How many items, or members, there must and may be: the tightest bounds.
    pub(super) fn counts(&self, kind: Kind) -> (u64, Option<u64>) {
        let mut bounds = (0, None::<u64>);
        for keyword in &self.keywords {
            match (kind, keyword) {
                (Kind::Array, Keyword::MinItems(min)) | (Kind::Object, Keyword::MinProperties(min)) => {
                    bounds.0 = bounds.0.max(*min);
                }
                (Kind::Array, Keyword::MaxItems(max)) | (Kind::Object, Keyword::MaxProperties(max)) => {
                    bounds.1 = Some(bounds.1.map_or(*max, |other| other.min(*max)));
                }
                _ => {}
            }
        }
        bounds
    }

    /// What strings must keep.
    pub(super) fn string_checks(&self) -> Vec<StringCheck> {
        let checks = self.keywords.iter().filter_map(|keyword| match keyword {
            Keyword::MinLength(length) => Some(StringCheck::MinLength(*length)),
            Keyword::MaxLength(length) => Some(StringCheck::MaxLength(*length)),
            Keyword::Pattern(pattern) => Some(StringCheck::Pattern(pattern.clone())),
            Keyword::Format(format) => Some(StringCheck::Format(format.clone())),
            Keyword::Content(content) => Some(StringCheck::Content(*content)),
            _ => None,
        });
        checks.collect()
    }

    /// What numbers must keep.
    pub(super) fn number_checks(&self) -> Vec<NumberCheck> {
        let checks = self.keywords.iter().filter_map(|keyword| match keyword {
            Keyword::Minimum(bound) => Some(NumberCheck::Minimum(bound.clone())),
            Keyword::Maximum(bound) => Some(NumberCheck::Maximum(bound.clone())),
            Keyword::ExclusiveMinimum(bound) => Some(NumberCheck::ExclusiveMinimum(bound.clone())),
            Keyword::ExclusiveMaximum(bound) => Some(NumberCheck::ExclusiveMaximum(bound.clone())),
            Keyword::MultipleOf(divisor) => Some(NumberCheck::MultipleOf(divisor.clone())),
            _ => None,
        });
        checks.collect()
    }
}

fn is_conditional(keyword: &Keyword) -> bool {
    matches!(
        keyword,
        Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::If { .. }
            | Keyword::DependentSchemas(_)
            | Keyword::DynamicRef { .. }
    )
}

fn distinct(values: &[Json]) -> Vec<Json> {
    let mut seen = HashSet::new();
    values.iter().filter(|value| seen.insert(*value)).cloned().collect()
}
