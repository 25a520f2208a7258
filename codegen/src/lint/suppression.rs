//! Where rules do not hold: said in the schema by `x-lint-allow`, or in the configuration, always with a reason.

use crate::config::{Allowance, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Fix};
use crate::pointer;
use crate::rules;
use crate::source::Value;
use crate::suggest;

use super::edits;
use super::site::Site;
use super::subject::Subject;

/// The keyword of no vocabulary that holds a schema's own suppressions: reasons by rule.
const KEYWORD: &str = "x-lint-allow";

/// All suppressions, and which of them have been of use.
pub(super) struct Suppressions {
    all: Vec<Suppression>,
}

struct Suppression {
    rule: String,
    reason: String,
    file: String,
    /// What it covers, and all within.
    pointer: String,
    is_used: bool,
    /// Whether its file is among those that are looked at.
    is_looked_at: bool,
    /// What to say if it covers nothing, at the place where it stands.
    blame: Diagnostic,
}

impl Suppressions {
    pub(super) fn of(subject: &Subject<'_>, config: &Config) -> Self {
        let own = subject.sites.iter().flat_map(in_schema);
        let is_looked_at =
            |allowance: &Allowance| subject.sources.iter().any(|source| is_same_file(source.name(), &allowance.file));
        let listed = config.allowances.iter();
        let listed = listed.map(|allowance| in_config(allowance, is_looked_at(allowance), config));
        Self { all: own.chain(listed).collect() }
    }

    /// Whether a finding is covered.
    pub(super) fn cover(&mut self, finding: &Diagnostic) -> bool {
        let covering = self.all.iter_mut().filter(|suppression| suppression.covers(finding));
        covering.fold(false, |_, suppression| {
            suppression.is_used = true;
            true
        })
    }

    /// What is wrong with the suppressions themselves.
    pub(super) fn findings(self) -> Diagnostics {
        let findings = self.all.into_iter().filter_map(Suppression::finding);
        let weight = |finding: &Diagnostic| rules::find(finding.rule).map(|rule| rule.severity);
        findings
            .map(|finding| weight(&finding).map_or(finding.clone(), |weight| finding.with_severity(weight)))
            .collect()
    }
}

impl Suppression {
    fn covers(&self, finding: &Diagnostic) -> bool {
        self.rule == finding.rule
            && is_same_file(&finding.file, &self.file)
            && pointer::is_within(&finding.pointer, &self.pointer)
    }

    fn finding(self) -> Option<Diagnostic> {
        let Self { rule, reason, blame, is_used, is_looked_at, .. } = self;
        if rules::find(&rule).is_none() {
            let nearest = suggest::nearest(&rule, rules::all().map(|rule| rule.id));
            let help = nearest.map_or("`codegen rules` lists them".to_owned(), |id| format!("did you mean `{id}`?"));
            let message = format!("there is no rule `{rule}`");
            return Some(Diagnostic { rule: "unknown-rule", message, fix: None, ..blame }.with_help(help));
        }
        if reason.trim().is_empty() {
            let message = format!("nobody says why `{rule}` does not hold here");
            let finding = Diagnostic { rule: "unexplained-suppression", message, fix: None, ..blame };
            return Some(finding.with_help("write the reason down for those who come later"));
        }
        (is_looked_at && !is_used).then_some(blame)
    }
}

/// Whether a path means the file that a shorter one names.
fn is_same_file(path: &str, name: &str) -> bool {
    path == name || path.strip_suffix(name).is_some_and(|folder| folder.ends_with('/'))
}

fn in_schema(site: &Site<'_>) -> Vec<Suppression> {
    let members = site.value.get(KEYWORD).into_iter().flat_map(Value::members);
    let suppressions = members.map(|(rule, reason)| {
        let place = pointer::join(&site.pointer, &[KEYWORD, &rule]);
        let is_only = site.value.get(KEYWORD).is_some_and(|value| value.members().count() == 1);
        let removed = if is_only { pointer::join(&site.pointer, &[KEYWORD]) } else { place.clone() };
        Suppression {
            reason: reason.as_str().unwrap_or_default().to_owned(),
            file: site.source.name().to_owned(),
            pointer: site.pointer.clone(),
            is_used: false,
            is_looked_at: true,
            blame: with_removal(unused(&rule).at_name(site.source, &place), site, &removed),
            rule: rule.into_owned(),
        }
    });
    suppressions.collect()
}

fn in_config(allowance: &Allowance, is_looked_at: bool, config: &Config) -> Suppression {
    let blame = unused(&allowance.rule);
    let blame = match &config.source {
        Some(source) => blame.at_value(source, &allowance.place),
        None => blame,
    };
    Suppression {
        rule: allowance.rule.clone(),
        reason: allowance.reason.clone(),
        file: allowance.file.clone(),
        pointer: allowance.pointer.clone(),
        is_used: false,
        is_looked_at,
        blame,
    }
}

fn unused(rule: &str) -> Diagnostic {
    let unused = Diagnostic::warning("unused-suppression", format!("`{rule}` is not broken here"));
    unused.with_help("remove the suppression")
}

fn with_removal(finding: Diagnostic, site: &Site<'_>, member: &str) -> Diagnostic {
    let edit = edits::removal(site.source, member);
    edit.map_or(finding.clone(), |edit| {
        finding.with_fix(Fix { title: "Remove the suppression".to_owned(), is_safe: true, edits: vec![edit] })
    })
}
