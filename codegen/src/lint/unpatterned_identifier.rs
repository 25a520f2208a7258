//! `unpatterned-identifier`: An identifier has a pattern.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, TypeSet};

use super::Lint;
use super::names::words;
use super::subject::Subject;

const ID: &str = "unpatterned-identifier";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Convention,
        severity: Severity::Warning,
        summary: "An identifier has a pattern.",
        why: "Without one an empty text, a space or a whole sentence identifies something, and joins fail later.",
        bad: r#"{ "properties": { "plan_id": { "type": "string" } } }"#,
        good: r#"{ "properties": { "plan_id": { "type": "string", "pattern": "^[a-z][a-z0-9_-]{4,64}$" } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let is_id = |name: &String| words(name).last().is_some_and(|word| matches!(&**word, "id" | "uid" | "uuid"));
        let Some(name) = site.member_name().filter(is_id) else { continue };
        let is_text = subject.says(site.id, |keyword| *keyword == Keyword::Type(TypeSet::STRING));
        let is_held = |keyword: &Keyword| {
            matches!(keyword, Keyword::Pattern(_) | Keyword::Format(_) | Keyword::Enum(_) | Keyword::Const(_))
        };
        if is_text && !subject.says(site.id, is_held) {
            let finding = site.finding(ID, format!("`{name}` is an identifier, and accepts any text"));
            found.push(finding.with_help("refer to the type of identifiers, or write a `pattern`"));
        }
    }
}
