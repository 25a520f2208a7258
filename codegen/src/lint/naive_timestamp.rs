//! `naive-timestamp`: A timestamp is an instant in UTC, with its offset written.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, TypeSet};

use super::Lint;
use super::names::words;
use super::subject::Subject;

const ID: &str = "naive-timestamp";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Convention,
        severity: Severity::Warning,
        summary: "A timestamp is an instant in UTC, with its offset written.",
        why: "A time without an offset is another instant in every zone; with offsets that differ, texts do not sort by time.",
        bad: r#"{ "properties": { "created_at": { "type": "string", "format": "date-time" } } }"#,
        good: r#"{ "properties": { "created_at": { "type": "string", "format": "date-time", "pattern": "Z$" } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(name) = site.member_name() else { continue };
        let is_text = subject.says(site.id, |keyword| *keyword == Keyword::Type(TypeSet::STRING));
        let is_instant =
            subject.says(site.id, |keyword| matches!(keyword, Keyword::Format(name) if name == "date-time"));
        let is_utc = subject.says(site.id, |keyword| matches!(keyword, Keyword::Pattern(text) if text.contains('Z')));
        if is_text && (is_instant || is_time(&name)) && !(is_instant && is_utc) {
            let message = format!("`{name}` is a timestamp, and accepts others than instants in UTC");
            let help = "write `\"format\": \"date-time\", \"pattern\": \"(Z|\\\\+00:00)$\"`";
            found.push(site.finding(ID, message).with_help(help));
        }
    }
}

fn is_time(name: &str) -> bool {
    let words = words(name);
    let is_at = words.len() > 1 && words.last().is_some_and(|word| word == "at");
    is_at || words.iter().any(|word| matches!(word.as_str(), "timestamp" | "datetime" | "ts"))
}
