//! `contradictory-bounds`: A lower bound is not above its upper bound.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};

use super::Lint;
use super::subject::Subject;

const ID: &str = "contradictory-bounds";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Error,
        summary: "A lower bound is not above its upper bound.",
        why: "No value can satisfy both, so nothing of that type is ever valid.",
        bad: r#"{ "type": "string", "minLength": 5, "maxLength": 3 }"#,
        good: r#"{ "type": "string", "minLength": 3, "maxLength": 5 }"#,
    },
    check,
};

/// Each lower bound, its upper bound, and whether equal ones leave nothing either.
const PAIRS: [(&str, &str, bool); 8] = [
    ("minimum", "maximum", false),
    ("minimum", "exclusiveMaximum", true),
    ("exclusiveMinimum", "maximum", true),
    ("exclusiveMinimum", "exclusiveMaximum", true),
    ("minLength", "maxLength", false),
    ("minItems", "maxItems", false),
    ("minProperties", "maxProperties", false),
    ("minContains", "maxContains", false),
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for site in &subject.sites {
        let number = |name| site.keyword(name).and_then(|value| value.json().as_number());
        for (lower, upper, is_strict) in PAIRS {
            let (Some(least), Some(greatest)) = (number(lower), number(upper)) else { continue };
            if least > greatest || (is_strict && least == greatest) {
                let message = format!("no value fits `{lower}` {least} and `{upper}` {greatest}");
                found.push(site.finding_at(ID, upper, message).with_help("exchange them, or drop one"));
            }
        }
    }
}
