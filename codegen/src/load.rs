//! The first stage: from paths to documents. With `write` the only code that touches the disk; nothing here or
//! anywhere else touches the network.
//!
//! What a document refers to is loaded too: files beside it, files under `--resolve` prefixes, and the metaschemas of
//! the drafts, which need no file.

#![expect(clippy::disallowed_methods, reason = "this stage reads the schemas")]

mod name;
mod place;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::metaschema;
use crate::options::Options;
use crate::source::Source;
use crate::support::Json;
use crate::survey::{self, Wanted};

use self::name::Names;
use self::place::Places;

/// A file that is to be read.
struct File {
    /// Where it is, from the root.
    path: PathBuf,
    /// What diagnostics call it.
    name: String,
}

/// What a wanted document turns out to be.
enum Found {
    New(Box<Source>),
    /// A file that is loaded already, under another URI.
    Known {
        path: PathBuf,
        uri: String,
    },
}

/// Reads the schema documents that `paths` name, and those that they refer to.
///
/// A path is a file or a folder, of which every `*.json` at any depth is meant. Documents come by name, whatever the order
/// of `paths`, then what they refer to. A reference to what is not there is left for `resolve` to report.
///
/// # Errors
///
/// All mistakes of all files at once: `unreadable-file`, `not-utf-8`, `no-schemas`, `not-a-schema` and those of
/// [`Source::parse`].
pub fn load(paths: &[PathBuf], options: &Options) -> Result<Vec<Source>, Diagnostics> {
    let (names, places) = (Names::of(paths), Places::of(options));
    let mut diagnostics = Diagnostics::new();
    let mut sources = Vec::new();
    for file in requested_files(paths, &mut diagnostics) {
        match read(file, &places).and_then(is_schema) {
            Ok(source) => sources.push(source),
            Err(errors) => diagnostics.extend(errors),
        }
    }
    if diagnostics.is_fatal() {
        return Err(diagnostics);
    }
    let sources = follow(sources, options, &names, &places)?;
    Ok(place::without_common_folder(sources))
}

/// Adds to documents that are in memory what they refer to.
///
/// Their URIs decide where that is looked for: under a `--resolve` prefix, or among the metaschemas.
///
/// # Errors
///
/// The mistakes of the files that are found, as [`load`].
pub fn complete(sources: Vec<Source>, options: &Options) -> Result<Vec<Source>, Diagnostics> {
    follow(sources, options, &Names::of(&[]), &Places::of(options))
}

/// Loads what is wanted until nothing more is found.
fn follow(
    mut sources: Vec<Source>,
    options: &Options,
    names: &Names,
    places: &Places,
) -> Result<Vec<Source>, Diagnostics> {
    let mut looked_for = BTreeSet::new();
    loop {
        let mut survey = survey::survey(&sources, options);
        let mut wanted = survey::link(&mut survey).wanted(&survey);
        wanted.retain(|wanted| looked_for.insert(wanted.uris.clone()));
        let (mut found, mut diagnostics) = (Vec::new(), Diagnostics::new());
        for wanted in &wanted {
            match find(wanted, &sources, names, places) {
                Ok(more) => found.extend(more),
                Err(errors) => diagnostics.extend(errors),
            }
        }
        if diagnostics.is_fatal() {
            return Err(diagnostics);
        }
        if found.is_empty() {
            return Ok(sources);
        }
        for found in found {
            found.add_to(&mut sources);
        }
    }
}

/// Finds a document at the first of its URIs that leads to one.
fn find(wanted: &Wanted, loaded: &[Source], names: &Names, places: &Places) -> Result<Option<Found>, Diagnostics> {
    for uri in &wanted.uris {
        let source = match places.file_at(uri) {
            Some(path) if loaded.iter().any(|source| source.path() == Some(&path)) => {
                return Ok(Some(Found::Known { path, uri: uri.clone() }));
            }
            Some(path) => Some(read(File { name: names.of_path(&path), path }, places)?.placed_at(uri.clone())),
            None => metaschema::embedded(uri),
        };
        if let Some(source) = source {
            let source = source.referenced();
            return Ok(Some(Found::New(Box::new(source.assuming(wanted.dialect)))));
        }
    }
    Ok(None)
}

impl Found {
    fn add_to(self, sources: &mut Vec<Source>) {
        match self {
            Self::New(source) if sources.iter().any(|known| known.uri() == source.uri()) => {}
            Self::New(source) => sources.push(*source),
            Self::Known { path, uri } => {
                for source in sources.iter_mut().filter(|source| source.path() == Some(&path)) {
                    source.add_alias(uri.clone());
                }
            }
        }
    }
}

/// The files that the user asked for, each once.
fn requested_files(paths: &[PathBuf], diagnostics: &mut Diagnostics) -> Vec<File> {
    let (mut files, mut seen) = (Vec::new(), BTreeSet::new());
    for path in paths {
        let found = if path.is_dir() { files_within(path, diagnostics) } else { vec![path.clone()] };
        if found.is_empty() {
            let none = Diagnostic::error("no-schemas", "the folder holds no `*.json` file")
                .with_help("name a folder with schemas");
            diagnostics.push(none.at_text(&name::plain(path), "", 0..0));
        }
        for path in found {
            let file = File { name: name::plain(&path), path: place::absolute(&path) };
            if seen.insert(file.path.clone()) {
                files.push(file);
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Every `*.json` at any depth, by name. Hidden files and links to folders are passed over.
fn files_within(folder: &Path, diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
    let (mut files, mut folders) = (BTreeSet::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries.flatten(),
            Err(error) => {
                diagnostics.push(unreadable(&name::plain(&folder), &error));
                continue;
            }
        };
        for entry in entries.filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b".")) {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") && path.is_file() {
                files.insert(path);
            }
        }
    }
    files.into_iter().collect()
}

fn read(file: File, places: &Places) -> Result<Source, Diagnostics> {
    let bytes = fs::read(&file.path).map_err(|error| unreadable(&file.name, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf_8(&file.name, &error))?;
    let source = Source::parse(file.name, places.uri_of(&file.path), text)?;
    Ok(source.read_from(file.path))
}

/// Lets pass what can be a schema or an OpenAPI description.
fn is_schema(source: Source) -> Result<Source, Diagnostics> {
    if matches!(source.json(), Json::Object(_) | Json::Bool(_)) {
        return Ok(source);
    }
    let message = "a schema is an object or a boolean (2020-12 Core §4.3), and this document is neither";
    let misplaced =
        Diagnostic::error("not-a-schema", message).with_help("keep documents that are no schemas elsewhere");
    Err(misplaced.at_value(&source, "").into())
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error("unreadable-file", format!("cannot be read: {error}")).at_text(name, "", 0..0)
}

fn not_utf_8(name: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let offset = error.utf8_error().valid_up_to();
    let valid = error.as_bytes().get(..offset).map(String::from_utf8_lossy).unwrap_or_default();
    Diagnostic::error("not-utf-8", "this byte is not UTF-8, in which JSON is written (RFC 8259 §8.1)")
        .with_help("save the file as UTF-8")
        .at_text(name, &valid, offset..offset)
}
