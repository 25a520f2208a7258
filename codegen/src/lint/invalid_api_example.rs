//! `invalid-api-example`: What a description shows of a body or a parameter is valid.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::descriptions::{Part, descriptions, parts};
use super::subject::Subject;

const ID: &str = "invalid-api-example";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Error,
        summary: "What a description shows of a body or a parameter is valid.",
        why: "Whoever copies it sends what the service refuses.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "components": { "parameters": {
         "Page": { "name": "page", "in": "query", "schema": { "type": "integer" }, "example": "first" } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "components": { "parameters": {
         "Page": { "name": "page", "in": "query", "schema": { "type": "integer" }, "example": 1 } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        for part in parts(subject, source) {
            let Some(schema) = part.member("schema") else { continue };
            let site =
                subject.sites.iter().find(|site| site.pointer == schema.pointer && site.source.name() == source.name());
            let Some(site) = site else { continue };
            for example in shown(&part) {
                if let Some(error) = subject.refusal(site.id, example.value.json()) {
                    let message = format!("the example is not valid: {error}");
                    found.push(Diagnostic::error(ID, message).at_name(source, &example.pointer));
                }
            }
        }
    }
}

/// The documents in `example` and `examples`.
fn shown<'s>(part: &Part<'s>) -> Vec<Part<'s>> {
    let named = part.member("examples").into_iter().flat_map(|examples| examples.members().collect::<Vec<_>>());
    let named = named.filter_map(|(_, example)| example.dereferenced()?.member("value"));
    part.member("example").into_iter().chain(named).collect()
}
