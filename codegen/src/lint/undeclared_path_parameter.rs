//! `undeclared-path-parameter`: An operation declares the parameters of its path, and no others.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::source::Value;

use super::Lint;
use super::descriptions::{Part, descriptions, operations, paths};
use super::subject::Subject;

const ID: &str = "undeclared-path-parameter";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Error,
        summary: "An operation declares the parameters of its path, and no others.",
        why: "OpenAPI asks for it: clients cannot fill in what has no schema, nor send what has no place.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {
         "/orders/{id}": { "get": { "responses": { "204": { "description": "It is there." } } } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {
         "/orders/{id}": { "get": { "responses": { "204": { "description": "It is there." } }, "parameters": [
           { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }] } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        for (template, path) in paths(source) {
            let wanted: BTreeSet<&str> = names(&template).collect();
            for operation in operations(&path) {
                let Some(declared) = declared(&path, &operation) else { continue };
                for name in wanted.iter().filter(|name| declared.iter().all(|(other, _)| other != *name)) {
                    let message = format!("`{{{name}}}` stands in the path, and no parameter declares it");
                    found.push(Diagnostic::error(ID, message).at_name(source, &operation.pointer));
                }
                for (name, parameter) in declared.iter().filter(|(name, _)| !wanted.contains(name)) {
                    let message = format!("the parameter `{name}` is of the path, in which there is no `{{{name}}}`");
                    found.push(Diagnostic::error(ID, message).at_value(source, &parameter.pointer));
                }
            }
        }
    }
}

/// The names between braces.
fn names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

/// The path parameters of an operation by their names; nothing if some stand in another document.
fn declared<'s>(path: &Part<'s>, operation: &Part<'s>) -> Option<Vec<(&'s str, Part<'s>)>> {
    let lists = [path, operation].into_iter().filter_map(|part| part.member("parameters"));
    let parameters: Option<Vec<Part<'s>>> =
        lists.flat_map(|list| list.items().collect::<Vec<_>>()).map(Part::dereferenced).collect();
    let text = |part: &Part<'s>, name| part.value.get(name).and_then(Value::as_str);
    let of_path = parameters?.into_iter().filter(|part| text(part, "in") == Some("path"));
    Some(of_path.filter_map(|part| Some((text(&part, "name")?, part))).collect())
}
