//! The repository's schemas with one thing changed.

pub(crate) mod models;

use std::fs;
use std::path::{Path, PathBuf};

use codegen::support::Json;

use crate::agreement::spelling;
use crate::agreement::tree::Tree;
use crate::agreement::world::REPOSITORY;

/// A change to one value of `ml_schemas.json`.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    /// What is changed, for the name of the folder.
    pub(crate) name: &'static str,
    /// Where, as a JSON Pointer.
    pub(crate) pointer: &'static str,
    /// The JSON that stands there instead.
    pub(crate) value: &'static str,
}

/// Copies the schemas to a folder of their own and changes them there.
pub(crate) fn changed(change: Change) -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken_schemas").join(change.name);
    copy(&Path::new(REPOSITORY).join("schemas"), &folder)?;
    let path = folder.join("ml_schemas.json");
    let schema = Tree::from(&json(&read(&path)?)?);
    if schema.at(change.pointer).is_none() {
        return Err(format!("ml_schemas.json has nothing at {:?} to change", change.pointer));
    }
    let value = Tree::from(&json(change.value)?);
    write(&path, &spelling::plain(&schema.with(change.pointer, value)))?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))? {
        let path = entry.map_err(|error| format!("{}: {error}", from.display()))?.path();
        // The migrations below are no schemas.
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            write(&to.join(name), &read(&path)?)?;
        }
    }
    Ok(())
}

fn json(text: &str) -> Result<Json, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
