//! What is wrong with a document: where, which rule, what was expected and what was found.
//!
//! A developer reads these, often of a service that someone else calls, so each says all it takes to mend the
//! document without looking at the schema.

mod diagnose;
mod error;
mod positions;

use std::fmt;

pub use diagnose::diagnose;
pub use error::Error;

/// One violation of a schema, or of JSON itself.
///
/// Its text is one line: ``/items/0/name (line 3, column 14): type: expected a string, found 7``.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violation {
    pub(super) pointer: String,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) keyword: &'static str,
    pub(super) schema_location: String,
    pub(super) expected: String,
    pub(super) found: String,
    /// The member whose name, rather than whose value, is in the way.
    pub(super) name_at: Option<String>,
}

impl Violation {
    /// The instance location as a JSON Pointer (RFC 6901): "" for the document itself.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The line in the text, from 1; `None` for a value that was not read from text.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column in the line, in characters, from 1; `None` for a value that was not read from text.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.column
    }

    /// The keyword of the schema; `syntax`, `repeated-member` or `depth` where the text is at fault.
    #[must_use]
    pub fn keyword(&self) -> &str {
        self.keyword
    }

    /// The absolute keyword location (2020-12 Core §12.3.2); "" where no schema was asked.
    #[must_use]
    pub fn schema_location(&self) -> &str {
        &self.schema_location
    }

    /// What would have been right.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The value as JSON, cut where it is long.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.pointer.is_empty() { "(root)" } else { &self.pointer })?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(formatter, " (line {line}, column {column})")?;
        }
        write!(formatter, ": {}: expected {}, found {}", self.keyword, self.expected, self.found)
    }
}
