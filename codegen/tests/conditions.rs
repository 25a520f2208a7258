//! Residual keywords that are written as Rust decide as the schema does, on every document that mixes a few values of
//! each member.

#![cfg(test)]

mod agreement;
#[path = "golden/conditions/expected.rs"]
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod conditions;
#[path = "../src/support/mod.rs"]
#[expect(unreachable_pub, reason = "it is a library's module")]
mod support;

use conditions::Shipment;

/// What each member may be; an empty text is its absence.
const MEMBERS: &[(&str, &[&str])] = &[
    ("mode", &[r#""air""#, r#""sea""#, r#""road""#, r#""rail""#]),
    ("priority", &["", r#""low""#, r#""high""#]),
    ("is_fragile", &["true", "false"]),
    ("carrier", &["", r#""swift""#, r#""snail""#]),
    ("weight", &["", "999.5", "1e3", "1000.1"]),
    (
        "stops",
        &["[]", r#"["X-1"]"#, r#"["X-1", "here"]"#, r#"["a stop with a name that is much too long to be one", ""]"#],
    ),
    ("labels", &["{}", r#"{"plate": "A"}"#, r#"{"weight": "much"}"#]),
];

#[test]
fn conditions_decide_as_the_schema_does() {
    let schema = serde_json::from_str(include_str!("golden/conditions/schema.json")).unwrap();
    let judge = jsonschema::validator_for(&schema).unwrap();
    let verdicts = agreement::compare::<Shipment>(&judge, &documents());
    assert!(verdicts.iter().all(|count| *count > 100), "{verdicts:?}");
}

/// Every document that has one of the values of each member.
fn documents() -> Vec<String> {
    let mut documents = vec![Vec::new()];
    for (name, values) in MEMBERS {
        let member = |value: &str| (!value.is_empty()).then(|| format!(r#""{name}": {value}"#));
        let with = |document: &Vec<String>, value| document.iter().cloned().chain(member(value)).collect();
        documents = documents
            .iter()
            .flat_map(|document| values.iter().map(|value| with(document, value)).collect::<Vec<_>>())
            .collect();
    }
    documents.iter().map(|members| format!("{{{}}}", members.join(", "))).collect()
}
