//! The compiler's work, in which it must find nothing to warn of, nor, if it is asked, clippy at its strictest.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::part::Part;

/// Builds the crates in `folder`, those of one kind at a time: Cargo would give all of them the features of any.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn compile(parts: &[Part], folder: &Path, has_clippy: bool) -> Result<()> {
    for is_exact in [false, true] {
        let names: Vec<&str> =
            parts.iter().filter(|part| part.is_exact == is_exact).flat_map(|part| ["-p", &part.name]).collect();
        if names.is_empty() {
            continue;
        }
        cargo(folder, &[&["build", "--quiet"], &names[..]].concat())?;
        if has_clippy {
            cargo(folder, &[&["clippy", "--quiet"], &names[..], &["--", "-Dwarnings", "-Dclippy::pedantic"]].concat())?;
        }
    }
    Ok(())
}

/// The program that a crate became.
#[must_use]
pub fn program(part: &Part, folder: &Path) -> PathBuf {
    target(folder).join("debug").join(&part.name)
}

fn target(folder: &Path) -> PathBuf {
    folder.with_file_name("target")
}

fn cargo(folder: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(folder).env("CARGO_TARGET_DIR", target(folder));
    if command.status()?.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments.join(" ")).into()) }
}
