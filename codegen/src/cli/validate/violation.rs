//! One violation, as it is printed.

use serde_json::{Value, json};

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Violation {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    /// The instance location as a JSON Pointer.
    pub(super) pointer: String,
    pub(super) keyword: String,
    /// The absolute keyword location, where a schema was asked.
    pub(super) schema: Option<String>,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Violation {
    /// The machine-readable form.
    pub(super) fn to_value(&self) -> Value {
        json!({
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "pointer": self.pointer,
            "keyword": self.keyword,
            "schema": self.schema,
            "expected": self.expected,
            "found": self.found,
        })
    }
}
