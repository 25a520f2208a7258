//! `undeclared-tag`: An operation has tags that the description declares.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::source::Value;
use crate::suggest;

use super::Lint;
use super::descriptions::{Part, descriptions, operations, paths};
use super::subject::Subject;

const ID: &str = "undeclared-tag";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Warning,
        summary: "An operation has tags that the description declares.",
        why: "Documentation groups operations by tag: one that nobody declares has no description, and may be misspelt.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "tags": [{ "name": "orders" }],
         "paths": { "/orders": { "get": { "tags": ["order"] } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "tags": [{ "name": "orders" }],
         "paths": { "/orders": { "get": { "tags": ["orders"] } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        let tags = source.at("/tags").into_iter().flat_map(Value::items);
        let declared: BTreeSet<&str> = tags.filter_map(|tag| tag.get("name").and_then(Value::as_str)).collect();
        let paths = paths(source);
        let operations = paths.iter().flat_map(|(_, path)| operations(path));
        for used in operations.filter_map(|operation| operation.member("tags")).flat_map(|tags| items(&tags)) {
            let Some(name) = used.value.as_str().filter(|name| !declared.contains(name)) else { continue };
            let nearest = suggest::nearest(name, declared.iter().copied());
            let help = nearest.map_or("declare it in `tags`".to_owned(), |tag| format!("did you mean `{tag}`?"));
            let finding = Diagnostic::warning(ID, format!("no tag `{name}` is declared"));
            found.push(finding.with_help(help).at_value(source, &used.pointer));
        }
    }
}

fn items<'s>(list: &Part<'s>) -> Vec<Part<'s>> {
    list.items().collect()
}
