//! `undeclared-security`: A security requirement names a scheme that is declared, and scopes that it has.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::source::Source;
use crate::suggest;

use super::Lint;
use super::descriptions::{Part, descriptions, operations, paths};
use super::subject::Subject;

const ID: &str = "undeclared-security";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Error,
        summary: "A security requirement names a scheme that is declared, and scopes that it has.",
        why: "OpenAPI asks for it: nobody can meet a requirement of which nothing is known.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {}, "security": [{ "key": [] }],
         "components": { "securitySchemes": { "apiKey": { "type": "apiKey", "name": "X-Key", "in": "header" } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {}, "security": [{ "apiKey": [] }],
         "components": { "securitySchemes": { "apiKey": { "type": "apiKey", "name": "X-Key", "in": "header" } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        let schemes: Vec<(String, Part<'_>)> = schemes(source);
        for (name, scopes) in requirements(source) {
            match schemes.iter().find(|(declared, _)| *declared == name) {
                None => found.push(undeclared(source, &name, &scopes, &schemes)),
                Some((_, scheme)) => found.extend(strange_scopes(source, scheme.clone(), &scopes)),
            }
        }
    }
}

fn schemes(source: &Source) -> Vec<(String, Part<'_>)> {
    let pointer = "/components/securitySchemes".to_owned();
    let schemes = source.at(&pointer).map(|value| Part { value, pointer });
    schemes.iter().flat_map(Part::members).collect()
}

/// The schemes that the description and its operations ask for, each with its list of scopes.
fn requirements(source: &Source) -> Vec<(String, Part<'_>)> {
    let root = Part { value: source.root(), pointer: String::new() };
    let paths = paths(source);
    let operations: Vec<Part<'_>> = paths.iter().flat_map(|(_, path)| operations(path)).collect();
    let lists = std::iter::once(&root).chain(&operations).filter_map(|part| part.member("security"));
    let alternatives: Vec<Part<'_>> = lists.flat_map(|list| list.items().collect::<Vec<_>>()).collect();
    alternatives.iter().flat_map(Part::members).collect()
}

fn undeclared(source: &Source, name: &str, scopes: &Part<'_>, schemes: &[(String, Part<'_>)]) -> Diagnostic {
    let nearest = suggest::nearest(name, schemes.iter().map(|(declared, _)| declared.as_str()));
    let help = nearest
        .map_or("declare it in `components/securitySchemes`".to_owned(), |scheme| format!("did you mean `{scheme}`?"));
    let finding = Diagnostic::error(ID, format!("no security scheme `{name}` is declared"));
    finding.with_help(help).at_name(source, &scopes.pointer)
}

/// The scopes that no flow of an OAuth scheme has; other schemes list none.
fn strange_scopes(source: &Source, scheme: Part<'_>, scopes: &Part<'_>) -> Vec<Diagnostic> {
    let Some(flows) = scheme.dereferenced().and_then(|scheme| scheme.member("flows")) else { return Vec::new() };
    let lists = flows.members().filter_map(|(_, flow)| flow.member("scopes"));
    let known: BTreeSet<String> =
        lists.flat_map(|list| list.members().map(|(name, _)| name).collect::<Vec<_>>()).collect();
    let is_strange = |scope: &Part<'_>| scope.value.as_str().is_some_and(|scope| !known.contains(scope));
    let finding = |scope: Part<'_>| {
        let name = scope.value.as_str().unwrap_or_default();
        let nearest = suggest::nearest(name, known.iter().map(String::as_str));
        let help =
            nearest.map_or("add it to a flow of the scheme".to_owned(), |scope| format!("did you mean `{scope}`?"));
        Diagnostic::error(ID, format!("no flow has the scope `{name}`"))
            .with_help(help)
            .at_value(source, &scope.pointer)
    };
    scopes.items().filter(is_strange).map(finding).collect()
}
