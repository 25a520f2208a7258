//! From a document to its violations, each with its place in the file.

use jsonschema::Validator;

use codegen::diagnostic::{Diagnostic, Mismatch};
use codegen::sensitive::{self, Marks};
use codegen::source::{Source, Value};
use codegen::support::Json;
use codegen::support::instance::excerpt;
use codegen::support::read;
use codegen::support::violation::Error;

use super::documents::Document;
use super::finding::{Finding, add_useful};

/// The longest value shown as found, in characters.
const FOUND_LIMIT: usize = 80;

/// All violations of a document, in document order.
///
/// What is no JSON, or repeats a member, is found by the reader that generated types use. `marks` says what must not be
/// shown of the document.
pub(in crate::cli) fn violations(
    document: &Document<'_>,
    validator: &Validator,
    marks: Option<Marks<'_>>,
) -> Vec<Diagnostic> {
    let text = match std::str::from_utf8(document.bytes) {
        Ok(text) => text,
        Err(error) => return unreadable(document, &Error::utf8(document.bytes, error)),
    };
    let json: Json = match read::from_str(text) {
        Ok(json) => json,
        Err(failure) => {
            let error = Error::syntax(text, &failure);
            // Where it would be a part of something sensitive, nobody can tell.
            let is_shown = !marks.is_some_and(Marks::are_any);
            return unreadable(document, &if is_shown { error } else { error.hiding_found() });
        }
    };
    let instance = serde_json::Value::from(json.clone());
    if validator.is_valid(&instance) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for error in validator.iter_errors(&instance) {
        add_useful(&error, &mut findings);
    }
    let places = marks.map(|marks| marks.places(&json)).unwrap_or_default();
    for finding in findings.iter_mut().filter(|finding| sensitive::is_hidden(&finding.pointer, &places)) {
        finding.found = Some(sensitive::NOT_SHOWN.to_owned());
        if finding.keyword == "unevaluatedItems" {
            // What else is expected is of the schema; this would list the items.
            "no items that nothing has evaluated".clone_into(&mut finding.expected);
        }
    }
    located(document, text, findings)
}

fn unreadable(document: &Document<'_>, error: &Error) -> Vec<Diagnostic> {
    let text = String::from_utf8_lossy(document.bytes);
    let violations = error.violations().iter().map(|violation| {
        let (line, column) = (violation.line().unwrap_or(1), violation.column().unwrap_or(1));
        let mismatch = Mismatch {
            keyword: violation.keyword().to_owned(),
            schema: None,
            expected: violation.expected().to_owned(),
            found: violation.found().to_owned(),
        };
        let at = offset(&text, line, column);
        let diagnostic = Diagnostic::mismatch(mismatch).at_text(document.file, &text, at..at);
        in_file(document, diagnostic.with_pointer(violation.pointer()))
    });
    violations.collect()
}

/// The byte where a column of a line begins.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(line.saturating_sub(1)).map(str::len).sum();
    let within = lines.skip(line.saturating_sub(1)).flat_map(str::chars).take(column.saturating_sub(1));
    before.saturating_add(within.map(char::len_utf8).sum())
}

/// Finds out where in the text the violations are, and puts them in that order.
fn located(document: &Document<'_>, text: &str, findings: Vec<Finding>) -> Vec<Diagnostic> {
    // The text has been read once, so this cannot fail; without positions the violations still count.
    let source = Source::parse(document.file, "", text).ok();
    let mut located: Vec<Diagnostic> =
        findings.into_iter().map(|finding| locate(document, source.as_ref(), finding)).collect();
    located.sort_by(|one, other| key(one).cmp(&key(other)));
    // A document that breaks the same rule of two subschemas has one thing to mend.
    located.dedup_by(|one, other| key(one) == key(other));
    located
}

/// What orders violations: their place, and what is wrong there, the type first of all.
fn key(finding: &Diagnostic) -> impl Ord + '_ {
    let mismatch = finding.mismatch.as_deref().map(|Mismatch { keyword, expected, .. }| (keyword, expected));
    let is_type = mismatch.is_some_and(|(keyword, _)| keyword == "type");
    (finding.span.start, &finding.pointer, !is_type, mismatch)
}

fn locate(document: &Document<'_>, source: Option<&Source>, finding: Finding) -> Diagnostic {
    let value = source.and_then(|source| source.at(&finding.pointer));
    let found = finding.found.or_else(|| value.map(|value| excerpt(value.json(), FOUND_LIMIT)));
    let mismatch = Mismatch {
        keyword: finding.keyword,
        schema: finding.schema,
        expected: finding.expected,
        found: found.unwrap_or_default(),
    };
    let diagnostic = Diagnostic::mismatch(mismatch);
    let is_name = |pointer: &&str| source.is_some_and(|source| source.at(pointer).is_some_and(has_name));
    let diagnostic = match (source, finding.name_at.as_deref().filter(is_name)) {
        (Some(source), Some(name)) => diagnostic.at_name(source, name),
        (Some(source), None) => diagnostic.at_value(source, &finding.pointer),
        (None, _) => diagnostic,
    };
    in_file(document, diagnostic.with_pointer(finding.pointer))
}

fn has_name(value: Value<'_>) -> bool {
    value.name_span().is_some()
}

/// Moves a place in a document to where the document stands in its file.
fn in_file(document: &Document<'_>, diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.moved_into(document.file, document.line.saturating_sub(1), document.offset)
}
