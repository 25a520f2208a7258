//! `foreign-keyword`: A keyword belongs to the dialect of its schema.

use crate::diagnostic::{Diagnostic, Severity};
use crate::dialect::{Dialect, Draft};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "foreign-keyword";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "A keyword belongs to the dialect of its schema.",
        why: "In this dialect it is an unknown keyword that asserts nothing.",
        bad: r#"{ "$schema": "http://json-schema.org/draft-07/schema#", "$defs": { "a": {} } }"#,
        good: r#"{ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": { "a": {} } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let unknown = site.value.members().filter(|(name, _)| site.dialect.keyword(name).is_none());
        for (name, _) in unknown {
            let drafts = Draft::ALL.iter().filter(|draft| Dialect::of(**draft).keyword(&name).is_some());
            let drafts: Vec<&str> = drafts.map(|draft| draft.name()).collect();
            if let Some(draft) = drafts.last() {
                let message = format!("`{name}` is no keyword of {}, where it asserts nothing", site.dialect);
                let finding = site.finding_at(ID, &name, message);
                found.push(finding.with_help(advice(&name).unwrap_or_else(|| format!("{draft} has it"))));
            }
        }
    }
}

/// What the keyword is called today, or where else it has gone.
fn advice(name: &str) -> Option<String> {
    let text = match name {
        "id" => "write `$id`",
        "definitions" => "write `$defs`",
        "$defs" => "write `definitions`",
        "additionalItems" => "write `items`, and `prefixItems` for the items before",
        "dependencies" => "write `dependentRequired` or `dependentSchemas`",
        "$recursiveRef" => "write `$dynamicRef`",
        "$recursiveAnchor" => "write `$dynamicAnchor`",
        _ => return None,
    };
    Some(text.to_owned())
}
