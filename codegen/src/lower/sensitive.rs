//! Which types and members hold what schemas mark with `x-sensitive`, so that `Debug` does not show it.
//!
//! What a mark may apply to is hidden whether it does or not: of a choice, a mark on one alternative hides them all. A
//! type that hides itself need not be hidden by what holds it.

use std::collections::BTreeSet;

use crate::plan::{Content, Kind, Plan, Shape, Struct, Type, TypeId, Use};
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::sensitive;

/// Fills in what `Debug` hides of every type.
pub(super) fn hide(plan: &mut Plan) {
    if !plan.graph.subschemas.iter().any(|subschema| sensitive::is_marked(&subschema.annotations)) {
        return;
    }
    let hidden: Vec<Hidden> = plan.types.iter().map(|ty| Hidden::of(plan, ty)).collect();
    for (ty, hidden) in plan.types.iter_mut().zip(hidden) {
        ty.is_sensitive = hidden.is_whole;
        if let Shape::Struct(object) = &mut ty.shape {
            object.is_extra_sensitive = hidden.is_extra;
            for (member, is_sensitive) in object.members.iter_mut().zip(hidden.members) {
                member.is_sensitive = is_sensitive;
            }
        }
    }
}

/// What is hidden of a type.
struct Hidden {
    is_whole: bool,
    /// Each member of a struct, in order.
    members: Vec<bool>,
    /// The members of a struct that the schema does not name.
    is_extra: bool,
}

impl Hidden {
    fn of(plan: &Plan, ty: &Type) -> Self {
        let is_whole = hides(plan, ty.schema, &Shown::by(&ty.shape));
        let Shape::Struct(object) = &ty.shape else { return Self { is_whole, members: Vec::new(), is_extra: false } };
        let members = object.members.iter().map(|member| match (&member.content, member.schema) {
            (Content::Use(content), Some(schema)) => hides(plan, schema, &Shown::default().and(content, TypeSet::ALL)),
            _ => false,
        });
        Self { is_whole, members: members.collect(), is_extra: hides_extra(plan, ty.schema, object) }
    }
}

/// What the holder of a value shows of its parts.
#[derive(Default)]
struct Shown {
    /// Which types of instance it shows the parts of.
    kinds: TypeSet,
    /// The types of parts, which show what they may themselves.
    types: BTreeSet<TypeId>,
}

impl Shown {
    /// What a type shows that is no struct: a struct's members are looked at one by one.
    fn by(shape: &Shape) -> Self {
        let (array, object) = (TypeSet::ARRAY, TypeSet::OBJECT);
        match shape {
            Shape::Tuple(tuple) => {
                let contents = tuple.items.iter().map(|item| &item.content);
                let contents = contents.chain(tuple.rest.iter().map(|rest| &rest.content));
                contents
                    .fold(Self { kinds: array, ..Self::default() }, |shown, content| shown.and(content, TypeSet::ALL))
            }
            Shape::Array { item, .. } => Self { kinds: array, ..Self::default() }.and(item, TypeSet::ALL),
            Shape::Map { value, .. } => Self { kinds: object, ..Self::default() }.and(value, TypeSet::ALL),
            Shape::Newtype(content) => Self::default().and(content, TypeSet::ALL),
            Shape::Opaque => Self::default().and(&Use::Json, TypeSet::ALL),
            Shape::Kinds(variants) => variants.iter().fold(Self::default(), |shown, variant| {
                let kinds = variant.kinds.iter().map(|kind| TypeSet::from(*kind));
                shown.and(&variant.content, kinds.fold(TypeSet::default(), TypeSet::union))
            }),
            Shape::Union { variants, .. } => {
                variants.iter().fold(Self::default(), |shown, variant| shown.and(&variant.value, TypeSet::ALL))
            }
            _ => Self::default(),
        }
    }

    /// Also what is shown of a value that is held this way, and is of one of these types of instance.
    fn and(mut self, content: &Use, kinds: TypeSet) -> Self {
        let mut content = content;
        loop {
            content = match content {
                Use::Nullable(inner) => inner,
                Use::Vec(inner) => {
                    self.kinds = self.kinds.union(TypeSet::ARRAY);
                    inner
                }
                Use::Map(inner) => {
                    self.kinds = self.kinds.union(TypeSet::OBJECT);
                    inner
                }
                Use::Json => {
                    self.kinds = self.kinds.union(kinds);
                    return self;
                }
                Use::Type(id) | Use::Boxed(id) => {
                    self.types.insert(*id);
                    return self;
                }
                _ => return self,
            }
        }
    }
}

/// Whether a value of a subschema is marked, or what is shown of its parts.
fn hides(plan: &Plan, schema: SchemaId, shown: &Shown) -> bool {
    let same = sensitive::same_value(&plan.graph, schema);
    let is_shown = |keyword: &&Keyword| Kind::of(keyword).is_some_and(|kind| shown.kinds.contains(kind.into()));
    let keywords = same.iter().flat_map(|id| &plan.graph.get(*id).keywords).filter(is_shown);
    same.iter().any(|id| is_marked(plan, *id)) || marks(plan, keywords.flat_map(sensitive::of_parts).collect(), shown)
}

/// Whether the members are marked that a struct has no fields for.
fn hides_extra(plan: &Plan, schema: SchemaId, object: &Struct) -> bool {
    let Some(content) = &object.extra else { return false };
    let same = sensitive::same_value(&plan.graph, schema);
    let keywords = same.iter().flat_map(|id| &plan.graph.get(*id).keywords);
    let schemas = keywords.flat_map(|keyword| match keyword {
        Keyword::Properties { patterns, additional, .. } => {
            patterns.iter().map(|(_, schema)| *schema).chain(*additional).collect()
        }
        Keyword::UnevaluatedProperties(schema) => vec![*schema],
        _ => Vec::new(),
    });
    marks(plan, schemas.collect(), &Shown::default().and(content, TypeSet::ALL))
}

/// Whether one of some subschemas is marked, or a subschema of theirs that no type of its own stands for.
fn marks(plan: &Plan, mut pending: Vec<SchemaId>, shown: &Shown) -> bool {
    let types = shown.types.iter().filter_map(|id| plan.get(*id));
    let mut seen: BTreeSet<SchemaId> = types.map(|ty| ty.schema).collect();
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        if is_marked(plan, id) {
            return true;
        }
        for keyword in &plan.graph.get(id).keywords {
            pending.extend(sensitive::of_same_value(keyword));
            pending.extend(sensitive::of_parts(keyword));
        }
    }
    false
}

fn is_marked(plan: &Plan, id: SchemaId) -> bool {
    sensitive::is_marked(&plan.graph.get(id).annotations)
}
