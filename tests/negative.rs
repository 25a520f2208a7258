//! Negative proof: when a schema and a type differ, the agreement tests say so, and which examples a change breaks.
//!
//! A test that cannot fail proves nothing. So here the schemas are changed and the types are not, and the other way
//! round.

#[expect(dead_code, reason = "the tests of examples are of no use here")]
mod agreement;
mod broken_schemas;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use agreement::document::Document;
use agreement::exactness::stand_in;
use agreement::failure::Failure;
use agreement::finding::{self, Finding};
use agreement::subject::Subject;
use agreement::trial::Trial;
use agreement::world::World;
use agreement::{refused, suite};
use broken_schemas::models::{self, Report};
use broken_schemas::{Change, changed};
use contracts::ml_schemas;

include!(concat!(env!("OUT_DIR"), "/examples.rs"));

/// The agreement tests of a type, all of them.
const TESTS: [suite::Test; 4] = [
    suite::on_examples,
    suite::on_generated_documents,
    suite::on_near_misses_of_examples,
    suite::on_near_misses_of_generated_documents,
];

/// What the first agreement test of `subject` to fail says when the schemas are changed behind its back.
fn complaint(change: Change, subject: Subject) -> Result<Option<String>, String> {
    let world = World::load(&changed(change)?)?;
    let trial = Trial::new(subject, &world)?;
    Ok(TESTS.iter().find_map(|test| test(&trial).err()))
}

/// Checks that a change is noticed, with the type's name and the document that shows it.
fn is_noticed(change: Change, subject: Subject) -> Result<(), Failure> {
    let complaint = complaint(change, subject)?.ok_or_else(|| format!("nobody noticed {}", change.name))?;
    assert!(complaint.contains(subject.path), "no type is named: {complaint}");
    assert!(complaint.contains("document: "), "no document is shown: {complaint}");
    Ok(())
}

macro_rules! subject {
    ($ty:ty) => {
        Subject::of::<$ty>(stringify!($ty))
    };
}

#[test]
fn no_change_is_no_disagreement() -> Result<(), Failure> {
    let change = Change { name: "no_change", pointer: "/title", value: r#""GraceDocument""# };
    assert_eq!(complaint(change, subject!(ml_schemas::Insight))?, None);
    Ok(())
}

#[test]
fn a_raised_maximum_is_noticed() -> Result<(), Failure> {
    let pointer = "/$defs/Insight/properties/confidence/maximum";
    is_noticed(Change { name: "raised_maximum", pointer, value: "2" }, subject!(ml_schemas::Insight))
}

#[test]
fn a_minimum_that_became_exclusive_is_noticed() -> Result<(), Failure> {
    let pointer = "/$defs/Insight/properties/confidence";
    let value = r#"{"title": "Confidence", "type": "number", "exclusiveMinimum": 0, "maximum": 1}"#;
    is_noticed(Change { name: "exclusive_minimum", pointer, value }, subject!(ml_schemas::Confidence))
}

#[test]
fn a_dropped_required_is_noticed() -> Result<(), Failure> {
    let change = Change {
        name: "dropped_required",
        pointer: "/$defs/Candidate/required",
        value: r#"["model_key", "version", "artifact_uri"]"#,
    };
    is_noticed(change, subject!(ml_schemas::Candidate))
}

#[test]
fn a_changed_pattern_is_noticed() -> Result<(), Failure> {
    let change = Change {
        name: "changed_pattern",
        pointer: "/$defs/SemVer/pattern",
        value: r#""^[0-9]+\\.[0-9]+(\\.[0-9]+)?$""#,
    };
    is_noticed(change, subject!(ml_schemas::SemVer))
}

#[test]
fn a_new_enum_value_is_noticed_wherever_the_enum_is_used() -> Result<(), Failure> {
    let change =
        Change { name: "new_enum_value", pointer: "/$defs/Environment/enum", value: r#"["dev", "staging", "test"]"# };
    is_noticed(change, subject!(ml_schemas::Environment))?;
    is_noticed(change, subject!(ml_schemas::Experience))
}

#[test]
fn a_null_that_became_legal_is_noticed() -> Result<(), Failure> {
    let pointer = "/$defs/Fairness/properties/delta/type";
    is_noticed(Change { name: "legal_null", pointer, value: r#"["number", "null"]"# }, subject!(ml_schemas::Fairness))
}

#[test]
fn a_closed_object_is_noticed() -> Result<(), Failure> {
    let value = r#"{"title": "Drift", "type": "object", "additionalProperties": false,
        "properties": {"psi": {"type": "number"}, "kl": {"type": "number"}, "mmd": {"type": "number"}}}"#;
    is_noticed(Change { name: "closed_object", pointer: "/$defs/Drift", value }, subject!(ml_schemas::Drift))
}

#[test]
fn a_condition_that_went_is_noticed() -> Result<(), Failure> {
    let change = Change { name: "no_condition", pointer: "/$defs/SpecialistReport/allOf/0/then", value: "true" };
    is_noticed(change, subject!(ml_schemas::SpecialistReport))
}

/// The examples that are broken, with what is wrong with them.
type Broken = BTreeMap<String, BTreeSet<Finding>>;

/// What the judge has against the examples once the schemas are changed.
fn judged(schemas: &World) -> Result<Broken, String> {
    let mut broken = Broken::new();
    for (file, ty) in EXAMPLES {
        let schema = schemas.planned(ty).ok_or_else(|| format!("{ty} is gone"))?.schema;
        let validator = schemas.validator(schema)?;
        let findings = finding::judged(&validator, &stand_in(&Document::read(file)?.tree));
        if !findings.is_empty() {
            broken.insert((*file).to_owned(), findings);
        }
    }
    Ok(broken)
}

/// What the types of the changed schemas have against the examples, each at a place that is the right one.
fn reported(schemas: &Path) -> Result<Broken, String> {
    let mut broken = Broken::new();
    for Report { file, line, column, finding } in models::read_examples(schemas, EXAMPLES)? {
        refused::stands_at(&Document::read(&file)?, &finding.pointer, line, column)?;
        broken.entry(file).or_default().insert(finding);
    }
    Ok(broken)
}

/// The examples that a change breaks, on which types and judge must agree.
fn broken_by(change: Change) -> Result<Vec<String>, String> {
    let folder = changed(change)?;
    let reported = reported(&folder)?;
    assert_eq!(reported, judged(&World::load(&folder)?)?, "{}", change.name);
    Ok(reported.into_keys().collect())
}

#[test]
fn a_change_breaks_exactly_the_examples_that_it_must() -> Result<(), Failure> {
    let required = Change {
        name: "new_required",
        pointer: "/$defs/Insight/required",
        value: r#"["insight_id", "type", "scope", "evidence", "confidence", "timestamp", "reviewer"]"#,
    };
    let broken = broken_by(required)?;
    assert!(broken.iter().any(|file| file == "examples/insight.json"), "{broken:?}");
    let pointer = "/$defs/Insight/properties/confidence/maximum";
    let lowered = broken_by(Change { name: "lowered_maximum", pointer, value: "0.5" })?;
    assert!(!lowered.is_empty() && lowered.len() < broken.len(), "{lowered:?}");
    Ok(())
}
