//! `colliding-rust-names`: Two members of one object have different names in Rust.

use crate::diagnostic::{Diagnostic, Severity};
use heck::ToSnakeCase;

use crate::rules::{Group, Rule};

use super::Lint;
use super::names::collisions;
use super::subject::Subject;

const ID: &str = "colliding-rust-names";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "Two members of one object have different names in Rust.",
        why: "One of the two fields gets a number behind its name, and which one depends on their order.",
        bad: r#"{ "properties": { "modelKey": { "enum": [1] }, "model_key": { "enum": [2] } } }"#,
        good: r#"{ "properties": { "model_key": { "enum": [1] }, "model_name": { "enum": [2] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    collisions(subject, (ID, "Rust"), ToSnakeCase::to_snake_case, found);
}
