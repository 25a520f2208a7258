//! `unknown-format`: A format is one that the draft defines.

use crate::diagnostic::{Diagnostic, Severity};
use crate::dialect::defines_format;
use crate::rules::{Group, Rule};
use crate::suggest;

use super::Lint;
use super::subject::Subject;

const ID: &str = "unknown-format";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "A format is one that the draft defines.",
        why: "A format that nobody knows asserts nothing, and the next reader may take it for a check.",
        bad: r#"{ "type": "string", "format": "emial" }"#,
        good: r#"{ "type": "string", "format": "email", "pattern": "^[^@]+@[^@]+$" }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let Some(format) = site.text("format") else { continue };
        if defines_format(site.dialect.draft(), format) || OPENAPI.contains(&format) {
            continue;
        }
        let finding = site.finding_at(ID, "format", format!("{} knows no format `{format}`", site.dialect));
        let meant = suggest::nearest(format, FORMATS);
        found.push(match meant {
            Some(meant) => finding.with_help(format!("did you mean `{meant}`?")),
            None => finding.with_help("write a `pattern`"),
        });
    }
}

/// Formats of some draft.
const FORMATS: [&str; 19] = [
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// Formats that OpenAPI registers, most of them hints at a number's width.
const OPENAPI: [&str; 8] = ["binary", "byte", "decimal", "double", "float", "int32", "int64", "password"];
