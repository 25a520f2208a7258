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
use crate::survey::{self, Wanted};

use self::name::Names;
use self::place::Places;

/// A folder that no disk has, for documents that are only in memory.
const ELSEWHERE: &str = "file:///%00/";

/// The file in a folder of schemas that is no schema.
const CONFIGURATION: &str = "codegen.json";

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
/// A path is a file or a folder, of which every `*.json` at any depth is meant, but for the configuration. Documents
/// come by name, whatever the order of `paths`, then what they refer to. A reference to what is not there is left for `resolve` to report.
///
/// The diagnostics are all mistakes of all files: `unreadable-file`, `not-utf-8`, `no-schemas`, `not-a-schema` and those
/// of [`Source::parse`]. A file that cannot be read is among the sources as a [broken](Source::is_broken) one.
pub fn load(paths: &[PathBuf], options: &Options) -> (Vec<Source>, Diagnostics) {
    let (names, places) = (Names::of(paths), Places::of(options));
    let mut diagnostics = Diagnostics::new();
    let files = requested_files(paths, &mut diagnostics);
    let sources: Vec<Source> = files.into_iter().map(|file| read(file, &places, &mut diagnostics)).collect();
    diagnostics.extend(sources.iter().filter_map(not_a_schema));
    let sources = follow(sources, options, &names, &places, &mut diagnostics);
    (place::without_common_folder(sources), diagnostics)
}

/// A document of a folder that is not on this disk, such as one of an earlier revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What diagnostics call it.
    pub name: String,
    /// Its path in that folder, with forward slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Makes documents of texts, which refer to each other by their paths.
///
/// The diagnostics are all mistakes of all texts, as those of [`load`].
pub fn load_texts(texts: &[Text], options: &Options) -> (Vec<Source>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let mut sources = Vec::new();
    for text in texts.iter().filter(|text| !is_configuration(Path::new(&text.path))) {
        let uri = crate::uri::resolve(ELSEWHERE, &text.path);
        match Source::parse(text.name.as_str(), uri, text.text.as_str()) {
            Ok(source) => sources.push(source),
            Err(errors) => diagnostics.extend(errors),
        }
    }
    diagnostics.extend(sources.iter().filter_map(not_a_schema));
    let (sources, found) = complete(sources, options);
    diagnostics.extend(found);
    (place::without_common_folder(sources), diagnostics)
}

/// Reads the configuration of a project: the first `codegen.json` in the folders of `paths`, or beside their files.
///
/// # Errors
///
/// A file that cannot be read, or is no JSON.
#[cfg(feature = "cli")]
pub fn configuration(paths: &[PathBuf]) -> Result<Option<Source>, Diagnostics> {
    let folder = |path: &PathBuf| if path.is_dir() { path.clone() } else { path.with_file_name("") };
    let place = paths.iter().map(|path| folder(path).join(CONFIGURATION)).find(|place| place.is_file());
    let file = place.map(|place| File { name: name::plain(&place), path: place::absolute(&place) });
    let mut errors = Diagnostics::new();
    let source = file.map(|file| read(file, &Places::of(&Options::default()), &mut errors));
    if errors.is_fatal() { Err(errors) } else { Ok(source) }
}

/// Adds to documents that are in memory what they refer to, and says what is wrong with the files that it finds.
///
/// Their URIs decide where that is looked for: under a `--resolve` prefix, or among the metaschemas.
pub fn complete(sources: Vec<Source>, options: &Options) -> (Vec<Source>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let sources = follow(sources, options, &Names::of(&[]), &Places::of(options), &mut diagnostics);
    (sources, diagnostics)
}

/// Loads what is wanted until nothing more is found.
fn follow(
    mut sources: Vec<Source>,
    options: &Options,
    names: &Names,
    places: &Places,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let mut looked_for = BTreeSet::new();
    loop {
        let mut survey = survey::survey(&sources, options);
        let mut wanted = survey::link(&mut survey).wanted(&survey);
        wanted.retain(|wanted| looked_for.insert(wanted.uris.clone()));
        let mut found = Vec::new();
        for wanted in &wanted {
            found.extend(find(wanted, &sources, (names, places), diagnostics));
        }
        if found.is_empty() {
            return sources;
        }
        for found in found {
            found.add_to(&mut sources);
        }
    }
}

/// Finds a document at the first of its URIs that leads to one.
fn find(
    wanted: &Wanted,
    loaded: &[Source],
    (names, places): (&Names, &Places),
    diagnostics: &mut Diagnostics,
) -> Option<Found> {
    for uri in &wanted.uris {
        let source = match places.file_at(uri) {
            Some(path) if loaded.iter().any(|source| source.path() == Some(&path)) => {
                return Some(Found::Known { path, uri: uri.clone() });
            }
            Some(path) => {
                let file = File { name: names.of_path(&path), path };
                Some(read(file, places, diagnostics).placed_at(uri.clone()))
            }
            None => metaschema::embedded(uri),
        };
        if let Some(source) = source {
            let source = source.referenced();
            return Some(Found::New(Box::new(source.assuming(wanted.dialect))));
        }
    }
    None
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
            } else if is_schema_file(&path) {
                files.insert(path);
            }
        }
    }
    files.into_iter().collect()
}

/// Whether a file in a folder is meant to be a schema.
fn is_schema_file(path: &Path) -> bool {
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    is_json && !is_configuration(path) && path.is_file()
}

fn is_configuration(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == CONFIGURATION)
}

/// Reads a file; what is wrong with it does not keep the others from being checked.
fn read(file: File, places: &Places, diagnostics: &mut Diagnostics) -> Source {
    let uri = places.uri_of(&file.path);
    let (source, errors) = match text(&file) {
        Ok(text) => Source::salvage(&file.name, &uri, text),
        Err(errors) => (Source::broken(file.name, uri), errors),
    };
    diagnostics.extend(errors);
    source.read_from(file.path)
}

fn text(file: &File) -> Result<String, Diagnostics> {
    let bytes = fs::read(&file.path).map_err(|error| unreadable(&file.name, &error))?;
    String::from_utf8(bytes).map_err(|error| not_utf_8(&file.name, &error).into())
}

/// Complains of what can be neither a schema nor an OpenAPI description.
fn not_a_schema(source: &Source) -> Option<Diagnostic> {
    let message = "a schema is an object or a boolean (2020-12 Core §4.3), and this document is neither";
    let misplaced =
        Diagnostic::error("not-a-schema", message).with_help("keep documents that are no schemas elsewhere");
    (!source.root().is_schema()).then(|| misplaced.at_value(source, ""))
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
