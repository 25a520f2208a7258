//! What a shape does not keep by itself.

use crate::plan::{Kind, Residual, Shape, Use};
use crate::schema::{Graph, Keyword, SchemaId, TypeSet};

use super::conjunction::{Conjunction, Properties};
use super::{Lowering, concern, rest, types_of};

/// The keywords left to be judged on the finished value, as a subschema with only those.
pub(super) fn of(lowering: &mut Lowering<'_>, schema: SchemaId, conjunction: &Conjunction, shape: &Shape) -> Residual {
    if conjunction.has_unevaluated {
        return Residual::Schema(schema);
    }
    let keywords: Vec<Keyword> = match shape {
        Shape::Alias(_) | Shape::Never => Vec::new(),
        Shape::Opaque => conjunction.keywords.clone(),
        _ => left(lowering, conjunction, shape),
    };
    if keywords.is_empty() { Residual::None } else { Residual::Schema(lowering.part(schema, keywords)) }
}

fn left(lowering: &Lowering<'_>, conjunction: &Conjunction, shape: &Shape) -> Vec<Keyword> {
    let graph = &lowering.plan.graph;
    let applies = |keyword: &&Keyword| !concern::of(graph, keyword).intersection(conjunction.types).is_empty();
    let left = conjunction.keywords.iter().filter(applies);
    left.filter(|keyword| !is_kept(lowering, conjunction, shape, keyword)).cloned().collect()
}

/// The keywords that can fail for an instance of this kind, beyond `type`.
pub(super) fn applicable<'c>(graph: &Graph, conjunction: &'c Conjunction, kind: Kind) -> Vec<&'c Keyword> {
    let asserts = |keyword: &&Keyword| !matches!(keyword, Keyword::Type(_));
    let speaks = |keyword: &&Keyword| !concern::of(graph, keyword).intersection(kind.into()).is_empty();
    conjunction.keywords.iter().filter(asserts).filter(speaks).collect()
}

/// The keywords beyond `type` and those that `kept` names.
pub(super) fn beyond<'c>(conjunction: &'c Conjunction, kept: &'c [Keyword]) -> impl Iterator<Item = &'c Keyword> {
    let any = conjunction.keywords.iter().filter(|keyword| !matches!(keyword, Keyword::Type(_)));
    any.filter(move |keyword| Kind::of(keyword).is_none() && !kept.contains(keyword))
}

/// The types that keywords are about which leave other types alone.
pub(super) fn partial_types(graph: &Graph, conjunction: &Conjunction) -> TypeSet {
    let asserting = conjunction.keywords.iter().filter(|keyword| !matches!(keyword, Keyword::Type(_)));
    let partial = asserting.filter(|keyword| is_partial(graph, conjunction, keyword));
    partial.map(|keyword| concern::of(graph, keyword)).fold(TypeSet::default(), TypeSet::union)
}

/// Whether the keyword is about some of the types that the others allow and leaves the rest alone.
///
/// A condition about several types makes alternatives rather than a variant for each of them.
pub(super) fn is_partial(graph: &Graph, conjunction: &Conjunction, keyword: &Keyword) -> bool {
    let all = types_of::kinds(conjunction.types);
    let about = types_of::kinds(concern::of(graph, keyword).intersection(conjunction.types));
    let most = if matches!(keyword, Keyword::If { .. }) { 1 } else { all.len() };
    about.len() < all.len() && about.len() <= most
}

fn is_kept(lowering: &Lowering<'_>, conjunction: &Conjunction, shape: &Shape, keyword: &Keyword) -> bool {
    use Keyword as K;
    match keyword {
        K::Type(_) => keeps_types(lowering, conjunction, shape),
        K::Enum(_) | K::Const(_) => matches!(shape, Shape::Strings(_) | Shape::Constants(_)),
        K::MinLength(_) | K::MaxLength(_) | K::Pattern(_) | K::Format(_) | K::Content(_) => {
            matches!(shape, Shape::String(_)) || is_split(conjunction, shape)
        }
        K::Minimum(_) | K::Maximum(_) | K::ExclusiveMinimum(_) | K::ExclusiveMaximum(_) | K::MultipleOf(_) => {
            matches!(shape, Shape::Integer { .. } | Shape::Number(_)) || is_split(conjunction, shape)
        }
        K::Items { .. } => keeps_items(conjunction, shape) || is_split(conjunction, shape),
        K::MinItems(min) => match shape {
            Shape::Tuple(tuple) => tuple.rest.is_some() || tuple.items.len() as u64 >= *min,
            _ => matches!(shape, Shape::Array { .. }) || is_split(conjunction, shape),
        },
        K::MaxItems(_) => matches!(shape, Shape::Array { .. } | Shape::Tuple(_)) || is_split(conjunction, shape),
        K::UniqueItems => matches!(shape, Shape::Array { .. }) || is_split(conjunction, shape),
        K::Properties { named, patterns, additional } => match shape {
            Shape::Struct(_) | Shape::Map { .. } => {
                keeps_rest(lowering, conjunction, &Properties { named, patterns, additional: *additional })
            }
            _ => keeps_members(conjunction, shape) || is_split(conjunction, shape),
        },
        K::Required(_) => {
            matches!(shape, Shape::Struct(_)) || keeps_members(conjunction, shape) || is_split(conjunction, shape)
        }
        K::MinProperties(_) | K::MaxProperties(_) => matches!(shape, Shape::Map { .. }) || is_split(conjunction, shape),
        K::OneOf(branches) | K::AnyOf(branches) => keeps_alternatives(conjunction, shape, branches),
        K::PropertyNames(_) | K::DependentRequired(_) | K::DependentSchemas(_) | K::Contains { .. } => {
            is_split(conjunction, shape)
        }
        K::Not(_) | K::If { .. } => {
            is_split(conjunction, shape) && is_partial(&lowering.plan.graph, conjunction, keyword)
        }
        K::WrittenAsInteger => matches!(shape, Shape::Integer { .. }) || is_split(conjunction, shape),
        K::Never
        | K::AllOf(_)
        | K::Ref(_)
        | K::DynamicRef { .. }
        | K::UnevaluatedItems(_)
        | K::UnevaluatedProperties(_) => false,
    }
}

/// Whether the shape is an enum by JSON type made from the schema's own keywords, so that its variants keep those that
/// are about one type.
fn is_split(conjunction: &Conjunction, shape: &Shape) -> bool {
    matches!(shape, Shape::Kinds(_)) && conjunction.alternatives().is_empty()
}

fn keeps_types(lowering: &Lowering<'_>, conjunction: &Conjunction, shape: &Shape) -> bool {
    let alternatives = conjunction.alternatives();
    match (shape, alternatives.first()) {
        (Shape::Union { .. } | Shape::Kinds(_), Some(first)) => {
            let types = first.branches.iter().map(|branch| types_of::types_of(&lowering.plan.graph, *branch));
            conjunction.types.contains(types.fold(TypeSet::default(), TypeSet::union))
        }
        _ => true,
    }
}

/// Whether one group of item keywords stands alone, so that the shape's items say all of it.
fn keeps_items(conjunction: &Conjunction, shape: &Shape) -> bool {
    let groups = conjunction.keywords.iter().filter_map(|keyword| match keyword {
        Keyword::Items { prefix, .. } => Some(prefix),
        _ => None,
    });
    let prefixes: Vec<_> = groups.collect();
    match shape {
        Shape::Array { .. } => prefixes.iter().all(|prefix| prefix.is_empty()),
        Shape::Tuple(_) => prefixes.len() == 1,
        _ => false,
    }
}

/// Whether a struct or a map says of the members that it does not declare what properties with these patterns do.
///
/// Where patterns stand beside a schema of the rest, an undeclared member is of no type: which schemas speak of it is only
/// known with its name.
fn keeps_rest(lowering: &Lowering<'_>, conjunction: &Conjunction, group: &Properties<'_>) -> bool {
    let is_closed = |group: &Properties<'_>| rest::open_patterns(&lowering.plan.graph, group).is_empty();
    if group.additional.is_some() { conjunction.properties().all(|group| is_closed(&group)) } else { is_closed(group) }
}

/// Whether the shape's branches were joined with the members that stand beside them.
fn keeps_members(conjunction: &Conjunction, shape: &Shape) -> bool {
    matches!(shape, Shape::Tagged { .. } | Shape::Union { .. } | Shape::Kinds(_))
        && !conjunction.alternatives().is_empty()
}

fn keeps_alternatives(conjunction: &Conjunction, shape: &Shape, branches: &[SchemaId]) -> bool {
    let is_first = conjunction.alternatives().first().is_some_and(|first| first.branches == branches);
    is_first
        && match shape {
            Shape::Tagged { .. } | Shape::Union { .. } | Shape::Kinds(_) | Shape::Newtype(Use::Nullable(_)) => true,
            // Without an `enum` or `const` beside them, the values are the branches'.
            Shape::Strings(_) | Shape::Constants(_) => conjunction.values.is_none(),
            _ => false,
        }
}
