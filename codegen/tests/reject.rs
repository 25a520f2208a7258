//! Every rule has a folder of schemas that break it, and the text that a user sees then.
//!
//! With `UPDATE_GOLDEN` set, the texts are written instead of compared.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Diagnostics, Options};

#[test]
fn diagnostics_read_as_expected() {
    let mut different = Vec::new();
    for folder in folders(Path::new("tests/reject")) {
        let found = format!("{}\n", diagnose(&folder));
        let golden = folder.join("expected.txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if found != expected {
            different.push(format!("{}\n--- expected\n{expected}--- found\n{found}", folder.display()));
        }
    }
    assert!(different.is_empty(), "set UPDATE_GOLDEN to accept what was found:\n{}", different.join("\n"));
}

fn diagnose(folder: &Path) -> Diagnostics {
    match codegen::plan(&[folder.to_owned()], &Options::default()) {
        Ok(planned) => planned.warnings,
        Err(diagnostics) => diagnostics,
    }
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}
