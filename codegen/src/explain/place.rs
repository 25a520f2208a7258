//! Where a subschema or a keyword stands in the documents.

use std::fmt::{Display, Formatter, Result};

use serde_json::{Value, json};

use crate::plan::Plan;
use crate::schema::SchemaId;
use crate::source::Source;

/// A place in a schema document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The file's name as the user gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The JSON Pointer of the value.
    pub pointer: String,
}

impl Place {
    /// Where a subschema stands.
    pub(super) fn of_schema(plan: &Plan, sources: &[Source], schema: SchemaId) -> Self {
        let location = &plan.graph.get(schema).location;
        let source = sources.get(location.source);
        source.map_or_else(Self::default, |source| Self::of_name(source, &location.pointer))
    }

    /// Where the name of the member at `pointer` stands, or the value if it has no name.
    pub(super) fn of_name(source: &Source, pointer: &str) -> Self {
        let value = source.nearest(pointer);
        let span = value.name_span().unwrap_or_else(|| value.span());
        let (line, column) = source.line_column(span.start);
        Self { file: source.name().to_owned(), line, column, pointer: pointer.to_owned() }
    }

    /// The machine-readable form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({ "file": self.file, "line": self.line, "column": self.column, "pointer": self.pointer })
    }
}

impl Display for Place {
    /// `file:line:column`.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{}:{}:{}", self.file, self.line, self.column)
    }
}
