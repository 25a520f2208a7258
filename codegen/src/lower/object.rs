//! Objects: structs of members, and maps.

use std::collections::HashSet;

use crate::plan::{Content, Kind, Member, Shape, Struct, TypeId, Use};
use crate::schema::{Graph, Keyword, SchemaId};
use crate::sensitive;

use super::conjunction::{Conjunction, Properties};
use super::names::Fields;
use super::{Hint, Lowering, form, members, residual};

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
    let extra = extra(lowering, id, conjunction);
    if names.is_empty() {
        let (min, max) = conjunction.counts(Kind::Object);
        return match extra {
            Some(value) => Shape::Map { value, min, max },
            None => Shape::Struct(Struct { members: Vec::new(), extra: None, extra_field: Fields::extra() }),
        };
    }
    let mut fields = Fields::default();
    let members = names.iter().map(|name| member(lowering, id, conjunction, name, &mut fields)).collect();
    Shape::Struct(Struct { members, extra, extra_field: Fields::extra() })
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

/// The patterns that match more names than can be declared, with their schemas; where no schema is for the other names,
/// without those that ask nothing of a member.
pub(super) fn open_patterns<'p>(graph: &Graph, group: &Properties<'p>) -> Vec<&'p (String, SchemaId)> {
    let has_rest = group.additional.is_some_and(|rest| !graph.accepts_all(rest));
    let matters = |schema: SchemaId| has_rest || !graph.accepts_all(schema);
    group
        .patterns
        .iter()
        .filter(|(pattern, schema)| graph.spelled_names(pattern).is_none() && matters(*schema))
        .collect()
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
    let is_sensitive = schemas.iter().any(|schema| sensitive::is_marked(&lowering.plan.graph.get(*schema).annotations));
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
        is_sensitive,
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

/// What members beyond the declared ones hold; `None` if there can be none.
fn extra(lowering: &mut Lowering<'_>, id: TypeId, conjunction: &Conjunction) -> Option<Use> {
    let hint = Hint { parent: Some(id), role: "Value" };
    let open = conjunction.properties().map(|group| (open_patterns(&lowering.plan.graph, &group), group));
    let patterned: Vec<_> = open.filter(|(patterns, _)| !patterns.is_empty()).collect();
    if let [(patterns, group)] = patterned.as_slice()
        && let [(_, schema)] = patterns.as_slice()
        && group.additional.is_some_and(|rest| is_never(lowering, rest))
    {
        return Some(lowering.use_of(*schema, hint));
    }
    if !patterned.is_empty() {
        return Some(Use::Json);
    }
    let rest = conjunction.properties().filter_map(|group| group.additional).chain(conjunction.unevaluated_properties);
    let rest: Vec<SchemaId> = rest.filter(|rest| !lowering.plan.graph.get(*rest).keywords.is_empty()).collect();
    if rest.iter().any(|rest| is_never(lowering, *rest)) {
        return None;
    }
    let Some(schema) = lowering.joined(&rest) else { return Some(Use::Json) };
    Some(lowering.use_of(schema, hint))
}

fn is_never(lowering: &Lowering<'_>, schema: SchemaId) -> bool {
    lowering.plan.graph.get(schema).keywords.contains(&Keyword::Never)
}
