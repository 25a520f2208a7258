//! Documents that a schema may well accept, to find out what two schemas both accept.

use crate::schema::{Keyword, SchemaId};
use crate::support::{Json, Number, Object};

use super::subject::Subject;

/// How deep documents are made up.
const DEPTH: usize = 3;

/// How many documents a schema is good for.
const LIMIT: usize = 24;

/// What the schema shows and lists, and what is made up from its keywords.
pub(super) fn candidates(subject: &Subject<'_>, id: SchemaId) -> Vec<Json> {
    let mut candidates = within(subject, id, DEPTH);
    candidates.extend(plain());
    candidates
}

fn within(subject: &Subject<'_>, id: SchemaId, depth: usize) -> Vec<Json> {
    let subschema = subject.plan.graph.get(id);
    let mut found = subschema.annotations.examples.clone();
    for keyword in &subschema.keywords {
        match keyword {
            Keyword::Const(value) => found.push(value.clone()),
            Keyword::Enum(values) => found.extend(values.iter().cloned()),
            Keyword::Minimum(bound) | Keyword::Maximum(bound) => found.push(Json::Number(bound.clone())),
            Keyword::Ref(inner) if depth > 0 => found.extend(within(subject, *inner, depth.saturating_sub(1))),
            Keyword::AllOf(inner) | Keyword::AnyOf(inner) | Keyword::OneOf(inner) if depth > 0 => {
                found.extend(inner.iter().flat_map(|inner| within(subject, *inner, depth.saturating_sub(1))));
            }
            Keyword::Required(names) if depth > 0 => found.extend(object(subject, id, names, depth)),
            _ => {}
        }
    }
    found.truncate(LIMIT);
    found
}

/// An object with the members that it must have.
fn object(subject: &Subject<'_>, id: SchemaId, required: &[String], depth: usize) -> Option<Json> {
    let named = subject.keywords(id).iter().find_map(|keyword| match keyword {
        Keyword::Properties { named, .. } => Some(named),
        _ => None,
    });
    let members = required.iter().map(|name| {
        let schema = named.into_iter().flatten().find(|(declared, _)| declared == name).map(|(_, schema)| *schema);
        let value = schema.map_or(Some(Json::Null), |schema| fitting(subject, schema, depth.saturating_sub(1)))?;
        Some((name.clone(), value))
    });
    let members: Option<Vec<(String, Json)>> = members.collect();
    members.map(|members| Json::Object(members.into_iter().collect()))
}

/// One document that a schema accepts.
fn fitting(subject: &Subject<'_>, id: SchemaId, depth: usize) -> Option<Json> {
    let validator = subject.validator(id)?;
    let mut candidates = within(subject, id, depth).into_iter().chain(plain());
    candidates.find(|candidate| validator.is_valid(&candidate.clone().into()))
}

/// The simplest documents of each type.
fn plain() -> Vec<Json> {
    let number = |text| Number::parse(text).map(Json::Number);
    let numbers = ["0", "1", "0.5", "-1"].into_iter().filter_map(number);
    let texts = ["", "a", "1"].into_iter().map(|text| Json::String(text.to_owned()));
    let empty = [Json::Object(Object::default()), Json::Array(Vec::new()), Json::Null, Json::Bool(true)];
    empty.into_iter().chain(numbers).chain(texts).collect()
}
