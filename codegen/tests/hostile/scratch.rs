//! Schema documents on disk, each test's in a folder of its own, and what is generated from them.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Diagnostics, EmitOptions, Files, Layout, Options};
use serde_json::Value;

/// A schema document: its name without the ending, and its text.
pub(crate) type Document = (String, String);

/// A document of 2020-12 with these keywords beside `$schema`.
pub(crate) fn document(name: &str, mut schema: Value) -> Document {
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    (name.to_owned(), schema.to_string())
}

/// A fresh folder for a test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What is wrong with documents that no code can be generated for.
pub(crate) fn mistakes(test: &str, document: &Document) -> String {
    match generate(test, std::slice::from_ref(document), Layout::Modules) {
        Ok(_) => panic!("{test} generates code for {}", document.1),
        Err(diagnostics) => diagnostics.to_string(),
    }
}

/// Generates a module for each document.
pub(crate) fn generate(test: &str, documents: &[Document], layout: Layout) -> Result<Files, Diagnostics> {
    let folder = folder(test);
    for (name, text) in documents {
        fs::write(folder.join(format!("{name}.json")), text).unwrap();
    }
    codegen::generate(&[folder], &Options::default(), &EmitOptions { layout, jiff: false })
}

/// The code of a single document, which must be there and be Rust.
pub(crate) fn code(test: &str, document: &Document) -> String {
    let files = generate(test, std::slice::from_ref(document), Layout::Modules);
    let files = files.unwrap_or_else(|diagnostics| panic!("{test}: {diagnostics}"));
    files.get(&format!("{}.rs", document.0)).unwrap_or_else(|| panic!("{test} gave no module")).to_owned()
}
