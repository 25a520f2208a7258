//! The files that the command line itself reads: documents to validate, and schemas once more to quote from.

#![expect(
    clippy::disallowed_methods,
    reason = "the command line reads documents, and looks at what its arguments name"
)]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Diagnostic;
use codegen::parity::Script;

use super::exit::Failure;

/// The text of a file that a diagnostic names, if it can still be read.
pub(crate) fn quoted_text(name: &str) -> Option<String> {
    fs::read_to_string(name).ok()
}

/// The text of a file that a command needs.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unreadable(&path.display().to_string(), &error))
}

/// A script or another text with its name.
pub(crate) fn script(path: &Path) -> Result<Script, Failure> {
    Ok(Script { text: text(path)?, name: path.display().to_string().replace('\\', "/") })
}

/// Opens a document.
pub(crate) fn open(path: &Path) -> Result<File, Failure> {
    let opened = File::open(path).and_then(|file| if file.metadata()?.is_dir() { Err(a_folder()) } else { Ok(file) });
    opened.map_err(|error| unreadable(&path.display().to_string(), &error))
}

/// All `*.json` files below a folder, in the order of their paths.
pub(crate) fn documents_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The `*.sql` files in a folder, in the order of their names.
pub(crate) fn scripts_in(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "sql")).collect();
    found.sort();
    found
}

/// How many bytes a document has, if that is known before it is read.
pub(crate) fn length(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
}

/// Whether an argument names a file or folder that is there.
pub(crate) fn exists(argument: &str) -> bool {
    Path::new(argument).exists()
}

/// Whether an argument names a folder.
pub(crate) fn is_folder(argument: &str) -> bool {
    Path::new(argument).is_dir()
}

/// A document that cannot be read, or not to its end.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Failure {
    let diagnostic = Diagnostic::error("unreadable-file", format!("`{name}` cannot be read: {error}"));
    Failure::Usage(Box::new(diagnostic))
}

fn a_folder() -> io::Error {
    io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; name the files in it")
}
