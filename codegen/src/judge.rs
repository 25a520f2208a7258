//! The `jsonschema` crate as judge: what a document is worth against a schema, independent of anything generated.

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use crate::source::Source;

/// Validators for every subschema of some documents.
pub struct Judge {
    registry: Registry<'static>,
    asserts_format: bool,
}

impl Judge {
    /// Takes the documents as they are.
    ///
    /// # Errors
    ///
    /// What the `jsonschema` crate says of documents that it cannot index.
    pub fn new(sources: &[Source], asserts_format: bool) -> Result<Self, String> {
        let documents: Vec<(String, Value)> =
            sources.iter().map(|source| (source.uri().to_owned(), Value::from(source.json().clone()))).collect();
        let builder = Registry::new().extend(documents).map_err(|error| error.to_string())?;
        let registry = builder.prepare().map_err(|error| error.to_string())?;
        Ok(Self { registry, asserts_format })
    }

    /// A validator for the subschema at an absolute keyword location.
    ///
    /// # Errors
    ///
    /// What the `jsonschema` crate says of a schema that it cannot compile.
    pub fn validator(&self, location: &str) -> Result<Validator, String> {
        let options = jsonschema::options().with_registry(&self.registry).should_validate_formats(self.asserts_format);
        options.build(&json!({ "$ref": location })).map_err(|error| error.to_string())
    }
}
