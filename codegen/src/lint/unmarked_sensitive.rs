//! `unmarked-sensitive`: A member that is said to be sensitive is marked with `x-sensitive`.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "unmarked-sensitive";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Privacy,
        severity: Severity::Warning,
        summary: "A member that is said to be sensitive is marked with `x-sensitive`.",
        why: "Only what is marked is redacted in debug output, error messages and reports.",
        bad: r#"{ "properties": { "signals": { "description": "Sensitive measurements." } } }"#,
        good: r#"{ "properties": { "signals": { "description": "Sensitive measurements.", "x-sensitive": true } } }"#,
    },
    check,
};

/// Words that call something sensitive.
const SENSITIVE: [&str; 4] = ["confidential", "personally", "secret", "sensitive"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in subject.sites.iter().filter(|site| site.member_name().is_some() && !site.has_mark("x-sensitive")) {
        let words = site.text("description").unwrap_or_default().to_lowercase();
        let mut words = words.split(|character: char| !character.is_alphabetic());
        if let Some(word) = words.find(|word| SENSITIVE.contains(word)) {
            let message = format!("the description says `{word}`, but nothing marks the member");
            found.push(site.finding(ID, message).with_help("add `\"x-sensitive\": true`"));
        }
    }
}
