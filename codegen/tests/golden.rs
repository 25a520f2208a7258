//! Every shape of type has a folder with a small schema, and the code that people read when they look at its type.
//!
//! With `UPDATE_GOLDEN` set, the code is written instead of compared.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{EmitOptions, Options};
use similar::TextDiff;

#[test]
fn generated_code_reads_as_expected() {
    let mut different = Vec::new();
    for folder in folders(Path::new("tests/golden")) {
        let found = generated(&folder);
        let golden = folder.join("expected.rs");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if found != expected {
            different.push(diff(&golden, &expected, &found));
        }
    }
    assert!(different.is_empty(), "read this, and set UPDATE_GOLDEN to accept it:\n{}", different.join("\n"));
}

/// The module of the schema in a folder.
fn generated(folder: &Path) -> String {
    let files = codegen::generate(&[folder.join("schema.json")], &Options::default(), &EmitOptions::default());
    let files = files.unwrap_or_else(|diagnostics| panic!("{}: {diagnostics}", folder.display()));
    files.get("schema.rs").unwrap().to_owned()
}

fn diff(golden: &Path, expected: &str, found: &str) -> String {
    let (golden, diff) = (golden.display().to_string(), TextDiff::from_lines(expected, found));
    diff.unified_diff().header(&golden, "generated").to_string()
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}
