//! What files are called in diagnostics: as the user named them, or as the user would have.

use std::path::{Component, Path, PathBuf};

use super::place::{absolute, without_dots};

/// The paths that the user named, by which other files are called.
pub(super) struct Names {
    named: Vec<(PathBuf, PathBuf)>,
}

impl Names {
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let folder = |path: &PathBuf| {
            if path.is_dir() { path.clone() } else { path.parent().map(Path::to_owned).unwrap_or_default() }
        };
        let named = paths.iter().map(folder).chain([PathBuf::new()]);
        Self { named: named.map(|folder| (absolute(&folder), folder)).collect() }
    }

    /// The name of a file by its absolute path: the way to it from the nearest folder that the user named.
    pub(super) fn of_path(&self, path: &Path) -> String {
        let shared = |folder: &Path| folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
        let nearest = self.named.iter().rev().max_by_key(|(folder, _)| shared(folder));
        let Some((folder, named)) = nearest else { return plain(path) };
        let n_shared = shared(folder);
        if n_shared == 0 {
            return plain(path);
        }
        let up = folder.components().skip(n_shared).map(|_| Component::ParentDir);
        let down = path.components().skip(n_shared);
        plain(&without_dots(&named.components().chain(up).chain(down).collect::<PathBuf>()))
    }
}

/// A path with forward slashes.
pub(super) fn plain(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
