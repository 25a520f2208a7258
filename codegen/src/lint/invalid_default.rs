//! `invalid-default`: What `default` shows is valid.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "invalid-default";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "What `default` shows is valid.",
        why: "Whoever copies it sends what the schema refuses.",
        bad: r#"{ "type": "string", "maxLength": 3, "default": "none" }"#,
        good: r#"{ "type": "string", "maxLength": 3, "default": "no" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(default) = site.keyword("default") else { continue };
        if let Some(error) = subject.refusal(site.id, default.json()) {
            found.push(site.finding_at(ID, "default", format!("the default is not valid: {error}")));
        }
    }
}
