//! `invalid-example`: What `examples` shows is valid.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::source::Value;

use super::Lint;
use super::subject::Subject;

const ID: &str = "invalid-example";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "What `examples` shows is valid.",
        why: "Whoever copies it sends what the schema refuses.",
        bad: r#"{ "type": "string", "maxLength": 3, "examples": ["abc", "abcd"] }"#,
        good: r#"{ "type": "string", "maxLength": 3, "examples": ["abc"] }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let examples = site.keyword("examples").into_iter().flat_map(Value::items);
        for (index, example) in examples.enumerate() {
            if let Some(error) = subject.refusal(site.id, example.json()) {
                let message = format!("the example is not valid: {error}");
                found.push(site.finding_within(ID, &["examples", &index.to_string()], message));
            }
        }
    }
}
