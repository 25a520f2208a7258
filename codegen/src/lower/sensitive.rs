//! Which types and members hold what schemas mark with `x-sensitive`, so that `Debug` does not show it.
//!
//! What a mark may apply to is hidden whether it does or not: of a choice, a mark on one alternative hides them all. A
//! type that hides itself need not be hidden by what holds it.

use std::collections::BTreeSet;

use crate::plan::{Content, Kind, Plan, Shape, Struct, Type, TypeId, Use};
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::sensitive;
use crate::support::Json;

/// Fills in what `Debug` hides of every type.
pub(super) fn hide(plan: &mut Plan) {
    if !plan.graph.subschemas.iter().any(|subschema| sensitive::is_marked(&subschema.annotations)) {
        return;
    }
    mark_targets(plan);
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

/// Marks what an alias with a mark stands for: both are one type.
fn mark_targets(plan: &mut Plan) {
    for index in 0..plan.types.len() {
        let Some(ty) = plan.get(TypeId(index)) else { continue };
        let Shape::Alias(Use::Type(target)) = &ty.shape else { continue };
        let is_marked = sensitive::same_value(&plan.graph, ty.schema).iter().any(|id| is_marked(plan, *id));
        let target = plan.get(*target).map(|target| target.schema).filter(|_| is_marked);
        if let Some(subschema) = target.and_then(|target| plan.graph.subschemas.get_mut(target.0)) {
            subschema.annotations.extensions.push((sensitive::MARK.to_owned(), Json::Bool(true)));
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
        let same = sensitive::same_value(&plan.graph, ty.schema);
        let is_whole =
            same.iter().any(|id| is_marked(plan, *id)) || Shown::by(&ty.shape).marks(plan, keywords(plan, &same));
        let Shape::Struct(object) = &ty.shape else { return Self { is_whole, members: Vec::new(), is_extra: false } };
        let members = object.members.iter().map(|member| match &member.content {
            Content::Use(content) => hides(plan, &speaking_of(plan, &same, &member.name), content),
            Content::Constant(_) => false,
        });
        let is_extra = object.extra.as_ref().is_some_and(|extra| hides(plan, &of_others(plan, &same, object), extra));
        Self { is_whole, members: members.collect(), is_extra }
    }
}

/// What the holder of a value shows of its parts.
#[derive(Default)]
struct Shown {
    /// Which types of instance it shows the parts of.
    kinds: TypeSet,
    /// The types of parts, which show what they may themselves.
    types: BTreeSet<TypeId>,
    /// Whether some parts are any JSON, so that none of the types is known to hold a part.
    has_json: bool,
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
            Shape::Kinds(variants) => variants.iter().fold(Self::default(), |shown, variant| {
                let kinds = variant.kinds.iter().map(|kind| TypeSet::from(*kind));
                shown.and(&variant.content, kinds.fold(TypeSet::default(), TypeSet::union))
            }),
            // Of an `anyOf` a value may be another alternative as well, which the variant knows nothing of.
            Shape::Opaque | Shape::Union { is_exclusive: false, .. } => Self::default().and(&Use::Json, TypeSet::ALL),
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
                    self.has_json = true;
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

    /// Whether some of the parts are marked that are shown, or parts of theirs.
    fn marks<'p>(&self, plan: &'p Plan, keywords: impl Iterator<Item = &'p Keyword>) -> bool {
        let is_shown = |keyword: &&Keyword| Kind::of(keyword).is_some_and(|kind| self.kinds.contains(kind.into()));
        let types = self.types.iter().filter(|_| !self.has_json).filter_map(|id| plan.get(*id));
        let known = types.flat_map(|ty| sensitive::same_value(&plan.graph, ty.schema)).collect();
        marks(plan, keywords.filter(is_shown).flat_map(sensitive::of_parts).collect(), known)
    }
}

/// Whether a value that is held this way is marked, or something that is shown of it.
///
/// What is not shown belongs to a type, which hides what its own schema marks, and knows nothing of others.
fn hides(plan: &Plan, schemas: &[SchemaId], content: &Use) -> bool {
    let same: BTreeSet<SchemaId> =
        schemas.iter().flat_map(|schema| sensitive::same_value(&plan.graph, *schema)).collect();
    let held = held(content).and_then(|id| plan.get(id));
    let own = held.map(|ty| sensitive::same_value(&plan.graph, ty.schema));
    let others = own.iter().flat_map(|own| same.difference(own)).copied().collect();
    same.iter().any(|id| is_marked(plan, *id))
        || Shown::default().and(content, TypeSet::ALL).marks(plan, keywords(plan, &same))
        || marks(plan, keywords(plan, &others).flat_map(sensitive::of_parts).collect(), BTreeSet::new())
}

/// The type that a value is held as.
fn held(content: &Use) -> Option<TypeId> {
    let mut content = content;
    while let Use::Nullable(inner) = content {
        content = inner;
    }
    match content {
        Use::Type(id) | Use::Boxed(id) => Some(*id),
        _ => None,
    }
}

/// The subschemas that may apply to a member of that name.
fn speaking_of(plan: &Plan, same: &BTreeSet<SchemaId>, name: &str) -> Vec<SchemaId> {
    let is_match = |pattern: &str| plan.graph.patterns.get(pattern).is_none_or(|pattern| pattern.is_match(name));
    let of_keyword = |holder: SchemaId, keyword: &Keyword| match keyword {
        Keyword::Properties { named, patterns, additional } => {
            let named = named.iter().filter(|(known, _)| known == name);
            let matching = patterns.iter().filter(|(pattern, _)| is_match(pattern));
            let speaking: Vec<SchemaId> = named.chain(matching).map(|(_, schema)| *schema).collect();
            if speaking.is_empty() { additional.iter().copied().collect() } else { speaking }
        }
        Keyword::UnevaluatedProperties(schema) if !is_named(plan, holder, name) => vec![*schema],
        _ => Vec::new(),
    };
    let keywords = same.iter().flat_map(|id| plan.graph.get(*id).keywords.iter().map(move |keyword| (*id, keyword)));
    keywords.flat_map(|(holder, keyword)| of_keyword(holder, keyword)).collect()
}

/// Whether a subschema names a member whatever its value is, so that it is always evaluated.
fn is_named(plan: &Plan, schema: SchemaId, name: &str) -> bool {
    let always = sensitive::always(&plan.graph, schema);
    keywords(plan, &always).any(
        |keyword| matches!(keyword, Keyword::Properties { named, .. } if named.iter().any(|(known, _)| known == name)),
    )
}

/// The subschemas that may apply to members for which a struct has no fields.
fn of_others(plan: &Plan, same: &BTreeSet<SchemaId>, object: &Struct) -> Vec<SchemaId> {
    let has_field = |name: &str| object.members.iter().any(|member| member.name == name);
    let of_keyword = |keyword: &Keyword| match keyword {
        Keyword::Properties { named, patterns, additional } => {
            let named = named.iter().filter(|(name, _)| !has_field(name));
            named.chain(patterns).map(|(_, schema)| *schema).chain(*additional).collect()
        }
        Keyword::UnevaluatedProperties(schema) => vec![*schema],
        _ => Vec::new(),
    };
    keywords(plan, same).flat_map(of_keyword).collect()
}

/// Whether one of some subschemas is marked, or one below them that is not known to a type.
fn marks(plan: &Plan, mut pending: Vec<SchemaId>, known: BTreeSet<SchemaId>) -> bool {
    let mut seen = known;
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        if is_marked(plan, id) {
            return true;
        }
        for keyword in &plan.graph.get(id).keywords {
            pending.extend(sensitive::of_same_value(&plan.graph, keyword));
            pending.extend(sensitive::of_parts(keyword));
        }
    }
    false
}

fn keywords<'p>(plan: &'p Plan, schemas: &BTreeSet<SchemaId>) -> impl Iterator<Item = &'p Keyword> {
    schemas.iter().flat_map(|id| &plan.graph.get(*id).keywords)
}

fn is_marked(plan: &Plan, id: SchemaId) -> bool {
    sensitive::is_marked(&plan.graph.get(id).annotations)
}
