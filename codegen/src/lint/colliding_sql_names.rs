//! `colliding-sql-names`: Two members of one object have different names in SQL.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::names::collisions;
use super::subject::Subject;

const ID: &str = "colliding-sql-names";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "Two members of one object have different names in SQL.",
        why: "Unquoted column names ignore case, and PostgreSQL cuts them after 63 bytes: one column would hold both members.",
        bad: r#"{ "properties": { "ID": { "enum": [1] }, "id": { "enum": [2] } } }"#,
        good: r#"{ "properties": { "id": { "enum": [1] }, "parent_id": { "enum": [2] } } }"#,
    },
    check,
};

/// How many bytes of a name are kept by `PostgreSQL`.
const KEPT: usize = 63;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    collisions(subject, (ID, "SQL"), column, found);
}

/// What a member is called as a column.
fn column(name: &str) -> String {
    let folded = name.to_lowercase();
    folded.get(..folded.floor_char_boundary(KEPT)).unwrap_or_default().to_owned()
}
