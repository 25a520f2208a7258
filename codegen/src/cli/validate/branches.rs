//! Of alternatives that all refuse a value, the one that it was meant for.
//!
//! A list of every branch's complaints helps nobody. Where types, tags (members with `const` or `enum`) or required members
//! that are not there rule out all branches but one, that one's complaints count; where types and tags rule out all, the
//! values that they allow.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::Value;

use codegen::pointer;

use super::finding::{Finding, add_useful, finding};
use super::words;

/// What rules a branch out.
#[derive(Clone)]
enum Mismatch<'e> {
    Type,
    Tag(String, &'e Kind),
}

type Branches<'e> = [Vec<ValidationError<'e>>];

/// Whether an error of this kind is about a member that tells branches apart.
type IsTag = fn(&Kind) -> bool;

/// Adds what there is to say about a value that no branch accepts.
pub(super) fn add(error: &ValidationError<'_>, branches: &Branches<'_>, findings: &mut Vec<Finding>) {
    let base = error.instance_path().as_str();
    let mismatches = mismatches(branches, base);
    let candidates = candidates(branches, &mismatches);
    let is_complete = |branch: &Vec<ValidationError<'_>>| branch.iter().all(|error| missing(error, base).is_none());
    // Members that are not there say nothing where a tag has a value of no branch.
    let is_untagged = shared_tag(&mismatches).is_none();
    let complete: Vec<_> = candidates.iter().copied().filter(|branch| is_untagged && is_complete(branch)).collect();
    let meant: Vec<&ValidationError<'_>> = match (candidates.as_slice(), complete.as_slice()) {
        ([meant], _) | (_, [meant]) => meant.iter().collect(),
        (several, _) => shared_complaints(several, base),
    };
    for error in &meant {
        add_useful(error, findings);
    }
    if !meant.is_empty() {
        return;
    }
    findings.push(match (shared_tag(&mismatches), shared_lack(&candidates, base)) {
        (Some((tag, allowed)), _) => unknown_tag(error, &tag, allowed),
        (None, Some(name)) => finding(error, format!("the member `{name}`")),
        (None, None) if candidates.is_empty() => alternatives(error, &branches.iter().collect::<Vec<_>>()),
        (None, None) => alternatives(error, &candidates),
    });
}

/// The branches that nothing rules out, or else those of which at least the type fits.
fn candidates<'b, 'e>(
    branches: &'b Branches<'e>,
    mismatches: &[Option<Mismatch<'_>>],
) -> Vec<&'b Vec<ValidationError<'e>>> {
    let pairs = || branches.iter().zip(mismatches);
    let fitting: Vec<_> = pairs().filter(|(_, mismatch)| mismatch.is_none()).map(|(branch, _)| branch).collect();
    if !fitting.is_empty() {
        return fitting;
    }
    let is_tagged = |mismatch: &Option<Mismatch<'_>>| !matches!(mismatch, Some(Mismatch::Type));
    pairs().filter(|(_, mismatch)| is_tagged(mismatch)).map(|(branch, _)| branch).collect()
}

/// What all branches say of a value within: whichever was meant, that must be mended.
fn shared_complaints<'e, 'i>(branches: &[&'e Vec<ValidationError<'i>>], base: &str) -> Vec<&'e ValidationError<'i>> {
    let Some((first, others)) = branches.split_first() else { return Vec::new() };
    let is_same = |one: &ValidationError<'_>, other: &ValidationError<'_>| {
        one.instance_path() == other.instance_path()
            && one.kind().keyword() == other.kind().keyword()
            && words::expected(one.kind()).is_some_and(|words| Some(words) == words::expected(other.kind()))
    };
    let within = first.iter().filter(|error| error.instance_path().as_str() != base);
    within.filter(|error| others.iter().all(|branch| branch.iter().any(|other| is_same(error, other)))).collect()
}

/// The member that all branches miss: nothing can tell which one was meant before it is there.
fn shared_lack<'e>(branches: &[&'e Vec<ValidationError<'_>>], base: &str) -> Option<&'e str> {
    let (first, others) = branches.split_first()?;
    let lacks = |branch: &[ValidationError<'_>], name| branch.iter().any(|error| missing(error, base) == Some(name));
    let mut names = first.iter().filter_map(|error| missing(error, base));
    names.find(|name| others.iter().all(|branch| lacks(branch, name)))
}

fn mismatches<'e>(branches: &'e Branches<'_>, base: &str) -> Vec<Option<Mismatch<'e>>> {
    let by_tag = |is_tag: IsTag| branches.iter().map(|branch| mismatch(branch, base, is_tag)).collect::<Vec<_>>();
    let is_told = |mismatches: &[Option<Mismatch<'_>>]| mismatches.iter().any(|mismatch| is_tagged(mismatch.as_ref()));
    // A member with several values tells branches apart only where none has a single one.
    let by_constant = by_tag(|kind| matches!(kind, Kind::Constant { .. }));
    let mut mismatches = if is_told(&by_constant) {
        by_constant
    } else {
        by_tag(|kind| matches!(kind, Kind::Constant { .. } | Kind::Enum { .. }))
    };
    let tags: Vec<(String, &Kind)> = mismatches
        .iter()
        .filter_map(|mismatch| match mismatch {
            Some(Mismatch::Tag(name, kind)) => Some((name.clone(), *kind)),
            _ => None,
        })
        .collect();
    // A branch that lacks a member by which others were told apart is ruled out as well.
    for (branch, mismatch) in branches.iter().zip(&mut mismatches).filter(|(_, mismatch)| mismatch.is_none()) {
        let lacks = |name: &str| branch.iter().any(|error| missing(error, base) == Some(name));
        *mismatch = tags.iter().find(|(name, _)| lacks(name)).map(|(name, kind)| Mismatch::Tag(name.clone(), kind));
    }
    mismatches
}

fn is_tagged(mismatch: Option<&Mismatch<'_>>) -> bool {
    matches!(mismatch, Some(Mismatch::Tag(..)))
}

/// What rules a branch out, of its errors about the value itself and its members.
fn mismatch<'e>(branch: &'e [ValidationError<'_>], base: &str, is_tag: IsTag) -> Option<Mismatch<'e>> {
    let is_type = |error: &ValidationError<'_>| {
        matches!(error.kind(), Kind::Type { .. }) && error.instance_path().as_str() == base
    };
    if branch.iter().any(is_type) {
        return Some(Mismatch::Type);
    }
    branch.iter().find_map(|error| {
        let place = error.instance_path().as_str();
        match error.kind() {
            kind if is_tag(kind) => {
                let (_, name) = pointer::parent(place).filter(|(object, _)| *object == base)?;
                Some(Mismatch::Tag(name.into_owned(), kind))
            }
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } if place == base => {
                let mut inner = context.iter().map(|branch| mismatch(branch, base, is_tag));
                let first = inner.next()??;
                inner.all(|mismatch| mismatch.is_some()).then_some(first)
            }
            _ => None,
        }
    })
}

/// The member that an error about the value at `base` misses.
fn missing<'e>(error: &'e ValidationError<'_>, base: &str) -> Option<&'e str> {
    match error.kind() {
        Kind::Required { property } if error.instance_path().as_str() == base => property.as_str(),
        _ => None,
    }
}

/// The one tag that rules out all branches whose type fits, and the values that they allow.
fn shared_tag<'e>(mismatches: &[Option<Mismatch<'e>>]) -> Option<(String, Vec<&'e Kind>)> {
    let mut shared: Option<String> = None;
    let mut allowed = Vec::new();
    for mismatch in mismatches {
        match (mismatch, &shared) {
            (Some(Mismatch::Type), _) => {}
            (Some(Mismatch::Tag(name, kind)), None) => {
                shared = Some(name.clone());
                allowed.push(*kind);
            }
            (Some(Mismatch::Tag(name, kind)), Some(tag)) if name == tag => allowed.push(*kind),
            _ => return None,
        }
    }
    shared.map(|tag| (tag, allowed))
}

fn unknown_tag(error: &ValidationError<'_>, tag: &str, allowed: Vec<&Kind>) -> Finding {
    let values = allowed.into_iter().flat_map(|kind| match kind {
        Kind::Constant { expected_value } => vec![words::json(expected_value)],
        Kind::Enum { options } => options.as_array().into_iter().flatten().map(words::json).collect(),
        _ => Vec::new(),
    });
    let expected = format!("the member `{tag}` to be {}", words::list(values, "or"));
    let found = error.instance().get(tag).map(|value: &Value| words::json(value));
    Finding { found, ..finding(error, expected) }
}

/// What the branches ask for, if each has just one thing to say about this very value.
fn alternatives(error: &ValidationError<'_>, branches: &[&Vec<ValidationError<'_>>]) -> Finding {
    let base = error.instance_path().as_str();
    let phrase = |branch: &&Vec<ValidationError<'_>>| match branch.as_slice() {
        [only] if only.instance_path().as_str() == base => words::expected(only.kind()),
        _ => None,
    };
    let phrases: Option<Vec<String>> = branches.iter().map(phrase).collect();
    let expected = phrases.map(|mut phrases| {
        phrases.dedup();
        words::list(phrases, "or")
    });
    let one_of_many = || format!("a value that is valid against one of {} schemas", branches.len());
    finding(error, expected.unwrap_or_else(one_of_many))
}
