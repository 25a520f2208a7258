//! `shadowed-keyword`: A keyword says something that the ones beside it do not say already.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::edits;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "shadowed-keyword";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "A keyword says something that the ones beside it do not say already.",
        why: "Who changes one of the two believes to have changed what the schema accepts.",
        bad: r#"{ "const": "on", "enum": ["on", "off"] }"#,
        good: r#"{ "const": "on" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        for (shadowed, by) in shadows(site) {
            let edit = edits::removal(site.source, &crate::pointer::join(&site.pointer, &[shadowed]));
            let title = format!("Remove `{shadowed}`");
            let fix = edit.map(|edit| Fix { title, is_safe: true, edits: vec![edit] });
            let message = format!("`{shadowed}` adds nothing to the `{by}` beside it");
            found.push(Diagnostic { fix, ..site.finding_at(ID, shadowed, message).with_help("remove it") });
        }
    }
}

/// The keywords that others make superfluous.
fn shadows(site: &Site<'_>) -> Vec<(&'static str, &'static str)> {
    let mut shadows = Vec::new();
    if let (Some(constant), Some(listed)) = (site.keyword("const"), site.keyword("enum"))
        && listed.items().any(|value| value.json() == constant.json())
    {
        shadows.push(("enum", "const"));
    }
    let number = |name| site.keyword(name).and_then(|value| value.json().as_number());
    if let (Some(bound), Some(open)) = (number("minimum"), number("exclusiveMinimum")) {
        shadows.push(if open >= bound { ("minimum", "exclusiveMinimum") } else { ("exclusiveMinimum", "minimum") });
    }
    if let (Some(bound), Some(open)) = (number("maximum"), number("exclusiveMaximum")) {
        shadows.push(if open <= bound { ("maximum", "exclusiveMaximum") } else { ("exclusiveMaximum", "maximum") });
    }
    shadows
}
