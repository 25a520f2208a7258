//! Which branch of `anyOf` or `oneOf` a value that none accepts was meant for.
//!
//! A list of every branch's complaints helps nobody. Where types, tags (members with `const` or `enum`) or required
//! members that are not there rule out all branches but one, that one's violations are reported; where types and tags
//! rule out all, the values that they allow.

use super::super::constant::Constant;
use super::super::instance::View;
use super::super::schema::{Keyword, Schema};
use super::super::violation::Violation;
use super::assertion::is_constant;
use super::place::{At, Place, Step};
use super::report::violation;
use super::{Record, Run, phrase};

/// How many schemas of references and `allOf` are looked through for types and tags.
const LOOK_THROUGH_LIMIT: usize = 16;

/// What rules a branch out.
#[derive(Clone, Copy, PartialEq)]
enum Mismatch {
    Type,
    Tag(&'static str),
}

impl Run {
    /// Reports a value that no branch accepts; `at` names the keyword.
    #[cold]
    pub(super) fn report_branches(
        &mut self,
        schema: &'static Schema,
        branches: &'static [&'static Schema],
        at: &At<'_>,
        record: Record<'_>,
    ) {
        if self.report.is_none() {
            return;
        }
        let mismatches: Vec<_> = branches.iter().map(|branch| (*branch, mismatch(branch, at.place))).collect();
        let fitting = |is_fit: fn(Option<Mismatch>) -> bool| -> Vec<&'static Schema> {
            mismatches.iter().filter(|(_, mismatch)| is_fit(*mismatch)).map(|(branch, _)| *branch).collect()
        };
        let candidates = Some(fitting(|mismatch| mismatch.is_none()))
            .filter(|untagged| !untagged.is_empty())
            .unwrap_or_else(|| fitting(|mismatch| mismatch != Some(Mismatch::Type)));
        // Members that are not there say nothing where a tag has a value of no branch.
        let is_untagged = shared_tag(&mismatches).is_none();
        let is_complete = |branch: &&'static Schema| is_untagged && has_required(branch, at.place);
        let complete: Vec<_> = candidates.iter().copied().filter(is_complete).collect();
        if let ([meant], _) | (_, [meant]) = (candidates.as_slice(), complete.as_slice()) {
            self.evaluate(meant, at, record);
            return;
        }
        if let Some(record) = record {
            record.insert_all();
        }
        let reported = match shared_tag(&mismatches) {
            Some(tag) => {
                self.shared_complaint(&candidates, at).unwrap_or_else(|| unknown_tag(schema, tag, &candidates, at))
            }
            None => self.alternatives(schema, if candidates.is_empty() { branches } else { &candidates }, at),
        };
        self.push(reported);
    }

    /// What all branches say of a member with one voice, as when they refer to a schema that lists the tags.
    fn shared_complaint(&mut self, branches: &[&'static Schema], at: &At<'_>) -> Option<Violation> {
        let mut complaints = branches.iter().map(|branch| self.collect(branch, at)).collect::<Vec<_>>().into_iter();
        let first = complaints.next()?;
        let others: Vec<_> = complaints.collect();
        let here = at.place.pointer();
        let is_shared = |violation: &Violation| {
            violation.pointer != here && others.iter().all(|complaints| complaints.contains(violation))
        };
        first.into_iter().find(is_shared)
    }

    /// What the branches ask for, if each has just one thing to say about this very value.
    fn alternatives(&mut self, schema: &'static Schema, branches: &[&'static Schema], at: &At<'_>) -> Violation {
        let pointer = at.place.pointer();
        let complaints: Vec<_> = branches.iter().map(|branch| self.collect(branch, at)).collect();
        let expected: Option<Vec<_>> = complaints
            .iter()
            .map(|complaints| match complaints.as_slice() {
                [only] if only.pointer == pointer => Some(only.expected.as_str()),
                _ => None,
            })
            .collect();
        let expected = expected.map_or_else(
            || format!("a value that is valid against one of {} schemas", branches.len()),
            |phrases| phrase::list(phrases, "or"),
        );
        violation(schema, at.applicator, at.place, expected)
    }
}

/// The one tag that rules out all branches whose type fits.
fn shared_tag(mismatches: &[(&'static Schema, Option<Mismatch>)]) -> Option<&'static str> {
    let mut tags = mismatches.iter().filter_map(|(_, mismatch)| match mismatch {
        Some(Mismatch::Type) => None,
        Some(Mismatch::Tag(name)) => Some(Some(*name)),
        None => Some(None),
    });
    let first = tags.next()??;
    tags.all(|tag| tag == Some(first)).then_some(first)
}

fn unknown_tag(schema: &'static Schema, tag: &'static str, branches: &[&'static Schema], at: &At<'_>) -> Violation {
    let allowed = branches.iter().filter_map(|branch| tag_values(branch, tag)).flatten();
    let expected = format!("the member `{tag}` to be {}", phrase::one_of_values(allowed));
    let whole = violation(schema, at.applicator, at.place, expected);
    let value = match at.place.view {
        View::Object(members) => members.get(tag),
        _ => None,
    };
    let found = value.map(|value| violation(schema, at.applicator, &at.place.child(Step::Name, value), String::new()));
    Violation { found: found.map_or(whole.found, |tagged| tagged.found), ..whole }
}

/// What rules a schema out for a value, without asking more than types and tags.
fn mismatch(schema: &'static Schema, place: &Place<'_>) -> Option<Mismatch> {
    let keywords = || looked_through(schema).into_iter().flat_map(|schema| schema.keywords);
    let is_other_type = keywords().any(|keyword| match keyword {
        Keyword::Type(types) => !types.includes(place.view),
        _ => false,
    });
    if is_other_type {
        return Some(Mismatch::Type);
    }
    let View::Object(members) = place.view else { return None };
    let is_required =
        |name| keywords().any(|keyword| matches!(keyword, Keyword::Required(names) if names.contains(&name)));
    tags(schema).into_iter().find_map(|(name, values)| {
        let is_ruled_out = match members.get(name) {
            Some(value) => {
                let value = place.child(Step::Member(name), value);
                !values.iter().any(|allowed| is_constant(&value, allowed))
            }
            None => is_required(name),
        };
        is_ruled_out.then_some(Mismatch::Tag(name))
    })
}

/// Whether a value has all members that a schema requires.
fn has_required(schema: &'static Schema, place: &Place<'_>) -> bool {
    let View::Object(members) = place.view else { return true };
    looked_through(schema).into_iter().flat_map(|schema| schema.keywords).all(|keyword| match keyword {
        Keyword::Required(names) => names.iter().all(|name| members.get(name).is_some()),
        _ => true,
    })
}

/// The members of which a schema says what values they have.
fn tags(schema: &'static Schema) -> Vec<(&'static str, &'static [Constant])> {
    let mut tags = Vec::new();
    for keyword in looked_through(schema).into_iter().flat_map(|schema| schema.keywords) {
        if let Keyword::Properties { named, .. } = keyword {
            tags.extend(named.iter().filter_map(|(name, member)| Some((*name, allowed_values(member)?))));
        }
    }
    tags
}

fn tag_values(schema: &'static Schema, tag: &str) -> Option<&'static [Constant]> {
    tags(schema).into_iter().find(|(name, _)| *name == tag).map(|(_, values)| values)
}

fn allowed_values(schema: &'static Schema) -> Option<&'static [Constant]> {
    looked_through(schema).into_iter().flat_map(|schema| schema.keywords).find_map(|keyword| match keyword {
        Keyword::Const(value) => Some(std::slice::from_ref(value)),
        Keyword::Enum(values) => Some(*values),
        _ => None,
    })
}

/// A schema and those that must hold with it: through references and `allOf`, as far as it is likely to matter.
fn looked_through(schema: &'static Schema) -> Vec<&'static Schema> {
    let mut schemas = vec![schema];
    let mut place = 0;
    while let Some(schema) = schemas.get(place) {
        for keyword in schema.keywords {
            match keyword {
                Keyword::Ref(target) => schemas.push(target),
                Keyword::AllOf(branches) => schemas.extend(*branches),
                _ => {}
            }
        }
        place += 1;
        if schemas.len() > LOOK_THROUGH_LIMIT {
            break;
        }
    }
    schemas
}
