//! `backtracking-pattern`: A pattern can be matched without trying again and again.

use crate::diagnostic::{Diagnostic, Severity};
use crate::pattern;
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "backtracking-pattern";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "A pattern can be matched without trying again and again.",
        why: "Validators in most languages backtrack, so that a short hostile text keeps them busy for hours (ReDoS).",
        bad: r#"{ "type": "string", "pattern": "^(a+)+$" }"#,
        good: r#"{ "type": "string", "pattern": "^a+$" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(pattern) = site.text("pattern") else { continue };
        if pattern::is_ambiguous(pattern) {
            let message = "two repetitions in this pattern compete for the same characters";
            let help = "repeat once, or part the repetitions by something that neither matches";
            found.push(site.finding_at(ID, "pattern", message).with_help(help));
        }
    }
}
