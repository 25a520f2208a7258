//! One example file: accepted as it is, or refused for the reason in the sidecar beside it.

use std::fs;
use std::path::Path;

use codegen::support::Json;

use super::document::Document;
use super::finding::Finding;
use super::trial::Trial;
use super::world::REPOSITORY;

/// A test of an example, for the type that it is an example of.
pub(crate) type Test = fn(&Trial<'_>, &str) -> Result<(), String>;

/// Checks that an example is valid and comes back as it is.
pub(crate) fn is_accepted(trial: &Trial<'_>, path: &str) -> Result<(), String> {
    let example = Document::read(path)?;
    if let Err(error) = (trial.subject.from_json)(&example.text) {
        let places: Vec<String> = error.violations().iter().map(|violation| placed(path, violation)).collect();
        return Err(format!("{} refuses its example:\n{}", trial.subject.path, places.join("\n")));
    }
    trial.agree(&example).map_err(|disagreement| disagreement.to_string())
}

/// Checks that an example is refused, and for the reason in its sidecar.
pub(crate) fn is_refused(trial: &Trial<'_>, path: &str) -> Result<(), String> {
    let example = Document::read(path)?;
    let reason = sidecar(path)?;
    let Err(error) = (trial.subject.from_json)(&example.text) else {
        return Err(format!("{path}: {} accepts it, though it breaks {reason}", trial.subject.path));
    };
    let is_reason = |violation: &contracts::Violation| {
        violation.pointer() == reason.pointer && violation.keyword() == reason.keyword
    };
    if !error.violations().iter().any(is_reason) {
        return Err(format!("{path}: {} should name {reason}, but says {error}", trial.subject.path));
    }
    trial.agree(&example).map_err(|disagreement| disagreement.to_string())
}

/// A violation as compilers write it, so that an editor finds the place.
fn placed(path: &str, violation: &contracts::Violation) -> String {
    let (line, column) = (violation.line().unwrap_or(1), violation.column().unwrap_or(1));
    format!("{path}:{line}:{column}: {violation}")
}

fn sidecar(path: &str) -> Result<Finding, String> {
    let path = path.replace(".json", ".violation.json");
    let text = fs::read_to_string(Path::new(REPOSITORY).join(&path)).map_err(|error| format!("{path}: {error}"))?;
    let json: Json = text.parse().map_err(|error| format!("{path}: {error}"))?;
    let member = |name| json.get(name).and_then(Json::as_str).ok_or_else(|| format!("{path}: `{name}` is missing"));
    Ok(Finding::new(member("pointer")?, member("keyword")?))
}
