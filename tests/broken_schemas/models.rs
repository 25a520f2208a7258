//! A program made of the models that some schemas generate: it reads examples and prints what is wrong with them.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use codegen::{EmitOptions, Options};

use crate::agreement::finding::Finding;
use crate::agreement::world::REPOSITORY;

/// The program's package; the lock file beside it is the workspace's, so that it needs no network.
const MANIFEST: &str = r#"[package]
name = "models"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", default-features = false, features = ["std"] }
serde_json = "1"

[profile.dev]
debug = false

[workspace]
"#;

const CHECK: &str = r#"
fn check<T: models::support::Contract>(file: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    for violation in T::from_json(&text).err().iter().flat_map(models::Error::violations) {
        let (line, column) = (violation.line().unwrap(), violation.column().unwrap());
        println!("{file}\t{line}\t{column}\t{}\t{}", violation.pointer(), violation.keyword());
    }
}
"#;

/// What a type of the models has against an example.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) finding: Finding,
}

/// Generates the models of `schemas` and has them read the examples, each given with its type.
pub(crate) fn read_examples(schemas: &Path, examples: &[(&str, &str)]) -> Result<Vec<Report>, String> {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("models");
    let models = codegen::generate(&[schemas.to_path_buf()], &Options::default(), &EmitOptions::default());
    let models = models.map_err(|errors| errors.to_string())?;
    codegen::write::write(&models, &package.join("src/models")).map_err(|errors| errors.to_string())?;
    write(&package.join("Cargo.toml"), MANIFEST)?;
    write(&package.join("src/main.rs"), &program(examples))?;
    let lock = Path::new(REPOSITORY).join("Cargo.lock");
    fs::copy(lock, package.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    run(&package)?.lines().map(report).collect()
}

fn program(examples: &[(&str, &str)]) -> String {
    let mut text = format!("#![allow(warnings)]\nmod models;\n{CHECK}\nfn main() {{\n");
    for (file, ty) in examples {
        // A `String` takes all that is written to it.
        let _ = writeln!(text, "    check::<models::{ty}>({file:?});");
    }
    text.push_str("}\n");
    text
}

fn run(package: &Path) -> Result<String, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--manifest-path"]).arg(package.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(package.join("target")).current_dir(REPOSITORY);
    let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
    if output.status.success() {
        return String::from_utf8(output.stdout).map_err(|error| error.to_string());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}

fn report(line: &str) -> Result<Report, String> {
    let unreadable = || format!("the models print {line:?}");
    let [file, line, column, pointer, keyword] =
        line.split('\t').collect::<Vec<_>>().try_into().map_err(|_| unreadable())?;
    let number = |text: &str| text.parse::<usize>().map_err(|_| unreadable());
    let finding = Finding::new(pointer, keyword);
    Ok(Report { file: file.to_owned(), line: number(line)?, column: number(column)?, finding })
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
