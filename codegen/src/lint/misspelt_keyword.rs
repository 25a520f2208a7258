//! `misspelt-keyword`: A keyword is spelt as its dialect spells it.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::dialect::{Dialect, Draft};
use crate::rules::{Group, Rule};
use crate::suggest;

use super::Lint;
use super::edits;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "misspelt-keyword";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "A keyword is spelt as its dialect spells it.",
        why: "A keyword that nobody knows asserts nothing, so the schema accepts more than it seems to.",
        bad: r#"{ "type": "object", "aditionalProperties": false }"#,
        good: r#"{ "type": "object", "additionalProperties": false }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        for (name, _) in site.value.members().filter(|(name, _)| is_unknown(site, name)) {
            let Some(meant) = suggest::nearest(&name, site.dialect.keywords()) else { continue };
            let edit = edits::renaming(site.source, &crate::pointer::join(&site.pointer, &[&name]), meant);
            // Afterwards the schema asserts more than before, so somebody has to look.
            let title = format!("Rename it to `{meant}`");
            let fix = edit.map(|edit| Fix { title, is_safe: false, edits: vec![edit] });
            let finding = site.finding_at(ID, &name, format!("`{name}` is no keyword of {}", site.dialect));
            found.push(Diagnostic { fix, ..finding.with_help(format!("did you mean `{meant}`?")) });
        }
    }
}

/// Whether no draft knows the name, and it does not say that it is somebody's own.
fn is_unknown(site: &Site<'_>, name: &str) -> bool {
    let is_known = Draft::ALL.iter().any(|draft| Dialect::of(*draft).keyword(name).is_some());
    !is_known && !name.starts_with("x-") && site.dialect.keyword(name).is_none() && !OPENAPI.contains(&name)
}

/// What OpenAPI adds to schemas.
const OPENAPI: [&str; 4] = ["discriminator", "example", "externalDocs", "xml"];
