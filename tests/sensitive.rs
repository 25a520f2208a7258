//! What the schemas mark as sensitive comes out in no debug output and in no message, and is written as ever.

#![cfg(test)]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

use contracts::{Experience, Signals, SpecialistReport, Violation};

const EXPERIENCE: &str = include_str!("../examples/experience.json");
const REPORT: &str = include_str!("../examples/specialist_report.json");

/// A value that only sensitive members hold.
const SECRET: &str = "SECRET-0042";

#[test]
fn debug_output_leaves_sensitive_members_out() {
    let experience = Experience::from_json(&with_secret_signals()).unwrap();
    let shown = format!("{experience:?}");
    assert!(shown.contains("signals: (not shown)") && shown.contains(experience.experience_id.as_str()), "{shown}");
    assert!(!shown.contains(SECRET), "{shown}");
    assert!(!format!("{:?}", SpecialistReport::from_json(REPORT).unwrap()).contains("artifact_uri"));
}

#[test]
fn messages_leave_sensitive_values_out() {
    let wrong = with_secret_signals().replace("\"psi\": 0.27", "\"psi\": \"SECRET-0042\"");
    let wrong = wrong.replacen("\"source\"", "\"sauce\"", 1);
    let error = Experience::from_json(&wrong).unwrap_err();
    let places: Vec<&str> = error.violations().iter().map(Violation::pointer).collect();
    assert!(places.contains(&"") && places.iter().any(|place| place.starts_with("/signals")), "{error}");
    assert!(!error.to_string().contains(SECRET) && !format!("{error:?}").contains(SECRET), "{error:?}");
}

#[test]
fn builders_leave_sensitive_values_out() {
    let signals = Signals::from_json(&format!(r#"{{ "note": "{SECRET}" }}"#)).unwrap();
    let builder = Experience::builder().signals(signals);
    assert!(!format!("{builder:?}").contains(SECRET));
    let error = builder.build().unwrap_err();
    assert!(error.violations().len() > 1 && !error.to_string().contains(SECRET), "{error}");
}

#[test]
fn sensitive_members_are_written_as_ever() {
    let experience = Experience::from_json(&with_secret_signals()).unwrap();
    assert!(serde_json::to_string(&experience).unwrap().contains(SECRET));
}

/// The example with a secret among its signals.
fn with_secret_signals() -> String {
    let (before, after) = EXPERIENCE.split_once("\"signals\": {").expect("signals");
    format!("{before}\"signals\": {{ \"note\": \"{SECRET}\",{after}")
}
