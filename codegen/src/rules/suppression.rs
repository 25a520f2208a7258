//! The rules about suppressions of other rules.

use crate::diagnostic::Severity::{Error, Warning};

use super::Group::Clarity;
use super::Rule;

/// Rules that suppressions break.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "unexplained-suppression",
        group: Clarity,
        severity: Error,
        summary: "A suppression says why the rule does not hold where it stands.",
        why: "Whoever comes later cannot tell a decision from a mistake.",
        bad: r#"{ "type": "integer", "minimum": 0, "x-lint-allow": { "unbounded-integer": "" } }"#,
        good: r#"{ "type": "integer", "minimum": 0, "x-lint-allow": { "unbounded-integer": "a count of atoms" } }"#,
    },
    Rule {
        id: "unknown-rule",
        group: Clarity,
        severity: Error,
        summary: "A suppression names a rule that there is.",
        why: "The rule that was meant stays in force.",
        bad: r#"{ "type": "integer", "minimum": 0, "x-lint-allow": { "unbound-integer": "a count of atoms" } }"#,
        good: r#"{ "type": "integer", "minimum": 0, "x-lint-allow": { "unbounded-integer": "a count of atoms" } }"#,
    },
    Rule {
        id: "unused-suppression",
        group: Clarity,
        severity: Warning,
        summary: "A suppression suppresses something.",
        why: "It would hide the next mistake that somebody makes in its place.",
        bad: r#"{ "type": "string", "x-lint-allow": { "unbounded-integer": "a count of atoms" } }"#,
        good: r#"{ "type": "string" }"#,
    },
];
