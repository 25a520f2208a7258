//! What `not` says about JSON types: a subschema that accepts every instance of a type takes that type away.
//!
//! `{"not": {"required": ["a"]}}` accepts no string, for `required` asks nothing of one: what is left is an object.

use crate::schema::{Graph, Keyword, TypeSet};

use super::conjunction::Conjunction;
use super::{concern, types_of};

/// Takes away the types that a `not` refuses as a whole; a `not` that says no more than that becomes a `type`.
pub(super) fn settle(graph: &Graph, conjunction: &mut Conjunction) {
    for place in 0..conjunction.keywords.len() {
        let Some(Keyword::Not(negated)) = conjunction.keywords.get(place) else { continue };
        let negated = Conjunction::gathered(graph, *negated);
        let left = without(conjunction.types, concern::accepted_whole(&negated));
        let is_about_types = negated.keywords.iter().all(|keyword| matches!(keyword, Keyword::Type(_)));
        let says_all = is_about_types && left.intersection(negated.types).is_empty();
        conjunction.types = left;
        if says_all && let Some(keyword) = conjunction.keywords.get_mut(place) {
            *keyword = Keyword::Type(left);
        }
    }
}

/// The types without those that are refused; of numbers all or none, for no Rust type is "a number but no integer".
fn without(types: TypeSet, refused: TypeSet) -> TypeSet {
    let kinds = types_of::kinds(types).into_iter().map(|kind| types_of::narrow(types, kind));
    kinds.filter(|kind| !refused.contains(*kind)).fold(TypeSet::default(), TypeSet::union)
}
