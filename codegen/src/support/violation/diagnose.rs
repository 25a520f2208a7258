//! The slow path after typed reading has failed: it reads the text again, as any JSON, to say all that is wrong.

use super::super::json::Json;
use super::super::read::{self, ReadError};
use super::super::schema::Schema;
use super::super::validate::{marks_anything, violations};
use super::positions::locate;
use super::{Error, Violation};

/// Why a text could not be read as the type of a schema.
///
/// ```
/// use codegen::support::read;
/// use codegen::support::schema::{Keyword, Resource, Schema, Types};
/// use codegen::support::violation::diagnose;
///
/// static RESOURCE: Resource = Resource { uri: "https://example.org/n", dynamic_anchors: &[] };
/// static NUMBER: Schema =
///     Schema { location: "https://example.org/n#", resource: &RESOURCE, keywords: &[Keyword::Type(Types::NUMBER)] };
///
/// let text = "\n  true";
/// let failure = read::from_str::<f64>(text).unwrap_err();
/// let error = diagnose(text, &NUMBER, &failure);
/// assert_eq!(error.to_string(), "(root) (line 2, column 3): type: expected a number, found true");
/// ```
#[must_use]
pub fn diagnose(text: &str, schema: &'static Schema, failure: &ReadError) -> Error {
    let json: Json = match read::from_str(text) {
        Ok(json) => json,
        Err(failure) => return unreadable(text, schema, &failure),
    };
    let mut violations = violations(schema, &json);
    if violations.is_empty() {
        violations.push(disagreement(text, schema, failure));
    } else {
        locate(text, &mut violations);
    }
    Error::new(violations)
}

/// What is wrong with a text that is no JSON; where that would be a part of something sensitive, nobody can tell.
fn unreadable(text: &str, schema: &'static Schema, failure: &ReadError) -> Error {
    let error = Error::syntax(text, failure);
    if marks_anything(schema) { error.hiding_found() } else { error }
}

/// The type refuses what its schema accepts: a mistake in the generated code, which must not pass for success.
fn disagreement(text: &str, schema: &'static Schema, failure: &ReadError) -> Violation {
    let (line, column) = read::line_column(text, failure.offset());
    Violation {
        pointer: read::pointer_at(text, failure.offset()),
        line: Some(line),
        column: Some(column),
        keyword: "internal",
        schema_location: schema.location.to_owned(),
        expected: "a value that the generated type accepts, as its schema does".to_owned(),
        found: failure.to_string(),
        ..Violation::default()
    }
}
