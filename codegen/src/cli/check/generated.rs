//! Whether generated code is what the schemas make, and compiles.

use std::path::Path;

use codegen::diagnostic::Diagnostic;
use codegen::layout::EmitOptions;
use codegen::write::{Difference, compare};
use codegen::{Diagnostics, Planned};

use crate::cli::disk;
use crate::cli::exit::Failure;
use crate::cli::streams::Streams;

use super::build::Build;
use super::part::Part;

const NAME: &str = "generated code";

/// The files in `models`, if there are any, and the package that the code is built into, if one is known.
pub(super) fn part(
    planned: &Planned,
    models: &Path,
    build: Option<Build>,
    streams: &mut Streams,
) -> Result<Part, Failure> {
    let is_written = disk::is_folder(&models.to_string_lossy());
    if !is_written && build.is_none() {
        return Ok(Part::missing(NAME, format!("no folder {}, and codegen.json names no package", models.display())));
    }
    let mut notes = Vec::new();
    let mut findings = Diagnostics::new();
    if is_written {
        notes.push(models.display().to_string());
        findings.extend(outdated(planned, models));
    }
    if let Some(build) = build {
        notes.push(format!("cargo check -p {}", build.package()));
        findings.extend(build.findings(streams)?);
    }
    Ok(Part::checked(NAME, findings).noting(notes.join(", ")))
}

/// One finding for all files: a generator that was not run leaves many behind.
fn outdated(planned: &Planned, models: &Path) -> Diagnostics {
    let files = match codegen::emit(planned, &EmitOptions::default()) {
        Ok(files) => files,
        Err(findings) => return findings,
    };
    let differences = match compare(&files, models) {
        Ok(differences) => differences,
        Err(findings) => return findings,
    };
    let first = differences.iter().map(|difference| {
        let (Difference::Missing { path } | Difference::Changed { path, .. } | Difference::Stale { path }) = difference;
        models.join(path).display().to_string()
    });
    let Some(first) = first.min() else { return Diagnostics::new() };
    let more = if differences.len() > 1 { ", and others with it," } else { "" };
    let message = format!("`{first}`{more} is not what the schemas make");
    Diagnostic::error("outdated-code", message).with_help("run `codegen generate`").into()
}
