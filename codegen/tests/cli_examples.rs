//! `codegen validate` on the repository's own schemas and examples: valid ones pass, and each invalid one is reported
//! with the violation that its `.violation.json` names.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

#[test]
fn valid_examples_have_no_violation() {
    for schema in ["ml_api", "ml_events", "ml_schemas"] {
        for (ty, files) in examples(&root().join("examples").join(schema)) {
            let found = validate(schema, &ty, &files);
            assert_eq!(found, Vec::<Value>::new(), "{schema}: {ty}");
        }
    }
}

#[test]
fn invalid_examples_have_the_violation_they_are_about() {
    for schema in ["ml_api", "ml_events", "ml_schemas"] {
        for (ty, files) in examples(&root().join("examples/invalid").join(schema)) {
            let found = validate(schema, &ty, &files);
            for file in &files {
                assert!(found.iter().any(|violation| is_wanted(file, violation)), "{}: {found:#?}", file.display());
            }
        }
    }
}

/// Whether a violation is the one that the file beside `file` names.
fn is_wanted(file: &Path, violation: &Value) -> bool {
    let wanted: Value =
        serde_json::from_str(&fs::read_to_string(file.with_extension("violation.json")).unwrap()).unwrap();
    violation["file"] == file.to_str().unwrap()
        && violation["pointer"] == wanted["pointer"]
        && violation["mismatch"]["keyword"] == wanted["keyword"]
}

/// The violations of documents of one type.
fn validate(schema: &str, ty: &str, files: &[PathBuf]) -> Vec<Value> {
    let file = root().join("schemas").join(schema).with_extension("json");
    let text = fs::read_to_string(&file).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let places = [format!("/$defs/{ty}"), format!("/components/schemas/{ty}")];
    // A type that no definition is called after is the root's.
    let pointer = places.iter().find(|place| document.pointer(place).is_some()).map_or("", String::as_str);
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command.args(["validate", "--format", "json"]).arg(format!("{}#{pointer}", file.display())).args(files);
    let output = command.output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

/// The documents below a folder, by the type that their folder is called after.
fn examples(folder: &Path) -> Vec<(String, Vec<PathBuf>)> {
    let mut types = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let files = fs::read_dir(entry.path()).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<PathBuf> =
            files.filter(|file| !file.to_str().unwrap().ends_with(".violation.json")).collect();
        files.sort();
        types.push((entry.file_name().into_string().unwrap(), files));
    }
    types.sort();
    types
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
