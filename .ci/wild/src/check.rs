//! The compiler's work on a crate of generated types, in which it must find nothing to warn of.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use codegen::Files;
use suite::Result;

/// The versions of this repository, so that nothing else is fetched.
const LOCK: &str = include_str!("../../../Cargo.lock");

/// What the compiler says of a crate.
pub struct Checked {
    /// How long it looked.
    pub time: Duration,
    /// Whether it found neither an error nor a warning.
    pub is_clean: bool,
}

/// Has the compiler check a crate, which is written to `folder` first.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn check(files: &Files, folder: &Path) -> Result<Checked> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (path, text) in files.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().ok_or("a file is in a folder")?)?;
        let end = if path.ends_with("Cargo.toml") { "\n[workspace]\n" } else { "" };
        fs::write(path, format!("{text}{end}"))?;
    }
    fs::write(folder.join("Cargo.lock"), LOCK)?;
    let start = Instant::now();
    let mut command = Command::new("cargo");
    command.args(["check", "--quiet"]).current_dir(folder).env("RUSTFLAGS", "-Dwarnings");
    let status = command.env("CARGO_TARGET_DIR", folder.with_file_name("target")).status()?;
    Ok(Checked { time: start.elapsed(), is_clean: status.success() })
}
