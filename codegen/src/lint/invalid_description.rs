//! `invalid-description`: An API description has the members that the OpenAPI Specification defines.
//!
//! `schemas/openapi.json` says in JSON Schema what its sections say of their fixed fields. Schema Objects are left out,
//! which the generator checks by their dialect's metaschema.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value as Instance;

use crate::diagnostic::{Diagnostic, Severity};
use crate::pointer;
use crate::rules::{Group, Rule};
use crate::source::{Source, Value};

use super::Lint;
use super::descriptions::descriptions;
use super::subject::Subject;

const ID: &str = "invalid-description";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Error,
        summary: "An API description has the members that the OpenAPI Specification defines.",
        why: "Other tools pass over what they do not know, or refuse the description as a whole.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders" }, "paths": {} }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {} }"#,
    },
    check,
};

const SCHEMA: &str = include_str!("../../schemas/openapi.json");

/// The versions that the schema describes.
const VERSION: &str = "3.1.";

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        let Some(validator) = validator(source) else { continue };
        let instance = source.json().clone().into();
        found.extend(validator.iter_errors(&instance).map(|error| finding(source, &error)));
    }
}

fn validator(source: &Source) -> Option<Validator> {
    let version = source.root().get("openapi").and_then(Value::as_str)?;
    let schema: Instance = version.starts_with(VERSION).then(|| serde_json::from_str(SCHEMA).ok())??;
    jsonschema::validator_for(&schema).ok()
}

/// An unexpected member is to blame itself, and everything else as a whole.
fn finding(source: &Source, error: &ValidationError<'_>) -> Diagnostic {
    let place = error.instance_path().as_str();
    let place = match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
            unexpected.first().map_or_else(|| place.to_owned(), |name| pointer::join(place, &[name]))
        }
        _ => place.to_owned(),
    };
    let message = error.masked_with("the value").to_string();
    Diagnostic::error(ID, message).at_name(source, &place)
}
