//! `personal-data`: No member is named after raw personal data.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::names::words;
use super::subject::Subject;

const ID: &str = "personal-data";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Privacy,
        severity: Severity::Error,
        summary: "No member is named after raw personal data.",
        why: "Documents are copied, logged and kept: refer to de-identified data by an identifier instead.",
        bad: r#"{ "properties": { "email": { "type": "string" } } }"#,
        good: r#"{ "properties": { "contact_id": { "type": "string" } } }"#,
    },
    check,
};

/// Names that are personal whatever stands around them.
const PERSONAL: [&str; 22] = [
    "birthday",
    "birthdate",
    "bic",
    "dob",
    "email",
    "iban",
    "imei",
    "latitude",
    "longitude",
    "mail",
    "nino",
    "passport",
    "password",
    "phone",
    "pin",
    "secret",
    "sin",
    "ssn",
    "surname",
    "telephone",
    "username",
    "whatsapp",
];

/// Pairs of words that are.
const PAIRS: [(&str, &str); 18] = [
    ("account", "number"),
    ("birth", "date"),
    ("card", "number"),
    ("credit", "card"),
    ("date", "birth"),
    ("driving", "licence"),
    ("e", "mail"),
    ("family", "name"),
    ("first", "name"),
    ("full", "name"),
    ("given", "name"),
    ("home", "address"),
    ("ip", "address"),
    ("last", "name"),
    ("national", "id"),
    ("postal", "address"),
    ("social", "security"),
    ("tax", "id"),
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        for (name, member) in site.properties() {
            let words = words(&name);
            let is_pair = |(first, second): &(&str, &str)| words.windows(2).any(|pair| pair == [*first, *second]);
            if words.iter().any(|word| PERSONAL.contains(&word.as_str())) || PAIRS.iter().any(is_pair) {
                let finding = Diagnostic::error(ID, format!("`{name}` looks like raw personal data"));
                let help = "leave it out, or refer to a de-identified artifact by its identifier";
                found.push(finding.at_name(site.source, &member).with_help(help));
            }
        }
    }
}
