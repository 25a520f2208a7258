//! What a validator has against a document: where, and by which keyword.

use std::collections::BTreeSet;
use std::fmt;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::pointer;

/// A keyword that fails at an instance location.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) pointer: String,
    pub(crate) keyword: String,
}

impl Finding {
    pub(crate) fn new(pointer: impl Into<String>, keyword: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), keyword: keyword.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at {:?}", self.keyword, self.pointer)
    }
}

/// All that the judge has against a document, also within the branches of a union that fails.
pub(crate) fn judged(validator: &Validator, document: &Value) -> BTreeSet<Finding> {
    let mut findings = BTreeSet::new();
    for error in validator.iter_errors(document) {
        collect(&error, &mut findings);
    }
    findings
}

fn collect(error: &ValidationError<'_>, findings: &mut BTreeSet<Finding>) {
    let pointer = error.instance_path().to_string();
    match error.kind() {
        ValidationErrorKind::AnyOf { context }
        | ValidationErrorKind::OneOfNotValid { context }
        | ValidationErrorKind::OneOfMultipleValid { context } => {
            context.iter().flatten().for_each(|inner| collect(inner, findings));
        }
        // The judge names the object, a reader of the error wants the member.
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            findings.extend(
                unexpected.iter().map(|name| Finding::new(pointer::join(&pointer, name), "additionalProperties")),
            );
        }
        // The judge knows no keyword for `false`, the applicator that holds it is one.
        ValidationErrorKind::FalseSchema => {
            let path = error.schema_path().to_string();
            findings.extend(path.rsplit('/').take(2).map(|token| Finding::new(pointer.clone(), token)));
        }
        _ => {}
    }
    findings.insert(Finding::new(pointer, error.kind().keyword()));
}
