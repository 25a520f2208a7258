//! `oneOf` and `anyOf`: `Option`, enums told apart by a member or by JSON type, and enums whose variants are tried.

use crate::plan::{Kind, Kinded, Shape, Sign, Tagged, TypeId, Use, Variant};
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::{Alternatives, Conjunction};
use super::names::Fields;
use super::tags::{self, Tags};
use super::{Hint, Lowering, apart, branches, conditional, members, residual, signs, types_of};

/// The other branch of an `anyOf` or `oneOf` with `null`, when that is all that is said.
pub(super) fn nullable(lowering: &Lowering<'_>, conjunction: &Conjunction) -> Option<SchemaId> {
    let [alternatives] = conjunction.alternatives().try_into().ok()?;
    let [first, second] = alternatives.branches.as_slice() else { return None };
    if conjunction.keywords.len() != 1 {
        return None;
    }
    match (is_null(lowering, *first), is_null(lowering, *second)) {
        (true, false) => excludes_null(lowering, *second).then_some(*second),
        (false, true) => excludes_null(lowering, *first).then_some(*first),
        _ => None,
    }
}

pub(super) fn is_null(lowering: &Lowering<'_>, branch: SchemaId) -> bool {
    let conjunction = Conjunction::of(&lowering.plan.graph, branch);
    if let Some(values) = conjunction.values.as_deref() {
        return values == [Json::Null] && conjunction.keywords.len() == 1;
    }
    conjunction.types == TypeSet::NULL
        && residual::applicable(&lowering.plan.graph, &conjunction, Kind::Null).is_empty()
}

pub(super) fn excludes_null(lowering: &Lowering<'_>, branch: SchemaId) -> bool {
    types_of::types_of(&lowering.plan.graph, branch).intersection(TypeSet::NULL).is_empty()
}

/// The enum of the first `oneOf` or `anyOf`, unless the schema's other keywords make a better type.
pub(super) fn shape(
    lowering: &mut Lowering<'_>,
    id: TypeId,
    schema: SchemaId,
    conjunction: &Conjunction,
) -> Option<Shape> {
    let alternatives = conjunction.alternatives().into_iter().next();
    let alternatives = alternatives.or_else(|| conditional::alternatives(lowering, conjunction))?;
    let alternatives = with_base(lowering, schema, conjunction, &alternatives);
    if let Some(tags) = tags::of(&lowering.plan.graph, &alternatives.branches) {
        return Some(tagged(lowering, id, &alternatives, tags));
    }
    if has_better_base(conjunction) {
        return None;
    }
    let graph = &lowering.plan.graph;
    let branches = alternatives.branches.iter().copied();
    let branches = branches.filter(|branch| !types_of::types_of(graph, *branch).is_empty()).collect();
    let alternatives = apart::by_type(lowering, Alternatives { branches, ..alternatives });
    let graph = &lowering.plan.graph;
    let signs = signs::of(graph, &alternatives.branches);
    let variants = variants(lowering, id, &alternatives, &signs);
    if variants.is_empty() {
        return Some(Shape::Never);
    }
    let by_trial = |variants| Shape::Union { variants, signs, is_exclusive: alternatives.is_exclusive };
    Some(told_by_kind(lowering, &alternatives, &variants).unwrap_or_else(|| by_trial(variants)))
}

/// Whether the keywords beside the alternatives make a type that says more than an enum of the branches would.
fn has_better_base(conjunction: &Conjunction) -> bool {
    match types_of::kinds(conjunction.types).as_slice() {
        [Kind::Object] => conjunction.properties().any(|properties| !properties.named.is_empty()),
        [_] => true,
        _ => false,
    }
}

/// The branches, each joined with what stands beside them, where the branches alone would not say it.
fn with_base(
    lowering: &mut Lowering<'_>,
    schema: SchemaId,
    conjunction: &Conjunction,
    own: &Alternatives,
) -> Alternatives {
    let is_type = |keyword: &Keyword| matches!(keyword, Keyword::Type(_) | Keyword::WrittenAsInteger);
    let is_base =
        |keyword: &&Keyword| is_type(keyword) || matches!(keyword, Keyword::Properties { .. } | Keyword::Required(_));
    let base: Vec<Keyword> = conjunction.keywords.iter().filter(is_base).cloned().collect();
    let says_more = base.iter().any(|keyword| !is_type(keyword));
    let narrows = |lowering: &Lowering<'_>, branch: &SchemaId| {
        let types = types_of::types_of(&lowering.plan.graph, *branch);
        !conjunction.types.contains(types) || leaves_spelling(lowering, conjunction, *branch)
    };
    if base.is_empty() || !(says_more || own.branches.iter().any(|branch| narrows(lowering, branch))) {
        return own.clone();
    }
    let base = lowering.part(schema, base);
    let join = |branch: &SchemaId| lowering.beside(*branch, base);
    Alternatives { branches: own.branches.iter().map(join).collect(), ..*own }
}

/// Whether integers must be written as such, and a branch takes others as well.
fn leaves_spelling(lowering: &Lowering<'_>, conjunction: &Conjunction, branch: SchemaId) -> bool {
    let graph = &lowering.plan.graph;
    conjunction.keywords.contains(&Keyword::WrittenAsInteger)
        && !types_of::types_of(graph, branch).intersection(TypeSet::NUMBER).is_empty()
        && !Conjunction::of(graph, branch).keywords.contains(&Keyword::WrittenAsInteger)
}

fn tagged(lowering: &mut Lowering<'_>, id: TypeId, alternatives: &Alternatives, tags: Tags) -> Shape {
    let mut used = Fields::variants();
    let mut variants = Vec::new();
    let own = branches::own_names(lowering, &alternatives.branches);
    for ((branch, values), own) in alternatives.branches.iter().zip(tags.values).zip(own) {
        let name = used.variant(&own.or_else(|| values.first().cloned()).unwrap_or_default());
        let content = match lowering.use_of(*branch, Hint { parent: Some(id), role: &name }) {
            Use::Type(content) => content,
            _ => lowering.named(*branch, Hint { parent: Some(id), role: &name }),
        };
        let docs = members::docs(&lowering.plan.graph, &[*branch]);
        variants.push(Tagged { name, tags: values, content, is_boxed: false, docs });
    }
    Shape::Tagged { tag: tags.name, variants }
}

fn variants(
    lowering: &mut Lowering<'_>,
    id: TypeId,
    alternatives: &Alternatives,
    signs: &[Vec<Sign>],
) -> Vec<Variant<Use>> {
    let mut used = Fields::variants();
    let mut variants = Vec::new();
    for (branch, name) in alternatives.branches.iter().zip(branches::names(lowering, &alternatives.branches, signs)) {
        let name = used.variant(&name);
        let value = lowering.use_of(*branch, Hint { parent: Some(id), role: &name });
        let docs = members::docs(&lowering.plan.graph, &[*branch]);
        variants.push(Variant { name, value, docs });
    }
    variants
}

/// The branches as an enum by JSON type, when no type belongs to two of them.
fn told_by_kind(lowering: &Lowering<'_>, alternatives: &Alternatives, variants: &[Variant<Use>]) -> Option<Shape> {
    let live: Vec<_> = alternatives
        .branches
        .iter()
        .map(|branch| types_of::kinds(types_of::types_of(&lowering.plan.graph, *branch)))
        .collect();
    let mut all: Vec<Kind> = live.iter().flatten().copied().collect();
    let n_kinds = all.len();
    all.sort_unstable();
    all.dedup();
    if all.len() != n_kinds || variants.is_empty() {
        return None;
    }
    let kinded = variants.iter().zip(live);
    Some(Shape::Kinds(
        kinded
            .map(|(variant, kinds)| Kinded { name: variant.name.clone(), kinds, content: variant.value.clone() })
            .collect(),
    ))
}

/// An enum by JSON type for a schema of several types; where no `type` lists them, those that the schema says nothing
/// about share one variant.
pub(super) fn by_kind(
    lowering: &mut Lowering<'_>,
    id: TypeId,
    schema: SchemaId,
    conjunction: &Conjunction,
    kinds: &[Kind],
) -> Shape {
    let is_whole = |kind: Kind| kind != Kind::Number || conjunction.types.contains(TypeSet::NUMBER);
    let asked = residual::partial_types(&lowering.plan.graph, conjunction);
    let is_restricted = |kind: &Kind| !is_whole(*kind) || !asked.intersection((*kind).into()).is_empty();
    let (restricted, free): (Vec<Kind>, Vec<Kind>) = kinds.iter().partition(|kind| is_restricted(kind));
    if restricted.is_empty() && kinds.len() == types_of::kinds(TypeSet::ALL).len() {
        return Shape::Opaque;
    }
    let shares = free.len() > 2 && conjunction.types == TypeSet::ALL;
    let alone = if shares { restricted } else { kinds.to_vec() };
    let mut variants = Vec::new();
    for kind in alone {
        let types = types_of::narrow(conjunction.types, kind);
        let name = branches::name_of_kind(kind, types);
        let narrowed = lowering.narrowed(schema, types);
        let content = if free.contains(&kind) {
            super::scalar::plain(kind, types)
        } else {
            lowering.use_of(narrowed, Hint { parent: Some(id), role: name })
        };
        variants.push(Kinded { name: name.to_owned(), kinds: vec![kind], content });
    }
    if shares {
        variants.push(Kinded { name: "Other".to_owned(), kinds: free, content: Use::Json });
    }
    Shape::Kinds(variants)
}
