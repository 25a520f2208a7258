//! `missing-examples`: A type shows an example.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "missing-examples";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Clarity,
        severity: Severity::Warning,
        summary: "A type shows an example.",
        why: "Nothing explains a format faster, and examples are tested against the schema.",
        bad: r#"{ "$defs": { "Size": { "title": "Size", "enum": [1, 2] } } }"#,
        good: r#"{ "$defs": { "Size": { "title": "Size", "enum": [1, 2], "examples": [1] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let knows_examples = |site: &Site<'_>| site.dialect.keyword("examples").is_some();
    let is_bare = |site: &Site<'_>| site.keyword("examples").is_none_or(|examples| examples.items().next().is_none());
    for (name, site) in subject.definitions().filter(|(_, site)| knows_examples(site) && is_bare(site)) {
        found.push(site.finding(ID, format!("`{name}` has no `examples`")).with_help("show a document"));
    }
}
