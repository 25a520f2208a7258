//! `missing-title`: A type has a title.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::edits;
use super::subject::Subject;

const ID: &str = "missing-title";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Clarity,
        severity: Severity::Warning,
        summary: "A type has a title.",
        why: "Tools that show a schema alone, such as forms and documentation, have no other name for it.",
        bad: r#"{ "$defs": { "Size": { "enum": [1, 2] } } }"#,
        good: r#"{ "$defs": { "Size": { "title": "Size", "enum": [1, 2] } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (name, site) in subject.definitions().filter(|(_, site)| site.keyword("title").is_none()) {
        let edit = edits::insertion(site.source, &site.pointer, "title", name);
        let title = format!("Add the title `{name}`");
        let fix = edit.map(|edit| Fix { title, is_safe: true, edits: vec![edit] });
        let finding =
            site.finding(ID, format!("`{name}` has no `title`")).with_help("give it the name that people use");
        found.push(Diagnostic { fix, ..finding });
    }
}
