//! Compiling what was generated: bytes of code and times of `cargo check`, beside typify's for the same schema.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use codegen::{EmitOptions, Layout, Options};

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../schemas/ml_schemas.json");

/// What typify's code needs.
const MANIFEST: &str = r#"[package]
name = "typified"
version = "0.0.0"
edition = "2024"

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
regress = "0.12"
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[workspace]
"#;

/// Prints a row for each generator.
pub fn print() -> Result<(), Box<dyn Error>> {
    let folder = env::temp_dir().join(format!("peers-compiling-{}", std::process::id()));
    let (typified, ours) = (folder.join("typified"), folder.join("ours"));
    fs::create_dir_all(typified.join("src"))?;
    fs::write(typified.join("Cargo.toml"), MANIFEST)?;
    fs::write(typified.join("src/lib.rs"), include_str!(concat!(env!("OUT_DIR"), "/typify.rs")))?;
    let layout = EmitOptions { layout: Layout::Crate { name: "ours".to_owned() }, ..EmitOptions::default() };
    let files = codegen::generate(&[PathBuf::from(SCHEMA)], &Options::default(), &layout);
    codegen::write::write(&files.map_err(|found| found.to_string())?, &ours).map_err(|found| found.to_string())?;
    println!("\n{:<44}{:>24}{:>24}", "compiling, ml_schemas.json", "bytes of code", "cargo check");
    for (way, folder) in [("typify", &typified), ("ours, with the support module", &ours)] {
        println!("{way:<44}{:>24}{:>24}", bytes(&folder.join("src"))?, format!("{:.0?}", checked(folder)?));
    }
    Ok(fs::remove_dir_all(folder)?)
}

/// How much Rust a folder holds.
fn bytes(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() { self::bytes(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

/// The best time that checking a crate takes once what it needs is there.
fn checked(folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let root = folder.join("src/lib.rs");
    let mut best = Duration::MAX;
    for round in 0..4 {
        fs::write(&root, fs::read(&root)?)?;
        let start = Instant::now();
        let mut check = Command::new("cargo");
        check.args(["check", "--quiet"]).current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
        if !check.status()?.success() {
            return Err("generated code does not compile".into());
        }
        // The first round is for what the crate depends on.
        best = if round == 0 { best } else { best.min(start.elapsed()) };
    }
    Ok(best)
}
