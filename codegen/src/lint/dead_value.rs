//! `dead-value`: A value that `enum` or `const` lists can be valid.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "dead-value";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "A value that `enum` or `const` lists can be valid.",
        why: "The keywords beside it refuse the value, so whoever sends what the list offers is refused.",
        bad: r#"{ "type": "string", "enum": ["on", "off", 1] }"#,
        good: r#"{ "type": "string", "enum": ["on", "off"] }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let listed = site.keyword("enum").into_iter().flat_map(|value| value.items().enumerate());
        let listed = listed.map(|(index, value)| (vec!["enum".to_owned(), index.to_string()], value));
        let constant = site.keyword("const").map(|value| (vec!["const".to_owned()], value));
        let values: Vec<_> = listed.chain(constant).collect();
        if values.is_empty() {
            continue;
        }
        let Some(validator) = subject.validator(site.id) else { continue };
        for (tokens, value) in values.iter().filter(|(_, value)| !validator.is_valid(&value.json().clone().into())) {
            let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
            let message = format!("{} is listed, but the keywords beside the list refuse it", value.text());
            found.push(site.finding_within(ID, &tokens, message).with_help("remove it, or what refuses it"));
        }
    }
}
