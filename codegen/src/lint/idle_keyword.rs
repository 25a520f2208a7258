//! `idle-keyword`: A keyword has something to do where it stands.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::edits;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "idle-keyword";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "A keyword has something to do where it stands.",
        why: "It looks like a check, and checks nothing.",
        bad: r#"{ "type": "integer", "minimum": 0, "maximum": 9, "maxLength": 3 }"#,
        good: r#"{ "type": "integer", "minimum": 0, "maximum": 9 }"#,
    },
    check,
};

/// Keywords, and the one type that each of them is about.
const TYPED: [(&str, &[&str]); 7] = [
    ("string", &["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"]),
    ("number", &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ("array", &["items", "prefixItems", "additionalItems", "unevaluatedItems", "uniqueItems"]),
    ("array", &["minItems", "maxItems", "contains", "minContains", "maxContains"]),
    ("object", &["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"]),
    ("object", &["propertyNames", "required", "minProperties", "maxProperties"]),
    ("object", &["dependentRequired", "dependentSchemas", "dependencies"]),
];

/// Keywords that only mean something beside another.
const PARTNERS: [(&str, &str); 5] = [
    ("then", "if"),
    ("else", "if"),
    ("minContains", "contains"),
    ("maxContains", "contains"),
    ("contentSchema", "contentMediaType"),
];

/// Values with which a keyword accepts everything.
const EMPTY: [(&str, &str); 7] = [
    ("minLength", "0"),
    ("minItems", "0"),
    ("minProperties", "0"),
    ("uniqueItems", "false"),
    ("required", "[]"),
    ("properties", "{}"),
    ("patternProperties", "{}"),
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        for (name, _) in site.value.members() {
            if let Some(reason) = reason(site, &name) {
                let edit = edits::removal(site.source, &crate::pointer::join(&site.pointer, &[&name]));
                let finding = site.finding_at(ID, &name, format!("`{name}` does nothing here: {reason}"));
                let fix = edit.map(|edit| Fix { title: format!("Remove `{name}`"), is_safe: true, edits: vec![edit] });
                found.push(Diagnostic { fix, ..finding.with_help("remove it") });
            }
        }
    }
}

/// Why a keyword does nothing.
fn reason(site: &Site<'_>, name: &str) -> Option<String> {
    let value = site.keyword(name)?;
    if site.dialect.draft().ignores_ref_siblings() && site.text("$ref").is_some() && !is_kept(name) {
        return Some(format!("{} ignores what stands beside `$ref`", site.dialect));
    }
    if let Some((_, partner)) = PARTNERS.iter().find(|(keyword, partner)| {
        *keyword == name && site.dialect.keyword(partner).is_some() && site.keyword(partner).is_none()
    }) {
        return Some(format!("there is no `{partner}` beside it"));
    }
    if EMPTY.iter().any(|(keyword, empty)| *keyword == name && value.text().split_whitespace().eq([*empty])) {
        return Some("with this value it accepts everything".to_owned());
    }
    let types = site.types()?;
    let ty = TYPED.iter().find(|(_, keywords)| keywords.contains(&name)).map(|(ty, _)| *ty)?;
    let is_meant = |found: &&str| *found == ty || (ty == "number" && *found == "integer");
    (!types.iter().any(is_meant)).then(|| format!("it is about a value of type `{ty}`"))
}

/// Whether a keyword counts beside a `$ref` in every draft.
fn is_kept(name: &str) -> bool {
    matches!(name, "$ref" | "definitions" | "$defs" | "$schema" | "$comment" | "description" | "title")
}
