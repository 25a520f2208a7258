//! `unanchored-pattern`: A pattern says with `^` and `$` that it means the whole text.

use crate::diagnostic::{Diagnostic, Severity};
use crate::pattern;
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "unanchored-pattern";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "A pattern says with `^` and `$` that it means the whole text.",
        why: "JSON Schema searches for a pattern anywhere, so that `[0-9]+` accepts `no 1!`; many authors, and tools, mean the whole.",
        bad: r#"{ "type": "string", "pattern": "[0-9]+" }"#,
        good: r#"{ "type": "string", "pattern": "^[0-9]+$" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some((begins, ends)) = site.text("pattern").and_then(pattern::anchors) else { continue };
        let missing = match (begins, ends) {
            (true, true) => continue,
            (false, true) => "`^`, so any text may stand before",
            (true, false) => "`$`, so any text may stand behind",
            (false, false) => "`^` and `$`, so any text may stand around",
        };
        let finding = site.finding_at(ID, "pattern", format!("the pattern has no {missing} what it matches"));
        found.push(finding.with_help("anchor it, or write `.*` where any text is meant"));
    }
}
