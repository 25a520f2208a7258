//! Puts generated files on disk, or compares them with what is there: the only stage that writes.

#![expect(clippy::disallowed_methods, reason = "this stage writes what was generated")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::process;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::files::Files;
use crate::render::MARK;

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Files that are new or have a new text, by their paths below the output folder.
    pub changed: Vec<String>,
    /// Files that were as they should be.
    pub unchanged: Vec<String>,
    /// Files of an earlier run that no schema asks for any more.
    pub removed: Vec<String>,
}

/// One difference between what is generated and what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A file that is not there.
    Missing {
        /// Its path below the output folder.
        path: String,
    },
    /// A file with another text.
    Changed {
        /// Its path below the output folder.
        path: String,
        /// The text that is there.
        found: String,
    },
    /// A file of an earlier run that no schema asks for any more.
    Stale {
        /// Its path below the output folder.
        path: String,
    },
}

/// Writes what changed, and removes what an earlier run wrote and this one would not.
///
/// A file is written beside its place and then moved there, so that nobody sees half of one. What somebody wrote by
/// hand is never overwritten: then nothing is written at all.
///
/// # Errors
///
/// A file or folder that cannot be read, written or removed, and each `foreign-file` that is in the way.
pub fn write(files: &Files, folder: &Path) -> Result<Written, Diagnostics> {
    let differences = compare(files, folder)?;
    if let Some(foreign) = foreign(&differences, folder).or_fatal().err() {
        return Err(foreign);
    }
    let mut written = Written::default();
    let mut differing = BTreeSet::new();
    for difference in differences {
        match difference {
            Difference::Stale { path } => {
                let stale = folder.join(&path);
                fs::remove_file(&stale).map_err(|error| failed("removed", &stale, &error))?;
                written.removed.push(path);
            }
            Difference::Missing { path } | Difference::Changed { path, .. } => {
                replace(&folder.join(&path), files.get(&path).unwrap_or_default())?;
                differing.insert(path);
            }
        }
    }
    let unchanged = files.iter().map(|(path, _)| path).filter(|path| !differing.contains(*path));
    written.unchanged = unchanged.map(str::to_owned).collect();
    written.changed = differing.into_iter().collect();
    Ok(written)
}

/// The files in the way that no run of this generator wrote.
fn foreign(differences: &[Difference], folder: &Path) -> Diagnostics {
    let foreign = differences.iter().filter_map(|difference| match difference {
        Difference::Changed { path, found } if !has_mark(found.lines().next().unwrap_or_default()) => Some(path),
        _ => None,
    });
    let diagnostic =
        |path: &String| {
            let message = "this file is there already, and codegen did not write it";
            Diagnostic::error("foreign-file", message)
                .with_help("choose another folder, or move the file away")
                .at_text(&plain(&folder.join(path)), "", 0..0)
        };
    foreign.map(diagnostic).collect()
}

/// Whether a file's first line says that it was generated.
fn has_mark(line: &str) -> bool {
    line.contains(MARK)
}

/// Lists what [`write()`] would change, in the order of the paths.
///
/// # Errors
///
/// A file or folder that cannot be read.
pub fn compare(files: &Files, folder: &Path) -> Result<Vec<Difference>, Diagnostics> {
    let mut differences = BTreeMap::new();
    for (path, text) in files.iter() {
        let place = folder.join(path);
        let difference = match fs::read(&place) {
            Ok(found) if found == text.as_bytes() => continue,
            Ok(found) => {
                Difference::Changed { path: path.to_owned(), found: String::from_utf8_lossy(&found).into_owned() }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Difference::Missing { path: path.to_owned() },
            Err(error) => return Err(failed("read", &place, &error)),
        };
        differences.insert(path.to_owned(), difference);
    }
    for path in stale(files, folder)? {
        differences.insert(path.clone(), Difference::Stale { path });
    }
    Ok(differences.into_values().collect())
}

/// Generated files that stand where this run writes, and that it does not write.
fn stale(files: &Files, folder: &Path) -> Result<Vec<String>, Diagnostics> {
    let parents: BTreeSet<&str> =
        files.iter().map(|(path, _)| path.rsplit_once('/').map_or("", |(parent, _)| parent)).collect();
    let mut stale = Vec::new();
    for parent in parents {
        for name in names(&folder.join(parent))? {
            let path = if parent.is_empty() { name } else { format!("{parent}/{name}") };
            if files.get(&path).is_none() && is_generated(&folder.join(&path)) {
                stale.push(path);
            }
        }
    }
    Ok(stale)
}

/// The names of a folder's entries; none if there is no such folder.
fn names(folder: &Path) -> Result<Vec<String>, Diagnostics> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed("read", folder, &error)),
    };
    let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    names.collect::<io::Result<_>>().map_err(|error| failed("read", folder, &error))
}

/// Whether a file was generated, as far as can be read.
fn is_generated(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut line = Vec::new();
    let read = BufReader::new(file.take(1024)).read_until(b'\n', &mut line);
    read.is_ok() && has_mark(&String::from_utf8_lossy(&line))
}

/// Gives a file a new text at once.
///
/// # Errors
///
/// A file or folder that cannot be written.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostics> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(|error| failed("made", parent, &error))?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", process::id()));
    let draft = path.with_file_name(name);
    let moved = fs::write(&draft, text).and_then(|()| fs::rename(&draft, path));
    moved.map_err(|error| {
        // The mistake to report is the first one; a draft that cannot be removed either is only in the way.
        let _ = fs::remove_file(&draft);
        failed("written", path, &error)
    })
}

fn failed(what: &str, path: &Path, error: &io::Error) -> Diagnostics {
    let mut diagnostic = Diagnostic::error("output", format!("`{}` cannot be {what}: {error}", path.display()));
    diagnostic.file = plain(path);
    diagnostic.into()
}

/// A path as diagnostics show it.
fn plain(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
