//! Arrays: lists of one type, and structs of positions.

use crate::plan::{Kind, Position, Rest, Shape, Tuple, TypeId, Use};
use crate::schema::{Keyword, SchemaId};

use super::conjunction::Conjunction;
use super::{Hint, Lowering, form, names, residual};

/// Beyond this many positions a list of any JSON says it better than a struct.
const POSITIONS: usize = 64;

/// `prefixItems` and `items`, merged from all that stand together.
pub(super) struct Items {
    pub(super) prefix: Vec<SchemaId>,
    pub(super) rest: Option<SchemaId>,
    /// Whether `prefix` and `rest` say all that the keywords say.
    pub(super) is_exact: bool,
}

/// The items' schemas.
pub(super) fn items(lowering: &mut Lowering<'_>, conjunction: &Conjunction) -> Items {
    let mut groups = conjunction.keywords.iter().filter_map(|keyword| match keyword {
        Keyword::Items { prefix, rest } => Some((prefix, *rest)),
        _ => None,
    });
    let Some((prefix, rest)) = groups.next() else { return Items { prefix: Vec::new(), rest: None, is_exact: true } };
    let others: Vec<_> = groups.collect();
    if others.is_empty() {
        return Items { prefix: prefix.clone(), rest, is_exact: prefix.len() <= POSITIONS };
    }
    let is_list = prefix.is_empty() && others.iter().all(|(prefix, _)| prefix.is_empty());
    let all: Vec<SchemaId> = rest.into_iter().chain(others.iter().filter_map(|(_, rest)| *rest)).collect();
    if is_list {
        return Items { prefix: Vec::new(), rest: lowering.joined(&all), is_exact: true };
    }
    Items { prefix: prefix.clone(), rest, is_exact: false }
}

/// `Vec<T>`, if that says everything.
pub(super) fn in_place(
    lowering: &mut Lowering<'_>,
    conjunction: &Conjunction,
    hint: Hint<'_>,
    depth: usize,
) -> Option<Use> {
    let is_items = |keyword: &&Keyword| matches!(keyword, Keyword::Items { prefix, .. } if prefix.is_empty());
    if !residual::applicable(&lowering.plan.graph, conjunction, Kind::Array).iter().all(is_items) {
        return None;
    }
    let items = items(lowering, conjunction);
    Some(Use::Vec(Box::new(form::use_of_item(lowering, items.rest, hint, depth))))
}

/// A list with checks, or a struct of positions.
pub(super) fn shape(lowering: &mut Lowering<'_>, id: TypeId, conjunction: &Conjunction) -> Shape {
    let items = items(lowering, conjunction);
    let (min, max) = conjunction.counts(Kind::Array);
    let hint = Hint { parent: Some(id), role: "" };
    if items.prefix.is_empty() || max == Some(0) {
        let item = form::use_of_item(lowering, items.rest, hint, 0);
        let is_unique = conjunction.keywords.contains(&Keyword::UniqueItems);
        return Shape::Array { item, min, max, is_unique };
    }
    if !items.is_exact {
        return Shape::Array { item: Use::Json, min, max, is_unique: false };
    }
    tuple(lowering, hint, &items, (min, max))
}

/// The positions that an array can have, and what may follow them.
fn tuple(lowering: &mut Lowering<'_>, hint: Hint<'_>, items: &Items, (min, max): (u64, Option<u64>)) -> Shape {
    let most = max.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX);
    let mut fields = names::Fields::default();
    let mut positions = Vec::new();
    for (place, schema) in items.prefix.iter().take(most).enumerate() {
        let annotations = lowering.plan.graph.get(*schema).annotations.clone();
        let title = annotations.title.clone().filter(|title| names::is_name(title));
        let role = title.unwrap_or_else(|| names::ordinal(place));
        let content = lowering.use_of(*schema, Hint { role: &role, ..hint });
        let is_required = u64::try_from(place).is_ok_and(|place| place < min);
        positions.push(Position { field: fields.field(&role), content, is_required, docs: names::docs(&annotations) });
    }
    let n_positions = positions.len() as u64;
    let rest = match items.rest {
        Some(rest) if lowering.plan.graph.get(rest).keywords == [Keyword::Never] => None,
        _ if max.is_some_and(|max| max <= n_positions) => None,
        rest => Some(Rest {
            content: form::use_of_item(lowering, rest, Hint { role: "rest", ..hint }, 0),
            min: min.saturating_sub(n_positions),
            max: max.map(|max| max.saturating_sub(n_positions)),
        }),
    };
    Shape::Tuple(Tuple { items: positions, rest })
}
