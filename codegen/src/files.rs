//! The files of one generation: text by path, in the order of the paths, before anything touches the disk.

use std::collections::BTreeMap;

/// The version of the crate `regress` that generated code asks for where a pattern needs it.
pub const REGRESS: &str = "0.12";

/// Generated files, by their path below the output folder.
///
/// ```
/// use codegen::files::Files;
///
/// let mut files = Files::default();
/// files.insert("mod.rs", "pub mod support;\n".to_owned());
/// assert_eq!(files.iter().collect::<Vec<_>>(), [("mod.rs", "pub mod support;\n")]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, String>,
    /// Whether they use the crate `regress`, which only few patterns ask for, beside `serde` and `serde_json`.
    pub needs_regress: bool,
}

impl Files {
    /// Adds a file; the path has forward slashes. A path that is there already gets the new text.
    pub fn insert(&mut self, path: impl Into<String>, text: String) {
        self.texts.insert(path.into(), text);
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
