//! What a value of a document has against its schema.

/// What a schema asks of a value, and what the document has instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The keyword that the value breaks.
    pub keyword: String,
    /// The absolute keyword location, where a schema was asked.
    pub schema: Option<String>,
    /// What the keyword asks for.
    pub expected: String,
    /// What the document has.
    pub found: String,
}
