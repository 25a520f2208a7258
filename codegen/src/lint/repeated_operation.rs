//! `repeated-operation`: An `operationId` names one operation.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::descriptions::{descriptions, operations, paths};
use super::subject::Subject;

const ID: &str = "repeated-operation";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Api,
        severity: Severity::Error,
        summary: "An `operationId` names one operation.",
        why: "OpenAPI asks for it: clients are generated with one function for each name.",
        bad: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {
         "/orders": { "get": { "operationId": "list" } }, "/parts": { "get": { "operationId": "list" } } } }"#,
        good: r#"{ "openapi": "3.1.1", "info": { "title": "Orders", "version": "1.0.0" }, "paths": {
         "/orders": { "get": { "operationId": "listOrders" } }, "/parts": { "get": { "operationId": "listParts" } } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for source in descriptions(subject) {
        let mut taken: BTreeMap<&str, String> = BTreeMap::new();
        for (_, path) in paths(source) {
            for name in operations(&path).filter_map(|operation| operation.member("operationId")) {
                let Some(id) = name.value.as_str() else { continue };
                if let Some(first) = taken.get(id) {
                    let message = format!("{first} is called `{id}` already");
                    found.push(Diagnostic::error(ID, message).at_value(source, &name.pointer));
                    continue;
                }
                taken.insert(id, name.pointer);
            }
        }
    }
}
