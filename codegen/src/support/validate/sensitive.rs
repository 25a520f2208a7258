//! Values that a schema marks with `x-sensitive`: what is wrong with them is told, what they are is not.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::super::instance::{Instance, View};
use super::super::json::Json;
use super::super::map::Object;
use super::super::schema::{Keyword, Schema};
use super::super::violation::Violation;
use super::place::push_token;

/// What stands in the place of a value that is sensitive, or that holds something sensitive.
const NOT_SHOWN: &str = "a value that is not shown";

/// A schema, a value that it applies to, and where that value is.
type Applied<'i> = (&'static Schema, &'i dyn Instance, String);

/// Takes sensitive values out of violations.
#[cold]
pub(super) fn redact(violations: &mut [Violation], schema: &'static Schema, instance: &dyn Instance) {
    if violations.is_empty() {
        return;
    }
    let places = places(schema, instance);
    for violation in violations {
        let place = violation.pointer.as_str();
        if places.iter().any(|sensitive| is_within(place, sensitive) || is_within(sensitive, place)) {
            NOT_SHOWN.clone_into(&mut violation.found);
        }
    }
}

/// Takes values out of the violations of one member, if it is sensitive, that was refused before its object was there.
#[cold]
pub(in super::super) fn redact_member(violations: &mut [Violation], schema: &'static Schema, name: &str) {
    let object: Object = std::iter::once((name, Json::Null)).collect();
    if !places(schema, &object).is_empty() {
        for violation in violations {
            NOT_SHOWN.clone_into(&mut violation.found);
        }
    }
}

/// Whether a pointer leads to a value, or to a part of it.
fn is_within(pointer: &str, value: &str) -> bool {
    pointer.strip_prefix(value).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Where the sensitive values of an instance are, as JSON Pointers.
fn places(schema: &'static Schema, instance: &dyn Instance) -> BTreeSet<String> {
    let (mut places, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut pending: Vec<Applied<'_>> = vec![(schema, instance, String::new())];
    while let Some((schema, instance, pointer)) = pending.pop() {
        if !seen.insert((std::ptr::from_ref(schema).addr(), pointer.clone())) {
            continue;
        }
        for keyword in schema.keywords {
            if matches!(keyword, Keyword::Sensitive) {
                places.insert(pointer.clone());
            }
            push_in_place(keyword, instance, &pointer, &mut pending);
            push_parts(keyword, instance, &pointer, &mut pending);
        }
    }
    places
}

/// The subschemas for the very same value, whether it satisfies them or not.
fn push_in_place<'i>(
    keyword: &'static Keyword,
    instance: &'i dyn Instance,
    pointer: &str,
    pending: &mut Vec<Applied<'i>>,
) {
    let mut push = |schema| pending.push((schema, instance, pointer.to_owned()));
    match keyword {
        Keyword::AllOf(branches) | Keyword::AnyOf(branches) | Keyword::OneOf(branches) => {
            branches.iter().copied().for_each(push);
        }
        Keyword::If { condition, then, otherwise } => {
            [Some(*condition), *then, *otherwise].into_iter().flatten().for_each(push);
        }
        Keyword::DependentSchemas(schemas) => schemas.iter().for_each(|(_, schema)| push(schema)),
        Keyword::Ref(schema) | Keyword::DynamicRef { fallback: schema, .. } => push(schema),
        _ => {}
    }
}

/// The subschemas for parts of the value.
fn push_parts<'i>(
    keyword: &'static Keyword,
    instance: &'i dyn Instance,
    pointer: &str,
    pending: &mut Vec<Applied<'i>>,
) {
    let mut push = |schema: Option<&'static Schema>, part: &'i dyn Instance, token: &str| {
        if let Some(schema) = schema {
            let mut pointer = pointer.to_owned();
            push_token(&mut pointer, token);
            pending.push((schema, part, pointer));
        }
    };
    match (keyword, instance.view()) {
        (Keyword::Properties { named, patterns, additional }, View::Object(members)) => {
            let _ = members.each(&mut |name, value| {
                let known = named.iter().find(|(known, _)| *known == name).map(|(_, schema)| *schema);
                let matching = patterns.iter().filter(|(pattern, _)| (pattern.matches)(name));
                let mut is_known = known.is_some();
                push(known, value, name);
                for (_, schema) in matching {
                    is_known = true;
                    push(Some(schema), value, name);
                }
                push(additional.filter(|_| !is_known), value, name);
                ControlFlow::Continue(())
            });
        }
        (Keyword::Items { prefix, rest }, View::Array(items)) => {
            for (index, item) in (0..items.len()).filter_map(|index| Some((index, items.item(index)?))) {
                push(prefix.get(index).copied().or(*rest), item, &index.to_string());
            }
        }
        _ => {}
    }
}
