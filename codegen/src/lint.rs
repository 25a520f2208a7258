//! Finds what is wrong with schemas that are valid: what does nothing, contradicts itself, reads badly, or means
//! something else to another tool.
//!
//! Each rule stands in a file of its own, as data and one function. A house switches rules off, makes them weigh more
//! or less and says where they do not hold in its [`Config`], or in the schema itself; always with a reason.

mod descriptions;
mod edits;
mod inhabited;
mod names;
mod site;
mod subject;
mod suppression;
mod witness;

mod backtracking_pattern;
mod bare_digest;
mod colliding_python_names;
mod colliding_rust_names;
mod colliding_sql_names;
mod contradictory_bounds;
mod dead_value;
mod foreign_keyword;
mod format_alone;
mod free_text_category;
mod idle_keyword;
mod inconsistent_name;
mod inner_reference;
mod invalid_api_example;
mod invalid_default;
mod invalid_description;
mod invalid_example;
mod missing_description;
mod missing_examples;
mod missing_title;
mod misspelt_keyword;
mod naive_timestamp;
mod overlapping_branches;
mod personal_data;
mod repeated_operation;
mod shadowed_keyword;
mod unanchored_pattern;
mod unbounded_integer;
mod undeclared_path_parameter;
mod undeclared_required;
mod undeclared_security;
mod undeclared_tag;
mod undescribed_member;
mod unknown_format;
mod unmarked_sensitive;
mod unpatterned_identifier;
mod unreachable_definition;
mod unsatisfiable;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::options::Options;
use crate::rules::{Group, Rule};
use crate::{Planned, stack};

use self::subject::Subject;
use self::suppression::Suppressions;

pub use self::edits::mended;

/// A rule and how to find out where it is broken.
#[derive(Debug)]
pub struct Lint {
    /// The rule.
    pub rule: Rule,
    check: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}

/// Every rule, group by group.
pub static LINTS: &[Lint] = &[
    contradictory_bounds::LINT,
    dead_value::LINT,
    foreign_keyword::LINT,
    idle_keyword::LINT,
    invalid_default::LINT,
    invalid_example::LINT,
    misspelt_keyword::LINT,
    overlapping_branches::LINT,
    shadowed_keyword::LINT,
    undeclared_required::LINT,
    unreachable_definition::LINT,
    unsatisfiable::LINT,
    inner_reference::LINT,
    invalid_api_example::LINT,
    invalid_description::LINT,
    repeated_operation::LINT,
    undeclared_path_parameter::LINT,
    undeclared_security::LINT,
    undeclared_tag::LINT,
    personal_data::LINT,
    unmarked_sensitive::LINT,
    backtracking_pattern::LINT,
    colliding_python_names::LINT,
    colliding_rust_names::LINT,
    colliding_sql_names::LINT,
    format_alone::LINT,
    unanchored_pattern::LINT,
    unbounded_integer::LINT,
    unknown_format::LINT,
    inconsistent_name::LINT,
    missing_description::LINT,
    missing_examples::LINT,
    missing_title::LINT,
    undescribed_member::LINT,
    bare_digest::LINT,
    free_text_category::LINT,
    naive_timestamp::LINT,
    unpatterned_identifier::LINT,
];

/// Holds the requested documents against every rule that is on.
///
/// ```
/// use codegen::config::Config;
/// use codegen::{Options, lint};
///
/// let options = Options::default();
/// let planned = codegen::plan(&["../schemas".into()], &options)?;
/// let config = Config::beside(&["../schemas".into()])?;
/// assert!(lint::lint(&planned, &options, &config).is_empty());
/// # Ok::<(), codegen::Diagnostics>(())
/// ```
pub fn lint(planned: &Planned, options: &Options, config: &Config) -> Diagnostics {
    stack::on_deep_stack(|| {
        let subject = Subject::of(planned, options);
        let mut suppressions = Suppressions::of(&subject, config);
        let mut found = Vec::new();
        for lint in LINTS.iter().filter(|lint| is_on(&lint.rule, config)) {
            (lint.check)(&subject, &mut found);
        }
        let kept = found.into_iter().filter(|finding| !suppressions.cover(finding));
        let mut findings: Diagnostics = kept.map(|finding| weighed(finding, config)).collect();
        findings.extend(suppressions.findings());
        findings
    })
}

/// Whether a rule is asked for; conventions are a house's own, and only on when it says so.
fn is_on(rule: &Rule, config: &Config) -> bool {
    config.severity(rule).is_some() && (rule.group != Group::Convention || config.mentions(rule))
}

fn weighed(finding: Diagnostic, config: &Config) -> Diagnostic {
    let severity = crate::rules::find(finding.rule).and_then(|rule| config.severity(rule));
    severity.map_or(finding.clone(), |severity| finding.with_severity(severity))
}
