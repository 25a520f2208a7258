//! The list of schemas: a package, the path in it, and, of what is no valid schema or not whole, the rule it breaks.

use std::fs;
use std::path::{Path, PathBuf};

use suite::Result;

/// A schema that a package carries.
pub struct Subject {
    /// The package and the path in it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// The rule that it breaks, if it is known to be no schema that stands alone.
    pub breaks: Option<String>,
}

/// Reads the schemas in whose name `filter` is.
///
/// # Errors
///
/// The list cannot be read.
pub fn read(list: &Path, sources: &Path, filter: &str) -> Result<Vec<Subject>> {
    let text = fs::read_to_string(list)?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let subjects = lines.map(|line| {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default().to_owned();
        Subject { path: sources.join(&name), breaks: words.next().map(str::to_owned), name }
    });
    Ok(subjects.filter(|subject| subject.name.contains(filter)).collect())
}
