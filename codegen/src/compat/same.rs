//! Whether two subschemas say the same, word for word but for annotations, also through references.

use std::collections::BTreeSet;

use crate::schema::{Keyword, SchemaId};

use super::pair::Pairs;
use super::versions::{Node, Versions};

/// Whether `one` and `other` say the same.
///
/// Where the two lead to themselves again they are taken to be the same: a difference would show elsewhere.
pub(super) fn same(versions: &Versions<'_>, one: Node, other: Node) -> bool {
    versions.remember_same((one, other), || {
        Comparison { versions, pairs: None, assumed: BTreeSet::new() }.nodes(one, other)
    })
}

/// Whether two keywords say the same.
pub(super) fn same_keyword(versions: &Versions<'_>, one: (Node, &Keyword), other: (Node, &Keyword)) -> bool {
    Comparison { versions, pairs: None, assumed: BTreeSet::new() }.keywords(one, other)
}

/// Whether two keywords say the same, if definitions of the same name do.
pub(super) fn alike(versions: &Versions<'_>, pairs: &Pairs, one: (Node, &Keyword), other: (Node, &Keyword)) -> bool {
    Comparison { versions, pairs: Some(pairs), assumed: BTreeSet::new() }.keywords(one, other)
}

struct Comparison<'v> {
    versions: &'v Versions<'v>,
    pairs: Option<&'v Pairs>,
    assumed: BTreeSet<(Node, Node)>,
}

impl Comparison<'_> {
    fn nodes(&mut self, one: Node, other: Node) -> bool {
        if one == other
            || self.pairs.is_some_and(|pairs| pairs.is_one(one, other))
            || !self.assumed.insert((one, other))
        {
            return true;
        }
        let (left, right) = (self.versions.keywords(one), self.versions.keywords(other));
        left.len() == right.len() && left.iter().zip(right).all(|(a, b)| self.keywords((one, a), (other, b)))
    }

    fn keywords(&mut self, (one, left): (Node, &Keyword), (other, right): (Node, &Keyword)) -> bool {
        let (subschemas, others) = (left.subschemas(), right.subschemas());
        let is_shaped_alike = subschemas.len() == others.len() && without_subschemas(left, right);
        is_shaped_alike && subschemas.iter().zip(&others).all(|(a, b)| self.nodes(at(one, *a), at(other, *b)))
    }
}

fn at(node: Node, id: SchemaId) -> Node {
    Node { id, ..node }
}

/// Whether two keywords are the same apart from the subschemas that they apply, of which they have equally many.
fn without_subschemas(left: &Keyword, right: &Keyword) -> bool {
    match (left, right) {
        (
            Keyword::Properties { named, patterns, .. },
            Keyword::Properties { named: others, patterns: other_patterns, .. },
        ) => names(named) == names(others) && names(patterns) == names(other_patterns),
        (Keyword::Items { prefix, .. }, Keyword::Items { prefix: other, .. }) => prefix.len() == other.len(),
        (
            Keyword::Contains { min, max, evaluates, .. },
            Keyword::Contains { min: other_min, max: other_max, evaluates: other_evaluates, .. },
        ) => (min, max, evaluates) == (other_min, other_max, other_evaluates),
        (Keyword::DependentSchemas(one), Keyword::DependentSchemas(other)) => names(one) == names(other),
        (Keyword::If { then, otherwise, .. }, Keyword::If { then: other_then, otherwise: other_otherwise, .. }) => {
            then.is_some() == other_then.is_some() && otherwise.is_some() == other_otherwise.is_some()
        }
        // What a dynamic reference leads to is decided by schemas elsewhere.
        (Keyword::DynamicRef { .. }, _) => false,
        (Keyword::AllOf(_), Keyword::AllOf(_))
        | (Keyword::AnyOf(_), Keyword::AnyOf(_))
        | (Keyword::OneOf(_), Keyword::OneOf(_))
        | (Keyword::Not(_), Keyword::Not(_))
        | (Keyword::Ref(_), Keyword::Ref(_))
        | (Keyword::PropertyNames(_), Keyword::PropertyNames(_))
        | (Keyword::UnevaluatedProperties(_), Keyword::UnevaluatedProperties(_))
        | (Keyword::UnevaluatedItems(_), Keyword::UnevaluatedItems(_)) => true,
        _ => left.subschemas().is_empty() && left == right,
    }
}

fn names(schemas: &[(String, SchemaId)]) -> Vec<&str> {
    schemas.iter().map(|(name, _)| name.as_str()).collect()
}
