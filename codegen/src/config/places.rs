//! Where a project has what stands beside its schemas: examples, generated code, a database.

use std::path::{Component, Path, PathBuf};

use crate::source::{Source, Value};

/// Files and folders; nothing for what is not named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The folder of the examples.
    pub examples: Option<PathBuf>,
    /// The folder of the generated code.
    pub models: Option<PathBuf>,
    /// The script that describes the database.
    pub ddl: Option<PathBuf>,
    /// The file that says which member each of its columns holds.
    pub columns: Option<PathBuf>,
    /// The folder of the migrations that end in it.
    pub migrations: Option<PathBuf>,
}

impl Places {
    /// The places that a configuration names, which it does from its own folder.
    pub(super) fn of(source: &Source) -> Self {
        let folder = Path::new(source.name()).parent().unwrap_or(Path::new(""));
        let place = |member: &str| {
            let named = source.at(&format!("/check/{member}")).and_then(Value::as_str);
            named.map(|named| plain(&folder.join(named)))
        };
        Self {
            examples: place("examples"),
            models: place("models"),
            ddl: place("ddl"),
            columns: place("columns"),
            migrations: place("migrations"),
        }
    }
}

/// The path without steps that lead nowhere: `schemas/../examples` is `examples`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match (part, plain.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(plain.pop()),
            _ => plain.push(part),
        }
    }
    plain
}
