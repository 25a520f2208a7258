//! `undescribed-member`: A member says what it is, itself or by the type that it refers to.

use crate::diagnostic::{Diagnostic, Severity};
use crate::pointer;
use crate::rules::{Group, Rule};
use crate::schema::Keyword;

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "undescribed-member";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Clarity,
        severity: Severity::Warning,
        summary: "A member says what it is, itself or by the type that it refers to.",
        why: "Its name alone does not say its unit, its origin, or when it is absent.",
        bad: r#"{ "properties": { "lag": { "type": "number" } } }"#,
        good: r#"{ "properties": { "lag": { "description": "Seconds until the truth was known.", "type": "number" } } }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let members = subject.sites.iter().filter_map(|site| Some((site.member_name()?, site)));
    for (name, site) in members.filter(|(_, site)| is_declaration(subject, site) && !is_described(subject, site)) {
        let finding = site.finding(ID, format!("the member `{name}` has no `description`"));
        found.push(finding.with_help("say in a sentence what it holds, and in which unit"));
    }
}

/// Whether the member is introduced here, and not only narrowed by a part of a condition or a conjunction.
fn is_declaration(subject: &Subject<'_>, site: &Site<'_>) -> bool {
    const NARROWING: [&str; 7] = ["allOf", "anyOf", "oneOf", "if", "then", "else", "not"];
    let mut tokens: Vec<_> = pointer::tokens(&site.pointer).collect();
    tokens.truncate(tokens.len().saturating_sub(2));
    let is_narrowing = tokens.iter().any(|token| NARROWING.contains(&&**token));
    let is_constant = subject.keywords(site.id).iter().any(|keyword| matches!(keyword, Keyword::Const(_)));
    !is_narrowing && !is_constant
}

/// Whether it, or what it refers to, says what it is.
fn is_described(subject: &Subject<'_>, site: &Site<'_>) -> bool {
    let annotations = |id| &subject.plan.graph.get(id).annotations;
    let mut id = site.id;
    for _ in 0..LONGEST {
        if annotations(id).description.is_some() {
            return true;
        }
        let target = subject.keywords(id).iter().find_map(|keyword| match keyword {
            Keyword::Ref(target) => Some(*target),
            _ => None,
        });
        let Some(target) = target else { return false };
        id = target;
    }
    false
}

/// How many references are followed.
const LONGEST: usize = 16;
