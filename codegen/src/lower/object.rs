//! Objects: structs of members, and maps.

use std::collections::HashSet;

use crate::plan::{Content, Kind, Member, Shape, Struct, TypeId, Use};
use crate::schema::{Keyword, SchemaId};

use super::conjunction::Conjunction;
use super::names::Fields;
use super::{Hint, Lowering, form, members, residual, rest};

/// `Map<T>`, if that says everything.
pub(super) fn in_place(
    lowering: &mut Lowering<'_>,
    conjunction: &Conjunction,
    hint: Hint<'_>,
    depth: usize,
) -> Option<Use> {
    let keywords = residual::applicable(&lowering.plan.graph, conjunction, Kind::Object);
    let [Keyword::Properties { named, patterns, additional }] = keywords.as_slice() else {
        return None;
    };
    if !named.is_empty() || !patterns.is_empty() || conjunction.unevaluated_properties.is_some() {
        return None;
    }
    let value = form::use_of_item(lowering, *additional, hint, depth);
    Some(Use::Map(Box::new(value)))
}

/// A struct of the declared members, or a map where none is declared.
pub(super) fn shape(lowering: &mut Lowering<'_>, id: TypeId, conjunction: &Conjunction) -> Shape {
    let names = declared(lowering, conjunction);
    let extra = rest::of(lowering, id, conjunction);
    if let (true, Some(value)) = (names.is_empty(), &extra) {
        let (min, max) = conjunction.counts(Kind::Object);
        return Shape::Map { value: value.clone(), min, max };
    }
    let mut fields = Fields::default();
    let members = names.iter().map(|name| member(lowering, id, conjunction, name, &mut fields)).collect();
    Shape::Struct(Struct { members, extra, extra_field: Fields::extra(), is_extra_sensitive: false })
}

/// The names of the declared members: those with a schema, those that a pattern spells out, and those that are only
/// required.
fn declared(lowering: &Lowering<'_>, conjunction: &Conjunction) -> Vec<String> {
    let mut seen = HashSet::new();
    let named = conjunction.properties().flat_map(|properties| properties.named).map(|(name, _)| name);
    let patterns = conjunction.properties().flat_map(|properties| properties.patterns);
    let spelled = patterns.filter_map(|(pattern, _)| lowering.plan.graph.spelled_names(pattern)).flatten();
    named.chain(spelled).chain(&conjunction.required).filter(|name| seen.insert(name.as_str())).cloned().collect()
}

fn member(
    lowering: &mut Lowering<'_>,
    id: TypeId,
    conjunction: &Conjunction,
    name: &str,
    fields: &mut Fields,
) -> Member {
    let is_required = conjunction.required.iter().any(|required| required == name);
    let schemas = speaking_of(lowering, conjunction, name);
    let constant = if is_required { members::constant(&lowering.plan.graph, &schemas) } else { None };
    let annotations =
        schemas.first().map(|schema| lowering.plan.graph.get(*schema).annotations.clone()).unwrap_or_default();
    let schema = lowering.joined(&schemas);
    let content = match (constant, schema) {
        (Some(value), _) => Content::Constant(value),
        (None, Some(schema)) => Content::Use(lowering.use_of(schema, Hint { parent: Some(id), role: name })),
        (None, None) => Content::Use(Use::Json),
    };
    Member {
        name: name.to_owned(),
        field: fields.field(name),
        schema,
        content,
        is_required,
        default: annotations.default.clone(),
        is_deprecated: annotations.is_deprecated,
        is_sensitive: false,
        docs: members::docs(&lowering.plan.graph, &schemas),
    }
}

/// Every subschema that a member with that name must match; where none speaks of it, the one for all that is unevaluated.
fn speaking_of(lowering: &Lowering<'_>, conjunction: &Conjunction, name: &str) -> Vec<SchemaId> {
    let mut found = Vec::new();
    for properties in conjunction.properties() {
        let before = found.len();
        found.extend(properties.named.iter().filter(|(member, _)| member == name).map(|(_, schema)| *schema));
        for (pattern, schema) in properties.patterns {
            if lowering.plan.graph.patterns.get(pattern).is_some_and(|pattern| pattern.is_match(name)) {
                found.push(*schema);
            }
        }
        if found.len() == before {
            found.extend(properties.additional);
        }
    }
    if found.is_empty() {
        found.extend(conjunction.unevaluated_properties);
    }
    found.dedup();
    let says_something = |schema: &SchemaId| !lowering.plan.graph.get(*schema).keywords.is_empty();
    if found.iter().any(says_something) {
        found.retain(says_something);
    } else {
        found.truncate(1);
    }
    found
}
