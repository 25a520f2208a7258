//! Findings for programs, in a form that has a schema of its own.

use serde_json::{Value, json as object};

use crate::diagnostic::{Diagnostic, Edit, Fix, Mismatch};
use crate::rules;

/// The schema of an array of findings.
pub const SCHEMA: &str = include_str!("../../schemas/findings.json");

/// One finding.
#[must_use]
pub fn json(finding: &Diagnostic) -> Value {
    object!({
        "severity": finding.severity.to_string(),
        "rule": finding.rule,
        "message": finding.message,
        "why": rules::find(finding.rule).map(|rule| rule.why),
        "help": finding.help,
        "file": finding.file,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "span": [finding.span.start, finding.span.end],
        "fix": finding.fix.as_ref().map(fix),
        "mismatch": finding.mismatch.as_deref().map(mismatch),
    })
}

fn fix(fix: &Fix) -> Value {
    let edits: Vec<Value> = fix.edits.iter().map(edit).collect();
    object!({ "title": fix.title, "is_safe": fix.is_safe, "edits": edits })
}

fn edit(edit: &Edit) -> Value {
    object!({ "span": [edit.span.start, edit.span.end], "text": edit.text })
}

fn mismatch(mismatch: &Mismatch) -> Value {
    object!({
        "keyword": mismatch.keyword,
        "schema": mismatch.schema,
        "expected": mismatch.expected,
        "found": mismatch.found,
    })
}
