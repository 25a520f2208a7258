//! What a project decides once for all its schemas, in the optional file `codegen.json` beside them.

mod places;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value as Instance;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::load;
use crate::rules::Rule;
use crate::source::{Source, Value};

pub use self::places::Places;

/// The schema of the file.
pub const SCHEMA: &str = include_str!("../schemas/config.json");

/// A project's decisions; the default is what those have who decided nothing.
#[derive(Debug, Default)]
pub struct Config {
    /// Where rules do not hold.
    pub allowances: Vec<Allowance>,
    /// The Cargo package that the generated code is built into.
    pub package: Option<String>,
    /// Where the project has what stands beside its schemas.
    pub places: Places,
    /// The file, if there is one.
    pub source: Option<Source>,
    /// How much rules and groups matter; nothing for those that are off.
    weights: BTreeMap<String, Option<Severity>>,
}

/// A place where a rule does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule.
    pub rule: String,
    /// The schema's file, from the configuration's folder.
    pub file: String,
    /// The JSON Pointer of what is allowed, and of all within.
    pub pointer: String,
    /// Why.
    pub reason: String,
    /// The JSON Pointer of the allowance itself.
    pub place: String,
}

impl Config {
    /// Reads the `codegen.json` in the first folder of `paths` that has one, or beside one of the files.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is no JSON, or says something that nobody understands (`invalid-config`).
    pub fn beside(paths: &[PathBuf]) -> Result<Self, Diagnostics> {
        load::configuration(paths)?.map_or_else(|| Ok(Self::default()), Self::read)
    }

    /// Reads a configuration.
    ///
    /// ```
    /// use codegen::{config::Config, source::Source};
    ///
    /// let text = r#"{ "lint": { "rules": { "clarity": "of" } } }"#;
    /// let source = Source::parse("codegen.json", "file:///codegen.json", text).unwrap();
    /// let errors = Config::read(source).unwrap_err();
    /// assert_eq!(errors.iter().next().unwrap().pointer, "/lint/rules/clarity");
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that is not as [`SCHEMA`] says.
    pub fn read(source: Source) -> Result<Self, Diagnostics> {
        let errors = violations(&source);
        if errors.is_fatal() {
            return Err(errors);
        }
        let (weights, allowances) = (weights(&source), allowances(&source));
        let package = source.at("/check/package").and_then(Value::as_str).map(str::to_owned);
        let places = Places::of(&source);
        Ok(Self { allowances, package, places, source: Some(source), weights })
    }

    /// How much a rule matters here; nothing if it is off.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let own = self.weights.get(rule.id).or_else(|| self.weights.get(rule.group.name()));
        own.copied().unwrap_or(Some(rule.severity))
    }

    /// Whether it says anything about a rule, or about its group.
    #[must_use]
    pub fn mentions(&self, rule: &Rule) -> bool {
        self.weights.contains_key(rule.id) || self.weights.contains_key(rule.group.name())
    }
}

fn violations(source: &Source) -> Diagnostics {
    let instance = Instance::from(source.json().clone());
    let schema = serde_json::from_str(SCHEMA).ok();
    let validator = schema.and_then(|schema: Instance| jsonschema::validator_for(&schema).ok());
    let errors = validator.iter().flat_map(|validator| validator.iter_errors(&instance));
    let findings = errors.map(|error| {
        let pointer = error.instance_path().as_str().to_owned();
        Diagnostic::error("invalid-config", error.to_string()).at_value(source, &pointer)
    });
    findings.collect()
}

fn weights(source: &Source) -> BTreeMap<String, Option<Severity>> {
    let members = source.at("/lint/rules").into_iter().flat_map(Value::members);
    let weights = members.map(|(name, weight)| {
        let severity = match weight.as_str() {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            Some("note") => Some(Severity::Note),
            _ => None,
        };
        (name.into_owned(), severity)
    });
    weights.collect()
}

fn allowances(source: &Source) -> Vec<Allowance> {
    let items = source.at("/lint/allow").into_iter().flat_map(Value::items).enumerate();
    let allowances = items.map(|(index, item)| {
        let text = |name| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Allowance {
            rule: text("rule"),
            file: text("file"),
            pointer: text("pointer"),
            reason: text("reason"),
            place: format!("/lint/allow/{index}/rule"),
        }
    });
    allowances.collect()
}
