//! `missing-description`: A type says what it is.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "missing-description";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Clarity,
        severity: Severity::Warning,
        summary: "A type says what it is.",
        why: "The description is what people read in the generated documentation, in Rust as elsewhere.",
        bad: r#"{ "$defs": { "Size": { "title": "Size", "enum": [1, 2] } } }"#,
        good: r#"{ "$defs": { "Size": { "title": "Size", "description": "How large it is.", "enum": [1, 2] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (name, site) in subject.definitions().filter(|(_, site)| site.keyword("description").is_none()) {
        found
            .push(site.finding(ID, format!("`{name}` has no `description`")).with_help("say in a sentence what it is"));
    }
}
