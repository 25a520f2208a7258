//! What `not` says about JSON types: a subschema that accepts every instance of a type takes that type away.
//!
//! `{"not": {"required": ["a"]}}` accepts no string, for `required` asks nothing of one: what is left is an object.

use crate::plan::Kind;
use crate::schema::{Graph, Keyword, TypeSet};

use super::conjunction::Conjunction;
use super::types_of;

/// Takes away the types that a `not` refuses as a whole; a `not` that says no more than that becomes a `type`.
pub(super) fn settle(graph: &Graph, conjunction: &mut Conjunction) {
    for place in 0..conjunction.keywords.len() {
        let Some(Keyword::Not(negated)) = conjunction.keywords.get(place) else { continue };
        let negated = Conjunction::gathered(graph, *negated);
        let left = without(conjunction.types, accepted_whole(&negated));
        let is_about_types = negated.keywords.iter().all(|keyword| matches!(keyword, Keyword::Type(_)));
        let says_all = is_about_types && left.intersection(negated.types).is_empty();
        conjunction.types = left;
        if says_all && let Some(keyword) = conjunction.keywords.get_mut(place) {
            *keyword = Keyword::Type(left);
        }
    }
}

/// The types of which the subschema accepts every instance.
fn accepted_whole(negated: &Conjunction) -> TypeSet {
    let is_asked = |kind: Kind| {
        let asserts = |keyword: &Keyword| !matches!(keyword, Keyword::Type(_));
        let speaks = |keyword: &Keyword| Kind::of(keyword).is_none_or(|about| about == kind);
        negated.keywords.iter().any(|keyword| asserts(keyword) && speaks(keyword))
    };
    let kinds = types_of::kinds(negated.types).into_iter().filter(|kind| !is_asked(*kind));
    kinds.map(|kind| types_of::narrow(negated.types, kind)).fold(TypeSet::default(), TypeSet::union)
}

/// The types without those that are refused; of numbers all or none, for no Rust type is "a number but no integer".
fn without(types: TypeSet, refused: TypeSet) -> TypeSet {
    let kinds = types_of::kinds(types).into_iter().map(|kind| types_of::narrow(types, kind));
    kinds.filter(|kind| !refused.contains(*kind)).fold(TypeSet::default(), TypeSet::union)
}
