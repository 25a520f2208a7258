//! Findings as SARIF 2.1.0, which code hosts and editors read.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, utf8_percent_encode};
use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::pointer;
use crate::rules::{self, Rule};

/// What the path of a URI reference cannot hold as it is (RFC 3986 §3.3); a colon would look like a scheme's.
const NOT_IN_PATH: &AsciiSet = &pointer::NOT_IN_FRAGMENT.add(b':').add(b'?');

/// All findings of one run, as a log.
#[must_use]
pub fn sarif<'d>(findings: impl IntoIterator<Item = &'d Diagnostic>) -> Value {
    let findings: Vec<&Diagnostic> = findings.into_iter().collect();
    let ids: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
    let rules: Vec<Value> = ids.iter().map(|id| rules::find(id).map_or_else(|| json!({ "id": id }), rule)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &ids)).collect();
    let driver = json!({
        "name": "codegen",
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": rules,
    });
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    })
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.why },
        "help": { "text": format!("Wrong:\n\n{}\n\nRight:\n\n{}", rule.bad, rule.good) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group.name()] },
    })
}

fn result(finding: &Diagnostic, ids: &BTreeSet<&str>) -> Value {
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": ids.iter().position(|id| *id == finding.rule),
        "level": level(finding.severity),
        "message": { "text": format!("{}{help}", finding.message) },
    });
    if !finding.file.is_empty() {
        add(&mut result, "locations", json!([location(finding)]));
        add(&mut result, "fixes", fixes(finding));
    }
    result
}

/// Adds a member, unless it says nothing.
fn add(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut().filter(|_| !value.is_null()) {
        members.insert(name.to_owned(), value);
    }
}

fn location(finding: &Diagnostic) -> Value {
    let Diagnostic { line, column, end_line, end_column, span, .. } = finding;
    let region = json!({
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "byteOffset": span.start,
        "byteLength": span.len(),
    });
    json!({
        "physicalLocation": { "artifactLocation": artifact(finding), "region": region },
        "logicalLocations": [{ "fullyQualifiedName": finding.pointer }],
    })
}

fn artifact(finding: &Diagnostic) -> Value {
    json!({ "uri": utf8_percent_encode(&finding.file, NOT_IN_PATH).to_string() })
}

fn fixes(finding: &Diagnostic) -> Value {
    let Some(fix) = &finding.fix else { return Value::Null };
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
    let change = json!({ "artifactLocation": artifact(finding), "replacements": replacements });
    json!([{ "description": { "text": fix.title }, "artifactChanges": [change] }])
}

fn replacement(edit: &Edit) -> Value {
    json!({
        "deletedRegion": { "byteOffset": edit.span.start, "byteLength": edit.span.len() },
        "insertedContent": { "text": edit.text },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
