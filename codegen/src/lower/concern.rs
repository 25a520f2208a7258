//! Which JSON types a keyword is about: it may refuse instances of these, and accepts every other.
//!
//! Most keywords are about one type, or about all. `not` and `if` are about what their subschemas are about:
//! `{"if": {"required": ["a"]}, "then": {"required": ["b"]}}` refuses no string, for neither subschema asks anything of
//! one.

use crate::plan::Kind;
use crate::schema::{Graph, Keyword, SchemaId, TypeSet};

use super::conjunction::Conjunction;
use super::types_of;

/// The types of which the keyword may refuse an instance: maybe more than it does, never fewer.
pub(super) fn of(graph: &Graph, keyword: &Keyword) -> TypeSet {
    match keyword {
        Keyword::Not(negated) => types_of::types_of(graph, *negated),
        Keyword::If { condition, then, otherwise } => {
            let is_about = |kind: &TypeSet| !accepts_all(graph, (*condition, *then, *otherwise), *kind);
            let kinds = types_of::kinds(TypeSet::ALL).into_iter().map(TypeSet::from);
            kinds.filter(is_about).fold(TypeSet::default(), TypeSet::union)
        }
        _ => Kind::of(keyword).map_or(TypeSet::ALL, TypeSet::from),
    }
}

/// What a subschema asserts, without a `not` or `if` that refuses nothing.
///
/// What is evaluated may depend on them all the same, so nothing is left out where that matters.
pub(super) fn asserted(graph: &Graph, schema: SchemaId) -> Conjunction {
    let mut conjunction = Conjunction::of(graph, schema);
    if !conjunction.has_unevaluated {
        let may_be_idle = |keyword: &Keyword| matches!(keyword, Keyword::Not(_) | Keyword::If { .. });
        conjunction.keywords.retain(|keyword| !may_be_idle(keyword) || !of(graph, keyword).is_empty());
    }
    conjunction
}

/// Whether `if`, `then` and `else` together accept every instance of a type.
fn accepts_all(
    graph: &Graph,
    (condition, then, otherwise): (SchemaId, Option<SchemaId>, Option<SchemaId>),
    kind: TypeSet,
) -> bool {
    let is_whole = |schema: SchemaId| accepted_whole(&Conjunction::gathered(graph, schema)).contains(kind);
    let is_met = then.is_none_or(is_whole);
    let is_unmet = otherwise.is_none_or(is_whole);
    let always = || is_whole(condition);
    let never = || types_of::types_of(graph, condition).intersection(kind).is_empty();
    (is_met && (is_unmet || always())) || (is_unmet && never())
}

/// The types of which a subschema accepts every instance: maybe fewer than it does, never more.
pub(super) fn accepted_whole(conjunction: &Conjunction) -> TypeSet {
    let asserts = |keyword: &&Keyword| !matches!(keyword, Keyword::Type(_));
    let is_asked = |kind: Kind| {
        let speaks = |keyword: &Keyword| Kind::of(keyword).is_none_or(|about| about == kind);
        conjunction.keywords.iter().filter(asserts).any(speaks)
    };
    let kinds = types_of::kinds(conjunction.types).into_iter().filter(|kind| !is_asked(*kind));
    kinds.map(|kind| types_of::narrow(conjunction.types, kind)).fold(TypeSet::default(), TypeSet::union)
}
