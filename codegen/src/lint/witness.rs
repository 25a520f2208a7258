//! Documents that a schema may well accept, to find out what two schemas both accept.

use crate::pattern::language::{Language, texts};
use crate::schema::{Keyword, SchemaId};
use crate::support::{Json, Number, Object};

use super::subject::Subject;

/// How deep documents are made up.
const DEPTH: usize = 3;

/// How many texts a pattern is good for.
const N_TEXTS: usize = 2;

/// How many documents a schema is good for.
const LIMIT: usize = 24;

/// Documents that two schemas may both accept: what they show and list, what is made up from their keywords, and what
/// has the members of both or matches the patterns of both.
pub(super) fn shared(subject: &Subject<'_>, one: SchemaId, other: SchemaId) -> Vec<Json> {
    let [ones, others] = [one, other].map(|id| candidates(subject, id));
    let merged: Vec<Json> = ones.iter().flat_map(|one| others.iter().filter_map(|other| merged(one, other))).collect();
    let matching = matching(&[patterns(subject, one), patterns(subject, other)].concat());
    let members = with_members(subject, &merged, [one, other]);
    ones.into_iter().chain(others).chain(matching).chain(merged).chain(members).collect()
}

/// An object with the members of two, if neither says of a member what the other does not.
fn merged(one: &Json, other: &Json) -> Option<Json> {
    let (Json::Object(ones), Json::Object(others)) = (one, other) else { return None };
    let all = ones.iter().chain(others.iter());
    let all: Vec<(String, Json)> = all.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    Some(Json::Object(all.into_iter().collect()))
}

/// Those objects with texts that match the patterns which both schemas have for a member.
fn with_members(subject: &Subject<'_>, objects: &[Json], schemas: [SchemaId; 2]) -> Vec<Json> {
    let mut found = Vec::new();
    for (name, first) in named(subject, schemas[0]) {
        let Some((_, second)) = named(subject, schemas[1]).find(|known| known.0 == *name) else { continue };
        let texts = matching(&[patterns(subject, *first), patterns(subject, *second)].concat());
        for (object, text) in objects.iter().flat_map(|object| texts.iter().map(move |text| (object, text))) {
            let Json::Object(members) = object else { continue };
            let mut members = members.clone();
            members.insert(name.clone(), text.clone());
            found.push(Json::Object(members));
        }
    }
    found
}

fn named<'s>(subject: &Subject<'s>, id: SchemaId) -> impl Iterator<Item = &'s (String, SchemaId)> + use<'s> {
    subject.keywords(id).iter().flat_map(|keyword| match keyword {
        Keyword::Properties { named, .. } => named.as_slice(),
        _ => &[],
    })
}

/// The patterns that a schema asks for, itself or by what it refers to.
fn patterns<'s>(subject: &Subject<'s>, id: SchemaId) -> Vec<&'s str> {
    let keywords = |id| subject.plan.graph.get(id).keywords.iter();
    let referred =
        keywords(id).filter_map(|keyword| if let Keyword::Ref(target) = keyword { Some(*target) } else { None });
    let pattern =
        |keyword: &'s Keyword| if let Keyword::Pattern(pattern) = keyword { Some(pattern.as_str()) } else { None };
    std::iter::once(id).chain(referred).flat_map(keywords).filter_map(pattern).collect()
}

/// Texts that match all patterns.
fn matching(patterns: &[&str]) -> Vec<Json> {
    let languages: Option<Vec<Language>> = patterns.iter().map(|pattern| Language::of(pattern)).collect();
    let languages = languages.filter(|languages| !languages.is_empty()).unwrap_or_default();
    let taken: Vec<&Language> = languages.iter().collect();
    let found = if taken.is_empty() { None } else { texts(&taken, None, N_TEXTS) };
    found.unwrap_or_default().into_iter().map(Json::String).collect()
}

/// What the schema shows and lists, and what is made up from its keywords.
fn candidates(subject: &Subject<'_>, id: SchemaId) -> Vec<Json> {
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
            Keyword::Pattern(pattern) => found.extend(matching(&[pattern.as_str()])),
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
