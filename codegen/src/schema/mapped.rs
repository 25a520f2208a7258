//! A keyword with other subschemas in the places of its own.

use super::{Keyword, SchemaId};

impl Keyword {
    /// The same keyword about what `map` gives for each subschema.
    #[must_use]
    pub(crate) fn mapped(&self, map: &mut dyn FnMut(SchemaId) -> SchemaId) -> Self {
        match self {
            Self::AllOf(schemas) => Self::AllOf(list(schemas, map)),
            Self::AnyOf(schemas) => Self::AnyOf(list(schemas, map)),
            Self::OneOf(schemas) => Self::OneOf(list(schemas, map)),
            Self::Not(schema) => Self::Not(map(*schema)),
            Self::Ref(schema) => Self::Ref(map(*schema)),
            Self::PropertyNames(schema) => Self::PropertyNames(map(*schema)),
            Self::UnevaluatedProperties(schema) => Self::UnevaluatedProperties(map(*schema)),
            Self::UnevaluatedItems(schema) => Self::UnevaluatedItems(map(*schema)),
            Self::DependentSchemas(schemas) => Self::DependentSchemas(named(schemas, map)),
            Self::DynamicRef { anchor, fallback } => {
                Self::DynamicRef { anchor: anchor.clone(), fallback: map(*fallback) }
            }
            Self::If { condition, then, otherwise } => {
                Self::If { condition: map(*condition), then: then.map(&mut *map), otherwise: otherwise.map(map) }
            }
            Self::Items { prefix, rest } => Self::Items { prefix: list(prefix, map), rest: rest.map(map) },
            Self::Properties { named: members, patterns, additional } => Self::Properties {
                named: named(members, map),
                patterns: named(patterns, map),
                additional: additional.map(map),
            },
            Self::Contains { schema, .. } => {
                let mut contains = self.clone();
                if let Self::Contains { schema: place, .. } = &mut contains {
                    *place = map(*schema);
                }
                contains
            }
            plain => plain.clone(),
        }
    }
}

fn list(schemas: &[SchemaId], map: &mut dyn FnMut(SchemaId) -> SchemaId) -> Vec<SchemaId> {
    schemas.iter().map(|schema| map(*schema)).collect()
}

fn named(schemas: &[(String, SchemaId)], map: &mut dyn FnMut(SchemaId) -> SchemaId) -> Vec<(String, SchemaId)> {
    schemas.iter().map(|(name, schema)| (name.clone(), map(*schema))).collect()
}
