//! The rules about documents that a schema judges.

use crate::diagnostic::Severity::Error;

use super::Group::Document;
use super::Rule;

/// Rules that a document breaks.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "not-canonical",
        group: Document,
        severity: Error,
        summary: "Every number of a document that is hashed is a double (RFC 8785 §3.2.2.3).",
        why: "Rounded, two documents that differ would have the same digest.",
        bad: r#"{ "id": 12345678901234567891 }"#,
        good: r#"{ "id": "12345678901234567891" }"#,
    },
    Rule {
        id: "violation",
        group: Document,
        severity: Error,
        summary: "A document is valid against its schema.",
        why: "Whoever reads it counts on what the schema promises, and every generated type refuses it.",
        bad: "{ \"confidence\": 1.5 }  against  { \"properties\": { \"confidence\": { \"maximum\": 1 } } }",
        good: "{ \"confidence\": 0.5 }",
    },
    Rule {
        id: "wrong-digest",
        group: Document,
        severity: Error,
        summary: "A digest in a document is that of the document's canonical form.",
        why: "The document was changed after it was sealed, so it must not be restored or trusted.",
        bad: "{ \"weights\": { \"drift\": 2 }, \"hash\": \"sha256:…\" }  with a digest made for another weight",
        good: "{ \"weights\": { \"drift\": 2 }, \"hash\": \"sha256:…\" }  with what `codegen hash` prints",
    },
];
