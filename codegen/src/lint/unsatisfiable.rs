//! `unsatisfiable`: A subschema that is no plain `false` accepts something.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::support::Json;

use super::Lint;
use super::inhabited::Inhabited;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "unsatisfiable";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "A subschema that is no plain `false` accepts something.",
        why: "Whatever it applies to is never valid, which is hardly what its keywords are for.",
        bad: r#"{ "properties": { "size": { "allOf": [{ "type": "string" }, { "type": "integer" }] } } }"#,
        good: r#"{ "properties": { "size": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(judge) = &subject.judge else { return };
    let mut inhabited = Inhabited::new(subject);
    let schemas = subject.sites.iter().filter(|site| !matches!(site.value.json(), Json::Bool(_)));
    let suspects = schemas.filter(|site| !inhabited.is_certain(site.id));
    let uri = |site: &Site<'_>| &subject.plan.graph.get(site.id).uri;
    let dead: Vec<&Site<'_>> = suspects.filter(|site| judge.is_unsatisfiable(uri(site))).collect();
    let is_innermost = |site: &&&Site<'_>| !dead.iter().any(|other| is_inside(other, site));
    for site in dead.iter().filter(is_innermost) {
        found.push(site.finding(ID, "no value at all is valid here").with_help("drop what contradicts the rest"));
    }
}

fn is_inside(inner: &Site<'_>, outer: &Site<'_>) -> bool {
    let rest = inner.pointer.strip_prefix(&outer.pointer);
    inner.source.name() == outer.source.name() && rest.is_some_and(|rest| rest.starts_with('/'))
}
