//! `undeclared-required`: A member that `required` names is declared.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, SchemaId};
use crate::suggest;

use super::Lint;
use super::subject::Subject;

const ID: &str = "undeclared-required";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "A member that `required` names is declared.",
        why: "Most often its name is misspelt: then no document can be valid that has only the members that were meant.",
        bad: r#"{ "type": "object", "properties": { "colour": { "enum": ["red"] } }, "required": ["color"] }"#,
        good: r#"{ "type": "object", "properties": { "colour": { "enum": ["red"] } }, "required": ["colour"] }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(required) = site.keyword("required") else { continue };
        let Some(declared) = declared(subject, site.id) else { continue };
        for (index, name) in required.items().enumerate().filter_map(|(index, name)| Some((index, name.as_str()?))) {
            if !declared.iter().any(|known| known == name) {
                let message = format!("`{name}` is required, but no `properties` declares it");
                let finding = site.finding_within(ID, &["required", &index.to_string()], message);
                let meant = suggest::nearest(name, declared.iter().map(String::as_str));
                let help = meant.map_or("declare it".to_owned(), |meant| format!("did you mean `{meant}`?"));
                found.push(finding.with_help(help));
            }
        }
    }
}

/// The members that all schemas for the same instance declare; nothing if others have a schema too.
fn declared(subject: &Subject<'_>, id: SchemaId) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for applied in subject.applied_with(id) {
        for keyword in subject.keywords(applied) {
            let Keyword::Properties { named, patterns, additional } = keyword else { continue };
            let is_closed = additional.is_none_or(|additional| subject.keywords(additional) == [Keyword::Never]);
            if !patterns.is_empty() || !is_closed {
                return None;
            }
            names.extend(named.iter().map(|(name, _)| name.clone()));
        }
    }
    Some(names)
}
