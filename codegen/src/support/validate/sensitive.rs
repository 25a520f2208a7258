//! Values that a schema marks with `x-sensitive`: what is wrong with them is told, what they are is not.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::super::instance::{Instance, View};
use super::super::json::Json;
use super::super::map::Object;
use super::super::schema::{Keyword, Schema};
use super::super::violation::Violation;
use super::place::push_token;

/// What stands in the place of a value that is sensitive, or that holds something sensitive.
pub(in super::super) const NOT_SHOWN: &str = "a value that is not shown";

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
    // Few schemas have dynamic references, and only those ask for all scopes.
    let scopes = LazyCell::new(|| reached(schema));
    let mut pending: Vec<Applied<'_>> = vec![(schema, instance, String::new())];
    while let Some((schema, instance, pointer)) = pending.pop() {
        if !seen.insert((std::ptr::from_ref(schema).addr(), pointer.clone())) {
            continue;
        }
        for keyword in schema.keywords {
            if matches!(keyword, Keyword::Sensitive) {
                places.insert(pointer.clone());
            }
            if let Keyword::DynamicRef { anchor, .. } = keyword {
                let targets = scopes.iter().filter_map(|scope| scope.resource.dynamic_anchor(anchor));
                pending.extend(targets.map(|target| (target, instance, pointer.clone())));
            }
            each_of_same_value(keyword, &mut |schema| pending.push((schema, instance, pointer.clone())));
            push_of_parts(keyword, instance, &pointer, &mut pending);
        }
    }
    places
}

/// Whether a schema marks anything, at whatever place of a value.
#[cold]
pub(in super::super) fn marks_anything(schema: &'static Schema) -> bool {
    let mut keywords = reached(schema).into_iter().flat_map(|schema| schema.keywords);
    keywords.any(|keyword| matches!(keyword, Keyword::Sensitive))
}

/// A schema and all that it applies or refers to, in whatever dynamic scope.
fn reached(schema: &'static Schema) -> Vec<&'static Schema> {
    let (mut reached, mut seen, mut pending) = (Vec::new(), BTreeSet::new(), vec![schema]);
    while let Some(schema) = pending.pop() {
        if !seen.insert(std::ptr::from_ref(schema).addr()) {
            continue;
        }
        reached.push(schema);
        pending.extend(schema.resource.dynamic_anchors.iter().map(|(_, anchored)| *anchored));
        for keyword in schema.keywords {
            each_of_same_value(keyword, &mut |schema| pending.push(schema));
            each_of_parts(keyword, &mut |schema| pending.push(schema));
        }
    }
    reached
}

/// The subschemas that a keyword applies to the very same value, whether it satisfies them or not.
fn each_of_same_value(keyword: &'static Keyword, visit: &mut dyn FnMut(&'static Schema)) {
    match keyword {
        Keyword::AllOf(branches) | Keyword::AnyOf(branches) | Keyword::OneOf(branches) => {
            branches.iter().copied().for_each(visit);
        }
        Keyword::If { condition, then, otherwise } => {
            [Some(*condition), *then, *otherwise].into_iter().flatten().for_each(visit);
        }
        Keyword::DependentSchemas(schemas) => schemas.iter().for_each(|(_, schema)| visit(schema)),
        Keyword::Ref(schema) | Keyword::DynamicRef { fallback: schema, .. } => visit(schema),
        _ => {}
    }
}

/// The subschemas that a keyword applies to members and items.
fn each_of_parts(keyword: &'static Keyword, visit: &mut dyn FnMut(&'static Schema)) {
    match keyword {
        Keyword::Properties { named, patterns, additional } => {
            let patterns = patterns.iter().map(|(_, schema)| *schema);
            named.iter().map(|(_, schema)| *schema).chain(patterns).chain(*additional).for_each(visit);
        }
        Keyword::Items { prefix, rest } => prefix.iter().copied().chain(*rest).for_each(visit),
        Keyword::Contains { schema, .. }
        | Keyword::UnevaluatedProperties(schema)
        | Keyword::UnevaluatedItems(schema) => visit(schema),
        _ => {}
    }
}

/// Adds the subschemas for parts of a value, with those parts.
fn push_of_parts<'i>(
    keyword: &'static Keyword,
    instance: &'i dyn Instance,
    pointer: &str,
    pending: &mut Vec<Applied<'i>>,
) {
    let mut push = |schema: &'static Schema, part: &'i dyn Instance, token: &str| {
        let mut pointer = pointer.to_owned();
        push_token(&mut pointer, token);
        pending.push((schema, part, pointer));
    };
    match instance.view() {
        View::Object(members) => {
            let _ = members.each(&mut |name, value| {
                of_member(keyword, name, &mut |schema| push(schema, value, name));
                ControlFlow::Continue(())
            });
        }
        View::Array(items) => {
            for (index, item) in (0..items.len()).filter_map(|index| Some((index, items.item(index)?))) {
                if let Some(schema) = of_item(keyword, index) {
                    push(schema, item, &index.to_string());
                }
            }
        }
        _ => {}
    }
}

/// The subschemas for a member; what is not evaluated is not asked, so all may be.
fn of_member(keyword: &'static Keyword, name: &str, push: &mut dyn FnMut(&'static Schema)) {
    match keyword {
        Keyword::Properties { named, patterns, additional } => {
            let known = named.iter().filter(|(known, _)| *known == name).map(|(_, schema)| *schema);
            let matching = patterns.iter().filter(|(pattern, _)| (pattern.matches)(name)).map(|(_, schema)| *schema);
            let mut speaking = known.chain(matching).peekable();
            let additional = additional.filter(|_| speaking.peek().is_none());
            speaking.chain(additional).for_each(push);
        }
        Keyword::UnevaluatedProperties(schema) => push(schema),
        _ => {}
    }
}

/// The subschema for an item; an array may contain any of its items.
fn of_item(keyword: &'static Keyword, index: usize) -> Option<&'static Schema> {
    match keyword {
        Keyword::Items { prefix, rest } => prefix.get(index).copied().or(*rest),
        Keyword::Contains { schema, .. } | Keyword::UnevaluatedItems(schema) => Some(schema),
        _ => None,
    }
}
