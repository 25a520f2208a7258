//! `free-text-category`: A category is one of a closed list.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, TypeSet};

use super::Lint;
use super::names::words;
use super::subject::Subject;

const ID: &str = "free-text-category";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Convention,
        severity: Severity::Warning,
        summary: "A category is one of a closed list.",
        why: "With free text there are soon five spellings of the same category, and no reader knows them all.",
        bad: r#"{ "properties": { "status": { "type": "string" } } }"#,
        good: r#"{ "properties": { "status": { "type": "string", "enum": ["pending", "done"] } } }"#,
    },
    check,
};

/// Words at the end of a name that call something a category.
const CATEGORY: [&str; 14] = [
    "category",
    "class",
    "env",
    "environment",
    "kind",
    "level",
    "mode",
    "phase",
    "priority",
    "severity",
    "stage",
    "state",
    "status",
    "type",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let is_category = |name: &String| words(name).last().is_some_and(|word| CATEGORY.contains(&&**word));
        let Some(name) = site.member_name().filter(is_category) else { continue };
        let is_text = subject.says(site.id, |keyword| *keyword == Keyword::Type(TypeSet::STRING));
        let is_closed = |keyword: &Keyword| {
            matches!(keyword, Keyword::Enum(_) | Keyword::Const(_) | Keyword::Pattern(_) | Keyword::Format(_))
        };
        if is_text && !subject.says(site.id, is_closed) {
            let finding = site.finding(ID, format!("`{name}` is a category, and accepts any text"));
            found.push(finding.with_help("list the values in an `enum`"));
        }
    }
}
