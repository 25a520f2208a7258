//! From a document to its violations, each with its place in the file.

use jsonschema::Validator;

use codegen::source::{Source, Value};
use codegen::support::Json;
use codegen::support::instance::excerpt;
use codegen::support::read;
use codegen::support::violation::Error;

use super::documents::Document;
use super::finding::{Finding, add_useful};
use super::violation::Violation;

/// The longest value shown as found, in characters.
const FOUND_LIMIT: usize = 80;

/// All violations of a document, in document order.
///
/// What is no JSON, or repeats a member, is found by the reader that generated types use.
pub(super) fn violations(document: &Document<'_>, validator: &Validator) -> Vec<Violation> {
    let text = match std::str::from_utf8(document.bytes) {
        Ok(text) => text,
        Err(error) => return unreadable(document, &Error::utf8(document.bytes, error)),
    };
    let json: Json = match read::from_str(text) {
        Ok(json) => json,
        Err(failure) => return unreadable(document, &Error::syntax(text, &failure)),
    };
    let instance = serde_json::Value::from(json);
    if validator.is_valid(&instance) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for error in validator.iter_errors(&instance) {
        add_useful(&error, &mut findings);
    }
    located(document, text, findings)
}

fn unreadable(document: &Document<'_>, error: &Error) -> Vec<Violation> {
    let violations = error.violations().iter().map(|violation| Violation {
        file: document.file.to_owned(),
        line: line(document, violation.line().unwrap_or(1)),
        column: violation.column().unwrap_or(1),
        pointer: violation.pointer().to_owned(),
        keyword: violation.keyword().to_owned(),
        schema: None,
        expected: violation.expected().to_owned(),
        found: violation.found().to_owned(),
    });
    violations.collect()
}

/// Finds out where in the text the violations are, and puts them in that order.
fn located(document: &Document<'_>, text: &str, findings: Vec<Finding>) -> Vec<Violation> {
    // The text has been read once, so this cannot fail; without positions the violations still count.
    let source = Source::parse(document.file, "", text).ok();
    let mut located: Vec<(usize, Violation)> =
        findings.into_iter().map(|finding| locate(document, source.as_ref(), finding)).collect();
    located.sort_by(|one, other| key(one).cmp(&key(other)));
    // A document that breaks the same rule of two subschemas has one thing to mend.
    located.dedup_by(|one, other| key(one) == key(other));
    located.into_iter().map(|(_, violation)| violation).collect()
}

/// What orders violations: their place, and what is wrong there, the type first of all.
fn key((offset, violation): &(usize, Violation)) -> impl Ord + '_ {
    let Violation { pointer, keyword, expected, .. } = violation;
    (*offset, pointer, keyword != "type", keyword, expected)
}

fn locate(document: &Document<'_>, source: Option<&Source>, finding: Finding) -> (usize, Violation) {
    let named = finding.name_at.as_deref().and_then(|pointer| source?.at(pointer)?.name_span());
    let value = source.and_then(|source| source.at(&finding.pointer));
    let offset = named.or_else(|| value.map(Value::span)).map_or(0, |span| span.start);
    let (first, column) = source.map_or((1, 1), |source| source.line_column(offset));
    let found = finding.found.or_else(|| value.map(|value| excerpt(value.json(), FOUND_LIMIT)));
    let violation = Violation {
        file: document.file.to_owned(),
        line: line(document, first),
        column,
        pointer: finding.pointer,
        keyword: finding.keyword,
        schema: finding.schema,
        expected: finding.expected,
        found: found.unwrap_or_default(),
    };
    (offset, violation)
}

/// The line of the file that is the line of the document.
fn line(document: &Document<'_>, line: usize) -> usize {
    document.line.saturating_add(line).saturating_sub(1)
}
