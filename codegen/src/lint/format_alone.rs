//! `format-alone`: What `format` promises is asserted by something that every validator asserts.

use crate::diagnostic::{Diagnostic, Severity};
use crate::dialect::defines_format;
use crate::rules::{Group, Rule};

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "format-alone";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Note,
        summary: "What `format` promises is asserted by something that every validator asserts.",
        why: "In plain 2020-12 `format` is an annotation: other validators accept any text there.",
        bad: r#"{ "type": "string", "format": "date" }"#,
        good: r#"{ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let is_alone = |site: &&Site<'_>| !["pattern", "const", "enum"].iter().any(|name| site.keyword(name).is_some());
    for site in subject.sites.iter().filter(is_alone) {
        let Some(format) = site.text("format").filter(|_| !site.dialect.asserts_format()) else { continue };
        let known = defines_format(site.dialect.draft(), format);
        if known {
            let message = format!("nothing but an annotation asks for `{format}`");
            found.push(site.finding_at(ID, "format", message).with_help("add a `pattern` for the main part of it"));
        }
    }
}
