//! `inner-reference`: A description refers to the definitions of another document, not into them.

use crate::diagnostic::{Diagnostic, Severity};
use crate::pointer;
use crate::rules::{Group, Rule};
use crate::uri;

use super::Lint;
use super::descriptions::{Part, descriptions, parts};
use super::site::DEFINITIONS;
use super::subject::Subject;

const ID: &str = "inner-reference";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Warning,
        summary: "A description refers to the definitions of another document, not into them.",
        why: "Whoever changes the inside of a type does not see that an API speaks of it under another name.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "components": { "schemas": {
         "Step": { "$ref": "https://json-schema.org/draft/2020-12/meta/validation#/properties/multipleOf" } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "components": { "schemas": {
         "Step": { "$ref": "https://json-schema.org/draft/2020-12/meta/validation#/$defs/nonNegativeInteger" } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        let own = subject.sites.iter().filter(|site| site.source.name() == source.name());
        let schemas = own.map(|site| Part { value: site.value, pointer: site.pointer.clone() });
        let references = parts(subject, source).into_iter().chain(schemas).filter_map(|part| part.member("$ref"));
        for reference in references {
            if reference.value.as_str().is_some_and(leads_into_a_definition) {
                let message = "this leads into a definition of another document";
                let finding = Diagnostic::warning(ID, message).at_value(source, &reference.pointer);
                found.push(finding.with_help("give what is meant a definition of its own there"));
            }
        }
    }
}

fn leads_into_a_definition(reference: &str) -> bool {
    let (document, fragment) = uri::split_fragment(reference);
    let pointer = fragment.filter(|_| !document.is_empty()).and_then(pointer::from_fragment);
    let Some(pointer) = pointer.filter(|pointer| !pointer.is_empty()) else { return false };
    match pointer::tokens(&pointer).collect::<Vec<_>>().as_slice() {
        [folder, _] => !DEFINITIONS.contains(&&**folder),
        [components, _, _] => components != "components",
        _ => true,
    }
}
