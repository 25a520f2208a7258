//! Whether a subschema is what its dialect's metaschema says a schema is.
//!
//! Each subschema is checked by itself, with its own subschemas left out: that finds the same mistakes as checking the
//! document as a whole, but knows the dialect of embedded resources, needs no deep stack, and also covers what only
//! becomes a schema by being referred to. The `jsonschema` crate judges; the table of keywords knows what to say.

mod advice;
mod embedded;
mod own;
mod shallow;

use std::collections::BTreeMap;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use jsonschema::meta::MetaValidator;

use crate::diagnostic::Diagnostic;
use crate::dialect::{Dialect, Draft};
use crate::pointer;
use crate::source::Value;
use crate::support::Json;

use self::advice::advice;

pub(crate) use self::embedded::embedded;
pub(crate) use self::own::check_by_own;
pub(crate) use self::shallow::depth_exceeds;

/// How many characters of a value a message quotes.
const QUOTED: usize = 60;

/// Checks one subschema, which stands at `pointer`.
pub(crate) fn check(value: Value<'_>, pointer: &str, dialect: Dialect) -> Vec<Diagnostic> {
    let Json::Object(_) = value.json() else { return Vec::new() };
    let schema = shallow::copy(value, dialect);
    let validator = validator(dialect.draft());
    let mut violations: BTreeMap<String, String> = not_in_draft_4(value, dialect.draft()).collect();
    if !validator.is_valid(&schema) {
        let place = |error: ValidationError<'_>| (error.instance_path().as_str().to_owned(), message(&error));
        violations.extend(validator.iter_errors(&schema).filter(is_structural).map(place));
    }
    violations.iter().map(|(place, error)| invalid(value, pointer, place, error, dialect)).collect()
}

/// What draft 4's metaschema forgets to ask of the keywords that its specification defines.
fn not_in_draft_4(value: Value<'_>, draft: Draft) -> impl Iterator<Item = (String, String)> {
    let keywords = if draft == Draft::Draft4 { ["$ref", "format"].as_slice() } else { &[] };
    let is_wrong = move |keyword: &&&str| value.get(keyword).is_some_and(|value| value.as_str().is_none());
    keywords.iter().filter(is_wrong).map(|keyword| (format!("/{keyword}"), String::new()))
}

/// What to say of a violation of the subschema as a whole. Draft 4's flags need the bound that they are about.
fn message(error: &ValidationError<'_>) -> String {
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            format!("`{name}` is missing, and the flag beside it means nothing without it")
        }
        _ => error.to_string(),
    }
}

fn validator(draft: Draft) -> MetaValidator<'static> {
    match draft {
        Draft::Draft4 => jsonschema::draft4::meta::validator(),
        Draft::Draft6 => jsonschema::draft6::meta::validator(),
        Draft::Draft7 => jsonschema::draft7::meta::validator(),
        Draft::Draft201909 => jsonschema::draft201909::meta::validator(),
        Draft::Draft202012 => jsonschema::draft202012::meta::validator(),
    }
}

/// Whether patterns are regular expressions and references lead somewhere is decided where they are used.
fn is_structural(error: &ValidationError<'_>) -> bool {
    !matches!(error.kind(), ValidationErrorKind::Format { .. })
}

/// The diagnostic for a violation at `place` within the subschema at `pointer`.
fn invalid(value: Value<'_>, pointer: &str, place: &str, error: &str, dialect: Dialect) -> Diagnostic {
    let source = value.source();
    let pointer = format!("{pointer}{place}");
    let mut tokens = pointer::tokens(place);
    let name = tokens.next().unwrap_or_default();
    let Some(keyword) = dialect.keyword(&name) else {
        return Diagnostic::error("invalid-schema", error).at_value(source, &pointer);
    };
    let found = quote(source.nearest(&pointer));
    let message = match tokens.next() {
        None => format!("`{name}` must be {}, not `{found}`", keyword.expects),
        Some(_) => format!("`{name}` must be {}, which `{found}` does not fit", keyword.expects),
    };
    let diagnostic = if keyword.is_only_annotation() {
        Diagnostic::warning("invalid-annotation", message)
    } else {
        Diagnostic::error("invalid-schema", message)
    };
    let diagnostic = diagnostic.at_value(source, &pointer);
    match advice(keyword, source.nearest(&pointer).json(), dialect.draft()) {
        Some(advice) => diagnostic.with_help(advice),
        None => diagnostic,
    }
}

/// The beginning of a value's text, on one line.
fn quote(value: Value<'_>) -> String {
    let words: Vec<&str> = value.text().split_whitespace().take(QUOTED).collect();
    let line = words.join(" ");
    if line.chars().count() <= QUOTED { line } else { line.chars().take(QUOTED).chain(['…']).collect() }
}
