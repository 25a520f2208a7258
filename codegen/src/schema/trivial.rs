//! Subschemas that accept everything, though they say something.

use super::{Graph, Keyword, SchemaId, TypeSet};

/// How far subschemas are looked into.
const DEPTH: usize = 8;

impl Graph {
    /// Whether the subschema accepts every instance, as `{"additionalProperties": true}` does; one that nests too deep
    /// to be seen through counts as one that does not.
    #[must_use]
    pub fn accepts_all(&self, id: SchemaId) -> bool {
        self.is_trivial(id, DEPTH)
    }

    fn is_trivial(&self, id: SchemaId, depth: usize) -> bool {
        let Some(deeper) = depth.checked_sub(1) else { return false };
        let is_trivial = |id: &SchemaId| self.is_trivial(*id, deeper);
        self.get(id).keywords.iter().all(|keyword| match keyword {
            Keyword::Type(types) => *types == TypeSet::ALL,
            Keyword::Required(names) => names.is_empty(),
            Keyword::MinLength(min) | Keyword::MinItems(min) | Keyword::MinProperties(min) => *min == 0,
            Keyword::AnyOf(branches) => branches.iter().any(is_trivial),
            Keyword::If { then, otherwise, .. } => then.iter().chain(otherwise).all(is_trivial),
            Keyword::AllOf(_)
            | Keyword::Ref(_)
            | Keyword::Items { .. }
            | Keyword::Properties { .. }
            | Keyword::PropertyNames(_)
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedItems(_)
            | Keyword::UnevaluatedProperties(_) => keyword.subschemas().iter().all(is_trivial),
            _ => false,
        })
    }
}
