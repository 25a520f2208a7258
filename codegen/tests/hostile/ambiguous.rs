//! Alternatives within alternatives that all look alike until the end: trying them one after the other, again at each
//! level, would take longer than anybody waits.

use std::fs;

use serde_json::{Value, json};

use crate::compiled::{cargo, written};
use crate::scratch::document;

/// Reads documents that are nested as deep as readers allow, by all ways that lead to a verdict.
const PROGRAM: &str = r#"
use ambiguous::{Any, Contract, One};

fn nested(innermost: &str) -> String {
    (0..100).fold(innermost.to_owned(), |inner, _| format!("{{\"child\":{inner}}}"))
}

fn is_accepted<T: Contract>(text: &str) -> bool {
    let read = T::from_json(text);
    assert_eq!(serde_json::from_str::<T>(text).is_ok(), read.is_ok());
    match read {
        Ok(value) => {
            assert_eq!(value.to_json(), text);
            assert!(value.validate().is_ok());
            true
        }
        Err(error) => {
            assert!(!error.violations().is_empty());
            false
        }
    }
}

fn main() {
    assert!(is_accepted::<Any>(&nested("{}")) && is_accepted::<One>(&nested("{}")));
    assert!(is_accepted::<Any>(&nested("{\"second\":1}")) && is_accepted::<One>(&nested("{\"first\":1}")));
    assert!(!is_accepted::<Any>(&nested("{\"third\":1}")) && !is_accepted::<One>(&nested("1")));
    assert!(!is_accepted::<Any>(&nested("[]")));
}
"#;

fn schema() -> Value {
    let branch = |name: &str, more: (&str, Value)| {
        let child = json!({"$ref": format!("#/$defs/{name}")});
        json!({"type": "object", "properties": {"child": child}, more.0: more.1})
    };
    let needs = |member: &str| ("required", json!([member]));
    let any = [
        branch("Any", needs("first")),
        branch("Any", needs("second")),
        branch("Any", ("not", json!({"required": ["third"]}))),
    ];
    let one = [branch("One", needs("first")), branch("One", ("not", json!({"required": ["first"]})))];
    json!({"$defs": {"Any": {"anyOf": any}, "One": {"oneOf": one}}})
}

#[test]
fn verdicts_on_deep_documents_come_at_once() {
    let folder = written("ambiguous", &[document("nodes", schema())]);
    fs::create_dir_all(folder.join("examples")).unwrap();
    fs::write(folder.join("examples/verdicts.rs"), PROGRAM).unwrap();
    let output = cargo(&folder, &["run", "--offline", "--quiet", "--example", "verdicts"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
