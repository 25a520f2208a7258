//! `unbounded-integer`: An integer has a least and a greatest value.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "unbounded-integer";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Interoperability,
        severity: Severity::Warning,
        summary: "An integer has a least and a greatest value.",
        why: "Without them it may have a thousand digits: in Rust it needs an exact type, and elsewhere it loses digits above 2^53.",
        bad: r#"{ "type": "integer", "minimum": 0 }"#,
        good: r#"{ "type": "integer", "minimum": 0, "maximum": 4294967295 }"#,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let has = |site: &Site<'_>, names: [&str; 2]| names.iter().any(|name| site.keyword(name).is_some());
    let is_listed = |site: &Site<'_>| has(site, ["const", "enum"]);
    for site in subject.sites.iter().filter(|site| site.is_of_type("integer") && !is_listed(site)) {
        let missing = match (has(site, ["minimum", "exclusiveMinimum"]), has(site, ["maximum", "exclusiveMaximum"])) {
            (true, true) => continue,
            (true, false) => "`maximum`",
            (false, true) => "`minimum`",
            (false, false) => "`minimum` and `maximum`",
        };
        let finding = site.finding_at(ID, "type", format!("the integer has no {missing}"));
        found.push(finding.with_help("say how large it can be, if it is `9007199254740991` (2^53 - 1)"));
    }
}
