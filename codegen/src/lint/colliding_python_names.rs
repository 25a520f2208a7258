//! `colliding-python-names`: Two members of one object have different names in Python.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::names::collisions;
use super::subject::Subject;

const ID: &str = "colliding-python-names";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "Two members of one object have different names in Python.",
        why: "A generator of Python classes drops one of the two members, or fails.",
        bad: r#"{ "properties": { "class": { "enum": [1] }, "class_": { "enum": [2] } } }"#,
        good: r#"{ "properties": { "class": { "enum": [1] }, "category": { "enum": [2] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    collisions(subject, (ID, "Python"), attribute, found);
}

/// What a member is called as an attribute.
fn attribute(name: &str) -> String {
    let plain: String = name.chars().map(|part| if part.is_alphanumeric() { part } else { '_' }).collect();
    if KEYWORDS.contains(&plain.as_str()) { plain + "_" } else { plain }
}

/// Words that cannot name an attribute (Python 3.13, Lexical analysis §2.3.1).
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
