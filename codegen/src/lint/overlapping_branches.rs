//! `overlapping-branches`: No document is valid against two branches of a `oneOf`.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, SchemaId};
use crate::support::Json;
use crate::support::instance::excerpt;

use super::Lint;
use super::subject::Subject;
use super::witness;

const ID: &str = "overlapping-branches";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "No document is valid against two branches of a `oneOf`.",
        why: "Such a document is refused, although each of the branches alone would take it.",
        bad: r#"{ "oneOf": [{ "type": "integer" }, { "type": "number" }] }"#,
        good: r#"{ "anyOf": [{ "type": "integer" }, { "type": "number" }] }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let branches = subject.keywords(site.id).iter().find_map(|keyword| match keyword {
            Keyword::OneOf(branches) => Some(branches.as_slice()),
            _ => None,
        });
        for (place, branch) in branches.into_iter().flatten().enumerate() {
            let mut others = branches.into_iter().flatten().enumerate().skip(place.saturating_add(1));
            let overlap = others.find_map(|(other, id)| Some((other, shared(subject, *branch, *id)?)));
            let Some((other, document)) = overlap else { continue };
            let text = excerpt(&document, LIMIT);
            let message = format!("{text} is valid against the branches {place} and {other}, so `oneOf` refuses it");
            let finding = site.finding_within(ID, &["oneOf", &other.to_string()], message);
            found.push(finding.with_help("tell the branches apart by a member with a `const`, or write `anyOf`"));
        }
    }
}

/// How much of a document a message shows, in characters.
const LIMIT: usize = 80;

/// A document that both schemas accept, if one is found.
fn shared(subject: &Subject<'_>, one: SchemaId, other: SchemaId) -> Option<Json> {
    let validators = [subject.validator(one)?, subject.validator(other)?];
    let is_shared = |document: &Json| {
        let document = document.clone().into();
        validators.iter().all(|validator| validator.is_valid(&document))
    };
    witness::shared(subject, one, other).into_iter().find(is_shared)
}
