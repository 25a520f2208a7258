//! What holds for a document that a type refuses: every way in is closed, and the error says what the judge says.

use std::collections::BTreeSet;

use codegen::support::Json;
use contracts::{Error, Violation};
use serde_json::Value;

use super::document::Document;
use super::exactness::{self, stand_in};
use super::finding::{self, Finding};
use super::pointer;
use super::spelling;
use super::tree::Tree;
use super::trial::{Disagreement, Trial};

/// Checks everything about a refused document.
pub(crate) fn check(trial: &Trial<'_>, document: &Document, judged: &Value, error: &Error) -> Result<(), Disagreement> {
    let fail = |what: String| trial.disagreement(document, what);
    closed(trial, document).map_err(&fail)?;
    not_built(trial, document).map_err(&fail)?;
    named(error.violations(), &finding::judged(&trial.validator, judged)).map_err(&fail)?;
    let violations = (trial.subject.violations)(&document.text).map_err(&fail)?;
    if findings(&violations) != findings(error.violations()) {
        return Err(fail(format!("its compiled schema finds {}", listed(&findings(&violations)))));
    }
    if !exactness::fits(&document.tree) {
        return Ok(());
    }
    error.violations().iter().try_for_each(|violation| placed(document, violation)).map_err(&fail)
}

/// No other reader takes the document.
fn closed(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    if (trial.subject.from_json)(&spelling::plain(&document.tree.reversed())).is_ok() {
        return Err("it accepts the same members in reverse order".to_owned());
    }
    if !exactness::fits(&document.tree) {
        return Ok(());
    }
    if (trial.subject.from_text)(&document.text).is_ok() {
        return Err("it accepts through serde_json::from_str what from_json() refuses".to_owned());
    }
    let whole = serde_json::from_str(&document.text).map_err(|error| error.to_string())?;
    if (trial.subject.from_value)(&whole).is_ok() {
        return Err("it accepts through serde_json::from_value what from_json() refuses".to_owned());
    }
    Ok(())
}

/// A builder may add what is constant, but what it builds is valid.
fn not_built(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    let (Some(build), Tree::Object(_)) = (trial.subject.build, &document.tree) else { return Ok(()) };
    let Ok(value) = build(&spelling::members(&document.tree)) else { return Ok(()) };
    let text = value.to_json();
    let json: Json = text.parse().map_err(|error| format!("its builder makes {text}, which is no JSON: {error}"))?;
    if trial.validator.is_valid(&stand_in(&Tree::from(&json))) {
        return Ok(());
    }
    Err(format!("its builder makes {text}, which its schema refuses"))
}

/// Every violation is one that the judge names too.
fn named(violations: &[Violation], judged: &BTreeSet<Finding>) -> Result<(), String> {
    let found = findings(violations);
    let strays: BTreeSet<Finding> = found.difference(judged).cloned().collect();
    if found.is_empty() || !strays.is_empty() {
        return Err(format!("it names {}, the judge names {}", listed(&found), listed(judged)));
    }
    Ok(())
}

fn findings(violations: &[Violation]) -> BTreeSet<Finding> {
    violations.iter().map(|violation| Finding::new(violation.pointer(), violation.keyword())).collect()
}

/// Findings as text.
pub(crate) fn listed(findings: &BTreeSet<Finding>) -> String {
    let findings: Vec<String> = findings.iter().map(Finding::to_string).collect();
    if findings.is_empty() { "nothing".to_owned() } else { findings.join(", ") }
}

fn placed(document: &Document, violation: &Violation) -> Result<(), String> {
    let (line, column) = violation.line().zip(violation.column()).ok_or_else(|| format!("no place: {violation}"))?;
    stands_at(document, violation.pointer(), line, column).map_err(|what| format!("{what}: {violation}"))
}

/// Whether at a line and column stands the value that `pointer` leads to, or the name of the member.
pub(crate) fn stands_at(document: &Document, pointer: &str, line: usize, column: usize) -> Result<(), String> {
    let rest = rest_at(&document.text, line, column);
    let json = rest.and_then(first_value).ok_or_else(|| format!("nothing stands at line {line}, column {column}"))?;
    let is_value = document.tree.at(pointer).is_some_and(|value| value.to_json() == json);
    let is_name = json.as_str().is_some_and(|name| is_member(document, pointer, name));
    if is_value || is_name { Ok(()) } else { Err(format!("at line {line}, column {column} stands {json}")) }
}

/// Whether `pointer` is a member called `name`, or an object that has one.
fn is_member(document: &Document, pointer: &str, name: &str) -> bool {
    let object = document.tree.at(pointer);
    pointer::tokens(pointer).last().is_some_and(|token| token == name)
        || object.is_some_and(|object| object.member(name).is_some())
}

fn rest_at(text: &str, line: usize, column: usize) -> Option<&str> {
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(before..)?;
    let (offset, _) = rest.char_indices().nth(column.checked_sub(1)?)?;
    rest.get(offset..)
}

/// The value that a text begins with.
fn first_value(text: &str) -> Option<Json> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    values.next()?.ok()?;
    text.get(..values.byte_offset())?.parse().ok()
}
