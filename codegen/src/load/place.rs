//! Where documents are: between URIs and files.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::options::Options;
use crate::source::Source;
use crate::uri;

/// The URI of the file system's root.
const FILES: &str = "file:///";

/// The file system's root, where it has one.
const ROOT: &str = if cfg!(windows) { "" } else { "/" };

/// The folders that stand for URI prefixes, and the files that stand for single URIs.
pub(super) struct Places {
    prefixes: Vec<(String, PathBuf)>,
}

impl Places {
    pub(super) fn of(options: &Options) -> Self {
        let place = |(prefix, path): &(String, PathBuf)| {
            let prefix = uri::resolve("", prefix);
            (if path.is_file() { prefix } else { with_slash(prefix) }, absolute(path))
        };
        Self { prefixes: options.resolve.iter().map(place).collect() }
    }

    /// The URI of a file: under a prefix if its folder stands for one.
    pub(super) fn uri_of(&self, path: &Path) -> String {
        let path = absolute(path);
        let under =
            |(prefix, folder): &(String, PathBuf)| path.strip_prefix(folder).ok().map(|rest| with_path(prefix, rest));
        self.prefixes.iter().find_map(under).unwrap_or_else(|| with_path(FILES, &path))
    }

    /// The file that a URI leads to, if there is one.
    pub(super) fn file_at(&self, uri: &str) -> Option<PathBuf> {
        let mapped =
            self.prefixes.iter().filter_map(|(prefix, folder)| inside(folder, uri.strip_prefix(prefix.as_str())?));
        let own = uri.strip_prefix(FILES).and_then(|path| inside(Path::new(ROOT), path));
        mapped.flat_map(with_extension).chain(own).find(|path| path.is_file())
    }
}

/// The file below `folder` that the rest of a URI names.
fn inside(folder: &Path, rest: &str) -> Option<PathBuf> {
    let path = percent_decode_str(rest).decode_utf8().ok()?;
    let path = Path::new(&*path);
    let is_inside = path.components().all(|part| matches!(part, Component::Normal(_) | Component::Prefix(_)));
    is_inside.then(|| absolute(&folder.join(path)))
}

/// Gives files URIs below their common folder, so that nothing that is generated knows where the user keeps them.
pub(super) fn without_common_folder(sources: Vec<Source>) -> Vec<Source> {
    let folder = |source: &Source| {
        source.uri().starts_with(FILES).then(|| source.uri().rsplit_once('/').map(|(folder, _)| folder.to_owned()))
    };
    let common = sources.iter().filter_map(folder).flatten().reduce(|one, other| common_folder(&one, &other));
    let Some(common) = common.map(with_slash) else { return sources };
    let below = |uri: &str| uri.strip_prefix(&common).map_or_else(|| uri.to_owned(), |rest| format!("{FILES}{rest}"));
    let place = |source: Source| {
        let uri = below(source.uri());
        let aliases = source.aliases().iter().map(|alias| below(alias)).collect();
        source.placed_at(uri).with_aliases(aliases)
    };
    sources.into_iter().map(place).collect()
}

/// The path from the root, without `.` and `..`; links are not followed.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    without_dots(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// The path without `.`, and without `..` where something is before it to be undone.
pub(super) fn without_dots(path: &Path) -> PathBuf {
    let mut kept: Vec<Component<'_>> = Vec::new();
    for component in path.components() {
        match (component, kept.last()) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => kept.truncate(kept.len().saturating_sub(1)),
            _ => kept.push(component),
        }
    }
    kept.into_iter().collect()
}

/// A path as it is, and, because identifiers often lack it, with the extension of JSON.
fn with_extension(path: PathBuf) -> [PathBuf; 2] {
    let mut extended = path.clone().into_os_string();
    extended.push(".json");
    [path, extended.into()]
}

fn with_slash(uri: String) -> String {
    if uri.ends_with('/') { uri } else { uri + "/" }
}

fn with_path(base: &str, path: &Path) -> String {
    let segments = path.components().filter_map(|component| match component {
        Component::Normal(segment) => Some(encoded(&segment.to_string_lossy())),
        Component::Prefix(prefix) => Some(encoded(&prefix.as_os_str().to_string_lossy())),
        _ => None,
    });
    uri::resolve("", &format!("{base}{}", segments.collect::<Vec<_>>().join("/")))
}

/// A file's name as a segment of a URI; what else needs encoding, resolution encodes.
fn encoded(segment: &str) -> String {
    segment.replace('%', "%25").replace('#', "%23").replace('?', "%3F")
}

fn common_folder(one: &str, other: &str) -> String {
    let shared = one.split('/').zip(other.split('/')).take_while(|(a, b)| a == b).map(|(a, _)| a);
    shared.collect::<Vec<_>>().join("/")
}
