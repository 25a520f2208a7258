//! What holds for a document that a type accepts: it comes back as it went in, whichever way it goes.

use codegen::support::Json;

use super::document::Document;
use super::exactness;
use super::pointer;
use super::spelling;
use super::subject::Accepted;
use super::tree::Tree;
use super::trial::{Disagreement, Trial};

/// In how many of a document's objects a member is repeated, to see it refused.
const REPEATED: usize = 3;

/// Checks everything about an accepted document.
pub(crate) fn check(trial: &Trial<'_>, document: &Document, value: &dyn Accepted) -> Result<(), Disagreement> {
    let fail = |what: String| trial.disagreement(document, what);
    same(&document.tree, &value.to_json()).map_err(|what| fail(format!("through from_json and to_json: {what}")))?;
    value.validate().map_err(|error| fail(format!("validate() refuses what from_json() accepted: {error}")))?;
    let violations = (trial.subject.violations)(&document.text).map_err(&fail)?;
    if let Some(violation) = violations.first() {
        return Err(fail(format!("its compiled schema refuses what from_json() accepts: {violation}")));
    }
    through_serde_json(trial, document).map_err(&fail)?;
    in_reverse(trial, document).map_err(&fail)?;
    built(trial, document).map_err(&fail)?;
    repeated(trial, document).map_err(&fail)
}

/// Whether `written` says the same as the document.
fn same(tree: &Tree, text: &str) -> Result<(), String> {
    let json: Json = text.parse().map_err(|error| format!("it writes {text}, which is no JSON: {error}"))?;
    if json == tree.to_json() { Ok(()) } else { Err(format!("it gives back {text}")) }
}

fn through_serde_json(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    if !exactness::fits(&document.tree) {
        return Ok(());
    }
    let value = (trial.subject.from_text)(&document.text).map_err(|error| format!("serde_json::from_str: {error}"))?;
    same(&document.tree, &value.to_text()?).map_err(|what| format!("through serde_json's text: {what}"))?;
    let whole = serde_json::from_str(&document.text).map_err(|error| error.to_string())?;
    let value = (trial.subject.from_value)(&whole).map_err(|error| format!("serde_json::from_value: {error}"))?;
    let written = value.to_value()?.to_string();
    same(&document.tree, &written).map_err(|what| format!("through serde_json's value: {what}"))
}

/// The order of members means nothing, so a tag that came first may come last.
fn in_reverse(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    let text = spelling::plain(&document.tree.reversed());
    let value = (trial.subject.from_json)(&text)
        .map_err(|error| format!("it refuses the same members in reverse order: {error}"))?;
    same(&document.tree, &value.to_json()).map_err(|what| format!("with its members in reverse order {what}"))?;
    if !exactness::fits(&document.tree) {
        return Ok(());
    }
    let value = (trial.subject.from_text)(&text)
        .map_err(|error| format!("serde_json::from_str refuses the same members in reverse order: {error}"))?;
    same(&document.tree, &value.to_text()?).map_err(|what| format!("with its members in reverse order {what}"))
}

fn built(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    let Some(build) = trial.subject.build else { return Ok(()) };
    let value = build(&spelling::members(&document.tree))
        .map_err(|error| format!("its builder refuses the members: {error}"))?;
    same(&document.tree, &value.to_json()).map_err(|what| format!("built from the members {what}"))
}

/// Two readers of a document that repeats a member could see two documents (RFC 7493 §2.3).
fn repeated(trial: &Trial<'_>, document: &Document) -> Result<(), String> {
    let places = document.tree.places().into_iter();
    let objects = places.filter(|(_, tree)| !tree.members().is_empty());
    for (place, object) in objects.take(REPEATED) {
        let again = object.members().iter().chain(object.members().first()).cloned().collect();
        let text = spelling::plain(&document.tree.with(&place, Tree::Object(again)));
        match (trial.subject.from_json)(&text) {
            Ok(_) => return Err(format!("it accepts a repeated member at {place:?}: {text}")),
            Err(error) => is_repetition(&place, object, &error)?,
        }
        if (trial.subject.from_text)(&text).is_ok() {
            return Err(format!("through serde_json it accepts a repeated member at {place:?}: {text}"));
        }
    }
    Ok(())
}

fn is_repetition(place: &str, object: &Tree, error: &contracts::Error) -> Result<(), String> {
    let member = object.members().first().map(|(name, _)| pointer::join(place, name));
    let names_member = |violation: &contracts::Violation| {
        violation.keyword() == "repeated-member"
            && (violation.pointer() == place || Some(violation.pointer()) == member.as_deref())
    };
    let is_named = error.violations().iter().any(names_member);
    if is_named { Ok(()) } else { Err(format!("a repeated member at {place:?} is called {error}")) }
}
