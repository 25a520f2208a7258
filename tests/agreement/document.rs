//! A document under test: its tree, its text, and where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::support::Json;

use super::spelling;
use super::tree::Tree;
use super::world::REPOSITORY;

/// A document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The file, or what was done to get it.
    pub(crate) origin: String,
    pub(crate) tree: Tree,
    pub(crate) text: String,
}

impl Document {
    pub(crate) fn new(origin: impl Into<String>, tree: Tree, text: String) -> Self {
        Self { origin: origin.into(), tree, text }
    }

    /// A tree, written without a needless character.
    pub(crate) fn of_tree(origin: impl Into<String>, tree: Tree) -> Self {
        let text = spelling::plain(&tree);
        Self::new(origin, tree, text)
    }

    /// An example, by its path in the repository.
    pub(crate) fn read(path: &str) -> Result<Self, String> {
        let text = fs::read_to_string(Path::new(REPOSITORY).join(path)).map_err(|error| format!("{path}: {error}"))?;
        let json: Json = text.parse().map_err(|error| format!("{path}: {error}"))?;
        Ok(Self::new(path, Tree::from(&json), text))
    }
}

/// All examples, valid and invalid ones, in the order of their paths.
pub(crate) fn examples() -> Result<Vec<Document>, String> {
    let root = Path::new(REPOSITORY);
    let mut folders = vec![root.join("examples")];
    let mut paths = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    let relative = |path: &PathBuf| path.strip_prefix(root).map(|path| path.to_string_lossy().replace('\\', "/"));
    let mut paths: Vec<String> = paths.iter().filter_map(|path| relative(path).ok()).collect();
    paths.retain(|path| path.strip_suffix(".json").is_some_and(|stem| !stem.ends_with(".violation")));
    paths.sort();
    paths.iter().map(|path| Document::read(path)).collect()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.iter().map(fs::DirEntry::path).collect())
}
