//! Generates the types when a schema changes; every mistake in the schemas fails the build where it stands.

use std::env;
use std::path::{Path, PathBuf};

use codegen::{Diagnostics, EmitOptions, Options};

fn main() {
    println!("cargo::rerun-if-changed=../schemas");
    if let Err(diagnostics) = generate() {
        diagnostics.to_string().lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn generate() -> Result<(), Diagnostics> {
    let emit = EmitOptions { jiff: true, ..EmitOptions::default() };
    let files = codegen::generate(&[PathBuf::from("../schemas")], &Options::default(), &emit)?;
    codegen::write::write(&files, Path::new(&env::var_os("OUT_DIR").unwrap_or_default())).map(drop)
}
