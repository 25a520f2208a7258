//! `unsatisfiable`: A subschema that is no plain `false` accepts something.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::support::Json;

use super::Lint;
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
    for root in subject.sites.iter().filter(|site| site.pointer.is_empty()) {
        let dead: Vec<String> = judge.unsatisfiable(root.source).into_iter().collect();
        let is_innermost = |pointer: &&String| !dead.iter().any(|other| is_inside(other, pointer));
        for pointer in dead.iter().filter(is_innermost) {
            let Some(site) = subject.sites.iter().find(|site| is_at(site, root, pointer)) else { continue };
            if !matches!(site.value.json(), Json::Bool(_)) {
                found.push(
                    site.finding(ID, "no value at all is valid here").with_help("drop what contradicts the rest"),
                );
            }
        }
    }
}

fn is_at(site: &Site<'_>, root: &Site<'_>, pointer: &str) -> bool {
    site.pointer == pointer && site.source.name() == root.source.name()
}

fn is_inside(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}
