//! `bare-digest`: A digest says by which algorithm it was made.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::Keyword;

use super::Lint;
use super::names::words;
use super::subject::Subject;

const ID: &str = "bare-digest";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Convention,
        severity: Severity::Warning,
        summary: "A digest says by which algorithm it was made.",
        why: "Two systems that compare digests of different algorithms never agree, and nobody sees why.",
        bad: r#"{ "properties": { "state_hash": { "type": "string" } } }"#,
        good: r#"{ "properties": { "state_hash": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" } } }"#,
    },
    check,
};

/// Words that call something a digest.
const DIGEST: [&str; 6] = ["checksum", "digest", "fingerprint", "hash", "sha", "sha256"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(name) = site.member_name().filter(|name| words(name).iter().any(|word| DIGEST.contains(&&**word)))
        else {
            continue;
        };
        if !subject.says(site.id, |keyword| matches!(keyword, Keyword::Pattern(text) if text.contains("sha256:"))) {
            let finding =
                site.finding(ID, format!("`{name}` looks like a digest, but does not say of which algorithm"));
            found.push(finding.with_help("write the pattern `^sha256:[0-9a-f]{64}$`"));
        }
    }
}
