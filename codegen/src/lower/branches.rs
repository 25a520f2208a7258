//! What the branches of a `oneOf` or `anyOf` are called.

use crate::plan::{Kind, Sign};
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::conjunction::Conjunction;
use super::{Lowering, names, types_of};

/// The names of the branches: their own, or what tells several branches of one JSON type apart, or that type.
///
/// Objects are told apart by the values of a member, or a member that only they require; strings by their format or the
/// one text that they are.
pub(super) fn names(lowering: &Lowering<'_>, branches: &[SchemaId], signs: &[Vec<Sign>]) -> Vec<String> {
    let required: Vec<Vec<String>> = branches.iter().map(|branch| required(lowering, *branch)).collect();
    let own = own_names(lowering, branches);
    let name = |(place, branch): (usize, &SchemaId)| {
        let of_member = || required.get(place).and_then(|names| only_here(names, place, &required));
        let of_text = || text(lowering, branches, *branch);
        let of_value = || signs.get(place)?.iter().find_map(of_value);
        let own = own.get(place).cloned().flatten();
        own.or_else(of_value).or_else(of_member).or_else(of_text).unwrap_or_else(|| kind_name(lowering, *branch))
    };
    branches.iter().enumerate().map(name).collect()
}

/// What the first value of a member is called: a text by itself, another value with the member's name.
fn of_value(sign: &Sign) -> Option<String> {
    match sign.values.as_ref()?.first()? {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(format!("{} {number}", sign.name)),
        Json::Bool(value) => Some(format!("{} {value}", sign.name)),
        _ => None,
    }
}

/// The text that a branch is, or its format, if other branches are strings as well.
fn text(lowering: &Lowering<'_>, branches: &[SchemaId], branch: SchemaId) -> Option<String> {
    let graph = &lowering.plan.graph;
    let is_text = |branch: &&SchemaId| types_of::types_of(graph, **branch) == TypeSet::STRING;
    if !is_text(&&branch) || branches.iter().filter(is_text).count() < 2 {
        return None;
    }
    let conjunction = Conjunction::of(graph, branch);
    match conjunction.values.as_deref() {
        Some([value]) => value.as_str().map(str::to_owned),
        Some(_) => None,
        None => conjunction.keywords.iter().find_map(|keyword| match keyword {
            Keyword::Format(format) => Some(format.clone()),
            _ => None,
        }),
    }
}

/// The members that objects of a branch must have, if it takes nothing but objects.
fn required(lowering: &Lowering<'_>, branch: SchemaId) -> Vec<String> {
    let is_object = types_of::types_of(&lowering.plan.graph, branch) == TypeSet::OBJECT;
    if is_object { Conjunction::of(&lowering.plan.graph, branch).required } else { Vec::new() }
}

/// The first of the members that no other branch requires, if another one requires any.
fn only_here(names: &[String], place: usize, required: &[Vec<String>]) -> Option<String> {
    let others = || required.iter().enumerate().filter(|(other, _)| *other != place).flat_map(|(_, names)| names);
    others().next()?;
    names.iter().find(|name| others().all(|other| other != *name)).cloned()
}

/// What the schema calls each branch, but for those that only have a definition in common with others.
pub(super) fn own_names(lowering: &Lowering<'_>, branches: &[SchemaId]) -> Vec<Option<String>> {
    let names: Vec<Option<String>> = branches.iter().map(|branch| own_name(lowering, *branch)).collect();
    let is_alone = |name: &String| names.iter().flatten().filter(|other| *other == name).count() == 1;
    let is_telling = |branch: SchemaId, name: &String| is_alone(name) || is_defined(lowering, branch);
    let pairs = names.iter().zip(branches);
    pairs.map(|(name, branch)| name.clone().filter(|name| is_telling(*branch, name))).collect()
}

/// Whether a branch is a definition, and no more than that.
fn is_defined(lowering: &Lowering<'_>, branch: SchemaId) -> bool {
    let referred = match lowering.plan.graph.get(branch).keywords.as_slice() {
        [Keyword::Ref(target)] => lowering.definitions.contains_key(target),
        _ => false,
    };
    referred || lowering.definitions.contains_key(&branch)
}

/// What the schema calls a branch: the definition that it refers to, or its title.
fn own_name(lowering: &Lowering<'_>, branch: SchemaId) -> Option<String> {
    let subschema = lowering.plan.graph.get(branch);
    let referred = subschema.keywords.iter().find_map(|keyword| match keyword {
        Keyword::Ref(target) => lowering.definitions.get(target),
        Keyword::AllOf(branches) => branches.first().and_then(|first| {
            let inner = lowering.plan.graph.get(*first).keywords.first();
            let referred = inner.and_then(|keyword| match keyword {
                Keyword::Ref(target) => lowering.definitions.get(target),
                _ => None,
            });
            lowering.definitions.get(first).or(referred)
        }),
        _ => None,
    });
    let title = subschema.annotations.title.as_ref().filter(|title| names::is_name(title));
    lowering.definitions.get(&branch).or(referred).or(title).cloned()
}

fn kind_name(lowering: &Lowering<'_>, branch: SchemaId) -> String {
    let types = types_of::types_of(&lowering.plan.graph, branch);
    match types_of::kinds(types).as_slice() {
        [kind] => name_of_kind(*kind, types).to_owned(),
        _ if lowering.plan.graph.accepts_all(branch) => "Other".to_owned(),
        _ => "Variant".to_owned(),
    }
}

/// What values of a JSON type are called.
pub(super) fn name_of_kind(kind: Kind, types: TypeSet) -> &'static str {
    match kind {
        Kind::Null => "Null",
        Kind::Boolean => "Boolean",
        Kind::Number if types.contains(TypeSet::NUMBER) => "Number",
        Kind::Number => "Integer",
        Kind::String => "String",
        Kind::Array => "Array",
        Kind::Object => "Object",
    }
}
